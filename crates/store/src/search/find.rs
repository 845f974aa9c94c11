//! Asking: which texts hold the words, of those the asker may find, the newest first, a page at a time.

use amends_core::id::{CaseId, CaseReference, RecommendationNumber};

use super::{Class, Kind, Wanted};
use crate::{
    db::{
        Conn, Row, fulltext,
        fulltext::{Page, Pairs, Through},
    },
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
    let pairs = pairs_for(c, &search.wanted)?;
    let mut hits = Vec::new();
    for through in Page::steps(c) {
        let (sql, values) = find_sql(c, search, before, most, (pairs, *through));
        hits = c.all(&sql, &values, read)?;
        if hits.len() > most {
            break;
        }
    }
    let more = hits.len() > most;
    hits.truncate(most);
    let next = hits.last().filter(|_| more).map(|last| last.doc);
    Ok((hits, next))
}

/// Whether a search may go by pairs of words: not while there are texts without, which are read anew by and by.
fn pairs_for(c: &Conn<'_>, wanted: &Wanted) -> Result<Pairs> {
    let has_phrase = wanted.terms.iter().any(|term| term.words.len() > 1);
    let all_have = !has_phrase || c.one(&any_unpaired_sql(c), &[], |row| row.get::<i64>(0))?.is_none();
    Ok(if all_have { Pairs::Narrow } else { Pairs::Aside })
}

/// One text that has no pairs in the index, if there is one.
pub(crate) fn any_unpaired_sql(c: &Conn<'_>) -> String {
    format!("SELECT d.doc FROM search_doc d WHERE {} ORDER BY d.doc LIMIT 1", fulltext::unpaired(c))
}

/// What [`find`] asks. Nothing is ranked, so little but the page is looked at.
pub(crate) fn find_sql(
    c: &Conn<'_>,
    search: &Search,
    before: Option<i64>,
    most: usize,
    (pairs, through): (Pairs, Through),
) -> (String, Vec<Value>) {
    let wanted = match search.kind {
        Some(kind) => search.wanted.clone().of(kind),
        None => search.wanted.clone(),
    };
    let classes: Vec<String> = search.classes.iter().map(|class| format!("'{}'", class.code())).collect();
    let (classes, before, most) = (classes.join(", "), before.unwrap_or(i64::MAX), most.saturating_add(1));
    let page = Page { terms: &wanted.terms, pairs, classes: &classes, before, most };
    let (page, values) = page.sql(c, through);
    let sql = format!(
        "SELECT d.doc, d.kind, d.item, d.case_id, c.reference, d.number, d.class,
           CASE WHEN d.headline = '' THEN COALESCE(t.title, '') ELSE d.headline END,
           CASE WHEN d.text = '' THEN COALESCE(w.wording, t.title, '') ELSE d.text END
         FROM ({page}) page
         JOIN search_doc d ON d.doc = page.doc
         LEFT JOIN case_row c ON c.case_id = d.case_id
         LEFT JOIN case_text t ON t.case_id = d.case_id
         LEFT JOIN recommendation_text w ON w.case_id = d.case_id AND w.number = d.number
         ORDER BY page.doc DESC LIMIT {most}"
    );
    (sql, values)
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
