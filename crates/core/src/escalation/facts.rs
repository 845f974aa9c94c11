//! Whether a fact is in the record, and where it is recorded where it is not.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::Calendar,
    case::{Case, Check},
    id::BodyId,
    instrument::Fact,
    issued::{Issued, OnPeriod, Ruled, assessed, confirmation_due, confirmed, notified_on, response_due},
    profile::Profile,
    recommendation::{Judgement, Recommendation},
};

/// Where a fact is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// With the decision.
    Decision,
    /// With the draft and the comments on it.
    Draft,
    /// With findings and checks.
    Findings,
    /// With receipts.
    Receipts,
    /// With the instrument: notification, assessment, confirmation.
    Instrument,
    /// With criteria and notices of a report.
    PublicReport,
    /// With the agreement of an early resolution.
    Agreement,
    /// With the judgement of each recommendation.
    Judgement,
    /// Nowhere: it comes with the day.
    TheDay,
}

impl Place {
    /// The word lists and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Draft => "draft",
            Self::Findings => "findings",
            Self::Receipts => "receipts",
            Self::Instrument => "instrument",
            Self::PublicReport => "public_report",
            Self::Agreement => "agreement",
            Self::Judgement => "judgement",
            Self::TheDay => "the_day",
        }
    }

    /// Where a fact is recorded.
    pub fn of(fact: Fact) -> Self {
        match fact {
            Fact::InstrumentIssued | Fact::PeriodAgreed | Fact::ComplainantAgreedPeriod => Self::Decision,
            Fact::ReceiptRecorded => Self::Receipts,
            Fact::ResponsePeriodOver
            | Fact::NoNotification
            | Fact::ConfirmationPeriodOver
            | Fact::NoConfirmation
            | Fact::AgreedPeriodOver => Self::TheDay,
            Fact::NotificationReceived
            | Fact::ActionNotSatisfactory
            | Fact::PeriodNotSatisfactory
            | Fact::ResponseSatisfactory
            | Fact::DecidedNoAction => Self::Instrument,
            Fact::AgreedByBody | Fact::SatisfiedWithAction => Self::Draft,
            Fact::NotImplemented | Fact::JudgedNotMet => Self::Judgement,
            Fact::NoInjustice | Fact::PublicInterestNotRequired => Self::Findings,
            Fact::InjusticeConcluded | Fact::ParticularAction | Fact::ParticularPeriod => Self::Agreement,
            Fact::CriterionRecorded | Fact::AdvanceNoticeGiven => Self::PublicReport,
        }
    }
}

/// What a fact is looked for in.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) case: &'a Case,
    pub(crate) profile: &'a Profile,
    pub(crate) calendar: &'a Calendar,
    /// The body it is about.
    pub(crate) body: BodyId,
    /// The instrument that would be followed; none while there is no decision, or after an early resolution.
    pub(crate) after: Option<&'a Issued>,
    pub(crate) today: Date,
}

impl<'a> Ground<'a> {
    /// What was recommended to the body by what would be followed.
    fn recommended(self) -> Vec<&'a Recommendation> {
        match self.after {
            Some(issued) => self.case.made_by(issued.number, self.body).collect(),
            None => self.case.live().filter(|one| one.terms.addressee == self.body).collect(),
        }
    }

    fn response_due(self) -> Option<Date> {
        response_due(self.case, self.after?, self.body, self.profile, self.calendar).map(|due| due.date)
    }

    fn confirmation_due(self) -> Option<Date> {
        confirmation_due(self.case, self.after?, self.body, self.profile, self.calendar).map(|due| due.date)
    }

    fn over(self, due: Option<Date>) -> bool {
        due.is_some_and(|due| due < self.today)
    }

    fn assessed(self) -> Option<(bool, Option<bool>)> {
        assessed(self.after?, self.body)
    }

    fn failed(one: &Recommendation) -> bool {
        matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. }))
    }
}

