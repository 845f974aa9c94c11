//! Files from one place to another, whole or not at all. Begun again, it goes on where it stopped: what is there is the
//! only note it keeps.

use amends_core::text::Digest;
use uuid::Uuid;

use super::{Blobs, Listed};
use crate::error::{Result, StoreError};

/// How far the copying is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copying {
    /// Files done with.
    pub done: u64,
    /// Files there are.
    pub of: u64,
    /// Bytes done with.
    pub bytes: u64,
    /// Bytes there are.
    pub of_bytes: u64,
}

/// What was copied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// Files that were put into the new place.
    pub copied: u64,
    /// Files that were there already, whole.
    pub there: u64,
    /// Bytes that were put into the new place.
    pub bytes: u64,
    /// Files whose bytes were not those of their digest in the old place. They were left out.
    pub damaged: Vec<Digest>,
}

/// Copies every file of one place into another. Each is checked against its digest on its way; one that is there
/// already is read there and checked, and copied anew where it is not whole. The old place is left as it is.
///
/// # Errors
/// Where either place fails. What was copied until then stays, and the next time is not copied again.
pub fn copy(
    from: &Blobs,
    to: &Blobs,
    fresh_id: &dyn Fn() -> Result<Uuid>,
    progress: &mut dyn FnMut(Copying),
) -> Result<Copied> {
    let mut all = Vec::new();
    from.list(&mut |one| {
        all.push(one);
        Ok(())
    })?;
    // In the order of their names: so a second run goes the same way, and a person can see how far it is.
    all.sort_unstable_by_key(|one| one.digest);
    let mut far =
        Copying { done: 0, of: all.len() as u64, bytes: 0, of_bytes: all.iter().map(|one| one.size).sum() };
    let mut copied = Copied::default();
    progress(far);
    for one in all {
        match one_file(from, to, one, fresh_id) {
            Ok(true) => {
                copied.copied += 1;
                copied.bytes += one.size;
            }
            Ok(false) => copied.there += 1,
            Err(StoreError::FileDamaged { digest }) => copied.damaged.push(digest),
            // Taken away since it was listed, as a disposal does.
            Err(StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
        far.done += 1;
        far.bytes += one.size;
        progress(far);
    }
    Ok(copied)
}

/// Copies one file; tells whether there was need.
fn one_file(from: &Blobs, to: &Blobs, one: Listed, fresh_id: &dyn Fn() -> Result<Uuid>) -> Result<bool> {
    if to.size(one.digest)? == Some(one.size) {
        match to.check(one.digest) {
            Ok(()) => return Ok(false),
            Err(StoreError::FileDamaged { .. } | StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    let mut source = from.source(one.digest)?;
    let mut writer = to.writer(fresh_id()?, u64::MAX)?;
    while let Some(some) = source.next()? {
        writer.add(&some)?;
    }
    writer.finish_as(one.digest)?;
    Ok(true)
}
