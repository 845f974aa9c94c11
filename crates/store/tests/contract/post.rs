//! Letters out and messages in.

use std::collections::HashSet;

use amends_core::{
    id::{MailId, PostId, RecommendationNumber},
    text::Digest,
};
use amends_store::{
    Result, StoreError, blobs,
    post::{
        BEFORE_ALL, Channel, Claimed, MailState, NewMail, Outcome, PostState, Received, ReplyTo, attempts,
        begin_all, bounced, file, hold, hold_post, keep_reply_token, mail, mail_by_raw, mail_in,
        mail_of_case, post, post_in, posts_of_case, put, put_back, receive, release, reply_to,
        revoke_reply_tokens, sendable, set_aside, settle, settle_each, uncertain,
    },
};
use uuid::Uuid;

use super::ground::*;

fn owed(office: &Office, n: u128) -> PostId {
    office.db.write(move |tx| put(tx, &letter(n, &[(n, "receipt")]), noon())).unwrap();
    letter_id(n)
}

fn sendable_at(office: &Office, minutes: i64) -> Vec<Claimed> {
    office.db.read(|c| sendable(c, Channel::Email, after(minutes), BEFORE_ALL, 10)).unwrap()
}

/// Claims these letters for ten minutes, and begins to send them in these bytes. Comes back with those that are ours.
fn begin(
    office: &Office,
    letters: &[Claimed],
    bytes: Option<&'static [u8]>,
    minutes: i64,
) -> HashSet<PostId> {
    let letters = letters.to_vec();
    let begun = office.db.write(move |tx| {
        let all: Vec<_> = letters.iter().map(|one| (one, bytes)).collect();
        begin_all(tx, &all, after(minutes), after(minutes + 10))
    });
    begun.unwrap()
}

/// Begins to send these of the letters that may go. Comes back with the numbers of their claims.
fn begin_these(office: &Office, ids: &[PostId], minutes: i64) -> Vec<u32> {
    let mut all = sendable_at(office, minutes);
    all.retain(|one| ids.contains(&one.post.post));
    assert_eq!(begin(office, &all, None, minutes), ids.iter().copied().collect());
    all.into_iter().map(|one| one.claim).collect()
}

fn state(office: &Office, id: PostId) -> PostState {
    office.db.read(|c| post(c, id)).unwrap().state
}

#[test]
fn no_letter_is_ever_claimed_by_two() {
    let office = office();
    for n in 1..=40 {
        owed(&office, n);
    }
    let mut claimed: Vec<PostId> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut mine = Vec::new();
                    loop {
                        let mut some = sendable_at(&office, 0);
                        if some.is_empty() {
                            return mine;
                        }
                        some.truncate(3);
                        mine.extend(begin(&office, &some, None, 0));
                    }
                })
            })
            .collect();
        workers.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let different: HashSet<_> = claimed.iter().copied().collect();
    assert_eq!((claimed.len(), different.len()), (40, 40));
    claimed.sort_unstable();
    assert_eq!(claimed, (1..=40).map(letter_id).collect::<Vec<_>>());
}

#[test]
fn a_letter_is_frozen_once_sent_and_settled_with_what_the_server_said() {
    let office = office();
    let id = owed(&office, 1);
    let one = sendable_at(&office, 0).remove(0);
    assert_eq!((one.post.post, one.post.subject.as_str(), &one.post.frozen), (id, "Tystiolaeth", &None));
    assert_eq!(begin(&office, std::slice::from_ref(&one), Some(b"From: caseinfo"), 1), HashSet::from([id]));
    let said = Outcome::Accepted("250 2.0.0 queued as 4F1".to_owned());
    office.db.write(move |tx| settle(tx, id, one.claim, &said, after(2))).unwrap();

    let kept = office.db.read(|c| post(c, id)).unwrap();
    assert_eq!((kept.state, kept.frozen.as_deref()), (PostState::Accepted, Some(&b"From: caseinfo"[..])));
    let tries = office.db.read(|c| attempts(c, id)).unwrap();
    assert_eq!(tries.len(), 1);
    assert_eq!(tries[0].began_at, after(1));
    let ended = (after(2), PostState::Accepted, "250 2.0.0 queued as 4F1".to_owned());
    assert_eq!(tries[0].ended, Some(ended));
    assert_eq!(sendable_at(&office, 600), []);
}

