//! The work-list: recommendations by the date the office must be told, in views and under filters.

use std::{fmt, str::FromStr};

use amends_core::{
    id::{BodyId, CaseId, CaseReference, RecommendationNumber, StaffId},
    index::RecommendationRow,
    recommendation::State,
    text::Bilingual,
};
use jiff::{ToSpan, civil::Date};

use super::{PAGE, clause::Clause};
use crate::{
    db::{Conn, Row},
    error::Result,
    rows::{NO_DATE, RECOMMENDATION, RECOMMENDATION_COLUMNS, read_recommendation},
    search,
};

/// A view of the work-list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Something is to be done by the handler: evidence to look at, an extension to decide, a date that has
    /// passed, a letter that came back.
    NeedsMe,
    /// The office must be told within 14 days.
    DueIn14,
    /// Evidence is in and waits to be looked at.
    Evidence,
    /// A request for a later date waits to be decided.
    Extensions,
    /// A letter came back, and the recommendation is not ended.
    Delivery,
    /// Everything.
    All,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::NeedsMe, Self::DueIn14, Self::Evidence, Self::Extensions, Self::Delivery, Self::All];

    /// The word for it in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::NeedsMe => "needs_me",
            Self::DueIn14 => "due_in_14",
            Self::Evidence => "evidence",
            Self::Extensions => "extensions",
            Self::Delivery => "delivery",
            Self::All => "all",
        }
    }

    /// The condition on a day. A date is digits and hyphens alone, so it stands in the text of the query.
    fn condition(self, today: Date) -> String {
        let in_14 = today.saturating_add(14.days());
        match self {
            Self::NeedsMe => format!(
                "(r.state IN ('evidence_received', 'under_review') OR r.extension_open = 1
                  OR (r.awaits_body = 1 AND r.evidence_due_on < '{today}')
                  OR (r.undelivered = 1 AND r.ended_on IS NULL))"
            ),
            Self::DueIn14 => {
                format!("(r.awaits_body = 1 AND r.sort_on >= '{today}' AND r.sort_on <= '{in_14}')")
            }
            Self::Evidence => "r.state IN ('evidence_received', 'under_review')".to_owned(),
            Self::Extensions => "r.extension_open = 1".to_owned(),
            Self::Delivery => "(r.undelivered = 1 AND r.ended_on IS NULL)".to_owned(),
            Self::All => "TRUE".to_owned(),
        }
    }
}

impl FromStr for View {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|view| view.code() == text).ok_or(())
    }
}

/// What the work-list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkFilter {
    /// The day it is asked on.
    pub today: Date,
    /// Only cases of this handler.
    pub handler: Option<StaffId>,
    /// Only recommendations to this body.
    pub body: Option<BodyId>,
    /// Only recommendations in this state.
    pub state: Option<State>,
    /// Only cases in which these words occur.
    pub text: Option<String>,
}

impl WorkFilter {
    /// Everything, on this day.
    pub fn on(today: Date) -> Self {
        Self { today, handler: None, body: None, state: None, text: None }
    }

    fn clause(&self, c: &Conn<'_>) -> Clause {
        let mut clause = Clause::default();
        clause.and_is("c.handler", self.handler);
        clause.and_is("r.body_id", self.body);
        clause.and_is("r.state", self.state.map(State::code));
        if let Some(wanted) = self.text.as_deref().and_then(|typed| search::wanted(c, typed)) {
            let name = clause.value(wanted);
            clause.and(search::holds(c, &name));
        }
        clause
    }
}

/// A place in the work-list: the page after it begins with the next row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkCursor {
    /// The date; none comes last.
    pub evidence_due_on: Option<Date>,
    /// The case.
    pub case: CaseId,
    /// The recommendation.
    pub number: RecommendationNumber,
}

impl fmt::Display for WorkCursor {
    /// As it stands in the address of a page: `2026-04-13.0197….2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.evidence_due_on {
            Some(date) => write!(f, "{date}")?,
            None => f.write_str(NO_DATE)?,
        }
        write!(f, ".{}.{}", self.case, self.number)
    }
}

impl FromStr for WorkCursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(());
        let date = part()?;
        let evidence_due_on = if date == NO_DATE { None } else { Some(date.parse().map_err(|_| ())?) };
        let case = part()?.parse().map_err(|_| ())?;
        let number = RecommendationNumber(part()?.parse().map_err(|_| ())?);
        if parts.next().is_some() {
            return Err(());
        }
        Ok(Self { evidence_due_on, case, number })
    }
}

/// A row of the work-list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    /// The recommendation.
    pub row: RecommendationRow,
    /// The reference of its case.
    pub reference: CaseReference,
    /// Who handles the case.
    pub handler: StaffId,
    /// The title of the case; empty once erased.
    pub title: String,
    /// What the recommendation says; empty once erased.
    pub wording: String,
    /// The name of the body, where the register has it.
    pub body_name: Option<Bilingual>,
}

impl WorkItem {
    /// Its place in the list.
    pub fn cursor(&self) -> WorkCursor {
        WorkCursor { evidence_due_on: self.row.evidence_due_on, case: self.row.case, number: self.row.number }
    }
}

/// A page of the work-list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPage {
    /// Its rows.
    pub items: Vec<WorkItem>,
    /// Where the next page begins, if there is one.
    pub next: Option<WorkCursor>,
}

