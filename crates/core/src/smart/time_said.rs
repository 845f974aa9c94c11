//! Deadlines said in words: `within 20 working days`, `by 4 December 2026`, `o fewn tri mis`, `cyn gynted â phosibl`.
//!
//! Only what is said as a deadline counts: `the three months she waited` is a story, not a deadline.

use jiff::civil::Date;

use super::{
    welsh,
    words::{Gap, Text},
};
use crate::{
    period::{Length, Unit},
    text::Language,
};

/// A deadline found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// What it says.
    pub when: When,
}

/// What a deadline says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A period.
    Within(Length),
    /// A day.
    On(Date),
    /// A day or month without its year.
    Unfinished,
    /// Soon, at once, without delay.
    Vague,
}

#[rustfmt::skip]
const EN_LEADS: [&str; 13] = [
    "within", "in", "by", "before", "until", "no later than", "not later than", "at the latest by",
    "over the next", "for the next", "every", "on or before", "after",
];
const CY_LEADS: [&str; 9] =
    ["o fewn", "ymhen", "erbyn", "cyn", "dim hwyrach na", "heb fod yn hwyrach na", "bob", "dros y", "mewn"];
const EN_VAGUE: [&str; 10] = [
    "as soon as possible",
    "as soon as practicable",
    "as soon as is practicable",
    "immediately",
    "without delay",
    "forthwith",
    "in due course",
    "straight away",
    "at once",
    "promptly",
];
const CY_VAGUE: [&str; 8] = [
    "cyn gynted a phosibl",
    "cyn gynted ag y bo modd",
    "ar unwaith",
    "yn ddi oed",
    "yn ddioed",
    "yn syth",
    "maes o law",
    "yn brydlon",
];
#[rustfmt::skip]
const EN_COUNTS: [(&str, u16); 24] = [
    ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
    ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("fourteen", 14),
    ("fifteen", 15), ("eighteen", 18), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
    ("sixty", 60), ("ninety", 90), ("next", 1),
];
#[rustfmt::skip]
const CY_COUNTS: [(&str, u16); 21] = [
    ("un", 1), ("dau", 2), ("dwy", 2), ("tri", 3), ("tair", 3), ("pedwar", 4), ("pedair", 4), ("pump", 5),
    ("pum", 5), ("chwech", 6), ("chwe", 6), ("saith", 7), ("wyth", 8), ("naw", 9), ("deg", 10),
    ("deng", 10), ("deuddeg", 12), ("deuddeng", 12), ("pymtheg", 15), ("pymtheng", 15), ("ugain", 20),
];
#[rustfmt::skip]
const EN_MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];
#[rustfmt::skip]
const CY_MONTHS: [&str; 12] = [
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref",
    "tachwedd", "rhagfyr",
];

/// The deadlines, in order.
pub(super) fn find(language: Language, text: &Text<'_>) -> Vec<Said> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        match at_place(language, text, at) {
            Some(said) => {
                at = said.last + 1;
                found.push(said);
            }
            None => at += 1,
        }
    }
    found
}

fn at_place(language: Language, text: &Text<'_>, at: usize) -> Option<Said> {
    let (vague, leads): (&[&str], &[&str]) = match language {
        Language::En => (&EN_VAGUE, &EN_LEADS),
        Language::Cy => (&CY_VAGUE, &CY_LEADS),
    };
    if let Some(count) = vague.iter().find_map(|phrase| text.phrase_at(at, phrase)) {
        return Some(Said { first: at, last: at + count - 1, when: When::Vague });
    }
    let lead = leads.iter().find_map(|phrase| text.phrase_at(at, phrase))?;
    // `by the end of March`, `erbyn diwedd mis Mawrth`, `no later than one month`: a few words may stand between.
    (at + lead..at + lead + 5)
        .take_while(|place| *place == at + lead || text.gap(*place) == Gap::Space)
        .find_map(|place| {
            let (last, when) = date(language, text, place).or_else(|| {
                let close = place <= at + lead + 1;
                close.then(|| period(language, text, place)).flatten()
            })?;
            Some(Said { first: at, last, when })
        })
}

