//! The demonstration: an invented office with three years of history, on this computer alone, gone when it stops.

pub mod bodies;
pub mod chance;
pub mod details;
pub mod guides;
pub mod held;
pub mod life;
pub mod lives;
pub mod stories;
pub mod travel;
pub mod web;
pub mod wordings;
pub mod world;

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use amends_core::id::CaseId;
use amends_store::{
    Db, Options as Opening, Place, blobs::Keys, changed::Changed, copy, error::StoreError, settings,
};
use jiff::civil::{Date, date};
use tokio::sync::watch;

use crate::{
    clock::{Chance, Clock},
    config::Config,
    office::{ActError, Office, OpenError},
    serve::{self, ServeError},
    web::app::App,
};
use world::Size;

/// The day a demonstration begins on, unless another is asked for.
pub const TODAY: Date = date(2026, 10, 5);
/// The port it is served on, unless another is asked for.
pub const PORT: u16 = 8080;
/// The seed from which its history grows, unless another is given.
pub const SEED: u64 = 42;

/// The setting that holds the day the demonstration began on.
const BEGAN_ON: &str = "demo_began_on";
/// The setting that holds the cases the guided paths lead to.
const STORIES: &str = "demo_stories";

/// What may be chosen for a demonstration.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port on this computer; 0 for any that is free.
    pub port: u16,
    /// The seed of its history: the same gives the same.
    pub seed: u64,
    /// The day it is.
    pub today: Date,
    /// How much history.
    pub size: Size,
    /// The law and practice the office works under.
    pub profile: String,
    /// Keep the folder when it stops.
    pub keep: bool,
    /// A place for its files other than its folder, with the keys to it. What is put there stays when it stops.
    pub files: Option<(String, Option<Keys>)>,
    /// An empty database other than a file in its folder, and whether a server is taken that can lose what it
    /// acknowledges. What is put there stays when it stops.
    pub database: Option<(String, bool)>,
}