const FROM: &str = "FROM recommendation_row r JOIN case_row c ON c.case_id = r.case_id
  LEFT JOIN case_text t ON t.case_id = r.case_id
  LEFT JOIN recommendation_text w ON w.case_id = r.case_id AND w.number = r.number
  LEFT JOIN body b ON b.id = r.body_id";

pub(super) fn work_sql(
    c: &Conn<'_>,
    view: View,
    filter: &WorkFilter,
    after: Option<WorkCursor>,
) -> (String, Vec<crate::value::Value>) {
    let mut clause = filter.clause(c);
    clause.and(view.condition(filter.today));
    if let Some(after) = after {
        let date =
            clause.value(after.evidence_due_on.map_or_else(|| NO_DATE.to_owned(), |on| on.to_string()));
        let (case, number) = (clause.value(after.case), clause.value(after.number));
        clause.and(format!("(r.sort_on, r.case_id, r.number) > ({date}, {case}, {number})"));
    }
    let (conditions, values) = clause.done();
    let sql = format!(
        "SELECT {RECOMMENDATION}, c.reference, c.handler, COALESCE(t.title, ''), COALESCE(w.wording, ''),
         b.name_en, b.name_cy {FROM} WHERE {conditions}
         ORDER BY r.sort_on, r.case_id, r.number LIMIT {}",
        PAGE + 1
    );
    (sql, values)
}

/// A page of the work-list, in the order of dates; those without a date come last.
pub fn work(c: &Conn<'_>, view: View, filter: &WorkFilter, after: Option<WorkCursor>) -> Result<WorkPage> {
    let (sql, values) = work_sql(c, view, filter, after);
    let mut items = c.all(&sql, &values, read)?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let next = items.last().filter(|_| more).map(WorkItem::cursor);
    Ok(WorkPage { items, next })
}

fn read(row: &Row<'_>) -> Result<WorkItem> {
    let at = RECOMMENDATION_COLUMNS;
    let names = row.get::<Option<String>>(at + 4)?.zip(row.get::<Option<String>>(at + 5)?);
    Ok(WorkItem {
        row: read_recommendation(row)?,
        reference: CaseReference(row.get(at)?),
        handler: row.get(at + 1)?,
        title: row.get(at + 2)?,
        wording: row.get(at + 3)?,
        body_name: names.map(|(en, cy)| Bilingual { en, cy }),
    })
}

/// How many rows each view has, in the order of [`View::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewCounts(pub [u64; View::ALL.len()]);

impl ViewCounts {
    /// How many rows one view has.
    pub fn of(&self, view: View) -> u64 {
        View::ALL.into_iter().zip(self.0).find(|(one, _)| *one == view).map_or(0, |(_, count)| count)
    }
}

/// How many rows each view has under a filter.
pub fn view_counts(c: &Conn<'_>, filter: &WorkFilter) -> Result<ViewCounts> {
    let sums = View::ALL
        .map(|view| format!("SUM(CASE WHEN {} THEN 1 ELSE 0 END)", view.condition(filter.today)))
        .join(", ");
    let (conditions, values) = filter.clause(c).done();
    // Counting is over many rows, so cases are looked up only where a condition is on them.
    let on_cases = filter.handler.is_some() || filter.text.is_some();
    let cases = if on_cases { "JOIN case_row c ON c.case_id = r.case_id" } else { "" };
    let sql = format!("SELECT {sums} FROM recommendation_row r {cases} WHERE {conditions}");
    let counts = c.one(&sql, &values, |row| {
        let mut counts = [0; View::ALL.len()];
        for (column, count) in counts.iter_mut().enumerate() {
            *count = row.get::<Option<u64>>(column)?.unwrap_or(0);
        }
        Ok(counts)
    })?;
    Ok(ViewCounts(counts.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{Db, Options};

    #[test]
    fn a_cursor_survives_the_address_of_a_page() {
        for evidence_due_on in [Some(jiff::civil::date(2026, 4, 13)), None] {
            let cursor = WorkCursor {
                evidence_due_on,
                case: CaseId(Uuid::from_u128(9)),
                number: RecommendationNumber(2),
            };
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
        for bad in ["", "2026-04-13", "2026-04-13.x.2", "2026-04-31.00000000-0000-0000-0000-000000000009.2"] {
            assert_eq!(bad.parse::<WorkCursor>(), Err(()), "{bad}");
        }
    }

    #[test]
    fn the_work_list_reads_along_an_index_and_sorts_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-04-15T09:30:00Z".parse().unwrap();
        let db = Db::open(&folder.path().join("amends.db"), &Options::default(), now).unwrap();
        let everything = WorkFilter::on(jiff::civil::date(2026, 4, 15));
        let of_body = WorkFilter { body: Some(BodyId(Uuid::from_u128(2))), ..everything.clone() };
        let in_state = WorkFilter { state: Some(State::Due), ..everything.clone() };
        for (view, filter) in [(View::All, &everything), (View::DueIn14, &of_body), (View::All, &in_state)] {
            let after = WorkCursor {
                evidence_due_on: None,
                case: CaseId(Uuid::nil()),
                number: RecommendationNumber(1),
            };
            let (sql, values) =
                db.read(|c| -> Result<_> { Ok(work_sql(c, view, filter, Some(after))) }).unwrap();
            let plan = db.read(|c| c.plan(&sql, &values)).unwrap().join("\n");
            assert!(plan.contains("USING INDEX recommendation_row_"), "{plan}");
            assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
