//! `amends user`: who may sign in. A password is never an argument: other people on the machine could read it.

use std::{
    io::{BufRead as _, IsTerminal as _, Write as _},
    path::PathBuf,
};

use amends_core::{actor::StaffRole, text::Language};
use amends_store::{changed::Changed, people};
use serde_json::{Value, json};

use super::{
    call::Call,
    desk,
    fail::{Exit, Failure, Outcome},
    input,
};
use crate::{document::Limits, office::people::PASSWORD_LEAST};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Add {
        #[arg(value_name = "EMAIL")]
        email: String,
        #[arg(long, value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "ROLE",
              value_parser = ["caseworker", "coordinator", "manager", "ombudsman", "administrator"])]
        role: String,
        #[arg(long, value_name = "LANG", default_value = "en", value_parser = ["en", "cy"])]
        language: String,
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    List,
    Disable {
        #[arg(value_name = "EMAIL")]
        email: String,
    },
    Password {
        #[arg(value_name = "EMAIL")]
        email: String,
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Add { email, name, role, language, password_file } => {
            if !email.contains('@') {
                let values = [("typed", email.clone().into())];
                return Err(Failure::new(Exit::Usage, "cli-email-unreadable", values));
            }
            let role: StaffRole = input::code("--role", role)?;
            let language = language.parse().unwrap_or(Language::En);
            let password = fit(password(call, password_file.as_ref())?)?;
            let office = call.office_or_new()?;
            let staff = office.add_staff(email, name, role, language, Some(&password), None)?;
            told(call, "cli-user-added", &staff)
        }
        Command::List => list(call),
        Command::Disable { email } => {
            let office = call.office()?;
            let mut staff = desk::staff_by_email(&office, email)?;
            staff.disabled = true;
            let (kept, at) = (staff.clone(), office.clock().now());
            office.db().write(move |tx| people::keep_staff(tx, &kept, Changed::by_nobody(at)))?;
            told(call, "cli-user-disabled", &staff)
        }
        Command::Password { email, password_file } => {
            let office = call.office()?;
            let staff = desk::staff_by_email(&office, email)?;
            let password = fit(password(call, password_file.as_ref())?)?;
            office.set_password(staff.id, &password, None)?;
            told(call, "cli-user-password-set", &staff)
        }
    }
}

fn shown(staff: &people::Staff) -> Value {
    json!({
        "id": staff.id, "email": staff.email, "name": staff.name, "role": staff.role,
        "language": staff.language, "disabled": staff.disabled,
    })
}

fn told(call: &mut Call, key: &str, staff: &people::Staff) -> Outcome {
    if call.manner.json {
        return call.out.json(&shown(staff));
    }
    let words = call.out.tr(key, vec![("email", staff.email.clone().into())]);
    call.out.line(&words)
}

fn list(call: &mut Call) -> Outcome {
    let staff = call.office()?.staff()?;
    if call.manner.json {
        return call.out.json(&staff.iter().map(shown).collect::<Vec<_>>());
    }
    let heads =
        ["cli-head-email", "cli-head-name", "cli-head-role", "cli-head-disabled"].map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = staff
        .iter()
        .map(|one| {
            let disabled = if one.disabled { call.out.t("cli-yes") } else { String::new() };
            vec![
                one.email.clone(),
                one.name.clone(),
                call.out.t(&format!("cli-role-{}", one.role.code())),
                disabled,
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

/// What the door says of a password, in this room's words.
fn fit(password: String) -> Outcome<String> {
    if password.chars().count() < PASSWORD_LEAST {
        return Err(Failure::new(Exit::Usage, "cli-password-short", [("least", PASSWORD_LEAST.into())]));
    }
    Ok(password)
}

/// The password: the first line of a file, else of standard input. At a terminal it is asked for.
fn password(call: &Call, file: Option<&PathBuf>) -> Outcome<String> {
    if let Some(path) = file {
        let bytes = input::bytes(path, &Limits { file_bytes: 64 * 1024, ..Limits::default() })?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        let _ = write!(std::io::stderr(), "{} ", call.out.t("cli-password-question"));
        let _ = std::io::stderr().flush();
    }
    let mut line = String::new();
    stdin.lock().read_line(&mut line).map_err(|error| {
        let values = [("path", "-".into()), ("reason", error.to_string().into())];
        Failure::new(Exit::Failed, "cli-file-unreadable", values)
    })?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}
