//! "How bodies deal with us": counts for each quarter and body, and the entries that make each count (R56).

use amends_core::{
    id::BodyId,
    index::HandlingEntry,
    profile::{HandlingSign, Profile},
    text::Language,
};
use amends_store::lists::{self, HandlingCount, HandlingCursor, HandlingFilter, HandlingItem};
use jiff::civil::Date;
use serde::Serialize;

use super::csv;
use crate::{
    i18n,
    office::{ActError, Office, directory::Directory},
};

/// An entry, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `note` or `sign`.
    pub sort: &'static str,
    /// Is it a note?
    pub is_note: bool,
    /// Its code.
    pub code: String,
    /// In words.
    pub what: String,
    /// The body's name.
    pub body: String,
    /// When.
    pub on: Date,
    /// The case, or the recommendation, it is about.
    pub reference: String,
    /// The number of its event in the case.
    pub event: u32,
    /// The number of the event a note rests on.
    pub because: Option<u32>,
    /// The event that made it.
    pub href: String,
    /// The comment of a note.
    pub comment: String,
    /// A sign on which a note rests.
    pub noted: bool,
    /// Where a note on it is made.
    pub note_href: String,
}

/// How often, in a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// `2026-Q2`.
    pub quarter: String,
    /// The body's id.
    pub body_id: BodyId,
    /// The body's name.
    pub body: String,
    /// `note` or `sign`.
    pub sort: &'static str,
    /// Its code.
    pub code: String,
    /// In words.
    pub what: String,
    /// How often.
    pub count: u64,
    /// The first day of the quarter.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

/// `note` or `sign`, and the code.
pub fn coded(what: &HandlingEntry) -> (&'static str, String) {
    match what {
        HandlingEntry::Sign(sign) => ("sign", sign.code().to_owned()),
        HandlingEntry::Note(code) => ("note", code.clone()),
    }
}

/// What `note:delay_responding` and `sign:chase` mean.
pub fn decoded(text: &str) -> Option<HandlingEntry> {
    match text.split_once(':')? {
        ("note", code) => Some(HandlingEntry::Note(code.to_owned())),
        ("sign", code) => {
            HandlingSign::ALL.into_iter().find(|sign| sign.code() == code).map(HandlingEntry::Sign)
        }
        _ => None,
    }
}

/// An entry in words: what the record shows, or what the office calls a code.
pub fn word(profile: &Profile, what: &HandlingEntry, language: Language) -> String {
    match what {
        HandlingEntry::Sign(sign) => i18n::t(language, &format!("sign-{}", sign.code().replace('_', "-"))),
        HandlingEntry::Note(code) => profile
            .handling
            .iter()
            .find(|rule| rule.id == *code)
            .map_or_else(|| code.clone(), |rule| rule.what.get(language).to_owned()),
    }
}

/// An entry of the list. A note leads to the event it rests on, or to its own.
pub fn entry(item: HandlingItem, bodies: &Directory, profile: &Profile, language: Language) -> Entry {
    let (sort, code) = coded(&item.row.what);
    let base = format!("/{}/cases/{}", language.tag(), item.reference);
    let event = item.row.because.unwrap_or(item.row.seq);
    Entry {
        sort,
        is_note: sort == "note",
        what: word(profile, &item.row.what, language),
        code,
        body: bodies.name(item.row.body, language),
        on: item.row.on,
        reference: match item.row.number {
            Some(number) => item.reference.recommendation(number),
            None => item.reference.to_string(),
        },
        event: item.row.seq,
        because: item.row.because,
        href: format!("{base}/timeline#entry-{event}"),
        comment: item.comment.unwrap_or_default(),
        noted: item.noted,
        note_href: format!("{base}/handling?because={}", item.row.seq),
    }
}

/// A place in the list, as an address has it.
pub fn place(cursor: HandlingCursor) -> String {
    format!("{}.{}.{}", cursor.on, cursor.case, cursor.seq)
}

/// The place an address means; the beginning where it means none.
pub fn cursor(text: &str) -> Option<HandlingCursor> {
    let mut parts = text.split('.');
    let (on, case, seq) = (parts.next()?, parts.next()?, parts.next()?);
    Some(HandlingCursor { on: on.parse().ok()?, case: case.parse().ok()?, seq: seq.parse().ok()? })
}

/// The counts a filter lets through, the latest quarter first.
///
/// # Errors
/// Where the memory fails.
pub fn counts(office: &Office, filter: &HandlingFilter, language: Language) -> Result<Vec<Count>, ActError> {
    let (bodies, profile) = (office.directory()?, office.own_profile()?);
    let all = office.db().read(|conn| lists::handling_counts(conn, filter))?;
    Ok(all.into_iter().filter_map(|one| count(one, &bodies, profile, language)).collect())
}

fn count(one: HandlingCount, bodies: &Directory, profile: &Profile, language: Language) -> Option<Count> {
    let (sort, code) = coded(&one.what);
    let first_month = i8::try_from(one.quarter).ok()?.checked_mul(3)?.checked_sub(2)?;
    let from = Date::new(one.year, first_month, 1).ok()?;
    let to = Date::new(one.year, first_month + 2, 1).ok()?.last_of_month();
    Some(Count {
        quarter: format!("{}-Q{}", one.year, one.quarter),
        body_id: one.body,
        body: bodies.name(one.body, language),
        sort,
        what: word(profile, &one.what, language),
        code,
        count: one.count,
        from,
        to,
    })
}

/// Every entry a filter lets through.
///
/// # Errors
/// Where the memory fails.
pub fn entries(office: &Office, filter: &HandlingFilter, language: Language) -> Result<Vec<Entry>, ActError> {
    let (bodies, profile) = (office.directory()?, office.own_profile()?);
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (items, next) = office.db().read(|conn| lists::handling(conn, filter, after))?;
        all.extend(items.into_iter().map(|item| entry(item, &bodies, profile, language)));
        match next {
            Some(cursor) => after = Some(cursor),
            None => return Ok(all),
        }
    }
}

/// The counts as a file.
pub fn to_csv(counts: &[Count]) -> String {
    let rows = counts.iter().map(|one| {
        let cells = [&one.quarter, &one.body, &one.sort.to_owned(), &one.code, &one.count.to_string()];
        cells.into_iter().cloned().collect()
    });
    csv::file(&["quarter", "body", "sort", "code", "count"], rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r56_what_an_address_means_is_what_was_counted() {
        for what in [
            HandlingEntry::Sign(HandlingSign::EvidenceWanting),
            HandlingEntry::Note("delay_responding".to_owned()),
        ] {
            let (sort, code) = coded(&what);
            assert_eq!(decoded(&format!("{sort}:{code}")), Some(what));
        }
        assert_eq!(decoded("sign:weather"), None);
        assert_eq!(cursor("yesterday"), None);
    }
}
