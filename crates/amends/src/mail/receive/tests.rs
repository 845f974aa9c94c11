//! Tests of reading, with messages as people's programs send them, and with bytes that are no messages.

use amends_core::id::PostId;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::mail::token::Token;

pub(crate) fn eml(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail").join(name);
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    lines.join(b"\r\n".as_slice())
}

pub(crate) fn read(name: &str) -> Incoming {
    receive(&eml(name), &Limits::default()).unwrap()
}

#[test]
fn r29_an_english_reply_with_a_file() {
    let mail = read("english-reply.eml");
    assert_eq!(mail.from, "nia.hughes@ynys.example");
    assert_eq!(mail.from_domain, "ynys.example");
    assert_eq!(mail.to.len(), 2, "{:?}", mail.to);
    assert_eq!(mail.subject, "Re: 24-0193: our final decision");
    assert_eq!(
        mail.text.said,
        "Dear Sian\n\nPlease find attached the minute of the cabinet.\n\nRegards\nNia"
    );
    assert!(mail.text.signature.starts_with("Nia Hughes") && mail.text.quoted.contains("> Please send us"));
    assert_eq!((mail.class, mail.forwarded, mail.language), (Class::Human, false, Some(Language::En)));
    assert_eq!(mail.in_reply_to.len(), 1);
    assert_eq!(mail.references.len(), 2);
    let [file] = mail.attachments.as_slice() else { panic!("{:?}", mail.attachments) };
    assert_eq!((file.name.as_str(), file.media_type), ("minute-cabinet.pdf", "application/pdf"));
    assert!(file.bytes.starts_with(b"%PDF-1.4") && !file.raw.is_empty());
    assert_eq!(mail.warnings, []);
}

#[test]
fn r38_a_welsh_reply_in_outlooks_way() {
    let mail = read("welsh-outlook.eml");
    assert_eq!(mail.subject, "Parthed: 24-0193: ein penderfyniad terfynol – tŷ");
    assert_eq!(
        mail.text.said,
        "Annwyl Siân\n\nMae’r weithdrefn wedi ei hadolygu. Mae’r cofnod wedi ei atodi.\n\nCofion\nNia"
    );
    assert!(mail.text.quoted.contains("Oddi wrth:"));
    assert_eq!(mail.language, Some(Language::Cy));
    let names: Vec<_> = mail.attachments.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Cofnod – tŷ newydd.txt", "gweithdrefn ddiwygiedig â phwyntiau.docx"]);
}

#[test]
fn who_or_what_wrote_is_told_apart() {
    assert_eq!(read("auto-reply.eml").class, Class::AutoReply);
    assert_eq!(read("auto-reply-welsh.eml").class, Class::AutoReply);
    assert_eq!(read("calendar.eml").class, Class::Calendar);
    assert_eq!(read("list.eml").class, Class::List);
    assert_eq!(
        read("dsn-failed.eml").class,
        Class::Bounce(Bounce {
            original_message_id: Some(
                crate::mail::message::message_id(
                    PostId(Uuid::from_u128(7)),
                    &Token::new([5; 20]),
                    "ombudsman.example"
                )
                .trim_matches(['<', '>'])
                .to_owned()
            ),
            status: Some("5.1.1".to_owned()),
            reader: Some("cwynion@ynys.example".to_owned()),
            failed: true,
        })
    );
    assert!(matches!(read("dsn-delayed.eml").class, Class::Bounce(Bounce { failed: false, .. })));
}

#[test]
fn passed_on_mail_is_known_in_three_languages() {
    for name in ["forwarded.eml", "forwarded-wg.eml", "forwarded-ymlaen.eml"] {
        assert!(read(name).forwarded, "{name}");
    }
    assert!(!read("english-reply.eml").forwarded);
}

