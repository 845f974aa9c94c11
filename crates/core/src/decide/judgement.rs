//! The office judges: met, more needed, treated as met, not met, refused, ceased (R3, R26, R27, R33, R35–R37, E3–E6, E22, E23).

use jiff::civil::Date;

use super::{Facts, find, open, owed, said, to_come, writing};
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
        Amount, DateReason, DateVersion, Judgement, Kind, Need, Proof, Recommendation, TreatedReason,
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
            if one.days_overdue(facts.today).is_none() && one.evidence.is_empty() {
                return Err(Refusal::new("date-not-passed", "R37").field("number").with("number", number));
            }
            Ok(vec![judged(*number, Judgement::NotMet { reasons: reasons.clone() }, facts.today)])
        }
        Command::RecordRefusal { number, reasons } => {
            let one = open(case, *number)?;
            said(reasons, "reasons", "R3")?;
            let after_agreement = one.is_agreed();
            let judgement = Judgement::Refused { reasons: reasons.clone(), after_agreement };
            Ok(vec![judged(*number, judgement, facts.today)])
        }
        Command::Cease { number, reason } => {
            open(case, *number)?;
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
    checklist_shown(one, satisfied_by)?;
    paid_in_full(case, one, satisfied_by, paid)?;
    let days_late = lateness::days_late(case, one, evidence_complete_on, facts.profile.lateness);
    let judgement = Judgement::Met { satisfied_by: satisfied_by.to_vec(), evidence_complete_on, days_late };
    Ok(vec![judged(number, judgement, facts.today)])
}

/// Every required item is shown, and one of each group; a policy needs its text and its approval (R27).
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
                let policy = one.terms.kind == Kind::PolicyProcedure
                    && matches!(item.proof, Proof::PolicyText | Proof::Approval);
                let enough: &[Shown] =
                    if policy { &[Shown::Shown] } else { &[Shown::Shown, Shown::NotApplicable] };
                if !found(item.item, enough) {
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
    let told: Vec<_> = satisfied_by
        .iter()
        .filter_map(|id| case.submission(*id))
        .filter_map(|found| found.submission.paid)
        .collect();
    let total = match (paid, told.is_empty()) {
        (Some(paid), _) => paid,
        (None, false) => Pence(told.iter().map(|paid| paid.0).sum()),
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

fn no_open_extension(one: &Recommendation) -> Result<(), Refusal> {
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
    if one.evidence.is_empty() {
        return Err(Refusal::new("no-evidence", "R35").field("number").with("number", number));
    }
    let mut events =
        vec![Event::FurtherEvidenceRequested { number, needed: Some(needed.clone()), on: facts.today }];
    if let Some(date) = evidence_due_on {
        to_come(date, facts.today, "evidence_due_on", "R35")?;
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
        && !one.evidence.contains(evidence)
    {
        return Err(Refusal::new("proof-of-offer-missing", rule).field("evidence"));
    }
    let judgement = Judgement::TreatedAsMet { reason: reason.clone(), note: note.clone() };
    let mut events = vec![judged(number, judgement, facts.today)];
    let body = one.terms.addressee;
    events.push(owed(case, LetterKind::TreatedAsMet, Recipient::Body { body }, vec![number]));
    events.extend(super::to_complainant(case, LetterKind::TreatedAsMet, &[number]));
    Ok(events)
}

/// What proved unachievable is ended, and another stands in its place with its own date (E23).
fn supersede(
    case: &Case,
    number: RecommendationNumber,
    terms: &crate::recommendation::Terms,
    reason: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    open(case, number)?;
    said(reason, "reason", "E23")?;
    writing::well_formed(case, terms, facts)?;
    let by = writing::next_number(case);
    let Some(spec) = &terms.evidence_due else {
        return Err(Refusal::new("date-missing", "R24").field("evidence_due").with("number", by));
    };
    if terms.evidence.is_empty() {
        return Err(Refusal::new("evidence-list-missing", "R28").field("evidence").with("number", by));
    }
    let anchors = crate::period::Anchors {
        final_decision: Some(facts.today),
        receipt: None,
        report_date: Some(facts.today),
        events: Default::default(),
    };
    let Ok(date) = spec.resolve(&anchors, facts.calendar, facts.profile.non_working_day) else {
        return Err(Refusal::new("date-cannot-be-set", "R24").field("evidence_due").with("number", by));
    };
    let date =
        DateVersion { version: 1, evidence_due_on: date, because: DateReason::Decision, set_on: facts.today };
    Ok(vec![
        Event::RecommendationWritten { number: by, terms: Box::new(terms.clone()) },
        Event::EvidenceDateSet { number: by, date },
        judged(number, Judgement::Superseded { by }, facts.today),
        owed(case, LetterKind::FinalDecision, Recipient::Body { body: terms.addressee }, vec![by]),
    ])
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
