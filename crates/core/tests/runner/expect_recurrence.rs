//! What a scenario may expect of earlier service improvements and of notes on how a body deals with the office.

use amends_core::{handling, recurrence::EarlierRef};

use super::{
    described::earlier,
    world::{World, number},
};

type Told<T> = Result<T, String>;

/// Whether it holds; nothing where this is another sort of expectation.
pub fn hold(world: &World, expected: &str) -> Option<Told<()>> {
    let same = |what: &str, wanted: &str, found: String| {
        if wanted == found { Ok(()) } else { Err(format!("{what}: expected {wanted:?}, found {found:?}")) }
    };
    let case = match world.case() {
        Ok(case) => case,
        Err(why) => return Some(Err(why)),
    };
    if let Some(wanted) = expected.strip_prefix("suggested: ") {
        let all = handling::suggested(case, &world.profile);
        let told: Vec<_> = all.iter().map(|one| format!("{} R{}", one.code, one.sign.number)).collect();
        let found = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
        return Some(same("suggested", wanted, found));
    }
    if let Some(wanted) = expected.strip_prefix("handling: ") {
        let told: Vec<_> = case.handling.iter().map(|one| one.note.code.clone()).collect();
        let found = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
        return Some(same("handling", wanted, found));
    }
    if let Some(wanted) = expected.strip_prefix("refers to ") {
        let all = case.reference_paragraphs().flat_map(|text| text.earlier.iter().map(EarlierRef::whole));
        let told: Vec<_> = all.collect();
        let found = if told.is_empty() { "nothing".to_owned() } else { told.join(" and ") };
        return Some(same("refers to", wanted, found));
    }
    let (of, text) = expected.split_once(" takes up ")?;
    let taken = number(of).and_then(|number| Ok((number, earlier(text)?)));
    Some(taken.and_then(|(number, wanted)| {
        let one = case.recommendation(number).ok_or_else(|| format!("there is no {of}"))?;
        if one.terms.takes_up == wanted {
            Ok(())
        } else {
            Err(format!("{of} takes up {:?}", one.terms.takes_up))
        }
    }))
}
