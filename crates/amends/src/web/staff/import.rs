//! Taking in a decision: recommendations found in a document or a pasted text, put right and chosen by a caseworker before
//! anything is kept.

use amends_core::{
    case::Case,
    command::Command,
    extract::{self, Extraction, Options, Warning},
    id::{BodyId, CaseId},
    recommendation::Kind,
    text::Language,
};
use axum::{
    Router,
    extract::{Query, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};

use super::{
    case_frame::CaseFrame,
    import_rows::{self, Row},
    new_case,
    shown::{self, Choice},
    terms,
};
use crate::{
    document::{self, DocumentError, DocumentWarning, Limits, Said},
    i18n::{self, Args},
    office::{ActError, Ask, Office, StoredFile},
    render::frame::{FieldError, Link},
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::{Form, refused},
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/import", get(show).post(read)).route("/cases/import/take", post(take))
}

#[derive(Debug, Default, Deserialize)]
struct Into {
    #[serde(default)]
    case: String,
}

#[derive(Serialize)]
struct Page {
    action: String,
    case: String,
    text: String,
    decided: [String; 3],
}

async fn show(State(app): State<App>, staff: Staff, Query(into): Query<Into>) -> Answer {
    draw(&app, &staff, &Form::default().with("case", into.case), Vec::new())
}

fn draw(app: &App, staff: &Staff, form: &Form, errors: Vec<FieldError>) -> Result<Response, Problem> {
    let wrong = !errors.is_empty();
    let frame = framed(app, staff, "import-title", errors);
    let page = Page {
        action: staff.visit.to("/cases/import"),
        case: form.get("case").to_owned(),
        text: form.get("text").to_owned(),
        decided: ["day", "month", "year"].map(|part| form.get(&format!("decided-{part}")).to_owned()),
    };
    let html = app.page("staff/import.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn framed(app: &App, staff: &Staff, title: &str, errors: Vec<FieldError>) -> crate::render::frame::Frame {
    let mut frame = with_errors(staff.frame(app, i18n::t(staff.visit.language, title)), errors);
    frame.breadcrumbs = vec![
        app::link(&staff.visit, "nav-cases", "/cases"),
        Link::new(i18n::t(staff.visit.language, "import-title"), staff.visit.to("/cases/import")),
    ];
    frame
}

/// What was read, or why nothing could be.
enum Read {
    Found(Vec<Extraction>, Vec<String>),
    Unreadable(FieldError),
}

async fn read(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let language = staff.visit.language;
    let mut reading = form.read(language);
    let decided = reading.optional_date("decided");
    let file: Option<StoredFile> = form.files("document").first().map(|file| (*file).clone());
    if file.is_none() && !form.has("text") {
        reading.error("document", "import-nothing-given");
    }
    let errors = reading.errors();
    if !errors.is_empty() {
        return draw(&app, &staff, &form, errors);
    }
    let pasted = form.get("text").to_owned();
    let found = app
        .work(move |office| {
            let (text, warnings) = match file {
                None => (pasted, Vec::new()),
                Some(file) => match document_text(office, &file)? {
                    Ok(read) => (read.text, read.warnings),
                    Err(error) => return Ok(Read::Unreadable(unreadable(&error, language))),
                },
            };
            let profile = office.own_profile()?;
            let options = Options { profile: &profile.id, decided, language: None };
            let said = warnings.iter().map(|warning| warned(warning, language)).collect();
            Ok::<_, ActError>(Read::Found(extract::extract(&text, &options), said))
        })
        .await?;
    match found {
        Read::Unreadable(error) => draw(&app, &staff, &form, vec![error]),
        Read::Found(found, _) if found.is_empty() => {
            let error = FieldError::new("text", i18n::t(language, "import-none-found"));
            draw(&app, &staff, &form, vec![error])
        }
        Read::Found(found, warnings) => {
            let mut filled = new_case::Fields::start(&staff).with("case", form.get("case"));
            for warning in warnings {
                filled = filled.and("document-warning", warning);
            }
            for (place, one) in (1..).zip(&found) {
                filled =
                    import_rows::with_row(filled, place, one, &whys(one, language), &doubts(one, language));
            }
            draw_found(&app, &staff, filled.with("rows", found.len().to_string()), Vec::new()).await
        }
    }
}

fn document_text(
    office: &Office,
    file: &StoredFile,
) -> Result<Result<document::DocumentText, DocumentError>, ActError> {
    let bytes = office.blobs().read(file.digest)?;
    Ok(document::text_of(&file.name, &bytes, &Limits::default()))
}

fn said(values: Vec<(&'static str, Said)>) -> Args<'static> {
    let mut args = Args::new();
    for (name, value) in values {
        match value {
            Said::Number(number) => args.set(name, i64::try_from(number).unwrap_or(i64::MAX)),
            Said::Text(text) => args.set(name, text),
        }
    }
    args
}

fn unreadable(error: &DocumentError, language: Language) -> FieldError {
    let what = i18n::tr(language, error.key(), &said(error.args()));
    let mend = i18n::tr(language, error.mend_key(), &said(error.args()));
    FieldError::new("document", format!("{what} {mend}"))
}

fn warned(warning: &DocumentWarning, language: Language) -> String {
    i18n::tr(language, warning.key(), &said(warning.args()))
}

/// The words of the text that made each part of an extraction.
fn whys(one: &Extraction, language: Language) -> Vec<String> {
    one.why
        .iter()
        .map(|why| {
            let field = match why.what {
                extract::Field::Recommendation => "recommendation",
                extract::Field::Kind => "kind",
                extract::Field::Addressee => "addressee",
                extract::Field::Deadline => "deadline",
                extract::Field::Amount => "amount",
                extract::Field::Evidence => "evidence",
            };
            format!("{}: “{}”", i18n::t(language, &format!("import-why-{field}")), why.words.trim())
        })
        .collect()
}

/// What a person should look at before confirming.
fn doubts(one: &Extraction, language: Language) -> Vec<String> {
    let date = |on: jiff::civil::Date| i18n::date(language, on);
    let sum = |pence: i64| i18n::money(amends_core::money::Pence(pence));
    let doubt = |warning: &Warning| {
        let (key, values) = match warning {
            Warning::StatedDateDiffers { stated, computed } => {
                ("import-doubt-date-differs", vec![("stated", date(*stated)), ("computed", date(*computed))])
            }
            Warning::YearAssumed { date: on } => ("import-doubt-year", vec![("date", date(*on))]),
            Warning::WeekdayDiffers { date: on } => ("import-doubt-weekday", vec![("date", date(*on))]),
            Warning::BeforeDecision { date: on } => ("import-doubt-before", vec![("date", date(*on))]),
            Warning::NoSuchDate => ("import-doubt-no-date", Vec::new()),
            Warning::PartsDoNotAddUp { total, parts } => {
                ("import-doubt-parts", vec![("total", sum(*total)), ("parts", sum(*parts))])
            }
            Warning::SumFromBefore => ("import-doubt-sum-before", Vec::new()),
        };
        i18n::tr(language, key, &i18n::args(values))
    };
    one.warnings.iter().map(doubt).collect()
}

#[derive(Serialize)]
struct FoundPage {
    action: String,
    case: String,
    identity: String,
    seq: Option<u32>,
    new: new_case::Fields,
    rows: Vec<Row>,
    warnings: Vec<String>,
    kinds: Vec<Choice>,
    scopes: Vec<Choice>,
    bodies: Vec<Choice>,
    units: Vec<Choice>,
    anchors: Vec<Choice>,
}

async fn draw_found(
    app: &App,
    staff: &Staff,
    form: Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let (language, action) = (staff.visit.language, staff.visit.to("/cases/import/take"));
    let page = app.work(move |office| found_page(office, &form, action, language)).await?;
    let wrong = !errors.is_empty();
    let frame = framed(app, staff, "import-found-title", errors);
    let html = app.page("staff/import_found.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn found_page(
    office: &Office,
    form: &Form,
    action: String,
    language: Language,
) -> Result<FoundPage, ActError> {
    let case = known_case(office, form)?;
    let frame = case.as_ref().map(|case| CaseFrame::of(office, case, language, "")).transpose()?;
    let choice = |value: &str, key: String| Choice::new(value, i18n::t(language, &key));
    let coded = |codes: &[&str], prefix: &str| -> Vec<Choice> {
        codes.iter().map(|code| choice(code, format!("{prefix}-{}", code.replace('_', "-")))).collect()
    };
    let mut bodies = vec![Choice::new("", i18n::t(language, "import-body-of-case"))];
    let only = case.as_ref().map(|case| case.bodies.as_slice());
    bodies.extend(shown::body_choices(&office.all_bodies()?, only, language));
    Ok(FoundPage {
        action,
        case: form.get("case").to_owned(),
        identity: frame.as_ref().map(|frame| frame.identity.clone()).unwrap_or_default(),
        seq: case.as_ref().map(|case| case.seq),
        new: new_case::Fields::of(office, form, language)?,
        rows: import_rows::rows(form),
        warnings: form.all("document-warning").to_vec(),
        kinds: Kind::ALL.iter().map(|kind| choice(kind.code(), format!("kind-{}", kind.code()))).collect(),
        scopes: ["personal", "service"].map(|scope| choice(scope, format!("scope-{scope}"))).into(),
        bodies,
        units: coded(&["working_days", "weeks", "months", "calendar_days", "years"], "unit"),
        anchors: coded(&["final_decision", "receipt", "report_date"], "anchor"),
    })
}

fn known_case(office: &Office, form: &Form) -> Result<Option<Case>, ActError> {
    if form.has("case") { Ok(Some(office.by_reference(form.get("case"))?.case)) } else { Ok(None) }
}

enum Taken {
    Done(String),
    Wrong(Vec<FieldError>),
}

async fn take(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let (actor, language, typed) = (staff.actor(), staff.visit.language, form.clone());
    let taken = app
        .work(move |office| match taken(office, &actor, &typed, language) {
            Err(ActError::Refused(refusal)) => Ok(Taken::Wrong(vec![refused(&refusal, language)])),
            other => other,
        })
        .await?;
    match taken {
        Taken::Done(reference) => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/recommendations?done=import-taken"))))
        }
        Taken::Wrong(errors) => draw_found(&app, &staff, form, errors).await,
    }
}

/// Opens the case where it is new, and writes each chosen recommendation: all of it, or nothing.
fn taken(
    office: &Office,
    actor: &amends_core::actor::Actor,
    form: &Form,
    language: Language,
) -> Result<Taken, ActError> {
    let case = known_case(office, form)?;
    let mut errors = Vec::new();
    let new = match &case {
        Some(_) => None,
        None => new_case::read(form, language).map_err(|wrong| errors.extend(wrong)).ok(),
    };
    let first: Option<BodyId> = match (&case, &new) {
        (Some(case), _) => case.bodies.first().copied(),
        (None, Some(new)) => new.bodies.first().copied(),
        (None, None) => None,
    };
    let mut chosen = Vec::new();
    for row in import_rows::rows(form).into_iter().filter(|row| row.take) {
        match terms::read(&row.as_form(first), language) {
            Ok(typed) => chosen.push(typed),
            Err(wrong) => errors.extend(wrong.into_iter().map(|error| row.named(error))),
        }
    }
    if chosen.is_empty() && errors.is_empty() {
        errors.push(FieldError::new("take-1", i18n::t(language, "import-none-chosen")));
    }
    if !errors.is_empty() {
        return Ok(Taken::Wrong(errors));
    }
    let mut sealer = office.sealer();
    let mut commands = Vec::new();
    let (id, reference) = match (&case, &new) {
        (Some(case), _) => (case.id, case.reference.clone()),
        (None, Some(new)) => {
            let opening = new_case::opening(office, new, &mut sealer)?;
            let reference = opening.reference.clone();
            let also: std::collections::BTreeSet<BodyId> = chosen.iter().map(|typed| typed.body).collect();
            let also = also.into_iter().filter(|body| !opening.bodies.contains(body)).collect::<Vec<_>>();
            commands.push(Command::OpenCase(opening));
            commands.extend(also.into_iter().map(|body| Command::AddBody { body }));
            (CaseId(office.fresh_id()?), reference)
        }
        (None, None) => return Err(ActError::NotFound("case")),
    };
    for typed in &chosen {
        let terms = Box::new(terms::sealed(typed, &mut sealer, None)?);
        commands.push(Command::WriteRecommendation { terms });
    }
    let mut ask = Ask::new(actor, id);
    ask.expected_seq = form.get("seq").parse().ok();
    office.act(&ask, &commands, &sealer.into_kept())?;
    Ok(Taken::Done(reference.0))
}
