//! What is found among earlier improvements, and why; and that it decides nothing.

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::{Because, EarlierRef, Found, Prior, Since, Sought, earlier, in_common};
use crate::{
    id::{BodyId, CaseReference, RecommendationNumber},
    recommendation::{Kind, State},
};

const TODAY: Date = date(2026, 11, 27);

fn prior(reference: u32, wording: &str, themes: &[&str], state: State, ended_on: Option<Date>) -> Prior {
    Prior {
        earlier: EarlierRef {
            reference: CaseReference::new(2024, reference),
            number: RecommendationNumber(2),
        },
        body: BodyId(Uuid::from_u128(1)),
        kind: Kind::PolicyProcedure,
        wording: wording.to_owned(),
        themes: themes.iter().map(|theme| (*theme).to_owned()).collect(),
        state,
        evidence_due_on: None,
        days_late: None,
        decided_on: Some(date(2024, 5, 1)),
        ended_on,
    }
}

fn references(found: &[Found<'_>]) -> Vec<String> {
    found.iter().map(|one| one.prior.earlier.whole()).collect()
}

#[test]
fn r48_earlier_improvements_are_found_by_subject_open_and_latest_first() {
    let priors = [
        prior(1, "", &["delay"], State::MetOnTime, Some(date(2025, 1, 1))),
        prior(2, "", &["planning"], State::Due, None),
        prior(3, "", &["delay"], State::Due, None),
        prior(4, "", &["delay", "planning"], State::MetLate, Some(date(2026, 8, 27))),
        prior(5, "", &["delay"], State::Withdrawn, Some(date(2026, 9, 1))),
    ];
    let themes = ["delay".to_owned()];
    let found = earlier(&Sought { themes: &themes, wordings: &[], names: &[] }, &priors, TODAY);
    assert_eq!(references(&found), ["24-0003-2", "24-0004-2", "24-0001-2"]);
    assert_eq!(found[0].since, Since::Open);
    assert_eq!(found[1].since, Since::Met { on: date(2026, 8, 27), days: 92 });
    assert_eq!(found[1].because, [Because::Theme("delay".to_owned())]);
}

#[test]
fn r48_what_another_case_only_drafted_is_no_earlier_improvement() {
    let mut drafted = prior(1, "", &["delay"], State::Due, None);
    drafted.decided_on = None;
    let themes = ["delay".to_owned()];
    assert!(earlier(&Sought { themes: &themes, wordings: &[], names: &[] }, &[drafted], TODAY).is_empty());
}

#[test]
fn r48_alike_wordings_are_found_across_both_languages_with_the_words_that_matched() {
    let wording = "The Council will train its housing officers to answer reports of damp and mould.";
    let welsh = "Bydd y Cyngor yn hyfforddi ei swyddogion tai i ymateb i adroddiadau am leithder.";
    let priors = [
        prior(1, welsh, &[], State::MetOnTime, Some(date(2024, 9, 1))),
        prior(2, "The Council will train its planning officers.", &[], State::Due, None),
        prior(3, "The Landlord will inspect homes with damp for tenants.", &[], State::Due, None),
    ];
    let found = earlier(&Sought { themes: &[], wordings: &[wording], names: &[] }, &priors, TODAY);
    assert_eq!(references(&found), ["24-0001-2"]);
    let Because::Words(words) = &found[0].because[0] else { panic!("{:?}", found[0].because) };
    let pairs: Vec<(&str, &str)> =
        words.iter().map(|(here, there)| (here.as_str(), there.as_str())).collect();
    assert_eq!(
        pairs,
        [("train", "hyfforddi"), ("housing", "tai"), ("answer", "ymateb"), ("damp", "leithder"),]
    );
}

#[test]
fn r48_the_same_is_found_from_welsh_to_english() {
    let welsh = "Bydd y Bwrdd Iechyd yn adolygu ei weithdrefn rhyddhau cleifion ac yn cadw cofnodion nyrsio.";
    let english = "The Health Board will review its discharge procedure and its nursing records.";
    let words: Vec<String> = in_common(welsh, english, &[]).into_iter().map(|one| one.there).collect();
    assert_eq!(words, ["review", "procedure", "discharge", "records", "nursing"]);
}

#[test]
fn r48_acts_alone_make_nothing_alike() {
    let one = "The Council will review its policy and train staff.";
    let other =
        prior(1, "The Council will revise its procedure and remind and train staff.", &[], State::Due, None);
    assert!(earlier(&Sought { themes: &[], wordings: &[one], names: &[] }, &[other], TODAY).is_empty());
}

#[test]
fn r48_words_that_only_begin_alike_are_not_the_same() {
    for (one, other) in
        [("careful business", "care bus"), ("a feeling of latest binding", "fee late bin"), ("erased", "")]
    {
        assert!(in_common(one, other, &[]).is_empty(), "{one} / {other}");
    }
}

#[test]
fn r47_the_order_of_what_is_handed_in_changes_nothing() {
    let mut priors: Vec<Prior> = (1..20)
        .map(|place| {
            let ended = (place % 3 != 0).then(|| date(2025, 1, 1 + i8::try_from(place).unwrap()));
            prior(place, "answer complaints about repairs", &["delay"], State::MetOnTime, ended)
        })
        .collect();
    let themes = ["delay".to_owned()];
    let sought = Sought { themes: &themes, wordings: &["repairs and complaints"], names: &[] };
    let first = references(&earlier(&sought, &priors, TODAY));
    priors.reverse();
    assert_eq!(references(&earlier(&sought, &priors, TODAY)), first);
    assert_eq!(first.len(), 19);
}

#[test]
fn an_earlier_recommendation_is_named_as_people_write_it() {
    let read = EarlierRef::read(" 24-0193-2 ").unwrap();
    assert_eq!((read.reference.to_string().as_str(), read.number.0), ("24-0193", 2));
    assert_eq!(read.whole(), "24-0193-2");
    for wrong in ["", "2", "24-0193", "24-0193-x"] {
        assert_eq!(EarlierRef::read(wrong), None, "{wrong}");
    }
}

#[test]
fn r48_the_name_of_the_body_makes_nothing_alike() {
    let one = "Bannau Council will train its planning officers.";
    let other = prior(1, "Bannau Council will train its lifeguards.", &[], State::Due, None);
    let priors = [other];
    let sought = Sought { themes: &[], wordings: &[one], names: &["Bannau Council", "Cyngor Bannau"] };
    assert!(earlier(&sought, &priors, TODAY).is_empty());
    assert_eq!(earlier(&Sought { names: &[], ..sought }, &priors, TODAY).len(), 1);
}
