//! The search: what is found by whom, and what is found by nobody any more.

use amends_core::{
    disclosure::FileClass,
    event::Event,
    id::{CaseId, EvidenceId, MailId, RecommendationNumber},
};
use amends_store::{
    Result,
    blobs::{self, Blobs},
    disposal::{self, Things},
    post::{self, NewMail},
    search::{self, CaseTexts, Class, EvidenceChange, Found, Hit, Kind, Search, Todo, Wanted},
};
use uuid::Uuid;

use super::ground::*;

fn found_by(office: &Office, typed: &str, kind: Option<Kind>, apart: bool) -> Vec<Hit> {
    let Some(wanted) = Wanted::whole(typed) else { return Vec::new() };
    let search = Search { wanted, kind, classes: Class::for_staff(apart) };
    office.db.read(|c| search::find(c, &search, None, 50)).unwrap().0
}

fn found(office: &Office, typed: &str) -> Vec<(Kind, String)> {
    found_by(office, typed, None, false).into_iter().map(|hit| (hit.kind, hit.headline)).collect()
}

fn text(headline: &str, text: &str) -> Found {
    Found { headline: headline.to_owned(), text: text.to_owned(), class: Class::Of(FileClass::Restricted) }
}

fn evidence(n: u128) -> EvidenceId {
    EvidenceId(Uuid::from_u128(0xE1_0000 + n))
}

fn keep(office: &Office, n: u128, all: Vec<(EvidenceId, Found)>) {
    office.db.write(move |tx| search::keep_evidence(tx, case(n), &all)).unwrap();
}

/// Case 1 about heating at Tŷ Gwyn, with two recommendations, a finding, minutes in evidence.
fn heating(office: &Office) {
    office.bodies();
    office.open_case(1);
    let texts = CaseTexts {
        title: "No heating at Tŷ Gwyn".to_owned(),
        wordings: vec![
            (RecommendationNumber(1), "The Council will apologise to Mrs A.".to_owned()),
            (RecommendationNumber(2), "Y Cyngor i adolygu’r weithdrefn.".to_owned()),
        ],
        also: "Mrs Gwen Parry".to_owned(),
        decision: "The boiler was not repaired for two winters.".to_owned(),
    };
    office.commit(next(1, 2, Event::ChasesResumed).texts(texts)).unwrap();
    keep(office, 1, vec![(evidence(1), text("minutes.pdf", "The cabinet agreed the new procedure."))]);
}

#[test]
fn every_sort_of_text_is_found_in_both_languages() {
    let office = office();
    heating(&office);
    let title = || "No heating at Tŷ Gwyn".to_owned();
    assert_eq!(found(&office, "ty gwyn"), [(Kind::Case, title())]);
    assert_eq!(found(&office, "parry"), [(Kind::Case, title())]);
    assert_eq!(
        found(&office, "weithdrefn adolygu"),
        [(Kind::Recommendation, title()), (Kind::Case, title())]
    );
    assert_eq!(found(&office, "\"two winters\""), [(Kind::Decision, title())]);
    assert_eq!(found(&office, "cabinet"), [(Kind::Evidence, "minutes.pdf".to_owned())]);
    let hit = found_by(&office, "adolygu", Some(Kind::Recommendation), false).remove(0);
    assert_eq!(
        (hit.number, hit.text.as_str()),
        (Some(RecommendationNumber(2)), "Y Cyngor i adolygu’r weithdrefn.")
    );
    assert_eq!(hit.reference.map(|one| one.0).as_deref(), Some("26-0001"));
}

#[test]
fn a_phrase_is_found_where_its_words_stand_together_and_nowhere_else() {
    let office = office();
    heating(&office);
    assert_eq!(found(&office, "\"heating at ty\"").len(), 1);
    assert_eq!(found(&office, "\"heating ty\"").len(), 0);
    assert_eq!(found(&office, "heating gwyn").len(), 1, "words without marks may stand anywhere");
    assert_eq!(found(&office, "heat").len(), 0, "words are whole");
    assert_eq!(found(&office, "heat*").len(), 1, "but before a star");
    assert_eq!(found(&office, "\" OR 1=1 --").len(), 0);
    assert_eq!(found(&office, "zzkindcase heating").len(), 1);
}

