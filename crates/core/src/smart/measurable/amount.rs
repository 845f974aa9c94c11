//! Money is a fixed sum, or a formula with a ceiling; form and wording give the same (R40, CM8).
//!
//! Not so good: `The Council will pay Mrs A an appropriate sum.`
//! Better: `The Council will pay Mrs A £250.` `The Board will repay the fees from 1 May to 9 June, at most £900.`

use crate::{
    money::Pence,
    recommendation::Kind,
    smart::{
        CheckId, Field, Note, Span, Subject,
        reading::Reading,
        words::{Gap, Text},
    },
};

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let said = sums(&reading.wording);
    let money = matches!(subject.kind, Kind::Payment | Kind::Reimbursement);
    let spans = || said.iter().map(|sum| sum.1);
    let Some(entered) = subject.amount else {
        return match said.first() {
            _ if !money => None,
            None => Some(advice("missing", Pence(0), Pence(0))),
            Some((sum, _)) => Some(advice("not-entered", *sum, *sum).at(spans()).about(Field::Wording)),
        };
    };
    if entered.at_most.0 <= 0 {
        return Some(advice("no-ceiling", entered.at_most, Pence(0)));
    }
    if entered.formula.is_some_and(|formula| formula.trim().is_empty()) {
        return Some(advice("no-formula", entered.at_most, Pence(0)));
    }
    let total = said.iter().map(|sum| sum.0.0).fold(0, i64::saturating_add);
    let agrees = said.is_empty()
        || entered.formula.is_some()
        || total == entered.at_most.0
        || said.iter().any(|sum| sum.0 == entered.at_most);
    if agrees {
        let formula = if entered.formula.is_some() { "formula" } else { "exact" };
        return Some(Note::good(CheckId::Amount).with("how", formula).with("amount", entered.at_most));
    }
    Some(advice("differs", entered.at_most, Pence(total)).at(spans()).about(Field::Wording))
}

fn advice(why: &'static str, amount: Pence, said: Pence) -> Note {
    Note::advice(CheckId::Amount).with("why", why).with("amount", amount).with("said", said)
}

/// Sums said in a text, with their places: `£1,250.50`, `£ 50`.
fn sums(text: &Text<'_>) -> Vec<(Pence, Span)> {
    (0..text.words.len())
        .filter_map(|at| {
            let digits = text.words.get(at + 1).filter(|word| word.gap == Gap::Space)?;
            let sum = (text.folded(at) == "£").then(|| digits.raw.parse::<Pence>().ok()).flatten()?;
            Some((sum, text.span(at, at + 1)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Level, Sum, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_money_is_a_sum_or_a_bounded_formula() {
        let exact = |pence| Some(Sum { at_most: Pence(pence), formula: None });
        let formula =
            |at_most| Some(Sum { at_most: Pence(at_most), formula: Some("fees paid less fees due") });
        for (language, wording, amount, expected) in [
            (En, "The Council will pay Mrs A £250.", exact(25_000), Level::Good),
            (En, "The Council will pay Mrs A £100 for delay, £150 for distress.", exact(25_000), Level::Good),
            (En, "The Council will pay Mrs A £205.", exact(25_000), Level::Advice),
            (En, "The Council will pay Mrs A £250.", None, Level::Advice),
            (En, "The Council will pay Mrs A an appropriate sum.", None, Level::Advice),
            (En, "The Council will repay the fees she should not have paid.", formula(90_000), Level::Good),
            (En, "The Council will repay the fees she should not have paid.", formula(0), Level::Advice),
            (Cy, "Bydd y Cyngor yn talu £250 i Mrs A.", exact(25_000), Level::Good),
            (Cy, "Bydd y Cyngor yn talu swm priodol i Mrs A.", None, Level::Advice),
            (Cy, "Bydd y Cyngor yn talu £1,250.50 i Mrs A.", exact(25_000), Level::Advice),
        ] {
            let subject = Subject { wording, amount, ..sample::good(language) };
            assert_eq!(sample::note(&subject, CheckId::Amount).unwrap().level, expected, "{wording}");
        }
    }

    #[test]
    fn r40_where_no_money_is_recommended_nothing_is_said() {
        let subject = Subject { kind: Kind::Apology, amount: None, ..sample::good(En) };
        assert_eq!(sample::note(&subject, CheckId::Amount), None);
    }
}
