//! Dates: `20 November 2025`, `March 27th 2023`, `07/01/26`, `2026-01-07`, `1 5 January 2026`, `3 Rhagfyr`.

use jiff::civil::{Date, Weekday};

use super::StatedDate;
use crate::extract::{
    token::{Gap, TokenKind, Tokens},
    welsh::mutation,
};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SHORT_MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WELSH_MONTHS: [&str; 12] = [
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
];
const WEEKDAYS: [(&str, Weekday); 14] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("llun", Weekday::Monday),
    ("mawrth", Weekday::Tuesday),
    ("mercher", Weekday::Wednesday),
    ("iau", Weekday::Thursday),
    ("gwener", Weekday::Friday),
    ("sadwrn", Weekday::Saturday),
    ("sul", Weekday::Sunday),
];
const ORDINALS: [&str; 16] = [
    "st", "nd", "rd", "th", "af", "ail", "il", "ydd", "fed", "eg", "ain", "eain", "ed", "dydd", "ydd", "edd",
];

/// A date read from a text.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct DateFound {
    /// The day, or nothing where no calendar has it (31 June).
    pub date: Option<StatedDate>,
    /// The weekday named beside it.
    pub weekday: Option<Weekday>,
    /// The token after it.
    pub end: usize,
}

/// Reads a date that begins at a token, with its weekday and article.
pub(in crate::extract) fn read(tokens: &Tokens<'_>, at: usize) -> Option<DateFound> {
    let (weekday, at) = weekday(tokens, at);
    let at = tokens.reads_any(at, &["on the", "the", "on", "y", "yr"]).unwrap_or(at);
    let (weekday, at) = if weekday.is_none() { self::weekday(tokens, at) } else { (weekday, at) };
    let found = numeric(tokens, at).or_else(|| day_first(tokens, at)).or_else(|| month_first(tokens, at))?;
    Some(DateFound { weekday, ..found })
}

/// `the end of March 2026`, `March 2026`: the last day of the month.
pub(in crate::extract) fn read_month(tokens: &Tokens<'_>, at: usize) -> Option<DateFound> {
    let opening = ["the end of", "end of", "diwedd mis", "ddiwedd mis", "diwedd", "ddiwedd"];
    let named = tokens.reads_any(at, &opening);
    let at = named.unwrap_or(at);
    let month = month(tokens.word(at), tokens.capital(at))?;
    let Some((year, end)) = year(tokens, at + 1) else {
        let last = Date::new(2023, month, 1).ok()?.days_in_month();
        let date = Some(StatedDate::NoYear { month, day: last });
        return named.map(|_| DateFound { date, weekday: None, end: at + 1 });
    };
    let date = Date::new(year, month, 1).ok()?.last_of_month();
    Some(DateFound { date: Some(StatedDate::Day(date)), weekday: None, end })
}

fn weekday(tokens: &Tokens<'_>, at: usize) -> (Option<Weekday>, usize) {
    let welsh = mutation::is(tokens.word(at), "dydd");
    let place = if welsh { at + 1 } else { at };
    let word = tokens.word(place);
    let names = if welsh { &WEEKDAYS[7..] } else { &WEEKDAYS[..7] };
    let found = names.iter().find(|(name, _)| *name == word || (welsh && mutation::is(word, name)));
    match found {
        Some((_, day)) => {
            let after = place + 1;
            (Some(*day), if tokens.word(after) == "," { after + 1 } else { after })
        }
        None => (None, at),
    }
}

fn month(word: &str, capital: bool) -> Option<i8> {
    let position = |names: &[&str; 12]| names.iter().position(|name| *name == word);
    let english = position(&MONTHS).or_else(|| position(&SHORT_MONTHS)).or((word == "sept").then_some(8));
    let welsh = || WELSH_MONTHS.iter().position(|name| mutation::is(word, name));
    let found = english.or_else(|| capital.then(welsh).flatten())?;
    i8::try_from(found + 1).ok()
}

/// Digits that a line of a PDF broke: `1 5` is 15, `202 6` is 2026. Never more than `most` of them.
fn digits(tokens: &Tokens<'_>, at: usize, most: usize) -> Option<(String, usize)> {
    if tokens.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let mut all = tokens.word(at).to_owned();
    let mut end = at + 1;
    while tokens.kind(end) == Some(TokenKind::Number)
        && matches!(tokens.gap(end), Gap::Space | Gap::Line)
        && all.len() + tokens.word(end).len() <= most
    {
        all.push_str(tokens.word(end));
        end += 1;
    }
    (all.len() <= most).then_some((all, end))
}

