//! Tests of letters: every template in both languages, the record behind each, and the tone.

use std::fs;

use amends_core::{
    letter::LetterKind,
    text::{Digest, Language},
};

use super::{LetterData, Letters, Reader, Rendered, Template, digest, name_key, readers, template::sample};
use crate::i18n::Catalogue;

mod from_the_record;

fn data(kind: LetterKind, reader: Reader, language: Language) -> LetterData {
    LetterData { kind: kind.code().to_owned(), reader, ..sample(language).unwrap() }
}

fn every_letter() -> Vec<LetterData> {
    let mut all = Vec::new();
    for kind in LetterKind::ALL {
        for reader in readers(kind) {
            all.extend(Language::ALL.map(|language| data(kind, *reader, language)));
        }
    }
    all
}

/// The same letter with nothing in it that may be missing.
fn bare(mut data: LetterData) -> LetterData {
    data.to = String::new();
    data.adjustments = None;
    data.decided_on = None;
    data.draft = None;
    data.needed = None;
    data.received = None;
    data.check_by = None;
    data.improvements = 0;
    data.earlier.clear();
    data.handover = None;
    for matter in &mut data.matters {
        matter.own_reference = None;
        matter.page = None;
        for action in &mut matter.actions {
            action.amount = None;
            action.evidence_due_on = None;
            action.first_due_on = None;
            action.explanation.clear();
            action.due_later = None;
            action.days_overdue = None;
            action.replaces = None;
            action.extension = None;
            action.outcome = None;
            action.takes_up.clear();
        }
    }
    data
}

fn render(data: &LetterData) -> Rendered {
    Letters::default().render(data).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn r38_every_letter_is_written_in_both_languages() {
    assert_eq!(Letters::default().check(), Vec::new());
    for data in every_letter() {
        for data in [data.clone(), bare(data.clone()), LetterData { by_post: true, ..data }] {
            let letter = render(&data);
            let name = format!("{} {:?} {}", data.kind, data.reader, data.language.tag());
            assert!(!letter.subject.is_empty() && letter.text.len() > 200, "{name}");
            assert!(!letter.text.contains("\n\n\n"), "{name}: {}", letter.text);
            assert!(!letter.text.contains("{{") && !letter.text.contains("{%"), "{name}");
            assert!(letter.text.contains("01632 960123") && letter.text.contains("Sian Price"), "{name}");
        }
    }
}

#[test]
fn r38_no_sentence_stays_in_the_other_language() {
    for welsh in every_letter().into_iter().filter(|data| data.language == Language::Cy) {
        let english = LetterData { language: Language::En, ..sample(Language::En).unwrap() };
        let english = LetterData { kind: welsh.kind.clone(), reader: welsh.reader, ..english };
        let (kind, welsh, english) = (welsh.kind.clone(), render(&welsh), render(&english));
        let same = |line: &&str| {
            let own = ["caseinfo+", "https://", "Sian Price", "Page", "24-0193"];
            line.len() > 3 && !own.iter().any(|part| line.contains(part)) && english.text.contains(*line)
        };
        let left: Vec<_> = welsh.text.lines().filter(same).collect();
        assert!(left.is_empty(), "{kind}: {left:?}");
        assert_ne!(welsh.subject, english.subject, "{kind}");
        let words: Vec<_> = welsh.text.split(|c: char| !c.is_alphabetic()).collect();
        for leaked in ["the", "and", "of", "you", "please", "evidence", "Please", "We"] {
            assert!(!words.contains(&leaked), "{kind}: {leaked:?} in {}", welsh.text);
        }
    }
}

#[test]
fn i5_a_letter_is_reproduced_from_stored_template_and_data() {
    for data in every_letter() {
        let template = Letters::default().template(&data.kind, data.reader, data.language).unwrap();
        let first = template.render(&data).unwrap();
        let kept_data = serde_json::to_string(&data).unwrap();
        let kept_text = template.text().to_owned();

        let again: LetterData = serde_json::from_str(&kept_data).unwrap();
        let second = Template::stored("letter", kept_text).render(&again).unwrap();
        assert_eq!(first, second);
        assert_eq!(first.template_version, Digest::of(template.text().as_bytes()));
        assert_eq!(first.data_digest, Digest::of(kept_data.as_bytes()));
    }
}

#[test]
fn i5_other_words_in_a_part_make_another_version() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("parts")).unwrap();
    fs::write(folder.path().join("parts/statement.en.txt"), "Please show us.\n").unwrap();
    let own = Letters::new(Some(folder.path().to_owned()));
    let data = data(LetterKind::Chase, Reader::Body, Language::En);
    let (theirs, ours) = (own.render(&data).unwrap(), render(&data));
    assert!(theirs.text.contains("Please show us."));
    assert_ne!(theirs.template_version, ours.template_version);
    assert_eq!(theirs.data_digest, ours.data_digest);
}

