//! `amends escalation routes`, `menu`: every route of the office's law with its facts, and the steps a person may take.

use amends_core::{
    escalation::{self, RouteSeen},
    profile::Obligation,
};
use serde_json::{Value, json};

use crate::cli::{
    call::Call,
    desk,
    fail::{Exit, Failure, Outcome},
    out::Style,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "GROUND")]
    ground: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MenuArgs {
    #[arg(value_name = "REC")]
    rec: String,
}

/// With `--ground`, that route alone; where a fact of it is missing, exit code 1 with the rule.
pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.case)?.case;
    let body = desk::body_of(&office, &case, args.body.as_deref())?;
    let profile = office.profile_of(&case)?;
    let mut all = escalation::routes(&case, profile, office.calendar(), body, office.today());
    if let Some(wanted) = &args.ground {
        all.retain(|route| route.ground.0 == *wanted);
        if all.is_empty() {
            let known: Vec<_> = profile.grounds.iter().map(|rule| rule.id.to_string()).collect();
            let values = [("ground", wanted.clone().into()), ("known", known.join(", ").into())];
            return Err(Failure::new(Exit::Failed, "cli-ground-unknown", values));
        }
    }
    if call.manner.json {
        call.out.json(&all.iter().map(route_json).collect::<Vec<_>>())?;
    } else if all.is_empty() {
        let none = call.out.t("cli-routes-none");
        call.out.note(&none);
    } else {
        all.iter().try_for_each(|route| line(call, route))?;
    }
    match (args.ground.is_some(), all.first().and_then(|route| Some((route, route.missing()?)))) {
        (true, Some((route, missing))) => {
            call.out.finish()?;
            Err(Failure::of_missing(missing, &route.citation))
        }
        (true, None) | (false, _) => Ok(()),
    }
}

fn route_json(route: &RouteSeen) -> Value {
    let mut json = json!(route);
    json["all_present"] = json!(route.all_present());
    json["open"] = json!(route.is_open());
    json
}

fn line(call: &mut Call, route: &RouteSeen) -> Outcome {
    let language = call.manner.language;
    let obligation = match route.obligation {
        Obligation::Must => "cli-route-must",
        Obligation::May => "cli-route-may",
    };
    let values = vec![
        ("ground", route.ground.to_string().into()),
        ("citation", route.citation.clone().into()),
        ("what", route.what.get(language).to_owned().into()),
    ];
    let head = call.out.tr(obligation, values);
    let head = call.out.styled(Style::Strong, &head);
    call.out.line(&head)?;
    for fact in &route.facts {
        let (mark, style) = if fact.present { ("✔", Style::Good) } else { ("✖", Style::Bad) };
        let mark = call.out.styled(style, mark);
        let said = call.out.t(&format!("cli-fact-{}", fact.fact.code()));
        let place = if fact.present {
            String::new()
        } else {
            format!("  {}", call.out.t(&format!("cli-place-{}", fact.recorded_at.code())))
        };
        call.out.line(&format!("  {mark} {said}{place}"))?;
    }
    let standing = match (route.followed_by, route.missing(), route.waits_until) {
        (Some(number), _, _) => {
            call.out.tr("cli-route-followed", vec![("number", number.to_string().into())])
        }
        (None, Some(_), _) => call.out.t("cli-route-not-met"),
        (None, None, Some(until)) => call.out.tr("cli-route-waits", vec![("date", until.to_string().into())]),
        (None, None, None) => call.out.t("cli-route-open"),
    };
    call.out.line(&format!("  {standing}"))
}

pub(super) fn menu(call: &mut Call, args: &MenuArgs) -> Outcome {
    let office = call.office()?;
    let (loaded, number) = desk::recommendation(&office, &args.rec)?;
    let profile = office.profile_of(&loaded.case)?;
    let items = escalation::menu(&loaded.case, profile, number);
    if call.manner.json {
        return call.out.json(&items);
    }
    let heads =
        ["cli-head-step", "cli-head-what", "cli-head-taken-by", "cli-head-taken"].map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|item| {
            vec![
                item.step.code().to_owned(),
                call.out.t(&format!("cli-escalation-step-{}", item.step.code())),
                call.out.t(&format!("cli-role-{}", item.taken_by.code())),
                item.taken.to_string(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}
