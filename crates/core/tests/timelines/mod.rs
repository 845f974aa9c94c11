//! Timelines of keeping: whatever happens to a case over the years, nothing goes that is held, and nothing stays that
//! should have gone.
//!
//! Each timeline begins with a case of two decided recommendations and lives through twelve things; every day on which
//! something may go, two people and the machinery see to it. `TIMELINES=1000000` runs more than the usual ten thousand.

use std::{collections::BTreeSet, sync::LazyLock};

use amends_core::{
    actor::{Actor, StaffRole},
    command::Command,
    event::Event,
    evolve::fold,
    id::{CaseReference, RecommendationNumber},
    recommendation::Judgement,
    retention::{self, Class, Disposal, Hold, HoldAsked, HoldKind, HoldNumber, ReviewOutcome, Standing},
};
use jiff::{ToSpan as _, civil::Date};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseError};

use crate::runner::{
    self,
    steps_keeping::disposal,
    world::{Outcome, World, staff, words},
};

fn timelines() -> u32 {
    std::env::var("TIMELINES").ok().and_then(|many| many.parse().ok()).unwrap_or(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: timelines(), max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// R54, R55, E25–E29: 0 disposals under hold, 0 a day late once the machinery runs, every certificate holds.
    #[test]
    fn r54_nothing_held_goes_nothing_due_stays_and_every_certificate_holds(choices in vec(any::<u32>(), 12)) {
        live(&choices).map_err(TestCaseError::fail)?;
    }
}

const R1: RecommendationNumber = RecommendationNumber(1);
const R2: RecommendationNumber = RecommendationNumber(2);

/// Where every timeline begins; read once.
static BEGIN: LazyLock<Result<World, String>> = LazyLock::new(|| {
    let mut world = runner::play("timelines_begin.txt")?;
    world.fold_each_step = false;
    Ok(world)
});

fn live(choices: &[u32]) -> Result<(), String> {
    let mut world = BEGIN.clone()?;
    for choice in choices {
        let days = i64::from(choice % 500);
        pass(&mut world, days)?;
        happen(&mut world, choice / 500)?;
        run(&mut world)?;
    }
    pass(&mut world, 4000)?;
    world.fold_anew()?;
    bear_out(&world)
}

/// Days go by; on each on which the schedule or the end of a hold lets something go, the office sees to it.
fn pass(world: &mut World, days: i64) -> Result<(), String> {
    let until = world.today.checked_add(days.days()).map_err(|error| error.to_string())?;
    while let Some(day) = next_look(world)?.filter(|day| *day <= until) {
        world.today = day;
        run(world)?;
    }
    world.today = until;
    nothing_late(world)
}

/// The next day after today on which something may become due: the days of the schedule, and those after holds end.
fn next_look(world: &World) -> Result<Option<Date>, String> {
    let case = world.case()?;
    let mut days = BTreeSet::new();
    for line in retention::schedule(case, &world.profile, world.today).lines {
        days.insert(line.on);
    }
    let ends = case.keeping.holds.iter().filter_map(|hold| hold.asked.until);
    let offers = retention::holding(case, world.today).into_iter().filter_map(|because| because.until());
    for end in ends.chain(offers) {
        days.insert(end.tomorrow().map_err(|error| error.to_string())?);
    }
    Ok(days.into_iter().find(|day| *day > world.today))
}

/// The office's daily round: one person proposes what is due, another approves, the machinery destroys.
fn run(world: &mut World) -> Result<(), String> {
    let due = retention::due(world.case()?, &world.profile, world.today);
    for class in due {
        if !retention::due(world.case()?, &world.profile, world.today).contains(&class) {
            continue;
        }
        let proposal = Command::ProposeDisposal { class, reason: words("its time has come") };
        must(world, &staff(StaffRole::Coordinator), &proposal)?;
        must(world, &staff(StaffRole::Manager), &Command::ApproveDisposal { class })?;
        let disposal = Box::new(disposal(world, class)?);
        nothing_held(world, &disposal)?;
        must(world, &Actor::System, &Command::RecordDisposal { disposal })?;
    }
    Ok(())
}

fn must(world: &mut World, actor: &Actor, command: &Command) -> Result<(), String> {
    match world.ask(actor, command)? {
        Outcome::Happened(_) => Ok(()),
        other => Err(format!("{command:?} on {}: {other:?}", world.today)),
    }
}

/// Told from the events alone, by other means than the rules: what is held today does not go today.
fn nothing_held(world: &World, disposal: &Disposal) -> Result<(), String> {
    let mut holds: Vec<&Hold> = Vec::new();
    let mut open = BTreeSet::new();
    let mut sent = Vec::new();
    for (_, event) in &world.events {
        match event {
            Event::HoldPlaced(hold) => holds.push(hold),
            Event::HoldLifted { hold, .. } => holds.retain(|one| one.hold != *hold),
            Event::EvidenceDateSet { number, .. } => drop(open.insert(*number)),
            Event::Judged { number, judgement, .. } => {
                open.remove(number);
                if let Judgement::Superseded { by } = judgement {
                    open.insert(*by);
                }
            }
            Event::Reopened { number, .. } => drop(open.insert(*number)),
            Event::EvidenceReceived { submission, .. } => sent.push(submission),
            _ => {}
        }
    }
    let standing = holds.iter().filter(|hold| hold.asked.until.is_none_or(|until| until >= world.today));
    for hold in standing {
        if hold.asked.papers.is_empty() {
            return Err(format!("disposal under {hold:?}"));
        }
        for paper in sent.iter().filter(|one| hold.asked.papers.contains(&one.evidence)) {
            for file in &paper.files {
                if disposal.marks.contains(&retention::mark(disposal.salt, file.digest)) {
                    return Err(format!("a held paper goes: {paper:?}"));
                }
            }
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("disposal while {open:?} is open")) }
}

fn nothing_late(world: &World) -> Result<(), String> {
    let lines = retention::schedule(world.case()?, &world.profile, world.today).lines;
    let late = |line: &&retention::Line| line.standing == Standing::Due && line.on < world.today;
    match lines.iter().find(late) {
        Some(line) => Err(format!("still there on {}: {line:?}", world.today)),
        None => Ok(()),
    }
}

/// What the certificate says is what the rules select from the record as it stood.
fn bear_out(world: &World) -> Result<(), String> {
    let events: Vec<&Event> = world.events.iter().map(|(_, event)| event).collect();
    for (place, (on, event)) in world.events.iter().enumerate() {
        let Event::Disposed(disposal) = event else { continue };
        let before = events.get(..place).unwrap_or_default();
        let case = fold(before.iter().copied()).ok_or("no case")?;
        let selected = retention::selection(&case, before.iter().copied(), &disposal.classes, *on)
            .map_err(|error| error.to_string())?;
        if !retention::is_borne_out(disposal, &selected) {
            return Err(format!("the record does not bear out {disposal:?}"));
        }
    }
    Ok(())
}

fn happen(world: &mut World, choice: u32) -> Result<(), String> {
    let manager = staff(StaffRole::Manager);
    let number = if choice.is_multiple_of(2) { R1 } else { R2 };
    let on = world.today;
    let soon = on.checked_add(i64::from(choice % 110 + 1).days()).map_err(|error| error.to_string())?;
    let reason = || words("a reason");
    let hold = |held_for, until| {
        let (newer_case, papers, not_to_disclose) = (None, Vec::new(), Vec::new());
        Command::PlaceHold(HoldAsked {
            held_for,
            reason: reason(),
            until,
            newer_case,
            papers,
            not_to_disclose,
        })
    };
    let last = world.case()?.keeping.holds.len();
    let command = match choice / 2 % 12 {
        0 | 1 => Command::Reopen { number, reason: reason(), evidence_due_on: soon },
        2 => Command::TreatAsMet {
            number,
            reason: amends_core::recommendation::TreatedReason::CircumstancesChanged,
            note: reason(),
        },
        3 => hold(HoldKind::Litigation, None),
        4 => hold(HoldKind::InformationRequest, Some(soon)),
        5 => hold(HoldKind::InformationAppeal, Some(soon)),
        6 => match world.case()?.evidence.last().map(|one| one.submission.evidence) {
            None => return Ok(()),
            Some(paper) => Command::PlaceHold(HoldAsked {
                held_for: HoldKind::NewerComplaint,
                reason: reason(),
                until: choice.is_multiple_of(3).then_some(soon),
                newer_case: Some(CaseReference::new(2030, 7)),
                papers: vec![paper],
                not_to_disclose: Vec::new(),
            }),
        },
        7 | 8 => {
            let hold = HoldNumber(u16::try_from(last).unwrap_or_default());
            Command::LiftHold { hold, reason: reason() }
        }
        9 => Command::Retain { reason: reason(), review_on: soon },
        10 => Command::RecordPostDecisionReview {
            outcome: ReviewOutcome::Stands,
            reasons: reason(),
            on,
            replaced: Vec::new(),
            ended: Vec::new(),
        },
        _ => Command::MarkSignificant { number: R2, reasons: reason() },
    };
    world.ask(&manager, &command)?;
    if choice.is_multiple_of(5) {
        answer(world, number, choice)?;
    }
    Ok(())
}

/// The body answers what is open, and the office is satisfied.
fn answer(world: &mut World, number: RecommendationNumber, choice: u32) -> Result<(), String> {
    let body = Actor::LinkOfficer { body: world.body("")?, link: None };
    let text = format!("T{} for R{number}", choice % 40);
    let sent = runner::described::submission(world, &body, &text)?;
    let evidence = sent.evidence;
    if matches!(world.ask(&body, &Command::ReceiveEvidence(Box::new(sent)))?, Outcome::Happened(_)) {
        let met = Command::JudgeMet { number, satisfied_by: vec![evidence], paid: None };
        world.ask(&staff(StaffRole::Manager), &met)?;
    }
    Ok(())
}

#[test]
fn r54_a_certificate_that_says_less_than_went_is_not_borne_out() -> Result<(), String> {
    let world = runner::play("r54_documents_twelve_months.txt")?;
    let events: Vec<&Event> = world.events.iter().map(|(_, event)| event).collect();
    let place = events.iter().position(|event| matches!(event, Event::Disposed(_))).ok_or("none")?;
    let Event::Disposed(disposal) = events[place] else { return Err("none".to_owned()) };
    let case = fold(events[..place].iter().copied()).ok_or("no case")?;
    let all = retention::selection(&case, events[..place].iter().copied(), &disposal.classes, disposal.on)
        .map_err(|error| error.to_string())?;
    assert_eq!((all.files.len(), disposal.class), (1, Class::Documents));
    assert!(retention::is_borne_out(disposal, &all));
    let mut less = (**disposal).clone();
    less.marks.pop();
    assert!(!retention::is_borne_out(&less, &all));
    let mut more = (**disposal).clone();
    more.counts.texts += 1;
    assert!(!retention::is_borne_out(&more, &all));
    Ok(())
}
