//! What goes goes for good, what others have stays, and the record still verifies.

use std::collections::BTreeSet;

use amends_core::{event::Event, id::MailId, index::Rows, text::Digest};
use amends_store::{
    Result, StoreError,
    blobs::{self, Blobs},
    disposal::{self, Things},
    keeping::due,
    ledger::{Commit, append, load, verify},
    post::{self, MadeFrom, NewMail, keep_made_from, made_from, mail},
};
use uuid::Uuid;

use super::ground::{
    after, carys_acts, case, day, letter, letter_id, noon, office, opening, particular, rows,
};

fn folder(office: &crate::ground::Office) -> Blobs {
    Blobs::open(&office.folder.path().join("files")).unwrap()
}

/// A commit that leaves the case with these rows.
fn again(seq: u32, rows: Rows) -> Commit {
    Commit::new(carys_acts(), after(1), day(4, 15), seq, vec![Event::ChasesResumed], rows)
}

fn things(texts: &[u128], files: &[Digest], letters: &[u128]) -> Things {
    Things {
        texts: texts.iter().map(|n| particular(*n)).collect(),
        files: files.iter().copied().collect(),
        letters: letters.iter().map(|n| letter_id(*n)).collect(),
        ..Things::default()
    }
}

#[test]
fn r54_what_goes_is_nowhere_in_the_file_and_the_record_still_verifies() {
    let office = office();
    office.open_case(1);
    let all = Things { search: true, ..things(&[10], &[], &[]) };
    let wanted = all.clone();
    office.db.write(move |tx| disposal::erase(tx, case(1), &wanted, after(5))).unwrap();
    office.db.empty_log().unwrap();
    if let Some(path) = office.file() {
        let bytes = std::fs::read(path).unwrap();
        let heating = "No heating".as_bytes();
        assert!(
            !bytes.windows(heating.len()).any(|window| window == heating),
            "the text is still on the disk"
        );
        assert!(!bytes.windows(5).any(|window| window == b"Mrs A"), "the wording is still on the disk");
    }
    office
        .db
        .read(|c| -> Result<()> {
            assert!(disposal::left(c, &all)?.is_nothing());
            assert_eq!(load(c, case(1))?.len(), 2, "the case can still be folded");
            let report = verify(c, None, None, &mut |_| {})?;
            assert!(report.is_whole(), "{report:?}");
            assert_eq!((report.texts, report.texts_erased), (0, 1));
            Ok(())
        })
        .unwrap();
    // Twice is once.
    let wanted = all.clone();
    office.db.write(move |tx| disposal::erase(tx, case(1), &wanted, after(9))).unwrap();
    office.db.read(|c| disposal::left(c, &all)).unwrap();
}

#[test]
fn r54_a_file_another_case_has_stays_until_that_lets_it_go_too() {
    let office = office();
    let blobs = folder(&office);
    let stored = blobs.put(Uuid::from_u128(1), b"minutes of the committee").unwrap();
    office.db.write(move |tx| blobs::record(tx, stored, "application/pdf", noon())).unwrap();
    for n in [1, 2] {
        let mut with_file = rows(n);
        with_file.keeping.files = vec![stored.digest];
        let commit = opening(n);
        office
            .db
            .write(move |tx| -> Result<()> {
                append(tx, &commit)?;
                append(tx, &again(2, with_file.clone()))?;
                Ok(())
            })
            .unwrap();
    }
    assert!(office.db.read(|c| disposal::is_of_others(c, case(1), stored.digest)).unwrap());
    for n in [1_u128, 2] {
        let without = rows(n);
        let one = things(&[], &[stored.digest], &[]);
        office
            .db
            .write(move |tx| -> Result<()> {
                append(tx, &again(3, without.clone()))?;
                disposal::erase(tx, case(n), &one, after(5))
            })
            .unwrap();
        let to_remove = office.db.read(disposal::files_to_remove).unwrap();
        assert_eq!(to_remove.len(), usize::from(n == 2), "after case {n}");
    }
    assert!(!office.db.read(|c| blobs::is_recorded(c, stored.digest)).unwrap());
    // The process dies here; the next start takes the file away.
    for digest in office.db.read(disposal::files_to_remove).unwrap() {
        blobs.remove(digest).unwrap();
        office.db.write(move |tx| disposal::file_is_removed(tx, digest)).unwrap();
    }
    assert!(matches!(blobs.read(stored.digest), Err(StoreError::NotFound { .. })));
    assert_eq!(office.db.read(disposal::files_to_remove).unwrap(), []);
}

