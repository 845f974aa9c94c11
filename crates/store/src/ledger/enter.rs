//! Recording decisions: many at once, so that what they have in common is read and written once, and rows of one table go
//! in by few statements.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use amends_core::{
    id::{CaseId, ParticularId},
    ledger::{NO_ENTRY, Tree},
    text::Digest,
};

use super::{
    Appended, Commit, HEAD, Letters, Placed,
    commit::Ready,
    frontier::{TREE_AND_MARKS, keep_tree, no_tree, place, read_tree_and_marks},
    later, put_letters, read_head,
};
use crate::{
    db::{Insert, Question, Tx},
    error::{Result, StoreError},
    particulars,
    rows::{self, Written},
    search::{self, CaseTexts},
    stamps::Marks,
    value::Value,
};

/// Records a decision. Fails with [`StoreError::Conflict`] where somebody else changed the case meanwhile.
pub fn append(tx: &Tx<'_>, commit: &Commit) -> Result<Appended> {
    let recorded = append_all(tx, [commit])?;
    recorded.into_iter().next().ok_or_else(|| StoreError::damaged("nothing was recorded"))
}

/// Records decisions on several cases, all or none: one chase that names recommendations of many cases. Where several
/// are on one case, its rows and texts are written once, as the last leaves them.
pub fn append_all<'a>(tx: &Tx<'_>, commits: impl IntoIterator<Item = &'a Commit>) -> Result<Vec<Appended>> {
    let commits: Vec<&Commit> = commits.into_iter().collect();
    let mut round = Round::begin(tx, &commits)?;
    let all = commits.iter().map(|commit| round.enter(tx, commit)).collect::<Result<Vec<_>>>()?;
    round.write(tx)?;
    Ok(all)
}

/// What is recorded together.
struct Round<'a> {
    tree: Tree,
    /// The numbers of all else that decisions are made from.
    marks: Marks,
    /// How many entries each case has, and the hash of the last.
    heads: HashMap<CaseId, (u32, Digest)>,
    /// What was recorded under each key, before or in this round.
    keyed: HashMap<&'a str, Appended>,
    /// Those that are new, in order.
    new: Vec<(&'a Commit, &'a [Ready], &'a Written)>,
    entries: Vec<Value>,
    keys: Vec<Value>,
}

