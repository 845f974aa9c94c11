//! Forms told field by field: drawn by one part of the templates, read by one reader, each label and error in the catalogues.

use amends_core::{money::Pence, text::Language};
use jiff::civil::Date;
use serde::Serialize;

use super::shown::{Choice, told};
use crate::{
    i18n::{self, Catalogue},
    render::frame::FieldError,
    web::form::Form,
};

/// What sort of field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// A line.
    Line,
    /// A few sentences.
    Words,
    /// A day.
    Day,
    /// A sum of money.
    Sum,
    /// Yes or no.
    YesNo,
    /// A box to tick.
    Tick,
    /// One of several.
    One,
    /// Some of several.
    Some,
}

/// A field of a form.
#[derive(Debug, Clone, Copy)]
pub struct FieldRule {
    name: &'static str,
    sort: Sort,
    optional: bool,
}

/// A field that must be filled.
pub const fn must(name: &'static str, sort: Sort) -> FieldRule {
    FieldRule { name, sort, optional: false }
}

/// A field that may be left out.
pub const fn may(name: &'static str, sort: Sort) -> FieldRule {
    FieldRule { name, sort, optional: true }
}

/// A form: its words stand in the catalogues under `<words><name>`.
#[derive(Debug, Clone, Copy)]
pub struct FormRule {
    /// How the keys of its words begin, as `report-`: the page it stands on.
    pub words: &'static str,
    /// What it asks: the last part of its address.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [FieldRule],
}

/// A form as the templates take it.
#[derive(Debug, Clone, Serialize)]
pub struct Drawn {
    id: String,
    action: String,
    title: String,
    button: String,
    about: String,
    fields: Vec<DrawnField>,
}

#[derive(Debug, Clone, Serialize)]
struct DrawnField {
    name: String,
    sort: Sort,
    label: String,
    hint: Option<String>,
    options: Vec<Choice>,
}

impl FormRule {
    fn label(&self, field: &str, language: Language) -> String {
        i18n::t(language, &format!("{}{}-{field}", self.words, self.name))
    }

    /// Draws it. `id` tells it from others of its kind on the page; `about` says to whom it applies, where there are
    /// several; `options` gives what there is to choose.
    pub fn drawn(
        &self,
        id: &str,
        action: &str,
        about: &str,
        language: Language,
        options: impl Fn(&str) -> Vec<Choice>,
    ) -> Drawn {
        let yes_no = || {
            vec![
                Choice::new("yes", i18n::t(language, "asked-yes")),
                Choice::new("no", i18n::t(language, "asked-no")),
            ]
        };
        let field = |field: &FieldRule| {
            let label = self.label(field.name, language);
            let hint = format!("{}{}-{}-hint", self.words, self.name, field.name);
            DrawnField {
                name: format!("{id}-{}", field.name),
                sort: field.sort,
                label: match (field.sort, field.optional) {
                    (Sort::Tick, _) | (_, false) => label,
                    (_, true) => told(language, "part-optional", [("label", &label)]),
                },
                hint: Catalogue::get().has(language, &hint).then(|| i18n::t(language, &hint)),
                options: match field.sort {
                    Sort::YesNo => yes_no(),
                    Sort::Line
                    | Sort::Words
                    | Sort::Day
                    | Sort::Sum
                    | Sort::Tick
                    | Sort::One
                    | Sort::Some => options(field.name),
                },
            }
        };
        Drawn {
            id: id.to_owned(),
            action: action.to_owned(),
            title: i18n::t(language, &format!("{}{}", self.words, self.name)),
            button: i18n::t(language, &format!("{}{}-button", self.words, self.name)),
            about: about.to_owned(),
            fields: self.fields.iter().map(field).collect(),
        }
    }

    /// Reads what was typed into it; what is missing or cannot be used is an error on its field.
    ///
    /// # Errors
    /// One for each field that cannot be used.
    pub fn read<'a>(
        &self,
        id: &str,
        form: &'a Form,
        language: Language,
    ) -> Result<Given<'a>, Vec<FieldError>> {
        let given = Given { form, id: id.to_owned() };
        let mut reading = form.read(language);
        let mut missing = Vec::new();
        for field in self.fields {
            let name = given.field(field.name);
            let there = match field.sort {
                Sort::Line | Sort::Words | Sort::One | Sort::YesNo | Sort::Tick => form.has(&name),
                Sort::Some => !form.all(&name).is_empty(),
                Sort::Sum => reading.optional_money(&name).is_some() || form.has(&name),
                Sort::Day => {
                    reading.optional_date(&name).is_some()
                        || ["day", "month", "year"].iter().any(|part| form.has(&format!("{name}-{part}")))
                }
            };
            if !there && !field.optional {
                let label = self.label(field.name, language);
                let at = if field.sort == Sort::Day { format!("{name}-day") } else { name };
                let text = told(language, "asked-missing", [("label", &label)]);
                missing.push(FieldError { field: at, text });
            }
        }
        let mut errors = reading.errors();
        errors.extend(missing);
        if errors.is_empty() { Ok(given) } else { Err(errors) }
    }

    /// Errors of the rules, led to the fields of this form; what it has no field for leads to the form as a whole.
    pub fn led(&self, id: &str, errors: Vec<FieldError>) -> Vec<FieldError> {
        let led = |error: FieldError| {
            let known = self.fields.iter().any(|field| field.name == error.field);
            let field = if known { error.field.as_str() } else { "main" };
            FieldError { field: format!("{id}-{field}"), ..error }
        };
        errors.into_iter().map(led).collect()
    }
}

/// A form whose fields can be used.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    form: &'a Form,
    id: String,
}

impl Given<'_> {
    fn field(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    /// A text; empty where nothing was typed.
    pub fn text(&self, name: &str) -> String {
        self.form.get(&self.field(name)).trim().to_owned()
    }

    /// A day.
    pub fn day(&self, name: &str) -> Option<Date> {
        self.form.read(Language::En).optional_date(&self.field(name))
    }

    /// A sum.
    pub fn sum(&self, name: &str) -> Option<Pence> {
        self.form.read(Language::En).optional_money(&self.field(name))
    }

    /// Yes, or no; nothing where neither was chosen.
    pub fn yes(&self, name: &str) -> Option<bool> {
        match self.text(name).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    /// Is the box ticked?
    pub fn ticked(&self, name: &str) -> bool {
        self.form.has(&self.field(name))
    }

    /// What was chosen, where it reads as what is wanted.
    pub fn one<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    /// What was chosen, where it is a word of the record.
    pub fn word<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_value(serde_json::Value::String(self.text(name))).ok()
    }

    /// All that was ticked and reads as what is wanted.
    pub fn some<T: std::str::FromStr>(&self, name: &str) -> Vec<T> {
        self.form.all(&self.field(name)).iter().filter_map(|value| value.parse().ok()).collect()
    }
}
