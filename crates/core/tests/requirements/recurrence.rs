//! R47: whatever was decided before, and however often, the rules answer the same; only a recorded judgement is read.

use amends_core::{
    case::Case,
    command::Command,
    decide::{Facts, decide},
    duty,
    event::Event,
    id::{BodyId, CaseReference, RecommendationNumber},
    recurrence::{Conclusion, EarlierRef},
};

use crate::runner::{
    self,
    world::{World, staff, words},
};

fn many(count: u16) -> Vec<EarlierRef> {
    (1..=count)
        .map(|number| EarlierRef {
            reference: CaseReference::new(2024, u32::from(number)),
            number: RecommendationNumber(number),
        })
        .collect()
}

fn answer(world: &World, case: &Case, command: &Command) -> Result<Vec<Event>, String> {
    let actor = staff(amends_core::actor::StaffRole::Manager);
    let facts = Facts {
        case: case.id,
        today: world.today,
        actor: &actor,
        profile: &world.profile,
        calendar: &world.calendar,
        bodies: &world.bodies,
        circumstances: &world.circumstances,
    };
    decide(Some(case), command, &facts).map_err(|refusal| refusal.code)
}

/// What may be asked of the case as the scenario left it.
fn questions(body: BodyId) -> Vec<Command> {
    let r1 = RecommendationNumber(1);
    vec![
        Command::CloseComments,
        Command::JudgeNotMet { number: r1, reasons: words("nothing came") },
        Command::Cease { number: r1, reason: words("out of proportion") },
        Command::ConsiderPublicReport { reason: words("a reason") },
        Command::RecordFinding { body, fault: words("a fault"), injustice: None, systemic: false },
        Command::RecordHandling {
            body,
            code: "not_signposted".to_owned(),
            note: words("a note"),
            because: None,
        },
    ]
}

#[test]
fn r47_the_number_of_earlier_decisions_determines_nothing() {
    let world = runner::play("r47_history_decides_nothing.txt").unwrap();
    let case = world.case().unwrap();
    let body = case.bodies[0];
    let letters: Vec<_> = case.letters.iter().map(|letter| (letter.letter, letter.recipient)).collect();
    for count in [0, 1, 3, 300] {
        let mut other = case.clone();
        for standing in &mut other.earlier_judged {
            standing.judged.earlier = many(count);
            assert_eq!(standing.judged.conclusion, Conclusion::DoesNotRecur);
        }
        for command in questions(body) {
            assert_eq!(
                answer(&world, &other, &command),
                answer(&world, case, &command),
                "{count}: {command:?}"
            );
        }
        let owed = |case: &Case| {
            duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances)
        };
        assert_eq!(owed(&other), owed(case), "{count}");
        assert_eq!(other.stage(), case.stage());
        assert_eq!(letters.len(), other.letters.len());
    }
}

#[test]
fn r47_nothing_is_concluded_where_nobody_concluded() {
    let world = runner::play("r33_both_are_told.txt").unwrap();
    let case = world.case().unwrap();
    assert!(case.earlier_judged.is_empty());
    for conclusion in Conclusion::ALL {
        assert!(case.earlier_that(conclusion).is_empty());
    }
    assert_eq!(case.concluded(&many(1)[0]), None);
}
