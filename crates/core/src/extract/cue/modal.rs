//! What a body should, must or will do: "The Council should apologise", "is to", "has until 31 October to",
//! "the fees should be repaid", "Mr D is to receive an apology".

use super::{Context, Cue, Lead, clause_start};
use crate::extract::{
    addressee, distractor, remedy,
    segment::Segment,
    token::Tokens,
    verb::{self, Form},
    words::{Phrases, Words},
};

/// "The Council should apologise", "it will also pay", "the fees should be repaid".
pub(super) fn modal(
    tokens: &Tokens<'_>,
    segment: &Segment,
    at: usize,
    after: usize,
    context: Context,
) -> Option<Cue> {
    let after = if tokens.word(at) == "ought" { tokens.reads(after, "to")? } else { after };
    if !binds(tokens, segment, at, after, context) {
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
        return passive(tokens, segment, next, Cue { subject, ..base }, context);
    }
    if tokens.word(at) == "would" {
        return conditional(tokens, segment, at, Cue { subject, ..base }, context);
    }
    if tokens.word(next) == "have"
        && (tokens.word(at) != "should" || remedy::begins(tokens, next + 1, segment.last, true))
    {
        return has(tokens, segment, next, Cue { subject, ..base });
    }
    if subject.is_none() && begins_by_itself(tokens, at, next, context) && names_a_remedy(tokens, clause, at)
    {
        return Some(Cue { lead: Lead::Whole, ..base });
    }
    active(tokens, segment.first, at, base, subject, context)
}

/// Whether the word looks forward and binds, rather than telling what was, what is usual or what somebody said.
fn binds(tokens: &Tokens<'_>, segment: &Segment, at: usize, after: usize, context: Context) -> bool {
    let done = tokens.word(after) == "have"
        && (matches!(tokens.word(at), "will" | "shall")
            || matches!(tokens.word(at), "is" | "are" | "was" | "were" | "must")
                && is_timed(tokens, segment));
    let told = !done
        && (distractor::looks_back(tokens, after - 1) || distractor::tells_a_practice(tokens, after - 1));
    if told || distractor::is_framed(tokens, segment.first, at) {
        return false;
    }
    let past = matches!(tokens.word(at), "was" | "were" | "would");
    !past || !context.tells(tokens) || speaks_of_sorrow(tokens, segment)
}

/// "will have **apologised**", "is to have **a full apology**".
fn has(tokens: &Tokens<'_>, segment: &Segment, have: usize, base: Cue) -> Option<Cue> {
    if let Some(cue) = will_have(tokens, segment, have, base) {
        return Some(cue);
    }
    let at = base.words.0;
    let person = || (base.clause..at).any(|at| PEOPLE.has(tokens.word(at)));
    let promised = matches!(tokens.word(at), "is" | "are" | "was" | "were" | "should")
        || (matches!(tokens.word(at), "will" | "shall")
            && person()
            && remedy::begins(tokens, have + 1, segment.last, true));
    promised.then_some(Cue { lead: Lead::Nouns, acts: have + 1, ..base })
}

/// "A fresh investigation is to **start** within 15 working days."
fn begins_by_itself(tokens: &Tokens<'_>, at: usize, next: usize, context: Context) -> bool {
    matches!(tokens.word(next), "start" | "begin" | "follow" | "happen" | "take" | "go" | "finish")
        && (matches!(tokens.word(at), "is" | "are")
            || context.after_act && matches!(tokens.word(at), "will" | "would" | "was" | "were"))
}

/// Whether a sentence can only be of a remedy, whatever stands before it.
fn speaks_of_sorrow(tokens: &Tokens<'_>, segment: &Segment) -> bool {
    static SORROW: Words =
        Words::new(" apologise apologising apologised apology apologies sorry redress ombudsman ");
    (segment.first..segment.last).any(|at| SORROW.has(tokens.word(at)))
}

/// Whether a sentence sets a time.
fn is_timed(tokens: &Tokens<'_>, segment: &Segment) -> bool {
    (segment.first..segment.last).any(|at| matches!(tokens.word(at), "within" | "by"))
}

