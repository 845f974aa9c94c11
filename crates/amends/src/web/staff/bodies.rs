//! The bodies: their link officers, what stands against writing to them, and what is open with each (R43, E13, E14).

use amends_core::{
    actor::StaffRole,
    body::{ContactRole, Freeze, change::Change},
    id::StaffId,
    text::Language,
};
use amends_store::{
    changed::Changed,
    lists::{self, View, WorkFilter},
    people::{self, BodyRecord, Contact},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::shown::{self, Choice, Clock, Done, Standing, Tag, told};
use crate::{
    i18n,
    office::{
        ActError, Office,
        directory::{After, Directory},
    },
    render::frame::FieldError,
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::Form,
        outside::outcome,
        problem::Problem,
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/bodies", get(list)).route("/bodies/{slug}", get(show).post(change))
}

#[derive(Serialize)]
struct Line {
    name: String,
    href: String,
    kind: String,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct ListPage {
    lines: Vec<Line>,
    name: String,
    action: String,
    next_page: Option<String>,
}

/// So many bodies stand on a page.
const PAGE: usize = 100;

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    name: String,
    #[serde(default)]
    after: String,
}

/// A page of those that are called so, or were once (E14).
fn list_page(directory: &Directory, wanted: Wanted, today: Date, visit: &Visit) -> ListPage {
    let after = wanted.after.parse().ok();
    let (found, next) = directory.page(&wanted.name, visit.language, after.as_ref(), PAGE);
    let address = |after: After| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !wanted.name.is_empty() {
            query.append_pair("name", &wanted.name);
        }
        format!("{}?{}", visit.to("/bodies"), query.append_pair("after", &after.to_string()).finish())
    };
    ListPage {
        lines: found.into_iter().map(|one| line(directory.all(), one, today, visit)).collect(),
        next_page: next.map(address),
        action: visit.to("/bodies"),
        name: wanted.name,
    }
}

async fn list(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let visit = staff.visit.clone();
    let page = app
        .work(move |office| {
            let directory = office.directory()?;
            Ok::<_, ActError>(list_page(&directory, wanted, office.today(), &visit))
        })
        .await?;
    let frame = staff.frame(&app, i18n::t(staff.visit.language, "nav-bodies"));
    Ok(app.page("staff/bodies.html", &staff.visit, &frame, page)?.into_response())
}

fn line(all: &[BodyRecord], record: &BodyRecord, today: Date, visit: &Visit) -> Line {
    Line {
        name: record.body.name.get(visit.language).to_owned(),
        href: visit.to(&format!("/bodies/{}", record.slug)),
        kind: i18n::t(visit.language, &format!("body-kind-{}", record.body.kind.code())),
        notes: notes(all, record, today, visit.language),
    }
}

/// A notice that freezes spending, with its days.
pub(super) fn frozen(freeze: &Freeze, language: Language) -> String {
    let from = i18n::date(language, freeze.from);
    match freeze.until {
        Some(until) => {
            let values = [("date", from.as_str()), ("until", &i18n::date(language, until))];
            told(language, "body-frozen-from-until", values)
        }
        None => told(language, "body-frozen-since", [("date", &from)]),
    }
}

/// What must be known before writing to a body.
fn notes(all: &[BodyRecord], record: &BodyRecord, today: Date, language: Language) -> Vec<String> {
    let body = &record.body;
    let mut notes = Vec::new();
    if let Some(freeze) = body.freeze_on(today) {
        notes.push(frozen(freeze, language));
    }
    if let Some(ended) = &body.over_time.ended {
        let key = format!("body-ended-{}", ended.how.code());
        notes.push(told(language, &key, [("date", &i18n::date(language, ended.on))]));
    }
    if let Some(into) = body.merged_into {
        notes.push(told(language, "body-merged-into", [("body", &shown::body_name(all, into, language))]));
    }
    if body.chases_stopped {
        notes.push(i18n::t(language, "body-chases-stopped"));
    }
    if body.undeliverable {
        notes.push(i18n::t(language, "body-undeliverable"));
    }
    notes
}

#[derive(Serialize)]
struct ContactLine {
    role: String,
    name: String,
    address: String,
    language: String,
}

#[derive(Serialize)]
struct Open {
    reference: String,
    href: String,
    wording: String,
    tag: Tag,
    clock: Option<Clock>,
}

