//! Bodies are known, and mail that a person must place is placed.

use amends_core::{actor::StaffRole, id::MailId};
use amends_store::post::{self, MailState, NewMail};
use axum::http::StatusCode;

use crate::fixture::World;

#[tokio::test]
async fn r43_a_spending_freeze_is_recorded_and_warned_of_where_recommendations_are_written() {
    let world = World::new();
    let case = world.case();
    let form = [
        ("form", "freeze"),
        ("frozen-day", "1"),
        ("frozen-month", "9"),
        ("frozen-year", "2026"),
        ("notice", "s.114"),
    ];
    let kept = world.post("/en/bodies/ynys-council", &form).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.html);
    let page = world.get("/en/bodies/ynys-council").await;
    assert!(page.html.contains("Has frozen its spending since 1 September 2026"), "{}", page.html);
    let writing = world.get(&format!("/en/cases/{}/recommendations/new", case.reference)).await;
    let warning = &world.office.own_profile().expect("a profile").spending_freeze.en;
    let first: String = warning.split(['\'', '’', '"', '&']).next().unwrap_or_default().to_owned();
    assert!(writing.html.contains(&first), "{}", writing.html);
}

#[tokio::test]
async fn e14_link_officers_are_added_and_taken_away_and_a_coordinator_stops_no_chases() {
    let world = World::new();
    let form = [
        ("form", "contact"),
        ("role", "link_officer"),
        ("name", "Nia Hughes"),
        ("address", "Nia@ynys.example"),
        ("language", "cy"),
    ];
    assert_eq!(world.post("/en/bodies/ynys-council", &form).await.status, StatusCode::SEE_OTHER);
    let page = world.get("/en/bodies/ynys-council").await;
    assert!(page.html.contains("Nia Hughes") && page.html.contains("nia@ynys.example"), "{}", page.html);
    let third = [&form[..3], &[("address", "third@ynys.example"), ("language", "cy")]].concat();
    let full = world.post("/en/bodies/ynys-council", &third).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        full.html.contains("has 2 link officers already") && full.html.contains("Nia Hughes"),
        "{}",
        full.html
    );
    let gone = [("form", "remove"), ("address", "nia@ynys.example")];
    world.post("/en/bodies/ynys-council", &gone).await;
    assert!(!world.get("/en/bodies/ynys-council").await.html.contains("Nia Hughes"));
    let bad = world.post("/en/bodies/ynys-council", &[("form", "contact"), ("name", "Nia")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let world = world.in_role(StaffRole::Coordinator);
    assert_eq!(
        world.post("/en/bodies/ynys-council", &[("form", "stop")]).await.status,
        StatusCode::FORBIDDEN
    );
}

fn mail(world: &World) -> MailId {
    let raw = b"From: complaints@ynys-council.example\r\nTo: caseinfo@office.example\r\nSubject: Your ref 26-0001\r\n\
        Date: Fri, 2 Oct 2026 10:00:00 +0100\r\n\r\nWe have apologised.\r\n";
    let office = &world.office;
    let stored = office.keep_file("mail.eml", raw).expect("kept");
    let (id, at) = (MailId(office.fresh_id().expect("an id")), office.clock().now());
    let new = NewMail {
        mail: id,
        raw: stored.digest,
        received_at: at,
        message_id: None,
        sender: "complaints@ynys-council.example".to_owned(),
        subject: "Your ref 26-0001".to_owned(),
    };
    office
        .db()
        .write(move |tx| {
            post::receive(tx, &new)?;
            post::hold(tx, id, "held-reference-only", None, at)
        })
        .expect("held");
    id
}

#[tokio::test]
async fn r29_held_mail_says_why_and_is_filed_by_hand_or_set_aside() {
    let world = World::new();
    let case = world.case();
    let id = mail(&world);
    let list = world.get("/en/inbox").await;
    assert!(list.html.contains("Your ref 26-0001") && list.html.contains("Ynys Council"), "{}", list.html);
    assert!(list.html.contains("Anybody can guess a reference."));
    let page = world.get(&format!("/en/inbox/{id}")).await;
    assert!(
        page.html.contains("We have apologised.") && page.html.contains("?case=26-0001"),
        "{}",
        page.html
    );
    let wrong = world.post(&format!("/en/inbox/{id}"), &[("case", "26-9999")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let filed = world.post(&format!("/en/inbox/{id}"), &[("case", &case.reference.0)]).await;
    assert_eq!(filed.to, "/en/inbox?done=mail-filed", "{}", filed.html);
    let kept = world.office.db().read(|conn| post::mail(conn, id)).expect("there");
    assert_eq!((kept.state, kept.case), (MailState::Filed, Some(case.id)));
    let aside = world.post(&format!("/en/inbox/{id}"), &[("act", "aside")]).await;
    assert_eq!(aside.to, "/en/inbox?done=mail-set-aside");
}

#[tokio::test]
async fn the_register_has_pages_of_a_hundred_and_is_searched_by_name() {
    let world = World::new();
    for number in 1..=230 {
        let (slug, name) = (format!("llan-{number}"), format!("Llan {number:03}"));
        world.another_council(1_000 + number, &slug, &name, &format!("Plwyf {number:03}"));
    }
    for (first, of_all) in [("/en/bodies", 232), ("/cy/bodies", 232), ("/en/bodies?name=plwyf", 230)] {
        let (mut path, mut seen, mut pages) = (first.to_owned(), std::collections::BTreeSet::new(), 0);
        loop {
            let page = world.get(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            let html = page.html.replace("&#x2f;", "/").replace("&#x3d;", "=").replace("&amp;", "&");
            let rows = html.split("class=\"govuk-link am-row-title\" href=\"").skip(1);
            let on_page: Vec<&str> = rows.filter_map(|rest| rest.split('"').next()).collect();
            assert!(on_page.len() <= 100, "{path}: {}", on_page.len());
            let fresh = on_page.iter().filter(|body| seen.insert((**body).to_owned())).count();
            assert_eq!(fresh, on_page.len(), "{path}: none twice");
            pages += 1;
            let Some((before, _)) = html.split_once("\" rel=\"next\"") else { break };
            path = before.rsplit_once("href=\"").map(|(_, path)| path.to_owned()).expect("an address");
        }
        assert_eq!((seen.len(), pages), (of_all, 3), "{first}");
    }
    let none = world.get("/en/bodies?name=Powys").await;
    assert!(none.html.contains("No body has or had “Powys” in its name."), "{}", none.html);
    assert!(none.html.contains("value=\"Powys\""), "{}", none.html);
    let welsh = world.get("/cy/bodies?name=Powys").await;
    assert!(welsh.html.contains("Nid oes gan yr un corff “Powys” yn ei enw"), "{}", welsh.html);
    assert_eq!(world.get("/en/bodies?after=nonsense").await.status, StatusCode::OK);
}
