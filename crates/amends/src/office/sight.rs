//! The office at one moment: whatever is asked of one sight is of one snapshot of the memory, and what is kept at hand
//! is used where that snapshot says that it is still so.

use std::sync::Arc;

use amends_core::{
    case::Case,
    evolve::fold,
    id::{CaseId, CaseReference},
};
use amends_store::{
    Conn,
    error::StoreError,
    ledger::{self, Recorded},
    lists::case_by_reference,
    people::{BodyRecord, Staff},
    stamps::{Stamps, stamps},
};

use super::{ActError, Fault, Office, Surroundings, directory::Directory, shelf::Moment};

/// The office at one moment.
pub struct Sight<'a> {
    office: &'a Office,
    conn: &'a Conn<'a>,
    stamps: Stamps,
}

impl Office {
    /// Looks at one moment of everything committed so far. Blocks; nothing within it asks the office again.
    ///
    /// # Errors
    /// Where the memory fails, or the look does.
    pub fn see<T, E: From<StoreError>>(&self, look: impl FnOnce(&Sight<'_>) -> Result<T, E>) -> Result<T, E> {
        self.db().read(|conn| look(&Sight { office: self, conn, stamps: stamps(conn)? }))
    }
}

impl Sight<'_> {
    /// The snapshot itself, for lists.
    pub fn conn(&self) -> &Conn<'_> {
        self.conn
    }

    /// The numbers by which things kept at hand are known to be still so.
    pub(super) fn stamps(&self) -> Stamps {
        self.stamps
    }

    /// When what is decided from this sight was decided.
    pub(super) fn moment(&self) -> Moment {
        self.office.inner.shelf.moment(self.stamps.erased)
    }

    /// The office that is looked at.
    pub fn office(&self) -> &Office {
        self.office
    }

    /// A case, if there is one.
    ///
    /// # Errors
    /// Where the memory fails, or holds a history that makes no case.
    pub fn find(&self, case: CaseId) -> Result<Option<Arc<Case>>, ActError> {
        self.office.inner.shelf.find(self, case)
    }

    /// A case, if there is one, for one who goes through many and comes back to none: it is not kept at hand for that.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn pass(&self, case: CaseId) -> Result<Option<Arc<Case>>, ActError> {
        self.office.inner.shelf.pass(self, case)
    }

    /// A case.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn case(&self, case: CaseId) -> Result<Arc<Case>, ActError> {
        self.find(case)?.ok_or(ActError::NotFound("case"))
    }

    /// The case people mean by a reference such as `24-0193`.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn by_reference(&self, reference: &str) -> Result<Arc<Case>, ActError> {
        let reference = CaseReference(reference.trim().to_owned());
        let found = case_by_reference(self.conn, &reference)?;
        self.case(found.ok_or(ActError::NotFound("case"))?)
    }

    /// The register of bodies, by their English names.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn bodies(&self) -> Result<Arc<Vec<BodyRecord>>, ActError> {
        self.office.inner.register.bodies(self)
    }

    /// The same register, with what finds a body in it.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn directory(&self) -> Result<Arc<Directory>, ActError> {
        self.office.inner.register.directory(self)
    }

    /// All staff, by name.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn staff(&self) -> Result<Arc<Vec<Staff>>, ActError> {
        self.office.inner.register.staff(self)
    }

    /// What decisions need to know from outside their cases.
    pub(crate) fn surroundings(&self) -> Result<Arc<Surroundings>, ActError> {
        self.office.inner.register.surroundings(self)
    }

    /// What happened to a case, with the texts that are still kept; nothing where nobody knows the case.
    pub(super) fn history(&self, case: CaseId) -> Result<Vec<Recorded>, ActError> {
        Ok(ledger::load(self.conn, case)?)
    }
}

/// The case a history makes; nothing where there is no history.
pub(super) fn folded(case: CaseId, history: &[Recorded]) -> Result<Option<Case>, ActError> {
    if history.is_empty() {
        return Ok(None);
    }
    fold(history.iter().map(|recorded| &recorded.event))
        .map(Some)
        .ok_or_else(|| Fault::Broken(format!("the history of {case} does not begin with its opening")).into())
}
