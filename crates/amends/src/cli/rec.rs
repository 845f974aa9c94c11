//! `amends rec`: recommendations, from their wording to the office's judgement.

mod evidence;
mod extension;
mod judge;
mod write;

pub(super) use write::{TermsArgs, items_for};

use amends_core::recommendation::State;
use amends_store::lists;
use serde_json::json;

use super::{
    call::Call,
    case::{self, rec_json},
    desk,
    fail::Outcome,
    input,
    out::Style,
};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Write(write::Args),
    Evidence(evidence::Args),
    Review(judge::ReviewArgs),
    Assess(judge::AssessArgs),
    Met(judge::MetArgs),
    More(judge::MoreArgs),
    TreatAsMet(judge::TreatArgs),
    NotMet(judge::NotMetArgs),
    #[command(subcommand)]
    Extension(extension::Command),
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "VIEW", default_value = "all",
          value_parser = ["needs_me", "due_in_14", "evidence", "extensions", "delivery", "all"])]
    view: String,
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    #[arg(long, value_name = "EMAIL")]
    handler: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "REC")]
    rec: String,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List(args) => list(call, args),
        Command::Show(args) => show(call, args),
        Command::Write(args) => write::run(call, args),
        Command::Evidence(args) => evidence::run(call, args),
        Command::Review(args) => judge::review(call, args),
        Command::Assess(args) => judge::assess(call, args),
        Command::Met(args) => judge::met(call, args),
        Command::More(args) => judge::more(call, args),
        Command::TreatAsMet(args) => judge::treat(call, args),
        Command::NotMet(args) => judge::not_met(call, args),
        Command::Extension(command) => extension::run(call, command),
    }
}

fn list(call: &mut Call, args: &ListArgs) -> Outcome {
    let office = call.office()?;
    let filter = lists::WorkFilter {
        today: office.today(),
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
        state: args.state.as_deref().map(|typed| input::code::<State>("--state", typed)).transpose()?,
        text: args.text.clone(),
    };
    let view = args.view.parse().unwrap_or(lists::View::All);
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = office.db().read(|conn| lists::work(conn, view, &filter, after))?;
        all.extend(page.items);
        match page.next {
            Some(cursor) => after = Some(cursor),
            None => break,
        }
    }
    if call.manner.json {
        let rows: Vec<_> = all
            .iter()
            .map(|item| {
                json!({
                    "reference": item.reference.recommendation(item.row.number), "wording": item.wording,
                    "title": item.title, "body": item.body_name, "row": item.row,
                })
            })
            .collect();
        return call.out.json(&rows);
    }
    let heads = ["cli-head-rec", "cli-head-state", "cli-head-due", "cli-head-body", "cli-head-wording"]
        .map(|key| call.out.t(key));
    let language = call.manner.language;
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|item| {
            vec![
                item.reference.recommendation(item.row.number),
                call.out.t(&format!("cli-state-{}", item.row.state.code())),
                item.row.evidence_due_on.map(|date| date.to_string()).unwrap_or_default(),
                item.body_name.as_ref().map(|name| name.get(language).to_owned()).unwrap_or_default(),
                item.wording.clone(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

fn show(call: &mut Call, args: &ShowArgs) -> Outcome {
    let office = call.office()?;
    let (loaded, number) = desk::recommendation(&office, &args.rec)?;
    let one = desk::one(&loaded.case, number)?;
    if call.manner.json {
        let mut json = rec_json(&loaded.case, one);
        json["submissions"] = case::submissions_json(&loaded.case, number);
        return call.out.json(&json);
    }
    let state = call.out.t(&format!("cli-state-{}", one.state().code()));
    let head = format!("{}  {state}", loaded.case.reference.recommendation(number));
    let head = call.out.styled(Style::Strong, &head);
    call.out.line(&head)?;
    call.out.line(&format!("  {}", one.terms.wording.as_str()))?;
    if let Some(version) = one.current_date() {
        let due = call.out.tr("cli-rec-due", vec![("date", version.evidence_due_on.date.to_string().into())]);
        call.out.line(&format!("  {due}"))?;
        for step in &version.evidence_due_on.explanation {
            let line = format!("    {}", step.get(call.manner.language));
            let line = call.out.styled(Style::Faint, &line);
            call.out.line(&line)?;
        }
    }
    for item in &one.terms.evidence {
        call.out.line(&format!("  {}. {}", item.item.0, item.what.as_str()))?;
    }
    Ok(())
}
