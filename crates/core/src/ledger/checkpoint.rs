//! Checkpoints: the signed statement of how long the record was, and what its root was, at a time.
//!
//! The text is a C2SP signed note with a C2SP tlog checkpoint in it, so that tools not ours can check it.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::written_time;
use crate::text::Digest;

/// How long the record was, and what its root was, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose record it is; also the name of the key, such as `ombudsman.example/amends`.
    pub origin: String,
    /// How many entries.
    pub size: u64,
    /// The root of the Merkle tree over them.
    pub root: Digest,
    /// When it was signed.
    pub at: Timestamp,
}

/// Why a text is not a checkpoint by this key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It is not a signed note, or not one of a checkpoint.
    #[error("this is not a checkpoint: {0}")]
    NotACheckpoint(&'static str),
    /// No signature by the key is on it.
    #[error("the checkpoint does not bear the signature of this key")]
    NotSigned,
}

const ED25519: u8 = 1;

impl Checkpoint {
    /// The lines that are signed.
    fn text(&self) -> String {
        let root = BASE64.encode(self.root.0);
        format!("{}\n{}\n{root}\nat {}\n", self.origin, self.size, written_time(self.at))
    }

    /// The signed note: text, an empty line, and a line with the signature.
    pub fn sign(&self, key: &SigningKey) -> String {
        let text = self.text();
        let mut signature = key_id(&self.origin, &key.verifying_key()).to_vec();
        signature.extend(key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n\u{2014} {} {}\n", self.origin, BASE64.encode(signature))
    }

    /// Reads a signed note and checks that `key` signed it. Signatures by others on the same note are passed over.
    pub fn open(note: &str, key: &VerifyingKey) -> Result<Self, NoteError> {
        let (text, signatures) = note
            .split_once("\n\n")
            .ok_or(NoteError::NotACheckpoint("no empty line before the signatures"))?;
        let checkpoint = Self::read(text)?;
        let signed = format!("{text}\n");
        let expected = key_id(&checkpoint.origin, key);
        let good = signatures.lines().any(|line| {
            line.strip_prefix("\u{2014} ")
                .and_then(|rest| rest.rsplit_once(' '))
                .filter(|(name, _)| *name == checkpoint.origin)
                .and_then(|(_, encoded)| BASE64.decode(encoded).ok())
                .and_then(|bytes| bytes.strip_prefix(&expected).map(<[u8]>::to_vec))
                .and_then(|bytes| Signature::from_slice(&bytes).ok())
                .is_some_and(|signature| key.verify_strict(signed.as_bytes(), &signature).is_ok())
        });
        if good { Ok(checkpoint) } else { Err(NoteError::NotSigned) }
    }

    /// Reads the text of a checkpoint, whoever signed it.
    fn read(text: &str) -> Result<Self, NoteError> {
        let mut lines = text.lines();
        let mut line = |missing| lines.next().ok_or(NoteError::NotACheckpoint(missing));
        let origin = line("no origin")?.to_owned();
        let size =
            line("no size")?.parse().map_err(|_| NoteError::NotACheckpoint("the size is no number"))?;
        let root = BASE64
            .decode(line("no root")?)
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(Digest)
            .ok_or(NoteError::NotACheckpoint("the root is no digest"))?;
        let at = line("no time")?
            .strip_prefix("at ")
            .and_then(|time| time.parse().ok())
            .ok_or(NoteError::NotACheckpoint("the time is no time"))?;
        Ok(Self { origin, size, root, at })
    }
}

/// The first four bytes of the digest of name, newline, algorithm and key, as C2SP signed notes have it.
fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let mut hash = Sha256::new();
    hash.update(name.as_bytes());
    hash.update([b'\n', ED25519]);
    hash.update(key.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    [digest[0], digest[1], digest[2], digest[3]]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> (Checkpoint, SigningKey, String) {
        let key = SigningKey::from_bytes(&[5; 32]);
        let checkpoint = Checkpoint {
            origin: "ombudsman.example/amends".to_owned(),
            size: 4,
            root: Digest::of(b"root"),
            at: "2026-04-15T09:30:00Z".parse().unwrap(),
        };
        let note = checkpoint.sign(&key);
        (checkpoint, key, note)
    }

    #[test]
    fn a_checkpoint_reads_back_under_its_key_alone() {
        let (checkpoint, key, note) = signed();
        assert_eq!(Checkpoint::open(&note, &key.verifying_key()), Ok(checkpoint));
        let other = SigningKey::from_bytes(&[6; 32]).verifying_key();
        assert_eq!(Checkpoint::open(&note, &other), Err(NoteError::NotSigned));
    }

    #[test]
    fn a_checkpoint_with_another_size_is_refused() {
        let (_, key, note) = signed();
        let forged = note.replacen("\n4\n", "\n5\n", 1);
        assert_ne!(forged, note);
        assert_eq!(Checkpoint::open(&forged, &key.verifying_key()), Err(NoteError::NotSigned));
        assert!(matches!(Checkpoint::open("hello", &key.verifying_key()), Err(NoteError::NotACheckpoint(_))));
    }

    #[test]
    fn a_note_has_the_lines_c2sp_wants() {
        let (_, _, note) = signed();
        let lines: Vec<_> = note.split('\n').collect();
        assert_eq!(lines[0], "ombudsman.example/amends");
        assert_eq!(lines[1], "4");
        assert_eq!(lines[2], BASE64.encode(Digest::of(b"root").0));
        assert_eq!(lines[3], "at 2026-04-15T09:30:00.000000Z");
        assert_eq!(lines[4], "");
        assert!(lines[5].starts_with("\u{2014} ombudsman.example/amends "), "{}", lines[5]);
        assert_eq!(lines[6..], [""]);
    }
}
