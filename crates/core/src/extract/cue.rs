//! Cues: the words that make a sentence a recommendation. One table entry or one function per way of saying it.

use super::{
    addressee, distractor,
    lexicon::Flags,
    remedy,
    segment::Segment,
    token::{Gap, TokenKind, Tokens},
    verb::{self, Form},
    welsh,
};

/// How the acts follow the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// "will **apologise** and **pay**"
    Verbs,
    /// "recommend the Council **apologises** and **pays**"
    Third,
    /// "are to have **a full apology**"
    Nouns,
    /// "**the fees** should be paid": the whole clause is the act.
    Whole,
    /// "Bydd y Cyngor **yn ymddiheuro**"
    WelshVerbs,
    /// "Cytunwyd ar **ymddiheuriad**"
    WelshNouns,
    /// "You are under a duty to respond": the sentence and what explains it.
    Duty,
    /// "the following information be provided:": the items that follow ask for an answer.
    Questions,
}

/// A cue found in a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// The binding words themselves.
    pub words: (usize, usize),
    /// Where the acts begin.
    pub acts: usize,
    /// Who is told, if a body stands in the sentence.
    pub subject: Option<(usize, usize)>,
    /// How the acts follow.
    pub lead: Lead,
    /// Where the clause with the cue begins: "I recommend", "the Council must".
    pub clause: usize,
    /// Whether the office speaks in its own voice ("I recommend"), so that its words belong to the act.
    pub voiced: bool,
    /// Whether the subject is a pronoun.
    pub pronoun: bool,
    /// Whether only a recommendation before it in the text makes it one.
    pub leans: bool,
}

/// What the text before a sentence lets one expect.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// The section is one of recommendations or orders.
    pub section: bool,
    /// The sentence before in the same passage had a recommendation.
    pub after_act: bool,
    /// The sentence stands in Welsh.
    pub welsh: bool,
}

const RECOMMENDING: &str = " recommend recommends recommended propose proposes proposed order orders ordered require requires request \
    requests ask asks asked suggest suggests invite invites direct directs recommending ";

const AGREEING: &[&str] = &[
    "agreed to also",
    "offered to",
    "agreed to",
    "agreed that it will",
    "agreed that it would",
    "agreed that it should",
    "agreed that they will",
    "agreed it will",
    "agreed it would",
    "agrees to",
    "agrees that it will",
    "undertook to",
    "undertaken to",
    "undertakes to",
    "committed to",
    "commits to",
    "promised to",
    "promises to",
    "pledged to",
    "accepted that it will",
    "accepted that it should",
    "agreed the following actions",
    "agreed the following",
    "agreed to the following",
    "agreed to take the following steps",
    "agreed to take the following action",
    "agreed to take the following actions",
];

/// The cue of a sentence, if it has one.
pub(super) fn find(tokens: &Tokens<'_>, segment: &Segment, context: Context) -> Option<Cue> {
    let wanted = Flags::MODAL.or(Flags::AGREED).or(Flags::RECOMMEND).or(Flags::OPENING).or(Flags::BEFORE_TO);
    let mut best: Option<Cue> = None;
    for at in segment.first..segment.last {
        let flags = tokens.flags(at);
        if !flags.has(wanted) {
            continue;
        }
        let found = if context.welsh && flags.has(Flags::WELSH) {
            welsh::cue::find(tokens, segment, at, context)
        } else {
            english(tokens, segment, at, context)
        };
        let Some(cue) = found else { continue };
        // "We order that the landlord must pay": the acts follow the last of several cues in a row.
        match best {
            Some(first)
                if cue.words.0 < first.acts + 10 && first.lead == Lead::Third && cue.lead == Lead::Verbs =>
            {
                return Some(Cue {
                    clause: first.clause,
                    voiced: true,
                    words: (first.words.0, cue.words.1),
                    ..cue
                });
            }
            Some(_) => break,
            None if cue.lead == Lead::Third => best = Some(cue),
            None => return Some(cue),
        }
    }
    best
}

