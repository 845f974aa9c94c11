//! The office's own questions, by prepared statements through the driver: every row and every column read, and nothing
//! made of them.

use std::time::Duration;

use amends_core::id::{BodyId, StaffId};
use amends_store::{Db, Options, Place, lists::plans, value::Value as Stored};
use anyhow::{Context as _, Result};
use rusqlite::{Connection, types::Null};
use serde_json::Value;
use uuid::Uuid;

use super::{Act, Asked, server, together};

/// A question with its values.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) sql: String,
    pub(crate) values: Vec<Stored>,
}

/// The first page of everybody's recommendations that need somebody, the longest overdue first: what the page asks for its
/// rows.
pub(crate) fn worklist(asked: &Asked) -> Result<Value> {
    let options = Options { accept_unsafe_server: true, ..Options::default() };
    let db = Db::at_for_reading(&Place::parse(&asked.at)?, &options)?;
    let today = asked.today.parse().context("--today 2026-11-27 is missing")?;
    let all = db.read(|c| plans::every_question(c, today, StaffId(Uuid::nil()), BodyId(Uuid::nil())))?;
    let wanted = "work-list, needs_me, everybody's, the first page";
    let found = all.into_iter().find(|one| one.name == wanted).context("the work-list asks nothing")?;
    ask(asked, &[Question { sql: found.sql, values: found.values }])
}

/// Every entry and every text of one case.
pub(crate) fn case(asked: &Asked) -> Result<Value> {
    let of = "case_id = (SELECT case_id FROM case_row WHERE reference = $1)";
    let one = |sql: String| Question { sql, values: vec![Stored::Text(asked.of.clone())] };
    let questions = [
        one(format!(
            "SELECT seq, recorded_at, effective_on, actor, kind, v, body, hash FROM ledger WHERE {of} ORDER BY seq"
        )),
        one(format!("SELECT * FROM particular WHERE {of}")),
    ];
    ask(asked, &questions)
}

fn ask(asked: &Asked, questions: &[Question]) -> Result<Value> {
    together(asked, || {
        if asked.is_server() { server::asking(asked, questions) } else { asking(asked, questions) }
    })
}

fn asking(asked: &Asked, questions: &[Question]) -> Result<Act> {
    let (sqlite, questions) = (open(&asked.path())?, questions.to_vec());
    Ok(Box::new(move || {
        for one in &questions {
            let mut statement = sqlite.prepare_cached(&one.sql)?;
            let columns = statement.column_count();
            for (place, value) in one.values.iter().enumerate() {
                let name = format!("${}", place + 1);
                let index = statement.parameter_index(&name)?.context("a value nobody asked for")?;
                match value {
                    Stored::Null => statement.raw_bind_parameter(index, Null),
                    Stored::Int(number) => statement.raw_bind_parameter(index, number),
                    Stored::Text(text) => statement.raw_bind_parameter(index, text),
                    Stored::Bytes(bytes) => statement.raw_bind_parameter(index, bytes),
                }?;
            }
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    std::hint::black_box(row.get::<_, rusqlite::types::Value>(column)?);
                }
            }
        }
        Ok(())
    }))
}

/// Opens a file as the office does.
pub(crate) fn open(path: &std::path::Path) -> Result<Connection> {
    let sqlite = Connection::open(path).with_context(|| path.display().to_string())?;
    for (name, value) in [("journal_mode", "wal"), ("synchronous", "full"), ("temp_store", "memory")] {
        sqlite.pragma_update(None, name, value)?;
    }
    sqlite.busy_timeout(Duration::from_secs(10))?;
    Ok(sqlite)
}
