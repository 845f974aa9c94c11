//! The rows of the work-list: how pressing each is, its status and date, and the next step.

use std::collections::BTreeMap;

use amends_core::{calendar::Calendar, case::Case, duty::next_chase_on, recommendation::State};
use amends_store::{lists::WorkItem, people::Staff as Member};
use jiff::civil::Date;
use serde::Serialize;

use super::shown::{self, Clock, Standing, Tag};
use crate::{
    i18n,
    office::{ActError, sight::Sight},
    render::{Renderer, frame::Link},
    web::{problem::Problem, visit::Visit},
};

/// So many working days late is very late.
const VERY_LATE: i64 = 20;

/// How pressing a row is: the groups of the list, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Review,
    VeryOverdue,
    Overdue,
    DueSoon,
    NotDueYet,
    Waiting,
    Ended,
}

impl Severity {
    fn of(item: &WorkItem, today: Date, calendar: &Calendar) -> Self {
        let row = &item.row;
        if matches!(row.state, State::EvidenceReceived | State::UnderReview) || row.extension_open {
            return Self::Review;
        }
        if row.state.is_terminal() {
            return Self::Ended;
        }
        match row.evidence_due_on.filter(|_| row.awaits_body) {
            None => Self::Waiting,
            Some(due) if due < today && calendar.working_days_between(due, today) > VERY_LATE => {
                Self::VeryOverdue
            }
            Some(due) if due < today => Self::Overdue,
            Some(due) if amends_core::period::days_between(today, due) <= 14 => Self::DueSoon,
            Some(_) => Self::NotDueYet,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Review => "worklist-group-review",
            Self::VeryOverdue => "worklist-group-very-overdue",
            Self::Overdue => "worklist-group-overdue",
            Self::DueSoon => "worklist-group-due-soon",
            Self::NotDueYet => "worklist-group-not-due-yet",
            Self::Waiting => "worklist-group-waiting",
            Self::Ended => "worklist-group-ended",
        }
    }
}

/// A row of the list.
#[derive(Serialize)]
pub struct Row {
    pick: String,
    reference: String,
    href: String,
    title: String,
    body: String,
    owner: String,
    tag: Tag,
    clock: Option<Clock>,
    next: Vec<Link>,
}

/// Rows that are equally pressing, drawn.
#[derive(Serialize)]
pub struct Group {
    title: String,
    rows: String,
}

/// Makes rows, looking each case up once.
pub struct Rows<'a> {
    /// The moment that is shown.
    pub sight: &'a Sight<'a>,
    /// In which language, and where links lead.
    pub visit: &'a Visit,
    /// Who may be named.
    pub all_staff: &'a [Member],
    /// What draws them.
    pub renderer: &'a Renderer,
}

impl Rows<'_> {
    /// The rows of a page in groups, the most pressing first.
    ///
    /// # Errors
    /// Where the memory fails, or a row cannot be drawn.
    pub fn groups(&self, items: &[WorkItem]) -> Result<Vec<Group>, Problem> {
        let office = self.sight.office();
        let (today, calendar, language) = (office.today(), office.calendar(), self.visit.language);
        let mut groups: BTreeMap<Severity, (usize, String)> = BTreeMap::new();
        for item in items {
            let row = self.row(item)?;
            let (count, drawn) = groups.entry(Severity::of(item, today, calendar)).or_default();
            *count += 1;
            drawn.push_str(&self.renderer.part("staff/worklist_row.html", language, &row)?);
        }
        let title =
            |severity: Severity, count: usize| format!("{} ({count})", i18n::t(language, severity.key()));
        let drawn = groups.into_iter();
        Ok(drawn.map(|(severity, (count, rows))| Group { title: title(severity, count), rows }).collect())
    }

    fn row(&self, item: &WorkItem) -> Result<Row, ActError> {
        let office = self.sight.office();
        let (language, today) = (self.visit.language, office.today());
        let case = self.sight.case(item.row.case)?;
        let next = self.next(item, &case)?;
        let profile = office.profile(&case.profile)?;
        let standing = Standing {
            state: item.row.state,
            awaits_body: item.row.awaits_body,
            evidence_due_on: item.row.evidence_due_on,
            days_late: item.row.days_late,
        };
        let title = if item.wording.is_empty() { &item.title } else { &item.wording };
        Ok(Row {
            pick: format!("{}@{}", item.reference, item.handler),
            reference: item.reference.recommendation(item.row.number),
            href: self.visit.to(&format!("/cases/{}#recommendation-{}", item.reference, item.row.number)),
            title: title.clone(),
            body: item.body_name.as_ref().map(|name| name.get(language).to_owned()).unwrap_or_default(),
            owner: shown::staff_name(self.all_staff, item.handler, language),
            tag: standing.tag(today),
            clock: standing.clock(profile, today, language),
            next,
        })
    }

    /// What is to be done next, and where.
    fn next(&self, item: &WorkItem, case: &Case) -> Result<Vec<Link>, ActError> {
        let (row, base) = (&item.row, format!("/cases/{}", item.reference));
        let visit = self.visit;
        let link = |key: &str, path: String| Link::new(i18n::t(visit.language, key), visit.to(&path));
        let mut next = Vec::new();
        if row.undelivered && row.awaits_body {
            let all = self.sight.bodies()?;
            let slug = all.iter().find(|one| one.body.id == row.body).map_or("", |one| one.slug.as_str());
            next.push(link("worklist-next-address", format!("/bodies/{slug}")));
        }
        if row.extension_open {
            next.push(link("worklist-next-extension", format!("{base}/extensions/{}", row.number)));
        }
        match row.state {
            State::EvidenceReceived | State::UnderReview => {
                next.push(link("worklist-next-review", format!("{base}/evidence/{}", row.number)));
            }
            State::Draft => next.push(link("worklist-next-draft", base)),
            State::Proposed => next.push(link("worklist-next-proposed", base)),
            _ if row.awaits_body => {
                if let Some(on) = self.next_chase(item, case)? {
                    let date = i18n::date_short(visit.language, on);
                    let text = shown::told(visit.language, "worklist-next-chase", [("date", &date)]);
                    next.push(Link::new(text, visit.to(&format!("/chases?on={on}"))));
                }
            }
            _ => {}
        }
        Ok(next)
    }

    fn next_chase(&self, item: &WorkItem, case: &Case) -> Result<Option<Date>, ActError> {
        let calendar = self.sight.office().calendar();
        let profile = self.sight.profile_of(case)?;
        let one = case.recommendation(item.row.number);
        Ok(one.and_then(|one| next_chase_on(case, one, profile, calendar)))
    }
}
