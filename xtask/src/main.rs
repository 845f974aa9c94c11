//! The chores of the house: `cargo xtask demo | test | trace | bench | corpus`.

fn main() {}
