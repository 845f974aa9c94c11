//! The law's test vectors, the sentences of an explanation, and the rules a case relies on.

use std::collections::BTreeMap;

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::{
    calendar::Division,
    id::ParticularId,
    profile::Profile,
    text::{Salt, Words},
};

mod properties;

fn england() -> Calendar {
    Calendar::built_in(Division::EnglandAndWales).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn length(text: &str) -> Length {
    text.parse().unwrap()
}

fn statutory(text: &str, start: Start) -> Count {
    Count { length: length(text), start, standing: Standing::Statutory }
}

fn last_day(text: &str, start: Start, from: &str) -> Date {
    statutory(text, start).date(day(from), &england()).unwrap()
}

fn rule(profile: &str, id: &str) -> PeriodRule {
    Profile::built_in(profile).unwrap().rule(id).cloned().unwrap()
}

/// A receipt shown by an acknowledgement.
fn received(on: &str) -> Began {
    let evidence = Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), "acknowledged by the body");
    Began::Received { receipt: Receipt::new(None, day(on), evidence).unwrap() }
}

fn english(due: &DueDate) -> Vec<&str> {
    due.explanation.iter().map(|step| step.en.as_str()).collect()
}

fn welsh(due: &DueDate) -> Vec<&str> {
    due.explanation.iter().map(|step| step.cy.as_str()).collect()
}

/// Received, last day of one month, last day of three.
const RECEIVED: [(&str, &str, &str); 10] = [
    ("2025-03-03", "2025-04-02", "2025-06-02"),
    ("2025-03-15", "2025-04-14", "2025-06-14"),
    ("2025-01-28", "2025-02-27", "2025-04-27"),
    ("2025-01-29", "2025-02-28", "2025-04-28"),
    ("2025-01-31", "2025-02-28", "2025-04-30"),
    ("2024-01-30", "2024-02-29", "2024-04-29"),
    ("2025-03-01", "2025-03-31", "2025-05-31"),
    ("2024-02-29", "2024-03-28", "2024-05-28"),
    ("2025-11-25", "2025-12-24", "2026-02-24"),
    ("2025-11-30", "2025-12-29", "2026-02-28"),
];

#[test]
fn r57_months_from_receipt_end_as_the_law_counts() {
    let (month, provider, quarter) =
        (rule("psow", "W-26"), rule("lgsco-part3a", "A-34I(2)"), rule("lgsco", "L-31(2)"));
    for (from, one, three) in RECEIVED {
        let began = received(from);
        assert_eq!(month.run(&began, &england()).unwrap().date, day(one), "1 month from {from}");
        assert_eq!(provider.run(&began, &england()).unwrap().date, day(one), "1 month from {from}");
        assert_eq!(quarter.run(&began, &england()).unwrap().date, day(three), "3 months from {from}");
    }
}

#[test]
fn notice_is_given_within_two_weeks_after_receipt() {
    for (profile, id) in [("psow", "W-24n"), ("lgsco", "L-30(5)")] {
        let due = rule(profile, id).run(&received("2025-03-03"), &england()).unwrap();
        assert_eq!(due.date, date(2025, 3, 17), "{id}");
    }
}

#[test]
fn six_weeks_starting_with_a_day_end_a_day_before_six_weeks_from_it() {
    // The illustration a court approved.
    assert_eq!(last_day("6 weeks", Start::Inclusive, "2025-05-01"), date(2025, 6, 11));
    assert_eq!(last_day("6 weeks", Start::Exclusive, "2025-05-01"), date(2025, 6, 12));
}

#[test]
fn a_chained_period_begins_the_day_after_the_last_day() {
    let first = rule("lgsco", "L-31(2)").run(&received("2025-03-03"), &england()).unwrap();
    assert_eq!(first.date, date(2025, 6, 2));
    let confirmation =
        rule("lgsco", "L-31(2A)(c)").run(&Began::Happened { on: first.date }, &england()).unwrap();
    assert_eq!(confirmation.date, date(2025, 9, 2));
    assert_eq!(confirmation.citation.as_deref(), Some("1974 Act s.31(2A)(c)"));
    let provider = rule("lgsco-part3a", "A-34I(3)c");
    // Ended 30 January: begins on the 31st; February has no 31st.
    let due = provider.run(&Began::Happened { on: day("2025-01-30") }, &england()).unwrap();
    assert_eq!(due.date, date(2025, 2, 28));
    assert!(english(&due)[0].contains("its last day was Thursday 30 January 2025"));
}

