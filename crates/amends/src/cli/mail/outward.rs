//! Letters going out: those that wait are handed to the mail server once, and what became of them is told.

use crate::{
    cli::{
        call::Call,
        fail::{Exit, Failure, Outcome},
    },
    worker,
};

/// Hands over every e-mail that may go now. Where the server is not to be had, scripts are told to try again later;
/// where a letter was refused or may have gone, that somebody must look.
pub(super) fn send(call: &mut Call) -> Outcome {
    let office = call.office()?;
    let transport = worker::transport(&office, false).map_err(|error| {
        Failure::new(Exit::Config, "cli-config-invalid", [("detail", error.to_string().into())])
    })?;
    let Some(transport) = transport else {
        return Err(Failure::new(Exit::Config, "cli-mail-no-server", []));
    };
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::new(Exit::Failed, "cli-fault", [("detail", error.to_string().into())]))?;
    let handed = runtime.block_on(worker::hand_over(&office, &transport, &|| false))?;
    if call.manner.json {
        call.out.json(&handed)?;
    } else if handed.tried() == 0 {
        call.out.note(&call.out.t("cli-mail-none-waits"));
    } else {
        let words = call.out.tr(
            "cli-mail-handed",
            vec![
                ("accepted", handed.accepted.into()),
                ("deferred", handed.deferred.into()),
                ("refused", handed.refused.into()),
                ("uncertain", handed.uncertain.into()),
            ],
        );
        call.out.line(&words)?;
    }
    call.out.finish()?;
    if handed.refused + handed.uncertain > 0 {
        return Err(Failure::new(Exit::Failed, "cli-mail-look", []));
    }
    if handed.deferred > 0 {
        return Err(Failure::new(Exit::Temporary, "cli-mail-put-off", []));
    }
    Ok(())
}
