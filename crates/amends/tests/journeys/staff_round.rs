//! The draft round and the decision through the pages, without script: R9–R24 as a caseworker meets them.

use amends_core::{
    case::{Case, Check, Stage},
    command::Command,
    id::RecommendationNumber,
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{
        Amount, Answer as Said, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms,
    },
};
use axum::http::StatusCode;
use jiff::civil::date;

use super::fixture::{Answer, TODAY, World, whole};

/// A case with a finding, its check and two recommendations: an apology and £500, ready for its draft.
pub fn ready(world: &World) -> Case {
    written(world, world.case())
}

/// The finding, the check and the two recommendations of the matter.
pub fn written(world: &World, case: Case) -> Case {
    let mut sealer = world.office.sealer();
    let mut words = |text: &str| sealer.words(text).expect("sealed");
    let terms = |kind, proof, what, wording, amount| Terms {
        kind,
        scope: Scope::Personal,
        answers: Some(FindingNumber(1)),
        wording,
        amount,
        set_off_allowed: false,
        addressee: world.council,
        beneficiaries: None,
        evidence: vec![EvidenceItem { item: ItemNumber(1), what, proof, need: Need::Required }],
        evidence_due: Some(DueSpec::After {
            length: Length::new(20, Unit::WorkingDays).expect("a length"),
            anchor: Anchor::FinalDecision,
        }),
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: None,
    };
    let apology = terms(
        Kind::Apology,
        Proof::Letter,
        words("A copy of the apology letter"),
        words("The council will apologise to Mrs A."),
        None,
    );
    let payment = terms(
        Kind::Payment,
        Proof::PaymentRecord,
        words("A record of the payment"),
        words("The council will pay Mrs A £500."),
        Some(Amount::Exact { pence: Pence(50_000) }),
    );
    let commands = [
        Command::RecordFinding {
            body: world.council,
            fault: words("The council lost the application for nine weeks."),
            injustice: Some(words("Mrs A waited and worried.")),
            systemic: false,
        },
        Command::RecordCheck {
            check: Check::GuidanceOnRemedies,
            version: Some("2".to_owned()),
            note: words("Considered."),
        },
        Command::WriteRecommendation { terms: Box::new(apology) },
        Command::WriteRecommendation { terms: Box::new(payment) },
    ];
    world.act(case.id, &commands, &sealer.into_kept())
}

pub fn base(case: &Case) -> String {
    format!("/en/cases/{}", case.reference)
}

/// The case as it stands now, with the number of its entries.
pub fn now(world: &World, case: &Case) -> (Case, String) {
    let case = (*world.office.load(case.id).expect("the case").case).clone();
    let seq = case.seq.to_string();
    (case, seq)
}

pub fn on<'a>(field: &'a str, parts: &'a [String; 3]) -> [(String, &'a str); 3] {
    [
        (format!("{field}-day"), parts[0].as_str()),
        (format!("{field}-month"), parts[1].as_str()),
        (format!("{field}-year"), parts[2].as_str()),
    ]
}

/// Sends a form that goes through its check page: looked at first, then confirmed.
pub async fn confirm(world: &World, path: &str, fields: &[(&str, &str)]) -> (Answer, Answer) {
    let looked = world.post(path, fields).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    let mut again = fields.to_vec();
    again.push(("confirmed", "yes"));
    let done = world.post(path, &again).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    (looked, done)
}

/// The error summary of a page, for a failing assertion.
pub fn errors(html: &str) -> String {
    html.split("govuk-error-summary__list").nth(1).unwrap_or(html).chars().take(900).collect()
}

/// A draft that is out until 2 November.
pub async fn out(world: &World) -> Case {
    out_of(world, ready(world)).await
}

/// The draft of a case that is ready goes out until 2 November.
async fn out_of(world: &World, case: Case) -> Case {
    let parts = ["2".to_owned(), "11".to_owned(), "2026".to_owned()];
    let (bodies, complainant) = (on("bodies_by", &parts), on("complainant_by", &parts));
    let (_, seq) = now(world, &case);
    let mut fields = vec![("seq", seq.as_str())];
    fields.extend(bodies.iter().chain(&complainant).map(|(field, value)| (field.as_str(), *value)));
    confirm(world, &format!("{}/draft/send", base(&case)), &fields).await;
    now(world, &case).0
}

/// A case that was decided on [`TODAY`], both actions agreed.
pub async fn decided(world: &World) -> Case {
    let (case, looked) = decided_of(world, ready(world)).await;
    // Counted by hand: twenty working days after Monday 5 October 2026 end on Monday 2 November.
    assert!(
        whole(&looked).contains("Monday 2 November 2026"),
        "the date of the clock is shown before it runs"
    );
    case
}

