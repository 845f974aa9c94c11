//! The index of words, which every engine has in a form of its own: the one place that writes and asks it.
//!
//! SQLite has a table of its own for it, `search_words`; PostgreSQL a column of `search_doc`, `words`, under a GIN index.
//! Both get the same words, folded and parted before they come here, and both look for whole words, beginnings and phrases
//! alike.

use amends_core::id::CaseId;

use super::{Conn, Engine, Tx};
use crate::{
    error::Result,
    search::{MARK, Term, in_phrase},
    value::Value,
};

/// Puts words, in small letters without accents and parted by spaces, in place of those the index had of this text.
pub(crate) fn put(tx: &Tx<'_>, doc: i64, folded: &str) -> Result<()> {
    let values = [doc.into(), folded.into()];
    match &tx.line.engine {
        Engine::Sqlite(_) => {
            forget(tx, doc)?;
            tx.execute("INSERT INTO search_words (rowid, folded) VALUES ($1, $2)", &values)?;
            tx.execute("UPDATE search_doc SET paired = 1 WHERE doc = $1 AND paired = 0", &[doc.into()])?;
        }
        Engine::Postgres(_) => {
            let sql = "UPDATE search_doc SET words = to_tsvector('simple', $2) WHERE doc = $1";
            tx.execute(sql, &values)?;
        }
    }
    Ok(())
}

/// Takes the words of a text out of the index. Where they stand in the row of the text they went with it.
pub(crate) fn forget(tx: &Tx<'_>, doc: i64) -> Result<()> {
    if let Engine::Sqlite(_) = &tx.line.engine {
        tx.execute("DELETE FROM search_words WHERE rowid = $1", &[doc.into()])?;
    }
    Ok(())
}

/// The tables a search reads, as `d` the rows of texts.
pub(crate) fn from(c: &Conn<'_>) -> &'static str {
    match &c.line.engine {
        Engine::Sqlite(_) => "search_words JOIN search_doc d ON d.doc = search_words.rowid",
        Engine::Postgres(_) => "search_doc d",
    }
}

/// The number of a text by which the index goes.
pub(crate) fn number(c: &Conn<'_>) -> &'static str {
    match &c.line.engine {
        Engine::Sqlite(_) => "search_words.rowid",
        Engine::Postgres(_) => "d.doc",
    }
}

/// The condition that a text has the words which the query knows by the name `parameter`.
pub(crate) fn matches(c: &Conn<'_>, parameter: &str) -> String {
    match &c.line.engine {
        Engine::Sqlite(_) => format!("search_words MATCH {parameter}"),
        Engine::Postgres(_) => format!("d.words @@ to_tsquery('simple', {parameter})"),
    }
}

/// The condition that a text, `d`, whose row is there already, holds every one of these: looked at in the text itself, for
/// where a few texts are looked at one by one. `name` takes a value in and says its name.
pub(crate) fn row_holds(c: &Conn<'_>, terms: &[Term], name: &mut dyn FnMut(Value) -> String) -> String {
    match &c.line.engine {
        Engine::Sqlite(_) => {
            let one = |term: &Term| {
                let end = if term.beginning { "" } else { " " };
                let words = name(Value::Text(format!(" {}{end}", term.words.join(" "))));
                format!("instr(' ' || search_words.folded || ' ', {words}) > 0")
            };
            let all: Vec<String> = terms.iter().map(one).collect();
            format!(
                "EXISTS (SELECT 1 FROM search_words WHERE search_words.rowid = d.doc AND {})",
                all.join(" AND ")
            )
        }
        Engine::Postgres(_) => matches(c, &name(asked(c, terms, Pairs::Aside))),
    }
}

/// The condition that a column has the id of one of these cases, told as one value, however many they are.
pub(crate) fn is_one_of(
    c: &Conn<'_>,
    column: &str,
    cases: &[CaseId],
    name: &mut dyn FnMut(Value) -> String,
) -> String {
    let ids: Vec<String> = cases.iter().map(|case| case.0.simple().to_string()).collect();
    match &c.line.engine {
        Engine::Sqlite(_) => {
            let listed =
                if ids.is_empty() { "[]".to_owned() } else { format!("[\"{}\"]", ids.join("\",\"")) };
            let listed = name(Value::Text(listed));
            format!("{column} IN (SELECT unhex(listed.value) FROM json_each({listed}) listed)")
        }
        Engine::Postgres(_) => {
            let listed = name(Value::Text(ids.join(",")));
            format!(
                "{column} IN (SELECT decode(listed.id, 'hex') FROM unnest(string_to_array({listed}, ',')) listed (id))"
            )
        }
    }
}

/// The condition that a text, `d`, stands in the index without its pairs of words, as an older program left it. An index
/// of its own finds such texts.
pub(crate) fn unpaired(c: &Conn<'_>) -> String {
    match &c.line.engine {
        Engine::Sqlite(_) => "d.paired = 0".to_owned(),
        Engine::Postgres(_) => format!("NOT (d.words @@ to_tsquery('simple', '{MARK}'))"),
    }
}

/// Whether phrases are narrowed by the pairs of words in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pairs {
    /// Every text has its pairs in the index.
    Narrow,
    /// There are texts without.
    Aside,
}

/// How much of the index a question looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Through {
    /// The newest texts alone, one after the other.
    Newest,
    /// Every text.
    All,
}

