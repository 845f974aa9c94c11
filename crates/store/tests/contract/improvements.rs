//! Earlier service improvements and how bodies deal with the office, as reports ask for them (R48, R53, R56).

use amends_core::{
    id::RecommendationNumber,
    index::{HandlingEntry, HandlingRow, Rows},
    profile::HandlingSign,
    recommendation::{Kind, Scope, State},
};
use amends_store::{
    changed::Changed,
    ledger::Commit,
    lists::{
        HandlingFilter, ImprovementFilter, PAGE, handling, handling_counts, improvement_counts, improvements,
    },
    people::merge_body,
    rows::of_case,
};

use super::ground::*;

/// Opens case `n` with one service improvement, decided on a day of 2026, its title and comment as particular `10 n`.
fn improved(office: &Office, n: u128, month: i8, themes: &[&str], change: impl FnOnce(&mut Rows)) {
    let mut with = rows(n);
    with.case.decided_on = Some(day(month, 1));
    let one = &mut with.recommendations[0];
    (one.scope, one.kind) = (Scope::Service, Kind::Training);
    one.themes = themes.iter().map(|theme| (*theme).to_owned()).collect();
    change(&mut with);
    let (title, kept) = words(10 * n, "Delay");
    let commit = Commit::new(carys_acts(), noon(), day(4, 14), 0, vec![opening_event(n, title)], with)
        .particulars(vec![kept])
        .texts(texts("Delay", &format!("Train {n}")));
    office.commit(commit).unwrap();
}

fn found(office: &Office, filter: &ImprovementFilter) -> Vec<String> {
    let (items, _) = office.db.read(|c| improvements(c, filter, None)).unwrap();
    items.into_iter().map(|one| one.wording).collect()
}

#[test]
fn r53_service_improvements_are_found_by_body_subject_kind_state_and_date() {
    let office = office();
    office.bodies();
    improved(&office, 1, 1, &["delay", "planning"], |_| {});
    improved(&office, 2, 2, &["delay"], |rows| rows.recommendations[0].state = State::MetLate);
    improved(&office, 3, 3, &["planning"], |rows| rows.recommendations[0].body = MYNYDD);
    improved(&office, 4, 3, &["delay"], |rows| rows.recommendations[0].scope = Scope::Personal);
    improved(&office, 5, 3, &["delay"], |rows| rows.case.decided_on = None);
    improved(&office, 6, 3, &["delay"], |rows| rows.recommendations[0].state = State::Withdrawn);
    improved(&office, 7, 4, &[], |rows| rows.recommendations[0].kind = Kind::Review);
    let all = ImprovementFilter::default();
    assert_eq!(found(&office, &all), ["Train 7", "Train 3", "Train 2", "Train 1"]);
    let theme = |theme: &str| ImprovementFilter { theme: Some(theme.to_owned()), ..all.clone() };
    assert_eq!(found(&office, &theme("delay")), ["Train 2", "Train 1"]);
    assert_eq!(found(&office, &theme("planning")), ["Train 3", "Train 1"]);
    assert_eq!(found(&office, &ImprovementFilter { body: Some(MYNYDD), ..all.clone() }), ["Train 3"]);
    assert_eq!(found(&office, &ImprovementFilter { kind: Some(Kind::Review), ..all.clone() }), ["Train 7"]);
    let states = vec![State::MetLate, State::MetOnTime];
    assert_eq!(found(&office, &ImprovementFilter { states, ..all.clone() }), ["Train 2"]);
    let between = ImprovementFilter { from: Some(day(2, 1)), to: Some(day(3, 1)), ..all.clone() };
    assert_eq!(found(&office, &between), ["Train 3", "Train 2"]);
    assert_eq!(
        found(&office, &ImprovementFilter { except: Some(case(7)), ..theme("delay") }),
        ["Train 2", "Train 1"]
    );
    let counts = office.db.read(|c| improvement_counts(c, &all)).unwrap();
    let told: Vec<_> = counts.iter().map(|one| (one.theme.as_str(), one.state, one.count)).collect();
    assert_eq!(
        told,
        [
            ("", State::Due, 1),
            ("delay", State::Due, 1),
            ("delay", State::MetLate, 1),
            ("planning", State::Due, 2),
        ]
    );
    office.db.write(|tx| merge_body(tx, YNYS, MYNYDD, Changed::by_nobody(after(1)))).unwrap();
    assert_eq!(
        found(&office, &ImprovementFilter { body: Some(MYNYDD), ..all }).len(),
        4,
        "with what Ynys was asked"
    );
}

