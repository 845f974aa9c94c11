//! An office's database copied from one engine to the other and back: everything, in any number of goes, and found out
//! where it is not the same.

use std::{ops::ControlFlow, sync::Arc};

use amends_core::{
    event::Event,
    id::{BodyId, LinkId, MailId},
    text::{Bilingual, Digest},
};
use amends_store::{
    Db, Place, StoreError, blobs,
    copy::{self, Copied, Far, Job, Stage},
    ledger::{append, verify},
    nodes,
    people::{Audience, BodyRecord, NewLink, keep_body, keep_link, link},
    post::{NewMail, put, receive},
    search,
    settings::{keep_setting, setting},
};
use uuid::Uuid;

use crate::{ground::*, server::Server};

fn changed() -> amends_store::changed::Changed {
    amends_store::changed::Changed::by_nobody(noon())
}

fn link_id(n: u128) -> LinkId {
    LinkId(Uuid::from_u128(0xF0_0000 + n))
}

fn new_link(n: u8, audience: Audience) -> NewLink {
    NewLink {
        id: link_id(n.into()),
        token: Digest([n; 32]),
        case: case(1),
        audience,
        numbers: Vec::new(),
        sent_to: "nia@ynys.example".to_owned(),
        made_at: noon(),
        ends_at: after(60),
    }
}

/// An office with something of everything: rows that name others with later keys, texts no server can hold as they are.
fn full(office: &Office) {
    office.bodies();
    office.carys();
    for n in 1..=7 {
        office.open_case(n);
    }
    office.commit(next(1, 2, Event::ChasesResumed)).unwrap();
    let old = BodyId(Uuid::from_u128(0xA0));
    office
        .db
        .write(move |tx| -> Result<(), StoreError> {
            let mut merged = ynys();
            merged.body.id = old;
            merged.body.name = Bilingual::new("Old Ynys Council", "Hen Gyngor Ynys");
            merged.body.merged_into = Some(YNYS);
            keep_body(tx, &BodyRecord { slug: "old-ynys".to_owned(), ..merged }, changed())?;
            keep_link(tx, &new_link(3, Audience::Body(YNYS)))?;
            for n in [2, 1] {
                let passed_on_by = link_id(u128::from(n) + 1);
                keep_link(tx, &new_link(n, Audience::Colleague { body: YNYS, passed_on_by }))?;
            }
            for n in 1..=5 {
                put(tx, &letter(n, &[(n, "receipt")]), noon())?;
            }
            keep_setting(tx, "odd", &"a\0b \u{10FFFE} 'x' Tŷ", changed())
        })
        .unwrap();
    mail_in(office);
}

fn mail_in(office: &Office) {
    let folder = office.folder.path().join("files");
    let stored = blobs::Blobs::open(&folder).unwrap().put(Uuid::from_u128(1), b"a message").unwrap();
    let new = NewMail {
        mail: MailId(Uuid::from_u128(0xE1)),
        raw: stored.digest,
        received_at: noon(),
        message_id: Some("<one@ynys.example>".to_owned()),
        sender: "nia@ynys.example".to_owned(),
        subject: "The roof".to_owned(),
    };
    office
        .db
        .write(move |tx| -> Result<(), StoreError> {
            blobs::record(tx, stored, "message/rfc822", noon())?;
            receive(tx, &new).map(|_| ())
        })
        .unwrap();
}

/// The source, closed, and where to copy it.
struct Ground {
    office: AtRest,
    to: Place,
    _server: Arc<Server>,
}

/// How an office is made, and whether its copy goes to a server.
type Way = (fn(&Options) -> Office, bool);

fn engines() -> [Way; 4] {
    [
        (office_in_a_file as fn(&Options) -> Office, true),
        (office_on_a_server, false),
        (office_in_a_file, false),
        (office_on_a_server, true),
    ]
}

/// An office filled and put to rest, and an empty place for its copy.
fn at_rest((office, to_server): Way) -> Ground {
    let server = Server::running();
    let office = office(&Options::default());
    full(&office);
    let office = office.close();
    let to = if to_server {
        server.new_database()
    } else {
        Place::File(office.folder.path().join("copies/copy.db"))
    };
    Ground { office, to, _server: server }
}

impl Ground {
    fn copy(&self, told: &mut dyn FnMut(&Far) -> ControlFlow<()>) -> Result<Option<Copied>, StoreError> {
        copy(self.office.place(), &self.to, told)
    }

    fn whole(&self) -> Copied {
        self.copy(&mut |_| ControlFlow::Continue(())).unwrap().unwrap()
    }
}

fn copy(
    from: &Place,
    to: &Place,
    told: &mut dyn FnMut(&Far) -> ControlFlow<()>,
) -> Result<Option<Copied>, StoreError> {
    let options = server_options(&Options::default(), 77);
    let job = Job { from, to, options: &options, now: noon(), page: 3 };
    copy::copy(&job, told)
}

fn opened(place: &Place) -> Result<Db, StoreError> {
    Db::at(place, &server_options(&Options::default(), 78), noon())
}

