//! Welsh cues: `Bydd y Cyngor yn`, `Dylai’r Bwrdd`, `Cytunodd y Cyngor i`, `Rwy’n argymell bod y Practis yn`,
//! `Rhaid i’r landlord`, `Cytunwyd ar`.

use super::mutation;
use crate::extract::{
    addressee,
    cue::{Context, Cue, Lead},
    deadline::period,
    distractor,
    lexicon::Flags,
    remedy,
    segment::Segment,
    token::Tokens,
};

/// The cue at a Welsh word, if there is one.
pub(in crate::extract) fn find(
    tokens: &Tokens<'_>,
    segment: &Segment,
    at: usize,
    context: Context,
) -> Option<Cue> {
    if distractor::is_framed_in_welsh(tokens, segment.first, at) {
        return None;
    }
    match tokens.word(at) {
        "bydd" | "fydd" | "byddant" | "byddan" => will(tokens, at, context),
        "byddai" | "fyddai" | "byddent" => would(tokens, segment, at, context),
        "dylai" | "ddylai" | "dylent" | "ddylent" => should(tokens, segment, at),
        "dylid" | "ddylid" | "disgwylid" => {
            let acts = tokens.reads_any(at + 1, &["hefyd"]).unwrap_or(at + 1);
            verb_at(tokens, acts).then(|| cue(at, acts, None))
        }
        "rhaid" | "disgwylir" | "gofynnodd" | "gofynnwyd" | "gofynnaf" | "gofynnir" => told(tokens, at),
        "mae" | "roedd" | "oedd" => is_to(tokens, at, context),
        "caiff" | "gaiff" => gets(tokens, at),
        "cafodd" | "gafodd" => time_allowed(tokens, at),
        "sicrwydd" | "addewid" => assured(tokens, segment, at),
        "cytundeb" | "gytundeb" | "chytundeb" => agreement(tokens, segment, at),
        "cytunwyd" | "gytunwyd" | "setlwyd" | "ymrwymwyd" => settled(tokens, at),
        word if super::verb::is_impersonal(word) => {
            let told = context.after_act || context.section || segment.first == 0 || context.settles(tokens);
            told.then(|| cue(at, at, None))
        }
        _ => agreed(tokens, segment, at).or_else(|| recommended(tokens, at)),
    }
}

fn cue(at: usize, acts: usize, subject: Option<(usize, usize)>) -> Cue {
    Cue {
        words: (at, acts),
        acts,
        subject,
        lead: Lead::WelshVerbs,
        clause: at,
        voiced: false,
        pronoun: subject.is_none(),
        leans: false,
    }
}

fn verb_at(tokens: &Tokens<'_>, at: usize) -> bool {
    super::verb::base(tokens.word(at)).is_some()
}

/// `Bydd y Cyngor yn talu`, `bydd yn anfon`, `Bydd llythyr yn mynd`, `Bydd Mr A yn cael ymddiheuriad`.
fn will(tokens: &Tokens<'_>, at: usize, context: Context) -> Option<Cue> {
    let from = tokens.reads_any(at + 1, &["angen i", "hefyd", "angen"]).unwrap_or(at + 1);
    if let Some(subject) = addressee::welsh_body_at(tokens, from) {
        let denied = matches!(tokens.word(subject.1), "fel" | "ddim");
        return (!denied).then(|| cue(at, subject.1, Some(subject)));
    }
    let next = tokens.word(from);
    // `Bydd llythyr o ymddiheuriad yn cael ei anfon`: all of it is the act.
    if let Some(acts) = done_to(tokens, from).filter(|_| remedy::begins_in_welsh(tokens, from, from + 1)) {
        return Some(cue(at, acts, None));
    }
    if mutation::is(next, "llythyr") || mutation::is(next, "ymddiheuriad") {
        return Some(cue(at, from + 1, None));
    }
    let timed = matches!(next, "wedi")
        && (at.saturating_sub(8)..at).any(|at| matches!(tokens.word(at), "fewn" | "erbyn"));
    if (timed || matches!(next, "yn" | "'n" | "’n")) && verb_at(tokens, from + 1) {
        let earlier = context.after_act || context.section || at > 0;
        return earlier.then(|| Cue { leans: true, ..cue(at, from, None) });
    }
    if let Some(acts) = done_to(tokens, from) {
        let sure = ["atgoffa", "hyfforddi", "monitro", "trwsio", "talu"]
            .iter()
            .any(|verb| mutation::is(tokens.word(acts), verb));
        if sure || context.after_act || context.section {
            return Some(Cue { leans: !sure, ..cue(at, acts, None) });
        }
    }
    let given = (from..from + 7)
        .find(|&at| mutation::is(tokens.word(at), "cael") || mutation::is(tokens.word(at), "derbyn"))?;
    let remedy = remedy::begins_in_welsh(tokens, given + 1, given + 4);
    remedy.then(|| Cue { lead: Lead::WelshNouns, ..cue(at, given + 1, None) })
}

