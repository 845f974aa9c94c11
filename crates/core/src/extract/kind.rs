//! Kinds: what sort of remedy an act is, by its verb and the things it speaks of. One table a language, read
//! from the top; the first rule that fits decides.
//!
//! "remind staff of the policy" is a reminder, not a policy; "update its policy" is a policy.

use serde::{Deserialize, Serialize};

use super::{clause::Act, evidence, token::Tokens, verb, welsh::mutation};

/// What sort of remedy is asked for (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Saying sorry.
    Apology,
    /// Money for distress, time, trouble or loss.
    Payment,
    /// Money back that was spent, paid or charged.
    Reimbursement,
    /// A service given, a step taken for the person.
    ServiceProvision,
    /// An inspection, a survey, a repair.
    InspectionRepair,
    /// Reasons, an account, an update.
    Explanation,
    /// Looking again at a matter or a decision.
    Review,
    /// A policy, procedure or process changed or made.
    PolicyProcedure,
    /// Training of staff.
    Training,
    /// Reminding staff of what they should do.
    StaffReminder,
    /// Passing on what was learnt.
    ShareLearning,
    /// Keeping watch over time.
    Monitoring,
    /// Records corrected, kept or searched for.
    Records,
    /// Stopping something.
    Cease,
    /// Contracts and contractors.
    Contract,
    /// Staff, money and means for a service.
    Resourcing,
    /// Telling the office what was done.
    ReportBack,
}

/// For whom a remedy is (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// For the person wronged.
    Personal,
    /// For all who come after.
    Service,
}

/// A rule: fits where the verb is one of `verbs` (any, if empty; `-` is an act without a verb) and one of
/// `things` is spoken of (if not empty).
struct Rule {
    kind: Kind,
    verbs: &'static str,
    things: &'static str,
}

const fn rule(kind: Kind, verbs: &'static str, things: &'static str) -> Rule {
    Rule { kind, verbs, things }
}

const POLICY: &str = "policy policies procedure procedures process processes protocol protocols guidance \
    template templates system \
    systems practice practices leaflet leaflets arrangements framework requests guidelines approach \
    pathway strategy standards \
    criteria checklist code scheme workflow terms";
const STAFF: &str = "staff officers officer managers employees team teams colleagues handlers caseworkers \
    clinicians doctors nurses \
    practitioners contractors councillors operatives councillors governors assessors";

/// The English table.
const ENGLISH: &[Rule] = &[
    // "apologise", "say sorry", "write a letter of apology"
    rule(Kind::Apology, "apologise apologize", ""),
    rule(Kind::Apology, "", "sorry apology apologies apologise apologising"),
    // "stop charging", "refrain from"
    rule(Kind::Cease, "stop cease refrain withdraw rescind suspend quash", ""),
    // "remind staff", before policies and training
    rule(Kind::StaffReminder, "remind brief", ""),
    rule(Kind::StaffReminder, "", "reminder reminded"),
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
        "learning lessons report decision findings case staff",
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
        "review reviews reassessment evaluation audit",
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
    rule(Kind::Review, "give -", "consideration"),
    // answers
    rule(Kind::Explanation, "-", "explanation account reasons answer update confirmation what why how"),
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
    rule(Kind::Explanation, "request", "details"),
    rule(Kind::ServiceProvision, "", ""),
];

/// The Welsh table; things are compared under every mutation.
const WELSH: &[Rule] = &[
    rule(Kind::Apology, "ymddiheuro", ""),
    rule(Kind::Apology, "", "ymddiheuriad ymddiheuro ymddiheuriadau ddrwg"),
    rule(Kind::Explanation, "rhoi", "gwybod"),
    rule(Kind::Cease, "atal peidio", ""),
    rule(Kind::StaffReminder, "atgoffa briffio", ""),
    rule(Kind::Training, "hyfforddi ailhyfforddi", ""),
    rule(Kind::Training, "", "hyfforddiant"),
    rule(Kind::Reimbursement, "ad-dalu hepgor", ""),
    rule(Kind::Reimbursement, "", "ad-daliad"),
    rule(Kind::Reimbursement, "talu", "costau ffi ffioedd treuliau llog"),
    rule(Kind::Payment, "talu digolledu", ""),
    rule(Kind::Payment, "-", "£ taliad iawndal"),
    rule(Kind::Explanation, "-", "esboniad eglurhad"),
    rule(Kind::Payment, "cynnig rhoi gwneud derbyn", "£ taliad iawndal"),
    rule(Kind::ShareLearning, "rhannu dosbarthu", ""),
    rule(Kind::Resourcing, "recriwtio penodi ariannu", ""),
    rule(Kind::Monitoring, "monitro goruchwylio", ""),
    rule(Kind::Monitoring, "", "golwg rheolaidd monitro"),
    rule(Kind::Records, "cywiro cofnodi dileu", ""),
    rule(Kind::Records, "chwilio diweddaru ychwanegu cadw", "cofnod cofnodion ffeil"),
    rule(Kind::InspectionRepair, "trwsio atgyweirio gosod glanhau", ""),
    rule(
        Kind::InspectionRepair,
        "archwilio trefnu cwblhau cynnal gwneud",
        "atgyweirio atgyweiriadau archwiliad arolwg lleithder",
    ),
    rule(
        Kind::PolicyProcedure,
        "adolygu diwygio diweddaru cyflwyno datblygu llunio paratoi mabwysiadu newid gwella cryfhau creu \
            cyhoeddi",
        "polisi polisïau trefn trefniadau gweithdrefn gweithdrefnau proses prosesau canllaw canllawiau \
            protocol system ffordd arferion",
    ),
    rule(Kind::ReportBack, "adrodd", "ombwdsmon"),
    rule(
        Kind::Review,
        "ailystyried ystyried penderfynu ailasesu asesu ailedrych adolygu edrych gwerthuso dadansoddi",
        "",
    ),
    rule(Kind::Review, "- cynnal cwblhau gorffen gwneud", "adolygiad ymchwiliad"),
    rule(Kind::Explanation, "-", "cadarnhad rhesymau"),
    rule(Kind::Explanation, "egluro esbonio dweud hysbysu cadarnhau amlinellu nodi dangos cydnabod", ""),
    rule(
        Kind::Explanation,
        "rhoi darparu anfon ysgrifennu derbyn cynnig",
        "esboniad eglurhad egluro esbonio rhesymau gwybodaeth diweddariad",
    ),
    rule(Kind::Monitoring, "addo sicrhau", "golwg monitro"),
    rule(Kind::ServiceProvision, "", ""),
];

