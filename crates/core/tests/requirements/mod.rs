//! Requirements that are about the record and its readers rather than about the course of a case.

mod recurrence;
mod simulation;

mod disclosure;

use std::collections::BTreeSet;

use amends_core::{
    actor::StaffRole,
    case::Case,
    command::Command,
    event::Event,
    evolve::fold,
    id::RecommendationNumber,
    lateness,
    letter::{Letter, LetterKind, Recipient},
    period::Began,
    profile::{KINDS, Profile},
    public::public_view,
    recommendation::{Judgement, Kind, Scope, State, TreatedReason},
    text::{Digest, Language},
    timeline::{self, TimelineEntry, Viewer},
};

use crate::runner::{
    self,
    world::{Outcome, World, staff},
};

const R1: RecommendationNumber = RecommendationNumber(1);

fn letters(world: &World) -> Vec<Letter> {
    world.case.iter().flat_map(|case| case.letters.clone()).collect()
}

fn timeline(world: &World, viewer: Viewer) -> Result<Vec<TimelineEntry>, String> {
    let history = world.events.iter().map(|(on, event)| (*on, event));
    Ok(timeline::entries(world.case()?, history, viewer))
}

#[test]
fn r4_every_recommendation_is_typed_by_what_is_done_and_for_whom() {
    let kinds: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(kinds, KINDS.into_iter().collect());
    for kind in Kind::ALL {
        assert_eq!(kind.code().parse::<Kind>(), Ok(*kind));
    }
    assert!("fine".parse::<Kind>().is_err(), "a fine is no remedy");
    // Without either of the two a recommendation cannot even be read.
    for missing in ["kind", "scope"] {
        let mut terms = serde_json::json!({
            "kind": "apology", "scope": "personal", "answers": null, "wording": runner::world::words("apologise"),
            "amount": null, "addressee": "00000000-0000-0000-0000-000000000000", "evidence": [], "evidence_due": null,
        });
        assert!(serde_json::from_value::<amends_core::recommendation::Terms>(terms.clone()).is_ok());
        terms.as_object_mut().unwrap().remove(missing);
        assert!(serde_json::from_value::<amends_core::recommendation::Terms>(terms).is_err(), "{missing}");
    }
}

#[test]
fn r34_confirmation_is_measured_from_the_final_evidence() {
    let world = runner::play("r34_slow_office.txt").unwrap();
    let closed = world.events.iter().find_map(|(_, event)| match event {
        Event::ComplianceClosed { on, last_evidence_on, .. } => Some((*on, (*last_evidence_on)?)),
        _ => None,
    });
    let (on, last_evidence_on) = closed.unwrap();
    let aim =
        world.profile.confirmation.run(&Began::Happened { on: last_evidence_on }, &world.calendar).unwrap();
    assert!(on > aim.date, "the office was slower than it aims to be, and nothing stopped it");
}

#[test]
fn r38_letters_to_the_complainant_are_in_their_language() {
    let world = runner::play("e01_death_and_succession.txt").unwrap();
    let mine: Vec<_> =
        letters(&world).into_iter().filter(|letter| letter.recipient == Recipient::Complainant).collect();
    assert_eq!(mine.first().unwrap().language, Some(Language::Cy), "to Mrs A in Welsh");
    assert_eq!(mine.last().unwrap().language, Some(Language::En), "to Mr A, who stands in, in English");
}

#[test]
fn r45_the_public_summary_of_a_service_improvement_has_no_timescale() {
    let world = runner::play("i06_public_and_private.txt").unwrap();
    let mut profile = world.profile.clone();
    let due = |profile: &Profile| {
        let shown = public_view(world.case.as_ref().unwrap(), profile).unwrap();
        let of = |scope| shown.recommendations.iter().find(|one| one.scope == scope).unwrap().evidence_due_on;
        (of(Scope::Personal), of(Scope::Service))
    };
    assert!(matches!(due(&profile), (Some(_), None)));
    profile.public_summary_may_state_timescale = true;
    assert!(matches!(due(&profile), (Some(_), Some(_))));
}

