//! Decided service improvements across cases: by body, subject, kind, state and date (R48, R53).

use amends_core::{
    id::{BodyId, CaseId, CaseReference, RecommendationNumber},
    index::RecommendationRow,
    recommendation::{Kind, State},
};
use jiff::civil::Date;

use super::{
    PAGE,
    clause::{Clause, LAST_ID, family},
};
use crate::{
    db::Conn,
    error::Result,
    rows::{RECOMMENDATION, RECOMMENDATION_COLUMNS, read_recommendation},
    search::Narrow,
    value::{Value, Word},
};

/// What the list of service improvements is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImprovementFilter {
    /// Only to this body, or to those merged into it.
    pub body: Option<BodyId>,
    /// Only with this subject.
    pub theme: Option<String>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only in one of these states; in any where there is none.
    pub states: Vec<State>,
    /// Only decided on this day or later.
    pub from: Option<Date>,
    /// Only decided on this day or earlier.
    pub to: Option<Date>,
    /// Only of cases in which these words occur.
    pub text: Option<String>,
    /// Not of this case.
    pub except: Option<CaseId>,
}

/// A place in the list of service improvements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImprovementCursor {
    /// When its case was decided.
    pub decided_on: Date,
    /// The case.
    pub case: CaseId,
    /// The recommendation.
    pub number: RecommendationNumber,
}

/// A service improvement that was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Improvement {
    /// The recommendation.
    pub row: RecommendationRow,
    /// The reference of its case.
    pub reference: CaseReference,
    /// When its case was decided.
    pub decided_on: Date,
    /// What it says; empty once erased.
    pub wording: String,
}

/// The conditions of a filter on `recommendation_row r`; the bodies are those of [`family`].
fn narrowed(
    c: &Conn<'_>,
    clause: &mut Clause,
    filter: &ImprovementFilter,
    words: Option<&Narrow>,
    bodies: Option<&[BodyId]>,
) {
    if let Some(bodies) = bodies {
        clause.and_one_of("r.body_id", bodies);
    }
    clause.and_is("r.kind", filter.kind.map(Kind::code));
    if !filter.states.is_empty() {
        let names: Vec<String> = filter.states.iter().map(|state| clause.value(state.code())).collect();
        // Said twice over, so that no engine goes by the state: then the order of the list would be lost.
        clause.and(format!("NOT (r.state NOT IN ({}))", names.join(", ")));
    }
    clause.and_holds(c, "r.case_id", words);
    if let Some(except) = filter.except {
        let name = clause.value(except);
        clause.and(format!("r.case_id <> {name}"));
    }
}

/// A page of service improvements, the latest decided first, and where the next page begins, if there is one. Those
/// withdrawn before the decision are not among them.
pub fn improvements(
    c: &Conn<'_>,
    filter: &ImprovementFilter,
    after: Option<ImprovementCursor>,
) -> Result<(Vec<Improvement>, Option<ImprovementCursor>)> {
    improvements_up_to(c, filter, after, PAGE)
}

/// As [`improvements`], with pages of another length: for what looks at all of them.
pub fn improvements_up_to(
    c: &Conn<'_>,
    filter: &ImprovementFilter,
    after: Option<ImprovementCursor>,
    most: usize,
) -> Result<(Vec<Improvement>, Option<ImprovementCursor>)> {
    let bodies = filter.body.map(|body| family(c, body)).transpose()?;
    let words = Narrow::of(c, filter.text.as_deref())?;
    let (sql, values) = improvements_sql(c, filter, words.as_ref(), bodies.as_deref(), after, most);
    let at = RECOMMENDATION_COLUMNS;
    let mut items = c.all(&sql, &values, |row| {
        Ok(Improvement {
            row: read_recommendation(row)?,
            reference: CaseReference(row.get(at)?),
            decided_on: row.get(at + 1)?,
            wording: row.get(at + 2)?,
        })
    })?;
    let more = items.len() > most;
    items.truncate(most);
    let next = items.last().filter(|_| more).map(|last| ImprovementCursor {
        decided_on: last.decided_on,
        case: last.row.case,
        number: last.row.number,
    });
    Ok((items, next))
}

