//! What happened, told to whom: one history, of which each reader sees what is theirs to see (I8).
//!
//! It is an allow-list: an event that no arm opens to a reader stays closed. Complainants and bodies read no private
//! note, no reasoning of the office, and nothing of anyone else; a body reads nothing that was recommended to another.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    case::Case,
    event::Event,
    id::{BodyId, RecommendationNumber},
    letter::{Letter, LetterKind, Recipient},
    party::Standing,
    recommendation::{DateReason, Judgement},
    text::Words,
};

mod about_one;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// The office.
    Staff,
    /// A body: its link officers and their colleagues.
    Body(BodyId),
    /// The complainant, or who stands in for them.
    Complainant,
}

/// One line of a timeline. Its sentence stands in the catalogues under `key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub on: Date,
    /// Which sentence: `timeline-decision-issued`.
    pub key: &'static str,
    /// What the sentence names: `date` (ISO 8601), `step`, `draft`, `days`.
    pub args: BTreeMap<&'static str, String>,
    /// The body the sentence names; its name is looked up by who shows it.
    pub body: Option<BodyId>,
    /// About which recommendations.
    pub numbers: Vec<RecommendationNumber>,
    /// The letter, where it tells of one.
    pub letter: Option<LetterKind>,
    /// What was written at the time, where this reader may read it.
    pub words: Option<Words>,
}

/// Every key, so that both catalogues can be checked to have its sentence.
pub const KEYS: &[&str] = &[
    "timeline-case-opened",
    "timeline-handler-assigned",
    "timeline-body-added",
    "timeline-finding-recorded",
    "timeline-check-recorded",
    "timeline-contact-recorded",
    "timeline-recommendation-written",
    "timeline-recommendation-revised",
    "timeline-recommendation-withdrawn",
    "timeline-resolution-proposed",
    "timeline-body-answered",
    "timeline-settlement-recorded",
    "timeline-turned-into-investigation",
    "timeline-draft-issued",
    "timeline-complainant-commented",
    "timeline-comments-extended",
    "timeline-reminded-to-comment",
    "timeline-comments-closed",
    "timeline-comments-considered",
    "timeline-further-draft-skipped",
    "timeline-early-action-authorised",
    "timeline-public-report-considered",
    "timeline-decision-issued",
    "timeline-discontinued",
    "timeline-case-closed",
    "timeline-complainant-withdrew",
    "timeline-complainant-died",
    "timeline-complainant-unreachable",
    "timeline-complainant-active",
    "timeline-case-goes-on",
    "timeline-case-ended",
    "timeline-complainant-substituted",
    "timeline-receipt-recorded",
    "timeline-chases-stopped",
    "timeline-chases-resumed",
    "timeline-letter",
    "timeline-compliance-complete",
    "timeline-compliance-closed-with-failures",
    "timeline-date-set",
    "timeline-date-extended",
    "timeline-date-moved",
    "timeline-awaited-event-happened",
    "timeline-evidence-received",
    "timeline-review-started",
    "timeline-item-assessed",
    "timeline-more-asked",
    "timeline-met",
    "timeline-met-late",
    "timeline-treated-as-met",
    "timeline-not-met",
    "timeline-refused",
    "timeline-ceased",
    "timeline-superseded",
    "timeline-special-report-considered",
    "timeline-reopened",
    "timeline-extension-requested",
    "timeline-extension-granted",
    "timeline-extension-refused",
    "timeline-had-it",
    "timeline-had-it-not",
    "timeline-chased",
    "timeline-chase-undelivered",
];

/// The timeline of a case for one reader, in the order things happened. `history` is every event with the day it was
/// recorded; `case` is what they fold to.
pub fn entries<'a>(
    case: &Case,
    history: impl IntoIterator<Item = (Date, &'a Event)>,
    viewer: Viewer,
) -> Vec<TimelineEntry> {
    history.into_iter().filter_map(|(on, event)| Reading { case, viewer, on }.entry(event)).collect()
}

/// One reader before one event.
#[derive(Clone, Copy)]
struct Reading<'a> {
    case: &'a Case,
    viewer: Viewer,
    on: Date,
}

