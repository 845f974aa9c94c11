//! Who may see what came in evidence, on the command line: set apart, move, classify, bar, disclose, share.

use amends_core::{
    case::Case,
    command::Command as Act,
    disclosure::{Barred, Classified, Disclosed, FileClass, Quarantine, Wrong},
    id::{EvidenceId, RecommendationNumber},
    text::Digest,
};

use super::show;
use crate::{
    cli::{
        call::Call,
        desk::{self, Desk, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    office::ActError,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct QuarantineArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "EVIDENCE")]
    evidence: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WHAT", value_parser = ["case", "body", "complainant"])]
    wrong: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MoveArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "EVIDENCE")]
    evidence: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "CASE")]
    to: String,
    #[arg(long, value_name = "N", value_delimiter = ',', required = true)]
    numbers: Vec<u16>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ClassifyArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "DIGEST")]
    file: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WHO", value_parser = ["restricted", "for_complainant", "for_publication"])]
    class: String,
    #[arg(long, value_name = "WORDS")]
    reason: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct BarArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "DIGEST")]
    file: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS")]
    by: String,
    #[arg(long, value_name = "WORDS")]
    notice: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DiscloseArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "GROUND", default_value = "health_or_safety")]
    ground: String,
    #[arg(long, value_name = "WORDS")]
    to: String,
    #[arg(long, value_name = "WORDS")]
    what: String,
    #[arg(long = "file", value_name = "DIGEST")]
    files: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShareArgs {
    #[arg(value_name = "CASE")]
    case: String,
}

pub(super) fn quarantine(call: &mut Call, args: &QuarantineArgs) -> Outcome {
    let wrong: Wrong = input::code("--wrong", &args.wrong)?;
    let evidence = EvidenceId(input::id("EVIDENCE", &args.evidence)?);
    acted(call, &args.who, &args.case, |desk, _| {
        Ok(Act::QuarantineEvidence(Quarantine { evidence, wrong, reason: desk.words(&args.reason)? }))
    })
}

pub(super) fn move_on(call: &mut Call, args: &MoveArgs) -> Outcome {
    let evidence = EvidenceId(input::id("EVIDENCE", &args.evidence)?);
    let desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let right = desk::case(&desk.office, &args.to)?.case;
    let numbers: Vec<_> = args.numbers.iter().copied().map(RecommendationNumber).collect();
    let moved = desk.office.move_evidence(desk.actor(), case.id, evidence, &right.reference.0, &numbers);
    moved.map_err(Failure::from)?;
    let after = desk.office.load(right.id)?.case;
    show::told(call, &right, &after)
}

pub(super) fn classify(call: &mut Call, args: &ClassifyArgs) -> Outcome {
    let class: FileClass = input::code("--class", &args.class)?;
    acted(call, &args.who, &args.case, |desk, case| {
        let file = file_of(case, &args.file)?;
        Ok(Act::ClassifyFile(Classified { file, class, reason: desk.words(&args.reason)? }))
    })
}

pub(super) fn bar(call: &mut Call, args: &BarArgs) -> Outcome {
    acted(call, &args.who, &args.case, |desk, case| {
        let file = file_of(case, &args.file)?;
        Ok(Act::BarDocument(Barred { file, by: desk.words(&args.by)?, notice: desk.words(&args.notice)? }))
    })
}

pub(super) fn disclose(call: &mut Call, args: &DiscloseArgs) -> Outcome {
    acted(call, &args.who, &args.case, |desk, case| {
        let files = args.files.iter().map(|typed| file_of(case, typed)).collect::<Outcome<Vec<_>>>()?;
        let (to, what) = (desk.words(&args.to)?, desk.words(&args.what)?);
        Ok(Act::Disclose(Disclosed { ground: args.ground.clone(), to, what, files }))
    })
}

/// The share pack as JSON: to be read by scripts and put in papers.
pub(super) fn share(call: &mut Call, args: &ShareArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.case)?.case;
    match office.share_pack_json(&case.reference.0) {
        Ok(pack) => call.out.json(&pack),
        Err(ActError::NotFound(_)) => {
            let values = [("reference", case.reference.to_string().into())];
            Err(Failure::new(Exit::Failed, "cli-share-undecided", values))
        }
        Err(error) => Err(error.into()),
    }
}

fn acted(
    call: &mut Call,
    who: &Who,
    reference: &str,
    make: impl FnOnce(&mut Desk, &Case) -> Outcome<Act>,
) -> Outcome {
    let mut desk = call.desk(who)?;
    let case = desk::case(&desk.office, reference)?.case;
    let act = make(&mut desk, &case)?;
    let after = desk.act(&case, &[act])?;
    show::told(call, &case, &after)
}

/// A file of the case, by its digest or the beginning of it.
fn file_of(case: &Case, typed: &str) -> Outcome<Digest> {
    let came = case.evidence.iter().flat_map(|found| &found.submission.files);
    let made = case.disclosure.copies.iter().map(|copy| &copy.copy);
    let wanted = typed.trim().to_lowercase();
    let fits = |digest: &Digest| wanted.len() >= 8 && digest.to_string().starts_with(&wanted);
    let mut found: Vec<_> = came.chain(made).map(|file| file.digest).filter(fits).collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [only] => Ok(*only),
        _ => Err(Failure::new(Exit::Failed, "cli-file-not-of-case", [("typed", typed.to_owned().into())])),
    }
}
