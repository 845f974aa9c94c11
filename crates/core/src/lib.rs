//! The rules by which an ombudsman's office gets what it recommended actually done.
//!
//! Everything here is a pure function of its arguments: no input or output, no clock, no randomness.
//! The day, the identity of who asks, new ids and salts are handed in. `ARCHITECTURE.md` has the map.

pub mod actor;
pub mod body;
pub mod calendar;
pub mod case;
pub mod command;
pub mod decide;
pub mod duty;
pub mod event;
pub mod evidence;
pub mod evolve;
pub mod extract;
pub mod id;
pub mod index;
pub mod lateness;
pub mod ledger;
pub mod letter;
pub mod money;
pub mod party;
pub mod period;
pub mod permit;
pub mod profile;
pub mod public;
pub mod recommendation;
pub mod refusal;
pub mod smart;
pub mod text;
pub mod timeline;
