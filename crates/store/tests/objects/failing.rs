//! The server fails, or was named wrongly: what happened is said, nothing that was acknowledged is lost, and once the
//! cause is gone all goes on.

use std::{
    net::{SocketAddr, TcpListener},
    time::Duration,
};

use amends_core::text::Digest;
use amends_store::{
    StoreError,
    blobs::{Blobs, FileTrouble, Keys, Place},
};
use uuid::Uuid;

use crate::{
    bucket::{Bucket, keys, server},
    proxy::{Asked, Deed, Proxy},
    stories::{Ground as _, many_bytes},
};

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// What is the matter; and no secret is in its words.
#[track_caller]
fn trouble(error: StoreError) -> FileTrouble {
    let told = error.to_string();
    for secret in [keys().id, keys().secret] {
        assert!(!told.contains(&secret), "{told}");
    }
    match error {
        StoreError::Files { trouble, .. } => trouble,
        other => panic!("{other:?}"),
    }
}

/// What comes once it goes well: on a busy machine the server may need longer than the little patience of a test.
#[track_caller]
fn at_last<T>(mut tried: impl FnMut() -> Result<T, StoreError>) -> T {
    let mut last = None;
    for _ in 0..60 {
        match tried() {
            Ok(done) => return done,
            Err(error) => last = Some(error),
        }
    }
    panic!("{last:?}")
}

/// A bucket with a file in it that was acknowledged, and a way to it that a test can break.
struct Shaky {
    bucket: Bucket,
    proxy: Proxy,
    blobs: Blobs,
    kept: Digest,
}

impl Shaky {
    fn new() -> Self {
        let bucket = Bucket::new();
        let proxy = Proxy::new(|_| Deed::Pass);
        let blobs = bucket.through(proxy.address, "&patience=1");
        let kept = bucket.straight().put(id(1), b"kept before").unwrap().digest;
        Self { bucket, proxy, blobs, kept }
    }

    /// With every request treated like this, each act tells the same trouble; once it is over, all goes on.
    #[track_caller]
    fn tells(&self, deed: Deed, expected: FileTrouble) {
        let new = b"sent meanwhile";
        self.proxy.now(move |_| deed.clone());
        assert_eq!(trouble(self.blobs.put(id(2), new).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.put(id(3), &many_bytes(6 * 1024 * 1024)).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.read(self.kept).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.check(self.kept).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.open_checked(self.kept).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.size(self.kept).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.remove(self.kept).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.list(&mut |_| Ok(())).unwrap_err()), expected);
        assert_eq!(trouble(self.blobs.probe(id(4)).unwrap_err()), expected);
        let swept = self.blobs.sweep("2200-01-01T00:00:00Z".parse().unwrap(), &|_| Ok(true));
        assert_eq!(trouble(swept.unwrap_err()), expected);
        self.proxy.now(|_| Deed::Pass);
        let stored = at_last(|| self.blobs.put(id(5), new));
        assert_eq!(at_last(|| self.blobs.read(stored.digest)), new);
        assert_eq!(at_last(|| self.blobs.read(self.kept)), b"kept before");
        assert_eq!(self.bucket.spooled(), 0);
    }
}

#[test]
fn a_store_that_refuses_is_told_of() {
    Shaky::new().tells(Deed::Say(403, "AccessDenied"), FileTrouble::Denied);
}

#[test]
fn keys_the_store_does_not_know_are_told_of() {
    Shaky::new().tells(Deed::Say(403, "InvalidAccessKeyId"), FileTrouble::Keys);
}

#[test]
fn a_secret_that_is_wrong_is_told_of() {
    Shaky::new().tells(Deed::Say(403, "SignatureDoesNotMatch"), FileTrouble::Keys);
}

#[test]
fn keys_that_have_run_out_are_told_of() {
    Shaky::new().tells(Deed::Say(400, "ExpiredToken"), FileTrouble::Keys);
}

#[test]
fn a_clock_that_is_wrong_is_told_of() {
    Shaky::new().tells(Deed::Say(403, "RequestTimeTooSkewed"), FileTrouble::Clock);
}

#[test]
fn a_store_that_asks_to_be_spared_is_told_of_after_some_patience() {
    Shaky::new().tells(Deed::Say(503, "SlowDown"), FileTrouble::Busy);
}

