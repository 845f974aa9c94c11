//! Templates of letters: the built-in ones, an office's own in their place, and errors that name file and line.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use amends_core::{
    letter::LetterKind,
    text::{Digest, Language},
};
use jiff::civil::Date;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, syntax::SyntaxConfig, value::Serde,
};

use super::{
    LetterData, LinkLetter, Reader, Rendered,
    markup::{self, Parted},
    readers,
};
use crate::i18n;

/// Every built-in file of letters: `chase/body.cy.txt` and its text.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/letters.rs"));

/// The built-in templates with all their parts drawn in, made when the first is asked for.
static WHOLE: LazyLock<BTreeMap<String, Whole>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for (kind, reader, language) in every() {
        let (name, mut whole) = (file(kind, reader, language), Whole::default());
        if Letters::default().draw_in(&name, &mut whole, 0).is_ok() {
            all.insert(name, whole);
        }
    }
    all
});

/// The built-in templates read and ready to be filled, by language: reading one takes longer than filling it.
static READY: LazyLock<BTreeMap<&'static str, Environment<'static>>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for language in Language::ALL {
        let Ok(mut ready) = environment(language) else { continue };
        let end = format!(".{}.txt", language.tag());
        for (name, whole) in WHOLE.iter().filter(|(name, _)| name.ends_with(&end)) {
            // One that cannot be read is found, and told of with its line, when it is to be filled.
            drop(ready.add_template(name, &whole.text));
        }
        all.insert(language.tag(), ready);
    }
    all
});

/// The built-in templates with where they stand ready: each letter takes one of these.
static SHIPPED: LazyLock<BTreeMap<String, Template>> = LazyLock::new(|| {
    let shipped = |(kind, reader, language): (&str, Reader, Language)| {
        let name = file(kind, reader, language);
        let whole = WHOLE.get(&name)?;
        let ready = READY.get(language.tag()).filter(|ready| ready.get_template(&name).is_ok());
        let made = Template::new(name.clone(), whole.text.clone(), whole.lines.clone());
        Some((name, Template { ready: ready.map(|ready| (language, ready)), ..made }))
    };
    every().filter_map(shipped).collect()
});

/// What is written at the top of a template for its subject line.
const SUBJECT: &str = "Subject:";

/// Why a letter could not be written: a fault of the template, never of the reader.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct LetterError {
    /// The file: `chase/body.cy.txt`, or the path of the office's own.
    pub file: String,
    /// The line in it, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The expression that could not be filled in: `acton.wording`.
    pub variable: Option<String>,
    /// What the engine says.
    pub detail: String,
}

impl fmt::Display for LetterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if let Some(variable) = &self.variable {
            write!(f, ": {variable}")?;
        }
        write!(f, ": {}", self.detail)
    }
}

/// All templates: the built-in ones, each of which an office may replace by a file of the same name in its folder.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    folder: Option<PathBuf>,
}

impl Letters {
    /// With an office's own folder, if it has one.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The template for a kind, reader and language, with all its parts drawn in.
    pub fn template(&self, kind: &str, reader: Reader, language: Language) -> Result<Template, LetterError> {
        let name = file(kind, reader, language);
        if self.folder.is_none()
            && let Some(whole) = SHIPPED.get(&name)
        {
            return Ok(whole.clone());
        }
        let mut whole = Whole::default();
        self.draw_in(&name, &mut whole, 0)?;
        Ok(Template::new(name, whole.text, whole.lines))
    }

    /// Writes a letter.
    pub fn render(&self, data: &LetterData) -> Result<Rendered, LetterError> {
        self.template(&data.kind, data.reader, data.language)?.render(data)
    }

    /// Everything wrong with the templates, found by writing every letter with sample data. Empty when all is well.
    pub fn check(&self) -> Vec<LetterError> {
        let mut wrong = Vec::new();
        for (kind, reader, language) in every() {
            let written = sample(language).and_then(|sample| {
                let data = LetterData { kind: kind.to_owned(), reader, ..sample };
                self.render(&data)
            });
            wrong.extend(written.err());
        }
        wrong.dedup();
        wrong
    }

