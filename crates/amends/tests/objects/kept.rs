//! What an office does with files, done with a bucket: mail taken in, the record verified, files copied out and back,
//! and everything told and waited for while the bucket is away.

use crate::{
    bucket::{Way, bucket, objects, office_at},
    running::{Answer, DAY, Place, Running, wait_for},
};

const MESSAGE: &str = "From: nia@ynys.example\r\nTo: office@ombudsman.example\r\nSubject: The roof\r\n\
    Message-ID: <one@ynys.example>\r\n\r\nIt is mended.\r\n";

/// An office with its files in a bucket, a folder from which it takes mail, and one message in it.
fn office_with_mail(way: &Way, bucket: &str) -> Place {
    let place = office_at(&way.to(bucket));
    let inbound = place.path().join("inbound");
    std::fs::create_dir(&inbound).unwrap();
    std::fs::write(inbound.join("one.eml"), MESSAGE).unwrap();
    let inbound = inbound.to_str().unwrap().to_owned();
    place.set("AMENDS__MAIL__INBOUND_DIR", &inbound)
}

fn waiting(place: &Place) -> usize {
    let entries = std::fs::read_dir(place.path().join("inbound")).unwrap();
    entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_some()).count()
}

/// Sends a decision as a file, as the page for it does. Nothing where the office was gone before it answered.
pub(crate) fn upload(office: &Running, bytes: &[u8]) -> Option<Answer> {
    let head = "--line\r\nContent-Disposition: form-data; name=\"document\"; filename=\"sent\"\r\n\r\n";
    let body = [head.as_bytes(), bytes, b"\r\n--line--\r\n"].concat();
    office.send("POST", "/en/cases/import", "multipart/form-data; boundary=line", &body).ok()
}

/// What `amends doctor` says of a check: how bad, and in words.
fn doctor(place: &Place, check: &str) -> (String, String) {
    let said = place.ask(DAY, &["doctor", "--only", check, "--json"]).stdout;
    let said: serde_json::Value = serde_json::from_slice(&said).unwrap();
    let finding = &said["findings"][0];
    (finding["severity"].as_str().unwrap().to_owned(), finding["reason"].as_str().unwrap().to_owned())
}

#[test]
fn an_office_keeps_its_files_in_a_bucket_and_moves_them_to_a_folder_and_back() {
    let (way, bucket) = (Way::new(), bucket());
    let place = office_with_mail(&way, &bucket);
    place.give(DAY, &["mail", "fetch", "--once"]);
    assert_eq!((objects(&bucket), waiting(&place)), (1, 0));
    place.is_whole();
    assert_eq!(place.json(&["audit", "verify"])["files"], 1);
    assert_eq!(doctor(&place, "files").0, "ok");

    let (at, folder) = (way.to(&bucket), place.path().join("moved"));
    let folder = folder.to_str().unwrap();
    let copied = place.json(&["files", "copy", "--from", &at, "--to", folder]);
    assert_eq!((&copied["copied"], &copied["there"]), (&1.into(), &0.into()));
    let again = place.json(&["files", "copy", "--from", &at, "--to", folder]);
    assert_eq!((&again["copied"], &again["there"]), (&0.into(), &1.into()));
    let place = place.set("AMENDS_FILES", folder);
    place.is_whole();
    assert_eq!(doctor(&place, "files").0, "ok");

    let elsewhere = crate::bucket::bucket();
    let at = way.to(&elsewhere);
    place.json(&["files", "copy", "--from", folder, "--to", &at]);
    let place = place.set("AMENDS_FILES", &at);
    place.is_whole();
    assert_eq!(place.json(&["files", "sweep"])["swept"], 0);
    assert_eq!(objects(&elsewhere), 1);
}

#[test]
fn while_the_bucket_is_away_mail_waits_pages_open_and_the_reason_is_said() {
    let (way, bucket) = (Way::new(), bucket());
    let place = office_with_mail(&way, &bucket);
    way.set_open(false);
    let mut office = place.serve(DAY);
    office.sign_in();
    assert_eq!(office.get("/en/cases").status, 200, "{}", place.log());
    let page = upload(&office, b"%PDF-1.7 a decision").unwrap();
    assert_eq!(page.status, 503, "{}\n{}", page.html, place.log());
    for words in ["files cannot be reached", "was not saved", "amends doctor"] {
        assert!(page.html.contains(words), "{words}: {}", page.html);
    }
    assert_eq!((objects(&bucket), waiting(&place)), (0, 1));
    let ready = office.get("/readyz");
    assert!(ready.status == 200 && ready.html.contains("files away"), "{}", ready.html);

    way.set_open(true);
    wait_for("the message is taken in", || (waiting(&place) == 0).then_some(()));
    assert_eq!(objects(&bucket), 1);
    let page = upload(&office, b"A decision of one line.").unwrap();
    assert_ne!(page.status, 503, "{}\n{}", page.html, place.log());
    assert_eq!(objects(&bucket), 2);
    office.stop();
    place.is_whole();
    assert!(!place.log().contains("not a secret") && !place.log().contains("AKIATEST"), "{}", place.log());
}

#[test]
fn a_command_without_its_bucket_says_why_and_what_to_do_in_both_languages_and_no_secret() {
    let (way, bucket) = (Way::new(), bucket());
    let place = office_with_mail(&way, &bucket);
    let told = |place: &Place, code: i32, words: [&str; 2]| {
        for (language, words) in ["en", "cy"].into_iter().zip(words) {
            let answer = place.ask(DAY, &["mail", "fetch", "--once", "--lang", language]);
            let said = String::from_utf8(answer.stderr).unwrap();
            assert_eq!(answer.status.code(), Some(code), "{said}");
            assert!(said.contains(words) && !said.contains("not a secret"), "{said}");
        }
        assert_eq!((objects(&bucket), waiting(place)), (0, 1));
    };
    way.set_open(false);
    told(&place, 75, ["There is no connection", "Nid oes cysylltiad"]);
    assert_eq!(doctor(&place, "files").0, "problem");
    way.set_open(true);
    let place = place.set("AMENDS_FILES", &way.to("no-such-bucket-anywhere"));
    told(&place, 3, ["There is no bucket", "Nid oes bwced"]);
    let (severity, reason) = doctor(&place, "files");
    assert!(severity == "problem" && reason.contains("no-such-bucket-anywhere"), "{reason}");
    let place = place.set("AMENDS_FILES", "s3://evidence");
    told(&place, 3, ["region=", "region="]);
    let place = place.set("AMENDS_FILES", &way.to(&bucket)).set("AMENDS_S3_SECRET", "");
    told(&place, 3, ["AMENDS_S3_SECRET", "AMENDS_S3_SECRET"]);
}
