//! The numbers on the tabs are exact on every day, whatever happened in between, and can be counted anew.

use amends_core::{
    event::Event,
    id::{MailId, RecommendationNumber, StaffId},
    index::Rows,
    recommendation::State,
};
use amends_store::{
    Result,
    blobs::{self, Blobs},
    ledger::{Commit, RebuildMode, append, recount},
    lists::{PAGE, View, ViewCounts, WorkFilter, WorkItem, next_due, view_counts, work, work_places},
    post::{self, MailState, NewMail, mail_counts},
};
use uuid::Uuid;

use super::ground::*;

const MARC: StaffId = StaffId(Uuid::from_u128(0xAC));

/// A small machine for chance that is the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Rows of case `n` as chance has them.
fn any_rows(dice: &mut Dice, n: u128) -> Rows {
    let mut with = rows(n);
    with.case.handler = if dice.roll(3) == 0 { MARC } else { CARYS };
    with.recommendations = (1..=u16::try_from(dice.roll(4)).unwrap())
        .map(|number| {
            let due = (dice.roll(5) > 0).then(|| day(4, 1 + i8::try_from(dice.roll(29)).unwrap()));
            let mut one = recommendation(n, number, due);
            one.state = [
                State::Due,
                State::EvidenceReceived,
                State::UnderReview,
                State::MetOnTime,
                State::FurtherEvidenceRequested,
                State::Draft,
            ][usize::try_from(dice.roll(6)).unwrap()];
            one.awaits_body = matches!(one.state, State::Due | State::FurtherEvidenceRequested);
            one.extension_open = dice.roll(6) == 0;
            one.undelivered = dice.roll(7) == 0;
            one.ended_on = (one.state == State::MetOnTime).then(|| day(4, 2));
            one.body = if dice.roll(2) == 0 { YNYS } else { MYNYDD };
            one
        })
        .collect();
    with
}

fn filters() -> Vec<WorkFilter> {
    let mut all = Vec::new();
    for today in [day(4, 1), day(4, 15), day(4, 30), day(6, 1)] {
        for handler in [None, Some(CARYS), Some(MARC)] {
            for body in [None, Some(YNYS)] {
                for state in [None, Some(State::Due), Some(State::EvidenceReceived)] {
                    for text in [None, Some("gwyn".to_owned())] {
                        all.push(WorkFilter { handler, body, state, text, ..WorkFilter::on(today) });
                    }
                }
            }
        }
    }
    all
}

/// How many rows the pages of a view have, one after the other.
fn walked(office: &Office, view: View, filter: &WorkFilter) -> (u64, Option<jiff::civil::Date>) {
    let (mut count, mut after, mut last, mut next) = (0, None, None, None);
    loop {
        let page = office.db.read(|c| work(c, view, filter, after)).unwrap();
        assert!(page.items.len() <= PAGE);
        let places = office.db.read(|c| work_places(c, view, filter, after)).unwrap();
        let of_rows: Vec<_> = page.items.iter().map(WorkItem::cursor).collect();
        assert_eq!((places.places, places.next), (of_rows, page.next), "{view:?}, {filter:?}");
        for item in &page.items {
            let place = (
                item.row.evidence_due_on.is_none(),
                item.row.evidence_due_on,
                item.row.case,
                item.row.number,
            );
            assert!(last < Some(place), "out of order or twice: {place:?}");
            last = Some(place);
            let due = item.row.evidence_due_on.filter(|due| item.row.awaits_body && *due >= filter.today);
            next = next.or(due);
            count += 1;
        }
        match page.next {
            Some(cursor) => after = Some(cursor),
            None => return (count, next),
        }
    }
}

fn agree(office: &Office) {
    for filter in filters() {
        let counts = office.db.read(|c| view_counts(c, &filter)).unwrap();
        let mut next = None;
        let walked = View::ALL.map(|view| {
            let (count, due) = walked(office, view, &filter);
            next = next.or(due.filter(|_| view == View::All));
            count
        });
        assert_eq!(counts, ViewCounts { counts: walked, or_more: false }, "{filter:?}");
        assert_eq!(office.db.read(|c| next_due(c, &filter)).unwrap(), next, "{filter:?}");
    }
    assert!(recount(&office.db, RebuildMode::Check).unwrap(), "the kept numbers are those of a fresh count");
}

#[test]
fn every_tab_counts_what_its_pages_have_whatever_happened() {
    let office = office();
    office.bodies();
    let mut dice = Dice(7);
    for n in 1..=40 {
        office.open_case(n);
    }
    for round in 0..3_u32 {
        for n in 1..=40 {
            let with = any_rows(&mut dice, n);
            let commit =
                Commit::new(carys_acts(), after(1), day(4, 15), 2 + round, vec![Event::ChasesResumed], with);
            office.commit(commit).unwrap();
        }
        agree(&office);
    }
}

