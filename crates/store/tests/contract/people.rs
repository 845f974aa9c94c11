//! Staff, sessions, bodies, contacts, links, closures, settings.

use amends_core::{
    actor::StaffRole,
    body::ContactRole,
    id::{BodyId, LinkId, PersonId, RecommendationNumber},
    text::{Bilingual, Digest, Language},
};
use amends_store::{
    Result, StoreError,
    changed::Changed,
    closures::{Closure, closures, keep_closure, remove_closure},
    people::{
        Audience, Contact, NewLink, NewSession, Staff, all_bodies, all_staff, begin_session, bodies_with,
        body, body_by_slug, contacts, contacts_at, count_failure, end_session, end_sessions_of, failures,
        forget_ended_sessions, forgive, keep_body, keep_contact, keep_link, keep_staff, link, link_by_token,
        links_of_case, mark_opened, mark_used, merge_body, remove_contact, revoke_link,
        revoke_links_of_address, session, set_password, staff, staff_by_email, staff_password, standing_body,
        touch_session,
    },
    settings::{CHASES_STOPPED, chases_stopped, keep_setting},
};
use jiff::SignedDuration;
use uuid::Uuid;

use super::ground::*;

const IDLE: SignedDuration = SignedDuration::from_mins(30);

fn token(n: u8) -> Digest {
    Digest::of(&[n])
}

fn signed_in(office: &Office, n: u8) {
    let new = NewSession { token: token(n), staff: CARYS, began_at: noon(), ends_at: after(600) };
    office.db.write(move |tx| begin_session(tx, &new)).unwrap();
}

fn counts(office: &Office, n: u8, minutes: i64) -> bool {
    office.db.read(|c| session(c, token(n), after(minutes), IDLE)).unwrap().is_some()
}

#[test]
fn staff_are_found_by_address_in_any_letters_and_no_two_share_one() {
    let office = office();
    let carys = office.carys();
    let kept = Staff { email: "carys@ombudsman.example".to_owned(), ..carys.clone() };
    assert_eq!(
        office.db.read(|c| staff_by_email(c, " CARYS@ombudsman.example ")).unwrap(),
        Some(kept.clone())
    );
    assert_eq!(office.db.read(|c| staff(c, CARYS)).unwrap(), kept);
    let other = Staff { id: amends_core::id::StaffId(Uuid::from_u128(9)), ..carys };
    let error = office.db.write(move |tx| keep_staff(tx, &other, Changed::by(CARYS, noon()))).unwrap_err();
    assert_eq!(error, StoreError::Taken { what: "staff.email".to_owned() });
    assert_eq!(office.db.read(all_staff).unwrap(), [kept]);
}

#[test]
fn a_session_ends_when_idle_when_its_time_is_over_and_when_revoked() {
    let office = office();
    office.carys();
    signed_in(&office, 1);
    assert!(counts(&office, 1, 29) && !counts(&office, 1, 30) && !counts(&office, 2, 1));
    office.db.write(|tx| touch_session(tx, token(1), after(29))).unwrap();
    assert!(counts(&office, 1, 58));
    office.db.write(|tx| touch_session(tx, token(1), after(599))).unwrap();
    assert!(counts(&office, 1, 599) && !counts(&office, 1, 600));

    signed_in(&office, 2);
    signed_in(&office, 3);
    office.db.write(|tx| end_session(tx, token(2), after(1))).unwrap();
    assert!(!counts(&office, 2, 1) && counts(&office, 3, 1));
    office.db.write(|tx| end_sessions_of(tx, CARYS, after(2))).unwrap();
    assert!(!counts(&office, 3, 2));
    assert_eq!(office.db.write(|tx| forget_ended_sessions(tx, after(601))).unwrap(), 3);
}