fn english(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    let flags = tokens.flags(at);
    if flags.has(Flags::MODAL) {
        return modal(tokens, segment, at, at + 1, context);
    }
    if flags.has(Flags::BEFORE_TO)
        && let Some(cue) = is_to(tokens, segment, at, context)
    {
        return Some(cue);
    }
    if flags.has(Flags::AGREED) {
        return agreed(tokens, segment, at, context);
    }
    if flags.has(Flags::RECOMMEND) {
        return recommend(tokens, segment, at);
    }
    if flags.has(Flags::OPENING) { opening(tokens, segment, at) } else { None }
}

/// Where the clause begins in which a token stands: after the last comma, colon or semicolon before its subject.
fn clause_start(tokens: &Tokens<'_>, first: usize, at: usize) -> usize {
    let mut start = at;
    while start > first && !matches!(tokens.word(start - 1), "," | ":" | ";" | ".") {
        start -= 1;
    }
    start
}

/// "is to", "are to", "has to", "is required to", "was asked to".
fn is_to(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    const SAYINGS: &[&str] = &[
        "is to",
        "are to",
        "was to",
        "were to",
        "has to",
        "have to",
        "needs to",
        "need to",
        "is required to",
        "are required to",
        "is expected to",
        "is asked to",
        "was asked to",
        "were asked to",
        "was told to",
        "were told to",
        "is told to",
        "was invited to",
        "was required to",
        "is invited to",
        "is now to",
        "is also to",
        "are also to",
    ];
    if let Some(acts) = has_until(tokens, segment, at) {
        return Some(acts);
    }
    let end = tokens.reads_any(at, SAYINGS)?;
    let weak = matches!(tokens.word(at), "has" | "have" | "needs" | "need");
    if weak && !context.section && !context.after_act {
        return None;
    }
    modal(tokens, segment, at, end, context)
}

/// "The Health Board has until 31 October to:".
fn has_until(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    tokens.reads_any(at, &["has until", "have until", "has by"])?;
    let to = (at + 2..(at + 12).min(segment.last)).find(|&at| tokens.word(at) == "to")?;
    let subject = addressee::body_before(tokens, segment.first, at);
    let clause = clause_start(tokens, segment.first, at);
    subject?;
    Some(Cue {
        words: (at, to + 1),
        acts: to + 1,
        subject,
        lead: Lead::Verbs,
        clause,
        voiced: false,
        pronoun: false,
        leans: false,
    })
}

/// "The Council should apologise", "it will also pay", "the fees should be repaid".
fn modal(tokens: &Tokens<'_>, segment: &Segment, at: usize, after: usize, context: Context) -> Option<Cue> {
    let after = if tokens.word(at) == "ought" { tokens.reads(after, "to")? } else { after };
    let last_of_cue = after - 1;
    if distractor::looks_back(tokens, last_of_cue)
        || distractor::tells_a_practice(tokens, last_of_cue)
        || distractor::is_framed(tokens, segment.first, at)
    {
        return None;
    }
    let clause = clause_start(tokens, segment.first, at);
    let acts = after;
    let mut next = after;
    while matches!(tokens.word(next), "also" | "now" | "then" | "therefore" | "each") {
        next += 1;
    }
    let words = (at, after);
    let base = Cue {
        words,
        acts,
        subject: None,
        lead: Lead::Verbs,
        clause,
        voiced: false,
        pronoun: false,
        leans: false,
    };
    let subject = addressee::body_before(tokens, segment.first, at);
    if let Some(things) = given(tokens, next, segment.last) {
        return Some(Cue { lead: Lead::Nouns, acts: things, subject, ..base });
    }
    if tokens.word(next) == "be" {
        return passive(tokens, next, Cue { subject, ..base }, context);
    }
    if tokens.word(at) == "would" {
        return conditional(tokens, segment, at, Cue { subject, ..base }, context);
    }
    if tokens.word(next) == "have" && tokens.word(at) != "should" {
        let promised = matches!(tokens.word(at), "is" | "are" | "was" | "were");
        return promised.then_some(Cue { lead: Lead::Nouns, acts: next + 1, subject, ..base });
    }
    active(tokens, segment.first, at, base, subject, context)
}

