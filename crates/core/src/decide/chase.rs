//! Chases: stopped, resumed, sent once for each date and step, and not counted when they come back (R31).

use super::{Facts, owed, said};
use crate::{
    case::Case,
    command::Command,
    duty::{self, Duty},
    event::Event,
    id::{PostId, RecommendationNumber},
    letter::{LetterKind, Recipient},
    profile::ChaseStep,
    recommendation::Chase,
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::StopChases { reason } => {
            said(reason, "reason", "R31")?;
            Ok(vec![Event::ChasesStopped { reason: reason.clone() }])
        }
        Command::ResumeChases if case.chases_stopped.is_none() => Ok(Vec::new()),
        Command::ResumeChases => Ok(vec![Event::ChasesResumed]),
        Command::SendChase { numbers, step, post } => send(case, numbers, step, *post, facts),
        Command::RecordUndelivered { post } => Ok(undelivered(case, *post)),
        _ => Err(Refusal::new("not-owed", "R31")),
    }
}

/// Only what is owed today may be sent: asked again for the same date and step, the answer is no.
fn send(
    case: &Case,
    numbers: &[(RecommendationNumber, u8)],
    step: &str,
    post: PostId,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let duties = duty::chases(case, facts.profile, facts.calendar, facts.today, facts.circumstances);
    let addressee = |number: RecommendationNumber| case.recommendation(number).map(|one| one.terms.addressee);
    let body = numbers.first().and_then(|(number, _)| addressee(*number));
    let mut events = Vec::new();
    for (place, (number, date_version)) in numbers.iter().enumerate() {
        let twice = numbers.iter().take(place).any(|(earlier, _)| earlier == number);
        if twice || addressee(*number) != body {
            return Err(Refusal::new("not-owed", "R31").field("number").with("number", number));
        }
        let is_owed = duties.iter().any(|duty| {
            matches!(duty, Duty::Chase { number: n, date_version: v, step: s, .. }
                if n == number && v == date_version && s == step)
        });
        if !is_owed {
            return Err(Refusal::new("not-owed", "R31").field("number").with("number", number));
        }
        let chase = Chase {
            date_version: *date_version,
            step: step.to_owned(),
            on: facts.today,
            post,
            undelivered: false,
        };
        events.push(Event::Chased { number: *number, chase });
    }
    let Some(body) = body else {
        return Err(Refusal::new("not-owed", "R31"));
    };
    let recipient = Recipient::Body { body };
    let rung = facts.profile.chase.iter().find(|rung| rung.id == step);
    let letter = rung.map_or(LetterKind::Chase, ChaseStep::letter);
    let numbers = numbers.iter().map(|(number, _)| *number).collect();
    events.push(owed(case, letter, recipient, numbers));
    Ok(events)
}

fn undelivered(case: &Case, post: PostId) -> Vec<Event> {
    let mut events = Vec::new();
    for one in &case.recommendations {
        for chase in one.chases.iter().filter(|chase| chase.post == post && !chase.undelivered) {
            events.push(Event::ChaseUndelivered {
                number: one.number,
                date_version: chase.date_version,
                step: chase.step.clone(),
            });
        }
    }
    events
}
