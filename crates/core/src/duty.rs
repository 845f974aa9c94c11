//! Everything the office owes anyone on a day: derived from the case, never scheduled.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    case::Case,
    handling,
    id::{BodyId, EvidenceId, ExtensionId, RecommendationNumber},
    instrument::{GroundId, Instrument, InstrumentNumber},
    issued::RunningPeriod,
    profile::{ChaseTo, Obligation, Profile},
    recommendation::{Judgement, State},
    recurrence::EarlierRef,
};

mod apart;
mod chase;
mod circumstances;
mod comment;
mod law;
mod preview;

pub use chase::{chases, manager_step_on, next_chase_on};
pub use circumstances::Circumstances;
pub use comment::{next_reminder_to_comment_on, reminders_to_comment};
pub use preview::{Previewed, preview};

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
    /// A chase is owed to the chief executive, and none is known: it is held until somebody finds one (R31).
    FindChiefExecutive {
        /// At which body.
        body: BodyId,
        /// Since when the chase is owed.
        owed_on: Date,
    },
    /// Not met and no good reason: consider a special report (R37).
    ConsiderSpecialReport {
        /// Which recommendation.
        number: RecommendationNumber,
    },
    /// What becomes of the case after a withdrawal or death is undecided (E1, E2).
    DecideAfterWithdrawal,
    // Reports and notices.
    /// A ground is open on which a report or notice must follow, or may (R37, R41; LGA 1974 s.31(2A)).
    IssueInstrument {
        /// About which body.
        body: BodyId,
        /// Which.
        instrument: Instrument,
        /// On which ground; others may be open too.
        ground: GroundId,
        /// Must it, or may it?
        obligation: Obligation,
    },
    /// When the body received an instrument is not recorded, and a period runs from it (I3).
    RecordInstrumentReceipt {
        /// Which body.
        body: BodyId,
        /// Which instrument.
        instrument: InstrumentNumber,
    },
    /// The body has notified what it did or will do: is the office satisfied?
    AssessResponse {
        /// Which body.
        body: BodyId,
        /// To which instrument.
        instrument: InstrumentNumber,
        /// Since when.
        since: Date,
    },
    /// A statutory period ends on a day not worked, and does not move (E16).
    PeriodEnding {
        /// Which body.
        body: BodyId,
        /// After which instrument.
        instrument: InstrumentNumber,
        /// Which of its periods.
        period: RunningPeriod,
        /// When.
        ends_on: Date,
    },
    /// A step of publicity is not proved, and its day has passed.
    PublicityOverdue {
        /// About which body.
        body: BodyId,
        /// Of which instrument.
        instrument: InstrumentNumber,
        /// Which step, by its clock.
        step: String,
        /// By when it was due.
        due_on: Date,
    },
    /// No form was agreed in time: the office must publish itself (LGA 1974 ss.31(2G), 34I(6)).
    PublishInstead {
        /// About which body.
        body: BodyId,
        /// Which instrument.
        instrument: InstrumentNumber,
        /// Since when.
        since: Date,
    },
    /// The cost of publishing was claimed and is not paid in full (E40).
    CostUnpaid {
        /// By which body.
        body: BodyId,
        /// For which instrument.
        instrument: InstrumentNumber,
        /// Since when.
        since: Date,
    },
    /// It is to be laid.
    Lay {
        /// About which body.
        body: BodyId,
        /// Which instrument.
        instrument: InstrumentNumber,
    },
    // Earlier improvements.
    /// Earlier improvements have not had time to embed: the decision must refer to them (R50).
    ReferToEarlier {
        /// Which ones.
        earlier: Vec<EarlierRef>,
    },
    /// The same fault recurs although earlier improvements had time: new recommendations reflect it (R51).
    ReflectRecurrence {
        /// At which body.
        body: BodyId,
    },
    /// A fault that recurs is a reason to consider a public report, and no more (R52).
    ConsiderRecurrence {
        /// At which body.
        body: BodyId,
    },
    // Escalation and handling.
    /// A recommendation was not met: how the body dealt with it must be noted (R56).
    RecordHandling {
        /// Which body.
        body: BodyId,
        /// Which recommendation.
        number: RecommendationNumber,
        /// The number of the event the note rests on.
        because: u32,
    },
    /// A body is no more and another stands in its place: what is open should follow it (E13).
    FollowSuccessor {
        /// Which body.
        body: BodyId,
        /// What is open.
        numbers: Vec<RecommendationNumber>,
    },
    /// A body is no more and nobody stands in its place: a manager decides (E15).
    DecideOnClosure {
        /// Which body.
        body: BodyId,
        /// What is open.
        numbers: Vec<RecommendationNumber>,
    },
    /// A request for a later date rests on a spending freeze: a manager decides it (E24).
    DecideUnderFreeze {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Which request.
        extension: ExtensionId,
        /// Since when.
        since: Date,
    },
    /// What came is in another language than the complainant's (E33). No date waits for it.
    Translate {
        /// Which submission.
        evidence: EvidenceId,
        /// For which recommendations.
        numbers: Vec<RecommendationNumber>,
        /// Since when.
        since: Date,
        /// When a translation was ordered.
        ordered_on: Option<Date>,
    },
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
    owed.extend(chase::held_for_a_chief_executive(case, profile, calendar, today, circumstances));
    owed.extend(chase::escalations(case, profile, calendar, today));
    owed.extend(about_evidence(case, calendar, today));
    owed.extend(coordinator_tasks(case));
    owed.extend(about_failures(case));
    owed.extend(law::after_instruments(case, profile, calendar, today));
    owed.extend(about_earlier_improvements(case));
    owed.extend(about_handling(case, profile));
    owed.extend(apart::translations(case));
    owed.extend(apart::of_bodies_that_ended(case, circumstances));
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
            let (number, since) = (one.number, request.asked_on);
            owed.push(if request.rests_on_freeze {
                Duty::DecideUnderFreeze { number, extension, since }
            } else {
                Duty::DecideExtension { number, extension, since }
            });
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

/// While the case is undecided, what follows of the judgement on earlier improvements (R50–R52).
fn about_earlier_improvements(case: &Case) -> Vec<Duty> {
    if case.is_decided() {
        return Vec::new();
    }
    let mut owed = Vec::new();
    let earlier = case.earlier_not_referred_to();
    if !earlier.is_empty() {
        owed.push(Duty::ReferToEarlier { earlier });
    }
    owed.extend(case.recurrence_not_reflected().into_iter().map(|body| Duty::ReflectRecurrence { body }));
    owed.extend(case.recurrence_not_considered().into_iter().map(|body| Duty::ConsiderRecurrence { body }));
    owed
}

fn about_handling(case: &Case, profile: &Profile) -> Vec<Duty> {
    let missing = handling::notes_missing(case, profile).into_iter();
    missing
        .map(|sign| Duty::RecordHandling { body: sign.body, number: sign.number, because: sign.seq })
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
