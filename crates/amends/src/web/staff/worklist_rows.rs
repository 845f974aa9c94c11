//! The rows of the work-list: how pressing each is, its status and date, and the next step.

use std::collections::BTreeMap;

use amends_core::{
    calendar::Calendar,
    case::Case,
    duty::next_chase_on,
    id::{CaseReference, RecommendationNumber, StaffId},
    index::{RecommendationRow, recommendation_row},
    recommendation::{Recommendation, State},
};
use amends_store::{lists::WorkCursor, people::Staff as Member};
use jiff::civil::Date;
use serde::Serialize;

use super::shown::{self, Clock, Standing, Tag};
use crate::{
    i18n,
    office::{ActError, directory::Directory, sight::Sight},
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
    fn of(row: &RecommendationRow, today: Date, calendar: &Calendar) -> Self {
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

/// All that a row is made of, besides its language: what it is kept by once it is drawn.
#[derive(Serialize)]
struct Seen<'a> {
    today: Date,
    reference: &'a CaseReference,
    number: RecommendationNumber,
    handler: StaffId,
    owner: Option<&'a str>,
    title: &'a str,
    body: &'a str,
    state: State,
    awaits_body: bool,
    evidence_due_on: Option<Date>,
    days_late: Option<i32>,
    extension_open: bool,
    clock_label: &'a str,
    /// The page of the body, where its address is to be looked at.
    address: Option<String>,
    next_chase: Option<Date>,
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

/// Makes rows of cases that are at hand: what stands in a row is what the rules make of its case.
pub struct Rows<'a> {
    /// The moment that is shown.
    pub sight: &'a Sight<'a>,
    /// In which language, and where links lead.
    pub visit: &'a Visit,
    /// Who may be named.
    pub all_staff: &'a [Member],
    /// Which bodies may be named.
    pub directory: &'a Directory,
    /// What draws them.
    pub renderer: &'a Renderer,
}

impl Rows<'_> {
    /// The rows of a page in groups, the most pressing first.
    ///
    /// # Errors
    /// Where the memory fails, or a row cannot be drawn.
    pub fn groups(&self, places: &[WorkCursor]) -> Result<Vec<Group>, Problem> {
        let office = self.sight.office();
        let (today, calendar, language) = (office.today(), office.calendar(), self.visit.language);
        let mut groups: BTreeMap<Severity, (usize, String)> = BTreeMap::new();
        for place in places {
            let case = self.sight.case(place.case)?;
            let Some(one) = case.recommendation(place.number) else { continue };
            let row = recommendation_row(&case, one);
            let seen = self.seen(&case, one, &row, today)?;
            let (count, drawn) = groups.entry(Severity::of(&row, today, calendar)).or_default();
            let row = || seen.row(self.visit);
            *count += 1;
            drawn.push_str(&self.renderer.part("staff/worklist_row.html", language, &seen, row)?);
        }
        let title =
            |severity: Severity, count: usize| format!("{} ({count})", i18n::t(language, severity.key()));
        let drawn = groups.into_iter();
        Ok(drawn.map(|(severity, (count, rows))| Group { title: title(severity, count), rows }).collect())
    }

    /// All that a row is made of.
    fn seen<'a>(
        &'a self,
        case: &'a Case,
        one: &'a Recommendation,
        row: &RecommendationRow,
        today: Date,
    ) -> Result<Seen<'a>, ActError> {
        let language = self.visit.language;
        let profile = self.sight.office().profile(&case.profile)?;
        let member = self.all_staff.iter().find(|member| member.id == case.handler);
        let (wording, body) = (one.terms.wording.as_str(), self.directory.get(row.body));
        Ok(Seen {
            today,
            reference: &case.reference,
            number: row.number,
            handler: case.handler,
            owner: member.map(|member| member.name.as_str()),
            title: if wording.is_empty() { case.title.as_str() } else { wording },
            body: body.map_or("", |record| record.body.name.get(language)),
            state: row.state,
            awaits_body: row.awaits_body,
            evidence_due_on: row.evidence_due_on,
            days_late: row.days_late,
            extension_open: row.extension_open,
            clock_label: profile.clock_label.text.get(language),
            address: (row.undelivered && row.awaits_body)
                .then(|| body.map(|record| record.slug.clone()).unwrap_or_default()),
            next_chase: if row.awaits_body { self.next_chase(case, one)? } else { None },
        })
    }

    fn next_chase(&self, case: &Case, one: &Recommendation) -> Result<Option<Date>, ActError> {
        let calendar = self.sight.office().calendar();
        let profile = self.sight.profile_of(case)?;
        Ok(next_chase_on(case, one, profile, calendar))
    }
}

impl Seen<'_> {
    fn row(&self, visit: &Visit) -> Row {
        let language = visit.language;
        let standing = Standing {
            state: self.state,
            awaits_body: self.awaits_body,
            evidence_due_on: self.evidence_due_on,
            days_late: self.days_late,
        };
        let unknown = || i18n::t(language, "staff-member-unknown");
        Row {
            pick: format!("{}@{}", self.reference, self.handler),
            reference: self.reference.recommendation(self.number),
            href: visit.to(&format!("/cases/{}#recommendation-{}", self.reference, self.number)),
            title: self.title.to_owned(),
            body: self.body.to_owned(),
            owner: self.owner.map_or_else(unknown, str::to_owned),
            tag: standing.tag(self.today),
            clock: standing.clock_named(self.clock_label, self.today, language),
            next: self.next(visit),
        }
    }

    /// What is to be done next, and where.
    fn next(&self, visit: &Visit) -> Vec<Link> {
        let base = format!("/cases/{}", self.reference);
        let link = |key: &str, path: String| Link::new(i18n::t(visit.language, key), visit.to(&path));
        let mut next = Vec::new();
        if let Some(slug) = &self.address {
            next.push(link("worklist-next-address", format!("/bodies/{slug}")));
        }
        if self.extension_open {
            next.push(link("worklist-next-extension", format!("{base}/extensions/{}", self.number)));
        }
        match self.state {
            State::EvidenceReceived | State::UnderReview => {
                next.push(link("worklist-next-review", format!("{base}/evidence/{}", self.number)));
            }
            State::Draft => next.push(link("worklist-next-draft", base)),
            State::Proposed => next.push(link("worklist-next-proposed", base)),
            _ => next.extend(self.next_chase.map(|on| {
                let date = i18n::date_short(visit.language, on);
                let text = shown::told(visit.language, "worklist-next-chase", [("date", &date)]);
                Link::new(text, visit.to(&format!("/chases?on={on}")))
            })),
        }
        next
    }
}
