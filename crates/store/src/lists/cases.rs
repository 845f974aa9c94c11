//! Cases: found by reference, by words, by who and where; and what was recommended to a body before.

use std::cmp::Reverse;

use amends_core::{
    case::{Compliance, Stage},
    id::{BodyId, CaseId, CaseReference, StaffId},
    index::{CaseRow, RecommendationRow},
    recommendation::Kind,
};
use jiff::civil::Date;

use super::{
    PAGE,
    clause::{Clause, LAST_ID},
    family::with_predecessors,
};
use crate::{
    db::Conn,
    error::Result,
    rows::{
        self, CASE, CASE_COLUMNS, RECOMMENDATION, RECOMMENDATION_COLUMNS, read_case, read_recommendation,
    },
    search::Narrow,
    value::Value,
};

/// What the list of cases is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseFilter {
    /// Only cases in which these words occur: of title, recommendations, reference, bodies.
    pub text: Option<String>,
    /// Only cases of this handler.
    pub handler: Option<StaffId>,
    /// Only cases with this body.
    pub body: Option<BodyId>,
    /// Only cases at this stage.
    pub stage: Option<Stage>,
    /// Only cases whose follow-up is here.
    pub compliance: Option<Compliance>,
}

/// A place in the list of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseCursor {
    /// When the case was received.
    pub received_on: Date,
    /// The case.
    pub case: CaseId,
}

/// A row of the list of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseItem {
    /// The case.
    pub row: CaseRow,
    /// Its title; empty once erased.
    pub title: String,
}

/// A page of cases, the newest first, and where the next page begins, if there is one.
pub fn cases(
    c: &Conn<'_>,
    filter: &CaseFilter,
    after: Option<CaseCursor>,
) -> Result<(Vec<CaseItem>, Option<CaseCursor>)> {
    let words = Narrow::of(c, filter.text.as_deref())?;
    let (sql, values) = cases_sql(c, filter, words.as_ref(), after);
    let mut items =
        c.all(&sql, &values, |row| Ok(CaseItem { row: read_case(row)?, title: row.get(CASE_COLUMNS)? }))?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    for item in &mut items {
        item.row.bodies = rows::bodies(c, item.row.case)?;
    }
    let next = items
        .last()
        .filter(|_| more)
        .map(|last| CaseCursor { received_on: last.row.received_on, case: last.row.case });
    Ok((items, next))
}

/// What [`cases`] asks. Cases of a body come along the index of its cases, which has their day too.
pub(super) fn cases_sql(
    c: &Conn<'_>,
    filter: &CaseFilter,
    words: Option<&Narrow>,
    after: Option<CaseCursor>,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    let (along, from) = match filter.body {
        Some(body) => {
            clause.and_is("b.body_id", Some(body));
            ("b", "case_body b JOIN case_row c ON c.case_id = b.case_id")
        }
        None => ("c", "case_row c"),
    };
    clause.and_is("c.handler", filter.handler);
    clause.and_is("c.stage", filter.stage.map(Stage::code));
    clause.and_is("c.compliance", filter.compliance.map(Compliance::code));
    clause.and_holds(c, "c.case_id", words);
    let (on, case) = after.map_or((Date::MAX, LAST_ID), |after| (after.received_on, after.case.0));
    let (on, case) = (clause.value(on), clause.value(CaseId(case)));
    clause.and(format!("({along}.received_on, {along}.case_id) < ({on}, {case})"));
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT {CASE}, COALESCE(t.title, '')
         FROM (SELECT {along}.received_on, {along}.case_id FROM {from} WHERE {conditions}
           ORDER BY {along}.received_on DESC, {along}.case_id DESC LIMIT {most}) page
         JOIN case_row c ON c.case_id = page.case_id
         LEFT JOIN case_text t ON t.case_id = page.case_id
         ORDER BY page.received_on DESC, page.case_id DESC LIMIT {most}",
        most = PAGE + 1
    );
    (sql, values)
}

