//! Recording decisions and reading them back.

use amends_core::{
    actor::Actor,
    event::Event,
    id::StaffId,
    ledger::{Checkpoint, verify_inclusion},
    text::Salt,
};
use amends_store::{
    Result, StoreError,
    ledger::{
        Difference, RebuildMode, append, append_all, checkpoint, checkpoints, entry_proof, events_of,
        history, latest_checkpoint, load, rebuild, size,
    },
    particulars::{self, NewParticular},
    post::is_owed,
    rows, search,
    settings::next_reference,
};
use ed25519_dalek::SigningKey;
use uuid::Uuid;

use super::ground::*;

#[test]
fn what_was_recorded_is_read_back_with_its_texts() {
    let office = office();
    let recorded = office.commit(opening(1)).unwrap();
    assert_eq!((recorded.first_seq, recorded.last_seq, recorded.repeated), (1, 2, false));

    let story = office.db.read(|c| load(c, case(1))).unwrap();
    assert_eq!(story.iter().map(|one| one.seq).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((story[0].recorded_at, story[0].effective_on), (noon(), day(4, 14)));
    assert_eq!(story[0].actor, carys_acts());
    assert_eq!(story[0].event, opening_event(1, words(10, "No heating at Tŷ Gwyn").0));
    assert_eq!(story[1].event, Event::BodyAdded { body: MYNYDD });
    assert_eq!(office.db.read(|c| rows::of_case(c, case(1))).unwrap(), Some(rows(1)));
    assert_eq!(office.db.read(|c| load(c, case(2))).unwrap(), []);
}

#[test]
fn the_newest_comes_first_in_the_history_page_by_page() {
    let office = office();
    office.open_case(1);
    for seq in 2..6 {
        office.commit(next(1, seq, Event::ChasesResumed)).unwrap();
    }
    let seqs = |before| {
        let page = office.db.read(|c| history(c, case(1), before, 4)).unwrap();
        page.into_iter().map(|one| one.seq).collect::<Vec<_>>()
    };
    assert_eq!(seqs(None), [6, 5, 4, 3]);
    assert_eq!(seqs(Some(3)), [2, 1]);
}

#[test]
fn the_second_of_two_who_decide_at_once_is_shown_the_first_and_overwrites_nothing() {
    let office = office();
    office.open_case(1);
    let other = StaffId(Uuid::from_u128(7));
    office.commit(next(1, 2, Event::HandlerAssigned { handler: other })).unwrap();
    let error = office.commit(next(1, 2, Event::ChasesResumed)).unwrap_err();
    let StoreError::Conflict { expected: 2, found: 3, by, .. } = &error else { panic!("{error}") };
    assert_eq!(by.len(), 1);
    assert_eq!((by[0].seq, by[0].kind.as_str(), &by[0].actor), (3, "handler_assigned", &carys_acts()));
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 3);
}

#[test]
fn of_many_writers_at_once_one_wins_each_time() {
    let office = office();
    office.open_case(1);
    let won: Vec<_> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| office.commit(next(1, 2, Event::ChasesResumed)).map_err(|e| is_conflict(&e)))
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!(won.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!(won.iter().filter(|one| **one == Err(true)).count(), 7);
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 3);
}

#[test]
fn a_form_sent_twice_is_recorded_once() {
    let office = office();
    let first = office.commit(opening(1).key("form-7")).unwrap();
    let second = office.commit(opening(1).key("form-7")).unwrap();
    assert!(!first.repeated && second.repeated);
    assert_eq!((first.first_seq, first.last_seq), (second.first_seq, second.last_seq));
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 2);
}

#[test]
fn i5_a_letter_and_the_event_that_owes_it_stand_or_fall_together() {
    let office = office();
    office.commit(opening(1).posts(vec![letter(1, &[(1, "chase:1:1:first")])])).unwrap();
    assert!(office.db.read(|c| is_owed(c, case(1), "chase:1:1:first")).unwrap());

    let again = next(1, 2, Event::ChasesResumed).posts(vec![letter(2, &[(1, "chase:1:1:first")])]);
    let error = office.commit(again).unwrap_err();
    assert_eq!(error, StoreError::AlreadyOwed { case: case(1), key: "chase:1:1:first".to_owned() });
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 2);
}

