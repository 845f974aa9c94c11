//! Tests of all the checks together: the catalogues, the examples, any text at all, and the record of a case.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use jiff::civil::date;
use proptest::prelude::*;

use super::{
    Addressee, Answers, CheckId, Due, Earlier, Field, Level, Note, Proves, Subject, Sum, check, help,
    refuses_sending, sample,
};
use crate::{
    body::BodyKind,
    money::Pence,
    period::{Length, Unit},
    recommendation::{FindingNumber, Kind, Need, Proof, Scope, State},
    text::Language::{self, Cy, En},
};

const CATALOGUES: [(Language, &str); 2] = [
    (En, include_str!("../../../amends/locales/en/smart.ftl")),
    (Cy, include_str!("../../../amends/locales/cy/smart.ftl")),
];

/// The messages of a catalogue: key, and everything up to the next.
fn messages(source: &str) -> BTreeMap<&str, String> {
    let mut found: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" = ").filter(|_| line.starts_with("smart-")) {
            Some((key, text)) => {
                assert!(found.insert(key, text.to_owned()).is_none(), "{key} stands twice");
                last = Some(key);
            }
            None => {
                if let Some(text) = last.and_then(|key| found.get_mut(key)) {
                    text.push_str(line);
                }
            }
        }
    }
    found
}

/// The variables a message uses.
fn variables(message: &str) -> BTreeSet<&str> {
    let name_end = |text: &str| text.find(|one: char| !one.is_ascii_lowercase()).unwrap_or(text.len());
    message.split('$').skip(1).map(|rest| &rest[..name_end(rest)]).collect()
}

/// Notes of every check, good and not.
fn notes_of_every_sort(language: Language) -> Vec<Note> {
    let good = sample::good(language);
    let (acts, times, long) = match language {
        En => (
            "The Council and the Board will apologise and pay £90 within 2 weeks, then reply within 1 month, inter alia.",
            "Consider the possession order and change the possession order within 2 days.",
            "The authority will institute remedial organisational modifications regarding interdepartmental \
             communication methodologies",
        ),
        Cy => (
            "Bydd y Cyngor a'r Bwrdd yn ymddiheuro ac yn talu £90 o fewn 2 wythnos, ac yn ateb o fewn mis, inter alia.",
            "Ystyried y gorchymyn llys a newid y gorchymyn llys o fewn 2 ddiwrnod.",
            "Bydd y Cyngor yn talu",
        ),
    };
    let long = format!("{long} {}.", ["x"; 45].join(" "));
    let summary = match language {
        En => "Mrs Jones, born 4 May 2011, LL57 2DG, within 2 days.",
        Cy => "Mrs Jones, ganwyd 4 Mai 2011, LL57 2DG, o fewn 2 ddiwrnod.",
    };
    let frozen =
        Addressee { kind: BodyKind::Landlord, spending_frozen_since: Some(date(2026, 3, 3)), ..good.body };
    let due = Due {
        on: Some(date(2026, 12, 25)),
        from: Some(date(2026, 12, 1)),
        period: Length::new(1, Unit::CalendarDays),
        anchor_said: false,
        non_working_day: true,
    };
    let item = |what, proof| Proves { what, proof, need: Need::Required };
    let statement = if language == En { "Confirmation" } else { "Cadarnhad" };
    let earlier =
        || vec![Earlier { reference: Cow::Borrowed("24-1-1"), wording: good.wording, state: State::Due }];
    let policy = vec![item("x", Proof::PolicyText), item("y", Proof::Approval)];
    let train = match language {
        En => "Train all staff.",
        Cy => "Hyfforddi pob swyddog.",
    };
    let hard = "The authority will institute remedial organisational modifications regarding interdepartmental \
                communication methodologies.";
    let one_time = match language {
        En => "The Council will pay within 2 weeks of the decision, and may offset it.",
        Cy => "Bydd y Cyngor yn talu o fewn 2 wythnos i'r penderfyniad, a gaiff wrthbwyso dyled.",
    };
    let later =
        Due { on: Some(date(2027, 12, 1)), period: None, anchor_said: true, non_working_day: false, ..due };
    let subjects = [
        good.clone(),
        Subject { wording: acts, body: frozen, due: Some(due), public_report: true, ..good.clone() },
        Subject { wording: times, body: frozen, answers: None, due: None, evidence: vec![], ..good.clone() },
        Subject { wording: &long, evidence: vec![item(statement, Proof::Other)], ..good.clone() },
        Subject { wording: hard, set_off_allowed: true, ..good.clone() },
        Subject {
            wording: one_time,
            set_off_allowed: true,
            due: Some(later),
            public_report: true,
            ..good.clone()
        },
        Subject { earlier: earlier(), ..good.clone() },
        Subject { kind: Kind::PolicyProcedure, evidence: policy, ..good.clone() },
        Subject { kind: Kind::PolicyProcedure, wording: "", ..good.clone() },
        Subject { kind: Kind::Training, ..good.clone() },
        Subject { kind: Kind::Training, wording: train, ..good.clone() },
        Subject { public_summary: Some(summary), scope: Scope::Service, ..good.clone() },
        Subject { public_summary: Some("Da."), scope: Scope::Service, ..good.clone() },
        Subject { themes: &["delay".to_owned()], scope: Scope::Service, ..good.clone() },
    ];
    subjects.iter().flat_map(check).collect()
}

