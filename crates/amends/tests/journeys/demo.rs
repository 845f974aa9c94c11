//! The demonstration: everybody can be, every path leads somewhere, days pass and what is owed is sent once.
#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use std::{collections::BTreeSet, ops::ControlFlow, path::Path};

use amends::{
    demo::{self, Options, guides::GUIDES, travel::travel, world::Size},
    mail::send::{Capture, Transport},
    office::Office,
    web::{self, app::App},
    worker,
};
use amends_core::case::Case;
use amends_store::{
    ledger,
    lists::{self, CaseFilter},
    post::{self, MailState, PostState},
};
use axum::{
    Router,
    body::{Body as Bytes, to_bytes},
    http::{Request, StatusCode, header},
};
use jiff::civil::date;
use tower::ServiceExt as _;

const URL: &str = "http://127.0.0.1:8080";

fn made(size: Size, folder: &Path) -> App {
    let options = Options { size, ..Options::default() };
    demo::make(&options, folder, URL, &mut |_, _| ControlFlow::Continue(())).expect("a demonstration")
}

pub fn small() -> (App, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (made(Size::SMALL, folder.path()), folder)
}

/// Every case there is.
fn cases(office: &Office) -> Vec<Case> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let read = office.db().read(|conn| lists::cases(conn, &CaseFilter::default(), after));
        let (page, next) = read.expect("a page");
        all.extend(page.iter().map(|item| (*office.load(item.row.case).expect("a case").case).clone()));
        match next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

struct Page {
    status: StatusCode,
    to: String,
    cookie: String,
    html: String,
}

async fn ask(router: &Router, request: axum::http::request::Builder, cookie: &str, body: &str) -> Page {
    let request = request
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Bytes::from(body.to_owned()))
        .expect("a request");
    let (parts, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    let said = |name| parts.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
    let html = String::from_utf8(to_bytes(body, usize::MAX).await.expect("a body").to_vec()).expect("text");
    let html = html.replace("&#x2f;", "/");
    let cookie = said(header::SET_COOKIE).split(';').next().unwrap_or_default().to_owned();
    Page { status: parts.status, to: said(header::LOCATION), cookie, html }
}

fn words(page: &Page) -> &str {
    let missing: Vec<_> = page.html.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect();
    assert!(missing.is_empty(), "sentences are missing: {missing:?}");
    &page.html
}

#[tokio::test]
async fn everybody_signs_in_by_a_button_and_the_pages_of_the_demonstration_are_whole() {
    let (app, _folder) = small();
    let router = web::routes(app);
    for language in ["en", "cy"] {
        for path in ["/demo", "/demo/outbox", "/demo/day"] {
            let page = ask(&router, Request::get(format!("/{language}{path}")), "", "").await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            words(&page);
        }
        for guide in &GUIDES {
            let path = format!("/{language}/demo/as/{}", guide.who);
            let shown = ask(&router, Request::get(&path), "", "").await;
            assert_eq!(shown.status, StatusCode::OK, "{path}");
            assert!(shown.cookie.is_empty(), "looking at a card signs nobody in");
            words(&shown);
            for stop in guide.stops {
                let page = ask(&router, Request::post(&path), "", &format!("to={}", stop.key)).await;
                assert_eq!(page.status, StatusCode::SEE_OTHER, "{path} {}", stop.key);
                assert!(!page.cookie.is_empty(), "{path} {}", stop.key);
                assert!(
                    page.to.starts_with(&format!("/{language}/")) && !page.to.contains('{'),
                    "{}",
                    page.to
                );
            }
        }
    }
    assert_eq!(ask(&router, Request::get("/en/demo/as/nobody"), "", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn where_this_is_no_demonstration_nobody_is_signed_in_by_a_button() {
    let (app, _folder) = small();
    let router = web::routes(App { demo: false, ..app });
    let page = ask(&router, Request::post("/en/demo/as/sian"), "", "").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.cookie.is_empty());
}

#[test]
fn r31_chases_of_passing_days_go_once_each_and_stand_in_the_outbox() {
    let (app, _folder) = small();
    let office = &app.office;
    let journey = travel(office, date(2026, 12, 5)).expect("travelled");
    assert!(journey.letters.len() > 3, "two months owe more than {}", journey.letters.len());
    let posts: BTreeSet<_> = journey.letters.iter().map(|letter| letter.post).collect();
    assert_eq!(posts.len(), journey.letters.len());
    for letter in &journey.letters {
        assert!(office.calendar().is_working_day(letter.day), "{}", letter.day);
        let kept = office.db().read(|conn| post::post(conn, letter.post)).expect("in the outbox");
        assert_eq!(kept.address, letter.to);
    }
    for case in cases(office) {
        for one in &case.recommendations {
            let steps: BTreeSet<_> =
                one.chases.iter().map(|chase| (chase.date_version, &chase.step)).collect();
            assert_eq!(steps.len(), one.chases.len(), "{}-{}", case.reference, one.number);
        }
    }
    travel(office, date(2026, 10, 5)).expect("back");
    let again = travel(office, date(2026, 12, 5)).expect("and on again");
    assert_eq!(again.letters, [], "nothing is sent twice");
}

#[tokio::test]
async fn the_day_is_moved_by_a_form_and_the_outbox_shows_what_went_out() {
    let (app, _folder) = small();
    let router = web::routes(app);
    let signed_in = ask(&router, Request::post("/en/demo/as/sian"), "", "").await.cookie;
    let wrong = ask(&router, Request::post("/en/demo/day"), "", "on-day=31&on-month=2&on-year=2027").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&wrong).contains("value=\"31\""), "what was typed is kept");
    let moved =
        ask(&router, Request::post("/en/demo/day"), &signed_in, "on-day=16&on-month=11&on-year=2026").await;
    assert_eq!(moved.to, "/en/demo/day?done=moved");
    let day = ask(&router, Request::get(&moved.to), "", "").await;
    assert!(words(&day).contains("Monday 16 November 2026"));
    let mut paths = day.html.split("href=\"").filter_map(|rest| rest.split('"').next());
    let path = paths.find(|path| path.starts_with("/en/demo/outbox/")).expect("a letter").to_owned();
    let letter = ask(&router, Request::get(&path), "", "").await;
    assert_eq!(letter.status, StatusCode::OK);
    assert!(words(&letter).contains("href=\"/p/"), "the link in it can be followed");
    let page = ask(&router, Request::get(format!("{path}/page")), "", "").await;
    assert_eq!(page.status, StatusCode::OK);
    let still = ask(&router, Request::get("/en/worklist"), &moved.cookie, "").await;
    assert_eq!(still.status, StatusCode::OK, "who was signed in still is");
}

