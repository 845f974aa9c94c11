//! Messages coming in: kept as they came, then filed, held or put aside (R29).
//!
//! Nobody is told that a message was taken before its bytes and its row are safe. Its bytes and those of its files go to
//! the disk side by side, while the message is read; then one transaction names the files, enters the message and records
//! what it brings to its case. Where that cannot be, the message is entered by itself, and looked at again later.

mod lookup;
mod placing;

use amends_core::{
    actor::Actor,
    command::Command,
    id::{BodyId, CaseId, CaseReference, MailId, PostId, RecommendationNumber},
    letter::Recipient,
};
use amends_store::{
    blobs::StoredBlob,
    changed::Changed,
    error::StoreError,
    people,
    post::{self, Mail, MailState, NewMail, Received},
};

use super::{ActError, Ask, Fault, Office, StoredFile};
use crate::mail::{
    effect::files,
    filing::{self, About, Filing, Party, Sent},
    receive::{Incoming, Limits, Unread, receive},
};
use lookup::Lookup;
use placing::{Arrival, Left, ToFile};

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The message.
    pub mail: MailId,
    /// Where it is now.
    pub state: MailState,
    /// Why it is held or put aside: the key of the sentence.
    pub reason: Option<String>,
    /// On which case it was filed.
    pub case: Option<CaseReference>,
    /// On which recommendations.
    pub numbers: Vec<RecommendationNumber>,
    /// The same bytes had come before; nothing was done now.
    pub again: bool,
}

/// So many messages are looked up at once.
const PAGE: u32 = 100;

/// A message as it reads, and where it belongs.
struct Looked {
    read: Result<Incoming, Unread>,
    filing: Filing,
}

impl Office {
    /// Takes a message in. Its bytes are safe before anybody is told; the same bytes twice are one message.
    ///
    /// A message that cannot be filed for a fault of ours is taken all the same, and looked at again by
    /// [`Self::file_new_mail`].
    ///
    /// # Errors
    /// Where the disk or the memory fails; the message was not taken then.
    pub fn take_in(&self, raw: &[u8]) -> Result<TakenIn, ActError> {
        let (mail, name, at) = (MailId(self.fresh_id()?), self.fresh_id()?, self.clock().now());
        let (stored, looked, files) = std::thread::scope(|scope| {
            let keep = || self.blobs().put(name, raw);
            // The disk works on the message while it is read; without a thread to spare, before.
            let keeping = std::thread::Builder::new().name("mail-keep".to_owned()).spawn_scoped(scope, keep);
            let kept = keeping.is_err().then(keep);
            let looked = self.look_at(receive(raw, &Limits::default()));
            let files = self.put_files(&looked);
            let broken = || StoreError::Engine { what: "keeping a message broke off".to_owned() };
            let kept = kept.or_else(|| Some(keeping.ok()?.join().unwrap_or_else(|_| Err(broken()))));
            (kept.unwrap_or_else(|| Err(broken())), looked, files)
        });
        let stored = stored.map_err(Fault::from)?;
        let known = looked.read.as_ref().ok();
        let new = NewMail {
            mail,
            raw: stored.digest,
            received_at: at,
            message_id: known.and_then(|incoming| incoming.message_id.clone()),
            sender: known.map(|incoming| incoming.from.clone()).unwrap_or_default(),
            subject: known.map(|incoming| incoming.subject.clone()).unwrap_or_default(),
        };
        let arrival = Arrival { new, stored };
        let all: Vec<StoredBlob> = files.iter().flatten().map(StoredFile::as_blob).chain([stored]).collect();
        let taken = match (files, &looked.filing) {
            (Ok(files), Filing::File { .. } | Filing::SetAside { .. } | Filing::Hold { .. }) => {
                self.place(&ToFile { mail, arrival: Some(arrival.clone()) }, looked, files)
            }
            (Ok(files), Filing::Undelivered { .. }) => return self.take_in_parts(arrival, looked, files),
            (Err(error), _) => Err(error.into()),
        };
        match taken {
            Ok(Some(taken)) => {
                self.confirm_all(&all)?;
                Ok(taken)
            }
            Ok(None) => {
                self.confirm_all(&all)?;
                self.came_before(&arrival)
            }
            Err(error) => {
                let taken = self.take_in_unfiled(&arrival)?;
                let what = error.without_words();
                tracing::error!(mail = %taken.mail, error = what, "a message could not be filed; it is kept, and waits");
                Ok(taken)
            }
        }
    }

    /// Whether files that rows name now are still there. Where one is not, nobody is told that the message was taken; taken
    /// in once more, it brings the file along.
    fn confirm_all(&self, all: &[StoredBlob]) -> Result<(), Fault> {
        Ok(all.iter().try_for_each(|stored| self.blobs().confirm(*stored))?)
    }

