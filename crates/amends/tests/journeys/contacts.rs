//! Letters go to the role: both link officers get everything, the chief executive the chase that goes so far, and
//! nobody gets what is another's.

use std::collections::BTreeSet;

use amends::{
    letters::{LetterData, LinkLetter, Template},
    office::{
        Office,
        links::{PassOn, Renewal},
    },
    worker,
};
use amends_core::{
    case::Case,
    command::Command,
    id::RecommendationNumber,
    letter::LetterKind,
    recommendation::TreatedReason,
    text::{Digest, Language},
};
use amends_store::post::{self, Post, PostState};
use axum::http::StatusCode;
use jiff::civil::Date;

use crate::{
    fixture::{TODAY, World},
    visitor::{agreed, decided, drafted},
};

async fn enter(world: &World, role: &str, address: &str) {
    let form =
        [("form", "contact"), ("role", role), ("name", "Somebody"), ("address", address), ("language", "en")];
    let kept = world.post("/en/bodies/ynys-council", &form).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.html);
}

/// Lets the days pass, and pays what each of them owes.
fn live_on(world: &World, from: Date, days: i64) -> Date {
    let mut day = from;
    for _ in 0..days {
        day = day.tomorrow().expect("a day");
        assert!(world.office.clock().move_to(day));
        worker::pay_what_is_owed(&world.office).expect("paid");
    }
    day
}

fn letters_to(world: &World, case: &Case, address: &str) -> Vec<Post> {
    let all = world.office.db().read(|conn| post::posts_of_case(conn, case.id)).expect("letters");
    all.into_iter().filter(|letter| letter.address == address).collect()
}

#[tokio::test]
async fn r31_a_chase_to_a_chief_executive_nobody_knows_is_held_with_a_task_and_goes_once_one_is_entered() {
    let mut world = World::new();
    let (case, day) = decided(&world);
    let chief = "chief.executive@ynys-council.example";
    let team = "complaints@ynys-council.example";
    let before = letters_to(&world, &case, team).len();
    let day = live_on(&world, day, 100);
    world.sign_in_again();
    let chased = letters_to(&world, &case, team).len() - before;
    assert_eq!(chased, 2, "the first chase and the second, and nothing meant for somebody else");
    let page = world.get(&format!("/en/cases/{}", case.reference)).await;
    assert!(page.html.contains("a chase is owed to the chief executive of Ynys Council"), "{}", page.html);
    let body = world.get("/en/bodies/ynys-council").await;
    assert!(body.html.contains("No chief executive is entered."), "{}", body.html);
    assert!(world.get("/cy/bodies/ynys-council").await.html.contains("Nid oes prif weithredwr wedi"));

    enter(&world, "chief_executive", chief).await;
    world.office.pay_chases().expect("paid");
    assert_eq!(letters_to(&world, &case, chief).len(), 1);
    live_on(&world, day, 30);
    world.sign_in_again();
    assert_eq!(letters_to(&world, &case, chief).len(), 1, "once");
    assert_eq!(letters_to(&world, &case, team).len() - before, 2);
    let page = world.get(&format!("/en/cases/{}", case.reference)).await;
    assert!(!page.html.contains("a chase is owed to the chief executive"), "{}", page.html);
}

#[tokio::test]
async fn e14_both_link_officers_get_every_letter_once_and_nobody_else_does() {
    let world = World::new();
    enter(&world, "link_officer", "second@ynys-council.example").await;
    enter(&world, "other", "housing@ynys-council.example").await;
    let (case, day) = decided(&world);
    live_on(&world, day, 45);
    let first = letters_to(&world, &case, "complaints@ynys-council.example");
    let second = letters_to(&world, &case, "second@ynys-council.example");
    let texts = |letters: &[Post]| letters.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
    assert!(first.len() >= 3, "the draft, the decision and a chase: {}", first.len());
    assert_eq!(texts(&first), texts(&second), "the very same letters");
    let threads = |letters: &[Post]| letters.iter().map(|one| one.thread.clone()).collect::<Vec<_>>();
    assert_eq!(threads(&first), threads(&second), "an answer by either is filed alike");
    assert!(letters_to(&world, &case, "housing@ynys-council.example").is_empty());
    let held = world.office.db().read(|conn| post::post_in(conn, PostState::Held, 100)).expect("read");
    assert!(held.is_empty(), "{held:?}");
}

