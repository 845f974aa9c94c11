//! Messages coming in: kept as they came before anything is read, then filed, held or put aside (R29).

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    evidence::FileRef,
    id::{BodyId, CaseId, CaseReference, EvidenceId, MailId, RecommendationNumber},
    letter::Recipient,
};
use amends_store::{
    blobs,
    changed::Changed,
    lists::{self, View, WorkFilter},
    people,
    post::{self, Mail, MailState, NewMail, Received},
};

use super::{ActError, Ask, Fault, Office, Sealer};
use crate::mail::{
    effect::{MailEffect, Prepared, effect, files},
    filing::{self, About, Filing, Known, Party, Sent},
    message::read_message_id,
    receive::{Incoming, Limits, receive},
    token::Token,
};

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

/// So many guesses are made from a sender alone.
const GUESSES: usize = 5;

impl Office {
    /// Takes a message in. Its bytes are safe before they are read; the same bytes twice are one message.
    ///
    /// # Errors
    /// Where the disk or the memory fails. What was kept before that is looked at again by [`Self::file_new_mail`].
    pub fn take_in(&self, raw: &[u8]) -> Result<TakenIn, ActError> {
        let at = self.clock().now();
        let stored = self.blobs().put(self.fresh_id()?, raw).map_err(Fault::from)?;
        let read = receive(raw, &Limits::default());
        let new = NewMail {
            mail: MailId(self.fresh_id()?),
            raw: stored.digest,
            received_at: at,
            message_id: read.as_ref().ok().and_then(|incoming| incoming.message_id.clone()),
            sender: read.as_ref().map(|incoming| incoming.from.clone()).unwrap_or_default(),
            subject: read.as_ref().map(|incoming| incoming.subject.clone()).unwrap_or_default(),
        };
        let received = self.db().write(move |tx| {
            blobs::record(tx, stored, "message/rfc822", at)?;
            post::receive(tx, &new)
        })?;
        self.blobs().confirm(stored)?;
        match received {
            Received::New(mail) => self.file_by_rule(mail, raw),
            Received::Again(mail) => Ok(TakenIn { again: true, ..self.as_taken(mail)? }),
        }
    }

    /// Looks at messages that were kept and not yet looked at, as after a crash. Returns how many.
    ///
    /// # Errors
    /// Where the disk or the memory fails.
    pub fn file_new_mail(&self) -> Result<usize, ActError> {
        let waiting = self.db().read(|conn| post::mail_in(conn, MailState::New, None, 500))?;
        for mail in &waiting {
            let raw = self.blobs().read(mail.raw).map_err(Fault::from)?;
            self.file_by_rule(mail.mail, &raw)?;
        }
        Ok(waiting.len())
    }

