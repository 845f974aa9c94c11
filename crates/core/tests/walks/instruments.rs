//! Walks through the law: instruments, their periods, publicity and escalation, asked for in any order.

use amends_core::{
    actor::{Actor, StaffRole},
    case::{Case, Check, Instrument},
    command::Command,
    event::Event,
    evolve::evolve,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{
        BY_DIRECTION, ContractingBody, DECISION, InstrumentComment, Issued, Lift, OnPeriod, Preparation,
        Relation, Ruled, RunningPeriod, Told, confirmation_due, form_due, response_due,
    },
    money::Pence,
    profile::EscalationStep,
};
use jiff::civil::Date;
use uuid::Uuid;

use super::{Dice, later, some_day, some_evidence, some_number, terms};
use crate::runner::world::{World, staff, words};

/// The profiles walked through.
pub const PROFILES: [&str; 3] = ["psow", "lgsco", "lgsco-part3a"];

/// What an office records before it decides, and the decision.
pub fn deciding(world: &World, case: &Case, dice: &mut Dice) -> Vec<Command> {
    let why = || words("why");
    let report = dice.roll(2) == 0 && world.profile.id != "lgsco-part3a";
    let mut all = Vec::new();
    let instrument = if report {
        all.push(Command::RecordCriterion { criterion: "recurrent_fault".to_owned(), reasons: why() });
        all.extend(case.bodies.iter().map(|body| Command::GiveReportNotice { body: *body, reasons: why() }));
        Instrument::Report
    } else if world.profile.id == "psow" {
        all.push(Command::RecordCheck { check: Check::PublicInterest, version: None, note: why() });
        all.push(Command::RecordPeriod { complainant: OnPeriod::NotPossible { reason: why() } });
        Instrument::ReportWithoutPublicity
    } else {
        Instrument::StatementOfReasons
    };
    all.push(Command::IssueFinalDecision { instrument, decided_on: world.today });
    all
}

fn some_body(world: &World, dice: &mut Dice) -> BodyId {
    world.bodies[usize::from(dice.roll(2))].id
}

fn some_instrument(world: &World, dice: &mut Dice) -> InstrumentNumber {
    let many = world.case.as_ref().map_or(0, |case| case.issued.len());
    InstrumentNumber(u8::try_from(dice.roll(super::counted(many) + 1)).unwrap_or_default() + 1)
}

/// The next sensible thing about instruments, by the ombudsman, so that walks get far into the law.
pub fn following(world: &mut World, dice: &mut Dice) -> Vec<(Actor, Command)> {
    let ombudsman = staff(StaffRole::Ombudsman);
    let Some(issued) = world.case.as_ref().and_then(|case| case.issued.last().cloned()) else {
        return vec![(ombudsman.clone(), prepare(world, dice)), (ombudsman, issue(dice))];
    };
    let body = issued.bodies[usize::from(dice.roll(super::counted(issued.bodies.len())))];
    let instrument = issued.number;
    let told = |told| Command::RecordOfInstrument { instrument, body, told };
    let ruled = |ruled| Command::RuleOnInstrument { instrument, body, ruled };
    let today = world.today;
    let mut all = vec![Command::RecordReceipt {
        body,
        received_on: today,
        shown_by: words("signed"),
        disputed: None,
        instrument: Some(instrument),
    }];
    match dice.roll(4) {
        0 => all.push(told(notified(world, true, dice))),
        1 => {
            all.push(told(notified(world, true, dice)));
            all.push(ruled(assessed(dice.roll(2) == 0, world)));
        }
        2 => {
            world.today = later(today, 100).unwrap_or(today);
            all = vec![prepare(world, dice)];
            let by_dates = InstrumentComment {
                body: Some(body),
                comment: words("yes"),
                acts_by_the_dates: true,
                received_on: world.today,
            };
            all.push(Command::CommentOnInstrument { comment: by_dates.clone() });
            all.push(Command::CommentOnInstrument { comment: InstrumentComment { body: None, ..by_dates } });
            all.push(issue(dice));
        }
        _ => {
            all.push(told(Told::FormAgreed { agreed_on: today, with: words("their lawyer") }));
            all.push(told(publish_now(world, &issued, today)));
        }
    }
    all.into_iter().map(|command| (ombudsman.clone(), command)).collect()
}

