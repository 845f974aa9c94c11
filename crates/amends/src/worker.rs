//! The machinery beside the pages: pays what is owed, hands letters over, takes mail in. Every step is a function.

use crate::office::{ActError, Office};

/// One round: chases owed today are paid. Running it twice changes nothing.
///
/// # Errors
/// Where the memory fails.
pub fn pay_what_is_owed(office: &Office) -> Result<usize, ActError> {
    Ok(office.pay_chases()?.len())
}
