//! A server elsewhere, reached by TLS: one with a certificate for its name from an authority that is trusted, and those
//! that have none. Authorities and certificates are made here, by `openssl`, and thrown away.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use amends_store::{Db, Options, Place, StoreError, ledger::append};
use tempfile::TempDir;

use super::ground::*;
use crate::server::{Server, give_away};

/// A server whose port on the network is open to TLS only.
struct Elsewhere {
    server: Server,
    folder: TempDir,
    port: u16,
}

/// Makes an authority in a folder.
fn authority(folder: &Path, name: &str) -> PathBuf {
    let (key, certificate) = (folder.join(format!("{name}.key")), folder.join(format!("{name}.pem")));
    openssl(&key, &certificate, &format!("/CN={name}"), &["basicConstraints=critical,CA:TRUE"], &[]);
    certificate
}

/// Makes a key and a certificate; without a signer it signs itself.
fn openssl(key: &Path, certificate: &Path, subject: &str, with: &[&str], signer: &[&Path]) {
    let mut command = Command::new("openssl");
    let config = certificate.with_extension("cnf");
    fs::write(&config, "[req]\ndistinguished_name = name\n[name]\n").unwrap();
    command.args(["req", "-x509", "-days", "2", "-nodes", "-newkey", "ec"]);
    command.args(["-pkeyopt", "ec_paramgen_curve:P-256", "-subj", subject, "-config"]).arg(config);
    command.arg("-keyout").arg(key).arg("-out").arg(certificate);
    for extension in with {
        command.args(["-addext", extension]);
    }
    if let [signer, its_key] = signer {
        command.arg("-CA").arg(signer).arg("-CAkey").arg(its_key);
    }
    let made = command.output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// A server with a certificate for these names, signed by the authority `office`.
fn elsewhere(names: &str) -> Elsewhere {
    let folder = tempfile::tempdir().unwrap();
    let signer = authority(folder.path(), "office");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = Server::prepared(&|data| {
        let (key, certificate) = (data.join("server.key"), data.join("server.crt"));
        let with = [format!("subjectAltName={names}"), "basicConstraints=critical,CA:FALSE".to_owned()];
        let with: Vec<&str> = with.iter().map(String::as_str).collect();
        openssl(&key, &certificate, "/CN=db", &with, &[&signer, &signer.with_extension("key")]);
        give_away(&key);
        give_away(&certificate);
        let (settings, rules) = (data.join("postgresql.conf"), data.join("pg_hba.conf"));
        let written = fs::read_to_string(&settings).unwrap();
        let more = format!("ssl = on\nlisten_addresses = '127.0.0.1'\nport = {port}\n");
        fs::write(&settings, format!("{written}{more}")).unwrap();
        fs::write(&rules, "local all all trust\nhostssl all all 127.0.0.1/32 trust\n").unwrap();
    });
    Elsewhere { server, folder, port }
}

impl Elsewhere {
    /// The address of a new database over the network, with more in its query.
    fn address(&self, host: &str, query: &str) -> String {
        let place = self.server.new_database().to_string();
        let (_, name) = place.rsplit_once('/').unwrap();
        format!("postgres://postgres@{host}:{}/{name}?{query}", self.port)
    }

    fn trusting(&self, authority: &str) -> String {
        format!("sslrootcert={}", self.folder.path().join(format!("{authority}.pem")).display())
    }

    fn open(&self, host: &str, query: &str) -> Result<Db, StoreError> {
        let place = Place::parse(&self.address(host, query))?;
        Db::at(&place, &server_options(&Options::default(), 1), noon())
    }

    fn refused(&self, host: &str, query: &str) -> StoreError {
        self.open(host, query).err().unwrap()
    }
}

#[test]
fn a_server_whose_certificate_is_trusted_is_worked_on_by_tls_and_by_nothing_else() {
    let elsewhere = elsewhere("DNS:localhost,IP:127.0.0.1");
    let trusted = elsewhere.trusting("office");
    for (host, query) in
        [("localhost", trusted.clone()), ("127.0.0.1", format!("sslmode=verify-full&{trusted}"))]
    {
        let db = elsewhere.open(host, &query).unwrap();
        db.write(|tx| append(tx, &opening(1))).unwrap();
    }
    // The server takes nothing else on this port, so the two above were by TLS.
    let plain = elsewhere.refused("127.0.0.1", "sslmode=disable");
    assert_eq!(plain.code(), "sign-in-refused", "{plain}");
}

#[test]
fn a_certificate_of_an_authority_that_is_not_trusted_is_refused() {
    let elsewhere = elsewhere("DNS:localhost,IP:127.0.0.1");
    authority(elsewhere.folder.path(), "another");
    for query in [elsewhere.trusting("another"), "sslmode=require".to_owned()] {
        let error = elsewhere.refused("localhost", &query);
        assert_eq!(error.code(), "not-trusted", "{error}");
        assert!(error.to_string().contains("UnknownIssuer"), "{error}");
    }
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let elsewhere = elsewhere("DNS:db.example");
    let error = elsewhere.refused("localhost", &elsewhere.trusting("office"));
    assert_eq!(error.code(), "not-trusted", "{error}");
    assert!(error.to_string().contains("db.example"), "{error}");
}

#[test]
fn certificates_that_cannot_be_read_are_told_of_before_anything_is_said() {
    let elsewhere = elsewhere("DNS:localhost");
    fs::write(elsewhere.folder.path().join("empty.pem"), "no certificate\n").unwrap();
    for authority in ["nobody", "empty"] {
        let error = elsewhere.refused("localhost", &elsewhere.trusting(authority));
        assert_eq!(error.code(), "bad-address", "{error}");
        assert!(error.to_string().contains(authority), "{error}");
    }
}

#[test]
fn a_server_without_tls_is_not_spoken_to_in_the_clear() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = Server::prepared(&|data| {
        let settings = data.join("postgresql.conf");
        let written = fs::read_to_string(&settings).unwrap();
        let more = format!("listen_addresses = '127.0.0.1'\nport = {port}\n");
        fs::write(&settings, format!("{written}{more}")).unwrap();
    });
    let place = server.new_database().to_string();
    let (_, name) = place.rsplit_once('/').unwrap();
    let place =
        Place::parse(&format!("postgres://postgres@localhost:{port}/{name}?sslmode=require")).unwrap();
    let error = Db::at(&place, &server_options(&Options::default(), 1), noon()).err().unwrap();
    assert_eq!(error.code(), "unreachable", "{error}");
    assert!(error.to_string().contains("TLS"), "{error}");
}
