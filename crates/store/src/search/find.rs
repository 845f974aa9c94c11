//! Asking: which texts hold the words, of those the asker may find, the newest first, a page at a time.

use amends_core::id::{CaseId, CaseReference, RecommendationNumber};

use super::{Class, Kind, Wanted};
use crate::{
    db::{Conn, Row, fulltext},
    error::{Result, StoreError},
    value::Value,
};

/// What is looked for, and who looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What.
    pub wanted: Wanted,
    /// Only texts of this kind.
    pub kind: Option<Kind>,
    /// Only what is of one of these classes. What the asker may not find is neither found nor counted.
    pub classes: Vec<Class>,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its number: the page after it begins with the next older.
    pub doc: i64,
    /// What it is.
    pub kind: Kind,
    /// Which, within its kind: the id of a message without hyphens; others have more in it.
    pub item: String,
    /// The case it is of; none for a message that is on none.
    pub case: Option<CaseId>,
    /// The reference of that case.
    pub reference: Option<CaseReference>,
    /// The recommendation, where it is one.
    pub number: Option<RecommendationNumber>,
    /// Whether it was set apart (E8).
    pub apart: bool,
    /// What it is called: the title of the case, the subject of a message, the names of files.
    pub headline: String,
    /// Its words.
    pub text: String,
}

/// A page of what was found, the newest first: up to `most`, older than `before`. Says where the next page begins.
pub fn find(
    c: &Conn<'_>,
    search: &Search,
    before: Option<i64>,
    most: usize,
) -> Result<(Vec<Hit>, Option<i64>)> {
    if search.classes.is_empty() {
        return Ok((Vec::new(), None));
    }
    let (sql, values) = find_sql(c, search, before, most);
    let mut hits = c.all(&sql, &values, read)?;
    let more = hits.len() > most;
    hits.truncate(most);
    let next = hits.last().filter(|_| more).map(|last| last.doc);
    Ok((hits, next))
}

/// What [`find`] asks. The index gives the newest first and is read no further than the page: nothing is ranked, so
/// nothing but the page is looked at.
pub(crate) fn find_sql(
    c: &Conn<'_>,
    search: &Search,
    before: Option<i64>,
    most: usize,
) -> (String, Vec<Value>) {
    let wanted = match search.kind {
        Some(kind) => search.wanted.clone().of(kind),
        None => search.wanted.clone(),
    };
    let classes: Vec<String> = search.classes.iter().map(|class| format!("'{}'", class.code())).collect();
    let (from, doc, matches) = (fulltext::from(c), fulltext::number(c), fulltext::matches(c, "$1"));
    let sql = format!(
        "SELECT d.doc, d.kind, d.item, d.case_id, c.reference, d.number, d.class,
           CASE WHEN d.headline = '' THEN COALESCE(t.title, '') ELSE d.headline END,
           CASE WHEN d.text = '' THEN COALESCE(w.wording, t.title, '') ELSE d.text END
         FROM (SELECT d.doc FROM {from}
           WHERE {matches} AND {doc} < $2 AND d.class IN ({})
           ORDER BY {doc} DESC LIMIT {most}) page
         JOIN search_doc d ON d.doc = page.doc
         LEFT JOIN case_row c ON c.case_id = d.case_id
         LEFT JOIN case_text t ON t.case_id = d.case_id
         LEFT JOIN recommendation_text w ON w.case_id = d.case_id AND w.number = d.number
         ORDER BY page.doc DESC LIMIT {most}",
        classes.join(", "),
        most = most.saturating_add(1)
    );
    (sql, vec![fulltext::asked(c, &wanted.terms), before.unwrap_or(i64::MAX).into()])
}

fn read(row: &Row<'_>) -> Result<Hit> {
    let kind: String = row.get(1)?;
    Ok(Hit {
        doc: row.get(0)?,
        kind: Kind::from_code(&kind)
            .ok_or_else(|| StoreError::damaged(format!("{kind:?} is no kind of text")))?,
        item: row.get(2)?,
        case: row.get(3)?,
        reference: row.get::<Option<String>>(4)?.map(CaseReference),
        number: row.get(5)?,
        apart: row.get::<String>(6)? == Class::Apart.code(),
        headline: row.get(7)?,
        text: row.get(8)?,
    })
}

/// What somebody typed to narrow a list of cases: every word, each as the beginning of one.
pub(crate) fn in_cases(c: &Conn<'_>, typed: &str) -> Option<Value> {
    Wanted::beginnings(typed).map(|wanted| fulltext::asked(c, &wanted.of(Kind::Case).terms))
}

/// Whether there is a word in what somebody typed.
pub(crate) fn has_words(typed: &str) -> bool {
    Wanted::beginnings(typed).is_some()
}

/// The condition under which the case in a column holds the words that [`in_cases`] made, which the query knows by the
/// name `parameter`.
pub(crate) fn holds(c: &Conn<'_>, column: &str, parameter: &str) -> String {
    let (from, matches) = (fulltext::from(c), fulltext::matches(c, parameter));
    format!("{column} IN (SELECT d.case_id FROM {from} WHERE {matches})")
}
