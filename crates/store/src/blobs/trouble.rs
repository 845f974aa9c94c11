//! What can be the matter with the store of the files, and what to do about it.

/// What can be the matter with the store of the files. Each sentence says what happened and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileTrouble {
    /// No connection comes about, or it broke off.
    #[error(
        "there is no connection; check the address, the network, the store’s certificate and that it runs, then try again"
    )]
    Unreachable,
    /// It does not answer in time.
    #[error("the store does not answer in time; check it and the network, then try again")]
    Slow,
    /// It asks to be spared, or is failing.
    #[error("the store cannot answer at the moment; try again in a while")]
    Busy,
    /// It has no room.
    #[error("the store has no room left; make room there, then try again")]
    Full,
    /// The keys are known and may not do this.
    #[error("the store does not permit it; let these keys list, read, write and delete there")]
    Denied,
    /// The keys are not known, wrong or run out.
    #[error("the store does not take the keys; set AMENDS_S3_KEY_ID and AMENDS_S3_SECRET to valid ones")]
    Keys,
    /// The clocks are too far apart for a signature to hold.
    #[error("the store’s clock and this computer’s differ; set this one right, with a time service")]
    Clock,
    /// There is no such bucket.
    #[error("the bucket is not there; make it, or correct the address")]
    NoBucket,
    /// The bucket is in another region, or under another address.
    #[error("the bucket is in another region or under another address; correct both in the address")]
    Region,
    /// Something else answers at this address.
    #[error("what answers there is no S3 store; correct the address")]
    NotS3,
    /// Anything else.
    #[error("the store refused; see its log")]
    Refused,
}

impl FileTrouble {
    /// The word by which catalogues know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "files-unreachable",
            Self::Slow => "files-slow",
            Self::Busy => "files-busy",
            Self::Full => "files-full",
            Self::Denied => "files-denied",
            Self::Keys => "files-keys",
            Self::Clock => "files-clock",
            Self::NoBucket => "files-no-bucket",
            Self::Region => "files-region",
            Self::NotS3 => "files-not-s3",
            Self::Refused => "files-refused",
        }
    }

    /// The same may go well later without a change to the configuration.
    pub fn is_passing(self) -> bool {
        matches!(self, Self::Unreachable | Self::Slow | Self::Busy | Self::Full)
    }
}
