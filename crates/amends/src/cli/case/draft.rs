//! The draft round and the decision: `amends case draft`, `answer`, `comment`, `close-comments`, `consider`, `decide`.

use amends_core::{
    case::{ConsideredOutcome, Instrument},
    command::Command as Act,
    id::RecommendationNumber,
    issued::OnPeriod,
    recommendation::Answer,
};

use super::show;
use crate::cli::{
    call::Call,
    desk::{self, Desk, Who},
    fail::Outcome,
    input,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DraftArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    bodies_by: String,
    #[arg(long, value_name = "DATE")]
    complainant_by: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("answer").required(true)
    .args(["agree", "agree_with_change", "already_done", "disagree", "question"]))]
pub(in crate::cli) struct AnswerArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long)]
    agree: bool,
    #[arg(long, value_name = "REASON")]
    agree_with_change: Option<String>,
    #[arg(long, value_name = "WORDS", requires = "agree_with_change")]
    wording: Option<String>,
    #[arg(long, value_name = "DATE", requires = "agree_with_change")]
    until: Option<String>,
    #[arg(long, value_name = "ACCOUNT")]
    already_done: Option<String>,
    #[arg(long, value_name = "REASONS")]
    disagree: Option<String>,
    #[arg(long, value_name = "WORDS")]
    question: Option<String>,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    #[arg(long, value_name = "TEAMS")]
    checked_with: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CommentArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    comment: String,
    #[arg(long, value_name = "N")]
    number: Option<u16>,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CloseArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ConsiderArgs {
    #[arg(value_name = "REC")]
    rec: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "OUTCOME", value_parser = ["stands", "changed", "withdrawn"])]
    outcome: String,
    #[arg(long, value_name = "WORDS")]
    reasoning: String,
}

#[derive(Debug, clap::Args)]
#[group(id = "period", required = true, multiple = false, args = ["agreed", "not_possible"])]
pub(in crate::cli) struct PeriodArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    agreed: Option<String>,
    #[arg(long, value_name = "WORDS")]
    not_possible: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DecideArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "INSTRUMENT",
          value_parser = ["report_without_publicity", "report", "statement_of_reasons", "decision_letter"])]
    instrument: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

pub(super) fn issue(call: &mut Call, args: &DraftArgs) -> Outcome {
    let bodies_by = input::date("--bodies-by", &args.bodies_by)?;
    let complainant_by = input::some_date("--complainant-by", args.complainant_by.as_deref())?;
    with_case(call, &args.who, &args.case, |_| Ok(Act::IssueDraft { bodies_by, complainant_by }))
}

pub(super) fn close(call: &mut Call, args: &CloseArgs) -> Outcome {
    with_case(call, &args.who, &args.case, |_| Ok(Act::CloseComments))
}

/// The period of a report by the alternative route (PSOW Act 2019 s.27(2)–(3)).
pub(super) fn period(call: &mut Call, args: &PeriodArgs) -> Outcome {
    with_case(call, &args.who, &args.case, |desk| {
        let complainant = match (&args.agreed, &args.not_possible) {
            (Some(shown_by), _) => OnPeriod::Agreed { shown_by: desk.words(shown_by)? },
            (None, reason) => {
                OnPeriod::NotPossible { reason: desk.words(reason.as_deref().unwrap_or_default())? }
            }
        };
        Ok(Act::RecordPeriod { complainant })
    })
}

pub(super) fn decide(call: &mut Call, args: &DecideArgs) -> Outcome {
    let instrument: Instrument = input::code("--instrument", &args.instrument)?;
    let on = input::some_date("--on", args.on.as_deref())?;
    with_case(call, &args.who, &args.case, |desk| {
        let decided_on = on.unwrap_or_else(|| desk.office.today());
        Ok(Act::IssueFinalDecision { instrument, decided_on })
    })
}

pub(super) fn comment(call: &mut Call, args: &CommentArgs) -> Outcome {
    let received = input::some_date("--received", args.received.as_deref())?;
    with_case(call, &args.who, &args.case, |desk| {
        Ok(Act::RecordComplainantComment {
            number: args.number.map(RecommendationNumber),
            comment: desk.words(&args.comment)?,
            received_on: received.unwrap_or_else(|| desk.office.today()),
        })
    })
}

pub(super) fn consider(call: &mut Call, args: &ConsiderArgs) -> Outcome {
    let outcome: ConsideredOutcome = input::code("--outcome", &args.outcome)?;
    with_rec(call, &args.who, &args.rec, |desk, _, number| {
        Ok(Act::ConsiderComments { number, outcome, reasoning: desk.words(&args.reasoning)? })
    })
}

pub(super) fn answer(call: &mut Call, args: &AnswerArgs) -> Outcome {
    let received = input::some_date("--received", args.received.as_deref())?;
    let until = input::some_date("--until", args.until.as_deref())?;
    with_rec(call, &args.who, &args.rec, |desk, case, number| {
        let answer = if let Some(reason) = &args.agree_with_change {
            Answer::AgreeWithChange {
                wording: desk.some_words(args.wording.as_deref())?,
                evidence_due_on: until,
                reason: desk.words(reason)?,
            }
        } else if let Some(account) = &args.already_done {
            Answer::AlreadyDone { account: desk.words(account)? }
        } else if let Some(reasons) = &args.disagree {
            Answer::Disagree { reasons: desk.words(reasons)? }
        } else if let Some(question) = &args.question {
            Answer::Question { question: desk.words(question)? }
        } else {
            Answer::Agree
        };
        Ok(Act::AnswerProposal {
            body: desk::one(case, number)?.terms.addressee,
            number,
            answer,
            received_on: received.unwrap_or_else(|| desk.office.today()),
            checked_with: desk.some_words(args.checked_with.as_deref())?,
        })
    })
}

/// One act on a case.
fn with_case(
    call: &mut Call,
    who: &Who,
    reference: &str,
    act: impl FnOnce(&mut Desk) -> Outcome<Act>,
) -> Outcome {
    let mut desk = call.desk(who)?;
    let case = desk::case(&desk.office, reference)?.case;
    let act = act(&mut desk)?;
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

/// One act on a recommendation.
pub(in crate::cli) fn with_rec(
    call: &mut Call,
    who: &Who,
    reference: &str,
    act: impl FnOnce(&mut Desk, &amends_core::case::Case, RecommendationNumber) -> Outcome<Act>,
) -> Outcome {
    let mut desk = call.desk(who)?;
    let (loaded, number) = desk::recommendation(&desk.office, reference)?;
    let act = act(&mut desk, &loaded.case, number)?;
    let after = desk.act(&loaded.case, &[act])?;
    show::told(call, &loaded.case, &after)
}
