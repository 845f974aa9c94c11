//! What a letter about an instrument speaks of: its name, the facts it sets out, the date for comments.

use amends_core::{
    case::Case,
    letter::{Letter, LetterKind, Recipient},
    profile::Profile,
    text::{Language, Words},
};
use jiff::civil::Date;

/// What the office calls the instrument.
pub(super) fn name(case: &Case, letter: LetterKind, profile: &Profile, language: Language) -> Option<String> {
    let instrument = match letter {
        LetterKind::InstrumentDraft => case.prepared.as_ref()?.what.instrument,
        LetterKind::InstrumentIssued => case.issued.last()?.instrument,
        _ => return None,
    };
    profile.instrument(instrument).map(|rule| rule.name.get(language).to_owned())
}

/// Why a report is coming, or the facts it sets out.
pub(super) fn reasons<'a>(case: &'a Case, letter: &Letter) -> Option<&'a Words> {
    match (letter.letter, letter.recipient) {
        (LetterKind::ReportNotice, Recipient::Body { body }) => {
            case.report_notices.iter().rev().find(|notice| notice.body == body).map(|notice| &notice.reasons)
        }
        (LetterKind::InstrumentDraft, Recipient::Body { .. }) => {
            case.prepared.as_ref().map(|prepared| &prepared.what.facts)
        }
        (LetterKind::InstrumentIssued, Recipient::Body { .. }) => {
            case.issued.last().and_then(|issued| issued.facts.as_ref())
        }
        _ => None,
    }
}

/// By when the reader is asked to comment on a draft instrument.
pub(super) fn answer_by(case: &Case, letter: &Letter) -> Option<Date> {
    let what = &case.prepared.as_ref()?.what;
    match letter.recipient {
        Recipient::Body { .. } => what.body_by,
        Recipient::Complainant => what.complainant_by,
    }
}
