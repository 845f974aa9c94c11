//! Files the office opened to the complainant, for downloading; nothing else of the evidence (E9).

use amends_core::{disclosure::Outside as Reader, text::Digest};
use axum::extract::{Path, State};

use super::progress::Complaint;
use crate::{
    office::Fault,
    web::{
        app::{Answer, App},
        problem::Problem,
        staff::handed_over,
        visit::Outside,
    },
};

/// A file. Its name is its own only where the office opened it: what is not open is not there.
pub async fn download(State(app): State<App>, outside: Outside, Path(digest): Path<String>) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    let digest: Digest = digest.parse().map_err(|_| Problem::NotFound)?;
    let open = complaint.case.files_open_to(Reader::Complainant);
    let file = open.into_iter().find(|file| file.digest == digest).ok_or(Problem::NotFound)?;
    let (name, media_type) = (file.name.as_str().to_owned(), file.media_type.clone());
    let opened = app.work(move |office| office.blobs().open_checked(digest).map_err(Fault::from)).await?;
    handed_over(&name, &media_type, opened)
}
