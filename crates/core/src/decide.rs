//! What the office may do in answer to a command, or the reason it may not. The only place where a rule stands.

use jiff::civil::Date;

use crate::{
    actor::{Actor, StaffRole},
    body::Body,
    calendar::Calendar,
    case::{Case, Compliance},
    command::Command,
    duty::Circumstances,
    event::Event,
    evolve::evolve,
    id::{BodyId, CaseId, RecommendationNumber},
    letter::{Letter, LetterKind, Recipient},
    profile::Profile,
    recommendation::Recommendation,
    refusal::Refusal,
    text::Words,
};

mod chase;
mod comments;
mod decision;
mod draft;
mod evidence;
mod extension;
mod judgement;
mod opening;
mod people;
mod receipt;
mod sending;
mod settlement;
mod writing;

pub use sending::missing_checks;

/// What the shell looked up before it asked.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The case asked about, or the id a new one will have.
    pub case: CaseId,
    /// The day in the office's time zone.
    pub today: Date,
    /// Who asks.
    pub actor: &'a Actor,
    /// The jurisdiction profile of the case.
    pub profile: &'a Profile,
    /// The office's calendar.
    pub calendar: &'a Calendar,
    /// The bodies of the case, and any the command names.
    pub bodies: &'a [Body],
    /// What stands against chasing today, from outside the case.
    pub circumstances: &'a Circumstances,
}

impl Facts<'_> {
    /// One of the bodies looked up.
    pub fn body(&self, id: BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }
}

/// What happens, or why it may not. What follows of itself (a matter closing once all is met) is part of the answer.
///
/// # Errors
/// A [`Refusal`] names the rule, the field and, through its sentence, the mend.
pub fn decide(case: Option<&Case>, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(case) = case else {
        return match command {
            Command::OpenCase(opening) => opening::open(opening, facts),
            _ => Err(Refusal::new("case-not-open", "I1")),
        };
    };
    if let Command::OpenCase(_) = command {
        return Err(Refusal::new("case-open-already", "I1"));
    }
    outsiders_name_no_day(command, facts)?;
    let mut events = decide_open(case, command, facts)?;
    close_what_has_ended(case, facts.today, &mut events);
    Ok(events)
}

fn decide_open(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::OpenCase(_)
        | Command::AssignHandler { .. }
        | Command::AddBody { .. }
        | Command::RecordFinding { .. }
        | Command::RecordCheck { .. }
        | Command::RecordContact { .. } => opening::decide(case, command, facts),
        Command::WriteRecommendation { .. }
        | Command::ReviseRecommendation { .. }
        | Command::DropRecommendation { .. } => writing::decide(case, command, facts),
        Command::ProposeResolution { .. }
        | Command::RecordSettlement { .. }
        | Command::CloseWithAgreedActions
        | Command::TurnIntoInvestigation { .. } => settlement::decide(case, command, facts),
        Command::IssueDraft { .. } | Command::AuthoriseEarlyAction { .. } => {
            draft::decide(case, command, facts)
        }
        Command::AnswerProposal { .. }
        | Command::RecordComplainantComment { .. }
        | Command::ExtendComments { .. }
        | Command::RemindToComment { .. }
        | Command::CloseComments
        | Command::ConsiderComments { .. }
        | Command::SkipFurtherDraft { .. }
        | Command::ConsiderPublicReport { .. } => comments::decide(case, command, facts),
        Command::IssueFinalDecision { .. } | Command::DiscontinueBySettlement { .. } => {
            decision::decide(case, command, facts)
        }
        Command::RecordWithdrawal { .. }
        | Command::DecideAfterWithdrawal { .. }
        | Command::RecordDeath { .. }
        | Command::SubstituteComplainant { .. }
        | Command::RecordUnreachable { .. }
        | Command::RecordHadIt { .. } => people::decide(case, command, facts),
        Command::RecordReceipt { .. } | Command::RecordEvent { .. } | Command::RecomputeDate { .. } => {
            receipt::decide(case, command, facts)
        }
        Command::ReceiveEvidence(_) | Command::StartReview { .. } | Command::AssessItem { .. } => {
            evidence::decide(case, command, facts)
        }
        Command::JudgeMet { .. }
        | Command::AskForMore { .. }
        | Command::TreatAsMet { .. }
        | Command::JudgeNotMet { .. }
        | Command::RecordRefusal { .. }
        | Command::Cease { .. }
        | Command::Supersede { .. }
        | Command::RecordSpecialReportConsidered { .. }
        | Command::Reopen { .. } => judgement::decide(case, command, facts),
        Command::RequestExtension { .. } | Command::DecideExtension { .. } => {
            extension::decide(case, command, facts)
        }
        Command::StopChases { .. }
        | Command::ResumeChases
        | Command::SendChase { .. }
        | Command::RecordUndelivered { .. } => chase::decide(case, command, facts),
    }
}