fn count(language: Language, text: &Text<'_>, at: usize) -> Option<u16> {
    let word = text.words.get(at)?;
    if word.is_digits() {
        return word.number().and_then(|number| u16::try_from(number).ok());
    }
    match language {
        Language::En => EN_COUNTS.iter().find(|pair| pair.0 == word.folded).map(|pair| pair.1),
        Language::Cy => welsh::radicals(&word.folded)
            .iter()
            .find_map(|form| CY_COUNTS.iter().find(|pair| pair.0 == form).map(|pair| pair.1)),
    }
}

/// A period that begins at this word: its last word, and what it is.
fn period(language: Language, text: &Text<'_>, at: usize) -> Option<(usize, When)> {
    let (number, mut place) = match count(language, text, at) {
        Some(number) => (number, at + 1),
        None => (1, at),
    };
    let counted = place > at;
    let working = ["working", "business"].contains(&text.folded(place));
    if working || text.folded(place) == "calendar" {
        place += 1;
    }
    let word = text.folded(place);
    match language {
        Language::En => match word {
            "day" | "days" if counted => {
                within(place, number, if working { Unit::WorkingDays } else { Unit::CalendarDays })
            }
            "week" | "weeks" if counted => within(place, number, Unit::Weeks),
            "month" | "months" if counted => within(place, number, Unit::Months),
            "year" | "years" if counted => within(place, number, Unit::Years),
            "fortnight" => within(place, 2, Unit::Weeks),
            _ => None,
        },
        Language::Cy => welsh_period(text, place, number, counted),
    }
}

fn welsh_period(text: &Text<'_>, place: usize, number: u16, counted: bool) -> Option<(usize, When)> {
    const NAMES: [&str; 8] =
        ["blwyddyn", "diwrnod", "dydd", "mis", "misoedd", "mlynedd", "pythefnos", "wythnos"];
    let word = text.folded(place);
    let name = if word == "wythnosau" { "wythnos" } else { welsh::in_table(&NAMES, word)? };
    match name {
        "pythefnos" => within(place, 2, Unit::Weeks),
        "wythnos" => within(place, number, Unit::Weeks),
        // `mis Mawrth` is a date; `o fewn mis` is a period.
        "mis" if month(Language::Cy, text.folded(place + 1)).is_some() => None,
        "mis" | "misoedd" => within(place, number, Unit::Months),
        "mlynedd" | "blwyddyn" => within(place, number, Unit::Years),
        _ if text.folded(place + 1) == "gwaith" => within(place + 1, number, Unit::WorkingDays),
        _ if counted => within(place, number, Unit::CalendarDays),
        _ => None,
    }
}

/// A period that ends with this word; none where it counts nothing.
fn within(last: usize, amount: u16, unit: Unit) -> Option<(usize, When)> {
    Length::new(amount, unit).map(|length| (last, When::Within(length)))
}

fn month(language: Language, folded: &str) -> Option<i8> {
    let known = |form: &str, table: &[&str; 12]| {
        table.iter().position(|name| *name == form).and_then(|place| i8::try_from(place + 1).ok())
    };
    match language {
        Language::En => known(folded, &EN_MONTHS),
        Language::Cy => welsh::radicals(folded).iter().find_map(|form| known(form, &CY_MONTHS)),
    }
}

/// A date that begins at this word: its last word, and which it is.
pub(super) fn date(language: Language, text: &Text<'_>, at: usize) -> Option<(usize, When)> {
    written(text, at).or_else(|| {
        let word = text.words.get(at)?;
        if let Some(number) = month(language, &word.folded).filter(|_| word.is_capital()) {
            return month_first(text, at, number);
        }
        let day = i8::try_from(word.number()?).ok()?;
        let skip = usize::from(["of", "o"].contains(&text.folded(at + 1)));
        let month = month(language, text.folded(at + 1 + skip))?;
        Some(with_year(text, at + 1 + skip, month, day))
    })
}

/// `December 4, 2026`, `March 2026`, `March`.
fn month_first(text: &Text<'_>, at: usize, month: i8) -> Option<(usize, When)> {
    let next = text.words.get(at + 1).and_then(super::words::Word::number);
    match next {
        Some(day @ 1..=31) => Some(with_year(text, at + 1, month, i8::try_from(day).ok()?)),
        Some(1900..=2199) => Some((at + 1, When::Unfinished)),
        _ => Some((at, When::Unfinished)),
    }
}

