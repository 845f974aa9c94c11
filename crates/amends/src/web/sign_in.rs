//! Staff sign-in by address and password, and signing out.

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};

use super::{
    app::{self, Answer, App, again, see, with_errors},
    form::Form,
    kept::Kept,
    visit::{STAFF_COOKIE, Visit, cookie},
};
use crate::{i18n, office::people::SignIn, render::frame::FieldError};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/sign-in", get(show).post(sign_in)).route("/sign-out", post(sign_out))
}

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

#[derive(Serialize)]
struct Page<'a> {
    email: &'a str,
    back: &'a str,
    parked: &'a str,
    error_email: Option<&'a str>,
    error_password: Option<&'a str>,
}

fn page(
    app: &App,
    visit: &Visit,
    form: &Form,
    back: &str,
    errors: Vec<FieldError>,
) -> Result<Response, super::problem::Problem> {
    let bad = !errors.is_empty();
    let frame = with_errors(app.frame(visit, i18n::t(visit.language, "sign-in-title")), errors);
    let of =
        |field: &str| frame.errors.iter().find(|error| error.field == field).map(|error| error.text.as_str());
    let page = Page {
        email: form.get("email"),
        back,
        parked: form.get("parked"),
        error_email: of("email"),
        error_password: of("password"),
    };
    let html = app.page("sign_in.html", visit, &frame, &page)?;
    Ok(if bad { again(html) } else { html.into_response() })
}

/// Signing in where a form was sent after the session had ended: the form waits, and is sent afterwards.
///
/// # Errors
/// Where the page cannot be drawn.
pub fn parked(app: &App, visit: &Visit, path: &str, kept: &Kept) -> Answer {
    let form = Form::default().with("parked", kept.parked());
    let response = page(app, visit, &form, path, Vec::new())?;
    Ok((StatusCode::UNAUTHORIZED, response).into_response())
}

#[derive(Serialize)]
struct Resume<'a> {
    action: &'a str,
    fields: Vec<(String, String)>,
    typed: Vec<String>,
    leave: String,
}

/// Somebody is signed in again: what they had sent before is shown, and a button sends it.
fn resumed(app: &App, visit: &Visit, secret: &str, path: &str, parked: &str) -> Answer {
    let kept = Kept::of(parked);
    let page =
        Resume { action: path, fields: kept.fields(), typed: kept.words(), leave: visit.to("/worklist") };
    let frame = app.frame(visit, i18n::t(visit.language, "sign-in-resume-title"));
    let html = app.page("sign_in_resume.html", visit, &frame, page)?;
    Ok(([(header::SET_COOKIE, set_cookie(app, STAFF_COOKIE, secret))], html).into_response())
}

async fn show(State(app): State<App>, visit: Visit, Query(back): Query<Back>) -> Answer {
    page(&app, &visit, &Form::default(), &back.back, Vec::new())
}

async fn sign_in(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let mut reading = form.read(visit.language);
    let email = reading.text("email", "sign-in-email-missing");
    let password = form.get("password").to_owned();
    if password.is_empty() {
        reading.error("password", "sign-in-password-missing");
    }
    let mut errors = reading.errors();
    if errors.is_empty() {
        let outcome = app.work(move |office| office.sign_in(&email, &password)).await?;
        let key = match outcome {
            SignIn::In(secret) if form.has("parked") && is_local(form.get("back")) => {
                return resumed(&app, &visit, &secret, form.get("back"), form.get("parked"));
            }
            SignIn::In(secret) => return Ok(signed_in(&app, &visit, &secret, form.get("back"))),
            SignIn::Wrong => "sign-in-wrong",
            SignIn::Resting => "sign-in-resting",
        };
        errors.push(FieldError { field: "email".to_owned(), text: i18n::t(visit.language, key) });
    }
    page(&app, &visit, &form, form.get("back"), errors)
}

/// The cookie of a sign-in, and on to the page that was wanted; never to another site.
pub fn signed_in(app: &App, visit: &Visit, secret: &str, back: &str) -> Response {
    let to = if is_local(back) { back.to_owned() } else { visit.to("/worklist") };
    ([(header::SET_COOKIE, set_cookie(app, STAFF_COOKIE, secret))], see(to)).into_response()
}

/// Does an address lead to the office's own pages?
fn is_local(back: &str) -> bool {
    back.starts_with('/') && !back.starts_with("//") && !back.contains('\\')
}

/// The name of a cookie as browsers see it: over HTTPS it says that no other site may have set it.
pub fn cookie_name(app: &App, name: &str) -> String {
    let prefix = if app.config.site.public_url.starts_with("https://") { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// A cookie that only the office's own pages send back.
pub fn set_cookie(app: &App, name: &str, value: &str) -> String {
    let secure = if app.config.site.public_url.starts_with("https://") { "; Secure" } else { "" };
    let age = if value.is_empty() { "; Max-Age=0" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_name(app, name))
}

async fn sign_out(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Answer {
    if let Some(secret) = cookie(&headers, STAFF_COOKIE) {
        app.work(move |office| office.sign_out(&secret)).await?;
    }
    let gone = [(header::SET_COOKIE, set_cookie(&app, STAFF_COOKIE, ""))];
    Ok((gone, app::see(visit.to("/sign-in"))).into_response())
}
