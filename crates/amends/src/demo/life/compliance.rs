//! What becomes of a recommendation after the decision: evidence, later dates, reviews, and what never came.

use amends_core::{
    case::Case,
    command::Command,
    evidence::{FileRef, Shown, Submission, Target},
    id::{BodyId, EvidenceId, ExtensionId, RecommendationNumber},
    recommendation::{ItemNumber, Kind, State, TreatedReason},
};
use jiff::civil::Date;

use super::{Life, Next, Step};
use crate::{
    demo::{wordings::REASONS, world::World},
    office::{ActError, bulk::Bulk},
};

impl Life {
    /// How one recommendation goes: in time, late, after an extension, insufficient first, never.
    pub(super) fn fate(
        &self,
        world: &World<'_>,
        number: RecommendationNumber,
        today: Date,
        due: Date,
    ) -> Result<(Date, Step), ActError> {
        let dice = &world.dice;
        let days = u32::try_from(world.office.calendar().working_days_between(today, due)).unwrap_or(1);
        let early = |of: u32| world.after(today, days.saturating_sub(of).max(1));
        Ok(match dice.below(100)? {
            0..9 => (early(dice.between(2, 6)?), Step::AskLater(number)),
            9..17 => (early(dice.between(1, 8)?), Step::Send1(number, false)),
            17..29 => (world.after(due, dice.between(1, 32)?), Step::Send1(number, true)),
            29..31 => (world.after(due, 35), Step::GiveUp(number)),
            _ => (early(dice.between(0, 15)?), Step::Send1(number, true)),
        })
    }

    pub(super) fn ask_later(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        number: RecommendationNumber,
    ) -> Result<Next, ActError> {
        let today = world.office.today();
        let Some((body, due)) = due_of(bulk.case(self.case), number) else { return Ok(Vec::new()) };
        let mut sealer = world.office.sealer();
        let reason = world.dice.one(&REASONS)?.copied().unwrap_or(("", ""));
        let command = Command::RequestExtension {
            extension: ExtensionId(world.office.fresh_id()?),
            number,
            asked_on: today,
            until: world.after(due, 10),
            reason: self.say(&mut sealer, reason)?,
            done_so_far: None,
        };
        self.act(bulk, &self.officer(body), sealer, &[command])?;
        Ok(vec![(world.after(today, world.dice.between(1, 4)?), Step::DecideLater(number))])
    }

    pub(super) fn decide_later(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        number: RecommendationNumber,
    ) -> Result<Next, ActError> {
        let request = bulk
            .case(self.case)
            .and_then(|case| case.recommendation(number))
            .and_then(|one| one.open_extension())
            .map(|request| (request.extension, request.until));
        let Some((extension, until)) = request else { return Ok(Vec::new()) };
        let mut sealer = world.office.sealer();
        let command = Command::DecideExtension {
            extension,
            granted_until: Some(until),
            reason: self
                .say(&mut sealer, ("A good reason, asked in time.", "Rheswm da, a ofynnwyd mewn pryd."))?,
            in_writing: true,
        };
        self.act(bulk, &self.worker.actor(), sealer, &[command])?;
        let when = world.after(until, world.dice.between(0, 4)?);
        Ok(vec![(when, Step::Send1(number, true))])
    }

