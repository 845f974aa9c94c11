//! What may be expected of what is set apart, shown or barred, and of bodies over time; nothing where a phrase says
//! nothing of these.

use amends_core::disclosure::Outside;

use super::{
    steps::said,
    steps_disclosure::file,
    world::{World, number},
};

/// `complainant may have E1, E2`, `public may have nothing`, `R1 is for NAME, made to NAME`, `logged 1 breach`.
pub fn holds(world: &World, expected: &str) -> Option<Result<(), String>> {
    let case = world.case.as_ref()?;
    let same = |wanted: String, found: String| {
        if wanted == found { Ok(()) } else { Err(format!("{expected}: found {found}")) }
    };
    for (who, reader) in [("complainant", Outside::Complainant), ("public", Outside::Public)] {
        if let Some([names]) = said(&format!("{who} may have {{}}"), expected).as_deref() {
            let wanted: Vec<_> = names.split(" and ").filter(|name| *name != "nothing").map(file).collect();
            let found: Vec<_> = case.files_open_to(reader).into_iter().map(|file| file.digest).collect();
            return Some(same(format!("{wanted:?}"), format!("{found:?}")));
        }
    }
    if let Some([of, now, before]) = said("{} is for {} and was made to {}", expected).as_deref() {
        let one = number(of).ok().and_then(|number| case.recommendation(number))?;
        let before_it = one.taken_over_from.unwrap_or(one.terms.addressee);
        let found = format!("{}/{}", world.name_of(one.terms.addressee), world.name_of(before_it));
        return Some(same(format!("{now}/{before}"), found));
    }
    if let Some([count]) = said("{} set apart", expected).as_deref() {
        return Some(same((*count).to_owned(), case.disclosure.quarantined.len().to_string()));
    }
    if let Some([count]) = said("{} disclosed", expected).as_deref() {
        return Some(same((*count).to_owned(), case.disclosure.disclosed.len().to_string()));
    }
    None
}