#[test]
fn a_letter_is_claimed_and_frozen_as_its_attempt_begins_and_one_that_another_has_is_not() {
    let office = office();
    let id = owed(&office, 1);
    let one = sendable_at(&office, 0).remove(0);
    assert_eq!((one.post.post, one.post.state), (id, PostState::Queued));
    let begin = |one: &Claimed, bytes: &'static [u8], minutes: i64| {
        begin(&office, std::slice::from_ref(one), Some(bytes), minutes)
    };
    assert_eq!(begin(&one, b"From: caseinfo", 1), HashSet::from([id]));
    let kept = office.db.read(|c| post(c, id)).unwrap();
    assert_eq!((kept.state, kept.frozen.as_deref()), (PostState::Claimed, Some(&b"From: caseinfo"[..])));
    let tries = office.db.read(|c| attempts(c, id)).unwrap();
    assert_eq!((tries.len(), tries[0].began_at, &tries[0].ended), (1, after(1), &None));

    // Nobody else gets it: neither now nor once the claim has run out, as it may have gone.
    assert_eq!(begin(&one, b"From: another", 2), HashSet::new());
    let next = Claimed { claim: one.claim + 1, post: office.db.read(|c| post(c, id)).unwrap() };
    assert_eq!(begin(&next, b"From: another", 22), HashSet::new());
    assert_eq!(sendable_at(&office, 22), []);
    assert_eq!(office.db.read(|c| attempts(c, id)).unwrap(), tries);

    let wait = Outcome::Deferred("450 greylisted".to_owned(), after(2));
    office.db.write(move |tx| settle(tx, id, one.claim, &wait, after(2))).unwrap();
    let again = sendable_at(&office, 2).remove(0);
    assert_eq!(again.claim, one.claim + 1);
    assert_eq!(begin(&again, b"From: somebody else", 3), HashSet::from([id]));
    let kept = office.db.read(|c| post(c, id)).unwrap();
    assert_eq!(kept.frozen.as_deref(), Some(&b"From: caseinfo"[..]), "a second try sends the same bytes");
}

#[test]
fn a_letter_that_a_person_sent_elsewhere_meanwhile_does_not_go_to_its_old_address() {
    let office = office();
    let id = owed(&office, 1);
    let one = sendable_at(&office, 0).remove(0);
    office
        .db
        .write(move |tx| -> Result<()> {
            hold_post(tx, id, "wrong-name", after(0))?;
            release(tx, id, Some("new@ynys.example"), after(1))
        })
        .unwrap();
    assert_eq!(begin(&office, &[one], Some(b"To: old"), 2), HashSet::new());
    let now = sendable_at(&office, 2).remove(0).post;
    assert_eq!((now.address.as_str(), now.frozen), ("new@ynys.example", None));
}

#[test]
fn letters_that_were_taken_are_settled_together_and_one_whose_claim_was_lost_is_not() {
    let office = office();
    let (one, other) = (owed(&office, 1), owed(&office, 2));
    begin_these(&office, &[one, other], 0);
    let ours = office
        .db
        .write(move |tx| {
            let taken = |said: &str| Outcome::Accepted(said.to_owned());
            settle_each(tx, &[(one, 1, &taken("250 one")), (other, 2, &taken("250 other"))], after(1))
        })
        .unwrap();
    assert_eq!(ours, [true, false]);
    let kept = office.db.read(|c| post(c, one)).unwrap();
    assert_eq!((kept.state, kept.reason.as_deref()), (PostState::Accepted, Some("250 one")));
    let ended = Some((after(1), PostState::Accepted, "250 one".to_owned()));
    assert_eq!(office.db.read(|c| attempts(c, one)).unwrap()[0].ended, ended);
    assert_eq!(state(&office, other), PostState::Claimed);
    assert_eq!(office.db.read(|c| attempts(c, other)).unwrap()[0].ended, None);
}

