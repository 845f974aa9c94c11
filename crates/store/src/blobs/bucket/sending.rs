//! A file on its way into a bucket: gathered here, then put there under its digest, in parts where it is large.

use std::{
    collections::VecDeque,
    fs::File,
    io::{Read, Seek as _, SeekFrom, Write as _},
    time::Duration,
};

use amends_core::text::Digest;
use bytes::Bytes;
use object_store::{Error, MultipartUpload, ObjectStoreExt as _, PutPayload};

use super::{Bucket, Told, engine::Pending};
use crate::{
    blobs::digest_of_all,
    error::{Result, StoreError},
};

/// A part has so many bytes, and a file of no more goes whole: the least S3 allows, so that a slow line gets one through.
const PART: usize = 5 * 1024 * 1024;

/// So many parts are under way at once.
const AT_ONCE: usize = 3;

/// So long an upload that is given up may take to say so.
const FAREWELL: Duration = Duration::from_secs(5);

/// What is gathered before it goes. The file has no name: dropped, or after a crash, it is gone.
#[derive(Debug)]
pub(in crate::blobs) struct Spool<'a> {
    bucket: &'a Bucket,
    file: File,
}

impl<'a> Spool<'a> {
    pub(in crate::blobs) fn begin(bucket: &'a Bucket) -> Result<Self> {
        let file =
            tempfile::tempfile_in(bucket.spool()).map_err(|error| StoreError::io(bucket.spool(), &error))?;
        Ok(Self { bucket, file })
    }

    /// Adds bytes.
    pub(in crate::blobs) fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|error| self.io(&error))
    }

    /// The file, open at its beginning.
    pub(in crate::blobs) fn rewound(mut self) -> Result<File> {
        self.file.seek(SeekFrom::Start(0)).map_err(|error| self.io(&error))?;
        Ok(self.file)
    }

    /// Puts it into the bucket under its digest. What is there already under this name is checked, and put anew where
    /// it is not whole.
    pub(in crate::blobs) fn keep(mut self, digest: Digest, size: u64) -> Result<()> {
        self.file.seek(SeekFrom::Start(0)).map_err(|error| self.io(&error))?;
        if size <= PART as u64 {
            let bytes = self.part()?;
            return self.whole(digest, &bytes);
        }
        if self.bucket.size(digest)? == Some(size) && self.bucket.is_whole(digest)? {
            return Ok(());
        }
        let mut upload = Upload::begin(self.bucket, digest)?;
        loop {
            let bytes = self.part()?;
            if bytes.is_empty() {
                return upload.complete();
            }
            upload.part(bytes)?;
        }
    }

    fn whole(&self, digest: Digest, bytes: &Bytes) -> Result<()> {
        let (bucket, key) = (self.bucket, self.bucket.key(digest));
        if bucket.takes_conditions() {
            match bucket.put_new(&key, bytes) {
                Ok(_) => return Ok(()),
                Err(Error::AlreadyExists { .. } | Error::Precondition { .. }) => {
                    if bucket.is_whole(digest)? {
                        return Ok(());
                    }
                }
                Err(error) if Told::by(&error).is_unknown_to_it() => bucket.knows_no_conditions(),
                Err(error) => return Err(bucket.explain(None, &error)),
            }
        }
        bucket.put_over(&key, bytes).map_err(|error| bucket.explain(None, &error))
    }

    /// The next part; empty at the end.
    fn part(&mut self) -> Result<Bytes> {
        let mut bytes = Vec::with_capacity(PART);
        let read = (&self.file).take(PART as u64).read_to_end(&mut bytes);
        read.map_err(|error| self.io(&error))?;
        Ok(Bytes::from(bytes))
    }

    fn io(&self, error: &std::io::Error) -> StoreError {
        StoreError::io(self.bucket.spool(), error)
    }
}

impl Bucket {
    /// The file is there, and its bytes are those of its digest.
    pub(super) fn is_whole(&self, digest: Digest) -> Result<bool> {
        match self.open_file(digest) {
            Ok(mut incoming) => Ok(digest_of_all(|| incoming.next())? == digest),
            Err(StoreError::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// An upload in parts. Given up before it is complete, the store is told to forget what it has.
struct Upload<'a> {
    bucket: &'a Bucket,
    digest: Digest,
    upload: Option<Box<dyn MultipartUpload>>,
    under_way: VecDeque<Pending<object_store::Result<()>>>,
}

impl<'a> Upload<'a> {
    fn begin(bucket: &'a Bucket, digest: Digest) -> Result<Self> {
        let (store, key) = (bucket.store.clone(), bucket.key(digest));
        let begun = bucket.engine.run(async move { store.put_multipart(&key).await })?;
        let upload = begun.map_err(|error| bucket.explain(None, &error))?;
        Ok(Self { bucket, digest, upload: Some(upload), under_way: VecDeque::new() })
    }

    /// Sends a part, once fewer than [`AT_ONCE`] are under way.
    fn part(&mut self, bytes: Bytes) -> Result<()> {
        if self.under_way.len() >= AT_ONCE {
            self.wait_for_one()?;
        }
        if let Some(upload) = &mut self.upload {
            let sent = upload.put_part(PutPayload::from(bytes));
            self.under_way.push_back(self.bucket.engine.begin(sent));
        }
        Ok(())
    }

    fn wait_for_one(&mut self) -> Result<()> {
        let Some(first) = self.under_way.pop_front() else { return Ok(()) };
        first.wait()?.map_err(|error| self.bucket.explain(None, &error))
    }

    fn complete(mut self) -> Result<()> {
        while !self.under_way.is_empty() {
            self.wait_for_one()?;
        }
        let Some(mut upload) = self.upload.take() else { return Ok(()) };
        let (upload, done) = self.bucket.engine.run(async move {
            let done = upload.complete().await;
            (upload, done)
        })?;
        let Err(error) = done else { return Ok(()) };
        // Its answer may have been lost, and the second time the upload is not known any more.
        if self.bucket.is_whole(self.digest).unwrap_or(false) {
            return Ok(());
        }
        self.upload = Some(upload);
        Err(self.bucket.explain(None, &error))
    }
}

impl Drop for Upload<'_> {
    fn drop(&mut self) {
        let Some(mut upload) = self.upload.take() else { return };
        // Parts under way are waited for first: one that came after the farewell would stay.
        while let Some(part) = self.under_way.pop_front() {
            drop(part.wait());
        }
        let farewell = async move { tokio::time::timeout(FAREWELL, upload.abort()).await };
        // What the store keeps all the same, its own rule for unfinished uploads takes.
        drop(self.bucket.engine.run(farewell));
    }
}
