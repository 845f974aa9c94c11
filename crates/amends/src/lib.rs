//! The office: everything outside the rules and the memory.

pub mod document;
