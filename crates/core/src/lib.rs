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
pub mod disclosure;
pub mod duty;
pub mod escalation;
pub mod event;
pub mod evidence;
pub mod evolve;
pub mod extract;
pub mod handling;
pub mod id;
pub mod index;
pub mod instrument;
pub mod issued;
pub mod lateness;
pub mod ledger;
pub mod letter;
pub mod money;
pub mod party;
pub mod period;
pub mod permit;
pub mod profile;
pub mod public;
pub mod recipients;
pub mod recommendation;
pub mod recurrence;
pub mod refusal;
pub mod retention;
pub mod simulate;
pub mod smart;
pub mod succession;
pub mod text;
pub mod timeline;
