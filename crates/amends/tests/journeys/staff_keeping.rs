//! From the decision to the certificate, years later: holds, two people, what is left, and a copy from an older backup.

use std::path::Path;

use amends::office::{Ask, Office, disposal::log::Log};
use amends_core::{
    actor::{Actor, StaffRole},
    case::Case,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{EvidenceId, RecommendationNumber},
    money::Pence,
    retention::{Class, HoldAsked, HoldKind},
    text::Language,
};
use amends_store::{ledger, post};
use axum::http::StatusCode;
use jiff::civil::date;

use super::{
    fixture::{World, whole},
    staff_round::{base, decided, errors, now},
};

pub const LETTER: &str = "Dear Mrs Bevan, we apologise without reserve.";

/// A case whose two recommendations are met, each by a file of its own.
pub async fn closed(world: &World) -> Case {
    let case = decided(world).await;
    for (number, text, paid) in [(1, LETTER, None), (2, "Paid to Mrs Bevan: £500", Some(Pence(50_000)))] {
        let file = world.office.keep_file("mrs-bevan.txt", text.as_bytes()).expect("kept");
        let mut sealer = world.office.sealer();
        let evidence = EvidenceId(sealer.id().expect("an id"));
        let number = RecommendationNumber(number);
        let submission = Submission {
            evidence,
            body: world.council,
            targets: vec![Target { number, items: Vec::new() }],
            via: Via::Hand,
            received_on: world.office.today(),
            dated_on: None,
            done_on: None,
            statement: Some(sealer.words("Mrs Bevan has had it").expect("sealed")),
            files: vec![FileRef {
                digest: file.digest,
                name: sealer.words(&file.name).expect("sealed"),
                media_type: file.media_type,
                size: file.size,
            }],
            paid,
            language: Some(Language::Cy),
        };
        let shown = Command::AssessItem {
            number,
            item: amends_core::recommendation::ItemNumber(1),
            evidence,
            shown: amends_core::evidence::Shown::Shown,
            comment: None,
        };
        let met = Command::JudgeMet { number, satisfied_by: vec![evidence], paid };
        let all = [Command::ReceiveEvidence(Box::new(submission)), shown, met];
        world.act(case.id, &all, &sealer.into_kept());
    }
    now(world, &case).0
}

pub fn people(office: &Office) -> (Actor, Actor) {
    let add = |email: &str, role| {
        let staff = office.add_staff(email, "Somebody", role, Language::En, None, None).expect("staff");
        Actor::Staff { staff: staff.id, role }
    };
    (add("coordinator@office.example", StaffRole::Coordinator), add("mgr@office.example", StaffRole::Manager))
}

/// Everything the database holds of a text, on the disk.
pub fn on_the_disk(folder: &Path, text: &str) -> bool {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("bytes");
                if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
                    return true;
                }
            }
        }
    }
    false
}

pub fn folder_of(office: &Office) -> std::path::PathBuf {
    office.config().storage.data_dir.clone()
}