/// A draft that is out and agreed to, with a comment of the complainant that is considered.
pub async fn agreed(world: &World, case: Case) -> Case {
    let case = out_of(world, case).await;
    let mut sealer = world.office.sealer();
    let agree = |number| Command::AnswerProposal {
        body: world.council,
        number: RecommendationNumber(number),
        answer: Said::Agree,
        received_on: TODAY,
        checked_with: None,
    };
    let comment = Command::RecordComplainantComment {
        number: None,
        comment: sealer.words("Diolch.").expect("sealed"),
        received_on: TODAY,
    };
    world.act(case.id, &[agree(1), agree(2), comment], &sealer.into_kept());
    let (_, seq) = now(world, &case);
    let closed = world.post(&format!("{}/draft/close", base(&case)), &[("seq", &seq)]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", errors(&closed.html));
    for number in ["1", "2"] {
        let (_, seq) = now(world, &case);
        let (outcome, why) = (format!("consider-{number}-outcome"), format!("consider-{number}-reasoning"));
        let fields = [
            ("seq", seq.as_str()),
            ("number", number),
            (outcome.as_str(), "stands"),
            (why.as_str(), "Both parties agree."),
        ];
        let considered = world.post(&format!("{}/draft/consider", base(&case)), &fields).await;
        assert_eq!(considered.status, StatusCode::SEE_OTHER, "{}", errors(&considered.html));
    }
    let mut sealer = world.office.sealer();
    let check = Command::RecordCheck {
        check: amends_core::case::Check::PublicInterest,
        version: None,
        note: sealer.words("It does not call for a report.").expect("sealed"),
    };
    world.act(case.id, &[check], &sealer.into_kept());
    now(world, &case).0
}

/// A case that is ready, taken to its decision on [`TODAY`]; with the page that was looked at before it was issued.
pub async fn decided_of(world: &World, case: Case) -> (Case, Answer) {
    let case = agreed(world, case).await;
    let (_, seq) = now(world, &case);
    let parts = ["5".to_owned(), "10".to_owned(), "2026".to_owned()];
    let day = on("issue-decided_on", &parts);
    let mut fields = vec![
        ("seq", seq.as_str()),
        ("issue-instrument", "report_without_publicity"),
        ("issue-period", "agreed"),
        ("issue-period_words", "The comments on the draft."),
    ];
    fields.extend(day.iter().map(|(field, value)| (field.as_str(), *value)));
    let (looked, _) = confirm(world, &format!("{}/decision/issue", base(&case)), &fields).await;
    (now(world, &case).0, looked)
}

#[tokio::test]
async fn r09_a_draft_is_looked_at_before_it_goes_to_both_parties() {
    let world = World::new();
    let case = ready(&world);
    let set_up = world.get(&format!("{}/draft/send", base(&case))).await;
    assert!(whole(&set_up).contains("Do not start these actions yet"));
    assert!(set_up.html.contains("Mrs Mair Bevan") && set_up.html.contains("Ynys Council"));
    // The profile's twenty working days after 5 October are offered: 2 November.
    assert!(set_up.html.contains("Monday 2 November 2026"), "the default date is resolved");
    let (_, seq) = now(&world, &case);
    let fields = [
        ("seq", seq.as_str()),
        ("bodies_by-day", "2"),
        ("bodies_by-month", "11"),
        ("bodies_by-year", "2026"),
        ("complainant_by-day", "2"),
        ("complainant_by-month", "11"),
        ("complainant_by-year", "2026"),
    ];
    let path = format!("{}/draft/send", base(&case));
    let looked = world.post(&path, &fields).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    assert!(
        whole(&looked).contains("mair@example.org")
            && looked.html.contains("complaints@ynys-council.example")
    );
    assert!(looked.html.contains("lang=\"cy\""), "the complainant's letter is shown in Welsh");
    assert_eq!(now(&world, &case).0.drafts.len(), 0, "looking sends nothing");
    let mut back = fields.to_vec();
    back.push(("back", "yes"));
    let kept = world.post(&path, &back).await;
    assert!(
        kept.status == StatusCode::OK && kept.html.contains("value=\"11\""),
        "going back keeps what was typed"
    );
    confirm(&world, &path, &fields).await;
    let (case, _) = now(&world, &case);
    assert_eq!((case.drafts.len(), case.stage()), (1, Stage::OutForComment));
    let page = world.get(&format!("{}/draft?done=draft-sent", base(&case))).await;
    assert!(whole(&page).contains("No reply – 28 days left."));
}

#[tokio::test]
async fn r24_a_draft_with_a_date_that_does_not_exist_is_not_sent_and_keeps_what_was_typed() {
    let world = World::new();
    let case = ready(&world);
    let fields = [("bodies_by-day", "31"), ("bodies_by-month", "11"), ("bodies_by-year", "2026")];
    let wrong = world.post(&format!("{}/draft/send", base(&case)), &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&wrong).contains("value=\"31\"") && wrong.html.contains("govuk-error-summary"));
}

