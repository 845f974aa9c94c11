//! The machinery beside the pages: pays what is owed, hands letters over, takes mail in. Every step is a function.

use crate::office::{ActError, Office};

/// One round: chases owed today are paid. Running it twice changes nothing.
///
/// # Errors
/// Where the memory fails.
pub async fn round(office: &Office) -> Result<(), ActError> {
    let owner = office.clone();
    match tokio::task::spawn_blocking(move || owner.pay_chases()).await {
        Ok(paid) => paid.map(|_| ()),
        Err(error) => Err(crate::office::Fault::Broken(format!("a round broke off: {error}")).into()),
    }
}
