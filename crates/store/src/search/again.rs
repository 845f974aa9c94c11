//! The index of words written anew, out of the rows of texts and what they are made of: after a copy to another place,
//! where the rows are and the index is not.

use amends_core::id::{CaseId, MailId, RecommendationNumber};
use uuid::Uuid;

use super::{CaseTexts, Kind, case_words, fold};
use crate::{
    db::{Tx, fulltext},
    error::{Result, StoreError},
};

/// A row of a text.
struct Row {
    doc: i64,
    kind: Kind,
    item: String,
    case: Option<CaseId>,
    number: Option<RecommendationNumber>,
    headline: String,
    text: String,
}

/// Writes the words of the next texts after a number into the index. The number of the last, and how many they were;
/// nothing where there are no more. `texts` tells what a case is searched by.
pub(crate) fn words_again(
    tx: &Tx<'_>,
    after: i64,
    most: u32,
    texts: &dyn Fn(CaseId) -> Result<CaseTexts>,
) -> Result<Option<(i64, u64)>> {
    let sql = "SELECT doc, kind, item, case_id, number, headline, text FROM search_doc
      WHERE doc > $1 ORDER BY doc LIMIT $2";
    let rows = tx.all(sql, &[after.into(), most.into()], |row| {
        let kind: String = row.get(1)?;
        let kind = Kind::from_code(&kind)
            .ok_or_else(|| StoreError::damaged(format!("{kind:?} is no kind of text that is searched")))?;
        Ok(Row {
            doc: row.get(0)?,
            kind,
            item: row.get(2)?,
            case: row.get(3)?,
            number: row.get(4)?,
            headline: row.get(5)?,
            text: row.get(6)?,
        })
    })?;
    for row in &rows {
        let words = fold(&words_of(tx, row, texts)?);
        fulltext::put(tx, row.doc, &format!("{} {words}", row.kind.mark()))?;
    }
    Ok(rows.last().map(|last| (last.doc, rows.len() as u64)))
}

fn words_of(tx: &Tx<'_>, row: &Row, texts: &dyn Fn(CaseId) -> Result<CaseTexts>) -> Result<String> {
    match (row.kind, row.case, row.number) {
        (Kind::Case, Some(case), _) => texts(case).map(|texts| case_words(&texts)),
        (Kind::Recommendation, Some(case), Some(number)) => {
            let sql = "SELECT wording FROM recommendation_text WHERE case_id = $1 AND number = $2";
            Ok(tx.one(sql, &[case.into(), number.into()], |row| row.get(0))?.unwrap_or_default())
        }
        (Kind::Mail, ..) => {
            let id = Uuid::try_parse(&row.item).map_err(|error| StoreError::damaged(error.to_string()))?;
            let sql = "SELECT sender FROM mail WHERE id = $1";
            let sender: Option<String> = tx.one(sql, &[MailId(id).into()], |row| row.get(0))?;
            Ok(format!("{}\n{}\n{}", row.headline, sender.unwrap_or_default(), row.text))
        }
        _ => Ok(format!("{}\n{}", row.headline, row.text)),
    }
}