impl<'a> Round<'a> {
    /// Reads what is known of the cases and keys of all.
    fn begin(tx: &Tx<'_>, commits: &[&'a Commit]) -> Result<Self> {
        let keys: Vec<&str> = commits.iter().filter_map(|commit| commit.key.as_deref()).collect();
        let cases: BTreeSet<CaseId> = commits.iter().map(|commit| commit.case).collect();
        let cases: Vec<CaseId> = cases.into_iter().collect();
        let of_key = |key: &&str| Question::of(KEYED, [(*key).into()]);
        let of_case = |case: &CaseId| Question::of(HEAD, [(*case).into()]);
        let asked = std::iter::once(Question::of(TREE_AND_MARKS, []));
        let asked: Vec<Question> =
            asked.chain(keys.iter().map(of_key)).chain(cases.iter().map(of_case)).collect();
        let mut found = None;
        let mut keyed = HashMap::new();
        let mut heads: HashMap<CaseId, (u32, Digest)> =
            cases.iter().map(|case| (*case, (0, NO_ENTRY))).collect();
        tx.each_of_all(&asked, |nth, row| {
            if nth == 0 {
                found = Some(read_tree_and_marks(row)?);
            } else if let Some(key) = keys.get(nth - 1) {
                keyed.insert(*key, repeated(row.get(0)?, row.get(1)?, row.get(2)?));
            } else if let Some(case) = cases.get(nth - 1 - keys.len()) {
                heads.insert(*case, read_head(row)?);
            }
            Ok(())
        })?;
        let (tree, marks) = found.ok_or_else(no_tree)?;
        Ok(Self { tree, marks, heads, keyed, new: Vec::new(), entries: Vec::new(), keys: Vec::new() })
    }

    /// Enters a decision: gives its entries their places in the chain and the tree.
    fn enter(&mut self, tx: &Tx<'_>, commit: &'a Commit) -> Result<Appended> {
        if let Some(before) = commit.key.as_deref().and_then(|key| self.keyed.get(key)) {
            return Ok(*before);
        }
        let (ready, rows) = (commit.entries.as_ref(), commit.rows.as_ref());
        let (ready, rows) = (ready.map_err(StoreError::clone)?, rows.map_err(StoreError::clone)?);
        if ready.is_empty() {
            return Err(StoreError::BadCommit { what: "no event in it".to_owned() });
        }
        let (case, expected) = (commit.case, commit.expected_seq);
        let (found, mut prev) = self.heads.get(&case).copied().unwrap_or((0, NO_ENTRY));
        if commit.at_hand.is_some_and(|hand| (found, prev, self.marks) != (expected, hand.last, hand.marks)) {
            return Ok(Appended { repeated: false, outdated: true, ..repeated(case, 0, 0) });
        }
        if found != expected {
            // What this round has entered is told of too.
            INSERT_ENTRY.run(tx, &self.entries)?;
            return Err(StoreError::Conflict { case, expected, found, by: later(tx, case, expected)? });
        }
        let mut last_seq = expected;
        for one in ready {
            let hash = one.hash.after(prev);
            self.entries.push(place(self.tree.size())?.into());
            self.entries.extend_from_slice(&one.columns);
            self.entries.extend([prev.into(), hash.into()]);
            self.tree.push(hash);
            (prev, last_seq) = (hash, one.seq);
        }
        self.heads.insert(case, (last_seq, prev));
        self.new.push((commit, ready, rows));
        let placed = Some(Placed { entries: self.tree.size(), hash: prev });
        let appended =
            Appended { case, first_seq: expected + 1, last_seq, repeated: false, outdated: false, placed };
        if let Some(key) = commit.key.as_deref() {
            self.keyed.insert(key, repeated(case, appended.first_seq, last_seq));
            let (first, last) = (appended.first_seq.into(), appended.last_seq.into());
            self.keys.extend([key.into(), case.into(), first, last, commit.recorded_at.into()]);
        }
        Ok(appended)
    }

    /// Writes all that was entered, and everything that goes with it.
    fn write(self, tx: &Tx<'_>) -> Result<()> {
        if self.new.is_empty() {
            return Ok(());
        }
        let new = self.new.iter().map(|(commit, ..)| *commit);
        particulars::keep_all(tx, new.clone().map(|commit| (commit.case, commit.particulars.as_slice())))?;
        check_words(tx, &self.new)?;
        INSERT_ENTRY.put(tx, &self.entries)?;
        let letters: Vec<(&Letters, _)> =
            new.clone().map(|commit| (&commit.letters, commit.recorded_at)).collect();
        put_letters(tx, &letters)?;
        INSERT_KEY.put(tx, &self.keys)?;
        keep_tree(tx, &self.tree)?;

        let last_rows: BTreeMap<CaseId, &Written> =
            self.new.iter().map(|(_, _, rows)| (rows.case(), *rows)).collect();
        rows::write(tx, &last_rows.into_values().collect::<Vec<_>>())?;
        let last_texts: BTreeMap<CaseId, &CaseTexts> =
            new.clone().filter_map(|commit| Some((commit.case, commit.texts.as_ref()?))).collect();
        last_texts.iter().try_for_each(|(case, texts)| search::replace(tx, *case, texts))?;
        let evidence = new.filter_map(|commit| Some((commit.case, commit.evidence.as_ref()?)));
        search::evidence_changed(tx, &evidence.collect::<Vec<_>>())
    }
}

/// What was recorded under a key.
const KEYED: &str = "SELECT case_id, first_seq, last_seq FROM idempotency WHERE key = $1";

/// What was recorded before.
fn repeated(case: CaseId, first_seq: u32, last_seq: u32) -> Appended {
    Appended { case, first_seq, last_seq, repeated: true, outdated: false, placed: None }
}

static INSERT_ENTRY: Insert = Insert::of(
    "INSERT INTO ledger
  (leaf, case_id, seq, recorded_at, effective_on, actor, kind, v, body, prev, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);

static INSERT_KEY: Insert =
    Insert::of("INSERT INTO idempotency (key, case_id, first_seq, last_seq, at) VALUES ($1, $2, $3, $4, $5)");

/// Every text the events mention must be kept, under the digest they say: what is not kept is lost for ever.
fn check_words(tx: &Tx<'_>, new: &[(&Commit, &[Ready], &Written)]) -> Result<()> {
    let mut seen = HashSet::new();
    for (commit, ready, _) in new {
        for (particular, digest) in ready.iter().flat_map(|one| &one.words) {
            let fits = match commit.digests.get(particular) {
                Some(kept) => kept == digest,
                None => {
                    !seen.insert((commit.case, *particular, *digest))
                        || particulars::fits(tx, commit.case, *particular, *digest)?
                }
            };
            if !fits {
                return Err(unlike(*particular));
            }
        }
    }
    Ok(())
}

fn unlike(particular: ParticularId) -> StoreError {
    let what =
        format!("the text of particular {particular} is not in it, or is not the text its digest is of");
    StoreError::BadCommit { what }
}
