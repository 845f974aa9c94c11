//! Opening a case and recording what was found and looked at (R2, R13, R14, R39, R43, R48, R52, E11, E35).

use super::{Facts, said};
use crate::{
    body::Body,
    case::{Case, Check, CheckDone, Contact, Finding},
    command::{Command, Opening},
    event::Event,
    id::BodyId,
    recommendation::FindingNumber,
    refusal::Refusal,
};

pub(super) fn open(opening: &Opening, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    said(&opening.title, "title", "I1")?;
    super::has_come(opening.received_on, facts.today, "received_on", "R5")?;
    if opening.bodies.is_empty() {
        return Err(Refusal::new("body-missing", "I1").field("body"));
    }
    for body in &opening.bodies {
        addressable(*body, facts)?;
    }
    match (&opening.complainant, opening.own_initiative) {
        (None, false) => Err(Refusal::new("complainant-missing", "E35").field("complainant")),
        (Some(_), true) => Err(Refusal::new("own-initiative-with-complainant", "E35").field("complainant")),
        _ => Ok(vec![Event::CaseOpened { case: facts.case, opening: opening.clone() }]),
    }
}

/// A body that is known and has not been merged into another.
pub(super) fn addressable(body: BodyId, facts: &Facts<'_>) -> Result<(), Refusal> {
    let Some(known) = facts.body(body) else {
        return Err(Refusal::new("body-unknown", "I1").field("body"));
    };
    if known.merged_into.is_none()
        && let Some(ended) = known.over_time.ended.as_ref().filter(|ended| ended.on <= facts.today)
    {
        let refusal = Refusal::new("body-has-ended", "E13").field("body").with("body", named_in_both(known));
        return Err(refusal.with("date", ended.on));
    }
    match known.merged_into {
        None => Ok(()),
        Some(successor) => {
            let name = facts.body(successor).map(named_in_both).unwrap_or_default();
            Err(Refusal::new("body-merged", "E13")
                .field("body")
                .with("body", named_in_both(known))
                .with("successor", name))
        }
    }
}

/// A body's name as both languages have it: the reader's language is not known here.
pub(super) fn named_in_both(body: &Body) -> String {
    let name = &body.name;
    if name.en == name.cy { name.en.clone() } else { format!("{} / {}", name.en, name.cy) }
}

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::AssignHandler { handler } if *handler == case.handler => return Ok(Vec::new()),
        Command::AssignHandler { handler } => Event::HandlerAssigned { handler: *handler },
        Command::AddBody { body } => {
            addressable(*body, facts)?;
            if case.bodies.contains(body) {
                return Err(Refusal::new("body-there-already", "E11").field("body"));
            }
            Event::BodyAdded { body: *body }
        }
        Command::RecordFinding { body, fault, injustice, systemic } => {
            said(fault, "fault", "R2")?;
            if !case.bodies.contains(body) {
                return Err(Refusal::new("body-not-in-case", "E11").field("body"));
            }
            let finding = FindingNumber(u16::try_from(case.findings.len() + 1).unwrap_or(u16::MAX));
            let injustice = injustice.clone().filter(|words| !words.is_blank());
            Event::FindingRecorded(Finding {
                finding,
                body: *body,
                fault: fault.clone(),
                injustice,
                systemic: *systemic,
            })
        }
        Command::RecordCheck { check, version, note } => {
            if *check == Check::GuidanceOnRemedies && version.as_deref().unwrap_or_default().trim().is_empty()
            {
                return Err(Refusal::new("guidance-version-missing", "R39").field("version"));
            }
            if *check != Check::GuidanceOnRemedies {
                said(note, "note", "R48")?;
            }
            let done =
                CheckDone { check: *check, version: version.clone(), note: note.clone(), on: facts.today };
            Event::CheckRecorded(done)
        }
        Command::RecordContact { purpose, note } => {
            said(note, "note", "R13")?;
            Event::ContactRecorded(Contact { on: facts.today, purpose: *purpose, note: note.clone() })
        }
        _ => return Err(Refusal::new("case-open-already", "I1")),
    };
    Ok(vec![event])
}
