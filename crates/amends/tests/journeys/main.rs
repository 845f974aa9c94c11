//! Journeys through the office's pages: real routes, real rules, a real memory, a clock that stands.

mod demo;
mod fixture;
mod staff_cases;
