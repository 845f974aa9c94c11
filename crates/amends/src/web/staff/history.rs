//! What happened to a case, each line in its reader's language: for the timeline, and for whoever wrote while others changed it.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use amends_core::{
    actor::Actor,
    case::Case,
    id::StaffId,
    profile::Profile,
    text::Language,
    timeline::{self, TimelineEntry, Viewer},
};
use amends_store::ledger::Recorded;
use serde::Serialize;

use crate::{
    i18n::{self, Args},
    office::{ActError, Office, directory::Directory},
};

/// One thing that happened, as the component `timeline` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Happened {
    /// The number of its entry in the record.
    pub seq: u32,
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
    // Looked up once: a few people do most of what happens in a case.
    let acted: HashSet<StaffId> = history.iter().filter_map(|recorded| by_staff(&recorded.actor)).collect();
    let (directory, staff) = office.see(|sight| Ok::<_, ActError>((sight.directory()?, sight.staff()?)))?;
    let acted = staff.iter().filter(|one| acted.contains(&one.id));
    let names = Names {
        directory,
        staff: acted.map(|one| (one.id, one.name.clone())).collect(),
        profile: office.profile_of(case)?,
        case,
        language,
    };
    let mut lines = Vec::new();
    for recorded in history {
        let at = office.clock().local(recorded.recorded_at);
        let event = std::iter::once((at.date(), &recorded.event));
        lines.extend(timeline::entries(case, event, viewer).into_iter().map(|entry| Happened {
            seq: recorded.seq,
            title: names.title(&entry),
            by: if viewer == Viewer::Staff { names.who(&recorded.actor) } else { String::new() },
            at: at.strftime("%Y-%m-%dT%H:%M").to_string(),
            text: entry.words.map(|words| words.as_str().to_owned()).unwrap_or_default(),
        }));
    }
    Ok(lines)
}

/// Entries of the record, each with its day, its sentence and what was written at the time, for the office's own readers.
///
/// # Errors
/// Where the memory fails.
pub fn told_of(
    office: &Office,
    case: &Case,
    entries: &[TimelineEntry],
    language: Language,
) -> Result<Vec<(jiff::civil::Date, String, String)>, ActError> {
    let names = Names {
        directory: office.directory()?,
        staff: HashMap::new(),
        profile: office.profile_of(case)?,
        case,
        language,
    };
    let told = |entry: &TimelineEntry| {
        let words = entry.words.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default();
        (entry.on, names.title(entry), words)
    };
    Ok(entries.iter().map(told).collect())
}

/// Which member of staff did it, if one did.
fn by_staff(actor: &Actor) -> Option<StaffId> {
    if let Actor::Staff { staff, .. } = actor { Some(*staff) } else { None }
}

struct Names<'a> {
    directory: Arc<Directory>,
    staff: HashMap<StaffId, String>,
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
            args.set("body", self.body_then(body, entry.on));
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
                ("code", ..) => args.set("code", self.handling(value)),
                ("conclusion", ..) => {
                    args.set("conclusion", i18n::t(self.language, &format!("conclusion-{value}")));
                }
                (name, ..) => args.set(name, value.clone()),
            }
        }
        i18n::tr(self.language, entry.key, &args)
    }

    /// What a body was called on that day: what was written then keeps that name (E14).
    fn body_then(&self, id: amends_core::id::BodyId, on: jiff::civil::Date) -> String {
        self.directory.get(id).map_or_else(
            || self.directory.name(id, self.language),
            |record| record.body.name_on(on).get(self.language).to_owned(),
        )
    }

    /// What the office calls a step of its ladder of chases.
    fn step(&self, id: &str) -> String {
        let step = self.profile.chase.iter().find(|step| step.id == id);
        step.map_or_else(|| id.to_owned(), |step| step.name.get(self.language).to_owned())
    }

    /// What the office calls a code of how a body deals with it.
    fn handling(&self, id: &str) -> String {
        let rule = self.profile.handling.iter().find(|rule| rule.id == id);
        rule.map_or_else(|| id.to_owned(), |rule| rule.what.get(self.language).to_owned())
    }

    fn who(&self, actor: &Actor) -> String {
        match actor {
            Actor::Staff { staff, .. } => {
                let name = self.staff.get(staff).cloned();
                name.unwrap_or_else(|| i18n::t(self.language, "staff-member-unknown"))
            }
            Actor::LinkOfficer { body, .. } | Actor::Colleague { body, .. } => {
                self.directory.name(*body, self.language)
            }
            Actor::Complainant { .. } => i18n::t(self.language, "who-complainant"),
            Actor::System => i18n::t(self.language, "who-system"),
        }
    }
}
