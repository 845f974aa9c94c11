//! Messages nobody could file: what waits in the inbox for a person.

use amends_core::id::MailId;
use amends_store::{
    error::StoreError,
    people::BodyRecord,
    post::{self, NewMail, Received},
};

use super::world::Made;
use crate::{
    mail::{filing::Held, receive},
    office::{ActError, Fault, Office},
};

/// A message: whose body by its place in the table, the sender's name before the address, subject, words, and why it is held.
struct Message {
    body: usize,
    sender: &'static str,
    subject: &'static str,
    words: &'static str,
    held: Held,
}

/// The nine of them.
const MESSAGES: [Message; 9] = [
    Message {
        body: 7,
        sender: "cwynion",
        subject: "Evidence",
        words: "Please find our letter of apology attached. Sorry for the delay.",
        held: Held::TokenNearMiss,
    },
    Message {
        body: 24,
        sender: "complaints.team",
        subject: "RE: Evidence is due",
        words: "The attendance list follows this afternoon.",
        held: Held::TokenNearMiss,
    },
    Message {
        body: 8,
        sender: "p.hughes",
        subject: "FW: Your recommendation",
        words: "See below from our housing team. Does this close it?",
        held: Held::Forwarded,
    },
    Message {
        body: 33,
        sender: "swyddfa",
        subject: "Ymlaen: Ymddiheuriad",
        words: "Gweler y llythyr isod gan y rheolwr.",
        held: Held::Forwarded,
    },
    Message {
        body: 11,
        sender: "governance",
        subject: "Re: Reminder",
        words: "We think this was meant for the council next door, but the policy is attached.",
        held: Held::SenderNotPlausible,
    },
    Message {
        body: 41,
        sender: "office",
        subject: "Payment made",
        words: "We have paid the complainant. Please confirm that the matter is closed.",
        held: Held::SenderNotPlausible,
    },
    Message {
        body: 12,
        sender: "customer.care",
        subject: "Case 26-0011",
        words: "Here is what you asked for about case 26-0011.",
        held: Held::ReferenceOnly,
    },
    Message {
        body: 13,
        sender: "monitoring.officer",
        subject: "Committee papers",
        words: "The committee adopted the procedure on Thursday.",
        held: Held::NothingMatches,
    },
    Message {
        body: 27,
        sender: "secure",
        subject: "You have received a protected message",
        words: "Sign in to read this message.",
        held: Held::NothingMatches,
    },
];

/// Receives them, and holds each with its reason.
///
/// # Errors
/// Where the memory fails or a message cannot be read.
pub fn receive(office: &Office, made: &Made) -> Result<(), ActError> {
    for message in &MESSAGES {
        let Some(body) = made.bodies.get(message.body) else { continue };
        hold(office, message, body)?;
    }
    Ok(())
}

fn hold(office: &Office, message: &Message, body: &BodyRecord) -> Result<(), ActError> {
    let at = office.clock().now();
    let sender = format!("{}@{}.example", message.sender, body.slug);
    let id = MailId(office.fresh_id()?);
    let raw = format!(
        "From: {} <{sender}>\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <{id}@{}.example>\r\nDate: {}\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
        message.sender,
        office.own_profile()?.mail_address,
        message.subject,
        body.slug,
        at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        message.words,
    );
    let read = receive::receive(raw.as_bytes(), &receive::Limits::default())
        .map_err(|error| Fault::Broken(error.to_string()))?;
    let file = office.keep_file("message.eml", raw.as_bytes())?;
    let new = NewMail {
        mail: id,
        raw: file.digest,
        received_at: at,
        message_id: read.message_id,
        sender: read.from,
        subject: read.subject,
    };
    let reason = message.held.key();
    Ok(office.db().write(move |tx| {
        if let Received::New(id) = post::receive(tx, &new)? {
            post::hold(tx, id, reason, None, at)?;
        }
        Ok::<_, StoreError>(())
    })?)
}
