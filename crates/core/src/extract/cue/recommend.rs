//! What the office recommends, orders or asks in its own voice: "I recommend that the Council", "we order",
//! "please provide", the duty to respond.

use super::{Cue, Lead, clause_start};
use crate::extract::{
    addressee, distractor, evidence,
    segment::Segment,
    token::{Tokens, among},
    verb::{self, Form},
};

const RECOMMENDING: &str = " recommend recommends recommended propose proposes proposed order orders \
    ordered require requires request \
    requests ask asks asked suggest suggests invite invites direct directs recommending ";

/// "I recommend that the Council", "we order", "requires the public authority to", "it is recommended that".
pub(super) fn recommend(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    if !among(RECOMMENDING, word) {
        return None;
    }
    if let Some(cue) = was_asked(tokens, segment, at) {
        return Some(cue);
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
        voiced: !impersonal && (clause..at).any(|at| matches!(tokens.word(at), "i" | "we")),
        pronoun: false,
        leans: false,
    };
    // "I will require a response from the Trust" asks for a letter, not for a remedy.
    let response = word.starts_with("require") || word.starts_with("request");
    if response && (next..(next + 6).min(segment.last)).any(|at| tokens.word(at) == "from") {
        return None;
    }
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
        let cue = recommended_to(tokens, base, next, body);
        return (word != "asked" || asks_an_act(tokens, segment, &cue)).then_some(cue);
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
            let acts = tokens.reads(at, "agreement to")?;
            let subject = addressee::body_before(tokens, segment.first, at);
            let verb = verb::find(tokens.word(acts)).is_some_and(|found| found.form == Form::Base);
            let own = subject.is_some() && !distractor::is_framed(tokens, segment.first, at);
            (own && verb).then_some(Cue { words: (at, acts), acts, subject, ..base })
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
