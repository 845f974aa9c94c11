//! The disk is full: the page says so and what to do, what was acknowledged is there, and with room all goes on.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::running::{DAY, Place, wait_for};

/// A disk of its own with little room, in memory; dropped, it is gone.
struct SmallDisk {
    at: PathBuf,
    _folder: tempfile::TempDir,
}

impl SmallDisk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().to_owned();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=8m", "amends-faults"]).arg(&at).status();
        assert!(mounted.unwrap().success(), "a small disk could not be mounted");
        Self { at, _folder: folder }
    }

    /// Leaves no room at all: a file that takes what there is.
    fn fill(&self) -> PathBuf {
        let file = self.at.join("filler");
        let full = std::fs::write(&file, vec![0_u8; 16 * 1024 * 1024]).unwrap_err();
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
        file
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.at).status());
    }
}

/// What the page of a full disk says.
const SAID: [&str; 3] = ["no room left", "was not saved", "make room"];

#[test]
fn a_full_disk_is_told_of_loses_nothing_and_is_got_over() {
    let disk = SmallDisk::new();
    let place = Place::new(Some(&disk.at)).set("AMENDS__STORAGE__LEAST_ROOM_MIB", 1);
    let mut office = place.serve(DAY);
    office.sign_in();
    assert_eq!(office.get("/readyz").status, 200, "{}", office.get("/readyz").html);
    let known = office.known();
    let mut acknowledged = Vec::new();
    for nth in 0..5 {
        let title = format!("Before {nth}");
        assert!(office.open_case(&known, &title).unwrap().opened().is_some(), "{}", place.log());
        acknowledged.push(title);
    }

    let filler = disk.fill();
    let mut told = 0;
    // The write-ahead log may still have room for a few.
    for nth in 0..50 {
        let title = format!("While full {nth}");
        let answer = office.open_case(&known, &title).unwrap();
        if answer.opened().is_some() {
            acknowledged.push(title);
            continue;
        }
        assert_eq!(answer.status, 507, "{}\n{}", answer.html, place.log());
        assert!(SAID.iter().all(|words| answer.html.contains(words)), "{}", answer.html);
        told += 1;
    }
    assert!(told > 0, "the disk was never full");
    let page = office.get("/en/cases");
    assert_eq!(page.status, 200, "what is there can be read: {}", page.html);
    let ready =
        wait_for("the full disk is noticed", || Some(office.get("/readyz")).filter(|it| it.status == 503));
    assert!(
        ready.html.contains("disk full\n") && ready.html.contains("database answers\n"),
        "{}",
        ready.html
    );
    assert_eq!(office.get("/healthz").status, 200, "the process lives");

    std::fs::remove_file(filler).unwrap();
    wait_for("the room is noticed", || Some(office.get("/readyz")).filter(|it| it.status == 200));
    let answer = office.open_case(&known, "With room again").unwrap();
    assert!(answer.opened().is_some(), "{}\n{}", answer.html, place.log());
    acknowledged.push("With room again".to_owned());
    office.stop();
    let mut found = place.titles();
    found.sort();
    acknowledged.sort();
    assert_eq!(found, acknowledged);
    place.is_whole();
}

#[test]
fn a_command_on_a_full_disk_is_told_to_try_again_later() {
    let disk = SmallDisk::new();
    let place = Place::new(Some(&disk.at));
    let filler = disk.fill();
    let long = "Damp. ".repeat(20_000);
    let words =
        ["case", "open", "--body", "ynys-council", "--complainant", "Mr K", "--email", "k@example.org"];
    let words = [&words[..], &["--complainant-lang", "en", "--title", &long]].concat();
    let answer = place.ask(DAY, &words);
    let said = String::from_utf8(answer.stderr).unwrap();
    assert_eq!(answer.status.code(), Some(75), "{said}");
    assert!(said.contains("disk is full"), "{said}");
    std::fs::remove_file(filler).unwrap();
    place.give(DAY, &words);
    place.is_whole();
    assert!(Path::new(&place.database()).is_file());
}

#[test]
fn a_disk_that_can_only_be_read_is_named_and_all_is_well_once_it_can_be_written_to() {
    let disk = SmallDisk::new();
    let place = Place::new(Some(&disk.at));
    let remount = |how: &str| {
        let options = format!("remount,{how}");
        assert!(Command::new("mount").args(["-o", &options]).arg(&disk.at).status().unwrap().success());
    };
    let words =
        ["case", "open", "--body", "ynys-council", "--complainant", "Mr K", "--email", "k@example.org"];
    let words = [&words[..], &["--complainant-lang", "en", "--title", "Damp"]].concat();
    remount("ro");
    let answer = place.ask(DAY, &words);
    let said = String::from_utf8(answer.stderr).unwrap();
    assert!(!answer.status.success() && said.contains("can only be read"), "{said}");
    remount("rw");
    place.give(DAY, &words);
    place.is_whole();
    assert_eq!(place.titles(), ["Damp"]);
}
