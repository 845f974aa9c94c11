//! The lines about earlier service improvements and about how bodies deal with the office: the office's own, for its reasoning is nobody else's to read.

use super::{Reading, TimelineEntry};
use crate::{event::Event, recurrence::EarlierRef};

impl Reading<'_> {
    pub(super) fn earlier(self, event: &Event) -> Option<TimelineEntry> {
        let listed =
            |earlier: &[EarlierRef]| earlier.iter().map(EarlierRef::whole).collect::<Vec<_>>().join(", ");
        if let Event::EarlierImprovementsJudged(judged) = event {
            return self.staff("timeline-earlier-judged").map(|line| {
                let line = line.named(judged.body).with("earlier", listed(&judged.earlier));
                line.with("conclusion", judged.conclusion.code().replace('_', "-"))
                    .says(&judged.reasons, true)
            });
        }
        if let Event::EarlierImprovementsReferredTo(paragraph) = event {
            return self.staff("timeline-earlier-referred-to").map(|line| {
                let line = line.named(paragraph.body).with("earlier", listed(&paragraph.earlier));
                line.says(&paragraph.en, true)
            });
        }
        if let Event::HandlingRecorded(note) = event {
            return self
                .staff("timeline-handling-recorded")
                .map(|line| line.named(note.body).with("code", &note.code).says(&note.note, true));
        }
        None
    }
}
