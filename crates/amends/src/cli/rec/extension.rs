//! `amends rec extension`: more time is asked for, and given or refused (R30, I4).

use amends_core::{command::Command as Act, id::ExtensionId};

use crate::cli::{
    call::Call,
    case::with_rec,
    desk::{self, Who},
    fail::{Exit, Failure, Outcome},
    input,
};

#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Command {
    Ask(AskArgs),
    Decide(DecideArgs),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AskArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    until: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    #[arg(long, value_name = "WORDS")]
    done_so_far: Option<String>,
    #[arg(long, value_name = "DATE")]
    asked: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("decision").required(true).args(["grant", "refuse"]))]
pub(in crate::cli) struct DecideArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    grant: Option<String>,
    #[arg(long)]
    refuse: bool,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    #[arg(long)]
    in_writing: bool,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Ask(args) => ask(call, args),
        Command::Decide(args) => decide(call, args),
    }
}

fn ask(call: &mut Call, args: &AskArgs) -> Outcome {
    let until = input::date("--until", &args.until)?;
    let asked = input::some_date("--asked", args.asked.as_deref())?;
    with_rec(call, &args.who, &args.rec, |desk, _, number| {
        Ok(Act::RequestExtension {
            extension: ExtensionId(desk.id()?),
            number,
            asked_on: asked.unwrap_or_else(|| desk.office.today()),
            until,
            reason: desk.words(&args.reason)?,
            done_so_far: desk.some_words(args.done_so_far.as_deref())?,
        })
    })
}

fn decide(call: &mut Call, args: &DecideArgs) -> Outcome {
    let granted_until = input::some_date("--grant", args.grant.as_deref())?;
    with_rec(call, &args.who, &args.rec, |desk, case, number| {
        let open = desk::one(case, number)?.open_extension().map(|asked| asked.extension);
        let extension = open.ok_or_else(|| {
            let reference = case.reference.recommendation(number);
            Failure::new(Exit::Failed, "cli-no-extension", [("reference", reference.into())])
        })?;
        let reason = desk.words(&args.reason)?;
        Ok(Act::DecideExtension { extension, granted_until, reason, in_writing: args.in_writing })
    })
}
