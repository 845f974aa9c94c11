//! A field for one body among all of the register: part of its name is typed, and the body is found, or a few to choose
//! from. Works without script; with it names are offered while one types.

use amends_core::{id::BodyId, text::Language};
use axum::{
    Json, Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::shown::Choice;
use crate::{
    i18n,
    office::{
        ActError,
        directory::{Directory, Found, Match},
    },
    render::frame::FieldError,
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// Before what was typed, once somebody wants none of the bodies that were offered for it.
pub(super) const ANOTHER: char = '?';

/// So many bodies are offered to choose from; where there are more, more of the name is asked for.
pub(super) const MOST: usize = 20;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/body-names", get(names))
}

/// The field as the component `body_field` takes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BodyField {
    /// What stands in it: what the body is called where one was found, else what was typed.
    pub value: String,
    /// The bodies to choose from, where several have in their names what was typed; the last stands for none of them, and
    /// is chosen until another is, so that a choice nobody made is not taken for an empty field.
    pub options: Vec<Choice>,
}

/// What came of a field for a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The body that was found.
    pub body: Option<BodyId>,
    /// The field, to be shown again.
    pub field: BodyField,
    /// Why no body was found by what was typed.
    pub error: Option<FieldError>,
}

impl Typed {
    /// What a list is narrowed to: nothing where nothing was typed, and a body that nobody has where none was found, so
    /// that nothing is listed that was not asked for.
    pub fn narrowed(&self) -> Option<BodyId> {
        self.body.or_else(|| self.error.is_some().then_some(BodyId(uuid::Uuid::nil())))
    }

    /// The body; an error on the field where there is none. `missing` says what to enter where nothing was typed.
    ///
    /// # Errors
    /// As told.
    pub fn must(&self, field: &str, missing: &str, language: Language) -> Result<BodyId, FieldError> {
        match (self.body, &self.error) {
            (Some(body), _) => Ok(body),
            (None, Some(error)) => Err(error.clone()),
            (None, None) => Err(FieldError::new(field, i18n::t(language, missing))),
        }
    }
}

/// Reads what was typed into the field of a name. By words nobody is found of those left out.
pub fn read(
    directory: &Directory,
    field: &str,
    typed: &str,
    left_out: &[BodyId],
    language: Language,
) -> Typed {
    let error = |key: &str, count: usize| Some(told_of(field, key, typed.trim(), count, language));
    if let Some(other) = typed.trim().strip_prefix(ANOTHER) {
        let field = BodyField { value: other.trim().to_owned(), options: Vec::new() };
        return Typed { body: None, field, error: error("body-field-another", 0) };
    }
    let as_typed = BodyField { value: typed.trim().to_owned(), options: Vec::new() };
    match directory.find(typed, left_out, language) {
        Found::Nothing => Typed::default(),
        Found::Nobody => Typed { body: None, field: as_typed, error: error("body-field-none", 0) },
        Found::One(record) => {
            let value = directory.label(record, language);
            let field = BodyField { value, options: Vec::new() };
            Typed { body: Some(record.body.id), field, error: None }
        }
        Found::Several(all) if all.len() > MOST => {
            Typed { body: None, field: as_typed, error: error("body-field-many", all.len()) }
        }
        Found::Several(all) => {
            let another = format!("{ANOTHER}{}", as_typed.value);
            let none = Choice::new(another, i18n::t(language, "body-field-none-of-these"));
            let options = all.iter().map(|one| option(directory, one, language)).chain([none]).collect();
            let field = BodyField { options, ..as_typed };
            Typed { body: None, field, error: error("body-field-several", all.len()) }
        }
    }
}

/// An error that names what was typed and how many were found by it.
pub(super) fn told_of(field: &str, key: &str, typed: &str, count: usize, language: Language) -> FieldError {
    let mut args = i18n::args([("typed", typed.to_owned())]);
    args.set("count", i64::try_from(count).unwrap_or(i64::MAX));
    FieldError::new(field, i18n::tr(language, key, &args))
}