/// "will get **an apology**", "is to be given **a written account**": where the things given begin.
fn given(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<usize> {
    let things = tokens.reads_any(
        at,
        &["get", "receive", "be given", "be offered", "be sent", "be paid", "be provided with", "be made"],
    )?;
    remedy::begins(tokens, things, last, false).then_some(things)
}

/// "The Council would apologise within 10 working days": a promise told afterwards, if it has a deadline or company.
fn conditional(
    tokens: &Tokens<'_>,
    segment: &Segment,
    at: usize,
    base: Cue,
    context: Context,
) -> Option<Cue> {
    let near =
        base.subject.is_some_and(|subject| at - subject.1 <= 2 && !addressee::is_general(tokens, subject));
    let supposed =
        (segment.first..segment.last).any(|at| matches!(tokens.word(at), "if" | "unless" | "could"));
    let timed = (segment.first..segment.last).any(|at| matches!(tokens.word(at), "within" | "by"));
    let acts = verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base);
    (near && !supposed && acts && (timed || context.after_act || context.section)).then_some(base)
}

/// Whether a sentence says who "it" is: a body named in it before, or a deadline right before the pronoun.
fn told_before(tokens: &Tokens<'_>, clause: usize, first: usize, at: usize) -> bool {
    let named = (first..clause).any(|at| addressee::is_body(tokens.word(at)));
    let timed = (clause..at).any(|at| matches!(tokens.word(at), "within" | "by" | "before"));
    let bound = !matches!(tokens.word(at), "will" | "shall") || timed;
    bound && (named || timed)
}

