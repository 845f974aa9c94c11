//! Who leads, on the clock of the database; and one who was away writes nothing late.

use std::time::Duration;

use amends_store::{
    Result, StoreError,
    changed::Changed,
    nodes::{self, Lease},
    settings::{keep_setting, setting},
};
use jiff::SignedDuration;
use uuid::Uuid;

use super::ground::*;

const ONE: Uuid = Uuid::from_u128(1);
const TWO: Uuid = Uuid::from_u128(2);
const LONG: SignedDuration = SignedDuration::from_mins(5);
const LONGER: SignedDuration = SignedDuration::from_mins(10);
const OVER_AT_ONCE: SignedDuration = SignedDuration::from_millis(1);

fn take(office: &Office, holder: Uuid, length: SignedDuration) -> Option<Lease> {
    office.db.write(move |tx| nodes::take(tx, "sweep", holder, length)).unwrap()
}

#[test]
fn one_leads_until_the_lease_runs_out_or_is_given_back() {
    let office = office();
    let lease = take(&office, ONE, LONG).unwrap();
    assert_eq!(lease.epoch, 1);
    assert_eq!(take(&office, TWO, LONG), None);
    assert_eq!(take(&office, ONE, LONG).unwrap().epoch, 1, "prolonged, not changed hands");
    assert_eq!(office.db.read(|c| nodes::holder(c, "sweep")).unwrap(), Some(lease.clone()));
    office.db.write(move |tx| nodes::give_back(tx, &lease)).unwrap();
    assert_eq!(office.db.read(|c| nodes::holder(c, "sweep")).unwrap(), None);
    assert_eq!(take(&office, TWO, LONG).unwrap().epoch, 2);
}

#[test]
fn one_who_stood_still_for_longer_than_the_lease_writes_nothing_late() {
    let office = office();
    let lease = take(&office, ONE, LONG).unwrap();
    let leader = office.db.under(lease.clone());
    let keep =
        |value: i64| leader.write(move |tx| keep_setting(tx, "led", &value, Changed::by_nobody(noon())));
    keep(1).unwrap();
    let cut_short = lease.clone();
    office.db.write(move |tx| nodes::prolong(tx, &cut_short, OVER_AT_ONCE)).unwrap();
    std::thread::sleep(Duration::from_millis(20));
    // Nobody has taken over yet, and still it is too late.
    assert_eq!(keep(2), Err(StoreError::LeaseLost { name: "sweep".to_owned() }));
    assert_eq!(take(&office, TWO, LONG).unwrap().epoch, 2);
    assert_eq!(keep(3), Err(StoreError::LeaseLost { name: "sweep".to_owned() }));
    let prolonged = office.db.write(move |tx| nodes::prolong(tx, &lease, LONG));
    assert_eq!(prolonged, Err(StoreError::LeaseLost { name: "sweep".to_owned() }));
    assert_eq!(office.db.read(|c| setting::<i64>(c, "led")).unwrap(), Some(1));
}

#[test]
fn a_lease_that_is_prolonged_in_time_goes_on_under_its_epoch() {
    let office = office();
    let lease = take(&office, ONE, LONG).unwrap();
    let again = lease.clone();
    office.db.write(move |tx| nodes::prolong(tx, &again, LONGER)).unwrap();
    assert_eq!(office.db.read(|c| nodes::holder(c, "sweep")).unwrap(), Some(lease.clone()));
    assert_eq!(take(&office, TWO, LONG), None);
    office.db.under(lease).write(|tx| keep_setting(tx, "led", &1, Changed::by_nobody(noon()))).unwrap();
}

#[test]
fn each_node_is_known_with_its_program() {
    let office = office();
    office
        .db
        .write(|tx| -> Result<()> {
            nodes::heard_of(tx, ONE, "web-1", "0.1.0")?;
            nodes::heard_of(tx, TWO, "work-1", "0.2.0")?;
            nodes::heard_of(tx, ONE, "web-1", "0.1.0")
        })
        .unwrap();
    let known = office.db.read(nodes::nodes).unwrap();
    let seen: Vec<_> = known.iter().map(|node| (node.name.as_str(), node.program.as_str())).collect();
    assert_eq!(seen, [("web-1", "0.1.0"), ("work-1", "0.2.0")]);
    office.db.write(|tx| nodes::gone(tx, ONE)).unwrap();
    assert_eq!(office.db.read(nodes::nodes).unwrap().len(), 1);
    let lease = take(&office, TWO, LONG).unwrap();
    assert_eq!(office.db.read(nodes::leases).unwrap(), [lease]);
}
