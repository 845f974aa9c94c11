//! The office judges: met, more needed, treated as met, not met, refused, ceased (R3, R26, R27, R33, R35–R37, E3–E6, E22, E23).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Facts, decision, find, open, owed, reaches, said, sending, to_come, to_complainant, writing};
use crate::{
    case::Case,
    command::Command,
    event::Event,
    evidence::Shown,
    id::{EvidenceId, RecommendationNumber},
    lateness,
    letter::{LetterKind, Recipient},
    money::Pence,
    period::DueDate,
    recommendation::{
        Amount, DateReason, DateVersion, Judgement, Kind, Need, Proof, Recommendation, Scope, TreatedReason,
    },
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::JudgeMet { number, satisfied_by, paid } => met(case, *number, satisfied_by, *paid, facts),
        Command::AskForMore { number, needed, evidence_due_on } => {
            ask_for_more(case, *number, needed, *evidence_due_on, facts)
        }
        Command::TreatAsMet { number, reason, note } => treat_as_met(case, *number, reason, note, facts),
        Command::JudgeNotMet { number, reasons } => {
            let one = open(case, *number)?;
            said(reasons, "reasons", "R37")?;
            no_open_extension(one)?;
            if one.evidence_due_on().is_none_or(|due| due >= facts.today) {
                return Err(Refusal::new("date-not-passed", "R37").field("number").with("number", number));
            }
            let least = facts.profile.escalation.adverse_outcome_by;
            if !reaches(facts, least) {
                return Err(Refusal::new("role-too-low", "R37").field("number").with("role", least.code()));
            }
            Ok(vec![judged(*number, Judgement::NotMet { reasons: reasons.clone() }, facts.today)])
        }
        Command::RecordRefusal { number, reasons } => {
            let one = open(case, *number)?;
            said(reasons, "reasons", "R3")?;
            no_open_extension(one)?;
            let after_agreement = one.is_agreed();
            let judgement = Judgement::Refused { reasons: reasons.clone(), after_agreement };
            Ok(vec![judged(*number, judgement, facts.today)])
        }
        Command::Cease { number, reason } => {
            no_open_extension(open(case, *number)?)?;
            said(reason, "reason", "E23")?;
            Ok(vec![judged(*number, Judgement::Ceased { reason: reason.clone() }, facts.today)])
        }
        Command::Supersede { number, terms, reason } => supersede(case, *number, terms, reason, facts),
        Command::RecordSpecialReportConsidered { number, conclusion } => {
            let one = find(case, *number)?;
            said(conclusion, "conclusion", "R37")?;
            match one.judgement {
                Some(Judgement::NotMet { .. } | Judgement::Refused { .. }) => {
                    Ok(vec![Event::SpecialReportConsidered {
                        number: *number,
                        conclusion: conclusion.clone(),
                    }])
                }
                _ => Err(Refusal::new("nothing-failed", "R37").field("number").with("number", number)),
            }
        }
        Command::Reopen { number, reason, evidence_due_on } => {
            reopen(case, *number, reason, *evidence_due_on, facts)
        }
        _ => Err(Refusal::new("no-evidence", "R32")),
    }
}

fn judged(number: RecommendationNumber, judgement: Judgement, on: Date) -> Event {
    Event::Judged { number, judgement, on }
}

fn met(
    case: &Case,
    number: RecommendationNumber,
    satisfied_by: &[EvidenceId],
    paid: Option<Pence>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = open(case, number)?;
    no_open_extension(one)?;
    let mut received = Vec::new();
    for id in satisfied_by {
        let found = case.submission(*id).filter(|_| one.evidence.contains(id));
        let Some(found) = found else {
            return Err(Refusal::new("no-such-evidence", "R25").field("satisfied_by"));
        };
        if found.submission.is_statement_only() {
            return Err(Refusal::new("statement-is-not-evidence", "R26").field("satisfied_by"));
        }
        received.push(found.submission.received_on);
    }
    let Some(evidence_complete_on) = received.into_iter().max() else {
        return Err(Refusal::new("evidence-not-chosen", "I2").field("satisfied_by"));
    };
    if !satisfied_by.iter().any(|id| one.current_evidence().contains(id)) {
        return Err(Refusal::new("evidence-before-reopening", "E27").field("satisfied_by"));
    }
    checklist_shown(one, satisfied_by)?;
    paid_in_full(case, one, satisfied_by, paid)?;
    let days_late = lateness::days_late(case, one, evidence_complete_on, facts.profile.lateness);
    let judgement = Judgement::Met { satisfied_by: satisfied_by.to_vec(), evidence_complete_on, days_late };
    Ok(vec![judged(number, judgement, facts.today)])
}

