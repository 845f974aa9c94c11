//! Tests of filing: what is filed, what is held and why, and what may be asked of the case.

use std::collections::BTreeMap;

use amends_core::text::Language;
use uuid::Uuid;

use super::*;
use crate::{
    i18n::Catalogue,
    mail::{
        receive::{Limits, receive, tests::read},
        send::Trouble,
    },
};

pub(crate) const BODY: BodyId = BodyId(Uuid::from_u128(100));
pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(193));
const OTHER: CaseId = CaseId(Uuid::from_u128(1));

/// What the office knows in these tests: one case with three recommendations, an older one, and the complainant.
pub(crate) struct Office(BTreeMap<Token, Sent>);

fn about(case: CaseId, reference: &str, numbers: &[u16]) -> About {
    let numbers = numbers.iter().map(|number| RecommendationNumber(*number)).collect();
    About { case, reference: CaseReference(reference.to_owned()), numbers }
}

impl Office {
    pub(crate) fn new() -> Self {
        let (case, other) = (about(CASE, "24-0193", &[1, 2, 3]), about(OTHER, "23-0001", &[1]));
        let body = Recipient::Body { body: BODY };
        Self(BTreeMap::from([
            (Token::new([5; 20]), Sent { recipient: body, about: vec![case.clone()] }),
            (Token::new([6; 20]), Sent { recipient: Recipient::Complainant, about: vec![case.clone()] }),
            (Token::new([7; 20]), Sent { recipient: body, about: vec![case, other] }),
        ]))
    }
}

impl Known for Office {
    fn by_token(&self, token: &Token) -> Option<Sent> {
        self.0.get(token).cloned()
    }

    fn by_message_id(&self, _: &str) -> Option<Sent> {
        None
    }

    fn is_contact(&self, body: BodyId, address: &str) -> bool {
        body == BODY && address == "nia.hughes@ynys.example"
    }

    fn is_domain_of(&self, body: BodyId, domain: &str) -> bool {
        body == BODY
            && (domain == "ynys.example" || domain.ends_with(".ynys.example") || domain == "gmail.com")
    }

    fn is_complainant(&self, case: CaseId, address: &str) -> bool {
        case == CASE && address == "mair.jones@gmail.com"
    }

    fn by_reference(&self, reference: &CaseReference) -> Option<About> {
        let mut all = self.0.values().flat_map(|sent| &sent.about);
        all.find(|about| about.reference == *reference).cloned()
    }

    fn of_sender(&self, address: &str) -> Vec<About> {
        if self.is_contact(BODY, address) { vec![about(CASE, "24-0193", &[1, 2, 3])] } else { Vec::new() }
    }
}

pub(crate) fn filed(name: &str) -> Filing {
    decide(&read(name), &Office::new())
}

fn numbers(filing: &Filing) -> (Vec<u16>, By, Vec<String>) {
    match filing {
        Filing::File { about, by, narrowed_by, party: Party::Body(body) } if *body == BODY => {
            (about.numbers.iter().map(|number| number.0).collect(), *by, narrowed_by.clone())
        }
        other => panic!("{other:?}"),
    }
}

