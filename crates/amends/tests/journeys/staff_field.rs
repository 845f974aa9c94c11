//! Who handles a case is chosen from a list in a small office, and named by part of a name in a large one.

use amends_core::{actor::StaffRole, id::StaffId, text::Language};
use axum::http::StatusCode;

use super::{
    filling::Filled,
    fixture::{Answer, World, whole},
    staff_round::{now, ready},
};

fn add(world: &World, address: &str, name: &str) -> StaffId {
    let role = StaffRole::Caseworker;
    world.office.add_staff(address, name, role, Language::En, None, None).expect("staff").id
}

/// An office of so many that a name is typed: two are called Bowen, 31 begin with Rhys.
fn large() -> (World, StaffId) {
    let world = World::new();
    let gwen = add(&world, "gwen@office.example", "Gwên Bowen");
    add(&world, "owain@office.example", "Owain Bowen");
    for number in 1..=31 {
        add(&world, &format!("rhys-{number}@office.example"), &format!("Rhys {number}"));
    }
    (world, gwen)
}

/// A page as a browser reads it.
fn plain(page: &Answer) -> String {
    whole(page).replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x3d;", "=")
}

#[tokio::test]
async fn few_are_a_choice_on_every_page() {
    let world = World::new();
    let case = ready(&world);
    let gwen = add(&world, "gwen@office.example", "Gwen Bowen");
    let option = format!("<option value=\"{gwen}\">Gwen Bowen</option>");
    let case_page = format!("/en/cases/{}", case.reference);
    for (page, times) in
        [("/en/worklist?view=all", 2), ("/en/cases", 1), ("/en/cases/new", 1), (&case_page, 1)]
    {
        let html = plain(&world.get(page).await);
        assert_eq!(html.matches(&option).count(), times, "{page}: {html}");
        assert!(!html.contains("staff-names"), "{page}: {html}");
    }
}

#[tokio::test]
async fn of_many_the_work_list_names_one_and_its_links_keep_them() {
    let (world, gwen) = large();
    let case = ready(&world);
    let list = world.get("/en/worklist?view=all").await;
    let html = plain(&list);
    assert!(!html.contains("Rhys 1") && html.contains("data-names=\"/en/staff-names\""), "{html}");
    let form = Filled::of(whole(&list), "/en/worklist");
    assert_eq!((form.get("handler"), form.get("handler_name")), (world.sian.id.to_string().as_str(), ""));
    for typed in ["gwen", "Bowen+gw", "GWEN@office.example", "Gw%C3%AAn+Bowen"] {
        let page = world.get(&format!("/en/worklist?view=all&handler=all&handler_name={typed}")).await;
        assert_eq!(page.status, StatusCode::OK, "{typed}: {}", page.html);
        let html = plain(&page);
        assert!(!html.contains(&case.reference.0), "hers are none: {html}");
        assert!(html.contains(&format!("/en/worklist?view=needs_me&handler={gwen}\"")), "by her id: {html}");
        assert!(html.contains(&format!("<option value=\"{gwen}\" selected>Gwên Bowen</option>")), "{html}");
        assert_eq!(Filled::of(&page.html, "/en/worklist").get("handler_name"), "", "it stands in the choice");
    }
    for kept in ["all".to_owned(), world.sian.id.to_string()] {
        let html = plain(&world.get(&format!("/en/worklist?view=all&handler={kept}")).await);
        assert!(html.contains(&case.reference.0), "{kept}: {html}");
    }
    let table = world.get("/en/worklist.csv?view=all&handler=all&handler_name=gwen").await;
    assert_eq!(table.html.lines().count(), 1, "{}", table.html);
}

