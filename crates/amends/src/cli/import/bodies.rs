//! `amends import from-csv`: the register of bodies with whom to write to, from a table.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::PathBuf,
    sync::Arc,
};

use amends_core::{
    body::{Body, BodyKind, ContactRole},
    id::BodyId,
    text::{Bilingual, Language},
};
use amends_store::{
    changed::Changed,
    people::{BodyRecord, Contact, keep_body, keep_contact},
};
use serde_json::json;

use crate::{
    cli::{
        call::Call,
        fail::{Exit, Failure, Outcome},
        input,
    },
    document::Limits,
    office::Office,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
}

/// The columns, in any order; all after the fourth may be left out or empty. A body has a line for each contact.
const COLUMNS: [&str; 10] = [
    "slug",
    "name_en",
    "name_cy",
    "kind",
    "language",
    "contact_name",
    "contact_email",
    "contact_language",
    "contact_role",
    "merged_into",
];

/// One line of the table.
struct Line {
    number: u64,
    cells: Vec<String>,
}

/// What a line says of a body.
struct Wanted {
    slug: String,
    name: Bilingual,
    kind: BodyKind,
    language: Language,
    contact: Option<(String, String, Language, ContactRole)>,
    merged_into: Option<String>,
    number: u64,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let bytes = input::bytes(&args.file, &Limits::default())?;
    let path = args.file.display().to_string();
    let lines = read(&path, &bytes)?;
    let wanted = lines.iter().map(|line| wanted(&path, line)).collect::<Outcome<Vec<_>>>()?;
    let known = if call.has_office()? { call.office()?.all_bodies()? } else { Arc::default() };
    let (new, changed) = plan(&known, &path, &wanted)?;
    if !args.dry_run {
        keep(&call.office_or_new()?, &path, &wanted)?;
    }
    if call.manner.json {
        return call.out.json(&json!({ "new": new, "changed": changed, "dry_run": args.dry_run }));
    }
    let key = if args.dry_run { "cli-bodies-would" } else { "cli-bodies-kept" };
    let words = call.out.tr(key, vec![("new", new.into()), ("changed", changed.into())]);
    call.out.line(&words)
}

fn fault(path: &str, line: u64, column: &str, problem: &str, typed: &str) -> Failure {
    let values = [
        ("path", path.to_owned().into()),
        ("line", line.into()),
        ("column", column.to_owned().into()),
        ("problem", problem.to_owned().into()),
        ("typed", typed.to_owned().into()),
    ];
    Failure::new(Exit::Failed, "cli-csv-wrong", values)
}

/// The lines of the table, their cells in the order of [`COLUMNS`].
fn read(path: &str, bytes: &[u8]) -> Outcome<Vec<Line>> {
    let mut table = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(bytes);
    let unreadable = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        fault(path, line, "–", "unreadable", &error.to_string())
    };
    let heads = table.headers().map_err(|error| unreadable(&error))?.clone();
    for head in &heads {
        if !COLUMNS.contains(&head.trim_start_matches('\u{feff}')) {
            return Err(fault(path, 1, head, "column-unknown", &COLUMNS.join(",")));
        }
    }
    let place = |column: &str| heads.iter().position(|head| head.trim_start_matches('\u{feff}') == column);
    if let Some(missing) = COLUMNS[..4].iter().find(|column| place(column).is_none()) {
        return Err(fault(path, 1, missing, "column-missing", ""));
    }
    let mut lines = Vec::new();
    for record in table.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let number = record.position().map_or(0, csv::Position::line);
        let cell =
            |column: &&str| place(column).and_then(|place| record.get(place)).unwrap_or_default().to_owned();
        lines.push(Line { number, cells: COLUMNS.iter().map(cell).collect() });
    }
    Ok(lines)
}

fn wanted(path: &str, line: &Line) -> Outcome<Wanted> {
    let cell = |column: &str| {
        let place = COLUMNS.iter().position(|known| *known == column);
        place.and_then(|place| line.cells.get(place)).map_or("", String::as_str)
    };
    let wrong = |column: &str, problem: &str| fault(path, line.number, column, problem, cell(column));
    let slug = cell("slug");
    if slug.is_empty()
        || !slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return Err(wrong("slug", "slug"));
    }
    for column in ["name_en", "name_cy"] {
        if cell(column).is_empty() {
            return Err(wrong(column, "empty"));
        }
    }
    let kind = kind(cell("kind")).ok_or_else(|| wrong("kind", "kind"))?;
    let language = |column: &str, otherwise: Language| match cell(column) {
        "" => Ok(otherwise),
        typed => typed.parse().map_err(|()| wrong(column, "language")),
    };
    let body_language = language("language", Language::En)?;
    let contact = match (cell("contact_name"), cell("contact_email")) {
        ("", "") => None,
        (_, address) if !address.contains('@') => return Err(wrong("contact_email", "email")),
        (name, address) => {
            let spoken = language("contact_language", body_language)?;
            let role = match cell("contact_role") {
                "" => ContactRole::LinkOfficer,
                typed => ContactRole::ALL
                    .into_iter()
                    .find(|role| role.code() == typed)
                    .ok_or_else(|| wrong("contact_role", "contact-role"))?,
            };
            Some((name.to_owned(), address.to_owned(), spoken, role))
        }
    };
    let merged_into = Some(cell("merged_into")).filter(|slug| !slug.is_empty()).map(str::to_owned);
    Ok(Wanted {
        slug: slug.to_owned(),
        name: Bilingual::new(cell("name_en"), cell("name_cy")),
        kind,
        language: body_language,
        contact,
        merged_into,
        number: line.number,
    })
}

