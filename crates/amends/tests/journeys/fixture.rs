//! An office in a folder of its own, on a day of its own, with staff and bodies, and a browser without script.

use amends::{
    clock::{Chance, Clock},
    config::Config,
    office::{Ask, Office},
    web::{self, app::App},
};
use amends_core::{
    actor::{Actor, StaffRole},
    body::{Body, BodyKind, ContactRole, OverTime},
    case::{Case, Route},
    command::{Command, Opening},
    id::{BodyId, CaseId, PersonId},
    party::{Channel, Complainant},
    text::{Bilingual, Language},
};
use amends_store::{
    blobs::Keys,
    changed::Changed,
    people::{self, BodyRecord, Contact, Staff},
};
use axum::{
    Router,
    body::{Body as Bytes, to_bytes},
    http::{Request, StatusCode, header},
};
use jiff::civil::{Date, date};
use std::{
    io::{Read as _, Write as _},
    sync::Arc,
};
use tower::ServiceExt as _;

/// The day on which everything happens unless the clock is moved.
pub const TODAY: Date = date(2026, 10, 5);

/// What a page answered.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub html: String,
}

/// Where a server for it is named, the files are kept in a bucket instead of a folder: `cargo xtask test --only=objects`
/// takes every journey in this way too.
fn in_a_bucket(config: &mut Config) {
    let Ok(server) = std::env::var("AMENDS_TEST_S3") else { return };
    let address = server.strip_prefix("http://").expect("an address");
    let mut stream = std::net::TcpStream::connect(address).expect("the server");
    let signed =
        "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x";
    write!(
        stream,
        "PUT /journeys HTTP/1.0\r\nHost: {address}\r\nAuthorization: {signed}\r\nContent-Length: 0\r\n\r\n"
    )
    .expect("asked");
    // A bucket that another journey made will do as well.
    stream.read_to_end(&mut Vec::new()).expect("answered");
    let apart = config.storage.data_dir.file_name().expect("a name").to_string_lossy().into_owned();
    let apart = format!("{}{}", std::process::id(), apart.replace('.', ""));
    config.storage.files = Some(format!("s3://journeys/{apart}?endpoint={server}&patience=60"));
    config.storage.keys =
        Some(Keys { id: "test".to_owned(), secret: "not a secret".to_owned(), token: None });
}

/// The office with everybody in it.
pub struct World {
    pub office: Office,
    pub sian: Staff,
    pub council: BodyId,
    pub health_board: BodyId,
    router: Router,
    cookie: String,
    _folder: tempfile::TempDir,
}

impl World {
    /// An office on [`TODAY`], with Sian the caseworker signed in.
    pub fn new() -> Self {
        Self::set_up(|text| text)
    }

    /// As [`Self::new`], with its files in its folder in any case.
    pub fn in_one_folder() -> Self {
        Self::made(|text| text, |_| {})
    }

    /// As [`Self::new`], under a profile of the office's own: that of the PSOW with some of its text changed.
    pub fn set_up(changed: impl Fn(String) -> String) -> Self {
        Self::made(changed, in_a_bucket)
    }

    fn made(changed: impl Fn(String) -> String, place_files: impl Fn(&mut Config)) -> Self {
        // What went wrong is told beside the failing test; a second call finds it set up already.
        tracing_subscriber::fmt().with_test_writer().try_init().ok();
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::default();
        config.storage.data_dir = folder.path().to_owned();
        config.site.telephone = "01632 960123".to_owned();
        config.profile.name = "psow".to_owned();
        let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/profiles/psow.toml");
        let profile = folder.path().join("profile.toml");
        let text = changed(std::fs::read_to_string(built_in).expect("a profile"));
        std::fs::write(&profile, text).expect("kept");
        config.profile.file = Some(profile);
        place_files(&mut config);
        let clock = Clock::standing_at(TODAY).expect("a clock");
        let office = Office::open(config.clone(), clock, Chance::seeded(7)).expect("an office");
        let sian = office
            .add_staff("sian@office.example", "Sian Rees", StaffRole::Caseworker, Language::En, None, None)
            .expect("staff");
        let council = body(&office, 1, "ynys-council", "Ynys Council", "Cyngor Ynys", BodyKind::Council);
        let health_board =
            body(&office, 2, "glan-board", "Glan Health Board", "Bwrdd Iechyd Glan", BodyKind::HealthBoard);
        let renderer = Arc::new(amends::render::Renderer::new(None));
        let app = App {
            office: office.clone(),
            renderer,
            config: Arc::new(config),
            staff_options: Arc::default(),
            demo: false,
        };
        let cookie = format!("amends-session={}", office.begin(sian.id).expect("signed in"));
        Self { router: web::routes(app), office, sian, council, health_board, cookie, _folder: folder }
    }

    /// Signs Sian in again, as after days away.
    pub fn sign_in_again(&mut self) {
        self.cookie = format!("amends-session={}", self.office.begin(self.sian.id).expect("signed in"));
    }

    /// Signs somebody else in, in a role.
    pub fn in_role(mut self, role: StaffRole) -> Self {
        let address = format!("{}@office.example", role.code());
        let who = self.office.add_staff(&address, "Alex Pugh", role, Language::En, None, None);
        let secret = self.office.begin(who.expect("staff").id).expect("signed in");
        self.cookie = format!("amends-session={secret}");
        self
    }

    /// The same browser with Sian signed in.
    pub fn signed_in(mut self) -> Self {
        self.cookie = format!("amends-session={}", self.office.begin(self.sian.id).expect("signed in"));
        self
    }

