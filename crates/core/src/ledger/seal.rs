//! How an event is written into the ledger without its texts, and read again with them.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{actor::Actor, event::Event, id::ParticularId, text::Digest};

/// Why an event cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Its JSON is not that of an event this program knows.
    #[error("an entry of the ledger does not read as an event: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// It has no `kind`.
    #[error("an event has no kind")]
    NoKind,
}

/// An event as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its kind.
    pub kind: String,
    /// Canonical JSON without the text of any words.
    pub body: String,
    /// The words it mentions: where each text stands, and the digest it must have.
    pub words: Vec<(ParticularId, Digest)>,
}

/// Writes an event as the ledger keeps it: canonical JSON, with every text of [`Words`](crate::text::Words) left out.
pub fn seal(event: &Event) -> Result<Sealed, LedgerError> {
    let mut value = serde_json::to_value(event)?;
    let mut words = Vec::new();
    each_words(&mut value, &mut |object| {
        object.remove("text");
        words.extend(particular_and_digest(object));
    });
    let kind = value.get("kind").and_then(Value::as_str).ok_or(LedgerError::NoKind)?.to_owned();
    Ok(Sealed { kind, body: canonical(&value), words })
}

/// Reads an event back, with the texts that `texts` still has. Words whose text was erased come without one.
pub fn open(body: &str, texts: &dyn Fn(ParticularId) -> Option<String>) -> Result<Event, LedgerError> {
    match with_texts(body, texts) {
        Some(whole) => Ok(serde_json::from_str(&whole)?),
        None => open_any(body, texts),
    }
}

/// Reads an event as it stands, without any text.
pub(super) fn open_bare(body: &str) -> Result<Event, LedgerError> {
    Ok(serde_json::from_str(body)?)
}

/// As [`open`], of JSON in any form.
fn open_any(body: &str, texts: &dyn Fn(ParticularId) -> Option<String>) -> Result<Event, LedgerError> {
    let mut value: Value = serde_json::from_str(body)?;
    each_words(&mut value, &mut |object| {
        if let Some((particular, _)) = particular_and_digest(object)
            && let Some(text) = texts(particular)
        {
            object.insert("text".to_owned(), Value::String(text));
        }
    });
    Ok(serde_json::from_value(value)?)
}

/// The words a stored event mentions: where each text stands, and the digest it must have.
pub fn sealed_words(body: &str) -> Result<Vec<(ParticularId, Digest)>, LedgerError> {
    if let Some(found) = canonical_words(body) {
        return Ok(found.into_iter().map(|one| (one.particular, one.digest)).collect());
    }
    let mut value: Value = serde_json::from_str(body)?;
    let mut words = Vec::new();
    each_words(&mut value, &mut |object| words.extend(particular_and_digest(object)));
    Ok(words)
}

/// Words as canonical JSON writes them: these members in this order, no spaces.
const BEFORE_DIGEST: &str = r#"{"digest":""#;
const BEFORE_PARTICULAR: &str = r#"","particular":""#;
const AFTER: &str = r#""}"#;
const DIGEST: usize = 64;
const PARTICULAR: usize = 36;

/// Words found in canonical JSON.
struct CanonicalWords {
    particular: ParticularId,
    digest: Digest,
    /// Where the text belongs: before the closing brace.
    text_at: usize,
}

/// The words of an event in canonical JSON, found by their shape: a quotation mark that opens a name cannot stand inside
/// a JSON string, so nothing else has it. Nothing where something that may be words has another shape.
fn canonical_words(body: &str) -> Option<Vec<CanonicalWords>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = body[from..].find(r#""particular""#) {
        // The comma and the quotation mark before the name belong to the shape.
        let after_digest = (from + at).checked_sub(2)?;
        let digest_at = after_digest.checked_sub(DIGEST)?;
        let begins = digest_at.checked_sub(BEFORE_DIGEST.len())?;
        let particular_at = after_digest + BEFORE_PARTICULAR.len();
        let text_at = particular_at + PARTICULAR + 1;
        let is_shaped = body.get(begins..digest_at)? == BEFORE_DIGEST
            && body.get(after_digest..particular_at)? == BEFORE_PARTICULAR
            && body.get(particular_at + PARTICULAR..=text_at)? == AFTER;
        if !is_shaped {
            return None;
        }
        found.push(CanonicalWords {
            particular: body.get(particular_at..particular_at + PARTICULAR)?.parse().ok()?,
            digest: body.get(digest_at..after_digest)?.parse().ok()?,
            text_at,
        });
        from = text_at;
    }
    Some(found)
}