/// One round of a body that does nothing: the instrument reaches it, its period passes, the next follows and reaches it;
/// where the body has to publish, the form is agreed and it publishes, or the office does in its stead.
pub fn neglected(world: &mut World, dice: &mut Dice) -> Result<(), String> {
    let ombudsman = staff(StaffRole::Ombudsman);
    let Some(first) = world.case.as_ref().and_then(|case| case.issued.last().cloned()) else { return Ok(()) };
    let body = first.bodies[usize::from(dice.roll(super::counted(first.bodies.len())))];
    let received = |world: &World, instrument| Command::RecordReceipt {
        body,
        received_on: world.today,
        shown_by: words("signed"),
        disputed: None,
        instrument: Some(instrument),
    };
    let ask = |world: &mut World, command: &Command| world.ask(&ombudsman, command).map(|_| ());
    ask(world, &received(world, first.number))?;
    world.today = later(world.today, 100)?;
    ask(world, &prepare_about(world, body, dice))?;
    world.today = later(world.today, 21)?;
    let willing = InstrumentComment {
        body: Some(body),
        comment: words("we will"),
        acts_by_the_dates: true,
        received_on: world.today,
    };
    ask(world, &Command::CommentOnInstrument { comment: willing })?;
    ask(world, &Command::IssueInstrument { before_expiry: None })?;
    let Some(next) = world.case.as_ref().and_then(|case| case.issued.last().cloned()) else { return Ok(()) };
    if next.number == first.number {
        return Ok(());
    }
    ask(world, &received(world, next.number))?;
    if world.profile.instrument(next.instrument).is_none_or(|rule| rule.form_clock.is_none()) {
        return Ok(());
    }
    let told = |told| Command::RecordOfInstrument { instrument: next.number, body, told };
    let agrees = dice.roll(2) == 0;
    if agrees {
        let agreed_on = world.today;
        ask(world, &told(Told::FormAgreed { agreed_on, with: words("their lawyer") }))?;
    } else {
        world.today = later(world.today, 40)?;
    }
    let published_on = world.today;
    world.today = later(world.today, 9)?;
    let Told::Published { step, shown_by, .. } = publish_now(world, &next, published_on) else {
        return Ok(());
    };
    let published = Told::Published {
        step,
        published_on,
        until: Some(world.today),
        names: None,
        shown_by,
        evidence: None,
        by_office: (!agrees).then(|| words("no form was agreed")),
    };
    ask(world, &told(published))
}

fn issue(dice: &mut Dice) -> Command {
    Command::IssueInstrument { before_expiry: (dice.roll(3) == 0).then(|| words("it is closing down")) }
}

/// On a ground that is open, where there is one; else on any.
fn prepare(world: &World, dice: &mut Dice) -> Command {
    let body = some_body(world, dice);
    prepare_about(world, body, dice)
}

fn prepare_about(world: &World, body: BodyId, dice: &mut Dice) -> Command {
    let open = world.case.as_ref().and_then(|case| {
        let all = amends_core::escalation::routes(case, &world.profile, &world.calendar, body, world.today);
        all.into_iter().find(|route| route.all_present() && route.followed_by.is_none())
    });
    let any = &world.profile.grounds[usize::from(dice.roll(super::counted(world.profile.grounds.len())))];
    let (instrument, ground, after) = match open {
        Some(route) => (route.instrument, route.ground, route.after),
        None => (any.instrument, any.id.clone(), Some(DECISION)),
    };
    let recommends = world.profile.instrument(instrument).is_some_and(|rule| rule.recommends);
    let by = later(world.today, 20).ok();
    let mut recommended = terms(world, dice);
    recommended.addressee = body;
    Command::PrepareInstrument(Box::new(Preparation {
        instrument,
        after,
        body,
        grounds: vec![ground],
        facts: words("what was promised and what came"),
        recommendations: if recommends { vec![recommended] } else { Vec::new() },
        body_by: by.filter(|_| recommends),
        complainant_by: by
            .filter(|_| recommends && world.case.as_ref().is_some_and(Case::has_complainant_to_ask)),
    }))
}

