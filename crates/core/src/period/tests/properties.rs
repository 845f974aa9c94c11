//! What must hold of every period, whatever its day and length.

use proptest::prelude::*;

use super::*;

fn any_day() -> impl Strategy<Value = Date> {
    (2018i16..=2032, 1i8..=12, 1i8..=31)
        .prop_filter_map("the month has no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::CalendarDays),
        Just(Unit::WorkingDays),
        Just(Unit::Weeks),
        Just(Unit::Months),
        Just(Unit::Years),
    ]
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    (0usize..3, any_day()).prop_map(|(place, closed)| {
        let calendar = Calendar::built_in(Division::ALL[place]).unwrap();
        calendar.with_closure(closed, Bilingual::new("Closed", "Ar gau"))
    })
}

fn last(amount: u16, unit: Unit, start: Start, from: Date, calendar: &Calendar) -> Date {
    let length = Length::new(amount, unit).unwrap();
    Count { length, start, standing: Standing::Statutory }.date(from, calendar).unwrap()
}

proptest! {
    #[test]
    fn counting_the_first_day_ends_days_and_weeks_one_day_earlier(
        from in any_day(), amount in 1u16..200, weeks in any::<bool>(), calendar in any_calendar(),
    ) {
        let unit = if weeks { Unit::Weeks } else { Unit::CalendarDays };
        let inclusive = last(amount, unit, Start::Inclusive, from, &calendar);
        let exclusive = last(amount, unit, Start::Exclusive, from, &calendar);
        prop_assert_eq!(inclusive, exclusive.yesterday().unwrap());
    }

    #[test]
    fn counting_the_first_day_ends_months_at_most_one_day_earlier(
        from in any_day(), amount in 1u16..60, calendar in any_calendar(),
    ) {
        let inclusive = last(amount, Unit::Months, Start::Inclusive, from, &calendar);
        let exclusive = last(amount, Unit::Months, Start::Exclusive, from, &calendar);
        let expected = if exclusive.day() == from.day() { exclusive.yesterday().unwrap() } else { exclusive };
        prop_assert_eq!(inclusive, expected);
    }

    #[test]
    fn a_longer_period_never_ends_earlier(
        from in any_day(), amount in 1u16..60, unit in any_unit(), inclusive in any::<bool>(), calendar in any_calendar(),
    ) {
        let start = if inclusive { Start::Inclusive } else { Start::Exclusive };
        prop_assert!(last(amount, unit, start, from, &calendar) < last(amount + 1, unit, start, from, &calendar));
    }

    #[test]
    fn a_later_start_never_ends_earlier(
        from in any_day(), amount in 1u16..60, unit in any_unit(), inclusive in any::<bool>(), calendar in any_calendar(),
    ) {
        let start = if inclusive { Start::Inclusive } else { Start::Exclusive };
        let next = from.tomorrow().unwrap();
        prop_assert!(last(amount, unit, start, from, &calendar) <= last(amount, unit, start, next, &calendar));
    }

    #[test]
    fn twelve_months_are_a_year(from in any_day(), years in 1u16..20, calendar in any_calendar()) {
        prop_assert_eq!(
            last(years, Unit::Years, Start::Inclusive, from, &calendar),
            last(years * 12, Unit::Months, Start::Inclusive, from, &calendar)
        );
    }

    #[test]
    fn a_chained_period_is_one_that_begins_the_next_day(
        from in any_day(), amount in 1u16..60, unit in any_unit(), calendar in any_calendar(),
    ) {
        prop_assert_eq!(
            last(amount, unit, Start::AfterPeriod, from, &calendar),
            last(amount, unit, Start::Inclusive, from.tomorrow().unwrap(), &calendar)
        );
    }

    #[test]
    fn working_days_end_on_a_working_day_with_exactly_so_many_in_between(
        from in any_day(), amount in 1u16..60, calendar in any_calendar(),
    ) {
        let end = last(amount, Unit::WorkingDays, Start::Exclusive, from, &calendar);
        prop_assert!(calendar.is_working_day(end));
        let mut worked = 0;
        let mut day = from;
        while day < end {
            day = day.tomorrow().unwrap();
            worked += u16::from(calendar.is_working_day(day));
        }
        prop_assert_eq!(worked, amount);
    }

    #[test]
    fn e16_an_office_s_rolled_date_is_worked_and_a_statutory_one_is_what_was_counted(
        from in any_day(), amount in 1u16..60, unit in any_unit(), next in any::<bool>(), calendar in any_calendar(),
    ) {
        let roll = if next { NonWorkingDay::NextWorkingDay } else { NonWorkingDay::PreviousWorkingDay };
        let own = Count::administrative(Length::new(amount, unit).unwrap(), roll);
        let due = own.compute(from, &calendar).unwrap();
        prop_assert!(calendar.is_working_day(due.date));
        prop_assert_eq!(due.warn_on, None);
        let by_law = Count { standing: Standing::Statutory, ..own }.compute(from, &calendar).unwrap();
        prop_assert_eq!(by_law.date, last(amount, unit, Start::Exclusive, from, &calendar));
        prop_assert_eq!(by_law.warn_on.is_some(), !calendar.is_working_day(by_law.date));
        let moved_as_told = if next { due.date >= by_law.date } else { due.date <= by_law.date };
        prop_assert!(moved_as_told);
    }

    #[test]
    fn every_step_is_told_in_both_languages_and_the_date_is_named(
        from in any_day(), amount in 1u16..60, unit in any_unit(), calendar in any_calendar(),
    ) {
        let count = Count::administrative(Length::new(amount, unit).unwrap(), NonWorkingDay::NextWorkingDay);
        let due = count.compute(from, &calendar).unwrap();
        prop_assert_eq!(due.date, count.date(from, &calendar).unwrap());
        for language in Language::ALL {
            let named = crate::calendar::written::date(due.date, language);
            prop_assert!(due.explanation.iter().any(|step| step.get(language).contains(&named)));
            prop_assert!(due.explanation.iter().all(|step| step.get(language).ends_with('.')));
        }
    }

    #[test]
    fn a_length_reads_back_what_it_says(amount in 1u16..=999, unit in any_unit()) {
        let length = Length::new(amount, unit).unwrap();
        for language in Language::ALL {
            prop_assert_eq!(length.say(language).parse::<Length>(), Ok(length));
        }
    }
}