    /// Appends a file, with the files it includes drawn in where they are named.
    fn draw_in(&self, name: &str, whole: &mut Whole, depth: usize) -> Result<(), LetterError> {
        let (path, text) = self.read(name)?;
        let path: Arc<str> = path.into();
        for (place, line) in text.lines().enumerate() {
            let number = place + 1;
            match included(line) {
                Some(part) if depth < 4 => self.draw_in(part, whole, depth + 1)?,
                Some(_) => {
                    let detail = "parts include each other without end".to_owned();
                    return Err(LetterError { file: path.to_string(), line: number, variable: None, detail });
                }
                None => {
                    whole.text.push_str(line);
                    whole.text.push('\n');
                    whole.lines.push((Arc::clone(&path), number));
                }
            }
        }
        Ok(())
    }

    /// A file's name for people and its text: the office's own where it has one, else the built-in.
    fn read(&self, name: &str) -> Result<(String, String), LetterError> {
        if let Some(own) = self.folder.as_ref().map(|folder| folder.join(name)).filter(|own| own.is_file()) {
            let shown = own.display().to_string();
            return match std::fs::read_to_string(&own) {
                Ok(text) => Ok((shown, text)),
                Err(error) => {
                    Err(LetterError { file: shown, line: 0, variable: None, detail: error.to_string() })
                }
            };
        }
        match built_in(name) {
            Some(text) => Ok((name.to_owned(), text.to_owned())),
            None => Err(LetterError {
                file: name.to_owned(),
                line: 0,
                variable: None,
                detail: "there is no such template".to_owned(),
            }),
        }
    }
}

/// Every letter there is: its kind, who reads it, in which language.
fn every() -> impl Iterator<Item = (&'static str, Reader, Language)> {
    let of_cases = LetterKind::ALL
        .into_iter()
        .flat_map(|kind| readers(kind).iter().map(move |reader| (kind.code(), *reader)));
    let with_links = LinkLetter::ALL
        .into_iter()
        .flat_map(|kind| kind.readers().iter().map(move |reader| (kind.code(), *reader)));
    let all = of_cases.chain(with_links);
    all.flat_map(|(kind, reader)| Language::ALL.map(|language| (kind, reader, language)))
}

fn file(kind: &str, reader: Reader, language: Language) -> String {
    format!("{kind}/{}.{}.txt", reader.code(), language.tag())
}

fn built_in(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The name in a line that is `{% include "parts/sign.en.txt" %}` and nothing else.
fn included(line: &str) -> Option<&str> {
    let inside = line.trim().strip_prefix("{% include \"")?;
    inside.strip_suffix("\" %}").filter(|name| Path::new(name).is_relative() && !name.contains(".."))
}

/// Data that fills in everything a template may name: for checking templates and for showing them.
pub fn sample(language: Language) -> Result<LetterData, LetterError> {
    let file = format!("sample.{}.json", language.tag());
    let text = built_in(&file).unwrap_or_default();
    serde_json::from_str(text).map_err(|error| LetterError {
        line: error.line(),
        variable: None,
        detail: error.to_string(),
        file,
    })
}

#[derive(Default)]
struct Whole {
    text: String,
    lines: Vec<(Arc<str>, usize)>,
}

/// One whole template text. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Template {
    name: Arc<str>,
    text: Arc<str>,
    /// The digest of the text.
    version: Digest,
    /// For each line of the text, the file and line it came from; empty for a stored text.
    lines: Arc<[(Arc<str>, usize)]>,
    /// For a built-in one: its language, and where it stands ready.
    ready: Option<(Language, &'static Environment<'static>)>,
}

impl Template {
    fn new(name: String, text: String, lines: Vec<(Arc<str>, usize)>) -> Self {
        let version = Digest::of(text.as_bytes());
        Self { name: name.into(), text: text.into(), version, lines: lines.into(), ready: None }
    }

