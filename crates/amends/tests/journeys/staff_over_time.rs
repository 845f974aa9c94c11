//! Bodies over time and who may see what, as staff, a body and a complainant meet them, without script.

use amends_core::{
    actor::StaffRole,
    case::Case,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, RecommendationNumber},
    recommendation::{Answer, State},
};
use axum::http::StatusCode;
use jiff::ToSpan as _;

use crate::{
    fixture::World,
    visitor::{self, Visitor},
};

/// A decided case with three recommendations to the council and one to the health board.
fn decided(world: &World) -> Case {
    visitor::decided(world).0
}

/// Two such cases.
fn two_decided(world: &World) -> (Case, Case) {
    let cases = [visitor::drafted(world), visitor::drafted(world)];
    let today = world.office.today();
    for case in &cases {
        let answers: Vec<_> = case
            .live()
            .map(|one| Command::AnswerProposal {
                body: one.terms.addressee,
                number: one.number,
                answer: Answer::Agree,
                received_on: today,
                checked_with: None,
            })
            .collect();
        world.act(case.id, &answers, &[]);
    }
    let day = today.checked_add(23.days()).expect("a day");
    assert!(world.office.clock().move_to(day));
    let [one, other] = cases.map(|case| {
        world.act(case.id, &[Command::CloseComments], &[]);
        crate::fixture::issue_by_agreement(world, case.id, day)
    });
    (one, other)
}

/// Something the council sent, with a file.
pub fn sent(world: &World, case: &Case, text: &str) -> (Case, EvidenceId, String) {
    let mut sealer = world.office.sealer();
    let stored = world.office.keep_file("letter.txt", text.as_bytes()).expect("kept");
    let evidence = EvidenceId(sealer.id().expect("an id"));
    let submission = Submission {
        evidence,
        body: world.council,
        targets: vec![Target { number: RecommendationNumber(1), items: Vec::new() }],
        via: Via::Hand,
        received_on: world.office.today(),
        dated_on: None,
        done_on: None,
        statement: None,
        files: vec![FileRef {
            digest: stored.digest,
            name: sealer.words("letter.txt").expect("sealed"),
            media_type: stored.media_type,
            size: stored.size,
        }],
        paid: None,
        language: Some(amends_core::text::Language::En),
    };
    let digest = stored.digest.to_string();
    let after = world.act(case.id, &[Command::ReceiveEvidence(Box::new(submission))], &sealer.into_kept());
    (after, evidence, digest)
}

