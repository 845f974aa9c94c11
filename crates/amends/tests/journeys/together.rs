//! Two people at once, and a session that ends: nothing typed is lost and nothing is overwritten.

use amends_core::recommendation::Answer as Said;
use axum::http::StatusCode;

use super::{
    body::council_link,
    filling::Filled,
    fixture::{World, whole},
    staff_round::{base, now, ready},
    visitor::{Visitor, drafted},
};

const DRAFT: &str = "/en/portal/draft";

/// A colleague at the body with the answers typed and checked, ready to be sent.
async fn checked(officer: &mut Visitor, typed: &[(&str, &str)]) -> Filled {
    let page = officer.get(DRAFT).await;
    let form =
        typed.iter().fold(Filled::of(&page.html, DRAFT), |form, (field, value)| form.with(field, value));
    let form = form.with("step", "check");
    let page = officer.post(DRAFT, &form.sent()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    Filled::of(&page.html, DRAFT).with("step", "send")
}

#[tokio::test]
async fn r10_the_second_of_two_answers_is_shown_the_first_and_overwrites_nothing() {
    let world = World::new();
    let case = drafted(&world);
    let link = council_link(&world, case.id);
    let (mut nia, mut huw) = (Visitor::by(&world, &link).await, Visitor::by(&world, &link).await);
    let all = [("answer-1", "agree"), ("answer-2", "agree"), ("answer-3", "agree")];
    let first = checked(&mut nia, &all).await;
    let otherwise = [
        ("answer-1", "agree"),
        ("answer-2", "disagree"),
        ("reasons-2", "It was paid last year"),
        ("answer-3", "question"),
        ("question-3", "Which procedure?"),
    ];
    let second = checked(&mut huw, &otherwise).await;
    assert_eq!(nia.post(DRAFT, &first.sent()).await.to, "/en/portal/draft/sent");
    let meanwhile = huw.post(DRAFT, &second.sent()).await;
    assert_eq!(meanwhile.status, StatusCode::CONFLICT, "{}", meanwhile.html);
    assert!(meanwhile.html.contains("It was paid last year") && meanwhile.html.contains("keep-3"));
    assert!(!meanwhile.html.contains("keep-1"), "what both say alike needs no choice");
    let half = Filled::of(&meanwhile.html, DRAFT).with("keep-2", "mine").with("step", "settle");
    let asked = huw.post(DRAFT, &half.sent()).await;
    assert!(asked.html.contains("href=\"#keep-3\""), "{}", asked.html);
    let settled = Filled::of(&asked.html, DRAFT).with("keep-2", "mine").with("keep-3", "theirs");
    let check = huw.post(DRAFT, &settled.with("step", "settle").sent()).await;
    assert!(check.html.contains("It stands, and is not sent again."), "{}", check.html);
    let sent = huw.post(DRAFT, &Filled::of(&check.html, DRAFT).with("step", "send").sent()).await;
    assert_eq!(sent.to, "/en/portal/draft/sent");
    let after = world.office.load(case.id).unwrap().case;
    let said = |place: usize| after.recommendations[place].positions.iter().map(|one| &one.answer);
    assert!(matches!(said(1).collect::<Vec<_>>()[..], [Said::Agree, Said::Disagree { .. }]));
    assert!(matches!(said(2).collect::<Vec<_>>()[..], [Said::Agree]), "theirs stands alone");
}

#[tokio::test]
async fn what_was_sent_after_a_session_ended_waits_until_its_writer_has_signed_in_again() {
    let world = World::new();
    let case = ready(&world);
    let path = format!("{}/recommendations/1/edit", base(&case));
    let form = Filled::of(whole(&world.get(&path).await), "/edit");
    let form = form.with("private_notes", "Her son answers the telephone in the morning.");
    // A new password ends every session of its owner.
    world.office.set_password(world.sian.id, "a long enough password", None).expect("set");
    let parked = world.post(&form.action, &form.sent()).await;
    assert_eq!(parked.status, StatusCode::UNAUTHORIZED, "{}", parked.html);
    let wrong = Filled::of(whole(&parked), "/sign-in").with("email", "sian@office.example");
    let wrong = world.post(&wrong.action.clone(), &wrong.with("password", "not this one").sent()).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = Filled::of(whole(&wrong), "/sign-in").with("password", "a long enough password");
    let resumed = world.post(&right.action, &right.sent()).await;
    assert_eq!(resumed.status, StatusCode::OK, "{}", resumed.html);
    assert!(whole(&resumed).contains("Her son answers the telephone in the morning."));
    let again = Filled::of(&resumed.html, "/edit");
    let world = world.signed_in();
    let saved = world.post(&again.action, &again.sent()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    let notes = now(&world, &case).0.recommendations[0].terms.private_notes.clone();
    assert_eq!(notes.expect("kept").as_str(), "Her son answers the telephone in the morning.");
}
