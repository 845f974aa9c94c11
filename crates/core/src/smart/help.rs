//! Help while writing: a good example for every kind of recommendation (R42).

use crate::recommendation::Kind;

/// The catalogue key of a good example of this kind; the same key in both languages.
pub fn help(kind: Kind) -> &'static str {
    match kind {
        Kind::Apology => "smart-example-apology",
        Kind::Payment => "smart-example-payment",
        Kind::Reimbursement => "smart-example-reimbursement",
        Kind::ServiceProvision => "smart-example-service_provision",
        Kind::InspectionRepair => "smart-example-inspection_repair",
        Kind::Explanation => "smart-example-explanation",
        Kind::Review => "smart-example-review",
        Kind::PolicyProcedure => "smart-example-policy_procedure",
        Kind::Training => "smart-example-training",
        Kind::StaffReminder => "smart-example-staff_reminder",
        Kind::ShareLearning => "smart-example-share_learning",
        Kind::Monitoring => "smart-example-monitoring",
        Kind::Records => "smart-example-records",
        Kind::Cease => "smart-example-cease",
        Kind::Contract => "smart-example-contract",
        Kind::Resourcing => "smart-example-resourcing",
        Kind::ReportBack => "smart-example-report_back",
    }
}
