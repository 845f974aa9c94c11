//! From a letter that is owed to a message in the outbox: to whom, with which link and reply address, in which language.

use amends_core::{
    body::Body,
    case::Case,
    event::Event,
    id::{BodyId, CaseId, LinkId, PostId},
    letter::{Letter, LetterKind, Recipient},
    party::Channel as Reach,
    profile::ChaseTo,
    text::{Digest, Language},
};
pub use amends_store::ledger::Letters as Mailbag;
use amends_store::{
    people::{Audience, NewLink},
    post::{Channel, MadeFrom, NewPost, ReplyTo},
};
use jiff::ToSpan as _;

use super::{ActError, Fault, Office, Surroundings};
use crate::{
    i18n,
    letters::{
        Bits, Given, Rendered,
        data::{LetterData, Sender},
        gather,
    },
    token,
};

/// A reminder's recipient, and the id its message was given.
fn reminder(event: &Event) -> Option<(Recipient, PostId)> {
    match event {
        Event::RemindedToComment { body, post, .. } => Some((Recipient::Body { body: *body }, *post)),
        _ => None,
    }
}

/// Does this letter go in a message for a body and a day?
fn is_digested(letter: LetterKind) -> bool {
    matches!(letter, LetterKind::Chase | LetterKind::Reminder)
}

/// A letter that knows from what it was made.
pub(super) fn made_of(letter: &Letter, rendered: &Rendered) -> Letter {
    letter.clone().made_from(rendered.language, rendered.template_version.to_string(), rendered.data_digest)
}

/// To whom a letter goes, and how.
struct Addressee {
    name: String,
    language: Language,
    channel: Channel,
    address: String,
    /// The others who get the very same letter: a body's second link officer.
    copies: Vec<String>,
    audience: Audience,
    body: Option<BodyId>,
}

/// A letter drawn, before it is a message.
pub(super) struct Drawn {
    pub(super) data: LetterData,
    to: Addressee,
    pub(super) reply_token: String,
}

impl Office {
    /// The messages for the letters among these events; each letter's event learns from what it was made (I5).
    /// Chases and reminders are not among them: what is chased goes in one message for each body and day.
    pub(super) fn mailbag(
        &self,
        around: &Surroundings,
        after: &Case,
        events: &mut [Event],
    ) -> Result<Mailbag, ActError> {
        let needed = events.iter().find_map(|event| match event {
            Event::FurtherEvidenceRequested { needed, .. } => needed.clone(),
            _ => None,
        });
        let reminders: Vec<_> = events.iter().filter_map(reminder).collect();
        let mut bag = Mailbag::default();
        for event in events {
            if let Event::LetterOwed(letter) = event
                && !is_digested(letter.letter)
            {
                let drawn = self.draw(
                    around,
                    &mut bag,
                    after,
                    letter,
                    Bits { needed: needed.as_ref(), ..Bits::default() },
                )?;
                let given = reminders.iter().find(|(recipient, _)| {
                    letter.letter == LetterKind::CommentReminder && letter.recipient == *recipient
                });
                let post = match given {
                    Some((_, post)) => *post,
                    None => PostId(self.fresh_id()?),
                };
                let rendered = self.put_as(&mut bag, drawn, vec![(after.id, letter.key.clone())], post)?;
                *letter = made_of(letter, &rendered);
            }
        }
        Ok(bag)
    }

    /// Draws one letter; its link and reply address go into the bag.
    pub(super) fn draw(
        &self,
        around: &Surroundings,
        bag: &mut Mailbag,
        case: &Case,
        letter: &Letter,
        bits: Bits<'_>,
    ) -> Result<Drawn, ActError> {
        let bodies = around.bodies(&case.bodies);
        let to = self.addressee(around, case, letter, &bodies, bits.chase_to)?;
        let now = self.clock().now();
        let secret = token::secret(self.chance().bytes()?);
        let reply_token = token::reply(self.chance().bytes()?);
        let days = i64::from(self.config().auth.link_days);
        bag.links.push(NewLink {
            id: LinkId(self.chance().id(now)?),
            token: Digest::of(secret.as_bytes()),
            case: case.id,
            audience: to.audience,
            numbers: Vec::new(),
            sent_to: to.address.clone(),
            made_at: now,
            ends_at: now.checked_add((days * 24).hours()).unwrap_or(now),
        });
        let reply = ReplyTo { case: case.id, body: to.body, numbers: letter.numbers.clone() };
        bag.replies.push((reply_token.clone(), reply));
        let prefix = if to.body.is_some() { "p" } else { "c" };
        let page = format!("{}/{prefix}/{secret}", self.config().site.public_url);
        let check_by = self.profile_of(case)?.confirmation.compute(self.today(), self.calendar()).ok();
        let data = gather(&Given {
            case,
            letter,
            profile: self.profile_of(case)?,
            bodies: &bodies,
            to: &to.name,
            by_post: to.channel == Channel::Print,
            sender: self.sender(around, case, to.language)?,
            reply_address: &token::plus_address(&self.mail_address(case)?, &reply_token),
            page: Some(&page),
            own_reference: None,
            today: self.today(),
            bits: Bits { check_by: check_by.map(|by| by.date), ..bits },
        });
        Ok(Drawn { data, to, reply_token })
    }

