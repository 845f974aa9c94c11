//! Pairs of adjoining words, so that a phrase with frequent words in it is found without walking through the places of each.
//!
//! A word that stands in a good part of all texts has a list as long as that in the index, and a phrase with it in it would
//! have that list read from end to end: few texts that have both words have the one after the other. So each pair of
//! adjoining words of which one is frequent is a word of the index too, made of a number that comes from both, and a phrase
//! is looked for together with its pairs. Two pairs may share a number; that only lets through a text which the phrase
//! itself then refuses. Every text whose pairs were kept is marked, so that nothing is narrowed by pairs while there are
//! texts without.
//!
//! Which words are frequent must be the same when a text is kept and when it is asked for: it stands here, for both
//! languages. A word that is missing costs time in an office that uses it everywhere, and never an answer.

/// Stands in the index with every text whose pairs stand there; nobody types it.
pub(crate) const MARK: &str = "zzpaired";

/// Words of so many letters or fewer are taken for frequent, whatever they are.
const SHORT: usize = 3;

/// The number of a pair has so many digits of base 36: there are one and a half million.
const DIGITS: usize = 4;

fn is_frequent(word: &str) -> bool {
    word.len() <= SHORT || FREQUENT.binary_search(&word).is_ok()
}

/// The word that stands in the index for a pair.
fn token(first: &str, second: &str) -> String {
    // The sum of Fowler, Noll and Vo, with a space between, which no word has.
    let bytes = first.bytes().chain([b' ']).chain(second.bytes());
    let mut sum = bytes.fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut token = String::with_capacity(2 + DIGITS);
    token.push_str("zz");
    for _ in 0..DIGITS {
        token.push(char::from_digit(sum % 36, 36).unwrap_or('0'));
        sum /= 36;
    }
    token
}

/// The pairs that stand in a text, each once, in front of them the mark. Words are folded, and parted by
/// spaces.
pub(crate) fn in_text(folded: &str) -> String {
    let mut all: Vec<String> = pairs(folded.split(' ')).collect();
    all.sort_unstable();
    all.dedup();
    all.insert(0, MARK.to_owned());
    all.join(" ")
}

