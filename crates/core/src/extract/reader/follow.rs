//! Sentences that say more of what stood before: tails ("these steps within 35 days"), dates alone, the
//! parts of a sum, how an apology is to be, what a response must contain.

use super::{
    super::{
        Extraction, amount,
        clause::Act,
        cue::{Cue, Lead},
        deadline::read::DeadlineFound,
        evidence,
        kind::{Kind, Scope},
        tail,
        token::TokenKind,
        words::Words,
    },
    Draft, Reader, governing,
};

/// Words that point back at what was asked for before, what they point at, and what is to be done with it.
static POINTING: Words = Words::new("this these above both all so hyn rhain uchod");
static POINTED_AT: Words = Words::new(
    "so steps actions action recommendations done orders within by matters completed hyn \
    camau o erbyn cyn",
);
static DOING: Words = Words::new(
    "take do complete carry implement done completed implemented paid made taken carried \
    comply sent provided \
    gwneud wneud cwblhau gwblhau gweithredu weithredu cymryd gymryd chymryd cyflawni gyflawni roi rhoi",
);

impl Reader<'_, '_> {
    /// Whether a segment only says more of the acts before it; if so it is read here.
    pub(super) fn follows_on(&mut self, at: usize, cue: Option<&Cue>, deadlines: &[DeadlineFound]) -> bool {
        if self.drafts.is_empty() || self.drafts.len() == self.passage && self.since_act > 3 {
            return false;
        }
        self.evidence_named(at)
            || self.date_alone(at, deadlines)
            || self.tail(at, cue, deadlines)
            || self.more_of_payment(at, cue)
            || self.more_of_apology(at, cue)
    }

    /// "Evidence: a copy of the revised procedure."
    fn evidence_named(&mut self, at: usize) -> bool {
        let segment = &self.segments[at];
        let named =
            self.tokens.reads_any(segment.first, &["evidence :", "evidence required :", "tystiolaeth :"]);
        let (Some(from), Some(last)) = (named, self.drafts.last_mut()) else { return false };
        last.evidence.push((from, segment.last));
        true
    }

    /// "No later than 20 November 2025": the deadline of what stands before it.
    fn date_alone(&mut self, at: usize, deadlines: &[DeadlineFound]) -> bool {
        let segment = &self.segments[at];
        let Some(found) = deadlines.first().filter(|found| {
            let whole = tail::is_whole(self.tokens, found, segment.first, segment.last);
            found.first == segment.first || (whole && self.drafts.len() > self.passage)
        }) else {
            return false;
        };
        if tail::is_whole(self.tokens, found, segment.first, segment.last) && self.drafts.len() > self.passage
        {
            return self.govern_passage(found);
        }
        let whole = (found.last..segment.last).all(|at| self.tokens.kind(at) == Some(TokenKind::Mark));
        // A passage cut out of a longer one may end within the name of the next order: "3 Wo".
        let cut = self.tokens.word(segment.first) == "no"
            && segment.last == self.tokens.all.len()
            && segment.last - found.last <= 3
            && self.tokens.kind(found.last) == Some(TokenKind::Number);
        let whole = whole || cut;
        let Some(deadline) = found.set().filter(|_| whole && self.tokens.word(segment.last - 1) != ":")
        else {
            return false;
        };
        let placed = (deadline.clone(), (found.first, found.last));
        let end = found.last;
        let passage = self.passage;
        if self.tokens.word(segment.first) == "no" {
            self.merge_order(passage);
        }
        if let Some(last) =
            self.drafts.last_mut().filter(|last| last.deadline.is_none() && segment.first - last.last <= 200)
        {
            last.last = end;
        }
        for draft in self.drafts.iter_mut().skip(passage).filter(|draft| draft.deadline.is_none()) {
            draft.deadline = Some(placed.clone());
            draft.warnings.extend(found.warnings.clone());
        }
        self.named = Some(placed);
        true
    }

    /// Gives a deadline to all acts of the passage that have none.
    fn govern_passage(&mut self, found: &DeadlineFound) -> bool {
        let Some(deadline) = found.governing() else { return false };
        let placed = (deadline.clone(), (found.first, found.last));
        let passage = self.passage;
        for draft in self.drafts.iter_mut().skip(passage).filter(|draft| draft.deadline.is_none()) {
            draft.deadline = Some(placed.clone());
            draft.warnings.extend(found.warnings.clone());
        }
        self.named = Some(placed);
        true
    }