/// A case whose recommendation says these words, each of which is frequent.
fn frequent(office: &Office, n: u128, wording: &str) {
    office.bodies();
    office.commit(opening(n).texts(texts("A title", wording))).unwrap();
}

#[test]
fn a_phrase_of_frequent_words_is_found_where_it_stands_and_gone_when_the_words_went() {
    let office = office();
    frequent(&office, 1, "The council should apologise within one month of the final decision.");
    frequent(&office, 2, "Within the month the council should make the final payment of one of these.");
    let cases = |typed: &str| -> Vec<CaseId> {
        let hits = found_by(&office, typed, Some(Kind::Recommendation), false);
        hits.into_iter().filter_map(|hit| hit.case).collect()
    };
    assert_eq!(cases("\"within one month of the\""), [case(1)]);
    assert_eq!(cases("\"the council should\""), [case(2), case(1)]);
    assert_eq!(cases("\"of the final\" payment"), []);
    assert_eq!(cases("\"the final\" payment"), [case(2)]);
    assert_eq!(cases("\"one of the final\""), [], "its pairs stand in no one text");
    office.db.write(|tx| search::forget(tx, case(2))).unwrap();
    assert_eq!(cases("\"the council should\""), [case(1)]);
    office
        .db
        .write(|tx| search::replace(tx, case(1), &texts("A title", "Within a month of the final letter.")))
        .unwrap();
    assert_eq!(cases("\"within one month\""), []);
    assert_eq!(cases("\"month of the final\""), [case(1)]);
}

#[test]
fn texts_an_older_program_kept_are_found_by_their_phrases_and_read_anew() {
    let office = office();
    frequent(&office, 1, "The council should apologise within one month.");
    let phrase = "\"the council should\"";
    let recommendation = |phrase: &str| found_by(&office, phrase, Some(Kind::Recommendation), false).len();
    assert_eq!(office.db.write(|tx| search::ask_for_unpaired(tx, 10)).unwrap(), 0);
    // As the version before writes it: the words alone.
    let words = "'zzkindrecommendation the council should apologise within one month'";
    let which = "kind = 'recommendation'";
    office.tamper(&if office.file().is_some() {
        format!(
            "UPDATE search_words SET folded = {words} WHERE rowid = (SELECT doc FROM search_doc WHERE {which});
             UPDATE search_doc SET paired = 0 WHERE {which}"
        )
    } else {
        format!("UPDATE search_doc SET words = to_tsvector('simple', {words}) WHERE {which}")
    });
    assert_eq!(recommendation(phrase), 1);
    assert!(office.db.write(|tx| search::ask_for_unpaired(tx, 10)).unwrap() > 0);
    let waiting = office.db.read(|c| search::todo(c, 10)).unwrap();
    assert!(waiting.iter().any(|(todo, _)| *todo == search::Todo::Case(case(1))), "{waiting:?}");
}

#[test]
fn e8_what_was_set_apart_is_found_by_those_alone_who_answer_for_it() {
    let office = office();
    heating(&office);
    assert_eq!(found(&office, "cabinet").len(), 1);
    office
        .commit(
            next(1, 3, Event::ChasesResumed).evidence(EvidenceChange { apart: vec![(evidence(1), None)] }),
        )
        .unwrap();
    assert_eq!(found(&office, "cabinet"), [], "at once, not when the machinery comes round");
    let hits = found_by(&office, "cabinet", None, true);
    assert_eq!(hits.iter().map(|hit| hit.apart).collect::<Vec<_>>(), [true]);
    let nobody = Search { wanted: Wanted::whole("cabinet").unwrap(), kind: None, classes: Vec::new() };
    assert_eq!(office.db.read(|c| search::find(c, &nobody, None, 50)).unwrap(), (Vec::new(), None));
}