/// What an office needs of its database holds in the copy.
fn is_an_office(place: &Place) {
    let db = opened(place).unwrap();
    let report = db.read(|c| verify(c, None, None, &mut |_| {})).unwrap();
    assert!(report.is_whole(), "{:?}", report.breaks);
    assert_eq!((report.cases, report.entries), (7, 15));
    let odd: Option<String> = db.read(|c| setting(c, "odd")).unwrap();
    assert_eq!(odd.as_deref(), Some("a\0b \u{10FFFE} 'x' Tŷ"));
    assert_eq!(db.read(|c| link(c, link_id(1))).unwrap().id, link_id(1));
    let to_be_read = db.read(|c| search::todo(c, 100)).unwrap();
    assert_eq!(to_be_read.len(), 8, "seven cases and a message are read anew for the search");
    db.write(|tx| append(tx, &opening(9))).unwrap();
}

#[test]
fn a_database_is_copied_to_every_engine_and_back_and_is_the_same() {
    for (way, engines) in engines().into_iter().enumerate() {
        let ground = at_rest(engines);
        let copied = ground.whole();
        assert!(copied.entries == 15 && !copied.resumed, "way {way}: {copied:?}");
        assert!(copied.rows > 60, "way {way}: {copied:?}");
        assert!(copied.tables.iter().all(|table| table.from == table.to), "way {way}: {copied:?}");
        let back = Place::File(ground.office.folder.path().join("back.db"));
        let again = copy(&ground.to, &back, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
        assert_eq!((again.tables, again.root), (copied.tables, copied.root), "way {way}");
        is_an_office(&ground.to);
        is_an_office(&back);
    }
}

#[test]
fn a_copy_that_breaks_off_after_any_page_goes_on_and_no_office_opens_on_half_of_it() {
    for engines in &engines()[..2] {
        let ground = at_rest(*engines);
        let mut goes = 0;
        let copied = loop {
            goes += 1;
            // Broken off after the second page of each go, so that every page is the last of one or the first of the next.
            let mut pages = 0;
            let outcome = ground.copy(&mut |far| {
                pages += 1;
                let stop = far.stage == Stage::Copying && pages == 2;
                if stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            match outcome.unwrap() {
                Some(copied) => break copied,
                None => assert_eq!(opened(&ground.to).err().map(|error| error.code()), Some("half-copied")),
            }
        };
        assert!(goes > 20 && copied.resumed, "{goes} goes: {copied:?}");
        is_an_office(&ground.to);
    }
}

#[test]
fn a_row_that_is_not_the_same_is_named() {
    for engines in &engines()[..2] {
        let ground = at_rest(*engines);
        let stopped = ground.copy(&mut |far| {
            if far.stage == Stage::Comparing { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(stopped.unwrap(), None);
        let sql = "UPDATE post SET subject = 'Other' WHERE hex(id) LIKE '%E00003'";
        match &ground.to {
            Place::File(path) => rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap(),
            Place::Server(_) => Server::running().order(&ground.to, sql),
        }
        let error = ground.copy(&mut |_| ControlFlow::Continue(())).unwrap_err();
        let StoreError::CopyDiffers { table, key, .. } = &error else { panic!("{error}") };
        assert_eq!((table.as_str(), key.as_str()), ("post", letter_id(3).0.simple().to_string().as_str()));
        assert_eq!(opened(&ground.to).err().map(|error| error.code()), Some("half-copied"));
    }
}

#[test]
fn a_target_that_holds_something_is_left_alone() {
    for engines in &engines()[..2] {
        let mut ground = at_rest(*engines);
        ground.whole();
        let error = ground.copy(&mut |_| ControlFlow::Continue(())).unwrap_err();
        assert_eq!(error.code(), "not-empty", "{error}");
        is_an_office(&ground.to);
        // Nor does the copy of one record go on with another.
        ground.to = Place::File(ground.office.folder.path().join("other.db"));
        let stopped = ground.copy(&mut |_| ControlFlow::Break(()));
        assert_eq!(stopped.unwrap(), None);
        let db = opened(ground.office.place()).unwrap();
        db.write(|tx| append(tx, &next(1, 3, Event::ChasesResumed))).unwrap();
        drop(db);
        let error = ground.copy(&mut |_| ControlFlow::Continue(())).unwrap_err();
        assert_eq!(error.code(), "not-empty", "{error}");
    }
}

#[test]
fn an_office_at_work_is_not_copied() {
    let office = office_in_a_file(&Options::default());
    let to = Place::File(office.folder.path().join("copy.db"));
    let error = copy(office.place(), &to, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "in-use", "{error}");

    let office = office_on_a_server(&Options::default());
    office.db.write(|tx| nodes::heard_of(tx, Uuid::from_u128(1), "web-1", "0.1.0")).unwrap();
    let office = office.close();
    let error = copy(office.place(), &to, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "office-runs", "{error}");
    assert!(error.to_string().contains("web-1"), "{error}");

    let nowhere = Place::File(office.folder.path().join("nothing.db"));
    let error = copy(&nowhere, &to, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "not-found", "{error}");
}

/// A database is empty until somebody makes something in it.
#[test]
fn an_office_without_anything_is_known() {
    for (make, _) in &engines()[..2] {
        let office = make(&Options::default());
        assert!(office.db.read(copy::is_empty).unwrap());
        office.carys();
        assert!(!office.db.read(copy::is_empty).unwrap());
    }
}