    /// "It must take these steps within 35 days of this notice", "This should be done by 3 May 2026."
    fn tail(&mut self, at: usize, cue: Option<&Cue>, deadlines: &[DeadlineFound]) -> bool {
        let Some(cue) = cue else { return false };
        let segment = self.segments[at];
        let tokens = self.tokens;
        let from = if cue.lead == Lead::Whole { cue.clause } else { cue.acts };
        let points_back = (cue.leans && cue.lead == Lead::Whole)
            || (from..segment.last).any(|at| {
                POINTING.has(tokens.word(at)) && (at..at + 5).any(|at| POINTED_AT.has(tokens.word(at)))
            });
        let points_back = points_back
            || (from..segment.last).any(|at| {
                tokens.reads_any(at, &["'r cam ar waith", "'r camau ar waith", "y camau ar waith"]).is_some()
            });
        let does = (from..segment.last).any(|at| DOING.has(tokens.word(at)));
        if !points_back || !does || self.drafts.len() == self.passage {
            return false;
        }
        if evidence::goes_to_office(tokens, from, segment.last).is_some() {
            return false;
        }
        let Some(placed) = governing(deadlines) else { return cue.leans && cue.lead == Lead::Whole };
        let warnings = deadlines.first().map(|found| found.warnings.clone()).unwrap_or_default();
        let passage = self.passage;
        for draft in self.drafts.iter_mut().skip(passage).filter(|draft| draft.deadline.is_none()) {
            draft.deadline = Some(placed.clone());
            draft.warnings.extend(warnings.clone());
        }
        self.named = Some(placed);
        self.head = None;
        true
    }

    /// "£250 for the delay.", "The landlord may deduct what it paid.", "It must provide documentary
    /// evidence of payment".
    fn more_of_payment(&mut self, at: usize, cue: Option<&Cue>) -> bool {
        let segment = &self.segments[at];
        let tokens = self.tokens;
        let Some(last) = self.drafts.last_mut().filter(|last| last.kind == Kind::Payment) else {
            return false;
        };
        let first = segment.first;
        let near = segment.start() - last.last <= 40;
        let part = tokens.word(first) == "£" && cue.is_none() && near;
        let deducts = (first..first + 6)
            .any(|at| tokens.reads_any(at, &["may deduct", "can deduct", "may offset"]).is_some());
        if part || (deducts && near) {
            last.last = segment.last;
            last.amounts = amount::read(tokens, last.first, last.last);
            self.since_act = 0;
            return true;
        }
        let paid = (first..segment.last).any(|at| {
            tokens
                .reads_any(at, &["evidence of payment", "proof of payment", "evidence that it has paid"])
                .is_some()
        });
        if paid && cue.is_some() && near {
            let items = evidence::items(tokens, first, segment.last);
            let from = if self.order.is_some() { self.passage } else { self.drafts.len().saturating_sub(1) };
            for draft in self.drafts.iter_mut().skip(from).filter(|draft| draft.kind == Kind::Payment) {
                draft.evidence.extend(items.clone());
            }
            return true;
        }
        false
    }

    /// "The apology is specific to the failures", "It has due regard to our guidance".
    fn more_of_apology(&mut self, at: usize, cue: Option<&Cue>) -> bool {
        let segment = &self.segments[at];
        let tokens = self.tokens;
        let Some(last) =
            self.drafts.last_mut().filter(|last| last.kind == Kind::Apology && last.deadline.is_none())
        else {
            return false;
        };
        let first = segment.first;
        let opens = tokens
            .reads_any(
                first,
                &["the apology", "it has due regard", "the written apology", "it is", "has due regard"],
            )
            .is_some();
        let bound = cue.is_some_and(|cue| !cue.leans && cue.lead != Lead::Whole);
        if opens && !bound && segment.start() - last.last <= 3 {
            last.last = segment.last;
            self.since_act = 0;
            return true;
        }
        false
    }

    /// "The landlord must ensure: the apology is …" after an act that is the apology already.
    pub(super) fn merges_apology(&mut self, act: &Act) -> bool {
        let tokens = self.tokens;
        let same = act.verb == Some("ensure")
            && (act.first..act.last).any(|at| tokens.reads(at, "the apology").is_some());
        let passage = self.passage;
        let count = self.drafts.len();
        let Some(last) =
            self.drafts.last_mut().filter(|last| last.kind == Kind::Apology && last.deadline.is_none())
        else {
            return false;
        };
        if !same || count == passage || act.first - last.last > 3 {
            return false;
        }
        last.last = act.last;
        self.since_act = 0;
        true
    }

