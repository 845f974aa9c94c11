//! What a node may keep at hand beside the database, and how it sees that this is still so.
//!
//! Each kind of thing has a number, raised in the very transaction that changes one; the record has its length. A node
//! that keeps something reads these numbers in the snapshot it answers from ([`stamps`], one row) and uses what it keeps
//! only where they are those under which it was read. So what another node changed or erased is seen as soon as it is
//! committed: there is no time in between, and nobody has to be told.

use amends_core::{id::CaseId, ledger::NO_ENTRY, text::Digest};

use crate::{
    db::{Conn, Tx},
    error::{Result, StoreError},
    ledger::place,
};

/// A kind of thing that may be kept at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// Bodies, what became of them, their contacts; days on which the office is closed; what the office has set.
    Register,
    /// Members of staff.
    Staff,
    /// Which messages nobody has filed.
    Mail,
    /// Names and texts that were erased.
    Erased,
}

/// The numbers of one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamps {
    /// How many entries the record has.
    pub entries: u64,
    /// The hash of the last of them.
    pub last: Digest,
    /// Of bodies, what became of them, their contacts; of days on which the office is closed; of what the office has set.
    pub register: u64,
    /// Of members of staff.
    pub staff: u64,
    /// Of the messages nobody has filed.
    pub mail: u64,
    /// Of names and texts that were erased.
    pub erased: u64,
}

/// The numbers of all that a decision is made from beside its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Of bodies, what became of them, their contacts; of days on which the office is closed; of what the office has set.
    pub register: u64,
    /// Of members of staff.
    pub staff: u64,
    /// Of the messages nobody has filed.
    pub mail: u64,
    /// Of names and texts that were erased.
    pub erased: u64,
}

/// From what a decision was made by a node that had all of it at hand and did not look again. Whether it is still so is
/// seen in the transaction that records it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtHand {
    /// The hash of the last entry of its case.
    pub last: Digest,
    /// The numbers of everything else.
    pub marks: Marks,
}

/// The numbers as they stand in this snapshot.
pub fn stamps(c: &Conn<'_>) -> Result<Stamps> {
    let sql = "SELECT t.size, s.register, s.staff, s.mail, s.erased,
      (SELECT l.hash FROM ledger l WHERE l.leaf = t.size - 1)
      FROM ledger_tree t, stamp s WHERE t.only_row = 1 AND s.only_row = 1";
    let found = c.one(sql, &[], |row| {
        Ok(Stamps {
            entries: row.get(0)?,
            last: row.get::<Option<Digest>>(5)?.unwrap_or(NO_ENTRY),
            register: row.get(1)?,
            staff: row.get(2)?,
            mail: row.get(3)?,
            erased: row.get(4)?,
        })
    })?;
    found.ok_or_else(|| StoreError::damaged("the row of stamps is not there"))
}

/// Something of this kind changes in this transaction.
pub(crate) fn raise(tx: &Tx<'_>, what: Stamp) -> Result<()> {
    let sql = match what {
        Stamp::Register => "UPDATE stamp SET register = register + 1 WHERE only_row = 1",
        Stamp::Staff => "UPDATE stamp SET staff = staff + 1 WHERE only_row = 1",
        Stamp::Mail => "UPDATE stamp SET mail = mail + 1 WHERE only_row = 1",
        Stamp::Erased => "UPDATE stamp SET erased = erased + 1 WHERE only_row = 1",
    };
    match tx.execute(sql, &[])? {
        1 => Ok(()),
        _ => Err(StoreError::damaged("the row of stamps is not there")),
    }
}

/// An entry of the record, by its place, its case and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Its place in the record, from 0.
    pub leaf: u64,
    /// Of which case.
    pub case: CaseId,
    /// Its number in the case.
    pub seq: u32,
    /// Its hash.
    pub hash: Digest,
}

/// The entries of the record from a place on.
pub fn added_from(c: &Conn<'_>, leaf: u64) -> Result<Vec<Added>> {
    let sql = "SELECT leaf, case_id, seq, hash FROM ledger WHERE leaf >= $1 ORDER BY leaf";
    c.all(sql, &[place(leaf)?.into()], |row| {
        Ok(Added { leaf: row.get(0)?, case: row.get(1)?, seq: row.get(2)?, hash: row.get(3)? })
    })
}

/// The last entry of a case: its number and its hash; nothing where nobody knows the case.
pub fn last_entry(c: &Conn<'_>, case: CaseId) -> Result<Option<(u32, Digest)>> {
    let sql = "SELECT seq, hash FROM ledger WHERE case_id = $1 ORDER BY seq DESC LIMIT 1";
    c.one(sql, &[case.into()], |row| Ok((row.get(0)?, row.get(1)?)))
}
