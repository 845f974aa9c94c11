//! From what a text says to what can be written: the wording as it stands alone, by when, and what usually proves it. The
//! page and the command line take decisions in by the same reading; nothing is added that is not there.

use amends_core::{
    extract::{self, Deadline, StatedDate},
    period::{Anchor, DueSpec, Length, Unit},
    profile::{self, Profile},
    recommendation::{Need, Proof},
    text::Language,
};

/// One thing that usually proves a kind of recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual<'a> {
    /// What would show it.
    pub what: &'a str,
    /// What sort of proof it is.
    pub proof: Proof,
    /// Whether it must be shown, or is one of several.
    pub need: Need,
}

/// What usually proves a kind of recommendation, as a profile has it, in the language it is written in (R27).
pub fn usual_evidence<'a>(profile: &'a Profile, kind: &str, language: Language) -> Vec<Usual<'a>> {
    let Some(template) = profile.evidence.get(kind) else { return Vec::new() };
    let mut groups: Vec<&str> = Vec::new();
    let mut group_of = |group: &'a str| {
        let known = groups.iter().position(|known| *known == group).unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        });
        u8::try_from(known + 1).unwrap_or(u8::MAX)
    };
    template
        .items
        .iter()
        .map(|item| Usual {
            what: item.what.get(language),
            proof: proof_of(kind, &item.id),
            need: match &item.need {
                profile::Need::Required => Need::Required,
                profile::Need::AnyOf(group) => Need::AnyOf { group: group_of(group) },
            },
        })
        .collect()
}

/// The sort of proof an item of the usual evidence is, by its name there.
fn proof_of(kind: &str, item: &str) -> Proof {
    match (kind, item) {
        (_, "letter" | "sent") => Proof::Letter,
        (_, "remittance" | "statement" | "acknowledgement") => Proof::PaymentRecord,
        (_, "minute" | "officer") => Proof::Approval,
        (_, "report" | "results" | "calculation" | "decision") => Proof::Report,
        ("policy_procedure", "document") => Proof::PolicyText,
        ("training", _) => Proof::TrainingRecord,
        _ => Proof::Other,
    }
}

/// A list item as it stands alone: on one line, a capital first, without its letter or number and without what joins it
/// to the next.
pub fn alone(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|first| is_marker(first)) {
        words.remove(0);
    }
    let line = words.join(" ");
    let joint = ["; and", "; ac", "; a"].into_iter().find_map(|joint| line.strip_suffix(joint));
    let line = joint.unwrap_or(&line).trim_end_matches([';', ',', ' ']);
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

/// By when, where the text says it in a way that can be counted (R24). A stated date wins over a period.
pub fn due(deadline: &Deadline) -> Option<DueSpec> {
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
        assert_eq!(alone("iii. pay\n Mr B £250;"), "Pay Mr B £250");
        assert_eq!(alone("(a) ymddiheuro i Mrs A; a"), "Ymddiheuro i Mrs A");
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

    #[test]
    fn r27_a_policy_is_proved_by_its_text_and_one_of_two_approvals() {
        let profile = Profile::built_in("psow").unwrap();
        let usual = usual_evidence(&profile, "policy_procedure", Language::Cy);
        let proofs: Vec<(Proof, Need)> = usual.iter().map(|one| (one.proof, one.need)).collect();
        let either = Need::AnyOf { group: 1 };
        assert_eq!(
            proofs,
            [(Proof::PolicyText, Need::Required), (Proof::Approval, either), (Proof::Approval, either)]
        );
        assert!(usual[1].what.contains("pwyllgor"), "{}", usual[1].what);
    }
}
