//! `amends man`: the manual pages, one for each command, in the reader's language, from the words of the help.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap_mangen::{
    Man,
    roff::{Roff, roman},
};
use serde_json::json;

use super::{
    call::Call,
    examples,
    fail::{Exit, Failure, Outcome},
    usage,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// What each exit code means stands in the catalogue under `cli-man-exit-<code>`.
const EXIT_CODES: [u8; 7] = [0, 1, 2, 3, 4, 5, 75];

/// With a folder, a page for every command is written there; without, the page of `amends` is printed.
pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut root = usage::command(call.manner.language, false);
    root.build();
    let Some(folder) = &args.out else {
        let page = page(call, &root, "amends").map_err(|error| unwritable(Path::new("-"), &error))?;
        if call.manner.json {
            return call.out.json(&json!({ "page": String::from_utf8_lossy(&page) }));
        }
        return call.out.bytes(&page);
    };
    std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let mut written = Vec::new();
    write_below(call, &root, "amends", folder, &mut written)?;
    if call.manner.json {
        return call.out.json(&json!({ "folder": folder, "pages": written }));
    }
    let values = vec![("count", written.len().into()), ("folder", folder.display().to_string().into())];
    let words = call.out.tr("cli-man-written", values);
    call.out.line(&words)
}

fn write_below(
    call: &Call,
    command: &clap::Command,
    path: &str,
    folder: &Path,
    written: &mut Vec<String>,
) -> Outcome {
    let name = format!("{path}.1");
    let file = folder.join(&name);
    page(call, command, path)
        .and_then(|page| std::fs::write(&file, page))
        .map_err(|error| unwritable(&file, &error))?;
    written.push(name);
    for sub in command.get_subcommands() {
        write_below(call, sub, &format!("{path}-{}", sub.get_name()), folder, written)?;
    }
    Ok(())
}

/// One page: what the help says, the examples, and for `amends` what its exit codes mean.
fn page(call: &Call, command: &clap::Command, path: &str) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let titled = command.clone().name(path.to_owned()).display_name(path.to_owned());
    Man::new(titled).title(path.to_owned()).render(&mut page)?;
    let mut more = Roff::new();
    let examples = examples::all().find(|(known, _)| *known == path).map_or(&[][..], |(_, lines)| *lines);
    if !examples.is_empty() {
        more.control("SH", [call.out.t("cli-help-examples").to_uppercase().as_str()]);
        for line in examples {
            more.control("PP", []);
            more.text([roman(*line)]);
        }
    }
    if path == "amends" {
        more.control("SH", [call.out.t("cli-man-exit").to_uppercase().as_str()]);
        for code in EXIT_CODES {
            more.control("TP", []);
            more.text([roman(code.to_string())]);
            more.text([roman(call.out.t(&format!("cli-man-exit-{code}")))]);
        }
    }
    more.to_writer(&mut page)?;
    Ok(page)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let values = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
    match error.kind() {
        io::ErrorKind::StorageFull => Failure::new(Exit::Temporary, "cli-disk-full", []),
        _ => Failure::new(Exit::Failed, "cli-man-unwritable", values),
    }
}