fn year(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let at = if tokens.word(at) == "," { at + 1 } else { at };
    let (text, end) = digits(tokens, at, 4)?;
    let year: i16 = text.parse().ok()?;
    (text.len() == 4 && (1900..2200).contains(&year)).then_some((year, end))
}

fn ordinal(tokens: &Tokens<'_>, at: usize) -> usize {
    let ends = tokens.gap(at) <= Gap::Space && ORDINALS.contains(&tokens.word(at));
    let at = if ends { at + 1 } else { at };
    tokens.reads_any(at, &["day of", "of", "o fis", "o"]).unwrap_or(at)
}

fn day_first(tokens: &Tokens<'_>, at: usize) -> Option<DateFound> {
    // The day may have been broken in two: try both digits together, then the first alone.
    for most in [2, 1] {
        let Some((text, after)) = digits(tokens, at, most) else { continue };
        let named = ordinal(tokens, after);
        if let (Ok(day), Some(month)) = (text.parse::<i8>(), month(tokens.word(named), tokens.capital(named)))
        {
            return Some(with_year(tokens, day, month, named + 1));
        }
    }
    None
}

fn month_first(tokens: &Tokens<'_>, at: usize) -> Option<DateFound> {
    let month = month(tokens.word(at), tokens.capital(at))?;
    let (text, after) = digits(tokens, at + 1, 2)?;
    let after = if ORDINALS.contains(&tokens.word(after)) { after + 1 } else { after };
    Some(with_year(tokens, text.parse().ok()?, month, after))
}

fn with_year(tokens: &Tokens<'_>, day: i8, month: i8, after: usize) -> DateFound {
    if let Some((year, end)) = year(tokens, after) {
        return DateFound { date: Date::new(year, month, day).ok().map(StatedDate::Day), weekday: None, end };
    }
    let exists = Date::new(2024, month, day).is_ok();
    DateFound { date: exists.then_some(StatedDate::NoYear { month, day }), weekday: None, end: after }
}

/// `17/03/2023`, `07/01/26`, `3.12.2026`, `2026-01-07`: day before month, unless the year stands first.
fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<DateFound> {
    let mark = tokens.word(at + 1);
    let joined = (1..5).all(|step| tokens.gap(at + step) == Gap::None) || tokens.gap(at + 1) == Gap::None;
    if !matches!(mark, "/" | "." | "-") || tokens.word(at + 3) != mark || !joined {
        return None;
    }
    let numbers: Vec<i16> = [0, 2, 4].iter().filter_map(|step| tokens.word(at + step).parse().ok()).collect();
    let &[first, second, third] = numbers.as_slice() else { return None };
    let (year, month, day) = if first > 1900 { (first, second, third) } else { (third, second, first) };
    let year = if (0..100).contains(&year) { 2000 + year } else { year };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    Some(DateFound { date: date.map(StatedDate::Day), weekday: None, end: at + 5 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> String {
        let tokens = Tokens::read(text);
        read(&tokens, 0).and_then(|found| found.date).map(|date| date.to_string()).unwrap_or_default()
    }

    #[test]
    fn dates_are_read_however_they_are_written() {
        for (text, wanted) in [
            ("20 November 2025", "2025-11-20"),
            ("1 5 January 2026", "2026-01-15"),
            ("03 December 202 5", "2025-12-03"),
            ("Monday, March 27th 2023", "2023-03-27"),
            ("the 2nd June 2023", "2023-06-02"),
            ("17/03/2023", "2023-03-17"),
            ("07/01/26", "2026-01-07"),
            ("2026-01-07", "2026-01-07"),
            ("31 October", "10-31"),
            ("3 Rhagfyr 2026", "2026-12-03"),
            ("1 Fawrth 2026", "2026-03-01"),
            ("dydd Mawrth 3 Mawrth 2026", "2026-03-03"),
            ("31 June 2026", ""),
        ] {
            assert_eq!(date(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_month_alone_means_its_last_day() {
        let tokens = Tokens::read("the end of February 2028");
        assert_eq!(read_month(&tokens, 0).unwrap().date.unwrap().to_string(), "2028-02-29");
    }
}
