//! The checks themselves. None of them changes anything.

use amends_store::{StoreError, blobs::Place, ledger};
use jiff::ToSpan as _;

use super::{Finding, Severity};
use crate::{
    cli::{call::Call, fail::Failure},
    clock::Chance,
    config::Config,
    office::{ActError, Office},
};

/// Less room than this, in MiB, is a problem; less than ten times as much a warning.
const LEAST_ROOM_MIB: u64 = 100;

/// Every check that is wanted, in the order people read them.
pub(super) fn all(call: &Call, wanted: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let config = match call.config() {
        Ok(config) => config,
        Err(failure) => {
            let values = vec![("detail", said(call, &failure).into())];
            return vec![Finding::new("config", Severity::Problem, "cli-doctor-config-invalid", values)];
        }
    };
    if wanted("config") {
        findings.push(file_of(call));
    }
    if wanted("clock") {
        findings.push(clock(call));
    }
    if wanted("mail") {
        findings.push(mail(&config));
    }
    if wanted("disk") {
        findings.push(disk(&config));
    }
    if wanted("files") {
        findings.push(files(call, &config));
    }
    if ["database", "audit", "calendar", "templates", "staff"].into_iter().any(&wanted) {
        match call.office() {
            Ok(office) => of_the_office(call, &office, &wanted, &mut findings),
            Err(failure) => {
                let values = vec![("detail", said(call, &failure).into())];
                findings.push(Finding::new(
                    "database",
                    Severity::Problem,
                    "cli-doctor-database-shut",
                    values,
                ));
            }
        }
    }
    findings
}

fn said(call: &Call, failure: &Failure) -> String {
    failure.in_language(call.manner.language)
}

fn file_of(call: &Call) -> Finding {
    match call.config_path() {
        Some(path) => {
            let values = vec![("path", path.display().to_string().into())];
            Finding::new("config", Severity::Ok, "cli-doctor-config-valid", values)
        }
        None => Finding::new("config", Severity::Warning, "cli-doctor-config-none", Vec::new()),
    }
}

/// The machine's clock must not stand before the program was made.
fn clock(call: &Call) -> Finding {
    match call.clock() {
        Ok(clock) if clock.today().year() >= 2026 => {
            let values = vec![("today", clock.today().to_string().into())];
            Finding::new("clock", Severity::Ok, "cli-doctor-clock-right", values)
        }
        Ok(clock) => {
            let values = vec![("today", clock.today().to_string().into())];
            Finding::new("clock", Severity::Problem, "cli-doctor-clock-wrong", values)
        }
        Err(failure) => {
            let values = vec![("detail", said(call, &failure).into())];
            Finding::new("clock", Severity::Problem, "cli-doctor-clock-zone", values)
        }
    }
}

fn mail(config: &Config) -> Finding {
    match &config.mail.smtp {
        None => Finding::new("mail", Severity::Warning, "cli-doctor-mail-none", Vec::new()),
        Some(url) if url.starts_with("smtp://") || url.starts_with("smtps://") => {
            let server = url.rsplit_once('@').map_or(url.as_str(), |(_, server)| server).to_owned();
            Finding::new("mail", Severity::Ok, "cli-doctor-mail-set", vec![("server", server.into())])
        }
        Some(_) => Finding::new("mail", Severity::Problem, "cli-doctor-mail-unknown", Vec::new()),
    }
}

fn disk(config: &Config) -> Finding {
    let folder = &config.storage.data_dir;
    let shown = || folder.display().to_string();
    // Before the first start the folder is not there: its parent's disk is the one.
    let place = if folder.is_dir() { folder.clone() } else { ".".into() };
    let room = match rustix::fs::statvfs(&place) {
        Ok(found) => found.f_bavail.saturating_mul(found.f_frsize) / (1024 * 1024),
        Err(error) => {
            let values = vec![("folder", shown().into()), ("detail", error.to_string().into())];
            return Finding::new("disk", Severity::Problem, "cli-doctor-disk-unknown", values);
        }
    };
    let values = vec![("folder", shown().into()), ("room", room.into())];
    if room < LEAST_ROOM_MIB {
        Finding::new("disk", Severity::Problem, "cli-doctor-disk-full", values)
    } else if room < LEAST_ROOM_MIB * 10 {
        Finding::new("disk", Severity::Warning, "cli-doctor-disk-low", values)
    } else {
        Finding::new("disk", Severity::Ok, "cli-doctor-disk-room", values)
    }
}

