//! Disposal by two people: what went in one transaction, the certificate of it, and its log beside the database, from
//! which a copy from an older backup learns what must go again (R54, R55).

mod certificate;
pub mod log;
mod round;

use std::{collections::BTreeSet, sync::Arc};

use amends_core::{
    actor::Actor,
    command::Command,
    event::Event,
    evolve::fold,
    id::CaseId,
    index::index,
    retention::{self, Class, Counts, Disposal, Selection, mark},
    text::Digest,
};
use amends_store::{
    blobs,
    disposal::{self, Things},
    error::StoreError,
    keeping,
    ledger::{self, RebuildMode},
};

use super::{ActError, Ask, Fault, Office, Told, act::TRIES};
pub use certificate::{Certificate, Checked};
pub use round::{Did, DueCase, Step};

use certificate::{read_text, text_of};
use log::Log;

/// Everything that would go with a class.
#[derive(Debug, Clone)]
pub struct Going {
    /// The class, and what is due before it.
    pub classes: Vec<Class>,
    /// As the rules select it.
    pub went: Selection,
    /// As the memory has it.
    pub things: Things,
    /// How much that is.
    pub counts: Counts,
}

impl Office {
    /// The log beside the database.
    pub(super) fn disposal_log(&self) -> Log {
        Log::at(self.config().storage.data_dir.join("disposals.log"))
    }

    /// A second person approves what somebody proposed, and it goes. Returns the certificate.
    ///
    /// # Errors
    /// As the rules say; as the memory.
    pub fn approve_disposal(&self, ask: &Ask<'_>, class: Class) -> Result<Option<Certificate>, ActError> {
        self.act(ask, &[Command::ApproveDisposal { class }], &[])?;
        let certificate = self.dispose(ask.case, class)?;
        self.clear_up_or_later()?;
        Ok(certificate)
    }

    /// Finishes what two people agreed to and a crash left undone.
    ///
    /// # Errors
    /// Where the memory or the disk fails.
    pub fn finish_disposals(&self) -> Result<(), ActError> {
        self.dispose_approved()?;
        self.clear_up()
    }

    fn dispose_approved(&self) -> Result<(), ActError> {
        for (case, class) in self.db().read(keeping::approved)? {
            match self.dispose(case, class) {
                Ok(_) => {}
                Err(ActError::Refused(refusal)) => tracing::info!(%case, %refusal, "nothing is destroyed"),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Destroys what two people agreed to. Nothing where that is no longer so.
    fn dispose(&self, id: CaseId, class: Class) -> Result<Option<Certificate>, ActError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let told = self.told(id)?;
            let Some((disposal, things)) = self.disposal_of(&told, class)? else { return Ok(None) };
            match self.record_disposal(&told, &disposal, &things) {
                Err(ActError::Fault(Fault::Store(StoreError::Conflict { .. }))) if tries < TRIES => {}
                done => return done,
            }
        }
    }

    /// What goes, and how it is told.
    fn disposal_of(&self, told: &Told, class: Class) -> Result<Option<(Disposal, Things)>, ActError> {
        let (case, today) = (&told.case, self.today());
        let agreed = case.keeping.proposal(class);
        let Some((agreed, approved_by)) = agreed.and_then(|one| Some((one, one.approved_by?))) else {
            return Ok(None);
        };
        let Going { classes, went, things, counts } = self.going(told, class)?;
        let year = today.year();
        let (record_before, certificate) = self.db().read(|conn| {
            Ok::<_, StoreError>((disposal::record_state(conn)?, disposal::foreseen_certificate(conn, year)?))
        })?;
        let salt = Digest(self.chance().bytes()?);
        let ids = things.messages.iter().map(|id| id.0).chain(things.letters.iter().map(|id| id.0));
        let all = went.texts.values().copied().chain(went.files.iter().copied());
        let marks = all.chain(ids.map(|id| Digest::of(id.as_bytes()))).map(|thing| mark(salt, thing));
        let disposal = Disposal {
            class,
            on: today,
            certificate,
            counts,
            salt,
            marks: marks.collect(),
            papers: went.papers,
            papers_kept: went.papers_kept,
            proposed_by: agreed.proposal.by,
            approved_by,
            record_before,
            again: false,
            classes,
        };
        Ok(Some((disposal, things)))
    }

    /// Everything that would go today with a class.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn going(&self, told: &Told, class: Class) -> Result<Going, ActError> {
        let (case, today) = (&told.case, self.today());
        let classes = retention::goes_with(case, self.profile(&case.profile)?, class, today);
        let history = told.history.iter().map(|recorded| &recorded.event);
        let went = retention::selection(case, history, &classes, today)
            .map_err(|error| Fault::Broken(error.to_string()))?;
        let (id, files) = (case.id, went.files.clone());
        let (letters, messages, of_others) = self.db().read(|conn| {
            let of_others = others(conn, id, &files)?;
            Ok::<_, StoreError>((
                disposal::letters_of(conn, id)?,
                disposal::messages_of(conn, id)?,
                of_others,
            ))
        })?;
        let papers_go = classes.iter().any(|class| *class != Class::SignificantEvidence);
        let things = Things {
            texts: went.texts.keys().copied().collect(),
            files: went.files.clone(),
            messages: if papers_go { messages } else { BTreeSet::new() },
            letters: if papers_go { letters } else { BTreeSet::new() },
            search: classes.contains(&Class::Anonymise),
        };
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let counts = Counts {
            texts: count(things.texts.len()),
            files: count(things.files.len() - of_others),
            files_of_others: count(of_others),
            messages: count(things.messages.len()),
            letters: count(things.letters.len()),
        };
        Ok(Going { classes, went, things, counts })
    }

