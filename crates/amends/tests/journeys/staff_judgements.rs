//! Every decision a caseworker or a manager can make of a recommendation, pressed on its page without script: looked at
//! first, then done (R3, R26, R35–R37, E3, E4, E6, E17, E23, E27, E39).

use amends_core::{
    actor::StaffRole,
    case::{Case, Stage},
    id::RecommendationNumber,
    recommendation::{Recommendation, State},
};
use axum::http::StatusCode;
use jiff::civil::date;

use super::{
    filling::Filled,
    fixture::{Answer, World, whole},
    staff_follow::send_file,
    staff_round::{agreed, base, decided, decided_of, errors, now, ready},
    staff_settlement::closed_early,
};

/// Fills a form of a page and sends it.
pub async fn send(world: &World, page: &str, form: &str, typed: &[(&str, &str)]) -> Answer {
    let shown = world.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}");
    let filled = Filled::of(whole(&shown), form);
    let filled = typed.iter().fold(filled, |filled, (field, value)| filled.with(field, value));
    world.post(&filled.action, &filled.sent()).await
}

/// Fills a form, looks at what would follow in both languages, and confirms it.
pub async fn press(world: &World, page: &str, form: &str, typed: &[(&str, &str)]) -> Answer {
    let looked = send(world, page, form, typed).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    let filled = Filled::of(whole(&looked), form).with("confirmed", "yes");
    let done = world.post(&filled.action, &filled.sent()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    for to in [done.to.clone(), done.to.replacen("/en/", "/cy/", 1)] {
        whole(&world.get(&to).await);
    }
    looked
}

async fn judge(world: &World, case: &Case, number: u16, typed: &[(&str, &str)]) -> Answer {
    press(world, &format!("{}/evidence/{number}", base(case)), "/judge", typed).await
}

fn state(world: &World, case: &Case, number: u16) -> State {
    one(&now(world, case).0, number).state()
}

fn one(case: &Case, number: u16) -> &Recommendation {
    case.recommendation(RecommendationNumber(number)).expect("there")
}

/// A change of a recommendation before the draft, by its page.
async fn edited(world: &World, case: Case, number: u16, typed: &[(&str, &str)]) -> Case {
    let page = format!("{}/recommendations/{number}/edit", base(&case));
    let saved = send(world, &page, "/edit", typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", errors(&saved.html));
    now(world, &case).0
}

#[tokio::test]
async fn r37_a_refusal_after_agreement_is_recorded_and_a_manager_looks_at_a_special_report() {
    let world = World::new();
    let case = decided(&world).await;
    let path = format!("{}/evidence/1", base(&case));
    let without = send(&world, &path, "/judge", &[("judge-decision", "refused")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.html.contains("href=\"#judge-reasons\""), "{}", errors(&without.html));
    let refused = [("judge-decision", "refused"), ("judge-reasons", "The leader will not sign it.")];
    judge(&world, &case, 1, &refused).await;
    assert_eq!(state(&world, &case, 1), State::Refused);
    let receipt = format!("{}/receipt", base(&case));
    let world = world.in_role(StaffRole::Manager);
    let concluded = [("special-report-1-conclusion", "A special report follows.")];
    let done = send(&world, &receipt, "/special-report", &concluded).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    assert!(now(&world, &case).0.special_report_considered.contains(&RecommendationNumber(1)));
}

#[tokio::test]
async fn r37_not_met_is_for_the_ombudsman_once_the_date_has_passed() {
    let world = World::new();
    let case = decided(&world).await;
    world.office.clock().move_to(date(2026, 11, 20));
    let world = world.in_role(StaffRole::Caseworker);
    let offered = world.get(&format!("{}/evidence/1", base(&case))).await;
    assert!(!offered.html.contains("value=\"not_met\""), "a caseworker is not offered it");
    let world = world.in_role(StaffRole::Manager);
    let not_met = [("judge-decision", "not_met"), ("judge-reasons", "Nothing came.")];
    let told = send(&world, &format!("{}/evidence/1", base(&case)), "/judge", &not_met).await;
    assert!(told.html.contains("This is for the ombudsman"), "{}", errors(&told.html));
    let world = world.in_role(StaffRole::Ombudsman);
    judge(&world, &case, 1, &not_met).await;
    assert_eq!(state(&world, &case, 1), State::NotMet);
}

#[tokio::test]
async fn e23_what_proved_unachievable_is_ceased_or_replaced_and_e27_taken_up_again() {
    let world = World::new();
    let case = decided(&world).await;
    let world = world.in_role(StaffRole::Manager);
    let cease = [("judge-decision", "cease"), ("judge-reasons", "The officer has left and is not found.")];
    judge(&world, &case, 1, &cease).await;
    assert_eq!(state(&world, &case, 1), State::Ceased);
    let reopen = [
        ("judge-decision", "reopen"),
        ("judge-reasons", "She is found."),
        ("judge-date-day", "4"),
        ("judge-date-month", "12"),
        ("judge-date-year", "2026"),
    ];
    judge(&world, &case, 1, &reopen).await;
    let (after, _) = now(&world, &case);
    assert_eq!(one(&after, 1).state(), State::Due);
    assert_eq!(one(&after, 1).evidence_due_on(), Some(date(2026, 12, 4)));
    let replace = [
        ("judge-decision", "supersede"),
        ("judge-reasons", "She asks for a meeting instead."),
        ("judge-wording", "The council will apologise to Mrs A at a meeting."),
        ("judge-date-day", "11"),
        ("judge-date-month", "12"),
        ("judge-date-year", "2026"),
    ];
    let looked = judge(&world, &case, 1, &replace).await;
    assert!(looked.html.contains("11 December 2026"), "the new date is shown before it runs");
    let (after, _) = now(&world, &case);
    assert_eq!((one(&after, 1).state(), one(&after, 3).state()), (State::Superseded, State::Due));
}

#[tokio::test]
async fn r36_changed_circumstances_are_a_good_reason_and_both_parties_are_told() {
    let world = World::new();
    let case = decided(&world).await;
    let treat = [
        ("judge-decision", "treat"),
        ("judge-treated", "circumstances_changed"),
        ("judge-reasons", "The service has ended."),
    ];
    let looked = judge(&world, &case, 1, &treat).await;
    assert!(looked.html.contains("Ynys Council") && looked.html.contains("mair@example.org"));
    assert_eq!(state(&world, &case, 1), State::TreatedAsMet);
}

#[tokio::test]
async fn e03_what_the_complainant_does_not_want_is_treated_as_met_on_proof_of_the_offer() {
    let world = World::new();
    let case = decided(&world).await;
    let treat = [
        ("judge-decision", "treat"),
        ("judge-treated", "complainant_declined"),
        ("judge-reasons", "She wants no letter."),
    ];
    let path = format!("{}/evidence/1", base(&case));
    let without = send(&world, &path, "/judge", &treat).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.html.contains("href=\"#judge-proof\""), "{}", errors(&without.html));
    let offer = send_file(&world, &case, 1, "We offer to apologise.", None).to_string();
    let with_proof = [treat.as_slice(), &[("judge-proof", offer.as_str())]].concat();
    judge(&world, &case, 1, &with_proof).await;
    assert_eq!(state(&world, &case, 1), State::TreatedAsMet);
}

#[tokio::test]
async fn e04_an_offer_that_stays_open_is_treated_as_met_until_its_day() {
    let world = World::new();
    let case = decided(&world).await;
    let attempts = send_file(&world, &case, 2, "Three letters, no bank details.", None).to_string();
    let treat = [
        ("judge-decision", "treat"),
        ("judge-treated", "offer_open"),
        ("judge-reasons", "She does not answer."),
        ("judge-proof", attempts.as_str()),
        ("judge-date-day", "5"),
        ("judge-date-month", "4"),
        ("judge-date-year", "2027"),
    ];
    judge(&world, &case, 2, &treat).await;
    assert_eq!(state(&world, &case, 2), State::TreatedAsMet);
}

#[tokio::test]
async fn e06_a_set_off_counts_only_where_the_recommendation_allows_it() {
    let world = World::new();
    let treat = [
        ("judge-decision", "treat"),
        ("judge-treated", "set_off"),
        ("judge-reasons", "It went against the arrears."),
    ];
    let plain = decided(&world).await;
    let refused = send(&world, &format!("{}/evidence/2", base(&plain)), "/judge", &treat).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.html);
    assert!(refused.html.contains("It went against the arrears."), "what was typed is kept");
    let allowed = edited(&world, ready(&world), 2, &[("set_off", "1")]).await;
    let (case, _) = decided_of(&world, allowed).await;
    judge(&world, &case, 2, &treat).await;
    assert_eq!(state(&world, &case, 2), State::TreatedAsMet);
}

#[tokio::test]
async fn e17_e39_dates_run_from_a_receipt_and_from_an_event_once_they_are_recorded() {
    let world = World::new();
    let from_receipt = [("due", "after"), ("due-amount", "20"), ("due-anchor", "receipt")];
    let case = edited(&world, ready(&world), 1, &from_receipt).await;
    let from_event = [
        ("due", "event"),
        ("due-event-amount", "10"),
        ("due-event-unit", "working_days"),
        ("due-event", "the committee meeting"),
        ("backstop-day", "1"),
        ("backstop-month", "2"),
        ("backstop-year", "2027"),
    ];
    let case = edited(&world, case, 2, &from_event).await;
    let (case, _) = decided_of(&world, case).await;
    assert_eq!(one(&case, 1).evidence_due_on(), None, "no date runs before the receipt");
    let page = format!("{}/receipt", base(&case));
    let received = [
        ("receipt-received_on-day", "5"),
        ("receipt-received_on-month", "10"),
        ("receipt-received_on-year", "2026"),
        ("receipt-shown_by", "A signed delivery note"),
    ];
    let done = send(&world, &page, "/receipt/receipt", &received).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    let happened = [
        ("event-2-happened_on-day", "5"),
        ("event-2-happened_on-month", "10"),
        ("event-2-happened_on-year", "2026"),
    ];
    let done = send(&world, &page, "/receipt/event", &happened).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    let (case, _) = now(&world, &case);
    // Counted by hand from Monday 5 October 2026: twenty working days end on 2 November, ten on 19 October.
    assert_eq!(one(&case, 1).evidence_due_on(), Some(date(2026, 11, 2)));
    assert_eq!(one(&case, 2).evidence_due_on(), Some(date(2026, 10, 19)));
}

#[tokio::test]
async fn r16_an_investigation_ends_by_agreed_action_instead_of_a_decision() {
    let world = World::new();
    let case = agreed(&world, ready(&world)).await;
    let page = format!("{}/decision", base(&case));
    let typed = [
        ("discontinue-on-day", "5"),
        ("discontinue-on-month", "10"),
        ("discontinue-on-year", "2026"),
        ("discontinue-reason", "The council has agreed to all of it."),
    ];
    press(&world, &page, "/decision/discontinue", &typed).await;
    let (case, _) = now(&world, &case);
    assert_eq!(case.stage(), Stage::DiscontinuedBySettlement);
    assert_eq!(case.compliance().code(), "monitoring", "the actions stay alive");
}

#[tokio::test]
async fn r06_after_an_early_resolution_is_closed_its_actions_are_proved_and_judged() {
    let world = World::new();
    let case = closed_early(&world).await;
    let letter = send_file(&world, &case, 1, "Dear Mrs A", None).to_string();
    let met = [("item-1-shown", "shown"), ("judge-decision", "met"), ("judge-satisfied_by", letter.as_str())];
    judge(&world, &case, 1, &met).await;
    assert_eq!(state(&world, &case, 1), State::MetOnTime);
}
