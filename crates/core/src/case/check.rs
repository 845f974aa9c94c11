//! What must always hold of a case, whatever has happened (I1, I2, I4, R23, R31, R33, E11, E35).

use super::Case;
use crate::{period::DueSpec, recommendation::Judgement};

impl Case {
    /// What must always hold, whatever has happened (I1, I2, I4). Returns what does not.
    pub fn check(&self) -> Vec<&'static str> {
        let mut broken = Vec::new();
        for one in &self.recommendations {
            let sent = one.in_drafts.iter().map(|(_, terms)| terms).chain(one.decided.then_some(&one.terms));
            if sent.into_iter().any(|terms| terms.evidence.is_empty() || terms.evidence_due.is_none()) {
                broken.push("I1: a recommendation went out without evidence list or date");
            }
            if !self.bodies.contains(&one.terms.addressee) {
                broken.push("I1: a recommendation is addressed to a body that is not in the case");
            }
            if let Some(Judgement::Met { satisfied_by, .. }) = &one.judgement
                && (satisfied_by.is_empty()
                    || satisfied_by.iter().any(|id| {
                        self.submission(*id).is_none_or(|found| found.submission.is_statement_only())
                    }))
            {
                broken.push("I2: a recommendation is met without accepted evidence");
            }
            if one.dates.windows(2).any(|pair| pair[0].version >= pair[1].version) {
                broken.push("I4: versions of a date are out of order");
            }
        }
        for body in &self.bodies {
            if self.bodies.iter().filter(|other| *other == body).count() > 1 {
                broken.push("E11: a body is in the case twice");
            }
        }
        if let Some((outcome, _)) = &self.compliance_closed
            && (!self.all_ended() || *outcome != self.outcome())
        {
            broken.push("R33: compliance is closed although not everything has ended so");
        }
        broken.extend(self.check_dates_and_chases());
        if self.own_initiative && self.complainant.is_some() {
            broken.push("E35: an own-initiative case has a complainant");
        }
        broken
    }

    fn check_dates_and_chases(&self) -> Vec<&'static str> {
        let mut broken = Vec::new();
        for one in &self.recommendations {
            if one.decided
                && one.dates.is_empty()
                && !one.terms.evidence_due.as_ref().is_some_and(DueSpec::runs_from_receipt)
            {
                broken.push("R23: a recommendation was decided without a date, and waits for no receipt");
            }
            if !one.chases.is_empty() && !one.decided {
                broken.push("R31: something was chased that was never decided");
            }
            for (place, chase) in one.chases.iter().enumerate() {
                let again = one.chases.iter().skip(place + 1).any(|later| {
                    later.date_version == chase.date_version && later.step == chase.step && !chase.undelivered
                });
                if again {
                    broken.push("R31: a chase went twice for one date and step");
                }
            }
            let decided = one.extensions.iter().filter_map(|request| request.decision.as_ref());
            for decision in decided.filter(|decision| decision.granted_until.is_some()) {
                let kept =
                    one.dates.iter().any(|date| Some(date.evidence_due_on.date) == decision.granted_until)
                        && decision.until_then.is_none_or(|before| {
                            one.dates.iter().any(|date| date.evidence_due_on.date == before)
                        });
                if !kept {
                    broken.push("I4: an extension was granted and its dates are not kept");
                }
            }
        }
        broken
    }
}
