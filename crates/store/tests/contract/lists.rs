//! Lists across cases.

use amends_core::{
    case::{Compliance, Stage},
    event::Event,
    id::{BodyId, CaseId, CaseReference, StaffId},
    index::{RecommendationRow, Rows},
    recommendation::{Kind, State},
    text::Bilingual,
};
use amends_store::{
    Result, Row,
    changed::Changed,
    ledger::Commit,
    lists::{
        CaseFilter, PAGE, View, WorkFilter, case_by_reference, cases, compliance_by_body, due_for_look,
        earlier_recommendations, plans::every_question, view_counts, work,
    },
    people::merge_body,
    search,
    value::Value,
};
use uuid::Uuid;

use super::ground::*;
use crate::many::any;

/// Opens case `n` with these rows, a title and a wording.
fn open_with(office: &Office, n: u128, change: impl FnOnce(&mut Rows), title: &str, wording: &str) {
    let mut with = rows(n);
    change(&mut with);
    let (title_words, kept) = words(10 * n, title);
    let commit = Commit::new(carys_acts(), noon(), day(4, 14), 0, vec![opening_event(n, title_words)], with)
        .particulars(vec![kept])
        .texts(texts(title, wording));
    office.commit(commit).unwrap();
}

fn only(rows: &mut Rows, change: impl FnOnce(&mut RecommendationRow)) {
    change(&mut rows.recommendations[0]);
}

/// On 15 April: 1 overdue, 2 due on the 20th, 3 due on the 29th, 4 due on the 30th, 5 with evidence,
/// 6 with an extension asked for, 7 met, 8 a draft without date.
fn april(office: &Office) {
    office.bodies();
    let due = |n: u128, date, state: State| {
        open_with(
            office,
            n,
            |rows| {
                only(rows, |one| {
                    one.evidence_due_on = date;
                    one.state = state;
                    one.awaits_body = state == State::Due;
                });
            },
            &format!("Case {n}"),
            "The Council will apologise.",
        );
    };
    due(1, Some(day(4, 13)), State::Due);
    due(2, Some(day(4, 20)), State::Due);
    due(3, Some(day(4, 29)), State::Due);
    due(4, Some(day(4, 30)), State::Due);
    due(5, Some(day(4, 1)), State::EvidenceReceived);
    open_with(
        office,
        6,
        |rows| {
            only(rows, |one| {
                one.evidence_due_on = Some(day(5, 1));
                one.extension_open = true;
            });
            rows.case.handler = StaffId(Uuid::from_u128(2));
        },
        "Case 6",
        "",
    );
    due(7, Some(day(3, 1)), State::MetOnTime);
    due(8, None, State::Draft);
}

fn numbers(office: &Office, view: View, filter: &WorkFilter) -> Vec<u128> {
    let page = office.db.read(|c| work(c, view, filter, None)).unwrap();
    page.items.iter().map(|item| item.row.case.0.as_u128() - 0xC0_0000).collect()
}

#[test]
fn each_view_of_the_work_list_has_what_belongs_in_it_in_the_order_of_dates() {
    let office = office();
    april(&office);
    let today = WorkFilter::on(day(4, 15));
    assert_eq!(numbers(&office, View::NeedsMe, &today), [5, 1, 6]);
    assert_eq!(numbers(&office, View::DueIn14, &today), [2, 3]);
    assert_eq!(numbers(&office, View::Evidence, &today), [5]);
    assert_eq!(numbers(&office, View::Extensions, &today), [6]);
    assert_eq!(numbers(&office, View::All, &today), [7, 5, 1, 2, 3, 4, 6, 8]);
    let counts = office.db.read(|c| view_counts(c, &today)).unwrap();
    assert_eq!(View::ALL.map(|view| counts.of(view)), [3, 2, 1, 1, 0, 8]);

    open_with(
        &office,
        9,
        |rows| {
            only(rows, |one| {
                one.evidence_due_on = Some(day(5, 2));
                one.undelivered = true;
            });
        },
        "Case 9",
        "",
    );
    assert_eq!(numbers(&office, View::Delivery, &today), [9]);
    assert_eq!(numbers(&office, View::NeedsMe, &today), [5, 1, 6, 9]);

    // The same rows on a later day: nothing is stored that says "overdue".
    assert_eq!(numbers(&office, View::NeedsMe, &WorkFilter::on(day(4, 21))), [5, 1, 2, 6, 9]);
}

