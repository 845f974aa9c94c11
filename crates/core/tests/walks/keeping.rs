//! Walks through keeping and disposal: holds, longer keeping, two people who destroy, and reviews after the decision.

use amends_core::{
    actor::{Actor, StaffRole},
    case::Case,
    command::Command,
    event::Event,
    evolve::evolve,
    retention::{self, Class, Hold, HoldAsked, HoldKind, HoldNumber, ReviewOutcome, Standing},
};

use super::{Dice, later, some_day, some_evidence, some_number, terms};
use crate::runner::{
    steps_keeping::disposal,
    world::{World, staff, words},
};

/// Years pass, and two people destroy what is due; the machinery carries it out.
pub fn years_later(world: &mut World, dice: &mut Dice) -> Result<(), String> {
    let manager = staff(StaffRole::Manager);
    let all = world.case.iter().flat_map(|case| case.live()).map(|one| one.number).collect::<Vec<_>>();
    // Nothing goes while something is open (E28): it is given up first, more often than not.
    if dice.roll(4) > 0 {
        for number in all {
            let reason = words("out of reach");
            world.ask(&manager, &Command::Cease { number, reason })?;
        }
    }
    world.today = later(world.today, 400 + i64::from(dice.roll(9)) * 400)?;
    let held = dice.roll(3) == 0;
    let class = some_class(dice);
    world.ask(&manager, &Command::ProposeDisposal { class, reason: words("its time has come") })?;
    let second = staff(StaffRole::Ombudsman);
    world.ask(&second, &Command::ApproveDisposal { class })?;
    if held {
        world.ask(&manager, &Command::PlaceHold(asked(world, HoldKind::Litigation, dice)))?;
    }
    let disposal = Box::new(disposal(world, class)?);
    world.ask(&Actor::System, &Command::RecordDisposal { disposal }).map(|_| ())
}

fn some_class(dice: &mut Dice) -> Class {
    Class::ALL[usize::from(dice.roll(5)).min(Class::ALL.len()) % Class::ALL.len()]
}

fn asked(world: &World, held_for: HoldKind, dice: &mut Dice) -> HoldAsked {
    let newer = held_for == HoldKind::NewerComplaint;
    HoldAsked {
        held_for,
        reason: words("a reason to hold"),
        until: (held_for == HoldKind::InformationRequest).then(|| some_day(world, dice)),
        newer_case: newer.then(|| amends_core::id::CaseReference::new(2027, 12)),
        papers: if newer { vec![some_evidence(world, dice)] } else { Vec::new() },
        not_to_disclose: Vec::new(),
    }
}

/// Anything at all about keeping.
pub fn command(world: &World, dice: &mut Dice) -> Command {
    let number = some_number(world, dice);
    let why = || words("why");
    match dice.roll(10) {
        9 => Command::ResumeChases,
        0 => Command::MarkSignificant { number, reasons: why() },
        1 | 2 => {
            let kind = HoldKind::ALL[usize::from(dice.roll(4))];
            Command::PlaceHold(asked(world, kind, dice))
        }
        3 | 4 => Command::LiftHold { hold: HoldNumber(dice.roll(4)), reason: why() },
        5 => Command::Retain { reason: why(), review_on: some_day(world, dice) },
        6 => Command::ProposeDisposal { class: some_class(dice), reason: why() },
        7 => Command::ApproveDisposal { class: some_class(dice) },
        _ => {
            let changed = dice.roll(2) == 0;
            let replaced = dice.roll(2) == 0;
            Command::RecordPostDecisionReview {
                outcome: if changed { ReviewOutcome::Changed } else { ReviewOutcome::Stands },
                reasons: why(),
                on: world.today,
                replaced: if replaced { vec![(number, Box::new(terms(world, dice)))] } else { Vec::new() },
                ended: if replaced { Vec::new() } else { vec![number] },
            }
        }
    }
}

/// Nothing goes while the case is held, while something is open in it, before its day, or by one person alone (R54, E25,
/// E28, E29).
pub fn nothing_gone_while_held(world: &World) -> Result<(), String> {
    let mut case: Option<Case> = None;
    for (on, event) in &world.events {
        if let (Some(before), Event::Disposed(disposal)) = (&case, event) {
            let holds: Vec<&Hold> = before.keeping.holds.iter().filter(|hold| hold.stands_on(*on)).collect();
            if holds.iter().any(|hold| hold.is_of_all()) {
                return Err(format!("gone on {on} while it is held: {holds:?}"));
            }
            let held_papers = holds.iter().flat_map(|hold| &hold.asked.papers);
            for paper in held_papers {
                if disposal.papers.contains(paper) {
                    return Err(format!("{paper:?} went on {on} while it is held"));
                }
            }
            if before.live().any(|one| one.decided && !one.state().is_terminal()) {
                return Err(format!("gone on {on} while something is open"));
            }
            let lines = retention::schedule(before, &world.profile, *on).lines;
            let due = |class: &Class| {
                lines.iter().any(|line| line.class == *class && line.standing == Standing::Due)
            };
            if !due(&disposal.class) {
                return Err(format!("{:?} went on {on} before its day", disposal.class));
            }
            if disposal.proposed_by == disposal.approved_by {
                return Err(format!("one person alone destroyed on {on}"));
            }
        }
        case = evolve(case, event);
    }
    Ok(())
}
