//! Heads and their items: "Within one month the Council has agreed to:" a) … b) …; "Due within 3 weeks: …".

use super::{Head, Reader, governing, promises};
use crate::extract::{
    addressee,
    clause::{self, Acts},
    cue::{self, Cue, Lead},
    deadline::read::DeadlineFound,
    distractor,
    govern::Placed,
    segment::{MarkerClass, Segment},
    tail,
    token::{Gap, TokenKind, Tokens},
    verb,
    words::Words,
};

/// "of the following issues": what follows is what an act is about.
pub(super) fn is_about(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    static MATTERS: Words = Words::new(" issues matters points concerns areas questions factors failings ");
    (first..last).any(|at| tokens.word(at) == "following" && MATTERS.has(tokens.word(at + 1)))
}

impl Reader<'_, '_> {
    /// Whether a sentence only opens a list.
    pub(super) fn is_head(&self, at: usize, cue: &Cue, deadlines: &[DeadlineFound]) -> bool {
        let tokens = self.tokens;
        let segment = &self.segments[at];
        let next = self.segments.get(at + 1);
        let listed = next.is_some_and(|next| {
            next.marker.is_some() || (next.starts_line && cue::is_imperative(tokens, next.first, next.last))
        });
        let colon = tokens.word(segment.last - 1) == ":";
        let rest = (cue.acts..segment.last)
            .filter(|&at| !matches!(tokens.word(at), ":" | "." | "," | "also" | "–" | "-"))
            .filter(|&at| !deadlines.iter().any(|found| (found.first..found.last).contains(&at)));
        let empty = rest.count() == 0;
        let sums = next.is_some_and(|next| tokens.word(next.first) == "£");
        let paid = (cue.acts..segment.last).any(|at| tokens.word(at) == "£");
        let following =
            (cue.words.0..segment.last).any(|at| matches!(tokens.word(at), "following" | "canlynol"));
        let said = (cue.acts..segment.last).any(|at| tokens.word(at) == ":");
        // "conduct a review of the following issues:" is the act; what follows is only what it is about.
        if is_about(tokens, cue.acts, segment.last) && cue::is_imperative(tokens, cue.acts, segment.last) {
            return false;
        }
        (empty && next.is_some()) || (colon && !(sums || paid)) || (following && listed && !paid && !said)
    }

    pub(super) fn open_list(&mut self, segment: &Segment, cue: Cue, deadline: Option<Placed>, colon: bool) {
        if let Some(deadline) = &deadline {
            self.named = Some(deadline.clone());
        }
        if self.head.is_none() {
            self.passage = self.drafts.len();
        }
        self.since_act = 0;
        self.head = Some(Head {
            lead: cue.lead,
            cue: cue.words,
            subject: cue.subject,
            deadline,
            begun: false,
            colon,
            own: MarkerClass::of(self.tokens, segment),
            items: None,
        });
    }

    /// The head above a segment, if the segment is one of its items: not where the marks go on as the
    /// head's own.
    pub(super) fn inherited(&self, segment: &Segment) -> Option<Head> {
        let head = self.head.as_ref()?;
        let class = MarkerClass::of(self.tokens, segment);
        let left = head.begun && class.is_some() && class != head.items && class == head.own;
        (!left && (segment.marker.is_some() || !head.begun)).then(|| head.clone())
    }

