//! People outside the office: a browser without script that keeps its cookie, and cases at the stages they see.

use amends_core::{
    case::{Case, Check},
    command::Command,
    id::{BodyId, CaseId, RecommendationNumber},
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{
        Amount, Answer, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms,
    },
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use jiff::{ToSpan as _, civil::Date};
use tower::ServiceExt as _;

use crate::fixture::{TODAY, World, whole};

/// What the office wrote for itself: no page outside may show it.
pub const PRIVATE: &str = "Check the landlord's earlier file before this goes out";

/// What a page answered.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub to: String,
    pub html: String,
}

impl Page {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let field = format!("name=\"{name}\" value=\"");
        let found = self.html.split(&field).nth(1).and_then(|rest| rest.split('"').next());
        let found = found.unwrap_or_else(|| panic!("no field {name} in {}", self.html));
        found.replace("&#x2f;", "/").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
    }
}

/// Somebody outside with a browser.
pub struct Visitor {
    router: Router,
    cookie: String,
}

impl Visitor {
    pub fn of(world: &World) -> Self {
        Self { router: world.router().0, cookie: String::new() }
    }

    /// Opens a link as its reader does: looks, then presses the button.
    pub async fn by(world: &World, link: &str) -> Self {
        let mut visitor = Self::of(world);
        let door = visitor.get(link).await;
        let opened = visitor.post(&door.to, &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
        visitor
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(form.finish())).await
    }

    /// Sends a form with files.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, bytes) in files {
            let head = format!(
                "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend(head.bytes().chain(bytes.iter().copied()).chain(*b"\r\n"));
        }
        body.extend(b"--line--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=line");
        self.send(request, Body::from(body)).await
    }

    pub async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.header(header::COOKIE, &self.cookie).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        if let Some(set) = parts.headers.get(header::SET_COOKIE).and_then(|set| set.to_str().ok()) {
            self.cookie = set.split(';').next().unwrap_or_default().to_owned();
        }
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let to = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        let html = String::from_utf8(bytes.to_vec()).expect("text");
        let page = Page { status: parts.status, to: to.to_owned(), headers: parts.headers, html };
        assert!(!page.html.contains('⟦'), "a sentence is missing in {}", page.html);
        page
    }
}

/// The newest link in a letter of the case: `/p/` for bodies, `/c/` for the complainant; `at` is part of the address.
pub fn link(world: &World, case: CaseId, begins: &str, at: &str) -> String {
    let posts =
        world.office.db().read(|conn| amends_store::post::posts_of_case(conn, case)).expect("letters");
    let newest = posts.iter().rev().find(|post| post.address.contains(at) && post.text.contains(begins));
    let text = &newest.expect("a letter with a link").text;
    let rest = text.split(begins).nth(1).expect("a link");
    let secret: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("{begins}{secret}")
}

pub fn terms(
    world: &World,
    sealer: &mut amends::office::Sealer,
    at: BodyId,
    kind: Kind,
    wording: &str,
) -> Terms {
    let mut words = |text: &str| sealer.words(text).expect("sealed");
    let mut item = |number: u8, what: &str, proof: Proof| EvidenceItem {
        item: ItemNumber(number),
        what: words(what),
        proof,
        need: Need::Required,
    };
    let evidence = match kind {
        Kind::Payment => vec![item(1, "A record of the payment", Proof::PaymentRecord)],
        Kind::PolicyProcedure => vec![
            item(1, "The new procedure", Proof::PolicyText),
            item(2, "The minute that approved it", Proof::Approval),
        ],
        _ => vec![item(1, "A copy of the letter", Proof::Letter)],
    };
    let personal = matches!(kind, Kind::Payment | Kind::Apology);
    Terms {
        kind,
        scope: if personal { Scope::Personal } else { Scope::Service },
        answers: Some(FindingNumber(if at == world.council { 1 } else { 2 })),
        wording: words(wording),
        amount: (kind == Kind::Payment).then_some(Amount::Exact { pence: Pence(50_000) }),
        set_off_allowed: false,
        addressee: at,
        beneficiaries: None,
        evidence,
        evidence_due: Length::new(20, Unit::WorkingDays)
            .map(|length| DueSpec::After { length, anchor: Anchor::FinalDecision }),
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: Some(words(PRIVATE)),
    }
}

/// A draft is out: an apology, a payment and a procedure for the council, a reminder to staff for the health board.
pub fn drafted(world: &World) -> Case {
    let case = world.case();
    let mut sealer = world.office.sealer();
    let mut commands = vec![Command::AddBody { body: world.health_board }];
    for body in [world.council, world.health_board] {
        let fault = sealer.words("The application was left unread for nine months").expect("sealed");
        let injustice = Some(sealer.words("A family stayed in a damp flat").expect("sealed"));
        commands.push(Command::RecordFinding { body, fault, injustice, systemic: false });
    }
    let note = sealer.words("Symbolic payment fits the guidance").expect("sealed");
    let version = Some("2025".to_owned());
    commands.push(Command::RecordCheck { check: Check::GuidanceOnRemedies, version, note });
    let council = world.council;
    for (body, kind, wording) in [
        (council, Kind::Apology, "Apologise in writing to Mrs Bevan for the delay."),
        (council, Kind::Payment, "Pay Mrs Mair Bevan £500 for the distress caused."),
        (council, Kind::PolicyProcedure, "Write a procedure for reading applications within five days."),
        (world.health_board, Kind::StaffReminder, "Remind ward staff to answer the council's letters."),
    ] {
        let terms = Box::new(terms(world, &mut sealer, body, kind, wording));
        commands.push(Command::WriteRecommendation { terms });
    }
    let by = TODAY.checked_add(21.days()).expect("a day");
    commands.push(Command::IssueDraft { bodies_by: by, complainant_by: Some(by) });
    world.act(case.id, &commands, &sealer.into_kept())
}

/// Both bodies agreed, three weeks and two days later.
pub fn agreed(world: &World) -> (Case, Date) {
    let case = drafted(world);
    let day = TODAY.checked_add(23.days()).expect("a day");
    let agree = |number: u16, body| Command::AnswerProposal {
        body,
        number: RecommendationNumber(number),
        answer: Answer::Agree,
        received_on: TODAY,
        checked_with: None,
    };
    let answers: Vec<_> =
        (1..=4).map(|n| agree(n, if n == 4 { world.health_board } else { world.council })).collect();
    world.act(case.id, &answers, &[]);
    assert!(world.office.clock().move_to(day));
    (world.act(case.id, &[Command::CloseComments], &[]), day)
}

/// Both bodies agreed and the decision is out. Evidence is due 20 working days after.
pub fn decided(world: &World) -> (Case, Date) {
    let (case, day) = agreed(world);
    (crate::fixture::issue_by_agreement(world, case.id, day), day)
}

/// The page is drawn whole in the other language too.
pub async fn in_both(visitor: &mut Visitor, path: &str) -> Page {
    let other = visitor.get(&path.replacen("/en/", "/cy/", 1)).await;
    assert_eq!(other.status, StatusCode::OK, "{path}: {}", other.html);
    assert!(other.html.contains("lang=\"cy\""));
    let page = visitor.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
    whole(&crate::fixture::Answer { status: page.status, to: String::new(), html: page.html.clone() });
    page
}
