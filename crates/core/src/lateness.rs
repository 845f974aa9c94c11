//! How late a recommendation was met: against which date, by which rule (R24, E18, E19).

use jiff::civil::Date;

use crate::{
    case::Case,
    period::days_between,
    profile::Lateness,
    recommendation::{DateReason, Recommendation},
};

/// Days between the date that counts and the day the satisfying evidence was in; 0 or less is on time.
pub fn days_late(case: &Case, one: &Recommendation, evidence_complete_on: Date, rule: Lateness) -> i32 {
    measured_against(case, one, rule).map_or(0, |date| days_between(date, evidence_complete_on))
}

/// The date lateness is measured against.
///
/// A later date counts where it was granted before the one it replaces had passed (E18). One agreed because
/// evidence was wanting counts where that evidence had come in time (R35).
pub fn measured_against(case: &Case, one: &Recommendation, rule: Lateness) -> Option<Date> {
    let mut versions = one.dates.iter();
    let mut counts = versions.next()?.evidence_due_on.date;
    for version in versions {
        let replaces = match (&version.because, rule) {
            (DateReason::Extension { .. }, Lateness::Original) => false,
            // Not `granted_in_time`: that tells of the date it replaces, which may itself have come too late to count.
            (DateReason::Extension { .. }, Lateness::LatestGrantedBeforeItPassed) => version.set_on <= counts,
            // Nothing had come when the date passed: more time makes nothing punctual.
            (DateReason::MoreTime, _) => false,
            (DateReason::FurtherEvidence, _) => {
                let in_time = |id| {
                    case.submission(id).is_some_and(|found| {
                        found.submission.received_on <= counts && !found.submission.is_statement_only()
                    })
                };
                one.evidence.iter().any(|id| in_time(*id))
            }
            (
                DateReason::Decision
                | DateReason::EventHappened
                | DateReason::Reopened
                | DateReason::Correction { .. },
                _,
            ) => true,
        };
        if replaces {
            counts = version.evidence_due_on.date;
        }
    }
    Some(counts)
}
