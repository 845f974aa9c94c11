//! The public summary has no case references, NHS or insurance numbers, postcodes, telephones, e-mail (CM2).
//!
//! Not so good: `It will repair the flat at LL57 2DG (our reference 24-0193).`
//! Better: `It will repair the flat.`

use crate::smart::{
    CheckId, Note, Subject,
    reading::Reading,
    time_said,
    words::{Gap, Text, Word},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = reading.summary.as_ref()?;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let date = time_said::date(subject.language, text, at).filter(|_| text.words[at].is_digits());
        if let Some((last, _)) = date {
            at = last + 1;
            continue;
        }
        match finder(text, at) {
            Some((what, first, last)) => {
                found.push((what, first, last));
                at = last + 1;
            }
            None => at += 1,
        }
    }
    let Some((what, ..)) = found.first() else { return Some(Note::good(CheckId::References)) };
    let spans: Vec<_> = found.iter().filter_map(|one| text.span(one.1, one.2)).collect();
    let words: Vec<String> =
        spans.iter().map(|(start, end)| text.raw.chars().skip(*start).take(end - start).collect()).collect();
    Some(Note::advice(CheckId::References).at(spans).with("what", *what).with("words", words.join(", ")))
}

/// What begins at this word, with its first and last word.
fn finder(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    email(text, at)
        .or_else(|| postcode(text, at))
        .or_else(|| insurance_number(text, at))
        .or_else(|| number(text, at))
        .or_else(|| mixed(text, at))
}

fn raw<'a>(text: &Text<'a>, at: usize) -> &'a str {
    text.words.get(at).map_or("", |word| word.raw)
}

/// Is nothing but a space or a hyphen between this word and the one before?
fn follows(text: &Text<'_>, at: usize) -> bool {
    matches!(text.gap(at), Gap::Space | Gap::Hyphen)
}

/// What stands between a word and the one before it, as typed.
fn touches(text: &Text<'_>, at: usize) -> bool {
    let between = || {
        let before: &Word<'_> = text.words.get(at.checked_sub(1)?)?;
        text.raw.get(before.byte + before.raw.len()..text.words.get(at)?.byte)
    };
    between().is_some_and(|gap| !gap.contains(char::is_whitespace))
}

fn email(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    if text.folded(at + 1) != "@" || !touches(text, at + 1) || !touches(text, at + 2) {
        return None;
    }
    let mut last = at + 2;
    while touches(text, last + 1) && raw(text, last + 1) != "@" {
        last += 1;
    }
    Some(("email", at, last))
}

/// `LL57 2DG`, `LL572DG`: letters and a figure, then a figure and two letters.
fn postcode(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    let shape = |word: &str| -> String {
        word.chars()
            .map(|one| match one {
                'A'..='Z' => 'A',
                '0'..='9' => '9',
                _ => '?',
            })
            .collect()
    };
    let outward = |shape: &str| ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(&shape);
    let first = shape(raw(text, at));
    if outward(&first) && shape(raw(text, at + 1)) == "9AA" && follows(text, at + 1) {
        return Some(("postcode", at, at + 1));
    }
    let head = first.strip_suffix("9AA")?;
    outward(head).then_some(("postcode", at, at))
}

/// `QQ 12 34 56 C`, with or without spaces.
fn insurance_number(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    let mut joined = String::new();
    for last in at..(at + 5).min(text.words.len()) {
        if last > at && !follows(text, last) {
            return None;
        }
        joined.push_str(raw(text, last));
        let all: Vec<char> = joined.chars().collect();
        let shaped = all.len() == 9
            && all[..2].iter().all(char::is_ascii_uppercase)
            && all[2..8].iter().all(char::is_ascii_digit)
            && ('A'..='D').contains(&all[8]);
        if shaped {
            return Some(("insurance", at, last));
        }
    }
    None
}