#[test]
fn the_work_list_is_narrowed_by_handler_body_state_and_words() {
    let office = office();
    april(&office);
    let today = WorkFilter::on(day(4, 15));
    let mine = WorkFilter { handler: Some(CARYS), ..today.clone() };
    assert_eq!(numbers(&office, View::NeedsMe, &mine), [5, 1]);
    let counts = office.db.read(|c| view_counts(c, &mine)).unwrap();
    assert_eq!((counts.of(View::NeedsMe), counts.of(View::Extensions)), (2, 0));
    let nobody = WorkFilter { body: Some(MYNYDD), ..today.clone() };
    assert_eq!(numbers(&office, View::All, &nobody), [] as [u128; 0]);
    let met = WorkFilter { state: Some(State::MetOnTime), ..today.clone() };
    assert_eq!(numbers(&office, View::All, &met), [7]);
    let about = WorkFilter { text: Some("case 4".to_owned()), ..today.clone() };
    assert_eq!(numbers(&office, View::All, &about), [4]);
    let item = office.db.read(|c| work(c, View::All, &about, None)).unwrap().items.remove(0);
    assert_eq!((item.reference.0.as_str(), item.title.as_str()), ("26-0004", "Case 4"));
    assert_eq!(item.wording, "The Council will apologise.");
    assert_eq!(item.body_name, Some(Bilingual::new("Ynys Council", "Cyngor Ynys")));
}

#[test]
fn pages_of_fifty_follow_each_other_without_gap_or_double() {
    let office = office();
    let total = 120;
    for n in 1..=total {
        // Many on the same day, some without a date.
        let date = (n % 7 != 0).then(|| day(4, 1 + i8::try_from(n % 3).unwrap()));
        open_with(&office, n, |rows| only(rows, |one| one.evidence_due_on = date), "Case", "");
    }
    let everything = WorkFilter::on(day(4, 15));
    let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = office.db.read(|c| work(c, View::All, &everything, after)).unwrap();
        assert!(page.items.len() <= PAGE);
        seen.extend(page.items.iter().map(|item| (item.row.evidence_due_on, item.row.case)));
        pages += 1;
        let Some(next) = page.next else { break };
        after = Some(next.to_string().parse().unwrap());
    }
    assert_eq!((pages, seen.len() as u128), (3, total));
    let mut sorted = seen.clone();
    sorted.sort_by_key(|(date, case)| (date.is_none(), *date, *case));
    sorted.dedup();
    assert_eq!(seen, sorted);

    let (mut found, mut after) = (0, None);
    loop {
        let (items, next) = office.db.read(|c| cases(c, &CaseFilter::default(), after)).unwrap();
        found += items.len();
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(found as u128, total);
}

#[test]
fn cases_are_found_by_reference_words_and_where_they_are() {
    let office = office();
    office.bodies();
    open_with(
        &office,
        1,
        |rows| rows.case.received_on = day(1, 1),
        "Dim gwres yn Nhŷ Gwyn",
        "Ymddiheuro i Mrs A",
    );
    open_with(&office, 2, |rows| rows.case.received_on = day(2, 1), "Parking fine", "Refund £60");
    open_with(
        &office,
        3,
        |rows| {
            rows.case.bodies = vec![MYNYDD];
            rows.case.stage = Stage::Investigating;
            rows.case.compliance = Compliance::NotStarted;
            rows.case.received_on = day(3, 1);
        },
        "Heating",
        "",
    );
    let find = |filter: &CaseFilter| -> Vec<u128> {
        let (items, next) = office.db.read(|c| cases(c, filter, None)).unwrap();
        assert_eq!(next, None);
        items.iter().map(|item| item.row.case.0.as_u128() - 0xC0_0000).collect()
    };
    let text = |text: &str| CaseFilter { text: Some(text.to_owned()), ..CaseFilter::default() };
    assert_eq!(find(&CaseFilter::default()), [3, 2, 1]);
    assert_eq!(find(&text("nhy gwyn")), [1]);
    assert_eq!(find(&text("YMDDIH")), [1]);
    assert_eq!(find(&text("refund parking")), [2]);
    assert_eq!(find(&text("refund heating")), [] as [u128; 0]);
    assert_eq!(find(&text("\" OR 1=1 --")), [] as [u128; 0]);
    assert_eq!(find(&CaseFilter { body: Some(MYNYDD), ..CaseFilter::default() }), [3, 2, 1]);
    assert_eq!(find(&CaseFilter { body: Some(YNYS), ..CaseFilter::default() }), [2, 1]);
    assert_eq!(find(&CaseFilter { stage: Some(Stage::Investigating), ..CaseFilter::default() }), [3]);
    let followed = CaseFilter { compliance: Some(Compliance::Monitoring), ..CaseFilter::default() };
    assert_eq!(find(&followed), [2, 1]);
    assert_eq!(find(&CaseFilter { handler: Some(CARYS), ..text("heating") }), [3]);

    let found = office.db.read(|c| case_by_reference(c, &CaseReference::new(2026, 2))).unwrap();
    assert_eq!(found, Some(case(2)));
    assert_eq!(office.db.read(|c| case_by_reference(c, &CaseReference::new(2025, 2))).unwrap(), None);
    assert_eq!(office.db.read(|c| search::title(c, case(2))).unwrap().as_deref(), Some("Parking fine"));
}

#[test]
fn new_words_replace_the_old_in_the_search() {
    let office = office();
    office.open_case(1);
    let commit = next(1, 2, Event::ChasesResumed).texts(texts("Damp", "Repair the roof"));
    office.commit(commit).unwrap();
    let find = |word: &str| {
        let filter = CaseFilter { text: Some(word.to_owned()), ..CaseFilter::default() };
        office.db.read(|c| cases(c, &filter, None)).unwrap().0.len()
    };
    assert_eq!((find("heating"), find("apologise"), find("roof")), (0, 0, 1));
}

