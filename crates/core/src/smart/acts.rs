//! Finds the acts a wording asks for: the main verbs, not those of a purpose or of a story.
//!
//! `The Council will apologise to Mrs A and pay her £200` asks for two acts.
//! `The Council will amend its procedure so that officers record and share complaints` asks for one.

use super::{
    verbs::{self, Form, Tone},
    words::{Gap, Text},
};
use crate::text::Language;

/// One act a wording asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    /// The place of its verb.
    pub at: usize,
    /// Where the words that lead to it begin: the joint (`and to`), the mark of its item (`b)`), or its verb.
    pub joined_from: usize,
    /// Where its own clause begins, if it has who is to act in it: `and the Board will pay`.
    pub clause_from: Option<usize>,
    /// The verb in the table, where it has it.
    pub verb: Option<&'static str>,
    /// How much the verb says.
    pub tone: Tone,
}

/// Words after which an English verb is the main one.
const EN_MODALS: [&str; 7] = ["will", "should", "must", "shall", "would", "could", "please"];
/// English words that may stand between a modal and its verb.
const EN_FILLERS: [&str; 10] =
    ["also", "now", "then", "both", "further", "again", "either", "jointly", "formally", "promptly"];
/// English words that open a clause of purpose, manner or story.
#[rustfmt::skip]
const EN_SUBORDINATE: [&str; 15] = [
    "that", "which", "who", "whose", "when", "where", "how", "whether", "if", "because", "unless", "while",
    "by", "including", "what",
];
/// Words before `to` after which the verb is not asked for.
#[rustfmt::skip]
const EN_NOT_ASKED: [&str; 17] = [
    "failing", "failed", "fails", "failure", "how", "need", "needed", "ability", "able", "opportunity",
    "refusal", "refused", "right", "as", "order", "used", "entitled",
];
/// What follows an English word when it is a verb and not a noun.
#[rustfmt::skip]
const EN_OBJECTS: [&str; 39] = [
    "a", "again", "all", "an", "any", "back", "both", "dr", "each", "every", "for", "her", "him", "his",
    "how", "it", "its", "miss", "mr", "mrs", "ms", "on", "out", "some", "staff", "that", "the", "their",
    "them", "these", "this", "those", "to", "up", "us", "what", "whether", "with", "£",
];
/// Pairs that are one act in two words: one document or visit proves both.
#[rustfmt::skip]
const ONE_ACT_PAIRS: [(&str, &str); 24] = [
    ("arrange", "complete"), ("calculate", "pay"), ("cyfrifo", "talu"),
    ("review", "update"), ("review", "amend"), ("review", "revise"), ("review", "change"),
    ("review", "rewrite"), ("update", "reissue"), ("write", "send"), ("write", "issue"), ("draft", "issue"),
    ("prepare", "send"), ("prepare", "publish"), ("produce", "publish"), ("acknowledge", "apologise"),
    ("apologise", "explain"), ("check", "correct"), ("adolygu", "diweddaru"), ("adolygu", "diwygio"),
    ("adolygu", "newid"), ("ysgrifennu", "anfon"), ("paratoi", "anfon"), ("ymddiheuro", "egluro"),
];
/// Acts that never belong to a purpose: they stand out even after `so that`.
const ALWAYS_MAIN: [&str; 5] = ["apologise", "pay", "reimburse", "talu", "ymddiheuro"];
/// Welsh words that open a clause of purpose, manner or story.
#[rustfmt::skip]
const CY_SUBORDINATE: [&str; 19] = [
    "er", "fel", "sut", "pryd", "pan", "sy", "sydd", "drwy", "trwy", "gan", "am", "oherwydd", "os", "na",
    "nad", "heb", "wrth", "gyda", "bod",
];
/// Welsh particles before a verb-noun.
const CY_PARTICLES: [&str; 5] = ["yn", "i", "hefyd", "wedyn", "n"];

