//! What the office rules: `amends instrument longer`, `assess`, `no-action`, `confirm`, `lift`, `claim`.

use amends_core::{
    case::Case,
    id::EvidenceId,
    issued::{Lift, Ruled, RunningPeriod},
};

use super::{About, rule_on};
use crate::cli::{call::Call, desk::Who, fail::Outcome, input};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LongerArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "PERIOD", default_value = "response",
          value_parser = ["response", "confirmation", "form"])]
    period: String,
    #[arg(long, value_name = "DATE")]
    until: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    #[arg(long)]
    in_writing: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AssessArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "HOW", value_parser = ["satisfied", "not_satisfied"])]
    action: String,
    #[arg(long = "period", value_name = "HOW", value_parser = ["satisfied", "not_satisfied"])]
    with_period: Option<String>,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NoActionArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    basis: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ConfirmArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long = "evidence", value_name = "EVIDENCE")]
    evidence: Vec<String>,
    #[arg(long)]
    not_satisfactory: bool,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LiftArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "STEP")]
    step: String,
    #[arg(long = "how", value_name = "HOW", value_parser = ["directed", "disapplied"])]
    lifted: String,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ClaimArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "AMOUNT")]
    amount: String,
    #[arg(long = "for", value_name = "WORDS")]
    what: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

fn is_satisfied(typed: &str) -> bool {
    typed == "satisfied"
}

pub(super) fn longer(call: &mut Call, args: &LongerArgs) -> Outcome {
    let period: RunningPeriod = input::code("--period", &args.period)?;
    let until = input::date("--until", &args.until)?;
    rule_on(call, &args.who, &args.about, |desk, _| {
        let reason = desk.words(&args.reason)?;
        Ok(Ruled::LongerPeriod { period, until, reason, in_writing: args.in_writing })
    })
}

pub(super) fn assess(call: &mut Call, args: &AssessArgs) -> Outcome {
    rule_on(call, &args.who, &args.about, |desk, _| {
        Ok(Ruled::ResponseAssessed {
            with_action: is_satisfied(&args.action),
            with_period: args.with_period.as_deref().map(is_satisfied),
            reasons: desk.words(&args.reasons)?,
        })
    })
}

pub(super) fn no_action(call: &mut Call, args: &NoActionArgs) -> Outcome {
    rule_on(call, &args.who, &args.about, |desk, _| Ok(Ruled::NoAction { basis: desk.words(&args.basis)? }))
}

/// On the evidence named, or on what came last.
pub(super) fn confirm(call: &mut Call, args: &ConfirmArgs) -> Outcome {
    rule_on(call, &args.who, &args.about, |desk, case| {
        Ok(Ruled::ConfirmationAssessed {
            evidence: named_or_latest(case, &args.evidence)?,
            satisfactory: !args.not_satisfactory,
            reasons: desk.words(&args.reasons)?,
        })
    })
}

fn named_or_latest(case: &Case, typed: &[String]) -> Outcome<Vec<EvidenceId>> {
    if typed.is_empty() {
        return Ok(case.evidence.last().map(|one| one.submission.evidence).into_iter().collect());
    }
    typed.iter().map(|one| input::id("--evidence", one).map(EvidenceId)).collect()
}

pub(super) fn lift(call: &mut Call, args: &LiftArgs) -> Outcome {
    let how: Lift = input::code("--how", &args.lifted)?;
    rule_on(call, &args.who, &args.about, |desk, _| {
        let reasons = desk.words(&args.reasons)?;
        Ok(Ruled::PublicityLifted { step: args.step.clone(), how, reasons })
    })
}

pub(super) fn claim(call: &mut Call, args: &ClaimArgs) -> Outcome {
    let amount = input::amount("--amount", &args.amount)?;
    let on = input::some_date("--on", args.on.as_deref())?;
    rule_on(call, &args.who, &args.about, |desk, _| {
        let demanded_on = on.unwrap_or_else(|| desk.office.today());
        Ok(Ruled::CostClaimed { amount, what: desk.words(&args.what)?, demanded_on })
    })
}
