//! `amends instrument recipients`, `check-version`: who gets a copy, and what must not stand in it (E30).

use std::path::PathBuf;

use amends_core::{
    case::Case,
    id::BodyId,
    instrument::Instrument,
    recipients::{self, Copy, Identifier, IdentifierKind, Version, identifiers},
};
use serde_json::json;

use super::About;
use crate::{
    cli::{
        call::Call,
        desk,
        fail::{Exit, Failure, Outcome},
        input,
        out::Style,
    },
    document::Limits,
    office::Office,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RecipientsArgs {
    #[command(flatten)]
    about: About,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "INSTRUMENT",
          value_parser = Instrument::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())]
    instrument: String,
    #[arg(long = "name", value_name = "NAME")]
    names: Vec<String>,
    #[arg(long = "address", value_name = "ADDRESS")]
    addresses: Vec<String>,
    #[arg(long = "reference", value_name = "REFERENCE")]
    references: Vec<String>,
    #[arg(long)]
    body_identifies: bool,
    #[arg(long = "necessary", value_name = "WHOSE")]
    necessary: Vec<String>,
}

pub(super) fn recipients(call: &mut Call, args: &RecipientsArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.about.case)?.case;
    let issued = super::issued(&case, args.about.instrument_number)?;
    let body = match (&args.about.body, issued.bodies.as_slice()) {
        (None, [only]) => *only,
        (typed, _) => desk::body_of(&office, &case, typed.as_deref())?,
    };
    let profile = office.profile_of(&case)?;
    let bodies: Vec<_> = office.all_bodies()?.iter().map(|record| record.body.clone()).collect();
    let all = recipients::recipients(&case, profile, &bodies, issued.instrument, issued.after, body);
    if call.manner.json {
        return call.out.json(&all);
    }
    let heads = ["cli-head-copy", "cli-head-recipient", "cli-head-body"].map(|key| call.out.t(key));
    let name = |id: BodyId| {
        let found = bodies.iter().find(|body| body.id == id);
        found.map(|body| body.name.get(call.manner.language).to_owned()).unwrap_or_default()
    };
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let copy = match one.copy {
                Copy::Must => "cli-copy-must",
                Copy::May => "cli-copy-may",
                Copy::MustNot => "cli-copy-must-not",
            };
            let addressee = call.out.t(&format!("cli-addressee-{}", one.addressee.code()));
            vec![call.out.t(copy), addressee, one.body.map(name).unwrap_or_default()]
        })
        .collect();
    call.out.table(&heads, &rows)
}

/// Says what stands in a version that must not, with exit code 4 where there is something.
pub(super) fn check(call: &mut Call, args: &CheckArgs) -> Outcome {
    let instrument: Instrument = input::code("--instrument", &args.instrument)?;
    let office = call.office()?;
    let case = desk::case(&office, &args.case)?.case;
    let body = desk::body_of(&office, &case, args.body.as_deref())?;
    let rule = office.profile_of(&case)?.instrument(instrument);
    let Some(anonymity) = rule.and_then(|rule| rule.anonymity.as_ref()) else {
        let values = [("instrument", args.instrument.clone().into())];
        return Err(Failure::new(Exit::Failed, "cli-version-no-rule", values));
    };
    let text = input::decision_text(&args.file, &Limits::default())?.text;
    let known = known(&office, &case, body, args)?;
    let version = Version {
        anonymity,
        text: &text,
        body_identifies_a_person: args.body_identifies,
        necessary: &args.necessary,
    };
    let found = identifiers(&version, &known);
    if call.manner.json {
        call.out.json(&json!({ "rule": anonymity.citation, "found": found }))?;
    } else {
        for one in &found {
            let places: Vec<_> = one.at.iter().map(ToString::to_string).collect();
            let values = vec![
                ("text", one.text.clone().into()),
                ("whose", one.whose.clone().into()),
                ("places", places.join(", ").into()),
            ];
            let mark = call.out.styled(Style::Bad, "✖");
            let line = call.out.tr("cli-version-found", values);
            call.out.line(&format!("{mark} {line}"))?;
        }
        if found.is_empty() {
            let line = call.out.tr("cli-version-clean", vec![("rule", anonymity.citation.clone().into())]);
            call.out.line(&line)?;
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    call.out.finish()?;
    let values = [("count", found.len().into()), ("rule", anonymity.citation.clone().into())];
    Err(Failure::new(Exit::Checks, "cli-version-names", values))
}

/// What the case knows of people, and what was typed beside it.
fn known(office: &Office, case: &Case, body: BodyId, args: &CheckArgs) -> Outcome<Vec<Identifier>> {
    let mut all = Vec::new();
    let mut add = |kind, text: &str, whose: &str| {
        all.push(Identifier { kind, text: text.to_owned(), whose: whose.to_owned() });
    };
    if let Some(person) = &case.complainant {
        add(IdentifierKind::Name, person.name.as_str(), "complainant");
        let (amends_core::party::Channel::Email(address) | amends_core::party::Channel::Post(address)) =
            &person.channel;
        add(IdentifierKind::Address, address.as_str(), "complainant");
    }
    for (kind, typed) in [
        (IdentifierKind::Name, &args.names),
        (IdentifierKind::Address, &args.addresses),
        (IdentifierKind::Reference, &args.references),
    ] {
        for text in typed {
            add(kind, text, text);
        }
    }
    for found in office.bodies(&[body])? {
        for name in found.every_name() {
            add(IdentifierKind::BodyName, &name.en, "body");
            add(IdentifierKind::BodyName, &name.cy, "body");
        }
    }
    Ok(all)
}
