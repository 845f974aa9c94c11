//! The work-list: recommendations by the date the office must be told, in views and under filters.

use std::{fmt, str::FromStr};

use amends_core::{
    id::{BodyId, CaseId, CaseReference, RecommendationNumber, StaffId},
    index::RecommendationRow,
    recommendation::State,
    text::Bilingual,
};
use jiff::civil::Date;

use super::{PAGE, clause::Clause, stretch};
use crate::{
    db::{Conn, Row},
    error::Result,
    rows::{NO_DATE, RECOMMENDATION, RECOMMENDATION_COLUMNS, read_recommendation},
    search::{Narrow, Reach},
    value::Value,
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

/// Where the rows of a page of the work-list stand, for those who have their cases at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPlaces {
    /// The places, in the order of the list.
    pub places: Vec<WorkCursor>,
    /// Where the next page begins, if there is one.
    pub next: Option<WorkCursor>,
}

/// What [`work_places`] asks: of one index alone.
pub(super) fn places_sql(
    c: &Conn<'_>,
    view: View,
    filter: &WorkFilter,
    words: Option<&Narrow>,
    after: Option<WorkCursor>,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    let stretches = stretch::of_view(view, filter, words);
    let sql = stretch::page(c, &mut clause, &stretches, filter, words, after, PAGE + 1);
    (sql, clause.done().1)
}

/// Which rows stand on a page of the work-list: those of [`work`], without what stands in them.
pub fn work_places(
    c: &Conn<'_>,
    view: View,
    filter: &WorkFilter,
    after: Option<WorkCursor>,
) -> Result<WorkPlaces> {
    Narrowed::of(c, filter)?.places(view, after)
}

/// The work-list under a filter, in one moment: what its words are held by is looked up once, for all that is asked.
pub struct Narrowed<'a> {
    c: &'a Conn<'a>,
    filter: &'a WorkFilter,
    words: Option<Narrow>,
}

impl<'a> Narrowed<'a> {
    /// Looks up which cases hold the words of the filter.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn of(c: &'a Conn<'a>, filter: &'a WorkFilter) -> Result<Self> {
        Ok(Self { c, filter, words: Narrow::of(c, filter.text.as_deref())? })
    }

    /// As [`work_places`].
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn places(&self, view: View, after: Option<WorkCursor>) -> Result<WorkPlaces> {
        let (sql, values) = places_sql(self.c, view, self.filter, self.words.as_ref(), after);
        places(self.c, &sql, &values)
    }

    /// As [`view_counts`].
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn counts(&self) -> Result<ViewCounts> {
        let (sql, values) = counts_sql(self.c, self.filter, self.words.as_ref());
        let counts = self.c.one(&sql, &values, |row| {
            let mut counts = [0; View::ALL.len()];
            for (column, count) in counts.iter_mut().enumerate() {
                *count = u64::try_from(row.get::<i64>(column)?).unwrap_or(0);
            }
            Ok(counts)
        })?;
        let or_more = self.words.as_ref().is_some_and(|words| words.reach == Reach::Many);
        Ok(ViewCounts { counts: counts.unwrap_or_default(), or_more })
    }

    /// As [`next_due`].
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn next_due(&self) -> Result<Option<Date>> {
        let (sql, values) = next_due_sql(self.c, self.filter, self.words.as_ref());
        self.c.one(&sql, &values, |row| row.get(0))
    }
}

fn places(c: &Conn<'_>, sql: &str, values: &[Value]) -> Result<WorkPlaces> {
    let mut places = c.all(sql, values, |row| {
        let due: Date = row.get(0)?;
        let evidence_due_on = Some(due).filter(|due| due.to_string() != NO_DATE);
        Ok(WorkCursor { evidence_due_on, case: row.get(1)?, number: row.get(2)? })
    })?;
    let more = places.len() > PAGE;
    places.truncate(PAGE);
    let next = places.last().copied().filter(|_| more);
    Ok(WorkPlaces { places, next })
}

/// What [`work`] asks: first which rows stand on the page, from an index alone, then what stands in them.
pub(super) fn work_sql(
    c: &Conn<'_>,
    view: View,
    filter: &WorkFilter,
    words: Option<&Narrow>,
    after: Option<WorkCursor>,
) -> (String, Vec<Value>) {
    let (page, values) = places_sql(c, view, filter, words, after);
    let sql = format!(
        "SELECT {RECOMMENDATION}, c.reference, c.handler, COALESCE(t.title, ''), COALESCE(w.wording, ''),
         b.name_en, b.name_cy
         FROM ({page}) page
         JOIN recommendation_row r ON r.case_id = page.case_id AND r.number = page.number
         JOIN case_row c ON c.case_id = page.case_id
         LEFT JOIN case_text t ON t.case_id = page.case_id
         LEFT JOIN recommendation_text w ON w.case_id = page.case_id AND w.number = page.number
         LEFT JOIN body b ON b.id = r.body_id
         ORDER BY page.sort_on, page.case_id, page.number LIMIT {}",
        PAGE + 1
    );
    (sql, values)
}

/// A page of the work-list, in the order of dates; those without a date come last.
pub fn work(c: &Conn<'_>, view: View, filter: &WorkFilter, after: Option<WorkCursor>) -> Result<WorkPage> {
    let words = Narrow::of(c, filter.text.as_deref())?;
    let (sql, values) = work_sql(c, view, filter, words.as_ref(), after);
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
pub struct ViewCounts {
    /// The numbers.
    pub counts: [u64; View::ALL.len()],
    /// There may be more: so many cases hold the words of the filter that the newest of them alone were counted.
    pub or_more: bool,
}

impl ViewCounts {
    /// How many rows one view has, at least.
    pub fn of(&self, view: View) -> u64 {
        View::ALL.into_iter().zip(self.counts).find(|(one, _)| *one == view).map_or(0, |(_, count)| count)
    }
}

/// How many rows each view has under a filter: added up from numbers that every commit keeps, or counted along an index
/// where the filter leaves few rows. Of words that very many cases hold, only the newest cases are counted.
pub fn view_counts(c: &Conn<'_>, filter: &WorkFilter) -> Result<ViewCounts> {
    Narrowed::of(c, filter)?.counts()
}

/// What [`view_counts`] asks.
pub(super) fn counts_sql(c: &Conn<'_>, filter: &WorkFilter, words: Option<&Narrow>) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    let counted = stretch::counted(c, &mut clause, filter, words);
    let sums = View::ALL
        .map(|view| {
            let holds = stretch::holds_for_counts(&mut clause, view, filter.today);
            format!("CAST(COALESCE(SUM(CASE WHEN {holds} THEN k.n ELSE 0 END), 0) AS BIGINT)")
        })
        .join(", ");
    (format!("SELECT {sums} FROM {counted}"), clause.done().1)
}

/// The next day, today or later, by which the office is to be told something under this filter.
pub fn next_due(c: &Conn<'_>, filter: &WorkFilter) -> Result<Option<Date>> {
    Narrowed::of(c, filter)?.next_due()
}

/// What [`next_due`] asks.
pub(super) fn next_due_sql(
    c: &Conn<'_>,
    filter: &WorkFilter,
    words: Option<&Narrow>,
) -> (String, Vec<Value>) {
    let mut clause = Clause::default();
    let page = stretch::page(c, &mut clause, &stretch::upcoming(filter, words), filter, words, None, 1);
    let sql = format!("SELECT page.sort_on FROM ({page}) page ORDER BY page.sort_on LIMIT 1");
    (sql, clause.done().1)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

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
}
