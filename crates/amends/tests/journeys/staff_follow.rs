//! From the evidence to the closed matter through the pages, without script: R26–R33 and what goes with them.

use amends_core::{
    actor::StaffRole,
    case::Case,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, RecommendationNumber},
    money::Pence,
    recommendation::{ItemNumber, State},
};
use axum::http::StatusCode;
use jiff::civil::date;

use super::{
    fixture::{World, whole},
    staff_round::{base, confirm, decided, errors, now},
};

/// Evidence with one file of plain text, as the body's page would send it.
pub fn send_file(world: &World, case: &Case, number: u16, text: &str, paid: Option<Pence>) -> EvidenceId {
    let file = world.office.keep_file("letter.txt", text.as_bytes()).expect("kept");
    let mut sealer = world.office.sealer();
    let evidence = EvidenceId(sealer.id().expect("an id"));
    let submission = Submission {
        evidence,
        body: world.council,
        targets: vec![Target { number: RecommendationNumber(number), items: vec![ItemNumber(1)] }],
        via: Via::Hand,
        received_on: world.office.today(),
        dated_on: None,
        done_on: None,
        statement: None,
        files: vec![FileRef {
            digest: file.digest,
            name: sealer.words(&file.name).expect("sealed"),
            media_type: file.media_type,
            size: file.size,
        }],
        paid,
        language: None,
    };
    world.act(case.id, &[Command::ReceiveEvidence(Box::new(submission))], &sealer.into_kept());
    evidence
}

#[tokio::test]
async fn r33_evidence_is_read_checked_item_by_item_and_judged_met() {
    let world = World::new();
    let case = decided(&world).await;
    world.office.clock().move_to(date(2026, 10, 20));
    // A fortnight later nobody is signed in any more.
    let world = world.in_role(StaffRole::Caseworker);
    let evidence = send_file(&world, &case, 1, "Annwyl Mrs A, <b>ymddiheurwn</b>.", None).to_string();
    let path = format!("{}/evidence/1", base(&case));
    let page = world.get(&path).await;
    assert!(whole(&page).contains("Annwyl Mrs A, &lt;b&gt;ymddiheurwn"), "the text is shown, and as text");
    let (_, seq) = now(&world, &case);
    let item = [
        ("seq", seq.as_str()),
        ("items", "1"),
        ("item-1-shown", "shown"),
        ("item-1-evidence", evidence.as_str()),
        ("item-1-comment", "whole letter"),
    ];
    let saved = world.post(&format!("{path}/items"), &item).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", errors(&saved.html));
    let (_, seq) = now(&world, &case);
    let fields =
        [("seq", seq.as_str()), ("judge-decision", "met"), ("judge-satisfied_by", evidence.as_str())];
    confirm(&world, &format!("{path}/judge"), &fields).await;
    let (case, _) = now(&world, &case);
    assert_eq!(case.recommendation(RecommendationNumber(1)).expect("there").state(), State::MetOnTime);
    let page = world.get(&path).await;
    assert!(whole(&page).contains("Complied with"), "the office's own word for the outcome is shown");
}

/// The form of a review in which the one item is shown and the recommendation judged met.
fn judged_met<'a>(evidence: &'a str, paid: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("items", "1"),
        ("item-1-shown", "shown"),
        ("item-1-evidence", evidence),
        ("judge-decision", "met"),
        ("judge-satisfied_by", evidence),
        ("judge-paid", paid),
    ]
}

#[tokio::test]
async fn e05_less_than_the_sum_is_refused_and_the_rest_closes_the_matter_with_letters_to_both() {
    let world = World::new();
    let case = decided(&world).await;
    let letter = send_file(&world, &case, 1, "Dear Mrs A", None).to_string();
    let record = send_file(&world, &case, 2, "Paid to Mrs A", Some(Pence(30_000))).to_string();
    let first = judged_met(&letter, "");
    confirm(&world, &format!("{}/evidence/1/judge", base(&case)), &first).await;
    let refused = world.post(&format!("{}/evidence/2/judge", base(&case)), &judged_met(&record, "300")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&refused).contains("£200"), "the shortfall is named: {}", errors(&refused.html));
    let full = judged_met(&record, "500");
    let (looked, _) = confirm(&world, &format!("{}/evidence/2/judge", base(&case)), &full).await;
    assert!(looked.html.contains("mair@example.org"), "the closing letters are shown before they go");
    let (case, _) = now(&world, &case);
    assert_eq!(case.compliance_closed.map(|(outcome, _)| outcome.code()), Some("complete"));
}

#[tokio::test]
async fn r26_a_statement_by_post_is_entered_and_never_satisfies() {
    let world = World::new();
    let case = decided(&world).await;
    let (_, seq) = now(&world, &case);
    let fields = [
        ("seq", seq.as_str()),
        ("enter-numbers", "1"),
        ("enter-received_on-day", "5"),
        ("enter-received_on-month", "10"),
        ("enter-received_on-year", "2026"),
        ("enter-statement", "We have apologised."),
    ];
    let entered = world.post(&format!("{}/evidence", base(&case)), &fields).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", errors(&entered.html));
    let page = world.get(&format!("{}/evidence/1", base(&case))).await;
    assert!(whole(&page).contains("It is not enough simply to say so"));
    let (case, _) = now(&world, &case);
    let one = case.recommendation(RecommendationNumber(1)).expect("there");
    assert_eq!(one.state(), State::FurtherEvidenceRequested);
}

