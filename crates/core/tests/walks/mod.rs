//! Random walks: whatever people ask on whatever days, what must always hold does.
//!
//! Each walk opens a case and asks forty things of it, most of them sensible, by people who may or may not ask them.
//! `WALKS=100000` walks further than the usual three thousand.

mod instruments;
mod invariants;
mod keeping;
mod reached;
mod terms;

use amends_core::{
    actor::{Actor, StaffRole},
    case::{AgreedBy, Check, ConsideredOutcome, Instrument, Stage},
    command::Command,
    evidence::{FileRef, Shown, Submission, Target, Via},
    id::{EvidenceId, ExtensionId, LinkId, PostId, RecommendationNumber},
    money::Pence,
    recommendation::{Answer, DropReason, ItemNumber, TreatedReason},
    text::Digest,
};
use jiff::{ToSpan, civil::Date};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};
use uuid::Uuid;

use reached::Reached;
use terms::terms;

use crate::runner::{
    read::Setting,
    steps,
    world::{COMPLAINANT, Outcome, World, complainant, staff, words},
};

fn walks() -> u32 {
    std::env::var("WALKS").ok().and_then(|many| many.parse().ok()).unwrap_or(3000)
}

/// E1–E40, I1–I4: no panic, no state outside the tables, nothing chased twice, nothing met without documents, nothing gone
/// while it is held; and walks get to the ends of the law.
#[test]
fn whatever_is_asked_what_must_always_hold_does() {
    let config = ProptestConfig {
        cases: walks(),
        max_shrink_iters: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let asked = (vec(any::<u32>(), 40), any::<bool>(), any::<bool>(), 0..3_usize);
    let reached = Reached::default();
    let outcome = TestRunner::new(config).run(&asked, |(choices, early, alone, law)| {
        let profile = instruments::PROFILES[law];
        walk(&choices, early, alone, profile, &reached).map_err(TestCaseError::fail)
    });
    if let Err(broken) = outcome {
        panic!("{broken}");
    }
    reached.tell();
    reached.far_enough();
}

/// One number, taken apart into choices.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(sides)).unwrap_or_default()
    }
}

fn walk(choices: &[u32], early: bool, alone: bool, profile: &str, reached: &Reached) -> Result<(), String> {
    let setting = Setting {
        profile: profile.to_owned(),
        early_resolution: early,
        own_initiative: alone,
        bodies: vec![
            ("One".to_owned(), "council".to_owned(), "cy".to_owned()),
            ("Two".to_owned(), "health board".to_owned(), "en".to_owned()),
        ],
        complainant: (!alone).then(|| ("A".to_owned(), "cy".to_owned(), "email".to_owned())),
        ..Setting::default()
    };
    let mut world = World::open(&setting, Some(jiff::civil::date(2026, 2, 2)))?;
    world.fold_each_step = false;
    for choice in choices {
        let mut dice = Dice(u64::from(*choice));
        if dice.roll(3) == 0 {
            world.today = later(world.today, i64::from(dice.roll(25)))?;
        }
        let before = invariants::states(&world);
        if dice.roll(6) == 0 {
            for command in steps::owed_commands(&mut world)? {
                must_happen(world.ask(&Actor::System, &command)?)?;
            }
            invariants::nothing_left_to_pay(&world)?;
        } else if dice.roll(2) == 0 {
            for (actor, command) in onwards(&mut world, &mut dice)? {
                world.ask(&actor, &command)?;
            }
        } else {
            let actor = actor(&mut dice);
            let command = command(&mut world, &mut dice);
            world.ask(&actor, &command)?;
        }
        invariants::hold(&world, &before)?;
    }
    world.fold_anew()?;
    instruments::lawful(&world)?;
    keeping::nothing_gone_while_held(&world)?;
    invariants::written_and_read(&world)?;
    reached.note(&world);
    Ok(())
}

fn later(day: Date, days: i64) -> Result<Date, String> {
    day.checked_add(days.days()).map_err(|error| error.to_string())
}

fn must_happen(outcome: Outcome) -> Result<(), String> {
    match outcome {
        Outcome::Happened(_) => Ok(()),
        other => Err(format!("what is owed could not be paid: {other:?}")),
    }
}

fn actor(dice: &mut Dice) -> Actor {
    let link = LinkId(Uuid::from_u128(900));
    let body = amends_core::id::BodyId(Uuid::from_u128(100 + u128::from(dice.roll(2))));
    match dice.roll(10) {
        0 => Actor::LinkOfficer { body, link: Some(link) },
        1 => Actor::Colleague { body, link, numbers: vec![RecommendationNumber(1)] },
        2 => Actor::Complainant { person: COMPLAINANT, link: Some(link) },
        3 => staff(StaffRole::Coordinator),
        4 | 5 => staff(StaffRole::Caseworker),
        6 => Actor::System,
        7 => staff(StaffRole::Ombudsman),
        _ => staff(StaffRole::Manager),
    }
}

