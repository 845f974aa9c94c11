//! Reading the deadlines of a stretch of text: every phrase that sets one, in order, with its meaning.

use jiff::{ToSpan, civil::Date};

use super::{
    Anchor, Deadline, DeadlineKind, StatedDate, anchor,
    date::{self, DateFound},
    loose::{self, Sureness},
    period,
    said::{BEFORE, BY, NAMELY, OPENING, PAST, SAME, TOLD, WITHIN},
};
use crate::extract::{
    Warning,
    token::{TokenKind, Tokens},
};

/// A deadline in a text: its tokens, and what it means.
#[derive(Debug, Clone)]
pub(in crate::extract) struct DeadlineFound {
    pub first: usize,
    pub last: usize,
    pub meaning: Meaning,
    pub warnings: Vec<Warning>,
}

/// What a deadline phrase means.
#[derive(Debug, Clone)]
pub(in crate::extract) enum Meaning {
    /// This deadline.
    Set(Deadline),
    /// A duration that may as well say how long something was ("for six months").
    Unsure(Deadline),
    /// The deadline named before ("by the same date").
    Same,
    /// A date or period that is not one: "within the last 12 months".
    Past,
}

impl DeadlineFound {
    /// The deadline, if the phrase sets one that may govern other acts in its sentence.
    pub(in crate::extract) fn governing(&self) -> Option<&Deadline> {
        match &self.meaning {
            Meaning::Set(deadline)
                if !matches!(
                    deadline.kind,
                    DeadlineKind::Duration | DeadlineKind::Recurring | DeadlineKind::Event
                ) =>
            {
                Some(deadline)
            }
            _ => None,
        }
    }

    /// The deadline, if the phrase sets one.
    pub(in crate::extract) fn set(&self) -> Option<&Deadline> {
        match &self.meaning {
            Meaning::Set(deadline) => Some(deadline),
            _ => None,
        }
    }
}

/// Every deadline phrase among tokens `first..last`, in order.
pub(in crate::extract) fn read(
    tokens: &Tokens<'_>,
    first: usize,
    last: usize,
    decided: Option<Date>,
) -> Vec<DeadlineFound> {
    let mut all = Vec::new();
    let mut at = first;
    let given = gives_time(tokens, first, last);
    while at < last {
        let word = tokens.word(at);
        if !(OPENING.may(word) || loose::OPENING.may(word) || given || is_introduced(tokens, at)) {
            at += 1;
            continue;
        }
        match read_at(tokens, at, last, decided) {
            Some(found) => {
                at = found.last.max(at + 1);
                all.push(in_brackets(tokens, found, first, last));
            }
            None => at += 1,
        }
    }
    all
}

/// Whether a stretch or what stands near it speaks of time given, which needs no word before it.
fn gives_time(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    (first.saturating_sub(7)..last + 6).any(|at| is_allowed(tokens, at) || TOLD.has(tokens.word(at)))
}

/// Whether the word before a period may introduce it.
fn is_introduced(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    matches!(before, "has" | "have" | "given" | "allowed" | "(" | ":")
}

fn is_allowed(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "allowed" | "given" | "set")
}

fn read_at(tokens: &Tokens<'_>, at: usize, last: usize, decided: Option<Date>) -> Option<DeadlineFound> {
    if let Some(end) = SAME.read(tokens, at) {
        return Some(DeadlineFound { first: at, last: end, meaning: Meaning::Same, warnings: Vec::new() });
    }
    if let Some(end) = PAST.read(tokens, at) {
        return Some(DeadlineFound { first: at, last: end, meaning: Meaning::Past, warnings: Vec::new() });
    }
    let found = relative(tokens, at, last, decided).or_else(|| absolute(tokens, at, last, decided));
    found.filter(|found| found.last <= last).or_else(|| {
        let (deadline, end, sureness) = loose::read(tokens, at, last)?;
        let meaning = match sureness {
            Sureness::Sure => Meaning::Set(deadline),
            Sureness::Unsure => Meaning::Unsure(deadline),
        };
        (end <= last).then(|| DeadlineFound { first: at, last: end, meaning, warnings: Vec::new() })
    })
}

