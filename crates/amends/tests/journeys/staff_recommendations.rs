//! A caseworker opens a case, records what was found, and writes recommendations beside their checks.

use amends_core::actor::StaffRole;
use axum::http::StatusCode;

use crate::fixture::{World, whole};

fn opening(body: &str, handler: &str) -> Vec<(&'static str, String)> {
    vec![
        ("title", "Delay on the housing register".to_owned()),
        ("body", body.to_owned()),
        ("route", "investigation".to_owned()),
        ("received-day", "1".to_owned()),
        ("received-month", "9".to_owned()),
        ("received-year", "2026".to_owned()),
        ("handler", handler.to_owned()),
        ("name", "Mr Idris Puw".to_owned()),
        ("channel", "email".to_owned()),
        ("email", "idris@example.org".to_owned()),
        ("language", "cy".to_owned()),
    ]
}

fn fields<'a>(owned: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    owned.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

const WORDING: &str = "Ynys Council will apologise in writing to Mr Puw for the delay.";

fn apology<'a>(body: &'a str, seq: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("seq", seq),
        ("kind", "apology"),
        ("scope", "personal"),
        ("wording", WORDING),
        ("in", "en"),
        ("body", body),
        ("answers", ""),
        ("item-what", "Copy of the apology letter as sent"),
        ("item-proof", "letter"),
        ("item-need", "required"),
        ("due", "after"),
        ("due-amount", "20"),
        ("due-unit", "working_days"),
        ("due-anchor", "final_decision"),
        ("money", "none"),
        ("private_notes", "He prefers a letter to a call."),
    ]
}

#[tokio::test]
async fn a_case_is_opened_with_a_reference_and_asked_about_before_it_is_opened_twice() {
    let world = World::new();
    let form = opening(&world.council.to_string(), &world.sian.id.to_string());
    let opened = world.post("/en/cases/new", &fields(&form)).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
    assert_eq!(opened.to, "/en/cases/26-0001?done=case-opened");
    let page = world.get(&opened.to).await;
    assert!(page.html.contains("The case was opened."), "{}", page.html);
    let again = world.post("/en/cases/new", &fields(&form)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.html.contains("Is it there already?") && again.html.contains("26-0001"));
    assert!(again.html.contains("Mr Idris Puw"), "what was typed is kept");
}

#[tokio::test]
async fn a_form_with_errors_keeps_what_was_typed_and_names_each_field() {
    let world = World::new();
    let page = world
        .post(
            "/cy/cases/new",
            &[("title", "Oedi"), ("received-day", "31"), ("received-month", "2"), ("received-year", "2026")],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in ["value=\"Oedi\"", "href=\"#received-day\"", "href=\"#body\"", "href=\"#name\""] {
        assert!(page.html.contains(expected), "{expected}: {}", page.html);
    }
}

#[tokio::test]
async fn r40_a_recommendation_is_checked_and_saved_whatever_the_checks_say() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let body = world.council.to_string();
    let bare = [
        ("kind", "staff_reminder"),
        ("scope", "service"),
        ("wording", "Remind staff"),
        ("body", &body),
        ("act", "check"),
    ];
    let checked = world.post(&format!("{base}/new"), &bare).await;
    assert_eq!(checked.status, StatusCode::OK);
    assert!(checked.html.contains("There is no evidence list."), "{}", checked.html);
    assert!(
        checked.html.contains(">Remind staff</textarea>")
            || checked.html.contains("\nRemind staff</textarea>")
    );
    let live = world.post(&format!("{base}/checks"), &bare).await;
    assert!(live.html.contains("data-summary") && !live.html.contains("<html"), "{}", live.html);
    let saved = world.post(&format!("{base}/new"), &bare[..4]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "checks never stand against saving: {}", saved.html);
    let list = world.get(&base).await;
    assert!(list.html.contains("Remind staff"), "{}", list.html);
    whole(&list);
}

#[tokio::test]
async fn r27_the_usual_evidence_is_put_into_the_list_without_saving() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let body = world.council.to_string();
    let form = [
        ("kind", "policy_procedure"),
        ("scope", "service"),
        ("wording", "x"),
        ("body", &body),
        ("act", "usual"),
    ];
    let page = world.post(&format!("{base}/new"), &form).await;
    assert!(page.html.contains("Minute of the committee that approved it"), "{}", page.html);
    let case = world.office.by_reference(&case.reference.0).expect("there").case;
    assert!(case.recommendations.is_empty());
}

#[tokio::test]
async fn what_somebody_changed_meanwhile_is_shown_and_nothing_typed_is_lost() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let (body, seq) = (world.council.to_string(), case.seq.to_string());
    let first = world.post(&format!("{base}/new"), &apology(&body, &seq)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.html);
    let second = world.post(&format!("{base}/new"), &apology(&body, &seq)).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.html.contains("Somebody changed this while you were writing"));
    assert!(
        second.html.contains("26-0001-1 was written") && second.html.contains("Sian Rees"),
        "{}",
        second.html
    );
    assert!(second.html.contains(&format!("value=\"{WORDING}\"")), "{}", second.html);
    assert!(second.html.contains(&format!("name=\"seq\" value=\"{}\"", case.seq + 1)));
}

