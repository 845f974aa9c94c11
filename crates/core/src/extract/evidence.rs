//! Evidence: where an act asks for proof, confirmation or a report to the office, and in which words
//! (R25–R27).

use super::{
    token::{TokenKind, Tokens, among},
    verb,
};

/// Words for what proves a thing done.
const PROOF: &str = " evidence proof confirmation confirm report documentary tystiolaeth dystiolaeth prawf \
    cadarnhad gadarnhad adrodd \
    brawf demonstrate ";

/// The office, as those it writes to are told of it.
const OFFICE: &str =
    " ombudsman us me commissioner ombwdsmon ombudsman's coroner ni spso psow lgsco nipso phso ";

/// Words by which something goes to the office.
const TO_OFFICE: &str = " send provide submit report confirm write tell inform copy supply give forward \
    notify update reply respond share show \
    anfon darparu cyflwyno adrodd hysbysu dangos rhoi ymateb adroddiad ";

/// What is asked for as evidence among tokens `first..last`: places of the words.
pub(super) fn items(tokens: &Tokens<'_>, first: usize, last: usize) -> Vec<(usize, usize)> {
    let proof = (first..last).find(|&at| among(PROOF, tokens.word(at)));
    if goes_to_office(tokens, first, last).is_none() && !is_documentary(tokens, first, last) {
        return Vec::new();
    }
    let start =
        proof.or_else(|| (first..last).find(|&at| among(TO_OFFICE, tokens.word(at)))).unwrap_or(first);
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
    let gives = |word: &str| {
        among(TO_OFFICE, word) || verb::find(word).is_some_and(|found| among(TO_OFFICE, found.base))
    };
    let verb = (first..last).find(|&at| gives(tokens.word(at)))?;
    let named = (verb + 1..last).find(|&at| {
        among(OFFICE, tokens.word(at))
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
    const PHRASES: &[&str] = &[
        "documentary evidence",
        "evidence of compliance",
        "evidence that it has",
        "evidence it has",
        "evidence of payment",
        "proof of payment",
    ];
    const WEIGHED: &[&str] = &["unless", "clear evidence"];
    let weighed = (first..last).any(|at| tokens.reads_any(at, WEIGHED).is_some());
    !weighed && (first..last).any(|at| tokens.reads_any(at, PHRASES).is_some())
}
