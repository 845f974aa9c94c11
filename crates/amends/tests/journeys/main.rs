//! Journeys through the office's pages: real routes, real rules, a real memory, a clock that stands.

mod fixture;
mod staff_bodies;
mod staff_cases;
mod staff_import;
mod staff_recommendations;
