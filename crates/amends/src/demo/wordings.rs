//! What the demonstration's recommendations say, in both languages.

use amends_core::recommendation::{Kind, Proof, Scope};

/// A recommendation to draw cases from.
pub struct Sample {
    /// What sort of act.
    pub kind: Kind,
    /// For whom.
    pub scope: Scope,
    /// The fault it answers: English, Welsh.
    pub fault: (&'static str, &'static str),
    /// What it says: English, Welsh. `{body}` is the body's name.
    pub wording: (&'static str, &'static str),
    /// What proves it: sort, English, Welsh.
    pub evidence: &'static [(Proof, &'static str, &'static str)],
    /// The sum, in pounds, where it is money.
    pub pounds: Option<i64>,
    /// Its subjects, as the profiles name them.
    pub themes: &'static [&'static str],
    /// What the public may read of a service improvement.
    pub public: Option<(&'static str, &'static str)>,
}

/// Every sample; cases draw personal ones first.
pub const SAMPLES: &[Sample] = &[
    Sample {
        kind: Kind::Apology,
        scope: Scope::Personal,
        fault: ("Nobody answered the complaint for seven months.", "Ni atebwyd y gŵyn gan neb am saith mis."),
        wording: (
            "{body} will apologise in writing to the complainant for the time it took to answer.",
            "Bydd {body} yn ymddiheuro'n ysgrifenedig i'r achwynydd am yr amser a gymerodd i ateb.",
        ),
        evidence: &[(
            Proof::Letter,
            "A copy of the letter of apology as it was sent",
            "Copi o'r llythyr ymddiheuro fel yr anfonwyd ef",
        )],
        pounds: None,
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::Payment,
        scope: Scope::Personal,
        fault: (
            "Repairs to a damp bedroom were left undone through two winters.",
            "Gadawyd gwaith trwsio ystafell wely laith heb ei wneud drwy ddau aeaf.",
        ),
        wording: (
            "{body} will pay the complainant £{pounds} for the distress the delay caused.",
            "Bydd {body} yn talu £{pounds} i'r achwynydd am y gofid a achosodd yr oedi.",
        ),
        evidence: &[(
            Proof::PaymentRecord,
            "A record showing that the payment was made, with date and sum",
            "Cofnod yn dangos bod y taliad wedi'i wneud, gyda dyddiad a swm",
        )],
        pounds: Some(500),
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::ServiceProvision,
        scope: Scope::Personal,
        fault: (
            "A care needs assessment was promised and did not happen.",
            "Addawyd asesiad o anghenion gofal ac ni ddigwyddodd.",
        ),
        wording: (
            "{body} will carry out the care needs assessment and give the complainant a copy of it.",
            "Bydd {body} yn cynnal yr asesiad o anghenion gofal ac yn rhoi copi ohono i'r achwynydd.",
        ),
        evidence: &[(
            Proof::Report,
            "The assessment, dated and signed by the assessor",
            "Yr asesiad, wedi'i ddyddio a'i lofnodi gan yr asesydd",
        )],
        pounds: None,
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::InspectionRepair,
        scope: Scope::Personal,
        fault: (
            "A leaking roof was reported four times and not inspected.",
            "Rhoddwyd gwybod am do yn gollwng bedair gwaith heb ei archwilio.",
        ),
        wording: (
            "{body} will inspect the roof and repair what the inspection finds.",
            "Bydd {body} yn archwilio'r to ac yn trwsio'r hyn a ganfyddir.",
        ),
        evidence: &[
            (Proof::Report, "The inspector's report", "Adroddiad yr arolygydd"),
            (
                Proof::Other,
                "Photographs of the finished repair",
                "Ffotograffau o'r gwaith trwsio gorffenedig",
            ),
        ],
        pounds: None,
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::Reimbursement,
        scope: Scope::Personal,
        fault: (
            "The complainant was charged twice for the same garden waste service.",
            "Codwyd tâl ddwywaith ar yr achwynydd am yr un gwasanaeth gwastraff gardd.",
        ),
        wording: (
            "{body} will refund to the complainant the £{pounds} it charged in error.",
            "Bydd {body} yn ad-dalu i'r achwynydd y £{pounds} a godwyd trwy gamgymeriad.",
        ),
        evidence: &[(Proof::PaymentRecord, "A record of the refund", "Cofnod o'r ad-daliad")],
        pounds: Some(86),
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::Explanation,
        scope: Scope::Personal,
        fault: (
            "The letter about the cancelled operation gave no reason.",
            "Nid oedd y llythyr am y llawdriniaeth a ganslwyd yn rhoi rheswm.",
        ),
        wording: (
            "{body} will write to the complainant with the reasons why the operation was cancelled.",
            "Bydd {body} yn ysgrifennu at yr achwynydd gyda'r rhesymau pam y canslwyd y llawdriniaeth.",
        ),
        evidence: &[(Proof::Letter, "A copy of the letter", "Copi o'r llythyr")],
        pounds: None,
        themes: &[],
        public: None,
    },
    Sample {
        kind: Kind::PolicyProcedure,
        scope: Scope::Service,
        fault: (
            "The procedure for answering complaints did not say who answers when the officer is away.",
            "Nid oedd y drefn ar gyfer ateb cwynion yn dweud pwy sy'n ateb pan fo'r swyddog i ffwrdd.",
        ),
        wording: (
            "{body} will amend its complaints procedure so that it names who answers when the officer is away.",
            "Bydd {body} yn diwygio ei drefn gwyno fel ei bod yn enwi pwy sy'n ateb pan fo'r swyddog i ffwrdd.",
        ),
        evidence: &[
            (Proof::PolicyText, "The amended procedure", "Y drefn ddiwygiedig"),
            (
                Proof::Approval,
                "The minute or e-mail by which the relevant officer or committee approved it",
                "Y cofnod neu'r e-bost lle cymeradwyodd y swyddog neu'r pwyllgor perthnasol hi",
            ),
        ],
        pounds: None,
        themes: &["complaint_handling"],
        public: Some((
            "The body will name in its procedure who answers complaints when the officer is away.",
            "Bydd y corff yn enwi yn ei drefn pwy sy'n ateb cwynion pan fo'r swyddog i ffwrdd.",
        )),
    },
    Sample {
        kind: Kind::Training,
        scope: Scope::Service,
        fault: (
            "Front-desk staff did not know about interpreters.",
            "Nid oedd staff y dderbynfa yn gwybod am gyfieithwyr ar y pryd.",
        ),
        wording: (
            "{body} will train its 12 front-desk staff in booking interpreters.",
            "Bydd {body} yn hyfforddi ei 12 aelod o staff y dderbynfa i archebu cyfieithwyr ar y pryd.",
        ),
        evidence: &[(
            Proof::TrainingRecord,
            "The attendance list with dates, and the training material",
            "Y rhestr bresenoldeb gyda dyddiadau, a'r deunydd hyfforddi",
        )],
        pounds: None,
        themes: &["equality_language", "communication"],
        public: Some((
            "The body will train its front-desk staff in booking interpreters.",
            "Bydd y corff yn hyfforddi staff y dderbynfa i archebu cyfieithwyr ar y pryd.",
        )),
    },
    Sample {
        kind: Kind::Review,
        scope: Scope::Service,
        fault: ("Several families waited as long as this one.", "Bu sawl teulu yn aros cyhyd â hwn."),
        wording: (
            "{body} will audit the last 50 referrals and write a report of how long each waited.",
            "Bydd {body} yn archwilio'r 50 atgyfeiriad diwethaf ac yn ysgrifennu adroddiad ar hyd pob arhosiad.",
        ),
        evidence: &[(Proof::Report, "The report of the audit", "Adroddiad yr archwiliad")],
        pounds: None,
        themes: &["waiting_times", "delay"],
        public: Some((
            "The body will audit recent referrals and report how long each waited.",
            "Bydd y corff yn archwilio atgyfeiriadau diweddar ac yn adrodd ar hyd pob arhosiad.",
        )),
    },
    Sample {
        kind: Kind::Records,
        scope: Scope::Service,
        fault: ("Notes of telephone calls were not kept.", "Ni chadwyd nodiadau o alwadau ffôn."),
        wording: (
            "{body} will write a template for notes of telephone calls and give it to its housing officers.",
            "Bydd {body} yn ysgrifennu templed ar gyfer nodiadau galwadau ffôn ac yn ei roi i'w swyddogion tai.",
        ),
        evidence: &[(
            Proof::Other,
            "The template and the message by which officers were given it",
            "Y templed a'r neges yr anfonwyd ef i'r swyddogion ynddi",
        )],
        pounds: None,
        themes: &["record_keeping", "communication"],
        public: Some((
            "The body will keep notes of telephone calls by a template.",
            "Bydd y corff yn cadw nodiadau o alwadau ffôn yn ôl templed.",
        )),
    },
];

/// First names and family names of invented people.
pub const FIRST: [&str; 16] = [
    "Alun", "Bethan", "Carys", "Dafydd", "Elin", "Gareth", "Hana", "Ifan", "Joan", "Kamal", "Lowri", "Megan",
    "Owain", "Priya", "Rhys", "Siân",
];
/// Family names of invented people.
pub const FAMILY: [&str; 16] = [
    "Bowen", "Cadwgan", "Evans", "Gwilym", "Hughes", "Ibrahim", "Jenkins", "Khan", "Llewelyn", "Morgan",
    "Nowak", "Owen", "Parry", "Rees", "Tudor", "Watkin",
];
/// Reasons bodies give when they ask for a later date.
pub const REASONS: [(&str, &str); 3] = [
    (
        "The committee that must approve it meets two weeks later.",
        "Mae'r pwyllgor sy'n gorfod ei gymeradwyo yn cwrdd bythefnos yn ddiweddarach.",
    ),
    (
        "The officer responsible is ill and nobody else may sign.",
        "Mae'r swyddog cyfrifol yn sâl ac ni chaiff neb arall lofnodi.",
    ),
    ("The contractor can begin only next month.", "Dim ond y mis nesaf y gall y contractwr ddechrau."),
];