/// What [`improvements`] asks. Those on a subject alone come along the index of subjects, all others along that of
/// service improvements, of a body or of all.
pub(super) fn improvements_sql(
    c: &Conn<'_>,
    filter: &ImprovementFilter,
    words: Option<&Narrow>,
    bodies: Option<&[BodyId]>,
    after: Option<ImprovementCursor>,
    most: usize,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    narrowed(c, &mut clause, filter, words, bodies);
    let (along, from) = match (&filter.theme, bodies) {
        (Some(theme), None) => {
            clause.and_is("t.theme", Some(theme));
            let from = "recommendation_theme t
              JOIN recommendation_row r ON r.case_id = t.case_id AND r.number = t.number";
            ("t", from)
        }
        (Some(theme), Some(_)) => {
            let name = clause.value(theme);
            clause.and(format!(
                "EXISTS (SELECT 1 FROM recommendation_theme t
                   WHERE t.theme = {name} AND t.case_id = r.case_id AND t.number = r.number)"
            ));
            ("r", "recommendation_row r")
        }
        (None, _) => ("r", "recommendation_row r"),
    };
    begins(&mut clause, along, filter, after);
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT {RECOMMENDATION}, c.reference, c.decided_on, COALESCE(w.wording, '')
         FROM (SELECT {along}.improved_on, {along}.case_id, {along}.number FROM {from} WHERE {conditions}
           ORDER BY {along}.improved_on DESC, {along}.case_id DESC, {along}.number LIMIT {most}) page
         JOIN recommendation_row r ON r.case_id = page.case_id AND r.number = page.number
         JOIN case_row c ON c.case_id = page.case_id
         LEFT JOIN recommendation_text w ON w.case_id = page.case_id AND w.number = page.number
         ORDER BY page.improved_on DESC, page.case_id DESC, page.number LIMIT {most}",
        most = most.saturating_add(1)
    );
    (sql, values)
}

/// Where in the order the page begins: after the last of the page before, and not after the last day asked for.
fn begins(clause: &mut Clause, along: &str, filter: &ImprovementFilter, after: Option<ImprovementCursor>) {
    let first = (filter.to.unwrap_or(Date::MAX), LAST_ID);
    let goes_on = after.filter(|after| (after.decided_on, after.case.0) < first);
    let (on, case) = goes_on.map_or(first, |after| (after.decided_on, after.case.0));
    let (on, case) = (clause.value(on), clause.value(CaseId(case)));
    // The index has service improvements alone; the engine takes it only where the query says so too.
    clause.and(format!("{along}.improved_on IS NOT NULL"));
    clause.and(format!("({along}.improved_on, {along}.case_id) <= ({on}, {case})"));
    // Within a case numbers go up while days go down: a row is left out by its number where it is of that very case.
    let number = clause.value(goes_on.map_or(0, |after| after.number.0));
    clause.and(format!(
        "NOT ({along}.improved_on = {on} AND {along}.case_id = {case} AND {along}.number <= {number})"
    ));
    if let Some(from) = filter.from {
        let name = clause.value(from);
        clause.and(format!("{along}.improved_on >= {name}"));
    }
}

/// How many service improvements with a subject are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImprovementCount {
    /// The subject; empty for those that have none.
    pub theme: String,
    /// The state.
    pub state: State,
    /// How many.
    pub count: u64,
}

/// How many service improvements of each subject are in each state. One with two subjects is counted under both. A report:
/// it counts along the index of service improvements, from the first day asked for to the last.
pub fn improvement_counts(c: &Conn<'_>, filter: &ImprovementFilter) -> Result<Vec<ImprovementCount>> {
    let bodies = filter.body.map(|body| family(c, body)).transpose()?;
    let (sql, values) = improvement_counts_sql(c, filter, bodies.as_deref());
    c.all(&sql, &values, |row| {
        let Word(state) = row.get(1)?;
        Ok(ImprovementCount { theme: row.get(0)?, state, count: row.get(2)? })
    })
}

/// What [`improvement_counts`] asks.
pub(super) fn improvement_counts_sql(
    c: &Conn<'_>,
    filter: &ImprovementFilter,
    bodies: Option<&[BodyId]>,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    // A report counts every one, however many cases hold the words.
    let words = Narrow::every(filter.text.as_deref());
    narrowed(c, &mut clause, filter, words.as_ref(), bodies);
    if let Some(theme) = &filter.theme {
        let name = clause.value(theme);
        clause.and(format!(
            "EXISTS (SELECT 1 FROM recommendation_theme t
               WHERE t.theme = {name} AND t.case_id = r.case_id AND t.number = r.number)"
        ));
    }
    let (from, to) =
        (filter.from.map(|on| on.to_string()).unwrap_or_default(), filter.to.unwrap_or(Date::MAX));
    let (from, to) = (clause.value(from), clause.value(to));
    clause.and(format!("r.improved_on >= {from} AND r.improved_on <= {to}"));
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT COALESCE(s.theme, '') AS subject, r.state, COUNT(*)
         FROM recommendation_row r
         LEFT JOIN recommendation_theme s ON s.case_id = r.case_id AND s.number = r.number
         WHERE {conditions} GROUP BY subject, r.state ORDER BY subject, r.state"
    );
    (sql, values)
}
