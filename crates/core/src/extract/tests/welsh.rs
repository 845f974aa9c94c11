//! Welsh: the same rules, in the other language of the office.

use super::*;

#[test]
fn r4_every_way_of_binding_is_heard_in_welsh() {
    for text in [
        "Bydd y Cyngor yn ymddiheuro i Mr A.",
        "Dylai’r Cyngor ymddiheuro i Mr A.",
        "Cytunodd y Cyngor i ymddiheuro i Mr A.",
        "Mae’r Cyngor wedi cytuno i ymddiheuro i Mr A.",
        "Mae’r Bwrdd i ymddiheuro i Mr A.",
        "Addawodd y Cyngor ymddiheuro i Mr A.",
        "Rhaid i’r landlord ymddiheuro i Mr A.",
        "Gofynnwyd i’r Practis ymddiheuro i Mr A.",
        "Rwy’n argymell bod y Bwrdd Iechyd yn ymddiheuro i Mr A.",
        "Cytunwyd ar ymddiheuriad i Mr A.",
        "Caiff Mr A ymddiheuriad gan y Cyngor.",
        "O fewn mis: ymddiheuro i Mr A.",
    ] {
        let kinds: Vec<Kind> = acts(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Kind::Apology], "{text}");
    }
}

#[test]
fn e38_welsh_periods_are_read_under_every_mutation() {
    for (phrase, wanted) in [
        ("o fewn 1 mis", "relative unspecified 1 month"),
        ("o fewn 2 fis", "relative unspecified 2 month"),
        ("o fewn deufis", "relative unspecified 2 month"),
        ("o fewn pythefnos", "relative unspecified 2 week"),
        ("o fewn tair wythnos", "relative unspecified 3 week"),
        ("o fewn 20 diwrnod gwaith", "relative unspecified 20 working_day"),
        ("o fewn pum diwrnod gwaith i’r penderfyniad", "relative decision_date 5 working_day"),
        ("o fewn mis i ddyddiad yr adroddiad hwn", "relative report_date 1 month"),
        ("erbyn 12 Mehefin 2026", "absolute 2026-06-12"),
        ("cyn 1 Awst 2026", "absolute 2026-07-31"),
        ("cyn gynted â phosibl", "vague"),
        ("ar unwaith", "immediate"),
    ] {
        assert_eq!(deadlines(&format!("Bydd y Cyngor yn talu £50 {phrase}.")), [wanted], "{phrase}");
    }
}

#[test]
fn r25_welsh_deadlines_govern_as_english_ones_do() {
    assert_eq!(
        deadlines(
            "O fewn 1 mis bydd y Cyngor yn ymddiheuro ac yn talu £60; o fewn 2 fis bydd yn ateb y gŵyn."
        ),
        ["relative unspecified 1 month", "relative unspecified 1 month", "relative unspecified 2 month"]
    );
    assert_eq!(
        deadlines(
            "Erbyn 12 Mehefin 2026 bydd y Cyngor yn ymddiheuro. Erbyn yr un dyddiad bydd yn atgoffa ei staff."
        ),
        ["absolute 2026-06-12"; 2]
    );
}

#[test]
fn a_welsh_list_is_read_under_its_head() {
    let text = "O fewn 4 wythnos dylai’r Bwrdd:\n(a) ymddiheuro i Mrs B;\n(b) talu £300 iddi;\n(c) adolygu ei bolisi.";
    let kinds: Vec<Kind> = acts(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Apology, Kind::Payment, Kind::PolicyProcedure]);
    assert_eq!(deadlines(text), ["relative unspecified 4 week"; 3]);
}

#[test]
fn welsh_evidence_goes_to_the_ombudsman() {
    let found = read("Bydd y Bwrdd yn anfon tystiolaeth at yr Ombwdsmon o fewn mis.");
    assert_eq!((found[0].kind, found[0].evidence_required), (Kind::ReportBack, true));
}

#[test]
fn what_binds_nobody_stays_out_in_welsh() {
    for text in [
        "Dylai’r Cyngor fod wedi ateb y gŵyn.",
        "Dywedodd y Cyngor y byddai’n talu £50.",
        "Mae’r polisi’n dweud y bydd y Cyngor yn ateb o fewn 10 diwrnod.",
        "Roedd y Cyngor wedi ymddiheuro yn 2019.",
        "Mae’r gyfraith yn dweud y dylai’r Cyngor ateb o fewn 20 diwrnod.",
    ] {
        assert_eq!(acts(text), [], "{text}");
    }
}

#[test]
fn r4_welsh_summaries_that_tell_what_was_agreed_are_heard() {
    for text in [
        "Ceisiodd a chafodd yr Ombwdsmon gytundeb y Cyngor i ymddiheuro i Mr A.",
        "Cafodd yr Ombwdsmon gytundeb y Cyngor y byddai, o fewn 2 wythnos, yn ymddiheuro i Mr A.",
        "Cytunodd y Bwrdd Iechyd ag argymhellion yr Ombwdsmon i ymddiheuro i Mr A.",
        "Mae’r Cyngor wedi addo ymddiheuro i Mr A.",
        "Ymgymerodd y Cyngor ag ymddiheuro i Mr A.",
        "Cafodd y Cyngor 15 diwrnod gwaith i ymddiheuro i Mr A.",
        "Rhoddodd y Bwrdd Iechyd sicrwydd y byddai’n ymddiheuro i Mr A.",
        "Ymddiheuriad i Mr A o fewn 3 wythnos.",
    ] {
        let kinds: Vec<Kind> = acts(text).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Kind::Apology], "{text}");
    }
}

#[test]
fn what_staff_are_reminded_of_in_welsh_is_one_act() {
    let text = "Cytunodd y Bwrdd i ymddiheuro i Mr A a bod yn deg. Cytunodd hefyd i atgoffa’r staff o bwysigrwydd \
                asesu’r croen a chofnodi’r canlyniad.";
    let last = acts(text).pop().unwrap();
    assert_eq!(
        last,
        (
            Kind::StaffReminder,
            "atgoffa’r staff o bwysigrwydd asesu’r croen a chofnodi’r canlyniad.".to_owned()
        )
    );
}

#[test]
fn a_welsh_passive_is_quoted_whole() {
    let text = "Bydd y casgliadau’n cael eu monitro am 3 mis.";
    assert_eq!(acts(text), [(Kind::Monitoring, text.to_owned())]);
}

#[test]
fn e38_each_welsh_clause_keeps_its_own_period() {
    let text = "O fewn 1 mis dylai’r Cyngor ymddiheuro i Mr A; o fewn 3 mis dylai adolygu ei bolisi.";
    assert_eq!(deadlines(text), ["relative unspecified 1 month", "relative unspecified 3 month"]);
}