#[test]
fn the_cases_to_look_at_come_longest_waiting_first_page_by_page() {
    let office = office();
    for (n, look) in
        [(1, Some(day(4, 15))), (2, Some(day(4, 1))), (3, None), (4, Some(day(4, 16))), (5, Some(day(4, 1)))]
    {
        open_with(&office, n, |rows| rows.case.look_again_on = look, "Case", "");
    }
    let page = |after| office.db.read(|c| due_for_look(c, day(4, 15), after, 2)).unwrap();
    let first = page(None);
    assert_eq!(first, [(day(4, 1), case(2)), (day(4, 1), case(5))]);
    assert_eq!(page(first.last().copied()), [(day(4, 15), case(1))]);
    assert_eq!(page(Some((day(4, 15), case(1)))), [] as [(jiff::civil::Date, CaseId); 0]);
}

#[test]
fn r48_what_was_recommended_before_follows_a_body_into_the_one_it_was_merged_into() {
    let office = office();
    office.bodies();
    open_with(&office, 1, |_| {}, "Letters", "Apologise to Mrs A");
    let to_mynydd = |rows: &mut Rows| {
        only(rows, |one| {
            one.body = MYNYDD;
            one.kind = Kind::Training;
        });
    };
    open_with(&office, 2, to_mynydd, "Training", "Train all housing officers");
    let earlier = |body: BodyId, kind, about, except| -> Vec<String> {
        let found = office.db.read(|c| earlier_recommendations(c, body, kind, about, except, 10)).unwrap();
        found.into_iter().map(|one| one.wording).collect()
    };
    assert_eq!(earlier(MYNYDD, None, None, None), ["Train all housing officers"]);
    office.db.write(|tx| merge_body(tx, YNYS, MYNYDD, Changed::by_nobody(after(1)))).unwrap();
    assert_eq!(earlier(MYNYDD, None, None, None), ["Train all housing officers", "Apologise to Mrs A"]);
    assert_eq!(earlier(YNYS, None, None, None), ["Apologise to Mrs A"]);
    assert_eq!(earlier(MYNYDD, Some(Kind::Apology), None, None), ["Apologise to Mrs A"]);
    assert_eq!(earlier(MYNYDD, None, Some("housing"), None), ["Train all housing officers"]);
    assert_eq!(earlier(MYNYDD, None, None, Some(case(1))), ["Train all housing officers"]);
}

#[test]
fn how_bodies_did_counts_what_ended_in_the_period() {
    let office = office();
    let ended = |n: u128, state: State, on| {
        open_with(
            &office,
            n,
            move |rows| {
                only(rows, |one| {
                    one.state = state;
                    one.ended_on = on;
                    one.awaits_body = false;
                });
            },
            "Case",
            "",
        );
    };
    for (n, state) in (1..).zip([
        State::MetOnTime,
        State::MetOnTime,
        State::MetLate,
        State::NotMet,
        State::Refused,
        State::TreatedAsMet,
        State::Ceased,
        State::Withdrawn,
    ]) {
        ended(n, state, Some(day(4, 30)));
    }
    ended(20, State::MetOnTime, Some(day(5, 1)));
    ended(21, State::Due, None);
    let found = office.db.read(|c| compliance_by_body(c, day(4, 1), day(4, 30))).unwrap();
    assert_eq!(found.len(), 1);
    let one = found[0];
    assert_eq!((one.body, one.on_time, one.late, one.not_done), (YNYS, 2, 1, 2));
    assert_eq!((one.treated_as_met, one.no_longer_pursued), (1, 1));
}

#[test]
fn a_list_narrowed_by_words_has_the_same_rows_whether_few_cases_hold_them_or_many() {
    let office = office();
    office.bodies();
    for n in 1..=30 {
        let commit =
            if n % 3 == 0 { any(n) } else { any(n).texts(texts("Noise", "The Council will write.")) };
        office.commit(commit).unwrap();
    }
    let questions = office.db.read(|c| every_question(c, day(4, 15), CARYS, YNYS)).unwrap();
    let rows = |sql: &str, values: &[Value]| -> Vec<Vec<Value>> {
        let columns = office.db.read(|c| c.shape(sql)).unwrap().1;
        let row = |row: &Row<'_>| (0..columns).map(|column| row.get(column)).collect::<Result<Vec<Value>>>();
        office.db.read(|c| c.all(sql, values, row)).unwrap()
    };
    let mut compared = 0;
    for few in questions.iter().filter(|one| one.name.contains("with words of few")) {
        let name = few.name.replace("of few", "of many");
        let many = questions.iter().find(|one| one.name == name).unwrap();
        let found = rows(&few.sql, &few.values);
        assert_eq!(found, rows(&many.sql, &many.values), "{name}");
        compared += usize::from(found.len() > 1);
    }
    assert!(compared > 8, "only {compared} lists have rows");
}
