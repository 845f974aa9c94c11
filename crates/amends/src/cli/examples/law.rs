//! Examples of the commands of reports, notices and escalation as they are typed.

use super::Examples;

pub(super) const EXAMPLES: &[Examples] = &[
    (
        "amends-case-criterion",
        &[
            "amends case criterion 26-0001 --as rhys@ombudsman.example --criterion recurrent_fault --reasons \"The third such case in two years\"",
        ],
    ),
    (
        "amends-case-notice",
        &[
            "amends case notice 26-0001 --as rhys@ombudsman.example --reasons \"The fault recurs, and others may be affected\"",
        ],
    ),
    (
        "amends-case-contracting-body",
        &[
            "amends case contracting-body 26-0001 --as sian@ombudsman.example --provider bryn-surgery --health-body north-health-board",
        ],
    ),
    ("amends-instrument-list", &["amends instrument list 26-0001", "amends instrument list 26-0001 --json"]),
    ("amends-instrument-show", &["amends instrument show 26-0001 2"]),
    (
        "amends-instrument-receipt",
        &[
            "amends instrument receipt 26-0001 2 --as sian@ombudsman.example --received 2026-11-20 --shown-by \"Signed for\"",
        ],
    ),
    (
        "amends-instrument-notified",
        &[
            "amends instrument notified 26-0001 1 --as sian@ombudsman.example --action \"It will write a new policy\" --within 2027-02-26",
        ],
    ),
    (
        "amends-instrument-referred",
        &[
            "amends instrument referred 26-0001 2 --as sian@ombudsman.example --considered 2026-11-30 --shown-by \"Minutes of the full council\"",
        ],
    ),
    (
        "amends-instrument-longer",
        &[
            "amends instrument longer 26-0001 1 --as rhys@ombudsman.example --until 2027-01-29 --reason \"The council meets in January\" --in-writing",
        ],
    ),
    (
        "amends-instrument-assess",
        &[
            "amends instrument assess 26-0001 1 --as rhys@ombudsman.example --action satisfied --period not_satisfied --reasons \"A year is too long\"",
        ],
    ),
    (
        "amends-instrument-no-action",
        &[
            "amends instrument no-action 26-0001 1 --as rhys@ombudsman.example --basis \"Its letter of 3 December\"",
        ],
    ),
    (
        "amends-instrument-confirm",
        &[
            "amends instrument confirm 26-0001 1 --as rhys@ombudsman.example --reasons \"The minute shows it\"",
        ],
    ),
    ("amends-instrument-publicity", &["amends instrument publicity 26-0001 2"]),
    (
        "amends-instrument-lift",
        &[
            "amends instrument lift 26-0001 2 --as rhys@ombudsman.example --step W-24s --how disapplied --reasons \"It would identify a child\"",
        ],
    ),
    (
        "amends-instrument-form",
        &[
            "amends instrument form 26-0001 3 --as sian@ombudsman.example --with \"The council solicitor; the text is on file\"",
        ],
    ),
    (
        "amends-instrument-published",
        &[
            "amends instrument published 26-0001 2 --as sian@ombudsman.example --step W-24s --on 2026-12-03 --names 2026-12-07 --shown-by \"Page 7 of the Ynys Herald\"",
        ],
    ),
    (
        "amends-instrument-lay",
        &["amends instrument lay 26-0001 2 --as sian@ombudsman.example --shown-by \"Record of the Senedd\""],
    ),
    (
        "amends-instrument-claim",
        &[
            "amends instrument claim 26-0001 2 --as marc@ombudsman.example --amount 640 --for \"Two newspaper pages\"",
        ],
    ),
    (
        "amends-instrument-paid",
        &[
            "amends instrument paid 26-0001 2 --as sian@ombudsman.example --amount 640 --shown-by \"Bank statement 12\"",
        ],
    ),
    (
        "amends-instrument-recipients",
        &["amends instrument recipients 26-0001 2", "amends instrument recipients 26-0001 2 --json"],
    ),
    (
        "amends-instrument-check-version",
        &[
            "amends instrument check-version 26-0001 report.docx --instrument special_report --name \"Dr Elin Wyn\"",
        ],
    ),
    (
        "amends-escalation-routes",
        &["amends escalation routes 26-0001", "amends escalation routes 26-0001 --ground \"s28(6)\" --json"],
    ),
    ("amends-escalation-menu", &["amends escalation menu 26-0001-2"]),
    (
        "amends-escalation-step",
        &[
            "amends escalation step 26-0001-2 --as rhys@ombudsman.example --step chief_executive --reason \"Three chases went unanswered\"",
        ],
    ),
    (
        "amends-escalation-prepare",
        &[
            "amends escalation prepare 26-0001 --as rhys@ombudsman.example --ground \"s28(6)\" --facts \"It promised to pay by 1 June and did not\" --kind payment --scope personal --finding 1 --amount 250 --within \"1 month\" --wording \"The Council should pay Mr K £250.\" --body-by 2026-12-18 --complainant-by 2026-12-18",
        ],
    ),
    (
        "amends-escalation-comment",
        &[
            "amends escalation comment 26-0001 --as sian@ombudsman.example --by body --comment \"We will act by then\" --acts-by-the-dates",
        ],
    ),
    ("amends-escalation-issue", &["amends escalation issue 26-0001 --as marc@ombudsman.example"]),
    (
        "amends-escalation-bundle",
        &["amends escalation bundle 26-0001", "amends escalation bundle 26-0001 --body ynys-council --json"],
    ),
    (
        "amends-escalation-link-case",
        &[
            "amends escalation link-case 26-0001 --as sian@ombudsman.example --to 26-0044 --reason \"It is about the remedy agreed here\"",
        ],
    ),
];