impl Reading<'_> {
    fn line(self, key: &'static str) -> TimelineEntry {
        TimelineEntry {
            on: self.on,
            key,
            args: BTreeMap::new(),
            body: None,
            numbers: Vec::new(),
            letter: None,
            words: None,
        }
    }

    fn is_staff(self) -> bool {
        self.viewer == Viewer::Staff
    }

    /// Only the office reads this.
    fn staff(self, key: &'static str) -> Option<TimelineEntry> {
        self.is_staff().then(|| self.line(key))
    }

    /// The office and the complainant read this, and no body: it is about the complainant.
    fn complainants(self, key: &'static str) -> Option<TimelineEntry> {
        matches!(self.viewer, Viewer::Staff | Viewer::Complainant).then(|| self.line(key))
    }

    /// The office and one body read this.
    fn bodys(self, body: BodyId, key: &'static str) -> Option<TimelineEntry> {
        let theirs = self.is_staff() || self.viewer == Viewer::Body(body);
        theirs.then(|| self.line(key).named(body))
    }

    /// Everybody reads this, a body only where it is about a recommendation to it.
    fn about(self, number: RecommendationNumber, key: &'static str) -> Option<TimelineEntry> {
        let theirs = match self.viewer {
            Viewer::Staff | Viewer::Complainant => true,
            Viewer::Body(body) => {
                self.case.recommendation(number).is_some_and(|one| one.terms.addressee == body)
            }
        };
        theirs.then(|| self.line(key).number(number))
    }

    /// The numbers this reader may read of.
    fn readable(self, numbers: &[RecommendationNumber]) -> Vec<RecommendationNumber> {
        let theirs = |number: &&RecommendationNumber| match self.viewer {
            Viewer::Staff | Viewer::Complainant => true,
            Viewer::Body(body) => {
                self.case.recommendation(**number).is_some_and(|one| one.terms.addressee == body)
            }
        };
        numbers.iter().filter(theirs).copied().collect()
    }

    fn entry(self, event: &Event) -> Option<TimelineEntry> {
        match event {
            Event::CaseOpened { opening, .. } => {
                Some(self.line("timeline-case-opened").says(&opening.title, self.is_staff()))
            }
            Event::HandlerAssigned { .. } => self.staff("timeline-handler-assigned"),
            Event::BodyAdded { body } => match self.viewer {
                Viewer::Staff | Viewer::Complainant => Some(self.line("timeline-body-added").named(*body)),
                Viewer::Body(one) => (one == *body).then(|| self.line("timeline-body-added").named(*body)),
            },
            Event::FindingRecorded(finding) => self
                .staff("timeline-finding-recorded")
                .map(|line| line.named(finding.body).says(&finding.fault, true)),
            Event::CheckRecorded(done) => self
                .staff("timeline-check-recorded")
                .map(|line| line.with("check", done.check.code().replace('_', "-")).says(&done.note, true)),
            Event::ContactRecorded(contact) => {
                self.staff("timeline-contact-recorded").map(|line| line.says(&contact.note, true))
            }
            Event::ResolutionProposed(proposal) => {
                Some(self.line("timeline-resolution-proposed").with("date", proposal.answer_by))
            }
            Event::SettlementRecorded(settlement) => Some(
                self.line("timeline-settlement-recorded").says(&settlement.what_went_wrong, self.is_staff()),
            ),
            Event::TurnedIntoInvestigation { reason, .. } => {
                Some(self.line("timeline-turned-into-investigation").says(reason, self.is_staff()))
            }
            Event::CaseClosed { .. } => Some(self.line("timeline-case-closed")),
            Event::FinalDecisionIssued(_) => Some(self.line("timeline-decision-issued")),
            Event::DiscontinuedBySettlement { reason, .. } => {
                Some(self.line("timeline-discontinued").says(reason, self.is_staff()))
            }
            Event::ReceiptRecorded(receipt) => self
                .bodys(receipt.body, "timeline-receipt-recorded")
                .map(|line| line.with("date", receipt.received_on).says(&receipt.shown_by, self.is_staff())),
            Event::ChasesStopped { reason } => {
                self.staff("timeline-chases-stopped").map(|line| line.says(reason, true))
            }
            Event::ChasesResumed => self.staff("timeline-chases-resumed"),
            Event::LetterOwed(letter) => self.letter(letter),
            // A body hears by letter how the matter ended for it; how it ended for others is not its concern (E11).
            Event::ComplianceClosed { outcome, .. } => self.complainants(match outcome {
                crate::case::Compliance::Complete => "timeline-compliance-complete",
                crate::case::Compliance::NotStarted
                | crate::case::Compliance::Monitoring
                | crate::case::Compliance::ClosedWithFailures => "timeline-compliance-closed-with-failures",
            }),
            Event::StandingChanged { standing, note } => self.standing(*standing, note.as_ref()),
            Event::WithdrawalDecided { carry_on: true, reason, .. } => {
                self.complainants("timeline-case-goes-on").map(|line| line.says(reason, self.is_staff()))
            }
            Event::WithdrawalDecided { carry_on: false, reason, .. } => {
                Some(self.line("timeline-case-ended").says(reason, self.is_staff()))
            }
            Event::ComplainantSubstituted { .. } => self.complainants("timeline-complainant-substituted"),
            Event::DraftIssued(_)
            | Event::ComplainantCommented(_)
            | Event::CommentsExtended { .. }
            | Event::RemindedToComment { .. }
            | Event::CommentsClosed { .. }
            | Event::CommentsConsidered(_)
            | Event::FurtherDraftSkipped { .. }
            | Event::PublicReportConsidered { .. }
            | Event::ProposalAnswered { .. } => self.comments(event),
            Event::RecommendationWritten { .. }
            | Event::RecommendationRevised { .. }
            | Event::RecommendationDropped { .. }
            | Event::EarlyActionAuthorised { .. }
            | Event::EvidenceDateSet { .. }
            | Event::AwaitedEventHappened { .. }
            | Event::EvidenceReceived { .. }
            | Event::ReviewStarted { .. }
            | Event::ItemAssessed { .. }
            | Event::FurtherEvidenceRequested { .. }
            | Event::Judged { .. }
            | Event::SpecialReportConsidered { .. }
            | Event::Reopened { .. }
            | Event::ExtensionRequested { .. }
            | Event::ExtensionDecided { .. }
            | Event::HadItRecorded { .. }
            | Event::Chased { .. }
            | Event::ChaseUndelivered { .. } => self.about_one(event),
        }
    }

    fn letter(self, letter: &Letter) -> Option<TimelineEntry> {
        let theirs = match (self.viewer, letter.recipient) {
            (Viewer::Staff, _) | (Viewer::Complainant, Recipient::Complainant) => true,
            (Viewer::Body(one), Recipient::Body { body }) => one == body,
            (Viewer::Body(_), Recipient::Complainant) | (Viewer::Complainant, Recipient::Body { .. }) => {
                false
            }
        };
        theirs.then(|| {
            let mut line = self.line("timeline-letter");
            line.letter = Some(letter.letter);
            line.numbers = self.readable(&letter.numbers);
            line.body = match letter.recipient {
                Recipient::Body { body } => Some(body),
                Recipient::Complainant => None,
            };
            line
        })
    }

    fn standing(self, standing: Standing, note: Option<&Words>) -> Option<TimelineEntry> {
        let line = match standing {
            Standing::Withdrawn { .. } => self.complainants("timeline-complainant-withdrew"),
            Standing::Active => self.complainants("timeline-complainant-active"),
            Standing::Died { .. } => self.staff("timeline-complainant-died"),
            Standing::Unreachable { .. } => self.staff("timeline-complainant-unreachable"),
        };
        line.map(|line| match note {
            Some(note) => line.says(note, self.is_staff()),
            None => line,
        })
    }

    fn comments(self, event: &Event) -> Option<TimelineEntry> {
        match event {
            Event::DraftIssued(round) => {
                let asked = match self.viewer {
                    Viewer::Staff => true,
                    Viewer::Complainant => round.complainant.is_some(),
                    Viewer::Body(one) => round.bodies.iter().any(|(body, _)| *body == one),
                };
                asked.then(|| {
                    let mut line = self.line("timeline-draft-issued").with("draft", round.draft);
                    line.numbers = self.readable(&round.numbers);
                    line
                })
            }
            Event::ProposalAnswered { body, number, .. } => match self.viewer {
                Viewer::Staff | Viewer::Complainant => {
                    Some(self.line("timeline-body-answered").named(*body).number(*number))
                }
                Viewer::Body(one) => {
                    (one == *body).then(|| self.line("timeline-body-answered").named(*body).number(*number))
                }
            },
            Event::ComplainantCommented(comment) => {
                self.complainants("timeline-complainant-commented").map(|mut line| {
                    line.numbers = comment.number.into_iter().collect();
                    line.says(&comment.comment, true)
                })
            }
            Event::CommentsExtended { body, until, reason } => self
                .bodys(*body, "timeline-comments-extended")
                .map(|line| line.with("date", until).says(reason, self.is_staff())),
            Event::RemindedToComment { body, .. } => self.bodys(*body, "timeline-reminded-to-comment"),
            Event::CommentsClosed { .. } => self.staff("timeline-comments-closed"),
            Event::CommentsConsidered(about) => self
                .staff("timeline-comments-considered")
                .map(|line| line.number(about.number).says(&about.reasoning, true)),
            Event::FurtherDraftSkipped { reason } => {
                self.staff("timeline-further-draft-skipped").map(|line| line.says(reason, true))
            }
            Event::PublicReportConsidered { reason } => {
                self.staff("timeline-public-report-considered").map(|line| line.says(reason, true))
            }
            _ => None,
        }
    }
}

