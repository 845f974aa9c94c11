//! What was typed into a form: kept as it came, read field by field, with an error for each that cannot be used.

use std::collections::BTreeMap;

use amends_core::{
    money::{AmountError, Pence},
    refusal::Refusal,
    text::Language,
};
use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    http::header::CONTENT_TYPE,
};
use jiff::civil::Date;
use serde::Serialize;

use crate::{
    i18n::{self, args},
    office::StoredFile,
    render::frame::FieldError,
    web::{app::App, problem::Problem},
};

/// The most bytes a form without files may have.
pub const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// A form as it was sent. Files are already safe in the folder of files, by their digest.
#[derive(Debug, Default, Clone)]
pub struct Form {
    values: BTreeMap<String, Vec<String>>,
    files: Vec<(String, StoredFile)>,
    refused_files: Vec<(String, String, FileProblem)>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileProblem {
    /// It is larger than the office takes.
    TooLarge,
    /// It has nothing in it.
    Empty,
}

/// A form being read: its language, and the errors found so far.
pub struct Reading<'a> {
    form: &'a Form,
    language: Language,
    errors: Vec<FieldError>,
}

impl Form {
    /// The first value of a field, as typed; empty where there is none.
    pub fn get(&self, field: &str) -> &str {
        self.values.get(field).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// Every value of a field, as typed.
    pub fn all(&self, field: &str) -> &[String] {
        self.values.get(field).map_or(&[], Vec::as_slice)
    }

    /// Was the box ticked or the field filled?
    pub fn has(&self, field: &str) -> bool {
        !self.get(field).trim().is_empty()
    }

    /// The files sent under a field.
    pub fn files(&self, field: &str) -> Vec<&StoredFile> {
        self.files.iter().filter(|(name, _)| name == field).map(|(_, file)| file).collect()
    }

    /// What was typed, for showing the form again: the first value of each field.
    pub fn typed(&self) -> BTreeMap<&str, &str> {
        self.values
            .iter()
            .map(|(field, values)| (field.as_str(), values.first().map_or("", String::as_str)))
            .collect()
    }

    /// Every field with every value, as typed.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .flat_map(|(field, values)| values.iter().map(|value| (field.as_str(), value.as_str())))
    }

    /// Puts a value in place of what was typed, for forms that are shown filled.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.values.insert(field.to_owned(), vec![value.into()]);
        self
    }

    /// Adds a value beside those a field has, for rows that are shown filled.
    #[must_use]
    pub fn and(mut self, field: &str, value: impl Into<String>) -> Self {
        self.add(field.to_owned(), value.into());
        self
    }

    /// Starts reading it.
    pub fn read(&self, language: Language) -> Reading<'_> {
        let mut reading = Reading { form: self, language, errors: Vec::new() };
        for (field, name, problem) in &self.refused_files {
            let key = match problem {
                FileProblem::TooLarge => "form-file-too-large",
                FileProblem::Empty => "form-file-empty",
            };
            let text = i18n::tr(language, key, &args([("name", name.clone())]));
            reading.errors.push(FieldError { field: field.clone(), text });
        }
        reading
    }

    fn add(&mut self, field: String, value: String) {
        self.values.entry(field).or_default().push(value);
    }
}

impl Reading<'_> {
    /// Notes an error on a field, by the key of its sentence.
    pub fn error(&mut self, field: &str, key: &str) {
        let text = i18n::t(self.language, key);
        self.errors.push(FieldError { field: field.to_owned(), text });
    }

    /// What was read in another way; an error is noted.
    pub fn take<T>(&mut self, read: Result<T, FieldError>) -> Option<T> {
        read.map_err(|error| self.errors.push(error)).ok()
    }

    /// A text that must be there; `key` says what to enter.
    pub fn text(&mut self, field: &str, key: &str) -> String {
        let text = self.form.get(field).trim();
        if text.is_empty() {
            self.error(field, key);
        }
        text.to_owned()
    }

    /// A text that may be left out.
    pub fn optional(&self, field: &str) -> String {
        self.form.get(field).trim().to_owned()
    }

    /// A date, in three parts (`field-day`, `field-month`, `field-year`) or one text such as `2026-04-13`.
    /// Nothing, and an error, where it is missing or does not exist.
    pub fn date(&mut self, field: &str, key: &str) -> Option<Date> {
        match self.optional_date(field) {
            Some(date) => Some(date),
            None if self.errors.iter().any(|error| error.field.starts_with(field)) => None,
            None => {
                self.error(&format!("{field}-day"), key);
                None
            }
        }
    }

    /// A date that may be left out; one that does not exist is an error all the same.
    pub fn optional_date(&mut self, field: &str) -> Option<Date> {
        let parts =
            ["day", "month", "year"].map(|part| self.form.get(&format!("{field}-{part}")).trim().to_owned());
        let whole = self.form.get(field).trim();
        if whole.is_empty() && parts.iter().all(String::is_empty) {
            return None;
        }
        let read = if whole.is_empty() { date_of(&parts) } else { whole.parse().ok() };
        if read.is_none() {
            let typed = if whole.is_empty() { parts.join(" ") } else { whole.to_owned() };
            let text = i18n::tr(self.language, "form-date-does-not-exist", &args([("typed", typed)]));
            let at = if whole.is_empty() { format!("{field}-day") } else { field.to_owned() };
            self.errors.push(FieldError { field: at, text });
        }
        read
    }

    /// A sum of money that may be left out; what is no sum is an error.
    pub fn optional_money(&mut self, field: &str) -> Option<Pence> {
        let typed = self.form.get(field).trim().to_owned();
        match typed.parse() {
            Ok(pence) => Some(pence),
            Err(AmountError::Empty) => None,
            Err(error) => {
                let key = match error {
                    AmountError::Comma => "form-money-comma",
                    AmountError::Pence => "form-money-pence",
                    AmountError::Empty | AmountError::NotANumber => "form-money-not-a-number",
                    AmountError::Size => "form-money-size",
                };
                let text = i18n::tr(self.language, key, &args([("typed", typed)]));
                self.errors.push(FieldError { field: field.to_owned(), text });
                None
            }
        }
    }

    /// One of the words a choice offers; `key` says what to choose.
    pub fn choice<T: serde::de::DeserializeOwned>(&mut self, field: &str, key: &str) -> Option<T> {
        let word = serde_json::Value::String(self.form.get(field).trim().to_owned());
        let read = serde_json::from_value(word).ok();
        if read.is_none() {
            self.error(field, key);
        }
        read
    }

    /// Anything that reads from a text, such as an id or a number; `key` says what to choose.
    pub fn parsed<T: std::str::FromStr>(&mut self, field: &str, key: &str) -> Option<T> {
        let read = self.form.get(field).trim().parse().ok();
        if read.is_none() {
            self.error(field, key);
        }
        read
    }

    /// The errors found; empty where the form can be used.
    pub fn errors(self) -> Vec<FieldError> {
        self.errors
    }

    /// Is all well so far?
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }
}

