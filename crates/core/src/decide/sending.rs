//! What a recommendation must have before it goes to anyone: a date, and what will prove it (R25, R27, R28, I1).

use super::Facts;
use crate::{
    case::{Case, Check, Finding},
    recommendation::{Kind, Proof, Recommendation},
    refusal::Refusal,
};

/// Every live recommendation is complete enough to be sent.
pub(super) fn all_complete(case: &Case, facts: &Facts<'_>) -> Result<(), Refusal> {
    if case.live().next().is_none() {
        return Err(Refusal::new("nothing-recommended", "R1"));
    }
    for one in case.live() {
        complete(one)?;
        rests_on_finding(case, one, facts)?;
    }
    Ok(())
}

fn complete(one: &Recommendation) -> Result<(), Refusal> {
    let number = one.number;
    if one.terms.evidence.is_empty() {
        return Err(Refusal::new("evidence-list-missing", "R28").field("evidence").with("number", number));
    }
    if one.terms.evidence_due.is_none() {
        return Err(Refusal::new("date-missing", "R24").field("evidence_due").with("number", number));
    }
    let lists = |proof: Proof| one.terms.evidence.iter().any(|item| item.proof == proof);
    if one.terms.kind == Kind::PolicyProcedure && !(lists(Proof::PolicyText) && lists(Proof::Approval)) {
        return Err(Refusal::new("policy-wants-text-and-approval", "R27")
            .field("evidence")
            .with("number", number));
    }
    Ok(())
}

fn rests_on_finding(case: &Case, one: &Recommendation, facts: &Facts<'_>) -> Result<(), Refusal> {
    let finding =
        one.terms.answers.and_then(|number| case.findings.iter().find(|found| found.finding == number));
    match finding {
        None => Err(Refusal::new("finding-missing", "R2").field("answers").with("number", one.number)),
        Some(Finding { injustice: None, .. }) if facts.profile.requires_injustice_finding => {
            Err(Refusal::new("no-injustice-found", "R2").field("answers").with("number", one.number))
        }
        Some(_) => Ok(()),
    }
}

/// The checks that must have been made before a draft goes out.
pub fn missing_checks(case: &Case, frozen: bool) -> Vec<Check> {
    let systemic = case.findings.iter().any(|finding| finding.systemic);
    let wanted = [
        (Check::GuidanceOnRemedies, true),
        (Check::EarlierImprovements, systemic),
        (Check::PublicInterest, systemic),
        (Check::SpendingFreeze, frozen),
    ];
    wanted
        .into_iter()
        .filter(|(check, wanted)| *wanted && !case.has_check(*check))
        .map(|(check, _)| check)
        .collect()
}

/// Refuses while a mandatory check is missing (R39, R43, R48, R52).
pub(super) fn checks_made(case: &Case, facts: &Facts<'_>) -> Result<(), Refusal> {
    let frozen = case
        .live()
        .filter_map(|one| facts.body(one.terms.addressee))
        .any(|body| body.spending_frozen_since.is_some_and(|since| since <= facts.today));
    match missing_checks(case, frozen).first() {
        None => Ok(()),
        Some(check) => {
            let rule = match check {
                Check::GuidanceOnRemedies => "R39",
                Check::EarlierImprovements => "R48",
                Check::PublicInterest => "R52",
                Check::SpendingFreeze => "R43",
            };
            Err(Refusal::new(&format!("check-missing-{}", check.code().replace('_', "-")), rule)
                .field("checks"))
        }
    }
}
