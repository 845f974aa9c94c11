//! Pages for what went wrong: not found, not permitted, changed meanwhile, a fault of ours. Nothing typed is lost silently.

use amends_core::text::Language;
use amends_store::error::StoreError;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Redirect, Response},
};

use crate::{
    office::{ActError, Fault},
    render::RenderError,
};

/// Why a page cannot be shown. Forms show refusals themselves; what comes this far has a page of its own.
#[derive(Debug)]
pub enum Problem {
    /// No such page, case or message, or not for this reader.
    NotFound,
    /// Not for somebody in this role.
    Forbidden,
    /// Sign in first; back to this path afterwards.
    SignIn(String),
    /// The link has expired, was withdrawn or is not known.
    LinkGone,
    /// The form belongs to another case than the link opened last in this browser.
    OtherLink,
    /// The form came from another site's page, or the browser hid where it came from.
    Foreign,
    /// What was sent cannot be read.
    BadRequest,
    /// What was sent is too large.
    TooLarge,
    /// Somebody changed the case meanwhile.
    Changed,
    /// A rule stands against it, where there was no form to say so.
    Refused(Box<amends_core::refusal::Refusal>),
    /// A fault of ours.
    Fault(Box<Fault>),
}

impl From<ActError> for Problem {
    fn from(error: ActError) -> Self {
        match error {
            ActError::Denied(_) => Self::Forbidden,
            ActError::Refused(refusal) => Self::Refused(Box::new(refusal)),
            ActError::Changed { .. } => Self::Changed,
            ActError::NotFound(_) => Self::NotFound,
            ActError::Fault(fault) => Self::Fault(Box::new(fault)),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<RenderError> for Problem {
    fn from(error: RenderError) -> Self {
        Self::Fault(Box::new(Fault::Render(error)))
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        ActError::from(error).into()
    }
}

impl Problem {
    /// The status, and the key of the page's words.
    pub fn status(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Self::SignIn(_) => (StatusCode::UNAUTHORIZED, "sign-in"),
            Self::LinkGone => (StatusCode::GONE, "link-gone"),
            Self::OtherLink => (StatusCode::CONFLICT, "other-link"),
            Self::Foreign => (StatusCode::FORBIDDEN, "foreign"),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "bad-request"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::Changed => (StatusCode::CONFLICT, "changed"),
            Self::Refused(_) => (StatusCode::UNPROCESSABLE_ENTITY, "refused"),
            Self::Fault(fault) => match fault.as_ref() {
                Fault::Store(StoreError::Full) => (StatusCode::INSUFFICIENT_STORAGE, "full"),
                Fault::Store(StoreError::Busy) => (StatusCode::SERVICE_UNAVAILABLE, "locked"),
                Fault::Store(StoreError::Unreachable { .. } | StoreError::NotTrusted { .. }) => {
                    (StatusCode::SERVICE_UNAVAILABLE, "away")
                }
                Fault::Store(StoreError::ReadOnly { .. }) => (StatusCode::SERVICE_UNAVAILABLE, "read-only"),
                Fault::Store(StoreError::Unknown { .. }) => (StatusCode::SERVICE_UNAVAILABLE, "unknown"),
                Fault::Store(error) if error.is_of_files() => (StatusCode::SERVICE_UNAVAILABLE, "files"),
                Fault::Store(error) if error.is_passing() => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
                _ => (StatusCode::INTERNAL_SERVER_ERROR, "fault"),
            },
        }
    }
}

impl IntoResponse for Problem {
    /// The answer carries the problem along; [`super::app::draw_problems`] draws the page in the reader's language.
    fn into_response(self) -> Response {
        let mut response = match &self {
            // A form that was sent meanwhile is kept, and its page takes the place of this answer.
            Self::SignIn(path) => {
                let language = if path.starts_with("/cy/") { Language::Cy } else { Language::En };
                let back: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
                Redirect::to(&format!("/{}/sign-in?back={back}", language.tag())).into_response()
            }
            _ => (self.status().0, Html(String::new())).into_response(),
        };
        response.extensions_mut().insert(std::sync::Arc::new(self));
        response
    }
}
