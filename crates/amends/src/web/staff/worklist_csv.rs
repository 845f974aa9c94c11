//! The work-list as a table for other programs: exactly the list on the screen, all its pages.

use std::collections::HashMap;

use amends_core::{id::StaffId, recommendation::State, text::Language};
use amends_store::lists::{self, WorkItem};
use axum::{
    extract::{Query, State as Shared},
    http::header,
    response::IntoResponse as _,
};

use super::{shown::Standing, staff_field::Handlers, worklist::Wanted};
use crate::{
    i18n,
    office::{ActError, Fault, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The columns, by the ends of their keys.
const COLUMNS: [&str; 8] =
    ["reference", "recommendation", "body", "status", "date", "days-late", "handler", "title"];

/// The file.
pub(super) async fn export(Shared(app): Shared<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let (language, me) = (staff.visit.language, staff.staff);
    let name = format!("worklist-{}-{}.csv", wanted.view().code(), app.office.today());
    let table = app
        .work(move |office| {
            let rows = rows(office, wanted, me, language)?;
            written(&rows).map_err(|error| ActError::from(Fault::Broken(error)))
        })
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, table).into_response())
}

fn rows(
    office: &Office,
    mut wanted: Wanted,
    me: StaffId,
    language: Language,
) -> Result<Vec<Vec<String>>, ActError> {
    let all_staff = office.staff()?;
    let handler = wanted.read_handler(&Handlers::of(&all_staff), language);
    let body = wanted.read_body(office.directory()?.as_ref(), language);
    let (view, filter) = (wanted.view(), wanted.filter(office.today(), me, &handler, &body));
    let names: HashMap<StaffId, &str> = all_staff.iter().map(|one| (one.id, one.name.as_str())).collect();
    let unknown = i18n::t(language, "staff-member-unknown");
    let mut rows = vec![COLUMNS.map(|column| i18n::t(language, &format!("worklist-csv-{column}"))).to_vec()];
    let mut after = None;
    loop {
        let page = office.db().read(|conn| lists::work(conn, view, &filter, after))?;
        rows.extend(page.items.iter().map(|item| {
            let handler = names.get(&item.handler).copied().unwrap_or(&unknown);
            row(item, filter.today, handler, language)
        }));
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(rows),
        }
    }
}

fn row(item: &WorkItem, today: jiff::civil::Date, handler: &str, language: Language) -> Vec<String> {
    let standing = Standing {
        state: item.row.state,
        awaits_body: item.row.awaits_body,
        evidence_due_on: item.row.evidence_due_on,
        days_late: item.row.days_late,
    };
    let tag = standing.tag(today);
    let late = match (tag.state, item.row.state) {
        ("overdue", _) | (_, State::MetLate) => tag.days.map(|days| days.to_string()),
        _ => None,
    };
    let body = item.body_name.as_ref().map(|name| name.get(language).to_owned());
    vec![
        item.reference.recommendation(item.row.number),
        item.wording.clone(),
        body.unwrap_or_default(),
        i18n::t(language, &format!("state-{}", item.row.state.code())),
        item.row.evidence_due_on.map(|on| on.to_string()).unwrap_or_default(),
        late.unwrap_or_default(),
        handler.to_owned(),
        item.title.clone(),
    ]
}

/// The table, with the mark by which spreadsheets know UTF-8.
fn written(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        table.write_record(row.iter().map(|cell| plain(cell))).map_err(|error| error.to_string())?;
    }
    table.into_inner().map_err(|error| error.to_string())
}

/// A cell that no spreadsheet takes for a formula.
fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_keeps_its_signs() {
        let rows = [vec!["=1+1".to_owned(), "Tŷ, \"gardd\"".to_owned()]];
        let table = String::from_utf8(written(&rows).unwrap()).unwrap();
        assert_eq!(table, "\u{feff}'=1+1,\"Tŷ, \"\"gardd\"\"\"\n");
    }
}
