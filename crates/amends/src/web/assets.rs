//! Styles, scripts and fonts, embedded; their names change with their content, so browsers may keep them for ever.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};

use super::problem::Problem;
use crate::render::assets::Asset;

/// One embedded file.
pub async fn asset(Path(name): Path<String>) -> Result<Response, Problem> {
    let found = Asset::served_as(&name).ok_or(Problem::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, found.mime), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, found.bytes).into_response())
}
