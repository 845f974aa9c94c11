//! The two languages: messages, plurals, dates, working days and money, all from the catalogues.

use std::{
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

use amends_core::{money::Pence, text::Language};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::civil::{Date, Time};
use unic_langid::langid;

/// Every catalogue file: `cy/status.ftl` and its text.
pub static SOURCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A message's arguments, by name.
pub type Args<'a> = FluentArgs<'a>;

/// The arguments of one message: `args([("days", 3)])`.
pub fn args<'a, V: Into<FluentValue<'a>>>(values: impl IntoIterator<Item = (&'static str, V)>) -> Args<'a> {
    values.into_iter().map(|(name, value)| (name, value.into())).collect()
}

/// A message, and whether it had to be taken from the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// In the language asked for.
    Own(String),
    /// Missing there, so in the other language: must be marked up as such.
    Borrowed(Language, String),
    /// In neither: the key between brackets that nobody overlooks.
    Missing(String),
}

impl Message {
    /// The words alone, for plain text.
    pub fn into_text(self) -> String {
        match self {
            Self::Own(text) | Self::Borrowed(_, text) | Self::Missing(text) => text,
        }
    }
}

/// All messages in both languages (R38).
pub struct Catalogue {
    en: Words,
    cy: Words,
}

/// The messages of one language.
struct Words {
    bundle: FluentBundle<FluentResource>,
    /// Those that were asked for without arguments: always the same words, and no more of them than the catalogue has.
    plain: RwLock<HashMap<String, String>>,
}

static BUILT_IN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue { en: words(Language::En, SOURCES), cy: words(Language::Cy, SOURCES) });

impl Catalogue {
    /// The messages the binary carries.
    pub fn get() -> &'static Self {
        &BUILT_IN
    }

    /// A catalogue of given files, named `en/….ftl` and `cy/….ftl`: for offices' own words and for tests.
    pub fn of(sources: &[(&str, &str)]) -> Self {
        Self { en: words(Language::En, sources), cy: words(Language::Cy, sources) }
    }

    fn words(&self, language: Language) -> &Words {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }

    /// Whether the language has the message itself.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.words(language).bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// A message with its arguments. A key that is missing is logged and the other language is given.
    pub fn message(&self, language: Language, key: &str, args: &Args<'_>) -> Message {
        if let Some(text) = self.format(language, key, args) {
            return Message::Own(text);
        }
        tracing::error!(key, language = language.tag(), "a message is missing from the catalogue");
        match self.format(language.other(), key, args) {
            Some(text) => Message::Borrowed(language.other(), text),
            None => Message::Missing(format!("⟦{key}⟧")),
        }
    }

    /// A message's words, with arguments.
    pub fn tr(&self, language: Language, key: &str, args: &Args<'_>) -> String {
        self.message(language, key, args).into_text()
    }

    fn format(&self, language: Language, key: &str, args: &Args<'_>) -> Option<String> {
        let Words { bundle, plain } = self.words(language);
        let is_plain = args.iter().next().is_none();
        if is_plain && let Some(text) = plain.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return Some(text.clone());
        }
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors: Vec<FluentError> = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, language = language.tag(), ?errors, "a message could not be filled in");
        } else if is_plain {
            plain.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), text.clone());
        }
        Some(text)
    }
}

fn words(language: Language, sources: &[(&str, &str)]) -> Words {
    Words { bundle: bundle(language, sources), plain: RwLock::default() }
}

fn bundle(language: Language, sources: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let locale = match language {
        Language::En => langid!("en-GB"),
        Language::Cy => langid!("cy"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number));
    for (name, source) in sources.iter().filter(|(name, _)| name.starts_with(language.tag())) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((readable, errors)) => {
                tracing::error!(name, ?errors, "a catalogue has lines that cannot be read; the rest is used");
                readable
            }
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whole numbers with commas at the thousands, as both languages write them.
fn number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(plain.into_owned());
    }
    let mut grouped = String::from(if digits.len() < plain.len() { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    Some(grouped)
}

/// A message without arguments.
pub fn t(language: Language, key: &str) -> String {
    Catalogue::get().tr(language, key, &Args::new())
}

/// A message with arguments.
pub fn tr(language: Language, key: &str, args: &Args<'_>) -> String {
    Catalogue::get().tr(language, key, args)
}

/// `4 December 2026`, `4 Rhagfyr 2026`.
pub fn date(language: Language, date: Date) -> String {
    let month = t(language, &format!("month-{}", date.month()));
    format!("{} {month} {}", date.day(), date.year())
}

/// `4 Dec 2026`, `4 Rhag 2026`: for tables.
pub fn date_short(language: Language, date: Date) -> String {
    let month = t(language, &format!("month-short-{}", date.month()));
    format!("{} {month} {}", date.day(), date.year())
}

/// `Friday 4 December 2026`, `Dydd Gwener 4 Rhagfyr 2026`: for dates somebody must keep.
pub fn date_with_weekday(language: Language, day: Date) -> String {
    let weekday = t(language, &format!("weekday-{}", day.weekday().to_monday_one_offset()));
    format!("{weekday} {}", date(language, day))
}

/// `14:02`, in both languages.
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `20 working days`, `20 diwrnod gwaith`.
pub fn working_days(language: Language, count: u32) -> String {
    tr(language, "count-working-days", &args([("count", count)]))
}

/// `£1,250` or `£1,250.50`, in both languages.
pub fn money(amount: Pence) -> String {
    amount.to_string()
}

#[cfg(test)]
mod coverage;

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn r38_dates_are_written_in_both_languages() {
        let decided = day(2026, 12, 4);
        assert_eq!(date(Language::En, decided), "4 December 2026");
        assert_eq!(date(Language::Cy, decided), "4 Rhagfyr 2026");
        assert_eq!(date_short(Language::En, decided), "4 Dec 2026");
        assert_eq!(date_short(Language::Cy, decided), "4 Rhag 2026");
        assert_eq!(date_with_weekday(Language::En, decided), "Friday 4 December 2026");
        assert_eq!(date_with_weekday(Language::Cy, decided), "Dydd Gwener 4 Rhagfyr 2026");
    }

    #[test]
    fn r38_welsh_counts_with_its_six_plural_forms() {
        let count = |n| working_days(Language::Cy, n);
        assert_eq!(count(0), "dim diwrnodau gwaith");
        assert_eq!(count(1), "1 diwrnod gwaith");
        assert_eq!(count(2), "2 ddiwrnod gwaith");
        assert_eq!(count(3), "3 diwrnod gwaith");
        assert_eq!(count(20), "20 diwrnod gwaith");
        assert_eq!(working_days(Language::En, 1), "1 working day");
        assert_eq!(working_days(Language::En, 1900), "1,900 working days");
    }

    #[test]
    fn a_missing_message_is_given_in_the_other_language_and_says_so() {
        let catalogue = Catalogue::of(&[("en/a.ftl", "only-english = Apology"), ("cy/a.ftl", "")]);
        let none = Args::new();
        assert_eq!(
            catalogue.message(Language::Cy, "only-english", &none),
            Message::Borrowed(Language::En, "Apology".to_owned())
        );
        assert_eq!(
            catalogue.message(Language::Cy, "nowhere", &none),
            Message::Missing("⟦nowhere⟧".to_owned())
        );
        assert!(catalogue.has(Language::En, "only-english") && !catalogue.has(Language::Cy, "only-english"));
    }

    #[test]
    fn money_reads_the_same_in_both_languages() {
        assert_eq!(money(Pence(125_050)), "£1,250.50");
    }
}
