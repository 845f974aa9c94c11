//! Taking in a decision: recommendations found in a document or a pasted text, put right and chosen by a caseworker before
//! anything is kept.

use amends_core::extract::{self, Extraction, Options};
use axum::{
    Router,
    extract::{Query, State},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};

use super::{
    import_all,
    import_found::{draw_found, take},
    import_rows,
    import_words::{doubts, unreadable, warned, whys},
    new_case,
};
use crate::{
    document::{self, DocumentError, Limits},
    i18n,
    office::{ActError, Office, StoredFile},
    render::frame::{FieldError, Frame, Link},
    web::{
        app::{self, Answer, App, again, with_errors},
        form::Form,
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

/// The frame of both pages.
pub(super) fn framed(app: &App, staff: &Staff, title: &str, errors: Vec<FieldError>) -> Frame {
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
    let mut errors = reading.errors();
    if form.has("case") {
        let wanted = form.get("case").trim().to_owned();
        match app.work(move |office| office.by_reference(&wanted).map(|_| ())).await {
            Ok(()) => {}
            Err(Problem::NotFound) => {
                errors.push(FieldError::new("case", i18n::t(language, "import-case-unknown")));
            }
            Err(other) => return Err(other),
        }
    }
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
            let mut filled =
                import_all::start(new_case::Fields::start(&staff)).with("case", form.get("case"));
            for warning in warnings {
                filled = filled.and("document-warning", warning);
            }
            for (place, one) in (1..).zip(&found) {
                filled =
                    import_rows::with_row(filled, place, one, &whys(one, language), &doubts(one, language));
            }
            let count = found.len();
            let filled = app
                .work(move |office| {
                    let profile = office.own_profile()?;
                    let filled = (1..=count).fold(filled, |filled, place| {
                        import_rows::with_usual(filled, place, profile, language)
                    });
                    Ok::<_, ActError>(filled.with("rows", count.to_string()))
                })
                .await?;
            draw_found(&app, &staff, filled, Vec::new()).await
        }
    }
}

fn document_text(
    office: &Office,
    file: &StoredFile,
) -> Result<Result<document::DocumentText, DocumentError>, ActError> {
    let (limits, opened) = (Limits::default(), office.blobs().open_checked(file.digest)?);
    let bytes = document::read_within(opened, Some(file.size), &limits);
    Ok(bytes.and_then(|bytes| document::text_of(&file.name, &bytes, &limits)))
}
