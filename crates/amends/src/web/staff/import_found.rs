//! What was found in a decision: put right, chosen, and taken into a case: all of it, or nothing.

use std::{collections::BTreeSet, sync::Arc};

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    id::{BodyId, CaseId},
    recommendation::Kind,
    text::Language,
};
use axum::{
    extract::State,
    response::{IntoResponse as _, Response},
};
use serde::Serialize;

use super::{
    case_frame::CaseFrame,
    import::framed,
    import_all::{self, ForAll},
    import_rows::{self, Row},
    new_case,
    shown::{self, Choice},
    staff_field::Handlers,
    terms::{self, Typed},
};
use crate::{
    i18n,
    office::{ActError, Ask, Office},
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see},
        form::{Form, refused},
        problem::Problem,
        visit::Staff,
    },
};

#[derive(Serialize)]
struct FoundPage {
    action: String,
    case: String,
    identity: String,
    seq: Option<u32>,
    new: new_case::Fields,
    all: ForAll,
    rows: Vec<Row>,
    needs: Vec<Choice>,
    warnings: Vec<String>,
    kinds: Vec<Choice>,
    scopes: Vec<Choice>,
    themes: Vec<Choice>,
    bodies: Vec<Choice>,
    units: Vec<Choice>,
    anchors: Vec<Choice>,
}

/// Draws what was found, as it was found or as it was put right.
pub(super) async fn draw_found(
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
        codes.iter().map(|code| choice(code, format!("{prefix}{}", code.replace('_', "-")))).collect()
    };
    let (directory, mut rows) = (office.directory()?, import_rows::rows(form));
    let mut bodies = Vec::new();
    match &case {
        Some(case) => {
            bodies.push(Choice::new("", i18n::t(language, "import-body-of-case")));
            bodies.extend(shown::body_choices(directory.all(), &case.bodies, language));
        }
        None => {
            import_rows::find_bodies(&mut rows, &directory, language);
        }
    }
    Ok(FoundPage {
        all: ForAll::of(form, &rows, case.as_deref(), language),
        needs: coded(&["required", "any-1", "any-2"], "need-"),
        action,
        case: form.get("case").to_owned(),
        identity: frame.as_ref().map(|frame| frame.identity.clone()).unwrap_or_default(),
        seq: case.as_ref().map(|case| case.seq),
        new: new_case::Fields::of(office, form, language)?,
        rows,
        warnings: form.all("document-warning").to_vec(),
        kinds: Kind::ALL.iter().map(|kind| choice(kind.code(), format!("kind-{}", kind.code()))).collect(),
        themes: themes(office, language)?,
        scopes: ["personal", "service"].map(|scope| choice(scope, format!("scope-{scope}"))).into(),
        bodies,
        units: coded(&["working_days", "weeks", "months", "calendar_days", "years"], "unit-"),
        anchors: coded(&["final_decision", "receipt", "report_date"], "anchor-"),
    })
}

fn known_case(office: &Office, form: &Form) -> Result<Option<Arc<Case>>, ActError> {
    if form.has("case") { Ok(Some(office.by_reference(form.get("case"))?.case)) } else { Ok(None) }
}

enum Taken {
    Done(String),
    Wrong(Vec<FieldError>),
    Again(Form, Vec<FieldError>),
}

/// Takes what is ticked; a button of a row shows again what usually proves its kind, and takes nothing.
pub(super) async fn take(State(app): State<App>, staff: Staff, form: Form) -> Answer {
    let (actor, language, typed) = (staff.actor(), staff.visit.language, form.clone());
    let taken = app
        .work(move |office| match taken(office, &actor, &typed, language) {
            Err(ActError::Refused(refusal)) => {
                let error = refused(&refusal, language);
                let field = match error.field.as_str() {
                    "fault" | "injustice" => format!("finding-{}", error.field),
                    _ => error.field,
                };
                Ok(Taken::Wrong(vec![FieldError { field, ..error }]))
            }
            // The page is drawn on the case as it is now, with all that was typed.
            Err(ActError::Changed { .. }) => {
                Ok(Taken::Wrong(vec![FieldError::new("main", i18n::t(language, "import-changed"))]))
            }
            other => other,
        })
        .await?;
    match taken {
        Taken::Done(reference) => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/recommendations?done=import-taken"))))
        }
        Taken::Wrong(errors) => draw_found(&app, &staff, form, errors).await,
        Taken::Again(form, errors) => draw_found(&app, &staff, form, errors).await,
    }
}

/// The form with the usual evidence of each kind that was changed, where a button or a change calls for it.
fn usual_again(
    office: &Office,
    form: &Form,
    rows: &[Row],
    language: Language,
) -> Result<Option<Taken>, ActError> {
    let asked: Option<usize> = form.get("act").strip_prefix("usual-").and_then(|place| place.parse().ok());
    let changed: Vec<(usize, FieldError)> = rows
        .iter()
        .filter(|row| row.take)
        .filter_map(|row| row.kind_changed(language).map(|error| (row.place, error)))
        .collect();
    if asked.is_none() && changed.is_empty() {
        return Ok(None);
    }
    let profile = office.own_profile()?;
    let places = asked.map_or_else(|| changed.iter().map(|(place, _)| *place).collect(), |place| vec![place]);
    let filled = places
        .into_iter()
        .fold(form.clone(), |filled, place| import_rows::with_usual(filled, place, profile, language));
    let errors =
        if asked.is_some() { Vec::new() } else { changed.into_iter().map(|(_, error)| error).collect() };
    Ok(Some(Taken::Again(filled, errors)))
}

