//! What a body is to do: "is to apologise", "was asked, within 2 weeks, to", "has until 31 October to", "was
//! given four weeks to".

use super::{
    Context, Cue, Lead, clause_start,
    modal::{SETTLING, modal},
};
use crate::extract::{
    addressee,
    deadline::period,
    segment::Segment,
    token::Tokens,
    verb::{self, Form},
    words::Words,
};

/// "is to", "are to", "has to", "is required to", "was asked to".
pub(super) fn is_to(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    if let Some(cue) = time_allowed(tokens, segment, at).or_else(|| is_doing(tokens, segment, at)) {
        return Some(cue);
    }
    if let Some(acts) = has_until(tokens, segment, at, context) {
        return Some(acts);
    }
    let end = end_of_telling(tokens, segment, at)?;
    let weak = matches!(tokens.word(at), "has" | "have" | "needs" | "need");
    if weak && !context.section && !context.after_act {
        return None;
    }
    modal(tokens, segment, at, end, context)
}

/// Where the acts begin after "is to", "were each to", "was asked, within 2 weeks, to".
fn end_of_telling(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<usize> {
    static WILLING: Words = Words::new(" willing prepared content ready happy ");
    static ASKING: Words =
        Words::new(" required expected asked told invited directed instructed urged obliged due set ");
    let mut end = at + 1;
    while matches!(tokens.word(end), "also" | "now" | "each" | "both" | "further" | "then" | "therefore") {
        end += 1;
    }
    let be = matches!(tokens.word(at), "is" | "are" | "was" | "were");
    let timed = (segment.first..segment.last).any(|at| matches!(tokens.word(at), "within" | "by"));
    if be && timed && WILLING.has(tokens.word(end)) && tokens.word(end + 1) == "to" {
        return Some(end + 2);
    }
    if !be || !ASKING.has(tokens.word(end)) {
        return (tokens.word(end) == "to").then_some(end + 1);
    }
    end += 1;
    if tokens.word(end) == "to" {
        return Some(end + 1);
    }
    let put_in = matches!(tokens.word(end), "," | "(" | "within" | "by" | "also" | "and");
    let to = (end..(end + 14).min(segment.last)).find(|&at| tokens.word(at) == "to")?;
    let acts = verb::find(tokens.word(to + 1)).is_some_and(|found| found.form == Form::Base);
    (put_in && acts).then_some(to + 1)
}

/// "Four weeks were allowed for the Council **to** …", "the Council was given four weeks **to** …".
fn time_allowed(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    if !matches!(tokens.word(at), "was" | "were" | "is" | "are")
        || !matches!(tokens.word(at + 1), "allowed" | "given" | "set")
    {
        return None;
    }
    let timed = period::read(tokens, at + 2).is_some()
        || (segment.first..at).any(|from| period::read(tokens, from).is_some_and(|period| period.end == at));
    let to = (at + 2..(at + 14).min(segment.last)).find(|&at| tokens.word(at) == "to")?;
    let subject = addressee::body_before(tokens, segment.first, at)
        .or_else(|| addressee::body_before(tokens, at + 2, to))?;
    timed.then_some(Cue {
        words: (at, to + 1),
        acts: to + 1,
        subject: Some(subject),
        lead: Lead::Verbs,
        clause: to + 1,
        voiced: false,
        pronoun: false,
        leans: false,
    })
}

/// "To put things right the Trust is **writing** to Mr E and **reviewing** its policy."
fn is_doing(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    SETTLING.read(tokens, segment.first)?;
    verb::find(tokens.word(at + 1)).filter(|found| found.form == Form::Ing)?;
    let subject = addressee::body_before(tokens, segment.first, at)?;
    Some(Cue {
        words: (at, at + 1),
        acts: at + 1,
        subject: Some(subject),
        lead: Lead::Ing,
        clause: at + 1,
        voiced: false,
        pronoun: false,
        leans: false,
    })
}

/// "The Health Board has until 31 October to:".
fn has_until(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    let period = matches!(tokens.word(at), "has" | "have") && period::read(tokens, at + 1).is_some();
    if !period {
        tokens.reads_any(at, &["has until", "have until", "has by"])?;
    }
    let to = (at + 2..(at + 12).min(segment.last)).find(|&at| tokens.word(at) == "to")?;
    let subject = addressee::body_before(tokens, segment.first, at);
    let clause = clause_start(tokens, segment.first, at);
    let pronoun = context.after_act && matches!(tokens.word(at.saturating_sub(1)), "it" | "they");
    if subject.is_none() && !pronoun {
        return None;
    }
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
