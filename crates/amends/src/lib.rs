//! The shell around the rules: pages, letters, mail, command line.

pub mod i18n;
pub mod letters;
pub mod mail;
pub mod render;