#[test]
fn r40_every_message_stands_in_both_languages_with_the_values_it_needs() {
    for (language, source) in CATALOGUES {
        let messages = messages(source);
        let mut used: BTreeSet<String> = Kind::ALL.iter().map(|kind| help(*kind).to_owned()).collect();
        let mut seen: BTreeSet<(CheckId, bool)> = BTreeSet::new();
        for note in notes_of_every_sort(language) {
            seen.insert((note.check, note.level == Level::Good));
            let suggestion = note.suggestion.as_ref().map(|one| (&one.key, &one.args));
            for (key, args) in std::iter::once((&note.key, &note.args)).chain(suggestion) {
                let message =
                    messages.get(key.as_str()).unwrap_or_else(|| panic!("{language:?} lacks {key}"));
                let given: BTreeSet<&str> = args.iter().map(|arg| arg.0).collect();
                assert!(variables(message).is_subset(&given), "{key} needs more than {given:?}");
                used.insert(key.clone());
            }
        }
        let keys: BTreeSet<String> = messages.keys().map(|key| (*key).to_owned()).collect();
        let expected: BTreeSet<_> = CheckId::ALL.iter().flat_map(|id| [(*id, true), (*id, false)]).collect();
        let missing: Vec<_> = expected.difference(&seen).collect();
        if language == En {
            assert_eq!(keys, used);
            assert!(missing.is_empty(), "never seen: {missing:?}");
        } else {
            // Welsh has no measure of ease; its words are for English read on a Welsh screen.
            assert_eq!(
                missing.iter().map(|one| one.0).collect::<BTreeSet<_>>(),
                [CheckId::ReadingEase].into()
            );
        }
    }
    let [(_, en), (_, cy)] = CATALOGUES;
    let (en, cy) = (messages(en), messages(cy));
    assert_eq!(en.keys().collect::<Vec<_>>(), cy.keys().collect::<Vec<_>>());
    for (key, message) in &en {
        assert_eq!(variables(message), variables(&cy[key]), "{key}");
        assert_ne!(message, &cy[key], "{key} is not translated");
    }
}

#[test]
fn r42_the_examples_pass_every_check_of_their_wording() {
    for (language, source) in CATALOGUES {
        let messages = messages(source);
        for kind in Kind::ALL {
            let wording = &messages[help(*kind)];
            let amount = match kind {
                Kind::Payment => Some(Sum { at_most: Pence(25_000), formula: None }),
                Kind::Reimbursement => Some(Sum { at_most: Pence(8_400), formula: None }),
                _ => None,
            };
            let evidence = vec![
                Proves { what: "1", proof: Proof::PolicyText, need: Need::Required },
                Proves { what: "2", proof: Proof::Approval, need: Need::Required },
            ];
            let kind = *kind;
            let subject = Subject { kind, wording, amount, evidence, ..sample::good(language) };
            let mut subject = subject;
            subject.body.kind = match wording {
                own if own.contains("landlord") => BodyKind::Landlord,
                own if own.contains("Health") || own.contains("Iechyd") => BodyKind::HealthBoard,
                own if own.contains("Care Provider") || own.contains("Darparwr") => BodyKind::CareProvider,
                _ => BodyKind::Council,
            };
            let bad: Vec<_> = check(&subject).into_iter().filter(|note| note.level != Level::Good).collect();
            assert!(bad.is_empty(), "{wording}: {bad:?}");
        }
    }
}