    pub(super) fn evidence(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        number: RecommendationNumber,
        enough: bool,
    ) -> Result<Next, ActError> {
        let today = world.office.today();
        let Some(case) = bulk.case(self.case) else { return Ok(Vec::new()) };
        let Some(one) = case.recommendation(number).filter(|one| !one.state().is_terminal()).cloned() else {
            return Ok(Vec::new());
        };
        let mut sealer = world.office.sealer();
        let items = if enough { one.terms.evidence.as_slice() } else { &one.terms.evidence[..1] };
        let mut files = Vec::new();
        for item in items {
            if let Some(file) = world.files.get(&item.proof) {
                files.push(FileRef {
                    digest: file.digest,
                    name: sealer.words(&file.name)?,
                    media_type: file.media_type.clone(),
                    size: file.size,
                });
            }
        }
        let paid = one.terms.amount.as_ref().map(amends_core::recommendation::Amount::ceiling);
        let said = self.with_detail(world, ("Please find our evidence.", "Dyma ein tystiolaeth."))?;
        let via = self.via(world, bulk, (one.terms.addressee, number), &said)?;
        let submission = Submission {
            evidence: EvidenceId(world.office.fresh_id()?),
            body: one.terms.addressee,
            targets: vec![Target { number, items: items.iter().map(|item| item.item).collect() }],
            via,
            received_on: today,
            dated_on: None,
            done_on: None,
            statement: Some(sealer.words(&said)?),
            files,
            paid,
            language: (one.terms.kind == Kind::Apology).then_some(self.language),
        };
        let body = one.terms.addressee;
        self.act(bulk, &self.officer(body), sealer, &[Command::ReceiveEvidence(Box::new(submission))])?;
        Ok(vec![(world.after(today, world.dice.between(2, 12)?), Step::Review(number, enough))])
    }

    pub(super) fn review(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        number: RecommendationNumber,
        enough: bool,
    ) -> Result<Next, ActError> {
        let today = world.office.today();
        let Some(case) = bulk.case(self.case) else { return Ok(Vec::new()) };
        let Some(one) = case.recommendation(number).filter(|one| one.state() == State::EvidenceReceived)
        else {
            return Ok(Vec::new());
        };
        let Some(evidence) = one.evidence.last().copied() else { return Ok(Vec::new()) };
        let mut sealer = world.office.sealer();
        let mut commands = Vec::new();
        for item in &one.terms.evidence {
            let shown = if enough || item.item == ItemNumber(1) { Shown::Shown } else { Shown::NotShown };
            commands.push(Command::AssessItem { number, item: item.item, evidence, shown, comment: None });
        }
        let complete = enough || one.terms.evidence.len() == 1;
        let mut next = Vec::new();
        if complete {
            commands.push(Command::JudgeMet { number, satisfied_by: vec![evidence], paid: None });
        } else {
            let due = world.after(today, 15);
            commands.push(Command::AskForMore {
                number,
                needed: self.say(
                    &mut sealer,
                    ("We need the second item as well.", "Mae angen yr ail eitem arnom hefyd."),
                )?,
                evidence_due_on: Some(due),
            });
            next.push((world.after(today, world.dice.between(5, 18)?), Step::Send1(number, true)));
        }
        self.act(bulk, &self.worker.actor(), sealer, &commands)?;
        if bulk.case(self.case).is_some_and(|case| case.compliance_closed.is_some()) {
            bulk.forget(self.case);
        }
        Ok(next)
    }

    pub(super) fn give_up(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        number: RecommendationNumber,
    ) -> Result<Next, ActError> {
        let mut sealer = world.office.sealer();
        let command = if !self.told && world.dice.percent(60)? {
            let reason = TreatedReason::CircumstancesChanged;
            let note = ("The complainant has moved away.", "Mae'r achwynydd wedi symud i ffwrdd.");
            Command::TreatAsMet { number, reason, note: self.say(&mut sealer, note)? }
        } else {
            let reasons = ("Chased three times; nothing came.", "Atgoffwyd deirgwaith; ni ddaeth dim.");
            Command::JudgeNotMet { number, reasons: self.say(&mut sealer, reasons)? }
        };
        let by = match &command {
            Command::JudgeNotMet { .. } => &world.ombudsman,
            _ => &world.manager,
        };
        self.act(bulk, &by.actor(), sealer, &[command])?;
        Ok(Vec::new())
    }
}

fn due_of(case: Option<&Case>, number: RecommendationNumber) -> Option<(BodyId, Date)> {
    let one = case?.recommendation(number)?;
    Some((one.terms.addressee, one.evidence_due_on()?))
}
