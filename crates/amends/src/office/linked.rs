//! Cases that belong together: a link is asked of both, and stands in both records or in neither (R37, practice 2.4).

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::{Command, Opening},
    id::CaseId,
    issued::Relation,
};
use amends_store::{error::StoreError, particulars::NewParticular};

use super::{
    ActError, Ask, Office,
    act::{NotRecorded, Prepared, REFERENCE_TRIES, TRIES},
};
use crate::observe::figures;

/// What is asked of one of several cases.
struct Part {
    case: CaseId,
    commands: Vec<Command>,
    kept: Vec<NewParticular>,
}

/// What is recorded in a case together with its link to another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// What is asked of it.
    pub commands: &'a [Command],
    /// The words it names.
    pub kept: &'a [NewParticular],
}

impl Office {
    /// Links two cases, each in its own record: `relation` says what the first is to the other.
    ///
    /// # Errors
    /// Where a rule stands against it in either case; neither is changed then.
    pub fn link_cases(
        &self,
        actor: &Actor,
        first: CaseId,
        other: &str,
        relation: Relation,
        reason: &str,
    ) -> Result<Arc<Case>, ActError> {
        let (first, other) = (self.load(first)?.case, self.by_reference(other)?.case);
        let parts = [
            self.link_part(&first, &other, relation, reason)?,
            self.link_part(&other, &first, back(relation), reason)?,
        ];
        let mut tries = 0;
        loop {
            match self.record_parts(actor, &parts, None) {
                Err(NotDone::Recording(NotRecorded::Store(StoreError::Conflict { .. }))) if tries < TRIES => {
                    tries += 1;
                }
                other => return first_of(other),
            }
        }
    }

    /// Opens a case about the failure to provide what was agreed in another, and links the two; `beside` is recorded in
    /// the first together with the link.
    ///
    /// # Errors
    /// Where a rule stands against it in either case; no case is opened then.
    pub fn open_about(
        &self,
        actor: &Actor,
        opening: &Opening,
        kept: &[NewParticular],
        about: CaseId,
        reason: &str,
        beside: Beside<'_>,
    ) -> Result<Arc<Case>, ActError> {
        let id = CaseId(self.fresh_id()?);
        let mut tries = 0;
        loop {
            let first = self.load(about)?.case;
            let reference = self.next_reference(self.today().year())?;
            let mut sealer = self.sealer();
            let arises = Command::LinkCase {
                case: about,
                reference: first.reference.clone(),
                relation: Relation::ArisesFrom,
                reason: sealer.words(reason)?,
            };
            let opened = Command::OpenCase(Opening { reference: reference.clone(), ..opening.clone() });
            let kept = [kept, &sealer.into_kept()].concat();
            let mut sealer = self.sealer();
            let followed = Command::LinkCase {
                case: id,
                reference: reference.clone(),
                relation: Relation::FollowedBy,
                reason: sealer.words(reason)?,
            };
            let of_first = Part {
                case: about,
                commands: [&[followed], beside.commands].concat(),
                kept: [beside.kept, &sealer.into_kept()].concat(),
            };
            let parts = [Part { case: id, commands: vec![opened, arises], kept }, of_first];
            match self.record_parts(actor, &parts, Some(reference)) {
                Err(NotDone::Recording(
                    NotRecorded::ReferenceTaken | NotRecorded::Store(StoreError::Conflict { .. }),
                )) if tries < REFERENCE_TRIES => tries += 1,
                other => return first_of(other),
            }
        }
    }

    /// What is asked of one of the two: that the other belongs to it.
    fn link_part(&self, of: &Case, other: &Case, relation: Relation, reason: &str) -> Result<Part, ActError> {
        let mut sealer = self.sealer();
        let link = Command::LinkCase {
            case: other.id,
            reference: other.reference.clone(),
            relation,
            reason: sealer.words(reason)?,
        };
        Ok(Part { case: of.id, commands: vec![link], kept: sealer.into_kept() })
    }

    /// Asks the rules of every case, and records all of it in one transaction.
    fn record_parts(
        &self,
        actor: &Actor,
        parts: &[Part],
        reference: Option<amends_core::id::CaseReference>,
    ) -> Result<Vec<Arc<Case>>, NotDone> {
        let (around, seen) = self.see(|sight| Ok::<_, ActError>((sight.surroundings()?, sight.moment())))?;
        let mut all: Vec<Prepared> = Vec::new();
        for part in parts {
            let before = self.find(part.case)?.map(|loaded| loaded.case);
            let ask = Ask::new(actor, part.case);
            let prepared = self.prepare(&around, &ask, before, &part.commands, &part.kept);
            figures::asked(&part.commands, &prepared);
            if let Ok(prepared) = prepared? {
                all.push(prepared);
            }
        }
        self.record(all, reference, seen, None).map_err(NotDone::Recording)
    }
}

/// Why nothing was recorded.
enum NotDone {
    /// A rule stands against it, or something failed before.
    Asking(ActError),
    /// It could not be recorded.
    Recording(NotRecorded),
}

impl From<ActError> for NotDone {
    fn from(error: ActError) -> Self {
        Self::Asking(error)
    }
}

fn first_of(done: Result<Vec<Arc<Case>>, NotDone>) -> Result<Arc<Case>, ActError> {
    match done {
        Ok(all) => all.into_iter().next().ok_or(ActError::NotFound("case")),
        Err(NotDone::Asking(error)) => Err(error),
        Err(NotDone::Recording(NotRecorded::ReferenceTaken | NotRecorded::CameBefore)) => {
            Err(StoreError::Overloaded.into())
        }
        Err(NotDone::Recording(NotRecorded::Store(error))) => Err(error.into()),
    }
}

/// What the other is, seen from its own side.
fn back(relation: Relation) -> Relation {
    match relation {
        Relation::FollowedBy => Relation::ArisesFrom,
        Relation::ArisesFrom => Relation::FollowedBy,
    }
}