/// The kind of an act and the token that decided it.
pub(super) fn of(tokens: &Tokens<'_>, act: &Act, welsh: bool) -> (Kind, usize) {
    let table = if welsh { WELSH } else { ENGLISH };
    let verb = act.verb.or_else(|| participle(tokens, act, welsh));
    // "set up a meeting" establishes; "set out its reasons" explains.
    let verb =
        if verb == Some("set") && tokens.word(act.verb_at + 1) != "out" { Some("establish") } else { verb };
    let end = object_end(tokens, act);
    // What leads up to an active verb is no object; what stands before a participle is ("an apology sent").
    let done = !welsh
        && verb::find(tokens.word(act.verb_at)).is_some_and(|found| found.form == verb::Form::Participle);
    let from = if act.verb.is_some() && !done { act.verb_at.max(act.first) } else { act.first };
    for rule in table {
        if !rule.verbs.is_empty() && !contains(rule.verbs, verb.unwrap_or("-")) {
            continue;
        }
        let thing = (from..end).find(|&at| speaks_of(tokens, at, rule.things, welsh));
        match (rule.things.is_empty(), thing) {
            (true, _) => return (rule.kind, act.verb_at),
            (false, Some(at)) => return (rule.kind, if rule.verbs.is_empty() { at } else { act.verb_at }),
            (false, None) => {}
        }
    }
    (Kind::ServiceProvision, act.verb_at)
}

/// Where the object of an act ends: "carry out the repairs **in line with** its policy" is not about the
/// policy.
fn object_end(tokens: &Tokens<'_>, act: &Act) -> usize {
    const ASIDES: &[&str] = &[
        "in line with",
        "in accordance with",
        "in keeping with",
        "under",
        "because",
        "so that",
        "to prevent",
        "to ensure",
        "as required by",
        "while",
        "whilst",
        "until",
    ];
    (act.verb_at + 1..act.last).find(|&at| tokens.reads_any(at, ASIDES).is_some()).unwrap_or(act.last)
}

/// "These fees should also be paid": the verb of a clause that is passive.
fn participle(tokens: &Tokens<'_>, act: &Act, welsh: bool) -> Option<&'static str> {
    if welsh {
        return None;
    }
    let be = (act.first..act.last).find(|&at| tokens.word(at) == "be")?;
    let noun = (act.first..be).find_map(|at| verb::find(tokens.word(at)).filter(|found| found.noun));
    let done = (be + 1..act.last)
        .find_map(|at| verb::find(tokens.word(at)).filter(|found| found.form == verb::Form::Participle));
    // "A review is to be done": the noun says what, "done" nothing.
    let said = done
        .map(|found| found.base)
        .filter(|base| !matches!(*base, "do" | "make" | "take" | "undertake" | "complete" | "carry"));
    said.or(noun.map(|found| found.base)).or(done.map(|found| found.base))
}

fn contains(words: &str, wanted: &str) -> bool {
    words.split_whitespace().any(|word| word == wanted)
}

fn speaks_of(tokens: &Tokens<'_>, at: usize, things: &str, welsh: bool) -> bool {
    let word = tokens.word(at);
    if welsh {
        return things.split_whitespace().any(|thing| thing == word || mutation::is(word, thing));
    }
    contains(things, word)
}

/// For whom an act is: by its kind, and where a kind serves both, by whether it speaks of the person.
pub(super) fn scope(tokens: &Tokens<'_>, act: &Act, kind: Kind, person_before: bool) -> Scope {
    match kind {
        Kind::Apology
        | Kind::Payment
        | Kind::Reimbursement
        | Kind::ServiceProvision
        | Kind::InspectionRepair
        | Kind::Explanation => Scope::Personal,
        Kind::PolicyProcedure
        | Kind::Training
        | Kind::StaffReminder
        | Kind::ShareLearning
        | Kind::Contract
        | Kind::Resourcing
        | Kind::ReportBack => Scope::Service,
        Kind::Records if matches!(act.verb, Some("search" | "look" | "go" | "find" | "chwilio")) => {
            Scope::Personal
        }
        Kind::Monitoring
            if matches!(act.verb, Some("establish" | "set" | "introduce" | "implement" | "sefydlu")) =>
        {
            Scope::Service
        }
        Kind::Monitoring if evidence::goes_to_office(tokens, act.first, act.last).is_some() => Scope::Service,
        Kind::Review | Kind::Records | Kind::Monitoring | Kind::Cease => {
            if person_before || (act.first..act.last).any(|at| is_person(tokens, at)) {
                Scope::Personal
            } else {
                Scope::Service
            }
        }
    }
}

/// Whether a word names or points at the person wronged.
pub(super) fn is_person(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.word(at),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "his"
            | "her"
            | "him"
            | "complainant"
            | "resident"
            | "tenant"
            | "offer"
            | "ei"
            | "hi"
            | "ef"
    )
}