/// Who comes by a link of their own says nothing of the day: what counts is when the office had it (R15, R24, R30).
/// Staff enter what came by post or telephone, with its day; mail brings its own.
fn outsiders_name_no_day(command: &Command, facts: &Facts<'_>) -> Result<(), Refusal> {
    let by_link = matches!(
        facts.actor,
        Actor::LinkOfficer { link: Some(_), .. }
            | Actor::Colleague { .. }
            | Actor::Complainant { link: Some(_), .. }
    );
    let (day, field) = match command {
        Command::AnswerProposal { received_on, .. }
        | Command::RecordComplainantComment { received_on, .. } => (*received_on, "received_on"),
        Command::ReceiveEvidence(submission) => (submission.received_on, "received_on"),
        Command::RequestExtension { asked_on, .. } => (*asked_on, "asked_on"),
        _ => return Ok(()),
    };
    if by_link && day != facts.today {
        return Err(Refusal::new("day-is-today", "R24").field(field).with("date", facts.today));
    }
    Ok(())
}

/// Once everything recommended to a body has ended, that body and the complainant are told; once everything has, the
/// compliance of the case closes (R33, E11). Each body hears how it ended for itself.
fn close_what_has_ended(case: &Case, today: Date, events: &mut Vec<Event>) {
    let judged = events.iter().any(|event| matches!(event, Event::Judged { .. }));
    let Some(after) = events.iter().fold(Some(case.clone()), evolve).filter(|_| judged) else { return };
    let numbers_of = |body: BodyId| -> Vec<RecommendationNumber> {
        after.live().filter(|one| one.terms.addressee == body).map(|one| one.number).collect()
    };
    let ended = |body: &&BodyId| after.all_ended_for(**body) && !case.all_ended_for(**body);
    let all_ended = after.all_ended() && after.compliance_closed.is_none();
    if all_ended {
        let last_evidence_on = after.evidence.iter().map(|one| one.submission.received_on).max();
        events.push(Event::ComplianceClosed { outcome: after.outcome(), on: today, last_evidence_on });
    }
    for body in after.bodies.iter().filter(ended) {
        let letter = closing_letter(after.outcome_for(*body));
        events.push(owed(&after, letter, Recipient::Body { body: *body }, numbers_of(*body)));
        if !all_ended {
            events.extend(to_complainant(&after, letter, &numbers_of(*body)));
        }
    }
    if all_ended {
        let numbers: Vec<_> = after.live().map(|one| one.number).collect();
        events.extend(to_complainant(&after, closing_letter(after.outcome()), &numbers));
    }
}

fn closing_letter(outcome: Compliance) -> LetterKind {
    match outcome {
        Compliance::Complete => LetterKind::Completion,
        Compliance::NotStarted | Compliance::Monitoring | Compliance::ClosedWithFailures => {
            LetterKind::ClosedWithFailures
        }
    }
}

/// One letter to each body concerned, and one to the complainant where there is one to write to.
fn to_both_parties(case: &Case, letter: LetterKind, numbers: &[RecommendationNumber]) -> Vec<Event> {
    let mut letters = to_bodies(case, letter, numbers);
    letters.extend(to_complainant(case, letter, numbers));
    letters
}

