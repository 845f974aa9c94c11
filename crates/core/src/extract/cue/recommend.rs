//! What the office recommends, orders or asks in its own voice: "I recommend that the Council", "we order",
//! "please provide", the duty to respond.

use super::{Cue, Lead, clause_start};
use crate::extract::{
    addressee, distractor, evidence, remedy,
    segment::Segment,
    token::Tokens,
    verb::{self, Form},
    words::{Phrases, Words},
};

static RECOMMENDING: Words = Words::new(
    " recommend recommends recommended propose proposes proposed order orders \
    ordered require requires request \
    requests ask asks asked suggest suggests invite invites direct directs recommending ",
);

/// "I recommend that the Council", "we order", "requires the public authority to", "it is recommended that".
pub(super) fn recommend(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    if !RECOMMENDING.has(word) {
        return recommendations(tokens, segment, at);
    }
    if let Some(cue) = was_asked(tokens, segment, at) {
        return Some(cue);
    }
    let impersonal = is_impersonal(tokens, at);
    if !is_the_offices(tokens, segment, at)
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
        voiced: !impersonal && (clause..at).any(|at| matches!(tokens.word(at), "i" | "we")),
        pronoun: false,
        leans: false,
    };
    if let Some(clause) = super::promise::that_be_done(tokens, segment, at) {
        return Some(Cue { lead: Lead::Whole, clause, acts: clause, ..base });
    }
    // "I will require a response from the Trust" asks for a letter, not for a remedy.
    let response = word.starts_with("require") || word.starts_with("request");
    if response && (next..(next + 6).min(segment.last)).any(|at| tokens.word(at) == "from") {
        return None;
    }
    let start = if tokens.word(next) == "to" { next + 1 } else { next };
    let told =
        |&at: &usize| addressee::is_body(tokens.word(at)) || matches!(tokens.word(at), "it" | "they" | "you");
    match (start..(start + 10).min(segment.last)).find(told) {
        Some(body) => recommended_to_body(tokens, segment, base, start, body),
        None => recommended_to_nobody(tokens, segment, base),
    }
}

/// "it is recommended".
fn is_impersonal(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= 2 && matches!(tokens.word(at - 1), "is" | "was") && tokens.word(at - 2) == "it"
}

