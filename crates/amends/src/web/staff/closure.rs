//! A provider that is no more, with nobody in its place: a manager may stop pursuing one recommendation (E15).

use amends_core::{
    command::{Command, CommandKind},
    id::RecommendationNumber,
    permit,
    succession::CeasedOnClosure,
};
use axum::{
    Router,
    extract::{Path, State},
    routing::get,
};
use serde::Serialize;

use super::{
    acting::{self, Acted},
    matter::{self, Matter, Seen, TermsShown, led_to},
    shown::told,
};
use crate::{
    office::{ActError, Office, Sealer},
    web::{
        app::{Answer, App, see},
        form::Form,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/closure/{number}", get(show).post(cease))
}

#[derive(Serialize)]
struct Page {
    terms: TermsShown,
    what: Option<String>,
    may: bool,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
) -> Answer {
    draw(&app, &staff, &reference, number, Seen::default()).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, number: u16, seen: Seen) -> Answer {
    let look = ("/evidence", "staff/closure.html");
    matter::draw(app, staff, reference, look, seen, move |_, matter, staff| view(matter, staff, number)).await
}

fn view(matter: &Matter, staff: &Staff, number: u16) -> Result<(String, Page), ActError> {
    let one = matter.find(number)?;
    let body = matter.bodies.iter().find(|record| record.body.id == one.terms.addressee);
    let ended = body.and_then(|record| record.body.over_time.ended.as_ref());
    let page = Page {
        terms: matter.terms(one.number, &one.terms),
        what: ended.map(|ended| {
            let key = format!("body-ended-{}", ended.how.code());
            format!(
                "{}: {}",
                matter.body(one.terms.addressee),
                told(matter.language, &key, [("date", &matter.date(ended.on))])
            )
        }),
        may: permit::staff(staff.role, CommandKind::CeaseOnClosure).is_ok(),
    };
    Ok((told(matter.language, "closure-title", [("reference", &matter.reference(one.number))]), page))
}

async fn cease(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let mut reading = form.read(staff.visit.language);
    let reason = reading.text("closure-reason", "closure-reason-missing");
    let publication = reading.text("closure-publication", "closure-publication-missing");
    let regulator_told_on = reading.optional_date("closure-regulator_told_on");
    let errors = reading.errors();
    if !errors.is_empty() {
        return draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await;
    }
    let make = move |_: &Office, _: &amends_core::case::Case, sealer: &mut Sealer| {
        Ok(vec![Command::CeaseOnClosure(CeasedOnClosure {
            number: RecommendationNumber(number),
            reason: sealer.words(&reason)?,
            publication: sealer.words(&publication)?,
            regulator_told_on,
        })])
    };
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}?done=closure-ceased")))),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, number, Seen::again(&form, led_to("closure", errors))).await
        }
    }
}