/// `within 20 working days of my final decision, namely by 3 December 2026`.
fn relative(tokens: &Tokens<'_>, at: usize, last: usize, decided: Option<Date>) -> Option<DeadlineFound> {
    let period = match WITHIN.read(tokens, at).and_then(|from| period::within(tokens, from)) {
        Some(period) => period,
        None => without_lead(tokens, at)?,
    };
    let anchored = anchor::read(tokens, period.end, last);
    let said = anchored.is_some();
    let (anchor, mut end) = anchored.unwrap_or((Anchor::Unspecified, period.end));
    if tokens.word(at) == "in" && !said {
        // "will, in 10 working days, meet him" sets a deadline; "it took in six weeks of notes" does not.
        let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
        let aside = matches!(before, "," | "will" | "should" | "must") && tokens.word(period.end) == ",";
        // "finish the repairs in 28 days" at the end of its clause.
        let closes = period.end >= last || matches!(tokens.word(period.end), "." | ";" | "," | "and");
        let aside = aside || (closes && !matches!(before, "once" | "twice" | "times"));
        if !aside {
            return None;
        }
    }
    let mut warnings = Vec::new();
    let mut kind = DeadlineKind::Relative;
    let mut date = None;
    if let Some(stated) = stated_after(tokens, end, last) {
        end = stated.end;
        let resolved = resolve(&stated, 0, decided, &mut warnings);
        kind = if matches!(stated.date, Some(StatedDate::NoYear { .. })) {
            DeadlineKind::RelativeAndAbsoluteNoYear
        } else {
            DeadlineKind::RelativeAndAbsolute
        };
        date = resolved;
        let computed = decided
            .filter(|_| anchor.is_document_date())
            .and_then(|decided| period.unit.after(decided, period.amount));
        if let (Some(stated), Some(computed)) = (date.and_then(StatedDate::day), computed)
            && stated != computed
        {
            warnings.push(Warning::StatedDateDiffers { stated, computed });
        }
    }
    let phrase = tokens.slice(at, end).to_owned();
    let (amount, unit) = (Some(period.amount), Some(period.unit));
    let deadline = Deadline { phrase, kind, anchor: Some(anchor), amount, unit, date };
    Some(DeadlineFound { first: at, last: end, meaning: Meaning::Set(deadline), warnings })
}

/// `in 4 weeks of the decision`, `(4 weeks)`, `Timescale: 4 weeks`.
fn without_lead(tokens: &Tokens<'_>, at: usize) -> Option<period::PeriodFound> {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    if tokens.word(at) == "in" {
        return period::read(tokens, at + 1);
    }
    if matches!(before, "has" | "have" | "given" | "allowed") {
        return period::read(tokens, at).filter(|period| {
            let to = tokens.reads_any(period.end, &["to", "in which to", "within which to"]);
            to.is_some() && tokens.word(at) != "a"
        });
    }
    if let Some(period) = allowed(tokens, at) {
        return Some(period);
    }
    let introduced = before == "("
        || (before == ":"
            && at >= 2
            && matches!(tokens.word(at - 2), "timescale" | "deadline" | "timeframe" | "due"));
    let period = introduced.then(|| period::read(tokens, at)).flatten()?;
    let closed = before == ":" || tokens.word(period.end) == ")";
    (closed && matches!(tokens.word(at), word if word != "a")).then_some(period)
}

/// `four weeks were allowed for`, `cafodd y Cyngor 15 diwrnod gwaith i`: time that is given.
fn allowed(tokens: &Tokens<'_>, at: usize) -> Option<period::PeriodFound> {
    let said = |at: usize| is_allowed(tokens, at);
    let told = |at: usize| TOLD.has(tokens.word(at));
    if !(at + 2..at + 6).any(said) && !(at.saturating_sub(7)..at).any(told) {
        return None;
    }
    let period = period::read(tokens, at)?;
    let english = matches!(tokens.word(period.end), "is" | "are" | "was" | "were") && said(period.end + 1);
    let welsh = tokens.word(period.end) == "i" && (at.saturating_sub(7)..at).any(told);
    (english || welsh).then_some(period)
}