/// "By 3 May the Council will have **apologised**": the acts stand in the form of what is done.
fn will_have(tokens: &Tokens<'_>, segment: &Segment, have: usize, base: Cue) -> Option<Cue> {
    let at = base.words.0;
    let pronoun = matches!(tokens.word(at.saturating_sub(1)), "it" | "they")
        && told_before(tokens, base.clause, segment.first, at);
    let near = pronoun || base.subject.is_some_and(|subject| !addressee::is_general(tokens, subject));
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

/// Those who get what a remedy gives.
static PEOPLE: Words = Words::new(
    " mr mrs ms miss mx dr complainant complainants resident residents tenant tenants family parents \
    mother father son daughter wife husband brother sister patient couple she he they each ",
);

/// "will get **an apology**", "is to be given **a written account**": where the things given begin.
fn given(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<usize> {
    let things = tokens.reads_any(
        at,
        &["get", "receive", "be given", "be offered", "be sent", "be paid", "be provided with", "be made"],
    )?;
    // "Mr A should get a reply": what a person gets is a remedy under any name a list would allow it.
    let person = (at.saturating_sub(12)..at).any(|at| PEOPLE.has(tokens.word(at)));
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
    let acts = matches!(tokens.word(base.acts), "within" | "by" | "also" | "now" | ",")
        || verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base);
    let pronoun = matches!(tokens.word(at.saturating_sub(1)), "it" | "they" | "each" | "both");
    if supposed || !acts || !(near || pronoun) {
        return None;
    }
    let timed = is_timed(tokens, segment);
    let told = timed && told_before(tokens, base.clause, segment.first, at);
    if pronoun && (context.after_act || told || context.settles(tokens)) {
        return Some(Cue { pronoun: true, leans: true, ..base });
    }
    let bound = timed || context.after_act || context.section || opens_text(tokens, segment);
    (near && (bound || context.settles(tokens))).then_some(base)
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
    let named = (first..at.saturating_sub(1).max(clause)).any(|at| addressee::is_body(tokens.word(at)));
    let timed = (clause..at).any(|at| matches!(tokens.word(at), "within" | "by" | "before"));
    let settles = SETTLING.read(tokens, first).is_some();
    let bound = !matches!(tokens.word(at), "will" | "shall") || timed || settles;
    bound && (named || timed || settles)
}

/// Words by which a sentence says that it tells of a remedy.
pub(super) static SETTLING: Phrases = Phrases::new(&[
    "to put things right",
    "to put this right",
    "to put matters right",
    "to settle",
    "to resolve",
    "to remedy",
    "in settlement",
    "in resolution",
    "as a remedy",
    "as a settlement",
    "in place of an investigation",
    "instead of an investigation",
    "rather than",
]);

/// A summary may begin with what was promised: "The Board would confirm …".
fn opens_text(tokens: &Tokens<'_>, segment: &Segment) -> bool {
    segment.first == 0 && tokens.capital(0)
}

/// Those who act for a body.
static AGENTS: Words = Words::new(
    " staff managers officers team manager officer contractor contractors supervisor surveyor \
    clinician consultant director executive clerk nurse nurses doctor doctors gp gps headteacher governors \
    caseworker worker head secretary matron pharmacist midwife engineer plumber inspector ",
);

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
        let near = before_aside(tokens, first, at).saturating_sub(subject.1) <= 3 || !will;
        return near.then_some(Cue { subject: Some(subject), ..base });
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match before {
        "it" | "they" | "each" | "both" if context.after_act || context.section => {
            Some(Cue { pronoun: true, leans: true, ..base })
        }
        "it" | "they" if context.settles(tokens) => Some(Cue { pronoun: true, ..base }),
        "it" | "they"
            if matches!(tokens.word(at), "is" | "are")
                && verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base)
                && context.names(tokens) =>
        {
            Some(Cue { pronoun: true, ..base })
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
        agent
            if AGENTS.has(agent)
                && (matches!(tokens.word(at), "is" | "are") || context.within)
                && verb::find(tokens.word(base.acts)).is_some_and(|found| found.form == Form::Base) =>
        {
            Some(base)
        }
        "staff" | "managers" | "officers" | "team" | "manager" if context.section && !will => Some(base),
        _ => None,
    }
}

/// What is done to people and things, that needs no other word to be a remedy.
static DONE: Words =
    Words::new(" reminded trained briefed told paid logged monitored checked watched reviewed audited ");

/// "should be paid", "are to be answered", "is to be done".
fn passive(tokens: &Tokens<'_>, segment: &Segment, be: usize, base: Cue, context: Context) -> Option<Cue> {
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
    let told =
        tokens.word(base.words.0) == "would" && is_timed(tokens, &Segment { first: base.clause, ..*segment });
    let spoken_of = names_a_remedy(tokens, base.clause, be) || DONE.has(word);
    let promised =
        !firm && spoken_of && (context.after_act || context.section || told || context.settles(tokens));
    // "The complainant was to be told …": what is to be done for the person.
    let person = (tokens.word(base.words.1 - 1) == "to" || modal == "will")
        && (base.clause..be).any(|at| PEOPLE.has(tokens.word(at)))
        && matches!(word, "told" | "given" | "sent" | "paid" | "offered" | "informed" | "seen" | "visited");
    let opens = opens_text(tokens, segment)
        && base.clause == segment.first
        && is_participle(word)
        && (tokens.word(base.words.1 - 1) == "to" && matches!(modal, "is" | "are") || modal == "will");
    let asked = asked || person || opens;
    let general = base.subject.is_some_and(|subject| addressee::is_general(tokens, subject));
    let this = matches!(tokens.word(base.clause), "this" | "that" | "these");
    let leans = this && base.words.0 - base.clause <= 2;
    ((asked || promised) && !general).then_some(Cue { lead: Lead::Whole, leans, ..base })
}

fn is_participle(word: &str) -> bool {
    verb::find(word).is_some_and(|found| found.form == Form::Participle)
        || matches!(word, "put" | "set" | "cut" | "let" | "read")
}

/// Whether a clause speaks of what remedies are made of.
fn names_a_remedy(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    static THINGS: Words = Words::new(
        " apology payment compensation fees costs fee sum amount refund review training \
        policy policies procedure \
        procedures record records letter questions complaint repairs works inspection survey report plan \
        explanation \
        action actions recommendations recommendation interest money loss expenses staff £ steps \
        consideration notes files file investigation meeting reply response visit work form leaflet ",
    );
    (first..last).any(|at| THINGS.has(tokens.word(at)))
}
