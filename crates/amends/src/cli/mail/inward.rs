//! Messages coming in: one on standard input, those of a folder, and one that a person files (R29).

use std::path::{Path, PathBuf};

use amends_core::id::{MailId, RecommendationNumber};
use serde_json::{Value, json};

use crate::{
    cli::{
        call::Call,
        desk::{self, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    document::Limits,
    office::{Office, mailroom::TakenIn},
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FileArgs {
    #[arg(value_name = "MESSAGE")]
    mail: String,
    #[command(flatten)]
    who: Who,
    #[arg(long = "rec", value_name = "REC", required = true)]
    recs: Vec<String>,
}

/// Where messages go that were taken in from the folder.
const TAKEN: &str = "taken-in";

/// A message may be as large as a file of evidence and what mail makes of it.
fn limits(office: &Office) -> Limits {
    let file_bytes = office.config().storage.max_upload_mib.saturating_mul(2 * 1024 * 1024);
    Limits { file_bytes, ..Limits::default() }
}

pub(super) fn deliver(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let raw = input::bytes(Path::new("-"), &limits(&office))?;
    let taken = office.take_in(&raw)?;
    if call.manner.json {
        return call.out.json(&shown(&taken));
    }
    told(call, &taken)
}

/// Every `.eml` file of the folder. A file leaves the folder only when its message is safe.
pub(super) fn fetch(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let Some(folder) = office.config().mail.inbound_dir.clone() else {
        return Err(Failure::new(Exit::Config, "cli-mail-no-folder", []));
    };
    let mut all = Vec::new();
    for path in messages(&folder)? {
        let raw = input::bytes(&path, &limits(&office))?;
        let taken = office.take_in(&raw)?;
        put_away(&folder, &path)?;
        if !call.manner.json {
            told(call, &taken)?;
        }
        all.push(taken);
    }
    if call.manner.json {
        return call.out.json(&all.iter().map(shown).collect::<Vec<_>>());
    }
    if all.is_empty() {
        call.out
            .note(&call.out.tr("cli-mail-nothing", vec![("folder", folder.display().to_string().into())]));
    }
    Ok(())
}

pub(super) fn file(call: &mut Call, args: &FileArgs) -> Outcome {
    let mail = MailId(input::id("MESSAGE", &args.mail)?);
    let desk = call.desk(&args.who)?;
    let mut found = None;
    let mut numbers: Vec<RecommendationNumber> = Vec::new();
    for reference in &args.recs {
        let (loaded, number) = desk::recommendation(&desk.office, reference)?;
        let body = desk::one(&loaded.case, number)?.terms.addressee;
        if found.is_some_and(|known| known != (loaded.case.id, body)) {
            return Err(Failure::new(Exit::Usage, "cli-mail-several", []));
        }
        found = Some((loaded.case.id, body));
        numbers.push(number);
    }
    let Some((case, body)) = found else {
        return Err(Failure::new(Exit::Usage, "cli-usage-missing", [("arguments", "--rec <REC>".into())]));
    };
    let taken = desk.office.file_by_hand(desk.actor(), mail, case, body, &numbers)?;
    if call.manner.json {
        return call.out.json(&shown(&taken));
    }
    told(call, &taken)
}

fn messages(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "eml"))
        .collect();
    paths.sort();
    Ok(paths)
}

fn put_away(folder: &Path, path: &Path) -> Outcome {
    let taken = folder.join(TAKEN);
    std::fs::create_dir_all(&taken).map_err(|error| unreadable(&taken, &error))?;
    let name = path.file_name().unwrap_or_default();
    std::fs::rename(path, taken.join(name)).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let values = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
    Failure::new(Exit::Failed, "cli-file-unreadable", values)
}

fn shown(taken: &TakenIn) -> Value {
    json!({
        "mail": taken.mail, "state": taken.state, "reason": taken.reason, "case": taken.case,
        "numbers": taken.numbers, "again": taken.again,
    })
}

fn told(call: &mut Call, taken: &TakenIn) -> Outcome {
    let numbers: Vec<String> = taken.numbers.iter().map(ToString::to_string).collect();
    let reason = taken.reason.as_deref().map(|key| call.out.t(key)).unwrap_or_default();
    let values = vec![
        ("mail", taken.mail.to_string().into()),
        ("case", taken.case.as_ref().map(ToString::to_string).unwrap_or_default().into()),
        ("numbers", numbers.join(", ").into()),
        ("reason", reason.into()),
    ];
    let key =
        if taken.again { "cli-mail-again".to_owned() } else { format!("cli-mail-{}", taken.state.code()) };
    let words = call.out.tr(&key, values);
    call.out.line(&words)
}
