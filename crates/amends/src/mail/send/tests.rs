//! Tests of sending, against a server on a socket that is told what to say at each step.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};

use super::*;

/// What the server does instead of saying yes.
#[derive(Clone, Copy)]
enum Does {
    Says(&'static str),
    Closes,
    Waits,
}

/// A server: at each named step it does what it was told, and reports each message it took.
struct Server {
    at: SocketAddr,
    calls: Arc<AtomicUsize>,
    taken: UnboundedReceiver<String>,
}

impl Server {
    async fn told(script: &[(&'static str, Does)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let script: HashMap<_, _> = script.iter().copied().collect();
        let (tell, taken) = unbounded_channel();
        let calls = Arc::<AtomicUsize>::default();
        let counted = Arc::clone(&calls);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(talk(stream, script.clone(), tell.clone()));
            }
        });
        Self { at, calls, taken }
    }

    fn transport(&self) -> Transport {
        let waits = Duration::from_millis(400);
        let relay = Relay::from_url(&format!("smtp://{}/office.example", self.at)).unwrap();
        Transport::Smtp(relay.with_waits(Waits { connect: waits, command: waits, message: waits }))
    }

    async fn send(&self) -> Outcome {
        self.transport().send(&envelope(), MESSAGE).await
    }

    /// Offers so many messages one after the other on one line.
    async fn send_on_one_line(&self, count: usize) -> Vec<Outcome> {
        let (transport, mut line, mut outcomes) = (self.transport(), Line::default(), Vec::new());
        for _ in 0..count {
            outcomes.push(transport.send_over(&mut line, &envelope(), MESSAGE).await);
        }
        line.close().await;
        outcomes
    }
}

const MESSAGE: &[u8] = b"Subject: x\r\n\r\nDear Nia\r\n.\r\nBye\r\n";

