//! The bytes of letters that are about to go.

use std::{borrow::Cow, collections::HashMap};

use amends_core::{id::PostId, text::Language};
use amends_store::{
    error::StoreError,
    post::{self, Channel, Claimed, Post, Turn},
};
use jiff::Timestamp;

use crate::{
    letters,
    mail::{
        message::{self, FreezeError, Origin, Outgoing},
        send::Envelope,
        token::Token,
    },
    office::{ActError, Office},
};

/// The bytes of a letter with its envelope, or why there are none.
pub(super) type Frozen = Result<(Envelope, Vec<u8>), FreezeError>;

/// The next letters after a turn that may go, with their bytes: they and what they were made from are looked up on one
/// snapshot.
pub(super) fn made(
    office: &Office,
    now: Timestamp,
    after: Turn,
    many: u32,
) -> Result<Vec<(Claimed, Frozen)>, ActError> {
    let (letters, data) = office.db().read(|conn| {
        let letters = post::sendable(conn, Channel::Email, now, after, many)?;
        // What was frozen before is sent as it is.
        let fresh = letters.iter().filter(|one| one.post.frozen.is_none()).map(|one| one.post.post);
        let fresh: Vec<PostId> = fresh.collect();
        let data = post::made_from_data(conn, &fresh)?;
        let data = fresh.into_iter().zip(data).filter_map(|(post, data)| Some((post, data?)));
        Ok::<_, StoreError>((letters, data.collect::<HashMap<PostId, String>>()))
    })?;
    let of = |one: &Claimed| data.get(&one.post.post).map_or(Origin::Person, |data| origin(data));
    let all = letters.into_iter().map(|one| (of(&one), one));
    all.map(|(origin, one)| frozen(office, &one.post, origin, now).map(|frozen| (one, frozen))).collect()
}

/// The bytes of a letter: those of the first attempt where there was one, else made now.
fn frozen(office: &Office, post: &Post, origin: Origin, now: Timestamp) -> Result<Frozen, ActError> {
    let Some(token) = Token::parse(&post.thread) else {
        // Refused by itself, so that the letters beside it go.
        return Ok(Err(FreezeError::Message(format!("the letter {} has no reply token", post.post))));
    };
    let office_address = match &office.config().mail.address {
        Some(address) => address,
        None => &office.own_profile()?.mail_address,
    };
    if let Some(bytes) = &post.frozen {
        let from = message::reply_address(office_address, &token);
        return Ok(from.map(|from| (Envelope { from, to: post.address.clone() }, bytes.clone())));
    }
    let html = post.html.clone().unwrap_or_else(|| plain_page(&post.text, post.language));
    let name = office.config().site.office_name();
    let out = Outgoing {
        office_name: name.get(post.language),
        office_address,
        to_name: "",
        to_address: &post.address,
        subject: &post.subject,
        text: &post.text,
        html: &html,
        language: post.language,
        post: post.post,
        token: &token,
        at: now,
        origin,
        thread: &[],
    };
    Ok(message::freeze(&out)
        .map(|frozen| (Envelope { from: frozen.envelope_from, to: frozen.envelope_to }, frozen.bytes)))
}

/// Whether a letter was owed on a day or somebody decided to send it, from what filled its template.
fn origin(data: &str) -> Origin {
    #[derive(serde::Deserialize)]
    struct Kind<'a> {
        #[serde(borrow)]
        kind: Cow<'a, str>,
    }
    let kind = serde_json::from_str::<Kind<'_>>(data).map(|data| data.kind).unwrap_or_default();
    let kind = amends_core::letter::LetterKind::ALL.into_iter().find(|known| known.code() == kind);
    if kind.is_some_and(letters::is_automatic) { Origin::Automatic } else { Origin::Person }
}

/// The words of a letter that has no page of its own.
fn plain_page(text: &str, language: Language) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let tag = language.tag();
    format!(
        "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\"><title></title><pre>{text}</pre></html>"
    )
}
