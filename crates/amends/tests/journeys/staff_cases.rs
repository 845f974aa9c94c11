//! Staff find their work, open a case and see it at a glance.

use axum::http::StatusCode;

use crate::fixture::{World, whole};

#[tokio::test]
async fn the_work_list_says_in_words_why_it_is_empty() {
    let world = World::new();
    let page = world.get("/en/worklist").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains("Needs me today (0)"), "{}", page.html);
    assert!(page.html.contains("No recommendation fits these filters."));
    let welsh = world.get("/cy/worklist").await;
    assert!(welsh.html.contains("Angen fy sylw heddiw (0)"));
}

#[tokio::test]
async fn r38_a_case_shows_what_the_complainant_needs_in_both_languages() {
    let world = World::new();
    let case = world.case();
    for (lang, words) in [
        ("en", ["Write in Welsh", "Adjustments: Large print"]),
        ("cy", ["Ysgrifennu yn Gymraeg", "Addasiadau: Large print"]),
    ] {
        let page = world.get(&format!("/{lang}/cases/{}", case.reference)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        for word in words {
            assert!(page.html.contains(word), "{word}: {}", page.html);
        }
        assert!(page.html.contains("M.M.B.") && !page.html.contains("Mrs Mair Bevan"));
        whole(&page);
    }
}

#[tokio::test]
async fn a_whole_reference_leads_straight_to_the_case() {
    let world = World::new();
    let case = world.case();
    let found = world.get(&format!("/en/cases?q={}", case.reference)).await;
    assert_eq!((found.status, found.to), (StatusCode::SEE_OTHER, format!("/en/cases/{}", case.reference)));
    let listed = world.get("/en/cases?q=housing").await;
    assert!(listed.html.contains("Housing register delay"), "{}", listed.html);
    let none = world.get("/en/cases?q=drainage").await;
    assert!(none.html.contains("No case was found"));
}
