//! Reports, notices and escalation through the pages, without script: R37, R41, R52, R57 as the office meets them.

use amends_core::{
    actor::StaffRole,
    case::Case,
    instrument::{Instrument, InstrumentNumber},
    issued::Relation,
};
use axum::http::StatusCode;
use jiff::civil::date;
use scraper::{Html, Selector};

use super::{
    filling::Filled,
    fixture::{Answer, World, whole},
    staff_judgements::{press, send},
    staff_round::{agreed, base, decided_of, errors, now, ready},
    staff_settlement::closed_early,
    visitor::{Visitor, in_both, link},
};

/// A day as a form has it.
fn day<'a>(field: &str, parts: [&'a str; 3]) -> Vec<(String, &'a str)> {
    ["day", "month", "year"].into_iter().map(|part| format!("{field}-{part}")).zip(parts).collect()
}

/// Fields typed over, of which some are days.
fn typed<'a>(words: &[(&str, &'a str)], days: &[Vec<(String, &'a str)>]) -> Vec<(String, &'a str)> {
    let words = words.iter().map(|(field, value)| ((*field).to_owned(), *value));
    words.chain(days.iter().flatten().cloned()).collect()
}

/// Has the page a link to this address?
fn leads_to(page: &Answer, to: &str) -> bool {
    let links = Selector::parse("main a[href]").expect("a selector");
    Html::parse_document(&page.html).select(&links).any(|link| link.attr("href") == Some(to))
}

async fn recorded(world: &World, page: &str, form: &str, fields: &[(String, &str)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, value)| (field.as_str(), *value)).collect();
    press(world, page, form, &fields).await
}

/// Answers a question and goes on to the next page.
async fn answered(world: &World, page: &Answer, form: &str, fields: &[(&str, &str)]) -> Answer {
    let filled = Filled::of(whole(page), form);
    let filled = fields.iter().fold(filled, |filled, (field, value)| filled.with(field, value));
    world.post(&filled.action, &filled.sent()).await
}

/// The questions up to the one that sets out the facts, on one ground.
async fn questions(world: &World, case: &Case, ground: &str) -> Answer {
    let first = world.get(&format!("{}/escalation?recommendation=1", base(case))).await;
    assert_eq!(first.status, StatusCode::OK);
    let second = answered(world, &first, "/step/2", &[]).await;
    let said = [("reasons_given", "The officer left."), ("achievable", "yes")];
    let third = answered(world, &second, "/step/3", &said).await;
    let fourth = answered(world, &third, "/step/4", &[("pattern", "Late twice before.")]).await;
    assert!(whole(&fourth).contains("The officer left."), "what was answered stands beside the question");
    let none = answered(world, &fourth, "/step/5", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "a ground has to be chosen");
    answered(world, &fourth, "/step/5", &[("ground", ground)]).await
}

