//! What a body agreed, promised or undertook: "has agreed to", "undertook, by 3 May, to", "agreed that it
//! would".

use super::{Context, Cue, Lead, clause_start};
use crate::extract::{
    addressee, distractor,
    lexicon::Flags,
    remedy,
    segment::Segment,
    token::Tokens,
    verb::{self, Form},
    words::{Phrases, Words},
};

static AGREEING: Phrases = Phrases::new(&[
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
    "agree to",
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
]);

/// "has agreed to", "undertook to", "agreed that it will".
pub(super) fn agreed(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    if distractor::is_framed(tokens, segment.first, at) || distractor::is_history(tokens, segment.first, at) {
        return None;
    }
    if is_in_an_answer(tokens, segment, at) {
        return None;
    }
    let subject = addressee::body_before(tokens, segment.first, at);
    let clause = clause_start(tokens, segment.first, at);
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    let who = subject.is_some() || is_known_who(tokens, segment, at);
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
    if let Some(end) = by_doing(tokens, segment, at) {
        return who.then_some(base(end, Lead::Ing));
    }
    if let Some(clause) = that_be_done(tokens, segment, at) {
        return Some(Cue { clause, ..base(clause, Lead::Whole) });
    }
    if let Some(end) = passed_over(tokens, segment, at) {
        return (who && !names_a_thing(tokens, at, end)).then_some(base(end, Lead::Verbs));
    }
    if let Some(cue) = accepted_offer(tokens, segment, at) {
        return Some(Cue { subject, clause, ..cue });
    }
    if tokens.word(at) == "offered" && !settles(tokens, segment) && !context.section {
        return None;
    }
    let said_of =
        matches!(before, "was" | "were" | "been") && remedy::begins(tokens, segment.first, at, true);
    if said_of && matches!(tokens.word(at), "agreed" | "promised") {
        return Some(Cue { acts: segment.first, ..base(segment.first, Lead::Nouns) });
    }
    if let Some(end) = AGREEING.read(tokens, at) {
        // "accepted that it should have told her": regret, no promise.
        if tokens.word(end) == "have" && !remedy::begins(tokens, end + 1, segment.last, true) {
            return None;
        }
        return (who && !names_a_thing(tokens, at, end)).then_some(base(end, Lead::Verbs));
    }
    if let Some(end) = agreed_that(tokens, segment, at) {
        return Some(base(end, Lead::Verbs));
    }
    if who && let Some(clause) = promised_that(tokens, segment, at) {
        return Some(Cue { clause, ..base(clause, Lead::Whole) });
    }
    let (things, sure) = promised_things(tokens, segment, at)?;
    (who && (sure || context.section || at == segment.first)).then_some(base(things, Lead::Nouns))
}

