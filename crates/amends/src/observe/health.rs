//! Whether the process lives, and whether the office can serve: a word for each thing it needs, and nothing more, for
//! anybody may ask.

use std::{fmt::Write as _, time::Duration};

use amends_store::{error::StoreError, standing};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

use crate::{office::Office, web::app::App};

/// So long an answer about readiness stands: whoever asks more often gets the last one.
const STANDS: Duration = Duration::from_secs(1);
/// So long the checks may take.
const PATIENCE: Duration = Duration::from_secs(3);
/// The machinery is at work at least so often, or at least every fifth round, whichever is longer.
const BEATS: Duration = Duration::from_mins(5);

/// What was found of one thing the office needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Which thing.
    pub of: &'static str,
    /// How it is, in a word.
    pub word: &'static str,
    /// Whether the office can serve so.
    pub good: bool,
}

impl Check {
    fn good(of: &'static str, word: &'static str) -> Self {
        Self { of, word, good: true }
    }

    fn bad(of: &'static str, word: &'static str) -> Self {
        Self { of, word, good: false }
    }
}

/// Looks at everything the office needs in order to serve. Changes nothing; blocks.
pub fn checks(office: &Office) -> Vec<Check> {
    let [database, tables] = memory(office);
    vec![database, tables, disk(office), files(office), machinery(office)]
}

/// Whether the database answers, and whether its tables are those of this program.
fn memory(office: &Office) -> [Check; 2] {
    let unknown = Check::bad("tables", "unknown");
    match office.db().read(standing::answers) {
        Ok(()) => [Check::good("database", "answers"), Check::good("tables", "current")],
        // While an office is brought up to date the version before goes on over tables that only gained something.
        Err(StoreError::TooNew { .. }) => {
            [Check::good("database", "answers"), Check::good("tables", "newer")]
        }
        Err(error) if error.is_passing() => [Check::bad("database", "busy"), unknown],
        Err(_) => [Check::bad("database", "fails"), unknown],
    }
}

fn disk(office: &Office) -> Check {
    let storage = &office.config().storage;
    match standing::room(&storage.data_dir) {
        Ok(room) if room >= storage.least_room_mib.saturating_mul(1024 * 1024) => Check::good("disk", "room"),
        Ok(_) => Check::bad("disk", "full"),
        Err(_) => Check::bad("disk", "unreadable"),
    }
}

/// A store on the network that is away keeps nobody from pages that need no file, and is away from every node alike.
fn files(office: &Office) -> Check {
    match (office.blobs().is_reachable(), office.blobs().is_elsewhere()) {
        (true, _) => Check::good("files", "there"),
        (false, true) => Check::good("files", "away"),
        (false, false) => Check::bad("files", "missing"),
    }
}

/// Machinery that runs elsewhere, or nowhere yet, keeps nobody from reading pages here.
fn machinery(office: &Office) -> Check {
    let round = Duration::from_secs(u64::from(office.config().server.round_seconds.get()));
    match office.pulse().since() {
        None => Check::good("machinery", "elsewhere"),
        Some(since) if since <= BEATS.max(round.saturating_mul(5)) => Check::good("machinery", "at-work"),
        Some(_) => Check::bad("machinery", "silent"),
    }
}

/// Does the process live? What a service manager asks.
pub async fn lives() -> &'static str {
    "ok"
}

/// Can the office serve? What a load balancer asks: 200, or 503 where something is missing, with a word for each thing.
pub async fn is_ready(State(app): State<App>) -> Response {
    let recent = app.office.pulse().checked().filter(|(since, _)| *since < STANDS);
    let found = match recent {
        Some((_, found)) => found,
        None => look(&app).await,
    };
    let mut text = String::new();
    for check in &found {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{} {}", check.of, check.word);
    }
    let ready = !found.is_empty() && found.iter().all(|check| check.good);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, text).into_response()
}

/// Looks anew, once at a time. Whoever asks meanwhile gets the last answer.
async fn look(app: &App) -> Vec<Check> {
    let office = app.office.clone();
    let looked = tokio::task::spawn_blocking(move || {
        let pulse = office.pulse();
        let Ok(_alone) = pulse.checking.try_lock() else { return pulse.checked().map(|(_, found)| found) };
        let found = checks(&office);
        pulse.keep(found.clone());
        Some(found)
    });
    match tokio::time::timeout(PATIENCE, looked).await {
        Ok(Ok(Some(found))) => found,
        Ok(_) => vec![Check::bad("office", "starting")],
        Err(_) => vec![Check::bad("database", "slow")],
    }
}
