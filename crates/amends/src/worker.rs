//! The machinery beside the pages: pays what is owed, hands letters over, takes mail in. Every step is a function.

use crate::office::{ActError, Office};

/// One round: chases owed today are paid. Running it twice changes nothing.
///
/// # Errors
/// Where the memory fails.
pub async fn round(office: &Office) -> Result<(), ActError> {
    let owner = office.clone();
    match tokio::task::spawn_blocking(move || pay_what_is_owed(&owner)).await {
        Ok(paid) => paid.map(|_| ()),
        Err(error) => Err(crate::office::Fault::Broken(format!("a round broke off: {error}")).into()),
    }
}

/// Reminders and chases owed today. Returns how many messages went to the outbox.
///
/// # Errors
/// Where the memory fails.
pub fn pay_what_is_owed(office: &Office) -> Result<usize, ActError> {
    Ok(office.pay_reminders()? + office.pay_chases()?.len())
}
