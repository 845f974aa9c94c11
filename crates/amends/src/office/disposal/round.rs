//! What is to go, and one person's round through it.

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    id::{CaseId, CaseReference},
    retention::{self, Class, Line, Standing},
};
use amends_store::keeping;
use jiff::civil::Date;
use serde::Serialize;

use super::super::{ActError, Ask, Office};

/// A case of which something is to go.
#[derive(Debug, Clone)]
pub struct DueCase {
    /// The case.
    pub case: Arc<Case>,
    /// Its schedule, without what has gone and what is not due by the day asked for.
    pub lines: Vec<Line>,
}

/// What a round by one person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Of which case.
    pub reference: CaseReference,
    /// What.
    pub class: Class,
    /// What became of it.
    pub did: Did,
    /// The number of the certificate, where it was destroyed.
    pub certificate: Option<String>,
}

/// What became of one thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// It was proposed; somebody else approves it.
    Proposed,
    /// It waits for somebody else.
    Waits,
    /// It was destroyed.
    Destroyed,
    /// It is held, or not due any more.
    Kept,
}

impl Did {
    /// The word the command line uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Waits => "waits",
            Self::Destroyed => "destroyed",
            Self::Kept => "kept",
        }
    }
}

/// Cases looked at in one page of what is due.
const PAGE: u32 = 200;

impl Office {
    /// Everything that is to go by a day, the longest due first.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn disposals_due(&self, by: Date) -> Result<Vec<DueCase>, ActError> {
        let (mut after, mut found) = (None, Vec::new());
        loop {
            let page = self.db().read(|conn| keeping::due(conn, by, after, PAGE))?;
            let Some(last) = page.last() else { break };
            after = Some((last.dispose_on, last.case));
            for item in &page {
                let case = self.load(item.case)?.case;
                let lines = self.schedule_of(&case)?;
                let lines: Vec<_> = lines
                    .into_iter()
                    .filter(|line| line.on <= by && !matches!(line.standing, Standing::Gone { .. }))
                    .collect();
                if !lines.is_empty() {
                    found.push(DueCase { case, lines });
                }
            }
        }
        Ok(found)
    }

    /// How long a case is kept, as it stands today.
    ///
    /// # Errors
    /// Where the case names a profile the office does not have.
    pub fn schedule_of(&self, case: &Case) -> Result<Vec<Line>, ActError> {
        let profile = self.profile(&case.profile)?;
        Ok(retention::schedule(case, profile, self.today()).lines)
    }

    /// One person's round through all that is due: what somebody else proposed is approved and goes, the rest is
    /// proposed. Nothing is done with `dry`.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn disposal_round(&self, actor: &Actor, reason: &str, dry: bool) -> Result<Vec<Step>, ActError> {
        let mut steps = Vec::new();
        for due in self.disposals_due(self.today())? {
            for line in due.lines.iter().filter(|line| line.standing == Standing::Due) {
                let proposed = due.case.keeping.proposal(line.class).map(|one| one.proposal.by);
                let (did, certificate) = match (proposed, dry) {
                    (Some(by), _) if Some(by) == actor.staff() => (Did::Waits, None),
                    (Some(_), true) => (Did::Destroyed, None),
                    (None, true) => (Did::Proposed, None),
                    (Some(_), false) => self.approved_by(actor, due.case.id, line.class)?,
                    (None, false) => self.proposed_by(actor, due.case.id, line.class, reason)?,
                };
                let reference = due.case.reference.clone();
                steps.push(Step { reference, class: line.class, did, certificate });
            }
        }
        Ok(steps)
    }

    fn approved_by(
        &self,
        actor: &Actor,
        case: CaseId,
        class: Class,
    ) -> Result<(Did, Option<String>), ActError> {
        match self.approve_disposal(&Ask::new(actor, case), class) {
            Ok(Some(certificate)) => Ok((Did::Destroyed, Some(certificate.disposal.certificate))),
            Ok(None) | Err(ActError::Refused(_)) => Ok((Did::Kept, None)),
            Err(error) => Err(error),
        }
    }

    fn proposed_by(
        &self,
        actor: &Actor,
        case: CaseId,
        class: Class,
        reason: &str,
    ) -> Result<(Did, Option<String>), ActError> {
        let mut sealer = self.sealer();
        let command = Command::ProposeDisposal { class, reason: sealer.words(reason)? };
        match self.act(&Ask::new(actor, case), &[command], &sealer.into_kept()) {
            Ok(_) => Ok((Did::Proposed, None)),
            Err(ActError::Refused(_)) => Ok((Did::Kept, None)),
            Err(error) => Err(error),
        }
    }
}
