//! Which body is meant by what somebody typed.

use amends_core::{
    body::{Body, BodyKind, FormerName, OverTime},
    text::Bilingual,
};
use jiff::civil::date;

use super::*;

fn record(number: u128, slug: &str, en: &str, cy: &str) -> BodyRecord {
    let body = Body {
        id: BodyId(uuid::Uuid::from_u128(number)),
        name: Bilingual::new(en, cy),
        kind: BodyKind::Council,
        language: Language::En,
        merged_into: None,
        chases_stopped: false,
        undeliverable: false,
        over_time: OverTime::default(),
    };
    BodyRecord { body, slug: slug.to_owned() }
}

/// Two councils, a board and a trust that share words; a council of an old name; one that merged; two surgeries.
fn directory() -> Directory {
    let mut renamed = record(5, "taf-council", "Taf Council", "Cyngor Taf");
    renamed.body.over_time.names.push(FormerName {
        name: Bilingual::new("Afan Borough", "Bwrdeistref Afan"),
        until: date(2020, 4, 1),
        shown_by: "Order 2020/1".to_owned(),
    });
    let mut merged = record(6, "old-council", "Old Mon Council", "Hen Gyngor Mon");
    merged.body.merged_into = Some(BodyId(uuid::Uuid::from_u128(1)));
    Directory::new(Arc::new(vec![
        record(1, "mon-council", "Isle of Anglesey County Council", "Cyngor Sir Ynys Môn"),
        record(2, "ynys-council", "Ynys Council", "Cyngor Ynys"),
        record(3, "ynys-board", "Ynys Council Health Board", "Bwrdd Iechyd Cyngor Ynys"),
        record(4, "dwr", "Dŵr Gwynedd", "Dŵr Gwynedd"),
        renamed,
        merged,
        record(7, "surgery-1", "The Surgery", "Y Feddygfa"),
        record(8, "surgery-2", "The Surgery", "Meddygfa Dinas"),
        record(9, "dwr-gwent", "Dwr Gwent", "Dŵr Gwent"),
    ]))
}

/// The short names of who is found.
fn found(typed: &str) -> Vec<String> {
    found_of(&directory(), typed, &[])
}

fn found_of(directory: &Directory, typed: &str, left_out: &[BodyId]) -> Vec<String> {
    match directory.find(typed, left_out, Language::En) {
        Found::Nothing => vec!["nothing".to_owned()],
        Found::Nobody => Vec::new(),
        Found::One(record) => vec![record.slug.clone()],
        Found::Several(all) => all.iter().map(|one| one.record.slug.clone()).collect(),
    }
}

#[test]
fn a_whole_name_in_either_language_finds_its_body_whatever_the_letters_and_accents() {
    assert_eq!(found("Ynys Council"), ["ynys-council"], "not the board, which has the words too");
    assert_eq!(found("  ynys   COUNCIL "), ["ynys-council"]);
    assert_eq!(found("Cyngor Sir Ynys Môn"), ["mon-council"]);
    assert_eq!(found("cyngor sir ynys mon"), ["mon-council"]);
    assert_eq!(found("DWR GWYNEDD"), ["dwr"]);
}

#[test]
fn words_that_begin_words_of_one_name_find_it() {
    assert_eq!(found("angles"), ["mon-council"]);
    assert_eq!(found("coun angl"), ["mon-council"], "in any order");
    assert_eq!(found("sir môn"), ["mon-council"]);
    assert_eq!(found("nglesey"), [""; 0], "no beginning of a word");
    assert_eq!(found("anglesey sir"), [""; 0], "words of two names are of none");
}

#[test]
fn where_several_names_have_the_words_each_is_offered_those_that_begin_so_first() {
    assert_eq!(found("ynys"), ["ynys-council", "ynys-board", "mon-council"]);
    assert_eq!(found("iechyd"), ["ynys-board"]);
    let directory = directory();
    let matches = directory.named("ynys", &[], Language::En);
    let by: Vec<Option<&str>> = matches.iter().map(|one| one.by).collect();
    assert_eq!(by, [None, None, Some("Cyngor Sir Ynys Môn")], "the name by which it was found");
}

#[test]
fn nobody_is_found_by_what_stands_in_no_name_and_nothing_by_nothing() {
    assert_eq!(found("Powys"), [""; 0]);
    assert_eq!(found("–"), [""; 0], "signs alone are no words");
    assert_eq!(found(""), ["nothing"]);
    assert_eq!(found(" \n"), ["nothing"]);
}

