//! `amends rec evidence`: what came by post, by hand or on the telephone is entered by staff (R24–R29).

use std::path::{Path, PathBuf};

use amends_core::{
    command::Command as Act,
    evidence::{FileRef, Submission, Target, Via},
    id::EvidenceId,
    recommendation::ItemNumber,
};

use crate::{
    cli::{
        call::Call,
        case,
        desk::{self, Desk, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    document::Limits,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "REC")]
    rec: String,
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "N", value_delimiter = ',')]
    items: Vec<u8>,
    #[arg(long, value_name = "WORDS")]
    statement: Option<String>,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    #[arg(long, value_name = "DATE")]
    done: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    paid: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let received = input::some_date("--received", args.received.as_deref())?;
    let dated_on = input::some_date("--dated", args.dated.as_deref())?;
    let done_on = input::some_date("--done", args.done.as_deref())?;
    let paid = args.paid.as_deref().map(|typed| input::amount("--paid", typed)).transpose()?;
    if args.files.is_empty() && args.statement.is_none() {
        let values = [("arguments", "<FILE> | --statement <WORDS>".into())];
        return Err(Failure::new(Exit::Usage, "cli-usage-missing", values));
    }
    let mut desk = call.desk(&args.who)?;
    let (loaded, number) = desk::recommendation(&desk.office, &args.rec)?;
    let files = args.files.iter().map(|path| kept(&mut desk, path)).collect::<Outcome<Vec<_>>>()?;
    let submission = Submission {
        evidence: EvidenceId(desk.id()?),
        body: desk::one(&loaded.case, number)?.terms.addressee,
        targets: vec![Target { number, items: args.items.iter().copied().map(ItemNumber).collect() }],
        via: Via::Hand,
        received_on: received.unwrap_or_else(|| desk.office.today()),
        dated_on,
        done_on,
        statement: desk.some_words(args.statement.as_deref())?,
        files,
        paid,
        language: None,
    };
    let after = desk.act(&loaded.case, &[Act::ReceiveEvidence(Box::new(submission))])?;
    case::told(call, &loaded.case, &after)
}

/// A file safely in the office's folder.
fn kept(desk: &mut Desk, path: &Path) -> Outcome<FileRef> {
    let file_bytes = desk.office.config().storage.max_upload_mib.saturating_mul(1024 * 1024);
    let bytes = input::bytes(path, &Limits { file_bytes, ..Limits::default() })?;
    let shown = || path.display().to_string();
    if bytes.is_empty() {
        return Err(Failure::new(Exit::Failed, "cli-file-empty", [("path", shown().into())]));
    }
    let name = path.file_name().map_or_else(shown, |name| name.to_string_lossy().into_owned());
    let stored = desk.office.keep_file(&name, &bytes)?;
    Ok(FileRef {
        digest: stored.digest,
        name: desk.words(&stored.name)?,
        media_type: stored.media_type,
        size: stored.size,
    })
}
