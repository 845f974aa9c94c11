//! Who or what wrote a message: a person, an answering machine, a mail server, a list, a calendar.

use mail_parser::{Message, MessagePart, MimeHeaders as _, PartType};

use super::{Bounce, Class};

/// How subjects of automatic answers begin, in lower case.
const AUTOMATIC: &[&str] = &[
    "automatic reply:",
    "auto-reply:",
    "autoreply:",
    "auto reply:",
    "out of office:",
    "out of office re:",
    "ymateb awtomatig:",
    "ateb awtomatig:",
    "allan o’r swyddfa:",
    "allan o'r swyddfa:",
    "read:",
    "darllenwyd:",
    "undeliverable:",
    "methwyd danfon:",
];

pub(super) fn of(message: &Message<'_>, subject: &str) -> Class {
    let header = |name: &str| {
        let found = message.headers_raw().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().to_lowercase())
    };
    let report = report_type(message.root_part());
    if report.as_deref() == Some("delivery-status") || message.parts.iter().any(is_delivery_status) {
        return Class::Bounce(bounce(message));
    }
    let from_machine =
        message.from().and_then(|from| from.first()).and_then(|it| it.address()).is_some_and(|from| {
            let local = from.split('@').next().unwrap_or_default().to_lowercase();
            matches!(local.as_str(), "mailer-daemon" | "postmaster")
        });
    if from_machine {
        return Class::Bounce(bounce(message));
    }
    if message.parts.iter().any(is_calendar) {
        return Class::Calendar;
    }
    let precedence = header("Precedence").unwrap_or_default();
    if ["List-Id", "List-Unsubscribe", "List-Post"].into_iter().any(|name| header(name).is_some())
        || matches!(precedence.as_str(), "list" | "bulk" | "junk")
    {
        return Class::List;
    }
    let automatic = header("Auto-Submitted").is_some_and(|value| !value.starts_with("no"))
        || report.as_deref() == Some("disposition-notification")
        || precedence == "auto_reply"
        || ["X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress"]
            .into_iter()
            .any(|name| header(name).is_some())
        || header("Return-Path").is_some_and(|path| path == "<>");
    let subject = subject.to_lowercase();
    if automatic || AUTOMATIC.iter().any(|begin| subject.starts_with(begin)) {
        return Class::AutoReply;
    }
    Class::Human
}

fn report_type(part: &MessagePart<'_>) -> Option<String> {
    let kind = part.content_type()?;
    let report =
        kind.ctype().eq_ignore_ascii_case("multipart") && kind.subtype()?.eq_ignore_ascii_case("report");
    report.then(|| kind.attribute("report-type").map(str::to_lowercase)).flatten()
}

fn is_type(part: &MessagePart<'_>, ctype: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case(ctype)
            && kind.subtype().is_some_and(|found| found.eq_ignore_ascii_case(subtype))
    })
}

fn is_delivery_status(part: &MessagePart<'_>) -> bool {
    is_type(part, "message", "delivery-status") || is_type(part, "message", "global-delivery-status")
}

fn is_calendar(part: &MessagePart<'_>) -> bool {
    is_type(part, "text", "calendar")
        && part.content_type().is_some_and(|kind| kind.attribute("method").is_some())
}

/// What the parts of a report say (RFC 3464): the status, whether it failed, and which message it was.
fn bounce(message: &Message<'_>) -> Bounce {
    let mut bounce = Bounce::default();
    let status = message.parts.iter().find(|part| is_delivery_status(part));
    if let Some(status) = status {
        let text = String::from_utf8_lossy(status.contents()).into_owned();
        bounce.status = field(&text, "status");
        bounce.reader = field(&text, "final-recipient")
            .or_else(|| field(&text, "original-recipient"))
            .map(|value| value.rsplit(';').next().unwrap_or_default().trim().to_lowercase());
        let action = field(&text, "action").unwrap_or_default().to_lowercase();
        let says_failed = bounce.status.as_deref().is_some_and(|status| status.starts_with('5'));
        bounce.failed = action == "failed" || (action.is_empty() && says_failed);
    } else {
        bounce.failed = true;
    }
    bounce.original_message_id = message.parts.iter().find_map(original_id);
    bounce
}

/// The message id in the part that returns the message or its headers.
fn original_id(part: &MessagePart<'_>) -> Option<String> {
    if let PartType::Message(inner) = &part.body {
        return inner.message_id().map(str::to_owned);
    }
    if is_type(part, "text", "rfc822-headers") || is_type(part, "message", "rfc822") {
        let text = String::from_utf8_lossy(part.contents()).into_owned();
        return field(&text, "message-id").map(|id| id.trim_matches(['<', '>']).to_owned());
    }
    None
}

/// A field of a block of headers, by its name in lower case; a folded value is put together.
fn field(text: &str, name: &str) -> Option<String> {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((found, value)) = line.split_once(':') else { continue };
        if !found.trim().eq_ignore_ascii_case(name) {
            continue;
        }
        let mut value = value.trim().to_owned();
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            value.push(' ');
            value.push_str(more.trim());
        }
        return Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    }
    None
}