#[test]
fn an_id_and_a_short_name_find_their_body_also_one_that_merged() {
    assert_eq!(found("00000000-0000-0000-0000-000000000002"), ["ynys-council"]);
    assert_eq!(found("00000000-0000-0000-0000-000000000006"), ["old-council"]);
    assert_eq!(found("00000000-0000-0000-0000-0000000000ff"), [""; 0]);
    assert_eq!(found("ynys-council"), ["ynys-council"]);
    assert_eq!(found("old-council"), ["old-council"]);
    assert_eq!(found("dwr"), ["dwr-gwent", "dwr"], "a short name of one word is no more than a word");
}

#[test]
fn one_that_merged_is_found_by_its_whole_name_alone_and_an_old_name_finds_its_body() {
    assert_eq!(found("Old Mon Council"), ["old-council"]);
    assert_eq!(found("old mon"), [""; 0]);
    assert_eq!(found("Afan Borough"), ["taf-council"]);
    assert_eq!(found("bwrdeis"), ["taf-council"]);
}

#[test]
fn bodies_of_one_name_are_told_apart_by_their_short_names() {
    assert_eq!(found("The Surgery"), ["surgery-1", "surgery-2"]);
    let directory = directory();
    let one = directory.get(BodyId(uuid::Uuid::from_u128(8))).expect("there");
    assert_eq!(directory.label(one, Language::En), "The Surgery (surgery-2)");
    assert_eq!(directory.label(one, Language::Cy), "Meddygfa Dinas", "no other has this one");
    assert_eq!(found("The Surgery (surgery-2)"), ["surgery-2"]);
    assert_eq!(found("the surgery (ynys-council)"), [""; 0], "a name and the short name of another");
}

#[test]
fn who_is_left_out_is_not_offered_but_is_known_by_the_whole_name() {
    let (directory, ynys) = (directory(), BodyId(uuid::Uuid::from_u128(2)));
    assert_eq!(found_of(&directory, "ynys c", &[ynys]), ["ynys-board", "mon-council"]);
    assert_eq!(found_of(&directory, "Ynys Council", &[ynys]), ["ynys-council"]);
}

/// The short names on each page, for words.
fn pages(words: &str, language: Language, most: usize) -> Vec<Vec<String>> {
    let directory = directory();
    let (mut pages, mut after): (Vec<Vec<String>>, Option<After>) = (Vec::new(), None);
    loop {
        let (found, next) = directory.page(words, language, after.as_ref(), most);
        pages.push(found.iter().map(|one| one.slug.clone()).collect());
        // As it comes back from the address of a page.
        after = next.map(|next| next.to_string().parse().expect("a place"));
        if after.is_none() {
            return pages;
        }
    }
}

#[test]
fn the_register_is_given_out_in_pages_in_the_order_of_names_without_gap_or_double() {
    for language in Language::ALL {
        for most in 1..=10 {
            let pages = pages("", language, most);
            assert!(pages.iter().rev().skip(1).all(|page| page.len() == most), "{pages:?}");
            let all: Vec<String> = pages.concat();
            let mut each = all.clone();
            each.sort();
            each.dedup();
            assert_eq!((all.len(), each.len()), (9, 9), "{pages:?}");
        }
    }
    let first = |language| pages("", language, 3).remove(0);
    assert_eq!(first(Language::En), ["dwr-gwent", "dwr", "mon-council"], "accents do not count");
    assert_eq!(first(Language::Cy), ["ynys-board", "mon-council", "taf-council"]);
}

#[test]
fn pages_are_narrowed_by_words_of_any_name_a_body_has_or_had() {
    assert_eq!(pages("MÔN", Language::En, 20), [["mon-council", "old-council"]], "also who was merged");
    assert_eq!(pages("afan bor", Language::Cy, 20), [["taf-council"]], "by a name of the past");
    assert_eq!(pages("surgery", Language::En, 1), [["surgery-1"], ["surgery-2"]], "two of one name");
    assert_eq!(pages("powys", Language::En, 20), [Vec::<String>::new()]);
    assert!("ynys".parse::<After>().is_err(), "what is no place is the beginning");
}

#[test]
fn a_search_finds_bodies_by_words_phrases_and_beginnings_of_their_names_of_today() {
    let directory = directory();
    let found = |typed: &str, most: usize| -> Vec<String> {
        let wanted = Wanted::whole(typed).unwrap();
        directory.holding(&wanted, most).into_iter().map(|record| record.slug.clone()).collect()
    };
    assert_eq!(found("ynys council", 9), ["mon-council", "ynys-council", "ynys-board"]);
    assert_eq!(found("\"cyngor ynys\"", 9), ["ynys-council", "ynys-board"]);
    assert_eq!(found("dwr gwyn*", 9), ["dwr"]);
    assert_eq!(found("DŴR", 9), ["dwr", "dwr-gwent"]);
    assert_eq!(found("council", 2), ["mon-council", "ynys-council"]);
    assert!(found("afan", 9).is_empty() && found("counc", 9).is_empty());
}