    /// A text that was stored with a letter (I5).
    pub fn stored(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name.into(), text.into(), Vec::new())
    }

    /// The text, to be stored under its version.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The digest of the text (I5).
    pub fn version(&self) -> Digest {
        self.version
    }

    /// Writes the letter.
    pub fn render(&self, data: &LetterData) -> Result<Rendered, LetterError> {
        self.render_kept(data).map(|(rendered, _)| rendered)
    }

    /// Writes the letter, and says what is to be kept of its data: the JSON its digest is of.
    pub(crate) fn render_kept(&self, data: &LetterData) -> Result<(Rendered, String), LetterError> {
        let json = serde_json::to_string(data).map_err(|error| self.plain_error(1, error.to_string()))?;
        let values = Value::from(Serde(data));
        let drawn = match self.ready {
            Some((language, ready)) if language == data.language => {
                ready.get_template(&self.name).and_then(|it| it.render(values))
            }
            _ => {
                environment(data.language).and_then(|it| it.render_named_str(&self.name, &self.text, values))
            }
        };
        let drawn = drawn.map_err(|error| self.error(&error))?;
        let (first, body) = drawn.split_once('\n').unwrap_or((&drawn, ""));
        let subject = first.trim().strip_prefix(SUBJECT).map(one_line).unwrap_or_default();
        if subject.is_empty() {
            return Err(self.plain_error(1, format!("the first line must begin with `{SUBJECT}`")));
        }
        let parted = Parted::of(body);
        let rendered = Rendered {
            text: markup::text(&parted),
            html: markup::html(&parted, &subject, data.language),
            subject,
            language: data.language,
            template_version: self.version(),
            data_digest: Digest::of(json.as_bytes()),
        };
        Ok((rendered, json))
    }

    fn plain_error(&self, line: usize, detail: String) -> LetterError {
        let (file, line) = self.place(line);
        LetterError { file, line, variable: None, detail }
    }

    fn error(&self, error: &Error) -> LetterError {
        let (file, line) = self.place(error.line().unwrap_or_default());
        let variable = (error.kind() == ErrorKind::UndefinedError)
            .then(|| error.range().and_then(|range| self.text.get(range)))
            .flatten()
            .map(|text| text.trim_matches(['{', '}', ' ']).to_owned());
        let mut detail = error.kind().to_string();
        if let Some(more) = error.detail() {
            detail = format!("{detail}: {more}");
        }
        LetterError { file, line, variable, detail }
    }

    fn place(&self, line: usize) -> (String, usize) {
        match line.checked_sub(1).and_then(|place| self.lines.get(place)) {
            Some((file, line)) => (file.to_string(), *line),
            None => (self.name.to_string(), line),
        }
    }
}

fn environment(language: Language) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(|out, state, value| {
        if value.is_none() {
            return Err(Error::new(ErrorKind::UndefinedError, "it has no value here"));
        }
        if let Some(text) = value.as_str()
            && let Cow::Owned(text) = flat(text)
        {
            return minijinja::escape_formatter(out, state, &Value::from(text));
        }
        minijinja::escape_formatter(out, state, value)
    });
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_debug(true);
    environment.add_filter("date", move |day: &str| Ok::<_, Error>(i18n::date(language, parsed(day)?)));
    environment.add_filter("day", move |day: &str| {
        let written = i18n::date_with_weekday(language, parsed(day)?);
        Ok::<_, Error>(match language {
            Language::En => written,
            Language::Cy => lower_first(&written),
        })
    });
    environment.add_filter("closed", |text: &str| closed(text));
    Ok(environment)
}

fn parsed(day: &str) -> Result<Date, Error> {
    let wrong = |error: jiff::Error| {
        Error::new(ErrorKind::InvalidOperation, format!("{day} is not a date")).with_source(error)
    };
    day.parse().map_err(wrong)
}

/// What people typed never makes a line, a heading or a header of its own.
fn flat(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        return Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect());
    }
    Cow::Borrowed(text)
}

fn one_line(text: &str) -> String {
    flat(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sentence somebody typed, with the full stop it may lack.
fn closed(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) { text } else { format!("{text}.") }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
