//! A good recommendation to start tests from; each test spoils what it is about.

use super::{Addressee, Answers, CheckId, Due, Known, Level, Note, Proves, Subject, Sum, check};
use crate::{
    body::BodyKind,
    money::Pence,
    recommendation::{FindingNumber, Kind, Need, Proof, Scope},
    text::{Bilingual, Language},
};
use jiff::civil::date;
use std::sync::LazyLock;

pub(super) static YNYS: LazyLock<Bilingual> = LazyLock::new(|| Bilingual::new("Ynys Council", "Cyngor Ynys"));

/// A payment to a person, with nothing wrong in it.
pub(super) fn good(language: Language) -> Subject<'static> {
    let (wording, what) = match language {
        Language::En => {
            ("The Council will pay Mrs A £250 for the distress its delay caused her.", "Bank record")
        }
        Language::Cy => ("Bydd y Cyngor yn talu £250 i Mrs A am y gofid a achosodd yr oedi.", "Cofnod banc"),
    };
    Subject {
        language,
        kind: Kind::Payment,
        scope: Scope::Personal,
        wording,
        amount: Some(Sum { at_most: Pence(25_000), formula: None }),
        set_off_allowed: false,
        answers: Some(Answers {
            finding: FindingNumber(1),
            known: Some(Known { injustice: true, same_body: true }),
        }),
        own_initiative: false,
        body: Addressee { name: &YNYS, kind: BodyKind::Council, spending_frozen_since: None },
        evidence: vec![Proves { what, proof: Proof::PaymentRecord, need: Need::Required }],
        due: Some(Due { on: Some(date(2026, 12, 4)), anchor_said: true, ..Due::default() }),
        public_report: false,
        public_summary: None,
        themes: &[],
        earlier: Vec::new(),
        people: vec!["Mrs Anwen Pritchard"],
    }
}

/// What one check says of a subject.
pub(super) fn note(subject: &Subject<'_>, id: CheckId) -> Option<Note> {
    check(subject).into_iter().find(|note| note.check == id)
}

/// How one check comes out for a wording.
pub(super) fn level(language: Language, wording: &str, id: CheckId) -> Option<Level> {
    note(&Subject { wording, ..good(language) }, id).map(|note| note.level)
}

/// The words a note points at.
pub(super) fn words(text: &str, note: &Note) -> Vec<String> {
    note.words.iter().map(|(start, end)| text.chars().skip(*start).take(end - start).collect()).collect()
}
