//! Verbs: which name an act that can be seen, which only name a wish, in English and Welsh.

use super::welsh;
use crate::text::Language;

/// How much a verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// An act that can be seen to be done: apologise, pay, train; ymddiheuro, talu, hyfforddi.
    Concrete,
    /// A wish or an attitude: consider, ensure, remind; ystyried, sicrhau, atgoffa.
    Vague,
    /// A verb the tables do not have; it is given the benefit of the doubt.
    Unknown,
}

/// The form an English verb stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `pay`
    Base,
    /// `pays`
    Third,
    /// `paid`
    Past,
}

/// English verbs that name an act.
#[rustfmt::skip]
const EN_CONCRETE: [&str; 220] = [
    "accept", "acknowledge", "add", "adopt", "agree", "allocate", "allow", "amend", "answer", "apologise",
    "apologize", "apply", "appoint", "approve", "arrange", "ask", "assess", "attend", "audit", "award",
    "backdate", "begin", "brief", "bring", "calculate", "call", "cancel", "carry", "change", "check",
    "circulate", "clean", "clear", "close", "collect", "commission", "commit", "communicate", "compensate",
    "complete", "conduct", "confirm", "contact", "contract", "convene", "copy", "correct", "cover",
    "create", "credit", "deal", "decide", "decorate", "deduct", "delegate", "delete", "deliver",
    "demonstrate", "discuss", "display", "distribute", "document", "draft", "draw", "employ", "end",
    "enrol", "establish", "evaluate", "examine", "expand", "explain", "extend", "fill", "finalise", "find",
    "finish", "fit", "fix", "forward", "fund", "give", "grant", "hold", "identify", "implement", "include",
    "increase", "inform", "inspect", "install", "instruct", "interview", "introduce", "invite", "invoice",
    "issue", "keep", "lead", "learn", "lift", "limit", "list", "listen", "make", "measure", "meet", "mend",
    "monitor", "move", "name", "notify", "obtain", "offer", "open", "order", "organise", "pause", "pay",
    "phone", "place", "plan", "post", "prepare", "present", "prevent", "process", "produce", "program",
    "provide", "publish", "put", "quote", "raise", "reassess", "rebuild", "recalculate", "recommend",
    "reconsider", "record", "recover", "recruit", "rectify", "redecorate", "reduce", "refer", "refund",
    "refurbish", "reimburse", "reinstate", "reissue", "relocate", "remedy", "remove", "renew", "reopen",
    "repair", "repay", "repeat", "replace", "reply", "report", "request", "require", "reschedule",
    "research", "resolve", "respond", "restore", "resume", "return", "revert", "review", "revise",
    "revisit", "rewrite", "run", "sample", "say", "schedule", "sell", "send", "set", "settle", "share",
    "show", "sign", "speak", "split", "start", "state", "stop", "store", "submit", "supply", "surrender",
    "survey", "suspend", "take", "teach", "telephone", "tell", "terminate", "test", "track", "train",
    "transfer", "translate", "treat", "undertake", "update", "upgrade", "uphold", "use", "verify", "visit",
    "waive", "widen", "withdraw", "write",
];

/// English verbs that name a wish.
#[rustfmt::skip]
const EN_VAGUE: [&str; 28] = [
    "address", "advise", "aim", "attempt", "consider", "continue", "encourage", "endeavour", "engage",
    "enhance", "ensure", "explore", "facilitate", "focus", "improve", "liaise", "look", "manage", "note",
    "promote", "reflect", "remind", "seek", "strengthen", "strive", "support", "try", "work",
];

