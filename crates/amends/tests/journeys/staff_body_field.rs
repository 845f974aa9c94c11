//! One body among all of the register is named by part of its name, on every page that asks for one.

use amends_core::actor::StaffRole;
use axum::http::StatusCode;

use super::{
    filling::Filled,
    fixture::{Answer, World, whole},
    staff_round::ready,
};

/// A register in which "Ynys" begins a word of two names, and 21 councils share another.
fn world() -> World {
    let world = World::new();
    world.another_council(3, "ynys-fire", "Ynys Fire Authority", "Awdurdod Tân Ynys Môn");
    for number in 1..=21 {
        let (slug, name) = (format!("llan-{number}"), format!("Llan {number} Community"));
        world.another_council(100 + number, &slug, &name, &format!("Cymuned Llan {number}"));
    }
    world
}

/// An address as it stands in a page, as a browser reads it.
fn plain(page: &Answer) -> String {
    whole(page).replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x3d;", "=")
}

#[tokio::test]
async fn a_list_is_narrowed_by_part_of_a_name_in_either_language_by_short_name_and_by_id() {
    let world = world();
    let case = ready(&world);
    let (council, board) = (world.council.to_string(), world.health_board.to_string());
    for list in ["/en/worklist?view=all&handler=all", "/en/cases?q="] {
        for typed in ["council", "CYNGOR+YNYS", "cyngor", "ynys-council", council.as_str()] {
            let page = world.get(&format!("{list}&body={typed}")).await;
            assert_eq!(page.status, StatusCode::OK, "{typed}: {}", page.html);
            let html = plain(&page);
            assert!(html.contains(&case.reference.0), "{list} {typed}: {html}");
            assert!(html.contains("name=\"body\" type=\"text\" value=\"Ynys Council\""), "{typed}: {html}");
        }
        for typed in ["glan", "bwrdd", board.as_str()] {
            let page = world.get(&format!("{list}&body={typed}")).await;
            assert!(page.status == StatusCode::OK && !page.html.contains(&case.reference.0), "{typed}");
        }
    }
    let page = world.get("/cy/worklist?view=all&handler=all&body=council").await;
    let html = plain(&page);
    assert!(html.contains("value=\"Cyngor Ynys\""), "by its name in the page's language: {html}");
    assert!(html.contains(&format!("body={council}")), "from here on by its id: {html}");
    let table = world.get("/en/worklist.csv?view=all&handler=all&body=cyngor").await;
    assert_eq!(table.html.lines().count(), 3, "{}", table.html);
}

#[tokio::test]
async fn where_several_or_none_have_the_words_the_list_says_so_and_lists_nothing() {
    let world = world();
    let case = ready(&world);
    let lists = [
        "/en/worklist?view=all&handler=all",
        "/en/cases?q=",
        "/en/reports/service-improvements?kind=",
        "/en/reports/handling?from=",
    ];
    for list in lists {
        let several = world.get(&format!("{list}&body=ynys")).await;
        assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!several.html.contains(&case.reference.0), "{list}: {}", several.html);
        assert!(several.html.contains("Nothing is listed until"), "{list}: {}", several.html);
        let html = plain(&several);
        assert!(html.contains("2 bodies have “ynys” in their name: choose one"), "{html}");
        assert!(html.contains("Ynys Fire Authority") && html.contains("href=\"#body\""), "{html}");
        assert_eq!(Filled::of(&several.html, "/en/").get("body"), "?ynys", "until one is chosen");
        let another = world.get(&format!("{list}&body=%3Fynys")).await;
        assert_eq!(another.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(Filled::of(&another.html, "/en/").get("body"), "ynys", "typed again");
        let many = world.get(&format!("{list}&body=llan")).await;
        assert!(plain(&many).contains("21 bodies have “llan” in their name. Type more of the name."));
        let none = world.get(&format!("{list}&body=Powys")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!none.html.contains(&case.reference.0), "{list}: {}", none.html);
        assert!(plain(&none).contains("No body has “Powys” in its name."), "{}", none.html);
    }
    let welsh = world.get("/cy/cases?body=Powys").await;
    assert!(plain(&welsh).contains("Nid oes gan unrhyw gorff “Powys” yn ei enw."), "{}", welsh.html);
    for file in ["worklist.csv?view=all&handler=all", "reports/handling.csv?from="] {
        let table = world.get(&format!("/en/{file}&body=ynys")).await;
        assert_eq!((table.status, table.html.lines().count()), (StatusCode::OK, 1), "{}", table.html);
    }
}

