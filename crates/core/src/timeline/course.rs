//! The course of a case from its opening to its end, told to each reader (I8).

use super::{Reading, TimelineEntry, Viewer};
use crate::event::Event;

impl Reading<'_> {
    pub(super) fn course(self, event: &Event) -> Option<TimelineEntry> {
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
                self.reasoned("timeline-turned-into-investigation", reason)
            }
            Event::CaseClosed { .. } => Some(self.line("timeline-case-closed")),
            Event::FinalDecisionIssued(_) => Some(self.line("timeline-decision-issued")),
            Event::DiscontinuedBySettlement { reason, .. } => self.reasoned("timeline-discontinued", reason),
            Event::ReceiptRecorded(receipt) => self
                .bodys(receipt.body, "timeline-receipt-recorded")
                .map(|line| line.with("date", receipt.received_on).says(&receipt.shown_by, self.is_staff())),
            Event::ChasesStopped { reason } => {
                self.staff("timeline-chases-stopped").map(|line| line.says(reason, true))
            }
            Event::ChasesResumed => self.staff("timeline-chases-resumed"),
            Event::LetterOwed(letter) => self.letter(letter),
            Event::ProfileEditionFixed { edition } => {
                self.staff("timeline-profile-edition-fixed").map(|line| line.with("edition", edition))
            }
            Event::ComplianceClosed { outcome, .. } => self.compliance_closed(*outcome),
            Event::StandingChanged { standing, note } => self.standing(*standing, note.as_ref()),
            Event::WithdrawalDecided { carry_on, reason, .. } => self.withdrawal_decided(*carry_on, reason),
            Event::ComplainantSubstituted { .. } => self.complainants("timeline-complainant-substituted"),
            _ => None,
        }
    }
}
