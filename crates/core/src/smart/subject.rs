//! A subject made of what the record already has.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{Addressee, Answers, Due, Earlier, Known, Proves, Subject, Sum};
use crate::{
    body::Body,
    case::Case,
    id::RecommendationNumber,
    period::DueSpec,
    recommendation::{Amount, Terms},
    text::{Language, Words},
};

/// What the record of the case does not say by itself.
#[derive(Debug, Clone, Default)]
pub struct Around<'a> {
    /// The language the wording is in.
    pub language: Language,
    /// Its number in the case, once it has one; it is not compared with itself.
    pub number: Option<RecommendationNumber>,
    /// What is known of the date the terms give, worked out as far as it can be.
    pub due: Option<Due>,
    /// Recommendations of other cases to the same body: open, or met lately.
    pub earlier: Vec<Earlier<'a>>,
    /// Names beside the complainant's that may not be published.
    pub people: Vec<&'a str>,
    /// The day it is asked on: a notice that froze spending is told of only while it holds.
    pub today: Option<Date>,
}

impl<'a> Subject<'a> {
    /// The subject for these terms in their case. Other recommendations of the case to the same body
    /// are compared with it, and the complainant's name is kept out of the public summary.
    pub fn new(terms: &'a Terms, case: &'a Case, body: &'a Body, around: Around<'a>) -> Self {
        let siblings = case
            .live()
            .filter(|one| Some(one.number) != around.number && one.terms.addressee == terms.addressee)
            .map(|one| Earlier {
                reference: Cow::Owned(case.reference.recommendation(one.number)),
                wording: one.terms.wording.as_str(),
                state: one.state(),
            });
        let mut people = around.people;
        people.extend(case.complainant.iter().map(|one| one.name.as_str()));
        Self {
            language: around.language,
            kind: terms.kind,
            scope: terms.scope,
            wording: terms.wording.as_str(),
            amount: terms.amount.as_ref().map(sum),
            set_off_allowed: terms.set_off_allowed,
            answers: terms.answers.map(|finding| Answers {
                finding,
                known: case.findings.iter().find(|one| one.finding == finding).map(|one| Known {
                    injustice: one.injustice.is_some(),
                    same_body: one.body == terms.addressee,
                }),
            }),
            own_initiative: case.own_initiative,
            body: Addressee {
                name: &body.name,
                kind: body.kind,
                spending_frozen_since: around
                    .today
                    .and_then(|day| body.freeze_on(day))
                    .map(|freeze| freeze.from),
            },
            evidence: terms
                .evidence
                .iter()
                .map(|item| Proves { what: item.what.as_str(), proof: item.proof, need: item.need })
                .collect(),
            due: terms.evidence_due.as_ref().map(|spec| around.due.unwrap_or_else(|| due(spec))),
            public_report: case.public_report_considered.is_some(),
            public_summary: terms.public_summary.as_ref().map(Words::as_str),
            themes: &terms.themes,
            earlier: siblings.chain(around.earlier).collect(),
            people,
        }
    }
}

/// What the terms say of the date by themselves. They cannot hold a period without its event.
fn due(spec: &DueSpec) -> Due {
    let (on, period) = match spec {
        DueSpec::On { date } => (Some(*date), None),
        DueSpec::After { length, .. } | DueSpec::OnEvent { length, .. } => (None, Some(*length)),
    };
    Due { on, period, anchor_said: true, ..Due::default() }
}

