//! A file laid over a profile that ships: what it says counts, what it does not say stays.
//!
//! Tables are merged key by key. Lists of things that have names (chases, clocks, instruments, grounds …) are merged by
//! name: what has a known name changes that one, what has a new name is added, `remove = true` takes one away and
//! `replace = true` puts one in its place whole. Every other list is replaced whole.

use std::collections::BTreeSet;

use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::{ProfileError, source::Source};

/// The lists whose members have names, with the key of the name.
const NAMED: [(&str, &str); 9] = [
    ("chase", "id"),
    ("clock", "id"),
    ("criterion", "id"),
    ("evidence", "kind"),
    ("ground", "id"),
    ("handling", "id"),
    ("instrument", "instrument"),
    ("publicity", "clock"),
    ("theme", "id"),
];

/// The profile a file builds on, where it names one. Such a file has an edition of its own, so that it can be told apart.
pub(super) fn base(source: &Source) -> Result<Option<String>, ProfileError> {
    let texts = source.texts();
    let table = source.parse(texts.first().map_or("", String::as_str))?;
    let Some(base) = table.get_ref().get("extends") else { return Ok(None) };
    let Some(name) = self::text(base) else {
        let mend = "Write it like extends = \"psow\".";
        return Err(source.fault(&base.span(), "extends", "this is not a name", mend));
    };
    if !table.get_ref().contains_key("version") {
        let problem = "a profile of the office's own has an edition of its own";
        return Err(source.fault(
            &base.span(),
            "version",
            problem,
            "Add version = \"1\", and change it with every change.",
        ));
    }
    Ok(Some(name.to_owned()))
}

/// Lays a table over another.
pub(super) fn lay<'t>(source: &Source, base: &mut DeTable<'t>, own: DeTable<'t>) -> Result<(), ProfileError> {
    for (key, value) in own {
        let is_list = matches!(value.get_ref(), DeValue::Array(_));
        let listed = NAMED.iter().find(|(list, _)| is_list && *list == key.get_ref().as_ref());
        let name_key = listed.map(|(_, name)| *name);
        match (base.get_mut(key.get_ref().as_ref()), name_key) {
            (Some(known), Some(name)) => members(source, key.get_ref(), known, value, name)?,
            (Some(known), None) => replace(source, known, value)?,
            (None, Some(name)) => {
                let mut empty = Spanned::new(value.span(), DeValue::Array(DeArray::new()));
                members(source, key.get_ref(), &mut empty, value, name)?;
                base.insert(key, empty);
            }
            (None, None) => {
                base.insert(key, value);
            }
        }
    }
    Ok(())
}

/// A table is merged, anything else replaced.
fn replace<'t>(
    source: &Source,
    known: &mut Spanned<DeValue<'t>>,
    value: Spanned<DeValue<'t>>,
) -> Result<(), ProfileError> {
    let span = value.span();
    match (known.get_mut(), value.into_inner()) {
        // What was changed counts as written where it was changed: that is where a fault of it is mended.
        (DeValue::Table(base), DeValue::Table(own)) => {
            lay(source, base, own)?;
            let merged = std::mem::take(base);
            *known = Spanned::new(span, DeValue::Table(merged));
            Ok(())
        }
        (_, other) => {
            *known = Spanned::new(span, other);
            Ok(())
        }
    }
}

fn members<'t>(
    source: &Source,
    list: &str,
    known: &mut Spanned<DeValue<'t>>,
    value: Spanned<DeValue<'t>>,
    name: &str,
) -> Result<(), ProfileError> {
    let span = value.span();
    let (DeValue::Array(base), DeValue::Array(own)) = (known.get_mut(), value.into_inner()) else {
        return Err(source.fault(&span, list, "this is not a list everywhere", format!("Write [[{list}]].")));
    };
    let mut kept: Vec<Spanned<DeValue<'t>>> = std::mem::replace(base, DeArray::new()).into_iter().collect();
    let laid_over_others = !kept.is_empty();
    let mut seen = BTreeSet::new();
    for mut member in own {
        let at = member.span();
        let (removed, whole) = (flag(&mut member, "remove"), flag(&mut member, "replace"));
        let named = named(&member, name).map(str::to_owned);
        let Some(named) = named else {
            let problem = format!("this {list} has no {name}");
            return Err(source.fault(&at, name, problem, format!("Add {name} = \"…\".")));
        };
        let place = kept.iter().position(|one| self::named(one, name) == Some(&named));
        match (place, removed) {
            // Twice in one file is a slip of whoever wrote it, and is told as one later on.
            (Some(_), false) if !seen.insert(named.clone()) => kept.push(member),
            (Some(place), true) => {
                kept.remove(place);
            }
            (Some(place), false) if whole => kept[place] = member,
            (Some(place), false) => replace(source, &mut kept[place], member)?,
            (None, true) => return Err(nothing_to_remove(source, &at, list, &named)),
            (None, false) => {
                seen.insert(named);
                kept.push(member);
            }
        }
    }
    if list == "chase" && laid_over_others {
        // A step that was added falls where its day puts it.
        kept.sort_by_key(|step| day(step).unwrap_or(i64::MAX));
    }
    *base = kept.into_iter().collect();
    Ok(())
}

fn nothing_to_remove(source: &Source, at: &std::ops::Range<usize>, list: &str, named: &str) -> ProfileError {
    let problem = format!("there is no {list} {named} to remove");
    source.fault(at, "remove", problem, "Correct its name, or take the table out.")
}

fn text<'v>(value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.as_ref()),
        _ => None,
    }
}

fn member<'v, 't>(value: &'v Spanned<DeValue<'t>>, key: &str) -> Option<&'v Spanned<DeValue<'t>>> {
    match value.get_ref() {
        DeValue::Table(table) => table.get(key),
        _ => None,
    }
}

fn named<'v>(value: &'v Spanned<DeValue<'_>>, key: &str) -> Option<&'v str> {
    member(value, key).and_then(text)
}

/// Takes a flag out of a table: is it set?
fn flag(value: &mut Spanned<DeValue<'_>>, key: &str) -> bool {
    let DeValue::Table(table) = value.get_mut() else { return false };
    match table.get(key).map(Spanned::get_ref) {
        Some(DeValue::Boolean(set)) => {
            let set = *set;
            table.remove(key);
            set
        }
        _ => false,
    }
}

fn day(step: &Spanned<DeValue<'_>>) -> Option<i64> {
    match member(step, "working_days_after").map(Spanned::get_ref) {
        Some(DeValue::Integer(days)) => days.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}
