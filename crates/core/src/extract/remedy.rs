//! The things remedies are made of: "a full written apology", "£250 for her trouble", "a reply",
//! `ymddiheuriad`.

use super::{token::Tokens, welsh::mutation, words::Words};

/// Nouns that are remedies wherever an act may stand.
static NOUNS: Words = Words::new(
    " apology explanation account payment refund compensation reassessment review letter \
    confirmation update \
    training reminder reimbursement ",
);

/// Nouns that are remedies in a list of things promised.
static PROMISED: Words = Words::new(
    " reply response answer visit meeting report plan survey inspection assessment \
    appointment investigation copy \
    offer decision date cheque voucher sum contact point audit assurance ",
);

static WELSH: Words = Words::new(
    "ymddiheuriad esboniad eglurhad taliad iawndal adolygiad ad-daliad hyfforddiant cadarnhad \
    llythyr ymateb adroddiad ymweliad diweddariad sicrwydd apwyntiad",
);

/// Whether the name of a remedy begins at a token; `listed` where things promised are being listed.
pub(super) fn begins(tokens: &Tokens<'_>, at: usize, last: usize, listed: bool) -> bool {
    if at >= last {
        return false;
    }
    let word = tokens.word(at);
    if matches!(word, "£" | "sorry" | "training" | "compensation") {
        return true;
    }
    // "an apology, with reasons, for" puts the reasons in between.
    let reasons = word == "reasons" && tokens.word(at + 1) != ",";
    let reasons = reasons || word == "the" && tokens.word(at + 1) == "reasons";
    if listed && (is_one(tokens, at, last) || reasons) {
        return true;
    }
    if listed && word == "the" && matches!(tokens.word(at + 1), "response" | "reply" | "answer") {
        return true;
    }
    // "an apology and **the missing report**", not "an apology for the delay and the missing report"
    let said = |at: usize| at > 0 && NOUNS.has(tokens.word(at - 1));
    if listed && word == "the" && at > 1 && said(at - 1) {
        return (at + 1..last.min(at + 4))
            .any(|at| NOUNS.has(tokens.word(at)) || PROMISED.has(tokens.word(at)));
    }
    if matches!(word, "what" | "why" | "how") {
        return listed;
    }
    let article =
        matches!(word, "a" | "an" | "written" | "full" | "further" | "final" | "formal" | "its" | "any");
    article
        && (at..last.min(at + 5)).any(|at| {
            let word = tokens.word(at);
            NOUNS.has(word) || (listed && PROMISED.has(word))
        })
}

/// Whether a token is itself the name of a remedy: "apology", "explanation", "£".
pub(super) fn is_one(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    static SURE: Words = Words::new(
        " apology explanation payment refund compensation reassurance assurance assurances redress \
        reimbursement £ ",
    );
    at < last && SURE.has(tokens.word(at))
}

/// The same in Welsh, which has no "a".
pub(super) fn begins_in_welsh(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    at < last
        && (tokens.word(at) == "£"
            || (at..last.min(at + 2)).any(|at| mutation::is_any(tokens.word(at), &WELSH)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_given_are_known_from_things_that_are_not() {
        for (text, listed, known) in [
            ("a full written apology for it", false, true),
            ("£250 for her trouble", false, true),
            ("a prompt reply", true, true),
            ("a prompt reply", false, false),
            ("the failings found", true, false),
        ] {
            let tokens = Tokens::read(text);
            assert_eq!(begins(&tokens, 0, tokens.all.len(), listed), known, "{text}");
        }
        let tokens = Tokens::read("ac ymddiheuriad llawn");
        assert!(begins_in_welsh(&tokens, 1, tokens.all.len()));
    }
}
