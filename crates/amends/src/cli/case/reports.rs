//! `amends case criterion`, `notice`, `contracting-body`: what a public report rests on (R21, R52).

use amends_core::{command::Command as Act, issued::ContractingBody};

use super::show;
use crate::cli::{
    call::Call,
    desk::{self, Who},
    fail::Outcome,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CriterionArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "CRITERION")]
    criterion: String,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NoticeArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "WORDS")]
    reasons: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ContractingArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    provider: Option<String>,
    #[arg(long, value_name = "BODY")]
    health_body: String,
}

pub(super) fn criterion(call: &mut Call, args: &CriterionArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let (criterion, reasons) = (args.criterion.clone(), desk.words(&args.reasons)?);
    let after = desk.act(&case, &[Act::RecordCriterion { criterion, reasons }])?;
    show::told(call, &case, &after)
}

pub(super) fn notice(call: &mut Call, args: &NoticeArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let body = desk::body_of(&desk.office, &case, args.body.as_deref())?;
    let reasons = desk.words(&args.reasons)?;
    let after = desk.act(&case, &[Act::GiveReportNotice { body, reasons }])?;
    show::told(call, &case, &after)
}

pub(super) fn contracting_body(call: &mut Call, args: &ContractingArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let provider = desk::body_of(&desk.office, &case, args.provider.as_deref())?;
    let health_body = desk::body(&desk.office, &args.health_body)?.body.id;
    let named = ContractingBody { provider, health_body };
    let after = desk.act(&case, &[Act::NameContractingBody { named }])?;
    show::told(call, &case, &after)
}
