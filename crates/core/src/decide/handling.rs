//! Notes of how a body dealt with the office (R56).

use super::{Facts, said};
use crate::{case::Case, event::Event, handling::HandlingNote, id::BodyId, refusal::Refusal, text::Words};

/// A note under one of the profile's codes. Where it rests on something in the record, that must be this body's doing,
/// and it is noted once.
pub(super) fn record(
    case: &Case,
    body: BodyId,
    code: &str,
    note: &Words,
    because: Option<u32>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    if !case.bodies.contains(&body) && !case.live().any(|one| one.terms.addressee == body) {
        return Err(Refusal::new("body-not-in-case", "R56").field("body"));
    }
    if !facts.profile.handling.iter().any(|rule| rule.id == code) {
        return Err(Refusal::new("handling-code-unknown", "R56").field("code").with("code", code));
    }
    said(note, "note", "R56")?;
    if let Some(seq) = because {
        if !case.handling_signs.iter().any(|sign| sign.seq == seq && sign.body == body) {
            return Err(Refusal::new("handling-rests-on-nothing", "R56").field("because"));
        }
        if case.handling.iter().any(|one| one.note.because == because && one.note.code == code) {
            return Err(Refusal::new("handling-noted-already", "R56").field("because"));
        }
    }
    let (code, note, on) = (code.to_owned(), note.clone(), facts.today);
    Ok(vec![Event::HandlingRecorded(HandlingNote { body, code, note, because, on })])
}