/// English verbs that are nouns as well; what follows them decides.
#[rustfmt::skip]
const EN_ALSO_NOUNS: [&str; 87] = [
    "address", "aim", "answer", "approach", "attempt", "audit", "award", "brief", "call", "change", "check",
    "contact", "contract", "copy", "cover", "credit", "deal", "display", "document", "draft", "end", "fit",
    "fix", "focus", "forward", "fund", "grant", "increase", "invoice", "issue", "lead", "lift", "limit",
    "list", "measure", "mend", "name", "note", "notice", "offer", "open", "order", "pause", "phone",
    "place", "plan", "post", "present", "process", "program", "quote", "record", "refund", "remedy",
    "repair", "repeat", "reply", "report", "request", "research", "return", "review", "run", "sample",
    "schedule", "share", "show", "sign", "split", "start", "state", "stop", "store", "supply", "support",
    "survey", "telephone", "test", "track", "transfer", "treat", "try", "update", "upgrade", "use", "visit",
    "work",
];

/// English past forms that follow no rule, with their verb.
#[rustfmt::skip]
const EN_PAST: [(&str, &str); 31] = [
    ("began", "begin"), ("begun", "begin"), ("brought", "bring"), ("drawn", "draw"), ("drew", "draw"),
    ("found", "find"), ("gave", "give"), ("given", "give"), ("held", "hold"), ("kept", "keep"),
    ("led", "lead"), ("made", "make"), ("met", "meet"), ("paid", "pay"), ("ran", "run"),
    ("rebuilt", "rebuild"), ("repaid", "repay"), ("rewritten", "rewrite"), ("rewrote", "rewrite"),
    ("sent", "send"), ("shown", "show"), ("spoken", "speak"), ("taken", "take"), ("taught", "teach"),
    ("told", "tell"), ("took", "take"), ("undertaken", "undertake"), ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"), ("written", "write"), ("wrote", "write"),
];

/// Welsh verb-nouns that name an act.
#[rustfmt::skip]
const CY_CONCRETE: [&str; 116] = [
    "adfer", "adleoli", "adolygu", "adrodd", "ailadrodd", "ailagor", "ailasesu", "aildalu", "ailgartrefu",
    "ailgychwyn", "ailgyflwyno", "ailgyfrifo", "ailwneud", "ailystyried", "amserlennu", "anfon",
    "archwilio", "argraffu", "asesu", "atal", "ateb", "atgyweirio", "awdurdodi", "benthyg", "cadarnhau",
    "cadw", "caniatau", "canslo", "casglu", "cau", "clirio", "codi", "cofnodi", "cofrestru", "comisiynu",
    "creu", "cwblhau", "cyfarfod", "cyfeirio", "cyfieithu", "cyflawni", "cyflogi", "cyflwyno", "cyfrifo",
    "cyfweld", "cyhoeddi", "cymryd", "cynhyrchu", "cynnal", "cynnig", "cynnwys", "cywiro", "dangos",
    "darparu", "datblygu", "dechrau", "derbyn", "dileu", "diweddaru", "diwygio", "dosbarthu", "dweud",
    "dychwelyd", "dyfarnu", "dyrannu", "dysgu", "egluro", "esbonio", "ffonio", "galw", "glanhau", "gofyn",
    "gorffen", "gosod", "gostwng", "gwahodd", "gweithredu", "gwirio", "gwneud", "hepgor", "holi",
    "hyfforddi", "hysbysu", "llofnodi", "llogi", "llunio", "mabwysiadu", "mesur", "monitro", "newid",
    "olrhain", "paratoi", "penderfynu", "penodi", "profi", "recriwtio", "rhannu", "rhestru", "rhoi",
    "rhyddhau", "stopio", "symud", "talu", "terfynu", "trefnu", "trosglwyddo", "trwsio", "tynnu",
    "uwchraddio", "ychwanegu", "ymateb", "ymchwilio", "ymddiheuro", "ymgymryd", "ymweld", "ysgrifennu",
];