/// Looks at what is prepared, and prepares it.
async fn prepared(world: &World, last: &Answer, fields: &[(String, &str)]) -> Answer {
    let filled = Filled::of(whole(last), "/escalation/prepare");
    let filled = fields.iter().fold(filled, |filled, (field, value)| filled.with(field, value));
    let looked = world.post(&filled.action, &filled.sent()).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    let filled = Filled::of(whole(&looked), "/escalation/prepare").with("confirmed", "yes");
    let done = world.post(&filled.action, &filled.sent()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    looked
}

#[tokio::test]
async fn r37_an_early_resolution_that_was_not_done_ends_in_a_special_report_with_its_bundle() {
    let world = World::new();
    let case = closed_early(&world).await;
    world.office.clock().move_to(date(2026, 11, 20));
    let world = world.in_role(StaffRole::Ombudsman);
    let overview = world.get(&format!("{}/escalation", base(&case))).await;
    assert!(whole(&overview).contains("Late or not done"), "{}", overview.html);
    let closed = world.get(&format!("{}/escalation/1/step/4", base(&case))).await;
    assert!(
        whole(&closed).contains("Something was judged not done within its period")
            && leads_to(&closed, &format!("{}/evidence/1", base(&case))),
        "the missing fact says where it is recorded"
    );
    let not_met = [("judge-decision", "not_met"), ("judge-reasons", "Nothing came.")];
    press(&world, &format!("{}/evidence/1", base(&case)), "/judge", &not_met).await;

    let last = questions(&world, &case, "s28(6)").await;
    let facts = Filled::of(whole(&last), "/escalation/prepare").get("facts").to_owned();
    for words in ["5 October 2026", "Nothing has come.", "The officer left.", "Late twice before."] {
        assert!(facts.contains(words), "{words}: {facts}");
    }
    let days = typed(&[], &[day("r1-due-on", ["18", "12", "2026"]), day("body_by", ["4", "12", "2026"])]);
    prepared(&world, &last, &days).await;
    let page = format!("{}/escalation/prepared", base(&case));
    let early = send(&world, &page, "/prepared/issue", &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "the body still has time to comment (R9)");
    let body = world.council.to_string();
    let comment = typed(
        &[("comment-body", body.as_str()), ("comment-comment", "We regret it.")],
        &[day("comment-received_on", ["20", "11", "2026"])],
    );
    recorded(&world, &page, "/prepared/comment", &comment).await;
    press(&world, &page, "/prepared/issue", &[]).await;

    let (case, _) = now(&world, &case);
    let issued = case.issued.last().expect("issued");
    assert_eq!((issued.instrument, issued.number), (Instrument::SpecialReport, InstrumentNumber(2)));
    assert_eq!(issued.numbers.len(), 1);
    let bundle = world.get(&format!("{}/escalation/bundle", base(&case))).await;
    assert!(whole(&bundle).contains("What was promised") && bundle.html.contains("agreed"));
    let json = world.get(&format!("{}/escalation/bundle.json", base(&case))).await;
    let json: serde_json::Value = serde_json::from_str(&json.html).expect("data");
    assert_eq!(json["promises"][0]["agreed"], true);
    assert_eq!(json["judgements"][0]["judgement"], "not met");
    let again = world.get(&format!("{}/escalation/1/step/4", base(&case))).await;
    assert!(whole(&again).contains("number 2 of this case already followed"));
}

#[tokio::test]
async fn r52_a_report_is_issued_on_a_criterion_and_notice_and_its_publicity_is_proved() {
    let world = World::new();
    let case = agreed(&world, ready(&world)).await;
    let world = world.in_role(StaffRole::Manager);
    let decision = world.get(&format!("{}/decision", base(&case))).await;
    let report = format!("{}/report", base(&case));
    assert!(whole(&decision).contains("Missing: A criterion for a public report, with reasons"));
    assert!(leads_to(&decision, &report), "the decision says where it is recorded");
    let empty = send(&world, &report, "/report/criterion", &[("criterion-criterion", "significant")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.html.contains("href=\"#criterion-reasons\""), "{}", errors(&empty.html));
    let criterion = [("criterion-criterion", "significant"), ("criterion-reasons", "Nine weeks lost.")];
    press(&world, &report, "/report/criterion", &criterion).await;
    let body = world.council.to_string();
    let notice = [("notice-body", body.as_str()), ("notice-reasons", "It is significant.")];
    let looked = press(&world, &report, "/report/notice", &notice).await;
    assert!(
        looked.html.contains("complaints@ynys-council.example"),
        "the notice is looked at before it goes"
    );
    let issue = typed(
        &[("issue-instrument", "report"), ("issue-period", ""), ("issue-period_words", "")],
        &[day("issue-decided_on", ["5", "10", "2026"])],
    );
    recorded(&world, &format!("{}/decision", base(&case)), "/decision/issue", &issue).await;

    answered_and_published(&world, &case).await;
}

/// The report is received, answered, assessed and published, each on its page.
async fn answered_and_published(world: &World, case: &Case) {
    let page = format!("{}/instruments/1", base(case));
    assert!(whole(&world.get(&page).await).contains("No period runs yet"));
    let receipt = typed(
        &[("receipt-0-shown_by", "The courier.")],
        &[day("receipt-0-received_on", ["5", "10", "2026"])],
    );
    recorded(world, &page, "/receipt/0", &receipt).await;
    let shown = world.get(&page).await;
    assert!(
        whole(&shown).contains("The body has until 4 November 2026 to notify the office."),
        "{}",
        shown.html
    );
    let wrong = send(world, &page, "/notified/0", &[("notified-0-action", "We will.")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("We will."), "what was typed is kept");
    let notified = typed(
        &[("notified-0-action", "We will apologise.")],
        &[day("notified-0-received_on", ["5", "10", "2026"]), day("notified-0-within", ["1", "12", "2026"])],
    );
    recorded(world, &page, "/notified/0", &notified).await;
    let satisfied = [
        ("assessed-0-with_action", "yes"),
        ("assessed-0-with_period", "yes"),
        ("assessed-0-reasons", "It puts things right."),
    ];
    press(world, &page, "/assessed/0", &satisfied).await;
    let published = typed(
        &[("published-0-step", "W-24n"), ("published-0-shown_by", "Page 7 of the Ynys Herald.")],
        &[
            day("published-0-published_on", ["5", "10", "2026"]),
            day("published-0-names", ["5", "10", "2026"]),
        ],
    );
    recorded(world, &page, "/published/0", &published).await;
    let shown = world.get(&page).await;
    for words in
        ["done or confirmed by 1 December 2026", "Done on 5 October 2026", "What was recorded so far"]
    {
        assert!(whole(&shown).contains(words), "{words}");
    }
    let list = world.get(&format!("/cy/cases/{}/instruments", case.reference)).await;
    assert!(whole(&list).contains("adroddiad o dan adran 23"));
}

#[tokio::test]
async fn r41_an_adverse_findings_notice_before_the_period_ends_is_for_the_ombudsman_with_reasons() {
    let part3a = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/profiles/lgsco-part3a.toml");
    let world = World::set_up(|_| {
        let text = std::fs::read_to_string(part3a).expect("a profile");
        text.replacen("id = \"lgsco-part3a\"", "id = \"psow\"", 1)
    });
    let case = agreed(&world, ready(&world)).await;
    let issue = typed(
        &[("issue-instrument", "statement_of_reasons")],
        &[day("issue-decided_on", ["5", "10", "2026"])],
    );
    recorded(&world, &format!("{}/decision", base(&case)), "/decision/issue", &issue).await;
    let page = format!("{}/instruments/1", base(&case));
    let receipt = typed(
        &[("receipt-0-shown_by", "The courier.")],
        &[day("receipt-0-received_on", ["5", "10", "2026"])],
    );
    recorded(&world, &page, "/receipt/0", &receipt).await;
    let world = world.in_role(StaffRole::Manager);
    press(&world, &page, "/no-action/0", &[("no-action-0-basis", "The provider wrote that it will not.")])
        .await;
    let last = questions(&world, &case, "s34I(3)(a) no action").await;
    prepared(&world, &last, &[]).await;
    let page = format!("{}/escalation/prepared", base(&case));
    assert!(whole(&world.get(&page).await).contains("This office waits until 4 November 2026"));
    let why = [("issue-before_expiry", "It said no in plain words.")];
    let refused = send(&world, &page, "/prepared/issue", &why).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a manager does not set the policy aside");
    let world = world.in_role(StaffRole::Ombudsman);
    let without = send(&world, &page, "/prepared/issue", &[]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "not without reasons");
    press(&world, &page, "/prepared/issue", &why).await;
    let (case, _) = now(&world, &case);
    let issued = case.issued.last().expect("issued");
    assert_eq!(issued.instrument, Instrument::AdverseFindingsNotice);
    assert_eq!(issued.before_expiry.as_ref().map(|words| words.as_str()), Some("It said no in plain words."));
    let way = link(&world, case.id, "/c/", "mair@");
    let seen = in_both(&mut Visitor::by(&world, &way).await, "/en/my-complaint").await;
    assert!(
        seen.html.contains("we issued this about Ynys Council: adverse findings notice"),
        "{}",
        seen.html
    );
}

#[tokio::test]
async fn r37_a_step_of_the_menu_is_recorded_and_a_new_case_is_linked_from_both_sides() {
    let world = World::new();
    let (case, _) = decided_of(&world, ready(&world)).await;
    world.office.clock().move_to(date(2026, 11, 20));
    let world = world.in_role(StaffRole::Ombudsman);
    let page = format!("{}/escalation/1/step/4", base(&case));
    let meeting = [("take-step", "meeting"), ("take-reason", "They met; nothing came of it.")];
    press(&world, &page, "/take", &meeting).await;
    let new = [("new-case-title", "Apology never sent"), ("new-case-reason", "A year has gone by.")];
    let opened = send(&world, &page, "/new-case", &new).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", errors(&opened.html));
    let (case, _) = now(&world, &case);
    assert_eq!(case.steps_taken.len(), 2);
    let link = case.linked_cases.first().expect("linked");
    assert_eq!(link.relation, Relation::FollowedBy);
    let other = world.office.load(link.case).expect("the new case").case;
    assert_eq!(other.linked_cases.first().map(|link| link.case), Some(case.id));
    let overview = world.get(&format!("{}/escalation", base(&case))).await;
    assert!(
        whole(&overview).contains("Meet the body") && overview.html.contains(&link.reference.to_string())
    );
}

#[tokio::test]
async fn e30_a_version_is_looked_through_for_names_and_not_kept() {
    let world = World::new();
    let case = agreed(&world, ready(&world)).await;
    let (case, _) = decided_of_agreed(&world, case).await;
    let page = format!("{}/instruments/1/version", base(&case));
    let before = now(&world, &case).0.seq;
    let text =
        [("text", "Mrs Mair Bevan wrote to Ynys Council and to Mr Rhys Pugh."), ("others", "Rhys Pugh")];
    let looked = send(&world, &page, "/version", &text).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(whole(&looked).contains("2 names or details stand in it"), "{}", looked.html);
    assert_eq!(now(&world, &case).0.seq, before, "nothing is recorded");
}

/// The decision of a case that is agreed already.
async fn decided_of_agreed(world: &World, case: Case) -> (Case, Answer) {
    let issue = typed(
        &[
            ("issue-instrument", "report_without_publicity"),
            ("issue-period", "agreed"),
            ("issue-period_words", "The comments on the draft."),
        ],
        &[day("issue-decided_on", ["5", "10", "2026"])],
    );
    let looked = recorded(world, &format!("{}/decision", base(&case)), "/decision/issue", &issue).await;
    (now(world, &case).0, looked)
}
