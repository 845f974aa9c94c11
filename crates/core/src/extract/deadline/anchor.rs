//! Anchors: the day a period runs from. `of the date of my final decision`, `from receipt of this report`,
//! `of the next committee meeting`, `i’r penderfyniad`, `o ddyddiad yr adroddiad`.

use super::Anchor;
use crate::extract::{
    token::{TokenKind, Tokens},
    welsh::mutation,
    words::{Phrases, Words},
};

/// Words that lead from a period to its anchor.
static LEADS: Phrases = Phrases::new(&[
    "beginning with",
    "starting with",
    "commencing with",
    "beginning on",
    "starting on",
    "starting from",
    "of",
    "from",
    "after",
    "following",
    "i",
    "o",
    "ar ôl",
    "wedi",
    "yn dilyn",
    "gan ddechrau ar",
    "gan ddechrau gyda",
]);

/// Words that may stand in the name of a document or its date.
static DOCUMENT: Words = Words::new(
    " the this that these my our your its a an date dates of on which being is was \
    issued publication published \
    receipt receiving received receive issue issuing final draft formal written decision decisions report \
    notice letter \
    determination statement settlement agreement investigation email order ombudsman ombudsman's \
    commissioner it \
    's ’s outcome proposed proposal ruling to you today ",
);

/// Words at which the naming of an event stops.
static STOPS: Words = Words::new(
    " , . ; : ) ( • and or but will should must shall may can could would is are has have \
    had with by before \
    within unless if it they he she we i which who where when so as ",
);

