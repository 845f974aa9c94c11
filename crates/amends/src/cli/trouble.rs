//! What the office's door answers when something is not done, as the command line says it.

use std::fmt::Write as _;

use amends_core::{escalation::FactSeen, refusal::Refusal, text::Language};
use amends_store::error::StoreError;
use fluent_bundle::FluentValue;

use super::fail::{Exit, Failure, Telling, Values};
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
            ActError::Refused(refusal) => Self::of_refusal(refusal),
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
            StoreError::InUse { .. }
            | StoreError::NotEmpty { .. }
            | StoreError::HalfCopied { .. }
            | StoreError::OfficeRuns { .. } => Exit::Barred,
            StoreError::CopyDiffers { .. } => Exit::Checks,
            error if error.is_passing() => Exit::Temporary,
            StoreError::NetworkDisk { .. }
            | StoreError::Files { .. }
            | StoreError::BadPlace { .. }
            | StoreError::BadAddress { .. }
            | StoreError::SignInRefused { .. }
            | StoreError::NotTrusted { .. }
            | StoreError::NoDatabase { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Unsafe { .. } => Exit::Config,
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
            StoreError::Taken { what } | StoreError::BadAddress { what } => {
                values.push(("what", what.clone().into()));
            }
            StoreError::Unreachable { place, what }
            | StoreError::NotTrusted { place, what }
            | StoreError::SignInRefused { place, what } => {
                values.push(("place", place.clone().into()));
                values.push(("what", what.clone().into()));
            }
            StoreError::NoDatabase { place }
            | StoreError::ReadOnly { place }
            | StoreError::Unknown { place } => values.push(("place", place.clone().into())),
            StoreError::NotEmpty { place } | StoreError::HalfCopied { place } => {
                values.push(("place", place.clone().into()));
            }
            StoreError::OfficeRuns { place, node } => {
                values.push(("place", place.clone().into()));
                values.push(("node", node.clone().into()));
            }
            StoreError::CopyDiffers { place, table, key } => {
                values.push(("place", place.clone().into()));
                values.push(("table", table.clone().into()));
                values.push(("key", key.clone().into()));
            }
            StoreError::Unsafe { what, mend } => {
                values.push(("what", what.clone().into()));
                values.push(("mend", mend.clone().into()));
            }
            StoreError::TooNew { found, known } => {
                values.push(("found", found.to_string().into()));
                values.push(("known", known.to_string().into()));
            }
            StoreError::Files { place, said, .. } => {
                values.push(("place", place.clone().into()));
                values.push(("said", said.clone().into()));
            }
            _ => {}
        }
        known_or(exit, &format!("cli-store-{}", error.code()), "cli-store-other", values)
    }
}

impl Failure {
    /// A rule stands against it: the sentence, the rule, and where something is missing, where it is recorded.
    fn of_refusal(refusal: Refusal) -> Self {
        let mut values: Vec<(&'static str, FluentValue<'static>)> = vec![
            ("code", refusal.code.clone().into()),
            ("rule", refusal.source_of_rule.clone().into()),
            ("field", refusal.field.clone().unwrap_or_default().into()),
        ];
        let told = serde_json::json!(refusal.args);
        let place =
            refusal.args.iter().find(|(name, _)| name.as_str() == "place").map(|(_, value)| value.clone());
        let given = refusal.args.into_iter().map(|(name, value)| (name, value.into()));
        let named: Vec<(String, FluentValue<'static>)> = given.collect();
        values.retain(|(name, _)| !named.iter().any(|(other, _)| other == name));
        let key = format!("refusal-{}", refusal.code);
        let failure = known_or(Exit::Failed, &key, "cli-refused", values).with_values(named);
        let failure = failure.by_rule(&refusal.source_of_rule, refusal.field.as_deref(), &told);
        match place {
            Some(place) => failure.with_mend(Telling::Message(format!("cli-place-{place}"), Vec::new())),
            None => failure,
        }
    }

    /// A fact of a route is missing.
    pub(super) fn of_missing(missing: FactSeen, citation: &str) -> Self {
        let (fact, place) = (missing.fact.code(), missing.recorded_at.code());
        let refusal = Refusal::new("fact-missing", citation).with("fact", fact).with("place", place);
        Self::of_refusal(refusal.with("citation", citation))
    }

    /// The office could not be opened.
    pub(super) fn of_opening(error: &OpenError) -> Self {
        match error {
            OpenError::Store(error) => Self::from(error.clone()),
            OpenError::Disposal(crate::office::ActError::Fault(crate::office::Fault::Store(error))) => {
                Self::from(error.clone())
            }
            OpenError::Disposal(error) => {
                Self::new(Exit::Failed, "cli-retention-not-caught-up", [("detail", error.to_string().into())])
            }
            OpenError::Profile(_) | OpenError::ProfileFile { .. } | OpenError::NoSuchProfile { .. } => {
                Self::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
            }
            OpenError::Chance(_) => {
                Self::new(Exit::Failed, "cli-fault", [("detail", error.to_string().into())])
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
