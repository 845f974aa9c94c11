//! Decisions of several askers are recorded together, and each asker hears of their own fault alone.

use std::{sync::Barrier, thread, time::Duration};

use amends_core::{event::Event, id::LinkId, text::Digest};
use amends_store::{
    StoreError,
    ledger::{Commit, Letters, RebuildMode, load, recount, verify},
    people::{Audience, NewLink, keep_link, keep_links, links_of_case},
    rows,
    search::{Todo, todo},
    settings::setting,
    stamps::{AtHand, Marks, stamps},
};
use uuid::Uuid;

use super::{
    ground::*,
    safety::{hold_the_writer, keep},
};

/// A link to case `n`; its token is the digest of `token`.
fn link(n: u128, id: u128, token: &str) -> NewLink {
    NewLink {
        id: LinkId(Uuid::from_u128(id)),
        token: Digest::of(token.as_bytes()),
        case: case(n),
        audience: Audience::Body(YNYS),
        numbers: Vec::new(),
        sent_to: "complaints@ynys.example".to_owned(),
        made_at: noon(),
        ends_at: after(3_600),
    }
}

fn with_link(commit: Commit, link: NewLink) -> Commit {
    commit.letters(Letters { links: vec![link], ..Letters::default() })
}

fn is_whole(office: &Office) {
    let report = office.db.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert!(recount(&office.db, RebuildMode::Check).unwrap(), "the numbers are not what counting gives");
}

