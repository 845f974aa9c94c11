//! Everything the office owes anyone on a day: derived from the case, never scheduled.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    case::Case,
    id::{BodyId, ExtensionId, RecommendationNumber},
    profile::{ChaseTo, Profile},
    recommendation::{Judgement, State},
};

mod chase;
mod comment;
mod preview;

pub use chase::{chases, next_chase_on};
pub use comment::next_reminder_to_comment_on;
pub use preview::{Previewed, preview};

/// What stands against chasing, from outside the case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// The office has stopped all chases.
    pub office_stopped: bool,
    /// Chases to these bodies are stopped.
    pub bodies_stopped: Vec<BodyId>,
    /// Letters to these bodies come back; a chase they cannot get is no chase.
    pub undeliverable: Vec<BodyId>,
    /// From these bodies there is mail that nobody has filed: it may be the answer.
    pub unfiled_mail_from: Vec<BodyId>,
}

/// What is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "duty", rename_all = "snake_case")]
pub enum Duty {
    /// A chase or reminder goes to the body (R31).
    Chase {
        /// For which recommendation.
        number: RecommendationNumber,
        /// To which body.
        body: BodyId,
        /// For which version of its date.
        date_version: u8,
        /// Which step of the ladder.
        step: String,
        /// To whom at the body.
        to: ChaseTo,
        /// On which day it became owed.
        owed_on: Date,
    },
    /// A manager looks at what chases have not moved (lifecycle 7.5).
    Escalate {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Since when.
        owed_on: Date,
    },
    /// The parties' comments are in, or their time is over (R19).
    ConsiderComments {
        /// Since when.
        owed_on: Date,
    },
    /// A body has not commented and its date is near.
    RemindToComment {
        /// Which body.
        body: BodyId,
        /// By when it should.
        by: Date,
    },
    /// The body agreed to every action: what was agreed is to be recorded (R6; PSOW Act 2019 s.28(6)).
    RecordSettlement,
    /// An agreement is recorded: the case can be closed, and its actions stay alive (R6).
    CloseWithAgreedActions,
    /// The final decision may issue (R16).
    IssueFinalDecision,
    /// The office stands by what the body does not agree to (R21).
    DecideOnPublicReport,
    /// Evidence waits for a reviewer (R32).
    ReviewEvidence {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Since when.
        since: Date,
    },
    /// A request for a later date waits for a decision (R30).
    DecideExtension {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Which request.
        extension: ExtensionId,
        /// Since when.
        since: Date,
    },
    /// More was asked for without a new date, and nothing came (R35).
    FollowUp {
        /// Which recommendation.
        number: RecommendationNumber,
        /// When more was asked for.
        asked_on: Date,
    },
    /// The coordinator's task for one date of one body (R44).
    CoordinatorTask {
        /// Which body.
        body: BodyId,
        /// The date.
        evidence_due_on: Date,
        /// What is due then.
        numbers: Vec<RecommendationNumber>,
        /// The last date of the case: it carries the master task.
        master: bool,
    },
    /// When the instrument was received is not recorded, and a date runs from it (I3).
    RecordReceipt {
        /// Which body.
        body: BodyId,
    },
    /// A chase came back: find an address that works.
    MendAddress {
        /// Which body.
        body: BodyId,
    },
    /// Not met and no good reason: consider a special report (R37).
    ConsiderSpecialReport {
        /// Which recommendation.
        number: RecommendationNumber,
    },
    /// What becomes of the case after a withdrawal or death is undecided (E1, E2).
    DecideAfterWithdrawal,
}

/// Everything owed on a day. Asking twice gives the same; what was done is not asked for again.
pub fn duties(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
    circumstances: &Circumstances,
) -> Vec<Duty> {
    let mut owed = comment::before_the_decision(case, calendar, today);
    owed.extend(chase::chases(case, profile, calendar, today, circumstances));
    owed.extend(chase::escalations(case, profile, calendar, today));
    owed.extend(about_evidence(case, calendar, today));
    owed.extend(coordinator_tasks(case));
    owed.extend(about_failures(case));
    owed
}

/// Ten working days without a word after more was asked for, and somebody looks again.
const FOLLOW_UP_WORKING_DAYS: i64 = 10;

fn about_evidence(case: &Case, calendar: &Calendar, today: Date) -> Vec<Duty> {
    let mut owed = Vec::new();
    for one in case.live().filter(|one| one.decided) {
        let state = one.state();
        if matches!(state, State::EvidenceReceived | State::UnderReview)
            && let Some(last) = one.current_evidence().last().and_then(|id| case.submission(*id))
        {
            owed.push(Duty::ReviewEvidence { number: one.number, since: last.submission.received_on });
        }
        if let Some(request) = one.open_extension().filter(|_| !state.is_terminal()) {
            let extension = request.extension;
            owed.push(Duty::DecideExtension { number: one.number, extension, since: request.asked_on });
        }
        if let (State::FurtherEvidenceRequested, Some(asked_on)) = (state, one.more_asked_on) {
            let dated_since = one.current_date().is_some_and(|date| date.set_on >= asked_on);
            let waited = calendar.working_days_between(asked_on, today) >= FOLLOW_UP_WORKING_DAYS;
            if !dated_since && waited {
                owed.push(Duty::FollowUp { number: one.number, asked_on });
            }
        }
        if one.dates.is_empty() && !state.is_terminal() {
            let duty = Duty::RecordReceipt { body: one.terms.addressee };
            if !owed.contains(&duty) {
                owed.push(duty);
            }
        }
    }
    owed
}

/// One task for each body and date; the last date of the case carries the master task (R44).
fn coordinator_tasks(case: &Case) -> Vec<Duty> {
    let mut tasks: BTreeMap<(Date, BodyId), Vec<RecommendationNumber>> = BTreeMap::new();
    for one in case.live().filter(|one| one.decided && !one.state().is_terminal()) {
        if let Some(due) = one.evidence_due_on() {
            tasks.entry((due, one.terms.addressee)).or_default().push(one.number);
        }
    }
    let last = tasks.keys().next_back().copied();
    tasks
        .into_iter()
        .map(|((evidence_due_on, body), numbers)| Duty::CoordinatorTask {
            body,
            evidence_due_on,
            numbers,
            master: last == Some((evidence_due_on, body)),
        })
        .collect()
}

fn about_failures(case: &Case) -> Vec<Duty> {
    let mut owed = Vec::new();
    for one in case.live() {
        let failed = matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. }));
        if failed && !case.special_report_considered.contains(&one.number) {
            owed.push(Duty::ConsiderSpecialReport { number: one.number });
        }
        let bounced = one.current_date().is_some_and(|date| {
            one.chases
                .iter()
                .rev()
                .find(|chase| chase.date_version == date.version)
                .is_some_and(|last| last.undelivered)
        });
        let duty = Duty::MendAddress { body: one.terms.addressee };
        if bounced && one.awaits_body() && !owed.contains(&duty) {
            owed.push(duty);
        }
    }
    owed
}
