//! Help in the reader's language, and what is said when a command line is not understood.

use std::process::ExitCode;

use amends_core::text::Language;
use clap::{
    ColorChoice, CommandFactory as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{
    args::Arguments,
    call::Call,
    examples,
    fail::{Exit, Failure, Outcome, Telling},
    out,
    words::Manner,
};
use crate::i18n::{Args, Catalogue};

/// The whole grammar, with its help in one language.
pub(super) fn command(language: Language, colour: bool) -> clap::Command {
    let choice = if colour { ColorChoice::Always } else { ColorChoice::Never };
    localise(Arguments::command(), "amends", language).color(choice).term_width(100)
}

fn t(language: Language, key: &str) -> String {
    Catalogue::get().tr(language, key, &Args::new())
}

/// Puts the words of the catalogue into a command and all below it.
fn localise(command: clap::Command, path: &str, language: Language) -> clap::Command {
    let about = t(language, &format!("cli-about-{path}"));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let ids: Vec<clap::Id> = command.get_arguments().map(|argument| argument.get_id().clone()).collect();
    let mut command = command
        .about(about)
        .subcommand_help_heading(t(language, "cli-help-commands"))
        .subcommand_value_name(t(language, "cli-help-command"))
        .help_template(template(path, language))
        .disable_help_subcommand(true)
        .disable_version_flag(true);
    for id in ids {
        let words = argument_words(language, path, id.as_str());
        let headings = [t(language, "cli-help-options"), t(language, "cli-help-arguments")];
        command = command.mut_arg(id, |argument| {
            let takes_values = argument.get_action().takes_values();
            let argument = argument.help(words).hide_possible_values(takes_values);
            let [options, arguments] = headings;
            let heading = if argument.is_positional() { arguments } else { options };
            argument.help_heading(heading)
        });
    }
    for name in names {
        let below = format!("{path}-{name}");
        command = command.mut_subcommand(name, |sub| localise(sub.disable_help_flag(true), &below, language));
    }
    command
}

/// The words on an argument: the command's own, else those that hold everywhere.
fn argument_words(language: Language, path: &str, id: &str) -> String {
    let own = format!("cli-arg-{path}-{id}");
    if Catalogue::get().has(language, &own) {
        t(language, &own)
    } else {
        t(language, &format!("cli-arg-{id}"))
    }
}

/// What stands where in the help: what it is for, examples, then the grammar.
fn template(path: &str, language: Language) -> String {
    let usage = t(language, "cli-help-usage");
    let examples = examples::all().find(|(known, _)| *known == path).map(|(_, lines)| {
        let head = t(language, "cli-help-examples");
        let lines: Vec<String> = lines.iter().map(|line| format!("  {line}")).collect();
        format!("{head}:\n{}\n\n", lines.join("\n"))
    });
    format!("{{about}}\n\n{}{usage}: {{usage}}\n\n{{all-args}}", examples.unwrap_or_default())
}

/// `amends` alone: a short help, and what to do next.
pub(super) fn introduce(call: &mut Call) -> Outcome {
    let language = call.manner.language;
    let config = call.config_path();
    if call.manner.json {
        let commands: Vec<String> =
            command(language, false).get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        return call.out.json(&serde_json::json!({ "commands": commands, "config": config }));
    }
    let help = command(language, call.manner.colour).render_help();
    let help = if call.manner.colour { help.ansi().to_string() } else { help.to_string() };
    call.out.line(help.trim_end())?;
    let next = match &config {
        None => call.out.t("cli-next-without-config"),
        Some(path) => call.out.tr("cli-next-with-config", vec![("path", path.display().to_string().into())]),
    };
    call.out.line("")?;
    call.out.line(&next)
}

/// Says what was not understood, or prints the help that was asked for.
pub(super) fn tell(error: &clap::Error, manner: &Manner) -> ExitCode {
    if error.kind() == ErrorKind::DisplayHelp {
        let rendered = error.render();
        let text = if manner.colour { rendered.ansi().to_string() } else { rendered.to_string() };
        let mut out = out::Out::new(manner.clone());
        return match out.line(text.trim_end()).and_then(|()| out.finish()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => failure.tell(manner),
        };
    }
    let failure = failure(error);
    let mend = match suggestion(error) {
        Some(meant) => {
            Telling::Message("cli-usage-did-you-mean".to_owned(), vec![("meant".into(), meant.into())])
        }
        None => Telling::Message("cli-usage-see-help".to_owned(), Vec::new()),
    };
    failure.with_mend(mend).tell(manner)
}

fn failure(error: &clap::Error) -> Failure {
    let argument = first(error, ContextKind::InvalidArg);
    let value = first(error, ContextKind::InvalidValue);
    let say = |key: &str| {
        let values = [
            ("argument", argument.clone().into()),
            ("value", value.clone().into()),
            ("other", first(error, ContextKind::PriorArg).into()),
            ("known", all(error, ContextKind::ValidValue).join(", ").into()),
        ];
        Failure::new(Exit::Usage, key, values)
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => Failure::new(
            Exit::Usage,
            "cli-usage-unknown-command",
            [("command", first(error, ContextKind::InvalidSubcommand).into())],
        ),
        ErrorKind::UnknownArgument => say("cli-usage-unknown-argument"),
        ErrorKind::MissingRequiredArgument => Failure::new(
            Exit::Usage,
            "cli-usage-missing",
            [("arguments", all(error, ContextKind::InvalidArg).join(" ").into())],
        ),
        ErrorKind::InvalidValue if value.is_empty() => say("cli-usage-value-missing"),
        ErrorKind::InvalidValue => say("cli-usage-value-unknown"),
        ErrorKind::ValueValidation => say("cli-usage-value-wrong"),
        ErrorKind::ArgumentConflict => say("cli-usage-conflict"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say("cli-usage-command-missing")
        }
        ErrorKind::InvalidUtf8 => say("cli-usage-not-utf8"),
        ErrorKind::NoEquals
        | ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => say("cli-usage-number-of-values"),
        _ => say("cli-usage-not-understood"),
    }
}

/// What was most likely meant: the last of those that are near, which come the nearest last.
fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| all(error, kind).into_iter().next_back())
}

