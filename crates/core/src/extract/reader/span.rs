//! Where the words of an act begin and end, and the second clause of a sentence: "…, and the Board will …".

use super::Reader;
use crate::extract::{
    addressee,
    clause::{Act, Acts},
    cue::{self, Context, Cue, Lead},
    deadline::read::DeadlineFound,
    segment::Segment,
    verb,
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
        let about = super::list::is_about(self.tokens, cue.acts, last);
        colon.filter(following).filter(|_| !about).map_or(cue.acts, |colon| colon + 1)
    }

    /// "As well as **apologising to Mr C**, the Board will refund his fee": an act before the body is named.
    pub(super) fn act_put_first(&self, segment: &Segment, cue: &Cue) -> Option<Act> {
        let tokens = self.tokens;
        let first = tokens.reads_any(
            segment.first,
            &["as well as", "in addition to", "besides", "apart from", "together with"],
        )?;
        let verb = verb::find(tokens.word(first)).filter(|found| found.form == verb::Form::Ing)?;
        let last = (first..cue.words.0).find(|&at| tokens.word(at) == ",")?;
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

    /// Where the clause of the cue ends, and where a second one with its own cue begins: "…, and the Board
    /// will …".
    pub(super) fn clause_end(&self, segment: &Segment, cue: &Cue) -> (usize, Option<usize>) {
        if !matches!(cue.lead, Lead::Whole | Lead::Nouns) {
            return (segment.last, None);
        }
        for joint in cue.words.1..segment.last {
            let word = self.tokens.word(joint);
            let comma = word == "," && matches!(self.tokens.word(joint + 1), "and" | "but");
            if !comma && word != ";" && word != "and" {
                continue;
            }
            let part = Segment { first: joint + 1, marker: None, ..*segment };
            let again = cue::find(self.tokens, &part, self.context_within());
            let bound = again.is_some_and(|cue| word != "and" || cue.words.0 <= joint + 10);
            if bound || self.is_gapped(joint, segment.last) {
                return (joint, Some(joint + 1));
            }
        }
        (segment.last, None)
    }

    pub(super) fn context_within(&self) -> Context {
        Context { section: self.section, after_act: true, welsh: false }
    }

    /// "…, and the collections **watched** for three months": the binding words are not said again.
    pub(super) fn is_gapped(&self, joint: usize, last: usize) -> bool {
        let and = if self.tokens.word(joint) == "and" { joint } else { joint + 1 };
        let article =
            matches!(self.tokens.word(and + 1), "the" | "its" | "their" | "a" | "an" | "his" | "her" | "£");
        let participle = (and + 2..(and + 7).min(last)).any(|at| {
            verb::find(self.tokens.word(at)).is_some_and(|found| found.form == verb::Form::Participle)
        });
        // "will be told who is doing it **and paid £200**"
        let bare = verb::find(self.tokens.word(and + 1))
            .is_some_and(|found| found.form == verb::Form::Participle && !found.noun)
            && matches!(self.tokens.word(and + 2), "£" | "a" | "an" | "the");
        self.tokens.word(and) == "and" && ((article && participle) || (bare && and + 3 < last))
    }

    pub(super) fn after_and(&self, at: usize) -> usize {
        if self.tokens.word(at) == "and" { at + 1 } else { at }
    }

    pub(super) fn second_clause(
        &mut self,
        segment: &Segment,
        first: &Cue,
        from: usize,
        deadlines: &[DeadlineFound],
    ) {
        let part = Segment { first: from, marker: None, ..*segment };
        let own: Vec<DeadlineFound> = deadlines.iter().filter(|found| found.first >= from).cloned().collect();
        let gapped = Cue {
            lead: Lead::Whole,
            clause: self.after_and(from),
            acts: self.after_and(from),
            subject: None,
            ..*first
        };
        let cue = cue::find(self.tokens, &part, self.context_within()).unwrap_or(gapped);
        let read = Acts { tokens: self.tokens, deadlines: &own, lead: cue.lead };
        let start = if cue.lead == Lead::Whole { cue.clause } else { cue.acts };
        let mut acts = read.split(start, part.last);
        if let Some(first) = acts
            .first_mut()
            .filter(|_| cue.lead == Lead::Whole && self.is_gapped(from.saturating_sub(1), part.last))
        {
            let participle = (first.first..first.last).find_map(|at| {
                let found = verb::find(self.tokens.word(at))?;
                (found.form == verb::Form::Participle).then_some((at, found.base))
            });
            if let Some((at, base)) = participle {
                first.verb = Some(base);
                first.verb_at = at;
            }
        }
        for (place, act) in acts.iter().enumerate() {
            self.add(act, Some(&cue), &own, None, place == 0);
        }
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
        let from_clause = cue.voiced || cue.pronoun || single;
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
