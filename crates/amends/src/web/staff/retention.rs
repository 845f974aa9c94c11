//! What is to go across all cases, this month and before, and the certificates of what went.

use std::ops::RangeInclusive;

use amends_core::{
    permit::may_read_cases,
    retention::{Class, Standing},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::{
    keeping::{LineShown, lines},
    shown::{Done, staff_name},
};
use crate::{
    i18n::{self, Args},
    office::{ActError, Office, disposal::Certificate},
    web::{
        app::{Answer, App, link},
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin/retention", get(queue))
        .route("/admin/retention/certificates/{number}", get(certificate))
        .route("/admin/retention/certificates/{number}/json", get(as_json))
}

/// So many certificates are on the page.
const CERTIFICATES: u32 = 50;

/// So many lines of the queue are on one page.
const LINES: usize = 30;

#[derive(Debug, Clone, Copy, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    page: usize,
}

#[derive(Serialize)]
struct Row {
    reference: String,
    href: String,
    line: LineShown,
}

#[derive(Serialize)]
struct Went {
    number: String,
    href: String,
    reference: String,
    on: String,
    what: String,
}

/// A page of the queue, as the component takes it.
#[derive(Serialize)]
struct PageLink {
    number: usize,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct Page {
    until: String,
    due_count: usize,
    pages: Vec<PageLink>,
    previous: Option<String>,
    next: Option<String>,
    due: Vec<Row>,
    held: Vec<Row>,
    coming: Vec<Row>,
    went: Vec<Went>,
}

fn readers_only(staff: &Staff) -> Result<(), Problem> {
    if may_read_cases(staff.role) { Ok(()) } else { Err(Problem::Forbidden) }
}

async fn queue(
    State(app): State<App>,
    staff: Staff,
    Query(wanted): Query<Wanted>,
    Query(done): Query<Done>,
) -> Answer {
    readers_only(&staff)?;
    let (language, reader) = (staff.visit.language, staff.clone());
    let page = app.work(move |office| page(office, wanted, &reader)).await?;
    let mut frame = staff.frame(&app, i18n::t(language, "retention-title"));
    done.on(&mut frame, language);
    Ok(app.page("staff/retention.html", &staff.visit, &frame, page)?.into_response())
}

fn page(office: &Office, wanted: Wanted, staff: &Staff) -> Result<Page, ActError> {
    let language = staff.visit.language;
    let until = office.today().last_of_month();
    let waiting = office.disposals_due(until)?;
    let due_count =
        waiting.iter().flat_map(|due| &due.lines).filter(|line| line.standing == Standing::Due).count();
    let mut order: Vec<(u8, usize, Class)> = Vec::new();
    for (at, due) in waiting.iter().enumerate() {
        let held = due.lines.iter().any(|line| line.standing == Standing::Held);
        order.extend(due.lines.iter().map(|line| (part(&line.standing, held), at, line.class)));
    }
    // What can go comes first, what is held last; within each the order of their days stays.
    order.sort_by_key(|(part, ..)| *part);
    let last = order.len().div_ceil(LINES).max(1);
    let number = wanted.page.clamp(1, last);
    let (mut due, mut coming, mut held) = (Vec::new(), Vec::new(), Vec::new());
    for (part, at, class) in order.into_iter().skip((number - 1) * LINES).take(LINES) {
        let Some(case) = waiting.get(at).map(|one| &one.case) else { continue };
        let reference = case.reference.to_string();
        let href = staff.visit.to(&format!("/cases/{reference}/keeping"));
        let of_class = lines(office, case, staff)?.into_iter().find(|line| line.class == class.code());
        let into = match part {
            DUE => &mut due,
            COMING => &mut coming,
            _ => &mut held,
        };
        into.extend(of_class.map(|line| Row { reference, href, line }));
    }
    let to_page = |number: usize| staff.visit.to(&format!("/admin/retention?page={number}"));
    let went = office.certificates(CERTIFICATES)?.into_iter().map(|one| Went {
        href: staff.visit.to(&format!("/admin/retention/certificates/{}", one.disposal.certificate)),
        number: one.disposal.certificate,
        reference: one.reference.to_string(),
        on: one.disposal.on.to_string(),
        what: i18n::t(language, &format!("retention-class-{}", one.disposal.class.code())),
    });
    Ok(Page {
        until: until.to_string(),
        due_count,
        pages: around(number, last)
            .map(|one| PageLink { number: one, href: to_page(one), current: one == number })
            .collect(),
        previous: (number > 1).then(|| to_page(number - 1)),
        next: (number < last).then(|| to_page(number + 1)),
        due,
        held,
        coming,
        went: went.collect(),
    })
}

/// The pages that are named beside this one: two before it and two after.
fn around(number: usize, last: usize) -> RangeInclusive<usize> {
    number.saturating_sub(2).max(1)..=(number + 2).min(last)
}

const DUE: u8 = 0;
const COMING: u8 = 1;
const HELD: u8 = 2;

/// In which part of the queue a line stands.
fn part(standing: &Standing, case_is_held: bool) -> u8 {
    match (standing, case_is_held) {
        (Standing::Due, _) => DUE,
        (_, true) => HELD,
        (_, false) => COMING,
    }
}

#[derive(Serialize)]
struct Fact {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct Check {
    what: String,
    holds: bool,
}

#[derive(Serialize)]
struct CertificatePage {
    facts: Vec<Fact>,
    counts: Vec<Fact>,
    record: Vec<Fact>,
    checks: Vec<Check>,
    salt: String,
    marks: Vec<String>,
    json_href: String,
}

async fn certificate(
    State(app): State<App>,
    staff: Staff,
    Path(number): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    readers_only(&staff)?;
    let (language, reader) = (staff.visit.language, staff.clone());
    let wanted = number.clone();
    let page = app
        .work(move |office| {
            let certificate = office.certificate(&wanted)?;
            certificate_page(office, &certificate, &reader)
        })
        .await?;
    let mut args = Args::new();
    args.set("number", number);
    let mut frame = staff.frame(&app, i18n::tr(language, "retention-certificate", &args));
    frame.breadcrumbs = vec![link(&staff.visit, "retention-title", "/admin/retention")];
    done.on(&mut frame, language);
    Ok(app.page("staff/certificate.html", &staff.visit, &frame, page)?.into_response())
}

fn certificate_page(
    office: &Office,
    certificate: &Certificate,
    staff: &Staff,
) -> Result<CertificatePage, ActError> {
    let (language, people, said) = (staff.visit.language, office.staff()?, &certificate.disposal);
    let fact = |key: &str, value: String| Fact { key: i18n::t(language, key), value };
    let checked = office.check_certificate(certificate)?;
    let check = |key: &str, holds: bool| Check { what: i18n::t(language, key), holds };
    let classes: Vec<_> = said
        .classes
        .iter()
        .map(|class| i18n::t(language, &format!("retention-class-{}", class.code())))
        .collect();
    let state = |state: amends_core::retention::RecordState| {
        let mut args = Args::new();
        args.set("entries", i64::try_from(state.entries).unwrap_or(i64::MAX));
        args.set("root", state.root.to_string());
        i18n::tr(language, "retention-record-state", &args)
    };
    Ok(CertificatePage {
        facts: vec![
            fact("retention-of-case", certificate.reference.to_string()),
            fact("retention-what", classes.join("; ")),
            fact("retention-on", i18n::date(language, said.on)),
            fact("retention-proposed-by", staff_name(&people, said.proposed_by, language)),
            fact("retention-approved-by", staff_name(&people, said.approved_by, language)),
        ],
        counts: vec![
            fact("retention-count-texts", said.counts.texts.to_string()),
            fact("retention-count-files", said.counts.files.to_string()),
            fact("retention-count-files-of-others", said.counts.files_of_others.to_string()),
            fact("retention-count-messages", said.counts.messages.to_string()),
            fact("retention-count-letters", said.counts.letters.to_string()),
            fact("retention-count-kept", said.papers_kept.len().to_string()),
        ],
        record: vec![
            fact("retention-record-before", state(said.record_before)),
            fact("retention-record-after", state(certificate.record_after)),
        ],
        checks: vec![
            check("retention-check-recorded", checked.recorded),
            check("retention-check-borne-out", checked.borne_out),
            check("retention-check-record", checked.record),
            check("retention-check-nothing-left", checked.nothing_left),
        ],
        salt: said.salt.to_string(),
        marks: said.marks.iter().map(ToString::to_string).collect(),
        json_href: staff.visit.to(&format!("/admin/retention/certificates/{}/json", said.certificate)),
    })
}

async fn as_json(State(app): State<App>, staff: Staff, Path(number): Path<String>) -> Answer {
    readers_only(&staff)?;
    let certificate = app.work(move |office| office.certificate(&number)).await?;
    Ok(axum::Json(certificate).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_go_comes_first_and_what_is_held_last() {
        assert_eq!(part(&Standing::Due, true), DUE, "a hold of one class holds no other");
        assert_eq!(part(&Standing::Held, true), HELD);
        assert_eq!(part(&Standing::ToCome, false), COMING);
    }

    #[test]
    fn the_pages_near_by_are_named_and_none_that_is_not_there() {
        assert_eq!(around(1, 1), 1..=1);
        assert_eq!(around(2, 9), 1..=4);
        assert_eq!(around(9, 9), 7..=9);
    }
}
