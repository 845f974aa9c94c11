//! Why a command failed: what happened, what to do, and the exit code scripts go by.

use std::{borrow::Cow, io, process::ExitCode};

use amends_core::text::{Bilingual, Language};
use fluent_bundle::FluentValue;
use serde_json::json;

use super::{out, words::Manner};
use crate::{
    document::{DocumentError, Said},
    i18n::{Args, Catalogue},
};

/// What every command gives back.
pub(super) type Outcome<T = ()> = Result<T, Failure>;

/// The exit codes, as `sysexits` and `systemd` read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// It did not work out.
    Failed,
    /// The command line was not understood.
    Usage,
    /// The configuration is invalid.
    Config,
    /// Something that was checked is not as it should be.
    Checks,
    /// Not permitted, or somebody else holds it.
    Barred,
    /// It may work later.
    Temporary,
}

impl Exit {
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Config => 3,
            Self::Checks => 4,
            Self::Barred => 5,
            Self::Temporary => 75,
        }
    }
}

/// Arguments of a message that outlive the place they come from.
pub(super) type Values = Vec<(&'static str, FluentValue<'static>)>;

/// The same, with names that were found while running.
pub(super) type Named = Vec<(Cow<'static, str>, FluentValue<'static>)>;

/// Words in both languages, from a catalogue or ready made.
#[derive(Debug, Clone)]
pub(super) enum Telling {
    /// A message of the catalogue.
    Message(String, Named),
    /// Words the core gives in both languages.
    Both(Box<Bilingual>),
}

impl Telling {
    pub(super) fn in_language(&self, language: Language) -> String {
        match self {
            Self::Message(key, values) => {
                let args: Args<'_> =
                    values.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
                Catalogue::get().tr(language, key, &args)
            }
            Self::Both(words) => words.get(language).to_owned(),
        }
    }
}

/// What happened, and what to do about it.
#[derive(Debug, Clone)]
struct Sentences {
    what: Telling,
    mend: Option<Telling>,
}

/// Why a command failed.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    exit: Exit,
    code: String,
    said: Box<Sentences>,
    /// Where a rule stands against it: which, and what it names, for scripts.
    rule: Option<Box<serde_json::Value>>,
    /// Whoever reads standard output has gone: nobody to tell.
    closed: bool,
}

impl Failure {
    /// The message `key`, and `key-mend` where the catalogue has one.
    pub(super) fn new(
        exit: Exit,
        key: &str,
        values: impl IntoIterator<Item = (&'static str, FluentValue<'static>)>,
    ) -> Self {
        let values: Named = values.into_iter().map(|(name, value)| (name.into(), value)).collect();
        let mend_key = format!("{key}-mend");
        let mend =
            Catalogue::get().has(Language::En, &mend_key).then(|| Telling::Message(mend_key, values.clone()));
        Self {
            exit,
            code: key.to_owned(),
            said: Box::new(Sentences { what: Telling::Message(key.to_owned(), values), mend }),
            rule: None,
            closed: false,
        }
    }

    /// Words that are there in both languages.
    pub(super) fn both(exit: Exit, code: &str, words: Bilingual) -> Self {
        let said = Box::new(Sentences { what: Telling::Both(Box::new(words)), mend: None });
        Self { exit, code: code.to_owned(), said, rule: None, closed: false }
    }

    /// Standard output cannot be written to.
    pub(super) fn of_output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self {
                closed: true,
                ..Self::new(Exit::Failed, "cli-output-failed", [("reason", error.to_string().into())])
            },
            io::ErrorKind::StorageFull => Self::new(Exit::Temporary, "cli-disk-full", []),
            _ => Self::new(Exit::Failed, "cli-output-failed", [("reason", error.to_string().into())]),
        }
    }

    /// A document that gives no text.
    pub(super) fn of_document(error: &DocumentError) -> Self {
        let values: Named = error
            .args()
            .into_iter()
            .map(|(name, said)| match said {
                Said::Number(number) => (name.into(), FluentValue::from(number)),
                Said::Text(text) => (name.into(), FluentValue::from(text)),
            })
            .collect();
        Self {
            exit: Exit::Failed,
            code: error.key().to_owned(),
            said: Box::new(Sentences {
                what: Telling::Message(error.key().to_owned(), values.clone()),
                mend: Some(Telling::Message(error.mend_key().to_owned(), values)),
            }),
            rule: None,
            closed: false,
        }
    }

    /// With more for its sentences to name.
    pub(super) fn with_values(
        mut self,
        more: impl IntoIterator<Item = (String, FluentValue<'static>)>,
    ) -> Self {
        let more: Named = more.into_iter().map(|(name, value)| (name.into(), value)).collect();
        for telling in std::iter::once(&mut self.said.what).chain(self.said.mend.as_mut()) {
            if let Telling::Message(_, values) = telling {
                values.extend(more.iter().cloned());
            }
        }
        self
    }

    /// Under another code for scripts.
    pub(super) fn coded(mut self, code: &str) -> Self {
        code.clone_into(&mut self.code);
        self
    }

    /// Because of a rule: where it comes from, and what scripts may want to know.
    pub(super) fn by_rule(mut self, rule: &str, field: Option<&str>, values: &serde_json::Value) -> Self {
        self.rule = Some(Box::new(json!({ "rule": rule, "field": field, "values": values })));
        self
    }

    /// With another way to mend it.
    pub(super) fn with_mend(mut self, mend: Telling) -> Self {
        self.said.mend = Some(mend);
        self
    }

    /// What happened and what to do, in one language.
    pub(super) fn in_language(&self, language: Language) -> String {
        let what = self.said.what.in_language(language);
        match &self.said.mend {
            Some(mend) => format!("{what} {}", mend.in_language(language)),
            None => what,
        }
    }

    /// Tells it on standard error, and gives its exit code.
    pub(super) fn tell(&self, manner: &Manner) -> ExitCode {
        if self.closed {
            return ExitCode::SUCCESS;
        }
        let what = self.said.what.in_language(manner.language);
        let mend = self.said.mend.as_ref().map(|mend| mend.in_language(manner.language));
        if manner.json {
            let mut error =
                json!({ "code": self.code, "message": what, "mend": mend, "exit": self.exit.code() });
            for (name, value) in self.rule.iter().filter_map(|rule| rule.as_object()).flatten() {
                error[name] = value.clone();
            }
            out::to_stderr(&json!({ "error": error }).to_string());
        } else {
            let rule = self.rule.as_ref().and_then(|rule| rule["rule"].as_str());
            let rule = rule.map(|rule| format!(" ({rule})")).unwrap_or_default();
            out::to_stderr(&format!("amends: {what}{rule}"));
            if let Some(mend) = mend {
                out::to_stderr(&format!("        {mend}"));
            }
        }
        ExitCode::from(self.exit.code())
    }
}
