//! The audit finds what was done to the record behind its back.

use amends_core::{ledger::Broken, text::Digest};
use amends_store::{
    Result,
    blobs::{self, Blobs},
    ledger::{VerifyReport, checkpoint, verify},
};
use ed25519_dalek::SigningKey;
use uuid::Uuid;

use super::ground::*;

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// Three cases of two entries each, under a checkpoint.
fn whole() -> Office {
    let office = office();
    for n in 1..=3 {
        office.open_case(n);
    }
    office.db.write(|tx| checkpoint(tx, "office.example", after(1), &key())).unwrap();
    office
}

fn audit(office: &Office) -> VerifyReport {
    office.db.read(|c| verify(c, Some(&key().verifying_key()), None, &mut |_| {})).unwrap()
}

/// What the audit finds after an intruder has taken the triggers away and done something.
fn after_tampering(sql: &str) -> Vec<Broken> {
    let office = whole();
    office.take_guards_away();
    office.tamper(sql);
    audit(&office).breaks.into_iter().map(|one| one.what).collect()
}

#[test]
fn a_record_nobody_touched_is_whole() {
    let office = whole();
    let mut seen = Vec::new();
    let report = office
        .db
        .read(|c| verify(c, Some(&key().verifying_key()), None, &mut |progress| seen.push(progress.entries)))
        .unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!((report.entries, report.cases, report.texts, report.checkpoints), (6, 3, 3, 1));
    assert_eq!(seen, [6]);
}

#[test]
fn a_flipped_byte_is_found_in_every_column() {
    for (column, value) in [
        ("body", "replace(body, 'psow', 'psoW')"),
        ("recorded_at", "'2026-04-15T12:00:00.000001Z'"),
        ("effective_on", "'2026-04-13'"),
        ("actor", "'{\"who\":\"system\"}'"),
        ("v", "2"),
    ] {
        let found = after_tampering(&format!("UPDATE ledger SET {column} = {value} WHERE leaf = 2"));
        assert_eq!(found, [Broken::Altered], "{column}");
    }
}

#[test]
fn an_entry_that_no_longer_reads_is_found_and_the_audit_goes_on() {
    let found = after_tampering("UPDATE ledger SET actor = '{' WHERE leaf = 2");
    assert!(found.iter().any(|one| matches!(one, Broken::Unreadable { .. })), "{found:?}");
    let found = after_tampering("UPDATE ledger SET body = '{' WHERE leaf = 2");
    assert!(found.contains(&Broken::Altered), "{found:?}");
    assert!(found.iter().any(|one| matches!(one, Broken::Unreadable { .. })), "{found:?}");
}

#[test]
fn a_removed_entry_is_found() {
    let found = after_tampering("DELETE FROM ledger WHERE leaf = 2");
    assert!(found.contains(&Broken::LeafMissing { leaf: 2 }), "{found:?}");
    assert!(found.contains(&Broken::OutOfSequence { expected: 1 }), "{found:?}");
    assert!(found.contains(&Broken::TreeDiffers), "{found:?}");
}

#[test]
fn a_cut_off_end_is_found_by_the_checkpoint_even_where_the_tree_was_made_to_fit() {
    let office = whole();
    office.take_guards_away();
    office.tamper("DELETE FROM ledger WHERE leaf >= 4");
    // The tree over the first four entries is the first of the two subtrees of the tree over six.
    office.tamper("UPDATE ledger_tree SET size = 4, frontier = substr(frontier, 1, 32)");
    let found: Vec<_> = audit(&office).breaks.into_iter().map(|one| one.what).collect();
    assert_eq!(found, [Broken::CheckpointAhead { size: 6 }]);
}

#[test]
fn entries_in_another_order_are_found() {
    let found = after_tampering(
        "UPDATE ledger SET leaf = 100 WHERE leaf = 0; UPDATE ledger SET leaf = 0 WHERE leaf = 1;
         UPDATE ledger SET leaf = 1 WHERE leaf = 100",
    );
    assert!(found.contains(&Broken::OutOfSequence { expected: 1 }), "{found:?}");
    assert!(found.contains(&Broken::CheckpointDiffers { size: 6 }), "{found:?}");
}

