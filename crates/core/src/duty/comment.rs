//! What is owed before a decision: reminders, consideration, agreement, the decision itself (R6, R15, R16, R19, R21, E1, E2).

use jiff::civil::Date;

use super::Duty;
use crate::{
    calendar::Calendar,
    case::{Case, ConsideredOutcome, Stage},
    id::BodyId,
    recommendation::{Recommendation, Scope},
};

/// A body that has not answered is reminded when no more than this many working days are left.
const REMIND_WORKING_DAYS: i32 = 2;

pub(super) fn before_the_decision(case: &Case, calendar: &Calendar, today: Date) -> Vec<Duty> {
    let mut owed = Vec::new();
    if case.awaits_decision_on_withdrawal() && anything_hangs_on_it(case) {
        owed.push(Duty::DecideAfterWithdrawal);
    }
    match case.stage() {
        Stage::OutForComment | Stage::ProposalSent | Stage::Negotiating => {
            owed.extend(while_comments_are_out(case, calendar, today));
        }
        Stage::ConsideringComments => {
            owed.push(Duty::ConsiderComments { owed_on: today });
            if stands_against_the_body(case) {
                owed.push(Duty::DecideOnPublicReport);
            }
        }
        Stage::Agreed => owed.push(Duty::CloseWithAgreedActions),
        Stage::FinalReady => owed.push(Duty::IssueFinalDecision),
        Stage::ConsiderPublicReport => owed.push(Duty::DecideOnPublicReport),
        Stage::Assessing
        | Stage::ClosedEarlyResolution
        | Stage::Investigating
        | Stage::DraftReady
        | Stage::FinalIssued
        | Stage::DiscontinuedBySettlement
        | Stage::Discontinued => {}
    }
    owed
}

/// Before the decision the whole case hangs on it; after it, what was recommended for the person alone (E1, E2).
fn anything_hangs_on_it(case: &Case) -> bool {
    let personal = |one: &Recommendation| one.terms.scope == Scope::Personal;
    !case.is_decided() || case.live().any(|one| personal(one) && !one.state().is_terminal())
}

/// The bodies that are asked and have not answered, with the day by which they should.
fn silent_bodies(case: &Case) -> impl Iterator<Item = (BodyId, Date)> + '_ {
    case.bodies.iter().filter_map(|body| {
        let mut theirs = case.live().filter(|one| one.terms.addressee == *body);
        let silent = theirs.any(|one| one.position().is_none());
        case.asked_to_answer_by(*body).filter(|_| silent).map(|by| (*body, by))
    })
}

/// The day from which a body that must answer by `by` is reminded. Where the whole time is no longer than that, nobody
/// is reminded on the day they were asked.
fn reminder_on(case: &Case, by: Date, calendar: &Calendar) -> Option<Date> {
    let asked_on = match case.stage() {
        Stage::OutForComment => case.latest_draft().map(|round| round.issued_on),
        _ => case.proposal.as_ref().map(|proposal| proposal.sent_on),
    }?;
    let day = calendar.working_days_from(by, -REMIND_WORKING_DAYS)?;
    (day > asked_on).then_some(day)
}

/// The next day on which a body will be reminded to answer, if it says nothing until then.
pub fn next_reminder_to_comment_on(case: &Case, calendar: &Calendar) -> Option<Date> {
    match case.stage() {
        Stage::OutForComment | Stage::ProposalSent | Stage::Negotiating => {}
        _ => return None,
    }
    silent_bodies(case)
        .filter(|(body, _)| !case.reminded_to_comment.contains(body))
        .filter_map(|(_, by)| reminder_on(case, by, calendar))
        .min()
}

/// The bodies that are to be reminded today to say what they think of a draft or a proposal (R15).
pub fn reminders_to_comment(case: &Case, calendar: &Calendar, today: Date) -> Vec<Duty> {
    match case.stage() {
        Stage::OutForComment | Stage::ProposalSent | Stage::Negotiating => {}
        _ => return Vec::new(),
    }
    silent_bodies(case)
        .filter(|(body, by)| {
            let near = reminder_on(case, *by, calendar).is_some_and(|from| from <= today) && *by >= today;
            near && !case.reminded_to_comment.contains(body) && calendar.is_working_day(today)
        })
        .map(|(body, by)| Duty::RemindToComment { body, by })
        .collect()
}

fn while_comments_are_out(case: &Case, calendar: &Calendar, today: Date) -> Vec<Duty> {
    let mut owed = reminders_to_comment(case, calendar, today);
    let silent: Vec<_> = silent_bodies(case).collect();
    let complainant_by =
        case.latest_draft().filter(|_| case.stage() == Stage::OutForComment).and_then(|round| {
            let said = case.complainant_comments.iter().any(|comment| comment.draft == round.draft);
            round.complainant.filter(|_| !said)
        });
    let last = silent.iter().map(|(_, by)| *by).chain(complainant_by).max();
    let agreed = case.live().all(Recommendation::is_agreed);
    match last {
        Some(until) if until >= today => {}
        _ if case.stage() == Stage::ProposalSent && agreed => owed.push(Duty::RecordSettlement),
        Some(until) => owed.push(Duty::ConsiderComments { owed_on: until }),
        None => owed.push(Duty::ConsiderComments { owed_on: today }),
    }
    owed
}

/// Does the office stand by everything to which a body has not agreed (R21)?
fn stands_against_the_body(case: &Case) -> bool {
    let draft = case.latest_draft().map_or(0, |round| round.draft);
    let mut disputed = case.live().filter(|one| !one.is_agreed()).peekable();
    disputed.peek().is_some()
        && disputed.all(|one| {
            let of_this = case
                .considerations
                .iter()
                .rev()
                .find(|about| about.number == one.number && about.draft == draft);
            of_this.is_some_and(|about| about.outcome == ConsideredOutcome::Stands)
        })
}
