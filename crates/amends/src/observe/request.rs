//! Each request gets an id, which stands in the answer, in every log line about it, and on the page of a fault; and is
//! told of in one line and counted, by its route and never by its address.

use std::{net::SocketAddr, time::Instant};

use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method},
    middleware::Next,
    response::Response,
};
use tracing::Instrument as _;

use super::figures;
use crate::{config::Proxies, token, web::app::App};

/// The header that carries the id, in and out.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, by which the reader, the log and a proxy name the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub String);

impl RequestId {
    /// The id a handler finds with its request.
    pub fn of(request: &Request) -> String {
        request.extensions().get::<Self>().map(|id| id.0.clone()).unwrap_or_default()
    }
}

/// Gives the request its id, tells of it in one line, and counts it.
pub async fn watch(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = given(&request, &app.config.server.trusted_proxies).unwrap_or_else(|| made(&app));
    let (method, route) = (method(request.method()), route(&request));
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::error_span!("request", %id);
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = began.elapsed();
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, value);
    }
    let status = response.status().as_u16();
    figures::answered(method, &route, status, took);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let _in_it = span.enter();
    if is_asked_by_machines(&route) {
        tracing::debug!(method, route, status, ms, "answered");
    } else {
        tracing::info!(method, route, status, ms, "answered");
    }
    response
}

/// The id a proxy before the office gave, where it is well-formed. A stranger's is not taken: it could be anything.
fn given(request: &Request, proxies: &Proxies) -> Option<String> {
    let ConnectInfo(from) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    if !proxies.has(from.ip()) {
        return None;
    }
    let mut all = request.headers().get_all(HEADER).iter();
    let id = all.next()?.to_str().ok()?;
    let well_formed = (8..=64).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (well_formed && all.next().is_none()).then(|| id.to_owned())
}

fn made(app: &App) -> String {
    app.office.chance().bytes().map(token::request).unwrap_or_default()
}

/// The pattern of the route, the same for both languages. Never the address: it may hold a secret or somebody's words.
fn route(request: &Request) -> String {
    let Some(path) = request.extensions().get::<MatchedPath>() else { return "none".to_owned() };
    match path.as_str().strip_prefix("/en").or_else(|| path.as_str().strip_prefix("/cy")) {
        Some(rest) if rest.starts_with('/') => format!("/{{language}}{rest}"),
        _ => path.as_str().to_owned(),
    }
}

fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        _ => "other",
    }
}

/// Asked so often that a line for each would drown the others.
fn is_asked_by_machines(route: &str) -> bool {
    matches!(route, "/healthz" | "/readyz") || route.starts_with("/assets/")
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn asked(from: &str, ids: &[&str]) -> Option<String> {
        let mut request = Request::new(Body::empty());
        let from: SocketAddr = format!("{from}:1000").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(from));
        for id in ids {
            request.headers_mut().append(HEADER, HeaderValue::from_bytes(id.as_bytes()).unwrap());
        }
        given(&request, &"127.0.0.1".parse().unwrap())
    }

    #[test]
    fn a_proxys_well_formed_id_is_taken_and_no_other() {
        assert_eq!(asked("127.0.0.1", &["ab12-CD34_5"]).as_deref(), Some("ab12-CD34_5"));
        for bad in ["short", "mair@example.org", "a b c d e f g", "ä-ä-ä-ä-ä-ä", &"x".repeat(65)] {
            assert_eq!(asked("127.0.0.1", &[bad]), None, "{bad}");
        }
        assert_eq!(asked("127.0.0.1", &["ab12cd34", "ab12cd35"]), None, "two ids");
        assert_eq!(asked("127.0.0.1", &[]), None);
        assert_eq!(asked("192.0.2.1", &["ab12cd34"]), None, "a stranger's");
    }
}