/// Reads the anchor after a period: what it is, and the token after it.
pub(in crate::extract) fn read(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<(Anchor, usize)> {
    let from = LEADS.read(tokens, at)?;
    if matches!(tokens.word(at), "i" | "o" | "ar" | "wedi" | "yn" | "gan") {
        return welsh(tokens, from, last);
    }
    let document = document_words(tokens, from, last);
    let words: Vec<&str> = (from..document).map(|at| tokens.word(at)).collect();
    match named(&words) {
        Some(anchor) => Some((anchor, document)),
        None => event(tokens, from, last),
    }
}

fn document_words(tokens: &Tokens<'_>, from: usize, last: usize) -> usize {
    let mut end = from;
    while end < last && DOCUMENT.has(tokens.word(end)) {
        end += 1;
    }
    // What trails without a noun belongs to the sentence again: "of the decision to …", "of this report the
    // …".
    while end > from
        && matches!(
            tokens.word(end - 1),
            "the" | "to" | "a" | "of" | "on" | "it" | "its" | "is" | "my" | "our"
        )
    {
        end -= 1;
    }
    end
}

fn named(words: &[&str]) -> Option<Anchor> {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let receipt = has(&["receipt", "receiving", "received", "receive"]);
    if has(&["notice"]) {
        Some(if receipt { Anchor::ReceiptOfNotice } else { Anchor::NoticeDate })
    } else if has(&["report"]) {
        Some(if receipt { Anchor::ReceiptOfReport } else { Anchor::ReportDate })
    } else if receipt && has(&["decision", "determination", "statement", "letter", "this"]) {
        Some(Anchor::ReceiptOfDecision)
    } else if has(&["decision"]) && has(&["final"]) {
        Some(Anchor::FinalDecision)
    } else if has(&["decision", "determination", "statement", "ruling", "outcome"]) {
        Some(Anchor::DecisionDate)
    } else if has(&["letter", "email"]) {
        Some(Anchor::LetterDate)
    } else if has(&["today"]) {
        Some(Anchor::DecisionDate)
    } else if has(&["agreement", "settlement", "agreed"]) {
        Some(Anchor::AgreementDate)
    } else {
        None
    }
}

fn event(tokens: &Tokens<'_>, from: usize, last: usize) -> Option<(Anchor, usize)> {
    let mut end = from;
    while end < last
        && end - from < 8
        && !(end > from
            && tokens.word(end) == "the"
            && !matches!(tokens.word(end - 1), "of" | "in" | "by" | "on" | "at"))
        && !STOPS.has(tokens.word(end))
    {
        end += 1;
    }
    let name = slug(tokens, from, end);
    (!name.is_empty()).then_some((Anchor::Event(name), end))
}

/// The words of an event joined by `_`; a meeting is a meeting, whosever it is.
pub(in crate::extract) fn slug(tokens: &Tokens<'_>, from: usize, end: usize) -> String {
    const EMPTY: [&str; 14] =
        ["the", "a", "an", "its", "their", "next", "date", "of", "this", "that", "'s", "’s", "y", "yr"];
    let words = (from..end).filter(|&at| tokens.kind(at) != Some(TokenKind::Mark)).map(|at| tokens.word(at));
    let kept: Vec<&str> = words.filter(|word| !EMPTY.contains(word)).collect();
    if kept.iter().any(|word| matches!(*word, "meeting" | "cyfarfod" | "gyfarfod")) {
        return "meeting".to_owned();
    }
    kept.join("_")
}

fn welsh(tokens: &Tokens<'_>, from: usize, last: usize) -> Option<(Anchor, usize)> {
    let mut end = from;
    let (mut receipt, mut is_final) = (false, false);
    while end < last && end - from < 10 {
        let word = tokens.word(end);
        let is = |radical: &str| mutation::is(word, radical);
        let anchor = if is("penderfyniad") {
            is_final |= mutation::is(tokens.word(end + 1), "terfynol");
            Some(if receipt {
                Anchor::ReceiptOfDecision
            } else if is_final {
                Anchor::FinalDecision
            } else {
                Anchor::DecisionDate
            })
        } else if is("adroddiad") {
            Some(if receipt { Anchor::ReceiptOfReport } else { Anchor::ReportDate })
        } else if is("hysbysiad") {
            Some(if receipt { Anchor::ReceiptOfNotice } else { Anchor::NoticeDate })
        } else if is("llythyr") {
            Some(Anchor::LetterDate)
        } else if is("setliad") || is("cytundeb") {
            Some(Anchor::AgreementDate)
        } else if is("cyfarfod") {
            Some(Anchor::Event("meeting".to_owned()))
        } else {
            None
        };
        if let Some(anchor) = anchor {
            let ends = ["terfynol", "hwn", "hon", "nesaf", "ni", "i"];
            let mut after = end + 1;
            while ends.iter().any(|word| mutation::is(tokens.word(after), word)) && after < last {
                after += 1;
            }
            let after = tokens.reads_any(after, &["yr ombwdsmon", "y comisiynydd"]).unwrap_or(after);
            return Some((anchor, after.min(last)));
        }
        if is("dyddiad") && mutation::is(tokens.word(end + 1), "hwn") {
            return Some((Anchor::DecisionDate, end + 2));
        }
        receipt |= mutation::is(word, "derbyn");
        let small =
            ["dyddiad", "derbyn", "y", "yr", "'r", "’r", "ei", "fy", "ein", "'n", "’n", "o", "i", "nesaf"];
        if !small.iter().any(|known| is(known)) {
            return None;
        }
        end += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(text: &str) -> Option<(String, String)> {
        let tokens = Tokens::read(text);
        let (anchor, end) = read(&tokens, 0, tokens.all.len())?;
        Some((anchor.name().to_owned(), tokens.slice(0, end).to_owned()))
    }

    #[test]
    fn e38_anchors_are_told_apart() {
        for (text, name, words) in [
            ("of my final decision the Council", "final_decision", "of my final decision"),
            ("of the date of this decision:", "decision_date", "of the date of this decision"),
            ("of receipt of this report, pay", "receipt_of_report", "of receipt of this report"),
            ("of the date of this decision notice.", "notice_date", "of the date of this decision notice"),
            ("i’r penderfyniad bydd", "decision_date", "i’r penderfyniad"),
            ("o ddyddiad yr adroddiad hwn", "report_date", "o ddyddiad yr adroddiad hwn"),
            ("o dderbyn y penderfyniad terfynol", "receipt_of_decision", "o dderbyn y penderfyniad terfynol"),
        ] {
            assert_eq!(anchor(text), Some((name.to_owned(), words.to_owned())), "{text}");
        }
    }

    #[test]
    fn e39_a_future_event_is_an_anchor() {
        let (name, words) = anchor("of its next scrutiny committee meeting and pay").unwrap();
        assert_eq!((name.as_str(), words.as_str()), ("meeting", "of its next scrutiny committee meeting"));
        assert_eq!(anchor("of the completion of the works.").unwrap().0, "completion_works");
    }
}