/// The acts, in order.
pub(super) fn find(language: Language, text: &Text<'_>) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    let mut subordinate = false;
    let mut at = 0;
    while at < text.words.len() {
        if matches!(text.gap(at), Gap::Item | Gap::Stop | Gap::Start) {
            subordinate = false;
        }
        let found = match language {
            Language::En => english(text, at, &acts, subordinate),
            Language::Cy => welsh(text, at, &acts, subordinate),
        };
        if let Some(act) = found {
            at = act.at;
            subordinate = false;
            if !is_pair(text, acts.last(), &act) {
                acts.push(act);
            }
        } else if !acts.is_empty() && opens_subordinate(language, text, at) {
            subordinate = true;
        }
        at += 1;
    }
    acts
}

fn is_pair(text: &Text<'_>, last: Option<&Act>, act: &Act) -> bool {
    let pair = last.and_then(|last| Some((last.verb?, act.verb?)));
    let close = last.is_some_and(|last| act.at - last.at <= 3) && text.gap(act.at) == Gap::Space;
    close && pair.is_some_and(|pair| pair.0 == pair.1 || ONE_ACT_PAIRS.contains(&pair))
}

fn opens_subordinate(language: Language, text: &Text<'_>, at: usize) -> bool {
    match language {
        Language::En => {
            let word = text.folded(at);
            let purpose = word == "to" && verbs::verb(language, text.folded(at + 1)).is_some();
            EN_SUBORDINATE.contains(&word) || purpose
        }
        Language::Cy => {
            let word = text.folded(at);
            let purpose = word == "i" && verbs::verb(language, text.folded(at + 1)).is_some();
            CY_SUBORDINATE.contains(&word) || purpose
        }
    }
}

/// Does a new item or sentence begin at this word?
fn opens(text: &Text<'_>, at: usize) -> bool {
    matches!(text.gap(at), Gap::Start | Gap::Item | Gap::Stop)
}

/// Is this the mark of an item: `a)`, `(2)`, `1.`?
fn is_item_mark(text: &Text<'_>, at: usize) -> bool {
    let word = text.folded(at);
    let short =
        word.chars().count() <= 2 && !["to", "of", "in", "on", "by", "mr", "ms", "dr"].contains(&word);
    short && (opens(text, at) || text.gap(at) == Gap::Comma)
}

/// Does a new item begin here, with or without its mark before it?
fn starts_item(text: &Text<'_>, at: usize) -> bool {
    opens(text, at)
        || (at > 0 && text.gap(at) == Gap::Comma && opens(text, at - 1) && is_item_mark(text, at - 1))
}

/// Skips what may stand between a joining word or modal and the verb.
fn skip_fillers(text: &Text<'_>, mut at: usize) -> usize {
    let filler = |word: &str| EN_FILLERS.contains(&word) || (word.ends_with("ly") && word.len() > 4);
    while filler(text.folded(at)) {
        at += 1;
    }
    at
}

fn english(text: &Text<'_>, at: usize, acts: &[Act], subordinate: bool) -> Option<Act> {
    let word = text.folded(at);
    if starts_item(text, at)
        && let Some(act) = english_item(text, at)
    {
        return Some(act);
    }
    let joint = matches!(word, "and" | "then");
    if let Some(first) = acts.first()
        && (joint || text.gap(at) == Gap::Comma)
        && let Some(act) = english_joined(text, at, text.before(first.at, 1) == "to", subordinate)
    {
        return Some(act);
    }
    if subordinate {
        return None;
    }
    let Some(last) = acts.last() else { return english_main(text, at) };
    let (joined_from, from) = clause_start(text, at, last)?;
    // `This must be paid by the date`: a later passive tells how, it is no further act.
    let act = english_main(text, at).filter(|act| !passive_before(text, act.at))?;
    Some(Act { joined_from, clause_from: Some(from), ..act })
}

fn passive_before(text: &Text<'_>, at: usize) -> bool {
    (1..=3).any(|back| ["be", "have"].contains(&text.before(at, back)))
}

/// Where the clause of a later modal begins, with and without the word that joins it; none where it is
/// still the clause of the act before.
fn clause_start(text: &Text<'_>, at: usize, last: &Act) -> Option<(usize, usize)> {
    if !EN_MODALS.contains(&text.folded(at)) {
        return None;
    }
    (last.at + 1..=at).rev().find_map(|place| match text.gap(place) {
        Gap::Item | Gap::Stop => Some((place, place)),
        _ if text.folded(place) == "and" => Some((place, place + 1)),
        _ => None,
    })
}

