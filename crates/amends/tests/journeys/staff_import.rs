//! A decision made elsewhere is taken in: nothing is kept before a caseworker has looked and chosen.

use axum::http::StatusCode;

use crate::fixture::{World, whole};

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
