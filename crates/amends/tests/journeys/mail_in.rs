//! Messages coming in side by side, twice, and after a crash: each is one, on its case, and none keeps back another.

use amends_core::case::Case;
use amends_store::{
    blobs::StoredBlob,
    post::{self, Mail, MailState, NewMail},
};

use super::{
    fixture::{World, whole},
    staff_round::decided,
};

/// The body answers the first letter it got, by its reply address, with a file.
fn answer(world: &World, case: &Case, says: &str) -> Vec<u8> {
    let letters = world.office.db().read(|conn| post::posts_of_case(conn, case.id)).expect("letters");
    let letter =
        letters.iter().find(|one| one.address.starts_with("complaints@")).expect("a letter to the body");
    let address = &world.office.own_profile().expect("a profile").mail_address;
    let (local, domain) = address.rsplit_once('@').expect("an address");
    format!(
        "From: {}\r\nTo: {local}+{}@{domain}\r\nSubject: Re: {}\r\nMessage-ID: <{says}@ynys.example>\r\n\
         Date: Fri, 2 Oct 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{says}\r\n\
         --b\r\nContent-Type: text/plain; name=\"minute.txt\"\r\n\
         Content-Disposition: attachment; filename=\"minute.txt\"\r\n\r\nThe minute: {says}\r\n--b--\r\n",
        letter.address, letter.thread, case.reference
    )
    .into_bytes()
}

/// A message whose row was kept, and that nobody looked at: as a crash leaves it.
fn kept_alone(world: &World, raw: &[u8]) -> (NewMail, StoredBlob) {
    let office = &world.office;
    let file = office.keep_file("mail.eml", raw).expect("kept");
    let new = NewMail {
        mail: amends_core::id::MailId(office.fresh_id().expect("an id")),
        raw: file.digest,
        received_at: office.clock().now(),
        message_id: None,
        sender: "complaints@ynys-council.example".to_owned(),
        subject: "An answer".to_owned(),
    };
    let received = new.clone();
    office.db().write(move |tx| post::receive(tx, &received)).expect("entered");
    (new, StoredBlob { digest: file.digest, size: file.size })
}

fn now(world: &World, new: &NewMail) -> Mail {
    world.office.mail(new.mail).expect("there")
}

#[tokio::test]
async fn r29_the_same_message_taken_in_by_several_at_once_is_one_with_one_submission() {
    let world = World::new();
    let case = decided(&world).await;
    let raw = answer(&world, &case, "once");
    let taken = std::thread::scope(|scope| {
        let takers: Vec<_> =
            (0..4).map(|_| scope.spawn(|| world.office.take_in(&raw).expect("taken"))).collect();
        takers.into_iter().map(|taker| taker.join().expect("taken")).collect::<Vec<_>>()
    });
    assert_eq!(taken.iter().filter(|one| !one.again).count(), 1, "{taken:?}");
    for one in &taken {
        assert_eq!(
            (one.mail, one.state, &one.case),
            (taken[0].mail, MailState::Filed, &Some(case.reference.clone()))
        );
    }
    let case = world.office.load(case.id).expect("there").case;
    assert_eq!(case.evidence.len(), 1);
    let file = &case.evidence[0].submission.files[0];
    assert_eq!(world.office.blobs().read(file.digest).expect("there"), b"The minute: once");
    assert!(world.office.take_in(&raw).expect("taken").again);
    assert_eq!(world.office.load(case.id).expect("there").case.evidence.len(), 1);
}

#[tokio::test]
async fn r29_messages_of_one_case_taken_in_side_by_side_are_all_filed() {
    let world = World::new();
    let case = decided(&world).await;
    let all: Vec<_> = (0..4).map(|nth| answer(&world, &case, &format!("answer-{nth}"))).collect();
    std::thread::scope(|scope| {
        for raw in &all {
            scope.spawn(|| world.office.take_in(raw).expect("taken"));
        }
    });
    let filed = world.office.db().read(|conn| post::mail_of_case(conn, case.id)).expect("read");
    assert_eq!(filed.len(), 4);
    assert_eq!(world.office.load(case.id).expect("there").case.evidence.len(), 4);
}

#[tokio::test]
async fn a_message_whose_bytes_are_gone_is_held_for_a_person_and_keeps_back_no_other() {
    let world = World::new();
    let case = decided(&world).await;
    let (gone, file) = kept_alone(&world, b"From: a@b.example\r\nSubject: Gone\r\n\r\nGone.\r\n");
    let (there, _) = kept_alone(&world, &answer(&world, &case, "there"));
    world.office.blobs().remove(file.digest).expect("removed");

    assert_eq!(world.office.file_new_mail().expect("looked at"), 2);
    assert_eq!(now(&world, &there).state, MailState::Filed);
    let held = now(&world, &gone);
    assert_eq!((held.state, held.reason.as_deref()), (MailState::Held, Some("unread-gone")));
    let page = world.get(&format!("/en/inbox/{}", gone.mail)).await;
    assert!(whole(&page).contains("The stored message is missing or damaged."), "{}", page.html);
    assert_eq!(world.office.file_new_mail().expect("looked at"), 0);
}
