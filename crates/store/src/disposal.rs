//! Making texts, files, messages and letters of a case go for good, and the certificates of it.
//!
//! What is in the database goes in the transaction that records the disposal. Files leave the folder after the commit;
//! until they have, `file_to_remove` names them, so that a crash between the two is made good at the next start. The
//! ledger is never touched: it knows what went by salted digests alone.

use std::collections::BTreeSet;

use amends_core::{
    id::{CaseId, MailId, ParticularId, PostId},
    retention::RecordState,
    text::Digest,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    blobs,
    db::{Conn, Tx},
    error::{Result, StoreError},
    ledger, particulars, post, search,
};

/// What is to go, thing by thing. It names nothing that says anything by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Things {
    /// Texts and names.
    pub texts: BTreeSet<ParticularId>,
    /// Files, where no other case has them.
    pub files: BTreeSet<Digest>,
    /// Messages received.
    pub messages: BTreeSet<MailId>,
    /// Letters sent, where no other case keeps them.
    pub letters: BTreeSet<PostId>,
    /// The texts that lists show and are searched by, and the addresses links were sent to.
    pub search: bool,
}

/// What is left of things that went: nothing, where all is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Left {
    /// Texts.
    pub texts: u32,
    /// Files that a row still names without another case having them.
    pub files: u32,
    /// Messages.
    pub messages: u32,
    /// Letters that no other case keeps.
    pub letters: u32,
}

