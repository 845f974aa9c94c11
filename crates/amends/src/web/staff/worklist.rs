//! The work-list: what needs somebody, the most pressing first, with the next step for each recommendation.

use amends_core::{id::StaffId, recommendation::State, text::Language};
use amends_store::lists::{Narrowed, View, WorkCursor, WorkFilter};
use axum::{
    Router,
    extract::{Query, State as Shared},
    response::IntoResponse as _,
    routing::{get, post},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    body_field::{self, BodyField, Typed},
    shown::{self, Choice, Done},
    staff_field::{self, Handlers, StaffField},
    worklist_assign, worklist_csv,
    worklist_rows::{Group, Rows},
};
use crate::{
    i18n,
    office::{Office, directory::Directory, sight::Sight},
    render::{frame::FieldError, options::DrawnOptions},
    web::{
        app::{Answer, App, again, with_errors},
        problem::Problem,
        visit::{Coming, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/worklist", get(show))
        .route("/worklist.csv", get(worklist_csv::export))
        .route("/worklist/assign", post(worklist_assign::assign))
}

/// What the reader asks to see; all of it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Wanted {
    view: Option<String>,
    handler: Option<String>,
    /// The name of a member of staff, typed where they are too many for a choice.
    handler_name: Option<String>,
    body: Option<String>,
    state: Option<String>,
    q: Option<String>,
    after: Option<String>,
    #[serde(default)]
    done: String,
}

#[derive(Serialize)]
struct Active {
    text: String,
    remove_href: String,
}

#[derive(Serialize)]
struct Tab {
    text: String,
    href: String,
    current: bool,
    count: String,
}

#[derive(Serialize)]
struct Column {
    text: String,
    hidden: bool,
    select_all: &'static str,
}

#[derive(Serialize)]
struct Page {
    action: String,
    view: &'static str,
    tabs: Vec<Tab>,
    active: Vec<Active>,
    handlers: DrawnOptions,
    handler: String,
    handler_name: Option<StaffField>,
    body: BodyField,
    states: Vec<Choice>,
    state: String,
    q: String,
    groups: Vec<Group>,
    columns: Vec<Column>,
    back: String,
    csv_href: String,
    assignees: StaffField,
    next_page: Option<String>,
    empty: String,
    all_href: String,
    title: String,
}

async fn show(Shared(app): Shared<App>, coming: Coming, Query(wanted): Query<Wanted>) -> Answer {
    let (asked, with) = (wanted.clone(), app.clone());
    let look = move |office: &Office| {
        coming.see(office, |sight, staff| page(sight, &staff.visit, staff.staff, asked, &with))
    };
    let (staff, (page, errors)) = app.work(look).await?;
    let wrong = !errors.is_empty();
    let mut frame = with_errors(staff.frame(&app, page.title.clone()), errors);
    Done { done: wanted.done }.on(&mut frame, staff.visit.language);
    let html = app.page("staff/worklist.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

impl Wanted {
    /// The view asked for.
    pub(super) fn view(&self) -> View {
        self.view.as_deref().and_then(|view| view.parse().ok()).unwrap_or(View::NeedsMe)
    }

    /// Mine, unless somebody else's or everybody's is asked for.
    fn handler(&self, me: StaffId) -> Option<StaffId> {
        match self.handler.as_deref() {
            Some("all") => None,
            Some(id) => id.parse().ok().or(Some(me)),
            None => Some(me),
        }
    }

    /// Whose list is asked for by a name, which goes before a choice that was made; from here on it stands in its
    /// addresses by the id.
    pub(super) fn read_handler(&mut self, handlers: &Handlers, language: Language) -> staff_field::Typed {
        let typed = self.handler_name.as_deref().unwrap_or_default();
        let field = if handlers.few().is_some() { "handler" } else { "handler_name" };
        let typed = handlers.read(field, typed, language);
        if let Some(who) = typed.who {
            (self.handler, self.handler_name) = (Some(who.to_string()), None);
        }
        typed
    }

    /// The body it is narrowed to, which from here on stands in its addresses by its id.
    pub(super) fn read_body(&mut self, directory: &Directory, language: Language) -> Typed {
        let typed =
            body_field::read(directory, "body", self.body.as_deref().unwrap_or_default(), &[], language);
        if let Some(body) = typed.body {
            self.body = Some(body.to_string());
        }
        typed
    }

    fn state(&self) -> Option<State> {
        let word = serde_json::Value::String(self.state.clone().unwrap_or_default());
        serde_json::from_value(word).ok()
    }

    /// What the list is narrowed to, with the handler and the body that were read.
    pub(super) fn filter(
        &self,
        today: Date,
        me: StaffId,
        handler: &staff_field::Typed,
        body: &Typed,
    ) -> WorkFilter {
        WorkFilter {
            handler: handler.narrowed().or_else(|| self.handler(me)),
            body: body.narrowed(),
            state: self.state(),
            text: self.q.clone().filter(|text| !text.trim().is_empty()),
            ..WorkFilter::on(today)
        }
    }

    /// The address of the list with one thing changed; an empty value takes it away.
    fn href(&self, visit: &Visit, change: &str, to: &str) -> String {
        let fields = [
            ("view", &self.view),
            ("handler", &self.handler),
            ("handler_name", &self.handler_name),
            ("body", &self.body),
            ("state", &self.state),
            ("q", &self.q),
            ("after", &self.after),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in fields {
            // A name that was typed goes with the handler it stands for.
            let changed = name == change || (name, change) == ("handler_name", "handler");
            let to = if name == change { to } else { "" };
            let value = if changed { to } else { value.as_deref().unwrap_or_default() };
            let stale = name == "after" && !matches!(change, "after" | "done");
            if !value.is_empty() && !stale {
                query.append_pair(name, value);
            }
        }
        format!("{}?{}", visit.to("/worklist"), query.finish())
    }
}

/// The page, and why no handler or no body was found by what was typed.
fn page(
    sight: &Sight<'_>,
    visit: &Visit,
    me: StaffId,
    mut wanted: Wanted,
    app: &App,
) -> Result<(Page, Vec<FieldError>), Problem> {
    let (language, today) = (visit.language, sight.office().today());
    let all_staff = sight.staff()?;
    let colleagues = app.staff_options.of(&all_staff);
    let handler = wanted.read_handler(&colleagues, language);
    let directory = sight.directory()?;
    let body = wanted.read_body(&directory, language);
    let wanted = &wanted;
    let (view, filter) = (wanted.view(), wanted.filter(today, me, &handler, &body));
    let errors: Vec<FieldError> = handler.error.iter().chain(&body.error).cloned().collect();
    let after: Option<WorkCursor> = wanted.after.as_deref().and_then(|after| after.parse().ok());
    let list = Narrowed::of(sight.conn(), &filter)?;
    let (found, counts) = (list.places(view, after)?, list.counts()?);
    // Everything of one's own is "my recommendations"; of anybody else's it is just everything.
    let title_of = |one: View| match one {
        View::All if filter.handler == Some(me) => i18n::t(language, "worklist-view-mine"),
        _ => i18n::t(language, &format!("worklist-view-{}", one.code().replace('_', "-"))),
    };
    let view_title = title_of(view);
    let count_of = |one: View| counted(counts.of(one), counts.or_more, language);
    let order = [View::NeedsMe, View::All, View::DueIn14, View::Evidence, View::Extensions, View::Delivery];
    let tabs = order.map(|one| Tab {
        text: title_of(one),
        href: wanted.href(visit, "view", one.code()),
        current: one == view,
        count: count_of(one),
    });
    let none = Choice::none(language);
    let any = || Choice::new("", i18n::t(language, "worklist-any"));
    let empty = match (found.places.is_empty(), &handler.error, &body.error) {
        (false, _, _) => String::new(),
        (true, Some(_), _) => i18n::t(language, "staff-field-unclear"),
        (true, None, Some(_)) => i18n::t(language, "body-field-unclear"),
        (true, None, None) => empty(&list, counts.of(View::All), language)?,
    };
    let all_of = all_of(&handler, &body);
    let chosen = wanted.handler(me).map_or_else(|| "all".to_owned(), |id| id.to_string());
    let (staff, renderer) = (&all_staff, &app.renderer);
    let rows = Rows { sight, visit, all_staff: staff, directory: &directory, renderer };
    let page = Page {
        action: visit.to("/worklist"),
        view: view.code(),
        active: active(visit, wanted, &body, &all_staff),
        handlers: colleagues.lists(me, &chosen, language),
        handler: chosen,
        handler_name: named(&colleagues, handler),
        body: body.field,
        states: std::iter::once(any()).chain(states(language)).collect(),
        state: wanted.state.clone().unwrap_or_default(),
        q: wanted.q.clone().unwrap_or_default(),
        groups: rows.groups(&found.places)?,
        columns: columns(language),
        back: wanted.href(visit, "done", ""),
        csv_href: wanted.href(visit, "after", "").replacen("/worklist?", "/worklist.csv?", 1),
        assignees: colleagues.field(staff_field::Typed::default(), &[(&none.value, &none.text)]),
        next_page: found.next.map(|next| wanted.href(visit, "after", &next.to_string())),
        empty,
        all_href: wanted.href(visit, all_of.0, all_of.1),
        title: format!("{view_title} ({})", count_of(view)),
        tabs: tabs.into(),
    };
    Ok((page, errors))
}

/// The field for a name, where they are too many for a choice; who was found by it stands in the choice beside it.
fn named(colleagues: &Handlers, typed: staff_field::Typed) -> Option<StaffField> {
    let typed = if typed.who.is_some() { staff_field::Typed::default() } else { typed };
    colleagues.few().is_none().then(|| colleagues.field(typed, &[]))
}

fn columns(language: Language) -> Vec<Column> {
    let pick = Column { text: i18n::t(language, "worklist-pick"), hidden: true, select_all: "pick" };
    let shown = ["recommendation", "body", "status", "date", "next", "handler"].map(|column| Column {
        text: i18n::t(language, &format!("worklist-column-{column}")),
        hidden: false,
        select_all: "",
    });
    std::iter::once(pick).chain(shown).collect()
}

/// The states a list can be narrowed to.
fn states(language: Language) -> Vec<Choice> {
    let all = [
        State::Draft,
        State::Proposed,
        State::Due,
        State::EvidenceReceived,
        State::UnderReview,
        State::FurtherEvidenceRequested,
        State::MetOnTime,
        State::MetLate,
        State::TreatedAsMet,
        State::NotMet,
        State::Refused,
        State::Ceased,
        State::Superseded,
        State::Withdrawn,
    ];
    all.iter()
        .map(|state| Choice::new(state.code(), i18n::t(language, &format!("state-{}", state.code()))))
        .collect()
}

fn active(
    visit: &Visit,
    wanted: &Wanted,
    body: &Typed,
    staff: &[amends_store::people::Staff],
) -> Vec<Active> {
    let language = visit.language;
    let mut active = Vec::new();
    let mut add = |text: String, field: &str| {
        active.push(Active { text, remove_href: wanted.href(visit, field, "") });
    };
    match wanted.handler.as_deref() {
        Some("all") => add(i18n::t(language, "worklist-everybody"), "handler"),
        Some(id) => {
            if let Ok(id) = id.parse() {
                add(shown::staff_name(staff, id, language), "handler");
            }
        }
        None => {}
    }
    if body.body.is_some() {
        add(body.field.value.clone(), "body");
    }
    if let Some(state) = wanted.state() {
        add(i18n::t(language, &format!("state-{}", state.code())), "state");
    }
    if let Some(text) = wanted.q.as_deref().filter(|text| !text.trim().is_empty()) {
        add(format!("“{}”", text.trim()), "q");
    }
    active
}

/// What is to be changed in the address of an empty list to see more: where nobody knows who or which body is meant,
/// everything is that of all of them.
fn all_of(handler: &staff_field::Typed, body: &Typed) -> (&'static str, &'static str) {
    match (&handler.error, &body.error) {
        (Some(_), _) => ("handler", "all"),
        (None, Some(_)) => ("body", ""),
        (None, None) => ("view", View::All.code()),
    }
}

/// How many there are, or that there are so many or more.
fn counted(count: u64, or_more: bool, language: Language) -> String {
    if !or_more {
        return count.to_string();
    }
    let mut args = i18n::Args::new();
    args.set("count", i64::try_from(count).unwrap_or(i64::MAX));
    i18n::tr(language, "worklist-or-more", &args)
}

/// Why nothing is here, and when something will be.
fn empty(list: &Narrowed<'_>, all: u64, language: Language) -> Result<String, Problem> {
    let next = list.next_due()?;
    let mut args = i18n::Args::new();
    args.set("count", i64::try_from(all).unwrap_or(i64::MAX));
    let key = match next {
        Some(due) => {
            args.set("date", i18n::date_with_weekday(language, due));
            "worklist-empty-until"
        }
        None => "worklist-empty",
    };
    Ok(i18n::tr(language, key, &args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_stopped_says_so_in_both_languages() {
        assert_eq!(counted(12, false, Language::En), "12");
        assert!(counted(12, true, Language::En).ends_with("12 or more"));
        assert!(counted(12, true, Language::Cy).ends_with("12 neu fwy"));
    }

    #[test]
    fn the_address_keeps_every_filter_and_begins_again_at_the_first_page() {
        let visit = Visit { language: Language::Cy, path_and_query: String::new() };
        let wanted = Wanted {
            view: Some("evidence".to_owned()),
            q: Some("tŷ & gardd".to_owned()),
            after: Some("2026-04-13.x.1".to_owned()),
            ..Wanted::default()
        };
        let href = wanted.href(&visit, "view", "all");
        assert_eq!(href, "/cy/worklist?view=all&q=t%C5%B7+%26+gardd");
        assert_eq!(wanted.href(&visit, "q", ""), "/cy/worklist?view=evidence");
    }
}
