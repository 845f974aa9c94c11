//! Instruments beyond the course of a case: who has a copy, what stands in a version, the evidence bundle, the menu.

use amends_core::{
    actor::StaffRole,
    case::Case,
    escalation::{self, bundle},
    instrument::{Addressee, Fact, Instrument, InstrumentNumber},
    issued::{DECISION, phase, satisfied_on},
    profile::{EscalationStep, Profile},
    recipients::{Copy, Identifier, IdentifierKind, Version, identifiers, recipients},
    recommendation::DateReason,
};

use crate::runner::{self, world::World};

fn must(
    world: &World,
    instrument: Instrument,
    after: Option<InstrumentNumber>,
) -> Result<Vec<Addressee>, String> {
    let body = world.bodies[0].id;
    let all = recipients(world.case()?, &world.profile, &world.bodies, instrument, after, body);
    Ok(all.into_iter().filter(|one| one.copy == Copy::Must).map(|one| one.addressee).collect())
}

#[test]
fn r37_a_special_report_goes_to_everyone_who_had_the_report() {
    let world = runner::play("r37_section_28_2_grounds.txt").unwrap();
    // The council is a local authority: the First Minister has no copy (PSOW Act 2019 s.23(2)).
    let of_the_report = must(&world, Instrument::Report, None).unwrap();
    assert_eq!(of_the_report, [Addressee::Complainant, Addressee::Body, Addressee::PersonIdentified]);
    let special = must(&world, Instrument::SpecialReport, Some(DECISION)).unwrap();
    assert_eq!(special, [Addressee::Complainant, Addressee::Body, Addressee::PersonIdentified]);
}

#[test]
fn r37_after_an_early_resolution_only_the_parties_must_have_it() {
    let world = runner::play("special_report_powys.txt").unwrap();
    assert_eq!(
        must(&world, Instrument::SpecialReport, None).unwrap(),
        [Addressee::Complainant, Addressee::Body]
    );
}

#[test]
fn r37_the_first_minister_has_a_copy_about_a_health_body_and_none_about_the_government() {
    let about_health = runner::play("e20_cwm_taf_report.txt").unwrap();
    assert!(must(&about_health, Instrument::Report, None).unwrap().contains(&Addressee::FirstMinister));
    let about_government = runner::play("r37_laid_before_the_senedd.txt").unwrap();
    assert!(!must(&about_government, Instrument::Report, None).unwrap().contains(&Addressee::FirstMinister));
}

#[test]
fn r37_the_contracting_health_body_has_a_copy() {
    let world = runner::play("r37_health_body_has_the_duty.txt").unwrap();
    let health_body = world.body("Glan Health Board").unwrap();
    let all = recipients(
        world.case().unwrap(),
        &world.profile,
        &world.bodies,
        Instrument::Report,
        None,
        world.bodies[0].id,
    );
    let named = all.iter().find(|one| one.addressee == Addressee::ContractingHealthBody).unwrap();
    assert_eq!((named.body, named.copy), (Some(health_body), Copy::Must));
}

#[test]
fn e35_where_nobody_complained_nobody_has_the_complainants_copy() {
    let world = runner::play("e35_own_initiative.txt").unwrap();
    assert!(!must(&world, Instrument::Report, None).unwrap().contains(&Addressee::Complainant));
}

fn known() -> Vec<Identifier> {
    let one =
        |kind, text: &str, whose: &str| Identifier { kind, text: text.to_owned(), whose: whose.to_owned() };
    vec![
        one(IdentifierKind::Name, "Mrs Mair Bevan", "complainant"),
        one(IdentifierKind::Address, "12 Heol y Bont", "complainant"),
        one(IdentifierKind::Reference, "NHS 485 777 3456", "complainant"),
        one(IdentifierKind::Name, "Dr Rhys O'Neill", "person 1"),
        one(IdentifierKind::BodyName, "Hafan Care", "body"),
    ]
}

fn found(
    profile: &str,
    instrument: Instrument,
    text: &str,
    identifies: bool,
    necessary: &[&str],
) -> Option<Vec<String>> {
    let profile = Profile::built_in(profile).ok()?;
    let necessary: Vec<_> = necessary.iter().map(|one| (*one).to_owned()).collect();
    let version = Version {
        anonymity: profile.instrument(instrument)?.anonymity.as_ref()?,
        text,
        body_identifies_a_person: identifies,
        necessary: &necessary,
    };
    Some(identifiers(&version, &known()).into_iter().map(|one| one.text).collect())
}

#[test]
fn e30_every_identifier_that_must_not_stand_in_a_version_is_found() {
    let text =
        "MRS BEVAN of 12 Heol\u{a0}y Bont was seen by Dr O’Neill at Hafan Care. Bevans Lane is not she.";
    let all = found("psow", Instrument::Report, text, false, &[]).unwrap();
    assert_eq!(all, ["Mrs Mair Bevan", "12 Heol y Bont", "Dr Rhys O'Neill"]);
    // The public interest was weighed, and calls for the doctor's name.
    let weighed = found("psow", Instrument::Report, text, false, &["person 1"]).unwrap();
    assert_eq!(weighed, ["Mrs Mair Bevan", "12 Heol y Bont"]);
    assert!(
        found("psow", Instrument::Report, "Mrs B of the town was seen by a doctor.", false, &[])
            .unwrap()
            .is_empty()
    );
}

