//! Where a message belongs: filed only by an unguessable token and a sender who may have written it, else held with
//! the reason and every guess.
//!
//! A reference in a subject is guessable and never enough. What was passed on is held. Answering machines and mail
//! servers never count as a response.

mod names;
mod reasons;

use amends_core::{
    id::{BodyId, CaseId, CaseReference, PostId, RecommendationNumber},
    letter::Recipient,
};

pub use reasons::{Aside, Guess, Held, Signal};

use super::{
    message,
    receive::{Bounce, Class, Incoming, Unread, Warning},
    token::{self, Token},
};

/// What one letter was about in one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: CaseReference,
    /// The recommendations the letter named.
    pub numbers: Vec<RecommendationNumber>,
}

/// A letter of ours, as a token or a message id stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// To whom it went.
    pub recipient: Recipient,
    /// About what: one case, or several in a digest of chases.
    pub about: Vec<About>,
}

/// What is looked up while a message is filed.
pub trait Known {
    /// The letter a token stands for; nothing where the token was withdrawn.
    fn by_token(&self, token: &Token) -> Option<Sent>;
    /// The letter with this message id, without angle brackets.
    fn by_message_id(&self, id: &str) -> Option<Sent>;
    /// Is this the address of a contact of the body?
    fn is_contact(&self, body: BodyId, address: &str) -> bool;
    /// Is this domain, or one above it, the body's own?
    fn is_domain_of(&self, body: BodyId, domain: &str) -> bool;
    /// Is this the complainant's address in the case?
    fn is_complainant(&self, case: CaseId, address: &str) -> bool;
    /// The case with this reference, with what is open in it.
    fn by_reference(&self, reference: &CaseReference) -> Option<About>;
    /// Cases in which the sender is a contact or the complainant, the latest first: guesses only.
    fn of_sender(&self, address: &str) -> Vec<About>;
}

/// By what a message was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The token in an address it was sent to.
    Address,
    /// The token in the ids of its thread.
    Thread,
}

/// Who wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// Somebody at a body.
    Body(BodyId),
    /// The complainant, or who stands in for them.
    Complainant,
}

/// Where a message belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filing {
    /// Here.
    File {
        /// In which case, about which recommendations.
        about: About,
        /// Who wrote.
        party: Party,
        /// By what it was known.
        by: By,
        /// The names in it that narrowed the letter's recommendations: `24-0193-2`, `action 2`. Empty where all are
        /// meant.
        narrowed_by: Vec<String>,
    },
    /// A letter of ours came back.
    Undelivered {
        /// Which message.
        post: PostId,
        /// What it was about.
        sent: Sent,
        /// What the report says.
        bounce: Bounce,
    },
    /// Kept, and nobody need look.
    SetAside {
        /// Why.
        why: Aside,
        /// The letter it answers, where that is known.
        sent: Option<Sent>,
    },
    /// A person must look.
    Hold {
        /// Why.
        reason: Held,
        /// Where it may belong, the likeliest first.
        guesses: Vec<Guess>,
    },
}

/// Domains where anybody may have an address: there only the very address of a contact is plausible.
const OPEN_TO_ALL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "hotmail.co.uk",
    "live.com",
    "live.co.uk",
    "msn.com",
    "yahoo.com",
    "yahoo.co.uk",
    "icloud.com",
    "me.com",
    "aol.com",
    "btinternet.com",
    "sky.com",
    "virginmedia.com",
    "talktalk.net",
    "protonmail.com",
    "proton.me",
    "mail.com",
    "gmx.com",
    "gmx.co.uk",
];

/// Where a message belongs (R29, E8). Unreadable messages are for [`unread`].
pub fn decide(incoming: &Incoming, known: &impl Known) -> Filing {
    let found = Found::look(incoming, known);
    match &incoming.class {
        Class::Bounce(bounce) => return bounced(bounce, found, known),
        Class::AutoReply => return aside(Aside::AutoReply, found),
        Class::List => return aside(Aside::List, found),
        Class::Calendar => return aside(Aside::Calendar, found),
        Class::Human => {}
    }
    let held = |reason: Held| Filing::Hold { reason, guesses: guesses(incoming, &found, known) };
    if let Some(reason) = unfit(incoming) {
        return held(reason);
    }
    let (sent, by) = match found.sent() {
        Ok(Some(sent)) => sent,
        Ok(None) => return held(found.why_nothing(incoming, known)),
        Err(reason) => return held(reason),
    };
    let Some(party) = plausible(sent, incoming, known) else { return held(Held::SenderNotPlausible) };
    match narrowed(sent, incoming, known) {
        Ok((about, narrowed_by)) => Filing::File { about, party, by, narrowed_by },
        Err(reason) => held(reason),
    }
}

