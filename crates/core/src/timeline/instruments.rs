//! Instruments, reports and escalation in the timeline: who may read which line (I8).

use super::{Reading, TimelineEntry, Viewer};
use crate::{event::Event, id::BodyId, issued::OnPeriod};

impl Reading<'_> {
    pub(super) fn of_instruments(self, event: &Event) -> Option<TimelineEntry> {
        match event {
            Event::PeriodAgreed(period) => {
                let (key, words) = match &period.complainant {
                    OnPeriod::Agreed { shown_by } => ("timeline-period-agreed", shown_by),
                    OnPeriod::NotPossible { reason } => ("timeline-period-specified", reason),
                };
                self.complainants(key).map(|line| line.says(words, self.is_staff()))
            }
            Event::CriterionRecorded(one) => {
                self.staff("timeline-criterion-recorded").map(|line| line.says(&one.reasons, true))
            }
            Event::ReportNoticeGiven(notice) => {
                self.bodys(notice.body, "timeline-report-notice").map(|line| line.says(&notice.reasons, true))
            }
            Event::ContractingBodyNamed(named) => {
                self.staff("timeline-contracting-body").map(|line| line.named(named.health_body))
            }
            Event::InstrumentPrepared(prepared) => {
                let asked = prepared.what.body_by.is_some() || self.is_staff();
                asked
                    .then(|| self.of_parties(prepared.what.body, "timeline-instrument-prepared"))
                    .flatten()
                    .map(|line| {
                        line.with("instrument", prepared.what.instrument.code())
                            .says(&prepared.what.facts, self.is_staff())
                    })
            }
            Event::InstrumentCommented(comment) => match comment.body {
                Some(body) => self.bodys(body, "timeline-instrument-commented"),
                None => self.complainants("timeline-instrument-commented"),
            }
            .map(|line| line.says(&comment.comment, true)),
            Event::InstrumentIssued(issued) => {
                let body = issued.bodies.first().copied()?;
                let mut line = self.of_parties(body, "timeline-instrument-issued")?;
                line.numbers = self.readable(&issued.numbers);
                line = line.with("instrument", issued.instrument.code());
                Some(match &issued.facts {
                    Some(words) => line.says(words, self.is_staff()),
                    None => line,
                })
            }
            Event::InstrumentTold { body, told, .. } => {
                self.bodys(*body, "timeline-instrument-told").map(|line| {
                    let line = line.with("what", told.code());
                    match told.words() {
                        Some(words) => line.says(words, self.is_staff()),
                        None => line,
                    }
                })
            }
            Event::InstrumentRuledOn { body, ruled, .. } => self
                .bodys(*body, "timeline-instrument-ruled")
                .map(|line| line.with("what", ruled.code()).says(ruled.words(), self.is_staff())),
            Event::EscalationStepTaken(taken) => self.staff("timeline-escalation-step").map(|line| {
                line.number(taken.number).with("taken", taken.step.code()).says(&taken.reason, true)
            }),
            Event::CaseLinked(link) => self
                .staff("timeline-case-linked")
                .map(|line| line.with("other", &link.reference).says(&link.reason, true)),
            other => {
                debug_assert!(false, "no event about instruments: {other:?}");
                None
            }
        }
    }

    /// The office, the complainant and the body it is about read this.
    fn of_parties(self, body: BodyId, key: &'static str) -> Option<TimelineEntry> {
        match self.viewer {
            Viewer::Staff | Viewer::Complainant => Some(self.line(key).named(body)),
            Viewer::Body(one) => (one == body).then(|| self.line(key).named(body)),
        }
    }
}
