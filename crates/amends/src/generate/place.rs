//! The register and the staff of an invented office of any size.

use amends_core::{
    actor::StaffRole,
    body::{Body, BodyKind, ContactRole, Freeze, OverTime},
    id::{BodyId, StaffId},
    text::{Bilingual, Language},
};
use amends_store::{
    changed::Changed,
    people::{BodyRecord, Contact, Staff, keep_body, keep_contact, keep_staff},
};
use jiff::{ToSpan as _, civil::Date};

use super::{Load, Plan, entered};
use crate::{
    clock::Chance,
    demo::{
        bodies::address,
        chance::Dice,
        details::{self, Details},
        wordings::{FAMILY, FIRST},
        world::{self, Person, World},
    },
    office::{ActError, Fault, Office},
};

/// So many rows of the register are kept in one transaction.
const TOGETHER: usize = 2_000;

/// What the lives of the cases draw on, kept in the office.
///
/// # Errors
/// Where the memory or the disk fails.
pub(super) fn world<'a>(office: &'a Office, plan: &Plan) -> Result<World<'a>, ActError> {
    let staff = hire(office, plan.size.staff)?;
    let missing = || Fault::Broken("an office without a manager".to_owned());
    let of = |role: StaffRole| staff.iter().filter(move |person| person.role == role).cloned();
    let bodies = register(office, plan)?;
    Ok(World {
        office,
        dice: Dice(Chance::seeded(plan.seed)),
        places: world::places(&bodies),
        bodies,
        caseworkers: of(StaffRole::Caseworker).collect(),
        manager: of(StaffRole::Manager).next().ok_or_else(missing)?,
        ombudsman: of(StaffRole::Ombudsman).next().ok_or_else(missing)?,
        files: world::files(office)?,
        today: plan.today,
        details: Some(Details),
        busy_first: true,
    })
}

/// The role of the member of staff with this number: one ombudsman, and of every ten a manager and a coordinator.
fn role(number: u32) -> StaffRole {
    match (number, number % 10) {
        (0, _) => StaffRole::Ombudsman,
        (_, 1) => StaffRole::Manager,
        (_, 2) => StaffRole::Coordinator,
        _ => StaffRole::Caseworker,
    }
}

fn hire(office: &Office, count: u32) -> Result<Vec<Person>, ActError> {
    let mut staff = Vec::new();
    for number in 0..count {
        let pick = |of: &[&'static str], step: u32| {
            let place = usize::try_from(number / step).unwrap_or_default() % of.len();
            of.get(place).copied().unwrap_or_default()
        };
        let (first, family) = (pick(&FIRST, 1), pick(&FAMILY, 16));
        staff.push(Staff {
            id: StaffId(office.fresh_id()?),
            email: format!("staff{number}@office.example"),
            name: format!("{first} {family}"),
            role: role(number),
            language: if number % 4 == 3 { Language::Cy } else { Language::En },
            disabled: false,
        });
    }
    let people = staff.iter().map(|one| Person { staff: one.id, role: one.role, key: "" }).collect();
    for some in staff.chunks(TOGETHER) {
        let (some, changed) = (some.to_vec(), entered(office));
        office.db().write(move |tx| some.iter().try_for_each(|one| keep_staff(tx, one, changed)))?;
    }
    Ok(people)
}

/// The sort of the body with this number: of twenty, nine provide care and five let homes.
fn kind(number: u32) -> BodyKind {
    match number % 20 {
        0 | 9 => BodyKind::Council,
        1 => BodyKind::HealthBoard,
        2..=6 => BodyKind::Landlord,
        7 | 8 | 10 => BodyKind::Other,
        _ => BodyKind::CareProvider,
    }
}

fn name(number: u32) -> (String, Bilingual) {
    let number_in_all = usize::try_from(number).unwrap_or_default();
    let place = details::place(number_in_all);
    let again = match number_in_all / details::PLACES {
        0 => String::new(),
        round => format!(" {}", round + 1),
    };
    let name = match kind(number) {
        BodyKind::Council => {
            Bilingual::new(format!("{place} Council{again}"), format!("Cyngor {place}{again}"))
        }
        BodyKind::HealthBoard => {
            Bilingual::new(format!("{place} Health Board{again}"), format!("Bwrdd Iechyd {place}{again}"))
        }
        BodyKind::Landlord => {
            Bilingual::new(format!("{place} Housing{again}"), format!("Tai {place}{again}"))
        }
        BodyKind::CareProvider => {
            Bilingual::new(format!("{place} Care{again}"), format!("Gofal {place}{again}"))
        }
        BodyKind::WelshGovernment | BodyKind::SeneddCommission | BodyKind::Other => {
            Bilingual::new(format!("{place} School{again}"), format!("Ysgol {place}{again}"))
        }
    };
    let slug: String = name
        .en
        .to_lowercase()
        .chars()
        .map(|one| if one.is_ascii_alphanumeric() { one } else { '-' })
        .collect();
    (slug, name)
}

/// A notice of five months ago, of which nobody knows yet how long it will hold.
fn frozen(today: Date) -> Freeze {
    let from = today.saturating_sub(5.months());
    Freeze { from, until: None, notice: format!("s.114 ({from})") }
}

fn register(office: &Office, plan: &Plan) -> Result<Vec<BodyRecord>, ActError> {
    let mut bodies = Vec::new();
    for number in 0..plan.size.bodies {
        let (slug, name) = name(number);
        let body = Body {
            id: BodyId(office.fresh_id()?),
            name,
            kind: kind(number),
            language: if number % 5 == 2 { Language::Cy } else { Language::En },
            merged_into: None,
            chases_stopped: false,
            undeliverable: plan.load == Load::History && number % 500 == 307,
            over_time: OverTime {
                freezes: (number % 200 == 60).then(|| frozen(plan.today)).into_iter().collect(),
                ..OverTime::default()
            },
        };
        bodies.push(BodyRecord { body, slug });
    }
    for some in bodies.chunks(TOGETHER) {
        let (some, changed) = (some.to_vec(), entered(office));
        office.db().write(move |tx| some.iter().try_for_each(|record| keep(tx, record, changed)))?;
    }
    Ok(bodies)
}

/// Keeps a body with a link officer, and a chief executive for most.
fn keep(
    tx: &amends_store::db::Tx<'_>,
    record: &BodyRecord,
    changed: Changed,
) -> Result<(), amends_store::error::StoreError> {
    keep_body(tx, record, changed)?;
    let contact = Contact {
        body: record.body.id,
        address: address(record),
        name: record.body.name.get(record.body.language).to_owned(),
        language: record.body.language,
        role: ContactRole::LinkOfficer,
    };
    keep_contact(tx, &contact, changed)?;
    if record.slug.len().is_multiple_of(29) {
        return Ok(());
    }
    let address = format!("chief.executive@{}.example", record.slug);
    let name = crate::i18n::t(record.body.language, "contact-role-chief_executive");
    keep_contact(tx, &Contact { address, name, role: ContactRole::ChiefExecutive, ..contact }, changed)
}
