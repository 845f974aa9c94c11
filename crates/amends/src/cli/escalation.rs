//! `amends escalation`: what may or must follow where a body does not comply, and doing it (R37, R41, practice 2.4).

mod bundle;
mod follow;
mod routes;

use std::sync::Arc;

use amends_core::{
    case::Case, command::Command as Act, id::BodyId, issued::Relation, profile::EscalationStep,
};

use super::{
    call::Call,
    case,
    desk::{self, Desk, Who},
    fail::Outcome,
    input,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Routes(routes::Args),
    Menu(routes::MenuArgs),
    Step(StepArgs),
    Prepare(Box<follow::PrepareArgs>),
    Comment(follow::CommentArgs),
    Issue(follow::IssueArgs),
    Bundle(bundle::Args),
    LinkCase(LinkArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct StepArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "STEP",
          value_parser = EscalationStep::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())]
    step: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct LinkArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "CASE")]
    to: String,
    #[arg(long, value_name = "HOW", default_value = "followed_by", value_parser = ["followed_by", "arises_from"])]
    relation: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Routes(args) => routes::run(call, args),
        Command::Menu(args) => routes::menu(call, args),
        Command::Step(args) => step(call, args),
        Command::Prepare(args) => follow::prepare(call, args),
        Command::Comment(args) => follow::comment(call, args),
        Command::Issue(args) => follow::issue(call, args),
        Command::Bundle(args) => bundle::run(call, args),
        Command::LinkCase(args) => link(call, args),
    }
}

fn step(call: &mut Call, args: &StepArgs) -> Outcome {
    let step: EscalationStep = input::code("--step", &args.step)?;
    let evidence_due_on = input::some_date("--until", args.until.as_deref())?;
    case::with_rec(call, &args.who, &args.rec, |desk, _, number| {
        let reason = desk.words(&args.reason)?;
        Ok(Act::TakeEscalationStep { number, step, reason, evidence_due_on })
    })
}

/// Both cases record the link, or neither.
fn link(call: &mut Call, args: &LinkArgs) -> Outcome {
    let relation: Relation = input::code("--relation", &args.relation)?;
    let desk = call.desk(&args.who)?;
    let before = desk::case(&desk.office, &args.case)?.case;
    desk::case(&desk.office, &args.to)?;
    let after = desk.office.link_cases(desk.actor(), before.id, &args.to, relation, &args.reason)?;
    case::told(call, &before, &after)
}

/// One act on a case.
fn with_case(
    call: &mut Call,
    who: &Who,
    reference: &str,
    act: impl FnOnce(&mut Desk, &Case) -> Outcome<Act>,
) -> Outcome<(Desk, Arc<Case>)> {
    let mut desk = call.desk(who)?;
    let before = desk::case(&desk.office, reference)?.case;
    let act = act(&mut desk, &before)?;
    let after = desk.act(&before, &[act])?;
    case::letters_gone(call, &before, &after);
    Ok((desk, after))
}

/// The body meant: the one named, or the only one of the case.
fn body_of(desk: &Desk, case: &Case, typed: Option<&str>) -> Outcome<BodyId> {
    desk::body_of(&desk.office, case, typed)
}
