//! What letters say of a case, from its events to the words.

use amends_core::{
    body::{Body, BodyKind, OverTime},
    case::{Case, FinalDecision, Instrument, Route},
    command::Opening,
    event::Event,
    evidence::{FileRef, Submission, Target, Via},
    evolve::fold,
    id::{
        BodyId, CaseId, CaseReference, EvidenceId, ExtensionId, ParticularId, PersonId, RecommendationNumber,
        StaffId,
    },
    letter::{Letter, LetterKind, Recipient},
    money::Pence,
    party::{Channel, Complainant},
    period::{DueDate, DueSpec},
    profile::Profile,
    recommendation::{
        Amount, DateReason, DateVersion, EvidenceItem, ExtensionDecision, ExtensionRequest, ItemNumber,
        Judgement, Kind, Need, Proof, Scope, Terms, TreatedReason,
    },
    text::{Bilingual, Digest, Language, Salt, Words},
};
use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::letters::{Bits, Given, LetterData, Letters, data::Sender, gather};

const BODY: BodyId = BodyId(Uuid::from_u128(1));
const FIRST_DUE: Date = date(2026, 11, 20);

fn words(text: &str) -> Words {
    Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), text)
}

fn number(number: u16) -> RecommendationNumber {
    RecommendationNumber(number)
}

fn terms(scope: Scope, wording: &str) -> Box<Terms> {
    let item = |item, what: &str, need| EvidenceItem {
        item: ItemNumber(item),
        what: words(what),
        proof: Proof::Other,
        need,
    };
    Box::new(Terms {
        kind: Kind::Payment,
        scope,
        answers: None,
        wording: words(wording),
        amount: Some(Amount::Exact { pence: Pence(50_000) }),
        set_off_allowed: false,
        addressee: BODY,
        beneficiaries: None,
        evidence: vec![
            item(1, "a copy of the letter", Need::Required),
            item(2, "a bank record", Need::AnyOf { group: 1 }),
            item(3, "a signed receipt", Need::AnyOf { group: 1 }),
        ],
        evidence_due: Some(DueSpec::On { date: FIRST_DUE }),
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: Some(words("PRIVATE NOTE")),
    })
}

fn dated(version: u8, on: Date, because: DateReason) -> DateVersion {
    let explanation =
        vec![Bilingual::new("10 working days after 6 November.", "10 diwrnod gwaith ar ôl 6 Tachwedd.")];
    let due = DueDate { date: on, warn_on: None, explanation, citation: None };
    DateVersion { version, evidence_due_on: due, because, set_on: date(2026, 11, 6) }
}

/// A decided case: one payment to the complainant, one improvement of the service.
fn history() -> Vec<Event> {
    let opening = Opening {
        reference: CaseReference::new(2024, 193),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        title: words("INTERNAL TITLE"),
        own_initiative: false,
        received_on: date(2024, 5, 1),
        handler: StaffId(Uuid::nil()),
        complainant: Some(Complainant {
            person: PersonId(Uuid::nil()),
            name: words("Mair Jones"),
            channel: Channel::Email(words("mair@example.org")),
            language: Language::Cy,
            adjustments: Some(words("print bras, 18 pwynt")),
            authority: None,
        }),
        bodies: vec![BODY],
    };
    let mut events = vec![Event::CaseOpened { case: CaseId(Uuid::nil()), opening }];
    let both = [(Scope::Personal, "Pay the complainant £500"), (Scope::Service, "Review the procedure")];
    for (place, (scope, wording)) in both.into_iter().enumerate() {
        let number = number(u16::try_from(place).unwrap() + 1);
        events.push(Event::RecommendationWritten { number, terms: terms(scope, wording) });
        events.push(Event::EvidenceDateSet { number, date: dated(1, FIRST_DUE, DateReason::Decision) });
    }
    let decision = FinalDecision { decided_on: date(2026, 11, 6), instrument: Instrument::Report };
    events.push(Event::FinalDecisionIssued(decision));
    events
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
        over_time: OverTime::default(),
    }
}

fn written(
    events: &[Event],
    kind: LetterKind,
    recipient: Recipient,
    numbers: &[u16],
    bits: Bits<'_>,
) -> (LetterData, String) {
    let case: Case = fold(events).unwrap();
    let numbers = numbers.iter().map(|it| number(*it)).collect();
    let letter = Letter {
        letter: kind,
        recipient,
        numbers,
        key: "k".to_owned(),
        language: None,
        template_version: None,
        data: None,
    };
    let profile = Profile::built_in("psow").unwrap();
    let data = gather(&Given {
        case: &case,
        letter: &letter,
        profile: &profile,
        bodies: &[body()],
        to: "Nia Hughes",
        by_post: false,
        sender: Sender { name: "Sian Price".into(), role: "caseworker".into(), phone: "01632 960123".into() },
        reply_address: "caseinfo+token@ombudsman.example",
        page: Some("https://office.example/p/abc"),
        own_reference: Some("CRM-88"),
        today: date(2026, 11, 23),
        bits,
    });
    let text = Letters::default().render(&data).unwrap_or_else(|error| panic!("{error}")).text;
    (data, text)
}