async fn talk(stream: TcpStream, script: HashMap<&'static str, Does>, tell: UnboundedSender<String>) {
    let mut stream = BufReader::new(stream);
    let mut step = "greeting".to_owned();
    let mut envelopes = 0;
    loop {
        let usual = match step.as_str() {
            "greeting" => "220 relay.example",
            "EHLO" => "250-relay.example\r\n250 8BITMIME",
            "DATA" => "354 go on",
            "message" => "250 2.0.0 queued as 4F2A",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        let says = match script.get(step.as_str()) {
            None => usual,
            Some(Does::Says(words)) => words,
            Some(Does::Closes) => return,
            Some(Does::Waits) => {
                tokio::time::sleep(Duration::from_secs(30)).await;
                return;
            }
        };
        if stream.write_all(format!("{says}\r\n").as_bytes()).await.is_err() {
            return;
        }
        if step == "DATA" && says.starts_with('3') {
            if script.contains_key("mid DATA") {
                return;
            }
            let mut message = String::new();
            while !message.ends_with("\r\n.\r\n") {
                if stream.read_line(&mut message).await.unwrap_or(0) == 0 {
                    return;
                }
            }
            let _ = tell.send(message);
            "message".clone_into(&mut step);
            continue;
        }
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        step = line.split([' ', ':', '\r']).next().unwrap_or_default().to_uppercase();
        if step == "MAIL" && envelopes > 0 && script.contains_key("second MAIL") {
            "second MAIL".clone_into(&mut step);
        }
        envelopes += usize::from(step == "MAIL");
    }
}

fn envelope() -> Envelope {
    Envelope { from: "caseinfo+token@office.example".to_owned(), to: "nia@ynys.example".to_owned() }
}

#[tokio::test]
async fn a_message_the_server_takes_is_accepted_with_what_it_said() {
    let mut server = Server::told(&[]).await;
    let outcome = server.send().await;
    assert_eq!(outcome, Outcome::Accepted { server_text: "250 2.0.0 queued as 4F2A".to_owned() });
    let message = server.taken.recv().await.unwrap();
    assert!(message.contains("Dear Nia\r\n..\r\nBye"), "a lone dot is doubled: {message:?}");
}

#[tokio::test]
async fn not_now_is_put_off_at_every_step() {
    for step in ["greeting", "MAIL", "RCPT", "DATA", "message"] {
        let server = Server::told(&[(step, Does::Says("451 4.7.1 come back later"))]).await;
        let outcome = server.send().await;
        assert!(
            matches!(&outcome, Outcome::Deferred { why: Trouble::NotNow, server_text } if server_text.contains("451")),
            "{step}: {outcome:?}"
        );
    }
}

#[tokio::test]
async fn a_refusal_says_whose_it_is() {
    let cases = [
        ("MAIL", Trouble::SenderRefused),
        ("RCPT", Trouble::ReaderRefused),
        ("message", Trouble::MessageRefused),
    ];
    for (step, expected) in cases {
        let server = Server::told(&[(step, Does::Says("550 5.1.1 no such mailbox"))]).await;
        let outcome = server.send().await;
        assert!(
            matches!(&outcome, Outcome::Refused { why, server_text } if *why == expected && server_text.contains("no such mailbox")),
            "{step}: {outcome:?}"
        );
    }
    let server = Server::told(&[("greeting", Does::Says("554 no service here"))]).await;
    assert!(matches!(server.send().await, Outcome::Deferred { .. }), "the message is not at fault");
}

#[tokio::test]
async fn a_connection_lost_before_the_message_is_put_off() {
    for step in ["greeting", "EHLO", "MAIL", "RCPT", "DATA"] {
        let server = Server::told(&[(step, Does::Closes)]).await;
        let outcome = server.send().await;
        assert!(matches!(outcome, Outcome::Deferred { .. }), "{step}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_connection_lost_in_or_after_the_message_is_uncertain() {
    for step in ["mid DATA", "message"] {
        let server = Server::told(&[(step, Does::Closes)]).await;
        let outcome = server.send().await;
        let lost =
            matches!(&outcome, Outcome::Uncertain { why: Trouble::ConnectionLost | Trouble::Garbled, .. });
        assert!(lost, "{step}: {outcome:?}");
    }
    let server = Server::told(&[("message", Does::Says("what?"))]).await;
    assert!(matches!(server.send().await, Outcome::Uncertain { .. }));
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_put_off_before_the_message_and_uncertain_after_it() {
    for step in ["greeting", "MAIL", "RCPT", "DATA"] {
        let server = Server::told(&[(step, Does::Waits)]).await;
        let outcome = server.send().await;
        assert!(matches!(outcome, Outcome::Deferred { why: Trouble::NoReply, .. }), "{step}: {outcome:?}");
    }
    let mut server = Server::told(&[("message", Does::Waits)]).await;
    assert!(matches!(server.send().await, Outcome::Uncertain { why: Trouble::NoReply, .. }));
    assert!(server.taken.recv().await.is_some(), "the server did have it");
}

#[tokio::test]
async fn a_server_that_is_down_or_speaks_no_tls_is_put_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    drop(listener);
    let nobody = Transport::smtp(&format!("smtp://{at}")).unwrap();
    let outcome = nobody.send(&envelope(), b"x").await;
    assert!(matches!(outcome, Outcome::Deferred { why: Trouble::Unreachable, .. }), "{outcome:?}");

    let server = Server::told(&[]).await;
    let strict = Transport::smtp(&format!("smtp://{}?tls=required", server.at)).unwrap();
    let outcome = strict.send(&envelope(), b"x").await;
    assert!(matches!(outcome, Outcome::Deferred { why: Trouble::Tls, .. }), "{outcome:?}");
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_unsent() {
    let mut server = Server::told(&[]).await;
    let relay = Transport::smtp(&format!("smtp://{}", server.at)).unwrap();
    let wrong = Envelope { to: "nia at ynys".to_owned(), ..envelope() };
    assert!(matches!(relay.send(&wrong, b"x").await, Outcome::Refused { why: Trouble::BadAddress, .. }));
    assert!(server.taken.try_recv().is_err());
}

#[tokio::test]
async fn captured_mail_stands_in_memory_and_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let capture = Capture::new(Some(folder.path().to_owned()));
    let transport = Transport::Captured(capture.clone());
    assert_eq!(transport.send(&envelope(), b"Subject: x\r\n\r\n").await.code(), "accepted");
    assert_eq!(capture.kept(), vec![(envelope(), b"Subject: x\r\n\r\n".to_vec())]);
    let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap();
    assert_eq!(std::fs::read(file.path()).unwrap(), b"Subject: x\r\n\r\n");

    let gone = Capture::new(Some(folder.path().join("missing")));
    let outcome = Transport::Captured(gone).send(&envelope(), b"x").await;
    assert!(matches!(outcome, Outcome::Deferred { why: Trouble::Folder, .. }), "{outcome:?}");
}

#[test]
fn a_servers_address_is_read_strictly() {
    assert!(Relay::from_url("smtps://nia:p%40ss@mail.example").is_ok());
    assert_eq!(Relay::from_url("http://x").unwrap_err(), RelayError::Scheme("http".to_owned()));
    assert_eq!(Relay::from_url("smtp://x?tls=maybe").unwrap_err(), RelayError::Tls("maybe".to_owned()));
    assert_eq!(Relay::from_url("smtp://nia:pass@mail.example").unwrap_err(), RelayError::OpenPassword);
    assert!(matches!(Relay::from_url("mail.example"), Err(RelayError::Url(_))));
    let shown = format!("{:?}", Relay::from_url("smtps://nia:secret@mail.example").unwrap());
    assert!(!shown.contains("secret"), "{shown}");
}

#[tokio::test]
async fn many_messages_go_over_one_line() {
    let mut server = Server::told(&[]).await;
    for outcome in server.send_on_one_line(3).await {
        assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
    }
    for _ in 0..3 {
        server.taken.recv().await.unwrap();
    }
    assert_eq!(server.calls.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_server_that_hung_up_between_two_messages_is_called_again() {
    for does in [Does::Closes, Does::Says("421 4.4.2 too many for one call")] {
        let mut server = Server::told(&[("second MAIL", does)]).await;
        for outcome in server.send_on_one_line(2).await {
            assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
        }
        server.taken.recv().await.unwrap();
        server.taken.recv().await.unwrap();
        assert_eq!(server.calls.load(Ordering::Relaxed), 2);
    }
}

#[tokio::test]
async fn a_refused_message_does_not_keep_the_next_from_its_line() {
    let server = Server::told(&[("RCPT", Does::Says("550 5.1.1 no such mailbox"))]).await;
    for outcome in server.send_on_one_line(2).await {
        assert!(matches!(outcome, Outcome::Refused { why: Trouble::ReaderRefused, .. }), "{outcome:?}");
    }
    assert_eq!(server.calls.load(Ordering::Relaxed), 1);
}
