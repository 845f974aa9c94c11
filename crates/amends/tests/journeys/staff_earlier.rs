//! Earlier service improvements, handling notes and reports through the pages, without script (R47–R53, R56).

use amends_core::{
    actor::StaffRole,
    case::{Case, Check, ConsideredOutcome},
    command::Command,
    id::RecommendationNumber,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{
        Answer as Said, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms,
    },
    text::Words,
};
use axum::http::StatusCode;

use super::{
    fixture::{TODAY, World, whole},
    staff_round::{base, confirm, errors, now},
};

const R1: RecommendationNumber = RecommendationNumber(1);

/// A page's text as addresses stand in it.
fn addresses(html: &str) -> String {
    html.replace("&#x2f;", "/").replace("&amp;", "&")
}

fn terms(world: &World, wording: Words, what: Words, themes: &[&str]) -> Box<Terms> {
    Box::new(Terms {
        kind: Kind::Training,
        scope: Scope::Service,
        answers: Some(FindingNumber(1)),
        wording,
        amount: None,
        set_off_allowed: false,
        addressee: world.council,
        beneficiaries: None,
        evidence: vec![EvidenceItem {
            item: ItemNumber(1),
            what,
            proof: Proof::TrainingRecord,
            need: Need::Required,
        }],
        evidence_due: Some(DueSpec::After {
            length: Length::new(20, Unit::WorkingDays).expect("a length"),
            anchor: Anchor::FinalDecision,
        }),
        public_summary: None,
        themes: themes.iter().map(|theme| (*theme).to_owned()).collect(),
        takes_up: Vec::new(),
        private_notes: None,
    })
}

/// A case with a systemic finding and one service improvement, not yet drafted.
fn written(world: &World, wording: &str, themes: &[&str]) -> Case {
    let case = world.case();
    let mut sealer = world.office.sealer();
    let mut words = |text: &str| sealer.words(text).expect("sealed");
    let commands = [
        Command::RecordFinding {
            body: world.council,
            fault: words("Reports of damp were not answered."),
            injustice: Some(words("Mrs A waited and worried.")),
            systemic: true,
        },
        Command::RecordCheck {
            check: Check::GuidanceOnRemedies,
            version: Some("2".to_owned()),
            note: words("Considered."),
        },
        Command::RecordCheck { check: Check::PublicInterest, version: None, note: words("Considered.") },
        Command::WriteRecommendation { terms: terms(world, words(wording), words("The register"), themes) },
    ];
    world.act(case.id, &commands, &sealer.into_kept())
}

/// A case decided today that asked the council to train its housing officers.
fn decided(world: &World) -> Case {
    let case = written(
        world,
        "The council will train its housing officers in answering reports of damp.",
        &["delay"],
    );
    let mut sealer = world.office.sealer();
    let mut words = |text: &str| sealer.words(text).expect("sealed");
    let by = TODAY.saturating_add(jiff::ToSpan::days(28));
    let commands = [
        Command::RecordCheck { check: Check::EarlierImprovements, version: None, note: words("None.") },
        Command::IssueDraft { bodies_by: by, complainant_by: Some(by) },
        Command::AnswerProposal {
            body: world.council,
            number: R1,
            answer: Said::Agree,
            received_on: TODAY,
            checked_with: None,
        },
        Command::RecordComplainantComment { number: None, comment: words("Diolch."), received_on: TODAY },
        Command::CloseComments,
        Command::ConsiderComments {
            number: R1,
            outcome: ConsideredOutcome::Stands,
            reasoning: words("Agreed."),
        },
    ];
    world.act(case.id, &commands, &sealer.into_kept());
    crate::fixture::issue_by_agreement(world, case.id, TODAY)
}

