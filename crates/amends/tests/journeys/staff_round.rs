//! From the draft to the closed matter through the pages, without script: R9–R37 as a caseworker meets them.

use amends_core::{
    actor::StaffRole,
    case::{Case, Check, Stage},
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, RecommendationNumber},
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{
        Amount, Answer as Said, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, State,
        Terms,
    },
};
use axum::http::StatusCode;
use jiff::civil::date;

use super::fixture::{Answer, TODAY, World, whole};

/// A case with a finding, its check and two recommendations: an apology and £500, ready for its draft.
fn ready(world: &World) -> Case {
    let case = world.case();
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

fn base(case: &Case) -> String {
    format!("/en/cases/{}", case.reference)
}

/// The case as it stands now, with the number of its entries.
fn now(world: &World, case: &Case) -> (Case, String) {
    let case = world.office.load(case.id).expect("the case").case;
    let seq = case.seq.to_string();
    (case, seq)
}

fn on<'a>(field: &'a str, parts: &'a [String; 3]) -> [(String, &'a str); 3] {
    [
        (format!("{field}-day"), parts[0].as_str()),
        (format!("{field}-month"), parts[1].as_str()),
        (format!("{field}-year"), parts[2].as_str()),
    ]
}

/// Sends a form that goes through its check page: looked at first, then confirmed.
async fn confirm(world: &World, path: &str, fields: &[(&str, &str)]) -> (Answer, Answer) {
    let looked = world.post(path, fields).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", errors(&looked.html));
    let mut again = fields.to_vec();
    again.push(("confirmed", "yes"));
    let done = world.post(path, &again).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    (looked, done)
}

/// The error summary of a page, for a failing assertion.
fn errors(html: &str) -> String {
    html.split("govuk-error-summary__list").nth(1).unwrap_or(html).chars().take(900).collect()
}

/// A draft that is out until 2 November.
async fn out(world: &World) -> Case {
    let case = ready(world);
    let parts = ["2".to_owned(), "11".to_owned(), "2026".to_owned()];
    let (bodies, complainant) = (on("bodies_by", &parts), on("complainant_by", &parts));
    let (_, seq) = now(world, &case);
    let mut fields = vec![("seq", seq.as_str())];
    fields.extend(bodies.iter().chain(&complainant).map(|(field, value)| (field.as_str(), *value)));
    confirm(world, &format!("{}/draft/send", base(&case)), &fields).await;
    now(world, &case).0
}

/// A case that was decided on [`TODAY`], both actions agreed.
async fn decided(world: &World) -> Case {
    let case = out(world).await;
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
    let (_, seq) = now(world, &case);
    let parts = ["5".to_owned(), "10".to_owned(), "2026".to_owned()];
    let day = on("issue-decided_on", &parts);
    let mut fields = vec![("seq", seq.as_str()), ("issue-instrument", "report_without_publicity")];
    fields.extend(day.iter().map(|(field, value)| (field.as_str(), *value)));
    let (looked, _) = confirm(world, &format!("{}/decision/issue", base(&case)), &fields).await;
    // Counted by hand: twenty working days after Monday 5 October 2026 end on Monday 2 November.
    assert!(
        whole(&looked).contains("Monday 2 November 2026"),
        "the date of the clock is shown before it runs"
    );
    now(world, &case).0
}

/// Evidence with one file of plain text, as the body's page would send it.
fn send_file(world: &World, case: &Case, number: u16, text: &str, paid: Option<Pence>) -> EvidenceId {
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
async fn r33_evidence_is_read_checked_item_by_item_and_judged_met() {
    let world = World::new();
    let case = decided(&world).await;
    world.office.clock().move_to(date(2026, 10, 20));
    // A fortnight later nobody is signed in any more.
    let world = world.as_role(StaffRole::Caseworker);
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
    let world = world.as_role(StaffRole::Manager);
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
    let world = World::new().as_role(StaffRole::Manager);
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
