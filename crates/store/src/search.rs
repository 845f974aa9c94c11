//! Everything that is searched: one row for each text, with who may find it, kept in step with what it is made of.
//!
//! Titles, recommendations and findings are written in the transaction that records them. What must first be read (the
//! files of evidence, a message) is noted down in that transaction and read by the machinery a moment later ([`todo`]):
//! reading a PDF must not hold up whoever sends it. What was set apart (E8) is withheld at once. All of it is personal,
//! and goes when the texts of a case go.

use amends_core::{
    disclosure::FileClass,
    id::{CaseId, EvidenceId, MailId, RecommendationNumber},
};

use crate::{
    db::{Conn, Tx, fulltext},
    error::{Result, StoreError},
    value::Value,
};

mod find;
mod narrow;
mod pairs;
mod todo;
mod words;

pub use find::{Hit, Search, find};
pub use todo::{Todo, ask_for_everything, ask_for_unpaired, done, read_again, read_case, read_mail, todo};
pub use words::{Piece, Wanted, excerpt, fold};

pub(crate) use find::{any_unpaired_sql, find_sql};
pub(crate) use narrow::{Narrow, Reach};
pub(crate) use pairs::{MARK, in_phrase};
pub(crate) use words::Term;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A case: its title, what it recommends, who complained.
    Case,
    /// A recommendation.
    Recommendation,
    /// What a decision found.
    Decision,
    /// A message that came.
    Mail,
    /// What came in evidence.
    Evidence,
}

impl Kind {
    /// Every kind, in the order a page shows them.
    pub const ALL: [Self; 5] = [Self::Case, Self::Recommendation, Self::Decision, Self::Evidence, Self::Mail];

    /// The word for it in tables and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Recommendation => "recommendation",
            Self::Decision => "decision",
            Self::Mail => "mail",
            Self::Evidence => "evidence",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// A word that stands in the index before every text of this kind, and that nobody types.
    fn mark(self) -> String {
        format!("zzkind{}", self.code())
    }
}

/// Who may find a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Whom the class of a file says (E9).
    Of(FileClass),
    /// It was set apart: whoever answers for that alone (E8).
    Apart,
}

impl Class {
    /// What staff who read cases find; with what was set apart, where they answer for it.
    pub fn for_staff(apart: bool) -> Vec<Self> {
        let mut classes: Vec<Self> = FileClass::ALL.into_iter().map(Self::Of).collect();
        classes.extend(apart.then_some(Self::Apart));
        classes
    }

    /// The word the table has.
    pub fn code(self) -> &'static str {
        match self {
            Self::Of(class) => class.code(),
            Self::Apart => "apart",
        }
    }
}

/// The texts of a case that lists show and are searched by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseTexts {
    /// Its title, for staff.
    pub title: String,
    /// What each recommendation says now.
    pub wordings: Vec<(RecommendationNumber, String)>,
    /// Anything else the case should be found by: its reference, who complained.
    pub also: String,
    /// What was found: faults, injustice, paragraphs of the decision.
    pub decision: String,
}

/// What came in evidence of a case, or who may see it, is other than before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvidenceChange {
    /// Submissions that are set apart, with the messages they came in (E8).
    pub apart: Vec<(EvidenceId, Option<MailId>)>,
}

/// What changes of evidence mean here: it is to be read anew, and what was set apart is withheld from now on.
pub(crate) fn evidence_changed(tx: &Tx<'_>, changes: &[(CaseId, &EvidenceChange)]) -> Result<()> {
    todo::read_cases(tx, changes.iter().map(|(case, _)| *case))?;
    for (case, change) in changes {
        change.apart.iter().try_for_each(|(evidence, mail)| set_apart(tx, *case, *evidence, *mail))?;
    }
    Ok(())
}

/// A text to be searched, beside what the case itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What an answer shows first: the subject of a message, the names of files.
    pub headline: String,
    /// The text.
    pub text: String,
    /// Who may find it.
    pub class: Class,
}

