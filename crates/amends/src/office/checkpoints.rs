//! Checkpoints: signed statements of how long the record is and what its root is, so that nobody can rewrite it unseen.

use std::{io::Write as _, path::PathBuf};

use amends_store::{error::StoreError, ledger};
use ed25519_dalek::{SigningKey, VerifyingKey};

use super::{ActError, Fault, Office};

impl Office {
    /// Signs and keeps a checkpoint where there is news since the last one.
    ///
    /// # Errors
    /// Where the key or the memory fails.
    pub fn checkpoint(&self) -> Result<Option<String>, ActError> {
        let key = match self.signing_key()? {
            Some(key) => key,
            None => self.make_signing_key()?,
        };
        let (at, origin) = (self.clock().now(), self.record_name());
        Ok(self.db().write(move |tx| ledger::checkpoint(tx, &origin, at, &key))?)
    }

    /// The key by which checkpoints are checked; none before the first was signed.
    ///
    /// # Errors
    /// Where the key cannot be read.
    pub fn checkpoint_key(&self) -> Result<Option<VerifyingKey>, ActError> {
        Ok(self.signing_key()?.map(|key| key.verifying_key()))
    }

    /// The name of the record in its checkpoints: the office's address without the scheme.
    fn record_name(&self) -> String {
        let address = &self.config().site.public_url;
        let bare = address.split_once("://").map_or(address.as_str(), |(_, bare)| bare);
        format!("{bare}/record")
    }

    fn key_path(&self) -> PathBuf {
        self.config().storage.data_dir.join("keys").join("checkpoint.key")
    }

    fn signing_key(&self) -> Result<Option<SigningKey>, ActError> {
        let path = self.key_path();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Fault::Store(StoreError::io(&path, &error)).into()),
        };
        let digest: amends_core::text::Digest = text.trim().parse().map_err(|_| {
            Fault::Broken(format!("{} holds no key: put back the one from the backup", path.display()))
        })?;
        Ok(Some(SigningKey::from_bytes(&digest.0)))
    }

    /// Makes the key once; only the office's own account may read it.
    fn make_signing_key(&self) -> Result<SigningKey, ActError> {
        let path = self.key_path();
        let failed = |error: &std::io::Error| ActError::from(Fault::Store(StoreError::io(&path, error)));
        let bytes: [u8; 32] = self.chance().bytes()?;
        let folder = path.parent().unwrap_or(&path);
        std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(|error| failed(&error))?;
        writeln!(file, "{}", amends_core::text::Digest(bytes)).map_err(|error| failed(&error))?;
        file.sync_all().map_err(|error| failed(&error))?;
        Ok(SigningKey::from_bytes(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        clock::{Chance, Clock},
        config::Config,
        demo::world::{Size, make},
    };

    #[test]
    fn a_checkpoint_is_signed_where_there_is_news_and_checked_with_the_record() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::default();
        config.storage.data_dir = folder.path().to_owned();
        let today = date(2026, 10, 5);
        let clock = Clock::standing_at(today).unwrap();
        let office = Office::open(config, clock, Chance::seeded(7)).unwrap();
        assert_eq!(office.checkpoint().unwrap(), None, "nothing to sign");
        make(
            &office,
            7,
            Size { cases: 2, months: 2 },
            today,
            &mut |_, _| std::ops::ControlFlow::Continue(()),
        )
        .unwrap();
        assert!(office.checkpoint().unwrap().is_some());
        assert_eq!(office.checkpoint().unwrap(), None, "no news");
        let key = office.checkpoint_key().unwrap();
        let report = office.db().read(|conn| ledger::verify(conn, key.as_ref(), None, &mut |_| {})).unwrap();
        assert_eq!((report.checkpoints, report.is_whole()), (1, true));
    }
}
