//! The office is killed while files are on their way into its bucket: every file it acknowledged is there and whole, and
//! no row names a file that is not.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{
    bucket::{Way, bucket, objects, office_at},
    kept::upload,
    running::DAY,
};

/// Bytes of their own for each file, which nobody takes for a document: some go whole, some in parts.
fn bytes(round: usize, nth: usize) -> Vec<u8> {
    let line = format!("{nth} of round {round}.\0");
    let lines = if nth.is_multiple_of(5) { 600_000 } else { 3 };
    [b"MZ\x90\0", line.repeat(lines).as_bytes()].concat()
}

#[test]
fn killed_while_files_are_on_their_way_an_office_has_every_file_it_acknowledged() {
    let (way, bucket) = (Way::new(), bucket());
    let place = office_at(&way.to(&bucket));
    let acknowledged = AtomicUsize::new(0);
    for round in 0..6 {
        let mut office = place.serve(DAY);
        office.sign_in();
        let (running, sent) = (&office, AtomicUsize::new(0));
        std::thread::scope(|threads| {
            for _ in 0..4 {
                threads.spawn(|| {
                    loop {
                        let nth = sent.fetch_add(1, Ordering::SeqCst);
                        match upload(running, &bytes(round, nth)) {
                            // The page that says that it is no document: the file was kept before it was looked at.
                            Some(answer) if answer.status < 500 => {
                                acknowledged.fetch_add(1, Ordering::SeqCst)
                            }
                            _ => return,
                        };
                    }
                });
            }
            while sent.load(Ordering::SeqCst) < 10 + round * 5 {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            running.kill();
        });
    }
    let acknowledged = acknowledged.into_inner();
    assert!(acknowledged > 20, "only {acknowledged} files were taken: {}", place.log());
    let verified = place.json(&["audit", "verify"]);
    assert_eq!(verified["whole"], true, "{verified}");
    let named = usize::try_from(verified["files"].as_u64().unwrap()).unwrap();
    assert!(named >= acknowledged, "{named} of {acknowledged}");
    // What reached the bucket and no row names is harmless, and the sweep takes it: at most what was under way.
    assert!((named..=named + 6 * 4).contains(&objects(&bucket)), "{} of {named}", objects(&bucket));
}
