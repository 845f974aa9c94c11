//! The bodies of the register by id, short name and name: which of them is meant by what somebody typed, and pages of
//! them in the order of their names.
//!
//! Why it is right. A directory is made of one register and never changes. It is kept with that register, under the same
//! number ([`super::register`]), and given out with it: who looks at another register has another directory. What needs a
//! walk over the register is made when it is first asked for, once for each register.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt,
    ops::Bound,
    str::FromStr,
    sync::{Arc, OnceLock},
};

use amends_core::{
    id::BodyId,
    text::{Bilingual, Language},
};
use amends_store::{
    people::BodyRecord,
    search::{Wanted, fold},
};

use crate::i18n;

/// The register, with what finds a body in it.
#[derive(Debug)]
pub struct Directory {
    all: Arc<Vec<BodyRecord>>,
    places: OnceLock<HashMap<BodyId, usize>>,
    names: OnceLock<Names>,
}

#[derive(Debug)]
struct Names {
    /// Every name every body has or had.
    each: Vec<Name>,
    /// The bodies whose name in a language is another's too.
    shared: HashSet<(BodyId, Language)>,
    /// The places in `each` of the names of today, in the order of the names: English, Welsh.
    in_order: [Vec<usize>; 2],
    /// The places in the register of the bodies that have a word in their name of today, in either language.
    by_word: BTreeMap<String, Vec<usize>>,
}

/// A place in the register in the order of names: the page after it begins with the next body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    id: BodyId,
    /// The name of the body, in small letters without accents.
    name: String,
}

impl fmt::Display for After {
    /// As it stands in the address of a page: `0197….ynys council`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id, self.name)
    }
}

impl FromStr for After {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (id, name) = text.split_once('.').ok_or(())?;
        Ok(Self { id: id.parse().map_err(|_| ())?, name: name.to_owned() })
    }
}

#[derive(Debug)]
struct Name {
    /// The place of its body in the register.
    of: usize,
    /// Which of the body's names; the one it has today is the first.
    nth: usize,
    language: Language,
    /// In small letters without accents, with a space before each word, also the first.
    folded: String,
}

/// Who is meant by what was typed.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Nothing was typed.
    Nothing,
    /// No body.
    Nobody,
    /// This one.
    One(&'a BodyRecord),
    /// One of these.
    Several(Vec<Match<'a>>),
}

/// A body in whose name the words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// The body.
    pub record: &'a BodyRecord,
    /// The name it was found by, where that is not its name in the reader's language.
    pub by: Option<&'a str>,
}

impl Directory {
    /// Of a register.
    pub fn new(all: Arc<Vec<BodyRecord>>) -> Self {
        Self { all, places: OnceLock::new(), names: OnceLock::new() }
    }

    /// The register it is of.
    pub fn all(&self) -> &Arc<Vec<BodyRecord>> {
        &self.all
    }

    /// The body with this id.
    pub fn get(&self, id: BodyId) -> Option<&BodyRecord> {
        let places = self.places.get_or_init(|| {
            self.all.iter().enumerate().map(|(place, record)| (record.body.id, place)).collect()
        });
        places.get(&id).and_then(|place| self.all.get(*place))
    }

    /// What a body is called, or words for one that the register does not have.
    pub fn name(&self, id: BodyId, language: Language) -> String {
        self.get(id).map_or_else(
            || i18n::t(language, "staff-body-unknown"),
            |record| record.body.name.get(language).to_owned(),
        )
    }

    /// What a body is called where it must be told from all others: its name, with its short name in brackets where
    /// another has the same name. [`Self::find`] finds this one by it.
    pub fn label(&self, record: &BodyRecord, language: Language) -> String {
        let name = record.body.name.get(language);
        if self.names().shared.contains(&(record.body.id, language)) {
            format!("{name} ({})", record.slug)
        } else {
            name.to_owned()
        }
    }