    /// Enters a message that could not be filed: it is safe, and looked at again later.
    fn take_in_unfiled(&self, arrival: &Arrival) -> Result<TakenIn, ActError> {
        let entered = arrival.clone();
        match self.db().write(move |tx| entered.enter(tx))? {
            Received::New(mail) => {
                self.blobs().confirm(arrival.stored)?;
                self.as_taken(mail)
            }
            Received::Again(_) => self.came_before(arrival),
        }
    }

    /// Enters a message by itself, then does what follows from it.
    fn take_in_parts(
        &self,
        arrival: Arrival,
        looked: Looked,
        files: Vec<StoredFile>,
    ) -> Result<TakenIn, ActError> {
        let (mail, stored) = (arrival.new.mail, arrival.stored);
        let entered = arrival.clone();
        let received = self.db().write(move |tx| entered.enter(tx))?;
        self.blobs().confirm(stored)?;
        match received {
            Received::New(_) => {
                let taken = self.place(&ToFile { mail, arrival: None }, looked, files)?;
                taken.ok_or(ActError::NotFound("message"))
            }
            Received::Again(_) => self.came_before(&arrival),
        }
    }

    /// The same bytes had come before: what became of them then.
    fn came_before(&self, arrival: &Arrival) -> Result<TakenIn, ActError> {
        let raw = arrival.new.raw;
        let known = self.db().read(|conn| post::mail_by_raw(conn, raw))?;
        self.blobs().confirm(arrival.stored)?;
        let mail = known.ok_or(ActError::NotFound("message"))?;
        Ok(TakenIn { again: true, ..self.as_taken(mail)? })
    }

    /// Looks at messages that were kept and not yet looked at, as after a crash. One whose bytes are gone or damaged is
    /// held for a person. Returns how many.
    ///
    /// # Errors
    /// Where the disk or the memory fails: the first failure, once every message was tried.
    pub fn file_new_mail(&self) -> Result<usize, ActError> {
        let (mut filed, mut outcome, mut after) = (0, Ok(()), None);
        loop {
            let waiting = self.db().read(|conn| post::mail_in(conn, MailState::New, after, PAGE))?;
            let Some(last) = waiting.last() else { return outcome.map(|()| filed) };
            after = Some((last.received_at, last.mail));
            for mail in &waiting {
                match self.file_kept(mail) {
                    Ok(()) => filed += 1,
                    Err(lost @ ActError::Fault(Fault::Store(StoreError::LeaseLost { .. }))) => {
                        return Err(lost);
                    }
                    Err(error) => {
                        let what = error.without_words();
                        tracing::error!(mail = %mail.mail, error = what, "a message could not be filed; it waits");
                        outcome = outcome.and(Err(error));
                    }
                }
            }
        }
    }

    fn file_kept(&self, mail: &Mail) -> Result<(), ActError> {
        let looked = self.look_at(self.read_kept(mail)?);
        if let Err(unread @ Unread::Gone) = &looked.read {
            tracing::error!(mail = %mail.mail, why = %unread, "a message is held for a person");
        }
        let files = self.put_files(&looked)?;
        let all: Vec<StoredBlob> = files.iter().map(StoredFile::as_blob).collect();
        self.place(&ToFile { mail: mail.mail, arrival: None }, looked, files)?;
        Ok(self.confirm_all(&all)?)
    }

    /// A kept message as it reads; where its bytes are not there as they came, that is why it was not read.
    ///
    /// # Errors
    /// Where the disk fails, or the store of files cannot be reached.
    pub fn read_kept(&self, mail: &Mail) -> Result<Result<Incoming, Unread>, Fault> {
        match self.blobs().read(mail.raw) {
            Ok(raw) => Ok(receive(&raw, &Limits::default())),
            Err(StoreError::NotFound { .. } | StoreError::FileDamaged { .. }) => Ok(Err(Unread::Gone)),
            Err(error) => Err(error.into()),
        }
    }

    /// Where a message belongs.
    fn look_at(&self, read: Result<Incoming, Unread>) -> Looked {
        let lookup = Lookup(self);
        let filing = match &read {
            Ok(incoming) => filing::decide(incoming, &lookup),
            Err(unread) => filing::unread(*unread),
        };
        Looked { read, filing }
    }