    /// "You are under a duty to respond within 56 days" with all that says how: one act.
    pub(super) fn duty(&mut self, at: usize, cue: Cue, deadlines: &[DeadlineFound]) -> usize {
        let tokens = self.tokens;
        let segment = self.segments[at];
        let mut end = at;
        for (step, next) in self.segments.iter().enumerate().skip(at + 1).take(6) {
            let opening =
                tokens.reads_any(next.first, &["your response must", "otherwise", "the response must"]);
            let extends = (next.first..next.last).any(|at| tokens.reads(at, "may extend").is_some());
            if opening.is_some() || extends {
                end = step;
            }
        }
        let last = self.segments[end].last;
        let act = Act { first: cue.clause, last, verb: Some("report"), verb_at: cue.words.0 };
        let mut draft = Draft::new(&act, Kind::ReportBack, cue.words.0, Scope::Service);
        draft.duty = true;
        draft.cue = Some(cue.words);
        draft.deadline = governing(deadlines);
        draft.warnings = deadlines.iter().flat_map(|found| found.warnings.clone()).collect();
        draft.evidence = vec![(cue.words.0, segment.last)];
        if let Some(deadline) = &draft.deadline {
            self.named = Some(deadline.clone());
        }
        self.drafts.push(draft);
        self.head = None;
        self.since_act = 0;
        end + 1
    }

    /// "The Council is to write to Mr X." before "The letter must …": the letter is no act of its own.
    pub(super) fn is_vehicle(&self, at: usize, acts: &[Act]) -> bool {
        let [only] = acts else { return false };
        let next = self.segments.get(at + 1).map_or(0, |next| next.first);
        let tokens = self.tokens;
        let letter = tokens
            .reads_any(next, &["the letter", "this letter", "its letter", "y llythyr", "dylai'r llythyr"])
            .is_some()
            || (next..next + 4).any(|at| matches!(tokens.word(at), "llythyr"));
        matches!(only.verb, Some("write" | "send" | "ysgrifennu" | "anfon")) && letter && next > 0
    }

    /// "agreed to do **three things**": they follow.
    pub(super) fn only_counts(&self, act: &Act) -> bool {
        let tokens = self.tokens;
        let end = (act.first..act.last).find(|&at| matches!(tokens.word(at), "things" | "steps" | "actions"));
        let ends = end.is_some_and(|end| {
            (end + 1..act.last).all(|at| tokens.kind(at) == Some(TokenKind::Mark)) && end - act.first <= 12
        });
        let counts = (act.verb_at..act.last).any(|at| {
            matches!(tokens.word(at), "two" | "three" | "four" | "five" | "several" | "following" | "these")
        });
        ends && counts && matches!(act.verb, Some("do" | "take" | "complete" | "carry"))
    }

    /// "a letter goes to Mrs X, within 3 weeks, **to apologise** and **to explain**": the letter is dropped.
    pub(super) fn drop_vehicle(&self, acts: &mut Vec<Act>) {
        let tokens = self.tokens;
        let several = acts.get(1).is_some_and(|act| tokens.word(act.first) == "i");
        if let Some(first) = acts.first_mut()
            && (first.verb == Some("mynd")
                || (first.verb == Some("ysgrifennu")
                    && several
                    && tokens.word(first.verb_at.saturating_sub(1)) != "i"))
        {
            let purpose = (first.verb_at + 1..first.last).find(|&at| {
                tokens.word(at) == "i" && super::super::welsh::verb::base(tokens.word(at + 1)).is_some()
            });
            if let Some(purpose) = purpose {
                first.first = purpose;
                first.verb_at = purpose + 1;
                first.verb = super::super::welsh::verb::base(tokens.word(purpose + 1));
            }
        }
        let aim = |act: &Act| {
            let before = act.first.checked_sub(1).map_or("", |before| tokens.word(before));
            matches!(tokens.word(act.first), "i" | "to") || before == "i"
        };
        let empty = |act: &Act| {
            matches!(act.verb, Some("mynd" | "ysgrifennu" | "write" | "contact"))
                && act.last - act.first <= 6
                && !(act.first..act.last).any(|at| matches!(tokens.word(at), "and" | "ac"))
        };
        let one = acts.len() == 2 && tokens.word(acts[1].first) == "to" && acts[0].verb == Some("write");
        if one && empty(&acts[0]) && !aim(&acts[0]) {
            // "write to her, within 4 weeks, to apologise"
            acts[0].last = acts[1].last;
            acts.truncate(1);
            return;
        }
        if acts.len() > 1 && empty(&acts[0]) && aim(&acts[1]) && !aim(&acts[0]) {
            acts.remove(0);
        }
    }

    /// All drafts in their final form, in the order of the text.
    pub(super) fn finish(self) -> Vec<Extraction> {
        // A report to prevent deaths has no complainant: all it asks is for those who come after.
        let public = self.drafts.iter().any(|draft| draft.duty);
        let mut drafts = self.drafts;
        drafts.sort_by_key(|draft| draft.first);
        let tokens = self.tokens;
        drafts
            .into_iter()
            .map(|mut draft| {
                if public {
                    draft.scope = Scope::Service;
                }
                draft.finish(tokens)
            })
            .collect()
    }
}
