//! Money: pence, never a fraction; read strictly, written plainly.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An amount in pence sterling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pence(pub i64);

impl fmt::Display for Pence {
    /// `£1,250` or `£1,250.50`; the same in both languages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = if self.0 < 0 { ("-", self.0.unsigned_abs()) } else { ("", self.0.unsigned_abs()) };
        let digits = (all / 100).to_string();
        let mut pounds = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                pounds.push(',');
            }
            pounds.push(digit);
        }
        match all % 100 {
            0 => write!(f, "{sign}£{pounds}"),
            pence => write!(f, "{sign}£{pounds}.{pence:02}"),
        }
    }
}

/// Why a text is not an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// A comma that does not mark thousands, as in `£1,50`.
    #[error("comma")]
    Comma,
    /// More or fewer than two digits after the point.
    #[error("pence")]
    Pence,
    /// Something that is not a digit.
    #[error("not-a-number")]
    NotANumber,
    /// More than a hundred million pounds, or nothing at all.
    #[error("size")]
    Size,
}

impl FromStr for Pence {
    type Err = AmountError;

    /// Reads `250`, `£250`, `£1,250.50`. Refuses `£1,50`: it could be £1.50 or £150.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        let text = text.strip_prefix('£').unwrap_or(text).trim();
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let (pounds, pence) = match text.split_once('.') {
            None => (text, "00"),
            Some((pounds, pence)) if pence.len() == 2 => (pounds, pence),
            Some(_) => return Err(AmountError::Pence),
        };
        let digits = thousands(pounds)?;
        if !digits.bytes().chain(pence.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(AmountError::NotANumber);
        }
        if digits.len() > 9 {
            return Err(AmountError::Size);
        }
        let value = format!("{digits}{pence}").parse().map_err(|_| AmountError::NotANumber)?;
        if value == 0 { Err(AmountError::Size) } else { Ok(Self(value)) }
    }
}

/// The digits of `1,250`, where every comma stands before exactly three of them.
fn thousands(pounds: &str) -> Result<String, AmountError> {
    let mut groups = pounds.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<_> = groups.collect();
    if first.is_empty() {
        return Err(AmountError::NotANumber);
    }
    if rest.iter().any(|group| group.len() != 3) || (!rest.is_empty() && first.len() > 3) {
        return Err(AmountError::Comma);
    }
    Ok(first.to_owned() + &rest.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_strictly() {
        assert_eq!("£1,250.50".parse(), Ok(Pence(125_050)));
        assert_eq!(" 500 ".parse(), Ok(Pence(50_000)));
        assert_eq!("£1,50".parse::<Pence>(), Err(AmountError::Comma));
        assert_eq!("£5.5".parse::<Pence>(), Err(AmountError::Pence));
        assert_eq!("five".parse::<Pence>(), Err(AmountError::NotANumber));
        assert_eq!("".parse::<Pence>(), Err(AmountError::Empty));
        assert_eq!("0".parse::<Pence>(), Err(AmountError::Size));
    }

    #[test]
    fn amounts_are_written_plainly() {
        assert_eq!(Pence(125_050).to_string(), "£1,250.50");
        assert_eq!(Pence(50_000).to_string(), "£500");
        assert_eq!(Pence(-101).to_string(), "-£1.01");
        assert_eq!(Pence(123_456_700).to_string(), "£1,234,567");
    }
}
