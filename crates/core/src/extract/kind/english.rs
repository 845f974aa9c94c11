//! Which English verbs and things make which kind of remedy.

use super::{Kind, Rule, rule};

const POLICY: &str = "policy policies procedure procedures process processes protocol protocols guidance \
    template templates system \
    systems practice practices leaflet leaflets arrangements framework requests guidelines approach \
    pathway strategy standards \
    criteria checklist code scheme workflow terms";
const STAFF: &str = "staff officers officer managers employees team teams colleagues handlers caseworkers \
    clinicians doctors nurses \
    practitioners contractors councillors operatives councillors governors assessors";

/// Read from the top: the first rule that fits decides.
pub(super) const RULES: &[Rule] = &[
    // "apologise", "say sorry", "write a letter of apology"
    rule(Kind::Apology, "apologise apologize", ""),
    rule(Kind::Apology, "", "sorry apology apologies apologise apologising"),
    // "stop charging", "refrain from"
    rule(Kind::Cease, "", "neither"),
    rule(Kind::Cease, "stop cease refrain withdraw rescind suspend quash", ""),
    // "remind staff", before policies and training
    rule(Kind::StaffReminder, "remind brief", ""),
    rule(Kind::StaffReminder, "", "reminder reminded"),
    rule(Kind::StaffReminder, "tell", "staff clinicians doctors nurses"),
    rule(Kind::StaffReminder, "ensure make", "aware familiar"),
    rule(Kind::Training, "train retrain", ""),
    rule(Kind::Training, "", "training workshop refresher"),
    // money
    rule(Kind::Reimbursement, "refund reimburse repay", ""),
    rule(
        Kind::Reimbursement,
        "- pay make give arrange process provide offer issue",
        "refund reimbursement refunded reimbursed",
    ),
    rule(
        Kind::Reimbursement,
        "pay cover meet",
        "fees fee costs interest expenses invoice rent arrears charges",
    ),
    rule(
        Kind::Reimbursement,
        "waive write credit cancel deduct",
        "charge charges arrears debt fee fees rent account invoice balance",
    ),
    rule(Kind::Payment, "pay compensate offer credit", "£ compensation payment sum"),
    rule(Kind::Payment, "pay compensate", ""),
    rule(Kind::Payment, "make offer award give", "payment compensation £"),
    rule(Kind::Payment, "-", "£ compensation payment"),
    // "take her complaint through its procedure", "answer the complaint"
    rule(
        Kind::ServiceProvision,
        "take deal treat handle respond reply progress escalate register log investigate process answer \
            accept issue",
        "complaint complaints questions request application appeal",
    ),
    // "share this report with staff"
    rule(
        Kind::ShareLearning,
        "share circulate disseminate discuss cascade feed bring",
        "learns learnt learned learning lessons report decision findings case staff",
    ),
    rule(Kind::ShareLearning, "share circulate disseminate", STAFF),
    rule(
        Kind::Contract,
        "- review renegotiate terminate amend procure tender commission end vary award",
        "contract contracts contractors contractor procurement tender contractual",
    ),
    rule(
        Kind::Resourcing,
        "recruit appoint allocate fund hire employ resource increase",
        "staff staffing resources posts post capacity budget funding officer officers team member",
    ),
    rule(Kind::Resourcing, "- increase improve provide secure", "recruitment staffing resourcing"),
    // keeping watch
    rule(Kind::Monitoring, "monitor audit supervise oversee watch", ""),
    rule(Kind::Monitoring, "", "monitoring audits dip-sample checking"),
    rule(
        Kind::Monitoring,
        "check look review keep",
        "regularly regular weekly monthly quarterly periodically",
    ),
    // "search for the records", "correct its records"
    rule(
        Kind::Records,
        "correct rectify amend update record add search look place keep delete erase log note file remove \
            find go register destroy",
        "record records file files register data entry notes database note minutes",
    ),
    rule(Kind::Records, "record log delete erase rectify correct", ""),
    // policies
    rule(
        Kind::PolicyProcedure,
        "review look revise amend update introduce produce develop adopt draw write rewrite draft \
            implement change improve strengthen \
         publish create formalise put establish prepare make adapt embed set build ensure finalise \
         undertake carry conduct complete \
         redraft maintain",
        POLICY,
    ),
    rule(
        Kind::Explanation,
        "update",
        "her him them mr mrs ms miss dr complainant resident tenant family parents",
    ),
    rule(Kind::PolicyProcedure, "update", ""),
    rule(Kind::PolicyProcedure, "- develop", "policy policies procedure procedures protocol"),
    // looking again at something: "finish its review of repairs"
    rule(
        Kind::Review,
        "- carry undertake complete finish conduct hold commission do",
        "review reviews reassessment evaluation audit analysis look",
    ),
    // houses
    rule(
        Kind::InspectionRepair,
        "inspect repair mend survey fix replace install decorate redecorate treat clean clear rehouse",
        "",
    ),
    rule(
        Kind::InspectionRepair,
        "arrange complete carry undertake commission book do instruct start raise finish make ensure \
            conduct remedy resolve address schedule progress provide produce",
        "repair repairs survey inspection surveyor works damp mould leak leaks roof windows window boiler \
            heating plumbing drains \
         remedial infestation asbestos",
    ),
    // looking again
    rule(
        Kind::Review,
        "reconsider reassess consider decide determine revisit reflect evaluate analyse examine reexamine \
            reinvestigate assess explore",
        "",
    ),
    rule(Kind::Review, "review look audit", ""),
    rule(
        Kind::Review,
        "carry undertake complete finish conduct hold commission do ask invite arrange",
        "review reviews reassessment evaluation audit",
    ),
    rule(Kind::Review, "ask", "look consider review"),
    rule(Kind::Review, "", "consideration"),
    // answers
    rule(
        Kind::Explanation,
        "-",
        "explanation account reasons answer update confirmation assurance assurances what why how",
    ),
    rule(
        Kind::Explanation,
        "explain tell inform notify clarify outline set confirm advise update say describe acknowledge \
            demonstrate show detail",
        "",
    ),
    rule(
        Kind::Explanation,
        "give provide write send issue offer share",
        "explanation account reasons update breakdown explaining setting outlining clarification \
            information explain set outline confirming",
    ),
    rule(Kind::Explanation, "let", "know"),
    rule(Kind::Explanation, "request provide give supply", "details"),
    rule(Kind::ServiceProvision, "", ""),
];
