//! What looks like a recommendation and is none: findings, history, what somebody said or wished, rules told
//! in general, fines. "The landlord said it would", "the Council should have", "the policy says it will".

use super::{
    addressee,
    lexicon::Flags,
    token::{TokenKind, Tokens},
    words::Words,
};

/// Verbs that put what follows into another's mouth or wish.
static SAYING: Words = Words::new(
    " said says saying told explained stated states believed believes feels felt thinks \
    thought wants wanted \
    wishes wished hopes hoped considers considered argued argues complained complains claimed claims \
    suggested asked expects \
    expected asserted maintained disputes alleges understood assumed reported noted wrote recorded recommended ordered directed advised ",
);

/// Rule books; what they say binds nobody anew.
static RULES: Words = Words::new(
    " policy policies procedure procedures guidance code regulations legislation law act \
    standard standards charter \
    guidelines tenancy protocol contract lease agreement scheme website leaflet ",
);

/// Words by which a rule book speaks.
static RULING: Words = Words::new(
    " say says said state states stated require requires required provide provides set \
    sets mean means meant \
    confirm confirms that ",
);

/// Words before an embedded question or a condition, in which nothing is asked for.
static EMBEDDED: Words = Words::new(" how what whether which why ");

/// Who may say, want or ask and bind by it.
static DECIDERS: Words = Words::new(" i we ombudsman commissioner was is were be and ");

/// The participle or adjective after "should be" that asks for nothing.
static IDLE: Words = Words::new(
    " noted able aware clear satisfied entitled understood stressed emphasised remembered \
    recognised said \
    pointed expected possible necessary allowed regarded seen viewed treated considered commended ",
);

/// Whether the words before a binding word say that someone else said, wished or wrote what follows.
pub(super) fn is_framed(tokens: &Tokens<'_>, from: usize, cue: usize) -> bool {
    // What a condition tells of frames nothing after it: "If the survey recommended repairs, the landlord …".
    let from = match tokens.word(from) {
        "if" | "unless" => (from..cue).find(|&at| tokens.word(at) == ",").map_or(from, |comma| comma + 1),
        _ => from,
    };
    let clause =
        (from..cue).rev().find(|&at| matches!(tokens.word(at), "," | ";" | ":")).map_or(from, |at| at + 1);
    let placed = (clause + 1..cue).any(|at| tokens.word(at) == "where");
    if placed || (clause..cue).any(|at| EMBEDDED.has(tokens.word(at))) || in_a_rule_book(tokens, from, cue) {
        return true;
    }
    if (from..cue).any(|at| matches!(tokens.word(at), "remind" | "reminds" | "reminded")) {
        return true;
    }
    // "In my opinion action should be taken" asks for nothing yet; for consideration it does.
    // "It offered £150 and said that it would": told, whoever told it.
    let told = |at: usize| {
        static TELLING: Words =
            Words::new(" said told explained stated replied claimed heard reported says ");
        let office = at > from && matches!(tokens.word(at - 1), "ombudsman" | "we" | "commissioner");
        TELLING.has(tokens.word(at))
            && !office
            && (tokens.word(at + 1) == "that" || matches!(tokens.word(at + 1), "it" | "they"))
    };
    let evidence = |at: usize| tokens.reads_any(at, &["evidence was that", "was told that"]).is_some();
    if (from..cue).any(|at| told(at) || evidence(at)) && !(from..cue).any(|at| tokens.word(at) == "agreed") {
        return true;
    }
    if tokens.reads_any(from, &["in my opinion", "in my view", "in our view"]).is_some() {
        return !(from..cue).any(|at| tokens.word(at) == "consideration");
    }
    (from..cue).any(|at| {
        let shows = matches!(tokens.word(at), "show" | "shows" | "showed") && tokens.word(at + 1) == "that";
        if !(shows || SAYING.has(tokens.word(at)))
            || tokens.word(at + 1) == "sorry"
            || is_heading_phrase(tokens, at)
        {
            return false;
        }
        let mut before = at;
        while before > from
            && matches!(tokens.word(before - 1), "also" | "have" | "has" | "had" | "therefore" | "now")
        {
            before -= 1;
        }
        let sayer =
            before.checked_sub(1).filter(|&sayer| sayer >= from).map_or("", |sayer| tokens.word(sayer));
        // "says it was not to blame but has now confirmed it will pay" binds after all.
        let bound = (at..cue).any(|at| {
            tokens
                .reads_any(at, &["has now confirmed", "has confirmed", "has now agreed", "has agreed"])
                .is_some()
        });
        !DECIDERS.has(sayer) && !bound
    })
}

/// "The policy says it will", "under its procedure the Council must", "according to the Code landlords
/// should".
fn in_a_rule_book(tokens: &Tokens<'_>, from: usize, cue: usize) -> bool {
    let Some(book) = (from..cue).find(|&at| RULES.has(tokens.word(at))) else { return false };
    let cites = tokens.reads_any(from, &["under", "according to", "as set out in", "section"]).is_some();
    let speaks = (book + 1..(book + 4).min(cue)).any(|at| RULING.has(tokens.word(at)));
    let itself = book + 1 == cue && matches!(tokens.word(cue), "will" | "must" | "shall");
    cites || speaks || itself
}

/// "Having considered" and "as expected" say nothing of others.
fn is_heading_phrase(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    matches!(before, "having" | "as")
        || (tokens.word(at) == "act" && tokens.kind(at + 1) == Some(TokenKind::Number))
}