#[test]
fn pages_go_from_the_newest_to_the_oldest_and_stay_while_more_is_written() {
    let office = office();
    office.bodies();
    for n in 1..=30 {
        office.open_case(n);
    }
    let search = Search {
        wanted: Wanted::whole("heating").unwrap(),
        kind: Some(Kind::Case),
        classes: Class::for_staff(false),
    };
    let (mut seen, mut before, mut pages) = (Vec::new(), None, 0);
    loop {
        let (hits, next) = office.db.read(|c| search::find(c, &search, before, 7)).unwrap();
        seen.extend(hits.into_iter().map(|hit| hit.case.unwrap()));
        pages += 1;
        // Somebody opens a case between two pages.
        office.open_case(100 + pages);
        match next {
            Some(next) => before = Some(next),
            None => break,
        }
    }
    assert_eq!(seen, (1..=30).rev().map(case).collect::<Vec<_>>());
}

#[test]
fn a_phrase_is_found_however_many_texts_came_after_it() {
    let office = office();
    office.bodies();
    let wordings = |what: &dyn Fn(u16) -> String| CaseTexts {
        title: "A title".to_owned(),
        wordings: (1..=40).map(|n| (RecommendationNumber(n), what(n))).collect(),
        ..CaseTexts::default()
    };
    let old = |n| if n % 2 == 0 { "Pay the final bill." } else { "The final letter, and pay the bill." };
    office.open_case(1);
    let texts = wordings(&|n| old(n).to_owned());
    office.db.write(move |tx| search::replace(tx, case(1), &texts)).unwrap();
    // Newer ones, more than are walked, and the phrase among them again.
    for n in 2..=28 {
        office.open_case(n);
        let texts = wordings(&|nth| format!("Repair the boiler of house {nth} of the street {n}."));
        office.db.write(move |tx| search::replace(tx, case(n), &texts)).unwrap();
    }
    office.open_case(29);
    let texts = wordings(&|n| old(n).to_owned());
    office.db.write(move |tx| search::replace(tx, case(29), &texts)).unwrap();
    let search = Search {
        wanted: Wanted::whole("\"the final bill\"").unwrap(),
        kind: Some(Kind::Recommendation),
        classes: Class::for_staff(false),
    };
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let (hits, next) = office.db.read(|c| search::find(c, &search, before, 7)).unwrap();
        seen.extend(hits.into_iter().map(|hit| (hit.case.unwrap(), hit.number.unwrap().0)));
        match next {
            Some(next) => before = Some(next),
            None => break,
        }
    }
    let even = (1..=40).rev().filter(|n| n % 2 == 0);
    let expected: Vec<_> =
        [29, 1].into_iter().flat_map(|n| even.clone().map(move |nth| (case(n), nth))).collect();
    assert_eq!(seen, expected);
}

fn take_in(office: &Office, n: u128) -> MailId {
    let blobs = Blobs::open(&office.folder.path().join("files")).unwrap();
    let raw = blobs.put(Uuid::from_u128(n), format!("message {n}").as_bytes()).unwrap();
    let id = MailId(Uuid::from_u128(0xA0 + n));
    let new = NewMail {
        mail: id,
        raw: raw.digest,
        received_at: noon(),
        message_id: None,
        sender: "gwen@example.org".to_owned(),
        subject: "Still cold".to_owned(),
    };
    office
        .db
        .write(move |tx| -> Result<()> {
            blobs::record(tx, raw, "message/rfc822", noon())?;
            post::receive(tx, &new).map(|_| ())
        })
        .unwrap();
    id
}

