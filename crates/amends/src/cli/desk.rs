//! The way to the office's door: opens the office, says who acts, finds what a reference means.

use std::sync::Arc;

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    id::{BodyId, RecommendationNumber},
    recommendation::Recommendation,
};
use amends_store::{
    Db, Options,
    people::{self, BodyRecord, Staff},
};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
};
use crate::{
    clock::Chance,
    office::{Ask, Loaded, Office, Sealer},
};

/// Who acts, by the address they sign in with.
#[derive(Debug, clap::Args)]
pub(super) struct Who {
    #[arg(long = "as", value_name = "EMAIL", env = "AMENDS_AS", hide_env = true)]
    who: String,
}

/// The office with somebody at its door.
pub(super) struct Desk {
    pub(super) office: Office,
    pub(super) staff: Staff,
    actor: Actor,
    pub(super) seal: Sealer,
}

impl Call {
    /// Whether there is an office where the configuration says.
    pub(super) fn has_office(&self) -> Outcome<bool> {
        let storage = self.config()?.storage;
        let options = Options { accept_unsafe_server: storage.accept_unsafe_server, ..Options::default() };
        Ok(Db::is_made(&storage.database_place()?, &options)?)
    }

    /// The office there is.
    pub(super) fn office(&self) -> Outcome<Office> {
        if !self.has_office()? {
            let values = [("folder", self.config()?.storage.data_dir.display().to_string().into())];
            return Err(Failure::new(Exit::Failed, "cli-no-office", values));
        }
        self.office_or_new()
    }

    /// The office there is, or a new one.
    pub(super) fn office_or_new(&self) -> Outcome<Office> {
        let office = Office::open(self.config()?, self.clock()?, Chance::of_the_machine());
        office.map_err(|error| Failure::of_opening(&error))
    }

    /// The office, with a member of staff at its door.
    pub(super) fn desk(&self, who: &Who) -> Outcome<Desk> {
        let office = self.office()?;
        let staff = staff_by_email(&office, &who.who)?;
        if staff.disabled {
            let values = [("email", staff.email.into())];
            return Err(Failure::new(Exit::Barred, "cli-staff-disabled", values));
        }
        let actor = Actor::Staff { staff: staff.id, role: staff.role };
        Ok(Desk { seal: office.sealer(), office, staff, actor })
    }
}

impl Desk {
    /// Who acts, as the door knows them.
    pub(super) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Asks for some acts on a case that is there, together or not at all.
    pub(super) fn act(&mut self, case: &Case, commands: &[Command]) -> Outcome<Arc<Case>> {
        self.ask(|actor| Ask::new(actor, case.id), commands)
    }

    /// As [`Self::act`], where the asker may have looked some time ago, or opens a case.
    pub(super) fn ask(
        &mut self,
        ask: impl FnOnce(&Actor) -> Ask<'_>,
        commands: &[Command],
    ) -> Outcome<Arc<Case>> {
        let seal = std::mem::replace(&mut self.seal, self.office.sealer());
        let ask = ask(&self.actor);
        self.office.act(&ask, commands, &seal.into_kept()).map_err(Failure::from)
    }

    /// Opens a case about the failure to provide what was agreed in another, and links the two.
    pub(super) fn open_about(
        &mut self,
        opening: &amends_core::command::Opening,
        about: amends_core::id::CaseId,
        reason: &str,
    ) -> Outcome<Arc<Case>> {
        let seal = std::mem::replace(&mut self.seal, self.office.sealer());
        let kept = seal.into_kept();
        let beside = crate::office::linked::Beside::default();
        self.office.open_about(&self.actor, opening, &kept, about, reason, beside).map_err(Failure::from)
    }

    /// A sealed text.
    pub(super) fn words(&mut self, text: &str) -> Outcome<amends_core::text::Words> {
        self.seal.words(text).map_err(|error| Failure::from(crate::office::ActError::from(error)))
    }

    /// A sealed text, where there is one.
    pub(super) fn some_words(&mut self, text: Option<&str>) -> Outcome<Option<amends_core::text::Words>> {
        text.map(|text| self.words(text)).transpose()
    }

    /// A fresh id.
    pub(super) fn id(&self) -> Outcome<uuid::Uuid> {
        self.office.fresh_id().map_err(|fault| Failure::from(crate::office::ActError::from(fault)))
    }
}

/// A member of staff by their address.
pub(super) fn staff_by_email(office: &Office, email: &str) -> Outcome<Staff> {
    let account = email.trim().to_lowercase();
    let found = office.db().read(|conn| people::staff_by_email(conn, &account))?;
    found.ok_or_else(|| Failure::new(Exit::Barred, "cli-staff-unknown", [("email", account.into())]))
}

/// A case by its reference.
pub(super) fn case(office: &Office, reference: &str) -> Outcome<Loaded> {
    office.by_reference(reference).map_err(|error| match error {
        crate::office::ActError::NotFound(_) => {
            Failure::new(Exit::Failed, "cli-case-unknown", [("reference", reference.to_owned().into())])
        }
        other => Failure::from(other),
    })
}

/// A recommendation by its reference: `24-0193-2` is the second of case `24-0193`.
pub(super) fn recommendation(office: &Office, reference: &str) -> Outcome<(Loaded, RecommendationNumber)> {
    let unknown =
        || Failure::new(Exit::Failed, "cli-rec-unknown", [("reference", reference.to_owned().into())]);
    let (of_case, number) = reference.trim().rsplit_once('-').ok_or_else(unknown)?;
    let number = RecommendationNumber(number.parse().map_err(|_| unknown())?);
    let loaded = case(office, of_case).map_err(|_| unknown())?;
    match loaded.case.recommendation(number) {
        Some(_) => Ok((loaded, number)),
        None => Err(unknown()),
    }
}

/// A recommendation that is known to be there.
pub(super) fn one(case: &Case, number: RecommendationNumber) -> Outcome<&Recommendation> {
    case.recommendation(number).ok_or_else(|| {
        Failure::new(
            Exit::Failed,
            "cli-rec-unknown",
            [("reference", case.reference.recommendation(number).into())],
        )
    })
}

/// A body by its short name, its id or its whole name in either language.
pub(super) fn body(office: &Office, typed: &str) -> Outcome<BodyRecord> {
    let all = office.all_bodies()?;
    let wanted = typed.trim();
    let found = all.iter().find(|record| {
        record.slug == wanted
            || record.body.id.to_string() == wanted
            || record.body.every_name().any(|name| name.en == wanted || name.cy == wanted)
    });
    if let Some(record) = found {
        return Ok(record.clone());
    }
    let beginning: String = wanted.to_lowercase().chars().take(3).collect();
    let near: Vec<&str> = all
        .iter()
        .filter(|record| {
            record.slug.starts_with(&beginning) || record.body.name.en.to_lowercase().contains(&beginning)
        })
        .map(|record| record.slug.as_str())
        .take(5)
        .collect();
    let values = [("typed", typed.to_owned().into()), ("known", near.join(", ").into())];
    let key = if near.is_empty() { "cli-body-unknown" } else { "cli-body-unknown-near" };
    Err(Failure::new(Exit::Failed, key, values))
}

/// The body meant: the one named, or the only one of the case.
pub(super) fn body_of(office: &Office, case: &Case, typed: Option<&str>) -> Outcome<BodyId> {
    match (typed, case.bodies.as_slice()) {
        (Some(typed), _) => Ok(body(office, typed)?.body.id),
        (None, [only]) => Ok(*only),
        (None, _) => Err(Failure::new(Exit::Usage, "cli-body-which", [])),
    }
}
