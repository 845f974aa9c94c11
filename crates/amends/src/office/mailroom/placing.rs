//! What one transaction records of a message: its row where it is new, its files, where it goes, and what it brings.

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    evidence::FileRef,
    id::{CaseId, EvidenceId, MailId, RecommendationNumber, StaffId},
};
use amends_store::{
    blobs::{self, StoredBlob},
    db::Tx,
    error::StoreError,
    post::{self, MailState, NewMail, Place, Placed, Received},
};

use super::{
    super::{
        ActError, Ask, Office, Sealer, StoredFile,
        act::{Beside, NotRecorded},
    },
    TakenIn,
};
use crate::mail::{
    effect::{MailEffect, Prepared, effect},
    filing::{About, Filing, Party},
    receive::Incoming,
};

/// A message whose bytes are safe, and which has no row yet.
#[derive(Debug, Clone)]
pub(super) struct Arrival {
    pub(super) new: NewMail,
    pub(super) stored: StoredBlob,
}

impl Arrival {
    pub(super) fn enter(&self, tx: &Tx<'_>) -> Result<Received, StoreError> {
        self.record(tx)?;
        post::receive(tx, &self.new)
    }

    fn enter_at(&self, tx: &Tx<'_>, placed: &Placed) -> Result<Received, StoreError> {
        self.record(tx)?;
        post::receive_at(tx, &self.new, placed)
    }

    fn record(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        blobs::record(tx, self.stored, "message/rfc822", self.new.received_at)
    }
}

/// A message that is to be filed: new in this very transaction, or entered before.
#[derive(Debug, Clone)]
pub(super) struct ToFile {
    pub(super) mail: MailId,
    pub(super) arrival: Option<Arrival>,
}

impl ToFile {
    /// Brings the message to its place, entering it where it is new; fails where the same bytes had come before.
    fn place(&self, tx: &Tx<'_>, placed: &Placed) -> Result<(), NotRecorded> {
        let Some(arrival) = &self.arrival else { return Ok(post::place(tx, self.mail, placed)?) };
        match arrival.enter_at(tx, placed)? {
            Received::New(_) => Ok(()),
            Received::Again(_) => Err(NotRecorded::CameBefore),
        }
    }
}

/// Where a message goes that is filed on no case, and by whom it is sent there.
#[derive(Debug, Clone)]
pub(super) struct Left {
    place: Place,
    by: Option<StaffId>,
}

impl Left {
    pub(super) fn held(reason: impl Into<String>) -> Self {
        Self { place: Place::Held(reason.into()), by: None }
    }

    pub(super) fn aside(reason: &str, by: Option<StaffId>) -> Self {
        Self { place: Place::SetAside(reason.to_owned()), by }
    }
}

impl Office {
    /// Files a message on a case and asks of it what the message brings, in one transaction. Nothing where the same bytes
    /// had come before.
    pub(super) fn file_with_effect(
        &self,
        what: &ToFile,
        id: CaseId,
        filing: &Filing,
        (incoming, files): (&Incoming, Vec<StoredFile>),
        by: Option<&Actor>,
    ) -> Result<Option<TakenIn>, ActError> {
        let Filing::File { about, party, .. } = filing else { return Ok(None) };
        let case = self.load(id)?.case;
        let mut sealer = self.sealer();
        let prepared = self.prepare_mail(&mut sealer, what.mail, incoming, &files)?;
        let filed = self.filed(what, about, &files, by.and_then(Actor::staff));
        let done = match effect(filing, &case, prepared) {
            MailEffect::Ask(command) => {
                let writer = match party {
                    Party::Body(body) => Actor::LinkOfficer { body: *body, link: None },
                    Party::Complainant => Actor::System,
                };
                let ask = Ask::new(by.unwrap_or(&writer), id).keyed(format!("mail/{}", what.mail));
                match self.act_beside(&ask, &[*command], &sealer.into_kept(), &filed) {
                    Ok(done) => done.is_some(),
                    // A rule or the table of permissions said no: a person must look.
                    Err(ActError::Refused(refusal)) if by.is_none() => {
                        return self.leave_mail(what, Left::held(format!("refusal-{}", refusal.code)));
                    }
                    Err(ActError::Denied(denial)) if by.is_none() => {
                        return self.leave_mail(what, Left::held(format!("denial-{}", denial.code())));
                    }
                    Err(error) => return Err(error),
                }
            }
            MailEffect::Read(_) | MailEffect::Nothing => self.recorded(filed)?,
        };
        Ok(done.then(|| TakenIn {
            mail: what.mail,
            state: MailState::Filed,
            reason: None,
            case: Some(about.reference.clone()),
            numbers: about.numbers.clone(),
            again: false,
        }))
    }

    /// What is recorded of a message that is filed, beside what it brings to its case.
    fn filed(&self, what: &ToFile, about: &About, files: &[StoredFile], by: Option<StaffId>) -> Beside {
        let at = self.clock().now();
        let (what, files) = (what.clone(), files.to_vec());
        let place = Place::Filed { case: about.case, numbers: about.numbers.clone() };
        let placed = Placed { place, by, at };
        Arc::new(move |tx| {
            what.place(tx, &placed)?;
            Ok(files.iter().try_for_each(|file| blobs::record(tx, file.as_blob(), &file.media_type, at))?)
        })
    }

    /// Words sealed. The submission has the message's own id: filed twice, it is one.
    fn prepare_mail(
        &self,
        sealer: &mut Sealer,
        mail: MailId,
        incoming: &Incoming,
        files: &[StoredFile],
    ) -> Result<Prepared, ActError> {
        let mut kept = Vec::new();
        for stored in files {
            kept.push(FileRef {
                digest: stored.digest,
                name: sealer.words(&stored.name)?,
                media_type: stored.media_type.clone(),
                size: stored.size,
            });
        }
        Ok(Prepared {
            evidence: EvidenceId(mail.0),
            mail,
            received_on: self.today(),
            files: kept,
            statement: sealer.optional(&incoming.text.said)?,
        })
    }

    pub(super) fn keep_filed(
        &self,
        mail: MailId,
        case: CaseId,
        numbers: &[RecommendationNumber],
        by: Option<StaffId>,
    ) -> Result<(), ActError> {
        let (at, numbers) = (self.clock().now(), numbers.to_vec());
        Ok(self.db().write(move |tx| post::file(tx, mail, case, &numbers, by, at))?)
    }

    /// Holds a message or puts it aside. Nothing where the same bytes had come before.
    pub(super) fn leave_mail(&self, what: &ToFile, left: Left) -> Result<Option<TakenIn>, ActError> {
        let placed = Placed { place: left.place, by: left.by, at: self.clock().now() };
        let taken = TakenIn {
            mail: what.mail,
            state: placed.place.state(),
            reason: placed.place.reason().map(str::to_owned),
            case: None,
            numbers: Vec::new(),
            again: false,
        };
        let what = what.clone();
        let done = self.recorded(Arc::new(move |tx| what.place(tx, &placed)))?;
        Ok(done.then_some(taken))
    }

    /// Records what is about no case. Whether it was: it may have come before.
    fn recorded(&self, what: Beside) -> Result<bool, ActError> {
        match self.db().write(move |tx| what(tx)) {
            Ok(()) => Ok(true),
            Err(NotRecorded::CameBefore | NotRecorded::ReferenceTaken) => Ok(false),
            Err(NotRecorded::Store(error)) => Err(error.into()),
        }
    }
}
