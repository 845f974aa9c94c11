//! Messages nobody could file: what waits in the inbox for a person.

use amends_store::{people::BodyRecord, post};

use super::{bodies::address, world::Made};
use crate::office::{ActError, Office};

/// To which address somebody wrote.
enum To {
    /// The office's, as it stands on its letters' heads.
    Office,
    /// That of a letter to the body, with a letter of it wrong.
    NearlyTheirs,
    /// That of a letter to another body, by its place in the table.
    Another(usize),
}

/// A message from a body, by its place in the table.
struct Message {
    body: usize,
    sender: &'static str,
    to: To,
    subject: &'static str,
    words: &'static str,
    more: &'static str,
}

/// Nine that a person must look at, and one answering machine.
const MESSAGES: [Message; 10] = [
    Message {
        body: 7,
        sender: "cwynion",
        subject: "Evidence",
        words: "Please find our letter of apology attached. Sorry for the delay.",
        to: To::NearlyTheirs,
        more: "",
    },
    Message {
        body: 24,
        sender: "complaints.team",
        subject: "RE: Evidence is due",
        words: "The attendance list follows this afternoon.",
        to: To::NearlyTheirs,
        more: "",
    },
    Message {
        body: 8,
        sender: "p.hughes",
        subject: "FW: Your recommendation",
        words: "See below. Does this close it?\r\n\r\n-----Original Message-----\r\nFrom: Housing\r\nSent: Friday\r\nTo: Complaints\r\nSubject: Roof\r\n\r\nThe roof is done.",
        to: To::Office,
        more: "",
    },
    Message {
        body: 33,
        sender: "swyddfa",
        subject: "Ymlaen: Ymddiheuriad",
        words: "Gweler y llythyr isod gan y rheolwr.",
        to: To::Office,
        more: "",
    },
    Message {
        body: 11,
        sender: "governance",
        subject: "Re: Reminder",
        words: "We think this was meant for the council next door, but the policy is attached.",
        to: To::Another(14),
        more: "",
    },
    Message {
        body: 41,
        sender: "office",
        subject: "Payment made",
        words: "We have paid the complainant. Please confirm that the matter is closed.",
        to: To::Another(14),
        more: "",
    },
    Message {
        body: 12,
        sender: "customer.care",
        subject: "Case {reference}",
        words: "Here is what you asked for about case {reference}.",
        to: To::Office,
        more: "",
    },
    Message {
        body: 13,
        sender: "monitoring.officer",
        subject: "Committee papers",
        words: "The committee adopted the procedure on Thursday.",
        to: To::Office,
        more: "",
    },
    Message {
        body: 27,
        sender: "secure",
        subject: "You have received a protected message",
        words: "Sign in to read this message.",
        to: To::Office,
        more: "",
    },
    Message {
        body: 15,
        sender: "no-reply",
        subject: "Automatic reply: out of office",
        words: "I am away until Monday.",
        to: To::Office,
        more: "Auto-Submitted: auto-replied\r\n",
    },
];

/// Receives them. Why each is held is for the rules to say.
///
/// # Errors
/// Where the memory fails.
pub fn receive(office: &Office, made: &Made) -> Result<(), ActError> {
    let letters = office.db().read(|conn| post::newest(conn, None, 4000))?;
    let token = |body: &BodyRecord| {
        letters.iter().find(|letter| letter.address == address(body)).map(|letter| letter.thread.clone())
    };
    let first = made.stories.values().next().map(|case| office.load(*case)).transpose()?;
    let reference = first.map(|loaded| loaded.case.reference.to_string()).unwrap_or_default();
    for message in &MESSAGES {
        let Some(body) = made.bodies.get(message.body) else { continue };
        let token = match message.to {
            To::Office => None,
            To::NearlyTheirs => token(body).map(|token| misspelt(&token)),
            To::Another(place) => made.bodies.get(place).and_then(token),
        };
        let raw = raw(office, message, body, token.as_deref())?.replace("{reference}", &reference);
        office.take_in(raw.as_bytes())?;
    }
    Ok(())
}

/// One letter of it wrong.
fn misspelt(token: &str) -> String {
    let (head, last) = token.split_at(token.len().saturating_sub(1));
    format!("{head}{}", if last == "a" { "b" } else { "a" })
}

fn raw(
    office: &Office,
    message: &Message,
    body: &BodyRecord,
    token: Option<&str>,
) -> Result<String, ActError> {
    let office_address = &office.own_profile()?.mail_address;
    let to = token
        .map_or_else(|| office_address.clone(), |token| crate::token::plus_address(office_address, token));
    let (sender, slug, at) = (message.sender, &body.slug, office.clock().now());
    Ok(format!(
        "From: <{sender}@{slug}.example>\r\nTo: <{to}>\r\nSubject: {}\r\nMessage-ID: <{}@{slug}.example>\r\n\
         Date: {}\r\n{}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
        message.subject,
        office.fresh_id()?,
        at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        message.more,
        message.words,
    ))
}
