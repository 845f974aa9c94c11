//! The rules by which an ombudsman's office gets what it recommended actually done.
//!
//! Everything here is a pure function of its arguments: no input or output, no clock, no randomness.
//! The day, the identity of who asks, new ids and salts are handed in. `ARCHITECTURE.md` has the map.

pub mod extract;
pub mod id;
pub mod money;
pub mod text;