#[test]
fn of_decisions_that_wait_together_those_without_fault_are_recorded_and_the_others_are_told_why() {
    let office = office();
    office.bodies();
    office.commit(with_link(opening(9), link(9, 9, "taken"))).unwrap();
    let gate = hold_the_writer(&office.db);
    let all = vec![
        vec![opening(1).evidence(amends_store::search::EvidenceChange::default())],
        vec![opening(2), opening(3).key("three")],
        vec![next(9, 7, Event::ChasesResumed)],
        vec![opening(4), with_link(next(4, 2, Event::ChasesResumed), link(4, 4, "taken"))],
        vec![with_link(opening(5), link(5, 5, "free"))],
        vec![opening(6), next(6, 2, Event::ChasesResumed)],
    ];
    let outcomes = thread::scope(|scope| {
        let asked: Vec<_> = all
            .into_iter()
            .map(|commits| {
                let db = office.db.clone();
                scope.spawn(move || db.record(commits))
            })
            .collect();
        let other = scope.spawn(|| keep(&office.db, 1, "beside".to_owned()));
        // So that most wait together; whether all do changes nothing of what must come out.
        thread::sleep(Duration::from_millis(100));
        drop(gate);
        other.join().unwrap().unwrap();
        asked.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    let told: Vec<_> = outcomes.iter().map(|one| one.as_ref().map(Vec::len)).collect();
    assert_eq!((told[0], told[1], told[4], told[5]), (Ok(1), Ok(2), Ok(1), Ok(2)));
    assert!(is_conflict(told[2].unwrap_err()), "{:?}", told[2]);
    assert!(matches!(told[3], Err(StoreError::Taken { .. })), "{:?}", told[3]);
    let entries = |n| office.db.read(|c| load(c, case(n))).unwrap().len();
    assert_eq!([1, 2, 3, 4, 5, 6, 9].map(entries), [2, 2, 2, 0, 2, 3, 2]);
    for n in [1, 2, 3, 5, 6] {
        assert_eq!(office.db.read(|c| rows::of_case(c, case(n))).unwrap(), Some(rows(n)));
    }
    assert_eq!(office.db.read(|c| rows::of_case(c, case(4))).unwrap(), None);
    assert_eq!(office.db.read(|c| links_of_case(c, case(5))).unwrap().len(), 1);
    assert!(office.db.read(|c| todo(c, 9)).unwrap().iter().any(|(what, _)| *what == Todo::Case(case(1))));
    assert_eq!(office.db.read(|c| setting::<String>(c, "note-1")).unwrap().as_deref(), Some("beside"));
    let again = office.db.record(vec![opening(3).key("three")]).unwrap();
    assert!(again[0].repeated);
    is_whole(&office);
}

#[test]
fn whoever_decides_on_what_is_past_is_told_and_every_entry_that_was_acknowledged_is_there() {
    let office = office();
    for n in 1..=3 {
        office.open_case(n);
    }
    let begin = Barrier::new(6);
    let acknowledged: u32 = thread::scope(|scope| {
        let all: Vec<_> = (0..6_u128)
            .map(|who| {
                let (office, begin) = (&office, &begin);
                scope.spawn(move || {
                    begin.wait();
                    let mut done = 0;
                    for nth in 0..8 {
                        let n = (who + nth) % 3 + 1;
                        let seen = office.db.read(|c| load(c, case(n))).unwrap().len();
                        let mut decided = next(n, u32::try_from(seen).unwrap(), Event::ChasesResumed);
                        if nth % 2 == 0 {
                            decided = decided.key(format!("{who}-{nth}"));
                        }
                        match office.db.record(vec![decided]) {
                            Ok(recorded) => done += u32::from(!recorded[0].repeated),
                            Err(error) => assert!(is_conflict(&error), "{error:?}"),
                        }
                    }
                    done
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).sum()
    });
    let entries = (1..=3).map(|n| office.db.read(|c| load(c, case(n))).unwrap().len()).sum::<usize>();
    assert_eq!(u32::try_from(entries).unwrap(), 6 + acknowledged);
    assert!(acknowledged >= 8, "{acknowledged}");
    is_whole(&office);
}

#[test]
fn a_change_whose_fault_shows_late_is_refused_whole_and_the_next_goes_on() {
    let office = office();
    office.bodies();
    office.db.write(|tx| keep_links(tx, &[&link(1, 1, "one")])).unwrap();
    let refused = office.db.write(|tx| {
        keep_link(tx, &link(1, 2, "two"))?;
        keep_links(tx, &[&link(1, 3, "one")])
    });
    assert!(matches!(refused, Err(StoreError::Taken { .. })), "{refused:?}");
    assert_eq!(office.db.read(|c| links_of_case(c, case(1))).unwrap().len(), 1);
    office.db.write(|tx| keep_links(tx, &[&link(1, 4, "three")])).unwrap();
    assert_eq!(office.db.read(|c| links_of_case(c, case(1))).unwrap().len(), 2);
}

#[test]
fn what_was_decided_from_what_is_at_hand_is_recorded_only_where_that_is_still_so() {
    let office = office();
    office.bodies();
    let last = |n: u128| office.commit(opening(n)).unwrap().placed.unwrap().hash;
    let hashes: Vec<Digest> = (1..=4).map(last).collect();
    let now = office.db.read(stamps).unwrap();
    let marks = Marks { register: now.register, staff: now.staff, mail: now.mail, erased: now.erased };
    let from_hand = |n: u128, last: Digest, marks: Marks| {
        next(n, 2, Event::ChasesResumed).at_hand(AtHand { last, marks })
    };
    let other = |change: fn(&mut Marks)| {
        let mut other = marks;
        change(&mut other);
        from_hand(2, hashes[1], other)
    };
    let gate = hold_the_writer(&office.db);
    let all = [
        from_hand(1, hashes[0], marks),
        other(|marks| marks.register += 1),
        other(|marks| marks.staff += 1),
        other(|marks| marks.mail += 1),
        other(|marks| marks.erased += 1),
        from_hand(3, hashes[0], marks),
        next(4, 2, Event::ChasesResumed),
    ];
    let outcomes = thread::scope(|scope| {
        let asked: Vec<_> =
            all.into_iter().map(|one| scope.spawn(|| office.db.record(vec![one]).unwrap()[0])).collect();
        thread::sleep(Duration::from_millis(50));
        gate.send(()).unwrap();
        asked.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    let outdated: Vec<bool> = outcomes.iter().map(|one| one.outdated).collect();
    assert_eq!(outdated, [false, true, true, true, true, true, false]);
    assert!(outcomes.iter().all(|one| one.placed.is_some() != one.outdated));
    for (n, entries) in [(1, 3), (2, 2), (3, 2), (4, 3)] {
        assert_eq!(office.db.read(|c| load(c, case(n))).unwrap().len(), entries, "case {n}");
    }
    // Of another history of the same length, too.
    let later = office.db.record(vec![from_hand(4, hashes[3], marks)]).unwrap()[0];
    assert!(later.outdated);
    is_whole(&office);
}
