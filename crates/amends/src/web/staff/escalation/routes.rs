//! Every route of the office's law for a body, each with its facts, and which of them may be chosen.

use amends_core::{
    actor::StaffRole,
    escalation::{self, RouteSeen},
    id::{BodyId, RecommendationNumber},
    profile::{Obligation, Profile},
};
use serde::Serialize;

use super::super::{
    grounds::{self, FactShown},
    matter::Matter,
    shown::{Choice, told},
};
use crate::office::{ActError, Office};

/// A route as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RouteShown {
    title: String,
    instrument: String,
    citation: String,
    obligation: String,
    by: String,
    open: bool,
    standing: String,
    facts: Vec<FactShown>,
}

/// What the office calls a role.
pub(super) fn role(profile: &Profile, role: StaffRole, matter: &Matter) -> String {
    let roles = &profile.roles;
    let name = match role {
        StaffRole::Caseworker => &roles.caseworker,
        StaffRole::Coordinator => &roles.coordinator,
        StaffRole::Manager => &roles.manager,
        StaffRole::Ombudsman => &roles.ombudsman,
        StaffRole::Administrator => return matter.t("cli-role-administrator"),
    };
    name.get(matter.language).to_owned()
}

/// The routes for a body today.
pub(super) fn of(office: &Office, matter: &Matter, body: BodyId) -> Result<Vec<RouteSeen>, ActError> {
    let profile = office.profile_of(&matter.case)?;
    Ok(escalation::routes(&matter.case, profile, office.calendar(), body, matter.today))
}

/// The routes that may be chosen: every fact is there, and nothing has followed on them yet.
pub(super) fn choices(matter: &Matter, profile: &Profile, routes: &[RouteSeen]) -> Vec<Choice> {
    let open = routes.iter().filter(|route| route.all_present() && route.followed_by.is_none());
    open.map(|route| {
        let name = grounds::instrument_name(profile, route.instrument, matter.language);
        let what = route.what.get(matter.language);
        Choice {
            hint: what.to_owned(),
            ..Choice::new(route.ground.to_string(), format!("{name} – {}", route.citation))
        }
    })
    .collect()
}

/// A route in words.
pub(super) fn shown(
    matter: &Matter,
    profile: &Profile,
    route: &RouteSeen,
    number: RecommendationNumber,
) -> RouteShown {
    let language = matter.language;
    let standing = match (route.followed_by, route.missing(), route.waits_until) {
        (Some(number), _, _) => told(language, "route-followed", [("number", &number.to_string())]),
        (None, Some(fact), _) => {
            told(language, "route-missing", [("fact", &matter.t(&format!("fact-{}", fact.fact.code())))])
        }
        (None, None, Some(until)) => told(language, "route-waits", [("date", &matter.date(until))]),
        (None, None, None) => matter.t("route-open"),
    };
    RouteShown {
        title: route.what.get(language).to_owned(),
        instrument: grounds::instrument_name(profile, route.instrument, language),
        citation: route.citation.clone(),
        obligation: matter.t(match route.obligation {
            Obligation::May => "route-may",
            Obligation::Must => "route-must",
        }),
        by: role(profile, route.decided_by, matter),
        open: route.is_open(),
        standing,
        facts: route
            .facts
            .iter()
            .map(|fact| grounds::fact(matter, *fact, Some(number), route.after))
            .collect(),
    }
}
