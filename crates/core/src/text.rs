//! Words: the two languages, and free text that can be erased without breaking the record.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::id::ParticularId;

/// The languages the office works in. Equals (PSOW Act 2019 s.72; R38).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Welsh, Cymraeg.
    Cy,
}

impl Language {
    /// Both, in the order pages list them.
    pub const ALL: [Self; 2] = [Self::En, Self::Cy];

    /// The BCP 47 tag: `en` or `cy`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Cy,
            Self::Cy => Self::En,
        }
    }
}

impl FromStr for Language {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "en" => Ok(Self::En),
            "cy" => Ok(Self::Cy),
            _ => Err(()),
        }
    }
}

/// A text in both languages; neither may be missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Welsh.
    pub cy: String,
}

impl Bilingual {
    /// Both texts.
    pub fn new(en: impl Into<String>, cy: impl Into<String>) -> Self {
        Self { en: en.into(), cy: cy.into() }
    }

    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }
}

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";

/// What each byte stands for as a hexadecimal digit; more than 15 where it is none.
const NIBBLES: [u8; 256] = {
    let mut nibbles = [0xff; 256];
    let mut value = 0;
    while value < 16 {
        let digit = HEXADECIMAL[value as usize];
        nibbles[digit as usize] = value;
        nibbles[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    nibbles
};

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; 64];
        for (two, byte) in text.chunks_exact_mut(2).zip(self.0) {
            two.copy_from_slice(&[HEXADECIMAL[usize::from(byte >> 4)], HEXADECIMAL[usize::from(byte & 15)]]);
        }
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("a digest is 64 hexadecimal digits, not {text:?}");
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return Err(bad());
        }
        let mut bytes = [0; 32];
        let mut wrong = 0;
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let (high, low) = (NIBBLES[usize::from(*high)], NIBBLES[usize::from(*low)]);
            wrong |= high | low;
            *byte = high << 4 | low & 15;
        }
        if wrong > 15 { Err(bad()) } else { Ok(Self(bytes)) }
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_str(DigestText)
    }
}

/// Reads a digest from its digits, wherever they stand.
struct DigestText;

impl serde::de::Visitor<'_> for DigestText {
    type Value = Digest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("64 hexadecimal digits")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Digest, E> {
        text.parse().map_err(E::custom)
    }
}

/// Thirty-two random bytes that make the digest of a short text unguessable; erased with the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

/// Free text in the record: who the record is about may be erased from it, and it still verifies.
///
/// The ledger keeps `particular` and `digest`; the text itself and its salt stand in the particulars table.
/// `text` is `None` once the text has been erased. In JSON an object is known as words by having exactly
/// these members; the ledger drops `text` before it hashes, and puts it back on reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Where the text is kept.
    pub particular: ParticularId,
    /// SHA-256 of the byte 2, the salt and the text.
    pub digest: Digest,
    /// The text, unless erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Words {
    /// Seals a text under an id and a salt that were handed in.
    pub fn seal(particular: ParticularId, salt: Salt, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { particular, digest: Self::commitment(salt, &text), text: Some(text) }
    }

    /// The digest the ledger keeps for a text.
    pub fn commitment(salt: Salt, text: &str) -> Digest {
        let mut hash = Sha256::new();
        hash.update([2]);
        hash.update(salt.0);
        hash.update(text.as_bytes());
        Digest(hash.finalize().into())
    }

    /// The text, or nothing where it has been erased.
    pub fn as_str(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Whether there is no text worth the name in it.
    pub fn is_blank(&self) -> bool {
        self.as_str().trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_same_text_under_two_salts_has_two_digests() {
        let one = Words::commitment(Salt([1; 32]), "Mrs A");
        let two = Words::commitment(Salt([2; 32]), "Mrs A");
        assert_ne!(one, two);
    }

    #[test]
    fn a_digest_survives_being_written_down() {
        let digest = Digest::of(b"minute");
        assert_eq!(digest.to_string().parse::<Digest>(), Ok(digest));
        assert!("zz".parse::<Digest>().is_err());
    }

    #[test]
    fn erased_words_still_read_as_words() {
        let words = Words::seal(ParticularId(Uuid::nil()), Salt([7; 32]), "a reason");
        let mut json = serde_json::to_value(&words).unwrap();
        json.as_object_mut().unwrap().remove("text");
        let read: Words = serde_json::from_value(json).unwrap();
        assert_eq!(read.digest, words.digest);
        assert!(read.is_blank());
    }
}
