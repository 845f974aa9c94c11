//! Where, when and in what service things happened: the words by which one of very many cases differs from the next.

use amends_core::text::Language;

use super::chance::Dice;
use crate::office::ActError;

/// Services, in English and Welsh.
const SERVICES: [(&str, &str); 32] = [
    ("adult social care", "gofal cymdeithasol i oedolion"),
    ("allotments", "rhandiroedd"),
    ("ambulance transport", "cludiant ambiwlans"),
    ("antenatal clinic", "clinig cynenedigol"),
    ("benefits and council tax", "budd-daliadau a'r dreth gyngor"),
    ("building control", "rheolaeth adeiladu"),
    ("burial grounds", "mynwentydd"),
    ("children's services", "gwasanaethau plant"),
    ("continuing healthcare", "gofal iechyd parhaus"),
    ("dental access", "mynediad at ddeintydd"),
    ("dermatology referrals", "atgyfeiriadau dermatoleg"),
    ("emergency department", "adran achosion brys"),
    ("environmental health", "iechyd yr amgylchedd"),
    ("footpaths and bridleways", "llwybrau troed a llwybrau ceffylau"),
    ("gas safety visits", "ymweliadau diogelwch nwy"),
    ("heating and boilers", "gwres a boeleri"),
    ("highways drainage", "draenio priffyrdd"),
    ("home adaptations", "addasiadau i'r cartref"),
    ("homelessness advice", "cyngor ar ddigartrefedd"),
    ("learning disability nursing", "nyrsio anabledd dysgu"),
    ("mental health crisis team", "tîm argyfwng iechyd meddwl"),
    ("mould and damp repairs", "atgyweirio llwydni a lleithder"),
    ("noise complaints", "cwynion am sŵn"),
    ("orthopaedic surgery", "llawfeddygaeth orthopedig"),
    ("parking permits", "trwyddedau parcio"),
    ("planning enforcement", "gorfodi cynllunio"),
    ("refuse and recycling", "sbwriel ac ailgylchu"),
    ("rent accounts", "cyfrifon rhent"),
    ("residential care charges", "taliadau gofal preswyl"),
    ("school transport", "cludiant i'r ysgol"),
    ("special educational needs", "anghenion addysgol arbennig"),
    ("tree preservation", "cadw coed"),
];

/// Months, in English and Welsh.
const MONTHS: [(&str, &str); 12] = [
    ("January", "Ionawr"),
    ("February", "Chwefror"),
    ("March", "Mawrth"),
    ("April", "Ebrill"),
    ("May", "Mai"),
    ("June", "Mehefin"),
    ("July", "Gorffennaf"),
    ("August", "Awst"),
    ("September", "Medi"),
    ("October", "Hydref"),
    ("November", "Tachwedd"),
    ("December", "Rhagfyr"),
];

/// The beginnings and ends of which places are named.
const BEGINNINGS: [&str; 24] = [
    "Aber", "Allt", "Blaen", "Bryn", "Caer", "Cefn", "Coed", "Cwm", "Din", "Glan", "Llan", "Llwyn", "Maes",
    "Min", "Nant", "Pant", "Pen", "Pont", "Porth", "Rhos", "Rhyd", "Tal", "Tre", "Ynys",
];
const ENDS: [&str; 24] = [
    "afan", "arth", "bedw", "celyn", "cerrig", "ddewi", "eithin", "enfys", "fedwen", "felin", "garreg",
    "gelli", "gors", "grug", "helyg", "hesg", "llyn", "mawr", "mor", "onnen", "teg", "wen", "wern", "ysgol",
];
const QUARTERS: [&str; 16] = [
    "", " Isaf", " Uchaf", " Ganol", " Newydd", " Fach", " Fawr", " Ddu", " Wen", " Goch", " Las", " Hir",
    " Deg", " Bella", " Hen", " Lwyd",
];

/// How many names of places there are.
pub const PLACES: usize = BEGINNINGS.len() * ENDS.len() * QUARTERS.len();

/// The name of a place by its number; names come again after [`PLACES`].
pub fn place(number: usize) -> String {
    // Numbers near each other give names that are not: the eye takes a list in better.
    let mixed = (number % PLACES) * 5_003 % PLACES;
    let begin = BEGINNINGS.get(mixed % BEGINNINGS.len()).copied().unwrap_or_default();
    let rest = mixed / BEGINNINGS.len();
    let end = ENDS.get(rest % ENDS.len()).copied().unwrap_or_default();
    let quarter = QUARTERS.get(rest / ENDS.len()).copied().unwrap_or_default();
    format!("{begin}{end}{quarter}")
}

/// Draws where and when things were.
#[derive(Debug, Clone, Copy, Default)]
pub struct Details;

impl Details {
    /// A sentence about it.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn draw(&self, dice: &Dice, language: Language) -> Result<String, ActError> {
        let services = u32::try_from(SERVICES.len()).unwrap_or(u32::MAX);
        // The lesser of two draws: some services come up time and again, others seldom.
        let service = dice.below(services)?.min(dice.below(services)?);
        let service = usize::try_from(service).ok().and_then(|place| SERVICES.get(place));
        let (service, month) = (service.copied().unwrap_or_default(), dice.one(&MONTHS)?.copied());
        let (month, year) = (month.unwrap_or_default(), dice.between(2015, 2026)?);
        let place =
            place(usize::try_from(dice.below(u32::try_from(PLACES).unwrap_or(u32::MAX))?).unwrap_or(0));
        let visits = dice.between(2, 9)?;
        Ok(match language {
            Language::En => {
                let (service, month) = (service.0, month.0);
                format!("It was about {service} ({place}), after {visits} contacts since {month} {year}.")
            }
            Language::Cy => {
                let (service, month) = (service.1, month.1);
                format!(
                    "Y gwasanaeth oedd {service} ({place}), a bu cysylltu {visits} gwaith ers {month} {year}."
                )
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::clock::Chance;

    #[test]
    fn no_two_places_have_one_name_before_the_names_come_again() {
        let names: BTreeSet<String> = (0..PLACES).map(place).collect();
        assert_eq!(names.len(), PLACES);
        assert_eq!(place(PLACES), place(0));
    }

    #[test]
    fn the_same_seed_draws_the_same_words() {
        let draw = |language| Details.draw(&Dice(Chance::seeded(7)), language).unwrap();
        assert_eq!(draw(Language::En), draw(Language::En));
        assert_ne!(draw(Language::En), draw(Language::Cy));
    }
}
