//! A body comes by the link in its letter, answers, sends proof, asks for time, passes on.

use amends_core::{
    id::RecommendationNumber,
    recommendation::{Answer, State},
    text::Digest,
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use jiff::ToSpan as _;

use crate::{
    fixture::World,
    visitor::{PRIVATE, Visitor, decided, drafted, in_both, link},
};

const HOME: &str = "/en/portal";

/// The link in the council's newest letter.
pub fn council_link(world: &World, case: amends_core::id::CaseId) -> String {
    link(world, case, "/p/", "ynys-council")
}

#[tokio::test]
async fn looking_at_a_link_spends_nothing_and_the_button_opens_it() {
    let world = World::new();
    let case = drafted(&world);
    let link = council_link(&world, case.id);
    let mut scanner = Visitor::of(&world);
    for _ in 0..3 {
        let first = scanner.get(&link).await;
        assert_eq!(first.to, format!("/en{link}"), "in the language of the letter");
        let door = in_both(&mut scanner, &first.to).await;
        assert!(door.html.contains("Ynys Council") && !door.html.contains("Bevan"));
        assert!(door.headers.get(header::SET_COOKIE).is_none());
    }
    let secret = link.trim_start_matches("/p/").to_owned();
    let known = world.office.link(&secret).unwrap().unwrap();
    assert_eq!((known.opened_at, known.used_at), (None, None));
    assert_eq!(scanner.get(HOME).await.status, StatusCode::GONE, "nobody is in");
    let mut officer = Visitor::by(&world, &link).await;
    let home = in_both(&mut officer, HOME).await;
    assert!(
        home.html.contains("Do not start these actions yet") && home.html.contains("Apologise in writing")
    );
    assert!(!home.html.contains(PRIVATE) && !home.html.contains("Remind ward staff"));
    assert!(world.office.link(&secret).unwrap().unwrap().opened_at.is_some());
    let closed = officer.post("/en/close", &[]).await;
    assert_eq!(officer.get(&closed.to).await.status, StatusCode::OK);
    assert_eq!(officer.get(HOME).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn r10_each_recommendation_is_answered_and_all_are_sent_together() {
    let world = World::new();
    let case = drafted(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let page = in_both(&mut officer, "/en/portal/draft").await;
    let (key, reference) = (page.hidden("key"), page.hidden("for"));
    let base = [("for", reference.as_str()), ("draft", "1"), ("key", key.as_str())];
    let send = |more: &[(&'static str, &'static str)]| [base.to_vec(), more.to_vec()].concat();
    let missing =
        officer.post("/en/portal/draft", &send(&[("step", "details"), ("answer-1", "agree")])).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.html.contains("href=\"#answer-2\"") && missing.html.contains("value=\"agree\" checked"));
    let chosen = [("answer-1", "agree"), ("answer-2", "disagree"), ("answer-3", "change")];
    let details =
        officer.post("/en/portal/draft", &send(&[&chosen[..], &[("step", "details")]].concat())).await;
    assert_eq!(details.status, StatusCode::OK);
    assert!(details.html.contains("Write a procedure for reading applications within five days.</textarea>"));
    // R18: a disagreement without reasons is not taken; what was typed stays.
    let ours = "Write a procedure for reading applications within five days.";
    let half = [
        ("wording-3", ours),
        ("until-3-day", "31"),
        ("until-3-month", "2"),
        ("until-3-year", "2027"),
        ("reason-3", "Committee"),
    ];
    let refused =
        officer.post("/en/portal/draft", &send(&[&chosen[..], &half, &[("step", "check")]].concat())).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html.contains("href=\"#reasons-2\"") && refused.html.contains("href=\"#until-3-day\""));
    assert!(refused.html.contains("Committee</textarea>"));
    let full = [
        ("wording-3", ours),
        ("until-3-day", "26"),
        ("until-3-month", "2"),
        ("until-3-year", "2027"),
        ("reason-3", "Committee"),
        ("reasons-2", "Paid already under our own scheme"),
        ("checked_with", "Housing, finance"),
    ];
    let check =
        officer.post("/en/portal/draft", &send(&[&chosen[..], &full, &[("step", "check")]].concat())).await;
    assert!(
        check.html.contains("Paid already under our own scheme") && check.html.contains("26 February 2027")
    );
    assert!(
        world.office.load(case.id).unwrap().case.recommendations[0].position().is_none(),
        "nothing is sent yet"
    );
    for _ in 0..2 {
        let sent = officer
            .post("/en/portal/draft", &send(&[&chosen[..], &full, &[("step", "send")]].concat()))
            .await;
        assert_eq!(sent.to, "/en/portal/draft/sent");
    }
    let sent = in_both(&mut officer, "/en/portal/draft/sent").await;
    assert!(sent.html.contains("We do not agree") && sent.html.contains("What happens next"));
    let after = world.office.load(case.id).unwrap().case;
    assert!(
        after.recommendations.iter().take(3).all(|one| one.positions.len() == 1),
        "a second press changes nothing"
    );
    let position = after.recommendations[2].position().unwrap();
    assert_eq!(position.checked_with.as_ref().unwrap().as_str(), "Housing, finance");
    let Answer::AgreeWithChange { wording: None, evidence_due_on: Some(_), .. } = &position.answer else {
        panic!("{position:?}");
    };
}

#[tokio::test]
async fn r25_evidence_is_kept_between_steps_and_answered_with_a_receipt() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let home = in_both(&mut officer, HOME).await;
    assert!(home.html.contains("3 actions to confirm") && home.html.contains("Tell us by"));
    let action = in_both(&mut officer, "/en/portal/actions/3").await;
    assert!(action.html.contains("The minute that approved it") && !action.html.contains(PRIVATE));
    let path = "/en/portal/actions/3/evidence";
    let page = in_both(&mut officer, &format!("{path}?item=2")).await;
    let (key, reference) = (page.hidden("key"), page.hidden("for"));
    let base = [("for", reference.as_str()), ("key", key.as_str()), ("item", "2")];
    let empty = officer.upload(path, &[&base[..], &[("step", "check")]].concat(), &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let minute: &[u8] = b"%PDF-1.7 minute of 3 November";
    let kept =
        officer.upload(path, &[&base[..], &[("step", "upload")]].concat(), &[("minute.pdf", minute)]).await;
    assert!(kept.html.contains("minute.pdf") && kept.html.contains("value=\"2\" selected"));
    let file = kept.hidden("file");
    let more =
        [("file", file.as_str()), ("done_on-day", "27"), ("done_on-month", "10"), ("done_on-year", "2026")];
    let check = officer
        .upload(path, &[&base[..], &more, &[("step", "check")]].concat(), &[("text.pdf", b"%PDF-1.7 text")])
        .await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.html);
    assert!(check.html.contains("text.pdf") && check.html.contains("27 October 2026"));
    let forged = file.replace("minute.pdf", "other.pdf");
    let wrong =
        officer.upload(path, &[&base[..], &[("file", &forged), ("step", "check")]].concat(), &[]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a file nobody uploaded here is not taken");
    let short: String = Digest::of(minute).to_string().chars().take(16).collect();
    let item = format!("item-{short}");
    let send = [&base[..], &more, &[(item.as_str(), "2"), ("step", "send")]].concat();
    let first = officer.upload(path, &send, &[]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.html);
    assert_eq!(officer.upload(path, &send, &[]).await.to, first.to, "a second press changes nothing");
    let receipt = in_both(&mut officer, &first.to).await;
    assert!(receipt.html.contains(&Digest::of(minute).to_string()) && receipt.html.contains("minute.pdf"));
    assert!(receipt.html.contains("What happens next"));
    let after = world.office.load(case.id).unwrap().case;
    let one = after.recommendation(RecommendationNumber(3)).unwrap();
    assert_eq!((one.state(), one.evidence.len()), (State::EvidenceReceived, 1));
    assert_eq!(after.evidence[0].submission.targets[0].items.len(), 1);
    assert!(in_both(&mut officer, HOME).await.html.contains("Being checked"));
}

#[tokio::test]
async fn r26_a_statement_alone_is_taken_and_answered_with_what_is_missing() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let path = "/en/portal/actions/1/evidence";
    let page = officer.get(path).await;
    let (key, reference) = (page.hidden("key"), page.hidden("for"));
    let fields = [("for", reference.as_str()), ("key", key.as_str()), ("statement", "We have apologised.")];
    let check = officer.upload(path, &[&fields[..], &[("step", "check")]].concat(), &[]).await;
    assert!(check.html.contains("never enough by itself"));
    let sent = officer.upload(path, &[&fields[..], &[("step", "send")]].concat(), &[]).await;
    assert!(officer.get(&sent.to).await.html.contains("We have written to ask you for the proof"));
    assert!(officer.get("/en/portal/actions/1").await.html.contains("A statement alone is never enough"));
}

#[tokio::test]
async fn r30_a_later_date_is_asked_with_a_reason_and_the_first_stands_meanwhile() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let path = "/en/portal/actions/2/extension";
    let page = in_both(&mut officer, path).await;
    assert!(page.html.contains("Ask before the date. If we do not agree, the first date stands."));
    let (key, reference) = (page.hidden("key"), page.hidden("for"));
    let ask = |reason: &'static str, day: &'static str, month: &'static str| {
        vec![("reason", reason), ("until-day", day), ("until-month", month), ("until-year", "2026")]
    };
    let base = vec![("for", reference.as_str()), ("key", key.as_str())];
    let early = officer.post(path, &[base.clone(), ask("The payment run", "1", "11")].concat()).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.html.contains("The payment run</textarea>") && early.html.contains("href=\"#until\""));
    let blank = officer.post(path, &[base.clone(), ask("", "18", "12")].concat()).await;
    assert!(blank.html.contains("href=\"#reason\""));
    for _ in 0..2 {
        let asked = officer.post(path, &[base.clone(), ask("The payment run", "18", "12")].concat()).await;
        assert_eq!(asked.to, "/en/portal/actions/2?done=extension");
    }
    let action = in_both(&mut officer, "/en/portal/actions/2?done=extension").await;
    assert!(
        action.html.contains("We have not decided yet")
            && action.html.contains("The date stands until we have decided")
    );
    let cannot = in_both(&mut officer, "/en/portal/actions/2/cannot").await;
    assert!(cannot.html.contains("Sian Rees") && cannot.html.contains("01632 960123"));
}

