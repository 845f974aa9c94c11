//! Staff search everything the office holds, and find what they may find.

use amends_core::{
    actor::StaffRole,
    command::Command,
    disclosure::{Quarantine, Wrong},
};
use amends_store::{ledger::RebuildMode, search::Kind};
use axum::http::StatusCode;

use crate::{
    fixture::{World, whole},
    staff_over_time::sent,
    visitor,
};

const MINUTES: &str =
    "The cabinet agreed the new procedure. Cytunodd y cabinet ar y weithdrefn newydd yn Nhŷ Gwyn.";

fn found(world: &World, role: StaffRole, typed: &str) -> Vec<Kind> {
    let (hits, _) = world.office.search(role, typed, None, None, 20).expect("searched");
    hits.into_iter().map(|hit| hit.kind).collect()
}

/// What a page says, with its strokes as they are typed.
async fn said(world: &World, path: &str) -> String {
    world.get(path).await.html.replace("&#x2f;", "/")
}

fn read(world: &World) {
    world.office.read_for_search(1_000).expect("read");
}

#[tokio::test]
async fn words_of_a_case_are_found_as_soon_as_it_is_opened_in_both_languages() {
    let world = World::new();
    let case = world.case();
    for lang in ["en", "cy"] {
        let page = said(&world, &format!("/{lang}/search?q=register+housing")).await;
        assert!(page.contains(&format!("/{lang}/cases/{}\"", case.reference)), "{page}");
        whole(&world.get(&format!("/{lang}/search?q=register+housing")).await);
        whole(&world.get(&format!("/{lang}/search")).await);
    }
    let straight = world.get(&format!("/en/search?q={}", case.reference)).await;
    assert_eq!(
        (straight.status, straight.to),
        (StatusCode::SEE_OTHER, format!("/en/cases/{}", case.reference))
    );
    let bodies = said(&world, "/en/search?q=glan").await;
    assert!(bodies.contains("/en/bodies/glan-board"), "{bodies}");
    let none = world.get("/en/search?q=drainage").await;
    assert!(none.html.contains("Nothing was found for “drainage”"), "{}", none.html);
}

#[tokio::test]
async fn evidence_is_found_by_a_phrase_once_the_machinery_has_read_it() {
    let mut world = World::new();
    let (case, _) = visitor::decided(&world);
    world.sign_in_again();
    sent(&world, &case, MINUTES);
    assert_eq!(found(&world, StaffRole::Caseworker, "\"agreed the new procedure\""), []);
    read(&world);
    assert_eq!(found(&world, StaffRole::Caseworker, "\"agreed the new procedure\""), [Kind::Evidence]);
    assert_eq!(found(&world, StaffRole::Caseworker, "\"nhy gwyn\""), [Kind::Evidence]);
    let page = said(&world, "/en/search?q=cabinet&kind=evidence").await;
    assert!(page.contains("<mark>cabinet</mark>"), "{page}");
    assert!(page.contains(&format!("/en/cases/{}/evidence", case.reference)), "{page}");
    assert!(world.get("/en/search?q=cabinet&kind=mail").await.html.contains("Nothing was found"));
    // Nothing is left to read, and reading everything anew finds the same.
    assert_eq!(world.office.read_for_search(1_000).expect("read"), 0);
    assert!(world.office.make_lists_anew(RebuildMode::Rewrite).expect("made"), "the numbers were right");
    assert_eq!(found(&world, StaffRole::Caseworker, "cabinet"), [Kind::Evidence]);
}

#[tokio::test]
async fn e8_what_was_set_apart_is_found_by_those_who_answer_for_it_alone() {
    let mut world = World::new();
    let (case, _) = visitor::decided(&world);
    world.sign_in_again();
    let (_, evidence, _) = sent(&world, &case, MINUTES);
    read(&world);
    let mut sealer = world.office.sealer();
    let reason = sealer.words("It is about somebody else").expect("sealed");
    let command = Command::QuarantineEvidence(Quarantine { evidence, wrong: Wrong::Complainant, reason });
    world.act(case.id, &[command], &sealer.into_kept());
    for when in ["at once", "when it was read again"] {
        assert_eq!(found(&world, StaffRole::Caseworker, "cabinet"), [], "{when}");
        assert_eq!(found(&world, StaffRole::Coordinator, "cabinet"), [], "{when}");
        assert_eq!(found(&world, StaffRole::Manager, "cabinet"), [Kind::Evidence], "{when}");
        assert_eq!(found(&world, StaffRole::Administrator, "cabinet"), [], "{when}");
        read(&world);
    }
    let page = world.get("/en/search?q=cabinet").await;
    assert!(page.html.contains("Nothing was found"), "{}", page.html);
    let world = world.in_role(StaffRole::Manager);
    let page = said(&world, "/en/search?q=cabinet").await;
    assert!(page.contains(&format!("/en/cases/{}/disclosure", case.reference)), "{page}");
    assert!(page.contains("set apart"), "{page}");
    let world = world.in_role(StaffRole::Administrator);
    assert_eq!(world.get("/en/search?q=cabinet").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn mail_is_found_and_leads_to_the_message() {
    let world = World::new();
    let raw = "From: Gwen <gwen@example.org>\r\nTo: office@office.example\r\nSubject: Still cold\r\n\
               Date: Mon, 5 Oct 2026 09:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\n\
               The radiators are cold again.\r\n";
    let taken = world.office.take_in(raw.as_bytes()).expect("taken in");
    read(&world);
    let page = said(&world, "/en/search?q=radiators").await;
    assert!(page.contains(&format!("/en/inbox/{}", taken.mail)), "{page}");
    let inbox = said(&world, "/en/inbox").await;
    assert!(inbox.contains("(1)") && inbox.contains("Still cold"), "{inbox}");
}
