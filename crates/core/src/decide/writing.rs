//! Writing, changing and withdrawing recommendations before the decision (R1, R2, R4, R12, R20, E11, E36).

use super::{Facts, find, opening::addressable, said};
use crate::{
    case::{Case, Stage},
    command::Command,
    event::Event,
    id::RecommendationNumber,
    money::Pence,
    recommendation::{Amount, Need, Terms},
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    open_for_writing(case)?;
    let event = match command {
        Command::WriteRecommendation { terms } => {
            well_formed(case, terms, facts)?;
            Event::RecommendationWritten { number: next_number(case), terms: terms.clone() }
        }
        Command::ReviseRecommendation { number, terms } => {
            let one = find(case, *number)?;
            if one.dropped.is_some() {
                return Err(Refusal::new("withdrawn-already", "R12").field("number").with("number", number));
            }
            well_formed(case, terms, facts)?;
            if one.terms == **terms {
                return Ok(Vec::new());
            }
            let substantial = changes_in_substance(&one.terms, terms);
            Event::RecommendationRevised { number: *number, terms: terms.clone(), substantial }
        }
        Command::DropRecommendation { number, reason, note } => {
            if find(case, *number)?.dropped.is_some() {
                return Ok(Vec::new());
            }
            said(note, "note", "R12")?;
            Event::RecommendationDropped { number: *number, reason: *reason, note: note.clone() }
        }
        _ => return Err(Refusal::new("not-a-draft", "R23")),
    };
    Ok(vec![event])
}

/// The number the next recommendation gets; numbers are never used twice.
pub(super) fn next_number(case: &Case) -> RecommendationNumber {
    RecommendationNumber(case.recommendations.iter().map(|one| one.number.0).max().unwrap_or(0) + 1)
}

/// After the decision nothing is rewritten: what was decided stands, and is superseded openly (E23).
fn open_for_writing(case: &Case) -> Result<(), Refusal> {
    match case.stage() {
        // What the body has agreed to is not changed under its hand; propose anew, or close.
        Stage::Agreed => Err(Refusal::new("agreed-already", "R6").field("wording")),
        Stage::FinalIssued
        | Stage::ClosedEarlyResolution
        | Stage::DiscontinuedBySettlement
        | Stage::Discontinued => Err(Refusal::new("decided-already", "R23").field("wording")),
        Stage::Assessing
        | Stage::ProposalSent
        | Stage::Negotiating
        | Stage::Investigating
        | Stage::DraftReady
        | Stage::OutForComment
        | Stage::ConsideringComments
        | Stage::FinalReady
        | Stage::ConsiderPublicReport => Ok(()),
    }
}

/// What a recommendation must have even to be saved: words, a body of the case, a finding to stand on.
pub(super) fn well_formed(case: &Case, terms: &Terms, facts: &Facts<'_>) -> Result<(), Refusal> {
    if terms.wording.is_blank() {
        return Err(Refusal::new("wording-missing", "R40").field("wording"));
    }
    if !case.bodies.contains(&terms.addressee) {
        return Err(Refusal::new("body-not-in-case", "E11").field("body"));
    }
    addressable(terms.addressee, facts)?;
    if let Some(number) = terms.answers {
        let Some(finding) = case.findings.iter().find(|one| one.finding == number) else {
            return Err(Refusal::new("no-such-finding", "R2").field("answers"));
        };
        if super::sending::wants_injustice(case, facts) && finding.injustice.is_none() {
            return Err(Refusal::new("no-injustice-found", "R2").field("answers"));
        }
    }
    let mut items: Vec<_> = terms.evidence.iter().map(|item| item.item).collect();
    items.sort_unstable();
    items.dedup();
    if items.len() != terms.evidence.len() || terms.evidence.iter().any(|item| item.what.is_blank()) {
        return Err(Refusal::new("evidence-item-blank", "R27").field("evidence"));
    }
    super::recurrence::well_formed(case, terms, facts)?;
    if terms.amount.as_ref().is_some_and(|amount| amount.ceiling() <= Pence(0)) {
        return Err(Refusal::new("amount-not-positive", "R40").field("amount"));
    }
    Ok(())
}

/// Kind, act, sum, addressee, what proves it, by when: a change in one of these is one the parties should see (R20).
pub(super) fn changes_in_substance(before: &Terms, after: &Terms) -> bool {
    let items = |terms: &Terms| -> Vec<(String, Need)> {
        terms.evidence.iter().map(|item| (item.what.as_str().to_owned(), item.need)).collect()
    };
    let amount = |terms: &Terms| {
        terms.amount.as_ref().map(|amount| match amount {
            Amount::Exact { pence } => (*pence, None),
            Amount::Formula { wording, at_most } => (*at_most, Some(wording.as_str().to_owned())),
        })
    };
    let beneficiaries = |terms: &Terms| {
        terms.beneficiaries.as_ref().map(|group| (group.who.as_str().to_owned(), group.count))
    };
    before.kind != after.kind
        || before.wording.as_str() != after.wording.as_str()
        || amount(before) != amount(after)
        || before.set_off_allowed != after.set_off_allowed
        || beneficiaries(before) != beneficiaries(after)
        || before.addressee != after.addressee
        || before.evidence_due != after.evidence_due
        || items(before) != items(after)
}