    /// The office is closed and opened again, on the same day and memory, with a profile of its own.
    pub fn reopened_with(self, profile: &str) -> (Office, tempfile::TempDir) {
        let Self { office, router, _folder: folder, .. } = self;
        let (mut config, day) = (office.config().clone(), office.today());
        drop((office, router));
        let file = folder.path().join("office.toml");
        std::fs::write(&file, profile).expect("written");
        config.profile.file = Some(file);
        let clock = Clock::standing_at(day).expect("a clock");
        (Office::open(config, clock, Chance::seeded(8)).expect("an office"), folder)
    }

    /// Signs in somebody who is there already.
    pub fn signed_in_as(mut self, staff: amends_core::id::StaffId) -> Self {
        self.cookie = format!("amends-session={}", self.office.begin(staff).expect("signed in"));
        self
    }

    /// One more council in the register.
    pub fn another_council(&self, number: u128, slug: &str, en: &str, cy: &str) -> BodyId {
        body(&self.office, number, slug, en, cy, BodyKind::Council)
    }

    /// The routes, for serving them to a browser.
    pub fn router(&self) -> (Router, String) {
        (self.router.clone(), self.cookie.clone())
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Bytes::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Bytes::from(form.finish())).await
    }

    async fn send(&self, request: axum::http::request::Builder, body: Bytes) -> Answer {
        let request = request.header(header::COOKIE, &self.cookie).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let to = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        Answer {
            status: parts.status,
            to: to.to_owned(),
            html: String::from_utf8(bytes.to_vec()).expect("text"),
        }
    }

    /// As Sian.
    pub fn actor(&self) -> Actor {
        Actor::Staff { staff: self.sian.id, role: StaffRole::Caseworker }
    }

    /// An investigation of the council, with a complainant who writes in Welsh.
    pub fn case(&self) -> Case {
        let mut sealer = self.office.sealer();
        let mut words = |text: &str| sealer.words(text).expect("sealed");
        let complainant = Complainant {
            person: PersonId(uuid(90)),
            name: words("Mrs Mair Bevan"),
            channel: Channel::Email(words("mair@example.org")),
            language: Language::Cy,
            adjustments: Some(words("Large print")),
            authority: None,
        };
        let opening = Opening {
            reference: self.office.next_reference(2026).expect("a reference"),
            profile: "psow".to_owned(),
            route: Route::Investigation,
            title: words("Housing register delay"),
            own_initiative: false,
            received_on: date(2026, 9, 1),
            handler: self.sian.id,
            complainant: Some(complainant),
            bodies: vec![self.council],
        };
        let id = CaseId(self.office.fresh_id().expect("an id"));
        let kept = sealer.into_kept();
        self.act(id, &[Command::OpenCase(opening)], &kept)
    }

    /// Asks something as Sian.
    pub fn act(
        &self,
        case: CaseId,
        commands: &[Command],
        kept: &[amends_store::particulars::NewParticular],
    ) -> Case {
        self.office.act(&Ask::new(&self.actor(), case), commands, kept).expect("taken").as_ref().clone()
    }
}

fn uuid(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

fn body(office: &Office, number: u128, slug: &str, en: &str, cy: &str, kind: BodyKind) -> BodyId {
    let id = BodyId(uuid(number));
    let body = Body {
        id,
        name: Bilingual::new(en, cy),
        kind,
        language: Language::En,
        merged_into: None,
        chases_stopped: false,
        undeliverable: false,
        over_time: OverTime::default(),
    };
    let record = BodyRecord { body, slug: slug.to_owned() };
    let contact = Contact {
        body: id,
        address: format!("complaints@{slug}.example"),
        name: "Complaints team".to_owned(),
        language: Language::En,
        role: ContactRole::LinkOfficer,
    };
    let at = office.clock().now();
    office
        .db()
        .write(move |tx| {
            let changed = Changed { by: None, at };
            people::keep_body(tx, &record, changed)?;
            people::keep_contact(tx, &contact, changed)
        })
        .expect("kept");
    id
}

/// No page shows the key of a sentence instead of the sentence.
pub fn whole(page: &Answer) -> &str {
    assert!(!page.html.contains('⟦'), "a sentence is missing: {}", missing(&page.html));
    &page.html
}

fn missing(html: &str) -> String {
    html.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next()).collect::<Vec<_>>().join(", ")
}

/// What the law of Wales wants recorded before a report by the alternative route: that the public interest does not call
/// for another, and that the complainant agreed to the period.
pub fn before_the_report(sealer: &mut amends::office::Sealer) -> Vec<amends_core::command::Command> {
    use amends_core::{case::Check, command::Command, issued::OnPeriod};
    vec![
        Command::RecordCheck {
            check: Check::PublicInterest,
            version: None,
            note: sealer.words("It does not call for a report.").expect("sealed"),
        },
        Command::RecordPeriod {
            complainant: OnPeriod::Agreed { shown_by: sealer.words("The e-mail.").expect("sealed") },
        },
    ]
}

/// The final decision by the route of agreement, with what the law of Wales wants recorded before it.
pub fn issue_by_agreement(world: &World, case: CaseId, decided_on: Date) -> Case {
    let mut sealer = world.office.sealer();
    let mut commands = before_the_report(&mut sealer);
    let instrument = amends_core::case::Instrument::ReportWithoutPublicity;
    commands.push(Command::IssueFinalDecision { instrument, decided_on });
    world.act(case, &commands, &sealer.into_kept())
}