#[test]
fn r40_only_a_missing_date_and_a_missing_evidence_list_refuse_sending() {
    for language in Language::ALL {
        let notes = notes_of_every_sort(language);
        let refused: BTreeSet<_> = refuses_sending(&notes).iter().map(|note| note.check).collect();
        assert_eq!(refused, [CheckId::EvidenceList, CheckId::HasDate].into());
        let good = check(&sample::good(language));
        assert!(good.iter().all(|note| note.level == Level::Good), "{good:?}");
    }
}

#[test]
fn r40_notes_come_in_the_order_of_the_panel() {
    let order: Vec<_> = notes_of_every_sort(En).iter().take(15).map(|note| note.check).collect();
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
}

/// Texts made of pieces that mean something to the checks, and of any character at all.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "The Council",
        "will",
        "pay",
        "apologise",
        "and",
        "and to",
        "£",
        "1,250.50",
        "within",
        "20",
        "working days",
        "of",
        "by 4 December 2026",
        "Mrs",
        "A",
        "LL57",
        "2DG",
        "a@b.c",
        "943 476 5919",
        "+44",
        "24-0193",
        ".",
        ";",
        "\n",
        "a)",
        "Bydd y Cyngor yn",
        "talu",
        "ac yn",
        "o fewn",
        "fis",
        "ŵ",
        "’",
        "e.g.",
        "born",
        "-",
        "£ ",
        "31",
        "February",
        "(",
        "\u{301}",
        "İ",
        "ﬁ",
        "99999999999999999999",
        "i'r",
        "Dylai'r",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(pieces, 0..30).prop_map(|parts| parts.join(" ")),
        prop::collection::vec("[a-zŵ£@0-9.,'’;:\n -]{0,6}", 0..12).prop_map(|parts| parts.concat()),
    ]
}

proptest! {
    #[test]
    fn r40_any_text_can_be_checked_and_every_note_points_into_its_field(
        wording in texts(), summary in texts(), what in texts(), name in texts(), other in texts(),
        cymraeg in any::<bool>(), kind in prop::sample::select(Kind::ALL.to_vec()), service in any::<bool>(),
    ) {
        let language = if cymraeg { Cy } else { En };
        let subject = Subject {
            kind,
            wording: &wording,
            scope: if service { Scope::Service } else { Scope::Personal },
            public_summary: Some(&summary),
            people: vec![&name],
            evidence: vec![Proves { what: &what, proof: Proof::Other, need: Need::Required }],
            earlier: vec![Earlier { reference: Cow::Borrowed("x"), wording: &other, state: State::Due }],
            ..sample::good(language)
        };
        for note in check(&subject) {
            let length = match note.field {
                Field::Wording => wording.chars().count(),
                Field::PublicSummary => summary.chars().count(),
                Field::Answers | Field::Amount | Field::Addressee | Field::Evidence | Field::EvidenceDue | Field::Themes => 0,
            };
            prop_assert!(note.words.iter().all(|(start, end)| start < end && *end <= length), "{note:?}");
        }
    }

    #[test]
    fn r40_a_split_keeps_the_words_and_asks_for_fewer_acts(wording in texts(), cymraeg in any::<bool>()) {
        let language = if cymraeg { Cy } else { En };
        if let Some((first, second)) = super::split_suggestion(language, &wording) {
            prop_assert!(first.ends_with('.') && second.ends_with('.'));
            prop_assert!(super::split_suggestion(language, &first).is_none(), "{first}");
        }
    }
}

#[test]
fn r40_words_that_cannot_be_parted_well_are_left_as_they_are() {
    assert_eq!(super::split_suggestion(En, "will will a) pay pay"), None);
}

#[test]
fn r40_the_answer_to_a_finding_is_read_by_number() {
    let answers = Some(Answers { finding: FindingNumber(7), known: None });
    let note = sample::note(&Subject { answers, ..sample::good(En) }, CheckId::LinkedToFinding).unwrap();
    assert_eq!((note.level, note.field), (Level::Advice, Field::Answers));
}
