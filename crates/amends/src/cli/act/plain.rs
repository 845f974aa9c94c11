//! Free text in a command, typed as a plain string, is sealed; short names of bodies and addresses of staff become ids.

use serde_json::Value;

use crate::cli::{
    desk::{self, Desk},
    fail::Outcome,
};

/// The members of commands that hold free text. A test holds the list against the core.
const TEXTS: &[&str] = &[
    "account",
    "action",
    "adjustments",
    "agreed_by",
    "attempts",
    "authority",
    "basis",
    "before_expiry",
    "by_office",
    "by",
    "checked_with",
    "comment",
    "conclusion",
    "disputed",
    "done_so_far",
    "email",
    "facts",
    "fault",
    "injustice",
    "name",
    "needed",
    "note",
    "notice",
    "post",
    "private_notes",
    "public_summary",
    "publication",
    "question",
    "reason",
    "reasoning",
    "reasons",
    "shown_by",
    "statement",
    "title",
    "to",
    "what",
    "what_went_wrong",
    "who",
    "with",
    "wording",
];

/// Where a member of one of those names holds something else.
const OTHERWISE: &[(&str, &str)] = &[
    ("drop_recommendation", "reason"),
    ("treat_as_met", "reason"),
    ("treat_as_met", "attempts"),
    ("send_chase", "post"),
    ("record_undelivered", "post"),
    ("note_evidence_moved", "to"),
];

/// Seals the texts of a command, or of several, and puts ids in place of names.
pub(in crate::cli) fn seal(desk: &mut Desk, value: &mut Value) -> Outcome {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| seal(desk, item)),
        command => {
            let name = command.get("command").and_then(Value::as_str).unwrap_or_default().to_owned();
            below(desk, command, &name)
        }
    }
}

fn below(desk: &mut Desk, value: &mut Value, command: &str) -> Outcome {
    match value {
        Value::Object(members) => members.iter_mut().try_for_each(|(name, member)| {
            if let Value::String(text) = member {
                *member = in_place_of(desk, command, name, text)?;
                return Ok(());
            }
            if name == "bodies"
                && let Value::Array(bodies) = member
            {
                for body in bodies {
                    if let Value::String(typed) = body {
                        *body = in_place_of(desk, command, "body", typed)?;
                    }
                }
                return Ok(());
            }
            below(desk, member, command)
        }),
        Value::Array(items) => items.iter_mut().try_for_each(|item| below(desk, item, command)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

/// What stands in the record for a text typed under this name.
fn in_place_of(desk: &mut Desk, command: &str, name: &str, typed: &str) -> Outcome<Value> {
    let json = |value: serde_json::Result<Value>| value.unwrap_or(Value::Null);
    Ok(match name {
        "body" | "addressee" | "provider" | "health_body" | "successor" => {
            Value::String(desk::body(&desk.office, typed)?.body.id.to_string())
        }
        "handler" if typed.contains('@') => {
            Value::String(desk::staff_by_email(&desk.office, typed)?.id.to_string())
        }
        "evidence" | "extension" | "person" if typed == "new" => Value::String(desk.id()?.to_string()),
        "reference" if typed == "new" => {
            let year = desk.office.today().year();
            Value::String(desk.office.next_reference(year)?.to_string())
        }
        name if TEXTS.contains(&name) && !OTHERWISE.contains(&(command, name)) => {
            json(serde_json::to_value(desk.words(typed)?))
        }
        _ => Value::String(typed.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The members of the core's types that commands are made of, with the type each has.
    fn members() -> Vec<(String, String)> {
        let sources = [
            include_str!("../../../../core/src/command.rs"),
            include_str!("../../../../core/src/command/opening.rs"),
            include_str!("../../../../core/src/evidence.rs"),
            include_str!("../../../../core/src/issued.rs"),
            include_str!("../../../../core/src/issued/entry.rs"),
            include_str!("../../../../core/src/party.rs"),
            include_str!("../../../../core/src/recommendation.rs"),
            include_str!("../../../../core/src/disclosure.rs"),
            include_str!("../../../../core/src/succession.rs"),
            include_str!("../../../../core/src/retention.rs"),
        ];
        let line = |line: &str| {
            let line = line.trim().trim_end_matches(',');
            if let Some(inner) = line.strip_suffix("(Words)") {
                return Some((inner.to_lowercase(), "Words".to_owned()));
            }
            let (name, of) = line.trim_start_matches("pub ").split_once(": ")?;
            let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            plain.then(|| (name.to_owned(), of.to_owned()))
        };
        sources.iter().flat_map(|source| source.lines().filter_map(line)).collect()
    }

    #[test]
    fn every_free_text_of_a_command_is_sealed() {
        let members = members();
        let texts: Vec<_> = members.iter().filter(|(_, of)| of == "Words" || of == "Option<Words>").collect();
        assert!(texts.len() > 40, "{}", texts.len());
        for (name, _) in texts {
            assert!(TEXTS.contains(&name.as_str()), "{name} holds free text");
        }
        for name in TEXTS {
            assert!(
                members.iter().any(|(known, of)| known == name && of.contains("Words")),
                "{name} is no member"
            );
        }
    }
}