#[derive(Serialize)]
struct Page {
    action: String,
    name: String,
    other_name: String,
    other_lang: &'static str,
    kind: String,
    notes: Vec<String>,
    contacts: Vec<ContactLine>,
    no_link_officer: bool,
    no_chief_executive: bool,
    roles: Vec<Choice>,
    fields: BTreeMap<String, String>,
    languages: Vec<Choice>,
    frozen: bool,
    history_href: String,
    chases_stopped: bool,
    undeliverable: bool,
    may_stop: bool,
    open: Vec<Open>,
    all_href: String,
    previous_href: String,
    handling_href: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(slug): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, slug, &Form::default(), &done, Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    slug: String,
    form: &Form,
    done: &Done,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (visit, typed, may_stop) = (staff.visit.clone(), form.clone(), may_stop(staff.role));
    let page = app.work(move |office| page(office, &visit, &slug, &typed, may_stop)).await?;
    let wrong = !errors.is_empty();
    let mut frame = with_errors(staff.frame(app, page.name.clone()), errors);
    frame.breadcrumbs = vec![app::link(&staff.visit, "nav-bodies", "/bodies")];
    done.on(&mut frame, staff.visit.language);
    let html = app.page("staff/body.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// Who may stop chases to a body: whoever may stop them on a case.
fn may_stop(role: StaffRole) -> bool {
    amends_core::permit::staff(role, amends_core::command::CommandKind::StopChases).is_ok()
}

/// The fields of the page's forms: what was typed comes back.
const FIELDS: [&str; 11] = [
    "role",
    "name",
    "address",
    "language",
    "frozen-day",
    "frozen-month",
    "frozen-year",
    "until-day",
    "until-month",
    "until-year",
    "notice",
];

fn page(office: &Office, visit: &Visit, slug: &str, form: &Form, may_stop: bool) -> Result<Page, ActError> {
    let language = visit.language;
    let (record, today) = (office.body_by_slug(slug)?, office.today());
    let all = office.all_bodies()?;
    let filter = WorkFilter { body: Some(record.body.id), ..WorkFilter::on(today) };
    let found = office.db().read(|conn| lists::work(conn, View::All, &filter, None))?;
    let profile = office.own_profile()?;
    let open = found.items.into_iter().filter(|item| !item.row.state.is_terminal()).map(|item| {
        let standing = Standing {
            state: item.row.state,
            awaits_body: item.row.awaits_body,
            evidence_due_on: item.row.evidence_due_on,
            days_late: item.row.days_late,
        };
        Open {
            reference: item.reference.recommendation(item.row.number),
            href: visit.to(&format!("/cases/{}#recommendation-{}", item.reference, item.row.number)),
            wording: item.wording,
            tag: standing.tag(today),
            clock: standing.clock(profile, today, language),
        }
    });
    let spoken = |one: Language| {
        i18n::t(language, if one == Language::Cy { "new-case-welsh" } else { "new-case-english" })
    };
    let role_name = |role: ContactRole| i18n::t(language, &format!("contact-role-{}", role.code()));
    let contact = |one: Contact| ContactLine {
        role: role_name(one.role),
        language: spoken(one.language),
        name: one.name,
        address: one.address,
    };
    let mut contacts = office.contacts(record.body.id)?;
    contacts.sort_by_key(|one| one.role);
    let nobody_is = |role: ContactRole| !contacts.iter().any(|one| one.role == role);
    let role_choice = |role: ContactRole| Choice {
        hint: i18n::t(language, &format!("contact-role-{}-hint", role.code())),
        ..Choice::new(role.code(), role_name(role))
    };
    let mut fields: BTreeMap<String, String> =
        FIELDS.iter().map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect();
    if !form.has("language") {
        fields.insert("language".to_owned(), record.body.language.tag().to_owned());
    }
    Ok(Page {
        action: visit.to(&format!("/bodies/{slug}")),
        name: record.body.name.get(language).to_owned(),
        other_name: record.body.name.get(language.other()).to_owned(),
        other_lang: language.other().tag(),
        kind: i18n::t(language, &format!("body-kind-{}", record.body.kind.code())),
        notes: notes(&all, &record, today, language),
        no_link_officer: nobody_is(ContactRole::LinkOfficer),
        no_chief_executive: nobody_is(ContactRole::ChiefExecutive),
        contacts: contacts.into_iter().map(contact).collect(),
        roles: ContactRole::ALL.map(role_choice).into(),
        fields,
        languages: [Language::En, Language::Cy].map(|one| Choice::new(one.tag(), spoken(one))).into(),
        frozen: record.body.over_time.freezes.last().is_some_and(|last| last.until.is_none()),
        history_href: visit.to(&format!("/bodies/{slug}/history")),
        chases_stopped: record.body.chases_stopped,
        undeliverable: record.body.undeliverable,
        may_stop,
        open: open.collect(),
        previous_href: visit.to(&format!("/bodies/{slug}/previous")),
        handling_href: visit.to(&format!("/bodies/{slug}/handling")),
        all_href: visit.to(&format!("/worklist?view=all&handler=all&body={}", record.body.id)),
    })
}

/// What one of the forms of the page asks.
enum Asked {
    Keep { role: ContactRole, name: String, address: String, language: Language },
    Remove(String),
    Register(Change),
    Chases(bool),
    AddressWorks,
}

fn read(form: &Form, language: Language) -> Result<Asked, Vec<FieldError>> {
    let mut reading = form.read(language);
    let asked = match form.get("form") {
        "remove" => Some(Asked::Remove(form.get("address").to_owned())),
        "freeze" => {
            let from = reading.date("frozen", "body-frozen-missing");
            let until = reading.optional_date("until");
            let notice = reading.text("notice", "body-notice-missing");
            from.map(|from| Asked::Register(Change::Frozen { from, until, notice }))
        }
        "thaw" => {
            reading.date("until", "body-until-missing").map(|until| Asked::Register(Change::Thawed { until }))
        }
        "stop" => Some(Asked::Chases(true)),
        "resume" => Some(Asked::Chases(false)),
        "works" => Some(Asked::AddressWorks),
        _ => {
            let role: Option<ContactRole> = reading.choice("role", "body-contact-role-missing");
            let name = reading.text("name", "body-contact-name-missing");
            let address = reading.text("address", "body-contact-address-missing");
            if !address.is_empty() && !address.contains('@') {
                reading.error("address", "new-case-email-wrong");
            }
            let chosen = reading.choice("language", "new-case-language-missing");
            role.zip(chosen).map(|(role, language)| Asked::Keep { role, name, address, language })
        }
    };
    let errors = reading.errors();
    match asked {
        Some(asked) if errors.is_empty() => Ok(asked),
        _ => Err(errors),
    }
}

async fn change(State(app): State<App>, staff: Staff, Path(slug): Path<String>, form: Form) -> Answer {
    let asked = match read(&form, staff.visit.language) {
        Ok(asked) => asked,
        Err(errors) => return draw(&app, &staff, slug, &form, &Done::default(), errors).await,
    };
    if matches!(asked, Asked::Chases(_)) && !may_stop(staff.role) {
        return Err(Problem::Forbidden);
    }
    let (wanted, by) = (slug.clone(), (staff.staff, staff.role));
    match outcome(app.work(move |office| changed(office, &wanted, &asked, by)).await, staff.visit.language)? {
        Ok(()) => Ok(see(staff.visit.to(&format!("/bodies/{slug}?done=body-changed")))),
        Err(error) => {
            let field = if error.field == "from" { "frozen".to_owned() } else { error.field };
            let errors = vec![FieldError { field, ..error }];
            draw(&app, &staff, slug, &form, &Done::default(), errors).await
        }
    }
}

fn changed(office: &Office, slug: &str, asked: &Asked, by: (StaffId, StaffRole)) -> Result<(), ActError> {
    let record = office.body_by_slug(slug)?;
    let changed = Changed::by(by.0, office.clock().now());
    let id = record.body.id;
    let keep =
        |record: BodyRecord| Ok(office.db().write(move |tx| people::keep_body(tx, &record, changed))?);
    match asked {
        Asked::Keep { role, name, address, language } => {
            let contact = Contact {
                body: id,
                address: address.clone(),
                name: name.clone(),
                language: *language,
                role: *role,
            };
            office.keep_contact(&contact, Some(by.0))
        }
        Asked::Remove(address) => office.remove_contact(id, address),
        Asked::Register(what) => office.change_body(id, what, by).map(drop),
        Asked::Chases(stopped) => office.stop_chases_to(id, *stopped, Some(by.0)),
        Asked::AddressWorks => {
            let mut record = record;
            record.body.undeliverable = false;
            keep(record)
        }
    }
}
