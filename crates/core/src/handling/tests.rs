//! The codes of every profile that ships, and what suggests them.

use super::HandlingSign;
use crate::profile::Profile;

#[test]
fn r56_every_sign_suggests_one_code_in_every_profile() {
    for name in Profile::NAMES {
        let profile = Profile::built_in(name).unwrap();
        for sign in HandlingSign::ALL {
            let codes: Vec<_> =
                profile.handling.iter().filter(|rule| rule.suggested_by == Some(sign)).collect();
            assert_eq!(codes.len(), 1, "{name} {}", sign.code());
        }
        let by_hand = profile.handling.iter().filter(|rule| rule.suggested_by.is_none());
        assert!(by_hand.count() >= 3, "{name}: some codes only a person can say");
    }
}

#[test]
fn r56_signs_are_written_as_the_record_writes_them() {
    for sign in HandlingSign::ALL {
        assert_eq!(serde_json::to_value(sign).unwrap(), sign.code());
    }
}