/// `bydd y casgliadau’n cael eu **monitro**`: the verb-noun of what is done to something.
pub(in crate::extract) fn done_to(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    let gets = (from..from + 9).find(|&at| mutation::is(tokens.word(at), "cael"))?;
    let acts = gets + 2;
    (matches!(tokens.word(gets + 1), "ei" | "eu") && verb_at(tokens, acts)).then_some(acts)
}

/// `Byddai’r Cyngor yn talu o fewn mis`: a promise told afterwards; not `pe byddai`.
fn would(tokens: &Tokens<'_>, segment: &Segment, at: usize, context: Context) -> Option<Cue> {
    let words = segment.first..segment.last;
    let supposed = words.clone().any(|at| matches!(tokens.word(at), "pe" | "os" | "oni"));
    let timed = words.clone().any(|at| matches!(tokens.word(at), "fewn" | "erbyn" | "pen" | "ymhen"));
    let told = context.after_act || context.section || context.settles(tokens);
    let subject = addressee::welsh_body_at(tokens, at + 1);
    let from = subject.map_or(at + 1, |subject| subject.1);
    let from = tokens.reads_any(from, &["hefyd"]).unwrap_or(from);
    let agreed = (segment.first..at).any(|at| tokens.flags(at).has(Flags::AGREED));
    if let Some(acts) = done_to(tokens, from).filter(|_| told || timed || agreed) {
        return Some(cue(at, acts, None));
    }
    let acts = (from..(from + 12).min(segment.last))
        .any(|at| matches!(tokens.word(at), "yn" | "'n" | "’n") && verb_at(tokens, at + 1));
    let bound = if subject.is_some() { told || timed || segment.first == 0 } else { told };
    (acts && bound && !supposed).then(|| Cue { leans: subject.is_none(), ..cue(at, from, subject) })
}

/// `Dylai’r Cyngor dalu`; not `Dylai’r Cyngor fod wedi`.
fn should(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let subject = addressee::welsh_body_at(tokens, at + 1);
    let acts = match subject {
        Some(subject) => subject.1,
        // `Dylai Mr Y gael ymddiheuriad`
        None if let Some(given) = (at + 1..at + 6).find(|&at| {
            mutation::is(tokens.word(at), "cael") && remedy::begins_in_welsh(tokens, at + 1, at + 2)
        }) =>
        {
            return Some(Cue { lead: Lead::WelshNouns, ..cue(at, given + 1, None) });
        }
        None => tokens.reads_any(at + 1, &["ef", "hefyd", "fe", "nhw"])?,
    };
    let looks_back = (acts..(acts + 3).min(segment.last)).any(|at| tokens.word(at) == "wedi");
    // `Erbyn 5 Mai dylai’r Gymdeithas fod wedi ymddiheuro`
    let ahead = (segment.first..at).any(|at| matches!(tokens.word(at), "fewn" | "erbyn"));
    let acts = if looks_back { tokens.reads(acts, "fod").unwrap_or(acts) } else { acts };
    (!looks_back || ahead).then(|| cue(at, acts, subject))
}

/// `Rhaid i’r landlord dalu`, `Gofynnodd i’r Cyngor ymddiheuro`.
fn told(tokens: &Tokens<'_>, at: usize) -> Option<Cue> {
    let near = (at + 1..at + 6).find(|&at| matches!(tokens.word(at), "i" | "iddo" | "iddi" | "iddynt"))?;
    if tokens.word(near) != "i" {
        return verb_at(tokens, near + 1).then(|| cue(at, near + 1, None));
    }
    let subject = addressee::welsh_body_at(tokens, near + 1)?;
    Some(cue(at, subject.1, Some(subject)))
}