impl Default for Options {
    fn default() -> Self {
        let profile = "psow".to_owned();
        let size = Size::FULL;
        Self { port: PORT, seed: SEED, today: TODAY, size, profile, keep: false, files: None, database: None }
    }
}

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The port is taken, or may not be had.
    #[error("{address}: {source}")]
    Port {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The folder, the clock or the network failed.
    #[error(transparent)]
    Machine(#[from] std::io::Error),
    /// The machine does not know the office's time zone.
    #[error(transparent)]
    Clock(#[from] jiff::Error),
    /// The office cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Its history cannot be made.
    #[error(transparent)]
    Act(#[from] ActError),
    /// It cannot be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
}

/// What is told while a demonstration is made and when it is open.
#[derive(Debug, Clone)]
pub enum Telling {
    /// So many days of its history are made, of so many.
    Made(u64, u64),
    /// It is open at this address, with its folder.
    Open(String, PathBuf),
}

/// Makes a demonstration and serves it to this computer alone, until it is told to stop. Its folder goes then.
///
/// # Errors
/// As [`DemoError`] tells.
pub fn run(options: &Options, tell: &mut dyn FnMut(Telling)) -> Result<(), DemoError> {
    let (listener, url) = listen(options.port)?;
    let folder = tempfile::Builder::new().prefix("amends-demo-").tempdir()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let (stop, stopped) = watch::channel(false);
    runtime.spawn(async move {
        serve::asked_to_stop().await;
        stop.send_replace(true);
    });
    let made = make(options, folder.path(), &url, &mut |done, of| {
        tell(Telling::Made(done, of));
        if *stopped.borrow() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let app = match made {
        Ok(app) => app,
        Err(_) if *stopped.borrow() => return Ok(folder.close()?),
        Err(error) => return Err(error),
    };
    tell(Telling::Open(url, folder.path().to_owned()));
    let served = runtime.block_on(async {
        let mut stopped = stopped.clone();
        let stop = async move { drop(stopped.wait_for(|stopped| *stopped).await) };
        serve::serve(app, tokio::net::TcpListener::from_std(listener)?, stop).await
    });
    runtime.shutdown_background();
    end(folder, options.keep)?;
    Ok(served?)
}

/// The folder goes, or stays where it was asked to stay.
fn end(folder: tempfile::TempDir, keep: bool) -> std::io::Result<()> {
    if keep {
        let _its_path = folder.keep();
        return Ok(());
    }
    folder.close()
}

/// Listens on a port of this computer, where no other computer can reach it. The address as a browser is told it.
///
/// # Errors
/// Where the port cannot be had.
pub fn listen(port: u16) -> Result<(TcpListener, String), DemoError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).map_err(|source| DemoError::Port { address, source })?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    Ok((listener, url))
}

/// Makes the office and its history in a folder, told how far it is.
///
/// # Errors
/// Where the folder or the memory fails, the profile is not known, or `progress` says to stop.
pub fn make(
    options: &Options,
    folder: &Path,
    url: &str,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<App, DemoError> {
    let mut config = Config::default();
    folder.clone_into(&mut config.storage.data_dir);
    url.clone_into(&mut config.site.public_url);
    // A number kept free for stories, and an address that cannot exist: nobody real is rung or written to.
    "01632 960123".clone_into(&mut config.site.telephone);
    config.mail.address = Some("caseinfo@office.example".to_owned());
    config.profile.name.clone_from(&options.profile);
    if let Some((place, keys)) = options.files.clone() {
        (config.storage.files, config.storage.keys) = (Some(place), keys);
    }
    if let Some((place, accept_unsafe_server)) = options.database.clone() {
        assert_empty(&place, accept_unsafe_server).map_err(OpenError::from)?;
        (config.storage.database, config.storage.accept_unsafe_server) = (Some(place), accept_unsafe_server);
    }
    let clock = Clock::standing_at(options.today)?;
    let office = Office::open(config.clone(), clock, Chance::seeded(options.seed))?;
    let made = world::make(&office, options.seed, options.size, options.today, progress)?;
    let changed = Changed { by: None, at: office.clock().now() };
    let today = options.today;
    let stories = made.stories.clone();
    let kept = office.db().write(move |tx| {
        settings::keep_setting(tx, BEGAN_ON, &today, changed)?;
        settings::keep_setting(tx, STORIES, &stories, changed)
    });
    kept.map_err(ActError::from)?;
    held::receive(&office, &made)?;
    Ok(serve::app(office, config, true))
}

/// An invented office must not come among the cases of a real one.
fn assert_empty(place: &str, accept_unsafe_server: bool) -> Result<(), StoreError> {
    let place = Place::parse(place)?;
    let opening = Opening { accept_unsafe_server, ..Opening::default() };
    if Db::is_made(&place, &opening)? && !Db::at_for_reading(&place, &opening)?.read(copy::is_empty)? {
        return Err(StoreError::NotEmpty { place: place.to_string() });
    }
    Ok(())
}

/// The day the demonstration began on.
///
/// # Errors
/// Where the memory fails.
pub fn began_on(office: &Office) -> Result<Date, ActError> {
    let found: Option<Date> = office.db().read(|conn| settings::setting(conn, BEGAN_ON))?;
    Ok(found.unwrap_or_else(|| office.today()))
}

/// The case a guided path leads to, by the name of its story.
///
/// # Errors
/// Where the memory fails, or there is no such story.
pub fn story(office: &Office, name: &str) -> Result<CaseId, ActError> {
    let all: Option<BTreeMap<String, CaseId>> = office.db().read(|conn| settings::setting(conn, STORIES))?;
    all.and_then(|all| all.get(name).copied()).ok_or(ActError::NotFound("story"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_goes_unless_it_was_asked_to_stay() {
        for keep in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().to_owned();
            end(folder, keep).unwrap();
            assert_eq!(path.exists(), keep);
            if keep {
                std::fs::remove_dir_all(path).unwrap();
            }
        }
    }
}
