//! The choice of a member of staff, which pages that are seen all day have: drawn once.
//!
//! Why it is right. What is drawn depends on the members of staff alone. It is kept with the very list of them it was drawn
//! from, and given out again to those only who hold that same one: a page of another moment, whose list is another, draws
//! anew. As the list is held, no other can come to stand at its place in memory.

use std::sync::{Arc, Mutex, PoisonError};

use amends_store::people::Staff as Member;

use super::shown;
use crate::render::options::Options;

/// The choice that was drawn last.
#[derive(Debug, Default)]
pub struct StaffOptions(Mutex<Option<Drawn>>);

type Drawn = (Arc<Vec<Member>>, Arc<Options>);

impl StaffOptions {
    /// Those of the members of staff who may handle a case.
    pub fn of(&self, staff: &Arc<Vec<Member>>) -> Arc<Options> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, options)) = kept.as_ref()
            && Arc::ptr_eq(of, staff)
        {
            return Arc::clone(options);
        }
        let choices = shown::staff_choices(staff);
        let options = Arc::new(Options::draw(choices.into_iter().map(|one| (one.value, one.text))));
        *kept = Some((Arc::clone(staff), Arc::clone(&options)));
        options
    }
}

#[cfg(test)]
mod tests {
    use amends_core::{actor::StaffRole, id::StaffId, text::Language};

    use super::*;

    fn staff(name: &str, disabled: bool) -> Arc<Vec<Member>> {
        Arc::new(vec![Member {
            id: StaffId(uuid::Uuid::from_u128(1)),
            email: "siân@office.example".to_owned(),
            name: name.to_owned(),
            role: StaffRole::Caseworker,
            language: Language::Cy,
            disabled,
        }])
    }

    #[test]
    fn a_list_is_drawn_once_and_another_anew() {
        let drawn = StaffOptions::default();
        let (old, new, gone) = (staff("Siân", false), staff("Siân & Nia", false), staff("Siân", true));
        assert!(Arc::ptr_eq(&drawn.of(&old), &drawn.of(&old)), "drawn once");
        let html = |staff| {
            let options = drawn.of(staff).after(&[("", "Nobody")], "", |_| false);
            serde_json::to_string(&options).expect("written")
        };
        assert!(html(&new).contains("Siân &amp; Nia"));
        assert!(html(&old).contains("Siân<"), "who still looks at the old list sees the old one");
        assert!(!html(&gone).contains("Siân"), "who may not sign in handles nothing");
    }
}
