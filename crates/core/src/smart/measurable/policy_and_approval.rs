//! A changed policy wants its text and proof that the right officer or committee approved it (R27).
//!
//! Not so good: `The revised procedure`, or either of text and minute.
//! Better: `The revised procedure` and `The minute approving it`, both required.

use crate::{
    recommendation::{Kind, Need, Proof},
    smart::{CheckId, Note, Subject, reading::Reading},
};

pub(in crate::smart) fn check(subject: &Subject<'_>, _: &Reading<'_>) -> Option<Note> {
    if subject.kind != Kind::PolicyProcedure || subject.evidence.is_empty() {
        return None;
    }
    let asks = |proof| subject.evidence.iter().any(|item| item.proof == proof);
    // An item of a group is owed whatever happens if every item of the group is of the same sort.
    let owed = |proof| {
        subject.evidence.iter().any(|item| match item.need {
            Need::Required => item.proof == proof,
            Need::AnyOf { group } => subject
                .evidence
                .iter()
                .filter(|other| other.need == Need::AnyOf { group })
                .all(|other| other.proof == proof),
        })
    };
    let why = match (asks(Proof::PolicyText), asks(Proof::Approval)) {
        (false, false) => "both",
        (false, true) => "policy",
        (true, false) => "approval",
        (true, true) if owed(Proof::PolicyText) && owed(Proof::Approval) => {
            return Some(Note::good(CheckId::PolicyAndApproval));
        }
        (true, true) => "either",
    };
    Some(Note::advice(CheckId::PolicyAndApproval).with("why", why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Proves, Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r27_a_policy_change_wants_its_text_and_its_approval() {
        let group = Need::AnyOf { group: 1 };
        for (items, expected) in [
            (vec![(Proof::PolicyText, Need::Required), (Proof::Approval, Need::Required)], None),
            (vec![(Proof::PolicyText, Need::Required)], Some("approval")),
            (vec![(Proof::Approval, Need::Required)], Some("policy")),
            (vec![(Proof::Report, Need::Required)], Some("both")),
            (vec![(Proof::PolicyText, group), (Proof::Approval, group)], Some("either")),
            (
                vec![(Proof::PolicyText, Need::Required), (Proof::Approval, group), (Proof::Approval, group)],
                None,
            ),
        ] {
            for language in [En, Cy] {
                let evidence =
                    items.iter().map(|(proof, need)| Proves { what: "x", proof: *proof, need: *need });
                let evidence = evidence.collect();
                let subject = Subject { kind: Kind::PolicyProcedure, evidence, ..sample::good(language) };
                let note = sample::note(&subject, CheckId::PolicyAndApproval).unwrap();
                let why = note.args.first().map(|arg| arg.1.clone());
                assert_eq!(why, expected.map(Value::from), "{items:?}");
            }
        }
    }
}