/// So many of the newest texts are looked at one by one before the index is asked.
const NEWEST: u32 = 1_000;

/// A page of what holds words, the newest first.
pub(crate) struct Page<'a> {
    pub(crate) terms: &'a [Term],
    pub(crate) pairs: Pairs,
    /// Of one of these classes: the list of an `IN`.
    pub(crate) classes: &'a str,
    /// Only texts with a lower number.
    pub(crate) before: i64,
    pub(crate) most: usize,
}

impl Page<'_> {
    /// How a page is asked for: each after the one before it where that did not fill the page.
    ///
    /// SQLite's index gives the newest first, and knows where in a text a word stands. A server's tells which texts hold the
    /// words, all of them at once; for a phrase each must then be fetched and read. A phrase that many texts have is among
    /// the newest of them soon enough, and they are read one by one; one that few have costs little through the index.
    pub(crate) fn steps(c: &Conn<'_>) -> &'static [Through] {
        match &c.line.engine {
            Engine::Sqlite(_) => &[Through::All],
            Engine::Postgres(_) => &[Through::Newest, Through::All],
        }
    }

    /// The question for the numbers of the texts, as `doc`, and its values.
    pub(crate) fn sql(&self, c: &Conn<'_>, through: Through) -> (String, Vec<Value>) {
        let Self { classes, most, .. } = self;
        let mut values = vec![asked(c, self.terms, self.pairs), self.before.into()];
        let sql = match (&c.line.engine, through) {
            (Engine::Sqlite(_), _) => format!(
                "SELECT d.doc FROM search_words JOIN search_doc d ON d.doc = search_words.rowid
                 WHERE search_words MATCH $1 AND search_words.rowid < $2 AND d.class IN ({classes})
                 ORDER BY search_words.rowid DESC LIMIT {most}"
            ),
            // The limit within keeps the engine from doing anything but walk; the words are parsed once.
            (Engine::Postgres(_), Through::Newest) => format!(
                "SELECT n.doc FROM (SELECT d.doc, d.words, d.class FROM search_doc d WHERE d.doc < $2
                   ORDER BY d.doc DESC LIMIT {NEWEST}) n
                 WHERE n.words @@ (SELECT to_tsquery('simple', $1)) AND n.class IN ({classes})
                 ORDER BY n.doc DESC LIMIT {most}"
            ),
            (Engine::Postgres(_), Through::All) if self.terms.iter().all(|term| term.words.len() == 1) => {
                format!(
                    "SELECT d.doc FROM search_doc d
                     WHERE d.words @@ to_tsquery('simple', $1) AND d.doc < $2 AND d.class IN ({classes})
                     ORDER BY d.doc DESC LIMIT {most}"
                )
            }
            // Which texts hold the words is told by the index alone. Of those, as many as the page needs are read.
            (Engine::Postgres(_), Through::All) => {
                values = vec![
                    Value::Text(as_tsquery(self.terms, self.pairs, "&")),
                    self.before.into(),
                    Value::Text(as_tsquery(self.terms, Pairs::Aside, "<->")),
                ];
                format!(
                    "SELECT c.doc FROM (SELECT d.doc FROM search_doc d
                       WHERE d.words @@ to_tsquery('simple', $1) AND d.doc < $2 AND d.class IN ({classes})
                       ORDER BY d.doc DESC) c
                     CROSS JOIN LATERAL (SELECT 1 FROM search_doc d
                       WHERE d.doc = c.doc AND d.words @@ (SELECT to_tsquery('simple', $3)) LIMIT 1) phrase
                     ORDER BY c.doc DESC LIMIT {most}"
                )
            }
        };
        (sql, values)
    }
}

