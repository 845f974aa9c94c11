//! What is to go across all cases, this month and before, and the certificates of what went.

use amends_core::{permit::may_read_cases, retention::Standing};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

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

#[derive(Serialize)]
struct Row {
    reference: String,
    href: String,
    line: LineShown,
    held: bool,
}

#[derive(Serialize)]
struct Went {
    number: String,
    href: String,
    reference: String,
    on: String,
    what: String,
}

#[derive(Serialize)]
struct Page {
    until: String,
    due: Vec<Row>,
    held: Vec<Row>,
    coming: Vec<Row>,
    went: Vec<Went>,
}

fn readers_only(staff: &Staff) -> Result<(), Problem> {
    if may_read_cases(staff.role) { Ok(()) } else { Err(Problem::Forbidden) }
}

async fn queue(State(app): State<App>, staff: Staff, Query(done): Query<Done>) -> Answer {
    readers_only(&staff)?;
    let (language, reader) = (staff.visit.language, staff.clone());
    let page = app.work(move |office| page(office, &reader)).await?;
    let mut frame = staff.frame(&app, i18n::t(language, "retention-title"));
    done.on(&mut frame, language);
    Ok(app.page("staff/retention.html", &staff.visit, &frame, page)?.into_response())
}

fn page(office: &Office, staff: &Staff) -> Result<Page, ActError> {
    let language = staff.visit.language;
    let until = office.today().last_of_month();
    let mut rows = Vec::new();
    for due in office.disposals_due(until)? {
        let reference = due.case.reference.to_string();
        let wanted: Vec<_> = due.lines.iter().map(|line| line.class.code()).collect();
        let held = due.lines.iter().any(|line| line.standing == Standing::Held);
        for line in lines(office, &due.case, staff)? {
            if wanted.contains(&line.class) {
                let href = staff.visit.to(&format!("/cases/{reference}/keeping"));
                rows.push(Row { reference: reference.clone(), href, held: held && !line.is_due, line });
            }
        }
    }
    let (due, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.line.is_due);
    let (held, coming) = others.into_iter().partition(|row| row.held);
    let went = office.certificates(CERTIFICATES)?.into_iter().map(|one| Went {
        href: staff.visit.to(&format!("/admin/retention/certificates/{}", one.disposal.certificate)),
        number: one.disposal.certificate,
        reference: one.reference.to_string(),
        on: one.disposal.on.to_string(),
        what: i18n::t(language, &format!("retention-class-{}", one.disposal.class.code())),
    });
    Ok(Page { until: until.to_string(), due, held, coming, went: went.collect() })
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