fn notified(world: &World, now: bool, dice: &mut Dice) -> Told {
    Told::Notified {
        received_on: if now { world.today } else { some_day(world, dice) },
        action: (dice.roll(8) > 0).then(|| words("we will")),
        within: (world.profile.id == "psow" && dice.roll(6) > 0).then(|| some_day(world, dice)),
    }
}

fn assessed(with_action: bool, world: &World) -> Ruled {
    let with_period = (world.profile.id == "psow").then_some(true);
    Ruled::ResponseAssessed { with_action, with_period, reasons: words("why") }
}

/// The first step of publicity of an instrument, done today.
fn publish_now(world: &World, issued: &Issued, today: Date) -> Told {
    let rule = world.profile.instrument(issued.instrument);
    let step = rule.and_then(|rule| rule.publicity.first()).map(|step| step.clock.clone());
    Told::Published {
        step: step.unwrap_or_else(|| BY_DIRECTION.to_owned()),
        published_on: today,
        until: None,
        names: Some(today),
        shown_by: words("the page"),
        evidence: None,
        by_office: None,
    }
}

fn published(world: &World, dice: &mut Dice) -> Told {
    let steps = ["W-24n", "W-24i", "W-24s", "L-30(5)", "L-30(4)", "L-31(2F)", BY_DIRECTION];
    Told::Published {
        step: steps[usize::from(dice.roll(7))].to_owned(),
        published_on: some_day(world, dice),
        until: (dice.roll(2) == 0).then(|| some_day(world, dice)),
        names: (dice.roll(2) == 0).then(|| some_day(world, dice)),
        shown_by: words("the page"),
        evidence: None,
        by_office: (dice.roll(3) == 0).then(|| words("it did not")),
    }
}

/// Anything at all about instruments, by anybody.
pub fn command(world: &World, dice: &mut Dice) -> Command {
    let why = || words("why");
    let (instrument, body) = (some_instrument(world, dice), some_body(world, dice));
    let told = |told| Command::RecordOfInstrument { instrument, body, told };
    let ruled = |ruled| Command::RuleOnInstrument { instrument, body, ruled };
    match dice.roll(20) {
        0 => Command::RecordPeriod { complainant: OnPeriod::Agreed { shown_by: why() } },
        1 => Command::RecordCriterion { criterion: "significant".to_owned(), reasons: why() },
        2 => Command::GiveReportNotice { body, reasons: why() },
        3 => Command::NameContractingBody {
            named: ContractingBody { provider: body, health_body: world.bodies[1].id },
        },
        4 => prepare(world, dice),
        5 => issue(dice),
        6 => told(notified(world, false, dice)),
        7 => told(Told::ConsideredByAuthority { considered_on: world.today, shown_by: why() }),
        8 => told(Told::FormAgreed { agreed_on: some_day(world, dice), with: why() }),
        9 => told(published(world, dice)),
        10 => told(Told::CostPaid {
            amount: Pence(dice.roll(900).into()),
            paid_on: world.today,
            shown_by: why(),
        }),
        11 => ruled(assessed(dice.roll(2) == 0, world)),
        12 => ruled(Ruled::NoAction { basis: why() }),
        13 => {
            let evidence = vec![some_evidence(world, dice)];
            ruled(Ruled::ConfirmationAssessed { evidence, satisfactory: true, reasons: why() })
        }
        14 => ruled(Ruled::LongerPeriod {
            period: [RunningPeriod::Response, RunningPeriod::Confirmation, RunningPeriod::Form]
                [usize::from(dice.roll(3))],
            until: some_day(world, dice),
            reason: why(),
            in_writing: dice.roll(4) > 0,
        }),
        15 => ruled(Ruled::PublicityLifted {
            step: "W-24n".to_owned(),
            how: if dice.roll(2) == 0 { Lift::Directed } else { Lift::Disapplied },
            reasons: why(),
        }),
        16 => ruled(Ruled::CostClaimed {
            amount: Pence(dice.roll(900).into()),
            what: why(),
            demanded_on: world.today,
        }),
        17 => Command::RecordReceipt {
            body,
            received_on: some_day(world, dice),
            shown_by: why(),
            disputed: None,
            instrument: Some(instrument),
        },
        18 => Command::TakeEscalationStep {
            number: some_number(world, dice),
            step: EscalationStep::ALL[usize::from(dice.roll(8))],
            reason: why(),
            evidence_due_on: (dice.roll(3) == 0).then(|| some_day(world, dice)),
        },
        _ => Command::LinkCase {
            case: amends_core::id::CaseId(Uuid::from_u128(2)),
            reference: amends_core::id::CaseReference::new(2026, 2),
            relation: if dice.roll(2) == 0 { Relation::FollowedBy } else { Relation::ArisesFrom },
            reason: why(),
        },
    }
}

