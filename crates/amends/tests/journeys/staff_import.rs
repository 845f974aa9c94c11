//! A decision made elsewhere is taken in: nothing is kept before a caseworker has looked and chosen.

use axum::http::StatusCode;

use amends_core::{
    case::{Case, Stage},
    recommendation::{Need, Proof},
};

use crate::{
    filling::Filled,
    fixture::{World, whole},
    staff_round::{base, confirm, now},
};

const TEXT: &str = "I recommend that the Council should:\n\nWithin 1 month of the date of this report:\n\
    (a) apologise in writing to Mrs A for the delay;\n(b) pay Mrs A £250 for her distress.\n";

/// The value of a field of the page, hidden or not.
fn value<'a>(html: &'a str, name: &str) -> &'a str {
    let from = html.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
    from.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}

#[tokio::test]
async fn r01_recommendations_of_a_pasted_decision_are_put_right_and_taken_into_a_case() {
    let world = World::new();
    let case = world.case();
    let found = world.post("/en/cases/import", &[("case", &case.reference.0), ("text", TEXT)]).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.html);
    whole(&found);
    assert_eq!(value(&found.html, "rows"), "2", "{}", found.html);
    assert!(found.html.contains("The words that made it") && found.html.contains("250"));
    let loaded = world.office.by_reference(&case.reference.0).expect("there").case;
    assert!(loaded.recommendations.is_empty(), "nothing is kept yet");
    let seq = loaded.seq.to_string();
    let take = [
        ("case", case.reference.0.as_str()),
        ("rows", "2"),
        ("seq", &seq),
        ("wording-1", "Apologise to Mrs A."),
        ("kind-1", "apology"),
        ("scope-1", "personal"),
        ("take-2", "1"),
        ("wording-2", "Ynys Council will pay Mrs A £300."),
        ("kind-2", "payment"),
        ("scope-2", "personal"),
        ("amount-2", "300"),
        ("due-2", "on"),
        ("on-2", "2026-12-04"),
        ("evidence-2", "Remittance advice\nHer receipt"),
    ];
    let taken = world.post("/en/cases/import/take", &take).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let loaded = world.office.by_reference(&case.reference.0).expect("there").case;
    assert_eq!(loaded.recommendations.len(), 1, "only what was ticked");
    let terms = &loaded.recommendations[0].terms;
    assert_eq!(terms.wording.as_str(), "Ynys Council will pay Mrs A £300.");
    assert_eq!(terms.evidence.len(), 2);
    assert_eq!(terms.amount.as_ref().map(|sum| sum.ceiling().0), Some(30_000));
}