/// The rows that are ticked, as recommendations; `first` is the body of a row that names none.
fn chosen(
    form: &Form,
    rows: &[Row],
    first: Option<BodyId>,
    language: Language,
) -> Result<Vec<Typed>, Vec<FieldError>> {
    let (mut chosen, mut errors) = (Vec::new(), Vec::<FieldError>::new());
    for row in rows.iter().filter(|row| row.take) {
        match terms::read(&import_all::dated(row, row.as_form(first), form), language) {
            Ok(typed) => chosen.push(typed),
            Err(wrong) => {
                // A row without a body takes the case's; where the case has none yet, that is told once, there.
                let wrong = wrong.into_iter().filter(|error| error.field != "body" || !row.body.is_empty());
                for error in wrong.map(|error| import_all::named(row, error)) {
                    if !errors.iter().any(|known| known.field == error.field) {
                        errors.push(error);
                    }
                }
            }
        }
    }
    if chosen.is_empty() && errors.is_empty() {
        errors.push(FieldError::new("take-1", i18n::t(language, "import-none-chosen")));
    }
    if errors.is_empty() { Ok(chosen) } else { Err(errors) }
}

/// Opens the case where it is new, and writes each chosen recommendation: all of it, or nothing.
fn taken(office: &Office, actor: &Actor, form: &Form, language: Language) -> Result<Taken, ActError> {
    let case = known_case(office, form)?;
    let (directory, mut rows) = (office.directory()?, import_rows::rows(form));
    if let Some(again) = usual_again(office, form, &rows, language)? {
        return Ok(again);
    }
    let mut errors: Vec<FieldError> = import_all::date_missing(form, &rows, language).into_iter().collect();
    if case.is_none() {
        errors.extend(import_rows::find_bodies(&mut rows, &directory, language));
    }
    let answers =
        import_all::answers(form, case.as_deref(), language).map_err(|wrong| errors.push(wrong)).ok();
    let new = match &case {
        Some(_) => None,
        None => {
            let handlers = Handlers::of(&office.staff()?);
            let read = new_case::read(form, &directory, &handlers, language);
            read.map_err(|wrong| errors.extend(wrong)).ok()
        }
    };
    let first: Option<BodyId> = match (&case, &new) {
        (Some(case), _) => case.bodies.first().copied(),
        (None, Some(new)) => new.bodies.first().copied(),
        (None, None) => None,
    };
    let chosen =
        chosen(form, &rows, first, language).map_err(|wrong| errors.extend(wrong)).unwrap_or_default();
    let (Some(answers), true) = (answers, errors.is_empty()) else {
        return Ok(Taken::Wrong(errors));
    };
    let bodies: BTreeSet<BodyId> = chosen.iter().map(|typed| typed.body).collect();
    let mut sealer = office.sealer();
    let mut commands = Vec::new();
    let (id, reference) = match (&case, &new) {
        (Some(case), _) => (case.id, case.reference.clone()),
        (None, Some(new)) => {
            let opening = new_case::opening(office, new, &mut sealer)?;
            let reference = opening.reference.clone();
            let also: Vec<_> = bodies.iter().filter(|body| !opening.bodies.contains(body)).copied().collect();
            commands.push(Command::OpenCase(opening));
            commands.extend(also.into_iter().map(|body| Command::AddBody { body }));
            (CaseId(office.fresh_id()?), reference)
        }
        (None, None) => return Err(ActError::NotFound("case")),
    };
    let before = case.as_ref().map_or(0, |case| case.findings.len());
    let (recorded, numbers) = answers.recorded(&bodies, before, &mut sealer)?;
    commands.extend(recorded);
    for typed in chosen {
        let number = numbers.get(&typed.body).copied();
        let terms = Box::new(terms::sealed(&typed.answering(number), &mut sealer, None)?);
        commands.push(Command::WriteRecommendation { terms });
    }
    let mut ask = Ask::new(actor, id);
    ask.expected_seq = form.get("seq").parse().ok();
    office.act(&ask, &commands, &sealer.into_kept())?;
    Ok(Taken::Done(reference.0))
}

/// The subjects by which a service improvement is found again, and none.
fn themes(office: &Office, language: Language) -> Result<Vec<Choice>, ActError> {
    let rules = office.own_profile()?.themes.iter();
    let none = Choice::new("", i18n::t(language, "import-no-theme"));
    Ok(std::iter::once(none)
        .chain(rules.map(|rule| Choice::new(&rule.id, rule.what.get(language))))
        .collect())
}
