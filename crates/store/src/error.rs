//! What can go wrong in the memory, and what to do about it.

mod code;

use std::{io, path::PathBuf};

use amends_core::{
    actor::Actor,
    id::{CaseId, PostId},
    ledger::LedgerError,
    text::Digest,
};
use jiff::Timestamp;

pub use crate::blobs::FileTrouble;

/// What the store answers with.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// An entry that came in between: who did what while somebody else was deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    /// Its number in the case.
    pub seq: u32,
    /// Who.
    pub actor: Actor,
    /// What kind of event.
    pub kind: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// Why the store could not do what was asked. Whatever was not answered with success was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the case meanwhile. Nothing was overwritten: load it and decide again.
    #[error(
        "case {case} changed meanwhile: entry {found} stands where {expected} was expected; nothing was overwritten, look again and decide anew"
    )]
    Conflict {
        /// Which case.
        case: CaseId,
        /// The number of entries the decision was made on.
        expected: u32,
        /// The number there are.
        found: u32,
        /// What came in between.
        by: Vec<Later>,
    },
    /// The letter is already in the outbox; it is not put there twice.
    #[error("the letter {key} of case {case} is already owed; it is not sent twice")]
    AlreadyOwed {
        /// Which case.
        case: CaseId,
        /// Its key in the case.
        key: String,
    },
    /// Another worker has the letter now.
    #[error("letter {post} is no longer claimed by this worker; another one has it, do nothing more with it")]
    ClaimLost {
        /// Which.
        post: PostId,
    },
    /// This node does not lead any more: its lease ran out, or another node has it.
    #[error("this node does not lead in {name} any more; nothing was recorded, another node goes on with it")]
    LeaseLost {
        /// In what.
        name: String,
    },
    /// What was asked for is not there.
    #[error("there is no {what} {which}")]
    NotFound {
        /// What sort of thing.
        what: &'static str,
        /// Which one.
        which: String,
    },
    /// A value that must be the only one of its sort is there already, such as an e-mail address.
    #[error("{what} is already taken; choose another")]
    Taken {
        /// What, as `table.column`.
        what: String,
    },
    /// A rule of the tables was broken: a mistake in the program.
    #[error("the tables refuse this: {what}")]
    Constraint {
        /// What the database says.
        what: String,
    },
    /// A commit that does not hold together: a mistake in the program.
    #[error("this commit does not hold together: {what}")]
    BadCommit {
        /// What is wrong with it.
        what: String,
    },
    /// Another process has the data folder open.
    #[error(
        "{path} is in use by {holder}; only one process may have it open: stop that one first, or use another folder"
    )]
    InUse {
        /// The database.
        path: PathBuf,
        /// What the lock file says of the holder.
        holder: String,
    },
    /// The folder is on a network disk, where locks cannot be relied on.
    #[error(
        "{path} is on a network file system ({kind}), where a database can be damaged; put it on a local disk"
    )]
    NetworkDisk {
        /// The folder.
        path: PathBuf,
        /// Which file system.
        kind: String,
    },
    /// No room is left.
    #[error("the disk is full; nothing was recorded: make room and try again")]
    Full,
    /// Something outside this program holds the database.
    #[error(
        "the database is locked by another program; nothing was recorded: close that program and try again"
    )]
    Busy,
    /// More is asked than can be done at once.
    #[error("too much is being asked at once; nothing was recorded: try again in a moment")]
    Overloaded,
    /// The store is closing.
    #[error("the store is closing; nothing was recorded")]
    Closed,
    /// A closure panicked; its changes were undone.
    #[error("a change broke off in the middle and was undone: {what}")]
    Panicked {
        /// What the panic said.
        what: String,
    },
    /// The database was made by a newer program.
    #[error("the database has version {found}, this program knows up to {known}; use the newer program")]
    TooNew {
        /// The database's version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// A migration that was applied is not the one this program has.
    #[error(
        "migration {version} of this database is not the one this program has; restore the right program or a backup"
    )]
    MigrationChanged {
        /// Which.
        version: i64,
    },
    /// Something stored does not read.
    #[error("stored data is damaged: {what}; run the audit, and restore a backup if it says so")]
    Damaged {
        /// What.
        what: String,
    },
    /// A file's bytes are not those that were received.
    #[error("the file {digest} is damaged on disk; restore it from a backup")]
    FileDamaged {
        /// The digest it should have.
        digest: Digest,
    },
    /// A file is larger than allowed.
    #[error("the file is larger than {limit} bytes; send it in parts")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The disk or the operating system refused.
    #[error("the disk refused: {what} ({path})")]
    Io {
        /// At which path.
        path: PathBuf,
        /// What the system says.
        what: String,
    },
    /// The address of the database does not read.
    #[error("the address of the database is wrong: {what}")]
    BadAddress {
        /// What is wrong with it; never a password.
        what: String,
    },
    /// The server of the database does not answer, or the connection to it was lost.
    #[error(
        "the database at {place} cannot be reached: {what}; nothing was recorded: see that the server runs and the address is right, then try again"
    )]
    Unreachable {
        /// The server, without the password.
        place: String,
        /// What was said last.
        what: String,
    },
    /// The server does not let this user in.
    #[error("the database at {place} does not let us in: {what}; correct the user or the password")]
    SignInRefused {
        /// The server, without the password.
        place: String,
        /// What it says.
        what: String,
    },
    /// The server shows a certificate that is not trusted, or not one for its name. Nothing was said to it.
    #[error(
        "the certificate of the database at {place} is not trusted: {what}; name the authority that signed it, or correct the address"
    )]
    NotTrusted {
        /// The server, without the password.
        place: String,
        /// What is wrong with the certificate.
        what: String,
    },
    /// The server has no such database.
    #[error("there is no database at {place}: make it (createdb), or correct the address")]
    NoDatabase {
        /// The server, without the password.
        place: String,
    },
    /// It can only be read: its disk is read-only, or the server is a copy of another, or put to rest.
    #[error(
        "the database at {place} can only be read; nothing was recorded: make its disk writable, or use the server that is written to"
    )]
    ReadOnly {
        /// The server, without the password; or the disk.
        place: String,
    },
    /// The server is set up so that what it acknowledges can be lost.
    #[error("{what}: {mend}")]
    Unsafe {
        /// What is so.
        what: String,
        /// What to do.
        mend: String,
    },
    /// The connection was lost at the very end of a change, and it could not be found out what became of it.
    #[error(
        "the connection to {place} was lost at the end of a change, so it may have been recorded or not: look before you try again"
    )]
    Unknown {
        /// The server, without the password.
        place: String,
    },
    /// A database that should be empty is not.
    #[error("{place} is not empty, and nothing was written to it: name a new, empty database")]
    NotEmpty {
        /// Where.
        place: String,
    },
    /// A database that is half of a copy.
    #[error("{place} is half of a copy that broke off: give the same `amends db copy` again, and it goes on")]
    HalfCopied {
        /// Where.
        place: String,
    },
    /// An office works on a database that should be at rest.
    #[error(
        "an office works on {place}: its node {node} was heard of within the last minute; stop it, wait a minute and try again"
    )]
    OfficeRuns {
        /// Where.
        place: String,
        /// What the node is called.
        node: String,
    },
    /// A copy is not what it was copied from.
    #[error(
        "the copy at {place} differs from its source in the table {table}, first at {key}: somebody changed one of them; make a new copy in an empty database"
    )]
    CopyDiffers {
        /// Where.
        place: String,
        /// In which table.
        table: String,
        /// The key of the first row that is not the same.
        key: String,
    },
    /// The store of the files did not do what was asked.
    #[error("the files at {place}: {trouble} ({said})")]
    Files {
        /// The store, without any secret.
        place: String,
        /// What is the matter, and what to do.
        trouble: FileTrouble,
        /// What the store or the network said, in short.
        said: String,
    },
    /// The place of the files is not written as it must be.
    #[error(
        "the place of the files is not understood: {what}; write a folder, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION"
    )]
    BadPlace {
        /// What is wrong with it.
        what: String,
    },
    /// Anything else the database says.
    #[error("the database refused: {what}")]
    Engine {
        /// What it says.
        what: String,
    },
}

impl StoreError {
    /// Trying the same again later may go well, with nothing changed by hand but room or time.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Busy | Self::Overloaded | Self::Full | Self::Unreachable { .. } => true,
            Self::Files { trouble, .. } => trouble.is_passing(),
            _ => false,
        }
    }

    /// The place where files are kept is at fault, not the database.
    pub fn is_of_files(&self) -> bool {
        matches!(self, Self::Files { .. })
    }

    /// Something in the memory that does not read.
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "ids are small, and a text is there to be written into the error"
    )]
    pub(crate) fn not_found(what: &'static str, which: impl ToString) -> Self {
        Self::NotFound { what, which: which.to_string() }
    }

    /// What the disk or the machine said of a file, with the mend that fits.
    pub fn io(path: impl Into<PathBuf>, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::StorageFull || error.kind() == io::ErrorKind::QuotaExceeded {
            return Self::Full;
        }
        if error.kind() == io::ErrorKind::ReadOnlyFilesystem {
            return Self::ReadOnly { place: path.into().display().to_string() };
        }
        Self::Io { path: path.into(), what: error.to_string() }
    }
}

impl From<LedgerError> for StoreError {
    fn from(error: LedgerError) -> Self {
        Self::damaged(error.to_string())
    }
}