    /// The body meant by an id, a short name, a whole name in either language that it has or had, or by words that begin
    /// words of one name. By words those alone are found to which something can be addressed: those that were merged into
    /// others, and those left out, are not.
    pub fn find(&self, typed: &str, left_out: &[BodyId], language: Language) -> Found<'_> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Found::Nothing;
        }
        if let Ok(id) = typed.parse() {
            return self.get(id).map_or(Found::Nobody, Found::One);
        }
        if let Some(record) =
            self.by_slug(typed).filter(|_| typed.contains('-')).or_else(|| self.by_label(typed))
        {
            return Found::One(record);
        }
        let mut found = self.by_whole_name(typed, left_out, language);
        if found.is_empty() {
            found = self.named(typed, left_out, language);
            // A short name of one word is no more than a word: others may have it in their names.
            let short = self.by_slug(typed).filter(|one| found.iter().all(|known| known.record != *one));
            found.extend(short.map(|record| Match { record, by: None }));
        }
        match found.as_slice() {
            [] => Found::Nobody,
            [one] => Found::One(one.record),
            _ => Found::Several(found),
        }
    }

    /// The bodies in one of whose names each word begins a word: first those whose name begins with the words, then by
    /// name. None where there is no word.
    pub fn named(&self, words: &str, left_out: &[BodyId], language: Language) -> Vec<Match<'_>> {
        let folded = fold(words);
        let words: Vec<String> = folded.split_whitespace().map(|word| format!(" {word}")).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let has = |name: &Name| words.iter().all(|word| name.folded.contains(word.as_str()));
        let stands = |record: &BodyRecord| stands(record, left_out);
        let begins = |name: &Name| name.folded.get(1..).is_some_and(|name| name.starts_with(&folded));
        let found = self.matches(language, has, stands).into_iter();
        let mut placed: Vec<(bool, String, Match<'_>)> =
            found.map(|(name, one)| (!begins(name), fold(one.record.body.name.get(language)), one)).collect();
        placed.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        placed.into_iter().map(|(_, _, one)| one).collect()
    }

    /// Up to `most` bodies in one of whose names, also those of the past, the words stand, by their names in a language;
    /// and after which the next page begins, where there is one.
    pub fn page(
        &self,
        words: &str,
        language: Language,
        after: Option<&After>,
        most: usize,
    ) -> (Vec<&BodyRecord>, Option<After>) {
        let (names, wanted) = (self.names(), fold(words));
        let order = match language {
            Language::En => &names.in_order[0],
            Language::Cy => &names.in_order[1],
        };
        let record = |name: &Name| self.all.get(name.of);
        let begin = after.map_or(0, |after| {
            order.partition_point(|place| {
                let name = names.each.get(*place);
                name.and_then(|name| Some((name.words(), record(name)?.body.id)))
                    .is_some_and(|found| found <= (after.name.as_str(), after.id))
            })
        });
        let rest = order.iter().skip(begin).filter_map(|place| names.each.get(*place));
        let mut found = rest.filter(|name| names.of_body(name.of).any(|one| one.words().contains(&wanted)));
        let page: Vec<&Name> = found.by_ref().take(most).collect();
        let last = page.last().filter(|_| found.next().is_some());
        let next =
            last.and_then(|name| Some(After { id: record(name)?.body.id, name: name.words().to_owned() }));
        (page.into_iter().filter_map(record).collect(), next)
    }

    /// Up to `most` bodies whose name of today, in either language, has each word or phrase that is looked for, in the order
    /// of the register.
    pub fn holding(&self, wanted: &Wanted, most: usize) -> Vec<&BodyRecord> {
        let names = self.names();
        let count = |(word, begins): &(&str, bool)| names.with(word, *begins).map(Vec::len).sum::<usize>();
        // All of them have the rarest of the words.
        let Some((word, begins)) = wanted.words().min_by_key(count) else { return Vec::new() };
        let places: BTreeSet<usize> = names.with(word, begins).flatten().copied().collect();
        let has = |place: &usize| {
            let today = names.of_body(*place).filter(|name| name.nth == 0);
            wanted.is_among(&today.map(Name::words).collect::<Vec<_>>())
        };
        places.into_iter().filter(has).filter_map(|place| self.all.get(place)).take(most).collect()
    }

    fn by_slug(&self, slug: &str) -> Option<&BodyRecord> {
        self.all.iter().find(|record| record.slug == slug)
    }

    /// The body meant by a name with a short name in brackets, as [`Self::label`] writes it.
    fn by_label(&self, typed: &str) -> Option<&BodyRecord> {
        let (name, slug) = typed.strip_suffix(')')?.rsplit_once(" (")?;
        let wanted = fold(name);
        let called = |name: &Bilingual| fold(&name.en) == wanted || fold(&name.cy) == wanted;
        self.by_slug(slug).filter(|record| record.body.every_name().any(called))
    }

    /// The bodies called so: today, or else in the past; those that stand, or else the others.
    fn by_whole_name(&self, typed: &str, left_out: &[BodyId], language: Language) -> Vec<Match<'_>> {
        let wanted = format!(" {}", fold(typed));
        let called = |nth: fn(usize) -> bool| {
            let is_called = |name: &Name| nth(name.nth) && name.folded == wanted;
            let standing = self.matches(language, is_called, |record| stands(record, left_out));
            if standing.is_empty() { self.matches(language, is_called, |_| true) } else { standing }
        };
        let today = called(|nth| nth == 0);
        let found = if today.is_empty() { called(|nth| nth > 0) } else { today };
        found.into_iter().map(|(_, one)| one).collect()
    }

    /// Each body once that has a name like this, by its name in the reader's language where that is one.
    fn matches(
        &self,
        language: Language,
        is_like: impl Fn(&Name) -> bool,
        may_be: impl Fn(&BodyRecord) -> bool,
    ) -> Vec<(&Name, Match<'_>)> {
        let mut found: Vec<(&Name, Match<'_>)> = Vec::new();
        for name in self.names().each.iter().filter(|name| is_like(name)) {
            let Some(record) = self.all.get(name.of).filter(|record| may_be(record)) else { continue };
            let written = record.body.every_name().nth(name.nth).map(|called| called.get(name.language));
            let by = written.filter(|written| *written != record.body.name.get(language));
            match found.last_mut() {
                Some((known, one)) if known.of == name.of => {
                    if by.is_none() {
                        (*known, one.by) = (name, None);
                    }
                }
                _ => found.push((name, Match { record, by })),
            }
        }
        found
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(&self.all))
    }
}