#[tokio::test]
async fn a_new_case_and_its_recommendations_are_taken_in_together_or_not_at_all() {
    let world = World::new();
    let (body, handler) = (world.council.to_string(), world.sian.id.to_string());
    let mut form = vec![
        ("rows", "1"),
        ("take-1", "1"),
        ("wording-1", "Ynys Council will apologise in writing to Mrs A."),
        ("kind-1", "apology"),
        ("scope-1", "personal"),
        ("due-1", "on"),
        ("on-1", "2026-13-40"),
        ("title", "Delay"),
        ("body", &body),
        ("route", "investigation"),
        ("received", "2026-09-01"),
        ("handler", &handler),
        ("own_initiative", "1"),
    ];
    let refused = world.post("/en/cases/import/take", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.html.contains("href=\"#on-1\"") && refused.html.contains("2026-13-40"),
        "{}",
        refused.html
    );
    for (field, value) in &mut form {
        if *field == "on-1" {
            *value = "2026-12-04";
        }
    }
    let taken = world.post("/en/cases/import/take", &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let case = world.office.by_reference("26-0001").expect("the first reference").case;
    assert!(case.own_initiative && case.recommendations.len() == 1);
}

#[tokio::test]
async fn a_text_without_recommendations_says_so_and_is_kept_on_the_screen() {
    let world = World::new();
    let page = world.post("/cy/cases/import", &[("text", "Annwyl Mrs A")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("\nAnnwyl Mrs A</textarea>"), "{}", page.html);
    let nothing = world.post("/en/cases/import", &[("text", "")]).await;
    assert!(nothing.html.contains("Choose a document, or paste its text"));
}

/// What a decision says that gives no dates.
const UNDATED: &str = "I recommend that the Council should:\n\n(a) apologise in writing to Mrs A for the delay;\n\
    (b) revise its policy on repairs.\n";

async fn found(world: &World, language: &str) -> Filled {
    let page = world.post(&format!("/{language}/cases/import"), &[("text", UNDATED)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    whole(&page);
    let (body, handler) = (world.council.to_string(), world.sian.id.to_string());
    Filled::of(&page.html, "/cases/import/take")
        .with("title", "Delay")
        .with("body", &body)
        .with("handler", &handler)
        .with("received-day", "1")
        .with("received-month", "9")
        .with("received-year", "2026")
        .with("own_initiative", "1")
}

fn only_case(world: &World) -> Case {
    (*world.office.by_reference("26-0001").expect("the first reference").case).clone()
}

#[tokio::test]
async fn r27_a_draft_can_be_sent_of_what_was_taken_in_without_opening_each_recommendation() {
    let world = World::new();
    let form = found(&world, "en").await;
    let asked = world.post(&form.action, &form.sent()).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "the dates are asked for");
    assert!(asked.html.contains("href=\"#all-due\""), "{}", asked.html);
    let form = Filled::of(&asked.html, "/cases/import/take")
        .with("all-due", "after")
        .with("all-length", "20")
        .with("finding-fault", "The gutter leaked for 14 months.")
        .with("finding-injustice", "A bedroom could not be used.");
    assert_eq!(form.get("title"), "Delay", "what was typed is kept");
    let taken = world.post(&form.action, &form.sent()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let case = only_case(&world);
    assert_eq!((case.findings.len(), case.recommendations.len()), (1, 2));
    for one in &case.recommendations {
        assert!(one.terms.answers.is_some() && one.terms.evidence_due.is_some(), "{:?}", one.terms);
    }
    let proofs: Vec<Proof> = case.recommendations[1].terms.evidence.iter().map(|item| item.proof).collect();
    assert_eq!(proofs, [Proof::PolicyText, Proof::Approval, Proof::Approval]);
    let check = [
        ("form", "check"),
        ("check-check", "guidance_on_remedies"),
        ("check-version", "2"),
        ("check-note", "Considered."),
    ];
    world.post(&format!("{}/findings", base(&case)), &check).await;
    let (_, seq) = now(&world, &case);
    let send = [
        ("seq", seq.as_str()),
        ("bodies_by-day", "2"),
        ("bodies_by-month", "11"),
        ("bodies_by-year", "2026"),
    ];
    confirm(&world, &format!("{}/draft/send", base(&case)), &send).await;
    assert_eq!(now(&world, &case).0.stage(), Stage::OutForComment);
}

#[tokio::test]
async fn r27_usual_evidence_is_unticked_put_in_other_words_and_added_to() {
    let world = World::new();
    let form = found(&world, "cy").await;
    assert!(form.get("usual-what-1-1").contains("llythyr ymddiheuro"), "{form:?}");
    let form = form
        .without("usual-on-1", "2")
        .with("usual-what-1-1", "Llythyr y Prif Weithredwr")
        .with("evidence-1", "Amlen\n\nLlofnod")
        .with("all-due", "none")
        .without("take-2", "1");
    let taken = world.post(&form.action, &form.sent()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let case = only_case(&world);
    let list: Vec<(&str, Proof)> =
        case.recommendations[0].terms.evidence.iter().map(|item| (item.what.as_str(), item.proof)).collect();
    let wanted =
        [("Llythyr y Prif Weithredwr", Proof::Letter), ("Amlen", Proof::Other), ("Llofnod", Proof::Other)];
    assert_eq!(list, wanted);
    assert!(case.recommendations[0].terms.evidence.iter().all(|item| item.need == Need::Required));
}

#[tokio::test]
async fn r27_a_kind_put_right_brings_its_own_usual_evidence_before_anything_is_taken() {
    let world = World::new();
    let form = found(&world, "en").await.with("kind-1", "payment").with("all-due", "none");
    let again = world.post(&form.action, &form.sent()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.html.contains("The kind was changed"), "{}", again.html);
    let form = Filled::of(&again.html, "/cases/import/take");
    assert!(form.get("usual-what-1-1").contains("Remittance"), "{form:?}");
    let shown = form.with("kind-1", "explanation").with("act", "usual-1");
    let shown = world.post(&shown.action.clone(), &shown.sent()).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(Filled::of(&shown.html, "/take").get("usual-what-1-1").contains("explanation"));
}

#[tokio::test]
async fn r02_rows_taken_into_a_case_answer_a_finding_it_has() {
    let world = World::new();
    let case = world.case();
    let fault = [
        ("form", "finding"),
        ("finding-body", &world.council.to_string()),
        ("finding-fault", "A fault"),
        ("finding-injustice", "A worry"),
    ];
    world.post(&format!("{}/findings", base(&case)), &fault).await;
    let unknown = world.post("/en/cases/import", &[("case", "26-9999"), ("text", UNDATED)]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.html.contains("href=\"#case\"") && unknown.html.contains("revise its policy"));
    let page = world.post("/en/cases/import", &[("case", &case.reference.0), ("text", UNDATED)]).await;
    let form = Filled::of(&page.html, "/take").with("answers", "1").with("all-due", "none");
    let other = [("form", "contact"), ("contact-purpose", "advice"), ("contact-note", "Rang.")];
    world.post(&format!("{}/findings", base(&case)), &other).await;
    let changed = world.post(&form.action, &form.sent()).await;
    assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody changed the case meanwhile");
    let form = Filled::of(&changed.html, "/take");
    assert_eq!(form.get("answers"), "1");
    let taken = world.post(&form.action, &form.sent()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
    let (case, _) = now(&world, &case);
    assert!(case.recommendations.iter().all(|one| one.terms.answers.is_some_and(|finding| finding.0 == 1)));
}
