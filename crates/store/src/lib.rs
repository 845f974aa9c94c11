//! The memory: what the office recorded, the rows its lists are made of, its letters, files and people.
//!
//! SQL stands here and nowhere else, and nothing here decides. Everything is plain synchronous code; ids,
//! tokens, salts and times are handed in. A change is answered only after it is on the disk.
//!
//! * [`Db`] opens the database behind a lock; [`Db::read`] looks at one moment, [`Db::write`] changes all or nothing.
//! * [`ledger`] records decisions ([`ledger::Commit`], [`ledger::append`]), reads them back ([`ledger::load`],
//!   [`ledger::history`]), audits ([`ledger::verify`]), makes rows anew ([`ledger::rebuild`]) and signs checkpoints.
//! * [`particulars`] keeps names and free text apart, so that they can be erased; [`blobs`] keeps files.
//! * [`lists`] answers every question across cases; [`rows`] and [`search`] are what they are made of.
//! * [`post`] is outbox and inbox; [`people`] staff, sessions, bodies, contacts and links.
//! * [`keeping`] tells what is to go, and [`disposal`] makes it go, with its certificate.
//! * [`copy`] brings a whole database to another place, engine or none the same, and compares both.
//! * [`standing`] tells how the memory itself is.
//! * [`nodes`] tells which of several nodes leads, and keeps one that was away from writing late.
//! * [`stamps`] tells a node whether what it keeps at hand is still so.
//! * [`closures`] and [`settings`] are what the office sets; [`changed`] who set it; [`editions`] the profiles of old.
//!
//! ```
//! use amends_core::{actor::Actor, case::*, event::Event, id::*, index::{CaseRow, KeepingRow, Rows}};
//! use amends_store::{Db, Options, Result, StoreError, ledger::{Commit, append, load}, settings::next_reference};
//! use uuid::Uuid;
//!
//! # fn main() -> Result<()> {
//! # let folder = tempfile::tempdir().map_err(|_| StoreError::Closed)?;
//! # let path = folder.path().join("amends.db");
//! # let now = "2026-04-15T12:00:00Z".parse().unwrap_or_default();
//! # let today = jiff::civil::date(2026, 4, 15);
//! let db = Db::open(&path, &Options::default(), now)?;
//! let case = CaseId(Uuid::from_u128(1));
//! let recorded = db.write(move |tx| {
//!     // Here the office folds the case, asks the rules, and makes rows of what they answer.
//!     let row = CaseRow {
//!         case, reference: next_reference(tx, 2026)?, profile: "psow".to_owned(), route: Route::Investigation,
//!         stage: Stage::Investigating, compliance: Compliance::NotStarted, handler: StaffId(Uuid::nil()),
//!         bodies: vec![], received_on: today, decided_on: None, closed_on: None, look_again_on: None,
//!     };
//!     let rows = Rows { case: row, recommendations: vec![], handling: vec![], keeping: KeepingRow::default() };
//!     append(tx, &Commit::new(Actor::System, now, today, 0, vec![Event::ChasesResumed], rows))
//! })?;
//! assert_eq!(recorded.last_seq, 1);
//! assert_eq!(db.read(|c| load(c, case))?[0].event, Event::ChasesResumed);
//! # Ok(())
//! # }
//! ```
//!
//! `read` and `write` take closures with an error type of the caller's own, if it can be made from a [`StoreError`].

pub mod blobs;
pub mod changed;
pub mod closures;
pub mod copy;
pub mod db;
pub mod disposal;
mod door;
pub mod editions;
pub mod error;
pub mod keeping;
pub mod ledger;
pub mod lists;
mod migrate;
pub mod nodes;
mod options;
pub mod particulars;
pub mod people;
pub mod post;
mod readers;
pub mod rows;
pub mod search;
pub mod settings;
pub mod stamps;
pub mod standing;
pub mod value;
mod writer;

pub use db::{Conn, Db, Options, Place, Row, Tx};
pub use error::{Later, Result, StoreError};