/// Groups of figures: a telephone number, an NHS number, a case reference.
fn number(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    let is_group = |place: usize| text.words.get(place).is_some_and(Word::is_digits);
    if !is_group(at) || text.before(at, 1) == "£" {
        return None;
    }
    let mut last = at;
    let slash = |place: usize| text.words.get(place).is_some_and(|word| text.raw[..word.byte].ends_with('/'));
    while !slash(last + 1)
        && is_group(last + 1)
        && (follows(text, last + 1) || text.gap(last + 1) == Gap::Comma)
        && last - at < 5
    {
        last += 1;
    }
    let digits: String = (at..=last).map(|place| raw(text, place)).collect();
    let plus = text
        .words
        .get(at)
        .is_some_and(|word| text.raw.get(..word.byte).is_some_and(|head| head.ends_with('+')));
    let is_year = |place: usize| {
        let word = raw(text, place);
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
    };
    if (at..=last).all(is_year) {
        return None;
    }
    let what = match digits.len() {
        10 | 11 if digits.starts_with('0') => "phone",
        11..=13 if plus => "phone",
        10 if is_nhs(&digits) || (at.saturating_sub(3)..at).any(|place| text.folded(place) == "nhs") => "nhs",
        7..=12 => "reference",
        // `24-0193`: two figures for the year, then the number.
        6 if last == at + 1 && raw(text, at).len() == 2 && text.gap(last) == Gap::Hyphen => "reference",
        _ => return None,
    };
    Some((what, at, last))
}

/// The last figure of an NHS number checks the others, modulo 11.
fn is_nhs(digits: &str) -> bool {
    let figures: Vec<u32> = digits.chars().filter_map(|one| one.to_digit(10)).collect();
    let [first @ .., check] = figures.as_slice() else { return false };
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(figure, weight)| figure * weight).sum();
    let expected = (11 - sum % 11) % 11;
    figures.len() == 10 && expected < 10 && expected == *check
}

/// `UPRN12345`, `HX202401234`, `PH/2023/0456`: letters and figures in one, or the word `reference` before.
fn mixed(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, usize)> {
    let word = raw(text, at);
    let figures = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(char::is_ascii_uppercase).count();
    if figures >= 4 && letters >= 1 && figures + letters == word.chars().count() {
        return Some(("reference", at, at));
    }
    let cued = (1..=2).any(|back| {
        ["reference", "ref", "cyfeirnod", "nghyfeirnod", "chyfeirnod"].contains(&text.before(at, back))
    });
    (cued && figures >= 2).then_some(("reference", at, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r45_the_public_text_has_no_references() {
        for (language, summary, expected) in [
            (En, "It will train 14 officers and spend £1,250 on it in 2026.", None),
            (En, "It will repair the flat at LL57 2DG.", Some(("postcode", "LL57 2DG"))),
            (En, "See case 24-0193.", Some(("reference", "24-0193"))),
            (En, "See 202301234.", Some(("reference", "202301234"))),
            (En, "Patient 943 476 5919 was not told.", Some(("nhs", "943 476 5919"))),
            (En, "Ring 01248 371 000.", Some(("phone", "01248 371 000"))),
            (En, "Ring +44 1248 371000.", Some(("phone", "44 1248 371000"))),
            (En, "Write to a.jones@ynys.example.", Some(("email", "jones@ynys.example"))),
            (En, "Number QQ 12 34 56 C was used.", Some(("insurance", "QQ 12 34 56 C"))),
            (En, "It changed its policy on 17/03/2023 for the years 2018-2019 and 2019/2020.", None),
            (Cy, "Bydd yn hyfforddi 14 o swyddogion.", None),
            (Cy, "Bydd yn trwsio'r fflat yn LL57 2DG.", Some(("postcode", "LL57 2DG"))),
            (Cy, "Ein cyfeirnod AB12.", Some(("reference", "AB12"))),
        ] {
            let subject = Subject { public_summary: Some(summary), ..sample::good(language) };
            let note = sample::note(&subject, CheckId::References).unwrap();
            let what = note.args.iter().find(|arg| arg.0 == "what").map(|arg| arg.1.clone());
            assert_eq!(what, expected.map(|pair| Value::from(pair.0)), "{summary}");
            let words = sample::words(summary, &note);
            assert_eq!(words, expected.iter().map(|pair| pair.1).collect::<Vec<_>>(), "{summary}");
        }
    }
}
