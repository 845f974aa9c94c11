//! Links for people outside: sent anew to the registered address alone, passed on and ended, and the key for their uploads.

use amends_core::{
    body::ContactRole,
    id::{BodyId, CaseId, LinkId, PostId, RecommendationNumber},
    party::Channel as Reach,
    text::{Digest, Language},
};
use amends_store::{
    changed::Changed,
    people::{self, Audience, Link, NewLink},
    post::{self, Channel, NewPost},
    settings,
};
use jiff::{SignedDuration, ToSpan as _};

use super::{ActError, Fault, Office};
use crate::{
    letters::{LinkLetter, Reader, Told},
    token,
};

/// So long after a link was sent to an address, no other is sent there: a page must not flood a mailbox.
const REST_MINUTES: i64 = 10;

/// What came of asking for a new link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// A new link is on its way to the registered address.
    Sent,
    /// One was sent there a few minutes ago.
    SentAlready,
    /// No new one can be sent: the link was ended by whoever passed it on, or nobody is registered any more.
    NotPossible,
}

/// To whom a new link goes.
struct Registered {
    address: String,
    channel: Channel,
    language: Language,
    page: &'static str,
}

/// Recommendations that a link officer passes to a colleague (R11).
#[derive(Debug, Clone, Copy)]
pub struct PassOn<'a> {
    /// The link officer's own link.
    pub from: LinkId,
    /// The case.
    pub case: CaseId,
    /// The body.
    pub body: BodyId,
    /// Which recommendations.
    pub numbers: &'a [RecommendationNumber],
    /// The colleague's address.
    pub to: &'a str,
    /// A word to them.
    pub note: &'a str,
    /// In which language.
    pub language: Language,
}

/// A link, and the letter that carries it.
struct Linked<'a> {
    kind: LinkLetter,
    link: NewLink,
    page: String,
    note: Option<&'a str>,
    to: Registered,
}

