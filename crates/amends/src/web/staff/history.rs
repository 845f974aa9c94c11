//! What happened to a case, in the words of the office: for the timeline, and for whoever wrote while others changed it.

use amends_core::{
    actor::Actor,
    case::Case,
    event::Event,
    id::RecommendationNumber,
    recommendation::{Answer, Judgement},
    text::{Language, Words},
};
use amends_store::{
    ledger::Recorded,
    people::{BodyRecord, Staff as Member},
};
use serde::Serialize;

use super::shown::{body_name, staff_name, told};
use crate::{
    i18n,
    office::{ActError, Office},
};

/// One thing that happened, as the component `timeline` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Happened {
    /// What, in a short sentence.
    pub title: String,
    /// Who did it.
    pub by: String,
    /// When the office recorded it, where the office is.
    pub at: String,
    /// The day on which it happened, where that is another day than it was recorded.
    pub on: Option<String>,
    /// What was said.
    pub text: String,
}

/// What happened, in the order of the record, in the reader's language.
///
/// # Errors
/// Where the memory fails.
pub fn happened(
    office: &Office,
    case: &Case,
    history: &[Recorded],
    language: Language,
) -> Result<Vec<Happened>, ActError> {
    let names = Names { bodies: office.all_bodies()?, staff: office.staff()?, case, language };
    Ok(history.iter().map(|recorded| names.tell(office, recorded)).collect())
}

struct Names<'a> {
    bodies: Vec<BodyRecord>,
    staff: Vec<Member>,
    case: &'a Case,
    language: Language,
}

impl Names<'_> {
    fn tell(&self, office: &Office, recorded: &Recorded) -> Happened {
        let at = office.clock().local(recorded.recorded_at);
        let other_day = at.date() != recorded.effective_on;
        Happened {
            title: self.title(&recorded.event),
            by: self.who(&recorded.actor),
            at: at.strftime("%Y-%m-%dT%H:%M").to_string(),
            on: other_day.then(|| recorded.effective_on.to_string()),
            text: said(&recorded.event)
                .filter(|words| !words.is_blank())
                .map_or_else(String::new, |words| words.as_str().to_owned()),
        }
    }

    fn title(&self, event: &Event) -> String {
        let key = format!("happened-{}", kind_of(event).replace('_', "-"));
        let title = match event {
            Event::BodyAdded { body } => {
                told(self.language, &key, [("body", &body_name(&self.bodies, *body, self.language))])
            }
            Event::HandlerAssigned { handler } => {
                told(self.language, &key, [("name", &staff_name(&self.staff, *handler, self.language))])
            }
            Event::LetterOwed(letter) => {
                let name = i18n::t(self.language, &format!("letter-{}", letter.letter.code()));
                told(self.language, &key, [("letter", &name)])
            }
            _ => i18n::t(self.language, &key),
        };
        match number_of(event) {
            Some(number) => {
                let reference = self.case.reference.recommendation(number);
                told(self.language, "happened-to", [("what", &title), ("reference", &reference)])
            }
            None => title,
        }
    }

    fn who(&self, actor: &Actor) -> String {
        match actor {
            Actor::Staff { staff, .. } => staff_name(&self.staff, *staff, self.language),
            Actor::LinkOfficer { body, .. } | Actor::Colleague { body, .. } => {
                body_name(&self.bodies, *body, self.language)
            }
            Actor::Complainant { .. } => i18n::t(self.language, "who-complainant"),
            Actor::System => i18n::t(self.language, "who-system"),
        }
    }
}

/// The word of an event in the record.
fn kind_of(event: &Event) -> String {
    let written = serde_json::to_value(event).unwrap_or_default();
    written.get("kind").and_then(|kind| kind.as_str()).unwrap_or("unknown").to_owned()
}

