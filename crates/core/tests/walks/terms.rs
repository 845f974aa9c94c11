//! What a walk recommends: most of it complete, some of it not.

use amends_core::{
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{Amount, FindingNumber, Kind, Scope, Terms},
};

use super::{Dice, some_day};
use crate::runner::{
    described,
    world::{World, words},
};

pub fn terms(world: &World, dice: &mut Dice) -> Terms {
    let kind =
        [Kind::Apology, Kind::Payment, Kind::PolicyProcedure, Kind::Training][usize::from(dice.roll(4))];
    let addressee = world.bodies[usize::from(dice.roll(2))].id;
    let length = Length::new(10 + dice.roll(20), Unit::WorkingDays);
    let spec = |anchor| length.map(|length| DueSpec::After { length, anchor });
    Terms {
        kind,
        scope: if dice.roll(2) == 0 { Scope::Personal } else { Scope::Service },
        answers: Some(FindingNumber(if addressee == world.bodies[0].id { 1 } else { 2 })),
        wording: words(&format!("do this {}", dice.roll(9))),
        amount: (kind == Kind::Payment).then_some(Amount::Exact { pence: Pence(50_000) }),
        set_off_allowed: dice.roll(3) == 0,
        addressee,
        beneficiaries: None,
        evidence: if dice.roll(12) == 0 { Vec::new() } else { described::items(kind) },
        evidence_due: match dice.roll(12) {
            0 => None,
            1 | 2 => spec(Anchor::Receipt),
            3 => Some(DueSpec::On { date: some_day(world, dice) }),
            4 => length.map(|length| DueSpec::OnEvent {
                length,
                event: "the committee".to_owned(),
                backstop: some_day(world, dice),
            }),
            _ => spec(Anchor::FinalDecision),
        },
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: None,
    }
}
