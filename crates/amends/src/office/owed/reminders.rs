//! Reminders to comment on a draft: those of some hundred cases in one transaction (R15).

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    id::{BodyId, CaseId, PostId},
};
use amends_store::error::StoreError;

use crate::{
    observe::figures,
    office::{
        ActError, Ask, Fault, Office, Surroundings,
        act::{NotRecorded, Prepared},
    },
};

/// The reminders of so many cases are recorded in one transaction.
const TOGETHER: usize = 100;

impl Office {
    /// Sends the reminders that are owed, in order of their cases. One that cannot be made does not keep the others from
    /// theirs. Returns how many went.
    pub(super) fn pay_these_reminders(
        &self,
        around: &Surroundings,
        owed: &[(CaseId, BodyId)],
    ) -> Result<usize, ActError> {
        let by_case: Vec<&[(CaseId, BodyId)]> = owed.chunk_by(|one, next| one.0 == next.0).collect();
        let mut sent = 0;
        for some in by_case.chunks(TOGETHER) {
            self.pulse().beat();
            let ids: Vec<CaseId> =
                some.iter().filter_map(|of_case| of_case.first()).map(|one| one.0).collect();
            let seen = self.see(|sight| Ok::<_, ActError>(sight.moment()))?;
            let cases = self.cases(&ids)?;
            let (mut ready, mut asked) = (Vec::new(), Vec::new());
            let (mut together, mut alone) = (Vec::new(), Vec::new());
            for of_case in some {
                match self.reminders_of(around, &cases, of_case) {
                    Some((prepared, commands)) => {
                        ready.push(prepared);
                        asked.extend(commands);
                        together.extend_from_slice(of_case);
                    }
                    None => alone.extend_from_slice(of_case),
                }
            }
            match self.record(ready, None, seen, None) {
                Ok(_) => {
                    figures::asked::<()>(&asked, &Ok(()));
                    sent += together.len();
                }
                Err(NotRecorded::Store(lost @ StoreError::LeaseLost { .. })) => return Err(lost.into()),
                Err(_) => alone.extend(together),
            }
            for (case, body) in alone {
                sent += usize::from(self.remind_alone(case, body)?);
            }
        }
        Ok(sent)
    }

    /// The reminders of one case, decided together; nothing where that cannot be.
    fn reminders_of(
        &self,
        around: &Surroundings,
        cases: &[Arc<Case>],
        owed: &[(CaseId, BodyId)],
    ) -> Option<(Prepared, Vec<Command>)> {
        let case = cases.iter().find(|case| owed.first().is_some_and(|one| one.0 == case.id))?;
        let command = |body| Some(Command::RemindToComment { body, post: PostId(self.fresh_id().ok()?) });
        let commands = owed.iter().map(|(_, body)| command(*body)).collect::<Option<Vec<_>>>()?;
        let ask = Ask::new(&Actor::System, case.id);
        let prepared = self.prepare(around, &ask, Some(Arc::clone(case)), &commands, &[]).ok()?.ok()?;
        Some((prepared, commands))
    }

    /// One reminder by itself. Whether it went.
    fn remind_alone(&self, id: CaseId, body: BodyId) -> Result<bool, ActError> {
        let command = Command::RemindToComment { body, post: PostId(self.fresh_id()?) };
        match self.act(&Ask::new(&Actor::System, id), &[command], &[]) {
            Ok(_) => Ok(true),
            Err(ActError::Refused(refusal)) => {
                tracing::info!(%id, %refusal, "a reminder was not owed");
                Ok(false)
            }
            Err(lost @ ActError::Fault(Fault::Store(StoreError::LeaseLost { .. }))) => Err(lost),
            Err(error) => {
                let error = error.without_words();
                tracing::error!(%id, error, "a reminder could not be made; it stays owed");
                Ok(false)
            }
        }
    }
}
