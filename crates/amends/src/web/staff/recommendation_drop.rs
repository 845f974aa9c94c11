//! Withdrawing a recommendation before the decision, with the reason (R12).

use amends_core::{command::Command, id::RecommendationNumber, recommendation::DropReason};
use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Serialize;

use super::{
    acting::{Acted, act},
    case_frame::CaseFrame,
    shown::{Choice, told},
};
use crate::{
    i18n,
    office::ActError,
    render::frame::FieldError,
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/recommendations/{number}/drop", get(ask_drop).post(drop_one))
}

#[derive(Serialize)]
struct DropPage {
    case: CaseFrame,
    action: String,
    wording: String,
    reasons: Vec<Choice>,
    reason: String,
    note: String,
}

async fn ask_drop(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
) -> Answer {
    draw_drop(&app, &staff, reference, RecommendationNumber(number), &Form::default(), Vec::new()).await
}

async fn draw_drop(
    app: &App,
    staff: &Staff,
    reference: String,
    number: RecommendationNumber,
    form: &Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let language = staff.visit.language;
    let (reason, note) = (form.get("reason").to_owned(), form.get("note").to_owned());
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let one = case.recommendation(number).ok_or(ActError::NotFound("recommendation"))?;
            let frame = CaseFrame::of(office, &case, language, "/recommendations")?;
            let reasons = ["already_done", "after_comments", "replaced", "mistake"];
            Ok::<_, ActError>(DropPage {
                action: format!("{}/recommendations/{number}/drop", frame.base),
                wording: one.terms.wording.as_str().to_owned(),
                reasons: reasons
                    .iter()
                    .map(|code| {
                        Choice::new(*code, i18n::t(language, &format!("drop-{}", code.replace('_', "-"))))
                    })
                    .collect(),
                reason,
                note,
                case: frame,
            })
        })
        .await?;
    let wrong = !errors.is_empty();
    let reference = format!("{}-{number}", page.case.reference);
    let title = told(language, "drop-title", [("reference", &reference)]);
    let frame = with_errors(page.case.frame(app, staff, title), errors);
    let html = app.page("staff/recommendation_drop.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

async fn drop_one(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let number = RecommendationNumber(number);
    let mut reading = form.read(staff.visit.language);
    let reason: Option<DropReason> = reading.choice("reason", "drop-reason-missing");
    let note = reading.text("note", "drop-note-missing");
    let errors = reading.errors();
    let Some(reason) = reason.filter(|_| errors.is_empty()) else {
        return draw_drop(&app, &staff, reference, number, &form, errors).await;
    };
    let acted = act(&app, &staff, &reference, &form, move |_, _, sealer| {
        Ok(vec![Command::DropRecommendation { number, reason, note: sealer.words(&note)? }])
    });
    match acted.await? {
        Acted::Done(_) => Ok(see(staff
            .visit
            .to(&format!("/cases/{reference}/recommendations?done=recommendation-dropped")))),
        Acted::Wrong(errors) => draw_drop(&app, &staff, reference, number, &form, errors).await,
        Acted::Meanwhile(page) => Ok(page),
    }
}
