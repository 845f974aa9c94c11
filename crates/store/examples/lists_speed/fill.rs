//! Fills a database: cases with three recommendations each, as an office of ten years has them, and other texts.

use amends_core::{
    actor::Actor,
    body::{Body, BodyKind, OverTime},
    case::{Compliance, Route, Stage},
    disclosure::FileClass,
    event::Event,
    id::{BodyId, CaseId, CaseReference, EvidenceId, RecommendationNumber, StaffId},
    index::{CaseRow, HandlingEntry, HandlingRow, KeepingRow, RecommendationRow, Rows},
    profile::HandlingSign,
    recommendation::{Kind, Scope, State},
    text::{Bilingual, Language},
};
use amends_store::{
    Db, Result,
    changed::Changed,
    ledger::{Commit, append_all},
    people::{BodyRecord, keep_body},
    search::{self, CaseTexts, Class, Found},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use uuid::Uuid;

/// How much there is to be.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Recommendations; a third as many cases.
    pub recommendations: u64,
    /// Texts of evidence beside those of the cases.
    pub texts: u64,
}

/// So many cases share a transaction: in a larger one the engine pays for each statement by the pages touched before it.
const CASES_TOGETHER: usize = 25;

/// So many texts share a transaction.
const TEXTS_TOGETHER: usize = 100;

/// The day everything is asked on.
pub fn today() -> Date {
    jiff::civil::date(2026, 11, 27)
}

/// Chance that is the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) * sides.max(1)) >> 31
    }

    /// One of these.
    pub fn pick(&mut self, all: &[&str]) -> Option<String> {
        let place = usize::try_from(self.roll(all.len() as u64)).ok()?;
        all.get(place).map(|one| (*one).to_owned())
    }

    /// A word, the common ones more often: the n-th about n times rarer than the first, of twenty thousand.
    pub fn word(&mut self) -> String {
        // The logarithm of an even number is spread as the frequency of words is.
        let octave = self.roll(14);
        let number = (1_u64 << octave) + self.roll(1_u64 << octave);
        spelled(number)
    }

    /// One of the thirty most frequent words.
    pub fn frequent(&mut self) -> String {
        spelled(1 + self.roll(30))
    }

    /// So many words one after the other, as a text somewhere has them.
    pub fn phrase(&mut self, words: usize) -> String {
        // Every text begins with words that its own number gives.
        let text = text_of(self.roll(1_000), 60);
        let all: Vec<&str> = text.split(' ').collect();
        let from = usize::try_from(self.roll((all.len() - words) as u64)).unwrap_or(0);
        all.iter().skip(from).take(words).copied().collect::<Vec<_>>().join(" ")
    }
}

/// The most frequent words of written English, the most frequent first.
#[rustfmt::skip]
const ENGLISH: [&str; 122] = [
    "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "was", "on", "with", "as", "be", "by",
    "at", "this", "are", "from", "or", "an", "have", "not", "which", "you", "had", "were", "but", "has",
    "his", "they", "all", "will", "one", "their", "been", "would", "we", "there", "more", "if", "can",
    "her", "about", "up", "who", "out", "my", "when", "your", "what", "she", "so", "into", "some", "them",
    "other", "do", "could", "time", "only", "no", "than", "may", "its", "new", "also", "people", "our",
    "any", "two", "these", "first", "just", "most", "he", "him", "now", "over", "such", "how", "year",
    "made", "like", "years", "then", "did", "work", "after", "me", "should", "use", "get", "where", "make",
    "because", "before", "back", "way", "well", "through", "even", "many", "much", "between", "those",
    "being", "still", "own", "under", "day", "must", "while", "however", "same", "another", "against",
    "part", "never", "last", "us",
];

/// The most frequent words are those of a language; others are made of syllables, the same for the same number.
fn spelled(number: u64) -> String {
    let place = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
    if let Some(word) = ENGLISH.get(place) {
        return (*word).to_owned();
    }
    const BEGIN: [&str; 16] =
        ["ba", "co", "da", "ge", "hi", "le", "ma", "ne", "pa", "re", "sa", "te", "gwy", "llo", "tre", "pro"];
    let (mut rest, mut word) = (number, String::new());
    while rest > 0 {
        word.push_str(BEGIN[usize::try_from(rest % 16).unwrap_or(0)]);
        rest /= 16;
    }
    word
}

/// A text of so many words, the same for the same seed.
pub fn text_of(seed: u64, words: usize) -> String {
    let mut dice = Dice(seed.wrapping_mul(2_654_435_761).wrapping_add(1));
    let all: Vec<String> = (0..words).map(|_| dice.word()).collect();
    all.join(" ")
}

/// The subjects.
pub fn themes() -> &'static [&'static str] {
    &["delay", "planning", "housing", "care", "schools", "letters", "records", "training"]
}

/// A member of staff.
pub fn handler(n: u64) -> StaffId {
    StaffId(Uuid::from_u128(0x5000_0000 + u128::from(n)))
}

/// A body. Ten of the four hundred have a third of everything.
pub fn body(n: u64) -> BodyId {
    BodyId(Uuid::from_u128(0x6000_0000 + u128::from(n)))
}

fn now() -> Timestamp {
    Timestamp::from_second(1_795_770_000).unwrap_or_default()
}