#[tokio::test]
async fn e13_a_council_merges_and_what_is_open_follows_after_a_look() {
    let world = World::new();
    let case = decided(&world);
    let world = world.in_role(StaffRole::Manager);
    let board = world.health_board.to_string();
    let history = "/en/bodies/ynys-council/history";
    let empty = world.post(history, &[("form", "end"), ("end-how", "merged")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.html.contains("Choose the body it merged into"), "{}", empty.html);
    let form = [
        ("form", "end"),
        ("end-how", "merged"),
        ("end-into", board.as_str()),
        ("end-on-day", "1"),
        ("end-on-month", "9"),
        ("end-on-year", "2026"),
        ("end-shown_by", "Order 2026/1"),
    ];
    let merged = world.post(history, &form).await;
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.html);
    let page = world.get(history).await;
    assert!(page.html.contains("Order 2026") && page.html.contains("Glan Health Board"), "{}", page.html);
    let on_case = world.get(&format!("/en/cases/{}", case.reference)).await;
    assert!(on_case.html.contains("let what is open follow its successor"), "{}", on_case.html);
    let look = world.get(&format!("/en/bodies/ynys-council/follow?successor={board}&concern=function")).await;
    assert!(look.html.contains(&case.reference.0) && look.html.contains("2 letters go"), "{}", look.html);
    assert!(world.office.load(case.id).expect("there").case.followed.is_empty(), "only looked at");
    let none = world.post("/en/bodies/ynys-council/follow", &[("successor", board.as_str())]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("successor", board.as_str()), ("concern", "function"), ("cases", case.reference.0.as_str())];
    let done = world.post("/en/bodies/ynys-council/follow", &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let after = world.office.load(case.id).expect("there").case;
    let one = after.live().next().expect("one");
    assert_eq!((one.terms.addressee, one.taken_over_from), (world.health_board, Some(world.council)));
    for language in ["en", "cy"] {
        let timeline = world.get(&format!("/{language}/cases/{}/timeline", case.reference)).await;
        assert_eq!(timeline.status, StatusCode::OK);
    }
    let pack = world.get(&format!("/en/cases/{}/share-pack", case.reference)).await;
    assert!(pack.html.contains("made to Ynys Council"), "{}", pack.html);
    assert!(!pack.html.contains("Mair"), "no name of the complainant: {}", pack.html);
}

#[tokio::test]
async fn e14_an_old_name_still_finds_a_body_and_letters_of_the_time_keep_it() {
    let world = World::new();
    let case = decided(&world);
    let world = world.in_role(StaffRole::Manager);
    let text_of = || {
        let posts =
            world.office.db().read(|conn| amends_store::post::posts_of_case(conn, case.id)).expect("posts");
        posts.into_iter().map(|post| post.text).collect::<Vec<_>>()
    };
    let before = text_of();
    let form = [
        ("form", "rename"),
        ("rename-name_en", "Ynys and Mon Council"),
        ("rename-name_cy", "Cyngor Ynys a Môn"),
        ("rename-on-day", "1"),
        ("rename-on-month", "9"),
        ("rename-on-year", "2026"),
        ("rename-shown_by", "Minute 12"),
    ];
    let renamed = world.post("/en/bodies/ynys-council/history", &form).await;
    assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{}", renamed.html);
    let found = world.get("/en/bodies?name=ynys%20council").await;
    assert!(found.html.contains("Ynys and Mon Council"), "{}", found.html);
    assert!(!found.html.contains("Glan Health Board"));
    assert_eq!(text_of(), before, "what went out stays as it went out");
    let coordinator = World::new().in_role(StaffRole::Coordinator);
    let denied = coordinator.post("/en/bodies/ynys-council/history", &form).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn e8_evidence_for_another_person_is_set_apart_moved_and_logged() {
    let world = World::new();
    let (case, right) = two_decided(&world);
    let world = world.in_role(StaffRole::Caseworker);
    let (case, evidence, digest) = sent(&world, &case, "Dear Mr B, we apologise.");
    assert_eq!(case.live().next().expect("one").state(), State::EvidenceReceived);
    let page = format!("/en/cases/{}/disclosure", case.reference);
    let id = evidence.to_string();
    let wrong = world.post(&format!("{page}/set-apart"), &[("about", &id)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("Say how you saw that"), "{}", wrong.html);
    let (kind, reason) = (format!("set-apart-{id}-wrong"), format!("set-apart-{id}-reason"));
    let form = [("about", id.as_str()), (kind.as_str(), "complainant"), (reason.as_str(), "It is to Mr B")];
    let done = world.post(&format!("{page}/set-apart"), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let after = world.office.load(case.id).expect("there").case;
    assert_eq!(after.live().next().expect("one").state(), State::Due);
    let (to, number) = (format!("move-{id}-case"), format!("move-{id}-number"));
    let nowhere = [("about", id.as_str()), (to.as_str(), "26-9999"), (number.as_str(), "1")];
    assert_eq!(world.post(&format!("{page}/move"), &nowhere).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("about", id.as_str()), (to.as_str(), right.reference.0.as_str()), (number.as_str(), "1")];
    let moved = world.post(&format!("{page}/move"), &form).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.html);
    let there = world.office.load(right.id).expect("there").case;
    assert_eq!(there.live().next().expect("one").state(), State::EvidenceReceived);
    assert!(world.get(&page).await.html.contains(&right.reference.0));
    let log = world.get("/en/logs").await;
    assert!(log.html.contains("It is to Mr B") && log.html.contains(&case.reference.0), "{}", log.html);
    let mut complainant =
        Visitor::by(&world, &visitor::link(&world, case.id, "/c/", "mair@example.org")).await;
    let file = complainant.get(&format!("/en/my-complaint/files/{digest}")).await;
    assert_eq!(file.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn e9_the_complainant_downloads_what_was_opened_to_them_until_it_is_barred() {
    let world = World::new();
    let (case, _, digest) = sent(&world, &decided(&world), "Dear Mrs Bevan, we apologise.");
    let world = world.in_role(StaffRole::Manager);
    let page = format!("/en/cases/{}/disclosure", case.reference);
    let mut complainant =
        Visitor::by(&world, &visitor::link(&world, case.id, "/c/", "mair@example.org")).await;
    let path = format!("/en/my-complaint/files/{digest}");
    assert_eq!(complainant.get(&path).await.status, StatusCode::NOT_FOUND);
    let (class, reason) = (format!("classify-{digest}-class"), format!("classify-{digest}-reason"));
    let form = [
        ("about", digest.as_str()),
        (class.as_str(), "for_complainant"),
        (reason.as_str(), "It is addressed to her"),
    ];
    let done = world.post(&format!("{page}/classify"), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let shown = complainant.get("/en/my-complaint").await;
    assert!(shown.html.contains(&digest), "{}", shown.html);
    assert_eq!(complainant.get(&path).await.status, StatusCode::OK);
    let (by, notice) = (format!("bar-{digest}-by"), format!("bar-{digest}-notice"));
    let form = [
        ("about", digest.as_str()),
        (by.as_str(), "The Welsh Ministers"),
        (notice.as_str(), "Notice of 3 May"),
    ];
    let barred = world.post(&format!("{page}/bar"), &form).await;
    assert_eq!(barred.status, StatusCode::SEE_OTHER, "{}", barred.html);
    assert_eq!(complainant.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(!complainant.get("/en/my-complaint").await.html.contains(&digest));
    assert!(world.get(&page).await.html.contains("A notice bars this document."));
}

#[tokio::test]
async fn e34_an_urgent_disclosure_is_logged_and_a_caseworker_needs_nobody_for_it() {
    let world = World::new();
    let case = decided(&world);
    let world = world.in_role(StaffRole::Caseworker);
    let page = format!("/cy/cases/{}/disclosure", case.reference);
    let form = [
        ("disclose-ground", "health_or_safety"),
        ("disclose-to", "The duty social worker"),
        ("disclose-what", "A child is at risk tonight"),
    ];
    let done = world.post(&format!("{page}/disclose"), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let log = world.get("/cy/logs").await;
    assert!(log.html.contains("A child is at risk tonight"), "{}", log.html);
    assert!(log.html.contains("PSOW Act 2019 s.69"), "{}", log.html);
    let other = [("disclose-ground", "functions"), form[1], form[2]];
    let refused = world.post(&format!("{page}/disclose"), &other).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn e24_a_body_rests_its_request_on_the_freeze_and_a_manager_decides() {
    let world = World::new();
    let case = decided(&world);
    let world = world.in_role(StaffRole::Caseworker);
    let form = [
        ("form", "freeze"),
        ("frozen-day", "1"),
        ("frozen-month", "9"),
        ("frozen-year", "2026"),
        ("notice", "s.114 notice"),
    ];
    let without = world.post("/en/bodies/ynys-council", &form[..4]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.post("/en/bodies/ynys-council", &form).await.status, StatusCode::SEE_OTHER);
    let review = world.get(&format!("/en/cases/{}/evidence/1", case.reference)).await;
    assert!(review.html.contains("Re-phasing may help"), "{}", review.html);
    let mut body =
        Visitor::by(&world, &visitor::link(&world, case.id, "/p/", "complaints@ynys-council.example")).await;
    let asking = body.get("/en/portal/actions/1/extension").await;
    let (key, of) = (asking.hidden("key"), asking.hidden("for"));
    let form = [
        ("key", key.as_str()),
        ("for", of.as_str()),
        ("reason", "The notice stops this payment"),
        ("until-day", "1"),
        ("until-month", "3"),
        ("until-year", "2027"),
        ("freeze", "yes"),
    ];
    let asked = body.post("/en/portal/actions/1/extension", &form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.html);
    let after = world.office.load(case.id).expect("there").case;
    let request = after.live().next().expect("one").open_extension().expect("open").clone();
    assert!(request.rests_on_freeze);
    let page = world.get(&format!("/en/cases/{}/extensions/1", case.reference)).await;
    assert!(page.html.contains("a manager decides"), "{}", page.html);
}
