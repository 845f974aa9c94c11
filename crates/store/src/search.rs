//! The texts that lists show and are searched by. They are personal, and go when the texts of a case go.

use amends_core::id::{CaseId, RecommendationNumber};

use crate::{
    db::{Conn, Tx, fulltext},
    error::Result,
    value::Value,
};

/// The texts of a case that lists show and are searched by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseTexts {
    /// Its title, for staff.
    pub title: String,
    /// What each recommendation says now.
    pub wordings: Vec<(RecommendationNumber, String)>,
    /// Anything else the case should be found by: reference, names of bodies in both languages.
    pub also: String,
}

/// Puts these texts in place of all the case had.
pub(crate) fn replace(tx: &Tx<'_>, case: CaseId, texts: &CaseTexts) -> Result<()> {
    let sql = "INSERT INTO case_text (doc, case_id, title)
      VALUES ((SELECT COALESCE(MAX(doc), 0) + 1 FROM case_text), $1, $2)
      ON CONFLICT (case_id) DO UPDATE SET title = excluded.title";
    tx.execute(sql, &[case.into(), (&texts.title).into()])?;
    tx.execute("DELETE FROM recommendation_text WHERE case_id = $1", &[case.into()])?;
    let sql = "INSERT INTO recommendation_text (case_id, number, wording) VALUES ($1, $2, $3)";
    for (number, wording) in &texts.wordings {
        tx.execute(sql, &[case.into(), (*number).into(), wording.into()])?;
    }
    index_again(tx, case, texts)
}

/// Writes the words of a case into the index anew.
pub(crate) fn index_again(tx: &Tx<'_>, case: CaseId, texts: &CaseTexts) -> Result<()> {
    let all = std::iter::once(&texts.title)
        .chain(texts.wordings.iter().map(|(_, wording)| wording))
        .chain([&texts.also])
        .map(|text| fold(text))
        .collect::<Vec<_>>()
        .join(" ");
    index(tx, case, Some(&all))
}

/// Forgets every text of a case that lists show and are searched by. Its rows stay, without words.
pub fn forget(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    index(tx, case, None)?;
    tx.execute("UPDATE case_text SET title = '' WHERE case_id = $1", &[case.into()])?;
    tx.execute("DELETE FROM recommendation_text WHERE case_id = $1", &[case.into()]).map(|_| ())
}

/// Writes the words of a case into the full-text index, or takes them out.
fn index(tx: &Tx<'_>, case: CaseId, folded: Option<&str>) -> Result<()> {
    let sql = "SELECT doc FROM case_text WHERE case_id = $1";
    let Some(doc) = tx.one(sql, &[case.into()], |row| row.get::<i64>(0))? else { return Ok(()) };
    fulltext::put(tx, doc, folded)
}

pub(crate) use fulltext::holds;

/// What somebody typed, as the full-text index asks for it: every word, each as the beginning of one.
/// Nothing where no word was typed.
pub(crate) fn wanted(c: &Conn<'_>, typed: &str) -> Option<Value> {
    let folded = fold(typed);
    let words = words(&folded);
    (!words.is_empty()).then(|| fulltext::wanted(c, &words))
}

fn words(folded: &str) -> Vec<&str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// A text in small letters without accents, so that `Ty Gwyn` finds `Tŷ Gwyn`.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' => 'w',
        'ỳ' | 'ý' | 'ŷ' | 'ÿ' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// The title of a case, if it has one.
pub fn title(c: &Conn<'_>, case: CaseId) -> Result<Option<String>> {
    c.one("SELECT title FROM case_text WHERE case_id = $1", &[case.into()], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn welsh_letters_are_found_without_their_accents() {
        assert_eq!(fold("Tŷ Gwyn, Dŵr CYMRU, Môn"), "ty gwyn, dwr cymru, mon");
    }

    #[test]
    fn what_is_typed_cannot_be_an_order_to_the_index() {
        assert_eq!(words(&fold("heating OR \"x*'")), ["heating", "or", "x"]);
        assert_eq!(words("26-0193"), ["26", "0193"]);
        assert!(words("  -- ").is_empty());
    }
}
