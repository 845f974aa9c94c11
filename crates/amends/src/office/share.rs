//! The share pack of a case, with the names of its bodies (E31).

use amends_core::public::{self, SharePack};
use serde_json::{Value, json};

use super::{ActError, Office};

impl Office {
    /// What a monitoring officer or a committee may put in public papers.
    ///
    /// # Errors
    /// [`ActError::NotFound`] before the case is decided.
    pub fn share_pack(&self, reference: &str) -> Result<SharePack, ActError> {
        let case = self.by_reference(reference)?.case;
        let profile = self.profile(&case.profile)?;
        public::share_pack(&case, profile).ok_or(ActError::NotFound("decision"))
    }

    /// The pack as JSON, with the names of the bodies in both languages beside their ids.
    ///
    /// # Errors
    /// As [`Self::share_pack`].
    pub fn share_pack_json(&self, reference: &str) -> Result<Value, ActError> {
        let pack = self.share_pack(reference)?;
        let mut ids = pack.case.bodies.clone();
        ids.extend(pack.case.recommendations.iter().filter_map(|one| one.made_to));
        let named = self.bodies(&ids)?;
        let names: Vec<_> = named.iter().map(|body| json!({ "id": body.id, "name": body.name })).collect();
        Ok(json!({ "pack": pack, "body_names": names }))
    }
}