#[test]
fn r31_a_chase_over_many_cases_is_recorded_on_all_or_none() {
    let office = office();
    office.open_case(1);
    office.open_case(2);
    let digest = letter(1, &[(1, "chase:1"), (2, "chase:1")]);
    let bad = vec![next(1, 2, Event::ChasesResumed), next(2, 9, Event::ChasesResumed)];
    let error = office.db.write(move |tx| append_all(tx, &bad)).unwrap_err();
    assert!(is_conflict(&error));
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 2);

    let good = vec![next(1, 2, Event::ChasesResumed).posts(vec![digest]), next(2, 2, Event::ChasesResumed)];
    let recorded = office.db.write(move |tx| append_all(tx, &good)).unwrap();
    assert_eq!(recorded.len(), 2);
    assert!(office.db.read(|c| is_owed(c, case(2), "chase:1")).unwrap());
}

#[test]
fn words_whose_text_is_not_handed_over_are_refused() {
    let office = office();
    let (title, _) = words(10, "No heating");
    let commit = amends_store::ledger::Commit::new(
        carys_acts(),
        noon(),
        day(4, 14),
        0,
        vec![opening_event(1, title.clone())],
        rows(1),
    );
    let error = office.commit(commit.clone()).unwrap_err();
    assert!(matches!(&error, StoreError::BadCommit { what } if what.contains("particular")), "{error}");

    let other = NewParticular { id: title.particular, salt: Salt([1; 32]), text: "Another text".to_owned() };
    assert!(matches!(office.commit(commit.particulars(vec![other])), Err(StoreError::BadCommit { .. })));
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap(), []);
}

#[test]
fn words_kept_before_may_be_said_again() {
    let office = office();
    office.open_case(1);
    let (title, _) = words(10, "No heating at Tŷ Gwyn");
    office.commit(next(1, 2, Event::ChasesStopped { reason: title })).unwrap();
    let story = office.db.read(|c| load(c, case(1))).unwrap();
    let Event::ChasesStopped { reason } = &story[2].event else { panic!("{:?}", story[2].event) };
    assert_eq!(reason.as_str(), "No heating at Tŷ Gwyn");
}

