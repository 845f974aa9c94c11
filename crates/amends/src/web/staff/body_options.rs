//! The choice of a body among all of the register, which pages that are seen all day have: drawn once.
//!
//! Why it is right. What is drawn depends on the register and the language alone. It is kept with the very register it was
//! drawn from, and given out again to those only who hold that same one: a page of another moment, whose register is
//! another, draws anew. As the register is held, no other can come to stand at its place in memory.

use std::sync::{Arc, Mutex, PoisonError};

use amends_core::text::Language;
use amends_store::people::BodyRecord;

use super::shown;
use crate::render::options::Options;

/// The choices that were drawn last, one for each language.
#[derive(Debug, Default)]
pub struct BodyOptions {
    en: Mutex<Option<Drawn>>,
    cy: Mutex<Option<Drawn>>,
}

type Drawn = (Arc<Vec<BodyRecord>>, Arc<Options>);

impl BodyOptions {
    /// The bodies that stand in a register, by name in a language.
    pub fn of(&self, register: &Arc<Vec<BodyRecord>>, language: Language) -> Arc<Options> {
        let kept = match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        };
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, options)) = kept.as_ref()
            && Arc::ptr_eq(of, register)
        {
            return Arc::clone(options);
        }
        let choices = shown::body_choices(register, None, language);
        let options = Arc::new(Options::draw(choices.into_iter().map(|one| (one.value, one.text))));
        *kept = Some((Arc::clone(register), Arc::clone(&options)));
        options
    }
}

#[cfg(test)]
mod tests {
    use amends_core::{
        body::{Body, BodyKind, OverTime},
        id::BodyId,
        text::Bilingual,
    };

    use super::*;

    fn register(en: &str) -> Arc<Vec<BodyRecord>> {
        let body = Body {
            id: BodyId(uuid::Uuid::from_u128(1)),
            name: Bilingual::new(en, "Cyngor Ynys"),
            kind: BodyKind::Council,
            language: Language::En,
            merged_into: None,
            chases_stopped: false,
            undeliverable: false,
            over_time: OverTime::default(),
        };
        Arc::new(vec![BodyRecord { body, slug: "ynys".to_owned() }])
    }

    #[test]
    fn a_register_is_drawn_once_in_each_language_and_another_anew() {
        let drawn = BodyOptions::default();
        let (old, new) = (register("Ynys Council"), register("Ynys & Môn Council"));
        let first = drawn.of(&old, Language::En);
        assert!(Arc::ptr_eq(&first, &drawn.of(&old, Language::En)), "drawn once");
        let html = |register, language| {
            let options = drawn.of(register, language).after(("", "Any"), "", |_| false);
            serde_json::to_string(&options).expect("written")
        };
        assert!(html(&old, Language::Cy).contains("Cyngor Ynys"));
        assert!(html(&new, Language::En).contains("Ynys &amp; Môn Council"));
        assert!(
            html(&old, Language::En).contains("Ynys Council"),
            "who still looks at the old one sees the old one"
        );
    }
}
