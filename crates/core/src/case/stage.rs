//! Where a case is on its way to a decision: computed from what has happened, never set (lifecycles 7.1 and 7.2).

use super::{Case, Check, Route, Stage};
use crate::recommendation::Recommendation;

impl Case {
    /// Where it is on its way to a decision.
    pub fn stage(&self) -> Stage {
        if self.ended_without_decision.is_some() {
            return Stage::Discontinued;
        }
        match self.route {
            Route::EarlyResolution => self.early_resolution_stage(),
            Route::Investigation => self.investigation_stage(),
        }
    }

    fn early_resolution_stage(&self) -> Stage {
        if self.closed_on.is_some() {
            return Stage::ClosedEarlyResolution;
        }
        if self.settlement.is_some() {
            return Stage::Agreed;
        }
        if self.proposal.is_none() {
            return Stage::Assessing;
        }
        if self.live().any(|one| one.position().is_some() && !one.is_agreed()) {
            return Stage::Negotiating;
        }
        Stage::ProposalSent
    }

    fn investigation_stage(&self) -> Stage {
        if self.discontinued.is_some() {
            return Stage::DiscontinuedBySettlement;
        }
        if self.final_decision.is_some() {
            return Stage::FinalIssued;
        }
        if self.drafts.is_empty() {
            let checked = self.has_check(Check::GuidanceOnRemedies) && self.live().next().is_some();
            return if checked { Stage::DraftReady } else { Stage::Investigating };
        }
        if self.comments_closed.is_none() {
            return Stage::OutForComment;
        }
        let settled = self.changed_since_draft.is_empty() || self.further_draft_skipped.is_some();
        if settled && self.live().all(Recommendation::is_agreed) && self.live().next().is_some() {
            return Stage::FinalReady;
        }
        if self.public_report_considered.is_some() {
            return Stage::ConsiderPublicReport;
        }
        Stage::ConsideringComments
    }

    /// Has it ended one way or the other, so that nothing more is written, proposed or commented on?
    pub fn is_decided(&self) -> bool {
        match self.stage() {
            Stage::FinalIssued
            | Stage::ClosedEarlyResolution
            | Stage::DiscontinuedBySettlement
            | Stage::Discontinued => true,
            Stage::Assessing
            | Stage::ProposalSent
            | Stage::Negotiating
            | Stage::Agreed
            | Stage::Investigating
            | Stage::DraftReady
            | Stage::OutForComment
            | Stage::ConsideringComments
            | Stage::FinalReady
            | Stage::ConsiderPublicReport => false,
        }
    }
}
