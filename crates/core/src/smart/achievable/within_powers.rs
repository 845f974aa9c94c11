//! The body asked has the power to do it; some things only others can do (R40, CM8).
//!
//! Not so good: `The landlord will change the possession order.`
//! Better: `The landlord will apply to the court to change the possession order.`

use crate::{
    body::BodyKind::{
        self, CareProvider, Council, HealthBoard, Landlord, Other, SeneddCommission, WelshGovernment,
    },
    smart::{CheckId, Note, Subject, reading::Reading, welsh, words::Text},
    text::Language,
};

/// Something that only its holder can do.
struct Power {
    /// Who holds it, as the message knows it.
    holder: &'static str,
    /// Which bodies do not.
    lack: &'static [BodyKind],
    /// The verbs of doing it, English and Welsh.
    verbs: [&'static [&'static str]; 2],
    /// What it is done to, folded, English and Welsh.
    things: [&'static [&'static str]; 2],
}

const ALL: &[BodyKind] =
    &[Council, HealthBoard, Landlord, CareProvider, WelshGovernment, SeneddCommission, Other];
const CHANGE: [&[&str]; 2] = [
    &[
        "amend", "cancel", "change", "grant", "overturn", "quash", "remove", "revoke", "set", "suspend",
        "vary", "withdraw",
    ],
    &["atal", "caniatau", "canslo", "diwygio", "dileu", "dirymu", "newid", "rhoi", "tynnu"],
];
const GIVE: [&[&str]; 2] = [
    &[
        "allocate", "approve", "arrange", "award", "cancel", "carry", "change", "give", "grant", "offer",
        "pay", "provide", "reduce", "refund", "waive",
    ],
    &[
        "canslo",
        "caniatau",
        "cymeradwyo",
        "cynnig",
        "darparu",
        "dyfarnu",
        "dyrannu",
        "gostwng",
        "hepgor",
        "newid",
        "rhoi",
        "talu",
        "trefnu",
    ],
];
const DISCIPLINE: [&[&str]; 2] = [
    &["discipline", "dismiss", "remove", "sanction", "strike", "suspend"],
    &["atal", "ceryddu", "disgyblu", "diswyddo", "dileu", "tynnu"],
];

const POWERS: [Power; 8] = [
    Power {
        holder: "court",
        lack: ALL,
        verbs: CHANGE,
        things: [
            &[
                "court order",
                "possession order",
                "court judgment",
                "injunction",
                "tribunal decision",
                "liability order",
            ],
            &[
                "gorchymyn llys",
                "orchymyn llys",
                "gorchymyn meddiannu",
                "dyfarniad y llys",
                "gwaharddeb",
                "penderfyniad y tribiwnlys",
            ],
        ],
    },
    Power {
        holder: "lawmaker",
        lack: ALL,
        verbs: CHANGE,
        things: [
            &["the law", "legislation", "statutory guidance", "the act", "the regulations"],
            &[
                "y gyfraith",
                "deddfwriaeth",
                "ddeddfwriaeth",
                "canllawiau statudol",
                "y ddeddf",
                "y rheoliadau",
            ],
        ],
    },
    Power {
        holder: "regulator",
        lack: ALL,
        verbs: DISCIPLINE,
        things: [
            &["medical register", "nursing register", "the register of social workers"],
            &["cofrestr feddygol", "gofrestr feddygol", "cofrestr nyrsio", "gofrestr nyrsio"],
        ],
    },
    Power {
        holder: "health",
        lack: &[Council, Landlord, CareProvider],
        verbs: DISCIPLINE,
        things: [
            &["gp", "the doctor", "the consultant", "the nurse", "the surgeon", "the dentist"],
            &["meddyg teulu", "y meddyg", "yr ymgynghorydd", "y nyrs", "y llawfeddyg", "y deintydd"],
        ],
    },
    Power {
        holder: "health",
        lack: &[Council, Landlord, CareProvider],
        verbs: GIVE,
        things: [
            &[
                "surgery",
                "nhs treatment",
                "medication",
                "an operation",
                "hospital bed",
                "continuing healthcare",
            ],
            &[
                "llawdriniaeth",
                "triniaeth gig",
                "driniaeth gig",
                "meddyginiaeth",
                "feddyginiaeth",
                "gwely ysbyty",
                "gofal iechyd parhaus",
            ],
        ],
    },
    Power {
        holder: "council",
        lack: &[HealthBoard, Landlord, CareProvider],
        verbs: GIVE,
        things: [
            &[
                "council tax",
                "planning permission",
                "housing benefit",
                "school place",
                "parking fine",
                "disabled facilities grant",
                "care needs assessment",
            ],
            &[
                "treth gyngor",
                "dreth gyngor",
                "threth gyngor",
                "caniatad cynllunio",
                "ganiatad cynllunio",
                "budd dal tai",
                "lle mewn ysgol",
                "grant cyfleusterau i r anabl",
            ],
        ],
    },
    Power {
        holder: "government",
        lack: ALL,
        verbs: GIVE,
        things: [
            &["universal credit", "personal independence payment", "state pension", "attendance allowance"],
            &[
                "credyd cynhwysol",
                "gredyd cynhwysol",
                "taliad annibyniaeth bersonol",
                "pensiwn y wladwriaeth",
                "lwfans gweini",
            ],
        ],
    },
    Power {
        holder: "landlord",
        lack: &[HealthBoard, CareProvider],
        verbs: [
            &["repair", "transfer", "end", "terminate", "assign"],
            &["trwsio", "trosglwyddo", "terfynu", "aseinio"],
        ],
        things: [&["tenancy", "rented home"], &["tenantiaeth", "denantiaeth", "cartref rhent"]],
    },
];

