//! When what goes: each class with its day, what it is counted from, and why it stands where it stands (R54, R55).

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;

use super::{Because, Class, Gone, holding, selection::left_over};
use crate::{
    case::{Case, Instrument},
    id::RecommendationNumber,
    profile::{CountedFrom, Profile},
};

/// What a period of keeping is counted from. Letters of thanks, repeated letters and requests for information are none
/// of them (practice 2.13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Substantive {
    /// The decision, the agreement, or the end without either.
    Decision,
    /// A review after the decision (E26).
    Review,
    /// The day on which the office was satisfied with what followed a report.
    ReportSatisfied,
}

/// The day from which a period is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// What happened.
    pub what: Substantive,
    /// When.
    pub on: Date,
}

/// A reason in words: the key of its sentence, and what it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The key.
    pub key: &'static str,
    /// What it names.
    pub args: BTreeMap<&'static str, String>,
}

impl Said {
    fn new(key: &'static str) -> Self {
        Self { key, args: BTreeMap::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

/// Every key, so that both catalogues can be checked to have its sentence.
pub const KEYS: &[&str] = &[
    "retention-from-decision",
    "retention-from-review",
    "retention-from-report-satisfied",
    "retention-period-months",
    "retention-period-years",
    "retention-kept-longer",
    "retention-significant",
    "retention-open",
    "retention-undone",
    "retention-offer-open",
    "retention-hold-litigation",
    "retention-hold-information_request",
    "retention-hold-information_appeal",
    "retention-hold-newer_complaint",
    "retention-held-until",
];

/// Where a class stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// Its day is still to come.
    ToCome,
    /// Its day has come, and something stops it.
    Held,
    /// Its day has come.
    Due,
    /// It went.
    Gone {
        /// When.
        on: Date,
        /// The number of the certificate.
        certificate: String,
    },
}

/// One class of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Which.
    pub class: Class,
    /// From what its period is counted.
    pub counted: Counted,
    /// The day on which it may go.
    pub on: Date,
    /// Where it stands.
    pub standing: Standing,
    /// Why.
    pub reasons: Vec<Said>,
}

/// The schedule of a case; no line while it is not decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Schedule {
    /// Its classes, the first to go first.
    pub lines: Vec<Line>,
}

/// The last substantive action of a case, from which its periods are counted; none before it is decided.
fn counted_from(case: &Case, profile: &Profile) -> Option<Counted> {
    let decided = case.decided_on().or(case.ended_without_decision);
    let mut found = Counted { what: Substantive::Decision, on: decided? };
    if profile.retention.counted_from == CountedFrom::Decision {
        return Some(found);
    }
    let reviewed = case.keeping.reviews.iter().map(|review| review.on).max();
    let by_report = case.final_decision.as_ref().is_some_and(|decision| match decision.instrument {
        Instrument::ReportWithoutPublicity
        | Instrument::Report
        | Instrument::SpecialReport
        | Instrument::FurtherReport => true,
        Instrument::StatementOfReasons
        | Instrument::DecisionLetter
        | Instrument::PublishedStatement
        | Instrument::AdverseFindingsNotice => false,
    });
    let satisfied = case.compliance_closed.as_ref().map(|(_, on)| *on).filter(|_| by_report);
    for (what, on) in [(Substantive::Review, reviewed), (Substantive::ReportSatisfied, satisfied)] {
        if let Some(on) = on.filter(|on| *on >= found.on) {
            found = Counted { what, on };
        }
    }
    Some(found)
}

/// How long a class is kept: months, or years.
fn period(class: Class, profile: &Profile) -> (Option<u16>, Option<u16>) {
    let rule = &profile.retention;
    match class {
        Class::Documents => (Some(rule.documents_months), None),
        Class::SignificantEvidence => (None, Some(rule.significant_years)),
        Class::Anonymise => (None, Some(rule.anonymise_years)),
        Class::Delete => (None, Some(rule.delete_years)),
    }
}

fn end_of(counted: Counted, class: Class, profile: &Profile) -> Date {
    let (months, years) = period(class, profile);
    let span = i64::from(months.unwrap_or(0)).months().years(i64::from(years.unwrap_or(0)));
    // A day beyond the calendar is never reached.
    counted.on.checked_add(span).unwrap_or(Date::MAX)
}

/// Does this class have anything in this case at all?
fn applies(case: &Case, class: Class) -> bool {
    match class {
        Class::SignificantEvidence => !case.keeping.significant.is_empty(),
        Class::Documents | Class::Anonymise | Class::Delete => true,
    }
}