fn first(error: &clap::Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(_) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(command: &clap::Command, path: &str, found: &mut Vec<(String, Vec<String>)>) {
        let ids = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
        found.push((path.to_owned(), ids));
        for sub in command.get_subcommands() {
            every(sub, &format!("{path}-{}", sub.get_name()), found);
        }
    }

    #[test]
    fn r38_every_command_and_argument_is_explained_in_both_languages() {
        let mut commands = Vec::new();
        every(&Arguments::command(), "amends", &mut commands);
        let mut missing = Vec::new();
        for language in Language::ALL {
            let has = |key: &str| Catalogue::get().has(language, key);
            for (path, ids) in &commands {
                if !has(&format!("cli-about-{path}")) {
                    missing.push(format!("{}: cli-about-{path}", language.tag()));
                }
                for id in ids {
                    if !has(&format!("cli-arg-{id}")) && !has(&format!("cli-arg-{path}-{id}")) {
                        missing.push(format!("{}: cli-arg-{path}-{id}", language.tag()));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn every_command_without_commands_below_it_has_examples_that_are_understood() {
        let mut commands = Vec::new();
        every(&Arguments::command(), "amends", &mut commands);
        for (path, lines) in examples::all() {
            assert!(commands.iter().any(|(known, _)| known == path), "{path}");
            for line in *lines {
                let typed = line.split(['<', '>', '|']).next().unwrap_or_default();
                let words = shell_words(typed);
                if let Err(error) = command(Language::En, false).try_get_matches_from(words) {
                    panic!("{line}: {error}");
                }
            }
        }
        let leaves = commands
            .iter()
            .filter(|(path, _)| !commands.iter().any(|(other, _)| other.starts_with(&format!("{path}-"))));
        let without: Vec<_> =
            leaves.filter(|(path, _)| !examples::all().any(|(known, _)| known == path)).collect();
        assert!(without.is_empty(), "{without:#?}");
    }

    /// The words of an example, where quotation marks hold some together.
    fn shell_words(line: &str) -> Vec<String> {
        line.split('"')
            .enumerate()
            .flat_map(|(nth, part)| match nth % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
                _ => vec![part.to_owned()],
            })
            .collect()
    }

    #[test]
    fn the_grammar_holds_together() {
        for language in Language::ALL {
            command(language, false).debug_assert();
        }
    }
}
