//! Opening a case: body, route, people, needs; whether the case is there already; the reference is given (E35, R38).

use amends_core::{
    actor::Actor,
    case::Route,
    command::{Command, Opening},
    id::{BodyId, CaseId, CaseReference, PersonId, StaffId},
    party::{Channel, Complainant},
    text::Language,
};
use amends_store::lists;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

use super::{
    body_field::{self, BodyField},
    shown::Choice,
    staff_field::{Handlers, StaffField},
};
use crate::{
    i18n,
    office::{ActError, Ask, Office, Sealer, directory::Directory},
    render::frame::{FieldError, Link},
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::{Form, Reading, refused},
        problem::Problem,
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/new", get(show).post(open))
}

/// What the fields of a new case offer and hold.
#[derive(Serialize)]
pub(super) struct Fields {
    fields: BTreeMap<String, String>,
    body: BodyField,
    second_body: BodyField,
    routes: Vec<Choice>,
    handler: StaffField,
    languages: Vec<Choice>,
    channels: Vec<Choice>,
    today: String,
}

#[derive(Serialize)]
struct Page {
    action: String,
    new: Fields,
    alike: Vec<Link>,
}

impl Fields {
    /// The fields as typed.
    ///
    /// # Errors
    /// Where the memory fails.
    pub(super) fn of(office: &Office, form: &Form, language: Language) -> Result<Self, ActError> {
        let option = |value: &str, key: &str| Choice::new(value, i18n::t(language, key));
        let hinted = |value: &str, key: &str, hint: &str| Choice {
            hint: i18n::t(language, hint),
            ..option(value, key)
        };
        let directory = office.directory()?;
        let handlers = Handlers::of(&office.staff()?);
        let handler = handlers.read("handler", form.get("handler"), language);
        let body = |field: &str| body_field::read(&directory, field, form.get(field), &[], language).field;
        Ok(Self {
            fields: fields(form),
            body: body("body"),
            second_body: body("second_body"),
            routes: vec![
                hinted("investigation", "route-investigation", "new-case-investigation-hint"),
                hinted("early_resolution", "route-early_resolution", "new-case-early-hint"),
            ],
            handler: handlers.field(handler, &[]),
            languages: vec![option("en", "new-case-english"), option("cy", "new-case-welsh")],
            channels: vec![option("email", "case-by-email"), option("post", "case-by-post")],
            today: office.today().to_string(),
        })
    }

    /// An empty form for somebody who is about to open a case.
    pub(super) fn start(staff: &Staff) -> Form {
        Form::default()
            .with("handler", staff.staff.to_string())
            .with("language", staff.visit.language.tag())
            .with("channel", "email")
            .with("route", "investigation")
    }
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    draw(&app, &staff, &Fields::start(&staff), Vec::new(), Vec::new()).await
}