#[tokio::test]
async fn r30_a_later_date_is_asked_by_telephone_and_granted_after_a_look() {
    let world = World::new();
    let case = decided(&world).await;
    let path = format!("{}/extensions/1", base(&case));
    let (_, seq) = now(&world, &case);
    let fields = [
        ("seq", seq.as_str()),
        ("request-asked_on-day", "5"),
        ("request-asked_on-month", "10"),
        ("request-asked_on-year", "2026"),
        ("request-until-day", "16"),
        ("request-until-month", "11"),
        ("request-until-year", "2026"),
        ("request-reason", "The director is away."),
    ];
    let asked = world.post(&format!("{path}/request"), &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", errors(&asked.html));
    let (held, seq) = now(&world, &case);
    let one = held.recommendation(RecommendationNumber(1)).expect("there");
    let id = one.open_extension().expect("open").extension.to_string();
    assert!(whole(&world.get(&path).await).contains("14 days later"));
    let fields = [
        ("seq", seq.as_str()),
        ("decide-extension", id.as_str()),
        ("decide-how", "agree"),
        ("decide-reason", "A good reason, asked in time."),
        ("decide-in_writing", "yes"),
    ];
    let (looked, _) = confirm(&world, &format!("{path}/decide"), &fields).await;
    assert!(looked.html.contains("Monday 16 November 2026"));
    let (case, _) = now(&world, &case);
    let one = case.recommendation(RecommendationNumber(1)).expect("there");
    assert_eq!(
        (one.original_due_on(), one.evidence_due_on()),
        (Some(date(2026, 11, 2)), Some(date(2026, 11, 16)))
    );
}

#[tokio::test]
async fn r31_any_day_can_be_looked_at_and_one_message_goes_to_each_body() {
    let world = World::new();
    let case = decided(&world).await;
    let page = world.get("/en/chases?on=2026-11-03").await;
    assert!(whole(&page).contains("1 message would go"), "the first chase of psow goes a working day after");
    assert!(page.html.contains(&format!("{}-1", case.reference)) && page.html.contains("First chase"));
    world.office.clock().move_to(date(2026, 11, 3));
    let world = world.in_role(StaffRole::Manager);
    let stopped = world.post("/en/chases/stop", &[("stop-reason", "The post is on strike")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    let page = world.get("/en/chases?on=2026-11-03").await;
    assert!(whole(&page).contains("The post is on strike") && page.html.contains("Nothing would go"));
    world.post("/en/chases/resume", &[]).await;
    let paid = world.post("/en/chases/pay", &[]).await;
    assert_eq!(paid.to, "/en/chases?done=chases-paid");
    let again = world.post("/en/chases/pay", &[]).await;
    assert_eq!(again.to, "/en/chases?done=chases-none-owed", "what went is not owed again");
    assert!(whole(&world.get("/en/chases").await).contains("On its way"));
}

#[tokio::test]
async fn r31_a_caseworker_does_not_stop_the_whole_office() {
    let world = World::new();
    let refused = world.post("/en/chases/stop", &[("stop-reason", "I say so")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let empty =
        world.post("/en/chases/stop-case", &[("case-reference", "99-0001"), ("case-reason", "x")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&empty).contains("99-0001"));
}

#[tokio::test]
async fn e16_what_a_closure_would_move_is_shown_before_anything_moves() {
    let world = World::new().in_role(StaffRole::Manager);
    let case = decided(&world).await;
    let fields = [
        ("day-day", "14"),
        ("day-month", "10"),
        ("day-year", "2026"),
        ("why_en", "Office move"),
        ("why_cy", "Symud swyddfa"),
    ];
    let looked = world.post("/en/calendar", &fields).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    assert!(whole(&looked).contains("2 dates would move"));
    let due =
        |case: &Case| case.recommendation(RecommendationNumber(1)).and_then(|one| one.evidence_due_on());
    assert_eq!(due(&now(&world, &case).0), Some(date(2026, 11, 2)), "looking moves nothing");
    let mut again = fields.to_vec();
    again.push(("confirmed", "yes"));
    let closed = world.post("/en/calendar", &again).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", errors(&closed.html));
    let (case, _) = now(&world, &case);
    let one = case.recommendation(RecommendationNumber(1)).expect("there");
    assert_eq!(
        (one.original_due_on(), one.evidence_due_on()),
        (Some(date(2026, 11, 2)), Some(date(2026, 11, 3)))
    );
    assert!(whole(&world.get("/cy/calendar").await).contains("Symud swyddfa"));
}

#[tokio::test]
async fn e08_a_file_is_handed_out_for_downloading_only_and_only_on_its_case() {
    let world = World::new();
    let case = decided(&world).await;
    send_file(&world, &case, 1, "Dear Mrs A", None);
    let (case, _) = now(&world, &case);
    let digest = case.evidence[0].submission.files[0].digest;
    let file = world.get(&format!("{}/files/{digest}", base(&case))).await;
    assert_eq!((file.status, file.html.as_str()), (StatusCode::OK, "Dear Mrs A"));
    let other = world.case();
    assert_eq!(world.get(&format!("{}/files/{digest}", base(&other))).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    let world = World::new();
    let case = decided(&world).await;
    send_file(&world, &case, 1, "Dear Mrs A", None);
    let pages = [
        "draft",
        "draft/compare",
        "decision",
        "settlement",
        "evidence",
        "evidence/1",
        "extensions/1",
        "receipt",
    ];
    for language in ["en", "cy"] {
        for page in pages {
            let path = format!("/{language}/cases/{}/{page}", case.reference);
            let answer = world.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            whole(&answer);
        }
        whole(&world.get(&format!("/{language}/chases")).await);
    }
}