/// The next sensible thing, so that walks get somewhere.
fn onwards(world: &mut World, dice: &mut Dice) -> Result<Vec<(Actor, Command)>, String> {
    let Some(case) = world.case.clone() else { return Ok(Vec::new()) };
    let manager = staff(StaffRole::Ombudsman);
    let by = later(world.today, 20)?;
    let agree = |number: RecommendationNumber, body| Command::AnswerProposal {
        body,
        number,
        answer: Answer::Agree,
        received_on: world.today,
        checked_with: None,
    };
    let mut all = Vec::new();
    match case.stage() {
        Stage::Assessing if case.recommendations.is_empty() => all.push(write(world, dice)),
        Stage::Assessing => all.push(Command::ProposeResolution { answer_by: by }),
        Stage::ProposalSent | Stage::Negotiating => {
            all.extend(case.live().map(|one| agree(one.number, one.terms.addressee)));
            all.push(Command::RecordSettlement {
                injustice_concluded: true,
                what_went_wrong: words("delay"),
                agreed_by: words("an officer"),
                how: AgreedBy::Email,
                agreed_on: world.today,
            });
        }
        Stage::Agreed => all.push(Command::CloseWithAgreedActions),
        Stage::Investigating => {
            all.push(write(world, dice));
            let (check, version) = (Check::GuidanceOnRemedies, Some("2025".to_owned()));
            all.push(Command::RecordCheck { check, version, note: words("looked at") });
        }
        Stage::DraftReady => all.push(Command::IssueDraft { bodies_by: by, complainant_by: Some(by) }),
        Stage::OutForComment => {
            all.extend(case.live().map(|one| agree(one.number, one.terms.addressee)));
            world.today = later(by, 10).unwrap_or(by);
            all.push(Command::CloseComments);
        }
        Stage::ConsideringComments | Stage::FinalReady | Stage::ConsiderPublicReport => {
            for one in case.live() {
                all.push(Command::ConsiderComments {
                    number: one.number,
                    outcome: ConsideredOutcome::Stands,
                    reasoning: words("weighed"),
                });
                all.push(agree(one.number, one.terms.addressee));
            }
            all.push(Command::SkipFurtherDraft { reason: words("small") });
            all.extend(instruments::deciding(world, &case, dice));
        }
        Stage::FinalIssued | Stage::ClosedEarlyResolution | Stage::DiscontinuedBySettlement => {
            match dice.roll(8) {
                0..=2 => return Ok(instruments::following(world, dice)),
                3 | 4 => instruments::neglected(world, dice)?,
                5 => keeping::years_later(world, dice)?,
                _ => all.extend(evidence_and_judgement(world, dice)),
            }
        }
        Stage::Discontinued => {}
    }
    Ok(all.into_iter().map(|command| (manager.clone(), command)).collect())
}

fn evidence_and_judgement(world: &mut World, dice: &mut Dice) -> Vec<Command> {
    let sent = receive(world, dice);
    let Command::ReceiveEvidence(submission) = &sent else { return Vec::new() };
    let (Some(target), evidence) = (submission.targets.first(), submission.evidence) else {
        return Vec::new();
    };
    let (number, paid) = (target.number, Some(Pence(50_000)));
    let mut all = Vec::new();
    for item in 1..=2 {
        let (item, shown) = (ItemNumber(item), Shown::Shown);
        all.push(Command::AssessItem { number, item, evidence, shown, comment: None });
    }
    all.push(Command::JudgeMet { number, satisfied_by: vec![evidence], paid });
    if dice.roll(2) == 0 { vec![sent] } else { std::iter::once(sent).chain(all).collect() }
}

fn counted(many: usize) -> u16 {
    u16::try_from(many).unwrap_or(1000)
}

fn some_number(world: &World, dice: &mut Dice) -> RecommendationNumber {
    let many = world.case.as_ref().map_or(0, |case| counted(case.recommendations.len()));
    RecommendationNumber(dice.roll(many + 2))
}

fn some_evidence(world: &World, dice: &mut Dice) -> EvidenceId {
    let known: Vec<_> = world.case.iter().flat_map(|case| &case.evidence).collect();
    match known.get(usize::from(dice.roll(counted(known.len()) + 1))) {
        Some(found) => found.submission.evidence,
        None => EvidenceId(Uuid::nil()),
    }
}

fn some_day(world: &World, dice: &mut Dice) -> Date {
    later(world.today, i64::from(dice.roll(70)) - 20).unwrap_or(world.today)
}

fn write(world: &World, dice: &mut Dice) -> Command {
    Command::WriteRecommendation { terms: Box::new(terms(world, dice)) }
}

