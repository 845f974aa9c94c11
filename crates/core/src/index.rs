//! The rows that lists are made of. They can always be made anew from the events.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    case::{Case, Compliance, Route, Stage},
    duty,
    id::{BodyId, CaseId, CaseReference, ParticularId, RecommendationNumber, StaffId},
    profile::{HandlingSign, Profile},
    recommendation::{DateReason, Judgement, Kind, Recommendation, Scope, State},
    retention::{self, Class},
    text::Digest,
};

/// All rows of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The case's own row.
    pub case: CaseRow,
    /// One for each recommendation.
    pub recommendations: Vec<RecommendationRow>,
    /// How bodies dealt with the office in it (R56).
    #[serde(default)]
    pub handling: Vec<HandlingRow>,
    /// How long it is kept.
    pub keeping: KeepingRow,
}

/// How long a case is kept, as the list of what is to go shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeepingRow {
    /// The day on which something of it is to go by the schedule; none while it is not decided, or once all has gone.
    pub dispose_on: Option<Date>,
    /// What goes then.
    pub class: Option<Class>,
    /// Something holds it.
    pub held: bool,
    /// The last day of what holds it, where that is known.
    pub held_until: Option<Date>,
    /// What two people agreed to dispose of, and is still there.
    pub approved: Option<Class>,
    /// The files it still has.
    pub files: Vec<Digest>,
}

/// A case, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Its id.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// The profile it was opened under.
    pub profile: String,
    /// How it is dealt with.
    pub route: Route,
    /// Where it is.
    pub stage: Stage,
    /// Where its follow-up is.
    pub compliance: Compliance,
    /// Who handles it.
    pub handler: StaffId,
    /// The bodies.
    pub bodies: Vec<BodyId>,
    /// When it was received.
    pub received_on: Date,
    /// When it was decided or agreed.
    pub decided_on: Option<Date>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// The next day on which the office may owe something; today or earlier means look now.
    pub look_again_on: Option<Date>,
}

/// A recommendation, as lists show it. That it is overdue is not stored: it follows from the date and the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationRow {
    /// Its case.
    pub case: CaseId,
    /// Its number.
    pub number: RecommendationNumber,
    /// The body.
    pub body: BodyId,
    /// What sort of act.
    pub kind: Kind,
    /// For whom.
    pub scope: Scope,
    /// Where it stands.
    pub state: State,
    /// Is the office waiting for the body?
    pub awaits_body: bool,
    /// The date by which the office must be told.
    pub evidence_due_on: Option<Date>,
    /// The first such date.
    pub original_due_on: Option<Date>,
    /// Is a request for a later date open?
    pub extension_open: bool,
    /// Was the date ever extended?
    pub extended: bool,
    /// When evidence last came.
    pub last_evidence_on: Option<Date>,
    /// Days late, once judged met.
    pub days_late: Option<i32>,
    /// When it ended.
    pub ended_on: Option<Date>,
    /// The chase step that went last for the current date.
    pub last_chase_step: Option<String>,
    /// A chase for the current date came back undelivered.
    pub undelivered: bool,
    /// Its subjects (R48, R53).
    pub themes: Vec<String>,
    /// The body it was made to, where another carries it out now: its figures stay with that one (E13).
    #[serde(default)]
    pub taken_over_from: Option<BodyId>,
}

/// Something that says how a body deals with the office: a sign in the record, or a note (R56).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlingRow {
    /// The case.
    pub case: CaseId,
    /// The number of its event there.
    pub seq: u32,
    /// The body.
    pub body: BodyId,
    /// When.
    pub on: Date,
    /// A sign, or the code of a note.
    pub what: HandlingEntry,
    /// About which recommendation, where it is a sign.
    pub number: Option<RecommendationNumber>,
    /// The number of the event a note rests on.
    pub because: Option<u32>,
    /// The comment of a note: where its text is kept.
    pub words: Option<ParticularId>,
}

/// What an entry of the handling report is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", content = "word", rename_all = "snake_case")]
pub enum HandlingEntry {
    /// A sign in the record.
    Sign(HandlingSign),
    /// A note under a code of the profile.
    Note(String),
}

