//! Summaries: how a case in brief tells what was promised, in one or two sentences.

use super::*;

fn words(text: &str) -> Vec<String> {
    acts(text).into_iter().map(|(_, words)| words).collect()
}

#[test]
fn r4_a_promise_told_afterwards_is_heard() {
    for text in [
        "The Board would confirm in writing who her nurse is.",
        "By 30 June 2026 the Council was to have refunded the fee.",
        "The Council was willing to refund the fee within 2 weeks.",
        "The Board accepted the findings. It will refund the fee.",
        "The Council was asked, within 1 month, to refund the fee.",
        "It was settled on the terms that the Council refunds the fee.",
        "The Council agreed with the Ombudsman that within 8 weeks it would refund the fee.",
        "The Council agreed to make good its mistake: refund the fee.",
        "The Surgery:\n(a) to refund the fee.",
    ] {
        assert_eq!(acts(text).len(), 1, "{text}");
    }
}

#[test]
fn r4_what_a_body_told_before_the_office_looked_is_history() {
    for text in [
        "He was told that she should get a reply by 10 May.",
        "It offered £150 and said that it would complete the repairs within 28 days.",
        "The officer visited on 3 March. The panel was to meet on 14 March.",
        "On 4 May the landlord agreed to decorate the room.",
        "The Board accepted that it should have told her sooner.",
        "It will no longer use that agency.",
    ] {
        assert_eq!(acts(text), [], "{text}");
    }
}

#[test]
fn r4_clauses_with_subjects_of_their_own_are_parted() {
    assert_eq!(
        words(
            "The Chief Executive of the Board is to apologise, and within 12 weeks the policy is to be revised."
        ),
        ["The Chief Executive of the Board is to apologise", "the policy is to be revised."]
    );
    assert_eq!(
        words("The case is to be reopened and a full reply sent, and an apology made for the delay.").len(),
        3
    );
    assert_eq!(
        words(
            "It was agreed that Mr K should be sent an apology and be paid £50, and that staff be reminded."
        ),
        ["an apology", "be paid £50", "that staff be reminded."]
    );
}

#[test]
fn r4_a_person_receives_what_is_promised() {
    assert_eq!(
        words("Mrs T and her son were each to receive a written apology and £50."),
        ["a written apology", "£50."]
    );
    assert_eq!(
        words("Mr D will have a meeting with the head of service."),
        ["a meeting with the head of service."]
    );
}

#[test]
fn a_verb_is_known_by_its_object_and_a_thing_by_its_place_in_a_list() {
    assert_eq!(
        words("The Council must pay £100 and incinerate the old file."),
        ["pay £100", "incinerate the old file."]
    );
    assert_eq!(
        words(
            "Agreed: an apology; a significant event analysis; and new guidance for clerks, by 3 June 2026."
        ),
        ["an apology", "a significant event analysis", "new guidance for clerks"]
    );
}

#[test]
fn e38_a_tail_of_the_sentence_governs_all_before_it() {
    for text in [
        "The Council will apologise to him and pay him £75; it is to do these things within 15 working days.",
        "The Council will apologise to him and pay him £75, and do both within 15 working days.",
        "The Council will apologise to him and pay him £75; 15 working days were set for this.",
        "The Council will apologise to him and pay him £75. It has 15 working days to do so.",
        "The Council will apologise to him and pay him £75. Both sums to be paid within 15 working days.",
        "Bydd y Cyngor yn ymddiheuro ac yn talu £75, a hynny o fewn 15 diwrnod gwaith.",
    ] {
        assert_eq!(deadlines(text), ["relative unspecified 15 working_day"; 2], "{text}");
    }
}

#[test]
fn e38_a_number_takes_its_unit_from_the_period_before() {
    assert_eq!(
        deadlines("The Council will apologise within three weeks and, within six, review its letters."),
        ["relative unspecified 3 week", "relative unspecified 6 week"]
    );
}

#[test]
fn e38_a_time_in_brackets_belongs_to_its_act_and_not_to_its_words() {
    let text = "The Council agreed to apologise (20 working days), and to review its scheme (3 months).";
    assert_eq!(words(text), ["apologise", "to review its scheme"]);
    assert_eq!(deadlines(text), ["relative unspecified 20 working_day", "relative unspecified 3 month"]);
}

#[test]
fn r4_welsh_summaries_are_heard_alike() {
    for (text, count) in [
        ("Byddai’r Cyngor yn ymddiheuro ac yn cyhoeddi ei ymateb.", 2),
        ("Roedd Mr a Mrs J i gael ymddiheuriad llawn ac esboniad.", 2),
        ("Anfonir ymddiheuriad at Mr K a thelir £200 iddo o fewn mis.", 2),
        ("Caiff staff y clinig eu hatgoffa o’r canllawiau.", 1),
        ("Dylai Mr Y gael ymddiheuriad a dylid rhoi bin newydd iddo.", 2),
        ("Roedd y Cyngor yn barod i gofrestru’r gŵyn ac i egluro’r drefn.", 2),
        ("Erbyn 5 Mai dylai’r Gymdeithas fod wedi ymddiheuro ac wedi trwsio’r drws.", 2),
        ("Yn ogystal ag ymddiheuro, bydd y Cyngor yn ad-dalu’r ffi.", 2),
        ("Gofynnwyd i’r Ysgol gynnal gwrandawiad newydd ac i’r Cyngor ymddiheuro.", 2),
    ] {
        assert_eq!(acts(text).len(), count, "{text}");
    }
}