/// The form of a new case, filled but for its body.
async fn new_case(world: &World) -> Filled {
    let page = world.get("/en/cases/new").await;
    assert!(!page.html.contains("Glan Health Board"), "the register is not on the page");
    Filled::of(whole(&page), "/cases/new")
        .with("title", "Delay in repairs")
        .with("received-day", "1")
        .with("received-month", "9")
        .with("received-year", "2026")
        .with("own_initiative", "1")
}

#[tokio::test]
async fn a_case_is_opened_by_part_of_a_name_and_by_a_choice_where_several_have_it() {
    let world = world();
    let form = new_case(&world).await.with("body", "ynys").with("second_body", "Bwrdd");
    let again = world.post(&form.action, &form.sent()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&again).contains("2 bodies have “ynys” in their name"), "{}", again.html);
    let chosen = Filled::of(&again.html, "/cases/new");
    assert_eq!(
        (chosen.get("title"), chosen.get("received-day")),
        ("Delay in repairs", "1"),
        "what was typed stands"
    );
    assert_eq!(chosen.get("second_body"), "Glan Health Board", "found, and by its name");
    assert!(world.office.by_reference("26-0001").is_err(), "nothing is recorded");
    let unchosen = world.post(&chosen.action, &chosen.sent()).await;
    assert_eq!(unchosen.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody was chosen");
    let fire = chosen.with("body", &format!("{}", uuid::Uuid::from_u128(3)));
    let opened = world.post(&fire.action, &fire.sent()).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
    let case = world.office.by_reference("26-0001").expect("opened").case;
    assert_eq!(case.bodies[1], world.health_board);
    assert_eq!(case.bodies[0].to_string(), uuid::Uuid::from_u128(3).to_string());
}

#[tokio::test]
async fn a_case_is_not_opened_about_a_body_nobody_knows() {
    let world = world();
    for (field, typed) in [("body", "Powys"), ("second_body", "ynys")] {
        let form = new_case(&world).await.with("body", "glan").with(field, typed);
        let again = world.post(&form.action, &form.sent()).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(again.html.contains(&format!("href=\"#{field}\"")), "{}", again.html);
        assert_eq!(Filled::of(&again.html, "/cases/new").get("title"), "Delay in repairs");
    }
    let form = new_case(&world).await;
    let empty = world.post(&form.action, &form.sent()).await;
    assert!(plain(&empty).contains("the body complained about"), "{}", empty.html);
    assert!(world.office.by_reference("26-0001").is_err(), "nothing is recorded");
}

