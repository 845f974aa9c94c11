//! Two profiles over one history: only what they say differently differs.

use super::*;
use crate::profile::Profile;

fn profile(own: &str) -> Profile {
    Profile::from_file("own.toml", &format!("extends = \"psow\"\nversion = \"2\"\n{own}")).unwrap()
}

#[test]
fn profiles_are_compared_key_by_key_and_lists_by_name() {
    let psow = Profile::built_in("psow").unwrap();
    assert!(diff(&psow, &psow).is_empty());
    let own = profile(
        "[[chase]]\nid = \"chase-1\"\nworking_days_after = 3\n[[chase]]\nid = \"chase-2\"\nremove = true\n",
    );
    let keys: Vec<_> = diff(&psow, &own).into_iter().map(|change| change.key).collect();
    assert!(keys.contains(&"version".to_owned()), "{keys:?}");
    assert!(keys.contains(&"chase.chase-1.working_days_after".to_owned()), "{keys:?}");
    let gone = diff(&psow, &own).into_iter().find(|change| change.key == "chase.chase-2").unwrap();
    assert!(gone.was.is_some() && gone.now.is_none());
}

#[test]
fn no_history_has_no_course() {
    let psow = Profile::built_in("psow").unwrap();
    let calendar = Calendar::built_in(psow.calendar).unwrap();
    assert!(simulate(&[], &psow, &psow, &calendar, jiff::civil::date(2026, 10, 5)).is_empty());
}