/// The pairs a phrase has. Where its last word is the beginning of one, that is in no pair.
pub(crate) fn in_phrase(words: &[String], beginning: bool) -> Vec<String> {
    let whole = words.len().saturating_sub(usize::from(beginning));
    let mut all: Vec<String> = pairs(words.iter().take(whole).map(String::as_str)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn pairs<'a>(words: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    let mut before: Option<(&str, bool)> = None;
    words.filter_map(move |word| {
        let now = is_frequent(word);
        let pair = before.filter(|(_, was)| *was || now).map(|(first, _)| token(first, word));
        before = Some((word, now));
        pair
    })
}

/// Frequent words of more letters, folded: those of each language, and those of every office of this kind. In order.
#[rustfmt::skip]
const FREQUENT: [&str; 427] = [
    "about", "above", "accept", "accepted", "achos", "achosion", "achwynydd", "action", "actions", "addysg",
    "adolygiad", "adolygu", "adroddiad", "adroddiadau", "aelod", "aelodau", "after", "again", "against",
    "agree", "agreed", "already", "also", "amser", "anghenion", "anghyfiawnder", "annwyl", "another",
    "apologise", "apologised", "apology", "appropriate", "argymell", "argymhellaf", "argymhelliad",
    "argymhellion", "argymhellwn", "arni", "arno", "arnynt", "around", "asesiad", "asesu", "asked", "assess",
    "assessment", "attached", "atynt", "authorities", "authority", "awdurdod", "awdurdodau", "back",
    "because", "been", "before", "being", "below", "beth", "between", "board", "boards", "bobl", "bodies",
    "body", "bolisi", "both", "broses", "bwrdd", "bydd", "byddai", "byddwn", "cadarnhau", "came",
    "canllawiau", "care", "case", "cases", "cent", "child", "children", "chwi", "chyngor", "cofion",
    "cofnod", "cofnodion", "complainant", "complainants", "complained", "complaint", "complaints",
    "complete", "completed", "confirm", "confirmed", "consider", "considered", "considering", "copi", "copy",
    "corff", "could", "council", "councils", "cwyn", "cwynion", "cyfarfod", "cyhoeddus", "cymdeithasol",
    "cynghorau", "cyngor", "cyrff", "cytuno", "cytunodd", "dalu", "dangos", "darparu", "date", "dates",
    "daughter", "days", "ddarparu", "ddyddiad", "ddylai", "dear", "decision", "decisions", "delay",
    "delayed", "delays", "derbyn", "diolch", "distress", "diwrnod", "does", "down", "dros", "drwy", "during",
    "duties", "duty", "dweud", "dyddiad", "dyddiadau", "dylai", "dylid", "dystiolaeth", "each", "education",
    "eich", "email", "enclosed", "ensure", "erbyn", "even", "evidence", "failed", "failure", "failures",
    "family", "father", "fault", "faults", "final", "first", "following", "found", "from", "full", "further",
    "fydd", "ganddi", "ganddo", "ganddynt", "given", "gofal", "government", "guidance", "gwasanaeth",
    "gwasanaethau", "gweithdrefn", "gweithdrefnau", "gwneud", "gwybodaeth", "gwyn", "gwynion", "gyda",
    "gyngor", "have", "health", "heddlu", "hefyd", "here", "herself", "himself", "holl", "home", "honno",
    "house", "housing", "however", "hunan", "hwnnw", "hyfforddi", "hyfforddiant", "hynny", "iddi", "iddo",
    "iddynt", "iechyd", "including", "information", "injustice", "into", "just", "last", "later", "letter",
    "letters", "like", "llawer", "llawn", "lleol", "llythyr", "llythyrau", "llywodraeth", "local", "lythyr",
    "made", "maen", "maent", "mail", "make", "makes", "making", "many", "meeting", "member", "members",
    "merch", "message", "methiannau", "methiant", "mewn", "minutes", "misoedd", "miss", "month", "months",
    "more", "most", "mother", "much", "must", "naill", "need", "needs", "neges", "never", "number", "oedd",
    "oedden", "oedi", "ofal", "officer", "officers", "ohoni", "ohono", "ohonynt", "ombudsman", "ombudsmans",
    "ombwdsmon", "only", "other", "over", "part", "payment", "payments", "penderfyniad", "penderfyniadau",
    "people", "person", "perthnasol", "place", "plant", "please", "plentyn", "pobl", "police", "policies",
    "policy", "polisi", "polisiau", "practice", "prifysgol", "priodol", "procedure", "procedures", "process",
    "proses", "provide", "provided", "provides", "public", "received", "recommend", "recommendation",
    "recommendations", "recommended", "recommends", "record", "records", "regards", "relevant", "reply",
    "report", "reports", "respond", "responded", "response", "responses", "review", "reviewed", "rhai",
    "rhaid", "rhwng", "rhywun", "right", "roedd", "rydym", "said", "same", "says", "school", "sent",
    "service", "services", "should", "show", "shows", "sicrhau", "since", "sincerely", "social", "some",
    "staff", "still", "subject", "such", "swyddog", "swyddogion", "tair", "take", "taliad", "talu",
    "terfynol", "teulu", "than", "thank", "that", "their", "them", "then", "there", "these", "they", "this",
    "those", "though", "three", "through", "time", "today", "told", "training", "trouble", "trust", "trwy",
    "tystiolaeth", "under", "university", "unrhyw", "until", "upon", "used", "very", "wasanaeth",
    "wasanaethau", "wedi", "wedyn", "week", "weeks", "were", "what", "when", "where", "whether", "which",
    "while", "will", "with", "within", "without", "wneud", "work", "would", "writing", "written", "wrote",
    "wrth", "wythnos", "wythnosau", "ydym", "year", "years", "ymateb", "ymatebion", "ymddiheuriad",
    "ymddiheuro", "ymddiriedolaeth", "ynghlwm", "your", "yours", "ysgol", "ysgrifenedig", "ysgrifennu",
    "ystyried",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold;

    #[test]
    fn the_words_are_in_order_and_as_they_are_folded() {
        assert!(FREQUENT.windows(2).all(|two| two[0] < two[1]));
        assert!(FREQUENT.iter().all(|word| fold(word) == **word && word.len() > SHORT));
    }

    #[test]
    fn a_phrase_has_pairs_that_the_text_has_where_it_stands_in_it() {
        let text = in_text("the council should apologise to mr ap rhys within one month of the date");
        let phrase = |typed: &str| {
            let words: Vec<String> = typed.split(' ').map(str::to_owned).collect();
            in_phrase(&words, false)
        };
        let stands = |typed: &str| phrase(typed).iter().all(|pair| text.split(' ').any(|word| word == pair));
        assert!(text.starts_with(MARK));
        assert!(
            stands("the council should apologise") && stands("within one month") && stands("of the date")
        );
        assert!(!stands("council the") && !stands("date of") && !stands("month the"));
        assert!(stands("to mr") && stands("rhys within one"));
        assert_eq!(phrase("rhys"), Vec::<String>::new());
        assert_eq!(phrase("rhys heating"), Vec::<String>::new(), "rare words are found by themselves");
        assert_eq!(phrase("of the of the").len(), 2);
    }

    #[test]
    fn the_beginning_of_a_word_is_in_no_pair() {
        let words: Vec<String> = ["within", "one", "mon"].map(str::to_owned).to_vec();
        assert_eq!(in_phrase(&words, true).len(), 1);
        assert_eq!(in_phrase(&words, false).len(), 2);
        assert_eq!(in_phrase(&[], true), Vec::<String>::new());
    }

    #[test]
    fn a_pair_is_one_word_for_every_engine() {
        let token = token("of", "the");
        assert!(token.len() == 6 && token.starts_with("zz") && fold(&token) == token, "{token}");
    }
}
