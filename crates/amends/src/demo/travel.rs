//! Time travel: the day is moved one day at a time, and on each the office's machinery pays what is owed.

use amends_core::{id::PostId, text::Language};
use amends_store::{
    changed::Changed,
    post::{self, Post},
    settings,
};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    office::{ActError, Fault, Office},
    worker,
};

/// The setting that holds what the last journey showed.
const JOURNEY: &str = "demo_journey";

/// So many days at most are passed at once.
pub const FARTHEST: i32 = 366;

/// What happened while days passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journey {
    /// The day it was.
    pub from: Date,
    /// The day it is.
    pub to: Date,
    /// The letters that went out, oldest first.
    pub letters: Vec<Letter>,
}

/// A letter that went out on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Which.
    pub post: PostId,
    /// On which day.
    pub day: Date,
    /// To which address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// In which language it is.
    pub language: Language,
}

/// Why the day was not moved.
#[derive(Debug, thiserror::Error)]
pub enum TravelError {
    /// More than [`FARTHEST`] days ahead.
    #[error("that is too far")]
    TooFar,
    /// The memory failed.
    #[error(transparent)]
    Act(#[from] ActError),
}

/// Moves the day. Forwards, everything owed on each day on the way is paid; backwards, the clock alone is moved, and
/// what was sent stays sent.
///
/// # Errors
/// As [`TravelError`] tells.
pub fn travel(office: &Office, to: Date) -> Result<Journey, TravelError> {
    let from = office.today();
    if (to - from).get_days() > FARTHEST {
        return Err(TravelError::TooFar);
    }
    let mut letters = Vec::new();
    let mut day = from;
    while day < to {
        day = day.tomorrow().map_err(|error| ActError::from(Fault::Broken(error.to_string())))?;
        office.clock().move_to(day);
        let began = office.clock().now();
        if worker::pay_what_is_owed(office)? > 0 {
            letters.extend(sent_since(office, began)?.into_iter().map(|letter| of(letter, day)));
        }
    }
    office.clock().move_to(to);
    let journey = Journey { from, to, letters };
    let (kept, at) = (journey.clone(), office.clock().now());
    let changed = Changed { by: None, at };
    let written = office.db().write(move |tx| settings::keep_setting(tx, JOURNEY, &kept, changed));
    written.map_err(ActError::from)?;
    Ok(journey)
}

/// The last journey.
///
/// # Errors
/// Where the memory fails.
pub fn last(office: &Office) -> Result<Option<Journey>, ActError> {
    Ok(office.db().read(|conn| settings::setting(conn, JOURNEY))?)
}

/// So many working days after today.
pub fn working_days_on(office: &Office, count: i32) -> Date {
    let today = office.today();
    let fallback = today.saturating_add(i64::from(count).days());
    office.calendar().working_days_from(today, count).unwrap_or(fallback)
}

fn of(letter: Post, day: Date) -> Letter {
    Letter { post: letter.post, day, to: letter.address, subject: letter.subject, language: letter.language }
}

/// The letters made since a moment, oldest first.
fn sent_since(office: &Office, began: Timestamp) -> Result<Vec<Post>, ActError> {
    let mut letters = office.db().read(|conn| post::newest(conn, None, 500))?;
    letters.retain(|letter| letter.made_at >= began);
    letters.reverse();
    Ok(letters)
}
