//! What becomes of the complainant's part: withdrawal, death, succession, silence (E1, E2, E4; PSOW Act 2019 ss.3, 7).

use super::{Facts, find, has_come, said};
use crate::{
    case::{Case, Contact, ContactPurpose},
    command::Command,
    event::Event,
    party::Standing,
    refusal::Refusal,
};

/// While nobody has decided what becomes of a case whose complainant withdrew or died, nothing goes out (E1, E2).
pub(super) fn nobody_left_undecided(case: &Case) -> Result<(), Refusal> {
    if case.awaits_decision_on_withdrawal() && !case.is_decided() {
        return Err(Refusal::new("withdrawal-undecided", "E2"));
    }
    Ok(())
}

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if case.complainant.is_none() {
        return Err(Refusal::new("no-complainant", "E35"));
    }
    match command {
        Command::RecordWithdrawal { on } => {
            has_come(*on, facts.today, "on", "E2")?;
            Ok(vec![Event::StandingChanged { standing: Standing::Withdrawn { on: *on }, note: None }])
        }
        Command::RecordDeath { on } => {
            has_come(*on, facts.today, "on", "E1")?;
            Ok(vec![Event::StandingChanged { standing: Standing::Died { on: *on }, note: None }])
        }
        Command::RecordUnreachable { on, attempts } => {
            has_come(*on, facts.today, "on", "E4")?;
            said(attempts, "attempts", "E4")?;
            let attempts = attempts.clone();
            let contact =
                Contact { on: facts.today, purpose: ContactPurpose::Difficulty, note: attempts.clone() };
            let standing = Standing::Unreachable { on: *on };
            Ok(vec![
                Event::StandingChanged { standing, note: Some(attempts) },
                Event::ContactRecorded(contact),
            ])
        }
        Command::DecideAfterWithdrawal { carry_on, reason } => {
            said(reason, "reason", "E2")?;
            if !matches!(case.standing, Standing::Withdrawn { .. } | Standing::Died { .. }) {
                return Err(Refusal::new("nobody-withdrew", "E2"));
            }
            if case.withdrawal_decided.is_some() {
                return Err(Refusal::new("withdrawal-decided-already", "E2"));
            }
            if !carry_on && case.is_decided() {
                return Err(Refusal::new("recommendations-survive", "E2"));
            }
            Ok(vec![Event::WithdrawalDecided {
                carry_on: *carry_on,
                reason: reason.clone(),
                on: facts.today,
            }])
        }
        Command::SubstituteComplainant { by } => {
            said(&by.name, "name", "E1")?;
            match &by.authority {
                Some(authority) if !authority.is_blank() => {
                    Ok(vec![Event::ComplainantSubstituted { by: by.clone() }])
                }
                _ => Err(Refusal::new("authority-missing", "PSOW Act 2019 s.7").field("authority")),
            }
        }
        Command::RecordHadIt { number, had_it, note } => {
            let one = find(case, *number)?;
            if !one.decided || one.terms.scope != crate::recommendation::Scope::Personal {
                return Err(Refusal::new("not-promised-to-you", "R4").field("number").with("number", number));
            }
            let note = note.clone().filter(|words| !words.is_blank());
            Ok(vec![Event::HadItRecorded { number: *number, had_it: *had_it, note }])
        }
        _ => Err(Refusal::new("no-complainant", "E35")),
    }
}
