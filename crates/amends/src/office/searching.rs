//! What the search finds: the texts of cases, and what must first be read out of files and messages.

use std::time::Duration;

use amends_core::{
    actor::StaffRole,
    case::{Case, Evidence},
    disclosure::FileClass,
    event::Event,
    evidence::{FileRef, Via},
    id::{CaseId, MailId},
    permit,
};
use amends_store::{
    error::StoreError,
    ledger::{self, RebuildMode},
    post::{self, Mail},
    search::{self, CaseTexts, Class, EvidenceChange, Found, Hit, Kind, Search, Todo, Wanted},
};

use super::{ActError, Fault, Office};
use crate::{
    document::{self, text_of},
    mail::{effect, receive},
};

/// So many letters of one submission or message are searched; what stands further on is not.
const MOST: usize = 64 * 1024;

/// So many things are read in one transaction's time.
const TOGETHER: u32 = 50;

/// How much of a file is read for the search. What is larger is found by its name.
const LIMITS: document::Limits = document::Limits {
    file_bytes: 10 * 1024 * 1024,
    unpacked_bytes: 50 * 1024 * 1024,
    pdf_time: Duration::from_secs(5),
};

/// Does this event change what lists show of a case, or what of it is searched?
pub(super) fn changes_texts(event: &Event) -> bool {
    matches!(
        event,
        Event::CaseOpened { .. }
            | Event::RecommendationWritten { .. }
            | Event::RecommendationRevised { .. }
            | Event::ComplainantSubstituted { .. }
            | Event::FindingRecorded(_)
            | Event::EarlierImprovementsReferredTo(_)
    )
}

/// What these events change of what came in evidence, or of who may see it; nothing where they change none of it.
pub(super) fn evidence_change(events: &[Event], after: &Case) -> Option<EvidenceChange> {
    let (mut changed, mut apart) = (false, Vec::new());
    for event in events {
        match event {
            Event::EvidenceQuarantined(one) => {
                apart.push((one.evidence, after.submission(one.evidence).and_then(mail_of)));
                changed = true;
            }
            Event::EvidenceReceived { .. }
            | Event::EvidenceMovedIn { .. }
            | Event::EvidenceMovedOut(_)
            | Event::FileClassified(_)
            | Event::RedactedCopyAdded(_)
            | Event::DocumentBarred(_)
            | Event::BarLifted(_) => changed = true,
            _ => {}
        }
    }
    changed.then_some(EvidenceChange { apart })
}

fn mail_of(one: &Evidence) -> Option<MailId> {
    match one.submission.via {
        Via::Mail { mail } => Some(mail),
        Via::Portal | Via::Hand => None,
    }
}

/// What lists show and search of a case.
pub(super) fn texts_of(case: &Case) -> CaseTexts {
    let wordings =
        case.recommendations.iter().map(|one| (one.number, one.terms.wording.as_str().to_owned())).collect();
    let complainant = case.complainant.as_ref().map(|person| person.name.as_str()).unwrap_or_default();
    let found = case.findings.iter().flat_map(|one| std::iter::once(&one.fault).chain(&one.injustice));
    let said = case.references.iter().flat_map(|one| [&one.en, &one.cy]);
    let decision: Vec<&str> =
        found.chain(said).map(|words| words.as_str()).filter(|text| !text.trim().is_empty()).collect();
    CaseTexts {
        title: case.title.as_str().to_owned(),
        wordings,
        also: format!("{} {complainant}", case.reference),
        decision: decision.join("\n"),
    }
}

