//! There is a list of what will prove the act, and it asks for more than the body's word (R26, R27).
//!
//! Not so good: no list, or `Confirmation that this was done`.
//! Better: `A copy of the letter sent to Mrs A`.

use crate::{
    recommendation::Proof,
    smart::{CheckId, Note, Proves, Subject, reading::Reading, welsh, words::Text},
    text::Language,
};

const EN_STATEMENTS: [&str; 8] = [
    "confirmation",
    "confirm",
    "statement",
    "assurance",
    "tell us",
    "notify us",
    "let us know",
    "an email saying",
];
const CY_STATEMENTS: [&str; 6] =
    ["cadarnhad", "cadarnhau", "datganiad", "sicrwydd", "dweud wrthym", "rhoi gwybod"];

#[expect(clippy::unnecessary_wraps, reason = "every rule has one shape, and most may have nothing to say")]
pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    let items: Vec<_> = subject.evidence.iter().filter(|item| !item.what.trim().is_empty()).collect();
    if items.is_empty() {
        return Some(Note::needed(CheckId::EvidenceList).with("why", "missing"));
    }
    if items.iter().all(|item| is_statement(subject.language, item)) {
        let said = items.first().map_or("", |item| item.what);
        return Some(Note::advice(CheckId::EvidenceList).with("why", "statement").with("words", said));
    }
    let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
    Some(Note::good(CheckId::EvidenceList).with("items", count))
}

fn is_statement(language: Language, item: &Proves<'_>) -> bool {
    let text = Text::new(item.what);
    let opens = |phrase: &&str| {
        let single = !phrase.contains(' ');
        // Articles may stand before it: `A statement that …`, `Written confirmation`.
        (0..3).any(|at| {
            text.phrase_at(at, phrase).is_some()
                || (single
                    && language == Language::Cy
                    && welsh::radicals(text.folded(at)).iter().any(|form| form == phrase))
        })
    };
    let statements: &[&str] = match language {
        Language::En => &EN_STATEMENTS,
        Language::Cy => &CY_STATEMENTS,
    };
    item.proof == Proof::Other && statements.iter().any(opens)
}

#[cfg(test)]
mod tests {
    use crate::{
        recommendation::{Need, Proof},
        smart::{CheckId, Level, Proves, Subject, check, refuses_sending, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn i1_a_missing_evidence_list_refuses_sending() {
        for language in [En, Cy] {
            let subject = Subject { evidence: Vec::new(), ..sample::good(language) };
            let notes = check(&subject);
            let refused: Vec<_> = refuses_sending(&notes).iter().map(|note| note.check).collect();
            assert_eq!(refused, [CheckId::EvidenceList]);
        }
    }

    #[test]
    fn r26_a_bare_statement_is_not_evidence() {
        for (language, what, expected) in [
            (En, "Written confirmation that she was paid", Level::Advice),
            (En, "A statement by the manager", Level::Advice),
            (En, "Copy of the letter", Level::Good),
            (Cy, "Cadarnhad ei bod wedi'i thalu", Level::Advice),
            (Cy, "Copi o'r llythyr", Level::Good),
        ] {
            let evidence = vec![Proves { what, proof: Proof::Other, need: Need::Required }];
            let subject = Subject { evidence, ..sample::good(language) };
            let note = sample::note(&subject, CheckId::EvidenceList).unwrap();
            assert_eq!(note.level, expected, "{what}");
        }
    }
}