#[test]
fn r46_every_outcome_has_the_offices_word_in_both_languages() {
    for name in Profile::NAMES {
        let profile = Profile::built_in(name).unwrap();
        for state in State::ALL {
            match state.outcome() {
                Some(outcome) => {
                    let word = profile.outcomes.word(outcome).unwrap();
                    assert!(!word.en.is_empty() && !word.cy.is_empty(), "{name} {outcome}");
                }
                None => assert!(!state.is_terminal(), "{state:?} has ended and has no outcome"),
            }
        }
    }
}

fn decided() -> Result<Case, String> {
    runner::play("r36_good_reason.txt")?.case.ok_or_else(|| "no case".to_owned())
}

#[test]
fn i1_no_recommendation_stands_without_body_type_evidence_list_and_date() {
    let case = decided().unwrap();
    assert_eq!(case.check(), Vec::<&str>::new());
    let mut unlisted = case.clone();
    unlisted.recommendations[0].terms.evidence.clear();
    assert!(unlisted.check().iter().any(|broken| broken.starts_with("I1")));
    let mut undated = case.clone();
    undated.recommendations[0].terms.evidence_due = None;
    assert!(undated.check().iter().any(|broken| broken.starts_with("I1")));
    let mut elsewhere = case;
    elsewhere.bodies.clear();
    assert!(elsewhere.check().iter().any(|broken| broken.starts_with("I1")));
}

#[test]
fn i2_nothing_is_met_without_accepted_evidence_or_an_explicit_reason() {
    let case = decided().unwrap();
    assert_eq!(
        case.recommendation(R1).map(amends_core::recommendation::Recommendation::state),
        Some(State::TreatedAsMet)
    );
    let mut claimed = case;
    let (satisfied_by, evidence_complete_on, days_late) = (Vec::new(), jiff::civil::date(2026, 4, 1), 0);
    claimed.recommendations[0].judgement =
        Some(Judgement::Met { satisfied_by, evidence_complete_on, days_late });
    assert!(claimed.check().iter().any(|broken| broken.starts_with("I2")));
}

#[test]
fn i5_a_letter_can_be_made_again_from_what_is_stored() {
    let world = runner::play("r33_both_are_told.txt").unwrap();
    let owed = letters(&world).pop().unwrap();
    assert!(!owed.is_reproducible(), "the rules know no templates");
    // What the template is filled with is the case as the record has it when the letter is owed.
    let place = world.events.iter().position(|(_, event)| *event == Event::LetterOwed(owed.clone())).unwrap();
    let data = || {
        let case = fold(world.events[..=place].iter().map(|(_, event)| event)).unwrap();
        Digest::of(format!("{case:?}").as_bytes())
    };
    let sent = owed.clone().made_from(Language::Cy, "completion 3", data());
    assert!(sent.is_reproducible());
    assert_eq!(sent.data, Some(data()), "made again, the same");
    let read: Letter = serde_json::from_value(serde_json::to_value(&sent).unwrap()).unwrap();
    assert_eq!(read, sent);
    // A letter from before these were kept still reads.
    let mut old = serde_json::to_value(&owed).unwrap();
    for field in ["language", "template_version", "data"] {
        old.as_object_mut().unwrap().remove(field);
    }
    let old: Letter = serde_json::from_value(old).unwrap();
    assert_eq!((old.key, old.language), (owed.key, None));
}

#[test]
fn i5_no_letter_of_a_case_has_the_key_of_another() {
    for file in crate::FILES {
        let world = runner::play(file).unwrap();
        let all = letters(&world);
        let keys: BTreeSet<_> = all.iter().map(|letter| &letter.key).collect();
        assert_eq!(keys.len(), all.len(), "{file}");
    }
}

#[test]
fn i6_what_the_public_reads_holds_nothing_but_what_was_written_for_it() {
    let world = runner::play("i06_public_and_private.txt").unwrap();
    let shown = public_view(world.case().unwrap(), &world.profile).unwrap();
    let text = serde_json::to_string(&shown).unwrap();
    assert!(text.contains("Staff are trained in answering letters"));
    let private = [
        "Mrs A",
        "for the office alone",
        "she waited eleven months",
        "no answer was given",
        "tenants of the block",
        "a complaint",
        "letter.pdf",
        "it is done",
        "The body will do this",
        "the officer is ill",
    ];
    for secret in private {
        assert!(!text.contains(secret), "{secret:?} is not for the public: {text}");
    }
    assert_eq!(shown.recommendations.iter().find_map(|one| one.beneficiaries), Some(12));
}

