//! What was destroyed goes again from an older backup, and what a crash left undone is done at the next start.

use std::path::Path;

use amends::{
    clock::{Chance, Clock},
    config::Config,
    office::{Ask, Office, disposal::log::Log},
};
use amends_core::{actor::Actor, command::Command, retention::Class};
use amends_store::{blobs, disposal, ledger};
use jiff::civil::{Date, date};

use super::{
    fixture::World,
    staff_keeping::{LETTER, closed, folder_of, on_the_disk, people},
};

/// An office on a folder, on a day.
fn reopened(folder: &Path, day: Date) -> Office {
    let mut config = Config::default();
    config.storage.data_dir = folder.to_owned();
    config.profile.name = "psow".to_owned();
    Office::open(config, Clock::standing_at(day).expect("a clock"), Chance::seeded(11)).expect("an office")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[tokio::test]
async fn r54_what_went_goes_again_from_a_copy_of_an_older_backup() {
    let world = World::in_one_folder();
    let case = closed(&world).await;
    let (office, folder) = (world.office.clone(), folder_of(&world.office));
    let backup = tempfile::tempdir().expect("a folder");
    office.db().copy_to(&backup.path().join("amends.sqlite")).expect("copied");
    copy(&folder.join("files"), &backup.path().join("files"));
    office.clock().move_to(date(2027, 10, 6));
    let (coordinator, manager) = people(&office);
    let round = |who: &Actor| office.disposal_round(who, "Its day has come", false).expect("a round");
    assert_eq!(round(&coordinator).len(), 1);
    assert_eq!(round(&coordinator)[0].did.code(), "waits", "nobody destroys alone");
    let steps = round(&manager);
    assert_eq!(steps[0].did.code(), "destroyed");
    let number = steps[0].certificate.clone().expect("a certificate");
    let certificate = office.certificate(&number).expect("a certificate");
    assert!(office.check_certificate(&certificate).expect("checked").holds());
    let log = Log::at(folder.join("disposals.log")).read().expect("a log");
    assert_eq!(log, std::slice::from_ref(&certificate));

    // The backup from before, with the log that was kept: the start makes it go again.
    assert!(on_the_disk(backup.path(), LETTER));
    let with_log = tempfile::tempdir().expect("a folder");
    copy(backup.path(), with_log.path());
    std::fs::copy(folder.join("disposals.log"), with_log.path().join("disposals.log")).expect("copied");
    let restored = reopened(with_log.path(), date(2027, 10, 7));
    let check = |office: &Office| {
        assert!(office.check_certificate(&certificate).expect("checked").holds());
        let there = office.load(case.id).expect("the case").case;
        assert_eq!(there.keeping.gone.len(), 1);
        let verified = office
            .db()
            .read(|conn| ledger::verify(conn, None, Some(office.blobs()), &mut |_| {}))
            .expect("verified");
        assert!(verified.is_whole(), "{verified:?}");
    };
    check(&restored);
    assert!(!on_the_disk(with_log.path(), LETTER) && !on_the_disk(with_log.path(), "mrs-bevan.txt"));
    assert_eq!(restored.dispose_again(&log).expect("again"), Vec::<String>::new(), "twice is once");

    // The backup alone, and the log from elsewhere by hand.
    let bare = reopened(backup.path(), date(2027, 10, 7));
    assert_eq!(bare.dispose_again(&log).expect("again"), [number]);
    check(&bare);
    assert!(!on_the_disk(backup.path(), LETTER));
}

#[tokio::test]
async fn r54_a_crash_between_the_steps_is_made_good_at_the_next_start() {
    let world = World::in_one_folder();
    let case = closed(&world).await;
    let (office, folder) = (world.office.clone(), folder_of(&world.office));
    office.clock().move_to(date(2027, 10, 6));
    let (coordinator, manager) = people(&office);
    office.disposal_round(&coordinator, "Its day has come", false).expect("a round");
    // Approved, and the process dies before anything is destroyed.
    let approve = Command::ApproveDisposal { class: Class::Documents };
    office.act(&Ask::new(&manager, case.id), &[approve], &[]).expect("approved");
    let crashed = tempfile::tempdir().expect("a folder");
    office.db().copy_to(&crashed.path().join("amends.sqlite")).expect("copied");
    copy(&folder.join("files"), &crashed.path().join("files"));
    let after = reopened(crashed.path(), date(2027, 10, 6));
    assert!(!on_the_disk(crashed.path(), LETTER), "finished at the start");
    let certificate = after.certificate("D-2027-0001").expect("a certificate");
    assert!(after.check_certificate(&certificate).expect("checked").holds());
    drop(after);

    // Destroyed in the memory, and the process dies before the files and the log: both are put back as they were.
    let digest = *certificate.things.files.iter().next().expect("a file");
    let (things, at) = (certificate.things.clone(), office.clock().now());
    let path = crashed.path().join("amends.sqlite");
    let db = amends_store::Db::open(&path, &amends_store::Options::default(), at).expect("a database");
    db.write(move |tx| disposal::erase(tx, case.id, &things, at)).expect("noted again");
    drop(db);
    copy(&folder.join("files"), &crashed.path().join("files"));
    let log = crashed.path().join("disposals.log");
    std::fs::write(&log, "{\"previous\":\"unfinis").expect("written");
    let again = reopened(crashed.path(), date(2027, 10, 8));
    assert!(matches!(again.blobs().check(digest), Err(amends_store::StoreError::NotFound { .. })));
    assert!(again.db().read(disposal::files_to_remove).expect("read").is_empty());
    assert!(!again.db().read(|conn| blobs::is_recorded(conn, digest)).expect("read"));
    // A line of the log that was never finished is none, and the next takes its place.
    let log = Log::at(log);
    assert_eq!(log.read().expect("a log"), []);
    log.append(&certificate).expect("added");
    log.append(&certificate).expect("added once");
    assert_eq!(log.read().expect("a log"), [certificate]);
}
