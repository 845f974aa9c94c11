//! Reading a text from top to bottom: heads and their lists, sentences with acts, tails that govern what
//! stood before, and sentences that only say more of the act before them.

mod clauses;
mod colon;
mod draft;
mod follow;
mod gather;
mod headline;
mod list;
mod order;
mod span;

use super::{
    Extraction, Options, addressee,
    clause::Acts,
    cue::{self, Context, Cue, Lead},
    deadline,
    deadline::read::DeadlineFound,
    distractor,
    govern::Placed,
    lexicon::Flags,
    segment::{MarkerClass, Segment},
    tail,
    token::Tokens,
    welsh,
    words::Words,
};
use crate::text::Language;

use self::{draft::Draft, order::Order};

/// A head whose items follow: "Within one month the Council has agreed to:".
#[derive(Debug, Clone)]
struct Head {
    lead: Lead,
    cue: (usize, usize),
    subject: Option<(usize, usize)>,
    deadline: Option<Placed>,
    /// Whether an item was read already.
    begun: bool,
    /// Whether it ends with a colon, so that what follows is its list.
    colon: bool,
    /// How the head itself is marked, and its items: `20.` and `a)`.
    own: Option<MarkerClass>,
    items: Option<MarkerClass>,
}

struct Reader<'t, 'a> {
    tokens: &'t Tokens<'a>,
    segments: &'t [Segment],
    options: &'t Options<'t>,
    drafts: Vec<Draft>,
    section: bool,
    head: Option<Head>,
    /// The first draft of the present passage: a tail sentence governs from there.
    passage: usize,
    /// How many segments ago an act was read.
    since_act: usize,
    /// The deadline named last.
    named: Option<Placed>,
    /// The body named last.
    body: Option<(usize, usize)>,
    welsh_text: bool,
    /// The order of a table of orders that is being read.
    order: Option<Order>,
    /// Whether the list that follows belongs to somebody else's sentence: "The policy says staff should:".
    muted: bool,
}

/// Every recommendation of a text.
pub(super) fn read(tokens: &Tokens<'_>, segments: &[Segment], options: &Options<'_>) -> Vec<Extraction> {
    let mut reader = Reader {
        tokens,
        segments,
        options,
        drafts: Vec::new(),
        section: false,
        head: None,
        passage: 0,
        since_act: usize::MAX,
        named: None,
        body: None,
        order: None,
        muted: false,
        welsh_text: is_welsh(tokens, 0, tokens.all.len().min(4000), false),
    };
    let mut at = 0;
    while at < segments.len() {
        at = reader.segment(at).max(at + 1);
    }
    reader.finish()
}

/// Whether most function words of a stretch are Welsh.
fn is_welsh(tokens: &Tokens<'_>, first: usize, last: usize, otherwise: bool) -> bool {
    let (mut welsh, mut english) = (0, 0);
    for at in first..last {
        let flags = tokens.flags(at);
        welsh += usize::from(flags.has(Flags::WELSH));
        english += usize::from(flags.has(Flags::ENGLISH));
    }
    if welsh == english { otherwise } else { welsh > english }
}

/// Whether a word announces, before a colon, what was promised or is to be done.
fn promises(word: &str) -> bool {
    static PROMISING: Words = Words::new(
        " promised settlement agreed terms accepted settled remedy steps actions \
        undertakings resolution settling upheld setliad cytunwyd \
        gytunwyd camau addawyd recommended recommendations argymhellion ymrwymiadau ",
    );
    PROMISING.has(word)
}

/// Whether a Welsh verb-noun stands at a token or after its particle.
fn welsh_verb_near(tokens: &Tokens<'_>, at: usize) -> bool {
    let at = tokens.reads_any(at, &["yn", "i", "'n"]).unwrap_or(at);
    welsh::verb::base(tokens.word(at)).is_some()
}

/// The first deadline of a sentence that may govern others.
fn governing(deadlines: &[DeadlineFound]) -> Option<Placed> {
    deadlines.iter().find_map(|found| Some((found.governing()?.clone(), (found.first, found.last))))
}

impl Reader<'_, '_> {
    /// Reads one segment; the answer is the next to read.
    fn segment(&mut self, at: usize) -> usize {
        let segment = &self.segments[at];
        if segment.heading {
            self.heading(segment);
            return at + 1;
        }
        self.since_act = self.since_act.saturating_add(1);
        let welsh = match self.options.language {
            Some(language) => language == Language::Cy,
            None => is_welsh(self.tokens, segment.first, segment.last, self.welsh_text),
        };
        let near =
            self.since_act <= 2 && !(segment.after_blank && segment.marker.is_none() && self.since_act > 1);
        let before = at.checked_sub(1).map_or((0, 0), |before| {
            let before = &self.segments[before];
            (before.first, before.last)
        });
        let context = Context { section: self.section, after_act: near, before, within: false, welsh };
        let cue = cue::find(self.tokens, segment, context);
        if cue.is_none() && self.head.is_none() && !self.section && self.since_act > 4 {
            // Most of a decision is neither remedy nor near one.
            return self.opened_by_deadline(at, welsh);
        }
        self.muted = false;
        let deadlines = deadline::read::read(self.tokens, segment.first, segment.last, self.options.decided);
        if self.follows_on(at, cue.as_ref(), &deadlines) {
            return at + 1;
        }
        if let Some(cue) = cue {
            return self.bound(at, cue, &deadlines);
        }
        self.unbound(at, &deadlines, welsh);
        at + 1
    }

