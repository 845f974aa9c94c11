//! No Latin, no law-office words, no office talk; the plain word is offered.
//!
//! Not so good: `The Council will make an ex gratia payment pursuant to its policy.`
//! Better: `The Council will pay Mrs A £250 under its policy.`

use crate::{
    smart::{CheckId, Note, Subject, reading::Reading},
    text::Language,
};

/// English phrases, folded, with plain words for them.
const EN: [(&str, &str); 46] = [
    ("ad hoc", "as needed, for this case"),
    ("aforementioned", "this, that"),
    ("aforesaid", "this, that"),
    ("ascertain", "find out"),
    ("as per", "as … says"),
    ("best practice", "say which practice"),
    ("commence", "start"),
    ("de facto", "in fact"),
    ("de novo", "again from the start"),
    ("e g", "for example"),
    ("endeavour", "try"),
    ("et al", "and others"),
    ("ex gratia", "say what the payment is for"),
    ("expedite", "do sooner, by a date"),
    ("expeditiously", "by a date"),
    ("facilitate", "help, arrange"),
    ("forthwith", "by a date"),
    ("going forward", "from now on"),
    ("herein", "in this decision"),
    ("hereinafter", "from here on"),
    ("hitherto", "until now"),
    ("holistic", "whole"),
    ("i e", "that is"),
    ("in lieu of", "instead of"),
    ("in respect of", "about, for"),
    ("in the event that", "if"),
    ("inter alia", "among other things"),
    ("key learnings", "what was learned"),
    ("learnings", "what was learned"),
    ("leverage", "use"),
    ("mutatis mutandis", "with the changes needed"),
    ("per annum", "a year"),
    ("per se", "in itself"),
    ("prima facie", "at first sight"),
    ("prior to", "before"),
    ("pro rata", "in proportion"),
    ("pursuant to", "under"),
    ("quantum", "sum"),
    ("remuneration", "pay"),
    ("robust", "say what it must do"),
    ("stakeholders", "say who"),
    ("subsequent to", "after"),
    ("thereafter", "then"),
    ("utilise", "use"),
    ("vis a vis", "about, compared with"),
    ("with regard to", "about"),
];
/// Welsh phrases, folded, with plain words for them.
const CY: [(&str, &str); 24] = [
    ("a grybwyllwyd uchod", "hwn, hon"),
    ("ad hoc", "yn ôl yr angen"),
    ("arfer gorau", "dywedwch pa arfer"),
    ("cynaliadwy", "dywedwch am ba hyd"),
    ("de facto", "mewn gwirionedd"),
    ("dywededig", "hwn, hon"),
    ("et al", "ac eraill"),
    ("ex gratia", "dywedwch beth yw diben y taliad"),
    ("hwyluso", "helpu, trefnu"),
    ("in lieu", "yn lle"),
    ("inter alia", "ymhlith pethau eraill"),
    ("mewn perthynas a", "am, ynghylch"),
    ("o hyn allan", "o hyn ymlaen"),
    ("parthed", "am, ynghylch"),
    ("per annum", "y flwyddyn"),
    ("prima facie", "ar yr olwg gyntaf"),
    ("pro rata", "yn gymesur"),
    ("rhanddeiliaid", "dywedwch pwy"),
    ("randdeiliaid", "dywedwch pwy"),
    ("vis a vis", "o gymharu â"),
    ("wrth symud ymlaen", "o hyn ymlaen"),
    ("y cyfryw", "hwn, hon"),
    ("yn rhinwedd", "o dan"),
    ("yn y dyfodol agos", "erbyn dyddiad"),
];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    if text.words.is_empty() {
        return None;
    }
    let table: &[(&str, &str)] = match subject.language {
        Language::En => &EN,
        Language::Cy => &CY,
    };
    let mut found: Vec<_> = table
        .iter()
        .flat_map(|(phrase, plain)| text.phrases(phrase).into_iter().map(|place| (place, *plain)))
        .filter_map(|((first, last), plain)| Some((text.span(first, last)?, plain)))
        .collect();
    found.sort_unstable();
    let Some(((start, end), plain)) = found.first().copied() else {
        return Some(Note::good(CheckId::Jargon));
    };
    let words: String = text.raw.chars().skip(start).take(end - start).collect();
    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let spans = found.iter().map(|one| one.0);
    Some(
        Note::advice(CheckId::Jargon)
            .at(spans)
            .with("words", words)
            .with("plain", plain)
            .with("count", count),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_a_plain_word_is_offered_for_jargon() {
        for (language, wording, expected) in [
            (En, "The Council will pay Mrs A £250 under its policy.", None),
            (En, "The Council will make an ex gratia payment.", Some("say what the payment is for")),
            (En, "The Council will, inter alia, apologise.", Some("among other things")),
            (En, "The Council will write, i.e. send a letter.", Some("that is")),
            (En, "The Council will utilise its policy.", Some("use")),
            (Cy, "Bydd y Cyngor yn talu £250 i Mrs A.", None),
            (Cy, "Bydd y Cyngor yn ysgrifennu parthed y cais.", Some("am, ynghylch")),
            (Cy, "Bydd y Cyngor yn gwneud taliad ex gratia.", Some("dywedwch beth yw diben y taliad")),
        ] {
            let subject = Subject { wording, ..sample::good(language) };
            let note = sample::note(&subject, CheckId::Jargon).unwrap();
            let plain = note.args.iter().find(|arg| arg.0 == "plain").map(|arg| arg.1.clone());
            assert_eq!(plain, expected.map(Value::from), "{wording}");
        }
    }
}
