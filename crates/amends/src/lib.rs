//! The shell around the rules: pages, letters, mail, command line.

pub mod i18n;
pub mod render;