#[test]
fn month_ends_and_leap_years() {
    assert_eq!(last_day("1 month", Start::Exclusive, "2025-01-31"), date(2025, 2, 28));
    assert_eq!(last_day("1 month", Start::Exclusive, "2024-01-31"), date(2024, 2, 29));
    assert_eq!(last_day("1 month", Start::Exclusive, "2025-02-28"), date(2025, 3, 28));
    assert_eq!(last_day("1 year", Start::Inclusive, "2024-02-29"), date(2025, 2, 28));
    assert_eq!(last_day("1 year", Start::Inclusive, "2025-03-01"), date(2026, 2, 28));
    assert_eq!(last_day("1 year", Start::Inclusive, "2023-03-01"), date(2024, 2, 29));
    assert_eq!(last_day("4 years", Start::Exclusive, "2024-02-29"), date(2028, 2, 29));
    assert_eq!(last_day("12 months", Start::Inclusive, "2025-11-22"), date(2026, 11, 21));
}

#[test]
fn r30_working_days_differ_by_division_and_closure() {
    let count = Count::administrative(length("10 working days"), NonWorkingDay::NextWorkingDay);
    let on = |division, from: &str| count.date(day(from), &Calendar::built_in(division).unwrap()).unwrap();
    // Over Easter: Scotland works on Easter Monday.
    assert_eq!(on(Division::EnglandAndWales, "2026-04-01"), date(2026, 4, 17));
    assert_eq!(on(Division::NorthernIreland, "2026-04-01"), date(2026, 4, 17));
    assert_eq!(on(Division::Scotland, "2026-04-01"), date(2026, 4, 16));
    // Over St Patrick's Day.
    assert_eq!(on(Division::EnglandAndWales, "2026-03-10"), date(2026, 3, 24));
    assert_eq!(on(Division::NorthernIreland, "2026-03-10"), date(2026, 3, 25));
    let closed =
        england().with_closure(date(2026, 3, 20), Bilingual::new("Staff conference", "Cynhadledd staff"));
    let due = count.compute(date(2026, 3, 10), &closed).unwrap();
    assert_eq!(due.date, date(2026, 3, 25));
    assert!(english(&due).contains(&"Skipped: 20 March 2026 (Staff conference, office closed)."));
    assert!(welsh(&due).contains(&"Hepgorwyd: 20 Mawrth 2026 (Cynhadledd staff, y swyddfa ar gau)."));
}

#[test]
fn working_days_count_their_first_day_only_when_told_to() {
    assert_eq!(last_day("1 working day", Start::Inclusive, "2026-04-14"), date(2026, 4, 14));
    assert_eq!(last_day("1 working day", Start::Exclusive, "2026-04-14"), date(2026, 4, 15));
    assert_eq!(last_day("1 working day", Start::Inclusive, "2026-04-18"), date(2026, 4, 20));
    assert_eq!(last_day("1 working day", Start::Exclusive, "2026-04-18"), date(2026, 4, 20));
}

#[test]
fn an_explanation_reads_in_both_languages() {
    let count = Count::administrative(length("20 working days"), NonWorkingDay::NextWorkingDay);
    let due = count.compute(date(2026, 4, 14), &england()).unwrap();
    assert_eq!(due.date, date(2026, 5, 13));
    assert_eq!(
        english(&due),
        [
            "20 working days after Tuesday 14 April 2026: that day is day zero and is left out.",
            "Saturdays, Sundays, bank holidays in England and Wales and days when the office is closed are not counted.",
            "Skipped: 4 May 2026 (Early May bank holiday).",
            "The last day is Wednesday 13 May 2026.",
        ]
    );
    assert_eq!(
        welsh(&due),
        [
            "20 diwrnod gwaith ar ôl dydd Mawrth 14 Ebrill 2026: diwrnod sero yw hwnnw, ac ni chaiff ei gyfrif.",
            "Ni chyfrifir dyddiau Sadwrn, dyddiau Sul, gwyliau banc yng Nghymru a Lloegr na dyddiau pan fydd y swyddfa ar gau.",
            "Hepgorwyd: 4 Mai 2026 (Gŵyl banc dechrau Mai).",
            "Y diwrnod olaf yw dydd Mercher 13 Mai 2026.",
        ]
    );
}

#[test]
fn an_explanation_of_months_names_the_corresponding_date() {
    let exists = statutory("1 month", Start::Inclusive).compute(date(2025, 3, 3), &england()).unwrap();
    assert_eq!(
        english(&exists),
        [
            "1 month beginning with Monday 3 March 2025: that day is counted.",
            "It ends on the day before the corresponding date, 3 April 2025.",
            "The last day is Wednesday 2 April 2025.",
        ]
    );
    let missing = statutory("1 month", Start::Inclusive).compute(date(2025, 1, 31), &england()).unwrap();
    assert_eq!(
        welsh(&missing),
        [
            "1 mis gan ddechrau â dydd Gwener 31 Ionawr 2025: cyfrifir y diwrnod hwnnw.",
            "Nid oes diwrnod 31 ym mis Chwefror 2025, felly daw i ben ar ddiwrnod olaf y mis hwnnw.",
            "Y diwrnod olaf yw dydd Gwener 28 Chwefror 2025.",
        ]
    );
}