/// The recommendation an event is about.
fn number_of(event: &Event) -> Option<RecommendationNumber> {
    match event {
        Event::RecommendationWritten { number, .. }
        | Event::RecommendationRevised { number, .. }
        | Event::RecommendationDropped { number, .. }
        | Event::ProposalAnswered { number, .. }
        | Event::EarlyActionAuthorised { number, .. }
        | Event::EvidenceDateSet { number, .. }
        | Event::ReviewStarted { number }
        | Event::ItemAssessed { number, .. }
        | Event::FurtherEvidenceRequested { number, .. }
        | Event::Judged { number, .. }
        | Event::SpecialReportConsidered { number, .. }
        | Event::Reopened { number, .. }
        | Event::ExtensionRequested { number, .. }
        | Event::ExtensionDecided { number, .. }
        | Event::HadItRecorded { number, .. }
        | Event::Chased { number, .. }
        | Event::ChaseUndelivered { number, .. } => Some(*number),
        Event::CommentsConsidered(consideration) => Some(consideration.number),
        Event::ComplainantCommented(comment) => comment.number,
        _ => None,
    }
}

/// The words that go with an event.
fn said(event: &Event) -> Option<&Words> {
    match event {
        Event::CaseOpened { opening, .. } => Some(&opening.title),
        Event::FindingRecorded(finding) => Some(&finding.fault),
        Event::CheckRecorded(check) => Some(&check.note),
        Event::ContactRecorded(contact) => Some(&contact.note),
        Event::RecommendationWritten { terms, .. } | Event::RecommendationRevised { terms, .. } => {
            Some(&terms.wording)
        }
        Event::RecommendationDropped { note, .. } => Some(note),
        Event::ProposalAnswered { position, .. } => answered(&position.answer),
        Event::SettlementRecorded(settlement) => Some(&settlement.what_went_wrong),
        Event::ComplainantCommented(comment) => Some(&comment.comment),
        Event::CommentsConsidered(consideration) => Some(&consideration.reasoning),
        Event::TurnedIntoInvestigation { reason, .. }
        | Event::CommentsExtended { reason, .. }
        | Event::FurtherDraftSkipped { reason }
        | Event::EarlyActionAuthorised { reason, .. }
        | Event::PublicReportConsidered { reason }
        | Event::DiscontinuedBySettlement { reason, .. }
        | Event::WithdrawalDecided { reason, .. }
        | Event::Reopened { reason, .. }
        | Event::ChasesStopped { reason } => Some(reason),
        Event::StandingChanged { note, .. } | Event::HadItRecorded { note, .. } => note.as_ref(),
        Event::ReceiptRecorded(receipt) => Some(&receipt.shown_by),
        Event::EvidenceReceived { submission, .. } => submission.statement.as_ref(),
        Event::ItemAssessed { finding, .. } => finding.comment.as_ref(),
        Event::FurtherEvidenceRequested { needed, .. } => needed.as_ref(),
        Event::Judged { judgement, .. } => judged(judgement),
        Event::SpecialReportConsidered { conclusion, .. } => Some(conclusion),
        Event::ExtensionRequested { request, .. } => Some(&request.reason),
        Event::ExtensionDecided { decision, .. } => Some(&decision.reason),
        _ => None,
    }
}

fn answered(answer: &Answer) -> Option<&Words> {
    match answer {
        Answer::Agree => None,
        Answer::AgreeWithChange { reason, .. } => Some(reason),
        Answer::AlreadyDone { account } => Some(account),
        Answer::Disagree { reasons } => Some(reasons),
        Answer::Question { question } => Some(question),
    }
}

fn judged(judgement: &Judgement) -> Option<&Words> {
    match judgement {
        Judgement::Met { .. } | Judgement::Superseded { .. } => None,
        Judgement::TreatedAsMet { note, .. } => Some(note),
        Judgement::NotMet { reasons } | Judgement::Refused { reasons, .. } => Some(reasons),
        Judgement::Ceased { reason } => Some(reason),
    }
}