/// Every refusal names a section or a requirement, and no step that the law gives a window lies outside it.
pub fn lawful(world: &World) -> Result<(), String> {
    for (kind, outcome) in &world.log {
        if let Err(refusal) = outcome
            && !refusal.source_of_rule.chars().any(|letter| letter.is_ascii_digit())
        {
            return Err(format!("{kind:?} is refused by no rule: {refusal:?}"));
        }
    }
    let mut case = None;
    for (on, event) in &world.events {
        if let Some(before) = &case {
            in_its_window(world, before, *on, event)?;
        }
        case = evolve(case, event);
    }
    Ok(())
}

fn in_its_window(world: &World, case: &Case, on: Date, event: &Event) -> Result<(), String> {
    let due = |number: InstrumentNumber, body: BodyId, period: RunningPeriod| {
        let issued = case.issued(number)?;
        let (profile, calendar) = (&world.profile, &world.calendar);
        match period {
            RunningPeriod::Response => response_due(case, issued, body, profile, calendar),
            RunningPeriod::Confirmation => confirmation_due(case, issued, body, profile, calendar),
            RunningPeriod::Form => form_due(case, issued, body, profile, calendar),
        }
        .map(|due| due.date)
    };
    let holds = match event {
        Event::InstrumentRuledOn {
            instrument,
            body,
            ruled: Ruled::LongerPeriod { period, until, in_writing, .. },
            ..
        } => {
            let due = due(*instrument, *body, *period);
            *in_writing && due.is_some_and(|due| on <= due && *until > due)
        }
        Event::InstrumentTold { instrument, body, told: Told::FormAgreed { agreed_on, .. }, .. } => {
            due(*instrument, *body, RunningPeriod::Form).is_some_and(|due| *agreed_on <= due)
        }
        Event::InstrumentTold {
            instrument, body, told: Told::Published { by_office: Some(_), .. }, ..
        } => {
            let agreed = case.issued(*instrument).is_some_and(|issued| {
                issued.told(*body).any(|(_, told)| matches!(told, Told::FormAgreed { .. }))
            });
            agreed || due(*instrument, *body, RunningPeriod::Form).is_some_and(|due| on > due)
        }
        Event::InstrumentIssued(issued) => on_its_ground(world, case, on, issued),
        _ => true,
    };
    if holds { Ok(()) } else { Err(format!("outside its window on {on}: {event:?}")) }
}

/// What follows on silence follows once the period is over; what follows before it is over says why, where the office's
/// policy waits; and no instrument follows twice on one.
fn on_its_ground(world: &World, case: &Case, on: Date, issued: &Issued) -> bool {
    let body = issued.bodies[0];
    let Some(first) = issued.after.and_then(|number| case.issued(number)) else {
        return case.settlement.is_some() || case.discontinued.is_some();
    };
    let over =
        response_due(case, first, body, &world.profile, &world.calendar).is_some_and(|due| due.date < on);
    let waits = world.profile.afn_requires_expiry && issued.instrument == Instrument::AdverseFindingsNotice;
    let again = case.issued.iter().any(|other| {
        other.number != DECISION
            && other.after == issued.after
            && other.instrument == issued.instrument
            && other.bodies.contains(&body)
    });
    let silent = issued.grounds.iter().all(|ground| {
        let rule = world.profile.ground(ground);
        rule.is_some_and(|rule| !rule.facts.contains(&amends_core::instrument::Fact::NoNotification) || over)
    });
    !again && silent && (!waits || over || issued.before_expiry.is_some())
}
