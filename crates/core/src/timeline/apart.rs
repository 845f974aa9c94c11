//! What was set apart, shown, barred, disclosed and translated, and what followed a successor, told to each reader.

use super::{Reading, TimelineEntry, Viewer};
use crate::{
    disclosure::{Classified, FileClass, Quarantined, Translation, TranslationStep},
    event::Event,
    succession::Followed,
    text::Words,
};

impl Reading<'_> {
    pub(super) fn apart(self, event: &Event) -> Option<TimelineEntry> {
        match event {
            Event::EvidenceQuarantined(one) => self.set_apart(one),
            Event::EvidenceMovedIn { from, .. } => {
                self.staff("timeline-evidence-moved-in").map(|line| line.with("case", from))
            }
            Event::EvidenceMovedOut(moved) => {
                self.staff("timeline-evidence-moved-out").map(|line| line.with("case", &moved.to))
            }
            Event::FileClassified(one) => self.classified(one),
            Event::RedactedCopyAdded(copy) => self.told("timeline-redacted-copy-added", &copy.note),
            Event::DocumentBarred(barred) => self.told("timeline-document-barred", &barred.notice),
            Event::BarLifted(lifted) => self.told("timeline-bar-lifted", &lifted.reason),
            Event::Disclosed(one) => self.told("timeline-disclosed", &one.what),
            Event::TranslationRecorded { translation, .. } => self.translated(translation),
            Event::SuccessorFollowed(followed) => self.followed(followed),
            Event::CeasedOnClosure(one) => self
                .staff("timeline-ceased-on-closure")
                .map(|line| line.number(one.number).says(&one.publication, true)),
            Event::RequestRestsOnFreeze(rests) => self
                .about(rests.number, "timeline-request-rests-on-freeze")
                .filter(|_| self.viewer != Viewer::Complainant)
                .map(|line| line.says(&rests.account, true)),
            _ => None,
        }
    }

    /// Only the office reads this, with what was written at the time.
    fn told(self, key: &'static str, words: &Words) -> Option<TimelineEntry> {
        self.staff(key).map(|line| line.says(words, true))
    }

    /// The office and the body that sent it: whose papers they were stands in the office's reason alone.
    fn set_apart(self, one: &Quarantined) -> Option<TimelineEntry> {
        let sender = self.case.submission(one.evidence)?.submission.body;
        self.bodys(sender, "timeline-evidence-quarantined")
            .map(|line| line.says(&one.reason, self.is_staff()))
    }

    fn classified(self, one: &Classified) -> Option<TimelineEntry> {
        let key = match one.class {
            FileClass::Restricted => "timeline-file-restricted",
            FileClass::ForComplainant => "timeline-file-for-complainant",
            FileClass::ForPublication => "timeline-file-for-publication",
        };
        self.told(key, &one.reason)
    }

    fn translated(self, one: &Translation) -> Option<TimelineEntry> {
        match &one.step {
            TranslationStep::Ordered => self.staff("timeline-translation-ordered"),
            TranslationStep::Done { .. } => self.staff("timeline-translation-done"),
            TranslationStep::NotNeeded { reason } => self.told("timeline-translation-not-needed", reason),
        }
    }

    /// Both bodies and the complainant read who carries it out now (E13).
    fn followed(self, followed: &Followed) -> Option<TimelineEntry> {
        let theirs = match self.viewer {
            Viewer::Staff | Viewer::Complainant => true,
            Viewer::Body(body) => body == followed.body || body == followed.successor,
        };
        theirs.then(|| {
            let mut line = self.line("timeline-successor-followed").named(followed.successor);
            line.numbers.clone_from(&followed.numbers);
            match &followed.note {
                Some(note) => line.says(note, self.is_staff()),
                None => line,
            }
        })
    }
}
