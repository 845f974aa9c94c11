//! Parts of pages that are drawn again and again, such as a row of a list, kept by exactly what they were drawn from.
//!
//! Why it is right. A part is a function of its template, its language and what its values are made of, and of nothing
//! else: what templates can call knows neither clock nor memory. All three are the key, word for word, so that what was
//! changed or erased has another key and is drawn anew. How much is kept is bounded by its bytes: two halves, of which
//! the older goes when the younger is full.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use amends_core::text::Language;
use serde::Serialize;

use super::{RenderError, Renderer};

/// So many bytes of keys and parts, at most, stand in each half.
const HALF: usize = 3 << 20;

/// Parts that were drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    halves: Mutex<Halves>,
}

#[derive(Debug, Default)]
struct Halves {
    young: HashMap<Key, Arc<str>>,
    old: HashMap<Key, Arc<str>>,
    bytes: usize,
}

/// Template, language, and what the values are made of as JSON.
type Key = (&'static str, Language, String);

impl Halves {
    fn get(&mut self, key: &Key) -> Option<Arc<str>> {
        if let Some(part) = self.young.get(key) {
            return Some(Arc::clone(part));
        }
        let (key, part) = self.old.remove_entry(key)?;
        self.keep(key, Arc::clone(&part));
        Some(part)
    }

    fn keep(&mut self, key: Key, part: Arc<str>) {
        self.bytes += key.2.len() + part.len();
        self.young.insert(key, part);
        if self.bytes > HALF {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}

impl Drawn {
    fn get(&self, key: &Key) -> Option<Arc<str>> {
        self.halves.lock().unwrap_or_else(PoisonError::into_inner).get(key)
    }

    fn keep(&self, key: Key, part: Arc<str>) {
        self.halves.lock().unwrap_or_else(PoisonError::into_inner).keep(key, part);
    }
}

impl Renderer {
    /// Draws a part of a page, which finds its values under `it`. They are made of `seen` and the language alone: what was
    /// drawn of the very same before is given again, and nothing made.
    ///
    /// # Errors
    /// Where the template cannot be drawn: a fault of ours.
    pub fn part<T: Serialize>(
        &self,
        template: &'static str,
        language: Language,
        seen: &impl Serialize,
        make: impl FnOnce() -> T,
    ) -> Result<Arc<str>, RenderError> {
        #[derive(Serialize)]
        struct Context<T> {
            it: T,
        }
        let seen = serde_json::to_string(seen).map_err(|error| RenderError {
            template: template.to_owned(),
            language,
            detail: error.to_string(),
        })?;
        let key = (template, language, seen);
        if let Some(part) = self.drawn.get(&key) {
            return Ok(part);
        }
        let part: Arc<str> = self.page(template, language, Context { it: make() })?.into();
        self.drawn.keep(key, Arc::clone(&part));
        Ok(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_given_again_for_the_same_values_alone_and_what_is_kept_is_bounded() {
        let drawn = Drawn::default();
        let key = |n: usize| ("row.html", Language::En, n.to_string());
        let long: Arc<str> = "x".repeat(HALF / 10).into();
        drawn.keep(key(0), "first".into());
        assert_eq!(drawn.get(&key(0)).as_deref(), Some("first"));
        assert_eq!(drawn.get(&("row.html", Language::Cy, "0".to_owned())), None);
        for n in 1..100 {
            drawn.keep(key(n), Arc::clone(&long));
            let there = drawn.halves.lock().map(|halves| halves.young.len() + halves.old.len());
            assert!(there.is_ok_and(|there| there <= 24), "two halves");
        }
        assert_eq!(drawn.get(&key(0)), None, "long ago");
        assert_eq!(drawn.get(&key(99)).as_deref().map(str::len), Some(HALF / 10));
    }
}
