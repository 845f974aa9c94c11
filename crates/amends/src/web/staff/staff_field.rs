//! A field for one member of staff who handles cases: a choice where there are few of them, else part of a name is typed,
//! and the member of staff is found, or a few to choose from. Works without script; with it names are offered while one
//! types.

use std::sync::Arc;

use amends_core::{id::StaffId, text::Language};
use amends_store::{people::Staff as Member, search::fold};
use axum::{
    Json, Router,
    extract::{Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{
    body_field::{ANOTHER, MOST, Offered, Words, told_of},
    shown::{self, Choice},
};
use crate::{
    i18n,
    office::ActError,
    render::{
        frame::FieldError,
        options::{DrawnOptions, Options},
    },
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// So many members of staff stand in a choice; where there are more, a name is typed.
const FEW: usize = 30;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/staff-names", get(names))
}

/// The members of staff, of whom those who may handle a case can be chosen.
#[derive(Debug)]
pub struct Handlers {
    all: Arc<Vec<Member>>,
    /// All who may, drawn, where they are few.
    drawn: Option<Options>,
}

/// The field as the component `staff_field` takes it.
#[derive(Debug, Clone, Serialize)]
pub struct StaffField {
    /// All to choose from, where they are few: the field is a choice.
    choices: Option<DrawnOptions>,
    /// What stands in the field otherwise: the name where somebody was found, else what was typed.
    value: String,
    /// Those to choose from, where several have in their names what was typed; the last stands for none of them, and is
    /// chosen until another is.
    options: Vec<Choice>,
}

/// What came of a field for a member of staff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Who was found.
    pub who: Option<StaffId>,
    /// Why nobody was found by what was typed.
    pub error: Option<FieldError>,
    /// The name of who was found, else what was typed.
    pub value: String,
    options: Vec<Choice>,
}

impl Typed {
    /// What a list is narrowed to: nothing where nothing was typed, and somebody nobody is where nobody was found, so
    /// that nothing is listed that was not asked for.
    pub fn narrowed(&self) -> Option<StaffId> {
        self.who.or_else(|| self.error.is_some().then_some(StaffId(uuid::Uuid::nil())))
    }

    /// The member of staff; an error on the field where there is none.
    ///
    /// # Errors
    /// As told.
    pub fn must(&self, field: &str, language: Language) -> Result<StaffId, FieldError> {
        match (self.who, &self.error) {
            (Some(who), _) => Ok(who),
            (None, Some(error)) => Err(error.clone()),
            (None, None) => Err(FieldError::new(field, i18n::t(language, "case-handler-missing"))),
        }
    }
}

impl Handlers {
    /// Of the members of staff.
    pub fn of(all: &Arc<Vec<Member>>) -> Self {
        let few = all.iter().filter(|member| may_handle(member)).count() <= FEW;
        let choices = || shown::staff_choices(all).into_iter().map(|one| (one.value, one.text));
        Self { all: Arc::clone(all), drawn: few.then(|| Options::draw(choices())) }
    }

    /// The list of members of staff it is of.
    pub fn all(&self) -> &Arc<Vec<Member>> {
        &self.all
    }

    /// All of them as a choice, where they are few.
    pub fn few(&self) -> Option<&Options> {
        self.drawn.as_ref()
    }

    /// The field, with some options before all others where it is a choice.
    pub fn field(&self, typed: Typed, first: &[(&str, &str)]) -> StaffField {
        let chosen = typed.who.map(|who| who.to_string()).unwrap_or_default();
        let choices = self.few().map(|options| options.after(first, &chosen, |_| false));
        StaffField { choices, value: typed.value, options: typed.options }
    }

    /// Whose list can be chosen: one's own, everybody's, and each other's where they are few, or else that of the one whose
    /// list it is.
    pub fn lists(&self, me: StaffId, chosen: &str, language: Language) -> DrawnOptions {
        let mine = me.to_string();
        let mut first = vec![
            (mine.clone(), i18n::t(language, "worklist-mine")),
            ("all".to_owned(), i18n::t(language, "worklist-everybody")),
        ];
        if let (None, Ok(id)) = (self.few(), chosen.parse::<StaffId>())
            && id != me
        {
            first.push((chosen.to_owned(), shown::staff_name(&self.all, id, language)));
        }
        let first: Vec<(&str, &str)> =
            first.iter().map(|(value, text)| (value.as_str(), text.as_str())).collect();
        let few = self.few();
        few.unwrap_or(&Options::default()).after(&first, chosen, |value| value == mine)
    }

    /// Reads what was typed: an id, an address, a whole name, or words that begin words of a name. By an id anybody is
    /// found, by all else those alone who may handle a case.
    pub fn read(&self, field: &str, typed: &str, language: Language) -> Typed {
        let typed = typed.trim();
        if typed.is_empty() {
            return Typed::default();
        }
        let wrong = |key: &str, value: &str, count: usize| Typed {
            value: value.to_owned(),
            error: Some(told_of(field, key, value, count, language)),
            ..Typed::default()
        };
        if let Some(other) = typed.strip_prefix(ANOTHER) {
            return wrong("body-field-another", other.trim(), 0);
        }
        match self.find(typed).as_slice() {
            [] => wrong("staff-field-none", typed, 0),
            [one] => Typed { who: Some(one.id), value: self.label(one), ..Typed::default() },
            all if all.len() > MOST => wrong("staff-field-many", typed, all.len()),
            all => {
                let none =
                    Choice::new(format!("{ANOTHER}{typed}"), i18n::t(language, "body-field-none-of-these"));
                let options = all.iter().map(|one| option(one)).chain([none]).collect();
                Typed { options, ..wrong("staff-field-several", typed, all.len()) }
            }
        }
    }

    fn find(&self, typed: &str) -> Vec<&Member> {
        if let Ok(id) = typed.parse::<StaffId>() {
            return self.all.iter().filter(|member| member.id == id).collect();
        }
        // As a name that is another's too is written, the address stands in brackets behind it.
        let address =
            typed.strip_suffix(')').and_then(|typed| typed.rsplit_once(" (")).map_or(typed, |(_, at)| at);
        if let Some(one) = self.may().find(|member| member.email.eq_ignore_ascii_case(address)) {
            return vec![one];
        }
        let wanted = fold(typed);
        let whole: Vec<&Member> = self.may().filter(|member| fold(&member.name) == wanted).collect();
        if whole.is_empty() { self.named(typed) } else { whole }
    }

    /// Those who may handle a case in whose name each word begins a word: first those whose name begins with the words,
    /// then by name. None where there is no word.
    fn named(&self, words: &str) -> Vec<&Member> {
        let folded = fold(words);
        let words: Vec<String> = folded.split_whitespace().map(|word| format!(" {word}")).collect();
        let has = |name: &str| !words.is_empty() && words.iter().all(|word| name.contains(word.as_str()));
        let name = |member: &Member| format!(" {}", fold(&member.name));
        let named = self.may().map(|member| (name(member), member)).filter(|(name, _)| has(name));
        let begins = |name: &str| name.get(1..).is_some_and(|name| name.starts_with(&folded));
        let mut found: Vec<(bool, String, &Member)> =
            named.map(|(name, one)| (!begins(&name), name, one)).collect();
        found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        found.into_iter().map(|(_, _, one)| one).collect()
    }

    /// What somebody is called where they must be told from all others: the name, with the address in brackets where
    /// another has the same name.
    fn label(&self, one: &Member) -> String {
        let name = fold(&one.name);
        let shared = self.may().any(|other| other.id != one.id && fold(&other.name) == name);
        if shared { format!("{} ({})", one.name, one.email) } else { one.name.clone() }
    }

    fn may(&self) -> impl Iterator<Item = &Member> {
        self.all.iter().filter(|member| may_handle(member))
    }
}

fn may_handle(member: &Member) -> bool {
    !member.disabled && amends_core::permit::may_read_cases(member.role)
}

fn option(one: &Member) -> Choice {
    Choice { hint: one.email.clone(), ..Choice::new(one.id.to_string(), &one.name) }
}

/// Those whose names have the words, as many as a page would offer.
async fn names(State(app): State<App>, _: Staff, Query(wanted): Query<Words>) -> Answer {
    let options = Arc::clone(&app.staff_options);
    let offered = app
        .work(move |office| {
            let handlers = options.of(&office.staff()?);
            let found = handlers.named(&wanted.words).into_iter().take(MOST);
            let offered = found.map(|one| Offered { name: handlers.label(one), by: String::new() });
            Ok::<_, ActError>(offered.collect::<Vec<_>>())
        })
        .await?;
    Ok(Json(offered).into_response())
}

#[cfg(test)]
mod tests;