#[tokio::test]
async fn r48_earlier_improvements_stand_beside_the_form_with_the_reason_for_each() {
    let world = World::new();
    let before = decided(&world);
    let case = world.case();
    let body = world.council.to_string();
    let form = [
        ("kind", "training"),
        ("scope", "service"),
        ("wording", "Bydd y Cyngor yn hyfforddi swyddogion tai i ateb adroddiadau am leithder."),
        ("body", &body),
        ("act", "check"),
    ];
    let page = world.post(&format!("{}/recommendations/new", base(&case)), &form).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains(&format!("{}-1", before.reference)), "{}", page.html);
    assert!(
        whole(&page).contains("hyfforddi = train") && page.html.contains("leithder = damp"),
        "{}",
        page.html
    );
    assert!(page.html.contains("It has no subject."), "the check of the wording advises a subject");
    // The subject alone finds it too, and is kept when the recommendation is saved.
    let mut chosen = form.to_vec();
    chosen[2].1 = "The Council will answer.";
    chosen.extend([("themes", "delay"), ("themes", "complaint_handling")]);
    let page = world.post(&format!("{}/recommendations/new", base(&case)), &chosen).await;
    assert!(page.html.contains("Same subject: Delay"), "{}", page.html);
    chosen.retain(|(name, _)| *name != "act");
    let saved = world.post(&format!("{}/recommendations/new", base(&case)), &chosen).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", errors(&saved.html));
    let (case, _) = now(&world, &case);
    assert_eq!(case.recommendations[0].terms.themes, ["delay", "complaint_handling"]);
    let again = world.get(&format!("{}/recommendations/1/edit", base(&case))).await;
    let ticked = again.html.matches("type=\"checkbox\"").count();
    assert!(ticked > 2 && again.html.contains("value=\"delay\" checked"), "{}", again.html);
}

/// The text that stands in a field of a page.
fn standing_in(html: &str, name: &str) -> String {
    let from = html.split(&format!("name=\"{name}\"")).nth(1).expect("the field");
    let inside = from.split('>').nth(1).expect("its text");
    inside.split("</textarea").next().unwrap_or_default().replace("&#x27;", "'").trim().to_owned()
}

