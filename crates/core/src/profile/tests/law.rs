//! The law of the profiles that ship: instruments, grounds and schedules as the sources have them.

use super::*;
use crate::{
    actor::StaffRole,
    instrument::{Addressee, Fact, Instrument},
};

#[test]
fn r41_an_adverse_findings_notice_has_its_four_grounds_and_each_may() {
    let care = profile("lgsco-part3a");
    let grounds: Vec<_> = care.grounds_for(Instrument::AdverseFindingsNotice).collect();
    assert_eq!(grounds.len(), 4);
    assert!(grounds.iter().all(|ground| ground.obligation == Obligation::May));
    let early: Vec<_> =
        grounds.iter().filter(|ground| ground.before_expiry).map(|ground| &*ground.id.0).collect();
    assert_eq!(early, ["s34I(3)(a) no action", "s34I(3)(b)"], "those the office's policy holds back");
    assert!(care.afn_requires_expiry);
}

#[test]
fn r37_a_special_report_has_its_grounds_and_a_further_report_is_a_duty() {
    let wales = profile("psow");
    let ids: Vec<_> =
        wales.grounds_for(Instrument::SpecialReport).map(|ground| ground.id.0.clone()).collect();
    assert_eq!(ids, ["s28(2)(a)", "s28(2)(b) action", "s28(2)(b) period", "s28(2)(c)", "s28(4)", "s28(6)"]);
    let broken_promise = wales.grounds.last().unwrap();
    assert!(broken_promise.after_settlement && broken_promise.after.is_empty());
    for fact in [Fact::InjusticeConcluded, Fact::ParticularAction, Fact::ParticularPeriod] {
        assert!(broken_promise.facts.contains(&fact), "{fact:?}");
    }
    let england = profile("lgsco");
    assert!(
        england.grounds_for(Instrument::FurtherReport).all(|ground| ground.obligation == Obligation::Must)
    );
    assert!(
        england
            .grounds_for(Instrument::PublishedStatement)
            .all(|ground| ground.obligation == Obligation::May)
    );
}

#[test]
fn r52_the_criteria_for_a_report_are_reasons_to_consider_and_one_follows_recurrence() {
    for name in ["psow", "lgsco", "lgsco-part3a", "generic"] {
        let profile = profile(name);
        assert_eq!(profile.criteria.iter().filter(|one| one.recurrence).count(), 1, "{name}");
        assert_eq!(profile.criteria.iter().filter(|one| one.non_compliance).count(), 1, "{name}");
    }
    assert_eq!(profile("lgsco").criteria.len(), 6, "the manual's six");
}

#[test]
fn r54_r55_the_schedule_is_twelve_months_and_five_years() {
    for name in Profile::NAMES {
        let kept = profile(name).retention;
        assert_eq!((kept.documents_months, kept.significant_years), (12, 5), "{name}");
        assert_eq!((kept.anonymise_years, kept.delete_years, kept.information_request_months), (5, 10, 4));
        assert_eq!(kept.counted_from, CountedFrom::LastSubstantiveAction);
        assert_eq!(kept.significant_by, StaffRole::Manager);
    }
}

#[test]
fn every_instrument_says_who_gets_it_and_reports_leave_names_out() {
    for name in Profile::every_name() {
        let profile = profile(name);
        assert!(profile.instruments.iter().any(|rule| rule.ends_investigation), "{name}");
        for rule in &profile.instruments {
            assert!(rule.must_receive.contains(&Addressee::Body), "{name}: {}", rule.instrument.code());
            assert!(!rule.citation.is_empty() && !rule.name.cy.is_empty());
            let published =
                rule.must_receive.iter().chain(&rule.may_receive).any(|one| *one == Addressee::Public);
            let report = matches!(rule.instrument, Instrument::Report | Instrument::SpecialReport);
            if (published || report) && name != "housing-ombudsman" && name != "gao-like" {
                assert!(rule.anonymity.is_some(), "{name}: {}", rule.instrument.code());
            }
        }
    }
}

#[test]
fn part_five_has_its_own_clock_and_none_of_the_newspaper_duties() {
    let care = profile("psow-part5");
    assert!(care.rule("W-57").is_some() && care.rule("W-26").is_none() && care.rule("W-24n").is_none());
    let report = care.instrument(Instrument::Report).unwrap();
    assert!(report.publicity.is_empty());
    assert_eq!(report.response.as_ref().unwrap().clock, "W-57");
    assert_eq!(care.grounds.len(), 5);
}

#[test]
fn a_ground_for_an_instrument_that_is_not_there_is_refused() {
    let own = r#"extends = "generic"
version = "2"
[[ground]]
id = "odd"
instrument = "further_report"
after = ["report"]
what = { en = "x", cy = "x" }
citation = "x"
obligation = "may"
facts = ["judged_not_met"]
"#;
    let error = Profile::from_file("own.toml", own).unwrap_err();
    assert!(error.problem.contains("further_report"), "{error}");
    let nothing =
        own.replace("further_report", "special_report").replace("facts = [\"judged_not_met\"]", "facts = []");
    assert_eq!(Profile::from_file("own.toml", &nothing).unwrap_err().key, "facts");
}

#[test]
fn an_instrument_whose_clock_is_not_there_or_that_nobody_may_issue_is_refused() {
    let own = |more: &str| {
        format!("extends = \"generic\"\nversion = \"2\"\n[[instrument]]\ninstrument = \"report\"\n{more}\n")
    };
    let error = Profile::from_file("own.toml", &own("form_clock = \"G-form\"")).unwrap_err();
    assert_eq!(error.key, "clock");
    let error = Profile::from_file("own.toml", &own("decided_by = \"administrator\"")).unwrap_err();
    assert_eq!(error.key, "decided_by");
}

#[test]
fn a_schedule_that_contradicts_itself_is_refused() {
    let own = |more: &str| format!("extends = \"generic\"\nversion = \"2\"\n[retention]\n{more}\n");
    for (more, key) in [
        ("delete_years = 3", "delete_years"),
        ("documents_months = 0", "documents_months"),
        ("significant_years = 0", "significant_years"),
        ("significant_by = \"coordinator\"", "significant_by"),
    ] {
        assert_eq!(Profile::from_file("own.toml", &own(more)).unwrap_err().key, key, "{more}");
    }
}