fn receive(world: &mut World, dice: &mut Dice) -> Command {
    let number = some_number(world, dice);
    let addressee =
        world.case.as_ref().and_then(|case| case.recommendation(number)).map(|one| one.terms.addressee);
    let file = FileRef {
        digest: Digest::of(b"file"),
        name: words("file.pdf"),
        media_type: "application/pdf".to_owned(),
        size: 1,
    };
    Command::ReceiveEvidence(Box::new(Submission {
        evidence: EvidenceId(world.fresh()),
        body: addressee.unwrap_or(world.bodies[usize::from(dice.roll(2))].id),
        targets: vec![Target { number, items: Vec::new() }],
        via: Via::Hand,
        received_on: if dice.roll(4) == 0 { some_day(world, dice) } else { world.today },
        dated_on: None,
        done_on: None,
        statement: Some(words("done")),
        files: if dice.roll(4) == 0 { Vec::new() } else { vec![file] },
        paid: (dice.roll(3) == 0).then(|| Pence(i64::from(dice.roll(60_000)))),
        language: None,
    }))
}

/// Anything at all.
fn command(world: &mut World, dice: &mut Dice) -> Command {
    let (number, why) = (some_number(world, dice), || words("why"));
    match dice.roll(60) {
        0 | 1 => write(world, dice),
        2 => Command::ReviseRecommendation { number, terms: Box::new(terms(world, dice)) },
        3 => Command::DropRecommendation { number, reason: DropReason::AfterComments, note: why() },
        4 => Command::TurnIntoInvestigation { reason: why() },
        5 => Command::AnswerProposal {
            body: world.bodies[usize::from(dice.roll(2))].id,
            number,
            answer: if dice.roll(2) == 0 { Answer::Disagree { reasons: why() } } else { Answer::Agree },
            received_on: world.today,
            checked_with: None,
        },
        6 => comment(number, world.today),
        7 => {
            Command::ExtendComments { body: world.bodies[0].id, until: some_day(world, dice), reason: why() }
        }
        8 => Command::CloseComments,
        9 => Command::ConsiderPublicReport { reason: why() },
        10 => Command::IssueFinalDecision { instrument: Instrument::Report, decided_on: world.today },
        11 => Command::DiscontinueBySettlement { on: world.today, reason: why() },
        12 => Command::RecordWithdrawal { on: world.today },
        13 => Command::RecordDeath { on: world.today },
        14 => Command::DecideAfterWithdrawal { carry_on: dice.roll(4) > 0, reason: why() },
        15 => Command::RecordReceipt {
            body: world.bodies[usize::from(dice.roll(2))].id,
            received_on: some_day(world, dice),
            shown_by: why(),
            disputed: (dice.roll(3) == 0).then(why),
            instrument: None,
        },
        16 => Command::RecordEvent { number, happened_on: some_day(world, dice) },
        17..=19 => receive(world, dice),
        20 => Command::StartReview { number },
        21 => Command::JudgeMet { number, satisfied_by: vec![some_evidence(world, dice)], paid: None },
        22 => Command::AskForMore {
            number,
            needed: why(),
            evidence_due_on: (dice.roll(2) == 0).then(|| some_day(world, dice)),
        },
        23 => Command::TreatAsMet { number, reason: TreatedReason::CircumstancesChanged, note: why() },
        24 => declined(number, some_evidence(world, dice)),
        25 => Command::JudgeNotMet { number, reasons: why() },
        26 => Command::RecordRefusal { number, reasons: why() },
        27 => Command::Supersede { number, terms: Box::new(terms(world, dice)), reason: why() },
        28 => Command::Reopen { number, reason: why(), evidence_due_on: some_day(world, dice) },
        29 | 30 => Command::RequestExtension {
            extension: ExtensionId(world.fresh()),
            number,
            asked_on: world.today,
            until: some_day(world, dice),
            reason: why(),
            done_so_far: None,
        },
        31 => decide_extension(world, dice),
        32 => Command::RecordUndelivered { post: some_post(world, dice) },
        33 => substitute(),
        34 => Command::StopChases { reason: why() },
        35..=43 => keeping::command(world, dice),
        _ => instruments::command(world, dice),
    }
}

fn declined(number: RecommendationNumber, offer: EvidenceId) -> Command {
    Command::TreatAsMet { number, reason: TreatedReason::ComplainantDeclined { offer }, note: words("why") }
}

fn comment(number: RecommendationNumber, received_on: Date) -> Command {
    Command::RecordComplainantComment { number: Some(number), comment: words("why"), received_on }
}

fn decide_extension(world: &World, dice: &mut Dice) -> Command {
    let open = world.case.iter().flat_map(|case| &case.recommendations).find_map(|one| one.open_extension());
    Command::DecideExtension {
        extension: open.map_or(ExtensionId(Uuid::nil()), |request| request.extension),
        granted_until: (dice.roll(3) > 0).then(|| some_day(world, dice)),
        reason: words("why"),
        in_writing: true,
    }
}

fn some_post(world: &World, dice: &mut Dice) -> PostId {
    let sent: Vec<_> =
        world.case.iter().flat_map(|case| &case.recommendations).flat_map(|one| &one.chases).collect();
    sent.get(usize::from(dice.roll(counted(sent.len()) + 1))).map_or(PostId(Uuid::nil()), |chase| chase.post)
}

fn substitute() -> Command {
    let Ok(mut by) = complainant("B", "en", "email") else { return Command::ResumeChases };
    by.authority = Some(words("probate"));
    Command::SubstituteComplainant { by: Box::new(by) }
}
