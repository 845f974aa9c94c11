//! The office's judgement: `amends rec review`, `assess`, `met`, `more`, `treat-as-met`, `not-met` (R32–R37).

use amends_core::{
    case::Case,
    command::Command as Act,
    evidence::Shown,
    id::{EvidenceId, RecommendationNumber},
    recommendation::{ItemNumber, TreatedReason},
};

use crate::cli::{
    call::Call,
    case::with_rec,
    desk::{self, Who},
    fail::{Exit, Failure, Outcome},
    input,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReviewArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AssessArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "N")]
    item: u8,
    #[arg(long, value_name = "FINDING", value_parser = ["shown", "partly", "not_shown", "not_applicable"])]
    shown: String,
    #[arg(long, value_name = "EVIDENCE")]
    evidence: Option<String>,
    #[arg(long, value_name = "WORDS")]
    comment: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MetArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long = "evidence", value_name = "EVIDENCE")]
    evidence: Vec<String>,
    #[arg(long, value_name = "AMOUNT")]
    paid: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MoreArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    needed: String,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct TreatArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "REASON",
          value_parser = ["circumstances_changed", "complainant_declined", "offer_open", "set_off"])]
    reason: String,
    #[arg(long, value_name = "WORDS")]
    note: String,
    #[arg(long, value_name = "EVIDENCE")]
    evidence: Option<String>,
    #[arg(long, value_name = "DATE", required_if_eq("reason", "offer_open"))]
    until: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NotMetArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

pub(super) fn review(call: &mut Call, args: &ReviewArgs) -> Outcome {
    with_rec(call, &args.who, &args.rec, |_, _, number| Ok(Act::StartReview { number }))
}

pub(super) fn assess(call: &mut Call, args: &AssessArgs) -> Outcome {
    let shown: Shown = input::code("--shown", &args.shown)?;
    with_rec(call, &args.who, &args.rec, |desk, case, number| {
        Ok(Act::AssessItem {
            number,
            item: ItemNumber(args.item),
            evidence: named_or_latest(case, number, args.evidence.as_deref())?,
            shown,
            comment: desk.some_words(args.comment.as_deref())?,
        })
    })
}

pub(super) fn met(call: &mut Call, args: &MetArgs) -> Outcome {
    let paid = args.paid.as_deref().map(|typed| input::amount("--paid", typed)).transpose()?;
    with_rec(call, &args.who, &args.rec, |_, case, number| {
        let satisfied_by = match args.evidence.as_slice() {
            [] => assessed_or_latest(case, number)?,
            named => named
                .iter()
                .map(|typed| input::id("--evidence", typed).map(EvidenceId))
                .collect::<Outcome<Vec<_>>>()?,
        };
        Ok(Act::JudgeMet { number, satisfied_by, paid })
    })
}

pub(super) fn more(call: &mut Call, args: &MoreArgs) -> Outcome {
    let evidence_due_on = input::some_date("--until", args.until.as_deref())?;
    with_rec(call, &args.who, &args.rec, |desk, _, number| {
        Ok(Act::AskForMore { number, needed: desk.words(&args.needed)?, evidence_due_on })
    })
}

pub(super) fn treat(call: &mut Call, args: &TreatArgs) -> Outcome {
    let until = input::some_date("--until", args.until.as_deref())?;
    with_rec(call, &args.who, &args.rec, |desk, case, number| {
        let evidence = || named_or_latest(case, number, args.evidence.as_deref());
        let reason = match (args.reason.as_str(), until) {
            ("complainant_declined", _) => TreatedReason::ComplainantDeclined { offer: evidence()? },
            ("offer_open", Some(until)) => TreatedReason::OfferOpen { until, attempts: evidence()? },
            ("set_off", _) => TreatedReason::SetOff,
            _ => TreatedReason::CircumstancesChanged,
        };
        Ok(Act::TreatAsMet { number, reason, note: desk.words(&args.note)? })
    })
}

pub(super) fn not_met(call: &mut Call, args: &NotMetArgs) -> Outcome {
    with_rec(call, &args.who, &args.rec, |desk, _, number| {
        Ok(Act::JudgeNotMet { number, reasons: desk.words(&args.reasons)? })
    })
}

/// All evidence in which an item was assessed, else what came last.
fn assessed_or_latest(case: &Case, number: RecommendationNumber) -> Outcome<Vec<EvidenceId>> {
    let one = desk::one(case, number)?;
    let assessed = |id: &&EvidenceId| one.findings.iter().any(|finding| finding.evidence == **id);
    let all: Vec<EvidenceId> = one.evidence.iter().filter(assessed).copied().collect();
    if all.is_empty() { named_or_latest(case, number, None).map(|last| vec![last]) } else { Ok(all) }
}

/// The evidence named, else what came last for the recommendation.
fn named_or_latest(case: &Case, number: RecommendationNumber, typed: Option<&str>) -> Outcome<EvidenceId> {
    match typed {
        Some(typed) => input::id("--evidence", typed).map(EvidenceId),
        None => desk::one(case, number)?.evidence.last().copied().ok_or_else(|| {
            let reference = case.reference.recommendation(number);
            Failure::new(Exit::Failed, "cli-no-evidence", [("reference", reference.into())])
        }),
    }
}
