//! Periods: `20 working days`, `one month`, `a fortnight`, `twenty-eight (28) days`, `2 fis`, `tair wythnos`.

use super::Unit;
use crate::extract::{
    token::{Gap, TokenKind, Tokens},
    welsh::{mutation, number},
};

const NUMBERS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("fourteen", 14),
    ("fifteen", 15),
    ("eighteen", 18),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
];

/// So many units, and the token after them.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct PeriodFound {
    pub amount: u32,
    pub unit: Unit,
    pub end: usize,
}

/// Reads a period that begins at a token.
pub(in crate::extract) fn read(tokens: &Tokens<'_>, at: usize) -> Option<PeriodFound> {
    english(tokens, at).or_else(|| welsh(tokens, at))
}

/// The same after "within": "within 3 weeks and, **within six**, …" takes its unit from the period before.
pub(in crate::extract) fn within(tokens: &Tokens<'_>, at: usize) -> Option<PeriodFound> {
    read(tokens, at).or_else(|| {
        let (amount, end) = english_number(tokens, at).or_else(|| {
            let (amount, words) = number::read(|step| tokens.word(at + step))?;
            Some((u32::try_from(amount).ok()?, at + words))
        })?;
        let closed = tokens.kind(end) != Some(TokenKind::Number)
            && (tokens.kind(end) == Some(TokenKind::Mark) || tokens.word(end) == "to");
        let (unit, _) = (at.saturating_sub(40)..at)
            .rev()
            .find_map(|before| {
                let unit = english_unit(tokens, before).or_else(|| welsh_unit(tokens, before))?;
                before.checked_sub(1).and_then(|before| english_unit(tokens, before)).or(Some(unit))
            })
            .filter(|_| closed)?;
        Some(PeriodFound { amount, unit, end })
    })
}

fn english(tokens: &Tokens<'_>, at: usize) -> Option<PeriodFound> {
    let (amount, after) = english_number(tokens, at).unwrap_or((1, at));
    if let Some(end) = tokens.reads_any(after, &["fortnight", "fortnights"]) {
        return Some(PeriodFound { amount: amount * 2, unit: Unit::Week, end });
    }
    if after == at {
        return None;
    }
    let (unit, end) = english_unit(tokens, after)?;
    Some(PeriodFound { amount, unit, end })
}

/// `28`, `twenty-eight`, `28 (twenty eight)`, `twenty-eight (28)`.
pub(in crate::extract) fn english_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (amount, after) = plain_number(tokens, at)?;
    if tokens.word(after) == "("
        && let Some((again, close)) = plain_number(tokens, after + 1)
        && again == amount
        && tokens.word(close) == ")"
    {
        return Some((amount, close + 1));
    }
    Some((amount, after))
}

fn plain_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let word = tokens.word(at);
    if tokens.kind(at) == Some(TokenKind::Number) {
        let amount: u32 = word.parse().ok()?;
        return (word.len() <= 3).then_some((amount, at + 1));
    }
    let known = |word: &str| NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if let Some((tens, ones)) = word.split_once('-') {
        return Some((known(tens)? + known(ones)?, at + 1));
    }
    let first = known(word)?;
    match known(tokens.word(at + 1)) {
        Some(ones) if first >= 20 && (1..10).contains(&ones) && tokens.word(at + 1) != "a" => {
            Some((first + ones, at + 2))
        }
        _ => Some((first, at + 1)),
    }
}

fn english_unit(tokens: &Tokens<'_>, at: usize) -> Option<(Unit, usize)> {
    let at = if tokens.word(at) == "-" && tokens.gap(at) == Gap::None { at + 1 } else { at };
    let at = tokens.reads_any(at, &["more", "further", "full", "clear", "complete"]).unwrap_or(at);
    let working = tokens.reads_any(at, &["working", "business", "work"]);
    let at = working.or_else(|| tokens.reads(at, "calendar")).unwrap_or(at);
    let unit = match tokens.word(at) {
        "day" | "days" if working.is_some() => Unit::WorkingDay,
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    };
    let end = at + 1;
    let owner = matches!(tokens.word(end), "'" | "’" | "'s" | "’s");
    Some((unit, if owner { tokens.reads_any(end + 1, &["time"]).unwrap_or(end + 1) } else { end }))
}

fn welsh(tokens: &Tokens<'_>, at: usize) -> Option<PeriodFound> {
    let is = |at: usize, radical: &str| mutation::is(tokens.word(at), radical);
    if is(at, "pythefnos") {
        return Some(PeriodFound { amount: 2, unit: Unit::Week, end: at + 1 });
    }
    if is(at, "deufis") {
        return Some(PeriodFound { amount: 2, unit: Unit::Month, end: at + 1 });
    }
    let (amount, after) = if tokens.kind(at) == Some(TokenKind::Number) {
        (tokens.word(at).parse().ok()?, at + 1)
    } else if let Some((amount, words)) = number::read(|step| tokens.word(at + step)) {
        (u32::try_from(amount).ok()?, at + words)
    } else {
        (1, at)
    };
    let after = if tokens.word(after) == "o" { after + 1 } else { after };
    let (unit, end) = welsh_unit(tokens, after)?;
    Some(PeriodFound { amount, unit, end })
}

fn welsh_unit(tokens: &Tokens<'_>, at: usize) -> Option<(Unit, usize)> {
    let is = |radicals: &[&str]| radicals.iter().any(|radical| mutation::is(tokens.word(at), radical));
    if is(&["diwrnod", "diwrnodau", "dydd"]) {
        let working = mutation::is(tokens.word(at + 1), "gwaith");
        return Some(if working { (Unit::WorkingDay, at + 2) } else { (Unit::Day, at + 1) });
    }
    let unit = if is(&["wythnos", "wythnosau"]) {
        Unit::Week
    } else if is(&["mis", "misoedd"]) {
        Unit::Month
    } else if is(&["blwyddyn", "blynedd", "mlynedd"]) {
        Unit::Year
    } else {
        return None;
    };
    let calendar = mutation::is(tokens.word(at + 1), "calendr");
    Some((unit, if calendar { at + 2 } else { at + 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Option<(u32, Unit)> {
        let tokens = Tokens::read(text);
        read(&tokens, 0).map(|found| (found.amount, found.unit))
    }

    #[test]
    fn e38_every_unit_is_read_in_figures_and_words() {
        for (text, amount, unit) in [
            ("20 working days", 20, Unit::WorkingDay),
            ("one month", 1, Unit::Month),
            ("a fortnight", 2, Unit::Week),
            ("twenty-eight (28) days", 28, Unit::Day),
            ("28 calendar days", 28, Unit::Day),
            ("twenty eight days", 28, Unit::Day),
            ("six weeks", 6, Unit::Week),
            ("2 fis", 2, Unit::Month),
            ("tair wythnos", 3, Unit::Week),
            ("bythefnos", 2, Unit::Week),
            ("20 diwrnod gwaith", 20, Unit::WorkingDay),
            ("wyth ar hugain o ddiwrnodau", 28, Unit::Day),
            ("mis", 1, Unit::Month),
        ] {
            assert_eq!(period(text), Some((amount, unit)), "{text}");
        }
        assert_eq!(period("the working days"), None);
    }
}