#[tokio::test]
async fn r11_a_colleague_sees_what_was_passed_and_nothing_else() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let page = in_both(&mut officer, "/en/portal/pass?action=1").await;
    let reference = page.hidden("for");
    let fields = [
        ("for", reference.as_str()),
        ("email", "dai@ynys-council.example"),
        ("action", "1"),
        ("message", "Please send me the letter."),
    ];
    let wrong = officer
        .post("/en/portal/pass", &[("for", reference.as_str()), ("email", "dai"), ("step", "check")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let check = officer.post("/en/portal/pass", &[&fields[..], &[("step", "check")]].concat()).await;
    assert!(
        check.html.contains("Apologise in writing to the person affected") && !check.html.contains("Bevan")
    );
    let sent = officer.post("/en/portal/pass", &[&fields[..], &[("step", "send")]].concat()).await;
    assert_eq!(sent.to, "/en/portal/pass?done=passed");
    let mut colleague = Visitor::by(&world, &link(&world, case.id, "/p/", "dai@")).await;
    let home = in_both(&mut colleague, HOME).await;
    assert!(
        home.html.contains("the person affected")
            && !home.html.contains("Bevan")
            && !home.html.contains("£500")
    );
    assert_eq!(colleague.get("/en/portal/actions/1/evidence").await.status, StatusCode::OK);
    assert_eq!(colleague.get("/en/portal/actions/2").await.status, StatusCode::NOT_FOUND);
    for closed in ["/en/portal/draft", "/en/portal/pass", "/en/portal/actions/1/extension"] {
        assert_eq!(colleague.get(closed).await.status, StatusCode::FORBIDDEN, "{closed}");
    }
    assert_eq!(colleague.get("/en/my-complaint").await.status, StatusCode::NOT_FOUND);
    let list = in_both(&mut officer, "/en/portal/pass?done=passed").await;
    assert!(list.html.contains("dai@ynys-council.example") && list.html.contains("Opened"));
    let ended = officer.post("/en/portal/pass/end", &[("link", &list.hidden("link"))]).await;
    assert_eq!(ended.to, "/en/portal/pass?done=ended");
    assert_eq!(colleague.get(HOME).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn e11_another_bodys_recommendation_is_not_there() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    for path in [
        "actions/4",
        "actions/4/evidence",
        "actions/4/extension",
        "actions/9",
        "actions/1/receipt/00000000-0000-0000-0000-000000000001",
    ] {
        assert_eq!(officer.get(&format!("{HOME}/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut board = Visitor::by(&world, &link(&world, case.id, "/p/", "glan-board")).await;
    let home = board.get(HOME).await;
    assert!(home.html.contains("Remind ward staff") && !home.html.contains("Apologise"));
}

#[tokio::test]
async fn a_link_that_ran_out_is_sent_anew_to_the_registered_address_alone() {
    let world = World::new();
    let (case, day) = decided(&world);
    let old = council_link(&world, case.id);
    assert!(world.office.clock().move_to(day.checked_add(150.days()).unwrap()));
    let mut officer = Visitor::of(&world);
    let door = officer.get(&format!("/en{old}")).await;
    assert_eq!(door.status, StatusCode::GONE);
    assert!(door.html.contains("01632 960123") && door.html.contains("Send me a new link"));
    assert_eq!(officer.post(&format!("/en{old}"), &[]).await.to, format!("/en{old}"), "it opens nothing");
    let asked = officer.post(&format!("/en{old}/renew"), &[]).await;
    assert_eq!(asked.to, format!("/en{old}?asked=sent"));
    assert!(officer.get(&asked.to).await.html.contains("on its way to the address that is registered"));
    let again = officer.post(&format!("/en{old}/renew"), &[]).await;
    assert!(again.to.ends_with("asked=already"), "a page does not flood a mailbox");
    let fresh = council_link(&world, case.id);
    assert_ne!(fresh, old);
    let mut officer = Visitor::by(&world, &fresh).await;
    assert_eq!(officer.get(HOME).await.status, StatusCode::OK);
    let unknown = officer.get("/en/p/abcdefg").await;
    assert!(unknown.status == StatusCode::GONE && !unknown.html.contains("Send me a new link"));
}

#[tokio::test]
async fn a_form_goes_to_its_own_case_and_from_our_own_pages_alone() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut officer = Visitor::by(&world, &council_link(&world, case.id)).await;
    let path = "/en/portal/actions/1/evidence";
    let other =
        officer.upload(path, &[("for", "26-9999"), ("statement", "Done."), ("step", "send")], &[]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(other.html.contains("You have opened another link since"));
    let foreign = Request::post(path)
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://elsewhere.example");
    let foreign = foreign.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let barred = officer.send(foreign, Body::from("statement=It+is+all+done.")).await;
    assert_eq!(barred.status, StatusCode::FORBIDDEN);
    assert!(barred.html.contains("did not come from our own page") && barred.html.contains("01632 960123"));
    assert!(barred.html.contains("It is all done."), "what was typed can be copied");
    assert!(world.office.load(case.id).unwrap().case.evidence.is_empty());
}
