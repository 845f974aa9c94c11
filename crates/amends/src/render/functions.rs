//! What templates can call: messages, dates, money, status tags, icons, assets.

use std::borrow::Cow;

use amends_core::{money::Pence, text::Language};
use jiff::civil::{Date, DateTime};
use minijinja::{Environment, Error, ErrorKind, HtmlEscape, State, Value, value::Kwargs};

use super::{assets::Asset, icons, options, status};
use crate::i18n::{self, Args, Catalogue, Message};

/// Adds them all, speaking one language.
pub(super) fn add(environment: &mut Environment<'static>, language: Language) {
    environment.add_global("lang", language.tag());
    environment.add_global("other_lang", language.other().tag());
    environment.add_function("t", move |state: &State, key: &str, kwargs: Kwargs| {
        message(state, language, key, &kwargs)
    });
    environment.add_function("other_language_name", move || i18n::t(language.other(), "frame-language-name"));
    environment.add_function("other_lang_url", move |path: &str| other_path(language, path));
    environment.add_function("asset", asset);
    environment.add_function("icon", icon);
    environment.add_function("status_tag", move |state: &str, kwargs: Kwargs| tag(language, state, &kwargs));
    environment.add_filter("error_for", error_for);
    environment.add_filter("choices", choices);
    environment.add_filter("date", move |day: &str| Ok::<_, Error>(i18n::date(language, date(day)?)));
    environment
        .add_filter("date_short", move |day: &str| Ok::<_, Error>(i18n::date_short(language, date(day)?)));
    environment.add_filter("date_weekday", move |day: &str| {
        Ok::<_, Error>(i18n::date_with_weekday(language, date(day)?))
    });
    environment.add_filter("date_tag", move |day: &str| {
        let day = date(day)?;
        Ok::<_, Error>(time_element(&day.to_string(), &i18n::date(language, day)))
    });
    environment.add_filter("date_short_tag", move |day: &str| {
        let day = date(day)?;
        Ok::<_, Error>(time_element(&day.to_string(), &i18n::date_short(language, day)))
    });
    environment.add_filter("moment_tag", move |at: &str| {
        let at = moment(at)?;
        let words = format!("{}, {}", i18n::date(language, at.date()), i18n::time(at.time()));
        Ok::<_, Error>(time_element(&at.strftime("%Y-%m-%dT%H:%M").to_string(), &words))
    });
    environment.add_filter("time", |at: &str| Ok::<_, Error>(i18n::time(moment(at)?.time())));
    environment.add_filter("money", |pence: i64| i18n::money(Pence(pence)));
    environment.add_filter("working_days", move |count: u32| i18n::working_days(language, count));
}

fn wrong(detail: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, detail)
}

fn message(state: &State, language: Language, key: &str, kwargs: &Kwargs) -> Result<Value, Error> {
    let message = Catalogue::get().message(language, key, &arguments(kwargs)?);
    let html = !matches!(state.auto_escape(), minijinja::AutoEscape::None);
    Ok(match message {
        Message::Borrowed(other, text) if html => {
            let text = HtmlEscape(&text);
            Value::from_safe_string(format!("<span lang=\"{}\">{text}</span>", other.tag()))
        }
        message => Value::from(message.into_text()),
    })
}

fn arguments(kwargs: &Kwargs) -> Result<Args<'static>, Error> {
    let mut arguments = Args::new();
    for name in kwargs.args() {
        let value: Value = kwargs.get(name)?;
        if let Ok(number) = i64::try_from(value.clone()) {
            arguments.set(name.to_owned(), number);
        } else if value.is_undefined() || value.is_none() {
            return Err(wrong(format!("the argument {name} has no value")));
        } else {
            arguments.set(name.to_owned(), value.to_string());
        }
    }
    Ok(arguments)
}

