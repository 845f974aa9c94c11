//! What the rules cost: a case with a long history folded, decided on, looked at for what it owes, made rows of, kept in
//! the record; decisions read; wordings checked. `cargo xtask bench --core` runs them.

#![expect(clippy::expect_used, reason = "a benchmark that cannot begin breaks off")]

#[expect(dead_code, reason = "of the scenarios; here it only makes a case")]
#[path = "../tests/runner/mod.rs"]
mod runner;

use std::hint::black_box;

use amends_core::{
    actor::{Actor, StaffRole},
    case::Case,
    command::Command,
    decide::{Facts, decide},
    duty,
    event::Event,
    evolve::fold,
    extract::{Options, extract},
    id::{CaseId, RecommendationNumber},
    index::index,
    ledger::{EVENT_VERSION, Entry, Walk, seal},
    smart::{self, Around, Subject},
    text::Digest,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use runner::world::{World, staff, words};
use uuid::Uuid;

/// So many entries the case has.
const ENTRIES: usize = 60;

/// A case of so many entries: what happens in `long_case.txt`.
fn long() -> (World, Vec<Event>) {
    let world = runner::play("../../benches/long_case.txt").expect("the scenario holds");
    let events: Vec<Event> = world.events.iter().map(|(_, event)| event.clone()).take(ENTRIES).collect();
    (world, events)
}

fn of_the_case(c: &mut Criterion) {
    let (world, events) = long();
    let case: Case = fold(&events).expect("a case");
    let actor: Actor = staff(StaffRole::Manager);
    let number = RecommendationNumber(6);
    let command = Command::Cease { number, reason: words("the unit was closed") };
    let facts = Facts {
        case: CaseId(Uuid::from_u128(1)),
        today: world.today,
        actor: &actor,
        profile: &world.profile,
        calendar: &world.calendar,
        bodies: &world.bodies,
        circumstances: &world.circumstances,
    };
    let mut group = c.benchmark_group(format!("a case of {} entries", events.len()));
    group.bench_function("fold", |b| b.iter(|| fold(black_box(&events))));
    group.bench_function("decide", |b| b.iter(|| decide(Some(black_box(&case)), &command, &facts)));
    group.bench_function("duties", |b| {
        b.iter(|| {
            duty::duties(black_box(&case), &world.profile, &world.calendar, world.today, &world.circumstances)
        });
    });
    group.bench_function("index", |b| b.iter(|| index(black_box(&case), &world.profile, &world.calendar)));
    group.finish();
}

fn of_the_record(c: &mut Criterion) {
    let (_, events) = long();
    let at = "2026-04-15T12:00:00Z".parse().expect("a time");
    let mut prev = Digest([0; 32]);
    let mut entries = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let sealed = seal(event).expect("sealed");
        let entry = Entry {
            case: CaseId(Uuid::from_u128(1)),
            seq: u32::try_from(place + 1).expect("few"),
            recorded_at: at,
            effective_on: jiff::civil::date(2026, 4, 15),
            actor: Actor::System,
            kind: sealed.kind,
            v: EVENT_VERSION,
            body: sealed.body,
            prev,
            hash: prev,
        };
        let entry = entry.hashed().expect("hashed");
        prev = entry.hash;
        entries.push(entry);
    }
    let mut group = c.benchmark_group(format!("{} entries of the record", entries.len()));
    group.throughput(Throughput::Elements(entries.len() as u64));
    group.bench_function("seal", |b| {
        b.iter(|| events.iter().map(|event| seal(black_box(event))).filter(Result::is_ok).count())
    });
    group.bench_function("hash", |b| {
        b.iter(|| entries.iter().map(Entry::computed_hash).filter(Result::is_ok).count())
    });
    group.bench_function("verify", |b| {
        b.iter(|| {
            let mut walk = Walk::new();
            entries.iter().map(|entry| walk.entry(black_box(entry)).len()).sum::<usize>()
        });
    });
    group.finish();
}

/// Ten parts story to one part remedy, as decisions are.
const STORY: &str = "Mrs Q complained that the Council took too long to assess her daughter's needs. Officers visited in March \
    and wrote to her in April. The law says councils must finish an assessment within 20 weeks. It took 41. The Council \
    accepts that this was too long, and says it was short of staff at the time.\n";
const REMEDY: &str = "Within one month of my final decision the Council has agreed to:\na) apologise to Mrs Q for the delay;\n\
    b) pay her £300 for her worry and £150 for her trouble; and\nc) remind its officers of the time they have.\n\
    The Council should provide us with evidence it has done so.\n\n";

fn of_decisions(c: &mut Criterion) {
    let text = STORY.repeat(10) + REMEDY;
    let mut group = c.benchmark_group("a decision");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("extract", |b| b.iter(|| extract(black_box(&text), &Options::default())));
    group.finish();
}

fn of_wordings(c: &mut Criterion) {
    let (world, events) = long();
    let case: Case = fold(&events).expect("a case");
    let one = case.recommendations.first().expect("a recommendation");
    let subject = Subject::new(&one.terms, &case, &world.bodies[0], Around::default());
    c.bench_function("the checks of one wording", |b| b.iter(|| smart::check(black_box(&subject))));
}

criterion_group!(rules, of_the_case, of_the_record, of_decisions, of_wordings);
criterion_main!(rules);
