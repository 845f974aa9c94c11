//! Serves the pages, with the machinery beside them, until it is told to stop.

use std::{future::Future, sync::Arc, time::Duration};

use tokio::net::TcpListener;

use crate::{
    config::Config,
    office::{ActError, Office},
    render::Renderer,
    web::{self, app::App},
    worker,
};

/// How often the machinery looks at what is owed.
const ROUND: Duration = Duration::from_secs(60);

/// Why the office does not open to the network.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Nobody could sign in: an office without staff would be open to all or shut to all.
    #[error("nobody can sign in yet")]
    NoStaff,
    /// The memory failed.
    #[error(transparent)]
    Office(#[from] ActError),
    /// The network failed.
    #[error(transparent)]
    Network(#[from] std::io::Error),
}

/// The application on an open office.
pub fn app(office: Office, config: Config, demo: bool) -> App {
    let renderer = Renderer::new(config.storage.override_dir.clone());
    App { office, renderer: Arc::new(renderer), config: Arc::new(config), demo }
}

/// Serves until `stop` comes. Requests under way are finished.
///
/// # Errors
/// [`ServeError::NoStaff`] where nobody could sign in and this is no demonstration; else as the network.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    if !app.demo && !app.office.has_staff()? {
        return Err(ServeError::NoStaff);
    }
    let office = app.office.clone();
    let machinery = tokio::spawn(async move {
        loop {
            let office = office.clone();
            if let Err(error) = worker::round(&office).await {
                tracing::error!(%error, "a round of the machinery failed; the next is in a minute");
            }
            tokio::time::sleep(ROUND).await;
        }
    });
    let served = axum::serve(listener, web::routes(app)).with_graceful_shutdown(stop).await;
    machinery.abort();
    Ok(served?)
}

/// Comes when the process is asked to stop: Ctrl-C, or the signal a service manager sends.
pub async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} },
            Err(error) => {
                tracing::warn!(%error, "the signal of a service manager cannot be heard; Ctrl-C can");
                drop(interrupted.await);
            }
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
