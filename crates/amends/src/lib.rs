//! The shell around the rules: pages, letters, mail, command line.

pub mod i18n;
pub mod render;
//! The office: everything outside the rules and the memory.
pub mod document;
