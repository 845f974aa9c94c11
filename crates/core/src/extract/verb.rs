//! English verbs of remedies, with the forms they take: pay, pays, paying, paid.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    lexicon::Flags,
    token::{TokenKind, Tokens},
    words::{Fixed, Words},
};

/// In which form a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// pay
    Base,
    /// pays
    Third,
    /// paying
    Ing,
    /// paid
    Participle,
}

/// A verb found in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Its basic form.
    pub base: &'static str,
    /// The form it stands in.
    pub form: Form,
    /// Whether the word may as well be a noun ("review", "report").
    pub noun: bool,
}

/// A word that can be nothing but a verb, and is none of those known.
pub(super) const UNKNOWN: Found = Found { base: "act", form: Form::Base, noun: false };

/// Verbs that cannot be taken for nouns.
const CLEAR: &str = "apologise apologize pay refund reimburse repay compensate provide send issue write \
    arrange ensure carry \
    complete make take undertake give explain tell inform notify confirm say set clarify reconsider \
    reassess consider \
    decide determine assess investigate reinvestigate respond reply reissue amend revise rewrite introduce \
    implement \
    develop produce publish remind discuss circulate disseminate supervise inspect replace install fix \
    clear clean \
    treat rectify delete remove add put keep stop cease refrain withdraw cancel waive offer appoint \
    recruit allocate \
    hold meet ask invite liaise engage learn evaluate identify establish seek obtain submit forward \
    restore reinstate \
    backdate refer follow comply adopt resolve bring strengthen improve demonstrate outline acknowledge \
    recognise \
    recognize accept agree go start begin continue resume finish find instruct chase reduce prepare draw \
    convene \
    nominate cooperate negotiate calculate recalculate deduct adjust escalate disclose commit have allow \
    enable sign \
    advise describe reflect revisit reopen rehouse move decorate redecorate erase rescind apply formalise \
    feed uphold \
    create build schedule deliver secure raise consult open maintain redraft conduct cover reexamine watch \
    do \
    correct provide ensure adapt invest embed analyse examine agree collect upload distribute attend speak \
    redress hand attach translate append let get run serve expedite prioritise prioritize reschedule refresh \
    retrain uphold procure tender terminate employ hire extend suspend explore eradicate commence mend \
    renew plaster replaster redact enrol signpost coach mentor fill plant prune paint insulate unblock reconnect \
    rewire relocate pursue reaffirm scrutinise collate compile summarise quantify verify validate deploy launch \
    host facilitate chair convene diarise triage prescribe dispense administer admit readmit transport supply equip \
    furnish lend grant approve authorise ratify endorse permit quash annul reverse overturn defer recover recoup \
    freeze lower double honour fulfil perform intervene mediate destroy hear teach encourage warn assist oversee \
    incorporate include specify justify settle sort overhaul";

/// Verbs that may as well be nouns; after "and" they count as verbs only before their object.
const NOUNS_TOO: &str = "review update report record plan share look visit contact work request copy \
    return transfer process \
    progress answer help support use act address remedy show detail evidence fund increase register log \
    file note \
    release search train brief monitor audit check survey repair credit book draft place commission test \
    offer \
    display step close order change top survey value measure assign guarantee email call phone study score \
    pilot schedule purchase budget resource staff name balance interview reference post repeat regard aim ring see fit cut trim screen trial award loan pause match empty sweep drain seal";

/// Forms that do not follow the rule.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("pay", "paid", Form::Participle),
    ("repay", "repaid", Form::Participle),
    ("send", "sent", Form::Participle),
    ("write", "written", Form::Participle),
    ("rewrite", "rewritten", Form::Participle),
    ("make", "made", Form::Participle),
    ("take", "taken", Form::Participle),
    ("undertake", "undertaken", Form::Participle),
    ("give", "given", Form::Participle),
    ("tell", "told", Form::Participle),
    ("say", "said", Form::Participle),
    ("set", "set", Form::Participle),
    ("put", "put", Form::Participle),
    ("keep", "kept", Form::Participle),
    ("hold", "held", Form::Participle),
    ("meet", "met", Form::Participle),
    ("seek", "sought", Form::Participle),
    ("bring", "brought", Form::Participle),
    ("find", "found", Form::Participle),
    ("draw", "drawn", Form::Participle),
    ("begin", "begun", Form::Participle),
    ("feed", "fed", Form::Participle),
    ("build", "built", Form::Participle),
    ("show", "shown", Form::Participle),
    ("see", "seen", Form::Participle),
    ("hear", "heard", Form::Participle),
    ("teach", "taught", Form::Participle),
    ("have", "has", Form::Third),
    ("go", "goes", Form::Third),
    ("withdraw", "withdrawn", Form::Participle),
    ("uphold", "upheld", Form::Participle),
    ("do", "done", Form::Participle),
    ("do", "does", Form::Third),
];

