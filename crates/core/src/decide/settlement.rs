//! Early resolution: actions proposed, agreed, and the case closed while they stay alive (R5–R7; PSOW Act 2019 s.6, s.28(6)).

use super::{Facts, has_come, said, sending, to_both_parties, to_come};
use crate::{
    case::{Case, Proposal, Route, Settlement, Stage},
    command::Command,
    event::Event,
    letter::LetterKind,
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if case.route != Route::EarlyResolution {
        return Err(Refusal::new("not-early-resolution", "R5"));
    }
    if case.closed_on.is_some() {
        return Err(Refusal::new("closed-already", "R6"));
    }
    match command {
        Command::ProposeResolution { answer_by } => propose(case, *answer_by, facts),
        Command::RecordSettlement { injustice_concluded, what_went_wrong, agreed_by, how, agreed_on } => {
            let settlement = Settlement {
                injustice_concluded: *injustice_concluded,
                what_went_wrong: what_went_wrong.clone(),
                agreed_by: agreed_by.clone(),
                how: *how,
                agreed_on: *agreed_on,
            };
            agree(case, settlement, facts)
        }
        Command::CloseWithAgreedActions => close(case, facts),
        Command::TurnIntoInvestigation { reason } => {
            said(reason, "reason", "R5")?;
            Ok(vec![Event::TurnedIntoInvestigation { reason: reason.clone(), on: facts.today }])
        }
        _ => Err(Refusal::new("not-early-resolution", "R5")),
    }
}

fn propose(case: &Case, answer_by: jiff::civil::Date, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match case.stage() {
        Stage::Assessing | Stage::ProposalSent | Stage::Negotiating => {}
        _ => return Err(Refusal::new("agreed-already", "R5")),
    }
    super::people::nobody_left_undecided(case)?;
    sending::all_complete(case, facts)?;
    sending::checks_made(case, facts)?;
    to_come(answer_by, facts.today, "answer_by", "R15")?;
    let numbers: Vec<_> = case.live().map(|one| one.number).collect();
    let mut events = vec![Event::ResolutionProposed(Proposal { sent_on: facts.today, answer_by })];
    events.extend(to_both_parties(case, LetterKind::Proposal, &numbers));
    Ok(events)
}

/// Every action agreed, with its date; a later special report rests on the record made here (PSOW Act 2019 s.28(6)).
fn agree(case: &Case, settlement: Settlement, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if case.proposal.is_none() {
        return Err(Refusal::new("nothing-proposed", "R5"));
    }
    if case.settlement.is_some() {
        return Err(Refusal::new("agreed-already", "R6"));
    }
    said(&settlement.what_went_wrong, "what_went_wrong", "PSOW Act 2019 s.28(6)")?;
    said(&settlement.agreed_by, "agreed_by", "PSOW Act 2019 s.28(6)")?;
    has_come(settlement.agreed_on, facts.today, "agreed_on", "R6")?;
    if let Some(sent_on) =
        case.proposal.as_ref().map(|one| one.sent_on).filter(|on| settlement.agreed_on < *on)
    {
        return Err(Refusal::new("answered-before-asked", "R6").field("agreed_on").with("date", sent_on));
    }
    if case.live().next().is_none() {
        return Err(Refusal::new("nothing-recommended", "R1"));
    }
    if let Some(one) = case.live().find(|one| !one.is_agreed()) {
        return Err(Refusal::new("not-agreed", "R6").field("number").with("number", one.number));
    }
    Ok(vec![Event::SettlementRecorded(settlement)])
}

fn close(case: &Case, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(settlement) = &case.settlement else {
        return Err(Refusal::new("no-agreement-recorded", "R6"));
    };
    let numbers: Vec<_> = case.live().map(|one| one.number).collect();
    let mut events = vec![Event::CaseClosed { on: facts.today }];
    for one in case.live() {
        events.extend(super::decision::first_date(one.number, &one.terms, settlement.agreed_on, facts)?);
    }
    events.extend(to_both_parties(case, LetterKind::SettlementClosed, &numbers));
    Ok(events)
}
