//! Where the words of an act begin and end.

use super::Reader;
use crate::extract::{
    addressee,
    clause::Act,
    cue::{self, Cue, Lead},
    deadline::read::DeadlineFound,
    lexicon::Flags,
    remedy,
    segment::Segment,
    verb, welsh,
};

impl Reader<'_, '_> {
    /// "agreed to complete the following by 3 October: to send …": the acts begin after the colon.
    pub(super) fn after_following(&self, cue: &Cue, last: usize) -> usize {
        let colon = (cue.acts..last).find(|&at| self.tokens.word(at) == ":");
        let following = |colon: &usize| {
            (cue.acts..*colon).any(|at| {
                matches!(
                    self.tokens.word(at),
                    "following"
                        | "canlynol"
                        | "things"
                        | "steps"
                        | "peth"
                        | "pheth"
                        | "beth"
                        | "bethau"
                        | "camau"
                        | "chamau"
                )
            })
        };
        // "should make good its mistake: refund the fee and apologise"
        let mends = matches!(
            self.tokens.word(cue.acts),
            "make" | "put" | "do" | "remedy" | "settle" | "resolve" | "rectify" | "act"
        );
        let mends = colon.is_some_and(|colon| {
            mends
                && colon - cue.acts <= 8
                && cue::is_imperative(self.tokens, colon + 1, last)
                && !(cue.acts..colon).any(|at| matches!(self.tokens.word(at), "£" | "payment"))
        });
        let about = super::list::is_about(self.tokens, cue.acts, last);
        colon.filter(|colon| mends || following(colon)).filter(|_| !about).map_or(cue.acts, |colon| colon + 1)
    }

    /// "As well as **apologising to Mr C**, the Board will refund his fee": an act before the body is named.
    pub(super) fn act_put_first(&self, segment: &Segment, cue: &Cue) -> Option<Act> {
        let tokens = self.tokens;
        let first = tokens.reads_any(
            segment.first,
            &[
                "as well as",
                "in addition to",
                "besides",
                "apart from",
                "together with",
                "yn ogystal â",
                "yn ogystal ag",
                "ynghyd â",
                "ynghyd ag",
            ],
        )?;
        let last = (first..cue.words.0).find(|&at| tokens.word(at) == ",")?;
        if remedy::begins(tokens, first, last, true) {
            return Some(Act { first, last, verb: None, verb_at: first });
        }
        if cue.lead == Lead::WelshVerbs {
            let base = welsh::verb::base(tokens.word(first))?;
            return Some(Act { first, last, verb: Some(base), verb_at: first });
        }
        let verb = verb::find(tokens.word(first)).filter(|found| found.form == verb::Form::Ing)?;
        let bound = cue.subject.is_some() && matches!(cue.lead, Lead::Verbs | Lead::Third);
        bound.then_some(Act { first, last, verb: Some(verb.base), verb_at: first })
    }

    /// "…contacted the Board and it agreed": the body that "it" means.
    pub(super) fn body_meant(&self, segment: &Segment, cue: &Cue) -> Option<(usize, usize)> {
        let body = (segment.first..cue.words.0).rev().find(|&at| addressee::is_body(self.tokens.word(at)))?;
        addressee::body_before(self.tokens, segment.first, body + 1).filter(|_| cue.pronoun)
    }

    /// "The Ombudsman contacted the Board and **it agreed** …": the clause begins with the pronoun.
    fn pronoun_start(&self, cue: &Cue) -> Option<usize> {
        let lowest = cue.words.0.saturating_sub(3).max(cue.clause);
        (lowest..cue.words.0).rev().find(|&at| cue.pronoun && matches!(self.tokens.word(at), "it" | "they"))
    }

    /// "it agreed, within 3 weeks, to **inspect the roof**": whether the words before an act outweigh it.
    fn is_overlaid(
        &self,
        act: &Act,
        clause: usize,
        single: bool,
        cue: &Cue,
        deadlines: &[DeadlineFound],
    ) -> bool {
        if cue.voiced || act.first <= clause {
            return false;
        }
        let timed = deadlines.iter().any(|found| found.first >= clause && found.last <= act.first);
        let long = !single && act.first - clause > 4;
        let length = |first: usize| self.tokens.slice(first, act.last).len();
        (timed && length(act.first) * 2 < length(clause)) || long
    }

    /// Where the first act's words begin: with "I recommend", with the subject of a single act, or with the
    /// act.
    pub(super) fn spread(&self, acts: &mut [Act], cue: &Cue, segment: &Segment, deadlines: &[DeadlineFound]) {
        let single = acts.len() == 1;
        let Some(first) = acts.first_mut() else { return };
        let welsh = matches!(cue.lead, Lead::WelshVerbs | Lead::WelshNouns);
        // "Because it was late, the Council agreed to **pay £50**": what was agreed is the act.
        let agreed = (cue.words.0..cue.words.1).any(|at| self.tokens.flags(at).has(Flags::AGREED));
        let length = |from: usize, to: usize| self.tokens.slice(from, to).len();
        let fronted =
            agreed && !cue.pronoun && 2 * length(cue.clause, first.first) > length(first.first, first.last);
        let from_clause = cue.voiced || (single && !fronted);
        let timed = deadlines.iter().filter(|found| found.first >= cue.clause && found.last < cue.words.0);
        let clause = timed.map(|found| found.last).max().unwrap_or(cue.clause);
        let clause = self.pronoun_start(cue).unwrap_or(clause).max(clause);
        let joins = |at: usize| matches!(self.tokens.word(at), "," | "and" | "but" | "so" | "then");
        let clause = (clause..first.first).find(|&at| !joins(at)).unwrap_or(clause);
        let opening = self.tokens.word(segment.first);
        let passive = matches!(self.tokens.word(first.first.saturating_sub(1)), "ei" | "eu");
        if welsh && passive && first.first == cue.acts {
            first.first = cue.clause;
            return;
        }
        if single
            && matches!(opening, "if" | "unless" | "where" | "should" | "once" | "when")
            && cue.clause > segment.first
        {
            // A condition belongs to what it binds.
            first.first = segment.start();
        } else if self.is_overlaid(first, clause, single, cue, deadlines) {
            // Much stands before a short act: the act alone is quoted.
        } else if let Some(marker) = segment.marker.filter(|_| cue.clause <= segment.first && from_clause) {
            first.first = marker;
        } else if from_clause
            && !welsh
            && first.first >= cue.words.1
            && first.first.saturating_sub(clause) <= 14
            && cue.lead != Lead::Nouns
        {
            first.first = clause;
        }
    }
}