/// Whether the office itself recommends; a summary speaks of the Ombudsman as "she".
fn is_the_offices(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> bool {
    let opens = at == segment.first && matches!(tokens.word(at + 1), "that" | ":");
    let told_of =
        tokens.word(at) == "recommended" && at > segment.first && matches!(tokens.word(at - 1), "he" | "she");
    is_impersonal(tokens, at) || opens || told_of || distractor::is_own_voice(tokens, at, segment.first)
}

/// "I recommend that **the Council** pays", "I proposed to the Council **that it** apologise".
fn recommended_to_body(
    tokens: &Tokens<'_>,
    segment: &Segment,
    base: Cue,
    start: usize,
    body: usize,
) -> Option<Cue> {
    let next = base.acts;
    // "I proposed to the Council that it apologise": the pronoun is the subject.
    if let Some(after) = tokens.reads_any(body + 1, &["that it", "that they"]) {
        let cue = recommended_to(tokens, base, next, after - 1);
        let subject = addressee::body_before(tokens, start, body + 1);
        return Some(Cue { clause: after - 1, subject, ..cue });
    }
    let cue = recommended_to(tokens, base, next, body);
    // "I ask you to note", "we invite you to contact us": nothing is to be put right.
    let idle =
        matches!(tokens.word(cue.acts), "note" | "contact" | "read" | "see" | "comment" | "let" | "tell");
    if tokens.word(body) == "you" && idle {
        return None;
    }
    (tokens.word(base.words.0) != "asked" || asks_an_act(tokens, segment, &cue)).then_some(cue)
}

/// "It is recommended that **the Clerk writes** to Mr H", "I recommend **an apology**": no body is named.
fn recommended_to_nobody(tokens: &Tokens<'_>, segment: &Segment, base: Cue) -> Option<Cue> {
    static WEIGHED: Phrases =
        Phrases::new(&["consideration is given", "consideration be given", "consideration should be given"]);
    static THINGS: Words = Words::new("apology £ payment compensation refund explanation review training");
    let next = base.acts;
    if tokens.word(next - 1) == "that"
        && let Some(acts) = verb::after_subject(tokens, next, segment.last)
    {
        return Some(Cue { acts, ..base });
    }
    // "I request that, to prevent future deaths, **consideration is given** to the lighting".
    if (next..(next + 12).min(segment.last)).any(|at| WEIGHED.read(tokens, at).is_some()) {
        return Some(Cue { lead: Lead::Whole, ..base });
    }
    let nouns = (next..(next + 6).min(segment.last)).any(|at| THINGS.has(tokens.word(at)));
    let colon = tokens.word(next) == ":";
    (nouns || colon).then_some(Cue { lead: if colon { Lead::Verbs } else { Lead::Nouns }, ..base })
}

/// "The Ombudsman's recommendations included **apologising**", "are that the Council **pays**", "accepted the
/// recommendations to **apologise**".
fn recommendations(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    let ours = word.starts_with("recommendation");
    if !(ours || word.starts_with("request") || word.starts_with("proposal"))
        || distractor::is_negated(tokens, at, segment.first)
        || distractor::is_framed(tokens, segment.first, at)
    {
        return None;
    }
    let acts_after = |end: usize, lead| Cue {
        words: (at, end),
        acts: end,
        subject: None,
        lead,
        clause: end,
        voiced: false,
        pronoun: false,
        leans: false,
    };
    let form = |at: usize| verb::find(tokens.word(at)).map(|found| found.form);
    if let Some(end) =
        tokens.reads_any(at + 1, &["included", "include", "were :", "are :", "included :", "include :"])
        && ours
    {
        if form(end) == Some(Form::Ing) {
            return Some(acts_after(end, Lead::Ing));
        }
        return remedy::begins(tokens, end, segment.last, true).then(|| acts_after(end, Lead::Nouns));
    }
    if let Some(end) = tokens.reads_any(at + 1, &["are that", "were that", "is that", "was that"])
        && ours
    {
        let body = (end..(end + 8).min(segment.last))
            .find(|&at| addressee::is_body(tokens.word(at)) || matches!(tokens.word(at), "it" | "they"))?;
        return Some(recommended_to(tokens, acts_after(end, Lead::Third), end, body));
    }
    let to = tokens.reads(at + 1, "to")?;
    let taken = (segment.first..at)
        .any(|at| matches!(tokens.word(at), "accepted" | "agreed" | "accepts" | "agrees" | "agree"));
    (taken && form(to) == Some(Form::Base)).then(|| Cue {
        subject: addressee::body_before(tokens, segment.first, at),
        ..acts_after(to, Lead::Verbs)
    })
}

/// "I asked the Council to comment", "asked it for its file": enquiries, not remedies.
fn asks_an_act(tokens: &Tokens<'_>, segment: &Segment, cue: &Cue) -> bool {
    let told = tokens.word(cue.acts.saturating_sub(1)) == "to";
    let verb = verb::find(tokens.word(cue.acts)).is_some_and(|found| found.form == Form::Base);
    let enquiry = evidence::goes_to_office(tokens, cue.acts, segment.last).is_some();
    told && verb && !enquiry
}

/// "The Board was asked, within 1 month:" before a list.
fn was_asked(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let passive = at > segment.first && matches!(tokens.word(at - 1), "was" | "were" | "is" | "are");
    let subject = addressee::body_before(tokens, segment.first, at)?;
    let listed = tokens.word(segment.last - 1) == ":";
    let acts = segment.last - 1;
    (passive && listed).then_some(Cue {
        words: (at, at + 1),
        acts,
        subject: Some(subject),
        lead: Lead::Verbs,
        clause: clause_start(tokens, segment.first, at),
        voiced: false,
        pronoun: false,
        leans: false,
    })
}

fn recommended_to(tokens: &Tokens<'_>, base: Cue, next: usize, body: usize) -> Cue {
    let subject = addressee::body_before(tokens, next, body + 1);
    let mut acts = body + 1;
    let modal = tokens.reads_any(acts, &["should", "must", "will", "to", "is to", "now"]);
    let lead = if modal.is_some() { Lead::Verbs } else { Lead::Third };
    acts = modal.unwrap_or(acts);
    Cue { subject, lead, acts, words: (base.words.0, acts), ..base }
}

/// "agreement **to** apologise", "agreement, within 2 weeks, **to** apologise", "agreement that it would": where
/// the acts begin, and whether one does.
fn agreement_to(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<(usize, bool)> {
    let is_act = |at: usize| verb::find(tokens.word(at)).is_some_and(|found| found.form == Form::Base);
    if let Some(acts) = tokens.reads_any(at, &["agreement that it would", "agreement that it will"]) {
        return Some((acts, true));
    }
    if let Some(acts) = tokens.reads(at, "agreement to") {
        let timed = matches!(tokens.word(acts), "," | "(" | "within" | "by" | "also" | "take" | "do");
        return Some((acts, timed || is_act(acts)));
    }
    let apart = matches!(tokens.word(at + 1), "," | "(" | "within" | "by" | "that");
    let to = (at + 2..(at + 16).min(segment.last))
        .find(|&at| tokens.word(at) == "to" && is_act(at + 1))
        .filter(|_| apart)?;
    Some((to + 1, true))
}

/// "I would be grateful if you could **look at** the junction", "… if this could be considered".
fn grateful_if(tokens: &Tokens<'_>, segment: &Segment, at: usize, base: Cue) -> Option<Cue> {
    tokens.reads(at, "grateful if")?;
    let clause =
        (base.clause..at).rev().find(|&at| tokens.word(at) == "but").map_or(base.clause, |but| but + 1);
    let modal = (at + 2..(at + 7).min(segment.last))
        .find(|&at| matches!(tokens.word(at), "could" | "would" | "can" | "will"))?;
    let acts = modal + 1;
    let found = verb::find(tokens.word(acts));
    let asks = !matches!(tokens.word(acts), "contact" | "note" | "let" | "tell" | "reply" | "respond");
    let given = tokens.word(acts) == "be" && !matches!(tokens.word(acts + 1), "sent" | "returned");
    let lead = if given { Lead::Whole } else { Lead::Verbs };
    let told = given || found.is_some_and(|found| found.form == Form::Base);
    (asks && told).then_some(Cue { words: (at, acts), acts, lead, clause, voiced: true, ..base })
}

/// "gave an assurance that it would **apologise**", "made a commitment to **pay**".
fn assured(tokens: &Tokens<'_>, segment: &Segment, at: usize, base: Cue) -> Option<Cue> {
    let acts = tokens.reads_any(at + 1, &["that it would", "that it will", "to"])?;
    let verb = verb::find(tokens.word(acts)).is_some_and(|found| found.form == Form::Base);
    let gave = (segment.first..at)
        .any(|at| matches!(tokens.word(at), "gave" | "given" | "gives" | "made" | "obtained"));
    let subject = addressee::body_before(tokens, segment.first, at)?;
    (verb && gave && !distractor::is_framed(tokens, segment.first, at)).then_some(Cue {
        words: (at, acts),
        acts,
        subject: Some(subject),
        clause: acts,
        ..base
    })
}

/// Rarer openings: the duty to respond, a polite request, "on the basis that it pays".
pub(super) fn opening(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
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
        // "gained the Board's agreement to apologise"
        "agreement" => {
            let (acts, verb) = agreement_to(tokens, segment, at)?;
            let subject = addressee::body_before(tokens, segment.first, at);
            let own = subject.is_some() && !distractor::is_framed(tokens, segment.first, at);
            (own && verb).then_some(Cue { words: (at, acts), acts, subject, clause: acts, ..base })
        }
        // "gave an assurance that it would apologise"
        "assurance" | "assurances" | "undertaking" | "commitment" => assured(tokens, segment, at, base),
        "grateful" => {
            if let Some(cue) = grateful_if(tokens, segment, at, base) {
                return Some(cue);
            }
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
        "basis" | "terms" | "understanding" | "condition" => {
            let from = tokens.reads(at + 1, "that")?;
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
