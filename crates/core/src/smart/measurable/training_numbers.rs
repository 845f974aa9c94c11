//! Training says who is trained, and how many or which of them (CM8).
//!
//! Not so good: `The Trust will train staff in record keeping.`
//! Better: `The Trust will train all 14 nurses of Ward 4 in record keeping.`

use crate::{
    recommendation::Kind,
    smart::{
        CheckId, Note, Subject,
        reading::Reading,
        welsh,
        words::{Gap, Text},
    },
    text::Language,
};

#[rustfmt::skip]
const EN_PEOPLE: [&str; 30] = [
    "advisers", "agents", "assessors", "assistants", "carers", "caseworkers", "clinicians", "contractors",
    "councillors", "doctors", "employees", "governors", "gps", "handlers", "inspectors", "managers",
    "members", "midwives", "nurses", "officers", "operators", "panel", "practitioners", "receptionists",
    "staff", "supervisors", "teachers", "team", "teams", "workers",
];
#[rustfmt::skip]
const CY_PEOPLE: [&str; 26] = [
    "aelod", "aelodau", "arolygwyr", "athrawon", "athro", "bydwragedd", "clinigwyr", "contractwyr",
    "cynghorwyr", "cynorthwywyr", "gweithiwr", "gweithwyr", "llywodraethwyr", "meddyg", "meddygon", "nyrs",
    "nyrsys", "panel", "rheolwr", "rheolwyr", "staff", "swyddog", "swyddogion", "tim", "timau",
    "ymarferwyr",
];
const EN_ALL: [&str; 6] = ["all", "every", "each", "both", "whole", "entire"];
const CY_ALL: [&str; 7] = ["bob", "cyfan", "ddau", "gyd", "gyfan", "holl", "pob"];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    if subject.kind != Kind::Training || reading.wording.words.is_empty() {
        return None;
    }
    let text = &reading.wording;
    let people: Vec<_> =
        (0..text.words.len()).filter(|at| is_people(subject.language, text.folded(*at))).collect();
    let numbered = (0..text.words.len()).any(|at| {
        let in_time = reading.times.iter().any(|said| (said.first..=said.last).contains(&at));
        !in_time && tells_how_many(subject.language, text, at)
    });
    let why = match (people.is_empty(), numbered) {
        (false, true) => return Some(Note::good(CheckId::TrainingNumbers)),
        (true, true) => "who",
        (false, false) => "many",
        (true, false) => "both",
    };
    let spans = people.iter().filter_map(|at| text.span(*at, *at));
    Some(Note::advice(CheckId::TrainingNumbers).at(spans).with("why", why))
}

fn is_people(language: Language, folded: &str) -> bool {
    match language {
        Language::En => {
            EN_PEOPLE.iter().any(|name| *name == folded || name.strip_suffix('s') == Some(folded))
        }
        Language::Cy => welsh::radicals(folded).iter().any(|form| CY_PEOPLE.contains(&form.as_str())),
    }
}

/// A number, or a word such as `all`; not the pounds of a sum, nor the number of a ward or a form.
fn tells_how_many(language: Language, text: &Text<'_>, at: usize) -> bool {
    let word = text.folded(at);
    let all: &[&str] = match language {
        Language::En => &EN_ALL,
        Language::Cy => &CY_ALL,
    };
    let named = at > 0
        && text.words[at - 1].is_capital()
        && text.gap(at) == Gap::Space
        && !matches!(text.gap(at - 1), Gap::Start | Gap::Stop);
    let number = text.words[at].is_digits() && text.before(at, 1) != "£" && !named;
    all.contains(&word) || number || counted_in_words(language, word)
}

fn counted_in_words(language: Language, word: &str) -> bool {
    const EN: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"];
    const CY: [&str; 10] = ["dau", "dwy", "tri", "tair", "pedwar", "pedair", "pump", "chwe", "deg", "ugain"];
    match language {
        Language::En => EN.contains(&word),
        Language::Cy => welsh::radicals(word).iter().any(|form| CY.contains(&form.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Level, Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_training_says_who_and_how_many() {
        for (language, wording, expected) in [
            (En, "The Trust will train all nurses of Ward 4 in record keeping.", None),
            (En, "The Council will train its 12 housing officers in the code.", None),
            (En, "The Trust will train staff of Ward 4 in record keeping within 3 months.", Some("many")),
            (En, "The Trust will provide training in record keeping.", Some("both")),
            (En, "The Trust will train everyone: 14 people.", Some("who")),
            (Cy, "Bydd y Cyngor yn hyfforddi pob swyddog tai yn y cod.", None),
            (Cy, "Bydd y Bwrdd yn hyfforddi 14 o nyrsys.", None),
            (Cy, "Bydd y Bwrdd yn hyfforddi ei staff o fewn 3 mis.", Some("many")),
            (Cy, "Bydd y Bwrdd yn darparu hyfforddiant.", Some("both")),
        ] {
            let subject = Subject { kind: Kind::Training, wording, ..sample::good(language) };
            let note = sample::note(&subject, CheckId::TrainingNumbers).unwrap();
            let why = note.args.iter().find(|arg| arg.0 == "why").map(|arg| arg.1.clone());
            assert_eq!(why, expected.map(Value::from), "{wording}");
            assert_eq!(note.level == Level::Good, expected.is_none());
        }
    }
}
