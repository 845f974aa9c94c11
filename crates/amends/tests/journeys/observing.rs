//! What can be known of a running office from outside: readiness, ids of requests, figures.

use std::{net::SocketAddr, sync::Arc};

use amends::{
    observe::{figures, health},
    render::Renderer,
    web::{self, app::App},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Request, Response, StatusCode, header},
};
use tower::ServiceExt as _;

use crate::fixture::World;

async fn ask(router: &Router, request: Request<Body>) -> Response<Body> {
    router.clone().oneshot(request).await.expect("an answer")
}

async fn text(answer: Response<Body>) -> String {
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("a request")
}

fn id_of(answer: &Response<Body>) -> String {
    answer.headers()["x-request-id"].to_str().expect("text").to_owned()
}

/// Behind a proxy at an address, which gives its own id.
fn through(from: &str, id: &str) -> Request<Body> {
    let mut request = get("/healthz");
    request.extensions_mut().insert(ConnectInfo(from.parse::<SocketAddr>().expect("an address")));
    request.headers_mut().insert("x-request-id", id.parse().expect("a header"));
    request
}

#[tokio::test]
async fn each_answer_has_an_id_of_its_own_and_a_trusted_proxys_is_taken() {
    let world = World::new();
    let mut config = world.office.config().clone();
    config.server.trusted_proxies = "127.0.0.1".parse().expect("proxies");
    let renderer = Arc::new(Renderer::new(None));
    let app = App {
        office: world.office.clone(),
        renderer,
        config: Arc::new(config),
        staff_options: Arc::default(),
        demo: false,
    };
    let router = web::routes(app);
    let (one, two) = (ask(&router, get("/healthz")).await, ask(&router, get("/nowhere")).await);
    assert_eq!(one.status(), StatusCode::OK);
    assert!(id_of(&one).len() == 13 && id_of(&one) != id_of(&two));
    let given = "0af7651916cd43dd-8448eb211c80319c";
    assert_eq!(id_of(&ask(&router, through("127.0.0.1:1", given)).await), given);
    assert_ne!(id_of(&ask(&router, through("192.0.2.1:1", given)).await), given, "a stranger's");
    assert_ne!(id_of(&ask(&router, through("127.0.0.1:1", "<script>")).await), "<script>");
}

#[tokio::test]
async fn the_page_of_a_fault_shows_the_id_the_answer_carries() {
    let world = World::new();
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("staff")).expect("made");
    std::fs::write(folder.path().join("staff/worklist.html"), "{{ page.nothing.there }}").expect("written");
    let renderer = Arc::new(Renderer::new(Some(folder.path().to_owned())));
    let config = Arc::new(world.office.config().clone());
    let router = web::routes(App {
        office: world.office.clone(),
        renderer,
        config,
        staff_options: Arc::default(),
        demo: false,
    });
    let mut request = get("/en/worklist");
    request.headers_mut().insert(header::COOKIE, world.router().1.parse().expect("a cookie"));
    let answer = ask(&router, request).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let (id, page) = (id_of(&answer), text(answer).await);
    assert!(page.contains(&format!("Reference: {id}")), "{id}: {page}");
}

#[tokio::test]
async fn the_office_is_ready_while_everything_it_needs_is_there() {
    let world = World::in_one_folder();
    let (router, _) = world.router();
    let answer = ask(&router, get("/readyz")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let all = "database answers\ntables current\ndisk room\nfiles there\nmachinery elsewhere\n";
    assert_eq!(text(answer).await, all);

    let files = world.office.config().storage.data_dir.join("files");
    let away = files.with_extension("away");
    std::fs::rename(&files, &away).expect("moved");
    let found = health::checks(&world.office);
    let bad: Vec<_> = found.iter().filter(|check| !check.good).map(|check| (check.of, check.word)).collect();
    assert_eq!(bad, [("files", "missing")]);
    std::fs::rename(&away, &files).expect("moved back");
    world.office.pulse().beat();
    let found = health::checks(&world.office);
    assert!(found.iter().all(|check| check.good), "{found:?}");
    assert_eq!(found.last().map(|check| check.word), Some("at-work"));
}

#[tokio::test]
async fn figures_tell_of_requests_commands_and_what_waits() {
    let kept = figures::keep().is_some();
    assert!(kept, "nothing else keeps figures in this process");
    let world = World::new();
    let case = world.case();
    assert_eq!(world.get(&format!("/en/cases/{}", case.reference)).await.status, StatusCode::OK);
    world.get("/cy/cases/nowhere").await;
    let router = figures::routes(world.office.clone());
    let text = text(ask(&router, get("/metrics")).await).await;
    for line in [
        "amends_request_seconds_count{method=\"GET\",route=\"/{language}/cases/{reference}\",status=\"2xx\"} ",
        "amends_request_seconds_count{method=\"GET\",route=\"/{language}/cases/{reference}\",status=\"4xx\"} ",
        "amends_request_seconds_bucket{",
        "amends_commands_total{command=\"OpenCase\",outcome=\"done\"} ",
        "amends_write_batch_size_bucket{le=\"1\"} ",
        "amends_write_queue 0",
        "amends_outbox_letters{state=\"queued\"} ",
        "amends_outbox_oldest_unsent_seconds 0",
        "amends_inbox_held 0",
        "amends_database_bytes ",
        "amends_disk_room_bytes ",
        "amends_build_info{",
        "process_resident_memory_bytes ",
        "amends_scrape_failed 0",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(!text.contains(&case.reference.to_string()), "{text}");
}