#[tokio::test]
async fn r50_what_had_no_time_is_referred_to_by_one_click_in_the_language_of_each_letter() {
    let world = World::new();
    let before = decided(&world);
    let earlier = format!("{}-1", before.reference);
    let case = written(&world, "The council will train its housing officers about damp.", &["delay"]);
    let path = format!("{}/earlier", base(&case));
    let page = world.get(&path).await;
    assert!(whole(&page).contains(&earlier) && page.html.contains("Still open."), "{}", page.html);
    assert!(!page.html.contains(" checked"), "nothing is chosen beforehand (R47)");

    let empty = world.post(&path, &[("form", "judge"), ("judge-body", &world.council.to_string())]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["judge-earlier", "judge-conclusion", "judge-reasons"] {
        assert!(empty.html.contains(&format!("href=\"#{field}\"")), "{field}: {}", errors(&empty.html));
    }
    let (_, seq) = now(&world, &case);
    let body = world.council.to_string();
    let judge = [
        ("seq", seq.as_str()),
        ("form", "judge"),
        ("judge-body", &body),
        ("judge-earlier", &earlier),
        ("judge-conclusion", "not_yet_embedded"),
        ("judge-reasons", "The training begins in November."),
    ];
    let judged = world.post(&path, &judge).await;
    assert_eq!(judged.status, StatusCode::SEE_OTHER, "{}", errors(&judged.html));
    let (now_case, seq) = now(&world, &case);
    assert!(now_case.has_check(Check::EarlierImprovements), "that is the look R48 calls for");

    let days = ["bodies_by", "complainant_by"];
    let mut send = vec![("seq".to_owned(), seq.clone())];
    for field in days {
        for (part, value) in [("day", "2"), ("month", "11"), ("year", "2026")] {
            send.push((format!("{field}-{part}"), value.to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> =
        send.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let refused = world.post(&format!("{}/draft/send", base(&case)), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html.contains("The decision does not refer to"), "{}", errors(&refused.html));

    // One click: the paragraph stands there already, in both languages.
    let page = world.get(&path).await;
    let (en, cy) = (standing_in(&page.html, "refer-en"), standing_in(&page.html, "refer-cy"));
    assert!(en.contains(&earlier) && en.contains("There has not yet been enough time"), "{en}");
    assert!(cy.contains(&earlier) && cy.contains("Ni fu digon o amser eto"), "{cy}");
    let insert = [
        ("seq", seq.as_str()),
        ("form", "refer"),
        ("refer-body", &body),
        ("refer-earlier", &earlier),
        ("refer-en", "In English: we refer to what we asked for before."),
        ("refer-cy", "Yn Gymraeg: cyfeiriwn at yr hyn y gofynnwyd amdano."),
    ];
    let inserted = world.post(&path, &insert).await;
    assert_eq!(inserted.status, StatusCode::SEE_OTHER, "{}", errors(&inserted.html));
    send[0].1 = now(&world, &case).1;
    let fields: Vec<(&str, &str)> =
        send.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (looked, _) = confirm(&world, &format!("{}/draft/send", base(&case)), &fields).await;
    assert!(looked.html.contains("In English: we refer to"), "the body's letter, in English");
    assert!(looked.html.contains("Yn Gymraeg: cyfeiriwn"), "the complainant's letter, in Welsh");
    let timeline = world.get(&format!("{}/timeline", base(&case))).await;
    assert!(whole(&timeline).contains(&format!("The decision refers to {earlier}")), "{}", timeline.html);
}

#[tokio::test]
async fn r51_what_recurs_can_be_taken_up_and_the_letter_says_so() {
    let world = World::new();
    let before = decided(&world);
    let earlier = format!("{}-1", before.reference);
    let case = written(&world, "The council will train its housing officers about damp.", &["delay"]);
    let (_, seq) = now(&world, &case);
    let body = world.council.to_string();
    let judge = [
        ("seq", seq.as_str()),
        ("form", "judge"),
        ("judge-body", &body),
        ("judge-earlier", &earlier),
        ("judge-conclusion", "recurs"),
        ("judge-reasons", "A year has passed and nothing changed."),
    ];
    let judged = world.post(&format!("{}/earlier", base(&case)), &judge).await;
    assert_eq!(judged.status, StatusCode::SEE_OTHER, "{}", errors(&judged.html));
    let overview = world.get(&base(&case)).await;
    assert!(whole(&overview).contains("reflect it in a new recommendation"), "{}", overview.html);
    assert!(overview.html.contains("consider whether the public interest calls for a report"));
    let edit = world.get(&format!("{}/recommendations/1/edit", base(&case))).await;
    assert!(
        edit.html.contains(&format!("name=\"takes_up\" type=\"checkbox\" value=\"{earlier}\"")),
        "{}",
        edit.html
    );
    let (_, seq) = now(&world, &case);
    let form = [
        ("seq", seq.as_str()),
        ("kind", "training"),
        ("scope", "service"),
        ("wording", "The council will train its housing officers about damp."),
        ("body", &body),
        ("answers", "1"),
        ("item-what", "The register"),
        ("item-proof", "training_record"),
        ("item-need", "required"),
        ("due", "after"),
        ("due-amount", "20"),
        ("due-unit", "working_days"),
        ("due-anchor", "final_decision"),
        ("money", "none"),
        ("themes", "delay"),
        ("takes_up", &earlier),
    ];
    let saved = world.post(&format!("{}/recommendations/1/edit", base(&case)), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", errors(&saved.html));
    let overview = world.get(&base(&case)).await;
    assert!(!overview.html.contains("reflect it in a new recommendation"), "{}", overview.html);
}

#[tokio::test]
async fn r53_the_report_is_filtered_and_each_number_leads_to_its_list() {
    let world = World::new();
    let before = decided(&world);
    let reference = format!("{}-1", before.reference);
    for path in ["/en/reports", "/cy/reports"] {
        assert!(addresses(whole(&world.get(path).await)).matches("/reports/").count() > 1, "{path}");
    }
    let page = world.get("/en/reports/service-improvements").await;
    assert!(whole(&page).contains(&reference), "{}", page.html);
    assert!(
        addresses(&page.html).contains("theme=delay&progress=open"),
        "the number leads to its list: {}",
        page.html
    );
    for (query, there) in [
        ("theme=delay&progress=open", true),
        ("theme=planning", false),
        ("progress=not_done", false),
        ("kind=training&from=2026-10-05&to=2026-10-05", true),
        ("to=2026-10-04", false),
        (&format!("body={}", world.council), true),
        (&format!("body={}", world.health_board), false),
    ] {
        let page = world.get(&format!("/cy/reports/service-improvements?{query}")).await;
        assert_eq!(whole(&page).contains(&reference), there, "{query}");
    }
    let wrong = world.get("/en/reports/service-improvements?from=yesterday").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("value=\"yesterday\""), "what was typed is kept");
    let csv = world.get("/en/reports/service-improvements.csv?theme=delay").await;
    let lines: Vec<&str> = csv.html.split("\r\n").collect();
    assert!(lines[0].starts_with("reference,case,body,themes,kind,wording"), "{}", csv.html);
    assert!(lines[1].starts_with(&format!("{reference},{},Ynys Council,delay,training,", before.reference)));
    let json = world.get("/en/reports/service-improvements.json?theme=delay").await;
    let read: serde_json::Value = serde_json::from_str(&json.html).expect("JSON");
    assert_eq!((&read["as_at"], &read["rows"][0]["reference"]), (&"2026-10-05".into(), &reference.into()));
    let previous = world.get("/cy/bodies/ynys-council/previous?theme=delay").await;
    assert!(whole(&previous).contains(&before.reference.0), "{}", previous.html);
}

#[tokio::test]
async fn r56_a_note_rests_on_its_event_and_is_owed_after_an_adverse_outcome() {
    let world = World::new();
    let case = decided(&world);
    let mut sealer = world.office.sealer();
    let refusal = Command::RecordRefusal { number: R1, reasons: sealer.words("No money.").expect("sealed") };
    world.act(case.id, &[refusal], &sealer.into_kept());
    let overview = world.get(&base(&case)).await;
    assert!(whole(&overview).contains("note how the body dealt with us"), "{}", overview.html);
    let page = world.get(&format!("{}/handling", base(&case))).await;
    assert!(whole(&page).contains("A recommendation was not met"), "{}", page.html);
    let (at, seq) = now(&world, &case);
    let because = at.handling_signs.last().expect("a sign").seq.to_string();
    let chosen = world.get(&format!("{}/handling?because={because}", base(&case))).await;
    assert!(chosen.html.contains("value=\"complaint_handling_failure\" selected"), "{}", chosen.html);
    let empty = world.post(&format!("{}/handling", base(&case)), &[("seq", &seq)]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let note = [
        ("seq", seq.as_str()),
        ("because", &because),
        ("code", "complaint_handling_failure"),
        ("note", "It refused without reasons."),
    ];
    let world = world.in_role(StaffRole::Coordinator);
    let noted = world.post(&format!("{}/handling", base(&case)), &note).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", errors(&noted.html));
    let overview = world.get(&base(&case)).await;
    assert!(!overview.html.contains("note how the body dealt with us"), "{}", overview.html);

    let timeline = world.get(&format!("{}/timeline", base(&case))).await;
    assert!(timeline.html.contains(&format!("id=\"entry-{because}\"")), "the event it rests on");
    let of_body = world.get("/en/bodies/ynys-council/handling").await;
    assert!(whole(&of_body).contains("It refused without reasons."), "{}", of_body.html);
    assert!(addresses(&of_body.html).contains(&format!("/timeline#entry-{because}")), "{}", of_body.html);

    let report = world.get("/en/reports/handling").await;
    assert!(whole(&report).contains("Quarter 4 of 2026"), "{}", report.html);
    let link = "what=note%3Acomplaint_handling_failure";
    let shown = addresses(&report.html);
    let href = shown.split("href=\"").find(|rest| rest.contains(link)).expect("a number with its list");
    let href = href.split('"').next().unwrap_or_default();
    let entries = world.get(href).await;
    assert!(whole(&entries).contains("It refused without reasons."), "{}", entries.html);
    assert!(whole(&world.get("/cy/reports/handling").await).contains("Chwarter 4"));
    let csv = world.get("/en/reports/handling.csv").await;
    assert!(csv.html.contains("2026-Q4,Ynys Council,note,complaint_handling_failure,1"), "{}", csv.html);
    let json = world.get("/en/reports/handling.json").await;
    let read: serde_json::Value = serde_json::from_str(&json.html).expect("JSON");
    assert_eq!(read["entries"].as_array().map(Vec::len), Some(2), "the outcome and the note: {read}");
}
