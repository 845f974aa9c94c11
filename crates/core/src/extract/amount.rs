//! Amounts: `£250`, `£1, 5 00`, `£1,080.50`; what a total is made up of; `£20 a week for ten weeks`.

use super::{
    Warning,
    deadline::period,
    token::{Gap, TokenKind, Tokens},
    words::{Phrases, Words},
};

/// Money an act asks for.
#[derive(Debug, Clone, Default)]
pub(super) struct Amounts {
    /// The whole, in pence.
    pub total: Option<i64>,
    /// Its parts, where the text names them.
    pub parts: Vec<i64>,
    /// The tokens the whole was read from.
    pub words: Option<(usize, usize)>,
    pub warnings: Vec<Warning>,
}

#[derive(Debug, Clone, Copy)]
struct Sum {
    first: usize,
    last: usize,
    pence: i64,
    aside: bool,
}

/// Words that lead to the parts of a total.
static MADE_UP: Phrases = Phrases::new(&[
    "made up",
    "comprising",
    "comprised of",
    "consisting of",
    "broken down",
    "which includes",
    "sef",
]);

/// Words before a sum that say it is not asked for now.
static ASIDE: Words = Words::new(
    " already offered deduct deducted deducting less including includes previously earlier \
    original minus instead offer \
    addition top rather increase eisoes ",
);

/// The money that tokens `first..last` ask for.
pub(super) fn read(tokens: &Tokens<'_>, first: usize, last: usize) -> Amounts {
    let sums = sums(tokens, first, last);
    let Some(&whole) = sums.iter().find(|sum| !sum.aside).or(sums.first()) else { return Amounts::default() };
    if let Some((pence, end)) = formula(tokens, whole, last) {
        return Amounts { total: Some(pence), words: Some((whole.first, end)), ..Amounts::default() };
    }
    let others: Vec<i64> =
        sums.iter().filter(|sum| sum.first > whole.first && !sum.aside).map(|sum| sum.pence).collect();
    let announced = (first..last).any(|at| MADE_UP.read(tokens, at).is_some());
    let added: i64 = others.iter().sum();
    let mut amounts = Amounts { words: Some((whole.first, whole.last)), ..Amounts::default() };
    if others.is_empty() {
        amounts.total = Some(whole.pence);
    } else if announced || added == whole.pence {
        amounts.total = Some(whole.pence);
        amounts.parts = others;
        if added != whole.pence {
            amounts.warnings.push(Warning::PartsDoNotAddUp { total: whole.pence, parts: added });
        }
    } else if let Some(total) = sums.iter().find(|sum| is_total(tokens, sum.first)) {
        amounts.total = Some(total.pence);
        amounts.parts =
            sums.iter().filter(|sum| !sum.aside && sum.first != total.first).map(|sum| sum.pence).collect();
        amounts.words = Some((total.first, total.last));
    } else {
        amounts.total = Some(whole.pence + added);
        amounts.parts = [whole.pence].into_iter().chain(others).collect();
    }
    amounts
}

fn is_total(tokens: &Tokens<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at)
        .any(|at| matches!(tokens.word(at), "total" | "totalling" | "altogether" | "cyfanswm"))
}

fn sums(tokens: &Tokens<'_>, first: usize, last: usize) -> Vec<Sum> {
    let mut all = Vec::new();
    let mut at = first;
    let mut bracket_aside = false;
    while at < last {
        match tokens.word(at) {
            "(" => bracket_aside = true,
            ")" => bracket_aside = false,
            _ => {}
        }
        let Some((pence, end)) = sum(tokens, at) else {
            at += 1;
            continue;
        };
        let from = at.saturating_sub(4).max(first);
        let named = (from..at).any(|at| ASIDE.has(tokens.word(at)));
        let after = matches!(tokens.word(end), "already" | "offered" | "previously")
            || (tokens.word(end) == "it" && matches!(tokens.word(end + 1), "offered" | "paid" | "already"));
        let alone = all.is_empty() && !named;
        let aside = (bracket_aside || named || after) && !(alone && after);
        all.push(Sum { first: at, last: end, pence, aside });
        at = end;
    }
    all
}

/// One sum at a token: `£`, digits that may be broken by spaces, thousands after a comma, pence after a
/// point.
pub(super) fn sum(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    if tokens.word(at) != "£" || tokens.kind(at + 1) != Some(TokenKind::Number) {
        return None;
    }
    let mut digits = tokens.word(at + 1).to_owned();
    let mut end = at + 2;
    while let Some(next) = continues(tokens, end, &digits) {
        digits.push_str(tokens.word(next - 1));
        end = next;
    }
    let mut pence = 0;
    if tokens.word(end) == "." && tokens.gap(end) == Gap::None && tokens.gap(end + 1) <= Gap::Space {
        let cents = tokens.word(end + 1);
        if cents.len() == 2 && tokens.kind(end + 1) == Some(TokenKind::Number) {
            pence = cents.parse().ok()?;
            end += 2;
        }
    }
    let million = tokens.word(end) == "million";
    if digits.len() > if million { 4 } else { 9 } {
        return None;
    }
    let pounds: i64 = digits.parse().ok()?;
    let pounds = if million { pounds * 1_000_000 } else { pounds };
    Some((pounds * 100 + pence, if million { end + 1 } else { end }))
}