fn held(name: &str) -> (Held, Vec<Guess>) {
    match filed(name) {
        Filing::Hold { reason, guesses } => (reason, guesses),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn r29_a_reply_to_the_token_is_filed_on_what_the_letter_named() {
    assert_eq!(numbers(&filed("english-reply.eml")), (vec![1, 2, 3], By::Address, vec![]));
    assert_eq!(
        numbers(&filed("welsh-outlook.eml")).1,
        By::Address,
        "capital letters and a sub-domain are the same"
    );
    assert_eq!(numbers(&filed("thread-only.eml")).1, By::Thread);
}

#[test]
fn r25_a_reply_that_names_its_actions_is_filed_on_those() {
    assert_eq!(numbers(&filed("words-only.eml")), (vec![2], By::Address, vec!["action 2".to_owned()]));
    let (numbers, _, named) = numbers(&filed("names-two.eml"));
    assert_eq!((numbers, named), (vec![1, 2], vec!["24-0193-2".to_owned(), "action 1".to_owned()]));
    assert_eq!(held("names-another.eml").0, Held::NamesAnotherRecommendation);
    assert_eq!(held("names-another-case.eml").0, Held::NamesAnotherCase);
}

#[test]
fn e8_the_right_token_from_the_wrong_sender_is_held() {
    let (reason, guesses) = held("wrong-body.eml");
    assert_eq!(reason, Held::SenderNotPlausible);
    assert_eq!(guesses[0].signals, [Signal::Token, Signal::ReferenceInSubject]);
    assert_eq!(held("free-mail.eml").0, Held::SenderNotPlausible, "a domain open to all proves nothing");
}

#[test]
fn a_reference_alone_is_never_enough() {
    let (reason, guesses) = held("subject-only.eml");
    assert_eq!(reason, Held::ReferenceOnly);
    assert_eq!(guesses.len(), 1);
    assert_eq!(guesses[0].signals, [Signal::ReferenceInSubject, Signal::KnownSender]);
    assert!(!guesses[0].is_strong(), "both can be had without our letter");
}

#[test]
fn a_token_that_is_nearly_right_is_guessed_and_held() {
    let (reason, guesses) = held("near-miss.eml");
    assert_eq!(reason, Held::TokenNearMiss);
    assert!(guesses[0].is_strong() && guesses[0].signals.contains(&Signal::TokenNearMiss));
}

#[test]
fn a_token_that_was_withdrawn_is_held() {
    let mut office = Office::new();
    office.0.clear();
    let filing = decide(&read("words-only.eml"), &office);
    assert!(matches!(filing, Filing::Hold { reason: Held::TokenNotKnown, .. }), "{filing:?}");
}

#[test]
fn passed_on_mail_is_always_held() {
    for name in ["forwarded.eml", "forwarded-wg.eml", "forwarded-ymlaen.eml"] {
        let (reason, guesses) = held(name);
        assert_eq!(reason, Held::Forwarded, "{name}");
        assert!(guesses[0].signals.contains(&Signal::Token));
    }
}

#[test]
fn r31_machines_never_count_as_a_response() {
    for (name, expected) in [
        ("auto-reply.eml", Aside::AutoReply),
        ("auto-reply-welsh.eml", Aside::AutoReply),
        ("calendar.eml", Aside::Calendar),
        ("list.eml", Aside::List),
        ("dsn-delayed.eml", Aside::DeliveryReport),
    ] {
        assert!(matches!(filed(name), Filing::SetAside { why, .. } if why == expected), "{name}");
    }
}

#[test]
fn a_letter_that_came_back_is_known_by_its_token() {
    let Filing::Undelivered { post, sent, bounce } = filed("dsn-failed.eml") else { panic!() };
    assert_eq!(post, PostId(Uuid::from_u128(7)));
    assert_eq!(sent.about[0].case, CASE);
    assert_eq!(bounce.status.as_deref(), Some("5.1.1"));

    let mut forged = read("dsn-failed.eml");
    let Class::Bounce(bounce) = &mut forged.class else { panic!() };
    bounce.original_message_id = Some(format!("{}.guess@ombudsman.example", Uuid::from_u128(7)));
    let filing = decide(&forged, &Office::new());
    assert!(matches!(filing, Filing::Hold { reason: Held::BounceNotOurs, .. }), "{filing:?}");
}

#[test]
fn a_reply_to_a_digest_must_say_for_which_case() {
    let Filing::File { about, .. } = filed("digest-one.eml") else { panic!() };
    assert_eq!(about.reference.0, "23-0001");
    let (reason, guesses) = held("digest-none.eml");
    assert_eq!((reason, guesses.len()), (Held::SeveralCases, 2));
}

#[test]
fn what_is_empty_unclear_or_unreadable_is_held() {
    assert_eq!(held("empty.eml").0, Held::Empty);
    let mut two = read("words-only.eml");
    two.warnings.push(Warning::SeveralSenders);
    let filing = decide(&two, &Office::new());
    assert!(matches!(filing, Filing::Hold { reason: Held::SenderUnclear, .. }));
    let not_read = receive(b"", &Limits::default()).unwrap_err();
    assert_eq!(unread(not_read), Filing::Hold { reason: Held::Unread(Unread::Empty), guesses: vec![] });
}

#[test]
fn the_complainant_is_known_by_the_very_address() {
    assert!(matches!(filed("complainant.eml"), Filing::File { party: Party::Complainant, .. }));
    let mut other = read("complainant.eml");
    other.from = "mair.jone@gmail.com".to_owned();
    assert!(matches!(decide(&other, &Office::new()), Filing::Hold { reason: Held::SenderNotPlausible, .. }));
}

#[test]
fn r38_every_reason_has_words_in_both_languages() {
    let unread = [Unread::Empty, Unread::TooLarge { bytes: 1, most: 1 }, Unread::TooManyParts { most: 1 }];
    let unread = unread
        .into_iter()
        .chain([Unread::TooDeep { most: 1 }, Unread::NoHeaders, Unread::Gone])
        .map(Unread::key);
    let held = [
        Held::SenderUnclear,
        Held::Forwarded,
        Held::Encrypted,
        Held::Empty,
        Held::SenderNotPlausible,
        Held::SeveralLetters,
        Held::SeveralCases,
        Held::NamesAnotherCase,
        Held::NamesAnotherRecommendation,
        Held::TokenNotKnown,
        Held::TokenNearMiss,
        Held::ReferenceOnly,
        Held::BounceNotOurs,
        Held::NothingMatches,
    ];
    let asides = [Aside::AutoReply, Aside::List, Aside::Calendar, Aside::DeliveryReport];
    let keys: Vec<_> = unread
        .chain(held.into_iter().map(Held::key))
        .chain(asides.into_iter().map(Aside::key))
        .chain(Signal::ALL.into_iter().map(Signal::key))
        .chain(Warning::ALL.into_iter().map(Warning::key))
        .chain(Trouble::ALL.into_iter().map(Trouble::key))
        .collect();
    for key in keys {
        for language in Language::ALL {
            assert!(Catalogue::get().has(language, key), "{key} in {}", language.tag());
        }
    }
}
