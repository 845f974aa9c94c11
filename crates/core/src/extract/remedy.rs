//! The things remedies are made of: "a full written apology", "£250 for her trouble", "a reply",
//! `ymddiheuriad`.

use super::{
    token::{Tokens, among},
    welsh::mutation,
};

/// Nouns that are remedies wherever an act may stand.
const NOUNS: &str = " apology explanation account payment refund compensation reassessment review letter \
    confirmation update \
    training reminder reimbursement ";

/// Nouns that are remedies in a list of things promised.
const PROMISED: &str = " reply response answer visit meeting report plan survey inspection assessment \
    appointment investigation copy \
    offer decision date cheque voucher sum contact point audit assurance ";

const WELSH: &[&str] = &[
    "ymddiheuriad",
    "esboniad",
    "eglurhad",
    "taliad",
    "iawndal",
    "adolygiad",
    "ad-daliad",
    "hyfforddiant",
    "cadarnhad",
    "llythyr",
    "ymateb",
    "adroddiad",
    "ymweliad",
    "diweddariad",
    "sicrwydd",
    "apwyntiad",
];

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
    if listed && (is_one(tokens, at, last) || reasons) {
        return true;
    }
    if matches!(word, "what" | "why" | "how") {
        return listed;
    }
    let article =
        matches!(word, "a" | "an" | "written" | "full" | "further" | "final" | "formal" | "its" | "any");
    article
        && (at..last.min(at + 5)).any(|at| {
            let word = tokens.word(at);
            among(NOUNS, word) || (listed && among(PROMISED, word))
        })
}

/// Whether a token is itself the name of a remedy: "apology", "explanation", "£".
pub(super) fn is_one(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    const SURE: &str = " apology explanation payment refund compensation reassurance assurance assurances \
        reimbursement £ ";
    at < last && among(SURE, tokens.word(at))
}

/// The same in Welsh, which has no "a".
pub(super) fn begins_in_welsh(tokens: &Tokens<'_>, at: usize, last: usize) -> bool {
    at < last
        && (tokens.word(at) == "£"
            || (at..last.min(at + 2)).any(|at| WELSH.iter().any(|noun| mutation::is(tokens.word(at), noun))))
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