#[test]
fn e30_a_provider_is_named_unless_that_would_identify_a_person() {
    let text = "Hafan Care did not act.";
    assert!(found("lgsco-part3a", Instrument::StatementOfReasons, text, false, &[]).unwrap().is_empty());
    assert_eq!(
        found("lgsco-part3a", Instrument::StatementOfReasons, text, true, &[]).unwrap(),
        ["Hafan Care"]
    );
    // A council is always named (LGA 1974 s.30(3)).
    assert!(found("lgsco", Instrument::Report, text, true, &[]).unwrap().is_empty());
}

#[test]
fn e30_a_name_is_told_with_the_place_where_it_stands() {
    let profile = Profile::built_in("psow").unwrap();
    let rule = profile.instrument(Instrument::Report).unwrap();
    let version = Version {
        anonymity: rule.anonymity.as_ref().unwrap(),
        text: "Bevan, then Mrs Mair Bevan.",
        body_identifies_a_person: false,
        necessary: &[],
    };
    let one = identifiers(&version, &known()).into_iter().next().unwrap();
    assert_eq!(one.at, [0, 12]);
}

#[test]
fn r37_the_evidence_bundle_holds_promises_dates_chases_and_what_came() {
    let world = runner::play("special_report_hywel_dda.txt").unwrap();
    let history: Vec<_> = world.events.iter().map(|(on, event)| (*on, event)).collect();
    let all = bundle(world.case().unwrap(), history, world.bodies[0].id);
    assert!(all.promises.iter().take(3).all(|promise| promise.agreed), "{:?}", all.promises);
    assert_eq!(all.dates.iter().filter(|date| date.because == DateReason::Decision).count(), 7);
    assert_eq!(all.chases.iter().filter(|chase| chase.delivered).count(), all.chases.len());
    assert_eq!(all.chases.first().unwrap().on, jiff::civil::date(2016, 3, 16));
    let copy = all.sent.first().unwrap();
    // A copy dated 15 March reached the office on the 29th.
    assert_eq!(copy.dated_on, Some(jiff::civil::date(2016, 3, 15)));
    assert_eq!(copy.received_on, jiff::civil::date(2016, 3, 29));
    assert_eq!(all.judgements.len(), 4, "R1 and R3 not met, R2 met late, R4 met late");
    assert!(all.chronology.windows(2).all(|pair| pair[0].on <= pair[1].on));
}

#[test]
fn e11_a_bundle_tells_nothing_of_another_body() {
    let world = runner::play("e11_several_bodies.txt").unwrap();
    let (council, board) = (world.body("Ynys Council").unwrap(), world.body("Glan Health Board").unwrap());
    let history: Vec<_> = world.events.iter().map(|(on, event)| (*on, event)).collect();
    let all = bundle(world.case().unwrap(), history, council);
    assert!(!all.promises.is_empty());
    assert!(all.chronology.iter().all(|line| line.body != Some(board)));
    let addressee = |case: &Case, number| case.recommendation(number).unwrap().terms.addressee;
    assert!(all.dates.iter().all(|date| addressee(world.case().unwrap(), date.number) == council));
}

#[test]
fn r37_the_menu_says_who_may_take_each_step_and_how_often_it_was_taken() {
    let world = runner::play("r37_menu_of_steps.txt").unwrap();
    let case = world.case().unwrap();
    let menu = escalation::menu(case, &world.profile, amends_core::id::RecommendationNumber(1));
    let of = |step| *menu.iter().find(|item| item.step == step).unwrap();
    assert_eq!(of(EscalationStep::Meeting).taken, 1);
    assert!(of(EscalationStep::MoreTime).needs_date);
    assert_eq!(of(EscalationStep::PublicReport).taken_by, StaffRole::Ombudsman);
    assert_eq!(of(EscalationStep::Cease).taken_by, StaffRole::Manager);
    assert_eq!(case.linked_cases.len(), 1);
}

#[test]
fn r37_every_ground_tells_each_of_its_facts_and_where_a_missing_one_is_recorded() {
    let world = runner::play("r37_section_28_2_grounds.txt").unwrap();
    let body = world.bodies[0].id;
    let all = escalation::routes(world.case().unwrap(), &world.profile, &world.calendar, body, world.today);
    assert_eq!(all.iter().filter(|route| route.instrument == Instrument::SpecialReport).count(), 4);
    for route in &all {
        let rule = world.profile.ground(&route.ground).unwrap();
        let facts: Vec<Fact> = route.facts.iter().map(|fact| fact.fact).collect();
        assert_eq!(facts, rule.facts);
    }
    // Pages and the command line take it as it is.
    let told = serde_json::to_value(&all).unwrap();
    assert_eq!(told[0]["facts"][0]["recorded_at"], "decision");
}

#[test]
fn r37_the_satisfied_date_is_the_day_the_office_was_satisfied() {
    let world = runner::play("r37_confirmed_in_time.txt").unwrap();
    let case = world.case().unwrap();
    let issued = case.issued(DECISION).unwrap();
    let body = world.bodies[0].id;
    let on = satisfied_on(case, issued, body, &world.profile);
    assert_eq!(on, Some(jiff::civil::date(2026, 4, 22)));
    let told = phase(case, issued, body, &world.profile, &world.calendar, world.today);
    assert_eq!(serde_json::to_value(told).unwrap()["phase"], "satisfied");
}
