//! Money asked for and evidence asked for.

use super::*;

#[test]
fn a_sum_and_its_parts_are_read_over_several_sentences() {
    let found = read(
        "The landlord must pay the resident £ 4 50 made up as follows: £300 for distress. £150 for her time.",
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].amount_pence, Some(45_000));
    assert_eq!(found[0].amount_components_pence, [30_000, 15_000]);
}

#[test]
fn parts_that_do_not_make_the_sum_are_told() {
    let found = read(
        "The landlord must pay the resident £500 made up as follows: £300 for distress. £150 for her time.",
    );
    assert_eq!(found[0].warnings, [Warning::PartsDoNotAddUp { total: 50_000, parts: 45_000 }]);
}

#[test]
fn what_was_offered_before_is_not_added() {
    let found = read("The landlord must pay the resident £600 (including the £200 already offered).");
    assert_eq!(found[0].amount_pence, Some(60_000));
    assert_eq!(found[0].amount_components_pence, Vec::<i64>::new());
}

#[test]
fn a_rate_over_a_time_is_the_product() {
    assert_eq!(read("The Council should pay Ms A £20 a week for 12 weeks.")[0].amount_pence, Some(24_000));
}

#[test]
fn a_sum_pointed_at_is_taken_from_before_with_a_warning() {
    let found = read("Mr B paid £360 to a surveyor. I recommend that these fees should be repaid.");
    assert_eq!(found[0].amount_pence, Some(36_000));
    assert_eq!(found[0].warnings, [Warning::SumFromBefore]);
}

#[test]
fn r26_evidence_asked_for_is_told_from_a_statement_to_the_person() {
    let found =
        read("The Council should send us evidence that the works are done and tell Mr C when it has paid.");
    assert_eq!((found[0].evidence_required, found[1].evidence_required), (true, false));
    assert_eq!(found[0].kind, Kind::ReportBack);
}

#[test]
fn r27_the_words_that_ask_for_evidence_are_kept() {
    let found = read(
        "The Board should provide the Ombudsman with a copy of the revised policy and proof of its approval.",
    );
    assert!(found[0].evidence_required);
    assert!(found[0].evidence_items[0].contains("proof of its approval"), "{:?}", found[0].evidence_items);
}

#[test]
fn evidence_of_a_payment_belongs_to_the_payment() {
    let text = "The landlord must pay the resident £90. The landlord must provide documentary evidence of payment by the due date.";
    let found = read(text);
    assert_eq!(found.len(), 1);
    assert!(found[0].evidence_required);
}