/// "should have apologised", "must have known": a finding, not a demand.
pub(super) fn looks_back(tokens: &Tokens<'_>, modal: usize) -> bool {
    let mut next = modal + 1;
    while matches!(
        tokens.word(next),
        "also" | "not" | "therefore" | "never" | "always" | "probably" | "n't" | "’t" | "ideally"
    ) {
        next += 1;
    }
    if tokens.word(next) != "have" {
        return false;
    }
    // "are to have a full account" gives something; "should have given one" regrets.
    !matches!(tokens.word(next + 1), "a" | "an" | "the" | "his" | "her" | "their" | "regard" | "due")
}

/// "The Council will normally reply": a practice told, not a promise made.
pub(super) fn tells_a_practice(tokens: &Tokens<'_>, modal: usize) -> bool {
    matches!(
        tokens.word(modal + 1),
        "normally"
            | "usually"
            | "generally"
            | "only"
            | "no"
            | "often"
            | "sometimes"
            | "always"
            | "not"
            | "never"
            | "n't"
    ) || (tokens.word(modal) == "will"
        && matches!(tokens.word(modal + 1), "need" | "depend" | "know" | "have" | "want" | "wish"))
}

/// "should be noted", "should be able to".
pub(super) fn asks_nothing(tokens: &Tokens<'_>, participle: usize) -> bool {
    let word = tokens.word(participle);
    IDLE.has(word)
}

/// "In March 2019 the landlord agreed to …", "had agreed to": what was agreed long ago and is history now.
pub(super) fn is_history(tokens: &Tokens<'_>, from: usize, cue: usize) -> bool {
    // "had the Council agree to": it was brought to agree.
    let brought =
        |at: usize| tokens.word(at) == "had" && (tokens.word(at + 1) == "the" || tokens.capital(at + 1));
    // "Although it had said sorry, it agreed to do so again": what was before stands in another clause.
    let concedes = matches!(
        tokens.word(from),
        "although" | "while" | "whilst" | "though" | "because" | "as" | "having" | "since"
    );
    let clause = (from..cue)
        .rev()
        .find(|&at| concedes && tokens.word(at) == "," && tokens.word(at.saturating_sub(1)) != "had")
        .or_else(|| addressee::body_before(tokens, from, cue).filter(|_| concedes).map(|subject| subject.1))
        .unwrap_or(from);
    if (clause..cue).any(|at| {
        !brought(at)
            && matches!(
                tokens.word(at),
                "had" | "not" | "previously" | "originally" | "earlier" | "initially"
            )
    }) {
        return true;
    }
    let opens =
        matches!(tokens.word(from), "in" | "on" | "by" | "during" | "at" | "following" | "after" | "when");
    let date = (from..cue.min(from + 7)).any(|at| {
        let word = tokens.word(at);
        tokens.kind(at) == Some(TokenKind::Number)
            && word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
    });
    // "On 4 May the landlord agreed": a day told, at the beginning.
    let day = opens && tokens.kind(from + 1) == Some(TokenKind::Number) && tokens.word(from) == "on";
    (opens && date) || day
}

/// "comply with our orders", "evidence of compliance with our orders by the due date": told of all orders
/// at once.
pub(super) fn is_preamble(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    (first..last).any(|at| {
        tokens
            .reads_any(
                at,
                &[
                    "with our orders",
                    "with the orders",
                    "comply with these orders",
                    "consider this guidance",
                    "consider our guidance",
                ],
            )
            .is_some()
    })
}

/// A fine is not a remedy: nothing of it goes to anybody wronged.
pub(super) fn is_fine(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    (first..last).any(|at| {
        matches!(
            tokens.word(at),
            "penalty" | "penalties" | "fine" | "fined" | "fines" | "cosb" | "dirwy" | "gosb" | "ddirwy"
        )
    })
}

/// The Welsh of the same: someone said, a policy says, it ought to have been.
pub(super) fn is_framed_in_welsh(tokens: &Tokens<'_>, from: usize, cue: usize) -> bool {
    static FRAMES: Words = Words::new(
        " dywedodd ddywedodd dywed mynnodd honnodd polisi bholisi gyfraith cyfraith dweud ddweud deddf ddeddf rheoliadau canllawiau gweithdrefn \
        credai dymunai hoffai \
        eglurodd esboniodd nododd ",
    );
    (from..cue).any(|at| FRAMES.has(tokens.word(at)))
}

/// Whether a sentence says "I do not recommend" or "no recommendation".
pub(super) fn is_negated(tokens: &Tokens<'_>, cue: usize, from: usize) -> bool {
    let start = cue.saturating_sub(4).max(from);
    (start..cue).any(|at| {
        matches!(tokens.word(at), "not" | "no" | "n't" | "’t" | "never" | "cannot" | "without" | "any")
    })
}

/// Whether a word has any flag of the office's own voice before the recommending word: I, we, the Ombudsman.
pub(super) fn is_own_voice(tokens: &Tokens<'_>, cue: usize, from: usize) -> bool {
    let mut at = cue;
    while at > from && at + 6 > cue {
        at -= 1;
        if matches!(tokens.word(at), "i" | "we" | "ombudsman" | "commissioner" | "adjudicator" | "service") {
            return true;
        }
        if tokens.kind(at) == Some(TokenKind::Mark)
            || !tokens.flags(at).has(Flags::ENGLISH) && !is_adverb(tokens.word(at))
        {
            return false;
        }
    }
    false
}

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(word, "also" | "now" | "would" | "therefore" | "further" | "hereby" | "then" | "strongly")
}
