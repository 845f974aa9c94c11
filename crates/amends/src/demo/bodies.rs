//! The bodies of the demonstration: invented places, named in both languages.

use amends_core::{
    body::{Body, BodyKind, ContactRole, Freeze, OverTime},
    id::{BodyId, StaffId},
    text::{Bilingual, Language},
};
use amends_store::{
    changed::Changed,
    people::{BodyRecord, Contact, keep_body, keep_contact},
};
use jiff::{ToSpan as _, civil::Date};

use crate::office::{ActError, Office};

const COUNCILS: [&str; 22] = [
    "Ynys",
    "Aberlas",
    "Bryncoed",
    "Cwmteg",
    "Dyffryn Gwyn",
    "Eryl",
    "Ffynnon",
    "Glanmor",
    "Hafren Isaf",
    "Llanfawr",
    "Maesglas",
    "Nantgoch",
    "Penrhos",
    "Rhosfach",
    "Tal-y-coed",
    "Trefwen",
    "Uwchafon",
    "Y Foel",
    "Corsddu",
    "Morfa Hir",
    "Gelli Las",
    "Pontarwen",
];
const HEALTH: [&str; 7] =
    ["Afon Wen", "Bannau", "Cefn Gwlad", "Glan y Don", "Hafan Deg", "Maes y Môr", "Tir Canol"];
const HOUSING: [&str; 12] = [
    "Cartrefi Glas",
    "Tai Teg",
    "Brynmor",
    "Llety",
    "Tai Afon",
    "Hendre",
    "Cartrefi Canol",
    "Tai'r Bont",
    "Gwalia Newydd",
    "Tai Eithin",
    "Annedd",
    "Tai Derwen",
];
const CARE: [&str; 7] = [
    "Hafod Care",
    "Gofal Mair",
    "Bryn Hyfryd Care",
    "Llys Care",
    "Gofal Dewi",
    "Meadow View Care",
    "Angor Care",
];

/// The council whose link officer is Nia.
pub const YNYS: usize = 0;
/// The council that froze its spending.
pub const FROZEN: usize = 5;
/// The landlord that was merged into the next.
pub const MERGED: usize = 31;
/// Bodies whose letters come back.
pub const BOUNCING: [usize; 2] = [9, 26];

/// All 48, in order.
pub fn make(today: Date, id: impl Fn() -> Result<uuid::Uuid, ActError>) -> Result<Vec<BodyRecord>, ActError> {
    let councils =
        COUNCILS.iter().map(|name| (BodyKind::Council, format!("{name} Council"), format!("Cyngor {name}")));
    let health = HEALTH.iter().map(|name| {
        (
            BodyKind::HealthBoard,
            format!("{name} University Health Board"),
            format!("Bwrdd Iechyd Prifysgol {name}"),
        )
    });
    let housing = HOUSING.iter().map(|name| {
        (BodyKind::Landlord, format!("{name} Housing Association"), format!("Cymdeithas Dai {name}"))
    });
    let care = CARE.iter().map(|name| (BodyKind::CareProvider, format!("{name} Ltd"), format!("{name} Cyf")));
    let mut all = Vec::new();
    for (place, (kind, en, cy)) in councils.chain(health).chain(housing).chain(care).enumerate() {
        let slug: String = en
            .to_lowercase()
            .replace(['ô', 'ŵ', 'ŷ', '\''], "o")
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
            .collect();
        let body = Body {
            id: BodyId(id()?),
            name: Bilingual::new(en, cy),
            kind,
            language: if place % 5 == 2 { Language::Cy } else { Language::En },
            merged_into: None,
            chases_stopped: false,
            undeliverable: BOUNCING.contains(&place),
            over_time: OverTime {
                freezes: (place == FROZEN).then(|| frozen(today)).into_iter().collect(),
                ..OverTime::default()
            },
        };
        all.push(BodyRecord { body, slug });
    }
    let successor = all.get(MERGED + 1).map(|record| record.body.id);
    if let Some(merged) = all.get_mut(MERGED) {
        merged.body.merged_into = successor;
    }
    Ok(all)
}

/// A notice of five months ago, of which nobody knows yet how long it will hold.
fn frozen(today: Date) -> Freeze {
    let from = today.saturating_sub(5.months());
    Freeze { from, until: None, notice: format!("s.114 ({from})") }
}

/// The address of a body's link officers.
pub fn address(record: &BodyRecord) -> String {
    format!("ombudsman@{}.example", record.slug)
}

/// Keeps the bodies, with a link officer for each and a chief executive for most.
pub fn keep(office: &Office, bodies: &[BodyRecord], by: StaffId) -> Result<(), ActError> {
    let changed = Changed::by(by, office.clock().now());
    let mut bodies = bodies.to_vec();
    // A body that was merged names its successor, which must be there first.
    bodies.sort_by_key(|record| record.body.merged_into.is_some());
    Ok(office.db().write(move |tx| {
        for record in &bodies {
            keep_body(tx, record, changed)?;
            let contact = Contact {
                body: record.body.id,
                address: address(record),
                name: record.body.name.get(record.body.language).to_owned(),
                language: record.body.language,
                role: ContactRole::LinkOfficer,
            };
            keep_contact(tx, &contact, changed)?;
            if record.slug.len() % 7 != 0 {
                let address = format!("chief.executive@{}.example", record.slug);
                let name = crate::i18n::t(record.body.language, "contact-role-chief_executive");
                let role = ContactRole::ChiefExecutive;
                keep_contact(tx, &Contact { address, name, role, ..contact }, changed)?;
            }
        }
        Ok::<_, amends_store::error::StoreError>(())
    })?)
}
