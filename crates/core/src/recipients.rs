//! Who must, may and must not have a copy of an instrument, and which identifiers stand in a version that should not
//! (PSOW Act 2019 ss.23(2), 23(7)–(8), 28(9)–(10); LGA 1974 ss.30(1D), 30(3), 34H).

mod version;

use serde::Serialize;

use crate::{
    body::Body,
    case::Case,
    id::BodyId,
    instrument::{Addressee, Instrument, InstrumentNumber},
    issued::DECISION,
    profile::Profile,
};

pub use version::{Found, Identifier, IdentifierKind, Version, identifiers};

/// Whether somebody gets a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Copy {
    /// Must have one.
    Must,
    /// May have one.
    May,
    /// Must not.
    MustNot,
}

/// One recipient, or one kind of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RecipientSeen {
    /// Who.
    pub addressee: Addressee,
    /// Which body, where it is one.
    pub body: Option<BodyId>,
    /// Must, may or must not.
    pub copy: Copy,
}

/// The recipients of an instrument about one body. `after` is what it follows: whoever had that, has this
/// (PSOW Act 2019 s.28(9)).
pub fn recipients(
    case: &Case,
    profile: &Profile,
    bodies: &[Body],
    instrument: Instrument,
    after: Option<InstrumentNumber>,
    body: BodyId,
) -> Vec<RecipientSeen> {
    let mut all = Vec::new();
    let Some(rule) = profile.instrument(instrument) else { return all };
    let kinds = [
        (&rule.must_receive, Copy::Must),
        (&rule.may_receive, Copy::May),
        (&rule.must_not_receive, Copy::MustNot),
    ];
    for (addressees, copy) in kinds {
        for addressee in addressees {
            for found in expanded(case, profile, bodies, (instrument, after), body, *addressee) {
                let one = RecipientSeen { addressee: found.0, body: found.1, copy };
                let known =
                    |other: &RecipientSeen| other.addressee == one.addressee && other.body == one.body;
                if !all.iter().any(known) {
                    all.push(one);
                }
            }
        }
    }
    all
}

/// Who an addressee of the rule is in this case: nobody, one, or everyone who had the first.
fn expanded(
    case: &Case,
    profile: &Profile,
    bodies: &[Body],
    (instrument, after): (Instrument, Option<InstrumentNumber>),
    body: BodyId,
    addressee: Addressee,
) -> Vec<(Addressee, Option<BodyId>)> {
    match addressee {
        Addressee::Complainant if !case.has_complainant_to_ask() => Vec::new(),
        Addressee::Body => vec![(addressee, Some(body))],
        Addressee::ContractingHealthBody => {
            let contracted = case.contracting_bodies.iter().filter(|one| one.provider == body);
            contracted.map(|one| (addressee, Some(one.health_body))).collect()
        }
        Addressee::FirstMinister => {
            let kind = bodies.iter().find(|one| one.id == body).map(|one| one.kind);
            let spared = profile
                .instrument(instrument)
                .is_some_and(|rule| kind.is_some_and(|kind| rule.first_minister_unless.contains(&kind)));
            if spared { Vec::new() } else { vec![(addressee, None)] }
        }
        // Only a ground under the public route brings in everyone of the first: what follows an early resolution or the
        // alternative route goes to the complainant and the body, who stand in the rule themselves.
        Addressee::EveryoneOfTheFirst => {
            let first = after.and_then(|number| case.issued(number));
            let Some(first) = first.filter(|first| first.instrument != instrument) else { return Vec::new() };
            let had = recipients(
                case,
                profile,
                bodies,
                first.instrument,
                first.after.filter(|n| *n != DECISION),
                body,
            );
            had.into_iter()
                .filter(|one| one.copy == Copy::Must)
                .map(|one| (one.addressee, one.body))
                .collect()
        }
        Addressee::Complainant
        | Addressee::Referrer
        | Addressee::PersonIdentified
        | Addressee::WelshMinisters
        | Addressee::ScottishMinisters
        | Addressee::CareRegulator
        | Addressee::InterestedAuthority
        | Addressee::MemberOfParliament
        | Addressee::MonitoringOfficer
        | Addressee::Others
        | Addressee::Public => vec![(addressee, None)],
    }
}
