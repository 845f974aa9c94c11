//! Letters on their way to the mail server: many at once, parted into runs that overlap, each once.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
};

use amends::{
    mail::send::{Capture, Transport},
    office::Office,
    token,
    web::app::App,
    worker,
};
use amends_core::{
    id::{CaseId, PostId},
    text::Language,
};
use amends_store::post::{self, Channel, NewPost, PostState};
use uuid::Uuid;

use crate::demo::small;

/// Enough that runs of every length go.
const MANY: usize = 200;

/// Letters that may go at one moment, with nothing to tell them apart but their ids.
fn many(office: &Office) -> BTreeSet<PostId> {
    let now = office.clock().now();
    let letter = |nth: usize| {
        let nth = u8::try_from(nth).expect("a small number");
        let post = PostId(Uuid::from_u128(0x0197_b000_0000_7000_8000_0000_0000_0000 + u128::from(nth)));
        NewPost {
            post,
            owed: vec![(CaseId(post.0), "receipt".to_owned())],
            channel: Channel::Email,
            address: format!("officer-{nth}@body.example"),
            language: Language::En,
            thread: token::reply([nth; 20]),
            subject: "26-0001: what came".to_owned(),
            text: "It came.".to_owned(),
            html: None,
            next_at: now,
        }
    };
    let all: Vec<NewPost> = (0..MANY).map(letter).collect();
    let ids = all.iter().map(|letter| letter.post).collect();
    let put = office.db().write(move |tx| {
        let all: Vec<_> = all.iter().map(|letter| (letter, now)).collect();
        post::put_all(tx, &all)
    });
    put.expect("in the outbox");
    ids
}

fn in_state(office: &Office, ids: &BTreeSet<PostId>, state: PostState) -> usize {
    let is_in = |id: &&PostId| {
        office.db().read(|conn| post::post(conn, **id)).is_ok_and(|letter| letter.state == state)
    };
    ids.iter().filter(is_in).count()
}

/// How many attempts were begun for these letters.
fn attempts(office: &Office, ids: &BTreeSet<PostId>) -> usize {
    let of = |id: &PostId| office.db().read(|conn| post::attempts(conn, *id)).expect("attempts").len();
    ids.iter().map(of).sum()
}

/// An office with many letters that wait, and nothing else.
struct Waiting {
    app: App,
    _folder: tempfile::TempDir,
    capture: Capture,
    ids: BTreeSet<PostId>,
    /// So many letters had been captured before.
    before: usize,
}

impl Waiting {
    async fn make() -> Self {
        let (app, folder) = small();
        let capture = Capture::default();
        let transport = Transport::Captured(capture.clone());
        worker::hand_over(&app.office, &transport, &|| false).await.expect("what waited before");
        let (ids, before) = (many(&app.office), capture.kept().len());
        Self { app, _folder: folder, capture, ids, before }
    }

    async fn hand_over(&self, stopping: &(dyn Fn() -> bool + Sync)) -> worker::Handed {
        let transport = Transport::Captured(self.capture.clone());
        worker::hand_over(&self.app.office, &transport, stopping).await.expect("handed over")
    }

    /// To whom the letters went, in the order in which they did.
    fn went_to(&self) -> Vec<String> {
        self.capture.kept().into_iter().skip(self.before).map(|(envelope, _)| envelope.to).collect()
    }
}

#[tokio::test]
async fn many_letters_go_once_each_those_that_wait_longest_first() {
    let waiting = Waiting::make().await;
    let (office, ids) = (&waiting.app.office, &waiting.ids);
    let handed = waiting.hand_over(&|| false).await;
    assert_eq!((handed.accepted, handed.tried()), (MANY, MANY));
    let in_order: Vec<String> = (0..MANY).map(|nth| format!("officer-{nth}@body.example")).collect();
    assert_eq!(waiting.went_to(), in_order);
    assert_eq!(in_state(office, ids, PostState::Accepted), MANY);
    assert_eq!(attempts(office, ids), MANY);
}

#[tokio::test]
async fn who_is_stopped_puts_back_what_had_begun_and_the_next_sends_the_rest() {
    let waiting = Waiting::make().await;
    let (office, ids) = (&waiting.app.office, &waiting.ids);
    let asked = AtomicUsize::new(0);
    let sent = waiting.hand_over(&|| asked.fetch_add(1, Ordering::Relaxed) >= 3).await.accepted;
    assert!(sent > 0 && sent < MANY, "{sent}");
    assert_eq!(in_state(office, ids, PostState::Accepted), sent);
    assert_eq!(in_state(office, ids, PostState::Queued), MANY - sent);
    assert_eq!(attempts(office, ids), sent, "an attempt that was not made is not told of");
    let rest = waiting.hand_over(&|| false).await.accepted;
    assert_eq!(sent + rest, MANY);
    let went = waiting.went_to();
    assert_eq!((went.iter().collect::<BTreeSet<_>>().len(), went.len()), (MANY, MANY));
}
