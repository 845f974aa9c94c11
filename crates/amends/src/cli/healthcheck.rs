//! `amends healthcheck`: asks a running office whether it is well.

use std::{
    io::{Read as _, Write as _},
    net::{TcpStream, ToSocketAddrs as _},
    time::Duration,
};

use serde_json::json;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "URL")]
    url: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let address = match args.url.as_deref() {
        Some(url) if url != "auto" => server(url)?,
        Some(_) | None => call.config()?.server.listen.to_string(),
    };
    let status = ask(&address).map_err(|error| {
        let values = [("address", address.clone().into()), ("reason", error.to_string().into())];
        Failure::new(Exit::Failed, "cli-health-silent", values)
    })?;
    if status != "200" {
        let values = [("address", address.into()), ("status", status.into())];
        return Err(Failure::new(Exit::Failed, "cli-health-ill", values));
    }
    if call.manner.json {
        return call.out.json(&json!({ "healthy": true, "address": address }));
    }
    let words = call.out.tr("cli-health-well", vec![("address", address.into())]);
    call.out.line(&words)
}

/// Name and port of `http://127.0.0.1:8080/healthz`.
fn server(url: &str) -> Outcome<String> {
    let bad = || Failure::new(Exit::Usage, "cli-health-address", [("typed", url.to_owned().into())]);
    let rest = url.strip_prefix("http://").ok_or_else(bad)?;
    let server = rest.split('/').next().unwrap_or_default();
    match server.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.parse::<u16>().is_ok() => Ok(server.to_owned()),
        Some(_) => Err(bad()),
        None if server.is_empty() => Err(bad()),
        None => Ok(format!("{server}:80")),
    }
}

/// The status of `/healthz`, over plain HTTP: this is for the machine the office runs on.
fn ask(address: &str) -> std::io::Result<String> {
    let nowhere = || std::io::Error::new(std::io::ErrorKind::NotFound, "no such address");
    let target = address.to_socket_addrs()?.next().ok_or_else(nowhere)?;
    let mut stream = TcpStream::connect_timeout(&target, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = [0; 64];
    let read = stream.read(&mut answer)?;
    let line = String::from_utf8_lossy(&answer[..read]).into_owned();
    Ok(line.split_whitespace().nth(1).unwrap_or_default().to_owned())
}
