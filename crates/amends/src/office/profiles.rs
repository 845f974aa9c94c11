//! Under which state of which profile a case is followed up: what was issued under one edition stays under it, and a
//! profile that changed applies to what is issued from then on.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{PoisonError, RwLock},
};

use amends_core::{
    case::Case,
    command::Command,
    profile::{Edition, Profile},
};
use amends_store::{
    Db,
    editions::{edition, editions, keep_edition},
    error::StoreError,
};
use jiff::Timestamp;

use super::{ActError, Fault, Office, OpenError, sight::Sight};

/// The profiles in force, and those of old as they are asked for.
#[derive(Debug)]
pub(super) struct Profiles {
    in_force: BTreeMap<String, Profile>,
    /// The texts each of them is read from.
    layers: BTreeMap<String, Vec<String>>,
    /// Editions of old that were read: a few in the life of an office, kept until it stops.
    of_old: RwLock<BTreeMap<(String, Edition), &'static Profile>>,
}

impl Profiles {
    /// The profiles that ship, and the office's own file, where it has one.
    pub(super) fn read(own: Option<&Path>) -> Result<Self, OpenError> {
        let (mut in_force, mut layers) = (BTreeMap::new(), BTreeMap::new());
        for name in Profile::every_name() {
            let text = Profile::built_in_text(name)?;
            in_force.insert(name.to_owned(), Profile::parse(text)?);
            layers.insert(name.to_owned(), Profile::layers(text)?);
        }
        if let Some(file) = own {
            let text = fs::read_to_string(file).map_err(|error| OpenError::ProfileFile {
                path: file.to_owned(),
                detail: error.to_string(),
            })?;
            let profile = Profile::from_file(&file.display().to_string(), &text)?;
            layers.insert(profile.id.clone(), Profile::layers(&text)?);
            in_force.insert(profile.id.clone(), profile);
        }
        Ok(Self { in_force, layers, of_old: RwLock::default() })
    }

    /// The profile in force under a name.
    pub(super) fn in_force(&self, name: &str) -> Option<&Profile> {
        self.in_force.get(name)
    }

    /// Keeps what is in force now, so that what is issued under it can always be followed up under it.
    pub(super) fn keep(&self, db: &Db, at: Timestamp) -> Result<(), StoreError> {
        let kept = db.read(editions)?;
        let is_new = |profile: &&Profile| {
            !kept.iter().any(|(name, edition, _)| *name == profile.id && *edition == profile.edition)
        };
        let missing: Vec<_> = self
            .in_force
            .values()
            .filter(is_new)
            .map(|profile| {
                let layers = self.layers.get(&profile.id).cloned().unwrap_or_default();
                (profile.id.clone(), profile.edition.clone(), layers)
            })
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        db.write(move |tx| {
            missing.iter().try_for_each(|(id, edition, layers)| keep_edition(tx, id, edition, layers, at))
        })
    }

    /// A profile as it was in an edition of old.
    fn of_old(
        &self,
        name: &str,
        wanted: &Edition,
        read: impl FnOnce() -> Result<Option<Vec<String>>, StoreError>,
    ) -> Result<&'static Profile, ActError> {
        let key = (name.to_owned(), wanted.clone());
        if let Some(found) = self.of_old.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(found);
        }
        let gone = |why: &str| Fault::Broken(format!("edition {wanted} of the profile {name:?} {why}"));
        let layers = read()?.ok_or_else(|| gone("is not kept: restore a backup that has it"))?;
        let profile = Profile::from_layers(&layers).map_err(|error| gone(&error.to_string()))?;
        let profile: &'static Profile = Box::leak(Box::new(profile));
        self.of_old.write().unwrap_or_else(PoisonError::into_inner).insert(key, profile);
        Ok(profile)
    }
}

impl Office {
    /// The profile new cases are opened under.
    ///
    /// # Errors
    /// Never, once the office is open.
    pub fn own_profile(&self) -> Result<&Profile, ActError> {
        self.profile(&self.config().profile.name)
    }

    /// The profile in force under a name.
    ///
    /// # Errors
    /// Where a case names a profile the office does not have.
    pub fn profile(&self, name: &str) -> Result<&Profile, ActError> {
        let missing = || Fault::Broken(format!("there is no profile {name:?}")).into();
        self.profiles().in_force(name).ok_or_else(missing)
    }

    /// The profile a case is followed up under: the edition of the day its instrument was issued, and before that the
    /// one in force.
    ///
    /// # Errors
    /// Where the office does not have it.
    pub fn profile_of(&self, case: &Case) -> Result<&Profile, ActError> {
        self.profile_read(case, |wanted| self.db().read(|conn| edition(conn, &case.profile, wanted)))
    }

    fn profile_read(
        &self,
        case: &Case,
        read: impl FnOnce(&Edition) -> Result<Option<Vec<String>>, StoreError>,
    ) -> Result<&Profile, ActError> {
        let in_force = self.profile(&case.profile)?;
        match &case.edition {
            Some(wanted) if *wanted != in_force.edition => {
                self.profiles().of_old(&case.profile, wanted, || read(wanted))
            }
            Some(_) | None => Ok(in_force),
        }
    }

    /// The profile a command is decided under: whatever issues an instrument goes by the one in force.
    pub(super) fn profile_for(&self, case: Option<&Case>, command: &Command) -> Result<&Profile, ActError> {
        match (case, command) {
            (Some(case), _) if command.kind().issues_an_instrument() => self.profile(&case.profile),
            (Some(case), _) => self.profile_of(case),
            (None, Command::OpenCase(opening)) => self.profile(&opening.profile),
            (None, _) => self.own_profile(),
        }
    }
}

impl Sight<'_> {
    /// As [`Office::profile_of`], within this sight.
    ///
    /// # Errors
    /// Where the office does not have it.
    pub fn profile_of(&self, case: &Case) -> Result<&Profile, ActError> {
        self.office().profile_read(case, |wanted| edition(self.conn(), &case.profile, wanted))
    }
}