/// `Mae’r Bwrdd i ymddiheuro`, `roedd y Cyngor i anfon`: what a body is to do.
fn is_to(tokens: &Tokens<'_>, at: usize, context: Context) -> Option<Cue> {
    let from = tokens.reads(at + 1, "gan").unwrap_or(at + 1);
    // `Roedd Mr a Mrs J i gael ymddiheuriad`
    let given = (from..from + 9).find_map(|at| tokens.reads_any(at, &["i gael", "i dderbyn"]));
    if let Some(things) = given.filter(|&at| remedy::begins_in_welsh(tokens, at, at + 2)) {
        return Some(Cue { lead: Lead::WelshNouns, ..cue(at, things, None) });
    }
    if let Some(had) = tokens.reads_any(at + 1, &["ganddo", "ganddi", "ganddynt"]) {
        let period = period::read(tokens, had)?;
        return (tokens.word(period.end) == "i" && verb_at(tokens, period.end + 1))
            .then(|| cue(at, period.end, None));
    }
    if let Some(acts) = tokens.reads(at + 1, "hefyd i").filter(|&acts| verb_at(tokens, acts)) {
        return context.after_act.then(|| Cue { leans: true, ..cue(at, acts, None) });
    }
    let subject = addressee::welsh_body_at(tokens, from)?;
    let willing = ["yn barod i", "yn fodlon i", "yn fodlon", "yn hapus i", "'n barod i"];
    if let Some(acts) = tokens.reads_any(subject.1, &willing).filter(|&acts| verb_at(tokens, acts)) {
        return Some(cue(at, acts, Some(subject)));
    }
    let acts = (subject.1..subject.1 + 8)
        .find(|&at| matches!(tokens.word(at), "i" | "am") && verb_at(tokens, at + 1))?;
    (acts == subject.1 || from > at + 1).then(|| cue(at, acts, Some(subject)))
}

/// `Caiff Mrs A ymddiheuriad a £250`.
fn gets(tokens: &Tokens<'_>, at: usize) -> Option<Cue> {
    // `Caiff staff y clinig eu hatgoffa`
    let done = (at + 1..at + 9).find(|&at| matches!(tokens.word(at), "ei" | "eu") && verb_at(tokens, at + 1));
    let told = at.checked_sub(1).is_some_and(|before| matches!(tokens.word(before), "y" | "yr" | "na"));
    if let Some(done) = done.filter(|_| !told) {
        return Some(cue(at, done + 1, None));
    }
    let things = (at + 1..at + 6).find(|&at| remedy::begins_in_welsh(tokens, at, at + 1))?;
    Some(Cue { lead: Lead::WelshNouns, ..cue(at, things, None) })
}

/// `Cafodd y Cyngor 15 diwrnod gwaith i ymddiheuro`.
fn time_allowed(tokens: &Tokens<'_>, at: usize) -> Option<Cue> {
    let subject = addressee::welsh_body_at(tokens, at + 1)?;
    let period = period::read(tokens, subject.1)?;
    (tokens.word(period.end) == "i" && verb_at(tokens, period.end + 1))
        .then(|| cue(at, period.end, Some(subject)))
}

/// `cafodd yr Ombwdsmon gytundeb y Cyngor i ymddiheuro`, `gytundeb y Cyngor y byddai, o fewn 2 wythnos, yn
/// talu`.
fn agreement(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let gained = (segment.first..at).any(|at| {
        matches!(tokens.word(at), "cafodd" | "gafodd" | "chafodd" | "derbyniodd" | "sicrhaodd" | "cafwyd")
    });
    let subject = addressee::welsh_body_at(tokens, at + 1).filter(|_| gained)?;
    let acts = first_act(tokens, segment, subject.1)?;
    Some(cue(at, acts, Some(subject)))
}

/// `rhoddodd y Bwrdd Iechyd sicrwydd y byddai’n adolygu`.
fn assured(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let subject = (segment.first..at).find_map(|at| addressee::welsh_body_at(tokens, at))?;
    let acts = tokens.reads_any(at + 1, &["y byddai", "y bydd"])?;
    let acts = first_act(tokens, segment, acts)?;
    Some(cue(at, acts, Some(subject)))
}

/// The first `i ymddiheuro` or `yn ymddiheuro` soon after a token.
fn first_act(tokens: &Tokens<'_>, segment: &Segment, from: usize) -> Option<usize> {
    (from..(from + 14).min(segment.last))
        .find(|&at| matches!(tokens.word(at), "i" | "yn" | "'n" | "’n") && verb_at(tokens, at + 1))
}

