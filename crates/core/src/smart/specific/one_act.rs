//! One recommendation asks for one act, because each act needs its own evidence and its own date (R25, R40).
//!
//! Not so good: `The Council will apologise to Mrs A and pay her £200.`
//! Better, as two: `The Council will apologise to Mrs A.` `The Council will pay Mrs A £200.`

use crate::{
    smart::{
        CheckId, Note, Subject,
        acts::{self, Act},
        reading::Reading,
        welsh,
        words::{Gap, Text},
    },
    text::Language,
};

/// Acts that are done to nothing: what follows the second verb is not theirs.
const ALONE: [&str; 2] = ["apologise", "ymddiheuro"];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let acts = &reading.acts;
    if acts.is_empty() {
        return None;
    }
    let text = &reading.wording;
    let Some((first, second)) = halves(subject.language, text, acts) else {
        return Some(Note::good(CheckId::OneAct));
    };
    let verbs: Vec<_> = acts.iter().filter_map(|act| text.words.get(act.at)).map(|word| word.raw).collect();
    Some(
        Note::advice(CheckId::OneAct)
            .at(acts.iter().filter_map(|act| text.span(act.at, act.at)))
            .with("acts", u32::try_from(acts.len()).unwrap_or(u32::MAX))
            .with("verbs", verbs.join(", "))
            .with("first", first)
            .with("second", second),
    )
}

/// The two recommendations a wording of several acts could become: the first act, and the rest.
/// None where the wording asks for one act, or for none that can be recognised.
pub fn split_suggestion(language: Language, wording: &str) -> Option<(String, String)> {
    let text = Text::new(wording);
    halves(language, &text, &acts::find(language, &text))
}

/// The two sentences, where the first is one act then: words that cannot be parted well are left to whoever wrote them.
fn halves(language: Language, text: &Text<'_>, acts: &[Act]) -> Option<(String, String)> {
    let (first, second) = parted(language, text, acts)?;
    let again = Text::new(&first);
    let whole = parted(language, &again, &acts::find(language, &again)).is_none();
    whole.then_some((first, second))
}

fn parted(language: Language, text: &Text<'_>, acts: &[Act]) -> Option<(String, String)> {
    let [first, second, ..] = acts else { return None };
    let byte = |at: usize| text.words.get(at).map(|word| word.byte);
    let lead = lead(text, first)?;
    let until = byte(second.joined_from)?;
    let head = if first.joined_from == first.at {
        text.raw.get(..until)?.to_owned()
    } else {
        format!("{lead}{}", text.raw.get(byte(first.at)?..until)?)
    };
    if let Some(own) = second.clause_from {
        return Some((stopped(&capital(&head)), stopped(&capital(text.raw.get(byte(own)?..)?.trim()))));
    }
    let word = text.words.get(second.at)?;
    let verb = second_verb(language, text, (first, second), word.raw);
    let tail = text.raw.get(word.byte + word.raw.len()..)?;
    // `inspect and repair the roof`: both acts are done to the roof.
    let shared = second.at == first.at + 2 && !first.verb.is_some_and(|verb| ALONE.contains(&verb));
    let head = if shared { format!("{}{tail}", head.trim_end()) } else { head };
    let rest = match own_object(text, second.at).filter(|_| language == Language::Cy) {
        Some(pronoun) => with_object(&lead, pronoun, word.raw),
        None => format!("{lead}{verb}"),
    };
    Some((stopped(&capital(&head)), stopped(&capital(&format!("{rest}{tail}")))))
}

