//! S: one body does one act, and it is said which.

pub(super) mod concrete_verb;
pub(super) mod one_act;
pub(super) mod one_actor;

/// English words for a body or an officer who can act for it.
#[rustfmt::skip]
const EN_ORGANISATIONS: [&str; 33] = [
    "academy", "agency", "association", "authority", "board", "body", "cabinet", "centre", "charity",
    "college", "commission", "committee", "company", "contractor", "council", "department", "director",
    "executive", "home", "hospital", "landlord", "manager", "ministry", "officer", "organisation",
    "practice", "provider", "school", "service", "society", "surgery", "trust", "university",
];
/// Welsh words for the same, as radicals.
#[rustfmt::skip]
const CY_ORGANISATIONS: [&str; 28] = [
    "adran", "asiantaeth", "awdurdod", "bwrdd", "canolfan", "cartref", "coleg", "comisiwn", "contractwr",
    "corff", "cwmni", "cyfarwyddwr", "cymdeithas", "cyngor", "darparwr", "elusen", "gwasanaeth",
    "gweithredwr", "landlord", "meddygfa", "practis", "prifysgol", "pwyllgor", "rheolwr", "swyddog",
    "ymddiriedolaeth", "ysbyty", "ysgol",
];

/// Does this folded word name a body, or an officer of one?
pub(super) fn is_organisation(folded: &str) -> bool {
    EN_ORGANISATIONS.binary_search(&folded).is_ok()
        || super::welsh::in_table(&CY_ORGANISATIONS, folded).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(EN_ORGANISATIONS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(CY_ORGANISATIONS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_organisation("council") && is_organisation("gyngor") && !is_organisation("roof"));
    }
}
