//! Draws pages, letters and mails from templates, in either language.

pub mod assets;
mod drawn;
pub mod frame;
mod functions;
pub mod icons;
pub mod options;
pub mod specimen;
pub mod status;

use std::path::{Component, Path, PathBuf};

use amends_core::text::Language;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, value::Serde};
use serde::Serialize;

/// Every built-in template: `frame/base.html` and its text.
pub static TEMPLATES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// Why a page could not be drawn: always a fault of ours or of an office's own template, never of the reader.
#[derive(Debug, thiserror::Error)]
#[error("the template {template} could not be drawn in {}: {detail}", language.tag())]
pub struct RenderError {
    /// The template asked for.
    pub template: String,
    /// The language asked for.
    pub language: Language,
    /// What the engine says: file, line and cause.
    pub detail: String,
}

/// The template engine, one environment for each language.
pub struct Renderer {
    en: Environment<'static>,
    cy: Environment<'static>,
    drawn: drawn::Drawn,
}

impl Renderer {
    /// Built-in templates, each of which an office may replace by a file of the same name in its folder.
    pub fn new(office_folder: Option<PathBuf>) -> Self {
        Self {
            en: environment(Language::En, office_folder.clone()),
            cy: environment(Language::Cy, office_folder),
            drawn: drawn::Drawn::default(),
        }
    }

    /// Whether a template can be read at all; for checking an office's own at start.
    pub fn check(&self, template: &str) -> Result<(), RenderError> {
        self.en.get_template(template).map(drop).map_err(|error| RenderError {
            template: template.to_owned(),
            language: Language::En,
            detail: chain(&error),
        })
    }

    /// Draws a template. Names ending in `.html` escape what they are given; `.txt` does not.
    ///
    /// `lang` is set for every template; what a frame needs stands under `frame` ([`frame::Frame`]).
    pub fn page(
        &self,
        template: &str,
        language: Language,
        context: impl Serialize,
    ) -> Result<String, RenderError> {
        let environment = match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        };
        let drawn = environment
            .get_template(template)
            .and_then(|template| template.render(Value::from(Serde(context))));
        drawn.map_err(|error| RenderError { template: template.to_owned(), language, detail: chain(&error) })
    }
}

fn environment(language: Language, office_folder: Option<PathBuf>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|name| match Path::new(name).extension() {
        Some(extension) if extension == "txt" => AutoEscape::None,
        _ => AutoEscape::Html,
    });
    environment.set_loader(move |name| load(name, office_folder.as_deref()));
    functions::add(&mut environment, language);
    environment
}

/// A template by name: the office's own where it has one, else ours.
fn load(name: &str, office_folder: Option<&Path>) -> Result<Option<String>, Error> {
    if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
        return Ok(None);
    }
    if let Some(own) = office_folder.map(|folder| folder.join(name)).filter(|own| own.is_file()) {
        return std::fs::read_to_string(&own).map(Some).map_err(|error| {
            let detail = format!("the office's template {} could not be read", own.display());
            Error::new(ErrorKind::InvalidOperation, detail).with_source(error)
        });
    }
    Ok(TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned()))
}

fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests;
