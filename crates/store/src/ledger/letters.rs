//! The letters of a decision, with what goes with them into the one transaction.

use amends_core::id::PostId;
use jiff::Timestamp;

use crate::{
    db::Tx,
    error::Result,
    people::{self, NewLink},
    post::{self, MadeFrom, NewPost, ReplyTo},
};

/// The letters of one decision, with the links and reply addresses they carry: one transaction with its events.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    /// The messages.
    pub posts: Vec<NewPost>,
    /// Links in them.
    pub links: Vec<NewLink>,
    /// What a reply to them belongs to.
    pub replies: Vec<(String, ReplyTo)>,
    /// Messages nobody can be sent: kept, held, with the reason.
    pub held: Vec<(PostId, &'static str)>,
    /// From what each letter was made (I5).
    pub made: Vec<(PostId, MadeFrom)>,
}

/// Puts all letters into the outbox, each with the time it was made at. Fails with [`StoreError::AlreadyOwed`] where the
/// key of one is taken.
///
/// [`StoreError::AlreadyOwed`]: crate::StoreError::AlreadyOwed
pub fn put_letters(tx: &Tx<'_>, all: &[(&Letters, Timestamp)]) -> Result<()> {
    let posts: Vec<(&NewPost, Timestamp)> =
        all.iter().flat_map(|(letters, at)| letters.posts.iter().map(|one| (one, *at))).collect();
    post::put_all(tx, &posts)?;
    put_beside(tx, all)
}

/// What goes with letters that are in the outbox already.
fn put_beside(tx: &Tx<'_>, all: &[(&Letters, Timestamp)]) -> Result<()> {
    let links: Vec<&NewLink> = all.iter().flat_map(|(letters, _)| &letters.links).collect();
    people::keep_links(tx, &links)?;
    let replies = all
        .iter()
        .flat_map(|(letters, at)| letters.replies.iter().map(|(token, to)| (token.as_str(), to, *at)));
    post::keep_reply_tokens(tx, &replies.collect::<Vec<_>>())?;
    let made: Vec<(PostId, &MadeFrom)> =
        all.iter().flat_map(|(letters, _)| letters.made.iter().map(|(post, made)| (*post, made))).collect();
    post::keep_all_made_from(tx, &made)?;
    for (letters, at) in all {
        letters.held.iter().try_for_each(|(post, reason)| post::hold_post(tx, *post, reason, *at))?;
    }
    Ok(())
}