#[test]
fn a_history_rewritten_from_end_to_end_is_found_by_the_checkpoint() {
    // The intruder records the same cases anew with another clock; chains and tree fit, the checkpoint does not.
    let office = whole();
    let forged = super::ground::office();
    for n in [2, 1, 3] {
        forged.open_case(n);
    }
    let note = office.db.read(amends_store::ledger::latest_checkpoint).unwrap().unwrap();
    let root: Digest = office.db.read(|c| verify(c, None, None, &mut |_| {})).unwrap().root.unwrap();
    forged.tamper(&format!(
        "INSERT INTO checkpoint (size, root, at, note) VALUES (6, x'{root}', '2026-04-15T12:01:00.000000Z', '{note}')"
    ));
    let found: Vec<_> = audit(&forged).breaks.into_iter().map(|one| one.what).collect();
    assert_eq!(found, [Broken::CheckpointDiffers { size: 6 }]);
}

#[test]
fn a_checkpoint_under_another_key_is_found() {
    let found =
        after_tampering("UPDATE checkpoint SET note = replace(note, 'office.example', 'other.example')");
    assert_eq!(found, [Broken::SignatureWrong { size: 6 }]);
}

#[test]
fn a_changed_text_and_a_vanished_text_are_found() {
    let found = after_tampering("UPDATE particular SET text = 'Heating was fine' WHERE hex(id) LIKE '%14'");
    assert_eq!(found, [Broken::TextAltered { particular: particular(20) }]);
    let found = after_tampering("DELETE FROM particular WHERE hex(id) LIKE '%14'");
    assert_eq!(found, [Broken::TextMissing { particular: particular(20) }]);
}

#[test]
fn a_changed_file_and_a_vanished_file_are_found() {
    let office = whole();
    let folder = office.folder.path().join("blobs");
    let blobs = Blobs::open(&folder).unwrap();
    let keep = |n: u128, bytes: &[u8]| {
        let stored = blobs.put(Uuid::from_u128(n), bytes).unwrap();
        office.db.write(move |tx| blobs::record(tx, stored, "application/pdf", noon())).unwrap();
        stored.digest
    };
    let (good, changed, gone) = (keep(1, b"good"), keep(2, b"changed"), keep(3, b"gone"));
    let look = || office.db.read(|c| verify(c, None, Some(&blobs), &mut |_| {})).unwrap();
    assert_eq!((look().files, look().breaks), (3, vec![]));

    let path = |digest: Digest| {
        let name = digest.to_string();
        folder.join(&name[..2]).join(&name[2..4]).join(&name)
    };
    std::fs::write(path(changed), b"chanqed").unwrap();
    std::fs::remove_file(path(gone)).unwrap();
    let report = look();
    assert_eq!(report.files, 1);
    let found: Vec<_> = report.breaks.into_iter().map(|one| one.what).collect();
    assert!(found.contains(&Broken::FileAltered { digest: changed }), "{found:?}");
    assert!(found.contains(&Broken::FileMissing { digest: gone }), "{found:?}");
    assert_eq!(blobs.read(good).unwrap(), b"good");
}

#[test]
fn a_crash_between_file_and_row_leaves_an_orphan_and_never_a_row_without_a_file() {
    let office = whole();
    let blobs = Blobs::open(&office.folder.path().join("blobs")).unwrap();
    // The process ends here: the file is whole, no row names it.
    let stored = blobs.put(Uuid::from_u128(1), b"evidence").unwrap();
    assert!(!office.db.read(|c| blobs::is_recorded(c, stored.digest)).unwrap());
    // A commit that fails leaves no row either.
    let failed = office.db.write(move |tx| -> Result<()> {
        blobs::record(tx, stored, "application/pdf", noon())?;
        Err(amends_store::StoreError::Closed)
    });
    assert!(failed.is_err());
    assert!(!office.db.read(|c| blobs::is_recorded(c, stored.digest)).unwrap());
    let swept = office
        .db
        .read(|c| {
            blobs.sweep("2200-01-01T00:00:00Z".parse().unwrap(), &|digest| blobs::is_recorded(c, digest))
        })
        .unwrap();
    assert_eq!(swept, 1);
}

#[test]
fn a_file_that_is_forgotten_goes_after_its_row() {
    let office = office();
    let blobs = Blobs::open(&office.folder.path().join("blobs")).unwrap();
    let stored = blobs.put(Uuid::from_u128(1), b"evidence").unwrap();
    office.db.write(move |tx| blobs::record(tx, stored, "application/pdf", noon())).unwrap();
    office.db.write(move |tx| blobs::forget(tx, stored.digest)).unwrap();
    assert!(!office.db.read(|c| blobs::is_recorded(c, stored.digest)).unwrap());
    blobs.remove(stored.digest).unwrap();
    blobs.remove(stored.digest).unwrap();
    assert!(matches!(blobs.read(stored.digest), Err(amends_store::StoreError::NotFound { .. })));
}