fn date_of(parts: &[String; 3]) -> Option<Date> {
    let [day, month, year] = parts;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A rule's no, as an error on the field it names.
pub fn refused(refusal: &Refusal, language: Language) -> FieldError {
    let mut values = i18n::Args::new();
    for (name, value) in &refusal.args {
        let said = value.parse::<Date>().map_or_else(|_| value.clone(), |date| i18n::date(language, date));
        values.set(name.clone(), said);
    }
    let text = i18n::tr(language, &format!("refusal-{}", refusal.code), &values);
    FieldError { field: refusal.field.clone().unwrap_or_else(|| "main".to_owned()), text }
}

/// What a component needs of a field to show it again: value and error.
#[derive(Debug, Clone, Serialize)]
pub struct Shown<'a> {
    /// What was typed.
    pub value: &'a str,
    /// What is wrong with it.
    pub error: Option<&'a str>,
}

impl FromRequest<App> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let parts = Multipart::from_request(request, app).await.map_err(|_| Problem::BadRequest)?;
            return multipart(parts, app).await;
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|_| Problem::TooLarge)?;
        if bytes.len() > FORM_LIMIT {
            return Err(Problem::TooLarge);
        }
        let mut form = Self::default();
        for (field, value) in form_urlencoded::parse(&bytes) {
            form.add(field.into_owned(), value.into_owned());
        }
        Ok(form)
    }
}

async fn multipart(mut parts: Multipart, app: &App) -> Result<Form, Problem> {
    let mut form = Form::default();
    while let Some(mut part) = parts.next_field().await.map_err(|_| Problem::BadRequest)? {
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            let value = part.text().await.map_err(|_| Problem::BadRequest)?;
            form.add(field, value);
            continue;
        };
        if name.is_empty() {
            continue;
        }
        let mut upload = app.office.begin_upload(&name).await?;
        let mut too_large = false;
        while let Some(chunk) = part.chunk().await.map_err(|_| Problem::BadRequest)? {
            if !too_large {
                too_large = !upload.add(chunk).await?;
            }
        }
        if too_large {
            form.refused_files.push((field, name, FileProblem::TooLarge));
        } else {
            match upload.finish().await? {
                Some(file) => form.files.push((field, file)),
                None => form.refused_files.push((field, name, FileProblem::Empty)),
            }
        }
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        fields.iter().fold(Form::default(), |form, (field, value)| form.with(field, *value))
    }

    #[test]
    fn a_date_that_does_not_exist_is_named_and_kept() {
        let form = form(&[("until-day", "31"), ("until-month", "2"), ("until-year", "2026")]);
        let mut reading = form.read(Language::En);
        assert_eq!(reading.date("until", "form-date-missing"), None);
        let errors = reading.errors();
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].field, "until-day");
        assert!(errors[0].text.contains("31 2 2026"), "{}", errors[0].text);
        assert_eq!(form.get("until-day"), "31");
    }

    #[test]
    fn a_sum_with_a_doubtful_comma_is_refused_with_its_mend() {
        let form = form(&[("paid", "£1,50")]);
        let mut reading = form.read(Language::Cy);
        assert_eq!(reading.optional_money("paid"), None);
        assert!(reading.errors()[0].text.contains("£1,50"));
    }

    #[test]
    fn dates_are_read_in_parts_and_whole() {
        let parts = form(&[("on-day", "4"), ("on-month", "12"), ("on-year", "2026")]);
        assert_eq!(parts.read(Language::En).date("on", "form-date-missing"), Some(date(2026, 12, 4)));
        let whole = form(&[("on", "2026-12-04")]);
        assert_eq!(whole.read(Language::En).date("on", "form-date-missing"), Some(date(2026, 12, 4)));
    }
}