#[test]
fn letters_that_may_go_come_in_the_order_of_their_times_whatever_became_of_them_before() {
    let office = office();
    let ids: Vec<_> = (1..=4).map(|number| owed(&office, number)).collect();
    let (queued, deferred, new, gone) = (ids[0], ids[1], ids[2], ids[3]);
    let (wait, taken) = (Outcome::Deferred("450".to_owned(), after(1)), Outcome::Accepted(String::new()));
    begin_these(&office, &[queued, deferred, gone], 0);
    office
        .db
        .write(move |tx| -> Result<()> {
            put_back(tx, queued, 1, after(0))?;
            settle(tx, deferred, 1, &wait, after(0))?;
            settle(tx, gone, 1, &taken, after(0))
        })
        .unwrap();
    let found =
        |minutes| sendable_at(&office, minutes).iter().map(|one| (one.post.post, one.claim)).collect();
    let now: Vec<(PostId, u32)> = found(0);
    assert_eq!(now, [(queued, 2), (new, 1)]);
    let later: Vec<(PostId, u32)> = found(10);
    assert_eq!(later, [(queued, 2), (new, 1), (deferred, 2)]);
}

#[test]
fn a_deferred_letter_goes_again_when_its_time_has_come_and_not_before() {
    let office = office();
    let id = owed(&office, 1);
    let first = begin_these(&office, &[id], 0).remove(0);
    let wait = Outcome::Deferred("450 greylisted".to_owned(), after(30));
    office.db.write(move |tx| settle(tx, id, first, &wait, after(1))).unwrap();
    assert_eq!(state(&office, id), PostState::Deferred);
    assert_eq!(sendable_at(&office, 29), []);
    let second = begin_these(&office, &[id], 30).remove(0);
    assert!(second > first);
    let late = Outcome::Accepted(String::new());
    let lost = office.db.write(move |tx| settle(tx, id, first, &late, after(31))).unwrap_err();
    assert_eq!(lost, StoreError::ClaimLost { post: id });
}

#[test]
fn a_refused_letter_waits_for_a_person_who_may_give_another_address() {
    let office = office();
    let id = owed(&office, 1);
    let one = sendable_at(&office, 0).remove(0);
    let number = one.claim;
    assert_eq!(begin(&office, &[one], Some(b"To: complaints@ynys.example"), 0), HashSet::from([id]));
    let no = Outcome::Refused("550 no such user".to_owned());
    office.db.write(move |tx| settle(tx, id, number, &no, after(1))).unwrap();
    let refused = office.db.read(|c| post_in(c, PostState::Refused, 10)).unwrap();
    assert_eq!(refused[0].reason.as_deref(), Some("550 no such user"));
    assert_eq!(sendable_at(&office, 600), []);

    office.db.write(move |tx| release(tx, id, Some("new@ynys.example"), after(5))).unwrap();
    let again = sendable_at(&office, 5).remove(0).post;
    assert_eq!((again.address.as_str(), again.frozen), ("new@ynys.example", None));
}

