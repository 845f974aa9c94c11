//! Reading a text from top to bottom: heads and their lists, sentences with acts, tails that govern what stood
//! before, and sentences that only say more of the act before them.

mod draft;
mod follow;
mod order;

use super::{
    Extraction, Options, Warning, addressee, amount,
    clause::{self, Act, Acts},
    cue::{self, Context, Cue, Lead},
    deadline,
    deadline::read::DeadlineFound,
    distractor, evidence,
    govern::{self, Placed},
    kind::{self, Kind, Scope},
    lexicon::Flags,
    remedy,
    segment::{MarkerClass, Segment},
    token::Tokens,
    verb, welsh,
};
use crate::text::Language;

use self::draft::Draft;

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
    /// The order of a table of orders that is being read: its kind, where its name tells it.
    order: Option<Option<Kind>>,
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

/// Whether a Welsh verb-noun stands at a token or after its particle.
fn welsh_verb_near(tokens: &Tokens<'_>, at: usize) -> bool {
    let at = tokens.reads_any(at, &["yn", "i", "'n"]).unwrap_or(at);
    welsh::verb::base(tokens.word(at)).is_some()
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
        let context = Context { section: self.section, after_act: near, welsh };
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
        const REMEDIES: &str = " recommendations recommendation orders order remedy remedies agreed recommended required steps settlement \
            resolution argymhellion argymhelliad camau setliad ";
        let opens = (segment.first..segment.last).any(|at| {
            let word = self.tokens.word(at);
            REMEDIES.split(' ').any(|known| !known.is_empty() && known == word)
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
            || segment.marker.is_some()
            || matches!(
                self.tokens.word(segment.first),
                "within" | "by" | "no" | "not" | "o" | "erbyn" | "before"
            );
        if opens {
            let deadlines =
                deadline::read::read(self.tokens, segment.first, segment.last, self.options.decided);
            self.unbound(at, &deadlines, welsh);
        }
        at + 1
    }

    /// A sentence with a cue: a head, or acts.
    fn bound(&mut self, at: usize, cue: Cue, deadlines: &[DeadlineFound]) -> usize {
        let segment = self.segments[at];
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
        if self.is_head(at, &cue) {
            let deadline = self.governing(deadlines).or_else(|| self.vehicle_deadline(cue.leans));
            let colon = self.tokens.word(segment.last - 1) == ":";
            self.open_list(&segment, cue, deadline, colon);
            return at + 1;
        }
        if distractor::is_preamble(self.tokens, segment.first, segment.last) {
            return at + 1;
        }
        if self.within_order(&segment, &cue, deadlines) {
            return at + 1;
        }
        let inherited = self.inherited(&segment);
        let (end, rest) = self.clause_end(&segment, &cue);
        let head = inherited.as_ref().and_then(|head| head.deadline.clone());
        let read = Acts { tokens: self.tokens, deadlines, lead: cue.lead };
        let from = if cue.lead == Lead::Whole { cue.clause } else { cue.acts };
        let mut acts = read.split(from, end);
        if self.is_vehicle(at, &acts) {
            let deadline = self.governing(deadlines);
            self.open_list(&segment, Cue { lead: Lead::Verbs, ..cue }, deadline, false);
            return at + 1;
        }
        self.drop_vehicle(&mut acts);
        self.join_do_so(&mut acts, &segment);
        self.spread(&mut acts, &cue, &segment, deadlines);
        for (place, act) in acts.iter().enumerate() {
            self.add(act, Some(&cue), deadlines, head.as_ref(), place == 0);
        }
        if let Some(rest) = rest {
            self.second_clause(&segment, &cue, rest, deadlines);
        }
        match &mut self.head {
            Some(head) if inherited.is_some() => {
                head.begun = true;
                head.items = head.items.or(MarkerClass::of(self.tokens, &segment));
            }
            _ => self.head = None,
        }
        at + 1
    }

    /// Where the clause of the cue ends, and where a second one with its own cue begins: "…, and the Board will …".
    fn clause_end(&self, segment: &Segment, cue: &Cue) -> (usize, Option<usize>) {
        if !matches!(cue.lead, Lead::Whole | Lead::Nouns) {
            return (segment.last, None);
        }
        let joint = (cue.words.1..segment.last).find(|&at| {
            let word = self.tokens.word(at);
            let next = self.tokens.word(at + 1);
            (word == "," && matches!(next, "and" | "but"))
                || word == ";"
                || (cue.lead == Lead::Whole && word == "and" && self.is_gapped(at, segment.last))
        });
        let Some(joint) = joint else { return (segment.last, None) };
        let part = Segment { first: joint + 1, marker: None, ..*segment };
        let bound = cue::find(self.tokens, &part, self.context_within()).is_some();
        if bound || self.is_gapped(joint, segment.last) {
            (joint, Some(joint + 1))
        } else {
            (segment.last, None)
        }
    }

    fn context_within(&self) -> Context {
        Context { section: self.section, after_act: true, welsh: false }
    }

    /// "…, and the collections **watched** for three months": the binding words are not said again.
    fn is_gapped(&self, joint: usize, last: usize) -> bool {
        let and = if self.tokens.word(joint) == "and" { joint } else { joint + 1 };
        let article =
            matches!(self.tokens.word(and + 1), "the" | "its" | "their" | "a" | "an" | "his" | "her");
        let participle = (and + 2..(and + 7).min(last)).any(|at| {
            verb::find(self.tokens.word(at)).is_some_and(|found| found.form == verb::Form::Participle)
        });
        self.tokens.word(and) == "and" && article && participle
    }

    fn after_and(&self, at: usize) -> usize {
        if self.tokens.word(at) == "and" { at + 1 } else { at }
    }

    fn second_clause(&mut self, segment: &Segment, first: &Cue, from: usize, deadlines: &[DeadlineFound]) {
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

    /// Where the first act's words begin: with "I recommend", with the subject of a single act, or with the act.
    fn spread(&self, acts: &mut [Act], cue: &Cue, segment: &Segment, deadlines: &[DeadlineFound]) {
        let single = acts.len() == 1;
        let Some(first) = acts.first_mut() else { return };
        let welsh = matches!(cue.lead, Lead::WelshVerbs | Lead::WelshNouns);
        let from_clause = cue.voiced || cue.pronoun || single;
        let timed = deadlines.iter().filter(|found| found.first >= cue.clause && found.last < cue.words.0);
        let clause = timed.map(|found| found.last).max().unwrap_or(cue.clause);
        let clause = if self.tokens.word(clause) == "," { clause + 1 } else { clause };
        let opening = self.tokens.word(segment.first);
        if single
            && matches!(opening, "if" | "unless" | "where" | "should" | "once" | "when")
            && cue.clause > segment.first
        {
            // A condition belongs to what it binds.
            first.first = segment.start();
        } else if let Some(marker) = segment.marker.filter(|_| cue.clause <= segment.first) {
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

    /// Whether a sentence only opens a list.
    fn is_head(&self, at: usize, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let segment = &self.segments[at];
        let next = self.segments.get(at + 1);
        let listed = next.is_some_and(|next| next.marker.is_some());
        let colon = tokens.word(segment.last - 1) == ":";
        let rest = (cue.acts..segment.last)
            .filter(|&at| !matches!(tokens.word(at), ":" | "." | "," | "also" | "–" | "-"));
        let empty = rest.count() == 0;
        let sums = next.is_some_and(|next| tokens.word(next.first) == "£");
        let paid = (cue.acts..segment.last).any(|at| tokens.word(at) == "£");
        let following =
            (cue.words.0..segment.last).any(|at| matches!(tokens.word(at), "following" | "canlynol"));
        let said = (cue.acts..segment.last).any(|at| tokens.word(at) == ":");
        (empty && next.is_some()) || (colon && !(sums || paid)) || (following && listed && !paid && !said)
    }

    fn open_list(&mut self, segment: &Segment, cue: Cue, deadline: Option<Placed>, colon: bool) {
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

    /// The head above a segment, if the segment is one of its items: not where the marks go on as the head's own.
    fn inherited(&self, segment: &Segment) -> Option<Head> {
        let head = self.head.as_ref()?;
        let class = MarkerClass::of(self.tokens, segment);
        let left = head.begun && class.is_some() && class != head.items && class == head.own;
        (!left && (segment.marker.is_some() || !head.begun)).then(|| head.clone())
    }

    /// A sentence without a cue: an item of a list, an instruction in a section of recommendations, or nothing.
    fn unbound(&mut self, at: usize, deadlines: &[DeadlineFound], welsh: bool) {
        let segment = &self.segments[at];
        if self.after_colon(segment, deadlines, welsh) {
            return;
        }
        if self.opens_timed_list(at, deadlines, welsh) {
            return;
        }
        let imperative = cue::is_imperative(self.tokens, segment.first, segment.last);
        let left = segment.marker.is_some() && self.inherited(segment).is_none();
        if left {
            self.head = None;
        }
        if let Some(head) = self.head.clone() {
            let item = segment.marker.is_some() || !head.begun || (imperative && segment.starts_line);
            if item && (head.begun || head.colon || segment.marker.is_some()) {
                self.item(segment, &head, deadlines, welsh);
                return;
            }
            if segment.after_blank || !segment.starts_line {
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
    fn opens_timed_list(&mut self, at: usize, deadlines: &[DeadlineFound], welsh: bool) -> bool {
        let segment = &self.segments[at];
        let listed = self.segments.get(at + 1).is_some_and(|next| {
            next.marker.is_some() || cue::is_imperative(self.tokens, next.first, next.last)
        });
        let short = segment.last - segment.first <= 16 && self.tokens.word(segment.last - 1) == ":";
        let deadline = self.governing(deadlines).filter(|_| short && listed);
        let _ = welsh;
        self.opens_timed_list_after(&segment.clone(), deadline)
    }

    /// Whether an item names what is to be given ("a written apology") instead of saying what to do.
    fn names_things(&self, segment: &Segment) -> bool {
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

    fn item(&mut self, segment: &Segment, head: &Head, deadlines: &[DeadlineFound], welsh: bool) {
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
        for act in &acts {
            self.add(act, Some(&cue), deadlines, head.deadline.as_ref(), false);
        }
        if let Some(head) = &mut self.head {
            head.begun = true;
            head.items = head.items.or(MarkerClass::of(self.tokens, segment));
        }
    }

    /// "Within 3 weeks of the decision: write to Mr X", "The Board promised two things: an apology and £50".
    fn after_colon(&mut self, segment: &Segment, deadlines: &[DeadlineFound], welsh: bool) -> bool {
        let tokens = self.tokens;
        let stop = segment.last.min(segment.first + 22);
        let Some(colon) = (segment.first + 1..stop).find(|&at| tokens.word(at) == ":") else { return false };
        let opening: Vec<DeadlineFound> =
            deadlines.iter().filter(|found| found.last <= colon).cloned().collect();
        let deadline = self.governing(&opening);
        let from = colon + 1;
        let short = colon - segment.first <= 12;
        let promised = (segment.first..colon).any(|at| {
            let word = tokens.word(at);
            matches!(
                word,
                "promised"
                    | "settlement"
                    | "agreed"
                    | "terms"
                    | "setliad"
                    | "cytunwyd"
                    | "gytunwyd"
                    | "remedy"
                    | "accepted"
                    | "settled"
            )
        });
        if !(promised || (deadline.is_some() && short)) || distractor::is_framed(tokens, segment.first, colon)
        {
            return false;
        }
        if from >= segment.last {
            return deadline.is_some() && self.opens_timed_list_after(segment, deadline);
        }
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
            return false;
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

    fn opens_timed_list_after(&mut self, segment: &Segment, deadline: Option<Placed>) -> bool {
        let Some(deadline) = deadline else { return false };
        self.named = Some(deadline.clone());
        self.passage = self.drafts.len();
        let welsh = is_welsh(self.tokens, segment.first, segment.last, self.welsh_text);
        self.head = Some(Head {
            lead: if welsh { Lead::WelshVerbs } else { Lead::Verbs },
            cue: deadline.1,
            subject: None,
            deadline: Some(deadline),
            begun: false,
            colon: true,
            own: MarkerClass::of(self.tokens, segment),
            items: None,
        });
        true
    }

    /// The first deadline of a sentence that may govern others.
    fn governing(&self, deadlines: &[DeadlineFound]) -> Option<Placed> {
        deadlines.iter().find_map(|found| Some((found.governing()?.clone(), (found.first, found.last))))
    }

    /// "The letter must (1) …": the deadline of the letter.
    fn vehicle_deadline(&self, leans: bool) -> Option<Placed> {
        let head = self.head.as_ref().filter(|head| leans && !head.begun)?;
        head.deadline.clone()
    }

    fn add(
        &mut self,
        act: &Act,
        cue: Option<&Cue>,
        deadlines: &[DeadlineFound],
        head: Option<&Placed>,
        lead: bool,
    ) {
        let welsh = cue.is_some_and(|cue| matches!(cue.lead, Lead::WelshVerbs | Lead::WelshNouns));
        let questions = cue.is_some_and(|cue| cue.lead == Lead::Questions);
        let (kind, kind_at) = self.kind_of(act, welsh, questions, deadlines);
        if self.points_at_recommendations(act) {
            self.since_act = 0;
            return;
        }
        if kind == Kind::Payment && distractor::is_fine(self.tokens, act.first, act.last) {
            return;
        }
        if lead && kind == Kind::Apology && self.merges_apology(act) {
            return;
        }
        let deadline = govern::of(self.tokens, act, kind, deadlines, head, self.named.as_ref());
        let person = self
            .drafts
            .get(self.passage..)
            .is_some_and(|drafts| drafts.iter().any(|draft| draft.scope == Scope::Personal));
        let scope = if questions {
            Scope::Service
        } else {
            kind::scope(self.tokens, act, kind, person && kind == Kind::Monitoring)
        };
        let mut draft = Draft::new(act, kind, kind_at, scope);
        draft.subject = cue.and_then(|cue| cue.subject).or(self.body);
        draft.cue = cue.map(|cue| cue.words);
        draft.warnings = deadlines
            .iter()
            .filter(|found| deadline.as_ref().is_some_and(|(_, place)| *place == (found.first, found.last)))
            .flat_map(|found| found.warnings.clone())
            .collect();
        if let Some(placed) = &deadline
            && !matches!(placed.0.kind, super::DeadlineKind::Duration | super::DeadlineKind::Recurring)
        {
            self.named = Some(placed.clone());
        }
        draft.deadline = deadline;
        if matches!(kind, Kind::Payment | Kind::Reimbursement) {
            draft.amounts = amount::read(self.tokens, act.first, act.last);
            if draft.amounts.total.is_none() && kind == Kind::Reimbursement {
                self.sum_before(act, &mut draft);
            }
        }
        if !questions {
            draft.evidence = evidence::items(self.tokens, act.first, act.last);
        }
        self.drafts.push(draft);
        self.since_act = 0;
    }

    fn kind_of(&self, act: &Act, welsh: bool, questions: bool, deadlines: &[DeadlineFound]) -> (Kind, usize) {
        if questions {
            let weighed = (act.first..act.last).find(|&at| self.tokens.word(at) == "whether");
            return weighed.map_or((Kind::Explanation, act.first), |at| (Kind::Review, at));
        }
        let (kind, at) = kind::of(self.tokens, act, welsh);
        let lasting = deadlines.iter().any(|found| {
            let before = found.last <= act.first && act.first.saturating_sub(found.last) <= 5;
            let within = (found.first >= act.first || before) && found.last <= act.last;
            let lasts = |deadline: &super::Deadline| {
                matches!(deadline.kind, super::DeadlineKind::Duration | super::DeadlineKind::Recurring)
            };
            within && found.set().is_some_and(lasts)
        });
        let watches = matches!(
            kind,
            Kind::ServiceProvision
                | Kind::Review
                | Kind::Explanation
                | Kind::ReportBack
                | Kind::InspectionRepair
        );
        if lasting && watches {
            return (Kind::Monitoring, at);
        }
        let reports = !matches!(kind, Kind::Apology | Kind::Payment | Kind::Reimbursement | Kind::Monitoring);
        match evidence::goes_to_office(self.tokens, act.first, act.last) {
            Some(office) if reports && self.reports(act) => (Kind::ReportBack, office),
            _ => (kind, at),
        }
    }

    /// Whether the act's own verb is one of telling: "send the plan to us", not "review … and the report we sent".
    fn reports(&self, act: &Act) -> bool {
        act.verb.is_some_and(|verb| {
            matches!(
                verb,
                "send"
                    | "provide"
                    | "submit"
                    | "report"
                    | "confirm"
                    | "write"
                    | "tell"
                    | "inform"
                    | "copy"
                    | "supply"
                    | "give"
                    | "forward"
                    | "notify"
                    | "update"
                    | "share"
                    | "show"
                    | "evidence"
                    | "anfon"
                    | "darparu"
                    | "cyflwyno"
                    | "adrodd"
                    | "hysbysu"
                    | "rhoi"
                    | "cadarnhau"
                    | "dangos"
            )
        })
    }

    /// "Unless it can show it reimbursed **these fees** then these should be paid": the sum named before.
    fn sum_before(&self, act: &Act, draft: &mut Draft) {
        let points = (act.first..act.last).any(|at| {
            matches!(self.tokens.word(at), "these" | "those")
                && (at..at + 3).any(|at| {
                    matches!(self.tokens.word(at), "fees" | "costs" | "expenses" | "charges" | "sums")
                })
        });
        if !points {
            return;
        }
        let from = act.first.saturating_sub(60);
        let found = (from..act.first).rev().find_map(|at| Some((at, amount::sum(self.tokens, at)?)));
        if let Some((at, (pence, end))) = found {
            draft.amounts.total = Some(pence);
            draft.amounts.words = Some((at, end));
            draft.warnings.push(Warning::SumFromBefore);
        }
    }
}