    /// A letter written, and from what it was made (I5).
    pub(super) fn written(&self, data: &LetterData) -> Result<(Rendered, MadeFrom), ActError> {
        let broken = |error: &dyn std::fmt::Display| ActError::from(Fault::Broken(error.to_string()));
        let template = self
            .letters()
            .template(&data.kind, data.reader, data.language)
            .map_err(|error| broken(&error))?;
        let (rendered, data) = template.render_kept(data).map_err(|error| broken(&error))?;
        let made = MadeFrom { version: template.version(), template: template.text().to_owned(), data };
        Ok((rendered, made))
    }

    /// Makes a drawn letter a message in the outbox, under an id.
    pub(super) fn put_as(
        &self,
        bag: &mut Mailbag,
        drawn: Drawn,
        owed: Vec<(CaseId, String)>,
        post: PostId,
    ) -> Result<Rendered, ActError> {
        let (rendered, made) = self.written(&drawn.data)?;
        let message = |post, owed, address: &str| NewPost {
            post,
            owed,
            channel: drawn.to.channel,
            address: address.to_owned(),
            language: rendered.language,
            thread: drawn.reply_token.clone(),
            subject: rendered.subject.clone(),
            text: rendered.text.clone(),
            html: Some(rendered.html.clone()),
            next_at: self.clock().now(),
        };
        for (place, address) in drawn.to.copies.iter().enumerate() {
            let copy = PostId(self.fresh_id()?);
            // The key of a copy is the letter's own with its place, so that it does not go twice either.
            let key = |(case, key): &(CaseId, String)| (*case, format!("{key}/copy-{}", place + 1));
            bag.made.push((copy, made.clone()));
            bag.posts.push(message(copy, owed.iter().map(key).collect(), address));
        }
        if drawn.to.address.is_empty() {
            bag.held.push((post, "no-address"));
        }
        bag.made.push((post, made));
        bag.posts.push(message(post, owed, &drawn.to.address));
        Ok(rendered)
    }

    fn addressee(
        &self,
        around: &Surroundings,
        case: &Case,
        letter: &Letter,
        bodies: &[Body],
        chase: Option<ChaseTo>,
    ) -> Result<Addressee, ActError> {
        match letter.recipient {
            Recipient::Body { body } => {
                let known = bodies.iter().find(|one| one.id == body);
                let language = known.map_or(Language::En, |one| one.language);
                let contacts = self.written_to_under(around, body, chase)?;
                let names: Vec<&str> = contacts.iter().map(|contact| contact.name.as_str()).collect();
                let name = match known {
                    Some(one) if names.is_empty() => one.name.get(language).to_owned(),
                    Some(_) | None => names.join(", "),
                };
                let mut addresses = contacts.into_iter().map(|contact| contact.address);
                Ok(Addressee {
                    name,
                    language,
                    channel: Channel::Email,
                    address: addresses.next().unwrap_or_default(),
                    copies: addresses.collect(),
                    audience: Audience::Body(body),
                    body: Some(body),
                })
            }
            Recipient::Complainant => {
                let Some(person) = &case.complainant else {
                    return Err(Fault::Broken("a letter to nobody".to_owned()).into());
                };
                let (channel, address) = match &person.channel {
                    Reach::Email(address) => (Channel::Email, address.as_str().to_owned()),
                    Reach::Post(address) => (Channel::Print, address.as_str().to_owned()),
                };
                Ok(Addressee {
                    name: person.name.as_str().to_owned(),
                    language: person.language,
                    channel,
                    address,
                    copies: Vec::new(),
                    audience: Audience::Complainant(person.person),
                    body: None,
                })
            }
        }
    }

    fn sender(&self, around: &Surroundings, case: &Case, language: Language) -> Result<Sender, ActError> {
        let handler = around.member_of_staff(case.handler);
        let role = self.profile_of(case)?.roles.caseworker.get(language).to_owned();
        let name =
            handler.map_or_else(|| i18n::t(language, "letter-sender-office"), |staff| staff.name.clone());
        Ok(Sender { name, role, phone: self.config().site.telephone.clone() })
    }

    fn mail_address(&self, case: &Case) -> Result<String, ActError> {
        match &self.config().mail.address {
            Some(address) => Ok(address.clone()),
            None => Ok(self.profile_of(case)?.mail_address.clone()),
        }
    }
}