fn active(
    tokens: &Tokens<'_>,
    first: usize,
    at: usize,
    base: Cue,
    subject: Option<(usize, usize)>,
    context: Context,
) -> Option<Cue> {
    let will = matches!(tokens.word(at), "will" | "shall");
    if let Some(subject) = subject {
        // The body must be what the verb belongs to: "The Council's officers should", "the landlord of Mr A".
        if addressee::is_general(tokens, subject) {
            return None;
        }
        let near = at - subject.1 <= 3 || !will;
        return near.then_some(Cue { subject: Some(subject), ..base });
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match before {
        "it" | "they" if context.after_act || context.section => {
            Some(Cue { pronoun: true, leans: true, ..base })
        }
        "it" | "they" if told_before(tokens, base.clause, first, at) => Some(Cue { pronoun: true, ..base }),
        "letter" if tokens.word(at + 1) == "go" => {
            let colon = (at..at + 24).find(|&at| tokens.word(at) == ":")?;
            Some(Cue { lead: Lead::Nouns, acts: colon + 1, ..base })
        }
        // A passage cut out of a longer one may begin within its subject.
        _ if base.clause == 0 && at <= 3 && !will && !tokens.capital(0) => Some(base),
        "letter" | "apology" | "report" | "payment" | "plan" | "action" | "response" | "review"
            if !will || context.after_act =>
        {
            (context.after_act).then_some(Cue { leans: true, ..base })
        }
        "staff" | "managers" | "officers" | "team" | "manager" if context.section && !will => Some(base),
        _ => None,
    }
}

/// "should be paid", "are to be answered", "is to be done".
fn passive(tokens: &Tokens<'_>, be: usize, base: Cue, context: Context) -> Option<Cue> {
    let mut at = be + 1;
    while matches!(tokens.word(at), "made" | "fully" | "promptly" | "given" | "jointly")
        && is_participle(tokens.word(at + 1))
    {
        at += 1;
    }
    let word = tokens.word(at);
    let participle = is_participle(word) || word == "done" || (word.ends_with("ed") && word.len() > 4);
    if !participle || distractor::asks_nothing(tokens, at) {
        return None;
    }
    let modal = tokens.word(base.words.0);
    let firm = matches!(modal, "should" | "must" | "ought" | "is" | "are" | "was" | "were");
    let asked = firm && (context.section || context.after_act || names_a_remedy(tokens, base.clause, be));
    let promised = !firm
        && (context.after_act || context.section)
        && (names_a_remedy(tokens, base.clause, be)
            || matches!(word, "reminded" | "trained" | "briefed" | "told" | "paid"));
    let general = base.subject.is_some_and(|subject| addressee::is_general(tokens, subject));
    let this = matches!(tokens.word(base.clause), "this" | "that" | "these");
    let leans = this && base.words.0 - base.clause <= 2;
    ((asked || promised) && !general).then_some(Cue { lead: Lead::Whole, leans, ..base })
}

fn is_participle(word: &str) -> bool {
    verb::find(word).is_some_and(|found| found.form == Form::Participle)
}

/// Whether a clause speaks of what remedies are made of.
fn names_a_remedy(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    const THINGS: &str = " apology payment compensation fees costs fee sum amount refund review training policy policies procedure \
        procedures record records letter questions complaint repairs works inspection survey report plan explanation \
        action actions recommendations recommendation interest money loss expenses staff £ steps consideration ";
    (first..last).any(|at| THINGS.split(' ').any(|thing| !thing.is_empty() && thing == tokens.word(at)))
}

/// "has agreed to", "undertook to", "agreed that it will".
fn agreed(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    if distractor::is_framed(tokens, segment.first, at) || distractor::is_history(tokens, segment.first, at) {
        return None;
    }
    let subject = addressee::body_before(tokens, segment.first, at);
    let clause = clause_start(tokens, segment.first, at);
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    let who = subject.is_some()
        || matches!(before, "it" | "they" | "also" | "therefore")
        || at == segment.first
        || matches!(before, "has" | "have");
    let pronoun = subject.is_none();
    let words_to = |end| (at, end);
    let base = |acts, lead| Cue {
        words: words_to(acts),
        acts,
        subject,
        lead,
        clause,
        voiced: false,
        pronoun,
        leans: false,
    };
    if let Some(end) = passed_over(tokens, segment, at) {
        return (who && !names_a_thing(tokens, at, end)).then_some(base(end, Lead::Verbs));
    }
    if tokens.word(at) == "offered" && !settles(tokens, segment) && !context.section {
        return None;
    }
    let said_of =
        matches!(before, "was" | "were" | "been") && remedy::begins(tokens, segment.first, at, true);
    if said_of && matches!(tokens.word(at), "agreed" | "promised") {
        return Some(Cue { acts: segment.first, ..base(segment.first, Lead::Nouns) });
    }
    if let Some(end) = tokens.reads_any(at, AGREEING) {
        return (who && !names_a_thing(tokens, at, end)).then_some(base(end, Lead::Verbs));
    }
    if let Some(end) = agreed_that(tokens, segment, at) {
        return Some(base(end, Lead::Verbs));
    }
    let to_nouns = tokens.reads_any(at, &["agreed on", "agreed :", "agreed an", "agreed a"])?;
    let nouns = if matches!(tokens.word(to_nouns - 1), "a" | "an") { to_nouns - 1 } else { to_nouns };
    (who && (context.section || at == segment.first)).then_some(base(nouns, Lead::Nouns))
}

/// "agreed (within 10 working days) **to** apologise", "undertook, by 3 May, **to** pay".
fn passed_over(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let opens = matches!(tokens.word(at + 1), "(" | "," | "within" | "by" | "also" | "and");
    let known = matches!(
        tokens.word(at),
        "agreed"
            | "undertook"
            | "undertaken"
            | "promised"
            | "committed"
            | "agrees"
            | "undertakes"
            | "promises"
            | "pledged"
    );
    let to = (at + 2..(at + 16).min(segment.last)).find(|&at| tokens.word(at) == "to")?;
    let acts = verb::find(tokens.word(to + 1)).is_some_and(|found| found.form == Form::Base);
    (opens && known && acts).then_some(to + 1)
}

/// Whether a sentence speaks of settling the complaint.
fn settles(tokens: &Tokens<'_>, segment: &Segment) -> bool {
    (segment.first..segment.last)
        .any(|at| matches!(tokens.word(at), "settlement" | "settle" | "resolve" | "resolution" | "settled"))
}

/// "agreed to my proposals", "the sum it committed to in its letter": a thing is named, and nobody bound anew.
fn names_a_thing(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    const NAMING: &str =
        " my our the these those this that a an his her their its all any your what in at on both ";
    tokens.word(end - 1) == "to"
        && (NAMING.split(' ').any(|word| !word.is_empty() && word == tokens.word(end))
            || (tokens.word(at).starts_with("commit") && verb::find(tokens.word(end)).is_none()))
}

/// "agreed that, within 10 working days, it would apologise": the acts begin after "would".
fn agreed_that(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let after = at + 1;
    let that = tokens.word(after) == "that" || tokens.word(after) == ",";
    let modal = (after..(after + 22).min(segment.last))
        .find(|&at| matches!(tokens.word(at), "will" | "would" | "should"))?;
    let who = tokens.word(modal - 1) == "it"
        || tokens.word(modal - 1) == "they"
        || addressee::is_body(tokens.word(modal - 1));
    let plain = (after..modal).all(|at| !matches!(tokens.word(at), "had" | "have" | "was" | "." | ";"));
    (that && who && plain && tokens.word(modal + 1) != "have").then_some(modal + 1)
}

/// "I recommend that the Council", "we order", "requires the public authority to", "it is recommended that".
fn recommend(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    if !RECOMMENDING.split(' ').any(|known| known == word) {
        return None;
    }
    let impersonal = at >= 2 && matches!(tokens.word(at - 1), "is" | "was") && tokens.word(at - 2) == "it";
    let opens = at == segment.first && matches!(tokens.word(at + 1), "that" | ":");
    let own = impersonal || opens || distractor::is_own_voice(tokens, at, segment.first);
    if !own
        || distractor::is_negated(tokens, at, segment.first)
        || distractor::is_framed(tokens, segment.first, at)
    {
        return None;
    }
    let mut next = at + 1;
    while matches!(tokens.word(next), "that" | "also" | "therefore") {
        next += 1;
    }
    let clause = clause_start(tokens, segment.first, at);
    let base = Cue {
        words: (at, next),
        acts: next,
        subject: None,
        lead: Lead::Third,
        clause,
        voiced: true,
        pronoun: false,
        leans: false,
    };
    let start = if tokens.word(next) == "to" { next + 1 } else { next };
    if let Some(body) = (start..(start + 10).min(segment.last))
        .find(|&at| addressee::is_body(tokens.word(at)) || matches!(tokens.word(at), "it" | "they"))
    {
        // "I proposed to the Council that it apologise": the pronoun is the subject.
        if let Some(after) = tokens.reads_any(body + 1, &["that it", "that they"]) {
            let cue = recommended_to(tokens, base, next, after - 1);
            return Some(Cue {
                clause: after - 1,
                subject: addressee::body_before(tokens, start, body + 1),
                ..cue
            });
        }
        return Some(recommended_to(tokens, base, next, body));
    }
    let nouns = (next..(next + 6).min(segment.last)).any(|at| {
        matches!(
            tokens.word(at),
            "apology" | "£" | "payment" | "compensation" | "refund" | "explanation" | "review" | "training"
        )
    });
    let colon = tokens.word(next) == ":";
    (nouns || colon).then_some(Cue { lead: if colon { Lead::Verbs } else { Lead::Nouns }, ..base })
}

fn recommended_to(tokens: &Tokens<'_>, base: Cue, next: usize, body: usize) -> Cue {
    let subject = addressee::body_before(tokens, next, body + 1);
    let mut acts = body + 1;
    let modal = tokens.reads_any(acts, &["should", "must", "will", "to", "is to", "now"]);
    let lead = if modal.is_some() { Lead::Verbs } else { Lead::Third };
    acts = modal.unwrap_or(acts);
    Cue { subject, lead, acts, words: (base.words.0, acts), ..base }
}

/// Rarer openings: the duty to respond, a polite request, "on the basis that it pays".
fn opening(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let clause = clause_start(tokens, segment.first, at);
    let base = Cue {
        words: (at, at + 1),
        acts: at + 1,
        subject: None,
        lead: Lead::Verbs,
        clause,
        voiced: false,
        pronoun: false,
        leans: false,
    };
    match tokens.word(at) {
        "duty" => {
            let end = tokens.reads_any(at, &["duty to respond", "duty to reply"])?;
            let you = (segment.first..at).any(|at| tokens.word(at) == "you");
            you.then_some(Cue { lead: Lead::Duty, acts: end, words: (at, end), ..base })
        }
        "grateful" => {
            let asked = (at..segment.last)
                .any(|at| matches!(tokens.word(at), "provided" | "provide" | "following" | "confirm"));
            let listed = tokens.word(segment.last - 1) == ":";
            (asked && listed).then_some(Cue { lead: Lead::Questions, acts: segment.last, ..base })
        }
        "please" => {
            let verb = verb::find(tokens.word(at + 1))?;
            (at == segment.first
                && verb.form == Form::Base
                && !matches!(verb.base, "contact" | "note" | "see"))
            .then_some(base)
        }
        "basis" => {
            let from = tokens.reads(at, "basis that")?;
            let subject = (from..from + 5)
                .find(|&at| matches!(tokens.word(at), "it") || addressee::is_body(tokens.word(at)))?;
            let after = tokens.reads_any(subject + 1, &["will", "should", "must"]).unwrap_or(subject + 1);
            verb::find(tokens.word(after))?;
            let lead = if after > subject + 1 { Lead::Verbs } else { Lead::Third };
            Some(Cue { words: (at, from), acts: after, lead, clause: from, pronoun: true, ..base })
        }
        "enable" => {
            let acts = tokens.reads_any(at, &["enable them to", "enable you to", "enable it to"])?;
            let shown = (segment.first..at).any(|at| tokens.word(at) == "attention");
            let weighs = matches!(tokens.word(acts), "assess" | "consider" | "review" | "examine");
            let from = if tokens.word(at - 1) == "to" { at - 1 } else { at };
            (shown && weighs).then_some(Cue { words: (from, acts), acts, clause: from, voiced: true, ..base })
        }
        _ => None,
    }
}

/// Whether a sentence without a cue begins like an instruction: "Apologise to Mr A."
pub(super) fn is_imperative(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    let mut at = first;
    while matches!(tokens.word(at), "to" | "also" | "formally") {
        at += 1;
    }
    let Some(found) = verb::find(tokens.word(at)) else { return false };
    let object = at + 1 < last && tokens.gap(at + 1) != Gap::None || last == at + 1;
    let noun_phrase = found.noun && matches!(tokens.word(at + 1), "of" | "and" | "is" | "was" | "has" | ":");
    found.form == Form::Base && object && !noun_phrase && tokens.kind(at) == Some(TokenKind::Word)
}

/// Whether the verb of an instruction can be nothing else, so that a list item needs no head to be one.
pub(super) fn is_plain_imperative(tokens: &Tokens<'_>, first: usize) -> bool {
    verb::find(tokens.word(first))
        .is_some_and(|found| !found.noun && !matches!(found.base, "have" | "let" | "get" | "go" | "run"))
}
