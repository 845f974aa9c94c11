//! What the stories stand on: an office with a database, and cases that can be opened in a line.

use std::{path::Path, sync::Arc};

use amends_core::{
    actor::{Actor, StaffRole},
    body::{Body, BodyKind, Freeze, OverTime},
    case::{Compliance, Route, Stage},
    command::Opening,
    event::Event,
    id::{BodyId, CaseId, CaseReference, ParticularId, PostId, RecommendationNumber, StaffId},
    index::{CaseRow, KeepingRow, RecommendationRow, Rows},
    recommendation::{Kind, Scope, State},
    retention::Class,
    text::{Bilingual, Language, Salt, Words},
};
pub use amends_store::Options;
use amends_store::{
    Db, Place, Result, StoreError,
    changed::Changed,
    ledger::{Appended, Commit, append},
    particulars::NewParticular,
    people::{BodyRecord, Staff, keep_body, keep_staff},
    post::{Channel, NewPost},
    search::CaseTexts,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use tempfile::TempDir;
use uuid::Uuid;

use crate::server::Server;

pub const CARYS: StaffId = StaffId(Uuid::from_u128(0xCA));
pub const YNYS: BodyId = BodyId(Uuid::from_u128(0xB0));
pub const MYNYDD: BodyId = BodyId(Uuid::from_u128(0xB1));

pub struct Office {
    pub folder: TempDir,
    pub db: Db,
    place: Place,
    // Stops the server once nobody needs it, after the database is closed.
    server: Option<Arc<Server>>,
}

/// An office whose database is closed.
pub struct AtRest {
    pub folder: TempDir,
    place: Place,
    _server: Option<Arc<Server>>,
}

impl AtRest {
    pub fn place(&self) -> &Place {
        &self.place
    }
}

pub fn office_in_a_file(options: &Options) -> Office {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("amends.db");
    let db = Db::open(&path, options, noon()).unwrap();
    Office { folder, db, place: Place::File(path), server: None }
}

pub fn office_on_a_server(options: &Options) -> Office {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::running();
    let place = server.new_database();
    let db = Db::at(&place, &server_options(options, 1), noon()).unwrap();
    Office { folder, db, place, server: Some(server) }
}

/// These options for node `node` of an office on a server that is there for tests alone.
pub fn server_options(options: &Options, node: u128) -> Options {
    Options { node: Uuid::from_u128(node), accept_unsafe_server: true, ..options.clone() }
}

impl Office {
    /// The file of the database, where it is in one.
    pub fn file(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::Server(_) => None,
        }
    }

    /// Another node of the same office; only on a server.
    pub fn another_node(&self, node: u128) -> Db {
        Db::at(&self.place, &server_options(&Options::default(), node), noon()).unwrap()
    }

    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Closes the database.
    pub fn close(self) -> AtRest {
        AtRest { folder: self.folder, place: self.place, _server: self.server }
    }

    pub fn commit(&self, commit: Commit) -> Result<Appended> {
        self.db.write(move |tx| append(tx, &commit))
    }

    /// Opens case `n` as Carys's, about heating, with one recommendation to Ynys Council.
    pub fn open_case(&self, n: u128) -> CaseId {
        self.commit(opening(n)).unwrap();
        case(n)
    }

    pub fn bodies(&self) {
        self.db
            .write(|tx| -> Result<()> {
                keep_body(tx, &ynys(), Changed::by_nobody(noon()))?;
                keep_body(tx, &mynydd(), Changed::by_nobody(noon()))
            })
            .unwrap();
    }

    pub fn carys(&self) -> Staff {
        let staff = carys();
        self.db.write(move |tx| keep_staff(tx, &carys(), Changed::by_nobody(noon()))).unwrap();
        staff
    }

    /// What an intruder with the database does to it.
    pub fn tamper(&self, sql: &str) {
        match &self.server {
            Some(server) => server.order(&self.place, sql),
            None => rusqlite::Connection::open(self.file().unwrap()).unwrap().execute_batch(sql).unwrap(),
        }
    }

    /// Takes away what keeps the permanent record from being changed by mistake, where the engine has it.
    pub fn take_guards_away(&self) {
        if self.server.is_none() {
            for name in ["ledger_no_update", "ledger_no_delete", "checkpoint_no_update"] {
                self.tamper(&format!("DROP TRIGGER {name}"));
            }
        }
    }
}

pub fn noon() -> Timestamp {
    "2026-04-15T12:00:00Z".parse().unwrap()
}

pub fn after(minutes: i64) -> Timestamp {
    noon().checked_add(minutes.minutes()).unwrap()
}

pub fn day(month: i8, day: i8) -> Date {
    jiff::civil::date(2026, month, day)
}

pub fn case(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(0xC0_0000 + n))
}

pub fn particular(n: u128) -> ParticularId {
    ParticularId(Uuid::from_u128(0xD0_0000 + n))
}

pub fn letter_id(n: u128) -> PostId {
    PostId(Uuid::from_u128(0xE0_0000 + n))
}

