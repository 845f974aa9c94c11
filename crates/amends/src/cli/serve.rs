//! `amends serve`: opens the office to the network. Never without sign-in.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    logs,
};
use crate::serve::{self, ServeError};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let config = call.config()?;
    let listen: SocketAddr = match &args.listen {
        None => config.server.listen,
        Some(typed) => typed.parse().map_err(|_| {
            Failure::new(Exit::Usage, "cli-listen-unreadable", [("typed", typed.clone().into())])
        })?,
    };
    logs::begin(&config.log, call.manner.verbose);
    let office = call.office_or_new()?;
    if !office.has_staff()? {
        return Err(Failure::new(Exit::Barred, "cli-serve-no-staff", []));
    }
    // The last one to leave goes when the network is gone: what it still has to say to a server is waited for.
    let _last = office.clone();
    let runtime = tokio::runtime::Runtime::new().map_err(|error| network(listen, &error))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.map_err(|error| network(listen, &error))?;
        let address = listener.local_addr().map_err(|error| network(listen, &error))?;
        call.out.note(&call.out.tr("cli-serve-open", vec![("address", address.to_string().into())]));
        let app = serve::app(office, config, false);
        serve::serve(app, listener, serve::asked_to_stop()).await.map_err(|error| match error {
            ServeError::NoStaff => Failure::new(Exit::Barred, "cli-serve-no-staff", []),
            ServeError::Mail(error) => {
                Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
            }
            ServeError::Office(error) => Failure::from(error),
            ServeError::Figures { address, source } => network(address, &source),
            ServeError::Network(error) => network(listen, &error),
        })
    })?;
    call.out.note(&call.out.t("cli-serve-closed"));
    Ok(())
}

/// The address cannot be listened on: another program has it, or it may not be had.
fn network(listen: SocketAddr, error: &std::io::Error) -> Failure {
    let values = [("address", listen.to_string().into()), ("reason", error.to_string().into())];
    match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::new(Exit::Barred, "cli-serve-address-taken", values),
        std::io::ErrorKind::PermissionDenied => {
            Failure::new(Exit::Barred, "cli-serve-address-barred", values)
        }
        _ => Failure::new(Exit::Failed, "cli-serve-network", values),
    }
}