#[tokio::test]
async fn r54_two_people_destroy_through_the_pages_and_the_certificate_holds() {
    let world = World::new();
    let case = closed(&world).await;
    let keeping = format!("{}/keeping", base(&case));
    let page = world.get(&base(&case)).await;
    assert!(whole(&page).contains("Kept until"), "the case says until when it is kept");
    assert!(whole(&page).contains("5 October 2027"), "{}", page.html);
    // A report counts from the day on which the office was satisfied; twelve months on its day has come.
    world.office.clock().move_to(date(2027, 10, 6));
    let world = world.in_role(StaffRole::Caseworker);
    let queue = world.get("/en/admin/retention").await;
    assert!(whole(&queue).contains("1 is due"), "{}", queue.html);
    assert!(queue.html.contains("1 day ago"), "how long it has been due is told");
    let (_, seq) = now(&world, &case);
    let blank = [("seq", seq.as_str()), ("form", "propose"), ("propose-class", "documents")];
    let refused = world.post(&keeping, &blank).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&refused).contains("Enter a reason"));
    let fields = [&blank[..], &[("propose-reason", "Its day has come")]].concat();
    let done = world.post(&keeping, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    let (_, seq) = now(&world, &case);
    let alone = world.post(&format!("{keeping}/destroy/documents"), &[("seq", &seq)]).await;
    assert_eq!(alone.status, StatusCode::FORBIDDEN, "who may not approve is told so");
    let (_, manager) = people(&world.office);
    let world = world.signed_in_as(manager.staff().expect("staff"));
    let look = world.get(&format!("{keeping}/destroy/documents")).await;
    assert!(whole(&look).contains("This cannot be undone"), "{}", look.html);
    assert!(look.html.contains("Its day has come"), "what the first person wrote is shown to the second");
    let gone = world.post(&format!("{keeping}/destroy/documents"), &[("seq", &seq)]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", errors(&gone.html));
    assert!(gone.to.contains("/certificates/D-2027-0001"), "{}", gone.to);
    for language in ["en", "cy"] {
        let page = world.get(&format!("/{language}/admin/retention/certificates/D-2027-0001")).await;
        assert!(
            !whole(&page).contains("does not hold") && !page.html.contains("nid yw hynny"),
            "{}",
            page.html
        );
        assert_eq!(world.get(&format!("/{language}/admin/retention")).await.status, StatusCode::OK);
        for path in ["/keeping", "/evidence", "/letters", "/timeline", ""] {
            let page = world.get(&format!("/{language}/cases/{}{path}", case.reference)).await;
            assert_eq!(page.status, StatusCode::OK, "{language} {path}");
            whole(&page);
        }
    }
    let json = world.get("/en/admin/retention/certificates/D-2027-0001/json").await;
    let said: serde_json::Value = serde_json::from_str(&json.html).expect("JSON");
    assert_eq!(said["disposal"]["counts"]["files"], 2);
    let folder = folder_of(&world.office);
    for text in [LETTER, "mrs-bevan.txt", "Mrs Bevan has had it"] {
        assert!(!on_the_disk(&folder, text), "{text:?} is still on the disk");
    }
    let report = world
        .office
        .db()
        .read(|conn| ledger::verify(conn, None, Some(world.office.blobs()), &mut |_| {}))
        .expect("verified");
    assert!(report.is_whole(), "{report:?}");
}

#[tokio::test]
async fn e25_a_hold_is_placed_and_lifted_on_the_page_and_nothing_goes_under_it() {
    let world = World::new();
    let case = closed(&world).await;
    world.office.clock().move_to(date(2027, 10, 6));
    let world = world.in_role(StaffRole::Manager);
    let keeping = format!("{}/keeping", base(&case));
    let (_, seq) = now(&world, &case);
    let hold = [
        ("seq", seq.as_str()),
        ("form", "hold"),
        ("hold-held_for", "information_request"),
        ("hold-reason", "A request of 1 October"),
    ];
    let endless = world.post(&keeping, &hold).await;
    assert_eq!(endless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(whole(&endless).contains("Enter the last day"), "{}", errors(&endless.html));
    assert!(endless.html.contains("A request of 1 October"), "what was typed is kept");
    let mut court = hold;
    court[2].1 = "litigation";
    assert_eq!(world.post(&keeping, &court).await.status, StatusCode::SEE_OTHER);
    let queue = world.get("/en/admin/retention").await;
    assert!(
        whole(&queue).contains("Nothing is due") && queue.html.contains("legal action"),
        "{}",
        queue.html
    );
    let (_, seq) = now(&world, &case);
    let propose = [
        ("seq", seq.as_str()),
        ("form", "propose"),
        ("propose-class", "documents"),
        ("propose-reason", "Its day has come"),
    ];
    let refused = world.post(&keeping, &propose).await;
    assert!(whole(&refused).contains("This case is held"), "{}", errors(&refused.html));
    let lift = [("seq", seq.as_str()), ("form", "lift"), ("lift-hold", "1"), ("lift-reason", "It is over")];
    assert_eq!(world.post(&keeping, &lift).await.status, StatusCode::SEE_OTHER);
    assert!(world.get("/en/admin/retention").await.html.contains("1 is due"));
    let (_, seq) = now(&world, &case);
    let retain = [
        ("seq", seq.as_str()),
        ("form", "retain"),
        ("retain-reason", "The body still learns from it"),
        ("retain-until-day", "6"),
        ("retain-until-month", "10"),
        ("retain-until-year", "2028"),
    ];
    let done = world.post(&keeping, &retain).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    assert!(world.get(&keeping).await.html.contains("6 October 2028"));
}

#[tokio::test]
async fn e26_a_review_after_the_decision_is_recorded_on_the_page_and_keeping_starts_again() {
    let world = World::new();
    let case = closed(&world).await;
    world.office.clock().move_to(date(2026, 11, 6));
    let world = world.in_role(StaffRole::Manager);
    let keeping = format!("{}/keeping", base(&case));
    let (_, seq) = now(&world, &case);
    let review = [
        ("seq", seq.as_str()),
        ("form", "review"),
        ("review-outcome", "stands"),
        ("review-reason", "Nothing new was sent"),
        ("review-until-day", "6"),
        ("review-until-month", "11"),
        ("review-until-year", "2026"),
    ];
    let done = world.post(&keeping, &review).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", errors(&done.html));
    let page = world.get(&keeping).await;
    assert!(whole(&page).contains("Counted from the review after the decision"), "{}", page.html);
    assert!(page.html.contains("6 November 2027"));
}

#[tokio::test]
async fn r54_a_file_that_another_case_has_stays_and_a_log_that_was_changed_is_told() {
    let world = World::new();
    let case = closed(&world).await;
    let other = world.case();
    let office = &world.office;
    let digest = case.evidence[0].submission.files[0].digest;
    // The same bytes come as a message of another case.
    let raw = office.keep_file("mail.eml", LETTER.as_bytes()).expect("kept");
    assert_eq!(raw.digest, digest);
    let (id, at) = (amends_core::id::MailId(office.fresh_id().expect("an id")), office.clock().now());
    let new = post::NewMail {
        mail: id,
        raw: digest,
        received_at: at,
        message_id: None,
        sender: "mair@example.org".to_owned(),
        subject: "A letter".to_owned(),
    };
    office
        .db()
        .write(move |tx| {
            post::receive(tx, &new)?;
            post::file(tx, id, other.id, &[], None, at)
        })
        .expect("filed");
    office.clock().move_to(date(2027, 10, 6));
    let (coordinator, manager) = people(office);
    office.disposal_round(&coordinator, "Its day has come", false).expect("a round");
    let steps = office.disposal_round(&manager, "Its day has come", false).expect("a round");
    let number = steps[0].certificate.clone().expect("a certificate");
    let certificate = office.certificate(&number).expect("a certificate");
    assert_eq!((certificate.disposal.counts.files, certificate.disposal.counts.files_of_others), (1, 1));
    assert!(office.blobs().check(digest).is_ok(), "the other case still has it");
    assert!(office.check_certificate(&certificate).expect("checked").holds());

    let path = folder_of(office).join("disposals.log");
    let text = std::fs::read_to_string(&path).expect("a log");
    std::fs::write(&path, format!("{text}{text}")).expect("written");
    let told = Log::at(&path).read().expect_err("a line twice").to_string();
    assert!(told.contains("disposals.log line 2"), "{told}");
}

#[tokio::test]
async fn e29_a_hold_for_a_newer_complaint_keeps_its_paper_alone() {
    let world = World::new();
    let case = closed(&world).await;
    let office = &world.office;
    office.clock().move_to(date(2027, 10, 6));
    let (coordinator, manager) = people(office);
    let held = &case.evidence[1].submission;
    let mut sealer = office.sealer();
    let hold = Command::PlaceHold(HoldAsked {
        held_for: HoldKind::NewerComplaint,
        reason: sealer.words("The same officer").expect("sealed"),
        until: None,
        newer_case: Some(amends_core::id::CaseReference::new(2027, 12)),
        papers: vec![held.evidence],
        not_to_disclose: vec![held.evidence],
    });
    office.act(&Ask::new(&manager, case.id), &[hold], &sealer.into_kept()).expect("held");
    office.disposal_round(&coordinator, "Its day has come", false).expect("a round");
    let steps = office.disposal_round(&manager, "Its day has come", false).expect("a round");
    assert_eq!(steps[0].did.code(), "destroyed");
    assert!(office.blobs().check(held.files[0].digest).is_ok(), "the held paper is there");
    let there = office.load(case.id).expect("the case").case;
    let kept = there.submission(held.evidence).expect("there");
    assert_eq!(kept.submission.files[0].name.as_str(), "mrs-bevan.txt", "and so is its name");
    assert!(!on_the_disk(&folder_of(office), LETTER), "the other is not");
}

#[tokio::test]
async fn r54_after_five_years_nobody_is_named_and_after_ten_no_words_are_left() {
    let world = World::new();
    let case = closed(&world).await;
    let (office, folder) = (world.office.clone(), folder_of(&world.office));
    let (coordinator, manager) = people(&office);
    let names = ["Mrs Mair Bevan", "mair@example.org", "Housing register delay", "Large print"];
    for (day, classes) in [
        (date(2027, 10, 6), vec![Class::Documents]),
        (date(2031, 10, 6), vec![Class::Anonymise]),
        (date(2036, 10, 6), vec![Class::Delete]),
    ] {
        for name in names.iter().filter(|_| classes == [Class::Anonymise]) {
            assert!(on_the_disk(&folder, name), "{name:?} is kept for five years");
        }
        office.clock().move_to(day);
        for who in [&coordinator, &manager] {
            office.disposal_round(who, "Its day has come", false).expect("a round");
        }
        let newest = office.certificates(1).expect("certificates").remove(0);
        assert_eq!(newest.disposal.classes, classes);
        assert!(office.check_certificate(&newest).expect("checked").holds(), "{newest:?}");
        assert!(office.disposals_due(day).expect("looked").is_empty());
    }
    for name in names {
        assert!(!on_the_disk(&folder, name), "{name:?} is still on the disk");
    }
    let world = world.in_role(StaffRole::Caseworker);
    let mut paths =
        vec!["/en/cases".to_owned(), "/en/worklist".to_owned(), "/en/cases?text=Bevan".to_owned()];
    let sections =
        ["", "/findings", "/recommendations", "/draft", "/decision", "/evidence", "/people", "/letters"];
    paths.extend(sections.iter().map(|section| format!("{}{section}", base(&case))));
    paths.extend(["/timeline", "/keeping", "/evidence/1"].map(|section| format!("{}{section}", base(&case))));
    for path in paths {
        let page = world.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!whole(&page).contains("Mair Bevan"), "{path}");
    }
    let report = office.db().read(|conn| ledger::verify(conn, None, Some(office.blobs()), &mut |_| {}));
    let report = report.expect("verified");
    assert!(report.is_whole(), "{report:?}");
    let left = office.load(case.id).expect("the case").case;
    assert_eq!(left.compliance().code(), "complete", "what came of it stays");
    assert_eq!(left.recommendations.len(), 2);
}