#[tokio::test]
async fn r13_a_suggested_wording_is_shown_word_by_word_and_taken_over() {
    let world = World::new();
    let case = out(&world).await;
    let (_, seq) = now(&world, &case);
    let fields = [
        ("seq", seq.as_str()),
        ("answer-number", "1"),
        ("answer-kind", "change"),
        ("answer-text", "Our chief officer signs such letters."),
        ("answer-wording", "The council will apologise in writing to Mrs A."),
        ("answer-received_on-day", "5"),
        ("answer-received_on-month", "10"),
        ("answer-received_on-year", "2026"),
    ];
    let answered = world.post(&format!("{}/draft/answer", base(&case)), &fields).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", errors(&answered.html));
    let page = world.get(&format!("{}/draft", base(&case))).await;
    assert!(whole(&page).contains("<ins>") && page.html.contains("in writing"), "the suggestion is marked");
    let (_, seq) = now(&world, &case);
    let accept =
        [("seq", seq.as_str()), ("number", "1"), ("how", "asis"), ("accept-1-reasoning", "Clearer.")];
    let accepted = world.post(&format!("{}/draft/accept", base(&case)), &accept).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", errors(&accepted.html));
    let (case, _) = now(&world, &case);
    let one = case.recommendation(RecommendationNumber(1)).expect("there");
    assert_eq!(one.terms.wording.as_str(), "The council will apologise in writing to Mrs A.");
    let compared = world.get(&format!("{}/draft/compare?from=1&to=now", base(&case))).await;
    assert!(whole(&compared).contains("1 wording changed"));
    let welsh = world.get(&format!("/cy/cases/{}/draft/compare?from=1&to=now", case.reference)).await;
    assert!(whole(&welsh).contains("1 geiriad wedi newid"));
}

#[tokio::test]
async fn r18_disagreement_without_reasons_is_refused_on_its_field() {
    let world = World::new();
    let case = out(&world).await;
    let fields = [
        ("answer-number", "1"),
        ("answer-kind", "disagree"),
        ("answer-received_on-day", "5"),
        ("answer-received_on-month", "10"),
        ("answer-received_on-year", "2026"),
    ];
    let refused = world.post(&format!("{}/draft/answer", base(&case)), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&refused).contains("#answer-reasons"), "{}", errors(&refused.html));
}

#[tokio::test]
async fn r16_the_decision_page_lists_what_is_missing_and_where_to_mend_it() {
    let world = World::new();
    let case = ready(&world);
    let page = world.get(&format!("{}/decision", base(&case))).await;
    assert!(whole(&page).contains("things are missing before the decision"));
    assert!(page.html.contains("A draft went to both parties"));
    let fields = [
        ("issue-instrument", "report_without_publicity"),
        ("issue-decided_on-day", "5"),
        ("issue-decided_on-month", "10"),
        ("issue-decided_on-year", "2026"),
    ];
    let refused = world.post(&format!("{}/decision/issue", base(&case)), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "no draft was offered (R9)");
    assert!(now(&world, &case).0.final_decision.is_none());
}

#[tokio::test]
async fn r22_the_decision_goes_to_both_and_its_dates_are_told() {
    let world = World::new();
    let case = decided(&world).await;
    assert_eq!(case.stage(), Stage::FinalIssued);
    let one = case.recommendation(RecommendationNumber(1)).expect("there");
    assert_eq!(one.evidence_due_on(), Some(date(2026, 11, 2)));
    let page = world.get(&format!("{}/decision", base(&case))).await;
    assert!(whole(&page).contains("The decision is issued") && page.html.contains("Monday 2 November 2026"));
}

#[tokio::test]
async fn two_people_writing_at_once_lose_nothing() {
    let world = World::new();
    let case = out(&world).await;
    let (_, seq) = now(&world, &case);
    let mut sealer = world.office.sealer();
    let contact = Command::RecordContact {
        purpose: amends_core::case::ContactPurpose::Other,
        note: sealer.words("Rang the council.").expect("sealed"),
    };
    world.act(case.id, &[contact], &sealer.into_kept());
    let fields = [("seq", seq.as_str()), ("number", "1"), ("early-1-reason", "They offered to start today")];
    let changed = world.post(&format!("{}/draft/early", base(&case)), &fields).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert!(whole(&changed).contains("They offered to start today"), "what was typed is kept");
    assert!(!now(&world, &case).0.recommendations[0].early_action_authorised, "nothing was overwritten");
}
