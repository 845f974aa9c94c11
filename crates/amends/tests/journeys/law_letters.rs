//! Offices in which the letters go that only the law's further steps bring: notices, drafts and issues of reports, word to a
//! complainant who waits, word of evidence that was another's, word of a body in another's place.

use amends::office::{Ask, Sealer, registry::Following};
use amends_core::{
    actor::{Actor, StaffRole},
    body::{Concern, change::Change},
    case::Case,
    command::Command,
    disclosure::{Quarantine, Wrong},
    id::RecommendationNumber,
    instrument::{GroundId, Instrument, InstrumentNumber},
    issued::Preparation,
    profile::EscalationStep,
    recommendation::Kind,
};
use jiff::{ToSpan as _, civil::Date};

use crate::{
    fixture::World,
    staff_over_time::sent,
    visitor::{decided, drafted, terms},
};

const R1: RecommendationNumber = RecommendationNumber(1);

fn ombudsman(world: &World) -> Actor {
    Actor::Staff { staff: world.sian.id, role: StaffRole::Ombudsman }
}

fn ask(world: &World, case: &Case, make: impl FnOnce(&mut Sealer) -> Command) -> Case {
    let mut sealer = world.office.sealer();
    let command = make(&mut sealer);
    let actor = ombudsman(world);
    let after = world.office.act(&Ask::new(&actor, case.id), &[command], &sealer.into_kept());
    after.expect("taken").as_ref().clone()
}

fn move_on(world: &World, days: i64) -> Date {
    let day = world.office.today().checked_add(days.days()).expect("a day");
    assert!(world.office.clock().move_to(day));
    day
}

/// A body is told that a report is coming.
fn noticed() -> World {
    let world = World::new();
    let case = drafted(&world);
    let body = world.council;
    ask(&world, &case, |sealer| Command::RecordCriterion {
        criterion: "recurrent_fault".to_owned(),
        reasons: sealer.words("The same fault was found last year.").expect("sealed"),
    });
    ask(&world, &case, |sealer| Command::GiveReportNotice {
        body,
        reasons: sealer.words("The fault recurs.").expect("sealed"),
    });
    world
}

/// The agreed period runs out, the complainant is told why it takes so long, and a special report follows.
fn escalated() -> World {
    let world = World::new();
    let (case, _) = decided(&world);
    move_on(&world, 60);
    ask(&world, &case, |sealer| Command::TakeEscalationStep {
        number: R1,
        step: EscalationStep::TellComplainant,
        reason: sealer.words("The council has not answered.").expect("sealed"),
        evidence_due_on: None,
    });
    ask(&world, &case, |sealer| Command::JudgeNotMet {
        number: R1,
        reasons: sealer.words("Nothing came.").expect("sealed"),
    });
    let by = world.office.today().checked_add(21.days()).expect("a day");
    ask(&world, &case, |sealer| {
        let wording = "Apologise in writing to Mrs Bevan for the delay and for the broken promise.";
        Command::PrepareInstrument(Box::new(Preparation {
            instrument: Instrument::SpecialReport,
            after: Some(InstrumentNumber(1)),
            body: world.council,
            grounds: vec![GroundId("s28(4)".to_owned())],
            facts: sealer.words("The period ended and nothing was done.").expect("sealed"),
            recommendations: vec![terms(&world, sealer, world.council, Kind::Apology, wording)],
            body_by: Some(by),
            complainant_by: Some(by),
        }))
    });
    move_on(&world, 22);
    ask(&world, &case, |_| Command::IssueInstrument { before_expiry: None });
    world
}

/// What the council sent was about somebody else.
fn set_apart() -> World {
    let world = World::new();
    let (case, _) = decided(&world);
    let (case, evidence, _) = sent(&world, &case, "To another person.");
    ask(&world, &case, |sealer| {
        let reason = sealer.words("It names another person.").expect("sealed");
        Command::QuarantineEvidence(Quarantine { evidence, wrong: Wrong::Complainant, reason })
    });
    world
}

/// The council merges into the health board, which carries on what it promised.
fn merged() -> World {
    let world = World::new();
    decided(&world);
    let today = world.office.today();
    let change = Change::Merged { into: world.health_board, on: today, shown_by: "Order 2026/1".to_owned() };
    let by = (world.sian.id, StaffRole::Ombudsman);
    world.office.change_body(world.council, &change, by).expect("changed");
    let wanted = Following {
        body: world.council,
        successor: world.health_board,
        concern: Concern::Function,
        note: String::new(),
    };
    let followed = world.office.let_follow(&ombudsman(&world), &wanted, None).expect("followed");
    assert_eq!(followed.len(), 1);
    world
}

/// One office for each.
pub fn offices() -> [World; 4] {
    [noticed(), escalated(), set_apart(), merged()]
}