#[tokio::test]
async fn e14_a_letter_for_a_body_without_link_officers_is_held_and_not_sent_to_somebody_else() {
    let world = World::new();
    enter(&world, "other", "complaints@ynys-council.example").await;
    let (case, _) = decided(&world);
    let letters = letters_to(&world, &case, "");
    assert!(!letters.is_empty());
    assert!(letters.iter().all(|one| one.state == PostState::Held), "{letters:?}");
    assert!(letters_to(&world, &case, "complaints@ynys-council.example").is_empty());
}

/// A letter is made again from what was kept with it, word for word.
fn is_made_again(world: &Office, letter: &Post) -> String {
    let made = world.db().read(|conn| post::made_from(conn, letter.post)).expect("read");
    let made = made.unwrap_or_else(|| panic!("nobody knows from what “{}” was made", letter.subject));
    let data: LetterData = serde_json::from_str(&made.data).expect("data");
    let again = Template::stored("letter", made.template).render(&data).expect("written");
    assert_eq!((&again.subject, &again.text), (&letter.subject, &letter.text));
    assert_eq!(Some(&again.html), letter.html.as_ref());
    assert_eq!((again.language, again.template_version), (letter.language, made.version));
    assert_eq!(again.data_digest, Digest::of(made.data.as_bytes()), "{}", data.kind);
    data.kind
}

fn every_letter(office: &Office) -> Vec<Post> {
    let mut all: Vec<Post> = Vec::new();
    loop {
        let before = all.last().map(|one| (one.made_at, one.post));
        let page = office.db().read(|conn| post::newest(conn, before, 500)).expect("read");
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

#[tokio::test]
async fn i5_every_message_that_goes_out_is_made_again_from_what_was_kept_with_it() {
    let (app, _folder) = crate::demo::small();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let letters = every_letter(&app.office);
    assert!(letters.len() > 100, "{}", letters.len());
    kinds.extend(letters.iter().map(|letter| is_made_again(&app.office, letter)));

    let world = World::new();
    enter(&world, "link_officer", "second@ynys-council.example").await;
    let (case, _) = decided(&world);
    for who in ["/p/", "/c/"] {
        let letters = every_letter(&world.office);
        let page = letters.iter().find_map(|letter| letter.text.split_once(who)).expect("a link");
        let secret = page.1.split_whitespace().next().expect("a secret");
        let link = world.office.link(secret).expect("read").expect("a link");
        if who == "/p/" {
            let passed = PassOn {
                from: link.id,
                case: case.id,
                body: world.council,
                numbers: &[RecommendationNumber(1)],
                to: "housing@ynys-council.example",
                note: "Can you do this?\nBy Friday",
                language: Language::Cy,
            };
            world.office.pass_on(&passed).expect("passed on");
        }
        let later = world.office.today().tomorrow().expect("a day");
        assert!(world.office.clock().move_to(later));
        assert_eq!(world.office.renew_link(secret).expect("renewed"), Renewal::Sent);
    }
    kinds.extend(every_letter(&world.office).iter().map(|letter| is_made_again(&world.office, letter)));

    // An office that reminds before the date; a body that does not comment; a case ended by agreement.
    let reminding = World::set_up(|profile| profile.replacen("enabled = false", "enabled = true", 1));
    let (case, day) = decided(&reminding);
    let mut sealer = reminding.office.sealer();
    let note = sealer.words("The service has closed").expect("sealed");
    let number = RecommendationNumber(4);
    let treat = Command::TreatAsMet { number, reason: TreatedReason::CircumstancesChanged, note };
    reminding.act(case.id, &[treat], &sealer.into_kept());
    live_on(&reminding, day, 40);
    let silent = World::new();
    drafted(&silent);
    live_on(&silent, TODAY, 21);
    let settled = World::new();
    let (case, on) = agreed(&settled);
    let mut sealer = settled.office.sealer();
    let reason = sealer.words("All of it is agreed").expect("sealed");
    settled.act(case.id, &[Command::DiscontinueBySettlement { on, reason }], &sealer.into_kept());
    for world in [reminding, silent, settled].into_iter().chain(crate::law_letters::offices()) {
        kinds.extend(every_letter(&world.office).iter().map(|letter| is_made_again(&world.office, letter)));
    }

    let all = LetterKind::ALL.map(LetterKind::code).into_iter().chain(LinkLetter::ALL.map(LinkLetter::code));
    let missing: Vec<_> = all.filter(|kind| !kinds.contains(*kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