    /// One transaction: what went is recorded, and it goes. Whoever places a hold first is not overtaken: the case has
    /// another entry then, and the rules are asked anew.
    fn record_disposal(
        &self,
        told: &Told,
        disposal: &Disposal,
        things: &Things,
    ) -> Result<Option<Certificate>, ActError> {
        let Some(commit) = self.disposal_commit(told, disposal)? else { return Ok(None) };
        let (case, reference) = (told.case.id, told.case.reference.clone());
        let (year, at) = (self.today().year(), self.clock().now());
        let (disposal, things) = (disposal.clone(), things.clone());
        let certificate = self.db().write(move |tx| {
            if disposal::take_certificate(tx, year)? != disposal.certificate {
                return Err(StoreError::Busy);
            }
            if others(tx, case, &things.files)?
                != usize::try_from(disposal.counts.files_of_others).unwrap_or(0)
            {
                return Err(StoreError::Busy);
            }
            ledger::append(tx, &commit)?;
            disposal::erase(tx, case, &things, at)?;
            let certificate = Certificate {
                case,
                reference: reference.clone(),
                at,
                record_after: disposal::record_state(tx)?,
                left: disposal::left(tx, &things)?,
                disposal: disposal.clone(),
                things: things.clone(),
            };
            if !certificate.left.is_nothing() {
                return Err(StoreError::damaged(format!("something would be left: {:?}", certificate.left)));
            }
            let number = &certificate.disposal.certificate;
            disposal::keep_certificate(tx, number, case, at, &text_of(&certificate)?, false)?;
            Ok(certificate)
        })?;
        Ok(Some(certificate))
    }

    fn disposal_commit(&self, told: &Told, disposal: &Disposal) -> Result<Option<ledger::Commit>, ActError> {
        let ask = Ask::new(&Actor::System, told.case.id);
        let command = Command::RecordDisposal { disposal: Box::new(disposal.clone()) };
        let around = self.surroundings()?;
        let (events, after) = self.decided(&around, &ask, Some(Arc::clone(&told.case)), &[command])?;
        let Some(after) = after.filter(|_| !events.is_empty()) else { return Ok(None) };
        Ok(Some(self.commit_of(&ask, told.case.seq, events, &after, &[])?.0))
    }

    /// As [`Self::clear_up`]; where the files cannot be reached, it is left to the machinery, which tries every round.
    fn clear_up_or_later(&self) -> Result<(), ActError> {
        match self.clear_up() {
            Err(ActError::Fault(Fault::Store(error))) if error.is_of_files() => {
                tracing::warn!(%error, "files of what was destroyed are taken away later");
                Ok(())
            }
            done => done,
        }
    }