#[tokio::test]
async fn a_body_is_added_to_a_case_by_part_of_its_name_and_the_one_there_is_known_to_be_there() {
    let world = world();
    let case = ready(&world);
    let page = format!("/en/cases/{}", case.reference);
    let add = format!("{page}/bodies");
    let none = world.post(&add, &[("body", "Powys")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(plain(&none).contains("value=\"Powys\""), "{}", none.html);
    let there = world.post(&add, &[("body", "Ynys Council")]).await;
    assert_eq!(there.status, StatusCode::UNPROCESSABLE_ENTITY, "it is there already");
    // Of the two with the word, one is at the case.
    let added = world.post(&add, &[("body", "ynys")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.html);
    assert!(world.get(&page).await.html.contains("Ynys Fire Authority"));
}

#[tokio::test]
async fn chases_to_a_body_are_stopped_and_a_body_merged_by_part_of_a_name() {
    let world = world().in_role(StaffRole::Manager);
    let fields = [("stop-body-body", "ynys"), ("stop-body-reason", "Talks.")];
    let several = world.post("/en/chases/stop-body", &fields).await;
    assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = plain(&several);
    assert!(html.contains("href=\"#stop-body-body\"") && html.contains("Talks.</textarea>"), "{html}");
    let stopped = world.post("/en/chases/stop-body", &[("stop-body-body", "bwrdd iech"), fields[1]]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.html);
    let board = world.office.body_by_slug("glan-board").expect("there").body;
    assert!(board.chases_stopped);
    let end = |into| {
        [
            ("form", "end"),
            ("end-how", "merged"),
            ("end-into", into),
            ("end-on", "2026-09-01"),
            ("end-shown_by", "Order 2026/1"),
        ]
    };
    let history = "/en/bodies/ynys-council/history";
    let many = world.post(history, &end("llan")).await;
    assert!(plain(&many).contains("Type more of the name"), "{}", many.html);
    assert!(many.html.contains("Order 2026"), "{}", many.html);
    let merged = world.post(history, &end("tan")).await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.html);
    let ynys = world.office.body_by_slug("ynys-council").expect("there").body;
    assert_eq!(ynys.merged_into.map(|into| into.0), Some(uuid::Uuid::from_u128(3)));
}

#[tokio::test]
async fn each_recommendation_taken_in_names_its_body_by_part_of_its_name() {
    let world = world();
    let text = "I recommend that the Council should:\n\n(a) apologise in writing to Mrs A for the delay;\n\
        (b) revise its policy on repairs.\n";
    let page = world.post("/en/cases/import", &[("text", text)]).await;
    assert!(!page.html.contains("Glan Health Board"), "the register is not on the page");
    let filled = Filled::of(whole(&page), "/cases/import/take")
        .with("title", "Delay")
        .with("body", "Ynys Council")
        .with("body-1", "ynys")
        .with("body-2", "bwrdd")
        .with("all-due", "none")
        .with("received-day", "1")
        .with("received-month", "9")
        .with("received-year", "2026")
        .with("own_initiative", "1");
    let again = world.post(&filled.action, &filled.sent()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.html.contains("href=\"#body-1\"") && !again.html.contains("href=\"#body-2\""));
    let form = Filled::of(&again.html, "/take");
    assert_eq!((form.get("body-2"), form.get("title")), ("Glan Health Board", "Delay"));
    let unchosen = world.post(&form.action, &form.sent()).await;
    assert_eq!(unchosen.status, StatusCode::UNPROCESSABLE_ENTITY, "no choice is not the body of the case");
    let form = form.with("body-1", "");
    let taken = world.post(&form.action, &form.sent()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let case = world.office.by_reference("26-0001").expect("opened").case;
    let bodies: Vec<_> = case.recommendations.iter().map(|one| one.terms.addressee).collect();
    assert_eq!(bodies, [world.council, world.health_board]);
}

#[tokio::test]
async fn names_are_offered_to_staff_alone_twenty_at_most() {
    let world = world();
    let names = world.get("/cy/body-names?words=mon").await;
    assert_eq!(names.html, "[{\"name\":\"Awdurdod Tân Ynys Môn\",\"by\":\"\"}]");
    let names = world.get("/en/body-names?words=mon").await;
    assert_eq!(names.html, "[{\"name\":\"Ynys Fire Authority\",\"by\":\"Awdurdod Tân Ynys Môn\"}]");
    assert_eq!(world.get("/en/body-names").await.html, "[]");
    let many = world.get("/en/body-names?words=llan").await;
    assert_eq!(many.html.matches("\"name\"").count(), 20, "{}", many.html);
    let world = world.in_role(StaffRole::Administrator);
    let refused = world.get("/en/body-names?words=mon").await;
    assert_eq!(refused.status, world.get("/en/bodies").await.status, "as the page of the bodies");
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.html);
}
