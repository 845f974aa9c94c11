//! The receipt for what was sent: file names, sizes, digests, and by when the office means to have looked.

use amends_core::id::EvidenceId;
use axum::extract::{Path, State};
use serde::Serialize;

use super::{
    frame_behind,
    matter::{ActionView, Matter},
    upload::size,
};
use crate::web::{
    app::{Answer, App},
    outside::{ContactCard, drawn},
    problem::Problem,
    visit::Outside,
};

#[derive(Serialize)]
struct FileView {
    name: String,
    size: String,
    digest: String,
}

#[derive(Serialize)]
struct Page<'a> {
    action: ActionView,
    receipt: String,
    on: String,
    files: Vec<FileView>,
    statement: &'a str,
    statement_only: bool,
    done_on: Option<String>,
    paid: Option<String>,
    check_by: Option<String>,
    checked: bool,
    contact: &'a ContactCard,
}

/// The receipt. It stays as long as the link.
pub async fn show(
    State(app): State<App>,
    outside: Outside,
    Path((number, evidence)): Path<(u16, EvidenceId)>,
) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let one = matter.one(number)?;
    let found = matter.case.submission(evidence).filter(|_| one.evidence.contains(&evidence));
    let sent = &found.ok_or(Problem::NotFound)?.submission;
    let files = sent.files.iter().map(|file| FileView {
        name: file.name.as_str().to_owned(),
        size: size(file.size),
        digest: file.digest.to_string(),
    });
    let check_by = matter.profile.confirmation.compute(sent.received_on, &matter.calendar).ok();
    let page = Page {
        receipt: format!("{} / {}", matter.case.reference.recommendation(one.number), short(evidence)),
        on: sent.received_on.to_string(),
        files: files.collect(),
        statement: sent.statement.as_ref().map(amends_core::text::Words::as_str).unwrap_or_default(),
        statement_only: sent.is_statement_only(),
        done_on: sent.done_on.map(|day| day.to_string()),
        paid: sent.paid.map(|sum| sum.to_string()),
        check_by: check_by.map(|by| by.date.to_string()),
        checked: one.state().is_terminal(),
        action: matter.action(one),
        contact: &matter.contact,
    };
    let back = format!("/portal/actions/{number}");
    let frame = frame_behind(&app, &outside, &matter, "portal-receipt-title", &back);
    drawn(&app, "body/receipt.html", &outside.visit, &frame, page)
}

/// The end of an id: enough to name a receipt on the telephone.
fn short(evidence: EvidenceId) -> String {
    let text = evidence.to_string();
    text.chars().skip(text.len().saturating_sub(8)).collect()
}
