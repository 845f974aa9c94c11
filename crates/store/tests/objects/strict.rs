//! A server that checks signatures and rights: keys it knows may do what they are allowed, and nobody anything else.

use std::net::SocketAddr;

use amends_core::text::Digest;
use amends_store::{
    StoreError,
    blobs::{Blobs, FileTrouble, Keys, Place},
};
use uuid::Uuid;

use crate::{
    bucket::{ask, ask_for, named},
    stories::many_bytes,
};

/// The rights that `docs/files.md` says the keys need, and no other.
const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:ListBucket",
    "s3:GetObject","s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload"],
    "Resource":["arn:aws:s3:::strict","arn:aws:s3:::strict/*"]}]}"#;

/// The server lets its first four requests pass, so that a bucket, a user, keys and rights can be made. Then it is strict.
fn keys(server: SocketAddr) -> Keys {
    let policy: String = POLICY.bytes().map(|byte| format!("%{byte:02X}")).collect();
    assert_eq!(ask(server, "PUT", "/strict", b"").0, 200);
    let iam = |action: &str| {
        let body = format!("Version=2010-05-08&UserName=office&Action={action}");
        let (status, said) = ask_for(server, "iam", "POST", "/", body.as_bytes());
        assert_eq!(status, 200, "{said}");
        said
    };
    iam("CreateUser");
    let made = iam("CreateAccessKey");
    iam(&format!("PutUserPolicy&PolicyName=files&PolicyDocument={policy}"));
    let within = |tag: &str| {
        let rest = made.split_once(&format!("<{tag}>")).unwrap().1;
        rest.split_once("</").unwrap().0.replace("&amp;", "&")
    };
    Keys { id: within("AccessKeyId"), secret: within("SecretAccessKey"), token: None }
}

#[test]
fn signatures_hold_before_a_server_that_checks_them_and_five_rights_are_enough() {
    let server = named("AMENDS_TEST_S3_STRICT");
    let (keys, folder) = (keys(server), tempfile::tempdir().unwrap());
    let open = |bucket: &str, keys: &Keys| {
        let place =
            Place::parse(&format!("s3://{bucket}/office?endpoint=http://{server}&patience=60")).unwrap();
        Blobs::at(&place, Some(keys), folder.path()).unwrap()
    };
    let blobs = open("strict", &keys);
    assert!(blobs.probe(Uuid::from_u128(1)).unwrap().conditional);
    for size in [5, 11 * 1024 * 1024] {
        let bytes = many_bytes(size);
        let stored = blobs.put(Uuid::from_u128(2), &bytes).unwrap();
        blobs.check(stored.digest).unwrap();
        blobs.put(Uuid::from_u128(3), &bytes).unwrap();
        blobs.remove(stored.digest).unwrap();
        assert_eq!(blobs.size(stored.digest).unwrap(), None);
    }

    let tells = |blobs: &Blobs, expected: FileTrouble| {
        let digest = Digest::of(b"a file");
        for error in [blobs.put(Uuid::from_u128(4), b"a file").unwrap_err(), blobs.size(digest).unwrap_err()]
        {
            assert!(
                !error.to_string().contains(&keys.id) && !error.to_string().contains(&keys.secret),
                "{error}"
            );
            assert!(matches!(error, StoreError::Files { trouble, .. } if trouble == expected), "{error}");
        }
    };
    tells(&open("strict", &Keys { secret: "wrong".to_owned(), ..keys.clone() }), FileTrouble::Keys);
    tells(&open("strict", &Keys { id: "AKIANOBODY".to_owned(), ..keys.clone() }), FileTrouble::Keys);
    tells(&open("of-somebody-else", &keys), FileTrouble::Denied);
}
