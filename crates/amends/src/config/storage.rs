//! Where things are kept: the data folder, and the place of the files.

use std::path::PathBuf;

use amends_store::{
    blobs::{Blobs, Keys, Place},
    error::StoreError,
};
use serde::{Deserialize, Serialize};

/// Where things are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Storage {
    /// The folder for the database and the files.
    pub data_dir: PathBuf,
    /// Where the database is, if not in that folder: `postgres://user:password@host/database`, or another file.
    pub database: Option<String>,
    /// A server is worked with though it can lose what it acknowledges (`fsync = off`): for trials alone.
    pub accept_unsafe_server: bool,
    /// Where files are kept, as [`Place::parse`] reads it; in the folder `files` of the data folder where none is given.
    pub files: Option<String>,
    /// The largest file taken, in MiB.
    pub max_upload_mib: u64,
    /// With less room than this on the disk, in MiB, the office says that it is not ready.
    pub least_room_mib: u64,
    /// A folder whose templates and letters are used instead of those that ship.
    pub override_dir: Option<PathBuf>,
    /// The keys of an S3-compatible store. They are no part of the file.
    #[serde(skip)]
    pub keys: Option<Keys>,
}

impl Default for Storage {
    fn default() -> Self {
        let data_dir = PathBuf::from("amends-data");
        Self {
            data_dir,
            database: None,
            accept_unsafe_server: false,
            files: None,
            max_upload_mib: 100,
            least_room_mib: 100,
            override_dir: None,
            keys: None,
        }
    }
}

impl Storage {
    /// Where the database is.
    ///
    /// # Errors
    /// Where the address does not read.
    pub fn database_place(&self) -> Result<amends_store::Place, StoreError> {
        match self.database.as_deref().filter(|named| !named.is_empty()) {
            Some(address) => amends_store::Place::parse(address),
            None => Ok(amends_store::Place::File(self.data_dir.join("amends.sqlite"))),
        }
    }

    /// Where files are kept.
    ///
    /// # Errors
    /// Where the place is not written as it must be.
    pub fn files_place(&self) -> Result<Place, StoreError> {
        let named = self.files.as_deref().filter(|named| !named.is_empty());
        named.map_or_else(|| Ok(Place::Folder(self.data_dir.join("files"))), Place::parse)
    }

    /// The files themselves. A store on the network is not asked anything yet.
    ///
    /// # Errors
    /// Where the place is not written as it must be, or a folder cannot be made.
    pub fn blobs(&self) -> Result<Blobs, StoreError> {
        Blobs::at(&self.files_place()?, self.keys.as_ref(), &self.data_dir.join("spool"))
    }
}