#[tokio::test]
async fn r31_letters_are_handed_over_once_and_one_that_comes_back_does_not_count() {
    let (app, _folder) = small();
    let office = &app.office;
    let journey = travel(office, date(2026, 11, 16)).expect("travelled");
    let capture = Capture::default();
    let transport = Transport::Captured(capture.clone());
    let handed = worker::hand_over(office, &transport, &|| false).await.expect("handed over");
    assert!(handed.accepted >= journey.letters.len(), "{handed:?}");
    assert_eq!(capture.kept().len(), handed.tried());
    assert_eq!(
        worker::hand_over(office, &transport, &|| false).await.expect("again").tried(),
        0,
        "nothing goes twice"
    );
    let chases = |post| move |chase: &amends_core::recommendation::Chase| chase.post == post;
    let chased = cases(office).into_iter().find_map(|case| {
        let letter = journey.letters.iter().find(|letter| {
            case.recommendations.iter().any(|one| one.chases.iter().any(chases(letter.post)))
        })?;
        Some((case, letter.post))
    });
    let (case, id) = chased.expect("a chase");
    let letter = office.db().read(|conn| post::post(conn, id)).expect("a letter");
    assert_eq!(letter.state, PostState::Accepted);
    assert!(letter.frozen.is_some(), "the bytes that went are kept");
    worker::came_back(office, &letter, true).expect("recorded");
    let after = office.load(case.id).expect("a case").case;
    let one = after.recommendations.iter().find(|one| one.chases.iter().any(chases(id))).expect("chased");
    assert!(one.chases.iter().filter(|chase| chase.post == id).all(|chase| chase.undelivered));
    let body = office.bodies(&[one.terms.addressee]).expect("a body");
    assert!(body.iter().any(|body| body.undeliverable));
}

#[test]
fn a_demonstration_is_reached_from_this_computer_alone() {
    let (listener, url) = demo::listen(0).expect("a port");
    let address = listener.local_addr().expect("an address");
    assert!(address.ip().is_loopback());
    assert_eq!(url, format!("http://{address}"));
    assert!(matches!(demo::listen(address.port()), Err(demo::DemoError::Port { .. })), "the port is taken");
}

#[tokio::test]
async fn an_office_without_staff_does_not_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = amends::config::Config::default();
    config.storage.data_dir = folder.path().to_owned();
    let clock = amends::clock::Clock::standing_at(demo::TODAY).expect("a clock");
    let office = Office::open(config.clone(), clock, amends::clock::Chance::seeded(1)).expect("an office");
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let app = amends::serve::app(office, config, false);
    let refused = amends::serve::serve(app, listener, std::future::pending()).await;
    assert!(matches!(refused, Err(amends::serve::ServeError::NoStaff)));
}

#[test]
fn the_whole_history_is_as_large_as_promised_and_the_audit_finds_it_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = made(Size::FULL, folder.path());
    let office = &app.office;
    assert_eq!(office.all_bodies().expect("bodies").len(), 48);
    let cases = cases(office);
    assert_eq!(cases.len(), 640);
    let recommendations: usize = cases.iter().map(|case| case.recommendations.len()).sum();
    assert!((1_800..=2_000).contains(&recommendations), "{recommendations}");
    let (from, to) = (date(2023, 1, 1), demo::TODAY);
    let all = office.db().read(|conn| lists::compliance_by_body(conn, from, to)).expect("figures");
    let (late, on_time): (u64, u64) =
        (all.iter().map(|one| one.late).sum(), all.iter().map(|one| one.on_time).sum());
    let share = late * 100 / (late + on_time);
    assert!((15..=25).contains(&share), "{share} of a hundred late: {late} and {on_time}");
    let held = office.db().read(|conn| post::mail_in(conn, MailState::Held, None, 50)).expect("mail");
    assert_eq!(held.len(), 9, "{held:#?}");
    let report = office.db().read(|conn| ledger::verify(conn, None, Some(office.blobs()), &mut |_| {}));
    let report = report.expect("an audit");
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!(report.cases, 640);
    let fresh = |events: &[amends_core::event::Event]| {
        let case = amends_core::evolve::fold(events.iter()).ok_or_else(|| "no opening".to_owned())?;
        let profile = office.profile(&case.profile).map_err(|error| error.to_string())?;
        Ok(amends_core::index::index(&case, profile, office.calendar()))
    };
    let rebuilt = ledger::rebuild(office.db(), ledger::RebuildMode::Check, &fresh).expect("a comparison");
    assert!(rebuilt.differences.is_empty(), "{:?}", rebuilt.differences);
}
