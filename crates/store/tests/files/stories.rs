//! The stories of files that hold wherever they are kept.

use std::io::Read as _;

use amends_core::text::Digest;
use amends_store::{
    StoreError,
    blobs::{Blobs, Probed, StoredBlob, copy},
};
use jiff::Timestamp;
use uuid::Uuid;

/// A place of files, and a way into it behind the program's back.
pub(crate) trait Ground {
    fn blobs(&self) -> &Blobs;
    /// Other bytes under the name of a file.
    fn damage(&self, digest: Digest, bytes: &[u8]);
    /// Everything that is there, finished or not.
    fn count(&self) -> usize;
}

/// The name of a file below its place.
pub(crate) fn name(digest: Digest) -> String {
    let name = digest.to_string();
    format!("{}/{}/{name}", &name[..2], &name[2..4])
}

/// Bytes of a large file: none like the one a thousand before it.
pub(crate) fn many_bytes(size: usize) -> Vec<u8> {
    (0..size).map(|at| u8::try_from((at * 31 + at / 1000) % 251).unwrap()).collect()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn a_file_comes_back_as_it_was_and_twice_is_once(ground: &impl Ground) {
    let blobs = ground.blobs();
    let one = blobs.put(id(1), b"%PDF").unwrap();
    let two = blobs.put(id(2), b"%PDF").unwrap();
    assert_eq!(one, two);
    assert_eq!(one, StoredBlob { digest: Digest::of(b"%PDF"), size: 4 });
    assert_eq!(blobs.read(one.digest).unwrap(), b"%PDF");
    assert_eq!(blobs.size(one.digest).unwrap(), Some(4));
    blobs.confirm(one).unwrap();
    assert_eq!(ground.count(), 1);
}

pub(crate) fn an_empty_file_and_one_in_many_parts_come_back(ground: &impl Ground) {
    let blobs = ground.blobs();
    // Two parts of five MiB, and a third that is not full.
    for bytes in [Vec::new(), many_bytes(11 * 1024 * 1024 + 7)] {
        let mut writer = blobs.writer(id(1), u64::MAX).unwrap();
        bytes.chunks(100_000).for_each(|some| writer.add(some).unwrap());
        let stored = writer.finish().unwrap();
        assert_eq!(stored.digest, Digest::of(&bytes));
        assert!(blobs.read(stored.digest).unwrap() == bytes, "the bytes came back");
        let mut back = Vec::new();
        blobs.open_checked(stored.digest).unwrap().read_to_end(&mut back).unwrap();
        assert!(back == bytes, "the bytes came back");
        blobs.check(stored.digest).unwrap();
    }
}

pub(crate) fn a_file_over_the_limit_leaves_nothing(ground: &impl Ground) {
    let mut writer = ground.blobs().writer(id(1), 5).unwrap();
    writer.add(b"12345").unwrap();
    assert_eq!(writer.add(b"6"), Err(StoreError::TooLarge { limit: 5 }));
    drop(writer);
    assert_eq!(ground.count(), 0);
}

pub(crate) fn a_file_that_is_not_what_it_should_be_is_not_kept(ground: &impl Ground) {
    let mut writer = ground.blobs().writer(id(1), 5).unwrap();
    writer.add(b"12345").unwrap();
    let digest = Digest::of(b"54321");
    assert_eq!(writer.finish_as(digest), Err(StoreError::FileDamaged { digest }));
    assert_eq!(ground.count(), 0);
}

pub(crate) fn a_damaged_file_is_not_handed_out_and_mended_when_it_comes_again(ground: &impl Ground) {
    let blobs = ground.blobs();
    for (bytes, damaged) in [(&b"the minutes"[..], &b"the minutez"[..]), (b"the report", b"the rep")] {
        let stored = blobs.put(id(1), bytes).unwrap();
        ground.damage(stored.digest, damaged);
        let error = StoreError::FileDamaged { digest: stored.digest };
        assert_eq!(blobs.read(stored.digest), Err(error.clone()));
        assert_eq!(blobs.check(stored.digest), Err(error.clone()));
        assert_eq!(blobs.open_checked(stored.digest).unwrap_err(), error);
        blobs.put(id(2), bytes).unwrap();
        assert_eq!(blobs.read(stored.digest).unwrap(), bytes);
    }
}

pub(crate) fn a_large_file_that_was_damaged_is_mended_when_it_comes_again(ground: &impl Ground) {
    let bytes = many_bytes(6 * 1024 * 1024);
    let stored = ground.blobs().put(id(1), &bytes).unwrap();
    let mut other = bytes.clone();
    other[5] ^= 1;
    ground.damage(stored.digest, &other);
    assert!(ground.blobs().check(stored.digest).is_err());
    ground.blobs().put(id(2), &bytes).unwrap();
    ground.blobs().check(stored.digest).unwrap();
    ground.blobs().put(id(3), &bytes).unwrap();
    ground.blobs().check(stored.digest).unwrap();
}

pub(crate) fn what_is_not_there_is_said_not_to_be(ground: &impl Ground) {
    let blobs = ground.blobs();
    let digest = Digest::of(b"never sent");
    let missing = |error: StoreError| matches!(error, StoreError::NotFound { .. });
    assert!(missing(blobs.read(digest).unwrap_err()));
    assert!(missing(blobs.check(digest).unwrap_err()));
    assert!(missing(blobs.open_checked(digest).unwrap_err()));
    assert!(missing(blobs.confirm(StoredBlob { digest, size: 1 }).unwrap_err()));
    assert_eq!(blobs.size(digest).unwrap(), None);
    blobs.remove(digest).unwrap();
    let stored = blobs.put(id(1), b"sent").unwrap();
    blobs.remove(stored.digest).unwrap();
    blobs.remove(stored.digest).unwrap();
    assert!(missing(blobs.read(stored.digest).unwrap_err()));
    assert_eq!(ground.count(), 0);
}

pub(crate) fn the_sweep_takes_what_no_row_names_and_nothing_else(ground: &impl Ground) {
    let blobs = ground.blobs();
    let named = blobs.put(id(1), b"named").unwrap();
    let orphan = blobs.put(id(2), b"orphan").unwrap();
    let is_named = |digest| Ok(digest == named.digest);
    assert_eq!(blobs.sweep(at("2000-01-01T00:00:00Z"), &is_named).unwrap(), 0);
    assert_eq!(blobs.sweep(at("2200-01-01T00:00:00Z"), &is_named).unwrap(), 1);
    assert_eq!(blobs.read(named.digest).unwrap(), b"named");
    assert!(matches!(blobs.read(orphan.digest), Err(StoreError::NotFound { .. })));
}

pub(crate) fn every_file_is_listed_with_its_size_and_its_time(ground: &impl Ground) {
    let mut put: Vec<_> =
        (1..=5_u8).map(|n| ground.blobs().put(id(n.into()), &vec![n; n.into()]).unwrap()).collect();
    let mut listed = Vec::new();
    ground
        .blobs()
        .list(&mut |one| {
            assert!(one.changed > at("2020-01-01T00:00:00Z"), "{one:?}");
            listed.push(StoredBlob { digest: one.digest, size: one.size });
            Ok(())
        })
        .unwrap();
    put.sort_by_key(|one| one.digest);
    listed.sort_by_key(|one| one.digest);
    assert_eq!(listed, put);
}

pub(crate) fn a_probe_finds_all_well_and_leaves_nothing(ground: &impl Ground) {
    let found = ground.blobs().probe(id(9)).unwrap();
    assert_eq!(found, Probed { conditional: true, keeps_old: false });
    assert_eq!(ground.count(), 0);
}

pub(crate) fn files_go_to_a_folder_and_back_again_and_a_second_time_nothing_is_copied(ground: &impl Ground) {
    let folder = tempfile::tempdir().unwrap();
    let other = Blobs::open(&folder.path().join("other")).unwrap();
    let large = many_bytes(6 * 1024 * 1024);
    let whole = [&b"one"[..], b"two", &large].map(|bytes| ground.blobs().put(id(1), bytes).unwrap());
    let damaged = ground.blobs().put(id(2), b"three").unwrap();
    ground.damage(damaged.digest, b"thre3");
    let fresh = || Ok(Uuid::from_u128(7));
    let mut far = Vec::new();
    let there = copy(ground.blobs(), &other, &fresh, &mut |now| far.push((now.done, now.of))).unwrap();
    assert_eq!((there.copied, there.there), (3, 0));
    assert_eq!(there.damaged, [damaged.digest]);
    assert_eq!((far.first(), far.last()), (Some(&(0, 4)), Some(&(4, 4))));
    assert!(matches!(other.size(damaged.digest), Ok(None)), "what is damaged does not go along");
    // Half of it is lost at one end, and the other half damaged.
    ground.blobs().remove(damaged.digest).unwrap();
    ground.blobs().remove(whole[0].digest).unwrap();
    ground.damage(whole[1].digest, b"TWO");
    let back = copy(&other, ground.blobs(), &fresh, &mut |_| {}).unwrap();
    assert_eq!((back.copied, back.there, back.bytes), (2, 1, 6));
    for one in whole {
        ground.blobs().check(one.digest).unwrap();
    }
    let again = copy(&other, ground.blobs(), &fresh, &mut |_| {}).unwrap();
    assert_eq!((again.copied, again.there, again.damaged.len()), (0, 3, 0));
}

/// Each story as a test, on a ground of its own.
macro_rules! stories {
    ($ground:expr) => {
        stories!(
            $ground;
            a_file_comes_back_as_it_was_and_twice_is_once,
            an_empty_file_and_one_in_many_parts_come_back,
            a_file_over_the_limit_leaves_nothing,
            a_file_that_is_not_what_it_should_be_is_not_kept,
            a_damaged_file_is_not_handed_out_and_mended_when_it_comes_again,
            a_large_file_that_was_damaged_is_mended_when_it_comes_again,
            what_is_not_there_is_said_not_to_be,
            the_sweep_takes_what_no_row_names_and_nothing_else,
            every_file_is_listed_with_its_size_and_its_time,
            a_probe_finds_all_well_and_leaves_nothing,
            files_go_to_a_folder_and_back_again_and_a_second_time_nothing_is_copied
        );
    };
    ($ground:expr; $($story:ident),+) => {
        $(
            #[test]
            fn $story() {
                stories::$story(&$ground);
            }
        )+
    };
}
