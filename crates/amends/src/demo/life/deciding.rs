//! The end of a case: closed with agreed actions, or decided by the alternative route once its facts are recorded.

use amends_core::{
    case::{Case, Check, Instrument, Route},
    command::Command,
    issued::OnPeriod,
};

use super::{Life, Next};
use crate::{
    demo::world::World,
    office::{ActError, Sealer, bulk::Bulk},
};

impl Life {
    pub(super) fn decide(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let today = world.office.today();
        let mut sealer = world.office.sealer();
        let mut commands = Vec::new();
        match self.route {
            Route::EarlyResolution => commands.push(Command::CloseWithAgreedActions),
            Route::Investigation => {
                commands.extend(self.before_the_report(bulk.case(self.case), &mut sealer)?);
                let instrument = Instrument::ReportWithoutPublicity;
                commands.push(Command::IssueFinalDecision { instrument, decided_on: today });
            }
        }
        self.act(bulk, &self.worker.actor(), sealer, &commands)?;
        let Some(case) = bulk.case(self.case) else { return Ok(Vec::new()) };
        let mut next = Vec::new();
        for one in case.live() {
            if let Some(due) = one.evidence_due_on() {
                next.push(self.fate(world, one.number, today, due)?);
            }
        }
        Ok(next)
    }

    /// The public interest considered, and the period agreed with whoever complained, or specified in writing.
    fn before_the_report(&self, case: Option<&Case>, sealer: &mut Sealer) -> Result<Vec<Command>, ActError> {
        let note = ("It does not call for a public report.", "Nid yw'n galw am adroddiad cyhoeddus.");
        let check = Check::PublicInterest;
        let mut commands = vec![Command::RecordCheck { check, version: None, note: self.say(sealer, note)? }];
        if let Some(case) = case.filter(|case| case.has_complainant_to_ask()) {
            let complainant = if case.complainant_comments.is_empty() {
                let reason = (
                    "The complainant did not answer; the draft states the period.",
                    "Ni atebodd yr achwynydd; mae'r drafft yn nodi'r cyfnod.",
                );
                OnPeriod::NotPossible { reason: self.say(sealer, reason)? }
            } else {
                let shown_by = ("The comments on the draft", "Y sylwadau ar y drafft");
                OnPeriod::Agreed { shown_by: self.say(sealer, shown_by)? }
            };
            commands.push(Command::RecordPeriod { complainant });
        }
        Ok(commands)
    }
}
