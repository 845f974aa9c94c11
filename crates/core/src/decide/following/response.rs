//! The body's answer to an instrument, and what the office makes of it (R57, E32).

use jiff::civil::Date;

use super::About;
use crate::{
    decide::{Facts, has_come, said, to_come},
    id::EvidenceId,
    issued::{
        RunningPeriod, Told, assessed as assessed_before, confirmation_due, form_due, notified_on,
        response_due, satisfied_on,
    },
    profile::{ResponsePart, ResponseRule},
    refusal::Refusal,
    text::Words,
};

fn response<'a>(about: &About<'a>) -> Result<&'a ResponseRule, Refusal> {
    about
        .rule
        .response
        .as_ref()
        .ok_or_else(|| Refusal::new("no-answer-wanted", about.citation()).field("instrument"))
}

fn received(about: &About<'_>) -> Result<Date, Refusal> {
    let found = about.case.receipt_of(about.issued.number, about.body);
    found.map(|receipt| receipt.received_on).ok_or_else(|| {
        Refusal::new("receipt-first", "I3").field("body").with("instrument", about.issued.number)
    })
}

/// The body notifies what it did or will do. A part that is not wanted is none (PSOW Act 2019 s.26(2)).
pub(super) fn notified(
    about: &About<'_>,
    received_on: Date,
    action: Option<&Words>,
    within: Option<Date>,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let rule = response(about)?;
    let received_by_body = received(about)?;
    has_come(received_on, facts.today, "received_on", "R57")?;
    if received_on < received_by_body {
        return Err(Refusal::new("answered-before-asked", "R57")
            .field("received_on")
            .with("date", received_by_body));
    }
    let action = action.filter(|words| !words.is_blank());
    if within.is_some() && !rule.parts.contains(&ResponsePart::Period) {
        return Err(Refusal::new("no-period-wanted", about.citation()).field("within"));
    }
    if action.is_none() && within.is_none() {
        return Err(Refusal::new("notification-empty", about.citation()).field("action"));
    }
    Ok(())
}

/// The authority itself has considered it, not a committee or an officer alone (LGA 1974 s.31A(1A); E32).
pub(super) fn considered(
    about: &About<'_>,
    considered_on: Date,
    shown_by: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(shown_by, "shown_by", "E32")?;
    has_come(considered_on, facts.today, "considered_on", "E32")?;
    if about.rule.refusal_by_authority.is_none() {
        return Err(Refusal::new("no-referral-wanted", "E32").field("instrument"));
    }
    let received_on = received(about)?;
    if considered_on < received_on {
        return Err(Refusal::new("considered-before-received", "E32")
            .field("considered_on")
            .with("date", received_on));
    }
    Ok(())
}

/// Before a refusal is accepted, the authority itself must have considered it, where the law says so (E32).
fn by_the_authority_itself(about: &About<'_>) -> Result<(), Refusal> {
    let Some(citation) = &about.rule.refusal_by_authority else { return Ok(()) };
    let considered =
        about.issued.told(about.body).any(|(_, told)| matches!(told, Told::ConsideredByAuthority { .. }));
    if considered { Ok(()) } else { Err(Refusal::new("not-by-the-authority", citation).field("body")) }
}

/// A longer period, agreed in writing and before the first has run out (R57).
pub(super) fn longer(
    about: &About<'_>,
    period: RunningPeriod,
    until: Date,
    reason: &Words,
    in_writing: bool,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(reason, "reason", "R57")?;
    received(about)?;
    let about_it = (about.case, about.issued, about.body);
    let due = match period {
        RunningPeriod::Response => {
            response(about)?;
            response_due(about_it.0, about_it.1, about_it.2, facts.profile, facts.calendar)
        }
        RunningPeriod::Confirmation => {
            response(about)?;
            confirmation_due(about_it.0, about_it.1, about_it.2, facts.profile, facts.calendar)
        }
        RunningPeriod::Form => form_due(about_it.0, about_it.1, about_it.2, facts.profile, facts.calendar),
    };
    let Some(due) = due else {
        return Err(Refusal::new("no-such-period", about.citation()).field("period"));
    };
    if !in_writing {
        return Err(Refusal::new("writing-needed", "R57").field("in_writing"));
    }
    if due.date < facts.today {
        return Err(Refusal::new("period-over", "R57").field("until").with("date", due.date));
    }
    if until <= due.date {
        return Err(Refusal::new("not-later", "R57").field("until").with("date", due.date));
    }
    to_come(until, facts.today, "until", "R57")
}

/// The office is satisfied with what was notified, or not, and says why.
pub(super) fn assessed(
    about: &About<'_>,
    with_action: bool,
    with_period: Option<bool>,
    reasons: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(reasons, "reasons", about.citation())?;
    let rule = response(about)?;
    if notified_on(about.issued, about.body, facts.profile).is_none() {
        return Err(Refusal::new("not-notified", about.citation()).field("with_action"));
    }
    let wants_period = rule.parts.contains(&ResponsePart::Period);
    match (wants_period, with_period) {
        (true, None) => {
            return Err(Refusal::new("period-not-assessed", about.citation()).field("with_period"));
        }
        (false, Some(_)) => {
            return Err(Refusal::new("no-period-wanted", about.citation()).field("with_period"));
        }
        (true, Some(_)) | (false, None) => {}
    }
    if with_action { Ok(()) } else { by_the_authority_itself(about) }
}

/// The office is satisfied that the body has decided to do nothing.
pub(super) fn no_action(about: &About<'_>, basis: &Words, facts: &Facts<'_>) -> Result<(), Refusal> {
    said(basis, "basis", about.citation())?;
    response(about)?;
    received(about)?;
    if satisfied_on(about.case, about.issued, about.body, facts.profile).is_some() {
        return Err(Refusal::new("satisfied-already", about.citation()).field("basis"));
    }
    by_the_authority_itself(about)
}

/// What was sent to confirm the action; words alone confirm nothing (R26).
pub(super) fn confirmation(
    about: &About<'_>,
    evidence: &[EvidenceId],
    satisfactory: bool,
    reasons: &Words,
) -> Result<(), Refusal> {
    said(reasons, "reasons", about.citation())?;
    response(about)?;
    if !matches!(assessed_before(about.issued, about.body), Some((true, None | Some(true)))) {
        return Err(Refusal::new("response-not-satisfactory", about.citation()).field("satisfactory"));
    }
    if satisfactory && evidence.is_empty() {
        return Err(Refusal::new("evidence-not-chosen", "I2").field("evidence"));
    }
    for id in evidence {
        let found = about.case.submission(*id).filter(|found| found.submission.body == about.body);
        match found {
            None => return Err(Refusal::new("no-such-evidence", "R25").field("evidence")),
            Some(found) if satisfactory && found.submission.is_statement_only() => {
                return Err(Refusal::new("statement-is-not-evidence", "R26").field("evidence"));
            }
            Some(_) => {}
        }
    }
    Ok(())
}