#[test]
fn a_message_is_noted_for_reading_when_it_comes_and_follows_to_its_case() {
    let office = office();
    heating(&office);
    let mail = take_in(&office, 1);
    let waiting = office.db.read(|c| search::todo(c, 10)).unwrap();
    let (todo, asked) = waiting.into_iter().find(|(todo, _)| *todo == Todo::Mail(mail)).unwrap();
    office
        .db
        .write(move |tx| -> Result<()> {
            search::keep_mail(
                tx,
                mail,
                "gwen@example.org",
                &text("Still cold", "The radiators are cold again"),
            )?;
            search::done(tx, todo, asked)
        })
        .unwrap();
    let hit = found_by(&office, "radiators", None, false).remove(0);
    assert_eq!((hit.kind, hit.case, hit.headline.as_str()), (Kind::Mail, None, "Still cold"));
    assert_eq!(found(&office, "gwen@example.org").len(), 1);
    office.db.write(move |tx| post::file(tx, mail, case(1), &[], None, noon())).unwrap();
    assert_eq!(found_by(&office, "radiators", None, false)[0].case, Some(case(1)));
    // It is set apart with the evidence it brought.
    office.db.write(move |tx| search::set_apart(tx, case(1), evidence(1), Some(mail))).unwrap();
    assert_eq!(found(&office, "radiators"), []);
}

#[test]
fn what_is_asked_for_again_while_it_is_read_stays_to_be_read() {
    let office = office();
    office.open_case(1);
    office.commit(next(1, 2, Event::ChasesResumed).evidence(EvidenceChange::default())).unwrap();
    let (todo, asked) = office.db.read(|c| search::todo(c, 10)).unwrap()[0];
    office.commit(next(1, 3, Event::ChasesResumed).evidence(EvidenceChange::default())).unwrap();
    office.db.write(move |tx| search::done(tx, todo, asked)).unwrap();
    let again = office.db.read(|c| search::todo(c, 10)).unwrap();
    assert_eq!(again, [(Todo::Case(case(1)), asked + 1)]);
    office.db.write(move |tx| search::done(tx, todo, asked + 1)).unwrap();
    assert_eq!(office.db.read(|c| search::todo(c, 10)).unwrap(), []);
    office.db.write(search::ask_for_everything).unwrap();
    assert_eq!(office.db.read(|c| search::todo(c, 10)).unwrap().len(), 1);
}

#[test]
fn r54_nothing_that_went_is_found_or_stands_in_the_file() {
    let office = office();
    heating(&office);
    let mail = take_in(&office, 1);
    office
        .db
        .write(move |tx| -> Result<()> {
            search::keep_mail(tx, mail, "gwen@example.org", &text("Still cold", "The radiators are icy"))?;
            post::file(tx, mail, case(1), &[], None, noon())
        })
        .unwrap();
    // Files go first: what was read from them goes with them, the case stays findable.
    let files = Things { files: [amends_core::text::Digest::of(b"x")].into(), ..Things::default() };
    office.db.write(move |tx| disposal::erase(tx, case(1), &files, after(1))).unwrap();
    assert_eq!((found(&office, "cabinet").len(), found(&office, "heating").len()), (0, 1));
    let messages = Things { messages: [mail].into(), ..Things::default() };
    office.db.write(move |tx| disposal::erase(tx, case(1), &messages, after(2))).unwrap();
    assert_eq!(found(&office, "radiators"), []);
    let all = Things { search: true, texts: [particular(10)].into(), ..Things::default() };
    office.db.write(move |tx| disposal::erase(tx, case(1), &all, after(3))).unwrap();
    for word in ["heating", "parry", "adolygu", "winters", "zzkindcase"] {
        assert_eq!(found(&office, word), [], "{word}");
    }
    office.db.empty_log().unwrap();
    let Some(file) = office.file() else { return };
    let bytes = std::fs::read(file).unwrap();
    for word in ["heating", "parry", "adolygu", "winters", "cabinet", "radiators", "icy", "Parry"] {
        let there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
        assert!(!there, "{word} still stands in the file");
    }
}