#[test]
fn an_error_in_an_offices_own_template_names_file_line_and_variable() {
    let folder = tempfile::tempdir().unwrap();
    let chase = folder.path().join("chase");
    fs::create_dir(&chase).unwrap();
    let file = chase.join("body.en.txt");
    let text = "Subject: {{ reference }}\n{% include \"parts/sign.en.txt\" %}\n\nBy {{ sender.fax }}\n";
    fs::write(&file, text).unwrap();
    let own = Letters::new(Some(folder.path().to_owned()));
    let wrong = own.check();
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert_eq!((wrong[0].file.as_str(), wrong[0].line), (file.to_str().unwrap(), 4), "{}", wrong[0]);
    assert_eq!(wrong[0].variable.as_deref(), Some("sender.fax"), "{}", wrong[0]);

    fs::write(&file, "Subject: x\n\n{% if %}\n").unwrap();
    assert_eq!(own.check()[0].line, 3, "{}", own.check()[0]);
    fs::write(&file, "Dear all\n").unwrap();
    assert!(own.check()[0].to_string().contains("Subject:"), "{}", own.check()[0]);
}

#[test]
fn r38_every_kind_of_letter_has_a_name_in_both_languages() {
    for kind in LetterKind::ALL {
        for language in Language::ALL {
            assert!(Catalogue::get().has(language, name_key(kind)), "{kind:?} in {}", language.tag());
        }
    }
}

#[test]
fn r9_a_draft_says_not_to_start_yet() {
    let english = render(&data(LetterKind::Draft, Reader::Body, Language::En)).text;
    assert!(english.contains("Please do not start any of these actions before our final decision"));
    assert!(english.contains("You may start action 2 now"));
    let welsh = render(&data(LetterKind::Draft, Reader::Body, Language::Cy)).text;
    assert!(welsh.contains("Peidiwch â dechrau ar yr un o’r camau hyn cyn ein penderfyniad terfynol"));
}

#[test]
fn complainants_read_nothing_sensitive_in_a_subject_and_no_jargon() {
    let jargon = [
        "recommendation",
        "compliance",
        "non-comp",
        "body in",
        "evidence",
        "remedy",
        "injustice",
        "maladministration",
        "settlement",
        "argymhelliad",
        "cydymffurf",
        "tystiolaeth",
        "anghyfiawnder",
    ];
    for data in every_letter().into_iter().filter(|data| data.reader == Reader::Complainant) {
        let letter = render(&data);
        let neutral = match data.language {
            Language::En => "An update from Ombudsman’s Office – 24-0193",
            Language::Cy => "Diweddariad – Swyddfa’r Ombwdsmon – 24-0193",
        };
        assert_eq!(letter.subject, neutral);
        let text = letter.text.to_lowercase();
        for word in jargon {
            assert!(!text.contains(word), "{}: {word}", data.kind);
        }
        assert!(letter.text.contains(data.adjustments.as_deref().unwrap()), "{}", data.kind);
    }
}

#[test]
fn r31_one_digest_for_all_cases_of_a_body() {
    let first = data(LetterKind::Chase, Reader::Body, Language::Cy);
    let mut second = first.clone();
    second.matters[0].reference = "23-0001".to_owned();
    second.matters[0].actions[0].reference = "23-0001-1".to_owned();
    let whole = digest(vec![first.clone(), second]).unwrap();
    assert_eq!(whole.reference, "23-0001");
    let letter = render(&whole);
    assert!(letter.subject.starts_with("Achosion: 2:"), "{}", letter.subject);
    assert!(letter.text.contains("(23-0001-1)") && letter.text.contains("(24-0193-1)"));

    let english = data(LetterKind::Chase, Reader::Body, Language::En);
    assert_eq!(digest(vec![first, english]), None, "two languages make no one letter");
    assert_eq!(digest(vec![data(LetterKind::Draft, Reader::Body, Language::En)]), None);
    assert_eq!(digest(Vec::new()), None);
}

#[test]
fn what_people_typed_cannot_make_headings_headers_or_markup() {
    let mut data = data(LetterKind::FurtherEvidence, Reader::Body, Language::En);
    data.needed =
        Some("one\n## Forged heading\r\nBcc: x@y.example <script>alert(1)</script> {{ 7*7 }}".to_owned());
    data.reference = "24-0193\r\nBcc: x@y.example".to_owned();
    let letter = render(&data);
    assert!(!letter.subject.contains(['\r', '\n']), "{}", letter.subject);
    assert!(letter.text.contains("one ## Forged heading Bcc:") && letter.text.contains("{{ 7*7 }}"));
    assert!(!letter.html.contains("<script"), "{}", letter.html);
}

/// Letters as they stand, to be read whole by whoever changes them; `AMENDS_WRITE_GOLDEN=1` writes them anew.
#[test]
fn letters_read_as_they_did() {
    let kept = [
        (LetterKind::Chase, Reader::Body, Language::En),
        (LetterKind::Chase, Reader::Body, Language::Cy),
        (LetterKind::ExtensionDecision, Reader::Body, Language::Cy),
        (LetterKind::Completion, Reader::Complainant, Language::En),
        (LetterKind::Completion, Reader::Complainant, Language::Cy),
    ];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/letters");
    for (kind, reader, language) in kept {
        let letter = render(&data(kind, reader, language));
        let name = format!("{}.{}.{}.txt", kind.code(), reader.code(), language.tag());
        let now = format!("{}\n\n{}", letter.subject, letter.text);
        if std::env::var_os("AMENDS_WRITE_GOLDEN").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(&name), &now).unwrap();
        }
        let before = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert_eq!(now, before, "tests/golden/letters/{name} is not what is written now");
    }
}
