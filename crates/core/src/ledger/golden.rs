//! One stored example of every kind of event: each must read for ever, whatever is added later.

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::Value;

use super::{KINDS, open, seal};
use crate::event::Event;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/events")
}

fn golden(kind: &str) -> String {
    let path = folder().join(format!("{kind}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("no example of {kind} at {path:?}: {error}"))
}

/// Whether everything `old` says is said by `new` too. New members may have been added.
fn says_as_much(new: &Value, old: &Value) -> bool {
    match (new, old) {
        (Value::Object(new), Value::Object(old)) => {
            old.iter().all(|(name, value)| new.get(name).is_some_and(|found| says_as_much(found, value)))
        }
        (Value::Array(new), Value::Array(old)) => {
            new.len() == old.len() && new.iter().zip(old).all(|(new, old)| says_as_much(new, old))
        }
        (new, old) => new == old,
    }
}

#[test]
fn every_kind_of_event_ever_written_still_reads() {
    for kind in KINDS {
        let text = golden(kind);
        let event: Event = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(event.kind(), *kind);
        let stored: Value = serde_json::from_str(&text).unwrap();
        let again = serde_json::to_value(&event).unwrap();
        assert!(says_as_much(&again, &stored), "{kind} lost something:\n{stored}\n{again}");
    }
}

#[test]
fn every_kind_survives_being_sealed_and_opened() {
    for kind in KINDS {
        let event: Event = serde_json::from_str(&golden(kind)).unwrap();
        let sealed = seal(&event).unwrap();
        assert_eq!(sealed.kind, *kind);
        assert!(!sealed.body.contains("\"text\""), "{kind} keeps a text: {}", sealed.body);
        let opened = open(&sealed.body, &|_| None).unwrap();
        assert_eq!(seal(&opened).unwrap().body, sealed.body, "{kind}");
    }
}

#[test]
fn there_is_no_example_of_a_kind_nobody_knows() {
    let known: BTreeSet<String> = KINDS.iter().map(|kind| format!("{kind}.json")).collect();
    let found: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, known);
}