/// Every required item is shown, and one of each group; a policy needs its text and its approval, however its list was
/// drawn up (R27).
fn checklist_shown(one: &Recommendation, satisfied_by: &[EvidenceId]) -> Result<(), Refusal> {
    let found = |item, wanted: &[Shown]| {
        one.findings.iter().any(|finding| {
            finding.item == item
                && satisfied_by.contains(&finding.evidence)
                && wanted.contains(&finding.shown)
        })
    };
    for item in &one.terms.evidence {
        let missing =
            |what: &Words| Refusal::new("item-not-shown", "R27").field("item").with("item", what.as_str());
        match item.need {
            Need::Required => {
                if !found(item.item, &[Shown::Shown, Shown::NotApplicable]) {
                    return Err(missing(&item.what));
                }
            }
            Need::AnyOf { group } => {
                let mut same = one.terms.evidence.iter().filter(|other| other.need == Need::AnyOf { group });
                if !same.any(|other| found(other.item, &[Shown::Shown])) {
                    return Err(missing(&item.what));
                }
            }
        }
    }
    if one.terms.kind == Kind::PolicyProcedure {
        for proof in [Proof::PolicyText, Proof::Approval] {
            let mut of_this = one.terms.evidence.iter().filter(|item| item.proof == proof);
            if !of_this.any(|item| found(item.item, &[Shown::Shown])) {
                return Err(Refusal::new("policy-wants-text-and-approval", "R27")
                    .field("item")
                    .with("number", one.number));
            }
        }
    }
    let any_shown = one
        .findings
        .iter()
        .any(|finding| finding.shown == Shown::Shown && satisfied_by.contains(&finding.evidence));
    if any_shown { Ok(()) } else { Err(Refusal::new("nothing-shown", "R26").field("item")) }
}

/// An exact sum must have been paid in full; more is no fault (E5, E7).
fn paid_in_full(
    case: &Case,
    one: &Recommendation,
    satisfied_by: &[EvidenceId],
    paid: Option<Pence>,
) -> Result<(), Refusal> {
    let Some(Amount::Exact { pence }) = &one.terms.amount else {
        return Ok(());
    };
    let once: BTreeSet<_> = satisfied_by.iter().copied().collect();
    let told: Vec<_> = once
        .into_iter()
        .filter_map(|id| case.submission(id))
        .filter_map(|found| found.submission.paid)
        .collect();
    let total = match (paid, told.is_empty()) {
        (Some(paid), _) => paid,
        (None, false) => Pence(told.iter().fold(0, |sum, paid| sum.saturating_add(paid.0))),
        (None, true) => {
            return Err(Refusal::new("sum-paid-missing", "E5").field("paid").with("amount", pence));
        }
    };
    if total < *pence {
        let refusal = Refusal::new("paid-less", "E5").field("paid").with("amount", pence).with("paid", total);
        return Err(refusal.with("missing", Pence(pence.0 - total.0)));
    }
    Ok(())
}

pub(super) fn no_open_extension(one: &Recommendation) -> Result<(), Refusal> {
    match one.open_extension() {
        None => Ok(()),
        Some(_) => Err(Refusal::new("extension-open", "R30").field("number").with("number", one.number)),
    }
}

fn ask_for_more(
    case: &Case,
    number: RecommendationNumber,
    needed: &Words,
    evidence_due_on: Option<Date>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = open(case, number)?;
    said(needed, "needed", "R35")?;
    if one.current_evidence().is_empty() {
        return Err(Refusal::new("no-evidence", "R35").field("number").with("number", number));
    }
    let mut events =
        vec![Event::FurtherEvidenceRequested { number, needed: Some(needed.clone()), on: facts.today }];
    if let Some(date) = evidence_due_on {
        to_come(date, facts.today, "evidence_due_on", "R35")?;
        if let Some(current) = one.evidence_due_on().filter(|current| date <= *current) {
            return Err(Refusal::new("not-later", "R35").field("evidence_due_on").with("date", current));
        }
        events.push(new_date(
            one,
            DueDate::agreed(date, facts.calendar),
            DateReason::FurtherEvidence,
            facts.today,
        ));
    }
    let body = one.terms.addressee;
    events.push(owed(case, LetterKind::FurtherEvidence, Recipient::Body { body }, vec![number]));
    Ok(events)
}

