//! What a measurement needs to know of a database: how much is in it, a case with a history of about sixty entries, the
//! body that was asked most, and phrases that stand in its texts.

use amends_store::{Conn, Db, Options, Place, Result};
use serde_json::{Value, json};

use super::Asked;

/// A case of about this many entries is measured.
const ENTRIES: u32 = 60;

/// So many texts phrases are taken from.
const TEXTS: u32 = 4_000;

/// So many phrases are looked for.
const PHRASES: usize = 64;

pub(crate) fn tell(asked: &Asked) -> anyhow::Result<Value> {
    let options = Options { accept_unsafe_server: true, ..Options::default() };
    let db = Db::at_for_reading(&Place::parse(&asked.at)?, &options)?;
    Ok(db.read(all)?)
}

fn all(c: &Conn<'_>) -> Result<Value> {
    let count =
        |sql: &str| Ok::<_, amends_store::StoreError>(c.one(sql, &[], |row| row.get::<i64>(0))?.unwrap_or(0));
    let near_sixty = format!(
        "SELECT c.reference, h.entries FROM case_row c JOIN
        (SELECT case_id, count(*) AS entries FROM ledger GROUP BY case_id ORDER BY abs(count(*) - {ENTRIES}), case_id
        LIMIT 1) h ON h.case_id = c.case_id"
    );
    let case = c.one(&near_sixty, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))?;
    let most_asked =
        "SELECT b.slug, m.n FROM body b JOIN (SELECT body_id, count(*) AS n FROM recommendation_row
        WHERE improved_on IS NOT NULL GROUP BY body_id ORDER BY count(*) DESC LIMIT 1) m ON m.body_id = b.id";
    let body = c.one(most_asked, &[], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))?;
    let (case, entries) = case.unwrap_or_default();
    let (body, improvements) = body.unwrap_or_default();
    Ok(json!({
        "cases": count("SELECT count(*) FROM case_row")?,
        "recommendations": count("SELECT count(*) FROM recommendation_row")?,
        "live": count("SELECT count(*) FROM recommendation_row WHERE ended_on IS NULL")?,
        "needs_somebody": count("SELECT count(*) FROM recommendation_row WHERE attention = 2")?,
        "entries": count("SELECT count(*) FROM ledger")?,
        "letters": count("SELECT count(*) FROM post")?,
        "texts": count("SELECT count(*) FROM search_doc")?,
        "unread": count("SELECT count(*) FROM search_todo")?,
        "case": case, "case_entries": entries, "body": body, "body_improvements": improvements,
        "phrases": phrases(c)?,
    }))
}

/// Three words that follow one another in a recommendation, for each of some dozens of recommendations.
fn phrases(c: &Conn<'_>) -> Result<Vec<String>> {
    let sql = "SELECT wording FROM recommendation_text ORDER BY case_id, number LIMIT $1";
    let wordings: Vec<String> = c.all(sql, &[TEXTS.into()], |row| row.get(0))?;
    let plain = |word: &&str| word.chars().all(|letter| letter.is_ascii_lowercase());
    let mut all: Vec<String> = wordings
        .iter()
        .filter_map(|wording| {
            let words: Vec<&str> = wording.split_whitespace().collect();
            let three =
                words.windows(3).find(|three| three.iter().all(&plain) && three.concat().len() > 12)?;
            Some(three.join(" "))
        })
        .collect();
    all.sort();
    all.dedup();
    all.truncate(PHRASES);
    Ok(all)
}