    fn file_by_rule(&self, mail: MailId, raw: &[u8]) -> Result<TakenIn, ActError> {
        let read = receive(raw, &Limits::default());
        let filing = match &read {
            Ok(incoming) => filing::decide(incoming, &Lookup(self)),
            Err(unread) => filing::unread(*unread),
        };
        match (&filing, &read) {
            (Filing::File { about, .. }, Ok(incoming)) => {
                self.file_with_effect(mail, about.case, &filing, incoming, None)?;
            }
            (Filing::Undelivered { post, sent, bounce }, _) => {
                self.came_back(*post, sent, bounce.status.as_deref().unwrap_or_default())?;
                self.leave_mail(mail, MailState::SetAside, "aside-undelivered", None)?;
            }
            (Filing::SetAside { why, .. }, _) => {
                self.leave_mail(mail, MailState::SetAside, why.key(), None)?
            }
            (Filing::Hold { reason, .. }, _) => self.leave_mail(mail, MailState::Held, reason.key(), None)?,
            (Filing::File { .. }, Err(unread)) => {
                self.leave_mail(mail, MailState::Held, unread.key(), None)?;
            }
        }
        self.as_taken(mail)
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
        let kept = self.mail(mail)?;
        let raw = self.blobs().read(kept.raw).map_err(Fault::from)?;
        let loaded = self.load(case)?.case;
        let about = About { case, reference: loaded.reference.clone(), numbers: numbers.to_vec() };
        let filing =
            Filing::File { about, party: Party::Body(body), by: filing::By::Thread, narrowed_by: Vec::new() };
        match receive(&raw, &Limits::default()) {
            Ok(incoming) => self.file_with_effect(mail, case, &filing, &incoming, Some(by))?,
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
        self.leave_mail(mail, MailState::SetAside, "aside-not-ours", by.staff())
    }

    fn file_with_effect(
        &self,
        mail: MailId,
        case: CaseId,
        filing: &Filing,
        incoming: &Incoming,
        by: Option<&Actor>,
    ) -> Result<(), ActError> {
        let Filing::File { about, party, .. } = filing else { return Ok(()) };
        let mut sealer = self.sealer();
        let prepared = self.prepare_mail(&mut sealer, mail, incoming)?;
        let loaded = self.load(case)?.case;
        if let MailEffect::Ask(command) = effect(filing, &loaded, prepared) {
            let writer = match party {
                Party::Body(body) => Actor::LinkOfficer { body: *body, link: None },
                Party::Complainant => Actor::System,
            };
            let ask = Ask::new(by.unwrap_or(&writer), case).keyed(format!("mail/{mail}"));
            match self.act(&ask, &[*command], &sealer.into_kept()) {
                Ok(_) => {}
                // A rule or the table of permissions said no: a person must look.
                Err(ActError::Refused(refusal)) if by.is_none() => {
                    let reason = format!("refusal-{}", refusal.code);
                    return self.leave_mail(mail, MailState::Held, &reason, None);
                }
                Err(ActError::Denied(denial)) if by.is_none() => {
                    let reason = format!("denial-{}", denial.code());
                    return self.leave_mail(mail, MailState::Held, &reason, None);
                }
                Err(error) => return Err(error),
            }
        }
        self.keep_filed(mail, case, &about.numbers, by.and_then(Actor::staff))
    }

    /// Files stored, words sealed. The submission has the message's own id: filed twice, it is one.
    fn prepare_mail(
        &self,
        sealer: &mut Sealer,
        mail: MailId,
        incoming: &Incoming,
    ) -> Result<Prepared, ActError> {
        let mut kept = Vec::new();
        for file in files(incoming) {
            let stored = self.keep_file(&file.name, &file.bytes)?;
            kept.push(FileRef {
                digest: stored.digest,
                name: sealer.words(&stored.name)?,
                media_type: stored.media_type,
                size: stored.size,
            });
        }
        Ok(Prepared {
            evidence: EvidenceId(mail.0),
            mail,
            received_on: self.today(),
            files: kept,
            statement: sealer.optional(&incoming.text.said)?,
        })
    }

    /// A letter came back: a bounced chase is not a chase, and the body's address needs mending.
    pub(crate) fn came_back(
        &self,
        post: amends_core::id::PostId,
        sent: &Sent,
        said: &str,
    ) -> Result<(), ActError> {
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
            Ok::<_, amends_store::error::StoreError>(())
        })?;
        Ok(())
    }

    fn keep_filed(
        &self,
        mail: MailId,
        case: CaseId,
        numbers: &[RecommendationNumber],
        by: Option<amends_core::id::StaffId>,
    ) -> Result<(), ActError> {
        let (at, numbers) = (self.clock().now(), numbers.to_vec());
        Ok(self.db().write(move |tx| post::file(tx, mail, case, &numbers, by, at))?)
    }

    fn leave_mail(
        &self,
        mail: MailId,
        state: MailState,
        reason: &str,
        by: Option<amends_core::id::StaffId>,
    ) -> Result<(), ActError> {
        let (at, reason) = (self.clock().now(), reason.to_owned());
        Ok(self.db().write(move |tx| match state {
            MailState::SetAside => post::set_aside(tx, mail, &reason, by, at),
            _ => post::hold(tx, mail, &reason, by, at),
        })?)
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
        let raw = self.blobs().read(kept.raw).map_err(Fault::from)?;
        Ok(match receive(&raw, &Limits::default()) {
            Ok(incoming) => {
                let filing = filing::decide(&incoming, &Lookup(self));
                (kept, Some(incoming), filing)
            }
            Err(unread) => (kept, None, filing::unread(unread)),
        })
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

/// What filing looks up. A look-up that fails finds nothing, and the message is held: nothing is filed on a guess.
struct Lookup<'a>(&'a Office);

