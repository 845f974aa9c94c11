//! What happened to a case, each line in its reader's language: for the timeline, and for whoever wrote while others changed it.

use amends_core::{
    actor::Actor,
    case::Case,
    profile::Profile,
    text::Language,
    timeline::{self, TimelineEntry, Viewer},
};
use amends_store::{
    ledger::Recorded,
    people::{BodyRecord, Staff as Member},
};
use serde::Serialize;

use super::shown::{body_name, staff_name};
use crate::{
    i18n::{self, Args},
    office::{ActError, Office},
};

/// One thing that happened, as the component `timeline` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Happened {
    /// What, in a short sentence.
    pub title: String,
    /// Who did it; empty for readers outside the office.
    pub by: String,
    /// When the office recorded it, where the office is.
    pub at: String,
    /// What was said, where the reader may read it.
    pub text: String,
}

/// What happened, in the order of the record, as one reader may read it.
///
/// # Errors
/// Where the memory fails.
pub fn happened(
    office: &Office,
    case: &Case,
    history: &[Recorded],
    viewer: Viewer,
    language: Language,
) -> Result<Vec<Happened>, ActError> {
    let names = Names {
        bodies: office.all_bodies()?,
        staff: office.staff()?,
        profile: office.profile(&case.profile)?,
        case,
        language,
    };
    let mut lines = Vec::new();
    for recorded in history {
        let at = office.clock().local(recorded.recorded_at);
        let event = std::iter::once((at.date(), &recorded.event));
        lines.extend(timeline::entries(case, event, viewer).into_iter().map(|entry| Happened {
            title: names.title(&entry),
            by: if viewer == Viewer::Staff { names.who(&recorded.actor) } else { String::new() },
            at: at.strftime("%Y-%m-%dT%H:%M").to_string(),
            text: entry.words.map(|words| words.as_str().to_owned()).unwrap_or_default(),
        }));
    }
    Ok(lines)
}

struct Names<'a> {
    bodies: Vec<BodyRecord>,
    staff: Vec<Member>,
    profile: &'a Profile,
    case: &'a Case,
    language: Language,
}

impl Names<'_> {
    fn title(&self, entry: &TimelineEntry) -> String {
        let mut args = Args::new();
        let references: Vec<String> =
            entry.numbers.iter().map(|number| self.case.reference.recommendation(*number)).collect();
        args.set("reference", references.join(", "));
        if let Some(body) = entry.body {
            args.set("body", body_name(&self.bodies, body, self.language));
        }
        if let Some(letter) = entry.letter {
            args.set("letter", i18n::t(self.language, &format!("letter-{}", letter.code())));
        }
        for (name, value) in &entry.args {
            match (*name, value.parse::<jiff::civil::Date>(), value.parse::<i64>()) {
                (name, Ok(date), _) => args.set(name, i18n::date(self.language, date)),
                (name, _, Ok(number)) => args.set(name, number),
                ("check", ..) => {
                    args.set("check", i18n::t(self.language, &format!("check-{}", value.replace('-', "_"))));
                }
                ("step", ..) => args.set("step", self.step(value)),
                (name, ..) => args.set(name, value.clone()),
            }
        }
        i18n::tr(self.language, entry.key, &args)
    }

    /// What the office calls a step of its ladder of chases.
    fn step(&self, id: &str) -> String {
        let step = self.profile.chase.iter().find(|step| step.id == id);
        step.map_or_else(|| id.to_owned(), |step| step.name.get(self.language).to_owned())
    }

    fn who(&self, actor: &Actor) -> String {
        match actor {
            Actor::Staff { staff, .. } => staff_name(&self.staff, *staff, self.language),
            Actor::LinkOfficer { body, .. } | Actor::Colleague { body, .. } => {
                body_name(&self.bodies, *body, self.language)
            }
            Actor::Complainant { .. } => i18n::t(self.language, "who-complainant"),
            Actor::System => i18n::t(self.language, "who-system"),
        }
    }
}