#[test]
fn r53_the_report_goes_on_where_its_page_ended() {
    let office = office();
    office.bodies();
    let many = u128::try_from(PAGE).unwrap() + 3;
    for n in 1..=many {
        improved(&office, n, if n % 2 == 0 { 2 } else { 3 }, &["delay"], |rows| {
            let mut second = rows.recommendations[0].clone();
            second.number = RecommendationNumber(2);
            rows.recommendations.push(second);
        });
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let (items, next) =
            office.db.read(|c| improvements(c, &ImprovementFilter::default(), after)).unwrap();
        seen.extend(items.into_iter().map(|one| (one.decided_on, one.row.case, one.row.number)));
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(seen.len(), usize::try_from(2 * many).unwrap());
    let mut once = seen.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), seen.len(), "nothing twice");
}

fn sign(n: u128, seq: u32, sign: HandlingSign, month: i8) -> HandlingRow {
    HandlingRow {
        case: case(n),
        seq,
        body: YNYS,
        on: day(month, 9),
        what: HandlingEntry::Sign(sign),
        number: Some(RecommendationNumber(1)),
        because: None,
        words: None,
    }
}

fn note(n: u128, seq: u32, code: &str, month: i8, because: Option<u32>) -> HandlingRow {
    HandlingRow {
        what: HandlingEntry::Note(code.to_owned()),
        number: None,
        because,
        words: Some(particular(10 * n)),
        ..sign(n, seq, HandlingSign::Chase, month)
    }
}

#[test]
fn r56_entries_are_counted_by_quarter_and_each_leads_to_its_event() {
    let office = office();
    office.bodies();
    improved(&office, 1, 1, &[], |rows| {
        rows.handling = vec![
            sign(1, 1, HandlingSign::Chase, 3),
            sign(1, 2, HandlingSign::Chase, 4),
            sign(1, 3, HandlingSign::Extension, 4),
            note(1, 4, "delay_responding", 4, Some(2)),
        ];
    });
    improved(&office, 2, 1, &[], |rows| {
        let mut other = sign(2, 1, HandlingSign::Chase, 6);
        other.body = MYNYDD;
        rows.handling = vec![other, note(2, 2, "delay_responding", 6, None)];
    });
    let kept = office.db.read(|c| of_case(c, case(1))).unwrap().unwrap();
    assert_eq!(kept.handling.len(), 4);
    assert_eq!(kept.handling[3], note(1, 4, "delay_responding", 4, Some(2)));

    let counts = office.db.read(|c| handling_counts(c, &HandlingFilter::default())).unwrap();
    let told: Vec<_> = counts
        .iter()
        .map(|one| {
            (
                one.body == YNYS,
                one.quarter,
                serde_json::to_value(&one.what).unwrap()["word"].clone(),
                one.count,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (true, 2, "chase".into(), 1),
            (true, 2, "extension".into(), 1),
            (true, 2, "delay_responding".into(), 2),
            (false, 2, "chase".into(), 1),
            (true, 1, "chase".into(), 1),
        ]
    );
    assert!(counts.iter().all(|one| one.year == 2026));

    // Each number is the length of the list it leads to.
    for one in &counts {
        let first = day(i8::try_from(one.quarter).unwrap() * 3 - 2, 1);
        let filter = HandlingFilter {
            body: Some(one.body),
            what: Some(one.what.clone()),
            from: Some(first),
            to: Some(day(i8::try_from(one.quarter).unwrap() * 3, 30)),
        };
        let (items, next) = office.db.read(|c| handling(c, &filter, None)).unwrap();
        assert_eq!((u64::try_from(items.len()).unwrap(), next), (one.count, None), "{one:?}");
    }
    let (items, _) = office.db.read(|c| handling(c, &HandlingFilter::default(), None)).unwrap();
    let noted: Vec<_> = items.iter().filter(|one| one.noted).map(|one| one.row.seq).collect();
    assert_eq!(noted, [2], "the chase on which a note rests");
    assert_eq!(items.iter().filter(|one| one.comment.as_deref() == Some("Delay")).count(), 2);
}