#[test]
fn a_letter_whose_worker_died_while_sending_is_held_and_goes_again_only_where_a_person_says_so() {
    let office = office();
    let (before, during) = (owed(&office, 1), owed(&office, 2));
    begin_these(&office, &[during], 0);
    let waiting = |minutes| sendable_at(&office, minutes).into_iter().map(|one| one.post.post).collect();
    let doubtful = |minutes| office.db.write(move |tx| uncertain(tx, after(minutes), "no-answer")).unwrap();
    assert_eq!(doubtful(9), []);
    assert_eq!(doubtful(10), [during]);
    assert_eq!(state(&office, during), PostState::Held);
    assert_eq!(office.db.read(|c| attempts(c, during)).unwrap()[0].ended, None);
    let others: Vec<PostId> = waiting(20);
    assert_eq!(others, [before]);

    office.db.write(move |tx| release(tx, during, None, after(20))).unwrap();
    let all: Vec<PostId> = waiting(20);
    assert_eq!(all, [before, during]);
}

#[test]
fn a_letter_that_was_claimed_and_not_offered_goes_back_as_if_nobody_had_had_it() {
    let office = office();
    let id = owed(&office, 1);
    let first = begin_these(&office, &[id], 0).remove(0);
    office.db.write(move |tx| put_back(tx, id, first, after(1))).unwrap();
    assert_eq!(state(&office, id), PostState::Queued);
    assert_eq!(office.db.read(|c| attempts(c, id)).unwrap(), []);
    assert_eq!(office.db.write(|tx| uncertain(tx, after(60), "may-have-gone")).unwrap(), []);

    // What another has meanwhile stays theirs.
    let second = begin_these(&office, &[id], 2).remove(0);
    office.db.write(move |tx| put_back(tx, id, first, after(3))).unwrap();
    assert_eq!(state(&office, id), PostState::Claimed);
    assert!(second > first);
}

#[test]
fn a_letter_can_be_held_and_can_come_back() {
    let office = office();
    let id = owed(&office, 1);
    office.db.write(move |tx| hold_post(tx, id, "wrong-name", after(1))).unwrap();
    assert_eq!(sendable_at(&office, 60), []);
    office.db.write(move |tx| release(tx, id, None, after(2))).unwrap();
    let number = begin_these(&office, &[id], 2).remove(0);
    let held = office.db.write(move |tx| hold_post(tx, id, "too-late", after(3)));
    assert!(matches!(held, Err(StoreError::NotFound { .. })), "a letter on its way cannot be held");
    office.db.write(move |tx| settle(tx, id, number, &Outcome::Accepted(String::new()), after(3))).unwrap();
    office.db.write(move |tx| bounced(tx, id, "550 mailbox gone", after(9))).unwrap();
    assert_eq!(state(&office, id), PostState::Bounced);
    let of_case = office.db.read(|c| posts_of_case(c, case(1))).unwrap();
    assert_eq!(of_case.iter().map(|one| one.post).collect::<Vec<_>>(), [id]);
}

#[test]
fn a_printed_letter_is_not_handed_to_the_mail_worker() {
    let office = office();
    let mut by_post = letter(1, &[(1, "receipt")]);
    by_post.channel = Channel::Print;
    office.db.write(move |tx| put(tx, &by_post, noon())).unwrap();
    assert_eq!(sendable_at(&office, 0), []);
    let print = office.db.read(|c| sendable(c, Channel::Print, after(0), BEFORE_ALL, 10)).unwrap();
    assert_eq!(print.len(), 1);
}

fn message(n: u128, raw: &[u8]) -> NewMail {
    NewMail {
        mail: MailId(Uuid::from_u128(n)),
        raw: Digest::of(raw),
        received_at: after(i64::try_from(n).unwrap()),
        message_id: Some("<1@ynys.example>".to_owned()),
        sender: "complaints@ynys.example".to_owned(),
        subject: "Re: Tystiolaeth".to_owned(),
    }
}

fn deliver(office: &Office, n: u128, raw: &'static [u8]) -> Received {
    let folder = blobs::Blobs::open(&office.folder.path().join("blobs")).unwrap();
    let stored = folder.put(Uuid::from_u128(n), raw).unwrap();
    office
        .db
        .write(move |tx| -> Result<Received> {
            blobs::record(tx, stored, "message/rfc822", noon())?;
            receive(tx, &message(n, raw))
        })
        .unwrap()
}