fn sum(amount: &Amount) -> Sum<'_> {
    match amount {
        Amount::Exact { pence } => Sum { at_most: *pence, formula: None },
        Amount::Formula { wording, at_most } => Sum { at_most: *at_most, formula: Some(wording.as_str()) },
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{
        body::{BodyKind, Freeze, OverTime},
        case::{Finding, Route},
        command::Opening,
        event::Event,
        evolve::fold,
        id::{BodyId, CaseId, CaseReference, ParticularId, PersonId, StaffId},
        money::Pence,
        party::{Channel, Complainant},
        recommendation::{EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope},
        smart::{CheckId, Field, Level, Note, check},
        text::{Bilingual, Salt},
    };

    const BODY: BodyId = BodyId(Uuid::from_u128(1));

    fn words(text: &str) -> Words {
        Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), text)
    }

    fn body() -> Body {
        Body {
            id: BODY,
            name: Bilingual::new("Ynys Council", "Cyngor Ynys"),
            kind: BodyKind::Council,
            language: Language::En,
            merged_into: None,
            chases_stopped: false,
            undeliverable: false,
            over_time: OverTime {
                freezes: vec![Freeze { from: date(2026, 3, 3), until: None, notice: "s.114".to_owned() }],
                ..OverTime::default()
            },
        }
    }

    fn terms() -> Terms {
        Terms {
            kind: Kind::Payment,
            scope: Scope::Service,
            answers: Some(FindingNumber(1)),
            wording: words("The Council will pay Mrs A £250 for the distress its delay caused her."),
            amount: Some(Amount::Exact { pence: Pence(25_000) }),
            set_off_allowed: false,
            addressee: BODY,
            beneficiaries: None,
            evidence: vec![EvidenceItem {
                item: ItemNumber(1),
                what: words("Bank record"),
                proof: Proof::PaymentRecord,
                need: Need::Required,
            }],
            evidence_due: None,
            public_summary: Some(words("It will pay Pritchard what she is owed.")),
            themes: Vec::new(),
            takes_up: Vec::new(),
            private_notes: None,
        }
    }

    fn case() -> Case {
        let complainant = Complainant {
            person: PersonId(Uuid::nil()),
            name: words("Mrs Anwen Pritchard"),
            channel: Channel::Post(words("1 High Street")),
            language: Language::Cy,
            adjustments: None,
            authority: None,
        };
        let finding = Finding {
            finding: FindingNumber(1),
            body: BODY,
            fault: words("Nine weeks passed before an assessment."),
            injustice: Some(words("She was without care.")),
            systemic: false,
        };
        let opening = Opening {
            reference: CaseReference::new(2024, 193),
            profile: "psow".to_owned(),
            route: Route::Investigation,
            title: words("Delay"),
            own_initiative: false,
            received_on: date(2024, 5, 1),
            handler: StaffId(Uuid::nil()),
            complainant: Some(complainant),
            bodies: vec![BODY],
        };
        let written = |number| Event::RecommendationWritten {
            number: RecommendationNumber(number),
            terms: Box::new(terms()),
        };
        let events = [
            Event::CaseOpened { case: CaseId(Uuid::nil()), opening },
            Event::FindingRecorded(finding),
            written(1),
            written(2),
        ];
        fold(&events).expect("a history that begins with its opening")
    }

    fn found(notes: &[Note], check: CheckId) -> Level {
        notes.iter().find(|note| note.check == check).expect("the check says something").level
    }

    #[test]
    fn r40_the_record_of_a_case_is_checked_with_what_is_around_it() {
        let (terms, case, body) = (terms(), case(), body());
        let around = Around {
            number: Some(RecommendationNumber(2)),
            today: Some(date(2026, 4, 1)),
            ..Around::default()
        };
        let notes = check(&Subject::new(&terms, &case, &body, around));
        assert_eq!(found(&notes, CheckId::HasDate), Level::Needed);
        assert_eq!(found(&notes, CheckId::Amount), Level::Good);
        assert_eq!(found(&notes, CheckId::LinkedToFinding), Level::Good);
        assert_eq!(found(&notes, CheckId::SpendingFreeze), Level::Advice);
        assert_eq!(found(&notes, CheckId::Names), Level::Advice);
        assert_eq!(found(&notes, CheckId::Duplicate), Level::Advice);
        let names =
            notes.iter().find(|note| note.check == CheckId::Names).map(|note| (note.field, note.words.len()));
        assert_eq!(names, Some((Field::PublicSummary, 1)));
    }

    #[test]
    fn r12_a_recommendation_is_not_a_duplicate_of_itself() {
        let (terms, mut case, body) = (terms(), case(), body());
        case.recommendations.truncate(1);
        let around = Around {
            number: Some(RecommendationNumber(1)),
            today: Some(date(2026, 4, 1)),
            ..Around::default()
        };
        let notes = check(&Subject::new(&terms, &case, &body, around));
        assert_eq!(found(&notes, CheckId::Duplicate), Level::Good);
    }
}