#[test]
fn a_store_without_room_is_told_of() {
    Shaky::new().tells(Deed::Say(403, "QuotaExceeded"), FileTrouble::Full);
}

#[test]
fn a_bucket_in_another_region_is_told_of() {
    let shaky = Shaky::new();
    shaky.tells(Deed::Say(301, "PermanentRedirect"), FileTrouble::Region);
    shaky.tells(Deed::Say(400, "AuthorizationHeaderMalformed"), FileTrouble::Region);
}

#[test]
fn an_address_of_something_else_is_told_of_and_no_file_is_taken_for_missing() {
    let shaky = Shaky::new();
    shaky.tells(Deed::Page(404), FileTrouble::NotS3);
    shaky.tells(Deed::Page(405), FileTrouble::NotS3);
}

#[test]
fn a_store_that_says_nothing_is_told_of_after_some_patience() {
    Shaky::new().tells(Deed::Silence(Duration::from_secs(20)), FileTrouble::Slow);
}

#[test]
fn a_connection_that_breaks_off_is_told_of_after_some_patience() {
    Shaky::new().tells(Deed::CutAfter(0), FileTrouble::Unreachable);
}

#[test]
fn a_bucket_that_is_not_there_is_told_of_and_no_file_is_taken_for_missing() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::parse(&format!("s3://no-such-bucket/office?endpoint=http://{}", server())).unwrap();
    let blobs = Blobs::at(&place, Some(&keys()), folder.path()).unwrap();
    let digest = Digest::of(b"kept before");
    assert_eq!(trouble(blobs.put(id(1), b"new").unwrap_err()), FileTrouble::NoBucket);
    assert_eq!(trouble(blobs.put(id(1), &many_bytes(6 * 1024 * 1024)).unwrap_err()), FileTrouble::NoBucket);
    assert_eq!(trouble(blobs.read(digest).unwrap_err()), FileTrouble::NoBucket);
    assert_eq!(trouble(blobs.size(digest).unwrap_err()), FileTrouble::NoBucket);
    assert_eq!(trouble(blobs.remove(digest).unwrap_err()), FileTrouble::NoBucket);
    assert_eq!(trouble(blobs.probe(id(1)).unwrap_err()), FileTrouble::NoBucket);
}

#[test]
fn a_store_that_is_down_is_told_of_and_used_once_it_is_up() {
    let bucket = Bucket::new();
    let kept = bucket.straight().put(id(1), b"kept before").unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    let blobs = bucket.through(address, "&patience=1");
    assert_eq!(trouble(blobs.put(id(2), b"new").unwrap_err()), FileTrouble::Unreachable);
    assert_eq!(trouble(blobs.read(kept.digest).unwrap_err()), FileTrouble::Unreachable);
    assert_eq!(trouble(blobs.size(kept.digest).unwrap_err()), FileTrouble::Unreachable);
    let _proxy = Proxy::on(TcpListener::bind(address).unwrap(), |_| Deed::Pass);
    assert_eq!(at_last(|| blobs.read(kept.digest)), b"kept before");
    at_last(|| blobs.put(id(3), b"new"));
}

#[test]
fn a_name_nobody_knows_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::parse("s3://bucket?endpoint=http://no-such-host.invalid:9000&patience=1").unwrap();
    let blobs = Blobs::at(&place, Some(&keys()), folder.path()).unwrap();
    assert_eq!(trouble(blobs.put(id(1), b"new").unwrap_err()), FileTrouble::Unreachable);
}

#[test]
fn a_store_that_fails_now_and_then_is_asked_again_and_nobody_notices() {
    let shaky = Shaky::new();
    let bytes = many_bytes(17 * 1024 * 1024);
    let often = |asked: &Asked| match asked.nth % 4 {
        1 => Deed::Say(503, "SlowDown"),
        2 => Deed::Say(500, "InternalError"),
        _ => Deed::Pass,
    };
    shaky.proxy.now(often);
    let blobs = shaky.bucket.through(shaky.proxy.address, "&patience=60");
    let small = blobs.put(id(2), b"small").unwrap();
    let large = blobs.put(id(3), &bytes).unwrap();
    assert_eq!(blobs.read(small.digest).unwrap(), b"small");
    assert!(blobs.read(large.digest).unwrap() == bytes, "the bytes came back");
    blobs.remove(large.digest).unwrap();
    assert_eq!(blobs.size(large.digest).unwrap(), None);
    assert_eq!(shaky.bucket.uploads(), 0);
}

