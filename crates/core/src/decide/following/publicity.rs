//! Publicity: its proof, and the office's word that lifts it or says how it is done (PSOW Act 2019 ss.24, 25, 29(6);
//! LGA 1974 ss.30(4)–(7), 31(2E)–(2G), 34I(4)–(6)).

use jiff::civil::Date;

use super::About;
use crate::{
    decide::{Facts, has_come, said},
    issued::{self, BY_DIRECTION, PublicityStep, Told, form_due},
    period::{Began, PeriodRule, Term, Trigger},
    refusal::Refusal,
    text::Words,
};

fn step_of(about: &About<'_>, step: &str, facts: &Facts<'_>) -> Result<PublicityStep, Refusal> {
    let (case, one, body) = (about.case, about.issued, about.body);
    let steps = issued::publicity(case, one, body, facts.profile, facts.calendar, facts.today);
    let unknown = || Refusal::new("no-such-publicity", about.citation()).field("step").with("step", step);
    steps.into_iter().find(|one| one.step == step).ok_or_else(unknown)
}

fn receipt_first(about: &About<'_>) -> Result<Date, Refusal> {
    let found = about.case.receipt_of(about.issued.number, about.body);
    found.map(|receipt| receipt.received_on).ok_or_else(|| {
        Refusal::new("receipt-first", "I3").field("body").with("instrument", about.issued.number)
    })
}

/// The form of what the body publishes is agreed, within the time the Act gives; after it the office must publish.
pub(super) fn form_agreed(
    about: &About<'_>,
    agreed_on: Date,
    with: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(with, "with", about.citation())?;
    has_come(agreed_on, facts.today, "agreed_on", about.citation())?;
    if about.rule.form_clock.is_none() {
        return Err(Refusal::new("no-form-wanted", about.citation()).field("agreed_on"));
    }
    let received_on = receipt_first(about)?;
    if agreed_on < received_on {
        return Err(Refusal::new("answered-before-asked", about.citation())
            .field("agreed_on")
            .with("date", received_on));
    }
    let due = form_due(about.case, about.issued, about.body, facts.profile, facts.calendar);
    match due.filter(|due| agreed_on > due.date) {
        None => Ok(()),
        Some(due) => {
            Err(Refusal::new("form-too-late", about.citation()).field("agreed_on").with("date", due.date))
        }
    }
}

/// A step is proved: done on a day, for as long as it must be, and by whose duty it is.
pub(super) fn published(about: &About<'_>, told: &Told, facts: &Facts<'_>) -> Result<(), Refusal> {
    let Told::Published { step, published_on, until, names, shown_by, evidence, by_office } = told else {
        return Err(Refusal::new("no-such-publicity", about.citation()).field("step").with("step", ""));
    };
    let seen = step_of(about, step, facts)?;
    said(shown_by, "shown_by", about.citation())?;
    has_come(*published_on, facts.today, "published_on", about.citation())?;
    let received_on = receipt_first(about)?;
    if *published_on < received_on {
        return Err(Refusal::new("answered-before-asked", about.citation())
            .field("published_on")
            .with("date", received_on));
    }
    if let Some(id) = evidence
        && about.case.submission(*id).is_none()
    {
        return Err(Refusal::new("no-such-evidence", "R25").field("evidence"));
    }
    by_whom(about, by_office.as_ref(), facts)?;
    if let Some(clock) = facts.profile.rule(&seen.step) {
        long_enough(about, clock, *published_on, *until, facts)?;
    }
    names_in_time(about, step, *published_on, *names, facts)
}

/// Copies stay as long as they must, and the second edition comes while it may.
fn long_enough(
    about: &About<'_>,
    clock: &PeriodRule,
    published_on: Date,
    until: Option<Date>,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let citation = with_number(&clock.citation, about.citation());
    let end = clock.run(&Began::Happened { on: published_on }, facts.calendar).map(|due| due.date);
    match (&clock.trigger, &clock.term, end) {
        (Trigger::Receipt, _, _) | (_, Term::Agreed { .. }, _) | (_, _, Err(_)) => Ok(()),
        (_, Term::AtLeast(_), Ok(end)) => match until.filter(|until| *until >= end) {
            Some(until) => has_come(until, facts.today, "until", citation),
            None => Err(Refusal::new("copies-too-short", citation).field("until").with("date", end)),
        },
        (_, Term::Within(_), Ok(end)) => match until.filter(|until| *until > published_on && *until <= end) {
            Some(until) => has_come(until, facts.today, "until", citation),
            None => Err(Refusal::new("second-edition-missing", citation).field("until").with("date", end)),
        },
    }
}

fn with_number<'a>(citation: &'a str, otherwise: &'a str) -> &'a str {
    if citation.chars().any(|letter| letter.is_ascii_digit()) { citation } else { otherwise }
}

/// A notice names the day from which copies can be seen, and not too late a day (LGA 1974 s.30(5)).
fn names_in_time(
    about: &About<'_>,
    step: &str,
    published_on: Date,
    names: Option<Date>,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let Some(names) = names else { return Ok(()) };
    if names < published_on {
        return Err(Refusal::new("named-before-notice", about.citation()).field("names"));
    }
    let rule = about.rule.publicity.iter().find(|rule| rule.clock == step);
    let clock = rule.and_then(|rule| rule.names_by.as_deref()).and_then(|id| facts.profile.rule(id));
    let last = clock.and_then(|clock| {
        clock.run(&Began::Happened { on: published_on }, facts.calendar).ok().map(|due| (clock, due.date))
    });
    match last {
        Some((clock, last)) if names > last => {
            let rule = with_number(&clock.citation, about.citation());
            Err(Refusal::new("named-too-late", rule).field("names").with("date", last))
        }
        Some(_) | None => Ok(()),
    }
}

/// The office publishes in the body's stead only once the body has failed to, or no form was agreed in time (LGA 1974
/// ss.31(2G), 34I(6)); the body publishes what was agreed, and nothing else.
fn by_whom(about: &About<'_>, by_office: Option<&Words>, facts: &Facts<'_>) -> Result<(), Refusal> {
    if about.rule.form_clock.is_none() {
        return match by_office {
            None => Ok(()),
            Some(_) => Err(Refusal::new("not-the-offices-duty", about.citation()).field("by_office")),
        };
    }
    let agreed = issued::form_agreed(about.issued, about.body).is_some();
    let due = form_due(about.case, about.issued, about.body, facts.profile, facts.calendar);
    match (agreed, by_office) {
        (_, Some(reason)) => {
            said(reason, "by_office", about.citation())?;
            match due.filter(|due| !agreed && due.date >= facts.today) {
                None => Ok(()),
                Some(due) => Err(Refusal::new("form-may-be-agreed", about.citation())
                    .field("by_office")
                    .with("date", due.date)),
            }
        }
        (true, None) => Ok(()),
        (false, None) => Err(Refusal::new("form-not-agreed", about.citation()).field("step")),
    }
}

/// The office says how the duty is met, or that it need not be, after weighing the interests (PSOW Act 2019 s.24(5), (9)).
pub(super) fn lifted(
    about: &About<'_>,
    step: &str,
    reasons: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let seen = step_of(about, step, facts)?;
    said(reasons, "reasons", about.citation())?;
    if step == BY_DIRECTION || seen.may_be_lifted {
        Ok(())
    } else {
        Err(Refusal::new("publicity-cannot-be-lifted", about.citation()).field("step"))
    }
}
