//! The style sheets, script and typefaces the server hands out, each under a name that carries its digest.

/// One embedded file.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// The name templates ask for: `full.css`.
    pub name: &'static str,
    /// The name it is served under, below `/assets/`: `full.1f0c2b3a4d5e.css`. May be cached for ever.
    pub file: &'static str,
    /// The media type with its character set.
    pub mime: &'static str,
    /// The bytes.
    pub bytes: &'static [u8],
}

/// All of them.
pub static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

impl Asset {
    /// The asset that templates know by this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ASSETS.iter().find(|asset| asset.name == name)
    }

    /// The asset served under this file name; anything else is not found.
    pub fn served_as(file: &str) -> Option<&'static Self> {
        ASSETS.iter().find(|asset| asset.file == file)
    }

    /// The path a page links to.
    pub fn path(&self) -> String {
        format!("/assets/{}", self.file)
    }
}
