//! Evidence: where an act asks for proof, confirmation or a report to the office, and in which words
//! (R25–R27).

use super::{
    token::{TokenKind, Tokens},
    verb,
    words::{Phrases, Words},
};

/// Words for what proves a thing done.
static PROOF: Words = Words::new(
    " evidence proof confirmation confirm report documentary tystiolaeth dystiolaeth prawf \
    cadarnhad gadarnhad adrodd \
    brawf demonstrate ",
);

/// The office, as those it writes to are told of it.
static OFFICE: Words =
    Words::new(" ombudsman us me commissioner ombwdsmon ombudsman's coroner ni spso psow lgsco nipso phso ");

/// Words by which something goes to the office.
static TO_OFFICE: Words = Words::new(
    " send provide submit report confirm write tell inform copy supply give forward \
    notify update reply respond share show \
    anfon darparu cyflwyno adrodd hysbysu dangos rhoi ymateb adroddiad ",
);

/// What is asked for as evidence among tokens `first..last`: places of the words.
pub(super) fn items(tokens: &Tokens<'_>, first: usize, last: usize) -> Vec<(usize, usize)> {
    let proof = (first..last).find(|&at| PROOF.has(tokens.word(at)));
    if goes_to_office(tokens, first, last).is_none() && !is_documentary(tokens, first, last) {
        return Vec::new();
    }
    let start = proof.or_else(|| (first..last).find(|&at| TO_OFFICE.has(tokens.word(at)))).unwrap_or(first);
    let mut end = start;
    while end < last
        && !(tokens.kind(end) == Some(TokenKind::Mark) && matches!(tokens.word(end), "," | ";" | "." | ":"))
    {
        end += 1;
    }
    vec![(start, end)]
}

/// Whether an act gives something to the office, and the word that names it.
pub(super) fn goes_to_office(tokens: &Tokens<'_>, first: usize, last: usize) -> Option<usize> {
    let gives =
        |word: &str| TO_OFFICE.has(word) || verb::find(word).is_some_and(|found| TO_OFFICE.has(found.base));
    let verb = (first..last).find(|&at| gives(tokens.word(at)))?;
    let named = (verb + 1..last).find(|&at| {
        OFFICE.has(tokens.word(at))
            || (tokens.word(at) == "office" && matches!(tokens.word(at - 1), "this" | "my" | "our"))
            || (tokens.word(at) == "service" && matches!(tokens.word(at - 1), "this") && tokens.capital(at))
    })?;
    // "report the loss to the Information Commissioner" goes to another office.
    let other =
        named > first && matches!(tokens.word(named - 1), "information" | "children's" | "gwybodaeth");
    (!other).then_some(named)
}

/// "documentary evidence of payment", "evidence of compliance".
fn is_documentary(tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
    static PHRASES: Phrases = Phrases::new(&[
        "documentary evidence",
        "evidence of compliance",
        "evidence that it has",
        "evidence it has",
        "evidence of payment",
        "proof of payment",
    ]);
    static WEIGHED: Phrases = Phrases::new(&["unless", "clear evidence"]);
    let weighed = (first..last).any(|at| WEIGHED.read(tokens, at).is_some());
    !weighed && (first..last).any(|at| PHRASES.read(tokens, at).is_some())
}