    fn heading(&mut self, segment: &Segment) {
        static REMEDIES: Words = Words::new(
            " recommendations recommendation orders order remedy remedies agreed \
            recommended required steps settlement \
            resolution argymhellion argymhelliad camau setliad ",
        );
        let opens = (segment.first..segment.last).any(|at| {
            let word = self.tokens.word(at);
            REMEDIES.has(word)
        });
        self.section = opens;
        self.order = self.order_named(segment);
        self.head = None;
        self.passage = self.drafts.len();
        self.since_act = usize::MAX;
    }

    /// "Within 3 weeks of the decision: write to Mr X" where nothing else announces a remedy.
    fn opened_by_deadline(&mut self, at: usize, welsh: bool) -> usize {
        let segment = &self.segments[at];
        let colon =
            (segment.first..segment.last.min(segment.first + 22)).any(|at| self.tokens.word(at) == ":");
        if segment.marker.is_none() {
            self.muted = self.tokens.word(segment.last - 1) == ":";
        }
        let opens = colon
            || headline::opens_with_remedy(self.tokens, segment.first, segment.last, welsh)
            || self.is_headline(segment)
            || segment.marker.is_some()
            || matches!(
                self.tokens.word(segment.first),
                "within" | "by" | "no" | "not" | "o" | "erbyn" | "before" | "to" | "due"
            );
        if opens {
            let deadlines =
                deadline::read::read(self.tokens, segment.first, segment.last, self.options.decided);
            self.unbound(at, &deadlines, welsh);
        }
        at + 1
    }

    /// "Council to apologise", "Mr A to be sent an apology": nothing finite stands before "to".
    fn is_headline(&self, segment: &Segment) -> bool {
        let to = (segment.first + 1..(segment.first + 7).min(segment.last))
            .find(|&at| self.tokens.word(at) == "to");
        to.is_some_and(|at| {
            (self.tokens.word(at + 1) == "be" || addressee::is_body(self.tokens.word(at - 1)))
                && !(segment.first..at).any(|at| self.tokens.flags(at).has(Flags::BEFORE_TO.or(Flags::MODAL)))
        })
    }

    /// A sentence with a cue: a head, or acts.
    fn bound(&mut self, at: usize, cue: Cue, deadlines: &[DeadlineFound]) -> usize {
        let segment = self.segments[at];
        let cue = Cue { subject: cue.subject.or_else(|| self.body_meant(&segment, &cue)), ..cue };
        if cue.subject.is_some() {
            self.body = cue.subject;
        }
        match cue.lead {
            Lead::Duty => return self.duty(at, cue, deadlines),
            Lead::Questions => {
                self.open_list(&segment, cue, None, true);
                return at + 1;
            }
            _ => {}
        }
        if self.is_head(at, &cue, deadlines) {
            let deadline = governing(deadlines).or_else(|| self.vehicle_deadline(cue.leans));
            let told = self.segments.get(at + 1).is_some_and(|next| {
                next.starts_line && cue::is_imperative(self.tokens, next.first, next.last)
            });
            let colon = told || self.tokens.word(segment.last - 1) == ":";
            self.open_list(&segment, cue, deadline, colon);
            return at + 1;
        }
        if distractor::is_preamble(self.tokens, segment.first, segment.last) {
            return at + 1;
        }
        let tail = deadlines.last().and_then(|found| {
            tail::start(self.tokens, found, cue.acts, segment.last).filter(|&tail| tail > cue.acts)
        });
        let segment = Segment { last: tail.unwrap_or(segment.last), ..segment };
        if self.within_order(&segment, &cue, deadlines) {
            return at + 1;
        }
        let inherited = self.inherited(&segment);
        let (end, rest) = self.clause_end(&segment, &cue, cue.words.1);
        let head = inherited.as_ref().and_then(|head| head.deadline.clone());
        let read = Acts { tokens: self.tokens, deadlines, lead: cue.lead };
        let from = if cue.lead == Lead::Whole { cue.clause } else { self.after_following(&cue, end) };
        let mut acts = read.split(from, end);
        if self.is_vehicle(at, &acts) {
            let deadline = governing(deadlines);
            self.open_list(&segment, Cue { lead: Lead::Verbs, ..cue }, deadline, false);
            return at + 1;
        }
        self.drop_vehicle(&mut acts);
        acts.retain(|act| !self.only_counts(act));
        if let Some(act) = self.act_put_first(&segment, &cue) {
            acts.insert(0, act);
        }
        self.join_do_so(&mut acts, &segment);
        self.spread(&mut acts, &cue, &segment, deadlines);
        for (place, act) in acts.iter().enumerate() {
            self.add(act, Some(&cue), deadlines, head.as_ref(), place == 0);
        }
        if let Some(rest) = rest {
            self.further_clauses(&segment, &cue, rest, deadlines);
        }
        match &mut self.head {
            Some(head) if inherited.is_some() => {
                head.begun = true;
                head.items = head.items.or(MarkerClass::of(self.tokens, &segment));
            }
            // A further sentence of an item leaves the list open; a new line without a mark closes it.
            _ if segment.after_blank || segment.marker.is_some() => self.head = None,
            _ => {}
        }
        at + 1
    }
}
