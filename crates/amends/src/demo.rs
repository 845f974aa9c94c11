//! The demonstration: an invented office with three years of history, on this computer alone, gone when it stops.

pub mod bodies;
pub mod chance;
pub mod life;
pub mod stories;
pub mod wordings;
pub mod world;
