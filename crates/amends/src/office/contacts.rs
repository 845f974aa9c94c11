//! Who is known at a body, for what they are written to, and how that is changed (E14).

use amends_core::{
    body::ContactRole,
    id::{BodyId, StaffId},
    profile::ChaseTo,
};
use amends_store::{
    changed::Changed,
    people::{self, Contact},
};

use super::{ActError, Office, Surroundings};

impl Office {
    /// Who is known at a body, whether they are written to or not.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn contacts(&self, body: BodyId) -> Result<Vec<Contact>, ActError> {
        Ok(self.db().read(|conn| people::contacts(conn, body))?)
    }

    /// Who gets a letter to a body: both link officers, or the chief executive where a chase goes so far.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn written_to(&self, body: BodyId, chase: Option<ChaseTo>) -> Result<Vec<Contact>, ActError> {
        let role = ContactRole::written_to(chase);
        let mut contacts = self.contacts(body)?;
        contacts.retain(|contact| contact.role == role);
        Ok(contacts)
    }

    /// As [`Self::written_to`], of the contacts as they were when all else was that a decision is made from.
    pub(super) fn written_to_under(
        &self,
        around: &Surroundings,
        body: BodyId,
        chase: Option<ChaseTo>,
    ) -> Result<Vec<Contact>, ActError> {
        let role = ContactRole::written_to(chase);
        let register = &self.inner.register;
        let contacts = match register.contacts(around, body) {
            Some(contacts) => contacts,
            None => self.see(|sight| register.read_contacts(sight, body))?,
        };
        Ok(contacts.iter().filter(|contact| contact.role == role).cloned().collect())
    }

    /// Enters somebody at a body, or changes who they are there.
    ///
    /// # Errors
    /// Where the body has as many in that role as it can have, or the memory fails.
    pub fn keep_contact(&self, contact: &Contact, by: Option<StaffId>) -> Result<(), ActError> {
        let changed = Changed { by, at: self.clock().now() };
        let contact = contact.clone();
        self.db().write(move |tx| {
            let address = contact.address.trim().to_lowercase();
            let known = people::contacts(tx, contact.body)?;
            let others = known.into_iter().filter(|other| other.address != address);
            contact.role.fits(&others.map(|other| other.role).collect::<Vec<_>>())?;
            Ok(people::keep_contact(tx, &contact, changed)?)
        })
    }

    /// Takes somebody away from a body.
    ///
    /// # Errors
    /// Where nobody there has the address, or the memory fails.
    pub fn remove_contact(&self, body: BodyId, address: &str) -> Result<(), ActError> {
        let address = address.trim().to_lowercase();
        if !self.contacts(body)?.iter().any(|contact| contact.address == address) {
            return Err(ActError::NotFound("contact"));
        }
        Ok(self.db().write(move |tx| people::remove_contact(tx, body, &address))?)
    }
}