#[test]
fn odd_attachments_are_kept_with_safe_names() {
    let mail = read("odd-attachments.eml");
    let files: Vec<_> = mail.attachments.iter().map(|file| (file.name.as_str(), file.media_type)).collect();
    assert_eq!(
        files,
        [
            ("policy.pdf", "text/html"),
            ("passwd", "text/plain"),
            ("Adroddiad ŵyl.txt", "text/plain"),
            ("attachment-4", "image/png"),
            ("winmail.dat", "application/ms-tnef"),
            ("Earlier message.eml", "message/rfc822"),
            ("tool.pdf.exe", "application/vnd.microsoft.portable-executable"),
        ]
    );
    let nested = &mail.attachments[5];
    let inner = receive(&nested.bytes, &Limits::default()).unwrap();
    assert_eq!(inner.subject, "Earlier message");
    for warning in [Warning::Winmail, Warning::NestedMessage, Warning::ClaimDiffers, Warning::Program] {
        assert!(mail.warnings.contains(&warning), "{warning:?} in {:?}", mail.warnings);
    }
}

#[test]
fn words_in_html_alone_are_read_as_text() {
    let mail = read("html-only.eml");
    assert!(mail.text.said.contains("Mae’r taliad wedi ei wneud"), "{:?}", mail.text);
    assert!(!mail.text.said.contains('<'));
}

#[test]
fn what_cannot_be_read_is_named() {
    let limits = Limits::default();
    assert_eq!(receive(b"", &limits), Err(Unread::Empty));
    assert_eq!(receive(b"\r\n \r\n", &limits), Err(Unread::Empty));
    let small = Limits { bytes: 100, ..limits };
    assert_eq!(receive(&[b'x'; 101], &small), Err(Unread::TooLarge { bytes: 101, most: 100 }));
    let many = format!("From: a@b.example\r\n{}", "Content-Type: text/plain\r\n".repeat(1200));
    assert_eq!(receive(many.as_bytes(), &limits), Err(Unread::TooManyParts { most: 1000 }));
    let deep = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    assert_eq!(receive(deep.as_bytes(), &limits), Err(Unread::TooDeep { most: 200 }));
    let hidden = "Content-Type: message\r\n /rfc822\r\n\r\n".repeat(100_000);
    assert_eq!(receive(hidden.as_bytes(), &limits), Err(Unread::TooManyParts { most: 1000 }));
    for allowed in [
        "Content-Type: message/rfc822\r\n\r\n".repeat(200),
        "Content-Type: message\r\n /rfc822\r\n\r\n".repeat(1000),
    ] {
        assert!(receive(allowed.as_bytes(), &limits).is_ok(), "what is allowed can be read");
    }
    let no_sender = receive(b"Subject: x\r\n\r\nHello there\r\n", &limits).unwrap();
    assert!(no_sender.warnings.contains(&Warning::NoSender) && no_sender.from_domain.is_empty());
}

#[test]
fn ten_megabytes_are_read_whole() {
    let mut raw = b"From: nia@ynys.example\r\nSubject: large\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee file\r\n--b\r\n\
        Content-Type: application/pdf; name=big.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        .to_vec();
    let line = "JVBERi0xLjQK".repeat(6) + "\r\n";
    raw.extend(line.repeat(10 * 1024 * 1024 / line.len()).into_bytes());
    raw.extend(b"--b--\r\n");
    let mail = receive(&raw, &Limits::default()).unwrap();
    assert!(mail.attachments[0].bytes.len() > 7_000_000);
    assert_eq!(mail.attachments[0].media_type, "application/pdf");
    assert_eq!(mail.text.said, "See file");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_at_all_stop_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = receive(&bytes, &Limits::default());
    }

    #[test]
    fn no_damage_to_a_message_stops_the_reading(
        which in 0..6_usize,
        cut in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        put in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let names = ["english-reply.eml", "welsh-outlook.eml", "odd-attachments.eml", "dsn-failed.eml", "calendar.eml", "html-only.eml"];
        let mut raw = eml(names[which]);
        raw.truncate(cut.index(raw.len()) + 1);
        let at = at.index(raw.len());
        raw.splice(at..at, put);
        if let Ok(mail) = receive(&raw, &Limits::default()) {
            for file in &mail.attachments {
                prop_assert!(!file.name.is_empty() && !file.name.contains(['/', '\\', '\n']));
            }
            prop_assert!(!mail.subject.contains(['\r', '\n']));
        }
    }
}
