//! Every question that lists, counts and the search ask, in each form that is found another way: for tests that look at
//! how an engine goes about it.

use amends_core::{
    case::{Compliance, Stage},
    id::{BodyId, CaseId, RecommendationNumber, StaffId},
    index::HandlingEntry,
    profile::HandlingSign,
    recommendation::{Kind, State},
};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::{
    CaseCursor, CaseFilter, HandlingCursor, HandlingFilter, ImprovementCursor, ImprovementFilter, View,
    WorkCursor, WorkFilter, cases, handling, improvements, logs, statistics, work,
};
use crate::{
    db::{
        Conn,
        fulltext::{Page, Pairs},
    },
    error::Result,
    post::{self, MailState, PostState},
    search::{self, Class, Narrow, Reach, Search, Wanted},
    value::Value,
};

/// A question, as it is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// What it is, for the reader of a failed test.
    pub name: String,
    /// Its text.
    pub sql: String,
    /// What stands for `$1`, `$2` ….
    pub values: Vec<Value>,
    /// No more is read for it than a page has, however much there is. Not so for reports, which count over a period, and
    /// for lists narrowed by words, which read what holds the words.
    pub bounded: bool,
}

/// Gathers questions under names.
#[derive(Default)]
struct Gathered(Vec<Question>);

impl Gathered {
    fn add(&mut self, name: impl Into<String>, (sql, values): (String, Vec<Value>)) {
        let name = name.into();
        let counts = name.starts_with("counts of") && !name.starts_with("counts of the work-list");
        let reads_more =
            [WORDS, "how bodies did", "counts of the work-list, a handler's to a body", "how many letters"];
        // In a state rows are found along its index; where more is asked of them, or they are a handler's, others are
        // passed over.
        let passed_over = name.contains("in a state") && !name.starts_with("work-list, all, in a state");
        let bounded = !counts && !passed_over && !reads_more.iter().any(|part| name.contains(part));
        self.0.push(Question { name, sql, values, bounded });
    }
}

/// Every question, on a day, about a member of staff and a body that have much.
///
/// # Errors
/// Where a question cannot be put into words.
pub fn every_question(c: &Conn<'_>, today: Date, staff: StaffId, body: BodyId) -> Result<Vec<Question>> {
    let mut all = Gathered::default();
    let words = Narrow::of(c, Some("heating"))?;
    let held = words.as_ref();
    of_work(c, &mut all, today, staff, body, held);
    of_cases(c, &mut all, today, staff, body, held);
    of_improvements(c, &mut all, today, body, held);
    of_handling(&mut all, today, body)?;
    of_post(&mut all, today);
    of_search(c, &mut all);
    Ok(all.0)
}

fn of_work(
    c: &Conn<'_>,
    all: &mut Gathered,
    today: Date,
    staff: StaffId,
    body: BodyId,
    held: Option<&Narrow>,
) {
    let office = WorkFilter::on(today);
    let filters = [
        ("everybody's", office.clone()),
        ("a handler's", WorkFilter { handler: Some(staff), ..office.clone() }),
        ("a body's", WorkFilter { body: Some(body), ..office.clone() }),
        ("a handler's to a body", WorkFilter { handler: Some(staff), body: Some(body), ..office.clone() }),
        ("in a state", WorkFilter { state: Some(State::Due), ..office.clone() }),
        (
            "a handler's in a state",
            WorkFilter { handler: Some(staff), state: Some(State::Due), ..office.clone() },
        ),
        (WORDS, office.clone()),
        ("a handler's with words", WorkFilter { handler: Some(staff), ..office.clone() }),
    ];
    let after = WorkCursor {
        evidence_due_on: Some(today),
        case: CaseId(Uuid::from_u128(1)),
        number: RecommendationNumber(1),
    };
    for (whose, filter) in &filters {
        for (many, words) in reaches(whose, held) {
            let words = words.as_ref();
            for view in View::ALL {
                for after in [None, Some(after)] {
                    let page = if after.is_some() { "a later page" } else { "the first page" };
                    let name = format!("work-list, {}, {whose}{many}, {page}", view.code());
                    let places = format!("{name}, its places");
                    all.add(name, work::work_sql(c, view, filter, words, after));
                    all.add(places, work::places_sql(c, view, filter, words, after));
                }
            }
            all.add(format!("counts of the work-list, {whose}{many}"), work::counts_sql(c, filter, words));
            let next = format!("the next day on which something is due, {whose}{many}");
            all.add(next, work::next_due_sql(c, filter, words));
        }
    }
    if let Some(words) = held {
        all.add("the newest cases with words", words.newest_sql(c));
    }
}

