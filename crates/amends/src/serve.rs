//! Serves the pages, with the machinery beside them, until it is told to stop.

use std::{future::Future, net::SocketAddr, sync::Arc, time::Duration};

use tokio::{net::TcpListener, sync::watch};

use crate::{
    config::Config,
    mail::send::{RelayError, Transport},
    observe::figures,
    office::{ActError, Fault, Office},
    render::Renderer,
    web::{self, app::App},
    worker,
};

/// How long the machinery may take to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why the office does not open to the network.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Nobody could sign in: an office without staff would be open to all or shut to all.
    #[error("nobody can sign in yet")]
    NoStaff,
    /// The mail server the configuration names cannot be used.
    #[error(transparent)]
    Mail(#[from] RelayError),
    /// The memory failed.
    #[error(transparent)]
    Office(#[from] ActError),
    /// The address for figures cannot be listened on.
    #[error("figures cannot be served at {address}: {source}")]
    Figures {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The network failed.
    #[error(transparent)]
    Network(#[from] std::io::Error),
}

/// The application on an open office.
pub fn app(office: Office, config: Config, demo: bool) -> App {
    let renderer = Renderer::new(config.storage.override_dir.clone());
    App {
        office,
        renderer: Arc::new(renderer),
        staff_options: Arc::default(),
        config: Arc::new(config),
        demo,
    }
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
    if !app.demo && !has_staff(&app.office).await? {
        return Err(ServeError::NoStaff);
    }
    let transport = worker::transport(&app.office, app.demo)?;
    let (stop_machinery, stopping) = watch::channel(false);
    if let Some(address) = app.config.server.metrics {
        let listening = figures::listen(app.office.clone(), address, stopping.clone()).await;
        listening.map_err(|source| ServeError::Figures { address, source })?;
    }
    let works = app.config.server.machinery;
    let (office, leaving) = (app.office.clone(), app.office.clone());
    let machinery = tokio::spawn(async move {
        if works {
            rounds(office, transport, stopping).await;
        }
    });
    let pages = web::routes(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, pages).with_graceful_shutdown(stop).await;
    stop_machinery.send_replace(true);
    // A letter on its way is let arrive, so that it is known how it ended.
    if tokio::time::timeout(PATIENCE, machinery).await.is_err() {
        tracing::warn!("the machinery did not end in time; a letter on its way will be held");
    }
    // Should nobody hear it, the others see it by themselves.
    if let Err(error) = leaving.take_leave() {
        tracing::warn!(error = %error.without_words(), "the other nodes were not told that this one stops");
    }
    Ok(served?)
}

/// The memory may wait for a server: it is asked away from the threads that serve the network.
async fn has_staff(office: &Office) -> Result<bool, ActError> {
    let office = office.clone();
    match tokio::task::spawn_blocking(move || office.has_staff()).await {
        Ok(found) => found,
        Err(_) => Err(Fault::Broken("the question who may sign in broke off".to_owned()).into()),
    }
}

/// One round after the other, until told to stop.
async fn rounds(office: Office, transport: Option<Transport>, mut stopping: watch::Receiver<bool>) {
    let pause = Duration::from_secs(u64::from(office.config().server.round_seconds.get()));
    loop {
        let told = stopping.clone();
        let stop = move || *told.borrow();
        let measured = figures::Round::begin();
        let outcome = worker::round(&office, transport.as_ref(), &stop).await;
        measured.end(outcome.is_ok());
        if let Err(error) = outcome {
            tracing::error!(error = %error.without_words(), "a round of the machinery failed; the next comes by itself");
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopping.changed() => return,
        }
    }
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
