//! `amends escalation bundle`: what a body promised, by when, how often it was chased, what came, how it was judged.

use amends_core::escalation::{self, Bundle};
use serde_json::json;

use crate::{
    cli::{call::Call, case, desk, fail::Outcome, out::Style},
    vocabulary,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let office = call.office()?;
    let loaded = office.told(desk::case(&office, &args.case)?.case.id)?;
    let case = &loaded.case;
    let body = desk::body_of(&office, case, args.body.as_deref())?;
    let history = loaded.history.iter().map(|one| (one.effective_on, &one.event));
    let bundle = escalation::bundle(case, history, body);
    if call.manner.json {
        let mut json = json!(bundle);
        case::unseal(&mut json);
        return call.out.json(&json);
    }
    let language = call.manner.language;
    let bodies = office.all_bodies()?;
    let name = |id| {
        let found = bodies.iter().find(|record| record.body.id == id);
        found.map(|record| record.body.name.get(language).to_owned()).unwrap_or_default()
    };
    let values = vec![("reference", case.reference.to_string().into()), ("body", name(body).into())];
    let head = call.out.tr("cli-bundle-head", values);
    let head = call.out.styled(Style::Strong, &head);
    call.out.line(&head)?;
    heading(call, "cli-bundle-chronology")?;
    let profile = office.profile_of(case)?;
    for entry in &bundle.chronology {
        let numbers = |entry: &amends_core::timeline::TimelineEntry| {
            let all: Vec<_> =
                entry.numbers.iter().map(|number| case.reference.recommendation(*number)).collect();
            all.join(", ")
        };
        let said = vocabulary::timeline(language, entry, profile, numbers, name);
        call.out.line(&format!("  {}  {said}", entry.on))?;
        if let Some(words) = &entry.words {
            call.out.line(&format!("              {}", words.as_str()))?;
        }
    }
    tables(call, case, &bundle)
}

fn heading(call: &mut Call, key: &str) -> Outcome {
    let head = call.out.t(key);
    let head = call.out.styled(Style::Strong, &head);
    call.out.line("")?;
    call.out.line(&head)
}

fn tables(call: &mut Call, case: &amends_core::case::Case, bundle: &Bundle) -> Outcome {
    let of = |number| case.reference.recommendation(number);
    let yes = |call: &Call, so: bool| call.out.t(if so { "cli-yes" } else { "cli-no" });
    let heads = |call: &Call, keys: &[&str]| keys.iter().map(|key| call.out.t(key)).collect::<Vec<_>>();

    heading(call, "cli-bundle-promises")?;
    let rows: Vec<Vec<String>> = bundle
        .promises
        .iter()
        .map(|one| {
            let on = one.answered_on.map(|on| on.to_string()).unwrap_or_default();
            vec![of(one.number), yes(call, one.agreed), on, one.wording.as_str().to_owned()]
        })
        .collect();
    let titles = heads(call, &["cli-head-rec", "cli-head-agreed", "cli-head-day", "cli-head-wording"]);
    call.out.table(&titles, &rows)?;

    heading(call, "cli-bundle-dates")?;
    let rows: Vec<Vec<String>> = bundle
        .dates
        .iter()
        .map(|one| vec![of(one.number), one.evidence_due_on.to_string(), one.set_on.to_string()])
        .collect();
    let titles = heads(call, &["cli-head-rec", "cli-head-due", "cli-head-since"]);
    call.out.table(&titles, &rows)?;

    heading(call, "cli-bundle-chases")?;
    let rows: Vec<Vec<String>> = bundle
        .chases
        .iter()
        .map(|one| vec![of(one.number), one.on.to_string(), one.step.clone(), yes(call, one.delivered)])
        .collect();
    let titles = heads(call, &["cli-head-rec", "cli-head-day", "cli-head-step", "cli-head-delivered"]);
    call.out.table(&titles, &rows)?;

    heading(call, "cli-bundle-sent")?;
    let rows: Vec<Vec<String>> = bundle
        .sent
        .iter()
        .map(|one| {
            let numbers: Vec<_> = one.numbers.iter().map(|number| of(*number)).collect();
            let said = one.statement.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
            vec![numbers.join(", "), one.received_on.to_string(), one.files.to_string(), said]
        })
        .collect();
    let titles = heads(call, &["cli-head-rec", "cli-head-received", "cli-head-files", "cli-head-wording"]);
    call.out.table(&titles, &rows)?;

    heading(call, "cli-bundle-judgements")?;
    let rows: Vec<Vec<String>> = bundle
        .judgements
        .iter()
        .map(|one| {
            let judged = json!(one.judgement);
            let word = judged.get("judgement").and_then(serde_json::Value::as_str).unwrap_or_default();
            vec![of(one.number), one.on.to_string(), word.to_owned()]
        })
        .collect();
    let titles = heads(call, &["cli-head-rec", "cli-head-day", "cli-head-state"]);
    call.out.table(&titles, &rows)
}
