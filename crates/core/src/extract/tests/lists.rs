//! Lists: heads, items and tails, however they are marked.

use super::*;

#[test]
fn r25_the_head_of_a_list_governs_its_items() {
    let text = "Within one month of my final decision the Council has agreed to:\na) apologise to Mr B for its delay;\n\
                b) pay him £150; and\nc) remind its officers to keep records.\n\
                The Council should provide us with evidence it has complied with the above actions.";
    assert_eq!(
        acts(text),
        [
            (Kind::Apology, "a) apologise to Mr B for its delay;".to_owned()),
            (Kind::Payment, "b) pay him £150; and".to_owned()),
            (Kind::StaffReminder, "c) remind its officers to keep records.".to_owned()),
            (
                Kind::ReportBack,
                "The Council should provide us with evidence it has complied with the above actions."
                    .to_owned()
            ),
        ]
    );
    let month = "relative final_decision 1 month";
    assert_eq!(deadlines(text), [month, month, month, "none"]);
}

#[test]
fn a_tail_governs_the_items_before_it() {
    let text = "The Commissioner requires the authority to take the following steps.\n• Issue a fresh response.\n\
                • Disclose the letter.\nThe authority must take these steps within 35 calendar days of the date of this \
                decision notice.";
    assert_eq!(deadlines(text), ["relative notice_date 35 day"; 2]);
}

#[test]
fn every_way_of_marking_items_is_read() {
    for (one, two) in
        [("1.", "2."), ("(1)", "(2)"), ("a)", "b)"), ("(i)", "(ii)"), ("•", "•"), ("-", "-"), ("", "")]
    {
        let text =
            format!("The landlord must, within 4 weeks:\n{one} Apologise to the tenant\n{two} Pay her £90");
        assert_eq!(deadlines(&text), ["relative unspecified 4 week"; 2], "{one}");
    }
}

#[test]
fn a_deadline_at_the_end_of_an_item_may_be_that_of_the_next() {
    let text = "The Board was asked, within 1 month: (a) to apologise to Mr C; (b) to pay him £50; and, within 6 months: \
                (c) to review its policy.";
    let month = "relative unspecified 1 month";
    assert_eq!(deadlines(text), [month, month, "relative unspecified 6 month"]);
}

#[test]
fn a_deadline_on_a_line_of_its_own_ends_and_governs_a_list() {
    let text = "The Council should:\n(a) apologise to Mr Z; and\n(b) review its policy,\nwithin two months of the date of this report.";
    assert_eq!(deadlines(text), ["relative report_date 2 month"; 2]);
}

#[test]
fn headings_with_deadlines_part_a_list() {
    let text = "I recommend that the Board should:\n\nWithin 1 month of the date of this report:\n(a) apologise to Mrs A;\n\n\
                Within 3 months of the date of this report:\n(b) review its sepsis pathway.";
    assert_eq!(deadlines(text), ["relative report_date 1 month", "relative report_date 3 month"]);
}

#[test]
fn items_within_a_line_are_read() {
    let text = "Due by 28 July 2026: 1. Apologise for being late. 2. Pay £50 for the trouble.";
    assert_eq!(deadlines(text), ["absolute 2026-07-28"; 2]);
}

#[test]
fn a_paragraph_numbered_like_the_head_ends_its_list() {
    let text = "20. Within 4 weeks of the date of this decision, the Council will:\n- send an apology to Mrs C;\n\
                - review its booking procedure.\n21. The Council should provide us with evidence it has done this.";
    assert_eq!(deadlines(text)[2], "none");
}

#[test]
fn things_promised_are_acts_as_well() {
    let text = "The Board promised two things within 20 working days: a full apology to Mr A, and £125 for his trouble.";
    assert_eq!(
        acts(text),
        [
            (Kind::Apology, "a full apology to Mr A".to_owned()),
            (Kind::Payment, "£125 for his trouble.".to_owned())
        ]
    );
}

#[test]
fn an_order_of_a_table_is_one_however_many_verbs_it_has() {
    let text = "1 Inspection order The landlord must contact the resident and arrange a visit. It must survey the roof and \
                tell her what it finds. No later than 12 June 2026 2 Compensation order The landlord must pay the resident \
                £ 3 50 made up as follows: £300 for the leak. £50 for her time. No later than 19 June 2026";
    let found = read(text);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].kind, found[1].kind), (Kind::InspectionRepair, Kind::Payment));
    assert_eq!(found[1].amount_components_pence, [30_000, 5_000]);
    assert_eq!(deadlines(text), ["absolute 2026-06-12", "absolute 2026-06-19"]);
}

#[test]
fn page_furniture_and_broken_lines_keep_places_true() {
    let text = "The Council will\n\nPage 2 of 9\n\napologise to Mr\nÔ for what went\nwrong, and pay him £75.";
    let found = read(text);
    let letters: Vec<char> = text.chars().collect();
    assert_eq!(found.len(), 2);
    for act in &found {
        assert_eq!(letters[act.start..act.end].iter().collect::<String>(), act.text);
    }
}