impl Left {
    /// Nothing is left.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// The letters of a case that it has not let go yet.
pub fn letters_of(c: &Conn<'_>, case: CaseId) -> Result<BTreeSet<PostId>> {
    let sql = "SELECT DISTINCT o.post_id FROM post_owed o WHERE o.case_id = $1
      AND NOT EXISTS (SELECT 1 FROM post_let_go g WHERE g.post_id = o.post_id AND g.case_id = $1)";
    Ok(c.all(sql, &[case.into()], |row| row.get(0))?.into_iter().collect())
}

/// The messages filed on a case.
pub fn messages_of(c: &Conn<'_>, case: CaseId) -> Result<BTreeSet<MailId>> {
    let sql = "SELECT id FROM mail WHERE case_id = $1";
    Ok(c.all(sql, &[case.into()], |row| row.get(0))?.into_iter().collect())
}

/// Does another case have this file, or a message whose bytes it is?
pub fn is_of_others(c: &Conn<'_>, case: CaseId, digest: Digest) -> Result<bool> {
    let sql = "SELECT digest FROM case_file WHERE digest = $1 AND case_id <> $2
      UNION ALL SELECT raw FROM mail WHERE raw = $1 AND (case_id IS NULL OR case_id <> $2) LIMIT 1";
    Ok(c.one(sql, &[digest.into(), case.into()], |row| row.get::<Digest>(0))?.is_some())
}

/// Makes things of a case go. What went before stays gone; what another case has stays. Call it after the rows of the
/// case were written, so that the case itself is no longer among those that have a file.
pub fn erase(tx: &Tx<'_>, case: CaseId, things: &Things, at: Timestamp) -> Result<()> {
    for text in &things.texts {
        match particulars::erase(tx, *text, at) {
            // On a copy from an older backup, what came later is not there.
            Ok(()) | Err(StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    for letter in &things.letters {
        let_go(tx, case, *letter)?;
    }
    let mut files = things.files.clone();
    for message in &things.messages {
        let sql = "DELETE FROM mail WHERE id = $1 AND case_id = $2 RETURNING raw";
        let raw = tx.one(sql, &[(*message).into(), case.into()], |row| row.get::<Digest>(0))?;
        if raw.is_some() {
            // What belongs to a case is filed.
            post::counted(tx, Some(post::MailState::Filed), None)?;
        }
        files.extend(raw);
        search::forget_mail(tx, *message)?;
    }
    for file in files {
        if !is_named(tx, file)? {
            blobs::forget(tx, file)?;
            let sql = "INSERT INTO file_to_remove (digest) VALUES ($1) ON CONFLICT (digest) DO NOTHING";
            tx.execute(sql, &[file.into()])?;
        }
    }
    if !(things.texts.is_empty() && things.files.is_empty()) {
        // What is left of the case is read again for the search, without what went.
        search::read_again(tx, case)?;
    }
    if things.search {
        search::forget(tx, case)?;
        post::revoke_reply_tokens(tx, case, at)?;
        let sql = "UPDATE link SET sent_to = '', revoked_at = COALESCE(revoked_at, $2) WHERE case_id = $1";
        tx.execute(sql, &[case.into(), at.into()])?;
    }
    Ok(())
}

/// Does any case have this file, or is it a message?
fn is_named(c: &Conn<'_>, digest: Digest) -> Result<bool> {
    let sql = "SELECT digest FROM case_file WHERE digest = $1
      UNION ALL SELECT raw FROM mail WHERE raw = $1 LIMIT 1";
    Ok(c.one(sql, &[digest.into()], |row| row.get::<Digest>(0))?.is_some())
}

/// A case lets a letter go. Once every case it was about has, its words, its address and what it was made from go; that
/// there was one, and when it went, stays.
fn let_go(tx: &Tx<'_>, case: CaseId, letter: PostId) -> Result<()> {
    let sql = "INSERT INTO post_let_go (post_id, case_id) SELECT id, $2 FROM post WHERE id = $1
      ON CONFLICT (post_id, case_id) DO NOTHING";
    tx.execute(sql, &[letter.into(), case.into()])?;
    if is_kept_by_others(tx, letter)? {
        return Ok(());
    }
    // One that never went never goes now.
    let sql = "UPDATE post SET address = '', subject = '', text = '', html = NULL, frozen = NULL, reason = NULL,
      claimed_until = NULL, state = CASE WHEN state IN ('queued', 'claimed', 'deferred') THEN 'held' ELSE state END
      WHERE id = $1";
    tx.execute(sql, &[letter.into()])?;
    tx.execute("UPDATE post_attempt SET server_text = '' WHERE post_id = $1", &[letter.into()])?;
    tx.execute("DELETE FROM post_made_from WHERE post_id = $1", &[letter.into()])?;
    post::erase_words(tx, letter)
}

fn is_kept_by_others(c: &Conn<'_>, letter: PostId) -> Result<bool> {
    let sql = "SELECT o.case_id FROM post_owed o WHERE o.post_id = $1
      AND NOT EXISTS (SELECT 1 FROM post_let_go g WHERE g.post_id = o.post_id AND g.case_id = o.case_id) LIMIT 1";
    Ok(c.one(sql, &[letter.into()], |row| row.get::<CaseId>(0))?.is_some())
}

/// What is left of things that went.
pub fn left(c: &Conn<'_>, things: &Things) -> Result<Left> {
    let mut left = Left::default();
    for text in &things.texts {
        let sql = "SELECT id FROM particular WHERE id = $1 AND (text IS NOT NULL OR salt IS NOT NULL)";
        left.texts += u32::from(c.one(sql, &[(*text).into()], |row| row.get::<ParticularId>(0))?.is_some());
    }
    for file in &things.files {
        left.files += u32::from(!is_named(c, *file)? && blobs::is_recorded(c, *file)?);
    }
    for message in &things.messages {
        let sql = "SELECT id FROM mail WHERE id = $1";
        left.messages += u32::from(c.one(sql, &[(*message).into()], |row| row.get::<MailId>(0))?.is_some());
    }
    for letter in &things.letters {
        let sql = "SELECT p.id FROM post p WHERE p.id = $1 AND (p.text <> '' OR p.address <> ''
          OR p.frozen IS NOT NULL OR EXISTS (SELECT 1 FROM post_made_from m WHERE m.post_id = p.id)
          OR EXISTS (SELECT 1 FROM post_words w WHERE w.post_id = p.id)
          OR EXISTS (SELECT 1 FROM post_frozen f WHERE f.post_id = p.id))";
        let there = c.one(sql, &[(*letter).into()], |row| row.get::<PostId>(0))?.is_some();
        left.letters += u32::from(there && !is_kept_by_others(c, *letter)?);
    }
    Ok(left)
}

/// The record as it stands: how many entries, and the root of the tree over them.
pub fn record_state(c: &Conn<'_>) -> Result<RecordState> {
    let tree = ledger::tree(c)?;
    Ok(RecordState { entries: tree.size(), root: tree.root() })
}

/// Was the record at some number of entries what this says?
pub fn is_of_record(c: &Conn<'_>, state: RecordState) -> Result<bool> {
    let size = ledger::place(state.entries)?;
    let mut tree = amends_core::ledger::Tree::default();
    c.each("SELECT hash FROM ledger WHERE leaf < $1 ORDER BY leaf", &[size.into()], |row| -> Result<()> {
        tree.push(row.get(0)?);
        Ok(())
    })?;
    Ok(tree.size() == state.entries && tree.root() == state.root)
}

/// The number the next certificate of a year will get, if nobody takes it before. [`take_certificate`] gives it for good.
pub fn foreseen_certificate(c: &Conn<'_>, year: i16) -> Result<String> {
    let sql = "SELECT value FROM counter WHERE name = $1";
    let last: Option<u32> = c.one(sql, &[format!("disposal-{year}").into()], |row| row.get(0))?;
    Ok(numbered(year, last.unwrap_or(0) + 1))
}

/// Gives the next number of a year.
pub fn take_certificate(tx: &Tx<'_>, year: i16) -> Result<String> {
    let sql = "INSERT INTO counter (name, value) VALUES ($1, 1)
      ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 RETURNING value";
    let number: Option<u32> = tx.one(sql, &[format!("disposal-{year}").into()], |row| row.get(0))?;
    number
        .map(|number| numbered(year, number))
        .ok_or_else(|| StoreError::damaged("the counter of certificates"))
}

/// The numbers of a year go on after this one: it was given on a copy that is newer than this.
pub fn number_is_taken(tx: &Tx<'_>, certificate: &str) -> Result<()> {
    let parts = certificate.strip_prefix("D-").and_then(|rest| rest.split_once('-'));
    let read = parts.and_then(|(year, number)| Some((year, number.parse::<u32>().ok()?)));
    let (year, number) = read.ok_or_else(|| StoreError::damaged("the number of a certificate"))?;
    let sql = "INSERT INTO counter (name, value) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET value =
      CASE WHEN counter.value > excluded.value THEN counter.value ELSE excluded.value END";
    tx.execute(sql, &[format!("disposal-{year}").into(), number.into()]).map(|_| ())
}

fn numbered(year: i16, number: u32) -> String {
    format!("D-{year}-{number:04}")
}

/// Keeps a certificate. Keeping it again changes nothing.
pub fn keep_certificate(
    tx: &Tx<'_>,
    certificate: &str,
    case: CaseId,
    at: Timestamp,
    text: &str,
    logged: bool,
) -> Result<()> {
    let sql = "INSERT INTO disposal (certificate, case_id, at, text, logged) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (certificate) DO NOTHING";
    tx.execute(sql, &[certificate.into(), case.into(), at.into(), text.into(), logged.into()]).map(|_| ())
}

/// A certificate, as it was written.
pub fn certificate(c: &Conn<'_>, number: &str) -> Result<Option<String>> {
    c.one("SELECT text FROM disposal WHERE certificate = $1", &[number.into()], |row| row.get(0))
}

/// Certificates, the newest first.
pub fn certificates(c: &Conn<'_>, limit: u32) -> Result<Vec<String>> {
    let sql = "SELECT text FROM disposal ORDER BY at DESC, certificate DESC LIMIT $1";
    c.all(sql, &[limit.into()], |row| row.get(0))
}

/// Certificates of a case, the first first.
pub fn certificates_of(c: &Conn<'_>, case: CaseId) -> Result<Vec<String>> {
    let sql = "SELECT text FROM disposal WHERE case_id = $1 ORDER BY at, certificate";
    c.all(sql, &[case.into()], |row| row.get(0))
}

/// Certificates that do not stand in the log beside the database yet, the first first.
pub fn not_logged(c: &Conn<'_>) -> Result<Vec<(String, String)>> {
    let sql = "SELECT certificate, text FROM disposal WHERE logged = 0 ORDER BY at, certificate";
    c.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Writes down that a certificate stands in the log.
pub fn is_logged(tx: &Tx<'_>, certificate: &str) -> Result<()> {
    tx.execute("UPDATE disposal SET logged = 1 WHERE certificate = $1", &[certificate.into()]).map(|_| ())
}

/// Files still to be taken from the folder.
pub fn files_to_remove(c: &Conn<'_>) -> Result<Vec<Digest>> {
    c.all("SELECT digest FROM file_to_remove ORDER BY digest", &[], |row| row.get(0))
}

/// Writes down that a file is gone from the folder.
pub fn file_is_removed(tx: &Tx<'_>, digest: Digest) -> Result<()> {
    tx.execute("DELETE FROM file_to_remove WHERE digest = $1", &[digest.into()]).map(|_| ())
}