/// `Pay Mrs A £50`, `b) pays her`: a verb at the start of an item or sentence.
fn english_item(text: &Text<'_>, at: usize) -> Option<Act> {
    let verb_at = skip_fillers(text, at);
    let (verb, tone, form) = verbs::verb(Language::En, text.folded(verb_at))?;
    let third = form == Form::Third && EN_OBJECTS.contains(&text.folded(verb_at + 1));
    let shaped = third || (form == Form::Base && is_verb_here(text, verb_at, verb));
    let marked = at > 0 && text.gap(at) != Gap::Item && is_item_mark(text, at - 1);
    let joined_from = if marked { at - 1 } else { at };
    shaped.then_some(Act { at: verb_at, joined_from, clause_from: None, verb: Some(verb), tone })
}

fn english_main(text: &Text<'_>, at: usize) -> Option<Act> {
    let word = text.folded(at);
    let marked = EN_MODALS.contains(&word)
        || (word == "to" && !EN_NOT_ASKED.contains(&text.before(at, 1)) && text.folded(at + 1) != "the");
    if !marked {
        return english_subjunctive(text, at);
    }
    let mut verb_at = skip_fillers(text, at + 1);
    let passive = matches!(text.folded(verb_at), "be" | "have");
    if passive {
        verb_at = skip_fillers(text, verb_at + 1);
    }
    match verbs::verb(Language::En, text.folded(verb_at)) {
        Some((verb, tone, form)) if (form == Form::Base) != passive && form != Form::Third => {
            Some(Act { at: verb_at, joined_from: verb_at, clause_from: None, verb: Some(verb), tone })
        }
        _ if word == "to" || text.folded(verb_at).is_empty() || passive => None,
        // `within 10 days`, `not`, `the Council`: not verbs, so the modal has nothing here.
        _ if EN_OBJECTS.contains(&text.folded(verb_at))
            || ["within", "not", "by", "no", "in", "do", "have"].contains(&text.folded(verb_at)) =>
        {
            None
        }
        _ => Some(Act {
            at: verb_at,
            joined_from: verb_at,
            clause_from: None,
            verb: None,
            tone: Tone::Unknown,
        }),
    }
}

/// `I recommend that the Council apologises …`: a verb straight after who is to act.
fn english_subjunctive(text: &Text<'_>, at: usize) -> Option<Act> {
    let (verb, tone, form) = verbs::verb(Language::En, text.folded(at))?;
    let pronoun = text.before(at, 1) == "it" && (at == 1 || text.before(at, 2) == "that");
    let after_actor = pronoun || super::specific::is_organisation(text.before(at, 1));
    let shaped = matches!(form, Form::Base | Form::Third)
        && EN_OBJECTS.contains(&text.folded(at + 1))
        && text.gap(at) == Gap::Space;
    (after_actor && shaped).then_some(Act { at, joined_from: at, clause_from: None, verb: Some(verb), tone })
}

fn english_joined(text: &Text<'_>, joint: usize, first_has_to: bool, subordinate: bool) -> Option<Act> {
    let bare = !matches!(text.folded(joint), "and" | "then");
    let mut at = skip_fillers(text, if bare { joint } else { joint + 1 });
    let mut marked = false;
    if EN_MODALS.contains(&text.folded(at)) || (text.folded(at) == "to" && (first_has_to || !bare)) {
        marked = true;
        at = skip_fillers(text, at + 1);
    }
    let (verb, tone, form) = verbs::verb(Language::En, text.folded(at))?;
    let stands_out =
        ALWAYS_MAIN.contains(&verb) || (marked && (first_has_to || text.gap(joint) == Gap::Comma));
    if form == Form::Past || !is_verb_here(text, at, verb) || (subordinate && !stands_out) {
        return None;
    }
    // `staff, officers and managers`: a third form after a bare comma is more often a noun.
    if form == Form::Third && (bare || !EN_OBJECTS.contains(&text.folded(at + 1))) {
        return None;
    }
    Some(Act { at, joined_from: joint, clause_from: None, verb: Some(verb), tone })
}

