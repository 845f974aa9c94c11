//! What may be asked of a case because of a message: little, and on purpose.
//!
//! Mail may tell that evidence was received, and that a letter came back. It may never satisfy a recommendation, grant
//! or ask for a later date, withdraw a complaint, agree to a draft or change how anybody is reached: for those a person
//! reads it.

use amends_core::{
    case::Case,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, MailId, RecommendationNumber},
    text::Words,
};
use jiff::civil::Date;

use super::{
    filing::{Filing, Party},
    receive::{Attachment, Incoming},
};

/// What becomes of a message that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum MailEffect {
    /// This is asked of the case.
    Ask(Box<Command>),
    /// A caseworker reads it; the case stays as it is.
    Read(ToRead),
    /// Nothing.
    Nothing,
}

/// Why a message that was filed is only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToRead {
    /// The complainant wrote.
    FromComplainant,
    /// An answer to a draft or proposal: the body's position is recorded by a person.
    AnswerToDraft,
    /// All it is about has ended.
    EndedAlready,
}

impl ToRead {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::FromComplainant => "to-read-from-complainant",
            Self::AnswerToDraft => "to-read-answer-to-draft",
            Self::EndedAlready => "to-read-ended-already",
        }
    }
}

/// What the office prepared before it asks: the ids, the stored files, the sealed words.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The id the submission gets.
    pub evidence: EvidenceId,
    /// The message.
    pub mail: MailId,
    /// The day the office had it: this decides lateness (R24).
    pub received_on: Date,
    /// The files of [`files`], stored.
    pub files: Vec<FileRef>,
    /// What the writer says, sealed; none where they say nothing.
    pub statement: Option<Words>,
}

/// Pictures in the text smaller than this are taken for logos of signatures.
const LOGO: usize = 64 * 1024;

/// The files of a message that count as sent: all but the small pictures of a signature.
pub fn files(incoming: &Incoming) -> impl Iterator<Item = &Attachment> {
    incoming.attachments.iter().filter(|file| {
        let logo = file.inline && file.media_type.starts_with("image/") && file.bytes.len() < LOGO;
        !logo
    })
}

/// What a filed message asks of the case (R25, R26, R29).
///
/// Files make evidence; words alone are filed as a statement, which never satisfies. Recommendations that have ended
/// are left out; where all have, or where nothing is decided yet, a person reads it.
pub fn effect(filing: &Filing, case: &Case, prepared: Prepared) -> MailEffect {
    let (about, party) = match filing {
        Filing::File { about, party, .. } => (about, party),
        Filing::Undelivered { post, .. } => {
            return MailEffect::Ask(Box::new(Command::RecordUndelivered { post: *post }));
        }
        Filing::SetAside { .. } | Filing::Hold { .. } => return MailEffect::Nothing,
    };
    let body = match party {
        Party::Complainant => return MailEffect::Read(ToRead::FromComplainant),
        Party::Body(body) => *body,
    };
    let decided =
        |number: &&RecommendationNumber| case.recommendation(**number).is_some_and(|one| one.decided);
    let open = |number: &&RecommendationNumber| {
        case.recommendation(**number).is_some_and(|one| one.dropped.is_none() && !one.state().is_terminal())
    };
    if !about.numbers.iter().any(|number| decided(&number)) {
        return MailEffect::Read(ToRead::AnswerToDraft);
    }
    let targets: Vec<_> = about
        .numbers
        .iter()
        .filter(decided)
        .filter(open)
        .map(|number| Target { number: *number, items: Vec::new() })
        .collect();
    if targets.is_empty() {
        return MailEffect::Read(ToRead::EndedAlready);
    }
    let submission = Submission {
        evidence: prepared.evidence,
        body,
        targets,
        via: Via::Mail { mail: prepared.mail },
        received_on: prepared.received_on,
        dated_on: None,
        done_on: None,
        statement: prepared.statement.filter(|words| !words.is_blank()),
        files: prepared.files,
        paid: None,
        language: None,
    };
    MailEffect::Ask(Box::new(Command::ReceiveEvidence(Box::new(submission))))
}

#[cfg(test)]
mod tests;
