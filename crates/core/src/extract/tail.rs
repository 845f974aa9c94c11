//! Tails within a sentence: words that only give a time to all that stood before them. "…; it is to do these
//! things within 15 working days", "…, all by 3 May".

use super::{
    deadline::read::DeadlineFound,
    token::{TokenKind, Tokens},
    words::Words,
};

/// Words that point back at all that was said.
static POINTING: Words = Words::new(
    " this these all both each everything them it so which whole three four five hyn hynny oll \
    cyfan gyd holl ddau tri pedwar rhain cwbl gwbl pob ",
);

/// Words a tail may have besides.
static LINKING: Words = Words::new(
    " is are was were be been being to do done doing see  complete completed carry carried out take \
    taken place implemented implement made make happen of the things steps actions action items matters \
    recommendations points and with due in case set allowed given for paid sent payments payment sums letters must should will would has have had agreed council board \
    health association practice trust landlord it they i 'w ’w gwneud wneud cwblhau gwblhau gael y a ac yr un bydd \
    dylid dylai rhaid i'w eu 'u ’u ei o 'r ’r camau pethau roedd mae byddai cyngor bwrdd gyflawni cyflawni ",
);

/// Where the tail begins that ends in a deadline: at the mark before it.
pub(super) fn start(tokens: &Tokens<'_>, found: &DeadlineFound, first: usize, last: usize) -> Option<usize> {
    found.governing().filter(|_| found.last <= last)?;
    let mut points = after(tokens, found, last)?;
    let mut start = found.first;
    while start > first && found.first - start < 14 {
        let word = tokens.word(start - 1);
        if matches!(word, ";" | "," | "–" | "—") {
            return points.then(|| before_mark(tokens, first, start - 1));
        }
        points |= POINTING.has(word);
        if !is_known(word) {
            return None;
        }
        start -= 1;
    }
    None
}

/// Where the sentence of a deadline ends, if soon after it.
pub(super) fn sentence_end(tokens: &Tokens<'_>, found: &DeadlineFound) -> usize {
    (found.last..found.last + 10).find(|&at| matches!(tokens.word(at), "." | "")).unwrap_or(found.last)
}

/// Whether a whole sentence only gives a time: "Both sums to be paid within 28 days."
pub(super) fn is_whole(tokens: &Tokens<'_>, found: &DeadlineFound, first: usize, last: usize) -> bool {
    let before = first..found.first;
    let points = before.clone().any(|at| POINTING.has(tokens.word(at)));
    before.len() <= 14
        && before.clone().all(|at| is_known(tokens.word(at)))
        && after(tokens, found, last).is_some_and(|after| points || after)
}

/// "…; 10 working days **were set for this**": whether what follows points back; nothing where more is said.
fn after(tokens: &Tokens<'_>, found: &DeadlineFound, last: usize) -> Option<bool> {
    let mut points = false;
    for at in found.last..last {
        let word = tokens.word(at);
        if tokens.kind(at) != Some(TokenKind::Mark) && !is_known(word) {
            return None;
        }
        // "One month was allowed."
        let allowed = matches!(word, "allowed" | "set" | "given");
        points |= POINTING.has(word) || allowed;
    }
    Some(points)
}

fn is_known(word: &str) -> bool {
    POINTING.has(word) || LINKING.has(word)
}

/// The end of what stands before a mark, without the "and" and the marks that lead to it.
fn before_mark(tokens: &Tokens<'_>, first: usize, mark: usize) -> usize {
    let mut end = mark;
    while end > first && matches!(tokens.word(end - 1), "," | ";" | "and") {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::deadline;

    fn tail(text: &str) -> Option<String> {
        let tokens = Tokens::read(text);
        let last = tokens.all.len();
        let found = deadline::read::read(&tokens, 0, last, None);
        let start = start(&tokens, found.last()?, 0, last)?;
        Some(tokens.slice(start, last).to_owned())
    }

    #[test]
    fn words_that_point_back_at_all_acts_are_a_tail() {
        for (text, words) in [
            (
                "pay him £50; it is to do these things within 2 weeks.",
                "; it is to do these things within 2 weeks.",
            ),
            ("pay him £50, all within 2 weeks.", ", all within 2 weeks."),
            ("talu £50, a hyn oll o fewn mis.", ", a hyn oll o fewn mis."),
        ] {
            assert_eq!(tail(text).as_deref(), Some(words), "{text}");
        }
        assert_eq!(tail("apologise, and pay him £50 within 2 weeks."), None);
        assert_eq!(tail("apologise, and visit within 2 weeks."), None);
    }
}
