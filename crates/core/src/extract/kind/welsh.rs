//! Which Welsh verbs and things make which kind of remedy.

use super::{Kind, Rule, rule};

/// Read from the top; things are compared under every mutation.
pub(super) const RULES: &[Rule] = &[
    rule(Kind::Apology, "ymddiheuro", ""),
    rule(Kind::Apology, "", "ymddiheuriad ymddiheuro ymddiheuriadau ddrwg"),
    rule(Kind::Explanation, "rhoi", "gwybod"),
    rule(Kind::Cease, "atal peidio", ""),
    rule(Kind::StaffReminder, "atgoffa briffio", ""),
    rule(Kind::StaffReminder, "sicrhau", "ymwybodol cyfarwydd"),
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
    rule(Kind::ShareLearning, "trafod", "staff tîm meddygon nyrsys swyddogion"),
    rule(Kind::Resourcing, "recriwtio penodi ariannu", ""),
    rule(Kind::Monitoring, "monitro goruchwylio", ""),
    rule(Kind::Monitoring, "", "golwg rheolaidd monitro"),
    rule(Kind::Records, "cywiro cofnodi dileu", ""),
    rule(Kind::Records, "chwilio diweddaru ychwanegu cadw", "cofnod cofnodion ffeil"),
    rule(Kind::InspectionRepair, "trwsio atgyweirio gosod glanhau archwilio", ""),
    rule(Kind::InspectionRepair, "gorffen dechrau cychwyn cwblhau gwneud", "trwsio"),
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