    /// Brings the files of a message that is to be filed to where files are.
    fn put_files(&self, looked: &Looked) -> Result<Vec<StoredFile>, Fault> {
        match (&looked.filing, &looked.read) {
            (Filing::File { .. }, Ok(incoming)) => {
                files(incoming).map(|file| self.put_file(&file.name, &file.bytes)).collect()
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Files a message, holds it or puts it aside, as the rules say. Nothing where the same bytes had come before.
    fn place(
        &self,
        what: &ToFile,
        looked: Looked,
        files: Vec<StoredFile>,
    ) -> Result<Option<TakenIn>, ActError> {
        let Looked { read, filing } = looked;
        let left = match (&filing, &read) {
            (Filing::File { about, .. }, Ok(incoming)) => {
                return self.file_with_effect(what, about.case, &filing, (incoming, files), None);
            }
            (Filing::Undelivered { post, sent, bounce }, _) => {
                self.came_back(*post, sent, bounce.status.as_deref().unwrap_or_default())?;
                Left::aside("aside-undelivered", None)
            }
            (Filing::SetAside { why, .. }, _) => Left::aside(why.key(), None),
            (Filing::Hold { reason, .. }, _) => Left::held(reason.key()),
            (Filing::File { .. }, Err(unread)) => Left::held(unread.key()),
        };
        self.leave_mail(what, left)
    }

    /// A person files a message on a case: what it brings is asked of the case in the name of whom it came from.
    ///
    /// # Errors
    /// Where a rule refuses what it brings; the message stays held then.
    pub fn file_by_hand(
        &self,
        by: &Actor,
        mail: MailId,
        case: CaseId,
        body: BodyId,
        numbers: &[RecommendationNumber],
    ) -> Result<TakenIn, ActError> {
        let read = self.read_kept(&self.mail(mail)?)?;
        let loaded = self.load(case)?.case;
        let about = About { case, reference: loaded.reference.clone(), numbers: numbers.to_vec() };
        let filing =
            Filing::File { about, party: Party::Body(body), by: filing::By::Thread, narrowed_by: Vec::new() };
        let what = ToFile { mail, arrival: None };
        match read {
            Ok(incoming) => {
                let looked = Looked { read: Ok(incoming), filing };
                let files = self.put_files(&looked)?;
                let all: Vec<StoredBlob> = files.iter().map(StoredFile::as_blob).collect();
                if let Ok(incoming) = &looked.read {
                    self.file_with_effect(&what, case, &looked.filing, (incoming, files), Some(by))?;
                    self.confirm_all(&all)?;
                }
            }
            // What no reader reads is filed whole: a person has looked at it.
            Err(_) => self.keep_filed(mail, case, numbers, by.staff())?,
        }
        self.as_taken(mail)
    }

    /// A person puts a message aside: it belongs to no case. It is kept all the same.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn set_mail_aside(&self, by: &Actor, mail: MailId) -> Result<(), ActError> {
        let left = Left::aside("aside-not-ours", by.staff());
        self.leave_mail(&ToFile { mail, arrival: None }, left).map(drop)
    }

    /// A letter came back: a bounced chase is not a chase, and the body's address needs mending.
    pub(crate) fn came_back(&self, post: PostId, sent: &Sent, said: &str) -> Result<(), ActError> {
        for about in &sent.about {
            self.act(&Ask::new(&Actor::System, about.case), &[Command::RecordUndelivered { post }], &[])?;
        }
        let (at, said) = (self.clock().now(), said.to_owned());
        let body = match sent.recipient {
            Recipient::Body { body } => Some(body),
            Recipient::Complainant => None,
        };
        self.db().write(move |tx| {
            post::bounced(tx, post, &said, at)?;
            if let Some(body) = body {
                let mut record = people::body(tx, body)?;
                record.body.undeliverable = true;
                people::keep_body(tx, &record, Changed::by_nobody(at))?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }

    /// One message.
    ///
    /// # Errors
    /// Where nobody knows it, or the memory fails.
    pub fn mail(&self, mail: MailId) -> Result<Mail, ActError> {
        Ok(self.db().read(|conn| post::mail(conn, mail))?)
    }

    /// A message as it reads, with the guesses of where it belongs.
    ///
    /// # Errors
    /// Where the disk or the memory fails.
    pub fn read_mail(&self, mail: MailId) -> Result<(Mail, Option<Incoming>, Filing), ActError> {
        let kept = self.mail(mail)?;
        let Looked { read, filing } = self.look_at(self.read_kept(&kept)?);
        Ok((kept, read.ok(), filing))
    }

    fn as_taken(&self, mail: MailId) -> Result<TakenIn, ActError> {
        let kept = self.mail(mail)?;
        let case =
            kept.case.map(|case| self.load(case)).transpose()?.map(|loaded| loaded.case.reference.clone());
        Ok(TakenIn {
            mail,
            state: kept.state,
            reason: kept.reason,
            case,
            numbers: kept.numbers,
            again: false,
        })
    }
}
