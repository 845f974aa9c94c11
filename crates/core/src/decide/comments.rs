//! What the parties say of a proposal, and how the office considers it (R10–R13, R15, R18–R21, E20, E37).

use jiff::civil::Date;

use super::{Facts, find, has_come, owed, said, to_come, writing};
use crate::{
    case::{Case, ComplainantComment, Consideration, ConsideredOutcome, Route, Stage},
    command::Command,
    duty::{self, Duty},
    event::Event,
    id::{BodyId, PostId, RecommendationNumber},
    letter::{LetterKind, Recipient},
    recommendation::{Answer, Position, Recommendation},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::AnswerProposal { body, number, answer, received_on, checked_with } => {
            let position = Position {
                answer: answer.clone(),
                draft: case.latest_draft().map_or(0, |round| round.draft),
                received_on: *received_on,
                checked_with: checked_with.clone().filter(|words| !words.is_blank()),
            };
            return answer_proposal(case, *body, *number, position, facts);
        }
        Command::RecordComplainantComment { number, comment, received_on } => {
            said(comment, "comment", "R9")?;
            has_come(*received_on, facts.today, "received_on", "R15")?;
            if case.complainant.is_none() {
                return Err(Refusal::new("no-complainant", "E35"));
            }
            let draft = out_for_comment(case)?;
            after_it_went(case, *received_on)?;
            if let Some(number) = number {
                find(case, *number)?;
            }
            let comment = ComplainantComment {
                draft,
                number: *number,
                comment: comment.clone(),
                received_on: *received_on,
            };
            Event::ComplainantCommented(comment)
        }
        Command::ExtendComments { body, until, reason } => {
            said(reason, "reason", "R15")?;
            to_come(*until, facts.today, "until", "R15")?;
            if case.stage() != Stage::OutForComment {
                return Err(Refusal::new("not-out-for-comment", "R15"));
            }
            match case.asked_to_answer_by(*body) {
                None => return Err(Refusal::new("body-not-in-draft", "E11").field("body")),
                Some(by) if *until <= by => {
                    return Err(Refusal::new("not-later", "R15").field("until").with("date", by));
                }
                Some(_) => {}
            }
            Event::CommentsExtended { body: *body, until: *until, reason: reason.clone() }
        }
        Command::RemindToComment { body, post } => return remind(case, *body, *post, facts),
        Command::CloseComments => close(case, facts.today)?,
        Command::ConsiderComments { number, outcome, reasoning } => {
            consider(case, *number, *outcome, reasoning, facts)?
        }
        Command::SkipFurtherDraft { reason } => {
            said(reason, "reason", "R20")?;
            if case.changed_since_draft.is_empty() {
                return Err(Refusal::new("nothing-changed", "R20"));
            }
            Event::FurtherDraftSkipped { reason: reason.clone() }
        }
        Command::ConsiderPublicReport { reason } => {
            said(reason, "reason", "R21")?;
            if case.stage() != Stage::ConsideringComments || case.live().all(Recommendation::is_agreed) {
                return Err(Refusal::new("no-disagreement", "R21"));
            }
            Event::PublicReportConsidered { reason: reason.clone() }
        }
        _ => return Err(Refusal::new("not-out-for-comment", "R9")),
    };
    Ok(vec![event])
}

/// The draft that is out, or was the last to be out before the decision: comments are taken until then (§2.7).
fn out_for_comment(case: &Case) -> Result<u8, Refusal> {
    match (case.latest_draft(), case.stage()) {
        (Some(_), Stage::FinalIssued | Stage::DiscontinuedBySettlement | Stage::Discontinued) | (None, _) => {
            Err(Refusal::new("not-out-for-comment", "R9"))
        }
        (Some(round), _) => Ok(round.draft),
    }
}