/// Every case with its reference, the oldest first: for what looks at all of them.
pub fn every_case(c: &Conn<'_>) -> Result<Vec<(CaseId, CaseReference)>> {
    let sql = "SELECT case_id, reference FROM case_row ORDER BY received_on, case_id";
    c.all(sql, &[], |row| Ok((row.get(0)?, CaseReference(row.get(1)?))))
}

/// The case with this reference.
pub fn case_by_reference(c: &Conn<'_>, reference: &CaseReference) -> Result<Option<CaseId>> {
    c.one("SELECT case_id FROM case_row WHERE reference = $1", &[(&reference.0).into()], |row| row.get(0))
}

/// Up to `limit` cases at which the office must look on this day, the longest waiting first, after the last of
/// the page before. What is owed there is for the case to say.
pub fn due_for_look(
    c: &Conn<'_>,
    today: Date,
    after: Option<(Date, CaseId)>,
    limit: u32,
) -> Result<Vec<(Date, CaseId)>> {
    let on = after.map(|(on, _)| on.to_string()).unwrap_or_default();
    let case = after.map_or(CaseId(uuid::Uuid::nil()), |(_, case)| case);
    let values = [today.into(), on.into(), case.into(), limit.into()];
    c.all(DUE_FOR_LOOK, &values, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What [`due_for_look`] asks.
pub(super) const DUE_FOR_LOOK: &str = "SELECT look_again_on, case_id FROM case_row
  WHERE look_again_on <= $1 AND (look_again_on, case_id) > ($2, $3)
  ORDER BY look_again_on, case_id LIMIT $4";

/// A recommendation made before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The recommendation.
    pub row: RecommendationRow,
    /// The reference of its case.
    pub reference: CaseReference,
    /// When that case was decided.
    pub decided_on: Option<Date>,
    /// What it says; empty once erased.
    pub wording: String,
}

/// What was recommended to a body, or to those in whose place it stands, before: of this kind and about these words,
/// where asked; that of the case opened last first. It informs and decides nothing (R47, R48).
pub fn earlier_recommendations(
    c: &Conn<'_>,
    body: BodyId,
    kind: Option<Kind>,
    about: Option<&str>,
    except: Option<CaseId>,
    limit: u32,
) -> Result<Vec<Earlier>> {
    let at = RECOMMENDATION_COLUMNS;
    let words = Narrow::of(c, about)?;
    let mut all = Vec::new();
    // Each body has its own stretch of the index, of which no more than the limit is read.
    for one in with_predecessors(c, body)? {
        let (sql, values) = earlier_sql(c, one, kind, words.as_ref(), except, limit);
        all.extend(c.all(&sql, &values, |row| {
            Ok(Earlier {
                row: read_recommendation(row)?,
                reference: CaseReference(row.get(at)?),
                decided_on: row.get(at + 1)?,
                wording: row.get(at + 2)?,
            })
        })?);
    }
    all.sort_by_key(|one| (Reverse(one.row.case), one.row.number));
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(all)
}

/// What [`earlier_recommendations`] asks of one body.
pub(super) fn earlier_sql(
    c: &Conn<'_>,
    body: BodyId,
    kind: Option<Kind>,
    about: Option<&Narrow>,
    except: Option<CaseId>,
    limit: u32,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    clause.and_is("r.body_id", Some(body));
    let last = clause.value(CaseId(LAST_ID));
    clause.and(format!("r.case_id < {last}"));
    clause.and_is("r.kind", kind.map(Kind::code));
    clause.and_holds(c, "r.case_id", about);
    if let Some(except) = except {
        let name = clause.value(except);
        clause.and(format!("r.case_id <> {name}"));
    }
    let limit = clause.value(limit);
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT {RECOMMENDATION}, c.reference, c.decided_on, COALESCE(w.wording, '')
         FROM (SELECT r.case_id, r.number FROM recommendation_row r WHERE {conditions}
           ORDER BY r.case_id DESC, r.number LIMIT {limit}) page
         JOIN recommendation_row r ON r.case_id = page.case_id AND r.number = page.number
         JOIN case_row c ON c.case_id = page.case_id
         LEFT JOIN recommendation_text w ON w.case_id = page.case_id AND w.number = page.number
         ORDER BY page.case_id DESC, page.number"
    );
    (sql, values)
}
