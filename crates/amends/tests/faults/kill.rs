//! The office is killed while it acknowledges: everything acknowledged is there, and the record is whole.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use crate::running::{DAY, Place, Running, wait_for};

const CLIENTS: usize = 4;

/// Several people open cases until the office is gone; the titles that were acknowledged, and those that were sent.
fn open_until_killed(office: &Running, after: usize, round: usize) -> (Vec<String>, Vec<String>) {
    let known = office.known();
    let done = AtomicUsize::new(0);
    let one_client = &|client: usize| {
        let (mut acknowledged, mut sent) = (Vec::new(), Vec::new());
        for nth in 0.. {
            let title = format!("Round {round} client {client} case {nth}");
            sent.push(title.clone());
            match office.open_case(&known, &title) {
                Some(answer) => {
                    assert!(answer.opened().is_some(), "{}: {}", answer.status, answer.html);
                    acknowledged.push(title);
                    done.fetch_add(1, Ordering::Relaxed);
                }
                None => break,
            }
        }
        (acknowledged, sent)
    };
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS).map(|client| scope.spawn(move || one_client(client))).collect();
        wait_for("enough is acknowledged", || (done.load(Ordering::Relaxed) >= after).then_some(()));
        // Not at the moment of an acknowledgement, but somewhere between two.
        std::thread::sleep(Duration::from_millis(7 * after as u64 % 23));
        office.kill();
        let all = clients.into_iter().map(|client| client.join().unwrap());
        let (acknowledged, sent): (Vec<_>, Vec<_>) = all.unzip();
        (acknowledged.concat(), sent.concat())
    })
}

#[test]
fn everything_acknowledged_is_there_after_a_kill() {
    let place = Place::new(None);
    let (mut acknowledged, mut sent) = (Vec::new(), Vec::new());
    for (round, after) in [1, 5, 13, 29].into_iter().enumerate() {
        let mut office = place.serve(DAY);
        office.sign_in();
        let (kept, tried) = open_until_killed(&office, after, round);
        assert!(kept.len() >= after);
        acknowledged.extend(kept);
        sent.extend(tried);
    }
    let found = place.titles();
    let lost: Vec<_> = acknowledged.iter().filter(|title| !found.contains(title)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let unknown: Vec<_> = found.iter().filter(|title| !sent.contains(title)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    place.is_whole();
}
