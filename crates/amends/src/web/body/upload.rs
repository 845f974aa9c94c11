//! Files between the steps of a form: named in hidden fields under a seal, so that nobody can name another link's file.

use amends_core::{id::LinkId, text::Digest};

use crate::office::StoredFile;

/// The seal of the office's list of uploads, for one link.
pub struct Seal {
    key: String,
    link: LinkId,
}

impl Seal {
    /// The office's key, and the link by which the files came.
    pub fn new(key: String, link: LinkId) -> Self {
        Self { key, link }
    }

    /// A keyed digest; hashed twice with the key before each, so that no sealed text can be made longer.
    fn over(&self, said: &str) -> Digest {
        let inner = Digest::of(format!("{}|{}|{said}", self.key, self.link).as_bytes());
        Digest::of(format!("{}|{inner}", self.key).as_bytes())
    }

    /// The value of the hidden field for a file.
    pub fn write(&self, file: &StoredFile) -> String {
        let said = format!("{}|{}|{}|{}", file.digest, file.size, file.media_type, file.name);
        format!("{}|{said}", self.over(&said))
    }

    /// The file a hidden field names; nothing where the seal is not ours or belongs to another link.
    pub fn read(&self, value: &str) -> Option<StoredFile> {
        let (seal, said) = value.split_once('|')?;
        let given = Digest::of(seal.as_bytes());
        // Digests of both are compared, so that the time it takes tells nothing of the seal.
        if given != Digest::of(self.over(said).to_string().as_bytes()) {
            return None;
        }
        let mut parts = said.splitn(4, '|');
        let digest = parts.next()?.parse().ok()?;
        let size = parts.next()?.parse().ok()?;
        let media_type = parts.next()?.to_owned();
        let name = parts.next()?.to_owned();
        Some(StoredFile { name, digest, size, media_type })
    }
}

/// A length in bytes, in words both languages share.
pub fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    match bytes {
        0..KIB => format!("{bytes} B"),
        _ if bytes < KIB * KIB => format!("{} KB", bytes.div_ceil(KIB)),
        _ => format!("{}.{} MB", bytes / (KIB * KIB), bytes % (KIB * KIB) * 10 / (KIB * KIB)),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_file_is_known_again_by_its_own_link_alone() {
        let file = StoredFile {
            name: "letter | signed.pdf".to_owned(),
            digest: Digest::of(b"letter"),
            size: 6,
            media_type: "application/pdf".to_owned(),
        };
        let seal = |link| Seal::new("key".to_owned(), LinkId(Uuid::from_u128(link)));
        let value = seal(1).write(&file);
        assert_eq!(seal(1).read(&value), Some(file));
        assert_eq!(seal(2).read(&value), None);
        assert_eq!(seal(1).read(&value.replace("letter", "other")), None);
        assert_eq!(seal(1).read("no seal"), None);
    }

    #[test]
    fn a_size_is_told_in_words() {
        assert_eq!([size(12), size(2049), size(3 * 1024 * 1024 / 2)], ["12 B", "3 KB", "1.5 MB"]);
    }
}