#[test]
fn a_download_that_breaks_off_goes_on_where_it_was() {
    let shaky = Shaky::new();
    let bytes = many_bytes(2 * 1024 * 1024);
    let stored = shaky.bucket.straight().put(id(2), &bytes).unwrap();
    let mut cut = 0;
    shaky.proxy.now(move |asked| {
        cut += usize::from(asked.method == "GET");
        if asked.method == "GET" && cut <= 2 { Deed::CutAfter(700_000) } else { Deed::Pass }
    });
    let blobs = shaky.bucket.through(shaky.proxy.address, "&patience=60");
    assert!(blobs.read(stored.digest).unwrap() == bytes, "the bytes came back");
}

#[test]
fn what_was_done_while_its_answer_was_lost_is_found_done() {
    let shaky = Shaky::new();
    let bytes = many_bytes(11 * 1024 * 1024);
    let blobs = shaky.bucket.through(shaky.proxy.address, "&patience=60");
    let lose_the_first = |method: &'static str, what: &'static str| {
        let mut lost = false;
        move |asked: &Asked| {
            let it = !lost && asked.method == method && asked.path.contains(what);
            lost |= it;
            if it { Deed::Lose } else { Deed::Pass }
        }
    };
    shaky.proxy.now(lose_the_first("PUT", "office"));
    let small = blobs.put(id(2), b"small").unwrap();
    assert_eq!(blobs.read(small.digest).unwrap(), b"small");
    shaky.proxy.now(lose_the_first("PUT", "partNumber=2"));
    let large = blobs.put(id(3), &bytes).unwrap();
    blobs.check(large.digest).unwrap();
    blobs.remove(large.digest).unwrap();
    // The second time the server does not know the upload any more.
    shaky.proxy.now(lose_the_first("POST", "uploadId"));
    blobs.put(id(4), &bytes).unwrap();
    blobs.check(large.digest).unwrap();
    shaky.proxy.now(lose_the_first("DELETE", "office"));
    blobs.remove(large.digest).unwrap();
    assert_eq!(blobs.size(large.digest).unwrap(), None);
    assert_eq!(shaky.bucket.uploads(), 0);
}

#[test]
fn an_upload_that_fails_leaves_no_part_behind() {
    let shaky = Shaky::new();
    let before = shaky.bucket.count();
    shaky.proxy.now(|asked| {
        if asked.path.contains("partNumber=3") { Deed::Say(403, "AccessDenied") } else { Deed::Pass }
    });
    let blobs = shaky.bucket.through(shaky.proxy.address, "&patience=60");
    let refused = blobs.put(id(2), &many_bytes(17 * 1024 * 1024)).unwrap_err();
    assert_eq!(trouble(refused), FileTrouble::Denied);
    assert!(shaky.proxy.asked().iter().any(|asked| asked.method == "DELETE"), "the upload was given up");
    assert_eq!(shaky.bucket.uploads(), 0);
    assert_eq!(shaky.bucket.count(), before);
}

#[test]
fn a_store_that_does_not_know_conditions_is_used_without() {
    let shaky = Shaky::new();
    let mut puts = 0;
    shaky.proxy.now(move |asked| {
        puts += usize::from(asked.method == "PUT");
        if asked.method == "PUT" && puts == 1 { Deed::Say(400, "NotImplemented") } else { Deed::Pass }
    });
    let blobs = shaky.bucket.through(shaky.proxy.address, "&patience=60");
    let stored = blobs.put(id(2), b"new").unwrap();
    assert_eq!(blobs.read(stored.digest).unwrap(), b"new");
}

#[test]
fn a_bucket_that_keeps_what_is_destroyed_is_told_of() {
    let bucket = Bucket::new();
    bucket.keep_versions();
    assert!(bucket.straight().probe(id(1)).unwrap().keeps_old);
}

#[test]
fn without_keys_a_store_of_ones_own_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let address: SocketAddr = "127.0.0.1:9".parse().unwrap();
    let place = Place::parse(&format!("s3://bucket?endpoint=http://{address}")).unwrap();
    let error = Blobs::at(&place, None::<&Keys>, folder.path()).unwrap_err();
    assert!(error.to_string().contains("AMENDS_S3_KEY_ID"), "{error}");
}