/// A file of no account is put where files are kept, read and taken away. A folder that is not there yet is let be.
fn files(call: &Call, config: &Config) -> Finding {
    let trouble = |error: StoreError| {
        let values = vec![("detail", said(call, &Failure::from(error)).into())];
        Finding::new("files", Severity::Problem, "cli-doctor-files-trouble", values)
    };
    let place = match config.storage.files_place() {
        Ok(place) => place,
        Err(error) => return trouble(error),
    };
    let values = vec![("place", place.to_string().into())];
    if let Place::Folder(folder) = &place
        && !folder.is_dir()
    {
        return Finding::new("files", Severity::Ok, "cli-doctor-files-none", values);
    }
    let probed = call.clock().and_then(|clock| {
        let id = Chance::of_the_machine().id(clock.now());
        let id = id.map_err(|error| Failure::from(ActError::from(error)))?;
        Ok(config.storage.blobs()?.probe(id)?)
    });
    match (probed, &place) {
        (Err(failure), _) => {
            let values = vec![("detail", said(call, &failure).into())];
            Finding::new("files", Severity::Problem, "cli-doctor-files-trouble", values)
        }
        (Ok(probed), _) if probed.keeps_old => {
            Finding::new("files", Severity::Warning, "cli-doctor-files-versions", values)
        }
        (Ok(_), Place::Bucket(bucket)) if bucket.can_be_overheard() => {
            Finding::new("files", Severity::Warning, "cli-doctor-files-plain", values)
        }
        (Ok(_), _) => Finding::new("files", Severity::Ok, "cli-doctor-files-kept", values),
    }
}

fn of_the_office(call: &Call, office: &Office, wanted: &impl Fn(&str) -> bool, findings: &mut Vec<Finding>) {
    if wanted("database") {
        let values = vec![("path", office.db().place().to_string().into())];
        findings.push(Finding::new("database", Severity::Ok, "cli-doctor-database-open", values));
    }
    if wanted("audit") {
        findings.push(audit(call, office));
    }
    if wanted("calendar") {
        findings.push(calendar(office));
    }
    if wanted("templates") {
        findings.push(templates(office.config()));
    }
    if wanted("staff") {
        findings.push(staff(office));
    }
}

fn audit(call: &Call, office: &Office) -> Finding {
    match office.db().read(|conn| ledger::verify(conn, None, Some(office.blobs()), &mut |_| {})) {
        Ok(report) if report.is_whole() => Finding::new(
            "audit",
            Severity::Ok,
            "cli-doctor-audit-whole",
            vec![("entries", report.entries.into())],
        ),
        Ok(report) => {
            let values = vec![("count", report.breaks.len().into())];
            Finding::new("audit", Severity::Problem, "cli-doctor-audit-broken", values)
        }
        Err(error) if error.is_of_files() => {
            let values = vec![("detail", said(call, &Failure::from(error)).into())];
            Finding::new("audit", Severity::Problem, "cli-doctor-audit-files", values)
        }
        Err(error) => {
            let values = vec![("detail", error.to_string().into())];
            Finding::new("audit", Severity::Problem, "cli-doctor-audit-unreadable", values)
        }
    }
}

/// Bank holidays must be known for the year ahead, or working days are counted wrongly.
fn calendar(office: &Office) -> Finding {
    let until = office.calendar().known_until;
    let values = vec![("until", until.to_string().into())];
    let ahead = |days: i32| office.today().saturating_add(days.days());
    if until < ahead(60) {
        Finding::new("calendar", Severity::Problem, "cli-doctor-calendar-ends", values)
    } else if until < ahead(365) {
        Finding::new("calendar", Severity::Warning, "cli-doctor-calendar-soon", values)
    } else {
        Finding::new("calendar", Severity::Ok, "cli-doctor-calendar-known", values)
    }
}

fn templates(config: &Config) -> Finding {
    match &config.storage.override_dir {
        None => Finding::new("templates", Severity::Ok, "cli-doctor-templates-own", Vec::new()),
        Some(folder) => {
            let values = vec![("folder", folder.display().to_string().into())];
            if folder.is_dir() {
                Finding::new("templates", Severity::Ok, "cli-doctor-templates-folder", values)
            } else {
                Finding::new("templates", Severity::Problem, "cli-doctor-templates-missing", values)
            }
        }
    }
}

fn staff(office: &Office) -> Finding {
    match office.has_staff() {
        Ok(true) => Finding::new("staff", Severity::Ok, "cli-doctor-staff-there", Vec::new()),
        Ok(false) => Finding::new("staff", Severity::Problem, "cli-doctor-staff-none", Vec::new()),
        Err(error) => {
            let values = vec![("detail", error.to_string().into())];
            Finding::new("staff", Severity::Problem, "cli-doctor-staff-unknown", values)
        }
    }
}