/// Welsh verb-nouns that name a wish.
#[rustfmt::skip]
const CY_VAGUE: [&str; 24] = [
    "anelu", "annog", "atgoffa", "cefnogi", "ceisio", "cryfhau", "cydgysylltu", "cydweithio", "cynghori",
    "cysylltu", "edrych", "ffocysu", "gwella", "hwyluso", "hyrwyddo", "myfyrio", "parhau", "rheoli",
    "sicrhau", "ymdrechu", "ymdrin", "ymgysylltu", "ymroi", "ystyried",
];

/// The verb of which this folded word is a form, with its tone. In Welsh the form is always `Base`.
pub(super) fn verb(language: Language, folded: &str) -> Option<(&'static str, Tone, Form)> {
    match language {
        Language::En => english(folded),
        Language::Cy => welsh::in_table(&CY_CONCRETE, folded)
            .map(|verb| (verb, Tone::Concrete, Form::Base))
            .or_else(|| welsh::in_table(&CY_VAGUE, folded).map(|verb| (verb, Tone::Vague, Form::Base))),
    }
}

/// Is this English verb a noun as well (`review`, `record`)?
pub(super) fn is_also_noun(verb: &str) -> bool {
    EN_ALSO_NOUNS.binary_search(&verb).is_ok()
}

fn known(base: &str) -> Option<(&'static str, Tone)> {
    let among = |table: &[&'static str], tone| table.binary_search(&base).ok().map(|at| (table[at], tone));
    among(&EN_CONCRETE, Tone::Concrete).or_else(|| among(&EN_VAGUE, Tone::Vague))
}

fn english(folded: &str) -> Option<(&'static str, Tone, Form)> {
    let tagged = |form| move |(verb, tone)| (verb, tone, form);
    if let Some(found) = known(folded) {
        return Some(tagged(Form::Base)(found));
    }
    if let Ok(at) = EN_PAST.binary_search_by_key(&folded, |pair| pair.0) {
        return known(EN_PAST[at].1).map(tagged(Form::Past));
    }
    if let Some(stem) = folded.strip_suffix('s') {
        let bases = [stem.to_owned(), stem.trim_end_matches('e').to_owned(), swap(stem, "ie", "y")];
        return bases.iter().find_map(|base| known(base)).map(tagged(Form::Third));
    }
    let stem = folded.strip_suffix("ed")?;
    let single = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
    let bases = [format!("{stem}e"), stem.to_owned(), swap(stem, "i", "y"), single.to_owned()];
    bases.iter().find_map(|base| known(base)).map(tagged(Form::Past))
}

fn swap(stem: &str, ending: &str, other: &str) -> String {
    stem.strip_suffix(ending).map(|rest| format!("{rest}{other}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order_and_no_verb_is_both_concrete_and_vague() {
        let tables: [&[&str]; 5] = [&EN_CONCRETE, &EN_VAGUE, &EN_ALSO_NOUNS, &CY_CONCRETE, &CY_VAGUE];
        for table in tables {
            assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{table:?}");
        }
        assert!(EN_PAST.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(EN_PAST.iter().all(|pair| known(pair.1).is_some()));
        assert!(EN_VAGUE.iter().all(|verb| !EN_CONCRETE.contains(verb)));
        assert!(CY_VAGUE.iter().all(|verb| !CY_CONCRETE.contains(verb)));
    }

    #[test]
    fn a_verb_is_known_in_its_forms() {
        for (form, base) in [
            ("pays", "pay"),
            ("paid", "pay"),
            ("trained", "train"),
            ("apologises", "apologise"),
            ("replies", "reply"),
            ("stopped", "stop"),
            ("updated", "update"),
        ] {
            assert_eq!(verb(Language::En, form).map(|found| found.0), Some(base), "{form}");
        }
        for (form, base) in [("thalu", "talu"), ("ddarparu", "darparu"), ("wneud", "gwneud")] {
            assert_eq!(verb(Language::Cy, form).map(|found| found.0), Some(base), "{form}");
        }
        assert_eq!(verb(Language::En, "roof"), None);
    }
}