/// Can something be addressed to it, and is it not left out?
fn stands(record: &BodyRecord, left_out: &[BodyId]) -> bool {
    record.body.merged_into.is_none() && !left_out.contains(&record.body.id)
}

impl Names {
    fn of(all: &[BodyRecord]) -> Self {
        let mut each = Vec::with_capacity(2 * all.len());
        let mut called: HashMap<String, HashSet<BodyId>> = HashMap::new();
        for (of, record) in all.iter().enumerate() {
            for (nth, name) in record.body.every_name().enumerate() {
                for language in Language::ALL {
                    let folded = format!(" {}", fold(name.get(language)));
                    if nth == 0 {
                        called.entry(folded.clone()).or_default().insert(record.body.id);
                    }
                    each.push(Name { of, nth, language, folded });
                }
            }
        }
        let is_shared =
            |name: &&Name| name.nth == 0 && called.get(&name.folded).is_some_and(|all| all.len() > 1);
        let whose = |name: &Name| all.get(name.of).map(|record| (record.body.id, name.language));
        let shared = each.iter().filter(is_shared).filter_map(whose).collect();
        let in_order = Language::ALL.map(|language| {
            let today = |(_, name): &(usize, &Name)| name.nth == 0 && name.language == language;
            let mut order: Vec<(usize, &Name)> = each.iter().enumerate().filter(today).collect();
            order.sort_by_key(|(_, name)| (name.words(), all.get(name.of).map(|record| record.body.id)));
            order.into_iter().map(|(place, _)| place).collect()
        });
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for name in each.iter().filter(|name| name.nth == 0) {
            for word in name.words().split(' ') {
                let places = by_word.entry(word.to_owned()).or_default();
                if places.last() != Some(&name.of) {
                    places.push(name.of);
                }
            }
        }
        Self { each, shared, in_order, by_word }
    }

    /// The places of the bodies with this word, or with each that begins so.
    fn with<'a>(&'a self, word: &'a str, begins: bool) -> impl Iterator<Item = &'a Vec<usize>> {
        let from = self.by_word.range::<str, _>((Bound::Included(word), Bound::Unbounded));
        let is_like = move |other: &str| if begins { other.starts_with(word) } else { other == word };
        from.take_while(move |(other, _)| is_like(other)).map(|(_, places)| places)
    }

    /// The names of the body at this place of the register.
    fn of_body(&self, of: usize) -> impl Iterator<Item = &Name> {
        let first = self.each.partition_point(|name| name.of < of);
        self.each.iter().skip(first).take_while(move |name| name.of == of)
    }
}

impl Name {
    /// Its words, in small letters without accents.
    fn words(&self) -> &str {
        self.folded.get(1..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