impl Lookup<'_> {
    fn case(&self, id: CaseId) -> Option<Arc<Case>> {
        self.0
            .load(id)
            .inspect_err(|error| tracing::error!(%id, %error, "a case could not be looked up"))
            .ok()
            .map(|loaded| loaded.case)
    }

    fn about(&self, case: &Case, numbers: Vec<RecommendationNumber>) -> About {
        About { case: case.id, reference: case.reference.clone(), numbers }
    }

    fn contacts(&self, body: BodyId) -> Vec<String> {
        self.0.contacts(body).map(|all| all.into_iter().map(|one| one.address).collect()).unwrap_or_default()
    }
}

impl Known for Lookup<'_> {
    fn by_token(&self, token: &Token) -> Option<Sent> {
        let rows = self.0.db().read(|conn| post::reply_to(conn, token.as_str())).ok()?;
        let first = rows.first()?;
        let recipient = match first.body {
            Some(body) => Recipient::Body { body },
            None => Recipient::Complainant,
        };
        let about = rows
            .iter()
            .filter_map(|row| Some(self.about(self.case(row.case)?.as_ref(), row.numbers.clone())));
        Some(Sent { recipient, about: about.collect() })
    }

    fn by_message_id(&self, id: &str) -> Option<Sent> {
        let (_, token) = read_message_id(id)?;
        self.by_token(&token)
    }

    fn is_contact(&self, body: BodyId, address: &str) -> bool {
        self.contacts(body).iter().any(|known| known.eq_ignore_ascii_case(address))
    }

    fn is_domain_of(&self, body: BodyId, domain: &str) -> bool {
        self.contacts(body).iter().any(|known| {
            let own = known.rsplit_once('@').map_or("", |(_, own)| own);
            !own.is_empty()
                && (domain.eq_ignore_ascii_case(own) || domain.to_lowercase().ends_with(&format!(".{own}")))
        })
    }

    fn is_complainant(&self, case: CaseId, address: &str) -> bool {
        let case = self.case(case);
        let person = case.as_ref().and_then(|case| case.complainant.as_ref());
        person.is_some_and(|person| match &person.channel {
            amends_core::party::Channel::Email(known) => known.as_str().eq_ignore_ascii_case(address),
            amends_core::party::Channel::Post(_) => false,
        })
    }

    fn by_reference(&self, reference: &CaseReference) -> Option<About> {
        let case = self.0.by_reference(&reference.0).ok()?.case;
        let open = case.live().filter(|one| !one.state().is_terminal()).map(|one| one.number).collect();
        Some(self.about(&case, open))
    }

    fn of_sender(&self, address: &str) -> Vec<About> {
        let bodies = self.0.db().read(|conn| people::contacts_at(conn, address)).unwrap_or_default();
        let mut found: Vec<About> = Vec::new();
        for contact in bodies {
            let filter = WorkFilter { body: Some(contact.body), ..WorkFilter::on(self.0.today()) };
            let Ok(page) = self.0.db().read(|conn| lists::work(conn, View::All, &filter, None)) else {
                continue;
            };
            for item in page.items {
                if found.len() < GUESSES && !found.iter().any(|about| about.case == item.row.case) {
                    found.extend(
                        self.case(item.row.case).map(|case| self.about(&case, vec![item.row.number])),
                    );
                }
            }
        }
        found
    }
}
