//! The words the extractor knows: what announces a remedy, which language a word belongs to, which verbs act.

use std::{collections::HashMap, sync::LazyLock};

use super::{verb, words::Fixed};

/// What a word can announce; one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    pub(super) const NONE: Self = Self(0);
    /// An English function word.
    pub(super) const ENGLISH: Self = Self(1);
    /// A Welsh function word.
    pub(super) const WELSH: Self = Self(2);
    /// should, must, will; bydd, dylai.
    pub(super) const MODAL: Self = Self(4);
    /// is, are, has, needs, required: only before "to".
    pub(super) const BEFORE_TO: Self = Self(8);
    /// agreed, undertook; cytunodd.
    pub(super) const AGREED: Self = Self(16);
    /// recommend, propose, order; argymell.
    pub(super) const RECOMMEND: Self = Self(32);
    /// duty, grateful, please and the like: rarer openings.
    pub(super) const OPENING: Self = Self(64);
    /// A title before a name, after which a full stop ends nothing.
    pub(super) const TITLE: Self = Self(128);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words and what they announce. `agreed` opens "has agreed to pay".
const WORDS: &[(Flags, &str)] = &[
    (
        Flags::ENGLISH,
        "the of and to for that its it has have been this with by from which on as at be an or if",
    ),
    (Flags::ENGLISH, "not any her his their was were within after"),
    (
        Flags::WELSH,
        "y yr yn ac ei eu wedi ar gan am fod bod fel ni nid hyn hon fewn erbyn gyda gyfer mae oedd",
    ),
    (Flags::WELSH, "gall roedd byddai dros wrth hefyd neu bob ddim nad fyddai"),
    (Flags::ENGLISH.or(Flags::MODAL), "should must shall will ought would"),
    (
        Flags::ENGLISH.or(Flags::BEFORE_TO),
        "is are was were has have needs need required expected asked invited due",
    ),
    (
        Flags::ENGLISH.or(Flags::AGREED),
        "agreed agrees agree undertook undertaken undertakes committed commits promised promises pledged \
            accepted \
         offered",
    ),
    (
        Flags::ENGLISH.or(Flags::RECOMMEND),
        "recommend recommends recommended recommendation recommendations propose proposes proposed order \
            orders ordered \
         require requires request requests requested ask asks asked suggest suggests invite invites direct directs \
         recommending remedy",
    ),
    (
        Flags::ENGLISH.or(Flags::OPENING),
        "duty grateful please enable basis terms understanding condition settlement steps actions action agreement assurance assurances \
            undertaking commitment",
    ),
    (
        Flags::WELSH.or(Flags::MODAL),
        "bydd fydd byddant byddan byddai fyddai byddent anfonir telir rhoddir gwneir cynhelir trefnir adolygir darperir hyfforddir atgoffir ysgrifennir ymddiheurir cynigir eglurir dylai ddylai dylent dylid ddylid rhaid dylech caiff gaiff \
            cafodd gafodd",
    ),
    (
        Flags::WELSH.or(Flags::AGREED),
        "cytunodd gytunodd cytunwyd gytunwyd cytuno gytuno chytuno cytunwn ymrwymodd ymrwymo ymrwymwyd \
            addawodd \
         chytunodd derbyniodd setlwyd gytundeb cytundeb chytundeb addo ymgymerodd sicrwydd addewid",
    ),
    (
        Flags::WELSH.or(Flags::RECOMMEND),
        "argymell argymhellaf argymhellodd argymhellwyd argymhellwn argymhelliad argymhellion hargymhellion \
         hargymell gofyn gofynnodd gofynnwyd gofynnaf gorchymyn gorchmynnodd disgwylir gofynnir cynigiaf \
         cynnig \
         disgwylid",
    ),
    (Flags::WELSH.or(Flags::BEFORE_TO), "mae roedd oedd"),
    (Flags::WELSH.or(Flags::OPENING), "setliad camau dyletswydd"),
    (Flags::TITLE, "mr mrs ms miss dr prof st no nos para paras mx cllr rev eg ie vs ltd co"),
];

static FLAGS: LazyLock<HashMap<&'static str, Flags, Fixed>> = LazyLock::new(|| {
    let mut all: HashMap<_, Flags, Fixed> = HashMap::default();
    for (flags, words) in WORDS {
        for word in words.split_whitespace() {
            let known = all.entry(word).or_insert(Flags::NONE);
            *known = known.or(*flags);
        }
    }
    all
});

/// Words that a broken one may be mended to, beside those with flags and the verbs.
const MENDED: &str = "we he she they our us a an in no report reports letter date days month months week \
    weeks compensation \
    resident landlord council board apology complaint report policy payment £ service year later than order";

static KNOWN: LazyLock<HashMap<String, Flags, Fixed>> = LazyLock::new(|| {
    let flagged = FLAGS.iter().map(|(word, flags)| ((*word).to_owned(), *flags));
    let mut all: HashMap<_, _, Fixed> = flagged.collect();
    let others = MENDED.split_whitespace().map(str::to_owned);
    for word in others.chain(verb::all_forms()) {
        all.entry(word).or_insert(Flags::NONE);
    }
    all
});

/// What a word, in small letters, can announce.
pub(super) fn flags(word: &str) -> Flags {
    if word.len() > 16 {
        return Flags::NONE;
    }
    FLAGS.get(word).copied().unwrap_or(Flags::NONE)
}

/// Whether a short piece is a word of its own. Longer pieces always are.
pub(super) fn stands_alone(piece: &str, capital: bool) -> bool {
    match piece.len() {
        0 => false,
        1 if capital => matches!(piece, "a" | "i" | "o" | "y"),
        1 | 2 => {
            matches!(
                piece,
                "a" | "i"
                    | "o"
                    | "y"
                    | "e"
                    | "of"
                    | "to"
                    | "in"
                    | "is"
                    | "it"
                    | "be"
                    | "as"
                    | "at"
                    | "so"
                    | "we"
                    | "he"
                    | "by"
                    | "or"
                    | "on"
                    | "do"
                    | "if"
                    | "me"
                    | "my"
                    | "up"
                    | "an"
                    | "go"
                    | "no"
                    | "us"
                    | "am"
                    | "yr"
                    | "yn"
                    | "ac"
                    | "ei"
                    | "eu"
                    | "ar"
                    | "os"
                    | "ni"
                    | "mr"
                    | "ms"
                    | "dr"
                    | "st"
            )
        }
        _ => true,
    }
}

/// What two pieces announce as one word, if they are one.
pub(super) fn joined(head: &str, tail: &str) -> Option<Flags> {
    let mut word = String::with_capacity(head.len() + tail.len());
    word.push_str(head);
    word.push_str(tail);
    KNOWN.get(&word).copied()
}

/// The known word that remains of a broken one when its spaces are taken out.
pub(super) fn mended(broken: &str) -> Option<&'static str> {
    let word: String = broken.chars().filter(|letter| !letter.is_whitespace()).collect();
    KNOWN.get_key_value(&word).map(|(word, _)| word.as_str())
}