    /// A sentence without a cue: an item of a list, an instruction in a section of recommendations, or
    /// nothing.
    pub(super) fn unbound(&mut self, at: usize, deadlines: &[DeadlineFound], welsh: bool) {
        let segment = &self.segments[at];
        let item = segment.marker.is_some() && self.head.as_ref().is_some_and(|head| head.items.is_some());
        if item {
            // An item may end with the deadline of the next ones, and is an item all the same.
        } else if self.after_colon(segment, deadlines, welsh) {
            return;
        }
        if !item
            && (self.opens_timed_list(at, deadlines, welsh) || self.names_remedies(segment, deadlines, welsh))
        {
            return;
        }
        let imperative = cue::is_imperative(self.tokens, segment.first, segment.last);
        let left = segment.marker.is_some() && self.inherited(segment).is_none();
        if left {
            self.head = None;
        }
        if let Some(head) = self.head.clone() {
            let item = segment.marker.is_some()
                || !head.begun
                || (imperative && segment.starts_line && head.items.is_none());
            if item && (head.begun || head.colon || segment.marker.is_some()) {
                self.item(segment, &head, deadlines, welsh);
                return;
            }
            if segment.after_blank {
                self.head = None;
            }
        }
        let plain = imperative
            && segment.marker.is_some()
            && !self.muted
            && cue::is_plain_imperative(self.tokens, segment.first);
        if plain || (self.section && imperative && (segment.marker.is_some() || segment.starts_line)) {
            let head = Head {
                lead: Lead::Verbs,
                cue: (segment.first, segment.first + 1),
                subject: None,
                deadline: None,
                begun: true,
                colon: false,
                own: None,
                items: None,
            };
            self.item(segment, &head, deadlines, welsh);
        }
    }

    /// "To be done by 28 July 2026:" before a list.
    pub(super) fn opens_timed_list(&mut self, at: usize, deadlines: &[DeadlineFound], welsh: bool) -> bool {
        let segment = &self.segments[at];
        let listed = self.segments.get(at + 1).is_some_and(|next| {
            next.marker.is_some() || cue::is_imperative(self.tokens, next.first, next.last)
        });
        let short = segment.last - segment.first <= 16 && self.tokens.word(segment.last - 1) == ":";
        let promised = (segment.first..segment.last).any(|at| promises(self.tokens.word(at)));
        let framed = distractor::is_framed(self.tokens, segment.first, segment.last);
        let deadline = governing(deadlines);
        let named = self.names_a_body_alone(at);
        if !short || !listed || framed || !(promised || named || deadline.is_some()) {
            return false;
        }
        self.open_timed_list(&segment.clone(), deadline, welsh);
        true
    }

    /// "The Surgery:" before a list of what it is to do.
    fn names_a_body_alone(&self, at: usize) -> bool {
        let segment = &self.segments[at];
        let last = segment.last.saturating_sub(1);
        let body = addressee::body_before(self.tokens, segment.first, last);
        let alone = body.is_some_and(|(first, end)| first == segment.first && end == last);
        let told = self
            .segments
            .get(at + 1)
            .is_some_and(|next| cue::is_imperative(self.tokens, next.first, next.last));
        alone && told
    }

