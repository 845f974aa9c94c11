//! How long a case is kept and what went of it, told to the office alone; that the decision was reviewed, to everybody.

use super::{Reading, TimelineEntry};
use crate::event::Event;

impl Reading<'_> {
    pub(super) fn keeping(self, event: &Event) -> Option<TimelineEntry> {
        let staff = self.is_staff();
        if let Event::PostDecisionReviewed(review) = event {
            let line = self.line("timeline-post-decision-reviewed");
            return Some(line.with("outcome", review.outcome.code()).says(&review.reasons, staff));
        }
        if let Event::MarkedSignificant { number, reasons, .. } = event {
            let line = self.staff("timeline-marked-significant");
            return line.map(|line| line.number(*number).says(reasons, true));
        }
        if let Event::HoldPlaced(hold) = event {
            let line = self.staff("timeline-hold-placed");
            let kind = hold.asked.held_for.code().replace('_', "-");
            return line.map(|line| line.with("hold", kind).says(&hold.asked.reason, true));
        }
        if let Event::HoldLifted { reason, .. } = event {
            return self.staff("timeline-hold-lifted").map(|line| line.says(reason, true));
        }
        if let Event::Retained(retained) = event {
            let line = self.staff("timeline-retained");
            return line.map(|line| line.with("date", retained.review_on).says(&retained.reason, true));
        }
        if let Event::DisposalProposed(proposal) = event {
            let line = self.staff("timeline-disposal-proposed");
            let class = proposal.class.code().replace('_', "-");
            return line.map(|line| line.with("class", class).says(&proposal.reason, true));
        }
        if let Event::DisposalApproved { class, .. } = event {
            let line = self.staff("timeline-disposal-approved");
            return line.map(|line| line.with("class", class.code().replace('_', "-")));
        }
        if let Event::Disposed(disposal) = event {
            let line = self.staff("timeline-disposed");
            let class = disposal.class.code().replace('_', "-");
            return line.map(|line| line.with("class", class).with("certificate", &disposal.certificate));
        }
        None
    }
}