#[test]
fn a_date_beyond_the_known_holidays_says_so() {
    let far = statutory("1 month", Start::Inclusive).compute(date(2028, 12, 20), &england()).unwrap();
    assert_eq!(far.date, date(2029, 1, 19));
    assert!(english(&far).last().unwrap().contains("not known beyond 31 December 2028"));
    assert!(welsh(&far).last().unwrap().contains("y tu hwnt i 31 Rhagfyr 2028"));
    let old = statutory("1 month", Start::Inclusive).compute(date(2017, 5, 1), &england()).unwrap();
    assert!(english(&old).last().unwrap().contains("before 1 January 2018 are not known"));
    let near = statutory("1 month", Start::Inclusive).compute(date(2026, 5, 1), &england()).unwrap();
    assert!(!english(&near).iter().any(|step| step.contains("not known")));
}

#[test]
fn a_period_past_the_last_year_is_refused() {
    let count = statutory("900 years", Start::Inclusive);
    assert_eq!(
        count.compute(date(9500, 1, 1), &england()),
        Err(PeriodError::TooFar { from: date(9500, 1, 1) })
    );
}

#[test]
fn e16_a_statutory_date_stands_on_a_sunday_and_warns_five_working_days_before() {
    let due = rule("lgsco", "L-31(2)").run(&received("2025-01-28"), &england()).unwrap();
    assert_eq!(due.date, date(2025, 4, 27), "a Sunday");
    // Back over Easter: the 25th, 24th, 23rd, 22nd, 17th.
    assert_eq!(due.warn_on, Some(date(2025, 4, 17)));
    assert!(english(&due).contains(&"Warn the body by Thursday 17 April 2025, five working days before it."));
    assert!(
        english(&due).contains(&"That is not a working day (Sunday), but a statutory date does not move.")
    );
    assert!(
        welsh(&due)
            .contains(&"Nid yw hwnnw'n ddiwrnod gwaith (dydd Sul), ond nid yw dyddiad statudol yn symud.")
    );
    let midweek = rule("lgsco", "L-31(2)").run(&received("2025-03-03"), &england()).unwrap();
    assert_eq!(midweek.warn_on, None);
}

#[test]
fn e16_an_office_s_own_date_obeys_its_policy() {
    // One month after 3 April 2026 is Sunday 3 May; Monday is a bank holiday.
    let on =
        |roll| Count::administrative(length("1 month"), roll).compute(date(2026, 4, 3), &england()).unwrap();
    assert_eq!(on(NonWorkingDay::Stands).date, date(2026, 5, 3));
    let next = on(NonWorkingDay::NextWorkingDay);
    assert_eq!(next.date, date(2026, 5, 5));
    assert!(english(&next).contains(
        &"That is not a working day (Sunday), so the date moves to the next working day, Tuesday 5 May 2026."
    ));
    let previous = on(NonWorkingDay::PreviousWorkingDay);
    assert_eq!(previous.date, date(2026, 5, 1));
    assert!(welsh(&previous).contains(
        &"Nid yw hwnnw'n ddiwrnod gwaith (dydd Sul), felly mae'r dyddiad yn symud i'r diwrnod gwaith blaenorol, dydd Gwener 1 Mai 2026."
    ));
}

#[test]
fn e16_a_new_holiday_shows_what_would_move_and_statutory_dates_stay() {
    let (old, from) = (england(), date(2026, 6, 1));
    let new = old.with_bank_holiday(date(2026, 6, 15), Bilingual::new("Jubilee", "Jiwbilî"));
    let own = Count::administrative(length("10 working days"), NonWorkingDay::NextWorkingDay);
    let law = statutory("2 weeks", Start::Exclusive);
    let open = |label: &str, count, current| OpenDate { label: label.into(), from, count, current };
    let dates = [
        open("own", own, date(2026, 6, 15)),
        open("by law", law, date(2026, 6, 15)),
        open("agreed", own, date(2026, 6, 30)),
        open("before", Count { length: length("3 working days"), ..own }, date(2026, 6, 4)),
    ];
    let outlook = what_if(&dates, &old, &new).unwrap();
    let [moved] = outlook.moves.as_slice() else { panic!("one date moves: {:?}", outlook.moves) };
    assert_eq!(
        (moved.label.as_str(), moved.from, moved.to.date),
        ("own", date(2026, 6, 15), date(2026, 6, 16))
    );
    assert!(english(&moved.to).contains(&"Skipped: 15 June 2026 (Jubilee)."));
    let [stands] = outlook.statutory.as_slice() else { panic!("one is warned of: {:?}", outlook.statutory) };
    assert_eq!((stands.label.as_str(), stands.stands.date), ("by law", date(2026, 6, 15)));
    assert_eq!(stands.stands.warn_on, Some(date(2026, 6, 8)));
    assert_eq!(what_if(&dates, &old, &old), Ok(Outlook::default()));
}

