//! Prints random cases of every clock for `scripts/clock_oracle.py`, which computes each anew and compares.
//!
//! `cargo run -p amends-core --example clock_cases -- 100000 7 | python3 scripts/clock_oracle.py` gives 100,000
//! cases per clock, from seed 7. A line reads `rule_or_length,start,calendar,from,due`: a clock by its id, or a
//! length with what becomes of a day not worked (`20 working days/next_working_day`).

use std::io::{self, BufWriter, Write};

use amends_core::{
    calendar::{Calendar, Division},
    period::{Count, Length, NonWorkingDay, Standing, Start, Term, Unit},
    profile::Profile,
};
use jiff::{Span, civil::date};

/// The generator `SplitMix64`: cases that come out the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        let place = usize::try_from(self.below(among.len() as u64)).unwrap_or_default();
        among[place]
    }
}

fn start_tag(start: Start) -> &'static str {
    match start {
        Start::Inclusive => "inclusive",
        Start::Exclusive => "exclusive",
        Start::AfterPeriod => "after_period",
    }
}

fn standing_tag(standing: Standing) -> &'static str {
    match standing {
        Standing::Statutory => "statutory",
        Standing::Administrative { roll: NonWorkingDay::Stands } => "none",
        Standing::Administrative { roll: NonWorkingDay::NextWorkingDay } => "next_working_day",
        Standing::Administrative { roll: NonWorkingDay::PreviousWorkingDay } => "previous_working_day",
    }
}

/// A day from 2018 to 2030, two years past the end of the known holidays.
fn any_case(
    out: &mut impl Write,
    dice: &mut Dice,
    calendars: &[Calendar],
    name: &str,
    count: Count,
) -> Result<(), Box<dyn std::error::Error>> {
    let calendar = &calendars[usize::try_from(dice.below(3))?];
    let days = i64::try_from(dice.below(13 * 365))?;
    let from = date(2018, 1, 1).checked_add(Span::new().try_days(days)?)?;
    let due = count.date(from, calendar)?;
    writeln!(out, "{name},{},{},{from},{due}", start_tag(count.start), calendar.division)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let cases: u32 = arguments.next().unwrap_or_else(|| "1000".into()).parse()?;
    let mut dice = Dice(arguments.next().unwrap_or_else(|| "1".into()).parse()?);
    let calendars = Division::ALL.map(Calendar::built_in).into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for name in Profile::NAMES {
        for rule in Profile::built_in(name)?.rules() {
            if matches!(rule.term, Term::Agreed { .. }) {
                continue;
            }
            let count = rule.count()?;
            for _ in 0..cases {
                any_case(&mut out, &mut dice, &calendars, &rule.id, count)?;
            }
        }
    }
    let units = [Unit::CalendarDays, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years];
    let starts = [Start::Inclusive, Start::Exclusive, Start::AfterPeriod];
    let rolls = [NonWorkingDay::Stands, NonWorkingDay::NextWorkingDay, NonWorkingDay::PreviousWorkingDay];
    for unit in units {
        for _ in 0..cases {
            let amount = u16::try_from(1 + dice.below(if unit == Unit::Years { 5 } else { 60 }))?;
            let length = Length::new(amount, unit).ok_or("a length of nothing")?;
            let standing = match dice.below(4) {
                0 => Standing::Statutory,
                _ => Standing::Administrative { roll: dice.pick(&rolls) },
            };
            let count = Count { length, start: dice.pick(&starts), standing };
            let name = format!("{}/{}", length.say(amends_core::text::Language::En), standing_tag(standing));
            any_case(&mut out, &mut dice, &calendars, &name, count)?;
        }
    }
    out.flush()?;
    Ok(())
}