async fn draw(
    app: &App,
    staff: &Staff,
    form: &Form,
    errors: Vec<FieldError>,
    alike: Vec<Link>,
) -> Result<Response, Problem> {
    let (language, typed) = (staff.visit.language, form.clone());
    let new = app.work(move |office| Fields::of(office, &typed, language)).await?;
    let wrong = !errors.is_empty() || !alike.is_empty();
    let mut frame = with_errors(staff.frame(app, i18n::t(language, "new-case-title")), errors);
    frame.breadcrumbs = vec![app::link(&staff.visit, "nav-cases", "/cases")];
    let page = Page { action: staff.visit.to("/cases/new"), new, alike };
    let html = app.page("staff/new_case.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// Every field of the form with what was typed into it, blank where nothing was.
fn fields(form: &Form) -> BTreeMap<String, String> {
    const NAMES: [&str; 12] = [
        "title",
        "route",
        "received-day",
        "received-month",
        "received-year",
        "own_initiative",
        "name",
        "channel",
        "email",
        "post",
        "language",
        "adjustments",
    ];
    NAMES.iter().map(|name| ((*name).to_owned(), form.get(name).to_owned())).collect()
}

/// What the form says, once nothing is wrong with it.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The bodies, the first being the one complained about.
    pub(super) bodies: Vec<BodyId>,
    title: String,
    route: Route,
    received_on: Date,
    handler: StaffId,
    person: Option<Person>,
}

#[derive(Debug, Clone)]
struct Person {
    name: String,
    by_email: bool,
    address: String,
    language: Language,
    adjustments: String,
}

/// Reads the fields of a new case.
///
/// # Errors
/// One for each field that cannot be used.
pub(super) fn read(
    form: &Form,
    directory: &Directory,
    handlers: &Handlers,
    language: Language,
) -> Result<Said, Vec<FieldError>> {
    let mut reading = form.read(language);
    let title = reading.text("title", "new-case-title-missing");
    let typed = |field: &str| body_field::read(directory, field, form.get(field), &[], language);
    let body = reading.take(typed("body").must("body", "new-case-body-missing", language));
    let second = typed("second_body");
    reading.take(second.error.map_or(Ok(()), Err));
    let route = reading.choice("route", "new-case-route-missing");
    let received_on = reading.date("received", "new-case-received-missing");
    let handler = handlers.read("handler", form.get("handler"), language);
    let handler = reading.take(handler.must("handler", language));
    let person = if form.has("own_initiative") { None } else { person(&mut reading, form) };
    let errors = reading.errors();
    match (body, route, received_on, handler) {
        (Some(body), Some(route), Some(received_on), Some(handler)) if errors.is_empty() => Ok(Said {
            title,
            bodies: std::iter::once(body).chain(second.body.filter(|second| *second != body)).collect(),
            route,
            received_on,
            handler,
            person,
        }),
        _ => Err(errors),
    }
}

fn person(reading: &mut Reading<'_>, form: &Form) -> Option<Person> {
    let name = reading.text("name", "new-case-name-missing");
    let by_email = match form.get("channel") {
        "email" => true,
        "post" => false,
        _ => {
            reading.error("channel", "new-case-channel-missing");
            return None;
        }
    };
    let address = if by_email {
        let address = reading.text("email", "new-case-email-missing");
        if !address.is_empty() && !address.contains('@') {
            reading.error("email", "new-case-email-wrong");
        }
        address
    } else {
        reading.text("post", "new-case-post-missing")
    };
    let language = reading.choice("language", "new-case-language-missing")?;
    Some(Person { name, by_email, address, language, adjustments: reading.optional("adjustments") })
}

async fn open(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let (language, typed) = (staff.visit.language, form.clone());
    let read = app
        .work(move |office| {
            let handlers = Handlers::of(&office.staff()?);
            Ok::<_, ActError>(read(&typed, office.directory()?.as_ref(), &handlers, language))
        })
        .await?;
    let said = match read {
        Ok(said) => said,
        Err(errors) => return draw(&app, &staff, &form, errors, Vec::new()).await,
    };
    if !form.has("not_alike") {
        let (visit, asked) = (staff.visit.clone(), said.clone());
        let alike = app.work(move |office| alike(office, &visit, &asked)).await?;
        if !alike.is_empty() {
            return draw(&app, &staff, &form, Vec::new(), alike).await;
        }
    }
    let actor = staff.actor();
    let opened = app
        .work(move |office| match opened(office, &actor, &said) {
            Ok(reference) => Ok(Ok(reference)),
            Err(ActError::Refused(refusal)) => Ok(Err(refused(&refusal, language))),
            Err(error) => Err(error),
        })
        .await?;
    match opened {
        Ok(reference) => Ok(see(staff.visit.to(&format!("/cases/{reference}?done=case-opened")))),
        Err(error) => draw(&app, &staff, &form, vec![error], Vec::new()).await,
    }
}

/// Cases of the same body in which the complainant's name or the same title stands: perhaps it is there already.
fn alike(office: &Office, visit: &Visit, said: &Said) -> Result<Vec<Link>, ActError> {
    let mut found = BTreeMap::new();
    let names = said.person.iter().map(|person| person.name.as_str());
    for words in names.chain([said.title.as_str()]) {
        let filter = lists::CaseFilter {
            text: Some(words.to_owned()),
            body: said.bodies.first().copied(),
            ..lists::CaseFilter::default()
        };
        let (items, _) = office.db().read(|conn| lists::cases(conn, &filter, None))?;
        for item in items {
            let text = format!("{} – {}", item.row.reference, item.title);
            found.insert(item.row.reference.0.clone(), text);
        }
    }
    Ok(found
        .into_iter()
        .map(|(reference, text)| Link::new(text, visit.to(&format!("/cases/{reference}"))))
        .collect())
}

fn opened(office: &Office, actor: &Actor, said: &Said) -> Result<CaseReference, ActError> {
    let mut sealer = office.sealer();
    let opening = opening(office, said, &mut sealer)?;
    let reference = opening.reference.clone();
    let ask = Ask::new(actor, CaseId(office.fresh_id()?));
    office.act(&ask, &[Command::OpenCase(opening)], &sealer.into_kept())?;
    Ok(reference)
}

/// The opening of a case, with its reference.
///
/// # Errors
/// Where the memory fails, or the machine gives no chance.
pub(super) fn opening(office: &Office, said: &Said, sealer: &mut Sealer) -> Result<Opening, ActError> {
    let complainant = said.person.as_ref().map(|person| complainant(sealer, person)).transpose()?;
    Ok(Opening {
        title: sealer.words(&said.title)?,
        reference: office.next_reference(office.today().year())?,
        profile: office.own_profile()?.id.clone(),
        route: said.route,
        own_initiative: complainant.is_none(),
        received_on: said.received_on,
        handler: said.handler,
        complainant,
        bodies: said.bodies.clone(),
    })
}

fn complainant(sealer: &mut Sealer, person: &Person) -> Result<Complainant, ActError> {
    let address = sealer.words(&person.address)?;
    Ok(Complainant {
        person: PersonId(sealer.id()?),
        name: sealer.words(&person.name)?,
        channel: if person.by_email { Channel::Email(address) } else { Channel::Post(address) },
        language: person.language,
        adjustments: sealer.optional(&person.adjustments)?,
        authority: None,
    })
}

/// A complainant of another case, for a case of the same person: the same person, with texts of this case's own.
///
/// # Errors
/// Where the machine gives no chance.
pub(super) fn complains_again(person: &Complainant, sealer: &mut Sealer) -> Result<Complainant, ActError> {
    let text = |words: &Option<amends_core::text::Words>| {
        words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default()
    };
    Ok(Complainant {
        person: person.person,
        name: sealer.words(person.name.as_str())?,
        channel: match &person.channel {
            Channel::Email(address) => Channel::Email(sealer.words(address.as_str())?),
            Channel::Post(address) => Channel::Post(sealer.words(address.as_str())?),
        },
        language: person.language,
        adjustments: sealer.optional(&text(&person.adjustments))?,
        authority: sealer.optional(&text(&person.authority))?,
    })
}