/// A message that could not be read is held without guesses.
pub fn unread(unread: Unread) -> Filing {
    Filing::Hold { reason: Held::Unread(unread), guesses: Vec::new() }
}

/// What in the message itself keeps it from being filed, whoever it is from.
fn unfit(incoming: &Incoming) -> Option<Held> {
    let has = |warning: Warning| incoming.warnings.contains(&warning);
    if has(Warning::NoSender) || has(Warning::SeveralSenders) {
        return Some(Held::SenderUnclear);
    }
    if incoming.forwarded {
        return Some(Held::Forwarded);
    }
    if has(Warning::Encrypted) {
        return Some(Held::Encrypted);
    }
    (incoming.text.said.is_empty() && incoming.attachments.is_empty()).then_some(Held::Empty)
}

/// What the addresses and the thread of a message stand for.
struct Found {
    by_address: Vec<Sent>,
    by_thread: Option<Sent>,
    near_miss: Option<Sent>,
    unknown_token: bool,
}

impl Found {
    fn look(incoming: &Incoming, known: &impl Known) -> Self {
        let mut found =
            Self { by_address: Vec::new(), by_thread: None, near_miss: None, unknown_token: false };
        for written in incoming.to.iter().filter_map(|address| after_plus(address)) {
            let Some(token) = Token::parse(written) else {
                let right = token::near_miss(written, |token| known.by_token(token).is_some());
                found.near_miss = found.near_miss.or_else(|| known.by_token(&right?));
                continue;
            };
            match known.by_token(&token) {
                Some(sent) if !found.by_address.contains(&sent) => found.by_address.push(sent),
                Some(_) => {}
                None => found.unknown_token = true,
            }
        }
        let thread = incoming.in_reply_to.iter().chain(incoming.references.iter().rev());
        found.by_thread = thread.into_iter().find_map(|id| sent_as(id, known));
        found
    }

    /// The one letter it answers: by its address first, then by its thread.
    fn sent(&self) -> Result<Option<(&Sent, By)>, Held> {
        match self.by_address.as_slice() {
            [] => Ok(self.by_thread.as_ref().map(|sent| (sent, By::Thread))),
            [one] => Ok(Some((one, By::Address))),
            _ => Err(Held::SeveralLetters),
        }
    }

    fn why_nothing(&self, incoming: &Incoming, known: &impl Known) -> Held {
        if self.near_miss.is_some() {
            return Held::TokenNearMiss;
        }
        if self.unknown_token {
            return Held::TokenNotKnown;
        }
        let named = names::cases(&incoming.subject).into_iter().chain(names::cases(&incoming.text.said));
        if named.into_iter().any(|reference| known.by_reference(&reference).is_some()) {
            return Held::ReferenceOnly;
        }
        Held::NothingMatches
    }

    fn any(self) -> Option<Sent> {
        self.by_address.into_iter().next().or(self.by_thread)
    }
}

fn after_plus(address: &str) -> Option<&str> {
    let (local, _) = address.rsplit_once('@')?;
    local.split_once('+').map(|(_, written)| written)
}

/// The letter a message id stands for: by the token in it, or as it was kept.
fn sent_as(id: &str, known: &impl Known) -> Option<Sent> {
    let by_token = message::read_message_id(id).and_then(|(_, token)| known.by_token(&token));
    by_token.or_else(|| known.by_message_id(id))
}

fn aside(why: Aside, found: Found) -> Filing {
    Filing::SetAside { why, sent: found.any() }
}