/// Where more digits of the same sum follow: after a comma in groups of three, or after a space that a line
/// broke.
fn continues(tokens: &Tokens<'_>, at: usize, digits: &str) -> Option<usize> {
    let number = |at: usize| tokens.kind(at) == Some(TokenKind::Number);
    if tokens.word(at) == ","
        && tokens.gap(at) <= Gap::Space
        && number(at + 1)
        && tokens.gap(at + 1) <= Gap::Space
    {
        // "£1,080", "£1 , 080", "£1, 5 00": three digits in all after the comma.
        let mut count = 0;
        let mut end = at + 1;
        while number(end) && (end == at + 1 || tokens.gap(end) == Gap::Space) && count < 3 {
            count += tokens.word(end).len();
            end += 1;
        }
        return (count == 3).then_some(at + 2);
    }
    // "£ 2 50", "£1 0 0": pieces of one number; a year or a day after a sum is not.
    let piece = number(at) && tokens.gap(at) == Gap::Space && digits.len() + tokens.word(at).len() <= 4;
    let starts_more = tokens.kind(at + 1) == Some(TokenKind::Word) && is_month(tokens.word(at + 1));
    (piece && !starts_more).then_some(at + 1)
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// `£20 a week for ten weeks`, `£50 per month for 6 months`: the product.
fn formula(tokens: &Tokens<'_>, sum: Sum, last: usize) -> Option<(i64, usize)> {
    let rate = tokens
        .reads_any(sum.last, &["per calendar", "per", "a", "each", "every", "for each", "y", "yr", "bob"])?;
    let unit = unit(tokens.word(rate))?;
    let counted = (rate + 1..(rate + 12).min(last)).find_map(|at| {
        let from =
            tokens.reads_any(at, &["for a period of", "over a period of", "for the", "for", "over", "am"])?;
        period::read(tokens, from)
    })?;
    let same = period_unit(counted.unit) == Some(unit);
    let whole = sum.pence.checked_mul(i64::from(counted.amount)).filter(|_| same)?;
    Some((whole, counted.end))
}

fn unit(word: &str) -> Option<&'static str> {
    match word {
        "day" | "diwrnod" | "dydd" => Some("day"),
        "week" | "wythnos" => Some("week"),
        "month" | "mis" => Some("month"),
        "year" | "flwyddyn" | "blwyddyn" => Some("year"),
        _ => None,
    }
}

fn period_unit(unit: super::deadline::Unit) -> Option<&'static str> {
    use super::deadline::Unit;
    match unit {
        Unit::Day => Some("day"),
        Unit::Week => Some("week"),
        Unit::Month => Some("month"),
        Unit::Year => Some("year"),
        Unit::WorkingDay => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(text: &str) -> (Option<i64>, Vec<i64>) {
        let tokens = Tokens::read(text);
        let read = read(&tokens, 0, tokens.all.len());
        (read.total, read.parts)
    }

    #[test]
    fn digits_broken_by_a_pdf_are_one_sum() {
        assert_eq!(amounts("pay £ 2 50 to").0, Some(25_000));
        assert_eq!(amounts("pay £1, 5 00 to").0, Some(150_000));
        assert_eq!(amounts("pay £1 , 080 to").0, Some(108_000));
        assert_eq!(amounts("pay £1 0 0 to").0, Some(10_000));
        assert_eq!(amounts("pay £1,080.50.").0, Some(108_050));
        assert_eq!(amounts("pay £300, 20 working days").0, Some(30_000));
    }

    #[test]
    fn a_total_and_its_parts_are_told_apart() {
        let made_up = amounts("pay £350 made up as follows: £300 for distress. £50 for time.");
        assert_eq!(made_up, (Some(35_000), vec![30_000, 5_000]));
        assert_eq!(amounts("pay £250 for distress and £100 for time"), (Some(35_000), vec![25_000, 10_000]));
        assert_eq!(amounts("pay £575 (it may deduct the £275 it paid)"), (Some(57_500), vec![]));
    }

    #[test]
    fn a_rate_and_its_time_are_multiplied() {
        assert_eq!(amounts("pay £20 a week for ten weeks").0, Some(20_000));
        assert_eq!(amounts("pay £50 per month for the 6 months he waited").0, Some(30_000));
    }
}