/// The rows of a case. `look_again_on` is the first day on which something may be owed that is not owed now: a chase, a
/// reminder of the date, a reminder to comment. What only people pay is not among it: lists of tasks ask `duties`.
pub fn index(case: &Case, profile: &Profile, calendar: &Calendar) -> Rows {
    let row = CaseRow {
        case: case.id,
        reference: case.reference.clone(),
        profile: case.profile.clone(),
        route: case.route,
        stage: case.stage(),
        compliance: case.compliance(),
        handler: case.handler,
        bodies: case.bodies.clone(),
        received_on: case.received_on,
        decided_on: case.decided_on(),
        closed_on: case.closed_on,
        look_again_on: look_again_on(case, profile, calendar),
    };
    Rows {
        case: row,
        recommendations: case.recommendations.iter().map(|one| recommendation_row(case, one)).collect(),
        handling: handling_rows(case),
        keeping: keeping_row(case, profile),
    }
}

/// How long a case is kept. The row knows no day: what holds it is told with its end.
fn keeping_row(case: &Case, profile: &Profile) -> KeepingRow {
    let next = retention::next_day(case, profile, Date::MAX);
    let holding = retention::holding(case, Date::MIN);
    let endless = holding.iter().any(|because| because.until().is_none());
    KeepingRow {
        dispose_on: next.map(|(on, _)| on),
        class: next.map(|(_, class)| class),
        held: !holding.is_empty(),
        held_until: holding.iter().filter_map(retention::Because::until).max().filter(|_| !endless),
        approved: case.keeping.approved(),
        files: retention::files_kept(case).into_iter().collect(),
    }
}

fn handling_rows(case: &Case) -> Vec<HandlingRow> {
    let signs = case.handling_signs.iter().map(|one| HandlingRow {
        case: case.id,
        seq: one.seq,
        body: one.body,
        on: one.on,
        what: HandlingEntry::Sign(one.sign),
        number: Some(one.number),
        because: None,
        words: None,
    });
    let notes = case.handling.iter().map(|one| HandlingRow {
        case: case.id,
        seq: one.seq,
        body: one.note.body,
        on: one.note.on,
        what: HandlingEntry::Note(one.note.code.clone()),
        number: None,
        because: one.note.because,
        words: Some(one.note.note.particular),
    });
    let mut rows: Vec<HandlingRow> = signs.chain(notes).collect();
    rows.sort_by_key(|row| row.seq);
    rows
}

/// The first day on which the machinery must look at the case again; none once nothing can come of itself.
fn look_again_on(case: &Case, profile: &Profile, calendar: &Calendar) -> Option<Date> {
    let chase = case.live().filter_map(|one| duty::next_chase_on(case, one, profile, calendar)).min();
    chase.into_iter().chain(duty::next_reminder_to_comment_on(case, calendar)).min()
}

/// The row of one recommendation of a case.
pub fn recommendation_row(case: &Case, one: &Recommendation) -> RecommendationRow {
    let current = one.current_date();
    let last_chase =
        current.and_then(|date| one.chases.iter().rev().find(|chase| chase.date_version == date.version));
    RecommendationRow {
        case: case.id,
        number: one.number,
        body: one.terms.addressee,
        kind: one.terms.kind,
        scope: one.terms.scope,
        state: one.state(),
        awaits_body: one.awaits_body(),
        evidence_due_on: one.evidence_due_on(),
        original_due_on: one.original_due_on(),
        extension_open: one.open_extension().is_some() && !one.state().is_terminal(),
        extended: one.dates.iter().any(|date| matches!(date.because, DateReason::Extension { .. })),
        last_evidence_on: one
            .evidence
            .last()
            .and_then(|id| case.submission(*id))
            .map(|found| found.submission.received_on),
        days_late: match &one.judgement {
            Some(Judgement::Met { days_late, .. }) => Some(*days_late),
            _ => None,
        },
        ended_on: one.ended_on,
        last_chase_step: last_chase.map(|chase| chase.step.clone()),
        undelivered: last_chase.is_some_and(|chase| chase.undelivered),
        themes: one.terms.themes.clone(),
        taken_over_from: one.taken_over_from,
    }
}
