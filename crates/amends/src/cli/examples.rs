//! Examples of each command as they are typed: the words of a command are the same in every language.

mod law;

/// The path of a command, and its examples, one a line.
type Examples = (&'static str, &'static [&'static str]);

/// Every command's examples.
pub(super) fn all() -> impl Iterator<Item = &'static Examples> {
    EXAMPLES.iter().chain(law::EXAMPLES)
}

const EXAMPLES: &[Examples] = &[
    (
        "amends",
        &[
            "amends extract --profile psow --decided 2026-10-05 decision.pdf",
            "amends clock --add \"20 working days\" --from 2026-04-14",
            "amends case list",
        ],
    ),
    ("amends-demo", &["amends demo", "amends demo --port 9000 --today 2026-12-01 --size small"]),
    (
        "amends-generate",
        &[
            "amends generate --size M --into /tmp/amends-m",
            "amends generate --live 1000000 --owed 20000 --seed 7 --into /tmp/amends-sweep",
        ],
    ),
    (
        "amends-serve",
        &["amends serve", "amends serve --config /etc/amends/amends.toml --listen 127.0.0.1:8080"],
    ),
    ("amends-case-list", &["amends case list", "amends case list --text repairs --body ynys-council --json"]),
    ("amends-case-show", &["amends case show 26-0001", "amends case show 26-0001 --history"]),
    (
        "amends-case-open",
        &[
            "amends case open --as sian@ombudsman.example --title \"Repairs not done\" --body ynys-council --complainant \"Mr K\" --email k@example.org --complainant-lang cy",
            "amends case open --as sian@ombudsman.example --title \"The agreed repairs\" --body ynys-council --about 26-0001 --reason \"What was agreed was not done\"",
        ],
    ),
    (
        "amends-case-finding",
        &[
            "amends case finding 26-0001 --as sian@ombudsman.example --fault \"Repairs took 14 months\" --injustice \"Mr K lived with damp\"",
        ],
    ),
    ("amends-case-check", &["amends case check 26-0001 --as sian@ombudsman.example --edition 2024"]),
    (
        "amends-case-earlier",
        &["amends case earlier 26-0001", "amends case earlier 26-0001 --theme delay --json"],
    ),
    (
        "amends-case-judge-earlier",
        &[
            "amends case judge-earlier 26-0001 --as sian@ombudsman.example --earlier 24-0193-2 --conclusion not_yet_embedded --reasons \"The procedure began in June\"",
        ],
    ),
    ("amends-case-refer-to-earlier", &["amends case refer-to-earlier 26-0001 --as sian@ombudsman.example"]),
    (
        "amends-case-handling",
        &[
            "amends case handling 26-0001 --as sian@ombudsman.example --code delay_responding --note \"Three chases before an answer\" --because 41",
        ],
    ),
    (
        "amends-report-service-improvements",
        &[
            "amends report service-improvements --theme delay",
            "amends report service-improvements --body ynys-council --progress not_done --csv > improvements.csv",
        ],
    ),
    (
        "amends-report-handling",
        &[
            "amends report handling --from 2026-04-01 --json",
            "amends report handling --body ynys-council --csv",
        ],
    ),
    (
        "amends-case-draft",
        &[
            "amends case draft 26-0001 --as sian@ombudsman.example --bodies-by 2026-11-02 --complainant-by 2026-11-02",
        ],
    ),
    (
        "amends-case-answer",
        &[
            "amends case answer 26-0001-1 --as sian@ombudsman.example --agree",
            "amends case answer 26-0001-2 --as sian@ombudsman.example --disagree \"The sum is too high\"",
        ],
    ),
    (
        "amends-case-comment",
        &[
            "amends case comment 26-0001 --as sian@ombudsman.example --comment \"I would like the apology in Welsh\"",
        ],
    ),
    ("amends-case-close-comments", &["amends case close-comments 26-0001 --as sian@ombudsman.example"]),
    (
        "amends-case-consider",
        &[
            "amends case consider 26-0001-2 --as sian@ombudsman.example --outcome stands --reasoning \"The sum follows the guidance\"",
        ],
    ),
    (
        "amends-case-period",
        &[
            "amends case period 26-0001 --as sian@ombudsman.example --agreed \"Her e-mail of 2 March\"",
            "amends case period 26-0001 --as sian@ombudsman.example --not-possible \"She did not answer\"",
        ],
    ),
    (
        "amends-case-decide",
        &["amends case decide 26-0001 --as sian@ombudsman.example --instrument report_without_publicity"],
    ),
    (
        "amends-case-receipt",
        &[
            "amends case receipt 26-0001 --as sian@ombudsman.example --received 2026-11-20 --shown-by \"Read receipt\"",
        ],
    ),
    ("amends-rec-list", &["amends rec list --view due_in_14", "amends rec list --body ynys-council --json"]),
    ("amends-rec-show", &["amends rec show 26-0001-2"]),
    (
        "amends-rec-write",
        &[
            "amends rec write 26-0001 --as sian@ombudsman.example --kind apology --scope personal --finding 1 --within \"20 working days\" --wording \"The Council should apologise to Mr K in writing.\"",
        ],
    ),
    (
        "amends-rec-evidence",
        &[
            "amends rec evidence 26-0001-1 letter.pdf --as sian@ombudsman.example --items 1,2 --done 2026-11-30",
        ],
    ),
    ("amends-rec-review", &["amends rec review 26-0001-1 --as sian@ombudsman.example"]),
    (
        "amends-rec-assess",
        &["amends rec assess 26-0001-1 --as sian@ombudsman.example --item 1 --shown shown"],
    ),
    ("amends-rec-met", &["amends rec met 26-0001-1 --as sian@ombudsman.example"]),
    (
        "amends-rec-more",
        &[
            "amends rec more 26-0001-3 --as sian@ombudsman.example --needed \"The minute that approves the policy\" --until 2026-12-18",
        ],
    ),
    (
        "amends-rec-treat-as-met",
        &[
            "amends rec treat-as-met 26-0001-4 --as sian@ombudsman.example --reason circumstances_changed --note \"The service has closed\"",
        ],
    ),
    (
        "amends-rec-not-met",
        &[
            "amends rec not-met 26-0001-4 --as sian@ombudsman.example --reasons \"Nothing was done, and no reason was given\"",
        ],
    ),
    (
        "amends-rec-extension-ask",
        &[
            "amends rec extension ask 26-0001-3 --as sian@ombudsman.example --until 2027-01-15 --reason \"The committee meets in January\"",
        ],
    ),
    (
        "amends-rec-extension-decide",
        &[
            "amends rec extension decide 26-0001-3 --as sian@ombudsman.example --grant 2027-01-15 --reason \"The committee must approve it\" --in-writing",
        ],
    ),
    (
        "amends-act",
        &[
            "amends act 26-0001 command.json --as sian@ombudsman.example",
            "amends act new opening.json --as sian@ombudsman.example",
        ],
    ),
    (
        "amends-import-decision",
        &[
            "amends import decision decision.pdf --as sian@ombudsman.example --case 26-0001 --decided 2026-10-05",
            "amends import decision decision.txt --as sian@ombudsman.example --case 26-0001 --accept 1,2,3",
        ],
    ),
    (
        "amends-import-from-csv",
        &["amends import from-csv bodies.csv --dry-run", "amends import from-csv bodies.csv"],
    ),
    ("amends-chase-preview", &["amends chase preview --on 2026-12-01 --json"]),
    ("amends-chase-run", &["amends chase run --dry-run", "amends chase run"]),
    ("amends-chase-pause", &["amends chase pause --as sian@ombudsman.example --body ynys-council"]),
    ("amends-chase-resume", &["amends chase resume --as sian@ombudsman.example --body ynys-council"]),
    ("amends-retention-due", &["amends retention due", "amends retention due --by 2027-04-30 --json"]),
    (
        "amends-retention-run",
        &[
            "amends retention run --as sian@ombudsman.example --dry-run",
            "amends retention run --as rhys@ombudsman.example",
        ],
    ),
    (
        "amends-retention-hold",
        &[
            "amends retention hold 26-0001 --as sian@ombudsman.example --for litigation --reason \"Judicial review\"",
            "amends retention hold 26-0001 --as rhys@ombudsman.example --lift 1 --reason \"It is over\"",
        ],
    ),
    (
        "amends-retention-certificate",
        &["amends retention certificate", "amends retention certificate D-2027-0001 --json"],
    ),
    ("amends-retention-reapply", &["amends retention reapply disposals.log"]),
    ("amends-mail-outbox", &["amends mail outbox", "amends mail outbox --to @ynys.example --json"]),
    ("amends-mail-show", &["amends mail show 0199a3c8-5b7e-7000-8000-000000000001"]),
    ("amends-mail-send", &["amends mail send --once", "amends mail send --once --json"]),
    ("amends-mail-deliver", &["amends mail deliver < message.eml"]),
    ("amends-mail-fetch", &["amends mail fetch --once"]),
    (
        "amends-mail-file",
        &[
            "amends mail file 0199a3c8-5b7e-7000-8000-000000000001 --as sian@ombudsman.example --rec 26-0001-2",
        ],
    ),
    ("amends-mail-held", &["amends mail held"]),
    ("amends-body-list", &["amends body list"]),
    ("amends-body-show", &["amends body show ynys-council"]),
    (
        "amends-body-contact-add",
        &[
            "amends body contact add ynys-council chief.executive@ynys.example --role chief_executive --name \"Chief executive\" --as sian@ombudsman.example",
        ],
    ),
    (
        "amends-body-contact-remove",
        &["amends body contact remove ynys-council nia@ynys.example --as sian@ombudsman.example"],
    ),
    (
        "amends-user-add",
        &[
            "amends user add sian@ombudsman.example --name \"Siân Rees\" --role caseworker --password-file password.txt",
        ],
    ),
    ("amends-user-list", &["amends user list"]),
    ("amends-user-disable", &["amends user disable sian@ombudsman.example"]),
    ("amends-user-password", &["amends user password sian@ombudsman.example < password.txt"]),
    ("amends-audit-verify", &["amends audit verify --json"]),
    ("amends-audit-head", &["amends audit head"]),
    ("amends-profile-list", &["amends profile list"]),
    ("amends-profile-show", &["amends profile show psow", "amends profile show lgsco --json"]),
    ("amends-profile-validate", &["amends profile validate office.toml"]),
    ("amends-profile-diff", &["amends profile diff psow office.toml"]),
    ("amends-profile-simulate", &["amends profile simulate office.toml --cases 100"]),
    (
        "amends-db-copy",
        &[
            "amends db copy --from sqlite:amends-data/amends.sqlite --to postgres://amends:PASSWORD@db.office.example/amends",
            "amends db copy --from postgres://amends:PASSWORD@db.office.example/amends --to sqlite:/srv/amends/amends.sqlite --json",
        ],
    ),
    ("amends-db-check", &["amends db check", "amends db check --json"]),
    (
        "amends-files-copy",
        &[
            "amends files copy --from amends-data/files --to \"s3://evidence/amends?region=eu-west-2\"",
            "amends files copy --from \"s3://evidence/amends?endpoint=https://s3.office.example\" --to /srv/amends/files",
        ],
    ),
    ("amends-files-sweep", &["amends files sweep", "amends files sweep --older-than 168"]),
    ("amends-rebuild", &["amends rebuild --check", "amends rebuild"]),
    ("amends-doctor", &["amends doctor", "amends doctor --only disk,audit --json"]),
    (
        "amends-extract",
        &[
            "amends extract --profile psow --decided 2026-10-05 decision.docx",
            "amends extract --profile lgsco --decided 2026-10-05 --json - < decision.txt",
        ],
    ),
    (
        "amends-clock",
        &[
            "amends clock --rule W-26 --from 2026-03-03",
            "amends clock --add \"20 working days\" --from 2026-04-14 --calendar scotland --json",
        ],
    ),
    ("amends-version", &["amends version --json"]),
    ("amends-config-show", &["amends config show --json"]),
    ("amends-config-check", &["amends config check --config /etc/amends/amends.toml"]),
    ("amends-config-template", &["amends config template > amends.toml"]),
    ("amends-config-explain", &["amends config explain mail.smtp"]),
    ("amends-healthcheck", &["amends healthcheck", "amends healthcheck http://127.0.0.1:8080"]),
    ("amends-man", &["amends man --out /usr/local/share/man/man1", "amends man | man -l -"]),
    ("amends-completions", &["amends completions bash > /etc/bash_completion.d/amends"]),
    (
        "amends-body-rename",
        &[
            "amends body rename ynys-council --as marc@ombudsman.example --name-en \"Ynys and Mon Council\" --name-cy \"Cyngor Ynys a Môn\" --on 2026-04-01 --shown-by \"Order 2026/1\"",
        ],
    ),
    (
        "amends-body-merge",
        &[
            "amends body merge old-council --as marc@ombudsman.example --into new-council --on 2026-04-01 --shown-by \"Order 2026/1\"",
        ],
    ),
    (
        "amends-body-split",
        &[
            "amends body split old-council --as marc@ombudsman.example --functions-to new-council --property-to homes-board --on 2026-04-01 --shown-by \"Order 2026/1\"",
        ],
    ),
    (
        "amends-body-end",
        &[
            "amends body end bryn-care-ltd --as marc@ombudsman.example --how closed --on 2026-04-21 --shown-by \"Regulator's notice 7\"",
        ],
    ),
    (
        "amends-body-successor",
        &[
            "amends body successor bryn-care-ltd --as marc@ombudsman.example --successor haven-care-ltd --gets everything --shown-by \"Contract of sale\"",
        ],
    ),
    (
        "amends-body-freeze",
        &[
            "amends body freeze ynys-council --as marc@ombudsman.example --from 2026-03-03 --notice \"s.114 notice\"",
            "amends body freeze ynys-council --as marc@ombudsman.example --until 2026-09-30",
        ],
    ),
    (
        "amends-body-follow",
        &[
            "amends body follow old-council --as marc@ombudsman.example --successor new-council",
            "amends body follow old-council --as marc@ombudsman.example --successor new-council --yes",
        ],
    ),
    (
        "amends-case-quarantine",
        &[
            "amends case quarantine 26-0001 0197b000-0000-7000-8000-000000000006 --as sian@ombudsman.example --wrong complainant --reason \"The letter is to somebody else\"",
        ],
    ),
    (
        "amends-case-move",
        &[
            "amends case move 26-0001 0197b000-0000-7000-8000-000000000006 --as sian@ombudsman.example --to 26-0044 --numbers 1,2",
        ],
    ),
    (
        "amends-case-classify",
        &[
            "amends case classify 26-0001 315d429b7714 --as sian@ombudsman.example --class for_complainant --reason \"It is addressed to her\"",
        ],
    ),
    (
        "amends-case-bar",
        &[
            "amends case bar 26-0001 315d429b7714 --as marc@ombudsman.example --by \"The Welsh Ministers\" --notice \"Notice of 3 May 2026\"",
        ],
    ),
    (
        "amends-case-disclose",
        &[
            "amends case disclose 26-0001 --as sian@ombudsman.example --to \"The duty social worker\" --what \"A child is at risk tonight\"",
        ],
    ),
    ("amends-case-share", &["amends case share 26-0001", "amends case share 26-0001 > pack.json"]),
];