fn option(directory: &Directory, one: &Match<'_>, language: Language) -> Choice {
    let kind = i18n::t(language, &format!("body-kind-{}", one.record.body.kind.code()));
    Choice {
        hint: one.by.map_or_else(|| kind.clone(), |by| format!("{kind} – {by}")),
        ..Choice::new(one.record.body.id.to_string(), directory.label(one.record, language))
    }
}

/// What was typed so far.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    pub(super) words: String,
}

/// A name that is offered.
#[derive(Serialize)]
pub(super) struct Offered {
    pub(super) name: String,
    /// The name it was found by, where that is another.
    pub(super) by: String,
}

/// The bodies whose names have the words, as many as a page would offer.
async fn names(State(app): State<App>, staff: Staff, Query(wanted): Query<Words>) -> Answer {
    let language = staff.visit.language;
    let offered = app
        .work(move |office| {
            let directory = office.directory()?;
            let found = directory.named(&wanted.words, &[], language);
            let offered = |one: &Match<'_>| Offered {
                name: directory.label(one.record, language),
                by: one.by.unwrap_or_default().to_owned(),
            };
            Ok::<_, ActError>(found.iter().take(MOST).map(offered).collect::<Vec<_>>())
        })
        .await?;
    Ok(Json(offered).into_response())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use amends_core::{
        body::{Body, BodyKind, OverTime},
        text::Bilingual,
    };
    use amends_store::people::BodyRecord;

    use super::*;

    fn directory(bodies: u128) -> Directory {
        let record = |number: u128| {
            let body = Body {
                id: BodyId(uuid::Uuid::from_u128(number)),
                name: Bilingual::new(format!("Council {number}"), format!("Cyngor Môn {number}")),
                kind: BodyKind::Council,
                language: Language::En,
                merged_into: None,
                chases_stopped: false,
                undeliverable: false,
                over_time: OverTime::default(),
            };
            BodyRecord { body, slug: format!("council-{number}") }
        };
        Directory::new(Arc::new((1..=bodies).map(record).collect()))
    }

    fn typed(bodies: u128, typed: &str, language: Language) -> Typed {
        read(&directory(bodies), "body", typed, &[], language)
    }

    fn told(one: &Typed) -> &str {
        one.error.as_ref().map_or("", |error| error.text.as_str())
    }

    #[test]
    fn one_body_is_shown_by_its_name_in_the_readers_language() {
        let found = typed(3, "council-2", Language::Cy);
        assert_eq!((found.field.value.as_str(), &found.error), ("Cyngor Môn 2", &None));
        assert_eq!(found.narrowed(), found.body);
        let missing = "case-body-missing";
        assert_eq!(found.must("body", missing, Language::Cy).ok(), found.body);
        assert_eq!(typed(3, "", Language::Cy), Typed::default());
        assert!(typed(3, "", Language::En).must("body", missing, Language::En).is_err());
        assert_eq!(Typed::default().narrowed(), None, "nothing typed, nothing narrowed");
    }

    #[test]
    fn of_several_one_is_chosen_or_none_of_them() {
        let found = typed(3, "mon", Language::En);
        assert!(told(&found).contains("mon") && told(&found).contains('3'), "{}", told(&found));
        let texts: Vec<&str> = found.field.options.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts[..3], ["Council 1", "Council 2", "Council 3"]);
        assert!(found.field.options[0].hint.ends_with("Cyngor Môn 1"), "the name that has the word");
        let last = found.field.options.last().map(|last| last.value.clone()).unwrap_or_default();
        let again = typed(3, &last, Language::En);
        assert_eq!((again.field.value.as_str(), again.body), ("mon", None), "what was typed stands");
        assert!(told(&again).starts_with("Type another name") && again.field.options.is_empty());
    }

    #[test]
    fn of_too_many_and_of_none_the_mend_is_told_and_nothing_is_listed() {
        for language in Language::ALL {
            let many = typed(21, "cyngor", language);
            assert!(many.field.options.is_empty() && told(&many).contains("21"), "{}", told(&many));
            let none = typed(21, "Powys", language);
            assert!(told(&none).contains("Powys"), "{}", told(&none));
            for one in [many, none] {
                assert!(one.narrowed().is_some_and(|body| directory(21).get(body).is_none()));
                assert!(one.must("body", "case-body-missing", language).is_err());
            }
        }
    }
}