/// Fills what is not there yet.
pub fn fill(db: &Db, size: Size) -> Result<()> {
    let there =
        db.read(|c| c.one("SELECT COUNT(*) FROM case_row", &[], |row| row.get::<u64>(0)))?.unwrap_or(0);
    let cases = size.recommendations / 3;
    if there == 0 {
        bodies(db)?;
    }
    for first in (there..cases).step_by(CASES_TOGETHER) {
        let until = (first + CASES_TOGETHER as u64).min(cases);
        db.write(move |tx| append_all(tx, &(first..until).map(commit).collect::<Vec<_>>()).map(drop))?;
    }
    let kept = "SELECT COUNT(*) FROM search_doc WHERE kind = 'evidence'";
    let kept = db.read(|c| c.one(kept, &[], |row| row.get::<u64>(0)))?.unwrap_or(0);
    for first in (kept..size.texts).step_by(TEXTS_TOGETHER) {
        let until = (first + TEXTS_TOGETHER as u64).min(size.texts);
        db.write(move |tx| {
            (first..until).try_for_each(|n| {
                let found = Found {
                    headline: format!("minutes-{n}.pdf"),
                    text: text_of(n, 60),
                    class: Class::Of(FileClass::Restricted),
                };
                // Texts stand on cases of their own, so that none is taken for another's.
                let case = CaseId(Uuid::from_u128(0x9_0000_0000 + u128::from(n)));
                search::keep_evidence(tx, case, &[(EvidenceId(Uuid::from_u128(u128::from(n))), found)])
            })
        })?;
    }
    Ok(())
}

fn bodies(db: &Db) -> Result<()> {
    db.write(|tx| {
        (0..400).try_for_each(|n| {
            let name = Bilingual::new(format!("Council {n}"), format!("Cyngor {n}"));
            let body = Body {
                id: body(n),
                name,
                kind: BodyKind::Council,
                language: Language::En,
                merged_into: None,
                chases_stopped: false,
                undeliverable: false,
                over_time: OverTime::default(),
            };
            keep_body(tx, &BodyRecord { body, slug: format!("council-{n}") }, Changed::by_nobody(now()))
        })
    })
}

fn commit(n: u64) -> Commit {
    let mut dice = Dice(n.wrapping_mul(97).wrapping_add(5));
    let case = CaseId(Uuid::from_u128(0x7_0000_0000 + u128::from(n)));
    let to = body(if dice.roll(3) == 0 { dice.roll(10) } else { dice.roll(400) });
    let received_on = today().saturating_sub(i64::try_from(200 + dice.roll(3_400)).unwrap_or(0).days());
    let decided_on = received_on.saturating_add(150.days());
    let row = CaseRow {
        case,
        reference: CaseReference(format!("{:02}-{n:06}", received_on.year() % 100)),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        stage: Stage::FinalIssued,
        compliance: Compliance::Monitoring,
        handler: handler(dice.roll(60)),
        bodies: vec![to],
        received_on,
        decided_on: Some(decided_on),
        closed_on: None,
        look_again_on: None,
    };
    let recommendations: Vec<RecommendationRow> =
        (1..=3).map(|number| recommendation(&mut dice, case, to, number, decided_on)).collect();
    let handling = (dice.roll(2) == 0).then_some(HandlingRow {
        case,
        seq: 1,
        body: to,
        on: decided_on,
        what: HandlingEntry::Sign(HandlingSign::Chase),
        number: Some(RecommendationNumber(1)),
        because: None,
        words: None,
    });
    let texts = CaseTexts {
        title: text_of(n % 1_000, 60).split(' ').take(6).collect::<Vec<_>>().join(" "),
        wordings: (1..=3)
            .map(|number| (RecommendationNumber(number), text_of(n * 3 + u64::from(number), 30)))
            .collect(),
        ..CaseTexts::default()
    };
    let rows = Rows {
        case: row,
        recommendations,
        handling: handling.into_iter().collect(),
        keeping: KeepingRow::default(),
    };
    Commit::new(Actor::System, now(), today(), 0, vec![Event::ChasesResumed], rows).texts(texts)
}

fn recommendation(
    dice: &mut Dice,
    case: CaseId,
    to: BodyId,
    number: u16,
    decided_on: Date,
) -> RecommendationRow {
    // Of a hundred, twelve are open still; those fall due from two months ago to four months on.
    let state = match dice.roll(100) {
        0..8 => State::Due,
        8..10 => State::EvidenceReceived,
        10 => State::UnderReview,
        11 => State::FurtherEvidenceRequested,
        12..75 => State::MetOnTime,
        75..90 => State::MetLate,
        90..94 => State::NotMet,
        94..97 => State::TreatedAsMet,
        97 => State::Refused,
        _ => State::Ceased,
    };
    let open = !state.is_terminal();
    let soon = today().saturating_add((i64::try_from(dice.roll(180)).unwrap_or(0) - 60).days());
    let due = if open { soon } else { decided_on.saturating_add(90.days()) };
    let scope = if dice.roll(100) < 45 { Scope::Service } else { Scope::Personal };
    RecommendationRow {
        case,
        number: RecommendationNumber(number),
        body: to,
        kind: [Kind::Apology, Kind::Training, Kind::Review, Kind::Payment]
            [usize::try_from(dice.roll(4)).unwrap_or(0)],
        scope,
        state,
        awaits_body: matches!(state, State::Due | State::FurtherEvidenceRequested),
        evidence_due_on: Some(due),
        original_due_on: Some(due),
        extension_open: open && dice.roll(30) == 0,
        extended: false,
        last_evidence_on: None,
        days_late: None,
        ended_on: (!open).then_some(due),
        last_chase_step: None,
        undelivered: open && dice.roll(100) == 0,
        themes: dice.pick(themes()).into_iter().collect(),
        taken_over_from: None,
    }
}