#[tokio::test]
async fn where_several_or_none_have_the_words_the_lists_say_so_and_list_nothing() {
    let (world, _) = large();
    let case = ready(&world);
    for (list, field) in [("/en/worklist?view=all&handler=all", "handler_name"), ("/en/cases?q=", "handler")]
    {
        let several = world.get(&format!("{list}&{field}=bowen")).await;
        assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
        let html = plain(&several);
        assert!(
            !html.contains(&case.reference.0) && html.contains("Nothing is listed until"),
            "{list}: {html}"
        );
        assert!(html.contains("2 members of staff have “bowen” in their name: choose one"), "{html}");
        assert!(
            html.contains(&format!("href=\"#{field}\"")) && html.contains("owain@office.example"),
            "{html}"
        );
        assert_eq!(Filled::of(&several.html, "/en/").get(field), "?bowen", "until one is chosen");
        let another = world.get(&format!("{list}&{field}=%3Fbowen")).await;
        assert_eq!(Filled::of(&another.html, "/en/").get(field), "bowen", "typed again");
        let many = plain(&world.get(&format!("{list}&{field}=rhys")).await);
        assert!(
            many.contains("31 members of staff have “rhys” in their name. Type more of the name."),
            "{many}"
        );
        let none = world.get(&format!("{list}&{field}=Powys")).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            plain(&none).contains("Nobody who handles cases has “Powys” in their name."),
            "{}",
            none.html
        );
        assert_eq!(Filled::of(&none.html, "/en/").get(field), "Powys");
    }
    let welsh = world.get("/cy/cases?handler=Powys").await;
    assert!(plain(&welsh).contains("Nid oes gan neb sy’n ymdrin ag achosion “Powys”"), "{}", welsh.html);
    let table = world.get("/en/worklist.csv?view=all&handler=all&handler_name=bowen").await;
    assert_eq!((table.status, table.html.lines().count()), (StatusCode::OK, 1), "{}", table.html);
}

#[tokio::test]
async fn ticked_cases_go_to_who_is_named_and_stay_ticked_while_it_is_unclear() {
    let (world, gwen) = large();
    let case = ready(&world);
    let list = world.get("/en/worklist?view=all").await;
    let form = Filled::of(whole(&list), "/worklist/assign");
    let pick = format!("{}@{}", case.reference, world.sian.id);
    let form = form.with("pick", &pick).with("handler", "bowen");
    let several = world.post("/en/worklist/assign", &form.sent()).await;
    assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = Filled::of(whole(&several), "/worklist/assign");
    assert_eq!((again.get("pick"), again.get("handler")), (pick.as_str(), "?bowen"));
    let looked = world.post("/en/worklist/assign", &again.with("handler", &gwen.to_string()).sent()).await;
    assert!(plain(&looked).contains("1 case goes to Gwên Bowen"), "{}", looked.html);
    let confirm = Filled::of(&looked.html, "/worklist/assign").with("confirmed", "yes");
    let done = world.post("/en/worklist/assign", &confirm.sent()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    assert_eq!(now(&world, &case).0.handler, gwen);
    let nothing = world.post("/en/worklist/assign", &[("handler", "gwen")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    assert!(plain(&nothing).contains("value=\"Gwên Bowen\""), "who was found stands: {}", nothing.html);
}

#[tokio::test]
async fn a_case_is_opened_and_handed_on_by_part_of_a_name() {
    let (world, gwen) = large();
    let page = world.get("/en/cases/new").await;
    let form = Filled::of(whole(&page), "/cases/new");
    assert_eq!(form.get("handler"), world.sian.name, "its opener, until another is named");
    let form = form
        .with("title", "Delay in repairs")
        .with("body", "Ynys Council")
        .with("received-day", "1")
        .with("received-month", "9")
        .with("received-year", "2026")
        .with("own_initiative", "1")
        .with("handler", "bowen");
    let again = world.post(&form.action, &form.sent()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = Filled::of(whole(&again), "/cases/new");
    assert_eq!((form.get("title"), form.get("handler")), ("Delay in repairs", "?bowen"));
    let form = form.with("handler", "gwen");
    let opened = world.post(&form.action, &form.sent()).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
    let case = world.office.by_reference("26-0001").expect("opened").case;
    assert_eq!(case.handler, gwen);
    let hand = format!("/en/cases/{}/handler", case.reference);
    let none = world.post(&hand, &[("handler", "Powys")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = plain(&none);
    assert!(html.contains("href=\"#handler\"") && html.contains("value=\"Powys\""), "{html}");
    let empty = world.post(&hand, &[("handler", "")]).await;
    assert!(plain(&empty).contains("Choose who is to handle the case"), "{}", empty.html);
    let given = world.post(&hand, &[("handler", "owain")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.html);
    assert_ne!(world.office.by_reference("26-0001").expect("there").case.handler, gwen);
}

#[tokio::test]
async fn names_are_offered_to_those_who_may_read_cases_alone() {
    let (world, _) = large();
    let names = world.get("/cy/staff-names?words=gwen").await;
    assert_eq!(names.html, "[{\"name\":\"Gwên Bowen\",\"by\":\"\"}]");
    assert_eq!(world.get("/en/staff-names").await.html, "[]");
    let many = world.get("/en/staff-names?words=rhys").await;
    assert_eq!(many.html.matches("\"name\"").count(), 20, "{}", many.html);
    let world = world.in_role(StaffRole::Administrator);
    assert_eq!(world.get("/en/staff-names?words=gwen").await.status, StatusCode::FORBIDDEN);
}
