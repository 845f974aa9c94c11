//! The mail server is down, puts mail off, breaks off in the middle: letters wait, go once, and none goes twice.

use amends_store::post::{Post, PostState};

use crate::{
    running::{DAY, Place, counted, free_port, wait_for},
    sink::Sink,
};

const NEXT_DAY: &str = "2026-03-03";
const DAY_AFTER: &str = "2026-03-04";

/// An office with letters in its outbox, for a server on this port.
fn office_with_letters(port: u16, cases: usize) -> Place {
    let place = Place::new(None).mail_to(port);
    for nth in 1..=cases {
        place.drafted_case(&format!("Repairs {nth}"));
    }
    let letters = place.letters();
    assert_eq!(letters.len(), 2 * cases);
    assert!(
        letters.iter().all(|(letter, attempts)| letter.state == PostState::Queued && attempts.is_empty())
    );
    place
}

fn are_all(place: &Place, state: PostState) -> bool {
    place.letters().iter().all(|(letter, _)| letter.state == state)
}

/// The frozen bytes carry the Message-ID under which the server knows the letter.
fn id_of(letter: &Post) -> String {
    let text = String::from_utf8_lossy(letter.frozen.as_deref().unwrap()).into_owned();
    let line = text.lines().find(|line| line.to_lowercase().starts_with("message-id:")).unwrap();
    line.split_once(':').unwrap().1.trim().to_owned()
}

#[test]
fn r31_letters_wait_while_the_mail_server_is_down_and_go_once_when_it_is_up() {
    let port = free_port();
    let place = office_with_letters(port, 3);
    let office = place.serve(DAY);
    wait_for("every letter was tried", || are_all(&place, PostState::Deferred).then_some(()));
    for (letter, attempts) in place.letters() {
        let (_, state, said) = attempts[0].ended.clone().unwrap();
        assert_eq!(state, PostState::Deferred, "{said}");
        assert!(letter.next_at > attempts[0].began_at, "it is tried again later");
    }

    let up = Sink::start(port, place.path(), &[]);
    wait_for("every letter went", || are_all(&place, PostState::Accepted).then_some(()));
    office.stop();
    place.serve(NEXT_DAY).stop();
    let sent = place.give(NEXT_DAY, &["mail", "send", "--once", "--json"]);
    assert!(sent.contains("\"accepted\": 0") || sent.contains("\"accepted\":0"), "{sent}");
    let letters = place.letters();
    let taken = counted(up.taken());
    assert_eq!(taken, letters.iter().map(|(letter, _)| (id_of(letter), 1)).collect());
    for (_, attempts) in letters {
        let accepted = attempts.iter().filter_map(|one| one.ended.as_ref());
        assert_eq!(accepted.filter(|(_, state, _)| *state == PostState::Accepted).count(), 1);
    }
    place.is_whole();
}

#[test]
fn r31_letters_the_mail_server_puts_off_go_once_when_it_takes_them() {
    let port = free_port();
    let place = office_with_letters(port, 1);
    let not_now = Sink::start(port, place.path(), &["-r", "RCPT"]);
    let answer = place.ask(NEXT_DAY, &["mail", "send", "--once"]);
    let said = String::from_utf8(answer.stderr).unwrap();
    assert_eq!(answer.status.code(), Some(75), "{said}");
    assert!(are_all(&place, PostState::Deferred));
    assert_eq!(
        place.ask(NEXT_DAY, &["mail", "send", "--once"]).status.code(),
        Some(0),
        "not before its time"
    );
    drop(not_now);

    let up = Sink::start(port, place.path(), &[]);
    let office = place.serve(DAY_AFTER);
    wait_for("every letter went", || are_all(&place, PostState::Accepted).then_some(()));
    office.stop();
    let letters = place.letters();
    assert_eq!(counted(up.taken()), letters.iter().map(|(letter, _)| (id_of(letter), 1)).collect());
    assert!(letters.iter().all(|(_, attempts)| attempts.len() == 2));
}

#[test]
fn r31_a_letter_of_which_nobody_knows_whether_it_went_is_held_and_never_sent_again() {
    let port = free_port();
    let place = office_with_letters(port, 1);
    // The server takes the whole message and breaks off without a word.
    let silent = Sink::start(port, place.path(), &["-q", "."]);
    let office = place.serve(DAY);
    wait_for("sending began", || {
        place.letters().iter().all(|(_, attempts)| !attempts.is_empty()).then_some(())
    });
    office.stop();
    drop(silent);

    let up = Sink::start(port, place.path(), &[]);
    let before = counted(up.taken());
    let office = place.serve(NEXT_DAY);
    wait_for("the letters are held", || are_all(&place, PostState::Held).then_some(()));
    office.stop();
    assert!(place.letters().iter().all(|(letter, _)| letter.reason.as_deref() == Some("may-have-gone")));
    assert_eq!(place.ask(NEXT_DAY, &["mail", "send", "--once"]).status.code(), Some(0), "nothing waits");
    assert_eq!(counted(up.taken()), before, "nothing was sent again");
}

#[test]
fn r31_killed_while_letters_are_on_their_way_those_are_held_and_the_others_go_once() {
    let port = free_port();
    // More than are offered side by side.
    let place = office_with_letters(port, 9);
    let slow = Sink::start(port, place.path(), &["-w", "30"]);
    let office = place.serve(DAY);
    wait_for("letters are on their way", || {
        place.letters().iter().any(|(_, attempts)| !attempts.is_empty()).then_some(())
    });
    office.kill();
    drop((office, slow));
    let begun = place.letters().iter().filter(|(_, attempts)| !attempts.is_empty()).count();

    let up = Sink::start(port, place.path(), &[]);
    let office = place.serve(NEXT_DAY);
    let settled = |state| matches!(state, PostState::Accepted | PostState::Held);
    wait_for("every letter is settled", || {
        place.letters().iter().all(|(letter, _)| settled(letter.state)).then_some(())
    });
    office.stop();
    let letters = place.letters();
    let held: Vec<_> = letters.iter().filter(|(letter, _)| letter.state == PostState::Held).collect();
    assert_eq!(held.len(), begun, "those of which it was written down that they go");
    assert!(begun < letters.len(), "{begun} of {} were begun", letters.len());
    let went = letters.iter().filter(|(letter, _)| letter.state == PostState::Accepted);
    assert_eq!(counted(up.taken()), went.map(|(letter, _)| (id_of(letter), 1)).collect());
    place.is_whole();
}