/// A later version of a recommendation's date; the earlier ones stay (I4).
pub(super) fn new_date(one: &Recommendation, date: DueDate, because: DateReason, set_on: Date) -> Event {
    let version = one.current_date().map_or(1, |current| current.version + 1);
    let date = DateVersion { version, evidence_due_on: date, because, set_on };
    Event::EvidenceDateSet { number: one.number, date }
}

fn treat_as_met(
    case: &Case,
    number: RecommendationNumber,
    reason: &TreatedReason,
    note: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = open(case, number)?;
    said(note, "note", "R36")?;
    no_open_extension(one)?;
    let of_the_complainant =
        matches!(reason, TreatedReason::ComplainantDeclined { .. } | TreatedReason::OfferOpen { .. });
    if of_the_complainant && (case.complainant.is_none() || one.terms.scope != Scope::Personal) {
        return Err(Refusal::new("nothing-to-decline", "E3").field("reason").with("number", number));
    }
    let money = one.terms.amount.is_some() && *reason == TreatedReason::CircumstancesChanged;
    let frozen = facts.body(one.terms.addressee).is_some_and(|body| body.freeze_on(facts.today).is_some());
    if money && frozen && !super::by_senior(facts) {
        return Err(Refusal::new("freeze-needs-manager", "R43").field("reason").with("number", number));
    }
    let proof = match reason {
        TreatedReason::ComplainantDeclined { offer } => Some((offer, "E3")),
        TreatedReason::OfferOpen { attempts, until } => {
            to_come(*until, facts.today, "until", "E4")?;
            Some((attempts, "E4"))
        }
        TreatedReason::SetOff if !one.terms.set_off_allowed => {
            return Err(Refusal::new("set-off-not-allowed", "E6").field("reason"));
        }
        TreatedReason::SetOff | TreatedReason::CircumstancesChanged => None,
    };
    if let Some((evidence, rule)) = proof
        && case
            .submission(*evidence)
            .is_none_or(|found| found.submission.is_statement_only() || !one.evidence.contains(evidence))
    {
        return Err(Refusal::new("proof-of-offer-missing", rule).field("evidence"));
    }
    let judgement = Judgement::TreatedAsMet { reason: reason.clone(), note: note.clone() };
    let mut events = vec![judged(number, judgement, facts.today)];
    let body = one.terms.addressee;
    events.push(owed(case, LetterKind::TreatedAsMet, Recipient::Body { body }, vec![number]));
    events.extend(to_complainant(case, LetterKind::TreatedAsMet, &[number]));
    Ok(events)
}

/// What proved unachievable is ended, and another stands in its place with its own date (E23).
pub(super) fn supersede(
    case: &Case,
    number: RecommendationNumber,
    terms: &crate::recommendation::Terms,
    reason: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    no_open_extension(open(case, number)?)?;
    said(reason, "reason", "E23")?;
    writing::well_formed(case, terms, facts)?;
    let by = writing::next_number(case);
    sending::complete(case, by, terms, facts)?;
    let written = Event::RecommendationWritten { number: by, terms: Box::new(terms.clone()) };
    let mut events = vec![written];
    events.extend(decision::first_date(by, terms, facts.today, facts)?);
    events.push(judged(number, Judgement::Superseded { by }, facts.today));
    let body = terms.addressee;
    events.push(owed(case, LetterKind::FinalDecision, Recipient::Body { body }, vec![by]));
    events.extend(to_complainant(case, LetterKind::FinalDecision, &[by]));
    Ok(events)
}

fn reopen(
    case: &Case,
    number: RecommendationNumber,
    reason: &Words,
    evidence_due_on: Date,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = find(case, number)?;
    said(reason, "reason", "E27")?;
    if one.judgement.is_none() {
        return Err(Refusal::new("not-ended", "E27").field("number").with("number", number));
    }
    to_come(evidence_due_on, facts.today, "evidence_due_on", "E27")?;
    Ok(vec![
        Event::Reopened { number, reason: reason.clone(), on: facts.today },
        new_date(one, DueDate::agreed(evidence_due_on, facts.calendar), DateReason::Reopened, facts.today),
    ])
}
