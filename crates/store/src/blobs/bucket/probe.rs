//! Whether a bucket does what an office needs, tried on an object of no account.

use std::time::Duration;

use bytes::Bytes;
use object_store::{Error, ObjectStore as _, ObjectStoreExt as _};

use super::{Bucket, Told};
use crate::{
    blobs::{FileTrouble, Probed, UNFINISHED},
    error::Result,
};

/// So long the store may take to answer when somebody asks only whether it does.
const SOON: Duration = Duration::from_secs(1);

impl Bucket {
    /// Whether the store answers, within a second.
    pub(in crate::blobs) fn answers(&self) -> bool {
        let (store, prefix) = (self.store.clone(), self.key_of(UNFINISHED));
        let asked = async move { store.list_with_delimiter(Some(&prefix)).await.is_ok() };
        let asked = self.engine.run(async move { tokio::time::timeout(SOON, asked).await });
        matches!(asked, Ok(Ok(true)))
    }

    /// Tries everything the office needs on an object of no account.
    pub(in crate::blobs) fn probe(&self, name: uuid::Uuid) -> Result<Probed> {
        let key = self.key_of(&format!("{UNFINISHED}/probe-{name}"));
        let bytes = Bytes::from(name.to_string());
        let first = self.put_new(&key, &bytes).map_err(|error| self.explain(None, &error))?;
        let again = self.put_new(&key, &bytes);
        let conditional = matches!(again, Err(Error::AlreadyExists { .. } | Error::Precondition { .. }));
        if let (Err(error), false) = (&again, conditional)
            && !Told::by(error).is_unknown_to_it()
        {
            return Err(self.explain(None, error));
        }
        let (store, read) = (self.store.clone(), key.clone());
        let back = self.engine.run(async move { store.get(&read).await?.bytes().await })?;
        let back = back.map_err(|error| self.explain(None, &error))?;
        let mut listed = false;
        self.each(UNFINISHED, &mut |meta| {
            listed |= meta.location == key;
            Ok(())
        })?;
        self.remove_key(&key).map_err(|error| self.explain(None, &error))?;
        if back != bytes || !listed {
            return Err(
                self.files_error(FileTrouble::NotS3, "it does not give back what it was given".to_owned())
            );
        }
        Ok(Probed { conditional, keeps_old: first.is_some_and(|version| version != "null") })
    }
}
