//! What two profiles say differently, key by key.

use serde::Serialize;
use serde_json::Value;

use crate::profile::Profile;

/// One key that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProfileChange {
    /// Where: `chase.chase-1.working_days_after`.
    pub key: String,
    /// What the first profile says; none where it says nothing of it.
    pub was: Option<Value>,
    /// What the second says.
    pub now: Option<Value>,
}

/// The keys by which members of a list are known, the first that all of them have.
const NAMES: [&str; 4] = ["id", "instrument", "kind", "clock"];

/// Every key on which two profiles differ, in the order of the first. What either does not say is none.
pub fn diff(first: &Profile, second: &Profile) -> Vec<ProfileChange> {
    let mut changes = Vec::new();
    let [was, now] = [first, second].map(|profile| serde_json::to_value(profile).unwrap_or_default());
    compare("", Some(&was), Some(&now), &mut changes);
    changes
}

fn compare(key: &str, was: Option<&Value>, now: Option<&Value>, changes: &mut Vec<ProfileChange>) {
    if was == now {
        return;
    }
    match (was.and_then(members), now.and_then(members)) {
        (Some(was), Some(now)) => {
            let added = now.iter().filter(|(name, _)| was.iter().all(|(known, _)| known != name));
            let names = was.iter().chain(added).map(|(name, _)| name.clone());
            for name in names.collect::<Vec<_>>() {
                let below = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                let find = |all: &[(String, Value)]| {
                    all.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
                };
                compare(&below, find(&was).as_ref(), find(&now).as_ref(), changes);
            }
        }
        _ => changes.push(ProfileChange { key: key.to_owned(), was: was.cloned(), now: now.cloned() }),
    }
}

/// The members of a table, or of a list whose members have names.
fn members(value: &Value) -> Option<Vec<(String, Value)>> {
    match value {
        Value::Object(table) => Some(table.iter().map(|(key, value)| (key.clone(), value.clone())).collect()),
        Value::Array(list) => {
            let key = NAMES.into_iter().find(|key| {
                !list.is_empty() && list.iter().all(|member| member.get(key).is_some_and(Value::is_string))
            })?;
            let name =
                |member: &Value| member.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            Some(list.iter().map(|member| (name(member), member.clone())).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