#[test]
fn r29_the_same_message_twice_is_one_and_another_with_its_id_is_not() {
    let office = office();
    let first = MailId(Uuid::from_u128(1));
    assert_eq!(deliver(&office, 1, b"one"), Received::New(first));
    assert_eq!(deliver(&office, 2, b"one"), Received::Again(first));
    assert_eq!(deliver(&office, 3, b"other bytes, same id"), Received::New(MailId(Uuid::from_u128(3))));
    let waiting = office.db.read(|c| mail_in(c, MailState::New, None, 1)).unwrap();
    assert_eq!(waiting[0].mail, first);
    assert_eq!(office.db.read(|c| mail_by_raw(c, Digest::of(b"one"))).unwrap(), Some(first));
    assert_eq!(office.db.read(|c| mail_by_raw(c, Digest::of(b"none"))).unwrap(), None);
    let after_first = Some((waiting[0].received_at, first));
    assert_eq!(office.db.read(|c| mail_in(c, MailState::New, after_first, 10)).unwrap().len(), 1);
}

#[test]
fn a_message_whose_raw_bytes_are_not_kept_cannot_be_taken_in() {
    let office = office();
    let error = office.db.write(|tx| receive(tx, &message(1, b"never stored"))).unwrap_err();
    assert!(matches!(error, StoreError::Constraint { .. }), "{error}");
}

#[test]
fn r29_a_message_is_filed_on_recommendations_or_held_with_the_reason() {
    let office = office();
    deliver(&office, 1, b"one");
    let id = MailId(Uuid::from_u128(1));
    office.db.write(move |tx| hold(tx, id, "no-token", None, after(1))).unwrap();
    let held = office.db.read(|c| mail(c, id)).unwrap();
    assert_eq!((held.state, held.reason.as_deref(), held.case), (MailState::Held, Some("no-token"), None));

    let numbers = [RecommendationNumber(1), RecommendationNumber(2)];
    office.db.write(move |tx| file(tx, id, case(1), &numbers, Some(CARYS), after(2))).unwrap();
    let filed = office.db.read(|c| mail_of_case(c, case(1))).unwrap();
    assert_eq!((filed[0].state, filed[0].numbers.as_slice()), (MailState::Filed, &numbers[..]));

    office.db.write(move |tx| set_aside(tx, id, "auto-reply", Some(CARYS), after(3))).unwrap();
    assert_eq!(office.db.read(|c| mail(c, id)).unwrap().state, MailState::SetAside);
    let unknown = MailId(Uuid::from_u128(77));
    assert!(office.db.read(|c| mail(c, unknown)).is_err());
}

#[test]
fn a_reply_finds_its_cases_by_a_token_nobody_can_read_in_the_file() {
    let office = office();
    let to = |n| ReplyTo { case: case(n), body: Some(YNYS), numbers: vec![RecommendationNumber(1)] };
    let token = "q7Zk3vVt0mB2xw8d";
    office
        .db
        .write(move |tx| -> Result<()> {
            keep_reply_token(tx, token, &to(1), noon())?;
            keep_reply_token(tx, token, &to(2), noon())
        })
        .unwrap();
    assert_eq!(office.db.read(|c| reply_to(c, token)).unwrap(), [to(1), to(2)]);
    assert_eq!(office.db.read(|c| reply_to(c, "q7Zk3vVt0mB2xw8D")).unwrap(), []);
    office.db.write(|tx| revoke_reply_tokens(tx, case(1), after(1))).unwrap();
    assert_eq!(office.db.read(|c| reply_to(c, token)).unwrap(), [to(2)]);

    if let Some(path) = office.file() {
        let wal = std::fs::read(path.with_extension("db-wal")).unwrap();
        assert!(!wal.windows(token.len()).any(|part| part == token.as_bytes()));
    }
}
