//! The few sorts of value that stand in tables, and how the words of the domain become them and come back.

use std::fmt::Display;

use amends_core::{
    id::{
        BodyId, CaseId, EvidenceId, ExtensionId, LinkId, MailId, ParticularId, PersonId, PostId,
        RecommendationNumber, StaffId,
    },
    ledger::written_time,
    text::{Digest, Language, Salt},
};
use jiff::{Timestamp, civil::Date};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::error::{Result, StoreError};

/// A value as tables hold it. Dates are `2026-04-15`, times UTC with six digits after the point, ids 16 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number; truth is 0 or 1.
    Int(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    fn says(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Int(_) => "a number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
        }
    }
}

/// What can be read out of a column.
pub trait FromValue: Sized {
    /// Reads it, or says what stands there instead.
    fn from_value(value: Value) -> Result<Self>;
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self> {
        Ok(value)
    }
}

fn unlike<T>(wanted: &str, value: &Value) -> Result<T> {
    Err(StoreError::damaged(format!("a column holds {} where {wanted} should stand", value.says())))
}

fn parsed<T: std::str::FromStr<Err: Display>>(wanted: &str, text: &str) -> Result<T> {
    text.parse().map_err(|error| StoreError::damaged(format!("{text:?} is no {wanted}: {error}")))
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self> {
        if value == Value::Null { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl FromValue for $number {
            fn from_value(value: Value) -> Result<Self> {
                match value {
                    Value::Int(number) => Self::try_from(number).map_err(|_| {
                        StoreError::damaged(format!("{number} does not fit where it stands"))
                    }),
                    other => unlike("a number", &other),
                }
            }
        }
    )+};
}
numbers!(i64, u64, u32, i32, u16, u8);

macro_rules! whole_numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Int(i64::from(number))
            }
        }
    )+};
}
whole_numbers!(i64, u32, i32, u16, u8, bool);

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => unlike("true or false", &other),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Text(text) => Ok(text),
            other => unlike("a text", &other),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => unlike("bytes", &other),
        }
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

fn exactly<const N: usize>(value: Value) -> Result<[u8; N]> {
    let bytes = Vec::from_value(value)?;
    bytes.try_into().map_err(|bytes: Vec<u8>| {
        StoreError::damaged(format!("a column holds {} bytes where {N} should stand", bytes.len()))
    })
}

macro_rules! digests {
    ($($name:ident),+) => {$(
        impl FromValue for $name {
            fn from_value(value: Value) -> Result<Self> {
                exactly(value).map(Self)
            }
        }

        impl From<$name> for Value {
            fn from(value: $name) -> Self {
                Self::Bytes(value.0.to_vec())
            }
        }
    )+};
}
digests!(Digest, Salt);

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        impl FromValue for $name {
            fn from_value(value: Value) -> Result<Self> {
                Ok(Self(Uuid::from_bytes(exactly(value)?)))
            }
        }

        impl From<$name> for Value {
            fn from(id: $name) -> Self {
                Self::Bytes(id.0.as_bytes().to_vec())
            }
        }
    )+};
}
ids!(BodyId, CaseId, EvidenceId, ExtensionId, LinkId, MailId, ParticularId, PersonId, PostId, StaffId,);

impl FromValue for RecommendationNumber {
    fn from_value(value: Value) -> Result<Self> {
        u16::from_value(value).map(Self)
    }
}

impl From<RecommendationNumber> for Value {
    fn from(number: RecommendationNumber) -> Self {
        number.0.into()
    }
}

impl FromValue for Date {
    fn from_value(value: Value) -> Result<Self> {
        parsed("date", &String::from_value(value)?)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl FromValue for Timestamp {
    fn from_value(value: Value) -> Result<Self> {
        parsed("time", &String::from_value(value)?)
    }
}

impl From<Timestamp> for Value {
    fn from(time: Timestamp) -> Self {
        Self::Text(written_time(time))
    }
}

impl FromValue for Language {
    fn from_value(value: Value) -> Result<Self> {
        let text = String::from_value(value)?;
        text.parse().map_err(|()| StoreError::damaged(format!("{text:?} is no language")))
    }
}

impl From<Language> for Value {
    fn from(language: Language) -> Self {
        language.tag().into()
    }
}

/// A word of the record read back, such as `under_review`: whatever type has it among its names.
pub(crate) struct Word<T>(pub T);

impl<T: DeserializeOwned> FromValue for Word<T> {
    fn from_value(value: Value) -> Result<Self> {
        let text = String::from_value(value)?;
        serde_json::from_value(serde_json::Value::String(text))
            .map(Self)
            .map_err(|error| StoreError::damaged(error.to_string()))
    }
}

/// A value kept as JSON.
pub(crate) struct Json<T>(pub T);

impl<T: DeserializeOwned> FromValue for Json<T> {
    fn from_value(value: Value) -> Result<Self> {
        serde_json::from_str(&String::from_value(value)?)
            .map(Self)
            .map_err(|error| StoreError::damaged(error.to_string()))
    }
}

/// Anything that serialises, as a column of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<Value> {
    serde_json::to_string(value).map(Value::Text).map_err(|error| StoreError::damaged(error.to_string()))
}

/// The places of so many values in a statement: `$1, $2, $3`.
pub(crate) fn places_of(count: usize) -> String {
    (1..=count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_the_wrong_sort_is_named_not_guessed() {
        let error = u16::from_value(Value::Int(70_000)).unwrap_err();
        assert!(error.to_string().contains("70000 does not fit"), "{error}");
        assert!(bool::from_value(Value::Int(2)).is_err());
        assert!(Date::from_value("2026-02-30".into()).is_err());
        assert!(Digest::from_value(Value::Bytes(vec![1; 31])).is_err());
        assert!(Language::from_value("fr".into()).is_err());
    }

    #[test]
    fn nothing_is_not_an_empty_text() {
        assert_eq!(Option::<String>::from_value(Value::Null), Ok(None));
        assert_eq!(Option::<String>::from_value("".into()), Ok(Some(String::new())));
        assert!(String::from_value(Value::Null).is_err());
    }
}
