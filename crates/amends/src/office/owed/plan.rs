//! What would be chased on a day: one pass over the cases that may owe something, and none of them held.

use std::sync::Mutex;

use amends_core::{
    case::Case,
    duty::{Previewed, preview},
    profile::Profile,
    recommendation::Recommendation,
};
use jiff::civil::Date;

use super::{Pages, side_by_side};
use crate::office::{ActError, Office};

/// A chase that would go on a day, as the plan tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which recommendation: `26-0001-2`.
    pub reference: String,
    /// Until when its evidence was due.
    pub evidence_due_on: Option<Date>,
    /// What would go.
    pub chase: Previewed,
}

impl Office {
    /// What would be chased on a coming day, if nothing came until then, in order of the references.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn plan_chases(&self, on: Date) -> Result<Vec<Planned>, ActError> {
        let mut planned = self.each_chase(on, |case, _, chase| Planned {
            reference: case.reference.recommendation(chase.number),
            evidence_due_on: case.recommendation(chase.number).and_then(Recommendation::evidence_due_on),
            chase,
        })?;
        planned.sort_by(|one, other| one.reference.cmp(&other.reference));
        Ok(planned)
    }

    /// What `make` makes of every chase of a coming day, in no order. No case is held longer than it is looked at.
    pub(in crate::office) fn each_chase<T: Send>(
        &self,
        on: Date,
        make: impl Fn(&Case, &Profile, Previewed) -> T + Sync,
    ) -> Result<Vec<T>, ActError> {
        let (circumstances, today) = (self.circumstances()?, self.today());
        let pages = Pages { office: self, day: on, after: Mutex::new(None) };
        let look = || {
            let mut all = Vec::new();
            loop {
                let page = pages.next()?;
                if page.is_empty() {
                    return Ok::<_, ActError>(all);
                }
                for case in self.cases(&page)? {
                    let profile = self.profile_of(&case)?;
                    let owed = preview(&case, profile, self.calendar(), today, on, &circumstances);
                    all.extend(owed.into_iter().map(|chase| make(&case, profile, chase)));
                }
            }
        };
        let mut all = Vec::new();
        for one in side_by_side(look) {
            all.extend(one?);
        }
        Ok(all)
    }
}
