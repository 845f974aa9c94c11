//! Deadlines: what the words mean, and which act they govern.

use super::*;

#[test]
fn r24_a_deadline_before_the_acts_governs_them_all() {
    assert_eq!(
        deadlines(
            "Within 15 working days the Council will apologise to Ms B, pay her £80 and answer her complaint."
        ),
        ["relative unspecified 15 working_day"; 3]
    );
}

#[test]
fn r24_a_deadline_after_the_acts_governs_them_all() {
    assert_eq!(
        deadlines("The Board undertook to say sorry to Mr C and to pay him £75, both within 30 days."),
        ["relative unspecified 30 day"; 2]
    );
}

#[test]
fn r25_each_act_keeps_its_own_timescale() {
    assert_eq!(
        deadlines(
            "The surgery is to apologise (2 weeks), review its booking procedure (3 months) and write to Mr D."
        ),
        ["relative unspecified 2 week", "relative unspecified 3 month", "relative unspecified 3 month"]
    );
    assert_eq!(
        deadlines("The Council agreed: apologise to Mrs E; reply within 30 working days; and pay her £50.")
            [1],
        "relative unspecified 30 working_day"
    );
}

#[test]
fn e38_several_units_in_one_sentence_are_told_apart() {
    assert_eq!(
        deadlines(
            "The Trust should apologise within 2 weeks, pay £200 within 1 month of receipt of this report, and review \
             its triage policy within 20 working days of the final decision."
        ),
        [
            "relative unspecified 2 week",
            "relative receipt_of_report 1 month",
            "relative final_decision 20 working_day"
        ]
    );
}

#[test]
fn e39_a_period_may_run_from_an_event_to_come() {
    assert_eq!(
        deadlines("The Board will, within 1 month of its next board meeting, publish its plan."),
        ["relative meeting 1 month"]
    );
}

#[test]
fn the_day_before_is_the_last_day() {
    assert_eq!(deadlines("The Council should pay Mr F £50 before 1 August 2026."), ["absolute 2026-07-31"]);
}

#[test]
fn the_same_date_is_the_one_named_last() {
    let text =
        "By 12 June 2026 the Council will apologise to Mr G. It will also pay him £40 by the same date.";
    assert_eq!(deadlines(text), ["absolute 2026-06-12"; 2]);
}

#[test]
fn a_year_left_out_is_that_of_the_next_such_day() {
    let found = read("The Council has until 31 March to apologise to Ms H.");
    let deadline = found[0].deadline.as_ref().unwrap();
    assert_eq!(deadline.kind, DeadlineKind::AbsoluteNoYear);
    assert_eq!(deadline.date, Some(StatedDate::Day(date(2027, 3, 31))));
    assert_eq!(found[0].warnings, [Warning::YearAssumed { date: date(2027, 3, 31) }]);
}

#[test]
fn without_the_day_of_the_decision_a_date_stays_without_its_year() {
    let found = extract("The Council has until 31 March to apologise to Ms H.", &Options::default());
    assert_eq!(found[0].deadline.as_ref().unwrap().date, Some(StatedDate::NoYear { month: 3, day: 31 }));
}

#[test]
fn a_stated_date_wins_over_its_period_and_the_difference_is_told() {
    let found = read(
        "You are under a duty to respond to this report within 56 days of the date of this report, namely by 2 July 2026.",
    );
    let deadline = found[0].deadline.as_ref().unwrap();
    assert_eq!(deadline.kind, DeadlineKind::RelativeAndAbsolute);
    assert_eq!(deadline.date, Some(StatedDate::Day(date(2026, 7, 2))));
    let differs = Warning::StatedDateDiffers { stated: date(2026, 7, 2), computed: date(2026, 6, 29) };
    assert_eq!(found[0].warnings, [differs]);
}

#[test]
fn a_weekday_that_is_not_that_days_is_told() {
    let found = read("The Council should pay Mr I £50 by Monday 12 June 2026.");
    assert_eq!(found[0].warnings, [Warning::WeekdayDiffers { date: date(2026, 6, 12) }]);
}

#[test]
fn a_date_no_calendar_has_is_told_and_not_mended() {
    let found = read("The Council should pay Mr I £50 by 31 June 2026.");
    assert_eq!(found[0].deadline.as_ref().unwrap().date, None);
    assert_eq!(found[0].warnings, [Warning::NoSuchDate]);
}

#[test]
fn looser_deadlines_are_called_what_they_are() {
    assert_eq!(deadlines("The Association should mend the roof as soon as possible."), ["vague"]);
    assert_eq!(deadlines("The dentist agreed to refund the fee immediately."), ["immediate"]);
    assert_eq!(deadlines("The Board should audit its notes every 3 months."), ["recurring 3 month"]);
    assert_eq!(
        deadlines("For the next 6 months the Board will send the Ombudsman its waiting times."),
        ["duration 6 month"]
    );
    assert_eq!(
        deadlines("The University should, before the start of the next term, revise its guidance."),
        ["event term"]
    );
}

#[test]
fn a_lookback_is_no_deadline() {
    assert_eq!(
        deadlines("The Council should review the cases it closed within the last 12 months."),
        ["none"]
    );
}

#[test]
fn e38_time_that_is_allowed_is_a_deadline() {
    for (text, wanted) in [
        ("Four weeks were allowed for the Council to apologise to Mr A.", "relative unspecified 4 week"),
        ("The Practice has 3 weeks in which to apologise to Mr A.", "relative unspecified 3 week"),
        ("Cafodd y Cyngor 15 diwrnod gwaith i ymddiheuro i Mr A.", "relative unspecified 15 working_day"),
        ("The landlord must finish the repairs in 28 days.", "relative unspecified 28 day"),
        ("Apology to Mr A within 3 weeks.", "relative unspecified 3 week"),
    ] {
        assert_eq!(deadlines(text), [wanted], "{text}");
    }
}

#[test]
fn how_long_a_failing_lasted_is_no_deadline() {
    assert_eq!(
        deadlines("The Council should explain why it sent no reply for a period of 12 months."),
        ["none"]
    );
}

#[test]
fn e39_a_table_cut_within_the_next_order_keeps_its_date() {
    let text = "1 Works order The landlord must mend the roof. No later than 1 9 June 2026 2 Insp";
    assert_eq!(deadlines(text), ["absolute 2026-06-19"]);
}