#[test]
fn i6_nothing_is_public_before_the_decision() {
    let world = runner::play("r14_contact_before_the_draft.txt").unwrap();
    assert_eq!(public_view(world.case().unwrap(), &world.profile), None);
}

#[test]
fn i8_the_complainant_reads_one_timeline_without_what_is_not_theirs() {
    let world = runner::play("i06_public_and_private.txt").unwrap();
    let (all, mine) =
        (timeline(&world, Viewer::Staff).unwrap(), timeline(&world, Viewer::Complainant).unwrap());
    assert!(all.len() > mine.len());
    assert_eq!(all.len(), world.events.len(), "the office reads everything");
    let text = serde_json::to_string(&mine).unwrap();
    for secret in [
        "for the office alone",
        "the officer is ill",
        "it is done",
        "weighed against the file",
        "a complaint",
    ] {
        assert!(!text.contains(secret), "{secret:?} is not the complainant's to read");
    }
    let keys: Vec<_> = mine.iter().map(|line| line.key).collect();
    for told in [
        "timeline-decision-issued",
        "timeline-evidence-received",
        "timeline-extension-granted",
        "timeline-chased",
    ] {
        assert!(keys.contains(&told), "{told} is missing: {keys:?}");
    }
    for hidden in ["timeline-contact-recorded", "timeline-comments-considered", "timeline-finding-recorded"] {
        assert!(!keys.contains(&hidden), "{hidden}");
    }
    assert!(mine.windows(2).all(|pair| pair[0].on <= pair[1].on));
    let to_bodies = |line: &&TimelineEntry| line.letter.is_some() && line.body.is_some();
    assert_eq!(mine.iter().filter(to_bodies).count(), 0, "letters to bodies are theirs");
}

#[test]
fn i8_a_body_reads_nothing_that_was_recommended_to_another() {
    let world = runner::play("e11_several_bodies.txt").unwrap();
    let council = world.body("Ynys Council").unwrap();
    let board = world.body("Glan Health Board").unwrap();
    let lines = timeline(&world, Viewer::Body(council)).unwrap();
    assert!(lines.iter().all(|line| line.numbers.iter().all(|number| *number == R1)), "{lines:?}");
    assert!(lines.iter().all(|line| line.body != Some(board)));
    assert!(lines.iter().any(|line| line.letter == Some(LetterKind::Completion)));
    assert!(!lines.iter().any(|line| line.letter == Some(LetterKind::ClosedWithFailures)));
    assert!(!lines.iter().any(|line| line.key == "timeline-compliance-closed-with-failures"));
}

#[test]
fn e3_what_the_complainant_declined_is_counted_apart_from_what_was_met() {
    let world = runner::play("e03_complainant_declines.txt").unwrap();
    let one = world.case().unwrap().recommendation(R1).unwrap().clone();
    assert_eq!((one.state(), one.state().outcome()), (State::TreatedAsMet, Some("treated_as_met")));
    assert!(matches!(
        one.judgement,
        Some(Judgement::TreatedAsMet { reason: TreatedReason::ComplainantDeclined { .. }, .. })
    ));
}

#[test]
fn r24_lateness_is_measured_whole_days_after_the_date() {
    let world = runner::play("e19_done_in_time_told_late.txt").unwrap();
    let case = world.case().unwrap();
    let one = case.recommendation(R1).unwrap();
    let rule = world.profile.lateness;
    let due = one.evidence_due_on().unwrap();
    assert_eq!(lateness::days_late(case, one, due, rule), 0);
    assert_eq!(lateness::days_late(case, one, due.tomorrow().unwrap(), rule), 1);
    assert_eq!(lateness::days_late(case, one, due.yesterday().unwrap(), rule), -1);
}

#[test]
fn r29_what_was_filed_twice_is_there_once() {
    let world = runner::play("r29_mail_is_evidence.txt").unwrap();
    assert_eq!(world.case().unwrap().evidence.len(), 1);
}

#[test]
fn r44_an_administrator_decides_no_case() {
    let mut world = runner::play("r33_both_are_told.txt").unwrap();
    let outcome = world.ask(&staff(StaffRole::Administrator), &Command::ResumeChases).unwrap();
    assert!(matches!(outcome, Outcome::Denied(_)), "{outcome:?}");
}