/// One letter to each body that has one of these recommendations.
fn to_bodies(case: &Case, letter: LetterKind, numbers: &[RecommendationNumber]) -> Vec<Event> {
    let concerned = |body: BodyId| -> Vec<RecommendationNumber> {
        let addressed = |number: &&RecommendationNumber| {
            case.recommendation(**number).is_some_and(|one| one.terms.addressee == body)
        };
        numbers.iter().filter(addressed).copied().collect()
    };
    let bodies = case.bodies.iter().map(|body| (*body, concerned(*body)));
    bodies
        .filter(|(_, numbers)| !numbers.is_empty())
        .map(|(body, numbers)| owed(case, letter, Recipient::Body { body }, numbers))
        .collect()
}

/// One letter to every body of the case, each about what was recommended to it; a body that was complained of hears the
/// outcome even where nothing was recommended to it (R22, E11).
fn to_every_body(case: &Case, letter: LetterKind) -> Vec<Event> {
    let theirs = |body: BodyId| {
        case.live().filter(|one| one.terms.addressee == body).map(|one| one.number).collect::<Vec<_>>()
    };
    case.bodies
        .iter()
        .map(|body| owed(case, letter, Recipient::Body { body: *body }, theirs(*body)))
        .collect()
}

/// A letter to the complainant; none in an own-initiative case (E35), none to a person who has died (E1).
fn to_complainant(case: &Case, letter: LetterKind, numbers: &[RecommendationNumber]) -> Option<Event> {
    case.has_complainant_to_ask().then(|| owed(case, letter, Recipient::Complainant, numbers.to_vec()))
}

fn owed(case: &Case, letter: LetterKind, recipient: Recipient, numbers: Vec<RecommendationNumber>) -> Event {
    let to = match recipient {
        Recipient::Body { body } => body.to_string(),
        Recipient::Complainant => "complainant".to_owned(),
    };
    let joined: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    let key = format!("{}/{}/{}/{to}", letter.code(), case.seq, joined.join("+"));
    let language = match recipient {
        Recipient::Complainant => case.complainant.as_ref().map(|complainant| complainant.language),
        Recipient::Body { .. } => None,
    };
    Event::LetterOwed(Letter {
        letter,
        recipient,
        numbers,
        key,
        language,
        template_version: None,
        data: None,
    })
}

/// Does a manager or the ombudsman ask?
fn by_senior(facts: &Facts<'_>) -> bool {
    matches!(facts.actor, Actor::Staff { role: StaffRole::Manager | StaffRole::Ombudsman, .. })
}

/// The recommendation a command names.
fn find(case: &Case, number: RecommendationNumber) -> Result<&Recommendation, Refusal> {
    let unknown = || Refusal::new("no-such-recommendation", "R25").field("number").with("number", number);
    case.recommendation(number).ok_or_else(unknown)
}

/// A recommendation whose compliance counts and has not ended.
fn open(case: &Case, number: RecommendationNumber) -> Result<&Recommendation, Refusal> {
    let one = find(case, number)?;
    if !one.decided {
        return Err(Refusal::new("not-decided-yet", "R17").field("number").with("number", number));
    }
    if one.state().is_terminal() {
        return Err(Refusal::new("ended-already", "R33").field("number").with("number", number));
    }
    Ok(one)
}

/// A reason must be given in words.
fn said(words: &Words, field: &str, rule: &str) -> Result<(), Refusal> {
    if words.is_blank() { Err(Refusal::new("reason-missing", rule).field(field)) } else { Ok(()) }
}

/// A day that has come: what is recorded as having happened cannot lie in the future.
fn has_come(on: Date, today: Date, field: &str, rule: &str) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::new("date-in-future", rule).field(field).with("date", on));
    }
    Ok(())
}

/// A day that is still to come.
fn to_come(on: Date, today: Date, field: &str, rule: &str) -> Result<(), Refusal> {
    if on <= today {
        return Err(Refusal::new("date-passed", rule).field(field).with("date", on));
    }
    Ok(())
}