/// Canonical JSON with the texts of its words put in; nothing where it is not canonical.
fn with_texts(body: &str, texts: &dyn Fn(ParticularId) -> Option<String>) -> Option<String> {
    let words = canonical_words(body)?;
    let mut whole = String::with_capacity(body.len() + words.len() * 96);
    let mut from = 0;
    for one in words {
        if let Some(text) = texts(one.particular) {
            whole.push_str(body.get(from..one.text_at)?);
            whole.push_str(r#","text":"#);
            whole.push_str(&serde_json::to_string(&text).ok()?);
            from = one.text_at;
        }
    }
    whole.push_str(body.get(from..)?);
    Some(whole)
}

/// An actor as canonical JSON: what [`canonical_of`] gives, without the way round for those that come time and again.
pub(super) fn canonical_actor(actor: &Actor) -> Result<String, LedgerError> {
    match actor {
        Actor::System => Ok(r#"{"who":"system"}"#.to_owned()),
        Actor::Staff { staff, role } => {
            Ok(format!(r#"{{"role":"{}","staff":"{staff}","who":"staff"}}"#, role.code()))
        }
        Actor::LinkOfficer { body, link: None } => {
            Ok(format!(r#"{{"body":"{body}","link":null,"who":"link_officer"}}"#))
        }
        Actor::LinkOfficer { body, link: Some(link) } => {
            Ok(format!(r#"{{"body":"{body}","link":"{link}","who":"link_officer"}}"#))
        }
        Actor::Colleague { .. } | Actor::Complainant { .. } => canonical_of(actor),
    }
}

/// Anything that serialises, as canonical JSON.
pub(super) fn canonical_of(value: &impl Serialize) -> Result<String, LedgerError> {
    Ok(canonical(&serde_json::to_value(value)?))
}

fn particular_and_digest(object: &Map<String, Value>) -> Option<(ParticularId, Digest)> {
    let text_of = |name| object.get(name).and_then(Value::as_str);
    Some((text_of("particular")?.parse().ok()?, text_of("digest")?.parse().ok()?))
}

/// Calls `found` on every object that has exactly the members of words.
fn each_words(value: &mut Value, found: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            let members = 2 + usize::from(object.contains_key("text"));
            if object.len() == members && object.contains_key("particular") && object.contains_key("digest") {
                found(object);
            } else {
                object.values_mut().for_each(|inner| each_words(inner, found));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| each_words(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// JSON with sorted keys and no spaces. Written here because the order a JSON library keeps is not ours to rely on.
fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_canonical(value, &mut out);
    out
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(object) if object.keys().is_sorted() => write_members(object.iter(), out),
        Value::Object(object) => {
            let mut members: Vec<_> = object.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            write_members(members.into_iter(), out);
        }
        Value::Array(items) => {
            out.push('[');
            for (place, inner) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_canonical(inner, out);
            }
            out.push(']');
        }
        Value::String(text) => write_text(text, out),
        // Writing to a text does not fail.
        Value::Null | Value::Bool(_) | Value::Number(_) => _ = write!(out, "{value}"),
    }
}

fn write_members<'a>(members: impl Iterator<Item = (&'a String, &'a Value)>, out: &mut String) {
    out.push('{');
    for (place, (name, inner)) in members.enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_text(name, out);
        out.push(':');
        write_canonical(inner, out);
    }
    out.push('}');
}

/// A text in quotation marks. Most hold nothing that JSON writes otherwise.
fn write_text(text: &str, out: &mut String) {
    if text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        _ = write!(out, "{}", Value::String(text.to_owned()));
    } else {
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::text::{Salt, Words};

    fn stopped(text: &str) -> (Event, ParticularId) {
        let id = ParticularId(Uuid::from_u128(3));
        (Event::ChasesStopped { reason: Words::seal(id, Salt([9; 32]), text) }, id)
    }

    #[test]
    fn the_ledger_holds_no_text_of_a_person() {
        let (event, id) = stopped("Mrs A is in hospital");
        let sealed = seal(&event).unwrap();
        assert!(!sealed.body.contains("hospital"), "{}", sealed.body);
        assert_eq!(sealed.kind, "chases_stopped");
        assert_eq!(sealed.words.len(), 1);
        assert_eq!(sealed.words[0].0, id);
        assert_eq!(sealed_words(&sealed.body).unwrap(), sealed.words);
    }

    #[test]
    fn a_text_comes_back_and_an_erased_one_does_not() {
        let (event, id) = stopped("Mrs A is in hospital");
        let sealed = seal(&event).unwrap();
        let texts = |asked: ParticularId| (asked == id).then(|| "Mrs A is in hospital".to_owned());
        assert_eq!(open(&sealed.body, &texts).unwrap(), event);

        let erased = open(&sealed.body, &|_| None).unwrap();
        assert_eq!(seal(&erased).unwrap(), sealed);
        let Event::ChasesStopped { reason } = erased else { panic!("{erased:?}") };
        assert!(reason.is_blank());
    }

    #[test]
    fn canonical_json_sorts_keys_at_every_depth() {
        let value: Value = serde_json::from_str(r#"{"b": [{"z":1,"a":"é\n"}], "a": null}"#).unwrap();
        assert_eq!(canonical(&value), r#"{"a":null,"b":[{"a":"é\n","z":1}]}"#);
    }

    #[test]
    fn what_is_read_by_its_shape_is_what_is_read_by_its_meaning() {
        let (event, id) = stopped("She said: \"particular\" {\"digest\":\"\n\u{1F600}");
        let body = seal(&event).unwrap().body;
        let texts = |asked: ParticularId| (asked == id).then(|| "\"particular\" \\ \u{7}".to_owned());
        assert!(canonical_words(&body).is_some_and(|words| words.len() == 1));
        assert_eq!(open(&body, &texts).unwrap(), open_any(&body, &texts).unwrap());
        // In any other form the texts find their place all the same.
        let spaced = body.replace(':', " : ");
        assert!(canonical_words(&spaced).is_none());
        assert_eq!(open(&spaced, &texts).unwrap(), open(&body, &texts).unwrap());
        assert_eq!(sealed_words(&spaced).unwrap(), sealed_words(&body).unwrap());
    }

    #[test]
    fn every_actor_is_written_as_any_value_is() {
        use crate::{
            actor::StaffRole,
            id::{BodyId, LinkId, PersonId, RecommendationNumber, StaffId},
        };
        let (id, link) = (Uuid::from_u128(5), LinkId(Uuid::from_u128(6)));
        let mut all = vec![
            Actor::System,
            Actor::LinkOfficer { body: BodyId(id), link: None },
            Actor::LinkOfficer { body: BodyId(id), link: Some(link) },
            Actor::Colleague { body: BodyId(id), link, numbers: vec![RecommendationNumber(2)] },
            Actor::Complainant { person: PersonId(id), link: None },
        ];
        all.extend(StaffRole::ALL.map(|role| Actor::Staff { staff: StaffId(id), role }));
        for actor in all {
            assert_eq!(canonical_actor(&actor).unwrap(), canonical_of(&actor).unwrap());
        }
    }

    #[test]
    fn an_entry_that_is_no_event_is_refused() {
        assert!(open(r#"{"kind":"never_heard_of"}"#, &|_| None).is_err());
        assert!(open("not json", &|_| None).is_err());
    }
}
