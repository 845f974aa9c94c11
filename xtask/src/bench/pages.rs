//! Pages under load: the work-list, a case, the search, what was recommended before; and the server that serves them.

use anyhow::Result;

use super::{
    child::Server,
    load::{self, Line, Request},
    place::Place,
    row::{Found, Promise, Row},
};

/// How many browsers ask at once.
const CLIENTS: usize = 8;

/// Every page of the table, and how fast a file that never changes is served beside them.
pub(super) fn measure(place: &Place<'_>) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let server = place.serve()?;
    if place.wanted.has("work-list page") {
        rows.push(worklist(place, &server)?);
    }
    if place.wanted.has("case page") {
        rows.push(case(place, &server)?);
    }
    if place.wanted.has("phrase search") {
        rows.push(search(place, &server)?);
    }
    if place.wanted.has("previous recommendations") {
        rows.push(previous(place, &server)?);
    }
    if place.wanted.has("static file") {
        rows.push(file(place, &server)?);
    }
    Ok(rows)
}

/// One kind of page under load, with the memory the server came to meanwhile.
fn load(place: &Place<'_>, server: &Server, requests: &[Request]) -> Result<Found> {
    server.forget_peak();
    let found = load::load(server.address, requests, CLIENTS, place.length())?;
    Ok(Found { peak_rss_mb: server.memory("VmHWM"), ..found })
}

fn worklist(place: &Place<'_>, server: &Server) -> Result<Row> {
    let request = Request::get("/en/worklist?view=needs_me&handler=all", &server.cookie, "<tbody");
    let found = load(place, server, &[request])?;
    let database = place.data().join("amends.sqlite");
    let limit = place.limit("worklist", &database, CLIENTS, &[])?;
    Ok(Row::of("work-list page", "/s").found(found).beside(limit.rate).promised(
        "≥ 0.5 of the raw query or ≥ 2,000/s; p99 ≤ 25 ms",
        &[&[Promise::Part(0.5), Promise::Rate(2000.0)], &[Promise::Within(25.0)]],
    ))
}

fn case(place: &Place<'_>, server: &Server) -> Result<Row> {
    let case = place.fact("case");
    let request = Request::get(&format!("/en/cases/{case}"), &server.cookie, &case);
    let found = load(place, server, &[request])?;
    let database = place.data().join("amends.sqlite");
    let limit = place.limit("case", &database, CLIENTS, &["--case", &case])?;
    let row = Row::of("case page", "/s").found(found).beside(limit.rate);
    let note = format!("a history of {} entries", place.fact("case_entries"));
    Ok(row.note(note).promised("≥ 1,500/s", &[&[Promise::Rate(1500.0)]]))
}

/// The first of several addresses that is there, with words in its query.
fn there<'a>(server: &Server, paths: &[&'a str], words: &str) -> Result<&'a str> {
    let mut line = Line::to(server.address)?;
    for path in paths {
        let request = Request::get(&path.replace("{words}", words), &server.cookie, "");
        if line.ask(&request)?.status == 200 {
            return Ok(path);
        }
    }
    anyhow::bail!("none of {paths:?} is there")
}

fn search(place: &Place<'_>, server: &Server) -> Result<Row> {
    let quoted = |phrase: &String| format!("%22{}%22", phrase.replace(' ', "+").replace('\'', "%27"));
    let phrases: Vec<String> = place.phrases().iter().map(quoted).collect();
    let path = there(server, &["/en/search?q={words}", "/en/cases?q={words}"], &phrases[0])?;
    let requests: Vec<Request> = phrases
        .iter()
        .map(|words| Request::get(&path.replace("{words}", words), &server.cookie, ""))
        .collect();
    let found = load(place, server, &requests)?;
    let row = Row::of("phrase search", "/s").found(found);
    Ok(row
        .note(format!("{} phrases of the texts in turn", phrases.len()))
        .promised("p99 ≤ 50 ms", &[&[Promise::Within(50.0)]]))
}

fn previous(place: &Place<'_>, server: &Server) -> Result<Row> {
    let path = format!("/en/bodies/{}/previous", place.fact("body"));
    let found = load(place, server, &[Request::get(&path, &server.cookie, "")])?;
    let row = Row::of("previous recommendations", "/s").found(found);
    Ok(row.note("of the body with the most").promised("p99 ≤ 50 ms", &[&[Promise::Within(50.0)]]))
}

/// A style sheet through the same server: as fast as pages can be served here at all.
fn file(place: &Place<'_>, server: &Server) -> Result<Row> {
    let page = Line::to(server.address)?.ask(&Request::get("/en/sign-in", "", ""))?;
    let text = String::from_utf8_lossy(&page.body).replace("&#x2f;", "/");
    let after = text.split("href=\"/assets/").nth(1).unwrap_or_default();
    let path = format!("/assets/{}", after.split('"').next().unwrap_or_default());
    let found = load(place, server, &[Request::get(&path, "", "")])?;
    Ok(Row::of("static file", "/s").found(found).note(path))
}