/// What is looked for, as the index is asked for it. Words are letters and digits alone.
pub(crate) fn asked(c: &Conn<'_>, terms: &[Term], pairs: Pairs) -> Value {
    Value::Text(match &c.line.engine {
        Engine::Sqlite(_) => as_fts5(terms, pairs),
        Engine::Postgres(_) => as_tsquery(terms, pairs, "<->"),
    })
}

/// The pairs of all phrases, to be there as well.
fn narrowed(terms: &[Term], pairs: Pairs) -> Vec<String> {
    match pairs {
        Pairs::Narrow => terms.iter().flat_map(|term| in_phrase(&term.words, term.beginning)).collect(),
        Pairs::Aside => Vec::new(),
    }
}

/// `"zz0a1b" "no heating" "ymddih"*`
fn as_fts5(terms: &[Term], pairs: Pairs) -> String {
    let one = |term: &Term| {
        let star = if term.beginning { "*" } else { "" };
        format!("\"{}\"{star}", term.words.join(" "))
    };
    let pairs = narrowed(terms, pairs).into_iter().map(|pair| format!("\"{pair}\""));
    pairs.chain(terms.iter().map(one)).collect::<Vec<_>>().join(" ")
}

/// `'zz0a1b' & ('no' <-> 'heating') & ('ymddih':*)`, with `between` between the words of a phrase.
fn as_tsquery(terms: &[Term], pairs: Pairs, between: &str) -> String {
    let one = |term: &Term| {
        let words: Vec<String> = term.words.iter().map(|word| format!("'{word}'")).collect();
        let star = if term.beginning { ":*" } else { "" };
        format!("({}{star})", words.join(&format!(" {between} ")))
    };
    let pairs = narrowed(terms, pairs).into_iter().map(|pair| format!("'{pair}'"));
    pairs.chain(terms.iter().map(one)).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Wanted;

    #[test]
    fn what_is_typed_cannot_be_an_order_to_the_index() {
        let asked =
            |typed: &str| Wanted::beginnings(typed).map(|wanted| as_fts5(&wanted.terms, Pairs::Narrow));
        assert_eq!(asked("heating OR \"x*").as_deref(), Some(r#""heating"* "or" "x""#));
        assert_eq!(asked("26-0193").as_deref(), Some(r#""26" "0193"*"#));
        assert_eq!(asked("  -- "), None);
    }

    #[test]
    fn a_phrase_stays_together_on_both_engines() {
        let wanted = Wanted::whole("\"No heating\" Tŷ apolog*").unwrap();
        let pairs = Pairs::Aside;
        assert_eq!(as_fts5(&wanted.terms, pairs), r#""no heating" "ty" "apolog"*"#);
        assert_eq!(as_tsquery(&wanted.terms, pairs, "<->"), "('no' <-> 'heating') & ('ty') & ('apolog':*)");
    }

    #[test]
    fn a_phrase_with_frequent_words_is_narrowed_by_its_pairs() {
        let wanted = Wanted::whole("\"of the\"").unwrap();
        let [pair] = in_phrase(&wanted.terms[0].words, false).try_into().unwrap();
        assert_eq!(as_fts5(&wanted.terms, Pairs::Narrow), format!(r#""{pair}" "of the""#));
        assert_eq!(as_tsquery(&wanted.terms, Pairs::Narrow, "<->"), format!("'{pair}' & ('of' <-> 'the')"));
        assert_eq!(as_tsquery(&wanted.terms, Pairs::Narrow, "&"), format!("'{pair}' & ('of' & 'the')"));
        assert_eq!(as_fts5(&wanted.terms, Pairs::Aside), r#""of the""#);
    }
}