#[test]
fn whoever_is_disabled_or_changes_role_or_password_is_signed_out_at_once() {
    let office = office();
    office.carys();
    let changed = Changed::by_nobody(after(1));
    let ways: [fn(&amends_store::Tx<'_>, Changed) -> Result<()>; 3] = [
        |tx, changed| keep_staff(tx, &Staff { role: StaffRole::Manager, ..carys() }, changed),
        |tx, changed| set_password(tx, CARYS, Some("$argon2id$v=19$…"), changed),
        |tx, changed| keep_staff(tx, &Staff { disabled: true, role: StaffRole::Manager, ..carys() }, changed),
    ];
    for (n, way) in (1..).zip(ways) {
        signed_in(&office, n);
        assert!(counts(&office, n, 1));
        office.db.write(move |tx| way(tx, changed)).unwrap();
        assert!(!counts(&office, n, 1), "way {n}");
    }
    let hash = office.db.read(|c| staff_password(c, CARYS)).unwrap();
    assert_eq!(hash.as_deref(), Some("$argon2id$v=19$…"));
    signed_in(&office, 9);
    assert!(!counts(&office, 9, 1), "a disabled member of staff has no session");
}

#[test]
fn failed_sign_ins_are_counted_until_a_good_one() {
    let office = office();
    for n in 1..=3 {
        let found =
            office.db.write(move |tx| count_failure(tx, "Carys@ombudsman.example", after(n))).unwrap();
        assert_eq!((i64::from(found.count), found.last_at), (n, after(n)));
    }
    let found = office.db.read(|c| failures(c, "carys@ombudsman.example ")).unwrap().unwrap();
    assert_eq!(found.count, 3);
    office.db.write(|tx| forgive(tx, "carys@ombudsman.example")).unwrap();
    assert_eq!(office.db.read(|c| failures(c, "carys@ombudsman.example")).unwrap(), None);
}

#[test]
fn a_body_is_kept_whole_and_listed_by_name_in_either_language() {
    let office = office();
    office.bodies();
    assert_eq!(office.db.read(|c| body(c, YNYS)).unwrap(), ynys());
    assert_eq!(office.db.read(|c| body_by_slug(c, "mynydd")).unwrap(), Some(mynydd()));
    let mut renamed = ynys();
    renamed.body.name = Bilingual::new("Zeta Council", "Cyngor A");
    renamed.body.chases_stopped = true;
    let kept = renamed.clone();
    office.db.write(move |tx| keep_body(tx, &renamed, Changed::by(CARYS, after(1)))).unwrap();
    assert_eq!(office.db.read(|c| all_bodies(c, Language::En)).unwrap(), [mynydd(), kept.clone()]);
    assert_eq!(office.db.read(|c| all_bodies(c, Language::Cy)).unwrap(), [kept, mynydd()]);
}

#[test]
fn a_merged_body_leads_to_the_one_that_stands_and_never_in_a_circle() {
    let office = office();
    office.bodies();
    let third = BodyId(Uuid::from_u128(0xB2));
    office
        .db
        .write(move |tx| -> Result<()> {
            let mut record = ynys();
            record.body.id = third;
            record.slug = "third".to_owned();
            keep_body(tx, &record, Changed::by_nobody(noon()))?;
            merge_body(tx, YNYS, MYNYDD, Changed::by_nobody(after(1)))?;
            merge_body(tx, MYNYDD, third, Changed::by_nobody(after(2)))
        })
        .unwrap();
    assert_eq!(office.db.read(|c| standing_body(c, YNYS)).unwrap().body.id, third);
    assert_eq!(office.db.read(|c| standing_body(c, third)).unwrap().body.id, third);
    let circle = office.db.write(move |tx| merge_body(tx, third, YNYS, Changed::by_nobody(after(3))));
    assert!(matches!(circle, Err(StoreError::BadCommit { .. })));
    let nowhere = BodyId(Uuid::from_u128(0xFF));
    let unknown = office.db.write(move |tx| merge_body(tx, third, nowhere, Changed::by_nobody(after(3))));
    assert!(matches!(unknown, Err(StoreError::NotFound { what: "body", .. })));
}

#[test]
fn contacts_are_found_by_body_and_by_address() {
    let office = office();
    office.bodies();
    let contact = |body, name: &str| Contact {
        body,
        address: "Complaints@Shared.example".to_owned(),
        name: name.to_owned(),
        language: Language::Cy,
        role: ContactRole::LinkOfficer,
    };
    for new in [contact(YNYS, "Team"), contact(MYNYDD, "Team"), contact(YNYS, "Complaints team")] {
        office.db.write(move |tx| keep_contact(tx, &new, Changed::by(CARYS, noon()))).unwrap();
    }
    let at_ynys = office.db.read(|c| contacts(c, YNYS)).unwrap();
    assert_eq!(at_ynys.len(), 1);
    assert_eq!(at_ynys[0].name, "Complaints team");
    let with = |role| office.db.read(|c| bodies_with(c, role)).unwrap();
    assert!(with(ContactRole::LinkOfficer).contains(&YNYS));
    assert_eq!(with(ContactRole::ChiefExecutive), []);
    assert_eq!(office.db.read(|c| contacts_at(c, "complaints@shared.example")).unwrap().len(), 2);
    office.db.write(|tx| remove_contact(tx, YNYS, "complaints@SHARED.example")).unwrap();
    assert_eq!(office.db.read(|c| contacts(c, YNYS)).unwrap(), []);
}

fn new_link(n: u128, audience: Audience) -> NewLink {
    NewLink {
        id: LinkId(Uuid::from_u128(n)),
        token: Digest::of(&n.to_be_bytes()),
        case: case(1),
        audience,
        numbers: vec![RecommendationNumber(1)],
        sent_to: "complaints@ynys.example".to_owned(),
        made_at: noon(),
        ends_at: after(1000),
    }
}

#[test]
fn r11_a_link_can_be_passed_on_and_dies_with_the_one_it_came_from() {
    let office = office();
    office.bodies();
    let id = |n| LinkId(Uuid::from_u128(n));
    let colleague = |from| Audience::Colleague { body: YNYS, passed_on_by: id(from) };
    let person = PersonId(Uuid::from_u128(5));
    let all = [Audience::Body(YNYS), colleague(1), colleague(2), Audience::Complainant(person)];
    for (n, audience) in (1..).zip(all) {
        office.db.write(move |tx| keep_link(tx, &new_link(n, audience))).unwrap();
    }
    let kept = office.db.read(|c| links_of_case(c, case(1))).unwrap();
    assert_eq!(kept.iter().map(|one| one.audience).collect::<Vec<_>>(), all);
    assert_eq!(kept[1].numbers, [RecommendationNumber(1)]);

    assert_eq!(office.db.write(move |tx| revoke_link(tx, id(1), after(1))).unwrap(), 3);
    let counting: Vec<_> = office.db.read(|c| links_of_case(c, case(1))).unwrap();
    assert_eq!(
        counting.iter().map(|one| one.counts(after(2))).collect::<Vec<_>>(),
        [false, false, false, true]
    );
}

#[test]
fn a_link_tells_when_it_was_opened_and_used_first_and_when_it_ends() {
    let office = office();
    office.bodies();
    office.db.write(|tx| keep_link(tx, &new_link(1, Audience::Body(YNYS)))).unwrap();
    let id = LinkId(Uuid::from_u128(1));
    office
        .db
        .write(move |tx| -> Result<()> {
            mark_opened(tx, id, after(1))?;
            mark_opened(tx, id, after(2))?;
            mark_used(tx, id, after(3))?;
            mark_used(tx, id, after(4))
        })
        .unwrap();
    let found = office.db.read(|c| link_by_token(c, Digest::of(&1u128.to_be_bytes()))).unwrap().unwrap();
    assert_eq!((found.opened_at, found.used_at), (Some(after(1)), Some(after(3))));
    assert!(found.counts(after(999)) && !found.counts(after(1000)));
    assert_eq!(office.db.read(|c| link_by_token(c, Digest::of(b"guess"))).unwrap(), None);
    let gone = office
        .db
        .write(|tx| revoke_links_of_address(tx, case(1), "complaints@ynys.example", after(5)))
        .unwrap();
    assert_eq!(gone, 1);
    assert_eq!(office.db.read(|c| link(c, id)).unwrap().revoked_at, Some(after(5)));
}

#[test]
fn closures_come_in_order_and_can_be_put_right() {
    let office = office();
    let closed = |d, why: &str| Closure { day: day(12, d), why: Bilingual::new(why, "Ar gau") };
    for new in [closed(30, "Closed"), closed(29, "Clozed"), closed(29, "Closed")] {
        office.db.write(move |tx| keep_closure(tx, &new, Changed::by(CARYS, noon()))).unwrap();
    }
    assert_eq!(office.db.read(closures).unwrap(), [closed(29, "Closed"), closed(30, "Closed")]);
    office.db.write(|tx| remove_closure(tx, day(12, 30))).unwrap();
    assert_eq!(office.db.read(closures).unwrap(), [closed(29, "Closed")]);
}

#[test]
fn r31_every_chase_of_the_office_can_be_stopped_and_let_go_again() {
    let office = office();
    assert!(!office.db.read(chases_stopped).unwrap());
    for stopped in [true, false] {
        let changed = Changed::by(CARYS, noon());
        office.db.write(move |tx| keep_setting(tx, CHASES_STOPPED, &stopped, changed)).unwrap();
        assert_eq!(office.db.read(chases_stopped).unwrap(), stopped);
    }
}
