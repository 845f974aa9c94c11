//! A large file goes up and comes down without being held.

use std::io::Read as _;

use amends_core::text::Digest;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{bucket::Bucket, stories::many_bytes};

const MIB: u64 = 1024 * 1024;

/// The most memory this process had so far, in bytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn three_hundred_mib_go_up_and_come_down_in_less_than_64_mib_of_memory() {
    let bucket = Bucket::new();
    let blobs = bucket.straight();
    let piece = many_bytes(usize::try_from(MIB).unwrap());
    blobs.put(Uuid::from_u128(1), &piece).unwrap();
    let before = most_memory();
    let mut hash = Sha256::new();
    let mut writer = blobs.writer(Uuid::from_u128(2), 300 * MIB).unwrap();
    for nth in 0_u64..300 {
        for bytes in [&nth.to_le_bytes()[..], &piece[8..]] {
            hash.update(bytes);
            writer.add(bytes).unwrap();
        }
    }
    let stored = writer.finish().unwrap();
    assert_eq!((stored.digest, stored.size), (Digest(hash.finalize().into()), 300 * MIB));
    blobs.check(stored.digest).unwrap();
    let mut file = blobs.open_checked(stored.digest).unwrap();
    let (mut bytes, mut size) = (vec![0; 64 * 1024], 0);
    loop {
        let read = file.read(&mut bytes).unwrap();
        if read == 0 {
            break;
        }
        size += read as u64;
    }
    assert_eq!(size, 300 * MIB);
    let more = most_memory() - before;
    println!("at most {} MiB more than before", more / MIB);
    assert!(more < 64 * MIB, "{} MiB", more / MIB);
}
