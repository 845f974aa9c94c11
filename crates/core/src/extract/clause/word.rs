//! Words around a verb: those that change nothing, those that lead up to it, those that open its object.

use crate::extract::{
    token::{TokenKind, Tokens},
    words::Words,
};

static ADVERBS: Words = Words::new(
    " also now then therefore each both formally either further first again immediately \
    promptly within additionally \
    hefyd yna wedyn ",
);

/// Words before an object, by which a verb that may be a noun is known for a verb.
static OBJECTS: Words = Words::new(
    " the a an its his her their this that these any all mr mrs ms miss dr him them it \
    how whether what why when on \
    to with into at our each every for £ again back out up relevant existing in those ",
);

/// Whether an object may begin at a token, so that a word before it that might be a noun is a verb.
pub(in crate::extract) fn opens_object(tokens: &Tokens<'_>, at: usize) -> bool {
    OBJECTS.has(tokens.word(at)) || tokens.capital(at)
}

/// Words before an object that are no verbs.
static NO_VERBS: Words = Words::new(
    " about above across after against along alongside although amid among and around as at \
    because before behind below beneath beside besides between beyond but by despite down during each either \
    except following for from given half how if in including inside instead into its just like minus near neither \
    next nor not of off on once only onto opposite or our out outside over past per plus rather regarding round \
    save see since so some such than that the then these this those though through throughout till to toward towards \
    under unless unlike until unto up upon via was were what when where whereas whether which while whilst who \
    whom whose why will with within without worth is are be been has had have should must would could may \
    might can do does did all both any every no a an i it he she they we you mr mrs ms miss dr even also \
    perhaps possibly especially particularly notably twice again always never often still too very yet due owing \
    thanks contrary prior subject more less most least enough whatever whichever ",
);

/// Whether a word after "will" or "should" is no act yet: "be", "have", "not".
pub(super) fn is_auxiliary(word: &str) -> bool {
    matches!(word, "be" | "have" | "not" | "no" | "never" | "only" | "then" | "if")
}

/// Whether an act begins at a token: a verb of remedies, or any word right before an object that cannot be
/// anything but a verb: "**destroy** the old file".
pub(in crate::extract) fn begins_act(tokens: &Tokens<'_>, at: usize) -> bool {
    static OBJECTS: Words = Words::new(" the a an its his her their him them it mr mrs ms miss £ ");
    let word = tokens.word(at);
    let plain = tokens.kind(at) == Some(TokenKind::Word)
        && word.len() > 2
        && word.is_ascii()
        && !tokens.capital(at)
        && !["ing", "ed", "ly", "s", "ion", "ment", "ness", "ity"].iter().any(|end| word.ends_with(end))
        && !NO_VERBS.has(word);
    plain && OBJECTS.has(tokens.word(at + 1))
}

/// Whether a word may stand before a verb without changing what is asked: "also", "promptly".
pub(in crate::extract) fn is_adverb(word: &str) -> bool {
    (word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "reply" | "apply" | "supply" | "comply" | "monthly" | "weekly"))
        || ADVERBS.has(word)
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
