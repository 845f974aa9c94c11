//! Pages under load: the work-list, a case, the search, what was recommended before; and the server that serves them.

use anyhow::Result;

use super::{
    child::Server,
    load::{self, Line, Request},
    place::{Place, today},
    row::{Found, Promise, Row},
};

/// How many browsers ask at once.
const CLIENTS: usize = 8;

/// A kind of page, and how it is measured.
type Page = (&'static str, fn(&Place<'_>, &Server) -> Result<Row>);

/// Every page of the table, and how fast a file that never changes is served beside them.
pub(super) fn measure(place: &Place<'_>) -> Result<Vec<Row>> {
    let server = place.serve()?;
    let all: [Page; 5] = [
        ("work-list page", worklist),
        ("case page", case),
        ("phrase search", search),
        ("previous recommendations", previous),
        ("static file", file),
    ];
    let wanted = all.into_iter().filter(|(name, _)| place.wanted.has(name));
    // One that cannot be measured keeps the others from nothing.
    let row = |(name, measure): Page| {
        measure(place, &server)
            .unwrap_or_else(|why| Row::of(name, "/s").note(format!("not measured: {why:#}")))
    };
    Ok(wanted.map(row).collect())
}

/// One kind of page under load, with the memory the server came to meanwhile; and how much of a core asking took.
fn load(place: &Place<'_>, server: &Server, requests: &[Request]) -> Result<(Found, String)> {
    server.forget_peak();
    let loaded = load::load(server.address, requests, CLIENTS, place.length())?;
    let found = Found { peak_rss_mb: server.memory("VmHWM"), ..loaded.found };
    Ok((found, format!("the clients took {:.2} of a core", loaded.clients_cores)))
}

/// How often a word stands in a page.
fn times_in(server: &Server, path: &str, word: &str) -> Result<usize> {
    let answer = Line::to(server.address)?.ask(&Request::get(path, &server.cookie, ""))?;
    Ok(String::from_utf8_lossy(&answer.body).matches(word).count())
}

/// Everybody's recommendations that need somebody, the longest overdue first.
const WORKLIST: &str = "/en/worklist?view=needs_me&handler=all";

fn worklist(place: &Place<'_>, server: &Server) -> Result<Row> {
    let request = Request::get(WORKLIST, &server.cookie, "<tbody");
    let (found, clients) = load(place, server, &[request])?;
    let limit = place.limit("worklist", &place.kept().address(), CLIENTS, &["--today", &today()?])?;
    let shown = times_in(server, WORKLIST, "name=\"pick\"")?;
    let row = Row::of("work-list page", "/s").found(found).beside(limit.rate);
    let note = format!(
        "{shown} rows, the longest overdue first, with filters and counts, signed in, {CLIENTS} clients; the limit is the \
         prepared question for its rows; {clients}"
    );
    Ok(row.note(note).promised(
        "≥ 0.5 of the raw query or ≥ 2,000/s; p99 ≤ 25 ms",
        &[&[Promise::Part(0.5), Promise::Rate(2000.0)], &[Promise::Within(25.0)]],
    ))
}

fn case(place: &Place<'_>, server: &Server) -> Result<Row> {
    let case = place.fact("case");
    let request = Request::get(&format!("/en/cases/{case}"), &server.cookie, &case);
    let (found, clients) = load(place, server, &[request])?;
    let limit = place.limit("case", &place.kept().address(), CLIENTS, &["--case", &case])?;
    let row = Row::of("case page", "/s").found(found).beside(limit.rate);
    let note = format!(
        "a history of {} entries, {CLIENTS} clients; the limit reads its entries and texts; {clients}",
        place.fact("case_entries")
    );
    Ok(row.note(note).promised("≥ 1,500/s", &[&[Promise::Rate(1500.0)]]))
}

fn search(place: &Place<'_>, server: &Server) -> Result<Row> {
    let quoted = |phrase: &String| format!("%22{}%22", phrase.replace(' ', "+").replace('\'', "%27"));
    let requests: Vec<Request> = place
        .phrases()
        .iter()
        .map(|phrase| {
            Request::get(&format!("/en/search?q={}", quoted(phrase)), &server.cookie, "am-row-title")
        })
        .collect();
    anyhow::ensure!(!requests.is_empty(), "no text of the office has three plain words together");
    let (found, clients) = load(place, server, &requests)?;
    let row = Row::of("phrase search", "/s").found(found);
    let (texts, unread) = (place.fact("texts"), place.fact("unread"));
    let note = format!(
        "{} phrases of three words in turn over {texts} texts ({unread} cases and messages not read yet), {CLIENTS} \
         clients; {clients}",
        requests.len()
    );
    Ok(row.note(note).promised("p99 ≤ 50 ms", &[&[Promise::Within(50.0)]]))
}

fn previous(place: &Place<'_>, server: &Server) -> Result<Row> {
    let path = format!("/en/bodies/{}/previous", place.fact("body"));
    let (found, clients) = load(place, server, &[Request::get(&path, &server.cookie, "<main")])?;
    let row = Row::of("previous recommendations", "/s").found(found);
    let note = format!(
        "the page of the body with the most service improvements, {} in any state, {CLIENTS} clients; {clients}",
        place.fact("body_improvements")
    );
    Ok(row.note(note).promised("p99 ≤ 50 ms", &[&[Promise::Within(50.0)]]))
}

/// A style sheet through the same server: as fast as pages can be served here at all.
fn file(place: &Place<'_>, server: &Server) -> Result<Row> {
    let page = Line::to(server.address)?.ask(&Request::get("/en/sign-in", "", ""))?;
    let text = String::from_utf8_lossy(&page.body).replace("&#x2f;", "/");
    let after = text.split("href=\"/assets/").nth(1).unwrap_or_default();
    let path = format!("/assets/{}", after.split('"').next().unwrap_or_default());
    let (found, clients) = load(place, server, &[Request::get(&path, "", "")])?;
    Ok(Row::of("static file", "/s").found(found).note(format!("{path}; {clients}")))
}
