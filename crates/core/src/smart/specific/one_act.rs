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
        words::Text,
    },
    text::Language,
};

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

fn halves(language: Language, text: &Text<'_>, acts: &[Act]) -> Option<(String, String)> {
    let [first, second, ..] = acts else { return None };
    let byte = |at: usize| text.words.get(at).map(|word| word.byte);
    let head = text.raw.get(..byte(second.joined_from)?)?;
    let head = head.trim_end().trim_end_matches([',', ';', ':', '&', '(', '-', '•']).trim_end();
    let lead = text.raw.get(..byte(first.at)?)?;
    let rest = text.raw.get(byte(second.at)?..)?.trim();
    let word = text.words.get(second.at)?;
    let verb = second_verb(language, text, (first, second), word.raw);
    let tail = rest.get(word.raw.len()..)?;
    let lead_first = if lead.is_empty() { capital(&verb) } else { format!("{lead}{verb}") };
    Some((stopped(head), stopped(&format!("{lead_first}{tail}"))))
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
    let sentence = sentence.trim().trim_end_matches(['.', ';', ',']);
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
