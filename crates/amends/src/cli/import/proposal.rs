//! From a recommendation found in a text to the terms of one that can be written: nothing is added that is not there.

use amends_core::{
    extract::{self, Deadline, Extraction, StatedDate},
    id::BodyId,
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{Amount, FindingNumber, Kind, Scope, Terms},
    text::Language,
};

use crate::cli::{desk::Desk, fail::Outcome, input, rec};

/// The terms of a recommendation that was found and confirmed.
pub(super) fn terms(
    desk: &mut Desk,
    found: &Extraction,
    addressee: BodyId,
    finding: Option<u16>,
    language: Language,
) -> Outcome<Terms> {
    let kind: Kind = input::code("kind", &name(&found.kind))?;
    let scope: Scope = input::code("scope", &name(&found.scope))?;
    let wording = alone(&found.text);
    Ok(Terms {
        kind,
        scope,
        answers: finding.map(FindingNumber),
        wording: desk.words(&wording)?,
        amount: found.amount_pence.map(|pence| Amount::Exact { pence: Pence(pence) }),
        set_off_allowed: false,
        addressee,
        beneficiaries: None,
        evidence: rec::items_for(desk, kind, language)?,
        evidence_due: found.deadline.as_ref().and_then(due),
        public_summary: None,
        private_notes: None,
    })
}

/// A list item as it stands alone: on one line, without its letter or number and without what joins it to the next.
fn alone(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|first| is_marker(first)) {
        words.remove(0);
    }
    let line = words.join(" ");
    let line = line.trim_end_matches("; and").trim_end_matches("; ac").trim_end_matches([';', ',', ' ']);
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `a)`, `(iv)`, `2.`, `•`.
fn is_marker(word: &str) -> bool {
    let inner = word.trim_matches(['(', ')', '.']);
    let number = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
    let roman = inner.len() <= 5 && inner.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphabetic());
    let closed = word.ends_with([')', '.']) && !inner.is_empty();
    matches!(word, "•" | "-" | "–" | "*") || (closed && (number || roman || letter))
}

fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

/// By when, where the text says it in a way that can be counted. A stated date wins over a period.
pub(super) fn due(deadline: &Deadline) -> Option<DueSpec> {
    if let Some(date) = deadline.date.and_then(StatedDate::day) {
        return Some(DueSpec::On { date });
    }
    let anchor = match deadline.anchor.as_ref()? {
        extract::Anchor::Unspecified
        | extract::Anchor::DecisionDate
        | extract::Anchor::FinalDecision
        | extract::Anchor::NoticeDate
        | extract::Anchor::LetterDate => Anchor::FinalDecision,
        extract::Anchor::ReportDate => Anchor::ReportDate,
        extract::Anchor::ReceiptOfDecision
        | extract::Anchor::ReceiptOfReport
        | extract::Anchor::ReceiptOfNotice => Anchor::Receipt,
        extract::Anchor::AgreementDate | extract::Anchor::Event(_) => return None,
    };
    let unit = match deadline.unit? {
        extract::Unit::Day => Unit::CalendarDays,
        extract::Unit::WorkingDay => Unit::WorkingDays,
        extract::Unit::Week => Unit::Weeks,
        extract::Unit::Month => Unit::Months,
        extract::Unit::Year => Unit::Years,
    };
    let length = Length::new(u16::try_from(deadline.amount?).ok()?, unit)?;
    Some(DueSpec::After { length, anchor })
}

#[cfg(test)]
mod tests {
    use amends_core::extract::{Options, extract};
    use jiff::civil::date;

    use super::*;

    fn due_of(text: &str) -> Option<DueSpec> {
        let options =
            Options { profile: "psow", decided: Some(date(2026, 10, 5)), language: Some(Language::En) };
        extract(text, &options).first().and_then(|found| found.deadline.as_ref()).and_then(due)
    }

    #[test]
    fn a_list_item_stands_alone() {
        assert_eq!(alone("b) pay Mr K £250;\n  and"), "Pay Mr K £250");
        assert_eq!(alone("(iv)  remind staff."), "Remind staff.");
        assert_eq!(alone("The Council should apologise."), "The Council should apologise.");
        assert_eq!(alone("Mr. K should have an apology."), "Mr. K should have an apology.");
    }

    #[test]
    fn r24_a_period_in_the_text_becomes_a_period_and_a_date_a_date() {
        let within = "The Council should apologise to Mrs A within 20 working days of the final decision.";
        let length = Length::new(20, Unit::WorkingDays).unwrap();
        assert_eq!(due_of(within), Some(DueSpec::After { length, anchor: Anchor::FinalDecision }));
        let by = "The Council should apologise to Mrs A by 4 December 2026.";
        assert_eq!(due_of(by), Some(DueSpec::On { date: date(2026, 12, 4) }));
        assert_eq!(due_of("The Council should apologise to Mrs A as soon as possible."), None);
    }
}
