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
mod disclosure;
mod draft;
mod escalation;
mod evidence;
mod extension;
mod following;
mod handling;
mod instrument;
mod judgement;
mod keeping;
mod opening;
mod people;
mod receipt;
mod recurrence;
mod route;
mod sending;
mod settlement;
mod succession;
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
    fix_edition(case, facts, &mut events);
    Ok(events)
}

/// What is issued under an edition of the profile is followed up under it: a profile that changes while cases run applies
/// to new instruments only.
fn fix_edition(case: &Case, facts: &Facts<'_>, events: &mut Vec<Event>) {
    let edition = &facts.profile.edition;
    if events.iter().any(issues) && case.edition.as_ref() != Some(edition) {
        events.push(Event::ProfileEditionFixed { edition: edition.clone() });
    }
}

/// Does something leave the office with this that is followed up?
fn issues(event: &Event) -> bool {
    matches!(
        event,
        Event::FinalDecisionIssued(_)
            | Event::DiscontinuedBySettlement { .. }
            | Event::SettlementRecorded(_)
            | Event::InstrumentIssued(_)
    )
}

/// To which room of the rules a command goes; those that need no more than the case, the command and the facts by the name
/// of their room alone. No arm stands for "the rest": a new command must be placed.
macro_rules! rooms {
    ($of:expr; $($room:ident: $($kind:ident)+;)+ $(=> $($other:tt)+)?) => {
        match $of.1 {
            $($(Command::$kind { .. })|+ => $room::decide($of.0, $of.1, $of.2),)+
            $($($other)+)?
        }
    };
}

fn decide_open(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    rooms! { (case, command, facts);
        opening: OpenCase AssignHandler AddBody RecordFinding RecordCheck RecordContact;
        writing: WriteRecommendation ReviseRecommendation DropRecommendation;
        settlement: ProposeResolution RecordSettlement CloseWithAgreedActions TurnIntoInvestigation;
        draft: IssueDraft AuthoriseEarlyAction;
        comments:
            AnswerProposal RecordComplainantComment ExtendComments RemindToComment CloseComments ConsiderComments
            SkipFurtherDraft ConsiderPublicReport;
        decision: IssueFinalDecision DiscontinueBySettlement;
        people:
            RecordWithdrawal DecideAfterWithdrawal RecordDeath SubstituteComplainant RecordUnreachable RecordHadIt;
        receipt: RecordReceipt RecordEvent RecomputeDate;
        evidence: ReceiveEvidence StartReview AssessItem;
        judgement:
            JudgeMet AskForMore TreatAsMet JudgeNotMet RecordRefusal Cease Supersede RecordSpecialReportConsidered
            Reopen;
        extension: RequestExtension DecideExtension;
        chase: StopChases ResumeChases SendChase RecordUndelivered;
        route: RecordPeriod RecordCriterion GiveReportNotice NameContractingBody;
        instrument: PrepareInstrument CommentOnInstrument IssueInstrument;
        following: RecordOfInstrument RuleOnInstrument;
        escalation: TakeEscalationStep LinkCase;
        keeping:
            MarkSignificant PlaceHold LiftHold Retain ProposeDisposal ApproveDisposal RecordDisposal
            RecordPostDecisionReview;
        =>
        // Earlier improvements.
        Command::JudgeEarlier { body, earlier, conclusion, reasons } => {
            recurrence::judge(case, *body, earlier, *conclusion, reasons, facts)
        }
        Command::ReferToEarlier(paragraph) => recurrence::refer(case, paragraph),
        // Escalation and handling.
        Command::RecordHandling { body, code, note, because } => {
            handling::record(case, *body, code, note, *because, facts)
        }
        Command::QuarantineEvidence(ask) => disclosure::quarantine(case, ask, facts),
        Command::AcceptMovedEvidence(moved) => disclosure::accept(case, moved, facts),
        Command::NoteEvidenceMoved(moved) => disclosure::moved_out(case, moved),
        Command::ClassifyFile(classified) => disclosure::classify(case, classified),
        Command::AddRedactedCopy(copy) => disclosure::add_copy(case, copy),
        Command::BarDocument(barred) => disclosure::bar(case, barred),
        Command::LiftBar(lifted) => disclosure::lift(case, lifted),
        Command::Disclose(disclosed) => disclosure::disclose(case, disclosed, facts),
        Command::RecordTranslation(step) => disclosure::translate(case, step, facts),
        Command::FollowSuccessor(follow) => succession::follow(case, follow, facts),
        Command::CeaseOnClosure(ceased) => succession::cease(case, ceased, facts),
        Command::RestOnFreeze(rests) => succession::rest_on_freeze(case, rests, facts),
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
    if !events.iter().any(|event| matches!(event, Event::Judged { .. })) {
        return;
    }
    let Some(after) = events.iter().fold(Some(case.clone()), evolve) else { return };
    let numbers_of = |body: BodyId| -> Vec<RecommendationNumber> {
        after.live().filter(|one| one.terms.addressee == body).map(|one| one.number).collect()
    };
    let ended = |body: &&BodyId| after.all_ended_for(**body) && !case.all_ended_for(**body);
    let all_ended = after.all_ended() && after.compliance_closed.is_none();
    if all_ended {
        let last_evidence_on = after.counted_evidence().map(|one| one.submission.received_on).max();
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

/// Does somebody in this role or above ask? Coordinators and administrators decide no case.
fn reaches(facts: &Facts<'_>, least: StaffRole) -> bool {
    let rank = |role: StaffRole| match role {
        StaffRole::Administrator | StaffRole::Coordinator => 0,
        StaffRole::Caseworker => 1,
        StaffRole::Manager => 2,
        StaffRole::Ombudsman => 3,
    };
    matches!(facts.actor, Actor::Staff { role, .. } if rank(*role) > 0 && rank(*role) >= rank(least))
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
