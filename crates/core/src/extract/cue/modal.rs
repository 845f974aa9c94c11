//! What a body should, must or will do: "The Council should apologise", "is to", "has until 31 October to",
//! "the fees should be repaid", "Mr D is to receive an apology".

use super::{Context, Cue, Lead, clause_start};
use crate::extract::{
    addressee,
    deadline::period,
    distractor, remedy,
    segment::Segment,
    token::{Tokens, among},
    verb::{self, Form},
};

/// "is to", "are to", "has to", "is required to", "was asked to".
pub(super) fn is_to(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
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
    if let Some(cue) = time_allowed(tokens, segment, at).or_else(|| is_doing(tokens, segment, at)) {
        return Some(cue);
    }
    let next = tokens.word(at + 1);
    let follows = matches!(next, "to" | "until" | "by")
        || tokens.word(at + 2) == "to"
        || tokens.word(at + 4) == "to"
        || tokens.word(at + 3) == "to"
        || tokens.reads_any(at + 3, &["in which to", "within which to"]).is_some();
    if !follows {
        return None;
    }
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
    const SETTLING: &[&str] = &[
        "to put things right",
        "to put this right",
        "to settle",
        "to resolve",
        "in settlement",
        "as a remedy",
    ];
    tokens.reads_any(segment.first, SETTLING)?;
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
fn has_until(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let period = matches!(tokens.word(at), "has" | "have") && period::read(tokens, at + 1).is_some();
    if !period {
        tokens.reads_any(at, &["has until", "have until", "has by"])?;
    }
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
pub(super) fn modal(
    tokens: &Tokens<'_>,
    segment: &Segment,
    at: usize,
    after: usize,
    context: Context,
) -> Option<Cue> {
    let after = if tokens.word(at) == "ought" { tokens.reads(after, "to")? } else { after };
    let last_of_cue = after - 1;
    let done = matches!(tokens.word(at), "will" | "shall") && tokens.word(after) == "have";
    if !done
        && (distractor::looks_back(tokens, last_of_cue) || distractor::tells_a_practice(tokens, last_of_cue))
        || distractor::is_framed(tokens, segment.first, at)
    {
        return None;
    }
    let clause = clause_start(tokens, segment.first, at);
    let acts = after;
    let mut next = after_aside(tokens, after).filter(|&at| tokens.word(at) == "have").unwrap_or(after);
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
    let subject = addressee::body_before(tokens, segment.first, before_aside(tokens, segment.first, at));
    if let Some(things) = given(tokens, next, segment.last) {
        return Some(Cue { lead: Lead::Nouns, acts: things, subject, ..base });
    }
    // "It would also include an apology": said of the letter or reply promised before.
    if matches!(tokens.word(next), "include" | "contain") {
        let more = context.after_act && at > segment.first && matches!(tokens.word(at - 1), "it" | "this");
        let things = remedy::begins(tokens, next + 1, segment.last, false);
        return (more && things).then_some(Cue { lead: Lead::Nouns, acts: next + 1, subject, ..base });
    }
    if tokens.word(next) == "be" {
        return passive(tokens, next, Cue { subject, ..base }, context);
    }
    if tokens.word(at) == "would" {
        return conditional(tokens, segment, at, Cue { subject, ..base }, context);
    }
    if tokens.word(next) == "have" && tokens.word(at) != "should" {
        if let Some(cue) = will_have(tokens, next, Cue { subject, ..base }) {
            return Some(cue);
        }
        let promised = matches!(tokens.word(at), "is" | "are" | "was" | "were");
        return promised.then_some(Cue { lead: Lead::Nouns, acts: next + 1, subject, ..base });
    }
    // "A fresh investigation is to start within 15 working days."
    let begins =
        matches!(tokens.word(next), "start" | "begin" | "follow" | "happen" | "take" | "go" | "finish");
    if begins
        && subject.is_none()
        && matches!(tokens.word(at), "is" | "are")
        && names_a_remedy(tokens, clause, at)
    {
        return Some(Cue { lead: Lead::Whole, ..base });
    }
    active(tokens, segment.first, at, base, subject, context)
}

/// "By 3 May the Council will have **apologised**": the acts stand in the form of what is done.
fn will_have(tokens: &Tokens<'_>, have: usize, base: Cue) -> Option<Cue> {
    let near = base.subject.is_some_and(|subject| !addressee::is_general(tokens, subject));
    let acts = have + 1;
    let done = verb::find(tokens.word(acts)).is_some_and(|found| found.form == Form::Participle);
    (near && done).then_some(Cue { lead: Lead::Done, acts, ..base })
}

/// "The Board's letter, due within 15 working days, is to …": where the subject ends before what is put in.
fn before_aside(tokens: &Tokens<'_>, first: usize, at: usize) -> usize {
    if at <= first || tokens.word(at - 1) != "," {
        return at;
    }
    (first.max(at.saturating_sub(14))..at - 1).rev().find(|&at| tokens.word(at) == ",").unwrap_or(at)
}

/// "will, by the end of June, **have mended**": where the words go on after what is put in.
fn after_aside(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.word(at) != "," {
        return None;
    }
    (at + 1..at + 14).find(|&at| tokens.word(at) == ",").map(|comma| comma + 1)
}

/// "will get **an apology**", "is to be given **a written account**": where the things given begin.
fn given(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<usize> {
    let things = tokens.reads_any(
        at,
        &["get", "receive", "be given", "be offered", "be sent", "be paid", "be provided with", "be made"],
    )?;
    // "Mr A should get a reply": what a person gets is a remedy under any name a list would allow it.
    let person = (at.saturating_sub(5)..at).any(|at| {
        matches!(tokens.word(at), "mr" | "mrs" | "ms" | "miss" | "complainant" | "resident" | "residents")
    });
    let named = person && matches!(tokens.word(things), "a" | "an" | "the" | "their" | "his" | "her");
    (named || remedy::begins(tokens, things, last, person)).then_some(things)
}

/// "The Council would apologise within 10 working days": a promise told afterwards, if it has a deadline or
/// company.
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
    let acts = matches!(tokens.word(base.acts), "within" | "by" | "also" | "now" | ",")
        || verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base);
    (near && !supposed && acts && (timed || context.after_act || context.section)).then_some(base)
}

/// "accepted the Ombudsman's suggestion **that it** should pay".
fn agreed_that(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 3
        && tokens.word(at - 2) == "that"
        && matches!(
            tokens.word(at - 3),
            "suggestion" | "recommendation" | "proposal" | "request" | "recommendations"
        )
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
        let near = at.saturating_sub(subject.1) <= 3 || !will;
        return near.then_some(Cue { subject: Some(subject), ..base });
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match before {
        "it" | "they" if context.after_act || context.section => {
            Some(Cue { pronoun: true, leans: true, ..base })
        }
        "it" | "they" if told_before(tokens, base.clause, first, at) || agreed_that(tokens, at) => {
            Some(Cue { pronoun: true, ..base })
        }
        // "The Council said sorry and will also pay": the subject stands before what it did already.
        "and" => {
            let subject = addressee::body_before(tokens, first, at - 1)?;
            (!addressee::is_general(tokens, subject)).then_some(Cue { subject: Some(subject), ..base })
        }
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
        // "A senior officer is to ring Mr A."
        "staff" | "managers" | "officers" | "team" | "manager" | "officer"
            if matches!(tokens.word(at), "is" | "are")
                && verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base) =>
        {
            Some(base)
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
    const THINGS: &str = " apology payment compensation fees costs fee sum amount refund review training \
        policy policies procedure \
        procedures record records letter questions complaint repairs works inspection survey report plan \
        explanation \
        action actions recommendations recommendation interest money loss expenses staff £ steps \
        consideration notes files file investigation meeting reply response visit work ";
    (first..last).any(|at| among(THINGS, tokens.word(at)))
}
