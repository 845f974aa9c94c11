//! What the engine says, in our words.

use rusqlite::ErrorCode;

use crate::error::StoreError;

/// `SQLITE_IOERR_SHMSIZE`: the file by which connections share their place in the log could not grow.
const NO_ROOM_TO_SHARE: i32 = 0x130a;

/// What the engine says, in our words.
pub(super) fn said(error: &rusqlite::Error) -> StoreError {
    let Some(code) = error.sqlite_error_code() else {
        return StoreError::Engine { what: error.to_string() };
    };
    let what = error.to_string();
    if error.sqlite_error().is_some_and(|error| error.extended_code == NO_ROOM_TO_SHARE) {
        return StoreError::Full;
    }
    match code {
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::ReadOnly => StoreError::ReadOnly { place: "this disk".to_owned() },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::damaged(what),
        ErrorCode::ConstraintViolation => match what.strip_prefix("UNIQUE constraint failed: ") {
            Some(column) => StoreError::Taken { what: column.to_owned() },
            None => StoreError::Constraint { what },
        },
        _ => StoreError::Engine { what },
    }
}
