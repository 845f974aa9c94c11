//! Giving the ticked cases of the work-list to somebody: what would change is shown first, what changed meanwhile is
//! left alone and said, the rest is done.

use std::{collections::BTreeMap, sync::Arc};

use amends_core::{command::Command, id::StaffId, text::Language};
use axum::{extract::State, response::IntoResponse as _};
use serde::Serialize;

use super::{
    shown,
    staff_field::{Handlers, StaffField, Typed},
};
use crate::{
    i18n,
    office::{ActError, Ask, Office},
    render::frame::FieldError,
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::{Form, refused},
        visit::Staff,
    },
};

/// A case that is given, or why it is not.
#[derive(Debug, Serialize)]
struct Line {
    reference: String,
    href: String,
    title: String,
    from: String,
    why: String,
    pick: String,
}

#[derive(Serialize)]
struct Page {
    action: String,
    back: String,
    to: String,
    handler: String,
    done: bool,
    assignees: Option<StaffField>,
    given: Vec<Line>,
    left: Vec<Line>,
}

/// The check page; once it was read, the cases are given, and what could not be is listed.
pub(super) async fn assign(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let language = staff.visit.language;
    let back = own_list(&staff, form.get("back"));
    let (options, typed) = (Arc::clone(&app.staff_options), form.get("handler").to_owned());
    let colleagues = app.work(move |office| Ok::<_, ActError>(options.of(&office.staff()?))).await?;
    let to = colleagues.read("handler", &typed, language);
    let mut reading = form.read(language);
    let who = reading.take(to.must("handler", language));
    if form.all("pick").is_empty() {
        reading.error("handler", "worklist-none-picked");
    }
    let errors = reading.errors();
    let (Some(to), true) = (who, errors.is_empty()) else {
        let field = assignees(&colleagues, to, language);
        return retry(&app, &staff, &form, (back, field), errors).await;
    };
    let (visit, actor, confirmed) = (staff.visit.clone(), staff.actor(), form.has("confirmed"));
    let picks = picks(&form);
    let page = app
        .work(move |office| {
            let mut page = looked(office, &picks, to, language)?;
            if confirmed {
                give(office, &actor, to, &mut page, language)?;
            }
            for line in page.given.iter_mut().chain(&mut page.left) {
                line.href = visit.to(&format!("/cases/{}", line.reference));
            }
            Ok::<_, ActError>(page)
        })
        .await?;
    if confirmed && page.left.is_empty() {
        let sign = if back.contains('?') { '&' } else { '?' };
        return Ok(see(format!("{back}{sign}done=cases-assigned")));
    }
    draw(&app, &staff, Page { action: staff.visit.to("/worklist/assign"), back, ..page }, Vec::new())
}

/// The list somebody came from, and no other page.
fn own_list(staff: &Staff, back: &str) -> String {
    let list = staff.visit.to("/worklist");
    if back.starts_with(&format!("{list}?")) { back.to_owned() } else { list }
}

/// Each case once, with the handler its row showed.
fn picks(form: &Form) -> BTreeMap<String, Option<StaffId>> {
    let split = |pick: &String| {
        let (reference, handler) = pick.split_once('@').unwrap_or((pick, ""));
        (reference.to_owned(), handler.parse().ok())
    };
    form.all("pick").iter().map(split).collect()
}

/// What would be given, and what has changed since the list was drawn.
fn looked(
    office: &Office,
    picks: &BTreeMap<String, Option<StaffId>>,
    to: StaffId,
    language: Language,
) -> Result<Page, ActError> {
    let all = office.staff()?;
    let name = |id: StaffId| shown::staff_name(&all, id, language);
    let (mut given, mut left) = (Vec::new(), Vec::new());
    for (reference, seen) in picks {
        let case = match office.by_reference(reference) {
            Ok(loaded) => loaded.case,
            Err(ActError::NotFound(_)) => {
                left.push(line(reference, "", String::new(), i18n::t(language, "worklist-left-gone")));
                continue;
            }
            Err(error) => return Err(error),
        };
        let now = name(case.handler);
        let told = |key: &str| shown::told(language, key, [("name", now.as_str())]);
        let why = match seen {
            _ if case.handler == to => told("worklist-left-theirs"),
            Some(seen) if *seen != case.handler => told("worklist-left-changed"),
            _ => String::new(),
        };
        let row = line(reference, case.title.as_str(), now.clone(), why);
        let row = Line { pick: format!("{reference}@{}", case.handler), ..row };
        if row.why.is_empty() { given.push(row) } else { left.push(row) }
    }
    let (action, back) = (String::new(), String::new());
    Ok(Page {
        action,
        back,
        to: name(to),
        handler: to.to_string(),
        done: false,
        assignees: None,
        given,
        left,
    })
}

fn line(reference: &str, title: &str, from: String, why: String) -> Line {
    let (reference, title) = (reference.to_owned(), title.to_owned());
    Line { reference, href: String::new(), title, from, why, pick: String::new() }
}

/// Gives each case by itself: what a rule stands against, or somebody changes meanwhile, does not hold up the rest.
fn give(
    office: &Office,
    actor: &amends_core::actor::Actor,
    to: StaffId,
    page: &mut Page,
    language: Language,
) -> Result<(), ActError> {
    page.done = true;
    for mut row in std::mem::take(&mut page.given) {
        let case = office.by_reference(&row.reference)?.case;
        let mut ask = Ask::new(actor, case.id);
        ask.expected_seq = Some(case.seq);
        match office.act(&ask, &[Command::AssignHandler { handler: to }], &[]) {
            Ok(_) => page.given.push(row),
            Err(ActError::Refused(refusal)) => {
                row.why = refused(&refusal, language).text;
                page.left.push(row);
            }
            Err(ActError::Changed { .. }) => {
                row.why = i18n::t(language, "worklist-left-busy");
                page.left.push(row);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The field for who is to have them.
fn assignees(colleagues: &Handlers, typed: Typed, language: Language) -> StaffField {
    let none = shown::Choice::none(language);
    colleagues.field(typed, &[(&none.value, &none.text)])
}

/// Nobody was chosen or found, or nothing ticked: what was ticked is shown again, to be given from here.
async fn retry(
    app: &App,
    staff: &Staff,
    form: &Form,
    (back, assignees): (String, StaffField),
    errors: Vec<FieldError>,
) -> Answer {
    let (language, picks) = (staff.visit.language, picks(form));
    let nobody = StaffId(uuid::Uuid::nil());
    let visit = staff.visit.clone();
    let page = app
        .work(move |office| {
            let mut page = looked(office, &picks, nobody, language)?;
            for line in page.given.iter_mut().chain(&mut page.left) {
                line.href = visit.to(&format!("/cases/{}", line.reference));
            }
            Ok::<_, ActError>(page)
        })
        .await?;
    let (action, assignees) = (staff.visit.to("/worklist/assign"), Some(assignees));
    let page = Page { action, back, to: String::new(), assignees, ..page };
    draw(app, staff, page, errors)
}

fn draw(app: &App, staff: &Staff, page: Page, errors: Vec<FieldError>) -> Answer {
    let language = staff.visit.language;
    let wrong = !errors.is_empty();
    let key = if page.done { "worklist-assigned-title" } else { "worklist-assign-title" };
    let mut frame = with_errors(staff.frame(app, i18n::t(language, key)), errors);
    frame.breadcrumbs = vec![app::link(&staff.visit, "nav-worklist", "/worklist")];
    let html = app.page("staff/worklist_assign.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}
