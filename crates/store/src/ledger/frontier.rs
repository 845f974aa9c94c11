//! The right edge of the tree over all entries, as the database keeps it between one commit and the next.

use amends_core::{ledger::Tree, text::Digest};

use crate::{
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    stamps::Marks,
    value::Value,
};

/// The tree over everything committed so far.
pub(crate) fn tree(c: &Conn<'_>) -> Result<Tree> {
    let sql = "SELECT size, frontier FROM ledger_tree WHERE only_row = 1";
    let (size, bytes): (u64, Vec<u8>) =
        c.one(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))?.ok_or_else(no_tree)?;
    tree_of(size, &bytes)
}

/// The tree, as [`tree`] asks for it, with the numbers of all else that decisions are made from.
pub(super) const TREE_AND_MARKS: &str = "SELECT t.size, t.frontier, s.register, s.staff, s.mail, s.erased
      FROM ledger_tree t, stamp s WHERE t.only_row = 1 AND s.only_row = 1";

/// What [`TREE_AND_MARKS`] answers.
pub(super) fn read_tree_and_marks(row: &Row<'_>) -> Result<(Tree, Marks)> {
    let (size, bytes): (u64, Vec<u8>) = (row.get(0)?, row.get(1)?);
    let marks = Marks { register: row.get(2)?, staff: row.get(3)?, mail: row.get(4)?, erased: row.get(5)? };
    Ok((tree_of(size, &bytes)?, marks))
}

/// There is no row of the tree.
pub(super) fn no_tree() -> StoreError {
    StoreError::damaged("the state of the tree is gone")
}

fn tree_of(size: u64, bytes: &[u8]) -> Result<Tree> {
    let (nodes, rest) = bytes.as_chunks::<32>();
    Some(nodes.iter().copied().map(Digest).collect())
        .filter(|_| rest.is_empty())
        .and_then(|frontier| Tree::from_parts(size, frontier))
        .ok_or_else(|| StoreError::damaged("the state of the tree does not read"))
}

/// How many entries are committed.
pub fn size(c: &Conn<'_>) -> Result<u64> {
    Ok(tree(c)?.size())
}

pub(super) fn keep_tree(tx: &Tx<'_>, tree: &Tree) -> Result<()> {
    let frontier: Vec<u8> = tree.frontier().iter().flat_map(|node| node.0).collect();
    let sql = "UPDATE ledger_tree SET size = $1, frontier = $2 WHERE only_row = 1";
    tx.put(sql, &[place(tree.size())?.into(), Value::Bytes(frontier)])
}

/// A place in the order of commitment, as tables hold it.
pub(crate) fn place(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(|_| StoreError::damaged("the ledger is longer than can be"))
}
