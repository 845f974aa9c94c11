//! T: it is known by when.

pub(super) mod anchor_said;
pub(super) mod has_date;
pub(super) mod non_working_day;
pub(super) mod one_period;
pub(super) mod period_in_wording_agrees;
pub(super) mod three_months;
