//! `amends case`: cases, from opening to decision, as staff do it.

mod disclosure;
mod draft;
pub(super) mod earlier;
mod open;
mod reports;
mod show;

pub(super) use draft::with_rec;
pub(super) use open::{OpeningArgs, open};
pub(super) use show::{brief, case_json, letters_gone, rec_json, submissions_json, told, unseal};

use amends_core::{case::Check, command::Command as Act, instrument::InstrumentNumber};
use amends_store::lists;
use serde_json::json;

use super::{
    call::Call,
    desk::{self, Who},
    fail::Outcome,
    input,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List(ListArgs),
    Show(show::Args),
    Open(open::Args),
    Finding(FindingArgs),
    Check(CheckArgs),
    Draft(draft::DraftArgs),
    Answer(draft::AnswerArgs),
    Comment(draft::CommentArgs),
    CloseComments(draft::CloseArgs),
    Consider(draft::ConsiderArgs),
    Period(draft::PeriodArgs),
    Decide(draft::DecideArgs),
    Receipt(ReceiptArgs),
    Criterion(reports::CriterionArgs),
    Notice(reports::NoticeArgs),
    ContractingBody(reports::ContractingArgs),
    Earlier(earlier::ListArgs),
    JudgeEarlier(earlier::JudgeArgs),
    ReferToEarlier(earlier::ReferArgs),
    Handling(earlier::HandlingArgs),
    Quarantine(disclosure::QuarantineArgs),
    Move(disclosure::MoveArgs),
    Classify(disclosure::ClassifyArgs),
    Bar(disclosure::BarArgs),
    Disclose(disclosure::DiscloseArgs),
    Share(disclosure::ShareArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "EMAIL")]
    handler: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct FindingArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "WORDS")]
    fault: String,
    #[arg(long, value_name = "WORDS")]
    injustice: Option<String>,
    #[arg(long)]
    systemic: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "CHECK", default_value = "guidance_on_remedies",
          value_parser = ["guidance_on_remedies", "earlier_improvements", "public_interest", "spending_freeze"])]
    check: String,
    #[arg(long, value_name = "EDITION")]
    edition: Option<String>,
    #[arg(long, value_name = "WORDS", default_value = "")]
    note: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct ReceiptArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "DATE")]
    received: String,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
    #[arg(long = "of", value_name = "N")]
    instrument: Option<u8>,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List(args) => list(call, args),
        Command::Show(args) => show::run(call, args),
        Command::Open(args) => open::run(call, args),
        Command::Finding(args) => finding(call, args),
        Command::Check(args) => check(call, args),
        Command::Draft(args) => draft::issue(call, args),
        Command::Answer(args) => draft::answer(call, args),
        Command::Comment(args) => draft::comment(call, args),
        Command::CloseComments(args) => draft::close(call, args),
        Command::Consider(args) => draft::consider(call, args),
        Command::Period(args) => draft::period(call, args),
        Command::Decide(args) => draft::decide(call, args),
        Command::Receipt(args) => receipt(call, args),
        Command::Criterion(args) => reports::criterion(call, args),
        Command::Notice(args) => reports::notice(call, args),
        Command::ContractingBody(args) => reports::contracting_body(call, args),
        Command::Earlier(args) => earlier::list(call, args),
        Command::JudgeEarlier(args) => earlier::judge(call, args),
        Command::ReferToEarlier(args) => earlier::refer(call, args),
        Command::Handling(args) => earlier::handling(call, args),
        Command::Quarantine(args) => disclosure::quarantine(call, args),
        Command::Move(args) => disclosure::move_on(call, args),
        Command::Classify(args) => disclosure::classify(call, args),
        Command::Bar(args) => disclosure::bar(call, args),
        Command::Disclose(args) => disclosure::disclose(call, args),
        Command::Share(args) => disclosure::share(call, args),
    }
}

fn list(call: &mut Call, args: &ListArgs) -> Outcome {
    let office = call.office()?;
    let filter = lists::CaseFilter {
        text: args.text.clone(),
        handler: args
            .handler
            .as_deref()
            .map(|email| desk::staff_by_email(&office, email).map(|staff| staff.id))
            .transpose()?,
        body: args
            .body
            .as_deref()
            .map(|typed| desk::body(&office, typed).map(|record| record.body.id))
            .transpose()?,
        ..lists::CaseFilter::default()
    };
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let (items, next) = office.db().read(|conn| lists::cases(conn, &filter, after))?;
        all.extend(items);
        match next {
            Some(cursor) => after = Some(cursor),
            None => break,
        }
    }
    if call.manner.json {
        let rows: Vec<_> = all.iter().map(|item| json!({ "title": item.title, "case": item.row })).collect();
        return call.out.json(&rows);
    }
    let heads =
        ["cli-head-case", "cli-head-stage", "cli-head-compliance", "cli-head-received", "cli-head-title"]
            .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|item| {
            vec![
                item.row.reference.to_string(),
                call.out.t(&format!("cli-stage-{}", item.row.stage.code())),
                call.out.t(&format!("cli-compliance-{}", item.row.compliance.code())),
                item.row.received_on.to_string(),
                item.title.clone(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn finding(call: &mut Call, args: &FindingArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let act = Act::RecordFinding {
        body: desk::body_of(&desk.office, &case, args.body.as_deref())?,
        fault: desk.words(&args.fault)?,
        injustice: desk.some_words(args.injustice.as_deref())?,
        systemic: args.systemic,
    };
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

fn check(call: &mut Call, args: &CheckArgs) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let check: Check = input::code("--check", &args.check)?;
    let act = Act::RecordCheck { check, version: args.edition.clone(), note: desk.words(&args.note)? };
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

fn receipt(call: &mut Call, args: &ReceiptArgs) -> Outcome {
    let received_on = input::date("--received", &args.received)?;
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let act = Act::RecordReceipt {
        body: desk::body_of(&desk.office, &case, args.body.as_deref())?,
        received_on,
        shown_by: desk.words(&args.shown_by)?,
        disputed: None,
        instrument: args.instrument.map(InstrumentNumber),
    };
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}
