//! The draft goes to both parties for comment (R9, R17, R20).

use super::{Facts, by_senior, find, said, sending, to_both_parties, to_come};
use crate::{
    case::{Case, DraftRound, Route, Stage},
    command::Command,
    event::Event,
    letter::LetterKind,
    refusal::Refusal,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::IssueDraft { bodies_by, complainant_by } => issue(case, *bodies_by, *complainant_by, facts),
        Command::AuthoriseEarlyAction { number, reason } => {
            let one = find(case, *number)?;
            said(reason, "reason", "R17")?;
            if one.decided || case.is_decided() {
                return Err(Refusal::new("decided-already", "R17").field("number"));
            }
            if one.early_action_authorised {
                return Ok(Vec::new());
            }
            Ok(vec![Event::EarlyActionAuthorised { number: *number, reason: reason.clone() }])
        }
        _ => Err(Refusal::new("not-a-draft", "R9")),
    }
}

fn issue(
    case: &Case,
    bodies_by: jiff::civil::Date,
    complainant_by: Option<jiff::civil::Date>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    if case.route != Route::Investigation {
        return Err(Refusal::new("not-an-investigation", "R9"));
    }
    match case.stage() {
        Stage::OutForComment => return Err(Refusal::new("draft-out-already", "R9")),
        Stage::FinalIssued | Stage::DiscontinuedBySettlement | Stage::Discontinued => {
            return Err(Refusal::new("decided-already", "R9"));
        }
        _ => {}
    }
    super::people::nobody_left_undecided(case)?;
    sending::all_complete(case, facts)?;
    sending::checks_made(case, facts)?;
    super::recurrence::referred_to(case)?;
    to_come(bodies_by, facts.today, "bodies_by", "R15")?;
    let draft = case.drafts.last().map_or(1, |round| round.draft.saturating_add(1));
    within_limit(draft, facts)?;
    let complainant = match (case.has_complainant_to_ask(), complainant_by) {
        (false, _) => None,
        (true, None) => return Err(Refusal::new("complainant-date-missing", "R9").field("complainant_by")),
        (true, Some(by)) => {
            to_come(by, facts.today, "complainant_by", "R15")?;
            Some(by)
        }
    };
    let numbers: Vec<_> = case.live().map(|one| one.number).collect();
    let addressed = |body: &crate::id::BodyId| case.live().any(|one| one.terms.addressee == *body);
    let bodies = case.bodies.iter().filter(|body| addressed(body)).map(|body| (*body, bodies_by)).collect();
    let round = DraftRound { draft, issued_on: facts.today, bodies, complainant, numbers: numbers.clone() };
    let mut events = vec![Event::DraftIssued(round)];
    events.extend(to_both_parties(case, LetterKind::Draft, &numbers));
    Ok(events)
}

/// A draft goes back to the parties once or as often as the office's practice says; beyond that a manager is asked (R20).
fn within_limit(draft: u8, facts: &Facts<'_>) -> Result<(), Refusal> {
    let further = draft.saturating_sub(1);
    if further > facts.profile.further_drafts_soft_limit && !by_senior(facts) {
        return Err(Refusal::new("further-draft-needs-manager", "R20").with("draft", draft));
    }
    Ok(())
}