/// What marks a question about words.
const WORDS: &str = "with words";

/// A question that is narrowed by words is asked in two ways: where few cases hold them, and where many do.
fn reaches(which: &str, held: Option<&Narrow>) -> Vec<(&'static str, Option<Narrow>)> {
    if !which.contains(WORDS) {
        return vec![("", None)];
    }
    [(" of few", Reach::Few), (" of many", Reach::Many)]
        .map(|(name, reach)| (name, held.map(|held| held.clone().reaching(reach))))
        .to_vec()
}

fn of_cases(
    c: &Conn<'_>,
    all: &mut Gathered,
    today: Date,
    staff: StaffId,
    body: BodyId,
    held: Option<&Narrow>,
) {
    let every = CaseFilter::default;
    let filters = [
        ("all", every()),
        ("a handler's", CaseFilter { handler: Some(staff), ..every() }),
        ("a body's", CaseFilter { body: Some(body), ..every() }),
        ("at a stage", CaseFilter { stage: Some(Stage::Investigating), ..every() }),
        ("by follow-up", CaseFilter { compliance: Some(Compliance::Monitoring), ..every() }),
        (WORDS, every()),
    ];
    for (which, filter) in &filters {
        for (many, words) in reaches(which, held) {
            for after in [None, Some(CaseCursor { received_on: today, case: CaseId(Uuid::from_u128(1)) })] {
                let page = if after.is_some() { "a later page" } else { "the first page" };
                let question = cases::cases_sql(c, filter, words.as_ref(), after);
                all.add(format!("cases, {which}{many}, {page}"), question);
            }
        }
    }
    for (which, kind) in [("all", None), ("of a kind", Some(Kind::Training)), (WORDS, None)] {
        for (many, words) in reaches(which, held) {
            let except = Some(CaseId(Uuid::from_u128(1)));
            let earlier = cases::earlier_sql(c, body, kind, words.as_ref(), except, 200);
            all.add(format!("recommendations made to a body before, {which}{many}"), earlier);
        }
    }
    let values = vec![today.into(), "".into(), CaseId(Uuid::nil()).into(), 200_u32.into()];
    all.add("cases to look at", (cases::DUE_FOR_LOOK.to_owned(), values));
    all.add("how bodies did", statistics::compliance_sql(today, today));
}

fn of_improvements(c: &Conn<'_>, all: &mut Gathered, today: Date, body: BodyId, held: Option<&Narrow>) {
    let every = ImprovementFilter::default;
    let to_body = || ImprovementFilter { body: Some(body), ..every() };
    let theme = || Some("delay".to_owned());
    let filters = [
        ("all", every()),
        ("to a body", to_body()),
        ("on a subject", ImprovementFilter { theme: theme(), ..every() }),
        ("to a body on a subject", ImprovementFilter { theme: theme(), ..to_body() }),
        (
            "of a kind in some states",
            ImprovementFilter {
                kind: Some(Kind::Training),
                states: vec![State::Due, State::MetLate],
                ..every()
            },
        ),
        ("of some years", ImprovementFilter { from: Some(today), to: Some(today), ..every() }),
        (WORDS, ImprovementFilter { text: Some("heating".to_owned()), ..every() }),
        ("to a body, but of this case", ImprovementFilter { except: Some(CaseId(Uuid::nil())), ..to_body() }),
    ];
    let after = ImprovementCursor {
        decided_on: today,
        case: CaseId(Uuid::from_u128(1)),
        number: RecommendationNumber(1),
    };
    for (which, filter) in &filters {
        let one = [body];
        let bodies = filter.body.map(|_| one.as_slice());
        for (many, words) in reaches(which, held) {
            for after in [None, Some(after)] {
                let page = if after.is_some() { "a later page" } else { "the first page" };
                let words = words.as_ref();
                let question = improvements::improvements_sql(c, filter, words, bodies, after, super::PAGE);
                all.add(format!("service improvements, {which}{many}, {page}"), question);
            }
        }
        let counts = improvements::improvement_counts_sql(c, filter, bodies);
        all.add(format!("counts of service improvements, {which}"), counts);
    }
}

