//! What PostgreSQL says, in our words.

use tokio_postgres::error::{DbError, SqlState};

use crate::error::StoreError;

/// What became of the transaction in which an error came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is as it was, but for the part that failed.
    Goes,
    /// The engine undid it for another's sake; it may be run again.
    Again,
    /// The connection is gone, and with it whatever was not committed.
    Gone,
}

/// What became of the transaction.
pub(super) fn after(error: &tokio_postgres::Error) -> After {
    match error.code() {
        Some(code)
            if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            After::Again
        }
        Some(code) if is_farewell(code) => After::Gone,
        Some(_) => After::Goes,
        None if error.is_closed() || has_io_cause(error) => After::Gone,
        None => After::Goes,
    }
}

/// The server ends the connection: it goes down, comes up, or has waited too long for us.
fn is_farewell(code: &SqlState) -> bool {
    [
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
        SqlState::IDLE_SESSION_TIMEOUT,
    ]
    .contains(code)
        || code.code().starts_with("08")
}

fn has_io_cause(error: &tokio_postgres::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(one) = cause {
        if one.is::<std::io::Error>() {
            return true;
        }
        cause = one.source();
    }
    false
}

/// What it says, in our words. `place` is the server, without the password.
pub(super) fn said(error: &tokio_postgres::Error, place: &str) -> StoreError {
    let Some(db) = error.as_db_error() else {
        let why = std::error::Error::source(error).map_or_else(|| error.to_string(), |why| why.to_string());
        return match after(error) {
            After::Gone => unreachable(place, why),
            After::Goes | After::Again => StoreError::Engine { what: format!("{error}: {why}") },
        };
    };
    let (code, what) = (db.code(), in_full(db));
    if is_farewell(code) {
        return unreachable(place, what);
    }
    match *code {
        SqlState::UNIQUE_VIOLATION => StoreError::Taken { what: taken(db) },
        SqlState::DISK_FULL => StoreError::Full,
        SqlState::TOO_MANY_CONNECTIONS | SqlState::OUT_OF_MEMORY => StoreError::Overloaded,
        SqlState::LOCK_NOT_AVAILABLE
        | SqlState::QUERY_CANCELED
        | SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::T_R_DEADLOCK_DETECTED => StoreError::Busy,
        SqlState::INVALID_PASSWORD | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => {
            StoreError::SignInRefused { place: place.to_owned(), what }
        }
        SqlState::UNDEFINED_DATABASE => StoreError::NoDatabase { place: place.to_owned() },
        SqlState::READ_ONLY_SQL_TRANSACTION => StoreError::ReadOnly { place: place.to_owned() },
        SqlState::DATA_CORRUPTED | SqlState::INDEX_CORRUPTED => StoreError::damaged(what),
        _ if code.code().starts_with("23") => StoreError::Constraint { what },
        _ => StoreError::Engine { what },
    }
}

pub(super) fn unreachable(place: &str, what: impl Into<String>) -> StoreError {
    StoreError::Unreachable { place: place.to_owned(), what: what.into() }
}

/// What it says, without the detail: that can hold what somebody wrote.
fn in_full(db: &DbError) -> String {
    format!("{} ({})", db.message(), db.code().code())
}

/// The column that must be the only one, as `table.column`, like the other engine tells it.
fn taken(db: &DbError) -> String {
    let table = db.table().unwrap_or_default();
    let columns = db
        .detail()
        .and_then(|detail| detail.strip_prefix("Key ("))
        .and_then(|rest| rest.split_once(")="))
        .map(|(columns, _)| columns);
    match columns {
        Some(columns) => {
            columns.split(", ").map(|column| format!("{table}.{column}")).collect::<Vec<_>>().join(", ")
        }
        None => db.constraint().unwrap_or(table).to_owned(),
    }
}
