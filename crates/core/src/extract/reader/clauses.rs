//! Further clauses of a sentence: "…, and the Board will …", "…, and the collections watched for 3 months".

use super::Reader;
use crate::extract::{
    clause::Acts,
    cue::{self, Context, Cue, Lead},
    deadline::read::DeadlineFound,
    lexicon::Flags,
    segment::Segment,
    verb::{self, Form},
    words::Words,
};

impl Reader<'_, '_> {
    /// Where the clause of the cue ends, and where a further one begins: "…, and the Board will …".
    pub(super) fn clause_end(&self, segment: &Segment, cue: &Cue, from: usize) -> (usize, Option<usize>) {
        match cue.lead {
            Lead::Duty | Lead::Questions => return (segment.last, None),
            Lead::WelshVerbs | Lead::WelshNouns => {
                return self.welsh_clause_end(segment, cue.lead, from.max(cue.words.1));
            }
            _ => {}
        }
        let whole = matches!(cue.lead, Lead::Whole | Lead::Nouns);
        for joint in from.max(cue.words.1)..segment.last {
            let word = self.tokens.word(joint);
            if !matches!(word, "," | ";" | "and") {
                continue;
            }
            let comma = word == "," && matches!(self.tokens.word(joint + 1), "and" | "but" | "that");
            if whole
                && self.is_gapped(joint, segment.last)
                && (comma || word != "," || cue.lead == Lead::Whole)
            {
                return (joint, Some(joint + 1));
            }
            if word == "," && !comma {
                continue;
            }
            // What binds a further clause stands near its beginning.
            let last = segment.last.min(joint + 30);
            let part = Segment { first: joint + 1, last, marker: None, ..*segment };
            let again = cue::find(self.tokens, &part, self.context_within(false));
            let later = |at: usize| {
                self.tokens.word(at) == ";"
                    || self.tokens.word(at) == "," && matches!(self.tokens.word(at + 1), "and" | "but")
            };
            let again = again.filter(|again| !(joint + 1..again.words.0).any(later));
            let bound = again.is_some_and(|again| {
                (word != "and" || again.words.0 <= joint + 10)
                    && (whole || self.is_new_clause(joint + 1, &again))
            });
            if bound {
                return (joint, Some(joint + 1));
            }
        }
        (segment.last, None)
    }

    /// `…, a bydd y nyrsys yn cael hyfforddiant`: a clause that gives something, or in which something is done.
    fn welsh_clause_end(&self, segment: &Segment, lead: Lead, from: usize) -> (usize, Option<usize>) {
        let tokens = self.tokens;
        for joint in from..segment.last {
            if !matches!(tokens.word(joint), "," | ";" | "a" | "ac") {
                continue;
            }
            let start = self.after_and(joint + 1);
            let start = if matches!(tokens.word(start), "y" | "yr") { start + 1 } else { start };
            let finite = tokens.flags(start).has(Flags::WELSH) && tokens.flags(start).has(Flags::MODAL);
            if !finite {
                continue;
            }
            let last = segment.last.min(start + 30);
            let part = Segment { first: start, last, marker: None, ..*segment };
            let again = cue::find(tokens, &part, self.context_within(true));
            let apart = again.is_some_and(|again| {
                again.words.0 == start
                    && (lead == Lead::WelshNouns
                        || again.lead == Lead::WelshNouns
                        || matches!(tokens.word(again.acts.saturating_sub(1)), "ei" | "eu"))
            });
            if apart {
                return (joint, Some(start));
            }
        }
        (segment.last, None)
    }

    /// "…, and within 12 weeks **the procedure is to be revised**": a clause with a subject of its own, rather
    /// than an act within which something binds ("and explain how it will pay").
    fn is_new_clause(&self, from: usize, cue: &Cue) -> bool {
        static EMBEDDING: Words =
            Words::new(" that which who whom how what why whether if when where so until because than ");
        let tokens = self.tokens;
        let read = Acts { tokens, deadlines: &[], lead: cue.lead };
        let start = self.after_and(from);
        let start = if tokens.word(start) == "that" { start + 1 } else { start };
        let first = read.skip(start, cue.words.0);
        let acts =
            verb::find(tokens.word(first)).is_some_and(|found| found.form == Form::Base && !found.noun);
        let pronoun = matches!(tokens.word(cue.words.0.saturating_sub(1)), "it" | "they" | "and" | "also");
        let told = matches!(
            tokens.word(cue.words.0),
            "is" | "are" | "was" | "were" | "will" | "should" | "must" | "would" | "shall"
        );
        let embedded = (first..cue.words.0).any(|at| EMBEDDING.has(tokens.word(at)));
        told && !acts && !pronoun && !embedded && first < cue.words.0 && cue.words.0 <= first + 14
    }

    fn context_within(&self, welsh: bool) -> Context {
        Context { section: self.section, after_act: true, before: (0, 0), within: true, welsh }
    }