pub fn words(n: u128, text: &str) -> (Words, NewParticular) {
    NewParticular::seal(particular(n), Salt([u8::try_from(n % 251).unwrap(); 32]), text)
}

pub fn carys_acts() -> Actor {
    Actor::Staff { staff: CARYS, role: StaffRole::Caseworker }
}

pub fn carys() -> Staff {
    Staff {
        id: CARYS,
        email: "Carys@Ombudsman.example".to_owned(),
        name: "Carys Hughes".to_owned(),
        role: StaffRole::Caseworker,
        language: Language::Cy,
        disabled: false,
    }
}

fn body(id: BodyId, slug: &str, en: &str, cy: &str) -> BodyRecord {
    let body = Body {
        id,
        name: Bilingual::new(en, cy),
        kind: BodyKind::Council,
        language: Language::Cy,
        merged_into: None,
        chases_stopped: false,
        undeliverable: false,
        over_time: OverTime {
            since: Some(day(1, 1)),
            freezes: vec![Freeze { from: day(1, 5), until: None, notice: "s.114 notice".to_owned() }],
            ..OverTime::default()
        },
    };
    BodyRecord { body, slug: slug.to_owned() }
}

pub fn ynys() -> BodyRecord {
    body(YNYS, "ynys", "Ynys Council", "Cyngor Ynys")
}

pub fn mynydd() -> BodyRecord {
    body(MYNYDD, "mynydd", "Mynydd Council", "Cyngor Mynydd")
}

pub fn recommendation(n: u128, number: u16, evidence_due_on: Option<Date>) -> RecommendationRow {
    RecommendationRow {
        case: case(n),
        number: RecommendationNumber(number),
        body: YNYS,
        kind: Kind::Apology,
        scope: Scope::Personal,
        state: State::Due,
        awaits_body: evidence_due_on.is_some(),
        evidence_due_on,
        original_due_on: evidence_due_on,
        extension_open: false,
        extended: false,
        last_evidence_on: None,
        days_late: None,
        ended_on: None,
        last_chase_step: None,
        undelivered: false,
        themes: Vec::new(),
        taken_over_from: None,
    }
}

pub fn rows(n: u128) -> Rows {
    let case = CaseRow {
        case: case(n),
        reference: CaseReference::new(2026, u32::try_from(n).unwrap()),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        stage: Stage::FinalIssued,
        compliance: Compliance::Monitoring,
        handler: CARYS,
        bodies: vec![YNYS, MYNYDD],
        received_on: day(1, 12),
        decided_on: Some(day(3, 16)),
        closed_on: None,
        look_again_on: Some(day(4, 14)),
    };
    let keeping = KeepingRow {
        dispose_on: Some(day(12, 1)),
        class: Some(Class::Documents),
        held: true,
        ..KeepingRow::default()
    };
    Rows {
        case,
        recommendations: vec![recommendation(n, 1, Some(day(4, 13)))],
        handling: Vec::new(),
        keeping,
    }
}

pub fn texts(title: &str, wording: &str) -> CaseTexts {
    CaseTexts {
        title: title.to_owned(),
        wordings: vec![(RecommendationNumber(1), wording.to_owned())],
        ..CaseTexts::default()
    }
}

pub fn opening_event(n: u128, title: Words) -> Event {
    let opening = Opening {
        reference: CaseReference::new(2026, u32::try_from(n).unwrap()),
        profile: "psow".to_owned(),
        route: Route::Investigation,
        title,
        own_initiative: true,
        received_on: day(1, 12),
        handler: CARYS,
        complainant: None,
        bodies: vec![YNYS],
    };
    Event::CaseOpened { case: case(n), opening }
}

/// The commit that opens case `n`; its title is particular `10 n`.
pub fn opening(n: u128) -> Commit {
    let (title, kept) = words(10 * n, "No heating at Tŷ Gwyn");
    let events = vec![opening_event(n, title), Event::BodyAdded { body: MYNYDD }];
    Commit::new(carys_acts(), noon(), day(4, 14), 0, events, rows(n))
        .particulars(vec![kept])
        .texts(texts("No heating at Tŷ Gwyn", "The Council will apologise to Mrs A."))
}

/// A commit with one event more, on a case with `seq` entries.
pub fn next(n: u128, seq: u32, event: Event) -> Commit {
    Commit::new(carys_acts(), after(1), day(4, 15), seq, vec![event], rows(n))
}

pub fn letter(n: u128, owed: &[(u128, &str)]) -> NewPost {
    NewPost {
        post: letter_id(n),
        owed: owed.iter().map(|(n, key)| (case(*n), (*key).to_owned())).collect(),
        channel: Channel::Email,
        address: "complaints@ynys.example".to_owned(),
        language: Language::Cy,
        thread: "thread-1".to_owned(),
        subject: "Tystiolaeth".to_owned(),
        text: "Annwyl gyfaill".to_owned(),
        html: None,
        next_at: noon(),
    }
}

pub fn is_conflict(error: &StoreError) -> bool {
    matches!(error, StoreError::Conflict { .. })
}