fn of_handling(all: &mut Gathered, today: Date, body: BodyId) -> Result<()> {
    let every = HandlingFilter::default;
    let filters = [
        ("all", every()),
        ("of a body", HandlingFilter { body: Some(body), ..every() }),
        ("chases", HandlingFilter { what: Some(HandlingEntry::Sign(HandlingSign::Chase)), ..every() }),
        ("of a quarter", HandlingFilter { from: Some(today), to: Some(today), ..every() }),
    ];
    for (which, filter) in &filters {
        let one = [body];
        let bodies = filter.body.map(|_| one.as_slice());
        let after = HandlingCursor { on: today, case: CaseId(Uuid::from_u128(1)), seq: 1 };
        for (page, after) in [("the first page", None), ("a later page", Some(after))] {
            let question = handling::handling_sql(filter, bodies, after)?;
            all.add(format!("how bodies deal with the office, {which}, {page}"), question);
        }
        let counts = handling::handling_counts_sql(filter, bodies)?;
        all.add(format!("counts of how bodies deal with the office, {which}"), counts);
    }
    Ok(())
}

fn of_post(all: &mut Gathered, today: Date) {
    let at: Value = Timestamp::UNIX_EPOCH.into();
    let id = || Value::Bytes(Uuid::nil().as_bytes().to_vec());
    for (which, states) in
        [("set aside", vec![MailState::SetAside]), ("to be filed", vec![MailState::New, MailState::Held])]
    {
        let values = vec![at.clone(), id(), 50_u32.into()];
        all.add(format!("messages {which}"), (post::mail_in_sql(&states), values));
    }
    all.add("how many messages", ("SELECT state, n FROM mail_count".to_owned(), Vec::new()));
    for (which, sql, values) in post::outbox_questions(at, id()) {
        all.add(which, (sql, values));
    }
    let state = PostState::Held.code().into();
    all.add("letters in a state", (post::in_state_sql(), vec![state, 50_u32.into()]));
    for kind in ["evidence_quarantined", "disclosed"] {
        all.add(
            format!("the log of {kind}"),
            (logs::of_kind_sql(kind), vec![i64::MAX.into(), 50_u32.into()]),
        );
    }
    let values = vec![today.into(), "".into(), CaseId(Uuid::nil()).into(), 30_u32.into()];
    all.add("what is to go", (crate::keeping::DUE.to_owned(), values));
}

fn of_search(c: &Conn<'_>, all: &mut Gathered) {
    let questions = [
        ("a phrase", "\"no heating\"", None),
        ("a phrase of frequent words", "\"of the council\"", None),
        ("words", "heating council", None),
        ("evidence", "minutes", Some(search::Kind::Evidence)),
    ];
    for (what, typed, kind) in questions {
        let Some(wanted) = Wanted::whole(typed) else { continue };
        let search = Search { wanted, kind, classes: Class::for_staff(false) };
        for through in Page::steps(c) {
            let question = search::find_sql(c, &search, Some(1_000), 20, (Pairs::Narrow, *through));
            all.add(format!("search for {what}, {through:?}"), question);
        }
    }
    all.add("a text without pairs of words", (search::any_unpaired_sql(c), Vec::new()));
}
