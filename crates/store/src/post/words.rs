//! The words of letters, and the bytes that went over the wire, each in a table of its own. Neither changes once it is
//! there, while the row of a letter changes with every step of its way: it stays small, and a step costs little.

use amends_core::id::PostId;

use super::outbox::NewPost;
use crate::{
    db::{Insert, Tx},
    error::Result,
    value::Value,
};

/// Letters with their words and bytes, as questions name them; those from before step 12 have both in their rows.
pub(super) const LETTERS: &str = "post p LEFT JOIN post_words w ON w.post_id = p.id
  LEFT JOIN post_frozen f ON f.post_id = p.id";

static WORDS: Insert = Insert::of("INSERT INTO post_words (post_id, text, html) VALUES ($1, $2, $3)");
static FROZEN: Insert =
    Insert::of("INSERT INTO post_frozen (post_id, message) VALUES ($1, $2) ON CONFLICT (post_id) DO NOTHING");

/// Keeps the words of letters.
pub(super) fn keep<'a>(tx: &Tx<'_>, letters: impl Iterator<Item = &'a NewPost>) -> Result<()> {
    let row =
        |new: &NewPost| -> [Value; 3] { [new.post.into(), (&new.text).into(), new.html.clone().into()] };
    WORDS.put(tx, &letters.flat_map(row).collect::<Vec<_>>())
}

/// Keeps whole messages as they go over the wire; of a letter that has one it stays as it is.
pub(super) fn keep_frozen<'a>(tx: &Tx<'_>, messages: impl Iterator<Item = (PostId, &'a [u8])>) -> Result<()> {
    let row = |(post, message): (PostId, &[u8])| -> [Value; 2] { [post.into(), message.into()] };
    FROZEN.put(tx, &messages.flat_map(row).collect::<Vec<_>>())
}

/// Lets go of the bytes: the letter goes to another address, and so in other bytes.
pub(super) fn forget_frozen(tx: &Tx<'_>, post: PostId) -> Result<()> {
    tx.execute("DELETE FROM post_frozen WHERE post_id = $1", &[post.into()]).map(|_| ())
}

/// Lets go of the words and the bytes of a letter (R54).
pub(crate) fn erase_words(tx: &Tx<'_>, post: PostId) -> Result<()> {
    tx.execute("DELETE FROM post_words WHERE post_id = $1", &[post.into()])?;
    forget_frozen(tx, post)
}
