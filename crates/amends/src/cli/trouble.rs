//! What the office's door answers when something is not done, as the command line says it.

use std::fmt::Write as _;

use amends_core::text::Language;
use amends_store::error::StoreError;
use fluent_bundle::FluentValue;

use super::fail::{Exit, Failure, Values};
use crate::{
    i18n::Catalogue,
    office::{ActError, Fault, OpenError},
};

impl From<ActError> for Failure {
    fn from(error: ActError) -> Self {
        match error {
            ActError::Denied(denial) => known_or(
                Exit::Barred,
                &format!("denial-{}", denial.code()),
                "cli-denied",
                vec![("code", denial.code().into())],
            ),
            ActError::Refused(refusal) => {
                let mut values: Vec<(&'static str, FluentValue<'static>)> = vec![
                    ("code", refusal.code.clone().into()),
                    ("rule", refusal.source_of_rule.clone().into()),
                    ("field", refusal.field.clone().unwrap_or_default().into()),
                ];
                let given = refusal.args.into_iter().map(|(name, value)| (name, value.into()));
                let named: Vec<(String, FluentValue<'static>)> = given.collect();
                values.retain(|(name, _)| !named.iter().any(|(other, _)| other == name));
                let key = format!("refusal-{}", refusal.code);
                known_or(Exit::Failed, &key, "cli-refused", values).with_values(named)
            }
            ActError::Changed { since } => {
                let mut told = String::new();
                for one in &since {
                    let _ = write!(told, "{} {} ", one.seq, one.event.kind());
                }
                Self::new(Exit::Failed, "cli-changed-meanwhile", [("since", told.trim().to_owned().into())])
            }
            ActError::NotFound(what) => Self::new(Exit::Failed, "cli-not-found", [("what", what.into())]),
            ActError::Fault(fault) => Self::from(fault),
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Store(error) => Self::from(error),
            other @ (Fault::Chance(_) | Fault::Render(_) | Fault::Broken(_)) => {
                Self::new(Exit::Failed, "cli-fault", [("detail", other.to_string().into())])
            }
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit = match &error {
            StoreError::InUse { .. } => Exit::Barred,
            error if error.is_passing() => Exit::Temporary,
            StoreError::NetworkDisk { .. } => Exit::Config,
            _ => Exit::Failed,
        };
        let mut values: Values = vec![("detail", error.to_string().into())];
        match &error {
            StoreError::InUse { path, holder } => {
                values.push(("path", path.display().to_string().into()));
                values.push(("holder", holder.clone().into()));
            }
            StoreError::NetworkDisk { path, kind } => {
                values.push(("path", path.display().to_string().into()));
                values.push(("kind", kind.clone().into()));
            }
            StoreError::Taken { what } => values.push(("what", what.clone().into())),
            _ => {}
        }
        known_or(exit, &format!("cli-store-{}", error.code()), "cli-store-other", values)
    }
}

impl Failure {
    /// The office could not be opened.
    pub(super) fn of_opening(error: &OpenError) -> Self {
        match error {
            OpenError::Store(error) => Self::from(error.clone()),
            OpenError::Profile(_) | OpenError::ProfileFile { .. } | OpenError::NoSuchProfile { .. } => {
                Self::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
            }
            OpenError::Calendar(error) => {
                Self::new(Exit::Failed, "cli-calendar-broken", [("detail", error.to_string().into())])
            }
        }
    }
}

/// The message by this key, or the general one where no catalogue has it yet.
fn known_or(exit: Exit, key: &str, general: &str, values: Values) -> Failure {
    if Catalogue::get().has(Language::En, key) {
        Failure::new(exit, key, values)
    } else {
        Failure::new(exit, general, values).coded(key)
    }
}