#[test]
fn an_erased_text_is_gone_from_the_file_and_the_record_still_stands() {
    let office = office();
    office.open_case(1);
    office
        .db
        .write(|tx| -> Result<()> {
            particulars::erase(tx, particular(10), after(5))?;
            search::forget(tx, case(1))
        })
        .unwrap();
    let story = office.db.read(|c| load(c, case(1))).unwrap();
    let Event::CaseOpened { opening, .. } = &story[0].event else { panic!("{:?}", story[0].event) };
    assert!(opening.title.is_blank());
    let report = office.db.read(|c| amends_store::ledger::verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!((report.texts, report.texts_erased), (0, 1));

    office.db.empty_log().unwrap();
    let files = if office.file().is_some() { ["amends.db", "amends.db-wal"].as_slice() } else { &[] };
    for file in files {
        let bytes = std::fs::read(office.folder.path().join(file)).unwrap();
        let found = |needle: &str| bytes.windows(needle.len()).any(|part| part == needle.as_bytes());
        assert!(!found("No heating at") && !found("heating"), "the text is still in {file}");
    }
}

#[test]
fn a_case_gets_the_next_reference_and_a_failure_leaves_no_gap() {
    let office = office();
    let give = |fails: bool| {
        office.db.write(move |tx| -> Result<String> {
            let reference = next_reference(tx, 2026)?;
            if fails { Err(StoreError::Closed) } else { Ok(reference.to_string()) }
        })
    };
    assert_eq!(give(false).unwrap(), "26-0001");
    assert!(give(true).is_err());
    assert_eq!(give(false).unwrap(), "26-0002");
    let other_year = office.db.write(|tx| next_reference(tx, 2027)).unwrap();
    assert_eq!(other_year.to_string(), "27-0001");
}

#[test]
fn a_checkpoint_is_signed_while_there_is_news_and_shows_each_entry() {
    let office = office();
    let key = SigningKey::from_bytes(&[7; 32]);
    let sign = |minutes| {
        let key = key.clone();
        office.db.write(move |tx| checkpoint(tx, "office.example", after(minutes), &key)).unwrap()
    };
    assert_eq!(sign(0), None);
    office.open_case(1);
    let note = sign(1).unwrap();
    assert_eq!(sign(2), None);
    office.open_case(2);
    assert_eq!(office.db.read(|c| entry_proof(c, case(2), 1)).unwrap(), None);
    let note_of_two = sign(3).unwrap();
    assert_eq!(office.db.read(latest_checkpoint).unwrap(), Some(note_of_two.clone()));
    assert_eq!(office.db.read(checkpoints).unwrap(), [(2, note), (4, note_of_two)]);

    for seq in 1..=2 {
        let proof = office.db.read(|c| entry_proof(c, case(2), seq)).unwrap().unwrap();
        let signed = Checkpoint::open(&proof.note, &key.verifying_key()).unwrap();
        assert!(verify_inclusion(proof.hash, proof.leaf, signed.size, &proof.path, signed.root));
    }
}

#[test]
fn rows_made_anew_are_equal_and_wrong_ones_are_put_right() {
    let office = office();
    office.open_case(1);
    office.open_case(2);
    let fold = |events: &[Event]| match events.first() {
        Some(Event::CaseOpened { case: opened, .. }) if *opened == case(1) => Ok(rows(1)),
        Some(Event::CaseOpened { case: opened, .. }) if *opened == case(2) => Ok(rows(2)),
        other => Err(format!("begins with {other:?}")),
    };
    let run = |mode| rebuild(&office.db, mode, &fold).unwrap();
    let clean = run(RebuildMode::Check);
    assert_eq!((clean.cases, clean.differences), (2, vec![]));

    office
        .tamper("UPDATE recommendation_row SET evidence_due_on = '2027-01-01' WHERE hex(case_id) LIKE '%1'");
    office.tamper("DELETE FROM case_row WHERE hex(case_id) LIKE '%2'");
    office.tamper(
        "INSERT INTO case_row (case_id, reference, profile, route, stage, compliance, handler, received_on)
         VALUES (x'ff', 'x', 'x', 'x', 'x', 'x', x'ff', 'x')",
    );
    office.tamper("UPDATE case_row SET case_id = zeroblob(16) WHERE case_id = x'ff'");
    let stranger = amends_core::id::CaseId(Uuid::nil());
    let expected =
        vec![Difference::Differs(case(1)), Difference::Missing(case(2)), Difference::Unknown(stranger)];
    assert_eq!(run(RebuildMode::Check).differences, expected);
    assert_eq!(run(RebuildMode::Check).differences, expected, "a check changes nothing");
    assert_eq!(run(RebuildMode::Rewrite).differences, expected);
    assert_eq!(run(RebuildMode::Check).differences, vec![]);
    assert_eq!(office.db.read(|c| rows::of_case(c, case(2))).unwrap(), Some(rows(2)));
}

#[test]
fn the_events_of_many_cases_are_those_of_each() {
    let office = office();
    let all: Vec<_> = (1..=70).map(case).collect();
    for n in 1..=70 {
        office.open_case(n);
    }
    let together = office.db.read(|c| events_of(c, &[&all[..], &[case(999)]].concat())).unwrap();
    assert_eq!(together.len(), 70);
    for (case, events) in together {
        let alone = office.db.read(|c| load(c, case)).unwrap();
        assert_eq!(events, alone.into_iter().map(|one| one.event).collect::<Vec<_>>());
    }
    assert_eq!(office.db.read(size).unwrap(), 140);
}

#[test]
fn the_machinery_may_act_too() {
    let office = office();
    office.open_case(1);
    let commit = amends_store::ledger::Commit::new(
        Actor::System,
        after(1),
        day(4, 15),
        2,
        vec![Event::ChasesResumed],
        rows(1),
    );
    office.db.write(move |tx| append(tx, &commit)).unwrap();
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap()[2].actor, Actor::System);
}
