//! The evidence bundle of a body that did not comply: what was promised, by when, how often it was chased, what came and
//! how it was judged, all of it from the record.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    case::Case,
    event::Event,
    id::{BodyId, EvidenceId, RecommendationNumber},
    recommendation::{Answer, DateReason, Judgement, Recommendation},
    text::Words,
    timeline::{self, TimelineEntry, Viewer},
};

/// What a body promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// What it was to do.
    pub wording: Words,
    /// When the office had its answer; none where it never answered.
    pub answered_on: Option<Date>,
    /// Did it agree?
    pub agreed: bool,
    /// Its last answer.
    pub answer: Option<Answer>,
}

/// A date, and why it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateMoved {
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// 1 for the first.
    pub version: u8,
    /// The date.
    pub evidence_due_on: Date,
    /// Since when it stands.
    pub set_on: Date,
    /// Why.
    pub because: DateReason,
}

/// A chase that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chased {
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// When.
    pub on: Date,
    /// Which step of the ladder.
    pub step: String,
    /// Did it reach the body, as far as the office knows?
    pub delivered: bool,
}

/// Something the body sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// The evidence.
    pub evidence: EvidenceId,
    /// For which recommendations.
    pub numbers: Vec<RecommendationNumber>,
    /// When the office had it.
    pub received_on: Date,
    /// The date it bears.
    pub dated_on: Option<Date>,
    /// What the body said.
    pub statement: Option<Words>,
    /// How many files came.
    pub files: usize,
}

/// How a recommendation was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Which.
    pub number: RecommendationNumber,
    /// When.
    pub on: Date,
    /// How; an earlier judgement stands too, where it was reopened since.
    pub judgement: Judgement,
}

/// The bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bundle {
    /// The body.
    pub body: BodyId,
    /// All that concerns it, as it happened.
    pub chronology: Vec<TimelineEntry>,
    /// What it promised.
    pub promises: Vec<Promise>,
    /// The dates, with every change.
    pub dates: Vec<DateMoved>,
    /// The chases, with whether they were delivered.
    pub chases: Vec<Chased>,
    /// What it sent.
    pub sent: Vec<Sent>,
    /// How it was judged.
    pub judgements: Vec<Judged>,
}

/// The bundle for one body. `history` is every event with the day it was recorded; `case` is what they fold to.
pub fn bundle<'a>(
    case: &Case,
    history: impl IntoIterator<Item = (Date, &'a Event)> + Clone,
    body: BodyId,
) -> Bundle {
    let theirs: Vec<_> = case.live().filter(|one| one.terms.addressee == body).collect();
    let numbers: Vec<_> = theirs.iter().map(|one| one.number).collect();
    let concerns = |entry: &TimelineEntry| {
        let of_another = entry.body.is_some_and(|one| one != body)
            || (!entry.numbers.is_empty() && !entry.numbers.iter().any(|number| numbers.contains(number)));
        !of_another
    };
    let chronology = timeline::entries(case, history.clone(), Viewer::Staff);
    Bundle {
        body,
        chronology: chronology.into_iter().filter(concerns).collect(),
        promises: theirs.iter().map(|one| promise(one)).collect(),
        dates: theirs.iter().flat_map(|one| dates(one)).collect(),
        chases: theirs.iter().flat_map(|one| chases(one)).collect(),
        sent: sent(case, body),
        judgements: judgements(history, &numbers),
    }
}

fn promise(one: &Recommendation) -> Promise {
    Promise {
        number: one.number,
        wording: one.terms.wording.clone(),
        answered_on: one.position().map(|position| position.received_on),
        agreed: one.is_agreed(),
        answer: one.position().map(|position| position.answer.clone()),
    }
}

fn dates(one: &Recommendation) -> Vec<DateMoved> {
    one.dates
        .iter()
        .map(|date| DateMoved {
            number: one.number,
            version: date.version,
            evidence_due_on: date.evidence_due_on.date,
            set_on: date.set_on,
            because: date.because.clone(),
        })
        .collect()
}

fn chases(one: &Recommendation) -> Vec<Chased> {
    one.chases
        .iter()
        .map(|chase| Chased {
            number: one.number,
            on: chase.on,
            step: chase.step.clone(),
            delivered: !chase.undelivered,
        })
        .collect()
}

fn sent(case: &Case, body: BodyId) -> Vec<Sent> {
    let theirs = case.evidence.iter().map(|one| &one.submission).filter(|one| one.body == body);
    theirs
        .map(|one| Sent {
            evidence: one.evidence,
            numbers: one.targets.iter().map(|target| target.number).collect(),
            received_on: one.received_on,
            dated_on: one.dated_on,
            statement: one.statement.clone(),
            files: one.files.len(),
        })
        .collect()
}

fn judgements<'a>(
    history: impl IntoIterator<Item = (Date, &'a Event)>,
    numbers: &[RecommendationNumber],
) -> Vec<Judged> {
    let mut all = Vec::new();
    for (_, event) in history {
        if let Event::Judged { number, judgement, on } = event
            && numbers.contains(number)
        {
            all.push(Judged { number: *number, on: *on, judgement: judgement.clone() });
        }
    }
    all
}
