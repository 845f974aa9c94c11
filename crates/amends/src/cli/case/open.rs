//! `amends case open`: a case begins.

use std::sync::Arc;

use amends_core::{
    case::{Case, Route},
    command::{Command as Act, Opening},
    id::{CaseId, CaseReference, PersonId},
    party::{Channel, Complainant},
    text::Language,
};

use super::show;
use crate::{
    cli::{
        call::Call,
        desk::{self, Desk, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    office::Ask,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    pub(in crate::cli) opening: OpeningArgs,
    #[arg(long, value_name = "CASE", requires = "reason")]
    about: Option<String>,
    #[arg(long, value_name = "WORDS", requires = "about")]
    reason: Option<String>,
}

/// What a case is opened with.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct OpeningArgs {
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) title: Option<String>,
    #[arg(long = "body", value_name = "BODY")]
    pub(in crate::cli) bodies: Vec<String>,
    #[arg(long, value_name = "ROUTE", default_value = "investigation",
          value_parser = ["investigation", "early_resolution"])]
    route: String,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    #[arg(long)]
    own_initiative: bool,
    #[arg(long, value_name = "NAME")]
    complainant: Option<String>,
    #[arg(long, value_name = "EMAIL", conflicts_with = "postal_address")]
    email: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    postal_address: Option<String>,
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = ["en", "cy"])]
    complainant_lang: String,
    #[arg(long, value_name = "EMAIL")]
    handler: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut desk = call.desk(&args.who)?;
    let after = match (&args.about, &args.reason) {
        (Some(about), Some(reason)) => {
            let about = desk::case(&desk.office, about)?.case.id;
            let opening = opening(&mut desk, &args.opening)?;
            desk.open_about(&opening, about, reason)?
        }
        (Some(_), None) | (None, _) => open(&mut desk, &args.opening)?,
    };
    call.out.note(&call.out.tr("cli-case-opened", vec![("reference", after.reference.to_string().into())]));
    show::brief(call, &after)
}

/// Opens a case, and gives it back.
pub(in crate::cli) fn open(desk: &mut Desk, args: &OpeningArgs) -> Outcome<Arc<Case>> {
    let opening = opening(desk, args)?;
    let id = CaseId(desk.id()?);
    desk.ask(|actor| Ask::new(actor, id), &[Act::OpenCase(opening)])
}

/// What the case is opened with; the office gives the reference.
fn opening(desk: &mut Desk, args: &OpeningArgs) -> Outcome<Opening> {
    let missing = |argument: &str| {
        Failure::new(Exit::Usage, "cli-usage-missing", [("arguments", argument.to_owned().into())])
    };
    let title = args.title.as_deref().ok_or_else(|| missing("--title <WORDS>"))?;
    if args.bodies.is_empty() {
        return Err(missing("--body <BODY>"));
    }
    let bodies = args
        .bodies
        .iter()
        .map(|typed| desk::body(&desk.office, typed).map(|record| record.body.id))
        .collect::<Outcome<Vec<_>>>()?;
    let today = desk.office.today();
    let received_on = args.received.as_deref().map_or(Ok(today), |typed| input::date("--received", typed))?;
    let handler = match &args.handler {
        Some(email) => desk::staff_by_email(&desk.office, email)?.id,
        None => desk.staff.id,
    };
    let complainant = complainant(desk, args)?;
    Ok(Opening {
        reference: CaseReference(String::new()),
        profile: desk.office.own_profile()?.id.clone(),
        route: input::code::<Route>("--route", &args.route)?,
        title: desk.words(title)?,
        own_initiative: args.own_initiative,
        received_on,
        handler,
        complainant,
        bodies,
    })
}

fn complainant(desk: &mut Desk, args: &OpeningArgs) -> Outcome<Option<Complainant>> {
    let Some(name) = &args.complainant else { return Ok(None) };
    let channel = match (&args.email, &args.postal_address) {
        (Some(email), _) => Channel::Email(desk.words(email)?),
        (None, Some(address)) => Channel::Post(desk.words(address)?),
        (None, None) => {
            let values = [("arguments", "--email <EMAIL> | --postal-address <ADDRESS>".into())];
            return Err(Failure::new(Exit::Usage, "cli-usage-missing", values));
        }
    };
    Ok(Some(Complainant {
        person: PersonId(desk.id()?),
        name: desk.words(name)?,
        channel,
        language: args.complainant_lang.parse().unwrap_or(Language::En),
        adjustments: None,
        authority: None,
    }))
}