fn is_verb_here(text: &Text<'_>, at: usize, verb: &str) -> bool {
    let next = text.words.get(at + 1);
    let object = next.is_some_and(|word| {
        EN_OBJECTS.contains(&word.folded.as_str()) || (word.is_capital() && word.gap == Gap::Space)
    });
    !verbs::is_also_noun(verb) || object
}

fn welsh(text: &Text<'_>, at: usize, acts: &[Act], subordinate: bool) -> Option<Act> {
    let word = text.folded(at);
    let joint = matches!(word, "a" | "ac") && at > 0;
    if acts.is_empty() {
        return welsh_verb(text, at, at).filter(|_| !joint && text.before(at, 1) != "am");
    }
    if !(joint || text.gap(at) == Gap::Comma || starts_item(text, at)) {
        return None;
    }
    let mut place = if joint { at + 1 } else { at };
    let mut marked = false;
    while CY_PARTICLES.contains(&text.folded(place)) {
        marked = true;
        place += 1;
    }
    let act = welsh_verb(text, place, at)?;
    let stands_out = act.verb.is_some_and(|verb| ALWAYS_MAIN.contains(&verb))
        || (marked && joint && text.gap(at) == Gap::Comma)
        || starts_item(text, at);
    (!subordinate || stands_out).then_some(act)
}

fn welsh_verb(text: &Text<'_>, at: usize, joined_from: usize) -> Option<Act> {
    let folded = text.folded(at);
    let (verb, tone, _) = verbs::verb(Language::Cy, folded)?;
    // After the article or `ei` the word is a noun: `y talu`, `ei adolygu`.
    let noun = ["y", "yr", "r", "o"].contains(&text.before(at, 1)) && text.gap(at) == Gap::Space;
    (!noun).then_some(Act { at, joined_from, clause_from: None, verb: Some(verb), tone })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(language: Language, wording: &str) -> Vec<&'static str> {
        find(language, &Text::new(wording)).iter().map(|act| act.verb.unwrap_or("?")).collect()
    }

    #[test]
    fn the_main_verbs_are_the_acts() {
        for (wording, expected) in [
            ("The Council will apologise to Mrs A and pay her £200.", vec!["apologise", "pay"]),
            (
                "The Council will amend its procedure so that officers record and share complaints.",
                vec!["amend"],
            ),
            (
                "The Board has agreed to write to Mr B, to repair his roof and to refund the rent.",
                vec!["write", "repair", "refund"],
            ),
            (
                "I recommend that the Trust apologises to Ms C and reviews the log.",
                vec!["apologise", "review"],
            ),
            ("Pay Mrs D £50.", vec!["pay"]),
            ("a) apologise to Mr E; b) pay him £100", vec!["apologise", "pay"]),
            ("The landlord should review and update its repairs policy.", vec!["review"]),
            ("Apologise for failing to repair and inspect the roof.", vec!["apologise"]),
            ("Staff should be trained in the code.", vec!["train"]),
            ("The Council will dispatch a surveyor.", vec!["?"]),
            ("The review and repair log", vec![]),
            ("It apologises to Mr F; and pays him £50.", vec!["apologise", "pay"]),
            ("The Council will repair the roof. This must be done by May.", vec!["repair"]),
            ("The Council will repair the roof, and the Board must write to Mr G.", vec!["repair", "write"]),
        ] {
            assert_eq!(acts(Language::En, wording), expected, "{wording}");
        }
    }

    #[test]
    fn welsh_verb_nouns_are_the_acts() {
        for (wording, expected) in [
            ("Bydd y Cyngor yn ymddiheuro i Mrs A ac yn talu £200 iddi.", vec!["ymddiheuro", "talu"]),
            ("Dylai'r Bwrdd dalu £50 i Mr B a thrwsio'r to.", vec!["talu", "trwsio"]),
            (
                "Bydd y Cyngor yn diwygio ei weithdrefn fel bod swyddogion yn cofnodi ac yn rhannu cwynion.",
                vec!["diwygio"],
            ),
            ("Dylai'r Cyngor adolygu a diweddaru ei bolisi.", vec!["adolygu"]),
        ] {
            assert_eq!(acts(Language::Cy, wording), expected, "{wording}");
        }
    }
}