/// The disposal by which a class went, if nothing of it has come or been counted anew since.
fn gone(case: &Case, class: Class, counted: Counted, day: Date) -> Option<&Gone> {
    let last = case.keeping.gone.iter().rev().find(|gone| gone.classes.contains(&class))?;
    let counted_anew = counted.on > last.on;
    let came = match class {
        Class::Documents => case.letters.len() > last.letters || left_over(case, class, day),
        Class::SignificantEvidence => left_over(case, class, day),
        Class::Anonymise | Class::Delete => false,
    };
    Some(last).filter(|_| !counted_anew && !came)
}

/// The schedule of a case as it stands on a day.
pub fn schedule(case: &Case, profile: &Profile, day: Date) -> Schedule {
    let Some(counted) = counted_from(case, profile) else { return Schedule::default() };
    let held = holding(case, day);
    let lines = Class::ALL.into_iter().filter(|class| applies(case, *class)).map(|class| {
        let retained = case.keeping.retained.as_ref();
        let by_rule = end_of(counted, class, profile);
        let on = retained.map_or(by_rule, |retained| retained.review_on.max(by_rule));
        let standing = match gone(case, class, counted, day) {
            Some(gone) => Standing::Gone { on: gone.on, certificate: gone.certificate.clone() },
            None if on > day => Standing::ToCome,
            None if held.is_empty() => Standing::Due,
            None => Standing::Held,
        };
        let mut reasons = vec![from(counted), lasts(class, profile)];
        if class == Class::SignificantEvidence {
            reasons.push(numbered("retention-significant", &case.keeping.significant));
        }
        if on > by_rule {
            reasons.push(Said::new("retention-kept-longer").with("date", on));
        }
        if !matches!(standing, Standing::Gone { .. }) {
            reasons.extend(held.iter().flat_map(why_held));
        }
        Line { class, counted, on, standing, reasons }
    });
    Schedule { lines: lines.collect() }
}

fn from(counted: Counted) -> Said {
    let key = match counted.what {
        Substantive::Decision => "retention-from-decision",
        Substantive::Review => "retention-from-review",
        Substantive::ReportSatisfied => "retention-from-report-satisfied",
    };
    Said::new(key).with("date", counted.on)
}

fn lasts(class: Class, profile: &Profile) -> Said {
    match period(class, profile) {
        (_, Some(years)) => Said::new("retention-period-years").with("count", years),
        (months, None) => Said::new("retention-period-months").with("count", months.unwrap_or(0)),
    }
}

fn numbered(key: &'static str, numbers: &[RecommendationNumber]) -> Said {
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    Said::new(key).with("numbers", numbers.join(", "))
}

fn why_held(because: &Because<'_>) -> Vec<Said> {
    let until = |until: Date| Said::new("retention-held-until").with("date", until);
    match because {
        Because::Open(numbers) => vec![numbered("retention-open", numbers)],
        Because::Undone(numbers) => vec![numbered("retention-undone", numbers)],
        Because::OfferOpen(number, until) => {
            vec![Said::new("retention-offer-open").with("number", number).with("date", until)]
        }
        Because::Hold(hold) => {
            let key = match hold.asked.held_for {
                super::HoldKind::Litigation => "retention-hold-litigation",
                super::HoldKind::InformationRequest => "retention-hold-information_request",
                super::HoldKind::InformationAppeal => "retention-hold-information_appeal",
                super::HoldKind::NewerComplaint => "retention-hold-newer_complaint",
            };
            let said = Said::new(key).with("date", hold.placed_on).with("hold", hold.hold);
            std::iter::once(said).chain(hold.asked.until.map(until)).collect()
        }
    }
}

/// What may go on a day, the first to go first: its day has come, and nothing stops it.
pub fn due(case: &Case, profile: &Profile, day: Date) -> Vec<Class> {
    let lines = schedule(case, profile, day).lines.into_iter();
    lines.filter(|line| line.standing == Standing::Due).map(|line| line.class).collect()
}

/// Everything that goes when a class goes: it, and what is due before it.
pub fn goes_with(case: &Case, profile: &Profile, class: Class, day: Date) -> Vec<Class> {
    due(case, profile, day).into_iter().filter(|one| *one <= class).collect()
}

/// The next day on which something of the case is to go by its schedule, whatever holds it; none once all has gone.
pub fn next_day(case: &Case, profile: &Profile, day: Date) -> Option<(Date, Class)> {
    let lines = schedule(case, profile, day).lines.into_iter();
    lines
        .filter(|line| !matches!(line.standing, Standing::Gone { .. }))
        .map(|line| (line.on, line.class))
        .min()
}
