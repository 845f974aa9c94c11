//! Knocking at a server, and looking whether what it acknowledges is safe.

use std::{collections::HashMap, error::Error, io, path::Path, sync::Arc};

use rustls::pki_types::{CertificateDer, pem::PemObject};
use tokio::runtime::{Handle, Runtime, RuntimeFlavor};
use tokio_postgres::{Client, NoTls, Statement, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{super::place::Server, said::said};
use crate::{
    error::{Result, StoreError},
    options::Options,
};

/// The oldest server whose SQL is ours.
const OLDEST: i64 = 130_000;

/// What every connection is set to. A node that stands still in the middle of a change lets the others go on.
const SETTINGS: &str = "SET idle_in_transaction_session_timeout = '10s'; SET timezone = 'UTC';
  SET client_min_messages = warning; SET standard_conforming_strings = on;";

/// What a server says of itself; a compatible engine that does not know a setting answers nothing.
const ASKED: &str =
    "SELECT current_setting('server_version_num', true), current_setting('server_encoding', true),
  current_setting('fsync', true), current_setting('full_page_writes', true),
  current_setting('synchronous_commit', true), current_setting('data_sync_retry', true)";

/// A connection, with what drives it and what it has prepared.
pub(super) struct Link {
    pub(super) client: Client,
    pub(super) statements: HashMap<String, Statement>,
    pub(super) runtime: Driver,
}

/// Drives one connection, on the thread that waits for it. Dropped, it does not wait.
pub(super) struct Driver(Option<Runtime>);

impl Driver {
    fn new() -> Result<Self> {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map(|runtime| Self(Some(runtime)))
            .map_err(|error| StoreError::Engine { what: error.to_string() })
    }

    /// Waits for an answer. On a thread that drives others too, its others are moved to another thread meanwhile.
    pub(super) fn wait<T, E: From<StoreError>>(
        &self,
        work: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        let Some(runtime) = &self.0 else { return Err(StoreError::Closed.into()) };
        match Handle::try_current().map(|handle| handle.runtime_flavor()) {
            Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(|| runtime.block_on(work)),
            Ok(_) | Err(_) => runtime.block_on(work),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Link {
    /// Connects, and refuses a server on which what it acknowledges could be lost.
    pub(super) fn open(server: &Server, options: &Options) -> Result<Self> {
        let driver = Driver::new()?;
        let client = driver.wait(connect(server, &driver))?;
        let link = Self { client, statements: HashMap::new(), runtime: driver };
        link.look(server, options)?;
        Ok(link)
    }

    fn look(&self, server: &Server, options: &Options) -> Result<()> {
        let place = server.to_string();
        let row = self.runtime.wait(async {
            let asked = async {
                self.client.batch_execute(SETTINGS).await?;
                self.client.query_one(ASKED, &[]).await
            };
            asked.await.map_err(|error| said(&error, &place))
        })?;
        let setting = |column: usize| row.try_get::<_, Option<String>>(column).ok().flatten();
        let version = setting(0).and_then(|version| version.parse::<i64>().ok());
        if version.is_some_and(|version| version < OLDEST) {
            return Err(StoreError::Unsafe {
                what: format!("the server at {place} is older than PostgreSQL 13"),
                mend: "use a newer one".to_owned(),
            });
        }
        if setting(1).is_some_and(|encoding| encoding != "UTF8") {
            return Err(StoreError::Unsafe {
                what: format!("the database at {place} does not keep texts in UTF-8"),
                mend: "make one with ENCODING 'UTF8'".to_owned(),
            });
        }
        if options.accept_unsafe_server {
            return Ok(());
        }
        let wanted = [("fsync", "on", 2), ("full_page_writes", "on", 3), ("data_sync_retry", "off", 5)];
        for (name, right, column) in wanted {
            match setting(column) {
                Some(found) if found != right => return Err(unsafe_setting(name, &found, right)),
                Some(_) | None => {}
            }
        }
        match setting(4) {
            Some(found) if found == "off" => Err(unsafe_setting("synchronous_commit", &found, "on")),
            Some(_) | None => Ok(()),
        }
    }
}

fn unsafe_setting(name: &str, found: &str, right: &str) -> StoreError {
    StoreError::Unsafe {
        what: format!("the server has {name} = {found}, so what it acknowledges can be lost"),
        mend: format!("set {name} = {right}, or say that the loss is accepted"),
    }
}

async fn connect(server: &Server, driver: &Driver) -> Result<Client> {
    let place = server.to_string();
    let failed = |error: tokio_postgres::Error| match said(&error, &place) {
        // Before there is a connection, whatever is not an answer of the server is that it cannot be reached.
        StoreError::Engine { what } => super::said::unreachable(&place, what),
        other => other,
    };
    if server.config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = server.config.connect(NoTls).await.map_err(failed)?;
        driver.spawn(connection);
        return Ok(client);
    }
    let failed = |error: tokio_postgres::Error| match not_trusted(&error) {
        Some(what) => StoreError::NotTrusted { place: server.to_string(), what },
        None => failed(error),
    };
    let tls = tls(server.roots.as_deref())?;
    let (client, connection) = server.config.connect(tls).await.map_err(failed)?;
    driver.spawn(connection);
    Ok(client)
}

impl Driver {
    fn spawn<E>(&self, connection: impl Future<Output = Result<(), E>> + Send + 'static)
    where
        E: Send + 'static,
    {
        if let Some(runtime) = &self.0 {
            // How it ends is told to whoever asks something on it next.
            drop(runtime.spawn(async move { connection.await.is_ok() }));
        }
    }
}

/// Why the certificate of the server is not one for its name that is trusted; nothing where that is not the matter.
fn not_trusted(error: &tokio_postgres::Error) -> Option<String> {
    let broken_off = error.source()?.downcast_ref::<io::Error>()?;
    match broken_off.get_ref()?.downcast_ref::<rustls::Error>()? {
        rustls::Error::InvalidCertificate(why) => Some(why.to_string()),
        _ => None,
    }
}

/// TLS with the certificates of a file, or those this machine trusts.
fn tls(roots: Option<&Path>) -> Result<MakeRustlsConnect> {
    let refused = |what: String| StoreError::Engine { what: format!("TLS cannot be set up: {what}") };
    let config =
        rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| refused(error.to_string()))?
            .with_root_certificates(trusted(roots)?)
            .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn trusted(roots: Option<&Path>) -> Result<rustls::RootCertStore> {
    let mut trusted = rustls::RootCertStore::empty();
    let Some(file) = roots else {
        trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        return Ok(trusted);
    };
    let wrong = |why: String| StoreError::BadAddress {
        what: format!("sslrootcert names {}, which holds no certificate to trust: {why}", file.display()),
    };
    let found = CertificateDer::pem_file_iter(file).map_err(|error| wrong(error.to_string()))?;
    for certificate in found {
        let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
        trusted.add(certificate).map_err(|error| wrong(error.to_string()))?;
    }
    if trusted.is_empty() { Err(wrong("there is none in it".to_owned())) } else { Ok(trusted) }
}