fn to_body(events: &[Event], kind: LetterKind, numbers: &[u16]) -> String {
    written(events, kind, Recipient::Body { body: BODY }, numbers, Bits::default()).1
}

fn to_complainant(events: &[Event], kind: LetterKind) -> String {
    written(events, kind, Recipient::Complainant, &[1, 2], Bits::default()).1
}

#[test]
fn r23_the_final_decision_states_the_actions_and_their_dates() {
    let text = to_body(&history(), LetterKind::FinalDecision, &[1, 2]);
    for stated in ["dated 6 November 2026", "Pay the complainant £500.", "Review the procedure.", "Sum: £500"]
    {
        assert!(text.contains(stated), "{stated}: {text}");
    }
    assert!(text.contains("Tell us by: Friday 20 November 2026"), "{text}");
    assert!(text.contains("10 working days after 6 November."), "the date is explained: {text}");
    assert!(
        text.contains("- a copy of the letter\n- one of these: a bank record; a signed receipt"),
        "{text}"
    );
    assert!(text.contains("by which we need to hear from you"), "R24: {text}");
}

#[test]
fn r38_an_office_says_which_languages_it_writes_in() {
    let welsh = "You can write to us, and speak to us, in English or in Welsh";
    assert!(to_body(&history(), LetterKind::FinalDecision, &[1]).contains(welsh));
    let recipient = Recipient::Body { body: BODY };
    let (data, _) = written(&history(), LetterKind::FinalDecision, recipient, &[1], Bits::default());
    let english = LetterData { bilingual: false, ..data };
    assert!(!Letters::default().render(&english).unwrap().text.contains(welsh));
}

#[test]
fn r22_the_complainant_has_the_final_decision_in_their_language() {
    let text = to_complainant(&history(), LetterKind::FinalDecision);
    assert!(text.contains("Rydym wedi gwneud ein penderfyniad, dyddiedig 6 Tachwedd 2026"), "{text}");
    assert!(text.contains("- Pay the complainant £500.") && !text.contains("Review the procedure"), "{text}");
    assert!(text.contains("Mae 1 newid i’w wneud hefyd"), "{text}");
    assert!(text.contains("print bras, 18 pwynt"), "{text}");
}

#[test]
fn i6_no_letter_holds_what_is_for_the_office_alone() {
    let mut events = history();
    let judgement =
        Judgement::TreatedAsMet { reason: TreatedReason::CircumstancesChanged, note: words("PRIVATE NOTE") };
    events.push(Event::Judged { number: number(1), judgement, on: date(2026, 11, 23) });
    for kind in LetterKind::ALL {
        for recipient in [Recipient::Body { body: BODY }, Recipient::Complainant] {
            if kind == LetterKind::Draft
                || kind == LetterKind::CommentReminder
                || kind == LetterKind::Proposal
            {
                continue;
            }
            let reader = match recipient {
                Recipient::Body { .. } => super::Reader::Body,
                Recipient::Complainant => super::Reader::Complainant,
            };
            if !super::readers(kind).contains(&reader) {
                continue;
            }
            let (data, text) = written(&events, kind, recipient, &[1, 2], Bits::default());
            let kept = serde_json::to_string(&data.matters).unwrap();
            assert!(!text.contains("PRIVATE") && !text.contains("INTERNAL"), "{kind:?}: {text}");
            assert!(!kept.contains("INTERNAL"), "{kind:?}: {kept}");
        }
    }
}

#[test]
fn r31_a_chase_says_how_late_and_what_is_wanted() {
    let text = to_body(&history(), LetterKind::Chase, &[2]);
    assert!(text.contains("This is 3 days late.") && text.contains("- a copy of the letter"), "{text}");
    assert!(!text.contains("action 1") && text.contains("Action 2 (24-0193-2)"), "{text}");
    assert!(
        text.contains("Your reference: CRM-88") && text.contains("https://office.example/p/abc"),
        "{text}"
    );
}

#[test]
fn r30_an_extension_names_both_dates_and_a_refusal_leaves_the_first() {
    let extension = ExtensionId(Uuid::nil());
    let asked = ExtensionRequest {
        extension,
        asked_on: date(2026, 11, 16),
        until: date(2026, 12, 4),
        reason: words("the officer is ill"),
        done_so_far: None,
        late: false,
        decision: None,
        rests_on_freeze: false,
    };
    let decided = |granted_until| Event::ExtensionDecided {
        number: number(1),
        extension,
        decision: ExtensionDecision {
            granted_until,
            reason: words("a good reason"),
            decided_on: date(2026, 11, 17),
            in_writing: true,
            decided_by: None,
            until_then: Some(FIRST_DUE),
        },
    };
    let mut refused = history();
    refused.push(Event::ExtensionRequested { number: number(1), request: asked });
    let mut granted = refused.clone();
    refused.push(decided(None));
    let text = to_body(&refused, LetterKind::ExtensionDecision, &[1]);
    assert!(
        text.contains("We do not agree to it.") && text.contains("Tell us by: Friday 20 November 2026"),
        "{text}"
    );

    granted.push(decided(Some(date(2026, 12, 4))));
    let because = DateReason::Extension { extension, granted_in_time: true };
    granted.push(Event::EvidenceDateSet { number: number(1), date: dated(2, date(2026, 12, 4), because) });
    let text = to_body(&granted, LetterKind::ExtensionDecision, &[1]);
    assert!(text.contains("We agree to that date."), "{text}");
    assert!(text.contains("Tell us by: Friday 4 December 2026"), "{text}");
    assert!(text.contains("The date before was Friday 20 November 2026."), "I4: {text}");
    let complainant = to_complainant(&granted, LetterKind::ExtensionDecision);
    assert!(complainant.contains("prawf erbyn dydd Gwener 4 Rhagfyr 2026"), "{complainant}");
}

