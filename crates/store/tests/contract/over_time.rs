//! Bodies over time and the logs: what is kept stays, and figures stay with whom they were made about (E8, E13, E14, E34).

use amends_core::{
    body::change::{Change, change},
    disclosure::{Disclosed, Quarantined, Wrong},
    event::Event,
    id::{BodyId, EvidenceId},
    recommendation::State,
    text::{Bilingual, Language},
};
use amends_store::{
    changed::Changed,
    ledger::Commit,
    lists::{
        breaches, compliance_by_body, compliance_with_predecessors, disclosures, earlier_recommendations,
    },
    people::{all_bodies, body, body_by_slug, keep_body},
};
use uuid::Uuid;

use super::ground::*;

fn learn(office: &Office, id: BodyId, learnt: &Change) {
    let mut record = office.db.read(|c| body(c, id)).unwrap();
    record.body = change(&record.body, learnt, day(4, 15)).unwrap();
    office.db.write(move |tx| keep_body(tx, &record, Changed::by(CARYS, noon()))).unwrap();
}

#[test]
fn e14_what_became_of_a_body_is_kept_and_read_back_whole() {
    let office = office();
    office.bodies();
    let (name, on) = (Bilingual::new("Ynys and Mon Council", "Cyngor Ynys a Môn"), day(4, 1));
    learn(&office, YNYS, &Change::Renamed { name, on, shown_by: "minute 12".to_owned() });
    learn(&office, YNYS, &Change::Thawed { until: day(9, 30) });
    learn(&office, YNYS, &Change::Merged { into: MYNYDD, on, shown_by: "Order 2026/1".to_owned() });
    let kept = office.db.read(|c| body(c, YNYS)).unwrap();
    assert_eq!(kept.slug, "ynys", "its address stays");
    assert_eq!(kept.body.name_on(day(3, 31)).cy, "Cyngor Ynys");
    assert_eq!(kept.body.freeze_on(day(9, 30)).map(|freeze| freeze.notice.as_str()), Some("s.114 notice"));
    assert!(kept.body.freeze_on(day(10, 1)).is_none());
    assert!(kept.body.is_succeeded_by(MYNYDD) && kept.body.is_gone_on(on));
    assert_eq!(office.db.read(|c| body_by_slug(c, "ynys")).unwrap().as_ref(), Some(&kept));
    assert!(office.db.read(|c| all_bodies(c, Language::En)).unwrap().contains(&kept));
    // Keeping it again with less takes nothing away.
    let mut less = kept.clone();
    less.body.over_time.names.clear();
    less.body.over_time.successors.clear();
    office.db.write(move |tx| keep_body(tx, &less, Changed::by_nobody(after(1)))).unwrap();
    assert_eq!(office.db.read(|c| body(c, YNYS)).unwrap().body.over_time, kept.body.over_time);
}

#[test]
fn e13_figures_stay_with_the_predecessor_and_show_under_the_successor() {
    let office = office();
    office.bodies();
    let ended = |n: u128, state: State, of: BodyId, from: Option<BodyId>| {
        let mut with = rows(n);
        let row = &mut with.recommendations[0];
        (row.body, row.taken_over_from, row.state, row.ended_on) = (of, from, state, Some(day(4, 10)));
        let (title, kept) = words(10 * n, "a complaint");
        let commit = Commit::new(carys_acts(), noon(), day(4, 14), 0, vec![opening_event(n, title)], with);
        office.commit(commit.particulars(vec![kept])).unwrap();
    };
    ended(1, State::MetOnTime, YNYS, None);
    ended(2, State::MetLate, MYNYDD, Some(YNYS));
    ended(3, State::NotMet, MYNYDD, None);
    let apart = office.db.read(|c| compliance_with_predecessors(c, MYNYDD, day(4, 1), day(4, 30))).unwrap();
    assert_eq!(apart.len(), 1, "nobody said yet that it stands in the place of another");
    let order = "Order 2026/1".to_owned();
    learn(&office, YNYS, &Change::Merged { into: MYNYDD, on: day(4, 1), shown_by: order });
    let found = office.db.read(|c| compliance_with_predecessors(c, MYNYDD, day(4, 1), day(4, 30))).unwrap();
    let figures: Vec<_> = found.iter().map(|one| (one.body, one.on_time, one.late, one.not_done)).collect();
    assert_eq!(figures, [(MYNYDD, 0, 0, 1), (YNYS, 1, 1, 0)]);
    assert_eq!(office.db.read(|c| compliance_by_body(c, day(4, 1), day(4, 30))).unwrap().len(), 2);
    let earlier = office.db.read(|c| earlier_recommendations(c, MYNYDD, None, None, None, 9)).unwrap();
    assert_eq!(earlier.len(), 3, "what was recommended to the predecessor is found under the successor");
}

#[test]
fn e34_the_logs_are_read_from_the_record_with_their_words() {
    let office = office();
    let case = office.open_case(1);
    let (reason, kept_reason) = words(501, "the letter is to Mr B");
    let (to, kept_to) = words(502, "the duty social worker");
    let (what, kept_what) = words(503, "a child is at risk");
    let evidence = EvidenceId(Uuid::from_u128(77));
    let apart = Event::EvidenceQuarantined(Quarantined {
        evidence,
        wrong: Wrong::Complainant,
        reason,
        on: day(4, 15),
    });
    let ground = "health_or_safety".to_owned();
    let disclosed = Event::Disclosed(Disclosed { ground, to, what, files: Vec::new() });
    let commit =
        Commit::new(carys_acts(), after(1), day(4, 15), 2, vec![apart.clone(), disclosed.clone()], rows(1));
    office.commit(commit.particulars(vec![kept_reason, kept_to, kept_what])).unwrap();
    let found = office.db.read(|c| breaches(c, None, 10)).unwrap();
    assert_eq!((found.len(), found[0].case, &found[0].recorded.event), (1, case, &apart));
    let found = office.db.read(|c| disclosures(c, None, 10)).unwrap();
    assert_eq!(
        (found.len(), &found[0].recorded.event, &found[0].recorded.actor),
        (1, &disclosed, &carys_acts())
    );
    assert!(office.db.read(|c| disclosures(c, None, 0)).unwrap().is_empty());
}
