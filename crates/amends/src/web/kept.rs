//! What was typed, kept beside a request that may not be taken: the page of a problem gives it back, and signing in
//! again resumes it.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Method, header::CONTENT_TYPE},
};

use super::{form::FORM_LIMIT, problem::Problem};

/// Fields that are never shown again.
const SECRET: [&str; 2] = ["password", "parked"];

/// A form as it was sent, where it was sent without files.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    sent: String,
}

impl Kept {
    /// A form as [`Kept::parked`] wrote it.
    pub fn of(parked: &str) -> Self {
        Self { sent: parked.to_owned() }
    }

    /// Was anything sent?
    pub fn is_empty(&self) -> bool {
        self.sent.is_empty()
    }

    /// The form as one text, for the page that signs its writer in again.
    pub fn parked(&self) -> &str {
        &self.sent
    }

    /// Every field with every value.
    pub fn fields(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.sent.as_bytes()).into_owned().collect()
    }

    /// What somebody wrote in words, to be read back and copied: values of several words.
    pub fn words(&self) -> Vec<String> {
        let in_words = |(field, value): (String, String)| {
            let wanted = !SECRET.contains(&field.as_str()) && value.trim().contains(char::is_whitespace);
            wanted.then_some(value)
        };
        self.fields().into_iter().filter_map(in_words).collect()
    }
}

/// The request, with what it sends kept beside it.
///
/// # Errors
/// [`Problem::TooLarge`] where a form holds more text than any form has.
pub async fn beside(request: Request) -> Result<(Request, Kept), Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if request.method() != Method::POST || !kind.starts_with("application/x-www-form-urlencoded") {
        return Ok((request, Kept::default()));
    }
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, FORM_LIMIT).await.map_err(|_| Problem::TooLarge)?;
    let kept = Kept { sent: String::from_utf8_lossy(&bytes).into_owned() };
    Ok((Request::from_parts(parts, Body::from(bytes)), kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_given_back_and_secrets_are_not() {
        let kept = Kept::of("seq=4&reason=The+policy+is+late.&password=a+secret+of+mine&date=2026-10-05");
        assert_eq!(kept.words(), ["The policy is late."]);
        assert_eq!(kept.fields().len(), 4);
    }
}
