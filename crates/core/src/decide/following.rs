//! What is recorded of an issued instrument and ruled on it: notification, assessment, confirmation, publicity, form, cost
//! (R57, E32, E40; PSOW Act 2019 ss.24–30; LGA 1974 ss.30–31A, 34I).

mod cost;
mod publicity;
mod response;

use super::Facts;
use crate::{
    case::Case,
    command::Command,
    event::Event,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{Issued, Ruled, Told},
    profile::InstrumentRule,
    refusal::Refusal,
};

/// An instrument, its rule and one of its bodies: what an entry is about.
#[derive(Clone, Copy)]
struct About<'a> {
    case: &'a Case,
    issued: &'a Issued,
    body: BodyId,
    rule: &'a InstrumentRule,
}

impl About<'_> {
    /// Where the rule comes from, for a refusal; an office's own practice has no sections.
    fn citation(&self) -> &str {
        let citation = self.rule.citation.as_str();
        if citation.chars().any(|letter| letter.is_ascii_digit()) { citation } else { "R37" }
    }
}

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::RecordOfInstrument { instrument, body, told } => {
            let about = about(case, *instrument, *body, facts)?;
            record(&about, told, facts)?;
            Ok(vec![Event::InstrumentTold {
                instrument: *instrument,
                body: *body,
                on: facts.today,
                told: told.clone(),
            }])
        }
        Command::RuleOnInstrument { instrument, body, ruled } => {
            let about = about(case, *instrument, *body, facts)?;
            rule(&about, ruled, facts)?;
            Ok(vec![Event::InstrumentRuledOn {
                instrument: *instrument,
                body: *body,
                on: facts.today,
                ruled: ruled.clone(),
            }])
        }
        other => Err(Refusal::new("no-such-instrument", "R37").with("command", other.kind().name())),
    }
}

fn about<'a>(
    case: &'a Case,
    number: InstrumentNumber,
    body: BodyId,
    facts: &Facts<'a>,
) -> Result<About<'a>, Refusal> {
    let unknown = || Refusal::new("no-such-instrument", "R37").field("instrument").with("instrument", number);
    let issued = case.issued(number).ok_or_else(unknown)?;
    let rule = facts.profile.instrument(issued.instrument).ok_or_else(unknown)?;
    if !issued.bodies.contains(&body) {
        return Err(Refusal::new("body-not-in-case", "E11").field("body"));
    }
    Ok(About { case, issued, body, rule })
}

/// Is an instrument of this rule about this body laid (PSOW Act 2019 s.30)?
pub(super) fn is_laid(rule: &InstrumentRule, body: BodyId, facts: &Facts<'_>) -> bool {
    let kind = facts.body(body).map(|body| body.kind);
    rule.laid
        .as_ref()
        .is_some_and(|rule| rule.about.is_empty() || kind.is_some_and(|kind| rule.about.contains(&kind)))
}

fn record(about: &About<'_>, told: &Told, facts: &Facts<'_>) -> Result<(), Refusal> {
    match told {
        Told::Notified { received_on, action, within } => {
            response::notified(about, *received_on, action.as_ref(), *within, facts)
        }
        Told::ConsideredByAuthority { considered_on, shown_by } => {
            response::considered(about, *considered_on, shown_by, facts)
        }
        Told::FormAgreed { agreed_on, with } => publicity::form_agreed(about, *agreed_on, with, facts),
        Told::Published { .. } => publicity::published(about, told, facts),
        Told::CostPaid { amount, paid_on, shown_by } => cost::paid(about, *amount, *paid_on, shown_by, facts),
        Told::Laid { laid_on, shown_by } => cost::laid(about, *laid_on, shown_by, facts),
    }
}

fn rule(about: &About<'_>, ruled: &Ruled, facts: &Facts<'_>) -> Result<(), Refusal> {
    match ruled {
        Ruled::LongerPeriod { period, until, reason, in_writing } => {
            response::longer(about, *period, *until, reason, *in_writing, facts)
        }
        Ruled::ResponseAssessed { with_action, with_period, reasons } => {
            response::assessed(about, *with_action, *with_period, reasons, facts)
        }
        Ruled::NoAction { basis } => response::no_action(about, basis, facts),
        Ruled::ConfirmationAssessed { evidence, satisfactory, reasons } => {
            response::confirmation(about, evidence, *satisfactory, reasons)
        }
        Ruled::PublicityLifted { step, how: _, reasons } => publicity::lifted(about, step, reasons, facts),
        Ruled::CostClaimed { amount, what, demanded_on } => {
            cost::claimed(about, *amount, what, *demanded_on, facts)
        }
    }
}