fn answer_proposal(
    case: &Case,
    body: BodyId,
    number: RecommendationNumber,
    position: Position,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = find(case, number)?;
    if one.dropped.is_some() {
        return Err(Refusal::new("withdrawn-already", "R12").field("number").with("number", number));
    }
    if one.terms.addressee != body {
        return Err(Refusal::new("not-this-body", "E11").field("number").with("number", number));
    }
    has_come(position.received_on, facts.today, "received_on", "R15")?;
    match (case.route, &case.proposal) {
        (Route::EarlyResolution, Some(_)) if case.settlement.is_none() && !case.is_decided() => {}
        (Route::EarlyResolution, _) => return Err(Refusal::new("nothing-proposed", "R5")),
        (Route::Investigation, _) => {
            out_for_comment(case)?;
        }
    }
    after_it_went(case, position.received_on)?;
    let Some((_, put)) = one.in_drafts.last() else {
        return Err(Refusal::new("not-in-draft", "R9").field("number").with("number", number));
    };
    // In an early resolution the proposal is the agreement: what was changed since is put to the body again.
    if case.route == Route::EarlyResolution && writing::changes_in_substance(put, &one.terms) {
        return Err(Refusal::new("changed-since-proposed", "R6").field("number").with("number", number));
    }
    match &position.answer {
        Answer::Agree => {}
        Answer::AgreeWithChange { wording, evidence_due_on, reason } => {
            said(reason, "reason", "R10")?;
            if wording.as_ref().is_none_or(crate::text::Words::is_blank) && evidence_due_on.is_none() {
                return Err(Refusal::new("change-missing", "R10").field("wording"));
            }
        }
        Answer::AlreadyDone { account } => said(account, "account", "R12")?,
        Answer::Disagree { reasons } => said(reasons, "reasons", "R18")?,
        Answer::Question { question } => said(question, "question", "R13")?,
    }
    Ok(vec![Event::ProposalAnswered { body, number, position }])
}

/// Nobody answers before they were asked: an earlier day is a slip of the pen.
fn after_it_went(case: &Case, received_on: Date) -> Result<(), Refusal> {
    let sent_on = match case.route {
        Route::EarlyResolution => case.proposal.as_ref().map(|proposal| proposal.sent_on),
        Route::Investigation => case.latest_draft().map(|round| round.issued_on),
    };
    match sent_on.filter(|sent_on| received_on < *sent_on) {
        None => Ok(()),
        Some(sent_on) => {
            Err(Refusal::new("answered-before-asked", "R15").field("received_on").with("date", sent_on))
        }
    }
}

/// Only what is owed today may be sent: one reminder to each body for each draft.
fn remind(case: &Case, body: BodyId, post: PostId, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let owed_today = duty::duties(case, facts.profile, facts.calendar, facts.today, facts.circumstances);
    if !owed_today.iter().any(|duty| matches!(duty, Duty::RemindToComment { body: one, .. } if *one == body))
    {
        return Err(Refusal::new("not-owed", "R15").field("body"));
    }
    let silent = case.live().filter(|one| one.terms.addressee == body && one.position().is_none());
    let numbers = silent.map(|one| one.number).collect();
    Ok(vec![
        Event::RemindedToComment { body, on: facts.today, post },
        owed(case, LetterKind::CommentReminder, Recipient::Body { body }, numbers),
    ])
}

/// Comments close when everyone has answered, or when the time is over. Silence is not agreement (E20).
fn close(case: &Case, today: Date) -> Result<Event, Refusal> {
    let Some(round) = case.latest_draft().filter(|_| case.stage() == Stage::OutForComment) else {
        return Err(Refusal::new("not-out-for-comment", "R9"));
    };
    let answered = |body: BodyId| {
        case.live().filter(|one| one.terms.addressee == body).all(|one| one.position().is_some())
    };
    let silent: Vec<_> = round.bodies.iter().filter(|(body, _)| !answered(*body)).collect();
    let still_time = silent.iter().map(|(_, by)| *by).filter(|by| *by >= today).max();
    let complainant_silent = !case.complainant_comments.iter().any(|comment| comment.draft == round.draft);
    let complainant_time = round.complainant.filter(|by| complainant_silent && *by >= today);
    if let Some(until) = still_time.into_iter().chain(complainant_time).max() {
        return Err(Refusal::new("time-to-comment-left", "R9").with("date", until));
    }
    Ok(Event::CommentsClosed { on: today, silent: silent.into_iter().map(|(body, _)| *body).collect() })
}

fn consider(
    case: &Case,
    number: RecommendationNumber,
    outcome: ConsideredOutcome,
    reasoning: &crate::text::Words,
    facts: &Facts<'_>,
) -> Result<Event, Refusal> {
    find(case, number)?;
    said(reasoning, "reasoning", "R19")?;
    let draft = out_for_comment(case)?;
    let consideration =
        Consideration { draft, number, outcome, reasoning: reasoning.clone(), on: facts.today };
    Ok(Event::CommentsConsidered(consideration))
}
