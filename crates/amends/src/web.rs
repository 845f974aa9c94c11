//! Pages: every route of the office stands on this page.

pub mod app;
pub mod assets;
pub mod body;
pub mod complainant;
pub mod form;
pub mod kept;
pub mod outside;
pub mod problem;
pub mod public;
pub mod sign_in;
pub mod staff;
pub mod visit;

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    set_header::SetResponseHeaderLayer, timeout::TimeoutLayer,
};

use app::App;
use visit::Visit;

use crate::{
    observe::{health, request},
    office::Fault,
};

/// What a page may load: itself and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// How long a request may take; a large file on a slow line needs minutes.
const PATIENCE: Duration = Duration::from_mins(10);

/// Every route.
pub fn routes(app: App) -> Router {
    let pages = Router::new()
        .merge(sign_in::routes())
        .merge(staff::routes())
        .merge(body::routes())
        .merge(complainant::routes())
        .merge(public::routes());
    let pages = if app.demo { pages.merge(crate::demo::web::routes()) } else { pages };
    let router = Router::new()
        .route("/", get(to_language))
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::is_ready))
        .route("/assets/{name}", get(assets::asset))
        .merge(body::links())
        .merge(complainant::links())
        .nest("/en", pages.clone())
        .nest("/cy", pages);
    router
        .fallback(to_language)
        .layer(DefaultBodyLimit::disable())
        .layer(CsrfLayer::new().with_rejection_response(|_| problem::Problem::Foreign.into_response()))
        .layer(CatchPanicLayer::custom(broke_off))
        .layer(middleware::from_fn_with_state(app.clone(), app::draw_problems))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "same-origin"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
        .layer(CatchPanicLayer::custom(broke_off))
        .layer(middleware::from_fn_with_state(app.clone(), request::watch))
        .with_state(app)
}

fn header(name: header::HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// An address without a language leads to the same one in the reader's; anything else is not there.
async fn to_language(State(app): State<App>, visit: Visit, request: Request) -> Response {
    let path = request.uri().path();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    if matches!(first, "en" | "cy") || request.method() != axum::http::Method::GET {
        return problem::Problem::NotFound.into_response();
    }
    let home = if app.demo { "/demo" } else { "/worklist" };
    let path = if path == "/" { home } else { &visit.path_and_query };
    Redirect::to(&visit.to(path)).into_response()
}

/// A handler broke off: a fault of ours. What the panic says stays out of the answer and the log.
fn broke_off(_: Box<dyn std::any::Any + Send>) -> Response {
    problem::Problem::from(Fault::Broken("a request broke off".to_owned())).into_response()
}
