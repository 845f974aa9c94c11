//! What only a server has: several nodes, restarts, refusals, a connection lost at the worst moment.

use std::time::Duration;

use amends_core::event::Event;
use amends_store::{
    Db, Options, Place, StoreError,
    ledger::{append, load, verify},
    nodes,
};
use uuid::Uuid;

use super::ground::*;
use crate::server::Server;

#[test]
fn nodes_that_write_at_one_moment_take_turns_and_nothing_is_lost() {
    let office = office();
    let nodes: Vec<Db> = (2..5).map(|node| office.another_node(node)).collect();
    std::thread::scope(|scope| {
        for (place, db) in nodes.iter().enumerate() {
            scope.spawn(move || {
                for n in 0..12 {
                    let n = u128::try_from(place).unwrap() * 100 + n + 1;
                    db.write(move |tx| append(tx, &opening(n))).unwrap();
                    db.write(move |tx| append(tx, &next(n, 2, Event::ChasesResumed))).unwrap();
                }
            });
        }
    });
    let report = office.db.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!((report.cases, report.entries), (36, 108));
}

#[test]
fn the_second_node_to_change_a_case_is_told_and_nothing_is_overwritten() {
    let office = office();
    office.open_case(1);
    let other = office.another_node(2);
    other.write(|tx| append(tx, &next(1, 2, Event::ChasesResumed))).unwrap();
    let error = office.commit(next(1, 2, Event::ChasesResumed)).unwrap_err();
    assert!(is_conflict(&error), "{error}");
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 3);
}

#[test]
fn a_restarted_server_is_found_again_and_what_was_acknowledged_is_there() {
    let server = Server::own();
    let place = server.new_database();
    let patient = Options { patience: Duration::from_secs(20), ..Options::default() };
    let db = Db::at(&place, &server_options(&patient, 1), noon()).unwrap();
    db.write(|tx| append(tx, &opening(1))).unwrap();
    server.kill();
    let error = db.read(|c| load(c, case(1))).unwrap_err();
    assert_eq!(error.code(), "unreachable", "{error}");
    std::thread::scope(|scope| {
        // Asked while the server is away, and answered once it is back.
        let waiting = scope.spawn(|| db.write(|tx| append(tx, &opening(2))));
        server.start_again();
        waiting.join().unwrap().unwrap();
    });
    assert_eq!(db.read(|c| load(c, case(1))).unwrap().len(), 2);
    assert_eq!(db.read(|c| load(c, case(2))).unwrap().len(), 2);
}

#[test]
fn a_server_that_stays_away_is_told_of_and_nothing_half_done_stays() {
    let server = Server::own();
    let place = server.new_database();
    let hasty = Options { patience: Duration::from_millis(200), ..Options::default() };
    let db = Db::at(&place, &server_options(&hasty, 1), noon()).unwrap();
    server.kill();
    let error = db.write(|tx| append(tx, &opening(1))).unwrap_err();
    assert_eq!(error.code(), "unreachable", "{error}");
    server.start_again();
    assert_eq!(db.read(|c| load(c, case(1))).unwrap().len(), 0);
    db.write(|tx| append(tx, &opening(1))).unwrap();
}

/// It would send letters without the words that stand beside them from step 12 on.
#[test]
fn a_node_from_before_the_words_of_letters_stood_apart_must_be_stopped_first() {
    let office = office();
    let older = Uuid::from_u128(7);
    office.db.write(move |tx| nodes::heard_of(tx, older, "web-1", "0.0.9")).unwrap();
    office.tamper(
        "DROP TABLE post_words; DROP TABLE post_frozen; DELETE FROM schema_migration WHERE version = 12",
    );
    let open = || Db::at(office.place(), &server_options(&Options::default(), 2), noon());
    let refused = open().err().unwrap();
    assert_eq!(refused.code(), "office-runs");
    assert!(refused.to_string().contains("web-1"), "{refused}");
    office.db.write(move |tx| nodes::gone(tx, older)).unwrap();
    assert_eq!(open().unwrap().read(nodes::nodes).unwrap().len(), 0);
}

/// A change whose connection is cut off in the middle of it is made once, on the next.
#[test]
fn a_connection_cut_in_the_middle_of_a_change_costs_nothing() {
    let office = office();
    office.open_case(1);
    let place = office.place().to_string();
    let (_, name) = place.rsplit_once('/').unwrap();
    let cut = format!(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
         WHERE datname = '{name}' AND state = 'idle in transaction'"
    );
    let mut rounds = 0;
    let (in_the_middle, reached) = std::sync::mpsc::channel::<()>();
    let (cut_off, go_on) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let db = &office.db;
        let writer = scope.spawn(move || {
            db.write(move |tx| {
                rounds += 1;
                let appended = append(tx, &next(1, 2, Event::ChasesResumed))?;
                if rounds == 1 {
                    in_the_middle.send(()).unwrap();
                    go_on.recv().unwrap();
                }
                Ok::<_, StoreError>((appended, rounds))
            })
        });
        reached.recv().unwrap();
        office.tamper(&cut);
        cut_off.send(()).unwrap();
        let (appended, rounds) = writer.join().unwrap().unwrap();
        assert_eq!((appended.last_seq, rounds), (3, 2));
    });
    assert_eq!(office.db.read(|c| load(c, case(1))).unwrap().len(), 3);
}

#[test]
fn what_is_wrong_with_an_address_is_said_with_the_mend() {
    let server = Server::own();
    let open = |address: &str| {
        let place = Place::parse(address).unwrap();
        Db::at(&place, &server_options(&Options::default(), 1), noon()).err().unwrap()
    };
    let nobody = open(&server.address("nobody_made_this"));
    assert_eq!(nobody.code(), "no-database", "{nobody}");
    let stranger = open(&server.address("postgres").replace("postgres@", "stranger:s3cret@"));
    assert_eq!(stranger.code(), "sign-in-refused", "{stranger}");
    assert!(!stranger.to_string().contains("s3cret"), "{stranger}");
    let nowhere = open("postgres://postgres@127.0.0.1:1/office");
    assert_eq!(nowhere.code(), "unreachable", "{nowhere}");
}

#[test]
fn a_server_that_can_lose_what_it_acknowledges_is_refused_unless_told() {
    let server = Server::running();
    let place = server.new_database();
    let careful = Options { accept_unsafe_server: false, ..server_options(&Options::default(), 1) };
    let error = Db::at(&place, &careful, noon()).err().unwrap();
    assert_eq!(error.code(), "unsafe", "{error}");
    assert!(error.to_string().contains("fsync"), "{error}");
}

#[test]
fn a_node_without_an_id_is_refused() {
    let server = Server::running();
    let nameless = Options { accept_unsafe_server: true, ..Options::default() };
    let error = Db::at(&server.new_database(), &nameless, noon()).err().unwrap();
    assert!(error.to_string().contains("id of its own"), "{error}");
}

#[test]
fn two_nodes_that_start_on_an_empty_database_at_one_moment_make_its_tables_once() {
    let server = Server::running();
    let place = server.new_database();
    std::thread::scope(|scope| {
        for node in 1..5 {
            let place = &place;
            scope.spawn(move || Db::at(place, &server_options(&Options::default(), node), noon()).unwrap());
        }
    });
    let db = Db::at(&place, &server_options(&Options::default(), 9), noon()).unwrap();
    db.write(|tx| append(tx, &opening(1))).unwrap();
}