impl Office {
    /// Texts that hold what was typed, the newest first, of those this member of staff may find: a page of up to `most`,
    /// and where the next begins. Nothing where no word was typed.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn search(
        &self,
        role: StaffRole,
        typed: &str,
        kind: Option<Kind>,
        before: Option<i64>,
        most: usize,
    ) -> Result<(Vec<Hit>, Option<i64>), ActError> {
        let Some(wanted) = Wanted::whole(typed).filter(|_| permit::may_read_cases(role)) else {
            return Ok((Vec::new(), None));
        };
        let classes = Class::for_staff(permit::may_find_what_is_apart(role));
        let search = Search { wanted, kind, classes };
        Ok(self.db().read(|conn| search::find(conn, &search, before, most))?)
    }

    /// Reads what is noted down to be read for the search, up to `most` things. Returns how many were read.
    ///
    /// # Errors
    /// Where the memory or the disk fails. What cannot be read as a text is passed over: it is found by its name.
    pub fn read_for_search(&self, most: usize) -> Result<usize, ActError> {
        let (mut read, mut asked_again) = (0, false);
        while read < most {
            let waiting = self.db().read(|conn| search::todo(conn, TOGETHER))?;
            if waiting.is_empty() {
                // What an older node wrote lacks its pairs of words. Once: what cannot be read stays as it is.
                if asked_again || self.db().write(|tx| search::ask_for_unpaired(tx, TOGETHER))? == 0 {
                    break;
                }
                asked_again = true;
                continue;
            }
            for (todo, asked) in waiting {
                match todo {
                    Todo::Case(case) => self.read_case_for_search(case, asked)?,
                    Todo::Mail(mail) => self.read_mail_for_search(mail, asked)?,
                }
                read += 1;
            }
        }
        Ok(read)
    }

    fn read_case_for_search(&self, id: CaseId, asked: i64) -> Result<(), ActError> {
        let todo = Todo::Case(id);
        let case = match self.see(|sight| sight.pass(id)) {
            Ok(Some(case)) => case,
            // A history that makes no case is for the audit to tell; it must not keep the others from being read.
            Ok(None) | Err(ActError::Fault(Fault::Broken(_) | Fault::Store(StoreError::Damaged { .. }))) => {
                return Ok(self.db().write(move |tx| search::done(tx, todo, asked))?);
            }
            Err(error) => return Err(error),
        };
        let (seq, texts) = (case.seq, texts_of(&case));
        let mut evidence = Vec::new();
        for one in &case.evidence {
            evidence.push((one.submission.evidence, self.found_in(&case, one)));
        }
        Ok(self.db().write(move |tx| {
            // Where the case went on meanwhile its texts may be other ones; it is read again.
            if ledger::entries_of(tx, id)? != seq {
                return Ok(());
            }
            search::replace(tx, id, &texts)?;
            search::keep_evidence(tx, id, &evidence)?;
            search::done(tx, todo, asked)
        })?)
    }

    /// What a submission says: the body's words, then each file, as far as it can be read.
    fn found_in(&self, case: &Case, one: &Evidence) -> Found {
        let sent = &one.submission;
        let names: Vec<&str> =
            sent.files.iter().map(|file| file.name.as_str()).filter(|name| !name.is_empty()).collect();
        let mut text = sent.statement.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
        for file in &sent.files {
            if text.len() < MOST
                && let Some(said) = self.text_in(file)
            {
                text.push('\n');
                text.push_str(&said);
            }
        }
        cut(&mut text);
        let class = if case.is_quarantined(sent.evidence) {
            Class::Apart
        } else {
            let mut classes = sent.files.iter().map(|file| case.class_of(file.digest));
            let first = classes.next().unwrap_or_default();
            // What is open to nobody in one file is open to nobody in the whole.
            Class::Of(if classes.all(|other| other == first) { first } else { FileClass::Restricted })
        };
        Found { headline: names.join(", "), text, class }
    }

    fn text_in(&self, file: &FileRef) -> Option<String> {
        if file.size > LIMITS.file_bytes {
            return None;
        }
        let bytes = self.blobs().read(file.digest).ok()?;
        text_of(file.name.as_str(), &bytes, &LIMITS).ok().map(|document| document.text)
    }

    fn read_mail_for_search(&self, id: MailId, asked: i64) -> Result<(), ActError> {
        let todo = Todo::Mail(id);
        let mail = match self.db().read(|conn| post::mail(conn, id)) {
            Ok(mail) => mail,
            Err(StoreError::NotFound { .. }) => {
                return Ok(self.db().write(move |tx| search::done(tx, todo, asked))?);
            }
            Err(error) => return Err(error.into()),
        };
        let class = if self.is_apart(&mail)? { Class::Apart } else { Class::Of(FileClass::Restricted) };
        let raw = self.blobs().read(mail.raw).ok();
        let read = raw.and_then(|raw| receive::receive(&raw, &receive::Limits::default()).ok());
        let mut text = read.as_ref().map(|incoming| incoming.text.said.clone()).unwrap_or_default();
        for file in read.iter().flat_map(effect::files) {
            text.push('\n');
            text.push_str(&file.name);
        }
        cut(&mut text);
        let found = Found { headline: mail.subject, text, class };
        Ok(self.db().write(move |tx| {
            search::keep_mail(tx, id, &mail.sender, &found)?;
            search::done(tx, todo, asked)
        })?)
    }

    /// Did a message bring what was set apart?
    fn is_apart(&self, mail: &Mail) -> Result<bool, ActError> {
        let Some(case) = mail.case else { return Ok(false) };
        let Some(case) = self.see(|sight| sight.pass(case))? else { return Ok(false) };
        let brought = |one: &&Evidence| mail_of(one) == Some(mail.mail);
        Ok(case.evidence.iter().filter(brought).any(|one| case.is_quarantined(one.submission.evidence)))
    }

    /// Makes anew what lists count and what the search finds. Says whether the numbers of the lists were right.
    ///
    /// # Errors
    /// Where the memory or the disk fails.
    pub fn make_lists_anew(&self, mode: RebuildMode) -> Result<bool, ActError> {
        let right = ledger::recount(self.db(), mode)?;
        if mode == RebuildMode::Rewrite {
            self.db().write(search::ask_for_everything)?;
            self.read_for_search(usize::MAX)?;
        }
        Ok(right)
    }
}

/// Cuts a text where no more of it is searched.
fn cut(text: &mut String) {
    if text.len() > MOST {
        let end = (0..=MOST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
    }
}
