//! Who is to act: the body named before the words that bind it. "The Council will", "Bydd y Bwrdd Iechyd".

use super::{
    token::{Gap, TokenKind, Tokens},
    welsh::mutation,
    words::Words,
};

static BODIES: Words = Words::new(
    " council board landlord association trust practice surgery authority university \
    college school department \
    agency provider company hospital organisation organization body corporation group home ministry police \
    constabulary \
    force government firm bank insurer business dentist pharmacy parish borough county dwp hmrc dvla nhs \
    icb respondent \
    society institution club federation supplier broker lender academy partnership prison clinic bureau \
    regulator executive fund charity operator controller councillor ",
);

static WELSH_BODIES: Words = Words::new(
    "cyngor bwrdd practis meddygfa ymddiriedolaeth landlord cymdeithas awdurdod prifysgol coleg \
    ysgol darparwr cartref adran corff llywodraeth gwasanaeth ysbyty",
);

/// Whether the word names a body that can be told to act.
pub(super) fn is_body(word: &str) -> bool {
    word.len() > 2 && BODIES.has(word)
}

/// Whether the Welsh word names such a body, in any mutation.
pub(super) fn is_welsh_body(word: &str) -> bool {
    mutation::is_any(word, &WELSH_BODIES)
}

/// Where the subject before `at` begins, if a body stands in it: at most twelve words, no break.
pub(super) fn body_before(tokens: &Tokens<'_>, from: usize, at: usize) -> Option<(usize, usize)> {
    let lowest = from.max(at.saturating_sub(12));
    let mut place = at;
    let mut body = None;
    while place > lowest {
        let word = tokens.word(place - 1);
        if matches!(word, "," | "." | ";" | ":" | "and" | "but" | "or" | "that" | "(" | ")" | "•") {
            break;
        }
        place -= 1;
        if is_body(word) && body.is_none() {
            body = Some(place);
        }
    }
    body.map(|body| (name_start(tokens, place, body), body + 1))
}

/// Whether the body is one of many ("a council", "landlords"), so that a rule is told and nobody bound.
pub(super) fn is_general(tokens: &Tokens<'_>, subject: (usize, usize)) -> bool {
    let before = subject.0.checked_sub(1).map_or("", |before| tokens.word(before));
    matches!(tokens.word(subject.0), "a" | "an" | "any" | "every" | "all" | "each" | "no")
        || matches!(before, "a" | "an" | "any" | "every")
}

/// A name runs back over its capitals, or to its article: "Ash Vale Borough Council", "the care provider".
fn name_start(tokens: &Tokens<'_>, lowest: usize, body: usize) -> usize {
    let mut start = body;
    while start > lowest {
        let before = start - 1;
        let article = matches!(
            tokens.word(before),
            "the" | "a" | "an" | "any" | "every" | "all" | "each" | "no" | "your"
        );
        let joined = tokens.gap(start) <= Gap::Line && tokens.kind(before) == Some(TokenKind::Word);
        let part = tokens.capital(before)
            || matches!(tokens.word(before), "of" | "care" | "health" | "local" | "public" | "housing");
        if !joined || !(article || part) {
            break;
        }
        start = before;
        if article {
            break;
        }
    }
    start
}

/// The name of a body as the text has it, without its article.
pub(super) fn name(tokens: &Tokens<'_>, subject: (usize, usize)) -> Option<String> {
    let (mut first, last) = subject;
    while first < last
        && matches!(tokens.word(first), "the" | "a" | "an" | "your" | "y" | "yr" | "'r" | "’r" | "i")
    {
        first += 1;
    }
    let words: Vec<&str> = (first..last).map(|at| tokens.slice(at, at + 1)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The body a Welsh sentence names at `at`: `y Cyngor`, `’r Bwrdd Iechyd`.
pub(super) fn welsh_body_at(tokens: &Tokens<'_>, at: usize) -> Option<(usize, usize)> {
    let named = tokens.reads_any(at, &["y", "yr", "'r", "i'r", "i 'r"]).unwrap_or(at);
    let mut end = named;
    let mut found = false;
    while end < named + 7 && tokens.kind(end) == Some(TokenKind::Word) {
        let word = tokens.word(end);
        let body = is_welsh_body(word);
        // English names stand in Welsh sentences too.
        let part = tokens.capital(end) || (found && matches!(word, "iechyd" | "gofal" | "sir"));
        if !body && !part {
            break;
        }
        found |= body;
        end += 1;
    }
    found.then_some((named, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(text: &str, before: &str) -> Option<String> {
        let tokens = Tokens::read(text);
        let at = (0..tokens.all.len()).find(|&at| tokens.word(at) == before).unwrap();
        body_before(&tokens, 0, at).and_then(|subject| name(&tokens, subject))
    }

    #[test]
    fn the_body_before_the_binding_words_is_named() {
        assert_eq!(
            subject("In short, Ash Vale Borough Council will pay", "will").as_deref(),
            Some("Ash Vale Borough Council")
        );
        assert_eq!(subject("the care provider should pay", "should").as_deref(), Some("care provider"));
        assert_eq!(subject("the letter should say", "should"), None);
    }

    #[test]
    fn a_body_in_general_is_not_one_told_to_act() {
        let tokens = Tokens::read("A council should act");
        let subject = body_before(&tokens, 0, 2).unwrap();
        assert!(is_general(&tokens, subject));
    }

    #[test]
    fn a_welsh_body_is_named_under_its_mutation() {
        let tokens = Tokens::read("i’r Bwrdd Iechyd ymddiheuro");
        let subject = welsh_body_at(&tokens, 1).unwrap();
        assert_eq!(name(&tokens, subject).as_deref(), Some("Bwrdd Iechyd"));
    }
}
