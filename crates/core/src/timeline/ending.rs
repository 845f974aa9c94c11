//! How a case went on or ended, told to each reader (I8, E2).

use super::{Reading, TimelineEntry};
use crate::{case::Compliance, text::Words};

impl Reading<'_> {
    /// A body hears by letter how the matter ended for it; how it ended for others is not its concern (E11).
    pub(super) fn compliance_closed(self, outcome: Compliance) -> Option<TimelineEntry> {
        self.complainants(match outcome {
            Compliance::Complete => "timeline-compliance-complete",
            Compliance::NotStarted | Compliance::Monitoring | Compliance::ClosedWithFailures => {
                "timeline-compliance-closed-with-failures"
            }
        })
    }

    pub(super) fn withdrawal_decided(self, carry_on: bool, reason: &Words) -> Option<TimelineEntry> {
        if carry_on {
            self.complainants("timeline-case-goes-on").map(|line| line.says(reason, self.is_staff()))
        } else {
            Some(self.line("timeline-case-ended").says(reason, self.is_staff()))
        }
    }
}
