//! The upkeep of the files: what no row names goes.

use amends_store::blobs;
use jiff::SignedDuration;

use super::{ActError, Office};

impl Office {
    /// Takes files away that no row names and that are older than so long: a crash between a file and its row left
    /// them. Returns how many.
    ///
    /// # Errors
    /// Where the memory or the place of the files fails.
    pub fn sweep_files(&self, older_than: SignedDuration) -> Result<u64, ActError> {
        let before = self.clock().now() - older_than;
        let named = |digest| self.db().read(|conn| blobs::is_recorded(conn, digest));
        Ok(self.blobs().sweep(before, &named)?)
    }
}