/// Puts these texts in place of all the case had.
pub fn replace(tx: &Tx<'_>, case: CaseId, texts: &CaseTexts) -> Result<()> {
    let sql = "INSERT INTO case_text (case_id, title) VALUES ($1, $2)
      ON CONFLICT (case_id) DO UPDATE SET title = excluded.title";
    tx.execute(sql, &[case.into(), (&texts.title).into()])?;
    let sql = "SELECT number, wording FROM recommendation_text WHERE case_id = $1 ORDER BY number";
    let before: Vec<(RecommendationNumber, String)> =
        tx.all(sql, &[case.into()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // What was erased has no words; nothing is kept of it here either.
    let now: Vec<&(RecommendationNumber, String)> =
        texts.wordings.iter().filter(|(_, wording)| !wording.trim().is_empty()).collect();
    let gone = before.iter().filter(|(number, _)| now.iter().all(|(other, _)| other != number));
    for (number, _) in gone {
        let sql = "DELETE FROM recommendation_text WHERE case_id = $1 AND number = $2";
        tx.execute(sql, &[case.into(), (*number).into()])?;
        take_out(tx, Kind::Recommendation, &of_recommendation(case, *number))?;
    }
    for (number, wording) in now.into_iter().filter(|one| !before.contains(one)) {
        let sql = "INSERT INTO recommendation_text (case_id, number, wording) VALUES ($1, $2, $3)
          ON CONFLICT (case_id, number) DO UPDATE SET wording = excluded.wording";
        tx.execute(sql, &[case.into(), (*number).into(), wording.into()])?;
        let item = of_recommendation(case, *number);
        put(tx, &Doc { number: Some(*number), ..Doc::of(Kind::Recommendation, case, &item) }, wording)?;
    }
    let wordings = texts.wordings.iter().map(|(_, wording)| wording.as_str());
    let all: Vec<&str> =
        std::iter::once(texts.title.as_str()).chain(wordings).chain([texts.also.as_str()]).collect();
    let item = plain(case.0);
    let words = if texts.title.trim().is_empty() { String::new() } else { all.join("\n") };
    put(tx, &Doc::of(Kind::Case, case, &item), &words)?;
    let decision = Doc { text: &texts.decision, ..Doc::of(Kind::Decision, case, &item) };
    put(tx, &decision, &texts.decision)
}

/// Keeps what came in evidence of a case: every submission that has words, and no other.
pub fn keep_evidence(tx: &Tx<'_>, case: CaseId, all: &[(EvidenceId, Found)]) -> Result<()> {
    let sql = "SELECT item FROM search_doc WHERE case_id = $1 AND kind = 'evidence'";
    let before: Vec<String> = tx.all(sql, &[case.into()], |row| row.get(0))?;
    for item in before.iter().filter(|item| all.iter().all(|(id, _)| of_evidence(case, *id) != **item)) {
        take_out(tx, Kind::Evidence, item)?;
    }
    for (id, found) in all {
        let item = of_evidence(case, *id);
        let doc = Doc {
            class: found.class,
            headline: &found.headline,
            text: &found.text,
            ..Doc::of(Kind::Evidence, case, &item)
        };
        put(tx, &doc, &format!("{}\n{}", found.headline, found.text))?;
    }
    Ok(())
}

/// Keeps a message, on the case it is filed on now.
pub fn keep_mail(tx: &Tx<'_>, mail: MailId, sender: &str, found: &Found) -> Result<()> {
    let sql = "SELECT case_id FROM mail WHERE id = $1";
    // One that went meanwhile is not kept.
    let Some(case) = tx.one(sql, &[mail.into()], |row| row.get::<Option<CaseId>>(0))? else { return Ok(()) };
    let item = plain(mail.0);
    let doc = Doc {
        kind: Kind::Mail,
        item: &item,
        case,
        number: None,
        class: found.class,
        headline: &found.headline,
        text: &found.text,
    };
    put(tx, &doc, &format!("{}\n{sender}\n{}", found.headline, found.text))
}

/// A message is on another case now, or on none.
pub(crate) fn mail_is_of(tx: &Tx<'_>, mail: MailId, case: Option<CaseId>) -> Result<()> {
    let sql = "UPDATE search_doc SET case_id = $2 WHERE kind = 'mail' AND item = $1";
    tx.execute(sql, &[plain(mail.0).into(), case.into()]).map(|_| ())
}

/// Withholds what was set apart, and the message it came in, from all who do not answer for it (E8).
pub fn set_apart(tx: &Tx<'_>, case: CaseId, evidence: EvidenceId, mail: Option<MailId>) -> Result<()> {
    let sql = "UPDATE search_doc SET class = 'apart' WHERE kind = $1 AND item = $2";
    tx.execute(sql, &[Kind::Evidence.code().into(), of_evidence(case, evidence).into()])?;
    if let Some(mail) = mail {
        tx.execute(sql, &[Kind::Mail.code().into(), plain(mail.0).into()])?;
    }
    Ok(())
}

/// Forgets every text of a case that lists show and are searched by. Its rows stay, without words.
pub fn forget(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    take_out_of_case(tx, case, &Kind::ALL)?;
    tx.execute("DELETE FROM search_todo WHERE kind = 'case' AND id = $1", &[case.into()])?;
    tx.execute("UPDATE case_text SET title = '' WHERE case_id = $1", &[case.into()])?;
    tx.execute("DELETE FROM recommendation_text WHERE case_id = $1", &[case.into()]).map(|_| ())
}

/// Forgets a message.
pub(crate) fn forget_mail(tx: &Tx<'_>, mail: MailId) -> Result<()> {
    tx.execute("DELETE FROM search_todo WHERE kind = 'mail' AND id = $1", &[mail.into()])?;
    take_out(tx, Kind::Mail, &plain(mail.0))
}

/// The title of a case, if it has one.
pub fn title(c: &Conn<'_>, case: CaseId) -> Result<Option<String>> {
    c.one("SELECT title FROM case_text WHERE case_id = $1", &[case.into()], |row| row.get(0))
}

/// A text, as its row has it.
struct Doc<'a> {
    kind: Kind,
    item: &'a str,
    case: Option<CaseId>,
    number: Option<RecommendationNumber>,
    class: Class,
    headline: &'a str,
    text: &'a str,
}

impl<'a> Doc<'a> {
    /// A text of a case that anybody in the office may find, and whose words stand elsewhere too.
    fn of(kind: Kind, case: CaseId, item: &'a str) -> Self {
        let class = Class::Of(FileClass::Restricted);
        Self { kind, item, case: Some(case), number: None, class, headline: "", text: "" }
    }
}

/// An id as items are written: 32 hexadecimal digits.
fn plain(id: uuid::Uuid) -> String {
    id.as_simple().to_string()
}

/// A submission in a case: one that was moved is in two, and set apart in the first (E8).
fn of_evidence(case: CaseId, evidence: EvidenceId) -> String {
    format!("{}.{}", plain(case.0), plain(evidence.0))
}

fn of_recommendation(case: CaseId, number: RecommendationNumber) -> String {
    format!("{}.{number}", plain(case.0))
}

/// Keeps a text and its words; where there are none, nothing is kept.
fn put(tx: &Tx<'_>, doc: &Doc<'_>, words: &str) -> Result<()> {
    let folded = fold(words);
    if folded.is_empty() {
        return take_out(tx, doc.kind, doc.item);
    }
    let sql = "SELECT doc FROM search_doc WHERE kind = $1 AND item = $2";
    let before = tx.one(sql, &[doc.kind.code().into(), doc.item.into()], |row| row.get::<i64>(0))?;
    let number = match before {
        Some(number) => number,
        None => next_number(tx)?,
    };
    let sql = "INSERT INTO search_doc (doc, kind, item, case_id, number, class, headline, text)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (kind, item) DO UPDATE SET case_id = excluded.case_id, number = excluded.number,
      class = excluded.class, headline = excluded.headline, text = excluded.text";
    let values = [
        number.into(),
        doc.kind.code().into(),
        doc.item.into(),
        doc.case.into(),
        doc.number.into(),
        doc.class.code().into(),
        doc.headline.into(),
        doc.text.into(),
    ];
    tx.execute(sql, &values)?;
    let folded = format!("{} {folded} {}", doc.kind.mark(), pairs::in_text(&folded));
    fulltext::put(tx, number, &folded)
}

/// The next number of a text. It only grows, so the newest are found first.
fn next_number(tx: &Tx<'_>) -> Result<i64> {
    let sql = "INSERT INTO counter (name, value) VALUES ('search_doc', 1)
      ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value";
    tx.one(sql, &[], |row| row.get(0))?.ok_or_else(|| StoreError::damaged("the counter of texts"))
}

fn take_out(tx: &Tx<'_>, kind: Kind, item: &str) -> Result<()> {
    let sql = "DELETE FROM search_doc WHERE kind = $1 AND item = $2 RETURNING doc";
    let docs: Vec<i64> = tx.all(sql, &[kind.code().into(), item.into()], |row| row.get(0))?;
    docs.into_iter().try_for_each(|doc| fulltext::forget(tx, doc))
}

/// Takes out all texts of these kinds that a case has.
fn take_out_of_case(tx: &Tx<'_>, case: CaseId, kinds: &[Kind]) -> Result<()> {
    let sql = "DELETE FROM search_doc WHERE case_id = $1 AND kind = $2 RETURNING doc";
    for kind in kinds {
        let values: [Value; 2] = [case.into(), kind.code().into()];
        let docs: Vec<i64> = tx.all(sql, &values, |row| row.get(0))?;
        docs.into_iter().try_for_each(|doc| fulltext::forget(tx, doc))?;
    }
    Ok(())
}