/// Verbs whose last consonant is doubled: stopped, submitting.
const DOUBLING: &str = "stop submit refer transfer commit embed put set get let run plan log step cancel begin top fit cut trim permit enrol";

type Forms = HashMap<String, Found, Fixed>;

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut all = Forms::default();
    for (verbs, noun) in [(CLEAR, false), (NOUNS_TOO, true)] {
        for base in verbs.split_whitespace() {
            for (word, form) in forms_of(base) {
                all.entry(word).or_insert(Found { base, form, noun });
            }
        }
    }
    for &(base, word, form) in IRREGULAR {
        all.insert(word.to_owned(), Found { base, form, noun: false });
        if word == base {
            all.insert(word.to_owned(), Found { base, form: Form::Base, noun: false });
        }
    }
    all
});

fn forms_of(base: &str) -> Vec<(String, Form)> {
    let last = base.chars().last().unwrap_or('x');
    let stem = match last {
        'e' if !base.ends_with("ee") => base.strip_suffix('e').unwrap_or(base).to_owned(),
        last if DOUBLING.split_whitespace().any(|verb| verb == base) => format!("{base}{last}"),
        _ => base.to_owned(),
    };
    let vowel_before_y = ["ay", "ey", "oy"].iter().any(|end| base.ends_with(end));
    let (third, participle) = match base.strip_suffix('y') {
        Some(short) if !vowel_before_y => (format!("{short}ies"), format!("{short}ied")),
        _ if ["s", "sh", "ch", "x", "z"].iter().any(|end| base.ends_with(end)) => {
            (format!("{base}es"), format!("{stem}ed"))
        }
        _ => (format!("{base}s"), format!("{stem}ed")),
    };
    vec![
        (base.to_owned(), Form::Base),
        (third, Form::Third),
        (format!("{stem}ing"), Form::Ing),
        (participle, Form::Participle),
    ]
}

/// The verb a word is, if it is one of remedies.
pub(super) fn find(word: &str) -> Option<Found> {
    let known =
        FORMS.get(word).or_else(|| word.strip_prefix("re-").and_then(|plain| FORMS.get(plain))).copied();
    // "redrawn", "rehoused": what is done again is known by what is done.
    known.or_else(|| {
        let again = word.strip_prefix("re").filter(|rest| rest.len() > 3)?;
        FORMS.get(again).copied().filter(|found| !found.noun)
    })
}

/// "that **members undertake** training", "that **the Clerk writes** to him": where the verb stands after a short
/// subject.
pub(super) fn after_subject(tokens: &Tokens<'_>, from: usize, last: usize) -> Option<usize> {
    static NO_NAMES: Words = Words::new(" to and or of for in on at by with it they is are was were be ");
    let verb = (from + 1..last.min(from + 5)).find(|&at| {
        find(tokens.word(at)).is_some_and(|found| {
            let plural = tokens.word(at - 1).ends_with('s') || tokens.word(at - 1) == "staff";
            !found.noun && (found.form == Form::Third || found.form == Form::Base && plural)
        })
    })?;
    let named = (from..verb).all(|at| {
        tokens.kind(at) == Some(TokenKind::Word)
            && !NO_NAMES.has(tokens.word(at))
            && !tokens.flags(at).has(Flags::MODAL)
    });
    named.then_some(verb)
}

/// Every form of every verb.
pub(super) fn all_forms() -> impl Iterator<Item = String> {
    FORMS.keys().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_known_in_all_its_forms() {
        for (word, base, form) in [
            ("pays", "pay", Form::Third),
            ("paid", "pay", Form::Participle),
            ("apologising", "apologise", Form::Ing),
            ("submitted", "submit", Form::Participle),
            ("carries", "carry", Form::Third),
            ("refreshes", "refresh", Form::Third),
        ] {
            let found = find(word).unwrap();
            assert_eq!((found.base, found.form), (base, form), "{word}");
        }
        assert!(find("landlord").is_none());
    }

    #[test]
    fn a_verb_that_may_be_a_noun_says_so() {
        assert!(find("review").unwrap().noun);
        assert!(!find("apologise").unwrap().noun);
    }
}
