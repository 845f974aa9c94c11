//! M: it can be seen whether it was done.

pub(super) mod amount;
pub(super) mod evidence_list;
pub(super) mod policy_and_approval;
pub(super) mod set_off;
pub(super) mod training_numbers;
