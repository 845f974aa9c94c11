//! A complainant comes by the link in a letter: reads what was promised, comments on a draft, says whether they have had it.

use amends::render::assets::Asset;
use amends_core::id::RecommendationNumber;
use axum::http::{StatusCode, header};
use jiff::ToSpan as _;

use crate::{
    fixture::World,
    visitor::{PRIVATE, Visitor, decided, drafted, in_both, link},
};

const HOME: &str = "/en/my-complaint";

async fn complainant(world: &World, case: amends_core::id::CaseId) -> Visitor {
    Visitor::by(world, &link(world, case, "/c/", "mair@")).await
}

#[tokio::test]
async fn i8_the_complainant_reads_nothing_internal() {
    let world = World::new();
    let (case, day) = decided(&world);
    let mut mair = complainant(&world, case.id).await;
    let home = in_both(&mut mair, HOME).await;
    assert!(home.html.contains("You do not need to do anything"));
    assert!(
        home.html.contains("Apologise in writing")
            && home.html.contains("2 changes so that this does not happen to others")
    );
    assert!(home.html.contains("Sian Rees") && home.html.contains("Large print"));
    for internal in [PRIVATE, "Symbolic payment", "procedure for reading", "Remind ward staff", "The minute"]
    {
        assert!(!home.html.contains(internal), "{internal}");
    }
    assert_eq!(mair.get("/en/portal").await.status, StatusCode::NOT_FOUND);
    assert!(world.office.clock().move_to(day.checked_add(43.days()).unwrap()));
    world.office.pay_chases().unwrap();
    let late = in_both(&mut mair, HOME).await;
    assert!(late.html.contains("we are sorry that you have to wait"));
    assert!(late.html.contains("We asked the organisation for it on"));
    assert!(late.html.contains("If it does not come, we ask again on"));
}

#[tokio::test]
async fn r9_the_complainant_comments_on_the_draft() {
    let world = World::new();
    let case = drafted(&world);
    let mut mair = complainant(&world, case.id).await;
    let home = in_both(&mut mair, HOME).await;
    assert!(home.html.contains("Read the draft") && !home.html.contains("You do not need to do anything"));
    let page = in_both(&mut mair, "/en/my-complaint/comment").await;
    assert!(page.html.contains("Write a procedure") && !page.html.contains(PRIVATE));
    let (key, reference) = (page.hidden("key"), page.hidden("for"));
    let base = vec![("for", reference.as_str()), ("key", key.as_str()), ("draft", "1")];
    let path = "/en/my-complaint/comment";
    let nothing = mair.post(path, &[base.clone(), vec![("step", "check")]].concat()).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = vec![("comment-1", "I want it from the chief officer"), ("whole", "Thank you")];
    let check = mair.post(path, &[base.clone(), said.clone(), vec![("step", "check")]].concat()).await;
    assert!(check.html.contains("I want it from the chief officer"));
    for _ in 0..2 {
        let sent = mair.post(path, &[base.clone(), said.clone(), vec![("step", "send")]].concat()).await;
        assert_eq!(sent.to, "/en/my-complaint?done=comment");
    }
    let comments = world.office.load(case.id).unwrap().case.complainant_comments.clone();
    assert_eq!(comments.len(), 2);
    assert!(comments.iter().any(|one| one.number == Some(RecommendationNumber(1))));
    assert!(mair.get("/en/my-complaint?done=comment").await.html.contains("Your comments are with us"));
}

#[tokio::test]
async fn the_answer_to_have_you_had_it_is_asked_in_the_words_of_each_language() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut mair = complainant(&world, case.id).await;
    let money = mair.get("/cy/my-complaint/had-it/2").await;
    assert!(money.html.contains("Ydych chi wedi cael y £500?") && money.html.contains("Nac ydw"));
    let english = in_both(&mut mair, "/en/my-complaint/had-it/1").await;
    assert!(english.html.contains("Have you had the apology?"));
    let reference = money.hidden("for");
    let path = "/cy/my-complaint/had-it/2";
    assert_eq!(mair.post(path, &[("for", &reference)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unsure = [("for", reference.as_str()), ("answer", "not-sure")];
    assert_eq!(mair.post(path, &unsure).await.to, "/cy/my-complaint?done=not-sure");
    let kept = mair.post(path, &[&unsure[..], &[("note", "Siec heb lythyr")]].concat()).await;
    assert!(kept.status == StatusCode::UNPROCESSABLE_ENTITY && kept.html.contains("Siec heb lythyr"));
    let no = mair.post(path, &[("for", &reference), ("answer", "no"), ("note", "Siec heb lythyr")]).await;
    assert_eq!(no.to, "/cy/my-complaint?done=had-it-not");
    let after = world.office.load(case.id).unwrap().case;
    assert_eq!(after.recommendation(RecommendationNumber(2)).unwrap().had_it, Some(false));
    // What improves the service was not promised to them.
    assert_eq!(mair.get("/en/my-complaint/had-it/3").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_complainants_page_is_light_and_has_a_neutral_title() {
    let world = World::new();
    let (case, _) = decided(&world);
    let mut mair = complainant(&world, case.id).await;
    let home = mair.get(HOME).await;
    let sheet = Asset::named("lean.css").unwrap();
    let weight = home.html.len() + sheet.bytes.len();
    assert!(weight < 120 * 1024, "{weight} bytes before compression");
    assert!(home.html.len() < 16 * 1024, "{} bytes", home.html.len());
    let title = home.html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(title.starts_with("What is happening with your complaint"), "{title}");
    assert_eq!(home.headers[header::CACHE_CONTROL], "no-store");
}