#[test]
fn r54_a_letter_about_two_cases_goes_when_both_let_it_go() {
    let office = office();
    office.open_case(1);
    office.open_case(2);
    office
        .db
        .write(|tx| -> Result<()> {
            post::put(tx, &letter(1, &[(1, "chase/1"), (2, "chase/1")]), noon())?;
            let (version, template) = (Digest::of(b"Dear"), "Dear".to_owned());
            keep_made_from(
                tx,
                letter_id(1),
                &MadeFrom { version, template, data: "{\"to\":\"Mrs A\"}".to_owned() },
            )
        })
        .unwrap();
    let one = things(&[], &[], &[1]);
    let wanted = one.clone();
    office.db.write(move |tx| disposal::erase(tx, case(1), &wanted, after(5))).unwrap();
    let there = office.db.read(|c| post::post(c, letter_id(1))).unwrap();
    assert_eq!(there.text, "Annwyl gyfaill", "the other case keeps it");
    assert_eq!(office.db.read(|c| disposal::letters_of(c, case(1))).unwrap(), BTreeSet::new());
    assert_eq!(office.db.read(|c| disposal::letters_of(c, case(2))).unwrap().len(), 1);
    let wanted = one.clone();
    office.db.write(move |tx| disposal::erase(tx, case(2), &wanted, after(6))).unwrap();
    let gone = office.db.read(|c| post::post(c, letter_id(1))).unwrap();
    assert_eq!((gone.text.as_str(), gone.address.as_str(), gone.subject.as_str()), ("", "", ""));
    assert_eq!(office.db.read(|c| made_from(c, letter_id(1))).unwrap(), None);
    assert!(office.db.read(|c| disposal::left(c, &one)).unwrap().is_nothing());
    // It is still known to have been owed: nothing is sent twice for it.
    assert!(office.db.read(|c| post::is_owed(c, case(1), "chase/1")).unwrap());
}

#[test]
fn r54_messages_go_with_their_bytes() {
    let office = office();
    let blobs = folder(&office);
    office.open_case(1);
    let raw = blobs.put(Uuid::from_u128(1), b"From: mrs.a@example.org").unwrap();
    let id = MailId(Uuid::from_u128(77));
    office
        .db
        .write(move |tx| -> Result<()> {
            blobs::record(tx, raw, "message/rfc822", noon())?;
            let new = NewMail {
                mail: id,
                raw: raw.digest,
                received_at: noon(),
                message_id: None,
                sender: "mrs.a@example.org".to_owned(),
                subject: "My case".to_owned(),
            };
            post::receive(tx, &new)?;
            post::file(tx, id, case(1), &[], None, noon())
        })
        .unwrap();
    let messages = office.db.read(|c| disposal::messages_of(c, case(1))).unwrap();
    let wanted = Things { messages, ..Things::default() };
    office.db.write(move |tx| disposal::erase(tx, case(1), &wanted, after(5))).unwrap();
    assert!(matches!(office.db.read(|c| mail(c, id)), Err(StoreError::NotFound { .. })));
    assert_eq!(office.db.read(disposal::files_to_remove).unwrap(), [raw.digest]);
}

#[test]
fn r54_what_is_due_is_found_by_its_day_through_the_index() {
    let office = office();
    for n in [1, 2, 3] {
        office.open_case(n);
    }
    let early = office.db.read(|c| due(c, day(11, 30), None, 10)).unwrap();
    assert!(early.is_empty());
    let first = office.db.read(|c| due(c, day(12, 1), None, 2)).unwrap();
    assert_eq!(first.iter().map(|one| one.case).collect::<Vec<_>>(), [case(1), case(2)]);
    let last = (first[1].dispose_on, first[1].case);
    let rest = office.db.read(|c| due(c, day(12, 1), Some(last), 2)).unwrap();
    assert_eq!(rest.iter().map(|one| (one.case, one.held)).collect::<Vec<_>>(), [(case(3), true)]);
}

#[test]
fn r54_certificates_are_numbered_without_gaps_and_go_on_after_those_of_a_newer_copy() {
    let office = office();
    let number = |year| office.db.write(move |tx| disposal::take_certificate(tx, year)).unwrap();
    assert_eq!(office.db.read(|c| disposal::foreseen_certificate(c, 2027)).unwrap(), "D-2027-0001");
    assert_eq!((number(2027), number(2027)), ("D-2027-0001".to_owned(), "D-2027-0002".to_owned()));
    office.db.write(|tx| disposal::number_is_taken(tx, "D-2027-0009")).unwrap();
    office.db.write(|tx| disposal::number_is_taken(tx, "D-2027-0004")).unwrap();
    assert_eq!(number(2027), "D-2027-0010");
    assert!(office.db.write(|tx| disposal::number_is_taken(tx, "nonsense")).is_err());
}

#[test]
fn r54_the_record_before_and_after_can_be_checked_for_ever() {
    let office = office();
    office.open_case(1);
    let before = office.db.read(disposal::record_state).unwrap();
    office.open_case(2);
    assert!(office.db.read(|c| disposal::is_of_record(c, before)).unwrap());
    let mut other = before;
    other.entries += 1;
    assert!(!office.db.read(|c| disposal::is_of_record(c, other)).unwrap());
}
