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
    text::Words,
};

mod about_one;
mod apart;
mod course;
mod earlier;
mod ending;
mod instruments;
mod keeping;
mod line;

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
    "timeline-profile-edition-fixed",
    "timeline-period-agreed",
    "timeline-period-specified",
    "timeline-criterion-recorded",
    "timeline-report-notice",
    "timeline-contracting-body",
    "timeline-instrument-prepared",
    "timeline-instrument-commented",
    "timeline-instrument-issued",
    "timeline-instrument-told",
    "timeline-instrument-ruled",
    "timeline-escalation-step",
    "timeline-case-linked",
    "timeline-earlier-judged",
    "timeline-earlier-referred-to",
    "timeline-handling-recorded",
    "timeline-evidence-quarantined",
    "timeline-evidence-moved-in",
    "timeline-evidence-moved-out",
    "timeline-file-restricted",
    "timeline-file-for-complainant",
    "timeline-file-for-publication",
    "timeline-redacted-copy-added",
    "timeline-document-barred",
    "timeline-bar-lifted",
    "timeline-disclosed",
    "timeline-translation-ordered",
    "timeline-translation-done",
    "timeline-translation-not-needed",
    "timeline-successor-followed",
    "timeline-ceased-on-closure",
    "timeline-request-rests-on-freeze",
    "timeline-marked-significant",
    "timeline-hold-placed",
    "timeline-hold-lifted",
    "timeline-retained",
    "timeline-disposal-proposed",
    "timeline-disposal-approved",
    "timeline-disposed",
    "timeline-post-decision-reviewed",
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

/// Which room tells of an event; no arm stands for "the rest".
macro_rules! rooms {
    ($reading:ident, $event:ident; $($room:ident: $($kind:ident)+;)+) => {
        match $event { $($(Event::$kind { .. })|+ => $reading.$room($event),)+ }
    };
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
        rooms! { self, event;
            course:
                CaseOpened HandlerAssigned BodyAdded FindingRecorded CheckRecorded ContactRecorded
                ResolutionProposed SettlementRecorded TurnedIntoInvestigation CaseClosed FinalDecisionIssued
                DiscontinuedBySettlement ReceiptRecorded ChasesStopped ChasesResumed LetterOwed ProfileEditionFixed
                ComplianceClosed StandingChanged WithdrawalDecided ComplainantSubstituted;
            comments:
                DraftIssued ComplainantCommented CommentsExtended RemindedToComment CommentsClosed
                CommentsConsidered FurtherDraftSkipped PublicReportConsidered ProposalAnswered;
            about_one:
                RecommendationWritten RecommendationRevised RecommendationDropped EarlyActionAuthorised
                EvidenceDateSet AwaitedEventHappened EvidenceReceived ReviewStarted ItemAssessed
                FurtherEvidenceRequested Judged SpecialReportConsidered Reopened ExtensionRequested
                ExtensionDecided HadItRecorded Chased ChaseUndelivered;
            of_instruments:
                PeriodAgreed CriterionRecorded ReportNoticeGiven ContractingBodyNamed InstrumentPrepared
                InstrumentCommented InstrumentIssued InstrumentTold InstrumentRuledOn EscalationStepTaken
                CaseLinked;
            earlier: EarlierImprovementsJudged EarlierImprovementsReferredTo HandlingRecorded;
            apart:
                EvidenceQuarantined EvidenceMovedIn EvidenceMovedOut FileClassified RedactedCopyAdded
                DocumentBarred BarLifted Disclosed TranslationRecorded SuccessorFollowed CeasedOnClosure
                RequestRestsOnFreeze;
            keeping:
                MarkedSignificant HoldPlaced HoldLifted Retained DisposalProposed DisposalApproved Disposed
                PostDecisionReviewed;
        }
    }

    /// Everybody reads this, and the office why.
    fn reasoned(self, key: &'static str, reason: &Words) -> Option<TimelineEntry> {
        Some(self.line(key).says(reason, self.is_staff()))
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
