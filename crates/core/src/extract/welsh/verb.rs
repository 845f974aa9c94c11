//! Verb-nouns of remedies, in any mutation.

use std::{
    collections::HashSet,
    hash::{BuildHasherDefault, DefaultHasher},
    sync::LazyLock,
};

use super::mutation;

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
    cychwyn ymgymryd galluogi cynghori cefnogi myfyrio adfer ailddechrau cynllunio mynychu ymgorffori";

static KNOWN: LazyLock<HashSet<&'static str, BuildHasherDefault<DefaultHasher>>> =
    LazyLock::new(|| VERBS.split_whitespace().collect());

/// The verb-noun a word is, without its mutation.
pub(in crate::extract) fn base(word: &str) -> Option<&'static str> {
    if word.len() < 3 {
        return None;
    }
    mutation::radical(word, |radical| KNOWN.get(radical).copied())
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
