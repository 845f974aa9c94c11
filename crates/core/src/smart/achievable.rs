//! A: the body can do it.

pub(super) mod spending_freeze;
pub(super) mod within_powers;