fn kind(typed: &str) -> Option<BodyKind> {
    let all = [
        BodyKind::Council,
        BodyKind::HealthBoard,
        BodyKind::Landlord,
        BodyKind::CareProvider,
        BodyKind::WelshGovernment,
        BodyKind::SeneddCommission,
        BodyKind::Other,
    ];
    all.into_iter().find(|kind| kind.code() == typed)
}

/// How many are new and how many are there already; a body must be known to be merged into.
fn plan(known: &[BodyRecord], path: &str, wanted: &[Wanted]) -> Outcome<(usize, usize)> {
    let is_known = |slug: &str| known.iter().any(|record| record.slug == slug);
    for one in wanted {
        if let Some(into) = &one.merged_into
            && !is_known(into)
            && !wanted.iter().any(|other| other.slug == *into && other.slug != one.slug)
        {
            return Err(fault(path, one.number, "merged_into", "body-unknown", into));
        }
    }
    let mut slugs: Vec<&str> = wanted.iter().map(|one| one.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    let changed = slugs.iter().filter(|slug| is_known(slug)).count();
    Ok((slugs.len() - changed, changed))
}

/// All or nothing: bodies first, then those merged into others, then whom to write to.
fn keep(office: &Office, path: &str, wanted: &[Wanted]) -> Outcome {
    let known = office.all_bodies()?;
    let at = office.clock().now();
    let mut records: Vec<BodyRecord> = Vec::new();
    for one in wanted {
        if records.iter().any(|record| record.slug == one.slug) {
            continue;
        }
        let before = known.iter().find(|record| record.slug == one.slug);
        let id = match before {
            Some(record) => record.body.id,
            None => BodyId(office.fresh_id()?),
        };
        records.push(BodyRecord {
            slug: one.slug.clone(),
            body: Body {
                id,
                name: one.name.clone(),
                kind: one.kind,
                language: one.language,
                merged_into: before.and_then(|record| record.body.merged_into),
                chases_stopped: before.is_some_and(|record| record.body.chases_stopped),
                undeliverable: before.is_some_and(|record| record.body.undeliverable),
                over_time: before.map(|record| record.body.over_time.clone()).unwrap_or_default(),
            },
        });
    }
    let id_of = |slug: &str| {
        let all = records.iter().chain(known.iter());
        all.into_iter().find(|record| record.slug == slug).map(|record| record.body.id)
    };
    let merges: Vec<(BodyId, BodyId)> = wanted
        .iter()
        .filter_map(|one| Some((id_of(&one.slug)?, id_of(one.merged_into.as_deref()?)?)))
        .collect();
    let contacts = contacts(office, path, wanted, &id_of)?;
    office.db().write(move |tx| {
        let changed = Changed::by_nobody(at);
        records.iter().try_for_each(|record| keep_body(tx, record, changed))?;
        merges
            .iter()
            .try_for_each(|(from, into)| amends_store::people::merge_body(tx, *from, *into, changed))?;
        contacts.iter().try_for_each(|contact| keep_contact(tx, contact, changed))
    })?;
    Ok(())
}

/// Whom the table names at its bodies. Beside those known there already, each must fit in their role.
fn contacts(
    office: &Office,
    path: &str,
    wanted: &[Wanted],
    id_of: &dyn Fn(&str) -> Option<BodyId>,
) -> Outcome<Vec<Contact>> {
    let mut known: BTreeMap<BodyId, Vec<Contact>> = BTreeMap::new();
    let mut all = Vec::new();
    for one in wanted {
        let (Some(body), Some((name, address, language, role))) = (id_of(&one.slug), one.contact.clone())
        else {
            continue;
        };
        let contact = Contact { body, address: address.trim().to_lowercase(), name, language, role };
        let there = match known.entry(body) {
            Entry::Occupied(found) => found.into_mut(),
            Entry::Vacant(free) => free.insert(office.contacts(body)?),
        };
        there.retain(|other| other.address != contact.address);
        let roles: Vec<ContactRole> = there.iter().map(|other| other.role).collect();
        if role.fits(&roles).is_err() {
            return Err(fault(path, one.number, "contact_role", "role-full", role.code()));
        }
        there.push(contact.clone());
        all.push(contact);
    }
    Ok(all)
}