#[tokio::test]
async fn r20_saving_without_a_change_records_nothing() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let (body, seq) = (world.council.to_string(), case.seq.to_string());
    world.post(&format!("{base}/new"), &apology(&body, &seq)).await;
    let before = world.office.by_reference(&case.reference.0).expect("there").case;
    let form = world.get(&format!("{base}/1/edit")).await;
    assert!(form.html.contains("He prefers a letter to a call."), "{}", form.html);
    let after_seq = before.seq.to_string();
    let saved = world.post(&format!("{base}/1/edit"), &apology(&body, &after_seq)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
    let after = world.office.by_reference(&case.reference.0).expect("there").case;
    assert_eq!(after.seq, before.seq);
}

#[tokio::test]
async fn r12_a_withdrawn_recommendation_needs_a_reason() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let (body, seq) = (world.council.to_string(), case.seq.to_string());
    world.post(&format!("{base}/new"), &apology(&body, &seq)).await;
    let bare = world.post(&format!("{base}/1/drop"), &[("reason", "already_done")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = world
        .post(
            &format!("{base}/1/drop"),
            &[("reason", "already_done"), ("note", "The council wrote on 2 October.")],
        )
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.html);
    let case = world.office.by_reference(&case.reference.0).expect("there").case;
    assert_eq!(case.live().count(), 0);
}

#[tokio::test]
async fn r39_findings_checks_and_contacts_are_recorded_and_shown() {
    let world = World::new();
    let case = world.case();
    let path = format!("/en/cases/{}/findings", case.reference);
    let body = world.council.to_string();
    let forms: [&[(&str, &str)]; 3] = [
        &[
            ("form", "finding"),
            ("finding-body", &body),
            ("finding-fault", "It took nine weeks."),
            ("finding-injustice", "Worry."),
            ("finding-systemic", "1"),
        ],
        &[
            ("form", "check"),
            ("check-check", "guidance_on_remedies"),
            ("check-version", "2024"),
            ("check-note", "An apology is enough."),
        ],
        &[
            ("form", "contact"),
            ("contact-purpose", "before_draft"),
            ("contact-note", "Nia will find the minute."),
        ],
    ];
    for form in forms {
        let answer = world.post(&path, form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    }
    let page = world.get(&path).await;
    for words in [
        "It took nine weeks.",
        "An apology is enough.",
        "Nia will find the minute.",
        "earlier service improvements",
    ] {
        assert!(page.html.contains(words), "{words}: {}", page.html);
    }
    let without = world.post(&path, &[("form", "check"), ("check-check", "guidance_on_remedies")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.html.contains("href=\"#check-version\""), "{}", without.html);
}

#[tokio::test]
async fn e2_a_withdrawal_is_recorded_and_a_manager_decides_what_follows() {
    let world = World::new();
    let case = world.case();
    let path = format!("/en/cases/{}/people", case.reference);
    let form = [
        ("form", "withdrawal"),
        ("withdrawal-on-day", "2"),
        ("withdrawal-on-month", "10"),
        ("withdrawal-on-year", "2026"),
    ];
    assert_eq!(world.post(&path, &form).await.status, StatusCode::SEE_OTHER);
    let page = world.get(&path).await;
    assert!(page.html.contains("A manager decides this."), "{}", page.html);
    let refused = world
        .post(
            &path,
            &[
                ("form", "decision"),
                ("decision-carry_on", "true"),
                ("decision-reason", "Others are affected."),
            ],
        )
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let world = world.in_role(StaffRole::Manager);
    let decided = world
        .post(
            &path,
            &[
                ("form", "decision"),
                ("decision-carry_on", "true"),
                ("decision-reason", "Others are affected."),
            ],
        )
        .await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.html);
}

#[tokio::test]
async fn i8_the_complainants_view_of_the_record_omits_what_is_the_offices_own() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}", case.reference);
    let (body, seq) = (world.council.to_string(), case.seq.to_string());
    world.post(&format!("{base}/recommendations/new"), &apology(&body, &seq)).await;
    let contact =
        [("form", "contact"), ("contact-purpose", "advice"), ("contact-note", "Counsel doubts the delay.")];
    world.post(&format!("{base}/findings"), &contact).await;
    let ours = world.get(&format!("{base}/timeline")).await;
    assert!(ours.html.contains("Counsel doubts the delay."), "{}", ours.html);
    let theirs = world.get(&format!("{base}/timeline?as=complainant")).await;
    assert!(
        !theirs.html.contains("Counsel doubts the delay.") && !theirs.html.contains("He prefers a letter")
    );
    whole(&ours);
}

#[tokio::test]
async fn r40_two_acts_in_one_are_split_by_a_link() {
    let world = World::new();
    let case = world.case();
    let base = format!("/en/cases/{}/recommendations", case.reference);
    let body = world.council.to_string();
    let wording = "Ynys Council will pay Mrs A £250 and review its procedure.";
    let form =
        [("kind", "payment"), ("scope", "personal"), ("wording", wording), ("body", &body), ("act", "check")];
    let page = world.post(&format!("{base}/new"), &form).await;
    assert!(page.html.contains("new?wording=Ynys+Council"), "{}", page.html);
    let second = world.get(&format!("{base}/new?wording=Ynys+Council+will+review+its+procedure.")).await;
    assert!(second.html.contains("\nYnys Council will review its procedure.</textarea>"), "{}", second.html);
}
