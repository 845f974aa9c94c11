//! How the few sorts of value go over the wire to PostgreSQL and come back.

use std::error::Error;

use bytes::{BufMut as _, BytesMut};
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::value::Value;

/// A text column of this engine cannot hold the letter of number 0. It, and the letter that stands for it,
/// are written as this one with a second behind it.
const ESCAPE: char = '\u{10FFFE}';

type Outcome<T> = Result<T, Box<dyn Error + Sync + Send>>;

/// A value on its way out.
#[derive(Debug)]
pub(super) struct Bound<'a>(pub &'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Outcome<IsNull> {
        match self.0 {
            Value::Null => return Ok(IsNull::Yes),
            Value::Int(number) => put_number(*number, kind, out)?,
            Value::Text(text) if text.contains(['\0', ESCAPE]) => out.put_slice(escaped(text).as_bytes()),
            Value::Text(text) => out.put_slice(text.as_bytes()),
            Value::Bytes(bytes) => out.put_slice(bytes),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn put_number(number: i64, kind: &Type, out: &mut BytesMut) -> Outcome<()> {
    match *kind {
        Type::INT8 => out.put_i64(number),
        Type::INT4 => out.put_i32(number.try_into()?),
        Type::INT2 => out.put_i16(number.try_into()?),
        Type::BOOL => out.put_u8(u8::from(number != 0)),
        ref other => return Err(format!("a number is handed to a place for {other}").into()),
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for letter in text.chars() {
        match letter {
            '\0' => out.extend([ESCAPE, '0']),
            ESCAPE => out.extend([ESCAPE, 'e']),
            other => out.push(other),
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ESCAPE => out.push(if letters.next() == Some('0') { '\0' } else { ESCAPE }),
            other => out.push(other),
        }
    }
    out
}

/// A value that came in.
pub(super) struct Come(pub Value);

impl<'a> FromSql<'a> for Come {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Outcome<Self> {
        let value = match *kind {
            Type::INT8 => Value::Int(i64::from_be_bytes(raw.try_into()?)),
            Type::INT4 => Value::Int(i32::from_be_bytes(raw.try_into()?).into()),
            Type::INT2 => Value::Int(i16::from_be_bytes(raw.try_into()?).into()),
            Type::BOOL => Value::Int(i64::from(raw != [0])),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN | Type::BPCHAR => {
                let text = str::from_utf8(raw)?;
                Value::Text(if text.contains(ESCAPE) { unescaped(text) } else { text.to_owned() })
            }
            ref other => return Err(format!("a column holds a {other}").into()),
        };
        Ok(Self(value))
    }

    fn from_sql_null(_: &Type) -> Outcome<Self> {
        Ok(Self(Value::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_the_engine_cannot_hold_comes_back_as_it_was() {
        for text in ["a\0b", "\u{10FFFE}", "\u{10FFFE}0\0\u{10FFFE}e", "plain"] {
            let mut out = BytesMut::new();
            Bound(&Value::Text(text.to_owned())).to_sql(&Type::TEXT, &mut out).unwrap();
            assert!(!out.contains(&0));
            let Come(back) = Come::from_sql(&Type::TEXT, &out).unwrap();
            assert_eq!(back, Value::Text(text.to_owned()));
        }
    }

    #[test]
    fn a_number_that_does_not_fit_its_place_is_refused() {
        let mut out = BytesMut::new();
        assert!(Bound(&Value::Int(70_000)).to_sql(&Type::INT2, &mut out).is_err());
        assert!(Bound(&Value::Int(7)).to_sql(&Type::TEXT, &mut out).is_err());
    }
}
