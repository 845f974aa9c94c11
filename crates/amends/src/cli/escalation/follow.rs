//! `amends escalation prepare`, `comment`, `issue`: what follows on a ground, from its draft to its issue.

use std::path::PathBuf;

use amends_core::{
    case::Case,
    command::Command as Act,
    escalation,
    id::BodyId,
    instrument::{GroundId, InstrumentNumber},
    issued::{InstrumentComment, Preparation},
    recommendation::Terms,
};

use super::{body_of, with_case};
use crate::{
    cli::{
        act,
        call::Call,
        case,
        desk::{Desk, Who},
        fail::{Exit, Failure, Outcome},
        input, instrument,
        rec::TermsArgs,
    },
    document::Limits,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PrepareArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long = "ground", value_name = "GROUND", required = true)]
    grounds: Vec<String>,
    #[arg(long, value_name = "N")]
    after: Option<u8>,
    #[arg(long, value_name = "WORDS")]
    facts: String,
    #[command(flatten)]
    recommends: TermsArgs,
    #[arg(long, value_name = "FILE", conflicts_with = "wording")]
    recommendations: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    body_by: Option<String>,
    #[arg(long, value_name = "DATE")]
    complainant_by: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CommentArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long = "by", value_name = "PARTY", value_parser = ["body", "complainant"])]
    party: String,
    #[arg(long, value_name = "WORDS")]
    comment: String,
    #[arg(long)]
    acts_by_the_dates: bool,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct IssueArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    before_expiry: Option<String>,
}

pub(super) fn prepare(call: &mut Call, args: &PrepareArgs) -> Outcome {
    let body_by = input::some_date("--body-by", args.body_by.as_deref())?;
    let complainant_by = input::some_date("--complainant-by", args.complainant_by.as_deref())?;
    let recommends = Some(&args.recommends).filter(|terms| terms.is_typed());
    recommends.map_or(Ok(()), TermsArgs::understood)?;
    let language = call.manner.language;
    let (_, after) = with_case(call, &args.who, &args.case, |desk, case| {
        let body = body_of(desk, case, args.body.as_deref())?;
        let recommendations = match (recommends, &args.recommendations) {
            (Some(terms), _) => vec![terms.read(desk, body, language)?],
            (None, Some(file)) => from_file(desk, file)?,
            (None, None) => Vec::new(),
        };
        let (instrument, after) = of_ground(desk, case, body, args)?;
        Ok(Act::PrepareInstrument(Box::new(Preparation {
            instrument,
            after,
            body,
            grounds: args.grounds.iter().cloned().map(GroundId).collect(),
            facts: desk.words(&args.facts)?,
            recommendations,
            body_by,
            complainant_by,
        })))
    })?;
    case::brief(call, &after)
}

/// The instrument the first ground is of, and what it follows: as typed, or as the record has it.
fn of_ground(
    desk: &Desk,
    case: &Case,
    body: BodyId,
    args: &PrepareArgs,
) -> Outcome<(amends_core::instrument::Instrument, Option<InstrumentNumber>)> {
    let profile = desk.office.profile_of(case)?;
    let first = args.grounds.first().cloned().unwrap_or_default();
    let Some(rule) = profile.ground(&GroundId(first.clone())) else {
        let known: Vec<_> = profile.grounds.iter().map(|rule| rule.id.to_string()).collect();
        let values = [("ground", first.into()), ("known", known.join(", ").into())];
        return Err(Failure::new(Exit::Failed, "cli-ground-unknown", values));
    };
    let routes = escalation::routes(case, profile, desk.office.calendar(), body, desk.office.today());
    let route = routes.iter().find(|route| route.ground == rule.id);
    let after = args.after.map(InstrumentNumber).or(route.and_then(|route| route.after));
    Ok((rule.instrument, after))
}

/// Recommendations as JSON, their texts plain, as `amends act` reads them.
fn from_file(desk: &mut Desk, path: &std::path::Path) -> Outcome<Vec<Terms>> {
    let bytes = input::bytes(path, &Limits::default())?;
    let unreadable = |error: serde_json::Error| {
        let values = [("path", path.display().to_string().into()), ("detail", error.to_string().into())];
        Failure::new(Exit::Usage, "cli-act-unreadable", values)
    };
    let mut json: serde_json::Value = serde_json::from_slice(&bytes).map_err(unreadable)?;
    act::seal(desk, &mut json)?;
    serde_json::from_value(json).map_err(unreadable)
}

pub(super) fn comment(call: &mut Call, args: &CommentArgs) -> Outcome {
    let received = input::some_date("--received", args.received.as_deref())?;
    let (_, after) = with_case(call, &args.who, &args.case, |desk, case| {
        let of = case.prepared.as_ref().map(|prepared| prepared.what.body);
        let body = if args.party == "body" { of.or(case.bodies.first().copied()) } else { None };
        Ok(Act::CommentOnInstrument {
            comment: InstrumentComment {
                body,
                comment: desk.words(&args.comment)?,
                acts_by_the_dates: args.acts_by_the_dates,
                received_on: received.unwrap_or_else(|| desk.office.today()),
            },
        })
    })?;
    case::brief(call, &after)
}

pub(super) fn issue(call: &mut Call, args: &IssueArgs) -> Outcome {
    let (desk, after) = with_case(call, &args.who, &args.case, |desk, _| {
        Ok(Act::IssueInstrument { before_expiry: desk.some_words(args.before_expiry.as_deref())? })
    })?;
    match after.issued.last() {
        Some(last) => instrument::shown_after(call, &desk.office, &after, last.number),
        None => case::brief(call, &after),
    }
}