impl TimelineEntry {
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    fn named(mut self, body: BodyId) -> Self {
        self.body = Some(body);
        self
    }

    fn number(mut self, number: RecommendationNumber) -> Self {
        self.numbers = vec![number];
        self
    }

    /// The words, if this reader may read them.
    fn says(mut self, words: &Words, may_read: bool) -> Self {
        self.words = may_read.then(|| words.clone());
        self
    }
}

/// The sentence for a judgement.
fn judged(judgement: &Judgement) -> &'static str {
    match judgement {
        Judgement::Met { days_late, .. } if *days_late > 0 => "timeline-met-late",
        Judgement::Met { .. } => "timeline-met",
        Judgement::TreatedAsMet { .. } => "timeline-treated-as-met",
        Judgement::NotMet { .. } => "timeline-not-met",
        Judgement::Refused { .. } => "timeline-refused",
        Judgement::Ceased { .. } => "timeline-ceased",
        Judgement::Superseded { .. } => "timeline-superseded",
    }
}

/// The sentence for a date.
fn dated(because: &DateReason) -> &'static str {
    match because {
        DateReason::Decision => "timeline-date-set",
        DateReason::Extension { .. } => "timeline-date-extended",
        DateReason::FurtherEvidence
        | DateReason::EventHappened
        | DateReason::Reopened
        | DateReason::Correction { .. } => "timeline-date-moved",
    }
}
