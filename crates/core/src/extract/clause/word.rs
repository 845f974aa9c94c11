//! Words around a verb: those that change nothing, those that lead up to it, those that open its object.

use crate::extract::token::{Tokens, among};

const ADVERBS: &str = " also now then therefore each both formally either further first again immediately \
    promptly within additionally \
    hefyd yna wedyn ";

/// Words before an object, by which a verb that may be a noun is known for a verb.
const OBJECTS: &str = " the a an its his her their this that these any all mr mrs ms miss dr him them it \
    how whether what why when on \
    to with into at our each every for £ again back out up relevant existing in those ";

/// Whether an object may begin at a token, so that a word before it that might be a noun is a verb.
pub(in crate::extract) fn opens_object(tokens: &Tokens<'_>, at: usize) -> bool {
    among(OBJECTS, tokens.word(at)) || tokens.capital(at)
}

/// Whether a word may stand before a verb without changing what is asked: "also", "promptly".
pub(in crate::extract) fn is_adverb(word: &str) -> bool {
    (word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "reply" | "apply" | "supply" | "comply" | "monthly" | "weekly"))
        || among(ADVERBS, word)
}

/// Whether a word opens a phrase that leads up to an instruction.
pub(in crate::extract) fn is_leading(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "as"
            | "for"
            | "by"
            | "with"
            | "following"
            | "after"
            | "before"
            | "having"
            | "if"
            | "where"
            | "when"
            | "unless"
            | "once"
            | "subject"
            | "using"
            | "at"
            | "should"
            | "to"
    )
}
