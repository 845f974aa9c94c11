//! States of a profile, kept for what was issued under them.

use amends_core::profile::Edition;
use amends_store::{
    Result,
    editions::{edition, editions, keep_edition},
};

use super::ground::*;

#[test]
fn an_edition_is_kept_once_and_stays_as_it_was() {
    let office = office();
    let first = Edition("1+aaaaaaaa".to_owned());
    let keep = |layers: &'static [&'static str], minutes| {
        let first = first.clone();
        let layers: Vec<String> = layers.iter().map(|layer| (*layer).to_owned()).collect();
        office
            .db
            .write(move |tx| -> Result<()> { keep_edition(tx, "psow", &first, &layers, after(minutes)) })
            .unwrap();
    };
    keep(&["id = \"psow\"", "version = \"2\""], 0);
    keep(&["something else"], 5);
    let found = office.db.read(|c| edition(c, "psow", &first)).unwrap().unwrap();
    assert_eq!(found, ["id = \"psow\"", "version = \"2\""]);
    assert_eq!(office.db.read(|c| edition(c, "lgsco", &first)).unwrap(), None, "of another profile");
    assert_eq!(office.db.read(editions).unwrap(), [("psow".to_owned(), first.clone(), after(0))]);
}