impl Office {
    /// Sends a new link in place of one that has run out, to the registered address and nowhere else.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn renew_link(&self, secret: &str) -> Result<Renewal, ActError> {
        let Some(old) = self.link(secret)? else { return Ok(Renewal::NotPossible) };
        let Some(to) = self.registered(&old)? else { return Ok(Renewal::NotPossible) };
        let now = self.clock().now();
        let rest = SignedDuration::from_mins(REST_MINUTES);
        let links = self.db().read(|conn| people::links_of_case(conn, old.case))?;
        if links.iter().any(|one| one.sent_to == to.address && now.duration_since(one.made_at) < rest) {
            return Ok(Renewal::SentAlready);
        }
        let secret = token::secret(self.chance().bytes()?);
        let days = i64::from(self.config().auth.link_days);
        let link = NewLink {
            id: LinkId(self.chance().id(now)?),
            token: Digest::of(secret.as_bytes()),
            case: old.case,
            audience: old.audience,
            numbers: old.numbers,
            sent_to: to.address.clone(),
            made_at: now,
            ends_at: now.checked_add((days * 24).hours()).unwrap_or(now),
        };
        let page = format!("{}/{}/{secret}", self.config().site.public_url, to.page);
        let letter = Linked { kind: LinkLetter::NewLink, link, page, note: None, to };
        self.send_link(letter)?;
        Ok(Renewal::Sent)
    }

    /// A link for a colleague at the body: these recommendations, nothing else of the case (R11).
    ///
    /// # Errors
    /// Where the memory fails or the link it is passed on from no longer counts.
    pub fn pass_on(&self, passed: &PassOn<'_>) -> Result<(), ActError> {
        let PassOn { from, case, body, numbers, to, note, language } = *passed;
        let now = self.clock().now();
        let secret = token::secret(self.chance().bytes()?);
        let days = i64::from(self.config().auth.link_days);
        let link = NewLink {
            id: LinkId(self.chance().id(now)?),
            token: Digest::of(secret.as_bytes()),
            case,
            audience: Audience::Colleague { body, passed_on_by: from },
            numbers: numbers.to_vec(),
            sent_to: to.to_owned(),
            made_at: now,
            ends_at: now.checked_add((days * 24).hours()).unwrap_or(now),
        };
        let page = format!("{}/p/{secret}", self.config().site.public_url);
        let to = Registered { address: to.to_owned(), channel: Channel::Email, language, page: "p" };
        self.send_link(Linked { kind: LinkLetter::PassedOn, link, page, note: Some(note), to })
    }

    /// Keeps a link, and puts the letter that carries it into the outbox with what it was made from (I5).
    fn send_link(&self, linked: Linked<'_>) -> Result<(), ActError> {
        let Linked { kind, link, page, note, to } = linked;
        let (now, site) = (self.clock().now(), &self.config().site);
        let reader = if to.page == "c" { Reader::Complainant } else { Reader::Body };
        let data = kind.data(&Told {
            reader,
            language: to.language,
            by_post: to.channel == Channel::Print,
            office: site.office_name().get(to.language),
            phone: &site.telephone,
            page,
            note,
            today: self.today(),
        });
        let (rendered, made) = self.written(&data)?;
        let id = PostId(self.chance().id(now)?);
        let letter = NewPost {
            post: id,
            owed: vec![(link.case, format!("{}/{id}", kind.code()))],
            channel: to.channel,
            address: to.address,
            language: to.language,
            thread: token::reply(self.chance().bytes()?),
            subject: rendered.subject,
            text: rendered.text,
            html: Some(rendered.html),
            next_at: now,
        };
        Ok(self.db().write(move |tx| {
            people::keep_link(tx, &link)?;
            post::put(tx, &letter, now)?;
            post::keep_made_from(tx, id, &made)
        })?)
    }

    fn registered(&self, link: &Link) -> Result<Option<Registered>, ActError> {
        match link.audience {
            Audience::Body(body) => {
                let contacts = self.contacts(body)?;
                let same = contacts.iter().find(|contact| contact.address == link.sent_to);
                let officer = contacts.iter().find(|contact| contact.role == ContactRole::LinkOfficer);
                Ok(same.or(officer).map(|contact| Registered {
                    address: contact.address.clone(),
                    channel: Channel::Email,
                    language: contact.language,
                    page: "p",
                }))
            }
            Audience::Colleague { body, passed_on_by } => {
                let from = self.db().read(|conn| people::link(conn, passed_on_by))?;
                if link.revoked_at.is_some() || from.revoked_at.is_some() {
                    return Ok(None);
                }
                let language = self.bodies(&[body])?.first().map_or(Language::En, |body| body.language);
                let address = link.sent_to.clone();
                Ok(Some(Registered { address, channel: Channel::Email, language, page: "p" }))
            }
            Audience::Complainant(person) => {
                let case = self.load(link.case)?.case;
                Ok(case.complainant.as_ref().filter(|one| one.person == person).map(|one| {
                    let (channel, address) = match &one.channel {
                        Reach::Email(address) => (Channel::Email, address.as_str().to_owned()),
                        Reach::Post(address) => (Channel::Print, address.as_str().to_owned()),
                    };
                    Registered { address, channel, language: one.language, page: "c" }
                }))
            }
        }
    }

    /// Links passed on to colleagues at a body, in one case, newest first (R11).
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn links_passed_on(&self, case: CaseId, body: BodyId) -> Result<Vec<Link>, ActError> {
        let mut links = self.db().read(|conn| people::links_of_case(conn, case))?;
        links.retain(|link| matches!(link.audience, Audience::Colleague { body: at, .. } if at == body));
        links.reverse();
        Ok(links)
    }

    /// Ends a link that was passed on to a colleague at this body, in this case.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where there is none such; else where the memory fails.
    pub fn end_passed_on(&self, link: LinkId, case: CaseId, body: BodyId) -> Result<(), ActError> {
        if !self.links_passed_on(case, body)?.iter().any(|one| one.id == link) {
            return Err(ActError::NotFound("link"));
        }
        let now = self.clock().now();
        self.db().write(move |tx| people::revoke_link(tx, link, now))?;
        Ok(())
    }

    /// The key by which a form's list of uploaded files is known to be the office's own; made when first needed.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn upload_key(&self) -> Result<String, ActError> {
        const NAME: &str = "upload_key";
        if let Some(key) = self.db().read(|conn| settings::setting::<String>(conn, NAME))? {
            return Ok(key);
        }
        let fresh = token::secret(self.chance().bytes()?);
        let changed = Changed { by: None, at: self.clock().now() };
        Ok(self.db().write(move |tx| match settings::setting::<String>(tx, NAME)? {
            Some(key) => Ok(key),
            None => settings::keep_setting(tx, NAME, &fresh, changed).map(|()| fresh.clone()),
        })?)
    }

    /// The language in which somebody is written to who has this link.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn language_of(&self, link: &Link) -> Result<Language, ActError> {
        match link.audience {
            Audience::Body(body) | Audience::Colleague { body, .. } => {
                let found = self.bodies(&[body])?;
                found
                    .iter()
                    .find(|one| one.id == body)
                    .map(|one| one.language)
                    .ok_or_else(|| Fault::Broken(format!("a link for a body nobody knows: {body}")).into())
            }
            Audience::Complainant(_) => {
                Ok(self.load(link.case)?.case.complainant.as_ref().map_or(Language::En, |one| one.language))
            }
        }
    }
}
