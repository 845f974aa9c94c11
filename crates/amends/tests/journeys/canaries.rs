//! Canaries: a name goes in by every door of a running office, and comes out in no log line and no figure.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
};

use crate::running::{DAY, Place, Running, free_port, wait_for};

/// In every name, address, word, file and link of this test, and nowhere else.
const CANARY: &str = "zyxwyn";

/// A mail server that will have nothing, and says the reader's address when it says so.
fn refusing_mail_server() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || refuse(stream));
        }
    });
    port
}

fn refuse(mut stream: TcpStream) {
    let Ok(copy) = stream.try_clone() else { return };
    let mut say = |words: &str| stream.write_all(format!("{words}\r\n").as_bytes()).is_ok();
    if !say(&format!("220 {CANARY}.example")) {
        return;
    }
    for line in BufReader::new(copy).lines().map_while(Result::ok) {
        let refused = line.to_uppercase().starts_with("RCPT");
        let words = if refused { format!("550 5.1.1 {line} {CANARY}: unknown") } else { "250 ok".to_owned() };
        if !say(&words) {
            return;
        }
    }
}

/// One request, sent as it is; what came back, head and all.
fn raw(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("connected");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

/// By command line: bodies, contacts, staff, a case with its people, a decision, a draft, answers and comments.
fn by_command_line(place: &Place) {
    let head = "slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into";
    let body =
        format!("{CANARY}-body,{CANARY} Trust,{CANARY},council,en,{CANARY} Parry,{CANARY}@body.example,en,");
    let table = place.write("more.csv", &format!("{head}\n{body}\n"));
    place.give(DAY, &["import", "from-csv", &table]);
    let password = place.write("more.txt", &format!("{CANARY} as a long password"));
    let (address, name) = (format!("{CANARY}@ombudsman.example"), format!("{CANARY} Rees"));
    let words = ["user", "add", &address, "--name", &name, "--role", "caseworker"];
    place.give(DAY, &[&words[..], &["--password-file", &password]].concat());
    place.drafted_case(&format!("{CANARY} repairs"));
}

/// By mail: a message that belongs nowhere, with a file; one that names a case; one that cannot be read.
fn by_mail(folder: &Path) {
    let head = format!(
        "From: {CANARY} Jones <{CANARY}@gmail.example>\r\nTo: caseinfo@ombudsman.example\r\nMIME-Version: 1.0\r\n\
         Date: Mon, 2 Mar 2026 10:14:00 +0000\r\n"
    );
    let parts = format!(
        "Subject: {CANARY} and the gutter\r\nMessage-ID: <{CANARY}-1@gmail.example>\r\n\
         Content-Type: multipart/mixed; boundary=line\r\n\r\n--line\r\nContent-Type: text/plain\r\n\r\n\
         {CANARY} is still waiting.\r\n--line\r\nContent-Type: application/pdf; name=\"{CANARY}.pdf\"\r\n\
         Content-Disposition: attachment; filename=\"{CANARY}.pdf\"\r\n\r\n%PDF-1.4 {CANARY}\r\n--line--\r\n"
    );
    let broken = format!(
        "Subject: =?utf-9?q?{CANARY}?=\r\nMessage-ID: {CANARY}\r\nContent-Type: {CANARY}\r\n\r\n\u{0}"
    );
    std::fs::write(folder.join(format!("{CANARY}-1.eml")), format!("{head}{parts}")).expect("written");
    std::fs::write(folder.join(format!("{CANARY}-2.eml")), format!("{head}{broken}")).expect("written");
    std::fs::create_dir(folder.join(format!("{CANARY}-3.eml"))).expect("made");
}

/// By pages: searches, forms that are right, forms that are wrong, addresses that are none, headers, cookies, links.
fn by_pages(office: &mut Running, address: SocketAddr) {
    let who = format!("{CANARY}@nowhere.example");
    for email in [who.as_str(), "sian@ombudsman.example"] {
        office.post("/en/sign-in", &[("email", email), ("password", CANARY)]);
    }
    office.sign_in();
    let known = office.known();
    let opened = office.open_case(&known, &format!("{CANARY} moves in")).expect("an answer");
    let reference = opened.opened().expect("opened");
    for path in [
        format!("/en/cases/{reference}"),
        format!("/en/cases?q={CANARY}"),
        format!("/en/worklist?q={CANARY}&body={CANARY}&due={CANARY}"),
        format!("/cy/cases/{CANARY}"),
        format!("/en/{CANARY}/{CANARY}"),
        format!("/p/{CANARY}"),
        format!("/c/{CANARY}"),
        format!("/en/p/{CANARY}"),
        format!("/assets/{CANARY}.css"),
        format!("/en/inbox/{CANARY}"),
        format!("/readyz?{CANARY}"),
    ] {
        office.get(&path);
    }
    for path in ["findings", "contact", "recommendations/new", "nowhere"] {
        let fields = [
            ("fault", CANARY),
            ("injustice", CANARY),
            ("seq", CANARY),
            ("note", CANARY),
            ("wording", CANARY),
        ];
        office.post(&format!("/en/cases/{reference}/{path}"), &fields);
    }
    let file = format!(
        "--l\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{CANARY}.docx\"\r\n\r\n{CANARY}\r\n--l--\r\n"
    );
    let upload = format!(
        "POST /en/cases/new/decision HTTP/1.0\r\nHost: {address}\r\nContent-Type: multipart/form-data; boundary=l\r\n\
         Content-Length: {}\r\nCookie: amends-session={CANARY}\r\n\r\n{file}",
        file.len()
    );
    let headers = format!(
        "GET /en/worklist HTTP/1.0\r\nHost: {CANARY}.example\r\nUser-Agent: {CANARY}\r\nReferer: https://{CANARY}.example/\r\n\
         X-Request-Id: {CANARY}-{CANARY}\r\nX-Forwarded-For: {CANARY}\r\nCookie: amends-session={CANARY}; amends-link={CANARY}\r\n\
         Accept-Language: {CANARY}\r\n\r\n"
    );
    let foreign = format!(
        "POST /en/sign-in HTTP/1.0\r\nHost: {address}\r\nOrigin: https://{CANARY}.example\r\nContent-Length: 0\r\n\r\n"
    );
    let odd = format!("{CANARY} /{CANARY} HTTP/1.0\r\nHost: {address}\r\n\r\n");
    for request in [upload, headers, foreign, odd] {
        let answer = raw(address, &request);
        assert!(answer.starts_with("HTTP/1"), "{answer}");
        let id = answer.lines().find_map(|line| line.strip_prefix("x-request-id: "));
        assert!(!id.unwrap_or_default().contains(CANARY), "a stranger's id is not taken: {answer}");
    }
}

#[test]
fn what_people_type_stands_in_no_log_line_and_no_figure() {
    let (metrics, mail) = (free_port(), tempfile::tempdir().expect("a folder"));
    let place = Place::new(None)
        .mail_to(refusing_mail_server())
        .set("AMENDS__LOG__FORMAT", "json")
        .set("AMENDS__LOG__LEVEL", "trace")
        .set("AMENDS__SERVER__METRICS", format!("127.0.0.1:{metrics}"))
        .set("AMENDS__MAIL__INBOUND_DIR", mail.path().display());
    by_command_line(&place);
    by_mail(mail.path());
    let mut office = place.serve(DAY);
    let address = office.address;
    by_pages(&mut office, address);
    wait_for("the messages are taken in", || {
        let left = std::fs::read_dir(mail.path()).expect("a folder").flatten();
        (left.filter(|entry| entry.path().is_file()).count() == 0).then_some(())
    });
    let refused = amends_store::post::PostState::Refused;
    wait_for("the letters are refused", || {
        place.letters().iter().any(|(letter, _)| letter.state == refused).then_some(())
    });
    let figures = raw(
        format!("127.0.0.1:{metrics}").parse().expect("an address"),
        "GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n",
    );
    office.stop();

    let log = place.log();
    let lines: Vec<serde_json::Value> =
        log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert!(lines.len() > 20, "hardly anything was logged: {log}");
    for told in ["answered", "a letter was refused", "a message of the folder cannot be read; it stays"] {
        assert!(lines.iter().any(|line| line["message"] == told), "{told} was not logged: {log}");
    }
    let answered: Vec<_> = lines.iter().filter(|line| line["message"] == "answered").collect();
    assert!(answered.iter().all(|line| line["span"]["id"].as_str().is_some_and(|id| id.len() == 13)));
    assert!(figures.contains("amends_commands_total{command=\"OpenCase\",outcome=\"done\"} 1"), "{figures}");
    for (what, text) in [("the log", &log), ("the figures", &figures)] {
        for word in [CANARY, "sian", "parry", "ynys", "@", "someone"] {
            let told = text.lines().find(|line| line.to_lowercase().contains(word));
            assert_eq!(told, None, "{word} stands in {what}");
        }
    }
    let kept = std::fs::read(place.database()).expect("the database");
    let there = kept.windows(CANARY.len()).any(|bytes| bytes.eq_ignore_ascii_case(CANARY.as_bytes()));
    assert!(there, "the canaries came in");
}