pub(in crate::smart) fn check(subject: &Subject<'_>, reading: &Reading<'_>) -> Option<Note> {
    let text = &reading.wording;
    if text.words.is_empty() {
        return None;
    }
    let body = subject.body.name.get(subject.language);
    let found = POWERS
        .iter()
        .filter(|power| power.lack.contains(&subject.body.kind))
        .find_map(|power| Some((power, stands(power, subject.language, text)?)));
    let Some((power, (verb, first, last))) = found else {
        return Some(Note::good(CheckId::WithinPowers).with("body", body));
    };
    let (start, end) = text.span(first, last)?;
    let thing: String = text.raw.chars().skip(start).take(end - start).collect();
    Some(
        Note::advice(CheckId::WithinPowers)
            .at([text.span(verb, verb)?, (start, end)])
            .with("holder", power.holder)
            .with("body", body)
            .with("words", thing),
    )
}

/// A verb of the power with its thing at most six words later, and nobody else asked in between.
fn stands(power: &Power, language: Language, text: &Text<'_>) -> Option<(usize, usize, usize)> {
    let (verbs, things) = match language {
        Language::En => (power.verbs[0], power.things[0]),
        Language::Cy => (power.verbs[1], power.things[1]),
    };
    let is_verb = |at: usize| match language {
        Language::En => verbs.contains(&text.folded(at)),
        Language::Cy => welsh::radicals(text.folded(at)).iter().any(|form| verbs.contains(&form.as_str())),
    };
    // `apply to the court to vary`, `ask the surgery to`: asking is within everybody's powers.
    let asks = |at: usize| {
        (0..at).any(|place| {
            ["apply", "ask", "request", "refer", "invite", "gofyn", "cais", "cyfeirio"]
                .contains(&text.folded(place))
        })
    };
    things.iter().flat_map(|thing| text.phrases(thing)).find_map(|(first, last)| {
        let verb = (first.saturating_sub(6)..first).rev().find(|at| is_verb(*at))?;
        (!asks(verb)).then_some((verb, first, last))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        smart::{Addressee, Value, sample},
        text::Language::{Cy, En},
    };

    #[test]
    fn r40_a_body_is_asked_only_for_what_it_can_do() {
        for (language, kind, wording, expected) in [
            (En, Landlord, "The landlord will change the possession order.", Some("court")),
            (En, Landlord, "The landlord will apply to the court to vary the possession order.", None),
            (En, Council, "The Council will discipline the GP.", Some("health")),
            (En, HealthBoard, "The Board will discipline the doctor.", None),
            (En, HealthBoard, "The Board will refund her council tax.", Some("council")),
            (En, Council, "The Council will refund her council tax.", None),
            (En, Council, "The Council will pay her £250.", None),
            (Cy, Landlord, "Bydd y landlord yn newid y gorchymyn llys.", Some("court")),
            (Cy, Council, "Bydd y Cyngor yn disgyblu'r meddyg teulu.", Some("health")),
            (Cy, HealthBoard, "Dylai'r Bwrdd ganslo ei dreth gyngor.", Some("council")),
            (Cy, Council, "Bydd y Cyngor yn canslo ei dreth gyngor.", None),
        ] {
            let good = sample::good(language);
            let subject = Subject { wording, body: Addressee { kind, ..good.body }, ..good };
            let note = sample::note(&subject, CheckId::WithinPowers).unwrap();
            let holder = note.args.iter().find(|arg| arg.0 == "holder").map(|arg| arg.1.clone());
            assert_eq!(holder, expected.map(Value::from), "{wording}");
        }
    }
}