/// "agreed to pay £100 in its stage 2 response": promised before the office looked at it.
fn is_in_an_answer(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> bool {
    tokens.reads_any(at, &["agreed to", "promised to"]).is_some()
        && (at..segment.last).any(|at| {
            tokens.word(at) == "response"
                && (at.saturating_sub(5)..at)
                    .any(|at| tokens.reads_any(at, &["in its", "in the", "in their"]).is_some())
        })
}

/// Whether the words before say that somebody named before agreed: "it has also agreed".
fn is_known_who(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> bool {
    static BEFORE: Words =
        Words::new("it they also therefore nevertheless then now subsequently later has have");
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    BEFORE.has(before) || before == "was" && at >= 2 && tokens.word(at - 2) == "it" || at == segment.first
}

/// "promised **an apology** within a month", "agreed **a payment**": where the things begin, and whether nothing
/// more need say that they are promised.
fn promised_things(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<(usize, bool)> {
    let given = matches!(tokens.word(at), "promised" | "pledged" | "agreed" | "promises")
        && remedy::begins(tokens, at + 1, segment.last, true)
        && (segment.first..segment.last).any(|at| matches!(tokens.word(at), "within" | "by"));
    if given {
        return Some((at + 1, true));
    }
    let end = tokens.reads_any(at, &["agreed on", "agreed :", "agreed an", "agreed a"])?;
    Some((if matches!(tokens.word(end - 1), "a" | "an") { end - 1 } else { end }, false))
}

/// "agreed to remedy this injustice by **apologising** and **making** a payment".
fn by_doing(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let to =
        tokens.reads_any(at, &["agreed to", "agrees to", "undertook to", "undertaken to", "offered to"])?;
    let mends = matches!(
        tokens.word(to),
        "remedy" | "resolve" | "settle" | "address" | "rectify" | "recognise" | "put" | "acknowledge"
    );
    let by = (to + 1..(to + 14).min(segment.last)).find(|&at| tokens.word(at) == "by")?;
    let acts = if tokens.word(by + 1) == ":" { by + 2 } else { by + 1 };
    let listed = acts >= segment.last;
    let doing = verb::find(tokens.word(acts)).is_some_and(|found| found.form == Form::Ing);
    (mends && (doing || listed)).then_some(acts)
}

/// "agreed (within 10 working days) **to** apologise", "undertook, by 3 May, **to** pay".
fn passed_over(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let opens = matches!(tokens.word(at + 1), "(" | "," | "within" | "by" | "before" | "also" | "and");
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
    // An offer with a time to come is a promise; one without may be long past.
    let timed = (at + 1..to).any(|at| matches!(tokens.word(at), "within" | "by" | "before"));
    let known = known || (tokens.word(at) == "offered" && timed);
    (opens && known && acts).then_some(to + 1)
}

/// "accepted the Board's offer of **a letter of apology**", "accepted its offer to **pay**".
fn accepted_offer(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let offer = (at + 1..(at + 9).min(segment.last)).find(|&at| tokens.word(at) == "offer")?;
    let acts = offer + 2;
    let things = tokens.word(offer + 1) == "of" && remedy::begins(tokens, acts, segment.last, true);
    let verb = tokens.word(offer + 1) == "to"
        && verb::find(tokens.word(acts)).is_some_and(|found| found.form == Form::Base);
    let office = (segment.first..at).any(|at| matches!(tokens.word(at), "ombudsman" | "i" | "we"));
    (tokens.word(at) == "accepted" && office && (things || verb)).then_some(Cue {
        words: (at, acts),
        acts,
        subject: None,
        lead: if things { Lead::Nouns } else { Lead::Verbs },
        clause: at,
        voiced: false,
        pronoun: false,
        leans: false,
    })
}

/// "agreed, that **a fuller apology be sent** to Mrs G": where the clause begins.
pub(super) fn that_be_done(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let that = (at + 1..at + 3).find(|&at| tokens.word(at) == "that")?;
    let be = (that + 2..(that + 10).min(segment.last)).find(|&at| tokens.word(at) == "be")?;
    let done = verb::find(tokens.word(be + 1)).is_some_and(|found| found.form == Form::Participle);
    let bare = (that + 1..be).all(|at| {
        !tokens.flags(at).has(Flags::MODAL) && !matches!(tokens.word(at), "to" | "," | ";" | "that")
    });
    (done && bare).then_some(that + 1)
}

/// Whether a sentence speaks of settling the complaint.
fn settles(tokens: &Tokens<'_>, segment: &Segment) -> bool {
    (segment.first..segment.last)
        .any(|at| matches!(tokens.word(at), "settlement" | "settle" | "resolve" | "resolution" | "settled"))
}

/// "agreed to my proposals", "the sum it committed to in its letter": a thing is named, and nobody bound
/// anew.
fn names_a_thing(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    static NAMING: Words = Words::new(
        " my our the these those this that a an his her their its all any your what in at on both ",
    );
    tokens.word(end - 1) == "to"
        && (NAMING.has(tokens.word(end))
            || (tokens.word(at).starts_with("commit") && verb::find(tokens.word(end)).is_none()))
}

/// "promised that **a senior officer will ring**": somebody else acts for the body.
fn promised_that(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let clause = tokens.reads_any(at, &["promised that", "undertook that", "undertaken that"])?;
    let modal =
        (clause..(clause + 10).min(segment.last)).find(|&at| matches!(tokens.word(at), "will" | "would"))?;
    (tokens.word(modal + 1) != "have").then_some(clause)
}

/// "agreed that, within 10 working days, it would apologise": the acts begin after "would".
fn agreed_that(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let after = at + 1;
    let with =
        (after..after + 6).find(|&at| tokens.word(at) == "that").filter(|_| tokens.word(after) == "with");
    let that = tokens.word(after) == "that" || tokens.word(after) == "," || with.is_some();
    let modal = (after..(after + 22).min(segment.last))
        .find(|&at| matches!(tokens.word(at), "will" | "would" | "should"))?;
    let who = tokens.word(modal - 1) == "it"
        || tokens.word(modal - 1) == "they"
        || addressee::is_body(tokens.word(modal - 1));
    let plain = (after..modal).all(|at| !matches!(tokens.word(at), "had" | "have" | "was" | "." | ";"));
    (that && who && plain && tokens.word(modal + 1) != "have").then_some(modal + 1)
}
