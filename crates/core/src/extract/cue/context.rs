//! What the text before a sentence lets one expect of it.

use crate::extract::{addressee, token::Tokens, words::Words};

/// What the text before a sentence lets one expect.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct Context {
    /// The section is one of recommendations or orders.
    pub section: bool,
    /// The sentence before in the same passage had a recommendation.
    pub after_act: bool,
    /// The sentence before.
    pub before: (usize, usize),
    /// A clause of the same sentence before had a recommendation.
    pub within: bool,
    /// The sentence stands in Welsh.
    pub welsh: bool,
}

impl Context {
    /// "The Board accepted the recommendations in full.": a body is named before that takes on what follows.
    pub(in crate::extract) fn settles(&self, tokens: &Tokens<'_>) -> bool {
        static TAKING_ON: Words = Words::new(
            " accepted accepts agreed agrees settle settled settlement resolve resolved \
            resolution promised undertook committed setlo setlwyd derbyniodd cytunodd cytunwyd datrys ddatrys ",
        );
        let taken_on = |at: usize| {
            let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
            TAKING_ON.has(tokens.word(at)) && !matches!(before, "had" | "not" | "previously" | "already")
        };
        // What a body wrote in its own answer, before the office looked at it.
        let answered = || self.words(12).any(|at| matches!(tokens.word(at), "stage" | "said" | "explained"));
        self.within || (self.words(40).any(taken_on) && !answered() && self.names_a_body(tokens, 40))
    }

    /// Whether the sentence before names a body at its beginning.
    pub(in crate::extract) fn names(&self, tokens: &Tokens<'_>) -> bool {
        self.within || self.names_a_body(tokens, 12)
    }

    /// "The officer visited on 3 March and told him …": the sentence before tells what happened.
    pub(in crate::extract) fn tells(&self, tokens: &Tokens<'_>) -> bool {
        static TELLING: Words = Words::new(
            " said told explained replied visited phoned chased complained asked responded \
            refused cancelled attended reported noted recorded emailed telephoned wrote says heard evidence ",
        );
        let open = !(self.after_act || self.section || self.within);
        let office =
            || self.words(40).any(|at| matches!(tokens.word(at), "ombudsman" | "settle" | "settled"));
        open && self.words(40).any(|at| TELLING.has(tokens.word(at))) && !office()
    }

    fn names_a_body(&self, tokens: &Tokens<'_>, most: usize) -> bool {
        let named = |word: &str| addressee::is_body(word) || addressee::is_welsh_body(word);
        self.words(most).any(|at| named(tokens.word(at)))
    }

    fn words(&self, most: usize) -> std::ops::Range<usize> {
        self.before.0..self.before.1.min(self.before.0 + most)
    }
}
