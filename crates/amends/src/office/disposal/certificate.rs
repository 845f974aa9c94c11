//! Certificates of disposal: what each says, and checking that it is so.

use std::collections::BTreeSet;

use amends_core::{
    event::Event,
    evolve::fold,
    id::{CaseId, CaseReference},
    retention::{self, Disposal, RecordState},
    text::Digest,
};
use amends_store::{
    blobs,
    disposal::{self, Left, Things},
    error::StoreError,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::{ActError, Fault, Office};

/// A certificate: what went, when, by whom, the record before and after, and that nothing is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Of which case.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// When.
    pub at: Timestamp,
    /// What went, and who proposed and approved it.
    pub disposal: Disposal,
    /// The record after it.
    pub record_after: RecordState,
    /// What was left of it when it was recorded.
    pub left: Left,
    /// What went, thing by thing, so that it can go again from an older copy.
    pub things: Things,
}

/// What checking a certificate found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a check of its own, and a page lists them")]
pub struct Checked {
    /// The record tells of this disposal, in the same words.
    pub recorded: bool,
    /// The rules select from the record what the certificate says went.
    pub borne_out: bool,
    /// The record before and after it was what the certificate says.
    pub record: bool,
    /// Nothing of it is left.
    pub nothing_left: bool,
}

impl Checked {
    /// Everything holds.
    pub fn holds(self) -> bool {
        self.recorded && self.borne_out && self.record && self.nothing_left
    }
}

impl Office {
    /// A certificate by its number.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none.
    pub fn certificate(&self, number: &str) -> Result<Certificate, ActError> {
        let text = self.db().read(|conn| disposal::certificate(conn, number.trim()))?;
        Ok(read_text(&text.ok_or(ActError::NotFound("certificate"))?)?)
    }

    /// Certificates, the newest first.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn certificates(&self, limit: u32) -> Result<Vec<Certificate>, ActError> {
        let texts = self.db().read(|conn| disposal::certificates(conn, limit))?;
        Ok(texts.iter().map(|text| read_text(text)).collect::<Result<_, _>>()?)
    }

    /// Checks a certificate against the record, the memory and the folder of files.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn check_certificate(&self, certificate: &Certificate) -> Result<Checked, ActError> {
        let said = &certificate.disposal;
        let told = self.told(certificate.case)?;
        let events: Vec<&Event> = told.history.iter().map(|recorded| &recorded.event).collect();
        let told = events.iter().enumerate().find_map(|(place, event)| match event {
            Event::Disposed(disposal) if disposal.certificate == said.certificate => Some((place, disposal)),
            _ => None,
        });
        let same = |disposal: &Disposal| {
            disposal.marks == said.marks && disposal.classes == said.classes && disposal.counts == said.counts
        };
        let Some((place, recorded)) = told else {
            return Ok(Checked { recorded: false, borne_out: false, record: false, nothing_left: false });
        };
        let before = events.get(..place).unwrap_or_default();
        let selected = fold(before.iter().copied())
            .map(|case| retention::selection(&case, before.iter().copied(), &said.classes, said.on))
            .transpose()
            .map_err(|error| Fault::Broken(error.to_string()))?;
        let borne_out = selected.is_some_and(|selected| retention::is_borne_out(recorded, &selected));
        let (things, states) = (&certificate.things, states(certificate, recorded));
        let (left, record) = self.db().read(|conn| {
            let mut record = true;
            for state in states {
                record &= disposal::is_of_record(conn, state)?;
            }
            Ok::<_, StoreError>((disposal::left(conn, things)?, record))
        })?;
        let nothing_left = left.is_nothing() && self.files_are_gone(&things.files)?;
        // An older copy may lack what came between; its own record tells that it went again.
        Ok(Checked { recorded: same(recorded), borne_out: borne_out || recorded.again, record, nothing_left })
    }

    /// Is no file there of which no row knows?
    fn files_are_gone(&self, files: &BTreeSet<Digest>) -> Result<bool, ActError> {
        for file in files {
            let named = self.db().read(|conn| blobs::is_recorded(conn, *file))?;
            if self.blobs().size(*file)?.is_some() && !named {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The states of the record a certificate can be checked against: its own, or, where it went again on an older copy,
/// what that copy says.
fn states(certificate: &Certificate, recorded: &Disposal) -> Vec<RecordState> {
    if recorded.again {
        vec![recorded.record_before]
    } else {
        vec![certificate.disposal.record_before, certificate.record_after]
    }
}

pub(super) fn text_of(certificate: &Certificate) -> Result<String, StoreError> {
    serde_json::to_string(certificate).map_err(|error| StoreError::damaged(error.to_string()))
}

pub(super) fn read_text(text: &str) -> Result<Certificate, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(format!("a certificate: {error}")))
}