fn submission(files: Vec<FileRef>) -> Event {
    let submission = Submission {
        evidence: EvidenceId(Uuid::nil()),
        body: BODY,
        targets: vec![Target { number: number(1), items: Vec::new() }],
        via: Via::Portal,
        received_on: date(2026, 11, 18),
        dated_on: None,
        done_on: None,
        statement: Some(words("It is done")),
        files,
        paid: None,
        language: None,
    };
    Event::EvidenceReceived { submission: Box::new(submission), warnings: Vec::new() }
}

#[test]
fn r26_a_bare_statement_is_answered_with_what_is_wanted() {
    let mut events = history();
    events.push(submission(Vec::new()));
    let text = to_body(&events, LetterKind::FurtherEvidence, &[1]);
    assert!(text.contains("nothing came with it that shows it"), "{text}");
    assert!(text.contains("is not enough for us to accept it"), "{text}");
    assert!(text.contains("- a copy of the letter"), "{text}");
}

#[test]
fn r35_a_request_for_more_says_what() {
    let mut events = history();
    let file = FileRef {
        digest: Digest::of(b"x"),
        name: words("minute.pdf"),
        media_type: "application/pdf".to_owned(),
        size: 1,
    };
    events.push(submission(vec![file]));
    let needed = words("The minute is not signed");
    let bits = Bits { needed: Some(&needed), ..Bits::default() };
    let (_, text) = written(&events, LetterKind::FurtherEvidence, Recipient::Body { body: BODY }, &[1], bits);
    assert!(text.contains("What is missing\nThe minute is not signed."), "{text}");

    let receipt = to_body(&events, LetterKind::EvidenceReceipt, &[1]);
    assert!(receipt.contains("Wednesday 18 November 2026") && receipt.contains("- minute.pdf"), "{receipt}");
}

#[test]
fn r33_both_are_told_that_the_matter_is_closed_each_in_their_language() {
    let mut events = history();
    for one in [1, 2] {
        let judgement = Judgement::Met {
            satisfied_by: vec![EvidenceId(Uuid::nil())],
            evidence_complete_on: date(2026, 11, 18),
            days_late: 0,
        };
        events.push(Event::Judged { number: number(one), judgement, on: date(2026, 11, 23) });
    }
    let body = to_body(&events, LetterKind::Completion, &[1, 2]);
    assert!(body.contains("meets our recommendations, and this matter is closed"), "{body}");
    assert!(body.contains("Complied with."), "the office's own word (R46): {body}");
    let complainant = to_complainant(&events, LetterKind::Completion);
    assert!(complainant.contains("mae’r mater hwn bellach ar gau"), "{complainant}");
    assert!(complainant.contains("Cafodd 1 newid ei wneud hefyd"), "{complainant}");
}

#[test]
fn r36_treated_as_met_says_why_to_each() {
    let mut events = history();
    let reason = TreatedReason::ComplainantDeclined { offer: EvidenceId(Uuid::nil()) };
    let judgement = Judgement::TreatedAsMet { reason, note: words("she said no") };
    events.push(Event::Judged { number: number(1), judgement, on: date(2026, 11, 23) });
    let body = to_body(&events, LetterKind::TreatedAsMet, &[1]);
    assert!(body.contains("does not want it, and you have shown us that you offered it"), "{body}");
    let complainant = to_complainant(&events, LetterKind::TreatedAsMet);
    assert!(complainant.contains("Dywedoch wrthym nad ydych am ei gael"), "{complainant}");
}

#[test]
fn closing_with_failures_is_said_in_fair_words() {
    let mut events = history();
    let judgement = Judgement::NotMet { reasons: words("nothing came after four requests") };
    events.push(Event::Judged { number: number(1), judgement, on: date(2026, 11, 23) });
    let body = to_body(&events, LetterKind::ClosedWithFailures, &[1, 2]);
    assert!(body.contains("Not complied with. Reasons: nothing came after four requests."), "{body}");
    let complainant = to_complainant(&events, LetterKind::ClosedWithFailures);
    assert!(
        complainant.starts_with("Annwyl Nia Hughes\n\nEin cyfeirnod: 24-0193\n\nMae’n ddrwg gennym."),
        "{complainant}"
    );
}