/// The pronoun that stands for what the act is done to: `a'i rannu`, `a'u trwsio`.
fn own_object(text: &Text<'_>, verb: usize) -> Option<&'static str> {
    let joined = verb > 0 && text.gap(verb - 1) == Gap::Apostrophe;
    match text.before(verb, 1) {
        "i" if joined => Some("ei"),
        "u" if joined => Some("eu"),
        _ => None,
    }
}

/// `i` and `ei` or `eu` become `i'w`.
fn with_object(lead: &str, pronoun: &str, verb: &str) -> String {
    match lead.strip_suffix(" i ") {
        Some(start) => format!("{start} i'w {verb}"),
        None => format!("{lead}{pronoun} {verb}"),
    }
}

/// The words that say who is to act, before the first act and the mark of its item.
fn lead(text: &Text<'_>, first: &Act) -> Option<String> {
    let before = text.raw.get(..text.words.get(first.joined_from)?.byte)?;
    let mark = |one: char| one.is_whitespace() || matches!(one, ':' | '(' | '-' | '•');
    let whole = before.trim_end_matches(mark);
    Some(if whole.trim().is_empty() { String::new() } else { format!("{whole} ") })
}

/// The verb of the second half, in the form the words before the first verb ask for.
fn second_verb(language: Language, text: &Text<'_>, acts: (&Act, &Act), raw: &str) -> String {
    let Some(verb) = acts.1.verb.filter(|_| language == Language::Cy) else { return raw.to_owned() };
    let first_is_radical = acts.0.verb == Some(text.folded(acts.0.at));
    // After `yn` a verb-noun keeps its first letter; after `i`, or after the actor of `dylai`, it is softened.
    if first_is_radical && matches!(text.before(acts.0.at, 1), "yn" | "n" | "") {
        verb.to_owned()
    } else {
        welsh::soften(verb)
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn stopped(sentence: &str) -> String {
    let cut = |one: char| one.is_whitespace() || matches!(one, '.' | ';' | ',' | ':' | '&' | '(' | '-' | '•');
    let sentence = sentence.trim().trim_end_matches(cut);
    format!("{sentence}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r40_two_acts_are_offered_as_two_recommendations() {
        for (language, wording, first, second) in [
            (
                Language::En,
                "The Council will apologise to Mrs A and pay her £200.",
                "The Council will apologise to Mrs A.",
                "The Council will pay her £200.",
            ),
            (Language::En, "Write to Mr B, and then refund his rent", "Write to Mr B.", "Refund his rent."),
            (
                Language::En,
                "The landlord must: a) apologise to Mr E; b) pay him £100",
                "The landlord must apologise to Mr E.",
                "The landlord must pay him £100.",
            ),
            (
                Language::En,
                "The landlord must inspect and repair the roof.",
                "The landlord must inspect the roof.",
                "The landlord must repair the roof.",
            ),
            (
                Language::Cy,
                "Mae'r Cyngor wedi cytuno i adolygu ei bolisi a'i rannu â staff.",
                "Mae'r Cyngor wedi cytuno i adolygu ei bolisi.",
                "Mae'r Cyngor wedi cytuno i'w rannu â staff.",
            ),
            (
                Language::En,
                "3. Finish the investigation and send the answer.",
                "Finish the investigation.",
                "Send the answer.",
            ),
            (
                Language::En,
                "The Council will repair the roof. The Council must also write to Ms C.",
                "The Council will repair the roof.",
                "The Council must also write to Ms C.",
            ),
            (
                Language::Cy,
                "Bydd y Cyngor yn ymddiheuro i Mrs A ac yn talu £200 iddi.",
                "Bydd y Cyngor yn ymddiheuro i Mrs A.",
                "Bydd y Cyngor yn talu £200 iddi.",
            ),
            (
                Language::Cy,
                "Dylai'r Bwrdd ymddiheuro i Mr B a thalu £50 iddo.",
                "Dylai'r Bwrdd ymddiheuro i Mr B.",
                "Dylai'r Bwrdd dalu £50 iddo.",
            ),
        ] {
            assert_eq!(split_suggestion(language, wording), Some((first.to_owned(), second.to_owned())));
        }
    }

    #[test]
    fn r40_one_act_is_left_whole() {
        for (language, wording) in [
            (Language::En, "The Council will write and send Mrs A a letter that explains its decision."),
            (Language::En, "The Trust will train all staff and managers of Ward 4 in the transfer policy."),
            (Language::Cy, "Bydd y Cyngor yn trwsio'r to a'r ffenestri."),
            (Language::En, ""),
        ] {
            assert_eq!(split_suggestion(language, wording), None, "{wording}");
        }
    }
}
