//! Reply tokens: unguessable, writable by hand, and known again when one letter of them is wrong.

use std::fmt;

use amends_core::text::Digest;

/// The letters of a token: no `l` beside `1`, no `o` beside `0`.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// 160 bits are 32 letters of five bits; one more checks them.
const LENGTH: usize = 33;

/// A token by which a reply is known: 160 random bits and a letter that checks them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token(String);

impl Token {
    /// A token of random bytes that were handed in.
    pub fn new(random: [u8; 20]) -> Self {
        let mut values = Vec::with_capacity(LENGTH);
        let (mut bits, mut held) = (0_u32, 0_u32);
        for byte in random {
            bits = (bits << 8) | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                values.push(low_five(bits >> held));
            }
            bits &= (1 << held) - 1;
        }
        values.push(check(&values));
        Self(values.into_iter().map(letter).collect())
    }

    /// Reads a token; nothing where it is not one, down to its check letter. Capital letters are the same letters:
    /// mail servers may change them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let values: Option<Vec<_>> = text.bytes().map(value).collect();
        let values = values.filter(|values| values.len() == LENGTH)?;
        let (last, random) = values.split_last()?;
        (check(random) == *last).then_some(Self(text))
    }

    /// What the office keeps of it: the token itself stands only in the message.
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Never written whole into a log.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}…)", self.0.get(..4).unwrap_or_default())
    }
}

/// The known token that somebody most likely meant: one letter wrong, left out, put in, or two changed about.
///
/// `known` is asked for each possible token, of which the check letter leaves fewer than a hundred; so it works where
/// only digests are kept. It is a guess for a person to look at, never a ground for filing.
pub fn near_miss(written: &str, mut known: impl FnMut(&Token) -> bool) -> Option<Token> {
    let written: Vec<u8> = written.to_ascii_lowercase().into_bytes();
    if written.len().abs_diff(LENGTH) > 1 || !written.iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    let mut tried = |bytes: &[u8]| {
        let token = std::str::from_utf8(bytes).ok().and_then(Token::parse)?;
        known(&token).then_some(token)
    };
    for place in 0..=written.len() {
        let (before, after) = written.split_at(place);
        for letter in LETTERS {
            let put_in = [before, &[*letter], after].concat();
            let changed = after.split_first().map(|(_, rest)| [before, &[*letter], rest].concat());
            if let Some(found) = tried(&put_in).or_else(|| changed.and_then(|bytes| tried(&bytes))) {
                return Some(found);
            }
        }
        if let Some((first, rest)) = after.split_first() {
            let left_out = [before, rest].concat();
            let swapped =
                rest.split_first().map(|(second, rest)| [before, &[*second, *first], rest].concat());
            if let Some(found) = tried(&left_out).or_else(|| swapped.and_then(|bytes| tried(&bytes))) {
                return Some(found);
            }
        }
    }
    None
}

/// The lowest five bits.
fn low_five(bits: u32) -> u8 {
    u8::try_from(bits & 31).unwrap_or_default()
}

fn letter(value: u8) -> char {
    LETTERS.get(usize::from(value)).copied().map_or('a', char::from)
}

fn value(letter: u8) -> Option<u8> {
    LETTERS.iter().position(|known| *known == letter).and_then(|place| u8::try_from(place).ok())
}

/// A polynomial over the field of 32 elements, taken at a generator: finds any one letter that is wrong, and any two
/// neighbours that changed places.
fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| times_generator(sum) ^ times_generator(*value))
}

/// Multiplication by x in GF(2)[x] / (x⁵ + x² + 1).
fn times_generator(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 32 == 0 { doubled } else { (doubled ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> Token {
        Token::new(std::array::from_fn(|place| u8::try_from(place * 13 % 256).unwrap()))
    }

    #[test]
    fn a_token_is_33_letters_that_nobody_confuses() {
        let token = token();
        assert_eq!(token.as_str().len(), 33);
        assert!(!token.as_str().contains(['l', '1', 'o', '0']));
        assert_eq!(Token::parse(token.as_str()), Some(token.clone()));
        assert_eq!(Token::parse(&token.as_str().to_uppercase()), Some(token.clone()));
        assert_ne!(token, Token::new([7; 20]));
        assert!(!format!("{token:?}").contains(token.as_str()));
    }

    #[test]
    fn every_single_slip_is_noticed_and_known_again() {
        let token = token();
        let right = token.as_str().as_bytes();
        let mut slips = 0;
        for place in 0..right.len() {
            for letter in LETTERS.iter().filter(|letter| **letter != right[place]) {
                let mut wrong = right.to_vec();
                wrong[place] = *letter;
                let wrong = String::from_utf8(wrong).unwrap();
                assert_eq!(Token::parse(&wrong), None, "{wrong}");
                assert_eq!(near_miss(&wrong, |one| *one == token), Some(token.clone()), "{wrong}");
                slips += 1;
            }
        }
        assert_eq!(slips, 33 * 31);
        for place in 1..right.len() {
            let mut swapped = right.to_vec();
            swapped.swap(place - 1, place);
            if swapped != right {
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(Token::parse(&swapped), None);
                assert_eq!(near_miss(&swapped, |one| *one == token), Some(token.clone()));
            }
            let shorter = [&right[..place], &right[place + 1..]].concat();
            assert_eq!(
                near_miss(&String::from_utf8(shorter).unwrap(), |one| *one == token),
                Some(token.clone())
            );
        }
    }

    #[test]
    fn letters_that_look_alike_are_guessed_and_the_rest_is_not() {
        let token = token();
        for (ours, theirs) in [("i", "l"), ("i", "1"), ("q", "0"), ("q", "o")] {
            let misread = token.as_str().replacen(ours, theirs, 1);
            assert_eq!(near_miss(&misread, |one| *one == token), Some(token.clone()), "{misread}");
        }
        assert_eq!(near_miss(Token::new([9; 20]).as_str(), |one| *one == token), None);
        assert_eq!(near_miss("", |_| true), None);
        assert_eq!(near_miss("not a token", |_| true), None);
    }

    #[test]
    fn few_questions_are_asked_for_a_near_miss() {
        let mut asked = 0;
        let wrong = token().as_str().replacen(|c: char| c.is_ascii_digit(), "z", 1);
        near_miss(&wrong, |_| {
            asked += 1;
            false
        });
        assert!(asked < 150, "{asked}");
    }
}
