//! Tests of what a message may ask of a case.

use amends_core::{
    case::{FinalDecision, Instrument, Route},
    command::Opening,
    event::Event,
    evolve::fold,
    id::{CaseReference, ParticularId, PostId, StaffId},
    recommendation::{Judgement, Kind, Scope, Terms},
    text::{Digest, Salt},
};
use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::mail::{
    filing::tests::{BODY, CASE, filed},
    receive::tests::read,
};

fn words(text: &str) -> Words {
    Words::seal(ParticularId(Uuid::nil()), Salt([1; 32]), text)
}

fn number(number: u16) -> RecommendationNumber {
    RecommendationNumber(number)
}

fn terms() -> Box<Terms> {
    Box::new(Terms {
        kind: Kind::Apology,
        scope: Scope::Personal,
        answers: None,
        wording: words("Apologise"),
        amount: None,
        set_off_allowed: false,
        addressee: BODY,
        beneficiaries: None,
        evidence: Vec::new(),
        evidence_due: None,
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: None,
    })
}

fn case(decided: bool, ended: &[u16]) -> Case {
    let opening = Opening {
        reference: CaseReference::new(2024, 193),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        title: words("t"),
        own_initiative: true,
        received_on: date(2024, 5, 1),
        handler: StaffId(Uuid::nil()),
        complainant: None,
        bodies: vec![BODY],
    };
    let mut events = vec![Event::CaseOpened { case: CASE, opening }];
    events.extend((1..=3).map(|it| Event::RecommendationWritten { number: number(it), terms: terms() }));
    if decided {
        let decision = FinalDecision { decided_on: date(2026, 11, 6), instrument: Instrument::Report };
        events.push(Event::FinalDecisionIssued(decision));
    }
    for one in ended {
        let judgement = Judgement::Ceased { reason: words("r") };
        events.push(Event::Judged { number: number(*one), judgement, on: date(2026, 11, 20) });
    }
    fold(&events).unwrap()
}

fn prepared(name: &str) -> Prepared {
    let incoming = read(name);
    let stored = |file: &Attachment| FileRef {
        digest: Digest::of(&file.bytes),
        name: words(&file.name),
        media_type: file.media_type.to_owned(),
        size: u64::try_from(file.bytes.len()).unwrap(),
    };
    Prepared {
        evidence: EvidenceId(Uuid::from_u128(1)),
        mail: MailId(Uuid::from_u128(2)),
        received_on: date(2026, 12, 2),
        files: files(&incoming).map(stored).collect(),
        statement: Some(words(&incoming.text.said)),
    }
}

fn asked(name: &str, case: &Case) -> Submission {
    match effect(&filed(name), case, prepared(name)) {
        MailEffect::Ask(command) => match *command {
            Command::ReceiveEvidence(submission) => *submission,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn r29_files_that_came_by_mail_become_evidence() {
    let submission = asked("english-reply.eml", &case(true, &[]));
    assert_eq!(submission.files.len(), 1);
    assert_eq!(submission.targets.len(), 3);
    assert_eq!(submission.via, Via::Mail { mail: MailId(Uuid::from_u128(2)) });
    assert_eq!(
        submission.received_on,
        date(2026, 12, 2),
        "the day the office had it, not the day it was written"
    );
    assert!(!submission.is_statement_only());
}

#[test]
fn r26_words_alone_are_filed_as_a_statement() {
    let submission = asked("words-only.eml", &case(true, &[]));
    assert!(submission.is_statement_only());
    assert_eq!(submission.targets, [Target { number: number(2), items: Vec::new() }]);
}

#[test]
fn what_has_ended_is_left_out_and_when_all_has_a_person_reads_it() {
    let submission = asked("english-reply.eml", &case(true, &[1, 3]));
    assert_eq!(submission.targets.len(), 1);
    let all = effect(&filed("english-reply.eml"), &case(true, &[1, 2, 3]), prepared("english-reply.eml"));
    assert_eq!(all, MailEffect::Read(ToRead::EndedAlready));
}

#[test]
fn r18_an_answer_to_a_draft_is_read_by_a_person() {
    let answer = effect(&filed("words-only.eml"), &case(false, &[]), prepared("words-only.eml"));
    assert_eq!(answer, MailEffect::Read(ToRead::AnswerToDraft));
}

#[test]
fn a_complainants_mail_changes_nothing_by_itself() {
    let mail = effect(&filed("complainant.eml"), &case(true, &[]), prepared("complainant.eml"));
    assert_eq!(mail, MailEffect::Read(ToRead::FromComplainant));
}

#[test]
fn r31_a_letter_that_came_back_is_recorded_and_machines_are_not_heard() {
    let back = effect(&filed("dsn-failed.eml"), &case(true, &[]), prepared("dsn-failed.eml"));
    let post = PostId(Uuid::from_u128(7));
    assert_eq!(back, MailEffect::Ask(Box::new(Command::RecordUndelivered { post })));
    for name in ["auto-reply.eml", "dsn-delayed.eml", "forwarded.eml", "subject-only.eml", "wrong-body.eml"] {
        let none = effect(&filed(name), &case(true, &[]), prepared(name));
        assert_eq!(none, MailEffect::Nothing, "{name}");
    }
}

#[test]
fn the_logo_of_a_signature_is_no_evidence_and_a_photograph_is() {
    let mut mail = read("english-reply.eml");
    let mut logo = mail.attachments[0].clone();
    (logo.inline, logo.media_type, logo.bytes) = (true, "image/png", vec![0; 2000]);
    let photograph = Attachment { bytes: vec![0; 300_000], ..logo.clone() };
    mail.attachments = vec![logo, photograph.clone()];
    assert_eq!(files(&mail).collect::<Vec<_>>(), [&photograph]);
}