/// `Cytunodd y Bwrdd ag argymhellion yr Ombwdsmon i ymddiheuro`, `â chais yr Ombwdsmon i`: what it agreed to
/// stands between.
fn with_the_request(tokens: &Tokens<'_>, segment: &Segment, after: usize) -> Option<usize> {
    let asked = (after..(after + 3).min(segment.last)).any(|at| {
        ["argymhelliad", "argymhellion", "cais", "awgrym", "cynnig"]
            .iter()
            .any(|noun| mutation::is(tokens.word(at), noun))
    });
    asked.then(|| first_act(tokens, segment, after)).flatten()
}

/// `Cytunwyd ar ymddiheuriad`, `Cytunwyd y bydd y Cyngor yn`, `Cytunwyd i dalu`.
fn settled(tokens: &Tokens<'_>, at: usize) -> Option<Cue> {
    if let Some(acts) = tokens.reads_any(at + 1, &["ar y canlynol", "ar", "am"]) {
        return Some(Cue { lead: Lead::WelshNouns, ..cue(at, acts, None) });
    }
    let acts = tokens.reads_any(at + 1, &["i", ":"])?;
    let things = tokens.word(acts - 1) == ":" && remedy::begins_in_welsh(tokens, acts, acts + 2);
    Some(Cue { lead: if things { Lead::WelshNouns } else { Lead::WelshVerbs }, ..cue(at, acts, None) })
}

/// `Cytunodd y Cyngor i`, `Mae’r Cyngor wedi cytuno i`, `Ymrwymodd y Bwrdd i`.
fn agreed(tokens: &Tokens<'_>, segment: &Segment, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    let past = matches!(
        word,
        "cytunodd" | "gytunodd" | "ymrwymodd" | "addawodd" | "derbyniodd" | "chytunodd" | "ymgymerodd"
    );
    let perfect = ["cytuno", "ymrwymo", "addo"].iter().any(|verb| mutation::is(word, verb))
        && at.checked_sub(1).is_some_and(|before| before >= segment.first && tokens.word(before) == "wedi");
    let subject = if past {
        addressee::welsh_body_at(tokens, at + 1)
    } else if perfect {
        (segment.first..at).find_map(|at| addressee::welsh_body_at(tokens, at))
    } else {
        return None;
    };
    let after = if past { subject.map_or(at + 1, |subject| subject.1) } else { at + 1 };
    let after = tokens.reads_any(after, &["hefyd"]).unwrap_or(after);
    if let Some(acts) = tokens.reads_any(after, &["ar"]) {
        return Some(Cue { lead: Lead::WelshNouns, ..cue(at, acts, subject) });
    }
    let acts =
        tokens.reads_any(after, &["i", "y byddai 'n", "y byddai", "y bydd yn", "y bydd", "y dylai", ":"]);
    let after =
        if word == "ymgymerodd" { tokens.reads_any(after, &["ag", "â"]).unwrap_or(after) } else { after };
    let promised = mutation::is(word, "addo");
    let bare = ((past || promised) && subject.is_some() && verb_at(tokens, after)).then_some(after);
    let acts = acts.or(bare).or_else(|| with_the_request(tokens, segment, after));
    let listed = acts.or_else(|| (after < segment.last && tokens.word(after) == ",").then_some(after))?;
    Some(cue(at, listed, subject))
}

/// `argymell bod y Cyngor yn`, `argymell y dylai’r Cyngor`, `argymhellwyd i’r Bwrdd`.
fn recommended(tokens: &Tokens<'_>, at: usize) -> Option<Cue> {
    let word = tokens.word(at);
    let known = word.starts_with("argymhell")
        || word.contains("argymell")
        || matches!(word, "gorchymyn" | "gorchmynnodd" | "cynigiaf");
    if !known
        || (0..4).any(|step| at > step && matches!(tokens.word(at - step), "ddim" | "ni" | "nid" | "heb"))
    {
        return None;
    }
    let subject = (at + 1..at + 7).find_map(|at| addressee::welsh_body_at(tokens, at));
    if let Some(subject) = subject {
        return Some(Cue { voiced: true, ..cue(at, subject.1, Some(subject)) });
    }
    if tokens.word(at + 1) == ":" {
        return Some(cue(at, at + 2, None));
    }
    let remedy = tokens.word(at + 1) == "£"
        || ["ymddiheuriad", "taliad", "iawndal", "hyfforddiant", "adolygiad", "esboniad", "eglurhad"]
            .iter()
            .any(|noun| mutation::is(tokens.word(at + 1), noun));
    remedy.then(|| Cue { lead: Lead::WelshNouns, ..cue(at, at + 1, None) })
}
