//! The choice of a member of staff, which pages that are seen all day have: drawn once.
//!
//! Why it is right. What is drawn depends on the members of staff alone. It is kept with the very list of them it was drawn
//! from, and given out again to those only who hold that same one: a page of another moment, whose list is another, draws
//! anew. As the list is held, no other can come to stand at its place in memory.

use std::sync::{Arc, Mutex, PoisonError};

use amends_store::people::Staff as Member;

use super::staff_field::Handlers;

/// The choice that was drawn last.
#[derive(Debug, Default)]
pub struct StaffOptions(Mutex<Option<Arc<Handlers>>>);

impl StaffOptions {
    /// Those of the members of staff who may handle a case.
    pub fn of(&self, staff: &Arc<Vec<Member>>) -> Arc<Handlers> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(handlers) = kept.as_ref()
            && Arc::ptr_eq(handlers.all(), staff)
        {
            return Arc::clone(handlers);
        }
        let handlers = Arc::new(Handlers::of(staff));
        *kept = Some(Arc::clone(&handlers));
        handlers
    }
}

#[cfg(test)]
mod tests {
    use amends_core::{actor::StaffRole, id::StaffId, text::Language};

    use super::{super::staff_field::Typed, *};

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
            let field = drawn.of(staff).field(Typed::default(), &[("", "Nobody")]);
            serde_json::to_string(&field).expect("written")
        };
        assert!(html(&new).contains("Siân &amp; Nia"));
        assert!(html(&old).contains("Siân<"), "who still looks at the old list sees the old one");
        assert!(!html(&gone).contains("Siân"), "who may not sign in handles nothing");
    }
}
