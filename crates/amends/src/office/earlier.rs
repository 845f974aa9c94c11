//! Earlier service improvements: looked up in the memory, handed to the rules, and put into the words of a paragraph.

use std::collections::BTreeSet;

use amends_core::{
    body::Body,
    case::Case,
    id::{BodyId, CaseId},
    recommendation::Scope,
    recurrence::{EarlierRef, Prior},
    text::Language,
};
use amends_store::lists::{self, Improvement, ImprovementFilter};

use super::{ActError, Office};
use crate::i18n;

/// So many are read at once.
const TOGETHER: usize = 2_000;

impl Office {
    /// Every decided service improvement a filter lets through, the latest decided first.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn improvements(&self, filter: &ImprovementFilter) -> Result<Vec<Improvement>, ActError> {
        let mut all = Vec::new();
        let mut after = None;
        loop {
            let (items, next) =
                self.db().read(|conn| lists::improvements_up_to(conn, filter, after, TOGETHER))?;
            all.extend(items);
            match next {
                Some(cursor) => after = Some(cursor),
                None => return Ok(all),
            }
        }
    }

    /// What was asked of a body before, or of those merged into it, in other cases than this one (R48).
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn priors(&self, body: BodyId, except: Option<CaseId>) -> Result<Vec<Prior>, ActError> {
        self.priors_of(&ImprovementFilter { body: Some(body), except, ..ImprovementFilter::default() })
    }

    /// What a filter lets through, as the rules look at it.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn priors_of(&self, filter: &ImprovementFilter) -> Result<Vec<Prior>, ActError> {
        Ok(self.improvements(filter)?.into_iter().map(prior).collect())
    }

    /// The paragraph that refers to earlier recommendations, as the office words it in one language; whoever inserts it
    /// may word it otherwise (R50).
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn reference_paragraph(
        &self,
        body: BodyId,
        earlier: &[EarlierRef],
        language: Language,
    ) -> Result<String, ActError> {
        let name = self.bodies(&[body])?.first().map(|one| one.name.get(language).to_owned());
        let priors = self.priors(body, None)?;
        let mut sentences = Vec::new();
        for one in earlier {
            let Some(prior) = priors.iter().find(|prior| prior.earlier == *one) else { continue };
            let mut args = i18n::Args::new();
            args.set("reference", one.whole());
            args.set("body", name.clone().unwrap_or_default());
            args.set("decided", prior.decided_on.map(|on| i18n::date(language, on)).unwrap_or_default());
            args.set("wording", prior.wording.trim_end_matches('.').to_owned());
            let met = prior.ended_on.filter(|_| prior.state.is_satisfied());
            args.set("met", met.map_or_else(|| "no".to_owned(), |on| i18n::date(language, on)));
            let key = if prior.wording.is_empty() { "recurrence-said-erased" } else { "recurrence-said" };
            sentences.push(i18n::tr(language, key, &args));
        }
        sentences.push(i18n::t(language, "recurrence-refers"));
        Ok(sentences.join(" "))
    }
}

/// As the rules look at it.
fn prior(one: Improvement) -> Prior {
    Prior {
        earlier: EarlierRef { reference: one.reference, number: one.row.number },
        body: one.row.body,
        kind: one.row.kind,
        wording: one.wording,
        themes: one.row.themes,
        state: one.row.state,
        evidence_due_on: one.row.evidence_due_on,
        days_late: one.row.days_late,
        decided_on: Some(one.decided_on),
        ended_on: one.row.ended_on,
    }
}

/// The names of a body in both languages: every wording to it has them.
pub fn names_of(body: &Body) -> [&str; 2] {
    [body.name.en.as_str(), body.name.cy.as_str()]
}

/// The subjects of the service improvements a case proposes to a body.
pub fn themes_of(case: &Case, body: BodyId) -> Vec<String> {
    let theirs = case.live().filter(|one| one.terms.addressee == body && one.terms.scope == Scope::Service);
    let themes: BTreeSet<String> = theirs.flat_map(|one| one.terms.themes.iter().cloned()).collect();
    themes.into_iter().collect()
}
