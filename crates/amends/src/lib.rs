//! The office: pages, letters, mail and command line around the rules and the memory.

mod allocator;
pub mod cli;
pub mod clock;
pub mod compare;
pub mod config;
pub mod demo;
pub mod document;
pub mod generate;
pub mod i18n;
pub mod letters;
pub mod mail;
pub mod observe;
pub mod office;
pub mod proposal;
pub mod render;
pub mod reports;
pub mod serve;
pub mod token;
pub mod vocabulary;
pub mod web;
pub mod worker;
