//! How fast decisions are read: `cargo run --release -p amends-core --example extract_speed`.

use std::{io::Write as _, time::Instant};

use amends_core::extract::{Options, extract};

/// Ten parts story to one part remedy, as decisions are.
const STORY: &str = "Mrs Q complained that the Council took too long to assess her daughter's needs. Officers visited in March \
and wrote to her in April. The law says councils must finish an assessment within 20 weeks. It took 41. The Council \
accepts that this was too long, and says it was short of staff at the time. In my view the delay caused Mrs Q worry \
and some trouble, and her daughter missed a term of help she should have had.\n";
const REMEDY: &str = "Within one month of my final decision the Council has agreed to:\na) apologise to Mrs Q for the delay;\n\
b) pay her £300 for her worry and £150 for her trouble; and\nc) remind its officers of the time they have.\n\
The Council should provide us with evidence it has done so.\n\n";

fn main() -> std::io::Result<()> {
    let text = (0..2_000).map(|_| STORY.repeat(10) + REMEDY).collect::<String>();
    let start = Instant::now();
    let found = extract(&text, &Options::default()).len();
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX)) / 1e6;
    writeln!(
        std::io::stdout(),
        "{found} recommendations in {megabytes:.1} MB, {:.1} MB/s",
        megabytes / seconds
    )
}
