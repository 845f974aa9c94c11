//! What a recommendation must have before it goes to anyone: a date, and what will prove it (R25, R27, R28, I1).

use super::Facts;
use crate::{
    case::{Case, Check, Finding, Route},
    id::RecommendationNumber,
    recommendation::{Kind, Proof, Terms},
    refusal::Refusal,
};

/// Every live recommendation is complete enough to be sent.
pub(super) fn all_complete(case: &Case, facts: &Facts<'_>) -> Result<(), Refusal> {
    if case.live().next().is_none() {
        return Err(Refusal::new("nothing-recommended", "R1"));
    }
    for one in case.live() {
        complete(case, one.number, &one.terms, facts)?;
    }
    Ok(())
}

/// One recommendation has what will prove it, a date, a sum where it is money, and a finding to rest on.
pub(super) fn complete(
    case: &Case,
    number: RecommendationNumber,
    terms: &Terms,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    if terms.evidence.is_empty() {
        return Err(Refusal::new("evidence-list-missing", "R28").field("evidence").with("number", number));
    }
    if terms.evidence_due.is_none() {
        return Err(Refusal::new("date-missing", "R24").field("evidence_due").with("number", number));
    }
    let lists = |proof: Proof| terms.evidence.iter().any(|item| item.proof == proof);
    if terms.kind == Kind::PolicyProcedure && !(lists(Proof::PolicyText) && lists(Proof::Approval)) {
        return Err(Refusal::new("policy-wants-text-and-approval", "R27")
            .field("evidence")
            .with("number", number));
    }
    if matches!(terms.kind, Kind::Payment | Kind::Reimbursement) && terms.amount.is_none() {
        return Err(Refusal::new("amount-missing", "R40").field("amount").with("number", number));
    }
    rests_on_finding(case, number, terms, facts)
}

/// Must a finding name an injustice? Where nobody complained there is no complainant who could have suffered one
/// (E35; PSOW Act 2019 s.4).
pub(super) fn wants_injustice(case: &Case, facts: &Facts<'_>) -> bool {
    facts.profile.requires_injustice_finding && !case.own_initiative
}

/// The finding is one against the body that is to act, or against one in whose place it stands (R2, E13).
fn rests_on_finding(
    case: &Case,
    number: RecommendationNumber,
    terms: &Terms,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let finding = terms.answers.and_then(|number| case.findings.iter().find(|found| found.finding == number));
    match finding {
        None => Err(Refusal::new("finding-missing", "R2").field("answers").with("number", number)),
        Some(Finding { injustice: None, .. }) if wants_injustice(case, facts) => {
            Err(Refusal::new("no-injustice-found", "R2").field("answers").with("number", number))
        }
        Some(finding) if finding.body == terms.addressee => Ok(()),
        Some(finding)
            if facts.body(finding.body).is_some_and(|body| body.is_succeeded_by(terms.addressee)) =>
        {
            Ok(())
        }
        Some(_) => {
            Err(Refusal::new("finding-against-another-body", "R2").field("answers").with("number", number))
        }
    }
}

/// The checks that must have been made before a draft, a decision or a proposal goes out. An early resolution wants the
/// guidance on remedies considered as any remedy does (R39); what looks at the body as a whole belongs to investigations.
pub fn missing_checks(case: &Case, frozen: bool) -> Vec<Check> {
    let investigated = case.route == Route::Investigation;
    let systemic = investigated && case.findings.iter().any(|finding| finding.systemic);
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
        .any(|body| body.freeze_on(facts.today).is_some());
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
