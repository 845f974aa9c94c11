//! Verb-nouns of remedies, in any mutation.

use std::{collections::HashSet, sync::LazyLock};

use super::mutation;
use crate::extract::words::Fixed;

const VERBS: &str = "ymddiheuro sefydlu talu anfon egluro esbonio rhoi darparu adolygu hyfforddi atgoffa \
    rhannu monitro cofnodi cywiro \
    ailystyried ystyried ymchwilio ymateb cwblhau trefnu sicrhau cysylltu cyfarfod cwrdd ysgrifennu cynnal \
    gwneud cymryd \
    diweddaru diwygio cyflwyno datblygu llunio paratoi cyhoeddi digolledu trwsio atgyweirio archwilio \
    asesu ailasesu \
    penderfynu cadarnhau hysbysu dweud cynnig penodi recriwtio holi gofyn chwilio edrych gwirio cadw addo \
    ymrwymo atal \
    peidio cytuno ailagor canslo dileu tynnu ychwanegu adrodd dangos profi nodi gweithredu gweithio \
    cydweithio cydnabod \
    derbyn ateb symud gosod glanhau dosbarthu briffio goruchwylio dysgu gwella cryfhau creu mabwysiadu \
    trafod ymweld \
    ailhyfforddi cyfrifo ailgyfrifo hepgor lleihau cynyddu ariannu ymgynghori cyfeirio trosglwyddo newid \
    cyfleu dychwelyd \
    ailgyflwyno ad-dalu aildalu amlinellu hwyluso cyfathrebu comisiynu cofrestru cynhyrchu neilltuo \
    rhyddhau cydymffurfio \
    parhau dechrau gorffen dwyn mynd ailedrych dadansoddi casglu gwerthuso unioni datrys dilyn pennu prosesu \
    disodli llenwi cau agor ffonio ebostio cyfieithu archebu bwcio \
    cychwyn ymgymryd galluogi cynghori cefnogi cynnwys uwchgyfeirio clirio tocio torri paentio cludo tacluso crynhoi galw ffurfio llofnodi gwrando dyfarnu \
    dyrannu tawelu caniatáu defnyddio hyrwyddo lleoli mesur rheoli tystio ysgubo tynhau ymestyn ymateb ymwneud myfyrio adfer ailddechrau cynllunio mynychu ymgorffori";

static KNOWN: LazyLock<HashSet<&'static str, Fixed>> = LazyLock::new(|| VERBS.split_whitespace().collect());

/// What will be done, by nobody named: `anfonir`, `telir`.
const IMPERSONAL: &[(&str, &str)] = &[
    ("anfonir", "anfon"),
    ("telir", "talu"),
    ("rhoddir", "rhoi"),
    ("gwneir", "gwneud"),
    ("cynhelir", "cynnal"),
    ("trefnir", "trefnu"),
    ("adolygir", "adolygu"),
    ("darperir", "darparu"),
    ("hyfforddir", "hyfforddi"),
    ("atgoffir", "atgoffa"),
    ("ysgrifennir", "ysgrifennu"),
    ("ymddiheurir", "ymddiheuro"),
    ("cynigir", "cynnig"),
    ("eglurir", "egluro"),
];

/// Whether a word says, of nobody, that something will be done.
pub(super) fn is_impersonal(word: &str) -> bool {
    IMPERSONAL.iter().any(|(form, _)| *form == word)
}

fn impersonal(word: &str) -> Option<&'static str> {
    let known = |word: &str| IMPERSONAL.iter().find(|(form, _)| *form == word).map(|(_, base)| *base);
    word.ends_with("ir").then(|| mutation::radical(word, known)).flatten()
}

fn known(word: &str) -> Option<&'static str> {
    mutation::radical(word, |radical| KNOWN.get(radical).copied())
}

/// The verb-noun a word is, without its mutation.
pub(in crate::extract) fn base(word: &str) -> Option<&'static str> {
    if word.len() < 3 {
        return None;
    }
    // `ailysgrifennu`: what is done again is known by what is done.
    let again = |word: &str| word.strip_prefix("ail").and_then(known);
    known(word).or_else(|| impersonal(word)).or_else(|| mutation::radical(word, again))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_noun_is_known_under_its_mutation() {
        assert_eq!(base("chywiro"), Some("cywiro"));
        assert_eq!(base("hymchwilio"), Some("ymchwilio"));
        assert_eq!(base("dalu"), Some("talu"));
        assert_eq!(base("llythyr"), None);
    }
}