#[test]
fn e38_units_and_anchors_of_one_sentence_resolve_each_for_itself() {
    let anchors = Anchors {
        final_decision: Some(date(2026, 4, 14)),
        receipt: Some(date(2026, 4, 16)),
        report_date: Some(date(2026, 4, 13)),
        events: BTreeMap::new(),
    };
    let due = |text: &str, anchor| {
        let spec = DueSpec::After { length: length(text), anchor };
        spec.resolve(&anchors, &england(), NonWorkingDay::NextWorkingDay).unwrap().date
    };
    assert_eq!(due("2 weeks", Anchor::FinalDecision), date(2026, 4, 28));
    assert_eq!(due("1 month", Anchor::FinalDecision), date(2026, 5, 14));
    assert_eq!(due("20 working days", Anchor::FinalDecision), date(2026, 5, 13));
    assert_eq!(due("56 days", Anchor::ReportDate), date(2026, 6, 8));
    assert_eq!(due("1 month", Anchor::Receipt), date(2026, 5, 18), "16 May is a Saturday");
}

#[test]
fn e38_a_date_needs_its_anchor_and_a_written_date_stands() {
    let spec = DueSpec::After { length: length("1 month"), anchor: Anchor::Receipt };
    let missing = spec.resolve(&Anchors::default(), &england(), NonWorkingDay::Stands).unwrap_err();
    assert_eq!(missing, PeriodError::AnchorMissing { anchor: Anchor::Receipt });
    assert!(missing.explain().cy.contains("Cofnodwch"));
    let sunday = DueSpec::On { date: date(2026, 5, 3) };
    let due = sunday.resolve(&Anchors::default(), &england(), NonWorkingDay::NextWorkingDay).unwrap();
    assert_eq!(due.date, date(2026, 5, 3));
    assert!(english(&due)[1].contains("stands as it was written"));
}

#[test]
fn e39_an_event_to_come_has_a_latest_date() {
    let spec = DueSpec::OnEvent {
        length: length("1 month"),
        event: "committee meeting".into(),
        backstop: date(2026, 9, 30),
    };
    let resolve = |happened: Option<Date>| {
        let events = happened.map(|day| ("committee meeting".to_owned(), day)).into_iter().collect();
        let anchors = Anchors { events, ..Anchors::default() };
        spec.resolve(&anchors, &england(), NonWorkingDay::NextWorkingDay).unwrap()
    };
    let waiting = resolve(None);
    assert_eq!(waiting.date, date(2026, 9, 30));
    assert!(english(&waiting)[0].contains("committee meeting"));
    assert_eq!(resolve(Some(date(2026, 6, 10))).date, date(2026, 7, 10));
    let late = resolve(Some(date(2026, 9, 15)));
    assert_eq!(late.date, date(2026, 9, 30));
    assert!(english(&late).last().unwrap().contains("later than the latest date allowed"));
    assert!(welsh(&late).last().unwrap().contains("dydd Mercher 30 Medi 2026"));
}

#[test]
fn i3_a_clock_from_receipt_takes_only_an_evidenced_receipt() {
    let typed = Began::Happened { on: date(2025, 3, 3) };
    for name in Profile::NAMES {
        for rule in Profile::built_in(name).unwrap().rules() {
            let result = rule.run(&typed, &england());
            if rule.trigger == Trigger::Receipt {
                assert_eq!(result, Err(PeriodError::ReceiptNeeded { rule: rule.id.clone() }));
            } else if !matches!(rule.term, Term::Agreed { .. }) {
                assert!(result.is_ok(), "{}", rule.id);
            }
        }
    }
    let blank = Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), "  ");
    assert_eq!(Receipt::new(None, date(2025, 3, 3), blank), Err(ReceiptError::NoEvidence));
    let shown = Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), "signed for");
    assert_eq!(
        Receipt::new(Some(date(2025, 3, 4)), date(2025, 3, 3), shown),
        Err(ReceiptError::BeforeService)
    );
}

#[test]
fn i3_a_period_agreed_case_by_case_names_its_instrument() {
    let error = rule("psow", "W-6").compute(date(2026, 4, 14), &england()).unwrap_err();
    let PeriodError::Agreed { rule, .. } = &error else { panic!("{error}") };
    assert_eq!(rule, "W-6");
    assert!(error.explain().en.contains("record of what the authority agreed to do"));
    assert!(error.explain().cy.contains("cofnod o'r hyn y cytunodd"));
}
