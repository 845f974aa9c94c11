//! What stands after a colon, or a dash or comma that does its work: "Within 3 weeks of the decision: write to
//! Mr X", "The Board promised two things: an apology and £50".

use super::{Head, Reader, governing, headline::opens_with_remedy, promises, welsh_verb_near};
use crate::extract::{
    addressee,
    cue::{self, Lead},
    deadline::read::DeadlineFound,
    distractor,
    govern::Placed,
    remedy,
    segment::{MarkerClass, Segment},
};

impl Reader<'_, '_> {
    /// Reads a sentence whose acts stand after a colon; whether it is one.
    pub(super) fn after_colon(
        &mut self,
        segment: &Segment,
        deadlines: &[DeadlineFound],
        welsh: bool,
    ) -> bool {
        let tokens = self.tokens;
        let Some(colon) = self.colon(segment, deadlines, welsh) else { return false };
        let opening: Vec<DeadlineFound> =
            deadlines.iter().filter(|found| found.last <= colon).cloned().collect();
        let deadline = governing(&opening);
        let from = self.headline(colon + 1, segment.last).unwrap_or(colon + 1);
        if !self.announces(segment, colon, deadline.is_some())
            && !self.is_timed_after(segment, (colon, from), deadlines, welsh)
            || (distractor::is_framed(tokens, segment.first, colon) && tokens.word(segment.first) != "what")
        {
            return false;
        }
        if from >= segment.last {
            if deadline.is_some() {
                self.open_timed_list(segment, deadline.clone(), welsh);
            }
            return deadline.is_some();
        }
        if !welsh && self.clauses_after_colon(segment, from, deadlines) {
            return true;
        }
        if !welsh && let Some(third) = self.told_after_colon(from, segment.last) {
            let head = Head {
                lead: Lead::Third,
                cue: (segment.first, colon),
                subject: None,
                deadline,
                begun: true,
                colon: true,
                own: None,
                items: None,
            };
            self.passage = self.drafts.len();
            self.item(&Segment { first: third, marker: None, ..*segment }, &head, deadlines, false);
            return true;
        }
        self.acts_after_colon(segment, (colon, from), (deadlines, deadline), welsh)
    }

    /// The mark before the acts. "By 29 July 2026, an apology and £250.": a comma may do, where things follow;
    /// "To be done within 6 weeks – apologise; …": so may a dash.
    fn colon(&self, segment: &Segment, deadlines: &[DeadlineFound], welsh: bool) -> Option<usize> {
        let tokens = self.tokens;
        let stop = segment.last.min(segment.first + 22);
        let comma = || {
            deadlines
                .first()
                .filter(|found| found.first == segment.first && tokens.word(found.last) == ",")
                .map(|found| found.last)
                .filter(|&at| !welsh && remedy::begins(tokens, at + 1, segment.last, true))
        };
        let dash = || {
            deadlines
                .first()
                .map(|found| found.last)
                .filter(|&at| matches!(tokens.word(at), "–" | "—") && at < stop)
        };
        (segment.first + 1..stop).find(|&at| tokens.word(at) == ":").or_else(dash).or_else(comma)
    }

    /// Whether the words before a colon announce a remedy.
    fn announces(&self, segment: &Segment, colon: usize, timed: bool) -> bool {
        (timed && colon - segment.first <= 12)
            || (segment.first..colon).any(|at| promises(self.tokens.word(at)))
            || self.says_what_will_be_done(segment.first, colon)
    }

    /// "Instead of an investigation: a letter of apology and £500, all within a month."
    fn is_timed_after(
        &self,
        segment: &Segment,
        (colon, from): (usize, usize),
        deadlines: &[DeadlineFound],
        welsh: bool,
    ) -> bool {
        colon - segment.first <= 6
            && governing(deadlines).is_some()
            && opens_with_remedy(self.tokens, from, segment.last, welsh)
    }

    /// Things to be given or acts to be done, as the first item of a list.
    fn acts_after_colon(
        &mut self,
        segment: &Segment,
        (colon, from): (usize, usize),
        (deadlines, deadline): (&[DeadlineFound], Option<Placed>),
        welsh: bool,
    ) -> bool {
        let tokens = self.tokens;
        let things = if welsh {
            remedy::begins_in_welsh(tokens, from, segment.last)
        } else {
            remedy::begins(tokens, from, segment.last, true)
        };
        let told = if welsh {
            welsh_verb_near(tokens, from)
        } else {
            cue::is_imperative(tokens, from, segment.last)
        };
        if !things && !told {
            return self.parts(segment, (from, deadline), deadlines, welsh);
        }
        let head = Head {
            lead: match (welsh, things) {
                (true, true) => Lead::WelshNouns,
                (true, false) => Lead::WelshVerbs,
                (false, true) => Lead::Nouns,
                (false, false) => Lead::Verbs,
            },
            cue: (segment.first, colon),
            subject: addressee::body_before(tokens, segment.first, colon),
            deadline,
            begun: false,
            colon: true,
            own: MarkerClass::of(tokens, segment),
            items: None,
        };
        self.named = head.deadline.clone().or(self.named.take());
        let part = Segment { first: from, marker: None, ..*segment };
        let rest: Vec<DeadlineFound> =
            deadlines.iter().filter(|found| found.first >= from).cloned().collect();
        self.item(&part, &head, &rest, welsh);
        true
    }
}