#[test]
fn nothing_is_counted_of_a_change_that_failed() {
    let office = office();
    office.open_case(1);
    let mut with = rows(1);
    with.recommendations.push(recommendation(1, 2, None));
    let failed = office.db.write(move |tx| -> Result<()> {
        let commit =
            Commit::new(carys_acts(), after(1), day(4, 15), 2, vec![Event::ChasesResumed], with.clone());
        append(tx, &commit)?;
        Err(amends_store::StoreError::Closed)
    });
    assert!(failed.is_err());
    agree(&office);
}

#[test]
fn numbers_that_are_wrong_are_noticed_and_counted_anew() {
    let office = office();
    office.bodies();
    office.open_case(1);
    office.open_case(2);
    for harm in [
        "UPDATE work_count SET n = n + 1 WHERE whose = 'office'",
        "DELETE FROM work_count WHERE whose = 'handler'",
        "UPDATE work_count SET due_on = '1999-01-01' WHERE whose = 'body'",
    ] {
        office.tamper(harm);
        assert!(!recount(&office.db, RebuildMode::Check).unwrap(), "{harm}");
        assert!(!recount(&office.db, RebuildMode::Rewrite).unwrap(), "{harm}");
        agree(&office);
    }
}

#[test]
fn rows_are_the_same_written_at_once_or_change_by_change() {
    let office = office();
    office.open_case(1);
    let mut dice = Dice(11);
    for round in 0..20_u32 {
        let mut with = any_rows(&mut dice, 1);
        if let Some(one) = with.recommendations.first_mut() {
            one.themes = vec!["delay".to_owned(); usize::try_from(dice.roll(2)).unwrap()];
            one.scope = amends_core::recommendation::Scope::Service;
            one.number = RecommendationNumber(1);
        }
        let wanted = with.clone();
        let commit =
            Commit::new(carys_acts(), after(1), day(4, 15), 2 + round, vec![Event::ChasesResumed], with);
        office.commit(commit).unwrap();
        let kept = office.db.read(|c| amends_store::rows::of_case(c, case(1))).unwrap();
        assert_eq!(kept, Some(wanted), "round {round}");
    }
}

#[test]
fn messages_are_counted_by_where_they_are() {
    let office = office();
    office.open_case(1);
    let blobs = Blobs::open(&office.folder.path().join("files")).unwrap();
    let id = |n: u128| MailId(Uuid::from_u128(0xA0 + n));
    for n in 1..=4_u128 {
        let raw = blobs.put(Uuid::from_u128(n), format!("message {n}").as_bytes()).unwrap();
        let new = NewMail {
            mail: id(n),
            raw: raw.digest,
            received_at: after(i64::try_from(n).unwrap()),
            message_id: None,
            sender: "complaints@ynys.example".to_owned(),
            subject: "Evidence".to_owned(),
        };
        office
            .db
            .write(move |tx| -> Result<()> {
                blobs::record(tx, raw, "message/rfc822", noon())?;
                post::receive(tx, &new)?;
                // The same bytes again are the same message.
                post::receive(tx, &NewMail { mail: id(n + 100), ..new.clone() }).map(|_| ())
            })
            .unwrap();
    }
    let counts = || -> Vec<(MailState, u64)> {
        let all = office.db.read(mail_counts).unwrap();
        all.into_iter().filter(|(_, count)| *count > 0).collect()
    };
    assert_eq!(counts(), [(MailState::New, 4)]);
    office
        .db
        .write(move |tx| -> Result<()> {
            post::hold(tx, id(1), "held-nothing-matches", None, noon())?;
            post::hold(tx, id(1), "held-by-hand", None, noon())?;
            post::file(tx, id(2), case(1), &[], None, noon())?;
            post::set_aside(tx, id(3), "aside-spam", None, noon())?;
            post::file(tx, id(3), case(1), &[], None, noon())
        })
        .unwrap();
    assert_eq!(counts(), [(MailState::New, 1), (MailState::Filed, 2), (MailState::Held, 1)]);
    let waiting = |after, limit| -> Vec<MailId> {
        let found = office.db.read(|c| post::mail_to_file(c, after, limit)).unwrap();
        found.into_iter().map(|one| one.mail).collect()
    };
    assert_eq!(waiting(None, 10), [id(1), id(4)], "new and held together, the oldest first");
    assert_eq!(waiting(Some((after(1), id(1))), 1), [id(4)]);
    assert!(recount(&office.db, RebuildMode::Check).unwrap());
    office.tamper("UPDATE mail_count SET n = 9 WHERE state = 'new'");
    assert!(!recount(&office.db, RebuildMode::Rewrite).unwrap());
    assert_eq!(counts()[0], (MailState::New, 1));
}
