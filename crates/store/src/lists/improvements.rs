//! Decided service improvements across cases: by body, subject, kind, state and date (R48, R53).

use amends_core::{
    id::{BodyId, CaseId, CaseReference, RecommendationNumber},
    index::RecommendationRow,
    recommendation::{Kind, Scope, State},
};
use jiff::civil::Date;

use super::{PAGE, clause::Clause};
use crate::{
    db::Conn,
    error::Result,
    rows::{RECOMMENDATION, RECOMMENDATION_COLUMNS, read_recommendation},
    search,
    value::Word,
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

/// The conditions of a filter; answers what the query begins with.
fn narrowed(c: &Conn<'_>, clause: &mut Clause, filter: &ImprovementFilter) -> String {
    let family = super::clause::family(clause, "r.body_id", filter.body);
    clause.and_is("r.scope", Some(Scope::Service.code()));
    clause.and("c.decided_on IS NOT NULL");
    let withdrawn = clause.value(State::Withdrawn.code());
    clause.and(format!("r.state <> {withdrawn}"));
    clause.and_is("r.kind", filter.kind.map(Kind::code));
    if !filter.states.is_empty() {
        let names: Vec<String> = filter.states.iter().map(|state| clause.value(state.code())).collect();
        clause.and(format!("r.state IN ({})", names.join(", ")));
    }
    if let Some(theme) = &filter.theme {
        let name = clause.value(theme);
        clause.and(format!(
            "(r.case_id, r.number) IN (SELECT t.case_id, t.number FROM recommendation_theme t WHERE t.theme = {name})"
        ));
    }
    for (day, comparison) in [(filter.from, ">="), (filter.to, "<=")] {
        if let Some(day) = day {
            let name = clause.value(day);
            clause.and(format!("c.decided_on {comparison} {name}"));
        }
    }
    if let Some(wanted) = filter.text.as_deref().and_then(|typed| search::wanted(c, typed)) {
        let name = clause.value(wanted);
        clause.and(search::holds(c, &name));
    }
    if let Some(except) = filter.except {
        let name = clause.value(except);
        clause.and(format!("r.case_id <> {name}"));
    }
    family
}

/// A page of service improvements, the latest decided first, and where the next page begins, if there is one. Those
/// withdrawn before the decision are not among them.
pub fn improvements(
    c: &Conn<'_>,
    filter: &ImprovementFilter,
    after: Option<ImprovementCursor>,
) -> Result<(Vec<Improvement>, Option<ImprovementCursor>)> {
    let mut clause = Clause::default();
    let family = narrowed(c, &mut clause, filter);
    if let Some(after) = after {
        let (on, case) = (clause.value(after.decided_on), clause.value(after.case));
        let number = clause.value(after.number);
        clause.and(format!(
            "(c.decided_on < {on} OR (c.decided_on = {on} AND (r.case_id < {case}
              OR (r.case_id = {case} AND r.number > {number}))))"
        ));
    }
    let (conditions, values) = clause.done();
    let sql = format!(
        "{family} SELECT {RECOMMENDATION}, c.reference, c.decided_on, COALESCE(w.wording, '')
         FROM recommendation_row r JOIN case_row c ON c.case_id = r.case_id
         LEFT JOIN recommendation_text w ON w.case_id = r.case_id AND w.number = r.number
         WHERE {conditions}
         ORDER BY c.decided_on DESC, r.case_id DESC, r.number LIMIT {}",
        PAGE + 1
    );
    let at = RECOMMENDATION_COLUMNS;
    let mut items = c.all(&sql, &values, |row| {
        Ok(Improvement {
            row: read_recommendation(row)?,
            reference: CaseReference(row.get(at)?),
            decided_on: row.get(at + 1)?,
            wording: row.get(at + 2)?,
        })
    })?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let next = items.last().filter(|_| more).map(|last| ImprovementCursor {
        decided_on: last.decided_on,
        case: last.row.case,
        number: last.row.number,
    });
    Ok((items, next))
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

/// How many service improvements of each subject are in each state. One with two subjects is counted under both.
pub fn improvement_counts(c: &Conn<'_>, filter: &ImprovementFilter) -> Result<Vec<ImprovementCount>> {
    let mut clause = Clause::default();
    let family = narrowed(c, &mut clause, filter);
    let (conditions, values) = clause.done();
    let sql = format!(
        "{family} SELECT COALESCE(s.theme, '') AS subject, r.state, COUNT(*)
         FROM recommendation_row r JOIN case_row c ON c.case_id = r.case_id
         LEFT JOIN recommendation_theme s ON s.case_id = r.case_id AND s.number = r.number
         WHERE {conditions} GROUP BY subject, r.state ORDER BY subject, r.state"
    );
    c.all(&sql, &values, |row| {
        let Word(state) = row.get(1)?;
        Ok(ImprovementCount { theme: row.get(0)?, state, count: row.get(2)? })
    })
}