/// The same page in the other language: `/en/actions` is `/cy/actions`, and `/worklist` is `/cy/worklist`.
fn other_path(language: Language, path: &str) -> String {
    let bare = Language::ALL
        .iter()
        .find_map(|known| path.strip_prefix('/')?.strip_prefix(known.tag()))
        .filter(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        .unwrap_or(path);
    format!("/{}{bare}", language.other().tag())
}

/// What is wrong with one field, of a list of `{field, text}`; empty where nothing is.
/// For a date in three fields the error of any of its parts counts.
fn error_for(errors: &Value, field: &str) -> Result<Value, Error> {
    for error in errors.try_iter()? {
        let found = error.get_attr("field")?;
        let found = found.as_str().unwrap_or_default();
        let part = found.strip_prefix(field).is_some_and(|rest| matches!(rest, "-day" | "-month" | "-year"));
        if found == field || part {
            return error.get_attr("text");
        }
    }
    Ok(Value::from(""))
}

/// The options of a choice, `{value, text}` each, with one of them chosen; those drawn beforehand have theirs chosen.
fn choices(all: &Value, chosen: &Value) -> Result<Value, Error> {
    if all.is_safe() {
        return Ok(all.clone());
    }
    let mut out = String::new();
    for one in all.try_iter()? {
        let (value, text) = (one.get_attr("value")?, one.get_attr("text")?);
        options::option(&mut out, &written(&value), &written(&text), value == *chosen);
    }
    Ok(Value::from_safe_string(out))
}

fn written(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed)
}

fn asset(name: &str) -> Result<String, Error> {
    Asset::named(name).map(Asset::path).ok_or_else(|| wrong(format!("there is no asset {name}")))
}

fn icon(name: &str) -> Result<Value, Error> {
    icons::svg(name).map(Value::from_safe_string).ok_or_else(|| wrong(format!("there is no icon {name}")))
}

/// `status_tag(state, audience="staff", days=…, date=…, plain=false)`.
fn tag(language: Language, state: &str, kwargs: &Kwargs) -> Result<Value, Error> {
    let look = status::named(state).ok_or_else(|| wrong(format!("there is no status {state}")))?;
    let audience: Option<&str> = kwargs.get("audience")?;
    let audience = audience.unwrap_or("staff");
    let audience =
        status::Audience::named(audience).ok_or_else(|| wrong(format!("there is no audience {audience}")))?;
    let plain: Option<bool> = kwargs.get("plain")?;
    let days: Option<i64> = kwargs.get("days")?;
    let day: Option<&str> = kwargs.get("date")?;
    kwargs.assert_all_used()?;
    let mut arguments = Args::new();
    if let Some(days) = days {
        arguments.set("days", days);
    }
    if let Some(day) = day {
        arguments.set("date", i18n::date_short(language, date(day)?));
    }
    if audience == status::Audience::Staff
        && let Some(need) = look.needs
        && arguments.get(need).is_none()
    {
        return Err(wrong(format!("the status {state} must be told its {need}")));
    }
    let words = look.words(language, audience, &arguments);
    Ok(Value::from_safe_string(look.tag(&words, plain.unwrap_or(false))))
}

fn date(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|error| wrong(format!("{text:?} is not a date")).with_source(error))
}

fn moment(text: &str) -> Result<DateTime, Error> {
    text.parse().map_err(|error| wrong(format!("{text:?} is not a date with a time")).with_source(error))
}

fn time_element(machine: &str, words: &str) -> Value {
    Value::from_safe_string(format!("<time datetime=\"{machine}\">{}</time>", HtmlEscape(words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_language_keeps_the_page() {
        assert_eq!(other_path(Language::En, "/en/actions/24-0193-2?page=2"), "/cy/actions/24-0193-2?page=2");
        assert_eq!(other_path(Language::Cy, "/cy"), "/en");
        assert_eq!(other_path(Language::En, "/worklist"), "/cy/worklist");
        assert_eq!(other_path(Language::En, "/entry"), "/cy/entry");
    }

    #[test]
    fn an_error_is_found_by_its_field_or_by_the_part_of_a_date() {
        let mut environment = Environment::new();
        add(&mut environment, Language::En);
        let source = "{{ [{'field': 'by-day', 'text': 'No such day'}]|error_for(name) }}";
        let found = |name: &str| environment.render_str(source, minijinja::context! { name }).expect("drawn");
        assert_eq!(
            (found("by"), found("by-day"), found("b")),
            ("No such day".into(), "No such day".into(), String::new())
        );
    }

    #[test]
    fn a_status_without_its_number_of_days_is_a_fault() {
        let mut environment = Environment::new();
        add(&mut environment, Language::En);
        assert!(environment.render_str("{{ status_tag('overdue') }}", ()).is_err());
        let drawn = environment.render_str("{{ status_tag('overdue', days=9) }}", ()).expect("drawn");
        assert!(drawn.contains("9 days late") && drawn.contains("am-tag--late"), "{drawn}");
        let public = environment.render_str("{{ status_tag('overdue', audience='public') }}", ());
        assert!(public.is_ok_and(|tag| tag.contains("<span>Late</span>")));
    }
}