    /// "…, and the collections **watched** for three months": the binding words are not said again.
    fn is_gapped(&self, joint: usize, last: usize) -> bool {
        let tokens = self.tokens;
        let and = if tokens.word(joint) == "and" { joint } else { joint + 1 };
        let with_and = tokens.word(and) == "and";
        let subject = self.after_and(and);
        let subject = if tokens.word(subject) == "that" { subject + 1 } else { subject };
        let done =
            |at: usize| verb::find(tokens.word(at)).is_some_and(|found| found.form == Form::Participle);
        // "and **be paid** £50", "will be told who is doing it **and paid £200**"
        let bare = if tokens.word(subject) == "be" { subject + 1 } else { subject };
        if with_and && done(bare) && verb::find(tokens.word(bare)).is_some_and(|found| !found.noun) {
            return matches!(tokens.word(bare + 1), "£" | "a" | "an" | "the") && bare + 2 < last;
        }
        let end = last.min(subject + 7);
        // "and that **call handlers be reminded**"
        let be = (subject + 1..end).find(|&at| tokens.word(at) == "be");
        if let Some(be) = be
            && done(be + 1)
            && !(subject..be).any(|at| tokens.flags(at).has(Flags::MODAL) || tokens.word(at) == "to")
        {
            return true;
        }
        let article = matches!(
            tokens.word(subject),
            "the" | "its" | "their" | "a" | "an" | "his" | "her" | "£" | "all" | "each" | "every"
        );
        if article {
            return with_and && (subject + 2..end).any(done)
                || (subject + 2..last.min(subject + 4)).any(done);
        }
        // ", staff trained in it": several, without an article.
        let mark = tokens.word(joint) != "and";
        let plain = |at: usize| verb::find(tokens.word(at)).is_none_or(|found| found.noun);
        mark && plain(subject)
            && (subject + 1..last.min(subject + 4)).any(|at| {
                done(at)
                    && (tokens.word(at - 1).ends_with('s') && tokens.word(at - 1).len() > 3
                        || tokens.word(at - 1) == "staff")
            })
    }

    fn after_and(&self, at: usize) -> usize {
        if matches!(self.tokens.word(at), "and" | "but" | "a" | "ac") { at + 1 } else { at }
    }

    /// "Two things will happen by 1 March: **an apology will go to Miss R**, and her letter will be answered".
    pub(super) fn clauses_after_colon(
        &mut self,
        segment: &Segment,
        from: usize,
        deadlines: &[DeadlineFound],
    ) -> bool {
        let part = Segment { first: from, marker: None, ..*segment };
        let cue = cue::find(self.tokens, &part, self.context_within(false)).filter(|cue| {
            matches!(cue.lead, Lead::Whole | Lead::Verbs)
                && !(from..cue.words.0).any(|at| matches!(self.tokens.word(at), "," | ";" | "and"))
        });
        let Some(cue) = cue else { return false };
        self.passage = self.drafts.len();
        self.further_clauses(segment, &cue, from, deadlines);
        true
    }

    /// Reads the further clauses of a sentence, one after another.
    pub(super) fn further_clauses(
        &mut self,
        segment: &Segment,
        first: &Cue,
        from: usize,
        deadlines: &[DeadlineFound],
    ) {
        let mut next = Some(from);
        while let Some(from) = next {
            next = self.further_clause(segment, first, from, deadlines);
        }
    }

    fn further_clause(
        &mut self,
        segment: &Segment,
        first: &Cue,
        from: usize,
        deadlines: &[DeadlineFound],
    ) -> Option<usize> {
        let tokens = self.tokens;
        let part = Segment { first: from, marker: None, ..*segment };
        let start = self.after_and(from);
        let welsh = matches!(first.lead, Lead::WelshVerbs | Lead::WelshNouns);
        let gapped = !welsh && self.is_gapped(from.saturating_sub(1), part.last);
        let own = cue::find(tokens, &part, self.context_within(welsh))
            .filter(|cue| !gapped || !(start..cue.words.0).any(|at| matches!(tokens.word(at), "," | ";")));
        let cue =
            own.unwrap_or(Cue { lead: Lead::Whole, clause: start, acts: start, subject: None, ..*first });
        let (end, next) = self.clause_end(&part, &cue, from + 2);
        let read = Acts { tokens, deadlines, lead: cue.lead };
        let begins = if cue.lead == Lead::Whole { cue.clause.max(start) } else { cue.acts };
        let mut acts = read.split(begins, end);
        if let Some(first) = acts.first_mut().filter(|_| cue.lead == Lead::Whole && gapped) {
            let participle = (first.first..first.last).find_map(|at| {
                let found = verb::find(tokens.word(at))?;
                (found.form == Form::Participle).then_some((at, found.base))
            });
            if let Some((at, base)) = participle {
                first.verb = Some(base);
                first.verb_at = at;
            }
        }
        if welsh && cue.lead == Lead::WelshVerbs && acts.len() == 1 {
            // What is done to something is told with it: `bydd y staff yn cael eu hatgoffa`.
            for act in &mut acts {
                act.first = cue.clause;
            }
        }
        for (place, act) in acts.iter().enumerate() {
            self.add(act, Some(&cue), deadlines, None, place == 0);
        }
        next
    }
}