    /// Takes files away whose rows are gone, and writes certificates into the log. What a crash left undone is done the
    /// next time. The log does not wait for files that cannot be reached.
    fn clear_up(&self) -> Result<(), ActError> {
        let files = self.take_files_away();
        let mut cleared = matches!(files, Ok(true));
        for (number, text) in self.db().read(disposal::not_logged)? {
            self.disposal_log().append(&read_text(&text)?)?;
            self.db().write(move |tx| disposal::is_logged(tx, &number))?;
            cleared = true;
        }
        if cleared {
            match self.db().empty_log() {
                // A long read goes on; the log is emptied when it is full, or at the next disposal.
                Ok(()) | Err(StoreError::Busy) => {}
                Err(error) => return Err(error.into()),
            }
        }
        files.map(drop)
    }

    /// Takes files away whose rows are gone; tells whether there were any.
    fn take_files_away(&self) -> Result<bool, ActError> {
        let files = self.db().read(disposal::files_to_remove)?;
        for digest in &files {
            // Somebody may have sent the same file again meanwhile.
            if !self.db().read(|conn| blobs::is_recorded(conn, *digest))? {
                self.blobs().remove(*digest)?;
            }
            let digest = *digest;
            self.db().write(move |tx| disposal::file_is_removed(tx, digest))?;
        }
        Ok(!files.is_empty())
    }

    /// At the start: cases whose keeping was never worked out get it, what went goes again where this is a copy from an
    /// older backup, and what was agreed to and left undone is done.
    pub(super) fn catch_up_with_disposals(&self) -> Result<(), ActError> {
        if self.db().read(keeping::is_missing)? {
            let fresh = |events: &[Event]| {
                let case = fold(events.iter()).ok_or_else(|| "a history without its opening".to_owned())?;
                let profile = self.profile(&case.profile).map_err(|error| error.to_string())?;
                Ok(index(&case, profile, self.calendar()))
            };
            ledger::rebuild(self.db(), RebuildMode::Rewrite, &fresh)?;
        }
        let again = self.dispose_again(&self.disposal_log().read()?)?;
        if !again.is_empty() {
            tracing::warn!(certificates = ?again, "what was destroyed before went again from an older copy");
        }
        self.dispose_approved()?;
        self.clear_up_or_later()
    }

    /// Makes go again what certificates say went, where this database does not know of it. Returns their numbers.
    ///
    /// # Errors
    /// Where the memory or the disk fails.
    pub fn dispose_again(&self, certificates: &[Certificate]) -> Result<Vec<String>, ActError> {
        let mut again = Vec::new();
        for certificate in certificates {
            let number = certificate.disposal.certificate.clone();
            if self.db().read(|conn| disposal::certificate(conn, &number))?.is_some() {
                continue;
            }
            // A copy from before the case was opened has nothing of it.
            let told = match self.told(certificate.case) {
                Err(ActError::NotFound(_)) => continue,
                told => told?,
            };
            let record_before = self.db().read(disposal::record_state)?;
            let repeated = Disposal { again: true, record_before, ..certificate.disposal.clone() };
            let commit = self.disposal_commit(&told, &repeated)?;
            let (case, at, things) = (certificate.case, self.clock().now(), certificate.things.clone());
            let (text, taken) = (text_of(certificate)?, number.clone());
            self.db().write(move |tx| {
                disposal::number_is_taken(tx, &taken)?;
                if let Some(commit) = &commit {
                    ledger::append(tx, commit)?;
                }
                disposal::erase(tx, case, &things, at)?;
                disposal::keep_certificate(tx, &taken, case, at, &text, false)
            })?;
            again.push(number);
        }
        self.clear_up_or_later()?;
        Ok(again)
    }
}

fn others(
    conn: &amends_store::Conn<'_>,
    case: CaseId,
    files: &BTreeSet<Digest>,
) -> Result<usize, StoreError> {
    let mut found = 0;
    for file in files {
        found += usize::from(disposal::is_of_others(conn, case, *file)?);
    }
    Ok(found)
}
