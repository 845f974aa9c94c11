//! What may be typed. The words of the help stand in the catalogues, by the names given here.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    act, audit, body, case, chase, clock, completions, config, db, demo, doctor, escalation, extract, files,
    generate, healthcheck, import, instrument, mail, man, profile, rec, report, retention, serve, user,
};

#[derive(Debug, Parser)]
#[command(name = "amends", disable_help_subcommand = true, disable_help_flag = true)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line, independent of the others"
)]
pub(super) struct Arguments {
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(super) verbose: u8,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(long, global = true)]
    pub(super) plain: bool,
    #[arg(long, global = true)]
    pub(super) no_color: bool,
    #[arg(long, global = true)]
    pub(super) yes: bool,
    #[arg(long, global = true, value_parser = ["en", "cy"], value_name = "LANG")]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, hide = true, value_name = "DATE")]
    pub(super) today: Option<String>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub(super) help: Option<bool>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(demo::Args),
    Generate(generate::Args),
    Serve(serve::Args),
    #[command(subcommand)]
    Case(Box<case::Command>),
    #[command(subcommand)]
    Rec(Box<rec::Command>),
    #[command(subcommand)]
    Instrument(Box<instrument::Command>),
    #[command(subcommand)]
    Escalation(escalation::Command),
    Act(act::Args),
    #[command(subcommand)]
    Import(import::Command),
    Extract(extract::Args),
    Clock(clock::Args),
    #[command(subcommand)]
    Chase(chase::Command),
    #[command(subcommand)]
    Mail(mail::Command),
    #[command(subcommand)]
    Body(Box<body::Command>),
    #[command(subcommand)]
    Report(report::Command),
    #[command(subcommand)]
    User(user::Command),
    #[command(subcommand)]
    Audit(audit::Command),
    #[command(subcommand)]
    Db(db::Command),
    #[command(subcommand)]
    Files(files::Command),
    #[command(subcommand)]
    Retention(retention::Command),
    Rebuild(audit::RebuildArgs),
    Doctor(doctor::Args),
    Version,
    #[command(subcommand)]
    Profile(profile::Command),
    #[command(subcommand)]
    Config(config::Command),
    Healthcheck(healthcheck::Args),
    Completions(completions::Args),
    Man(man::Args),
}
