//! What happened to one recommendation, told to each reader (I8).

use super::{Reading, TimelineEntry, Viewer};
use crate::{
    event::Event,
    evidence::Submission,
    id::{BodyId, RecommendationNumber},
    recommendation::{DateReason, Judgement, Recommendation},
    text::Words,
};

impl Reading<'_> {
    pub(super) fn about_one(self, event: &Event) -> Option<TimelineEntry> {
        let staff = self.is_staff();
        match event {
            Event::RecommendationWritten { number, terms } => self
                .staff("timeline-recommendation-written")
                .map(|line| line.number(*number).says(&terms.wording, true)),
            Event::RecommendationRevised { number, terms, .. } => self
                .staff("timeline-recommendation-revised")
                .map(|line| line.number(*number).says(&terms.wording, true)),
            Event::RecommendationDropped { number, note, .. } => {
                let sent = |one: &Recommendation| !one.in_drafts.is_empty();
                let known = staff || self.case.recommendation(*number).is_some_and(sent);
                self.about(*number, "timeline-recommendation-withdrawn")
                    .filter(|_| known)
                    .map(|line| line.says(note, staff))
            }
            Event::EarlyActionAuthorised { number, reason } => self
                .about(*number, "timeline-early-action-authorised")
                .filter(|_| self.viewer != Viewer::Complainant)
                .map(|line| line.says(reason, staff)),
            Event::EvidenceDateSet { number, date } => self
                .about(*number, dated(&date.because))
                .map(|line| line.with("date", date.evidence_due_on.date)),
            Event::AwaitedEventHappened { number, on } => {
                self.about(*number, "timeline-awaited-event-happened").map(|line| line.with("date", on))
            }
            Event::EvidenceReceived { submission, .. } => self.received(submission),
            Event::ReviewStarted { number } => self.about(*number, "timeline-review-started"),
            Event::ItemAssessed { number, finding } => {
                self.staff("timeline-item-assessed").map(|mut line| {
                    line.words.clone_from(&finding.comment);
                    line.number(*number)
                })
            }
            Event::FurtherEvidenceRequested { number, needed, .. } => {
                self.about(*number, "timeline-more-asked").map(|line| match needed {
                    Some(needed) => line.says(needed, self.viewer != Viewer::Complainant),
                    None => line,
                })
            }
            Event::Judged { number, judgement, .. } => self.judged(*number, judgement),
            Event::SpecialReportConsidered { number, conclusion } => self
                .staff("timeline-special-report-considered")
                .map(|line| line.number(*number).says(conclusion, true)),
            Event::Reopened { number, reason, .. } => {
                self.about(*number, "timeline-reopened").map(|line| line.says(reason, staff))
            }
            Event::ExtensionRequested { number, request } => {
                self.about(*number, "timeline-extension-requested").map(|line| {
                    line.with("date", request.until).says(&request.reason, self.viewer != Viewer::Complainant)
                })
            }
            Event::ExtensionDecided { number, decision, .. } => match decision.granted_until {
                Some(until) => {
                    self.about(*number, "timeline-extension-granted").map(|line| line.with("date", until))
                }
                None => self.about(*number, "timeline-extension-refused"),
            }
            .map(|line| line.says(&decision.reason, self.viewer != Viewer::Complainant)),
            Event::HadItRecorded { number, had_it, note } => {
                let key = if *had_it { "timeline-had-it" } else { "timeline-had-it-not" };
                self.complainants(key).map(|mut line| {
                    line.words.clone_from(note);
                    line.number(*number)
                })
            }
            Event::Chased { number, chase } => {
                self.about(*number, "timeline-chased").map(|line| line.with("step", &chase.step))
            }
            Event::ChaseUndelivered { number, step, .. } => {
                self.staff("timeline-chase-undelivered").map(|line| line.number(*number).with("step", step))
            }
            _ => None,
        }
    }

    /// Who sent it reads of it, not what it says beyond its own words; the complainant reads that something came.
    fn received(self, submission: &Submission) -> Option<TimelineEntry> {
        let theirs = match self.viewer {
            Viewer::Staff => true,
            Viewer::Complainant => !self.case.is_quarantined(submission.evidence),
            Viewer::Body(body) => body == submission.body || self.took_over(body, submission),
        };
        theirs.then(|| {
            let mut line = self.line("timeline-evidence-received").named(submission.body);
            line.numbers = submission.targets.iter().map(|target| target.number).collect();
            if self.viewer != Viewer::Complainant {
                line.words.clone_from(&submission.statement);
            }
            line
        })
    }

    /// Does this body carry out now what the submission was for (E13)? The history comes with it.
    fn took_over(self, body: BodyId, submission: &Submission) -> bool {
        let now_theirs = |number: RecommendationNumber| {
            self.case.recommendation(number).is_some_and(|one| {
                one.terms.addressee == body && one.taken_over_from == Some(submission.body)
            })
        };
        let apart = self.case.is_quarantined(submission.evidence);
        !apart && submission.targets.iter().all(|target| now_theirs(target.number))
    }

    fn judged(self, number: RecommendationNumber, judgement: &Judgement) -> Option<TimelineEntry> {
        let reasons: Option<&Words> = match judgement {
            Judgement::Met { .. } | Judgement::Superseded { .. } => None,
            Judgement::TreatedAsMet { note, .. } => Some(note),
            Judgement::NotMet { reasons } | Judgement::Refused { reasons, .. } => Some(reasons),
            Judgement::Ceased { reason } => Some(reason),
        };
        let line = self.about(number, judged(judgement))?;
        let line = match judgement {
            Judgement::Met { days_late, .. } if *days_late > 0 => line.with("days", days_late),
            Judgement::Superseded { by } => line.with("by", by),
            _ => line,
        };
        Some(match reasons {
            Some(reasons) => line.says(reasons, self.is_staff()),
            None => line,
        })
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
        | DateReason::MoreTime
        | DateReason::EventHappened
        | DateReason::Reopened
        | DateReason::Correction { .. } => "timeline-date-moved",
    }
}
