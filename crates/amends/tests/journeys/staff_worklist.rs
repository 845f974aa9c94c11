//! The work-list: views with counts, the ticked cases given to somebody, and the list as a table.

use amends_core::{actor::StaffRole, command::Command, text::Language};
use axum::http::StatusCode;
use jiff::civil::date;

use super::{
    filling::Filled,
    fixture::{World, whole},
    staff_round::{decided, now, ready},
};

/// The path from which a page's form or link goes on, as a browser reads it.
fn plain(address: &str) -> String {
    address.replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x3d;", "=")
}

#[tokio::test]
async fn each_view_stands_in_a_tab_with_its_count() {
    let world = World::new();
    decided(&world).await;
    world.office.clock().move_to(date(2026, 11, 4));
    let world = world.signed_in();
    let page = world.get("/en/worklist").await;
    for tab in [
        "Needs me today <span class=\"am-tabs__count\">(2)",
        "My recommendations <span class=\"am-tabs__count\">(2)",
        "Due in 14 days <span class=\"am-tabs__count\">(0)",
        "Delivery problems <span class=\"am-tabs__count\">(0)",
    ] {
        assert!(whole(&page).contains(tab), "{tab}: {}", page.html);
    }
    let all = world.get("/cy/worklist?view=all&handler=all").await;
    assert!(!whole(&all).contains("Fy argymhellion"), "everybody's are not mine");
    let delivery = world.get("/en/worklist?view=delivery").await;
    assert!(whole(&delivery).contains("Nothing here"));
}

#[tokio::test]
async fn ticked_cases_are_given_after_a_look_and_what_changed_meanwhile_stays() {
    let world = World::new();
    let (first, second) = (ready(&world), ready(&world));
    let add = |address: &str, name: &str| {
        let role = StaffRole::Caseworker;
        world.office.add_staff(address, name, role, Language::En, None, None).expect("staff").id
    };
    let (gwen, owain) = (add("gwen@office.example", "Gwen Bowen"), add("owain@office.example", "Owain Rees"));
    let list = world.get("/en/worklist?view=all&q=housing").await;
    let form = Filled::of(whole(&list), "/worklist/assign");
    assert!(form.get("back").contains("view=all&q=housing"));
    let nobody = world.post("/en/worklist/assign", &form.sent()).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.html.contains("href=\"#handler\""), "{}", nobody.html);
    let pick = |reference: &str| format!("{reference}@{}", world.sian.id);
    let (one, two, to) = (pick(&first.reference.0), pick(&second.reference.0), gwen.to_string());
    let back = form.get("back").to_owned();
    let ticked = [("back", back.as_str()), ("handler", &to), ("pick", &one), ("pick", &one), ("pick", &two)];
    let looked = world.post("/en/worklist/assign", &ticked).await;
    assert!(whole(&looked).contains("2 cases go to Gwen Bowen"), "{}", looked.html);
    assert_eq!(now(&world, &first).0.handler, world.sian.id, "nothing is done yet");
    // Somebody gives the second to Owain before the button is pressed.
    world.act(second.id, &[Command::AssignHandler { handler: owain }], &[]);
    let confirm = Filled::of(&looked.html, "/worklist/assign").with("confirmed", "yes");
    let done = world.post("/cy/worklist/assign", &confirm.sent()).await;
    assert!(whole(&done).contains("Rhoddwyd 1 achos i Gwen Bowen"), "{}", done.html);
    assert!(done.html.contains("Fe’i rhoddwyd i Owain Rees"), "{}", done.html);
    assert_eq!(now(&world, &first).0.handler, gwen);
    assert_eq!(now(&world, &second).0.handler, owain);
    let mine = format!("{}@{owain}", second.reference);
    let all = [("back", back.as_str()), ("handler", &to), ("pick", &mine), ("confirmed", "yes")];
    let given = world.post("/en/worklist/assign", &all).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER);
    assert!(given.to.starts_with("/en/worklist?view=all&q=housing"), "{}", given.to);
    assert!(whole(&world.get(&given.to).await).contains("The cases were given."));
}

#[tokio::test]
async fn the_table_holds_exactly_the_list_on_the_screen() {
    let world = World::new();
    let case = decided(&world).await;
    ready(&world);
    world.office.clock().move_to(date(2026, 11, 4));
    let world = world.signed_in();
    let page = world.get("/en/worklist?view=needs_me").await;
    let link = page.html.split("href=\"").find(|rest| plain(rest).starts_with("/en/worklist.csv"));
    let link = plain(link.and_then(|rest| rest.split('"').next()).expect("a link to the table"));
    let table = world.get(&link).await;
    let lines: Vec<&str> = table.html.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("Reference,Recommendation,Body,Status,Evidence due on,Days late,"));
    let first = case.reference.recommendation(case.recommendations[0].number);
    assert!(lines[1].starts_with(&first) && lines[1].contains(",2026-11-02,2,Sian Rees,"), "{}", lines[1]);
}

#[tokio::test]
async fn e16_the_calendar_is_in_the_navigation_of_those_who_may_close_the_office() {
    let world = World::new();
    assert!(!whole(&world.get("/en/worklist").await).contains("/calendar"));
    let world = world.in_role(StaffRole::Manager);
    let page = world.get("/cy/worklist").await;
    assert!(plain(whole(&page)).contains("href=\"/cy/calendar\""), "{}", page.html);
}
