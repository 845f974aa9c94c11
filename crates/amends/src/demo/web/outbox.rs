//! Every letter the demonstration sent, as its reader has it. None left this computer.

use amends_core::id::PostId;
use amends_store::post::{self, Channel, Post};
use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{Html, IntoResponse as _},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::opening::navigation;
use crate::{
    i18n::{self, args},
    office::{ActError, Office},
    token,
    web::{
        app::{Answer, App},
        problem::Problem,
        visit::Visit,
    },
};

/// So many letters stand on a page.
const PAGE: u32 = 50;

/// The page before.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Before {
    #[serde(default)]
    before: String,
}

#[derive(Serialize)]
struct List {
    rows: Vec<Row>,
    all: u32,
    older: Option<String>,
    newest: Option<String>,
}

/// A letter in the list.
#[derive(Serialize)]
struct Row {
    href: String,
    subject: String,
    language: &'static str,
    to: String,
    by: String,
    made_on: String,
    state: String,
}

fn row(office: &Office, visit: &Visit, letter: &Post) -> Row {
    let t = |key: &str| i18n::t(visit.language, key);
    Row {
        href: visit.to(&format!("/demo/outbox/{}", letter.post)),
        subject: letter.subject.clone(),
        language: letter.language.tag(),
        to: letter.address.replace('\n', ", "),
        by: t(match letter.channel {
            Channel::Email => "demo-by-email",
            Channel::Print => "demo-by-post",
        }),
        made_on: office.clock().day_of(letter.made_at).to_string(),
        state: t(&format!("demo-post-{}", letter.state.code())),
    }
}

/// The newest letters, or those before one.
pub(super) async fn show(State(app): State<App>, visit: Visit, Query(before): Query<Before>) -> Answer {
    let from = place(&before.before);
    let (letters, all) = app
        .work(move |office| {
            let letters = office.db().read(|conn| post::newest(conn, from, PAGE))?;
            let counts = office.db().read(post::counts)?;
            Ok::<_, ActError>((letters, counts.iter().map(|(_, count)| count).sum::<u32>()))
        })
        .await?;
    let full = letters.len() == usize::try_from(PAGE).unwrap_or_default();
    let older = letters
        .last()
        .filter(|_| full)
        .map(|last| visit.to(&format!("/demo/outbox?before={}_{}", last.made_at, last.post)));
    let page = List {
        rows: letters.iter().map(|letter| row(&app.office, &visit, letter)).collect(),
        all,
        older,
        newest: from.map(|_| visit.to("/demo/outbox")),
    };
    let mut frame = app.frame(&visit, i18n::t(visit.language, "demo-outbox-title"));
    frame.navigation = navigation(&visit);
    Ok(app.page("demo/outbox.html", &visit, &frame, page)?.into_response())
}

fn place(before: &str) -> Option<(Timestamp, PostId)> {
    let (at, post) = before.split_once('_')?;
    Some((at.parse().ok()?, post.parse().ok()?))
}

#[derive(Serialize)]
struct Letter {
    facts: Vec<Fact>,
    language: &'static str,
    lines: Vec<Vec<Piece>>,
    page: Option<String>,
}

#[derive(Serialize)]
struct Fact {
    key: String,
    value: String,
}

/// Words of a letter, or an address in it that can be followed.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    href: Option<String>,
}

/// One letter, its plain words with their links.
pub(super) async fn letter(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let letter = find(&app, &id).await?;
    let row = row(&app.office, &visit, &letter);
    let t = |key: &str| i18n::t(visit.language, key);
    let fact = |key: &str, value: String| Fact { key: t(key), value };
    let mut facts = vec![
        fact("demo-letter-to", row.to),
        fact("demo-letter-by", row.by),
        fact("demo-letter-on", i18n::date(visit.language, app.office.clock().day_of(letter.made_at))),
        fact("demo-letter-state", row.state),
    ];
    if letter.channel == Channel::Email {
        let address = app.office.own_profile()?.mail_address.clone();
        facts.push(fact("demo-letter-reply", token::plus_address(&address, &letter.thread)));
    }
    // That it was kept here instead of sent is what this page says anyway.
    if let Some(reason) = letter.reason.filter(|reason| !reason.starts_with("captured")) {
        facts.push(fact("demo-letter-reason", reason));
    }
    let page = Letter {
        facts,
        language: letter.language.tag(),
        lines: letter.text.lines().map(|line| pieces(line, &app.config.site.public_url)).collect(),
        page: letter.html.map(|_| visit.to(&format!("/demo/outbox/{id}/page"))),
    };
    let mut frame = app.frame(&visit, letter.subject);
    frame.navigation = navigation(&visit);
    frame.back = Some(visit.to("/demo/outbox"));
    Ok(app.page("demo/letter.html", &visit, &frame, page)?.into_response())
}

/// The same letter as a mail program shows it.
pub(super) async fn page(State(app): State<App>, _: Visit, Path(id): Path<String>) -> Answer {
    let html = find(&app, &id).await?.html.ok_or(Problem::NotFound)?;
    let policy =
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
}

async fn find(app: &App, id: &str) -> Result<Post, Problem> {
    let id: PostId = id.parse().map_err(|_| Problem::NotFound)?;
    app.work(move |office| office.db().read(|conn| post::post(conn, id)).map_err(not_found)).await
}

fn not_found(error: amends_store::StoreError) -> ActError {
    match error {
        amends_store::StoreError::NotFound { .. } => ActError::NotFound("letter"),
        other => other.into(),
    }
}

/// A line in pieces: addresses of this office's pages become links, everything else stays words.
fn pieces(line: &str, here: &str) -> Vec<Piece> {
    let words = |text: &str| Piece { text: text.to_owned(), href: None };
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(here) {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | '"'))
            .unwrap_or(from.len());
        let (address, after) = from.split_at(end);
        let address = address.trim_end_matches(['.', ',', ';']);
        if !before.is_empty() {
            pieces.push(words(before));
        }
        let href = address.strip_prefix(here).unwrap_or_default();
        pieces.push(Piece {
            text: address.to_owned(),
            href: Some(if href.is_empty() { "/" } else { href }.to_owned()),
        });
        rest = &from[address.len()..];
        if after.is_empty() && rest.is_empty() {
            return pieces;
        }
    }
    if !rest.is_empty() {
        pieces.push(words(rest));
    }
    pieces
}

/// How many letters, in words.
pub(super) fn letters(visit: &Visit, count: usize) -> String {
    i18n::tr(visit.language, "demo-letters", &args([("count", count)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_this_office_can_be_followed_and_others_not() {
        let here = "http://127.0.0.1:8080";
        let found = pieces("Go to http://127.0.0.1:8080/p/abc. Not http://elsewhere.example/x", here);
        let links: Vec<_> = found.iter().filter_map(|piece| piece.href.as_deref()).collect();
        assert_eq!(links, ["/p/abc"]);
        let whole: String = found.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "Go to http://127.0.0.1:8080/p/abc. Not http://elsewhere.example/x");
        assert_eq!(pieces("", here), []);
    }
}