    /// "…; and, within 6 months:" at the end of an item: the deadline of the items that follow.
    fn opens_next<'d>(
        &self,
        segment: &Segment,
        deadlines: &'d [DeadlineFound],
    ) -> (&'d [DeadlineFound], Option<Placed>) {
        let tokens = self.tokens;
        let ends = segment.last > segment.first;
        let colon = ends && tokens.word(segment.last - 1) == ":";
        // "…; and, within 3 months, (c) audit a sample".
        let comma = ends
            && tokens.word(segment.last - 1) == ","
            && deadlines.last().is_some_and(|found| {
                matches!(tokens.word(found.first.saturating_sub(1)), "," | "and" | ";")
                    && (segment.first..found.first).any(|at| tokens.word(at) == ";")
            });
        match deadlines.split_last() {
            Some((found, own)) if (colon || comma) && found.last == segment.last - 1 => {
                (own, governing(std::slice::from_ref(found)))
            }
            _ => (deadlines, None),
        }
    }

    /// A deadline on a line of its own at the end of the last item is that of the whole list.
    fn governs_list(&mut self, segment: &Segment, deadlines: &[DeadlineFound]) {
        let tokens = self.tokens;
        let alone = deadlines.last().filter(|found| {
            let ends = (found.last..segment.last).all(|at| tokens.kind(at) == Some(TokenKind::Mark));
            let line = tokens.gap(found.first) >= Gap::Line && found.first > segment.first;
            ends && line && matches!(tokens.word(found.first - 1), "," | ";" | ".")
        });
        // "c) train its staff – all within 1 month"
        let tail = deadlines
            .last()
            .filter(|found| tail::start(tokens, found, segment.first, segment.last).is_some());
        let Some(placed) = alone.or(tail).and_then(|found| governing(std::slice::from_ref(found))) else {
            return;
        };
        let passage = self.passage;
        for draft in self.drafts.iter_mut().skip(passage).filter(|draft| draft.deadline.is_none()) {
            draft.deadline = Some(placed.clone());
        }
    }

    /// Whether an item names what is to be given ("a written apology") instead of saying what to do.
    pub(super) fn names_things(&self, segment: &Segment) -> bool {
        let tokens = self.tokens;
        let mut at = segment.first;
        while at < segment.last && (clause::is_adverb(tokens.word(at)) || tokens.word(at) == "to") {
            at += 1;
        }
        let acts = verb::find(tokens.word(at)).is_some_and(|found| found.form != verb::Form::Participle);
        !acts
            && !clause::is_leading(tokens.word(at))
            && !matches!(tokens.word(at), "within" | "no" | "not" | ",")
    }

    pub(super) fn item(&mut self, segment: &Segment, head: &Head, deadlines: &[DeadlineFound], welsh: bool) {
        let lead = match head.lead {
            Lead::Third | Lead::Whole | Lead::Duty if welsh => Lead::WelshVerbs,
            Lead::Whole | Lead::Duty => Lead::Verbs,
            other => other,
        };
        let nouns = matches!(lead, Lead::Verbs | Lead::Third) && !welsh && self.names_things(segment);
        let lead = match (lead, nouns, welsh) {
            (_, true, _) => Lead::Nouns,
            (Lead::Verbs, _, true) => Lead::WelshVerbs,
            _ => lead,
        };
        let read = Acts { tokens: self.tokens, deadlines, lead };
        let mut acts = read.split(segment.first, segment.last);
        if let (Some(first), Some(marker)) = (acts.first_mut(), segment.marker) {
            first.first = marker;
        }
        let cue = Cue {
            words: head.cue,
            acts: segment.first,
            subject: head.subject,
            lead,
            clause: segment.start(),
            voiced: false,
            pronoun: false,
            leans: false,
        };
        let (own, next) = self.opens_next(segment, deadlines);
        if let Some((_, (first, _))) = &next
            && let Some(act) = acts.last_mut()
        {
            act.last = act.last.min(*first);
            while act.last > act.first + 1 && matches!(self.tokens.word(act.last - 1), "," | "and" | ";") {
                act.last -= 1;
            }
        }
        for act in &acts {
            self.add(act, Some(&cue), own, head.deadline.as_ref(), false);
        }
        if let (Some(next), Some(head)) = (next, &mut self.head) {
            head.deadline = Some(next);
        }
        self.governs_list(segment, deadlines);
        if let Some(head) = &mut self.head {
            head.begun = true;
            head.items = head.items.or(MarkerClass::of(self.tokens, segment));
        }
    }

    /// Opens a list that a deadline or a word of promise announces, and no cue.
    pub(super) fn open_timed_list(&mut self, segment: &Segment, deadline: Option<Placed>, welsh: bool) {
        if let Some(deadline) = &deadline {
            self.named = Some(deadline.clone());
        }
        self.passage = self.drafts.len();
        self.head = Some(Head {
            lead: if welsh { Lead::WelshVerbs } else { Lead::Verbs },
            cue: (segment.first, segment.last),
            subject: addressee::body_before(self.tokens, segment.first, segment.last.saturating_sub(1)),
            deadline,
            begun: false,
            colon: true,
            own: MarkerClass::of(self.tokens, segment),
            items: None,
        });
    }

    /// "The letter must (1) …": the deadline of the letter.
    pub(super) fn vehicle_deadline(&self, leans: bool) -> Option<Placed> {
        let head = self.head.as_ref().filter(|head| leans && !head.begun)?;
        head.deadline.clone()
    }
}
