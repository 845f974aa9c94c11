//! A sum may be set off against a debt only if the recommendation says so, in form and wording (E6).
//!
//! Not so good: the box is ticked, and the wording is `The Council will pay Mrs A £250.`
//! Better: `The Council will pay Mrs A £250, from which it may deduct council tax she owes.`

use crate::{
    recommendation::Kind,
    smart::{CheckId, Note, Subject, reading::Reading},
    text::Language,
};

/// Setting off, said outright.
const EN_SET_OFF: [&str; 7] = [
    "set off",
    "offset",
    "rent account",
    "against the arrears",
    "against any arrears",
    "against the debt",
    "against any debt",
];
const CY_SET_OFF: [&str; 6] = [
    "tynnu o r ddyled",
    "yn erbyn y ddyled",
    "yn erbyn unrhyw ddyled",
    "yn erbyn yr ol ddyledion",
    "wrthbwyso",
    "gwrthbwyso",
];
/// A deduction; it is setting off where a debt is spoken of, too.
const EN_DEDUCT: [&str; 3] = ["deduct", "deducted", "deducts"];
const CY_DEDUCT: [&str; 2] = ["didynnu", "ddidynnu"];
const EN_DEBTS: [&str; 6] = ["arrears", "debt", "debts", "owed", "owes", "owing"];
const CY_DEBTS: [&str; 5] = ["dyled", "ddyled", "dyledion", "ddyledion", "ddyledus"];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    if !matches!(subject.kind, Kind::Payment | Kind::Reimbursement) {
        return None;
    }
    let text = &reading.wording;
    let (outright, deduct, debts): (&[&str], &[&str], &[&str]) = match subject.language {
        Language::En => (&EN_SET_OFF, &EN_DEDUCT, &EN_DEBTS),
        Language::Cy => (&CY_SET_OFF, &CY_DEDUCT, &CY_DEBTS),
    };
    let places = |phrases: &[&str]| -> Vec<_> { phrases.iter().flat_map(|one| text.phrases(one)).collect() };
    let mut said = places(outright);
    if !places(debts).is_empty() {
        said.extend(places(deduct));
    }
    let spans = said.iter().filter_map(|place| text.span(place.0, place.1));
    match (subject.set_off_allowed, said.is_empty()) {
        (false, true) => None,
        (true, false) => Some(Note::good(CheckId::SetOff).at(spans)),
        (true, true) => Some(Note::advice(CheckId::SetOff).with("why", "not-said")),
        (false, false) => Some(Note::advice(CheckId::SetOff).at(spans).with("why", "not-allowed")),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        smart::{CheckId, Level, Subject, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn e6_setting_off_is_said_and_allowed_or_neither() {
        for (language, wording, set_off_allowed, expected) in [
            (En, "The Council will pay Mrs A £250.", false, None),
            (En, "The Council will pay Mrs A £250.", true, Some(Level::Advice)),
            (En, "The Council will pay Mrs A £250, and may offset it.", false, Some(Level::Advice)),
            (En, "The Council will pay Mrs A £250, and may offset it.", true, Some(Level::Good)),
            (En, "The Council will pay £250, and may deduct what it has paid already.", false, None),
            (Cy, "Bydd y Cyngor yn talu £250, a chaiff ddidynnu ei dyled.", false, Some(Level::Advice)),
            (Cy, "Bydd y Cyngor yn talu £250 i Mrs A.", true, Some(Level::Advice)),
        ] {
            let subject = Subject { wording, set_off_allowed, ..sample::good(language) };
            assert_eq!(sample::note(&subject, CheckId::SetOff).map(|note| note.level), expected, "{wording}");
        }
    }
}