fn stated_after(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<DateFound> {
    let mut from = at;
    if matches!(tokens.word(from), "," | "(" | "–" | "-") {
        from += 1;
    }
    let named = NAMELY.read(tokens, from);
    let stray = tokens.kind(from) == Some(TokenKind::Number) && named.is_none();
    let named = if stray { NAMELY.read(tokens, from + 1) } else { named };
    let bare = from == at && named.is_none();
    let from = named.unwrap_or(from);
    let from = if tokens.word(from) == "," { from + 1 } else { from };
    let from = tokens.reads_any(from, &["by", "on", "no later than"]).unwrap_or(from);
    let found = date::read(tokens, time_of_day(tokens, from)).filter(|found| found.end <= last)?;
    // Without a word between, only a whole date can be meant: "of this report 24 October 2025".
    let whole = matches!(found.date, Some(StatedDate::Day(_)));
    (!bare || whole).then_some(found)
}

fn absolute(tokens: &Tokens<'_>, at: usize, last: usize, decided: Option<Date>) -> Option<DeadlineFound> {
    let (from, back) = match BEFORE.read(tokens, at) {
        Some(from) => (from, 1),
        None => (BY.read(tokens, at)?, 0),
    };
    let from = time_of_day(tokens, from);
    let read = date::read(tokens, from).or_else(|| date::read_month(tokens, from))?;
    let back = if tokens.reads_any(from, &["the end of", "diwedd"]).is_some() { 0 } else { back };
    if read.end > last {
        return None;
    }
    let mut warnings = Vec::new();
    let date = resolve(&read, back, decided, &mut warnings);
    let no_year = matches!(read.date, Some(StatedDate::NoYear { .. }));
    let kind = if no_year { DeadlineKind::AbsoluteNoYear } else { DeadlineKind::Absolute };
    let end = tokens.reads_any(read.end, &["at the latest", "fan bellaf"]).unwrap_or(read.end);
    let phrase = tokens.slice(at, end).to_owned();
    let deadline = Deadline { phrase, kind, anchor: None, amount: None, unit: None, date };
    Some(DeadlineFound { first: at, last: end, meaning: Meaning::Set(deadline), warnings })
}

/// Skips `5pm on`, `17:00 on`, `noon on`: the office's day ends when the day ends.
fn time_of_day(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut place = at;
    while place < at + 5 {
        if tokens.word(place) == "on" && place > at {
            return place + 1;
        }
        place += 1;
    }
    at
}

/// The stated day: one earlier where it is left out, with a year where the day of the decision tells which.
fn resolve(
    read: &DateFound,
    back: i64,
    decided: Option<Date>,
    warnings: &mut Vec<Warning>,
) -> Option<StatedDate> {
    let Some(stated) = read.date else {
        warnings.push(Warning::NoSuchDate);
        return None;
    };
    let date = match stated {
        StatedDate::Day(date) => date,
        StatedDate::NoYear { month, day } => {
            let Some(date) = decided.and_then(|decided| next(decided, month, day)) else {
                return Some(earlier(month, day, back));
            };
            warnings.push(Warning::YearAssumed { date: date.checked_sub(back.days()).unwrap_or(date) });
            date
        }
    };
    if let Some(weekday) = read.weekday
        && date.weekday() != weekday
    {
        warnings.push(Warning::WeekdayDiffers { date });
    }
    let last = date.checked_sub(back.days()).unwrap_or(date);
    if decided.is_some_and(|decided| last < decided) {
        warnings.push(Warning::BeforeDecision { date: last });
    }
    Some(StatedDate::Day(last))
}

/// The first such day of the year on or after the decision.
fn next(decided: Date, month: i8, day: i8) -> Option<Date> {
    (0..5)
        .filter_map(|ahead| Date::new(decided.year() + ahead, month, day).ok())
        .find(|date| *date >= decided)
}

fn earlier(month: i8, day: i8, back: i64) -> StatedDate {
    let date = Date::new(2023, month, day).or_else(|_| Date::new(2024, month, day));
    match date.and_then(|date| date.checked_sub(back.days())) {
        Ok(date) => StatedDate::NoYear { month: date.month(), day: date.day() },
        Err(_) => StatedDate::NoYear { month, day },
    }
}

/// A deadline alone in brackets is quoted with them.
fn in_brackets(tokens: &Tokens<'_>, mut found: DeadlineFound, first: usize, last: usize) -> DeadlineFound {
    let opened = found.first > first && tokens.word(found.first - 1) == "(";
    if opened && found.last < last && tokens.word(found.last) == ")" {
        found.first -= 1;
        found.last += 1;
        if let Meaning::Set(deadline) | Meaning::Unsure(deadline) = &mut found.meaning {
            tokens.slice(found.first, found.last).clone_into(&mut deadline.phrase);
        }
    }
    found
}
