//! Headlines: sentences without a binding verb. "Apology and £100 to Mrs E within four weeks.", "Council to
//! apologise", "Two steps were agreed: Mrs L gets a letter; her complaint goes to Stage 1."

use super::{Head, Reader};
use crate::extract::{
    addressee, clause::Act, cue::Lead, deadline::read::DeadlineFound, govern::Placed, remedy,
    segment::Segment, token::Tokens, verb, words::Words,
};

/// Whether a sentence begins with the name of a remedy.
pub(super) fn opens_with_remedy(tokens: &Tokens<'_>, first: usize, last: usize, welsh: bool) -> bool {
    if welsh {
        return remedy::begins_in_welsh(tokens, first, last);
    }
    remedy::begins(tokens, first, last, false) || remedy::is_one(tokens, first, last)
}

impl Reader<'_, '_> {
    /// "Apology and £100 to Mrs E within four weeks.": a sentence without a verb that only names remedies and
    /// their time.
    pub(super) fn names_remedies(
        &mut self,
        segment: &Segment,
        deadlines: &[DeadlineFound],
        welsh: bool,
    ) -> bool {
        static TOLD: Words =
            Words::new(" is was were are had has have said did been would could oedd roedd mae wedi ");
        let tokens = self.tokens;
        let first = segment.first;
        let timed = deadlines.iter().any(|found| found.governing().is_some());
        let told = (first..segment.last).any(|at| TOLD.has(tokens.word(at)));
        if !timed || told || self.head.is_some() {
            return false;
        }
        let things = opens_with_remedy(tokens, first, segment.last, welsh);
        let acts = self.headline(first, segment.last).or_else(|| self.given_in_headline(first, segment.last));
        let from = if things { first } else { acts.filter(|_| !welsh).unwrap_or(segment.last) };
        if from >= segment.last {
            return self.read_what_is_to_be_done(segment, deadlines);
        }
        let head = Head {
            lead: match (things, welsh) {
                (true, true) => Lead::WelshNouns,
                (true, false) => Lead::Nouns,
                (false, _) => Lead::Verbs,
            },
            cue: (first, first + 1),
            subject: addressee::body_before(tokens, first, from),
            deadline: None,
            begun: true,
            colon: false,
            own: None,
            items: None,
        };
        self.passage = self.drafts.len();
        let part = Segment { first: from, ..*segment };
        self.item(&part, &head, deadlines, welsh);
        true
    }

    /// "Processes to be reviewed within 3 months."
    fn read_what_is_to_be_done(&mut self, segment: &Segment, deadlines: &[DeadlineFound]) -> bool {
        let tokens = self.tokens;
        let first = segment.first;
        let be = (first + 1..(first + 7).min(segment.last)).find_map(|at| tokens.reads(at, "to be"));
        let done = be.and_then(|at| verb::find(tokens.word(at)).map(|found| (at, found)));
        let Some((verb_at, found)) = done.filter(|(_, found)| found.form == verb::Form::Participle) else {
            return false;
        };
        let act = Act { first: segment.start(), last: segment.last, verb: Some(found.base), verb_at };
        self.add(&act, None, deadlines, None, false);
        true
    }

    /// "Mr A to be sent **an apology**": where what is to be given begins.
    fn given_in_headline(&self, first: usize, last: usize) -> Option<usize> {
        let tokens = self.tokens;
        let be = (first + 1..(first + 7).min(last)).find_map(|at| tokens.reads(at, "to be"))?;
        let given = matches!(tokens.word(be), "sent" | "given" | "paid" | "offered");
        (given && remedy::begins(tokens, be + 1, last, true)).then_some(be + 1)
    }

    /// "Two steps were agreed: Mrs L gets a letter; her complaint goes to Stage 1": each part is an act.
    pub(super) fn parts(
        &mut self,
        segment: &Segment,
        (from, deadline): (usize, Option<Placed>),
        deadlines: &[DeadlineFound],
        welsh: bool,
    ) -> bool {
        let tokens = self.tokens;
        if welsh || !(from..segment.last).any(|at| tokens.word(at) == ";") {
            return false;
        }
        self.passage = self.drafts.len();
        let mut first = from;
        while first < segment.last {
            let stop = (first..segment.last).find(|&at| tokens.word(at) == ";").unwrap_or(segment.last);
            let first_word = if tokens.word(first) == "and" { first + 1 } else { first };
            let head = Head {
                lead: Lead::Verbs,
                cue: (segment.first, from),
                subject: None,
                deadline: deadline.clone(),
                begun: true,
                colon: true,
                own: None,
                items: None,
            };
            let part = Segment { first: first_word, last: stop, marker: None, ..*segment };
            let own: Vec<DeadlineFound> = deadlines
                .iter()
                .filter(|found| found.first >= first && found.last <= stop)
                .cloned()
                .collect();
            self.item(&part, &head, &own, false);
            first = stop + 1;
        }
        true
    }

    /// "What the Association will do, and when:"
    pub(super) fn says_what_will_be_done(&self, first: usize, colon: usize) -> bool {
        let asked = (first..colon).any(|at| self.tokens.reads(at, "asked for").is_some())
            && (first..colon).any(|at| addressee::is_body(self.tokens.word(at)));
        asked
            || self.tokens.word(first) == "what"
                && (first..colon)
                    .any(|at| matches!(self.tokens.word(at), "will" | "must" | "should" | "agreed"))
                && (first..colon).any(|at| addressee::is_body(self.tokens.word(at)))
    }

    /// "Settlement: the Practice **apologises** in writing": where the verb of what a body does stands.
    pub(super) fn told_after_colon(&self, from: usize, last: usize) -> Option<usize> {
        if (from..last).any(|at| self.tokens.word(at) == ";") {
            return None;
        }
        let body = (from..last.min(from + 5)).find(|&at| addressee::is_body(self.tokens.word(at)))?;
        let found = verb::find(self.tokens.word(body + 1))?;
        (found.form == verb::Form::Third && !found.noun).then_some(body + 1)
    }

    /// "Settled: **Health Board to** apologise": where the acts of a headline begin.
    pub(super) fn headline(&self, from: usize, last: usize) -> Option<usize> {
        let to = (from + 1..(from + 8).min(last)).find(|&at| self.tokens.word(at) == "to")?;
        let body = addressee::is_body(self.tokens.word(to - 1));
        let verb = verb::find(self.tokens.word(to + 1)).is_some_and(|found| found.form == verb::Form::Base);
        (body && verb).then_some(to + 1)
    }
}