/// A report counts only for a message of ours, known by the token in its id; a mere delay changes nothing.
fn bounced(bounce: &Bounce, found: Found, known: &impl Known) -> Filing {
    let original = bounce.original_message_id.as_deref().and_then(|id| {
        let (post, token) = message::read_message_id(id)?;
        Some((post, known.by_token(&token)?))
    });
    match original {
        Some((post, sent)) if bounce.failed => Filing::Undelivered { post, sent, bounce: bounce.clone() },
        Some((_, sent)) => Filing::SetAside { why: Aside::DeliveryReport, sent: Some(sent) },
        None if !bounce.failed => Filing::SetAside { why: Aside::DeliveryReport, sent: found.any() },
        None => {
            let signals = vec![Signal::Token];
            let about = found.any().map(|sent| sent.about).unwrap_or_default();
            let guesses = about.into_iter().map(|about| Guess { about, signals: signals.clone() }).collect();
            Filing::Hold { reason: Held::BounceNotOurs, guesses }
        }
    }
}

/// Who wrote, where the sender may be the one the letter went to.
fn plausible(sent: &Sent, incoming: &Incoming, known: &impl Known) -> Option<Party> {
    match sent.recipient {
        Recipient::Body { body } => {
            let open = OPEN_TO_ALL.contains(&incoming.from_domain.as_str());
            let theirs = known.is_contact(body, &incoming.from)
                || (!open && known.is_domain_of(body, &incoming.from_domain));
            theirs.then_some(Party::Body(body))
        }
        Recipient::Complainant => {
            let theirs = sent.about.iter().all(|about| known.is_complainant(about.case, &incoming.from));
            (theirs && !sent.about.is_empty()).then_some(Party::Complainant)
        }
    }
}

/// What of the letter's cases and recommendations the message is about, by what it names.
fn narrowed(sent: &Sent, incoming: &Incoming, known: &impl Known) -> Result<(About, Vec<String>), Held> {
    let said = &incoming.text.said;
    let cases = names::cases(said);
    let ours = |reference: &CaseReference| sent.about.iter().any(|about| about.reference == *reference);
    if cases.iter().any(|reference| !ours(reference) && known.by_reference(reference).is_some()) {
        return Err(Held::NamesAnotherCase);
    }
    let mut about: Vec<&About> = sent.about.iter().collect();
    if about.len() > 1 {
        about.retain(|about| cases.contains(&about.reference));
    }
    let [about] = about.as_slice() else { return Err(Held::SeveralCases) };
    let named = names::recommendations(said, &about.reference);
    if named.is_empty() {
        return Ok(((*about).clone(), Vec::new()));
    }
    if named.iter().any(|(number, _)| !about.numbers.contains(number)) {
        return Err(Held::NamesAnotherRecommendation);
    }
    let numbers = about.numbers.iter().filter(|number| named.iter().any(|(it, _)| it == *number)).copied();
    let about = About { numbers: numbers.collect(), ..(*about).clone() };
    Ok((about, named.into_iter().map(|(_, name)| name).collect()))
}

/// Every place the message may belong, each with all that speaks for it.
fn guesses(incoming: &Incoming, found: &Found, known: &impl Known) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = Vec::new();
    let mut add =
        |about: About, signal: Signal| match guesses.iter_mut().find(|one| one.about.case == about.case) {
            Some(guess) if guess.signals.contains(&signal) => {}
            Some(guess) => guess.signals.push(signal),
            None => guesses.push(Guess { about, signals: vec![signal] }),
        };
    let sents = [
        (found.by_address.iter().collect::<Vec<_>>(), Signal::Token),
        (found.near_miss.iter().collect(), Signal::TokenNearMiss),
        (found.by_thread.iter().collect(), Signal::Thread),
    ];
    for (sents, signal) in sents {
        sents.into_iter().flat_map(|sent| sent.about.clone()).for_each(|about| add(about, signal));
    }
    let everything = format!("{}\n{}", incoming.text.said, incoming.text.quoted);
    for (text, signal) in
        [(&incoming.subject, Signal::ReferenceInSubject), (&everything, Signal::ReferenceInText)]
    {
        names::cases(text)
            .iter()
            .filter_map(|it| known.by_reference(it))
            .for_each(|about| add(about, signal));
    }
    if !incoming.from.is_empty() {
        known.of_sender(&incoming.from).into_iter().for_each(|about| add(about, Signal::KnownSender));
    }
    guesses.sort_by_key(|guess| (!guess.is_strong(), std::cmp::Reverse(guess.signals.len())));
    guesses
}

#[cfg(test)]
pub(crate) mod tests;
