//! Pages for everybody, sign-in, and the pages of what went wrong.

use axum::http::{StatusCode, header};

use crate::{
    fixture::World,
    visitor::{Visitor, drafted, in_both, link},
};

#[tokio::test]
async fn the_cookies_set_are_the_cookies_told() {
    let world = World::new();
    let case = drafted(&world);
    let mut visitor = Visitor::of(&world);
    let told = in_both(&mut visitor, "/en/cookies").await.html;
    assert!(told.contains("amends-session") && told.contains("amends-link"));
    let opened = visitor.post(&format!("/en{}", link(&world, case.id, "/p/", "ynys-council")), &[]).await;
    let set = opened.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        set.starts_with("amends-link=") && set.contains("HttpOnly") && set.contains("SameSite=Lax"),
        "{set}"
    );
    for path in ["/en/privacy", "/en/accessibility", "/en/contact", "/en/sign-in", "/en/closed"] {
        let page = in_both(&mut Visitor::of(&world), path).await;
        assert!(page.headers.get(header::SET_COOKIE).is_none(), "{path}");
    }
}

#[tokio::test]
async fn sign_in_says_what_is_missing_and_keeps_the_address() {
    let world = World::new();
    let mut visitor = Visitor::of(&world);
    let wrong = visitor.post("/cy/sign-in", &[("email", "sian@office.example"), ("back", "/cy/cases")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.html.contains("Rhowch eich cyfrinair") && wrong.html.contains("value=\"sian@office.example\"")
    );
    assert_eq!(wrong.hidden("back"), "/cy/cases");
}

#[tokio::test]
async fn a_page_that_is_not_there_says_what_to_do() {
    let world = World::new();
    let mut visitor = Visitor::of(&world);
    for (path, status, words) in [
        ("/en/nowhere", StatusCode::NOT_FOUND, "Page not found"),
        ("/cy/dim-byd", StatusCode::NOT_FOUND, "Heb ddod o hyd"),
        ("/en/portal", StatusCode::GONE, "You need to open your link again"),
        ("/cy/my-complaint", StatusCode::GONE, "Mae angen i chi agor eich dolen eto"),
    ] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert!(page.html.contains(words) && page.html.contains("01632 960123"), "{path}: {}", page.html);
    }
}
