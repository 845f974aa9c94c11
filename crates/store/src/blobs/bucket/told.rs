//! What an object store said, read for what is the matter. Its words are never passed on whole: they may name keys.

use std::error::Error as _;

use object_store::{
    Error,
    client::{HttpError, HttpErrorKind},
};

use crate::blobs::FileTrouble;

/// What an object store said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The status of its answer.
    status: Option<u16>,
    /// The word by which S3 names the fault.
    code: Option<String>,
    /// What the network said, where no answer came.
    network: Option<(HttpErrorKind, String)>,
    /// A redirect, or an answer that is none of S3.
    odd: Option<FileTrouble>,
}

impl Told {
    pub(super) fn by(error: &Error) -> Self {
        let text = error.to_string();
        Self {
            status: status_in(&text),
            code: between(&text, "<Code>", "</Code>").filter(|code| is_a_code(code)).map(str::to_owned),
            network: network(error),
            odd: odd(&text),
        }
    }

    /// The store gave its reason, or the network did.
    pub(super) fn is_plain(&self) -> bool {
        self.code.is_some() || self.network.is_some() || self.odd.is_some()
    }

    pub(super) fn is_code(&self, code: &str) -> bool {
        self.code.as_deref() == Some(code)
    }

    /// No answer came, so that it may have been done all the same.
    pub(super) fn may_have_gone(&self) -> bool {
        self.network.is_some()
    }

    /// The store does not know this sort of request.
    pub(super) fn is_unknown_to_it(&self) -> bool {
        self.is_code("NotImplemented") || self.status == Some(501)
    }

    /// What is the matter.
    pub(super) fn trouble(&self) -> FileTrouble {
        if let Some(trouble) = self.code.as_deref().and_then(of_code) {
            return trouble;
        }
        if let Some((kind, _)) = &self.network {
            return match kind {
                HttpErrorKind::Timeout => FileTrouble::Slow,
                _ => FileTrouble::Unreachable,
            };
        }
        match self.status {
            Some(401) => FileTrouble::Keys,
            Some(403) => FileTrouble::Denied,
            Some(507) => FileTrouble::Full,
            Some(300..=399) => FileTrouble::Region,
            Some(408 | 429 | 500 | 502..=504) => FileTrouble::Busy,
            // An S3 store that says so gives a code.
            Some(404 | 405) if self.code.is_none() => FileTrouble::NotS3,
            _ => self.odd.unwrap_or(FileTrouble::Refused),
        }
    }

    /// In short, for people who look after the store.
    pub(super) fn said(&self) -> String {
        match (&self.code, self.status, &self.network) {
            (Some(code), Some(status), _) => format!("{code}, {status}"),
            (Some(code), None, _) => code.clone(),
            (None, _, Some((_, said))) => said.clone(),
            (None, Some(status), None) => format!("status {status}"),
            (None, None, None) => "it gave no reason".to_owned(),
        }
    }
}

fn of_code(code: &str) -> Option<FileTrouble> {
    Some(match code {
        "NoSuchBucket" => FileTrouble::NoBucket,
        "InvalidAccessKeyId"
        | "SignatureDoesNotMatch"
        | "ExpiredToken"
        | "InvalidToken"
        | "InvalidSecurity"
        | "TokenRefreshRequired"
        | "InvalidClientTokenId" => FileTrouble::Keys,
        "RequestTimeTooSkewed" | "RequestExpired" => FileTrouble::Clock,
        "AccessDenied" | "AllAccessDisabled" | "AccountProblem" | "UnauthorizedAccess" => FileTrouble::Denied,
        "SlowDown"
        | "ServiceUnavailable"
        | "InternalError"
        | "RequestLimitExceeded"
        | "TooManyRequests"
        | "RequestTimeout"
        | "OperationAborted" => FileTrouble::Busy,
        "QuotaExceeded" | "XMinioStorageFull" | "XMinioAdminBucketQuotaExceeded" => FileTrouble::Full,
        "PermanentRedirect"
        | "TemporaryRedirect"
        | "AuthorizationHeaderMalformed"
        | "InvalidRegion"
        | "IllegalLocationConstraintException" => FileTrouble::Region,
        _ => return None,
    })
}

/// A code is a word; anything else is somebody's page.
fn is_a_code(code: &str) -> bool {
    !code.is_empty() && code.len() <= 60 && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inner, _)| inner)
}

fn status_in(text: &str) -> Option<u16> {
    text.split_once("status code: ")?.1.get(..3)?.parse().ok()
}

fn odd(text: &str) -> Option<FileTrouble> {
    let says = |words: &[&str]| words.iter().any(|words| text.contains(words));
    if says(&["redirect without LOCATION"]) {
        Some(FileTrouble::Region)
    } else if says(&["invalid list response", "invalid multipart response", "Unable to extract metadata"]) {
        Some(FileTrouble::NotS3)
    } else {
        None
    }
}

/// What the network said, in the words of the innermost cause: those around it name addresses.
fn network(error: &Error) -> Option<(HttpErrorKind, String)> {
    let mut cause = error.source();
    let mut kind = None;
    let mut said = String::new();
    while let Some(inner) = cause {
        if let Some(http) = inner.downcast_ref::<HttpError>() {
            kind = Some(http.kind());
        }
        said = inner.to_string();
        cause = inner.source();
    }
    kind.map(|kind| (kind, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str) -> Told {
        Told::by(&Error::Generic { store: "S3", source: words.to_owned().into() })
    }

    #[test]
    fn a_fault_is_known_by_its_code_before_its_status() {
        let busy = told("… status code: 503 Service Unavailable: <Error><Code>SlowDown</Code></Error>");
        assert_eq!((busy.trouble(), busy.said().as_str()), (FileTrouble::Busy, "SlowDown, 503"));
        let keys = "… status code: 403 Forbidden: <Error><Code>InvalidAccessKeyId</Code>\
            <AWSAccessKeyId>AKIAHIDDEN</AWSAccessKeyId></Error>";
        assert_eq!(told(keys).trouble(), FileTrouble::Keys);
        assert!(!told(keys).said().contains("HIDDEN"));
        assert_eq!(told("… status code: 403 Forbidden: ").trouble(), FileTrouble::Denied);
        assert_eq!(told("… status code: 507 Insufficient Storage: ").trouble(), FileTrouble::Full);
        assert_eq!(told("… status code: 400 Bad Request: ").trouble(), FileTrouble::Refused);
    }

    #[test]
    fn another_server_and_another_region_are_told_apart_from_faults_of_the_store() {
        assert_eq!(told("… status code: 404 Not Found: <html>").trouble(), FileTrouble::NotS3);
        let known = told("… status code: 404 Not Found: <Error><Code>NoSuchUpload</Code></Error>");
        assert_eq!(known.trouble(), FileTrouble::Refused);
        assert_eq!(told("Got invalid list response: html").trouble(), FileTrouble::NotS3);
        assert_eq!(told("Received redirect without LOCATION, this normally").trouble(), FileTrouble::Region);
        assert_eq!(told("… status code: 301 Moved Permanently: ").trouble(), FileTrouble::Region);
    }
}