fn with_year(text: &Text<'_>, last: usize, month: i8, day: i8) -> (usize, When) {
    let year = text
        .words
        .get(last + 1)
        .filter(|word| word.is_digits())
        .and_then(super::words::Word::number)
        .filter(|year| (1900..2200).contains(year))
        .and_then(|year| i16::try_from(year).ok());
    match year.and_then(|year| Date::new(year, month, day).ok()) {
        Some(date) => (last + 1, When::On(date)),
        None => (last + usize::from(year.is_some()), When::Unfinished),
    }
}

/// `04/12/2026`, `4.12.2026` and `2026-12-04`, day before month unless the year stands first.
fn written(text: &Text<'_>, at: usize) -> Option<(usize, When)> {
    let part = |word: &str| word.parse::<i16>().ok();
    let whole = text.words.get(at)?;
    let by_points: Vec<_> = whole.folded.split('.').filter_map(part).collect();
    let (parts, last) = if let [day, month, year] = by_points.as_slice() {
        ([*day, *month, *year], at)
    } else {
        (by_strokes(text, at)?, at + 2)
    };
    let [year, month, day] = if parts[0] > 31 { parts } else { [parts[2], parts[1], parts[0]] };
    let year = if (0..100).contains(&year) { year + 2000 } else { year };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((last, When::On(date)))
}

/// Three numbers with a stroke or hyphen between them.
fn by_strokes(text: &Text<'_>, at: usize) -> Option<[i16; 3]> {
    let joined = |place: usize| {
        let ends = text.words.get(place - 1).zip(text.words.get(place));
        let between = ends.and_then(|(before, word)| text.raw.get(before.byte + before.raw.len()..word.byte));
        matches!(between, Some("/" | "-"))
    };
    if !joined(at + 1) || !joined(at + 2) {
        return None;
    }
    let part = |place: usize| text.folded(place).parse().ok();
    Some([part(at)?, part(at + 1)?, part(at + 2)?])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    fn times(language: Language, wording: &str) -> Vec<When> {
        find(language, &Text::new(wording)).iter().map(|said| said.when).collect()
    }

    fn within(amount: u16, unit: Unit) -> When {
        When::Within(Length::new(amount, unit).unwrap())
    }

    #[test]
    fn deadlines_are_read_in_english() {
        for (wording, expected) in [
            ("Pay within 20 working days.", vec![within(20, Unit::WorkingDays)]),
            ("Within one month the Board will", vec![within(1, Unit::Months)]),
            ("reply in a fortnight", vec![within(2, Unit::Weeks)]),
            ("by 4 December 2026", vec![When::On(day(2026, 12, 4))]),
            ("no later than 04/12/2026", vec![When::On(day(2026, 12, 4))]),
            ("by 2026-12-04", vec![When::On(day(2026, 12, 4))]),
            ("by the end of March", vec![When::Unfinished]),
            ("as soon as possible", vec![When::Vague]),
            ("by 31 February 2026", vec![When::Unfinished]),
            ("for the three months she waited", vec![]),
            ("repair the roof by hand", vec![]),
        ] {
            assert_eq!(times(Language::En, wording), expected, "{wording}");
        }
    }

    #[test]
    fn deadlines_are_read_in_welsh() {
        for (wording, expected) in [
            ("o fewn 20 diwrnod gwaith", vec![within(20, Unit::WorkingDays)]),
            ("o fewn mis", vec![within(1, Unit::Months)]),
            ("o fewn tri mis", vec![within(3, Unit::Months)]),
            ("o fewn 2 fis", vec![within(2, Unit::Months)]),
            ("o fewn pythefnos", vec![within(2, Unit::Weeks)]),
            ("o fewn tair wythnos", vec![within(3, Unit::Weeks)]),
            ("erbyn 4 Rhagfyr 2026", vec![When::On(day(2026, 12, 4))]),
            ("erbyn 1 o Fawrth 2027", vec![When::On(day(2027, 3, 1))]),
            ("cyn gynted â phosibl", vec![When::Vague]),
            ("y tri mis y bu'n aros", vec![]),
        ] {
            assert_eq!(times(Language::Cy, wording), expected, "{wording}");
        }
    }
}
