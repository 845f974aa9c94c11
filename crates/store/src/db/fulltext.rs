//! The index of words, which every engine has in a form of its own.

use super::{Conn, Engine, Tx};
use crate::{error::Result, value::Value};

/// Puts a text, in small letters without accents, in place of the one the index had under this number; or takes it out.
pub(crate) fn put(tx: &Tx<'_>, doc: i64, folded: Option<&str>) -> Result<()> {
    match &tx.line.engine {
        Engine::Sqlite(_) => {
            tx.execute("DELETE FROM case_search WHERE rowid = $1", &[doc.into()])?;
            if let Some(folded) = folded {
                let sql = "INSERT INTO case_search (rowid, folded) VALUES ($1, $2)";
                tx.execute(sql, &[doc.into(), folded.into()])?;
            }
        }
        Engine::Postgres(_) => {
            tx.execute("DELETE FROM case_search WHERE doc = $1", &[doc.into()])?;
            if let Some(folded) = folded {
                let sql = "INSERT INTO case_search (doc, words) VALUES ($1, to_tsvector('simple', $2))";
                tx.execute(sql, &[doc.into(), folded.into()])?;
            }
        }
    }
    Ok(())
}

/// The condition under which a case `c` holds the words that [`wanted`] made, which the query knows by the name
/// `parameter`.
pub(crate) fn holds(c: &Conn<'_>, parameter: &str) -> String {
    match &c.line.engine {
        Engine::Sqlite(_) => format!(
            "c.case_id IN (SELECT t.case_id FROM case_search JOIN case_text t ON t.doc = case_search.rowid
             WHERE case_search MATCH {parameter})"
        ),
        Engine::Postgres(_) => format!(
            "c.case_id IN (SELECT t.case_id FROM case_search s JOIN case_text t ON t.doc = s.doc
             WHERE s.words @@ to_tsquery('simple', {parameter}))"
        ),
    }
}

/// Words as the index asks for them: every one, each as the beginning of one. Each is letters and digits alone.
pub(crate) fn wanted(c: &Conn<'_>, words: &[&str]) -> Value {
    let each: Vec<String> = match &c.line.engine {
        Engine::Sqlite(_) => words.iter().map(|word| format!("\"{word}\"*")).collect(),
        Engine::Postgres(_) => words.iter().map(|word| format!("'{word}':*")).collect(),
    };
    Value::Text(match &c.line.engine {
        Engine::Sqlite(_) => each.join(" "),
        Engine::Postgres(_) => each.join(" & "),
    })
}