/// Is this fact in the record?
pub(crate) fn present(fact: Fact, seen: &Ground<'_>) -> bool {
    match fact {
        Fact::InstrumentIssued => seen.after.is_some(),
        Fact::ReceiptRecorded => {
            seen.after.is_some_and(|issued| seen.case.receipt_of(issued.number, seen.body).is_some())
        }
        Fact::ResponsePeriodOver => seen.over(seen.response_due()),
        Fact::NoNotification => !notified_in_time(seen),
        Fact::NotificationReceived => {
            seen.after.is_some_and(|issued| notified_on(issued, seen.body, seen.profile).is_some())
        }
        Fact::ActionNotSatisfactory => matches!(seen.assessed(), Some((false, _))),
        Fact::PeriodNotSatisfactory => matches!(seen.assessed(), Some((_, Some(false)))),
        Fact::ResponseSatisfactory => matches!(seen.assessed(), Some((true, None | Some(true)))),
        Fact::ConfirmationPeriodOver => seen.over(seen.confirmation_due()),
        Fact::NoConfirmation => !confirmed_in_time(seen),
        Fact::DecidedNoAction => decided_no_action(seen),
        Fact::AgreedByBody | Fact::SatisfiedWithAction => {
            let theirs = seen.recommended();
            !theirs.is_empty() && theirs.into_iter().all(Recommendation::is_agreed)
        }
        Fact::PeriodAgreed => period_agreed(seen),
        Fact::ComplainantAgreedPeriod => {
            !seen.case.has_complainant_to_ask() || seen.case.period_agreed.is_some()
        }
        Fact::AgreedPeriodOver => seen.recommended().into_iter().any(|one| seen.over(one.evidence_due_on())),
        Fact::NotImplemented => {
            let failed = |one: &Recommendation| Ground::failed(one) && seen.over(one.evidence_due_on());
            seen.recommended().into_iter().any(failed)
        }
        Fact::JudgedNotMet => seen.recommended().into_iter().any(Ground::failed),
        Fact::InjusticeConcluded => match &seen.case.settlement {
            Some(settlement) => settlement.injustice_concluded,
            None => injustice_found(seen),
        },
        Fact::NoInjustice => !seen.case.findings.is_empty() && !injustice_found(seen),
        Fact::ParticularAction => agreed_early(seen) && !seen.recommended().is_empty(),
        Fact::ParticularPeriod => {
            let dated = |one: &Recommendation| one.evidence_due_on().is_some();
            agreed_early(seen) && !seen.recommended().is_empty() && seen.recommended().into_iter().all(dated)
        }
        Fact::PublicInterestNotRequired => {
            seen.case.has_check(Check::PublicInterest) && seen.case.report_notices.is_empty()
        }
        Fact::CriterionRecorded => !seen.case.criteria.is_empty(),
        Fact::AdvanceNoticeGiven => seen.case.report_notices.iter().any(|notice| notice.body == seen.body),
    }
}

/// Every part of a notification was in by the last day; while no period runs, in at all.
fn notified_in_time(seen: &Ground<'_>) -> bool {
    let notified = seen.after.and_then(|issued| notified_on(issued, seen.body, seen.profile));
    notified.is_some_and(|on| seen.response_due().is_none_or(|due| on <= due))
}

/// Evidence that satisfied the office was in by the last day.
fn confirmed_in_time(seen: &Ground<'_>) -> bool {
    let confirmed = seen.after.and_then(|issued| confirmed(seen.case, issued, seen.body));
    confirmed.is_some_and(|(received, _)| seen.confirmation_due().is_none_or(|due| received <= due))
}

/// The office was satisfied of it before the period ended; afterwards it is the silence that counts.
fn decided_no_action(seen: &Ground<'_>) -> bool {
    seen.after.is_some_and(|issued| {
        issued.ruled(seen.body).any(|(on, ruled)| {
            matches!(ruled, Ruled::NoAction { .. }) && seen.response_due().is_none_or(|due| on <= due)
        })
    })
}

/// Each recommendation has its period, and either the parties agreed to it or it was specified in writing (PSOW Act 2019
/// s.27(2)–(3)).
fn period_agreed(seen: &Ground<'_>) -> bool {
    let dated = |one: &Recommendation| one.terms.evidence_due.is_some();
    let theirs = seen.recommended();
    let all_dated = !theirs.is_empty() && theirs.iter().all(|one| dated(one));
    let by_body = theirs.iter().all(|one| one.is_agreed());
    match seen.case.period_agreed.as_ref().map(|period| &period.complainant) {
        Some(OnPeriod::NotPossible { .. }) => all_dated,
        Some(OnPeriod::Agreed { .. }) => all_dated && by_body,
        None => all_dated && by_body && !seen.case.has_complainant_to_ask(),
    }
}

fn injustice_found(seen: &Ground<'_>) -> bool {
    seen.case.findings.iter().any(|finding| finding.injustice.is_some())
}

fn agreed_early(seen: &Ground<'_>) -> bool {
    seen.case.settlement.is_some() || seen.case.discontinued.is_some()
}
