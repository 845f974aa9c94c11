//! Makes the demonstration's history in a folder and says how long it took.
use amends::{
    clock::{Chance, Clock},
    config::Config,
    demo::world::{Size, make},
    office::Office,
};
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder")?;
    let small = std::env::args().nth(2).is_some();
    let mut config = Config::default();
    config.storage.data_dir = folder.into();
    let today = jiff::civil::date(2026, 10, 5);
    let office = Office::open(config, Clock::standing_at(today)?, Chance::seeded(42))?;
    let made = make(&office, 42, if small { Size::SMALL } else { Size::FULL }, today, &mut |_, _| {
        std::ops::ControlFlow::Continue(())
    })?;
    eprintln!("{} cases", made.cases);
    Ok(())
}
