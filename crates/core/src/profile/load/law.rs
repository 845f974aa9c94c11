//! Checks the law of a profile: every clock, instrument and ground that is named is there, and nothing stands twice.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::Text;
use crate::{
    actor::StaffRole,
    instrument::Instrument,
    period::PeriodRule,
    profile::{
        CriterionRule, DisclosureRule, EscalationRule, GroundRule, HandlingRule, InstrumentRule,
        ProfileError, RetentionRule, ThemeRule, source::Source,
    },
};

/// The usual subjects and codes, which a profile may replace whole.
const USUAL_LISTS: &str = include_str!("../../../data/lists.toml");

/// The law of a profile, as the file has it.
pub(super) struct Law {
    pub(super) instrument: Vec<Spanned<InstrumentRule>>,
    pub(super) ground: Vec<Spanned<GroundRule>>,
    pub(super) criterion: Vec<Spanned<CriterionRule>>,
    pub(super) theme: Vec<Spanned<ThemeRule>>,
    pub(super) handling: Vec<Spanned<HandlingRule>>,
    pub(super) disclosure: Vec<Spanned<DisclosureRule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    theme: Vec<ThemeRule>,
    handling: Vec<HandlingRule>,
}

/// The law of a profile, checked.
pub(super) struct Checked {
    pub(super) instruments: Vec<InstrumentRule>,
    pub(super) grounds: Vec<GroundRule>,
    pub(super) criteria: Vec<CriterionRule>,
    pub(super) themes: Vec<ThemeRule>,
    pub(super) handling: Vec<HandlingRule>,
    pub(super) disclosure: Vec<DisclosureRule>,
}

pub(super) fn check(text: Text<'_>, law: Law, clocks: &[PeriodRule]) -> Result<Checked, ProfileError> {
    let known: BTreeSet<&str> = clocks.iter().map(|clock| clock.id.as_str()).collect();
    let instruments = instruments(text, law.instrument, &known)?;
    let grounds = grounds(text, law.ground, &instruments)?;
    let usual: Lists =
        toml::from_str(USUAL_LISTS).map_err(|error| Source::alone(None, USUAL_LISTS).toml_fault(&error))?;
    let themes = once(text, "theme", law.theme, |rule| rule.id.clone())?;
    let handling = once(text, "handling", law.handling, |rule| rule.id.clone())?;
    Ok(Checked {
        instruments,
        grounds,
        disclosure: once(text, "disclosure", law.disclosure, |rule| rule.id.clone())?,
        criteria: once(text, "criterion", law.criterion, |rule| rule.id.clone())?,
        themes: if themes.is_empty() { usual.theme } else { themes },
        handling: if handling.is_empty() { usual.handling } else { handling },
    })
}

fn once<T>(
    text: Text<'_>,
    key: &str,
    rules: Vec<Spanned<T>>,
    id: impl Fn(&T) -> String,
) -> Result<Vec<T>, ProfileError> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for rule in rules {
        let name = id(rule.get_ref());
        if !seen.insert(name.clone()) {
            return Err(text.fault(&rule, key, format!("{name} stands twice"), "Keep one of the two."));
        }
        kept.push(rule.into_inner());
    }
    Ok(kept)
}

fn instruments(
    text: Text<'_>,
    rules: Vec<Spanned<InstrumentRule>>,
    clocks: &BTreeSet<&str>,
) -> Result<Vec<InstrumentRule>, ProfileError> {
    for rule in &rules {
        let one = rule.get_ref();
        let response = one
            .response
            .iter()
            .flat_map(|response| std::iter::once(&response.clock).chain(&response.confirmation_clock));
        let named = response
            .chain(&one.form_clock)
            .chain(one.publicity.iter().map(|step| &step.clock))
            .chain(one.publicity.iter().filter_map(|step| step.names_by.as_ref()));
        for clock in named {
            if !clocks.contains(clock.as_str()) {
                let problem = format!("{} names the clock {clock}, and there is none", one.instrument.code());
                return Err(text.fault(rule, "clock", problem, "Name a clock of this profile."));
            }
        }
        deciding(text, rule, "decided_by", one.decided_by)?;
    }
    once(text, "instrument", rules, |rule| rule.instrument.code().to_owned())
}

fn deciding<T>(text: Text<'_>, at: &Spanned<T>, key: &str, role: StaffRole) -> Result<(), ProfileError> {
    match role {
        StaffRole::Caseworker | StaffRole::Manager | StaffRole::Ombudsman => Ok(()),
        StaffRole::Coordinator | StaffRole::Administrator => {
            let problem = format!("a {} decides no case", role.code());
            Err(text.fault(at, key, problem, "Use caseworker, manager or ombudsman."))
        }
    }
}

fn grounds(
    text: Text<'_>,
    rules: Vec<Spanned<GroundRule>>,
    instruments: &[InstrumentRule],
) -> Result<Vec<GroundRule>, ProfileError> {
    let has = |instrument: Instrument| instruments.iter().any(|rule| rule.instrument == instrument);
    for rule in &rules {
        let one = rule.get_ref();
        if let Some(missing) = one.after.iter().chain([&one.instrument]).find(|instrument| !has(**instrument))
        {
            let problem = format!("{} names {}, which this profile does not have", one.id, missing.code());
            let mend = "Add an [[instrument]] table for it.";
            return Err(text.fault(rule, "instrument", problem, mend));
        }
        if one.after.is_empty() && !one.after_settlement {
            let problem = format!("{} follows nothing", one.id);
            let mend = "Name what it follows with after = [...], or after_settlement = true.";
            return Err(text.fault(rule, "after", problem, mend));
        }
        if one.facts.is_empty() {
            let problem = format!("{} rests on no fact", one.id);
            return Err(text.fault(rule, "facts", problem, "Name the facts the record must hold."));
        }
    }
    once(text, "ground", rules, |rule| rule.id.0.clone())
}

pub(super) fn retention(text: Text<'_>, rule: Spanned<RetentionRule>) -> Result<RetentionRule, ProfileError> {
    let one = rule.get_ref();
    deciding(text, &rule, "significant_by", one.significant_by)?;
    if one.documents_months == 0 {
        return Err(text.fault(
            &rule,
            "documents_months",
            "documents would go at once",
            "Keep them for 1 month at least; the source says 12.",
        ));
    }
    if one.anonymise_years > one.delete_years {
        let problem = "a record would be deleted before it is anonymised";
        return Err(text.fault(
            &rule,
            "delete_years",
            problem,
            "Make it as long as anonymise_years at least.",
        ));
    }
    if one.significant_years.saturating_mul(12) < one.documents_months {
        let problem = "significant improvements would be kept for less time than the others";
        return Err(text.fault(&rule, "significant_years", problem, "Make it as long as documents_months."));
    }
    Ok(rule.into_inner())
}

pub(super) fn escalation(
    text: Text<'_>,
    rule: Spanned<EscalationRule>,
) -> Result<EscalationRule, ProfileError> {
    let one = rule.get_ref();
    deciding(text, &rule, "adverse_outcome_by", one.adverse_outcome_by)?;
    let different: BTreeSet<_> = one.steps.iter().collect();
    if different.len() < one.steps.len() {
        return Err(text.fault(&rule, "steps", "a step stands twice", "Keep one of the two."));
    }
    Ok(rule.into_inner())
}
