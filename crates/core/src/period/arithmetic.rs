//! The arithmetic of periods, step by step, so that each step can be told.

use jiff::{Span, civil::Date};

use super::{Count, NonWorkingDay, Standing, Start, Unit};
use crate::calendar::Calendar;

/// How many working days before a statutory date that is not worked the office is warned (E16).
const WARNING: i32 = 5;

/// Every step from the day counted from to the date that stands.
pub(super) struct Steps {
    pub(super) from: Date,
    pub(super) how: How,
    /// The last day of the period as counted.
    pub(super) last: Date,
    pub(super) settled: Settled,
}

/// How the last day was found.
pub(super) enum How {
    /// By adding days.
    Days,
    /// By counting working days, leaving out these holidays (weekends are not listed).
    WorkingDays { skipped: Vec<Date> },
    /// The corresponding date exists.
    Corresponding { date: Date },
    /// The month has no such day, so its last day ends the period.
    MonthTooShort { day: i8 },
}

/// The date that stands in the end.
pub(super) struct Settled {
    pub(super) date: Date,
    pub(super) warn_on: Option<Date>,
}

/// Nothing when the period leaves the years 1 to 9999.
pub(super) fn steps(count: Count, from: Date, calendar: &Calendar) -> Option<Steps> {
    let first = match count.start {
        Start::AfterPeriod => from.tomorrow().ok()?,
        Start::Inclusive | Start::Exclusive => from,
    };
    let counts_first = count.start != Start::Exclusive;
    let amount = i32::from(count.length.amount.get());
    let (last, how) = match count.length.unit {
        Unit::CalendarDays => (add_days(first, amount, counts_first)?, How::Days),
        Unit::Weeks => (add_days(first, amount * 7, counts_first)?, How::Days),
        Unit::WorkingDays => count_working_days(first, amount, counts_first, calendar)?,
        Unit::Months => add_months(first, amount, counts_first)?,
        Unit::Years => add_months(first, amount * 12, counts_first)?,
    };
    let settled = settle(count.standing, last, calendar)?;
    Some(Steps { from, how, last, settled })
}

fn add_days(first: Date, days: i32, counts_first: bool) -> Option<Date> {
    let days = if counts_first { days - 1 } else { days };
    first.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The day before the corresponding date when the first day counts, else the corresponding date itself; the
/// last day of the month where there is no such date.
fn add_months(first: Date, months: i32, counts_first: bool) -> Option<(Date, How)> {
    let month = first.first_of_month().checked_add(Span::new().try_months(months).ok()?).ok()?;
    let Ok(date) = Date::new(month.year(), month.month(), first.day()) else {
        return Some((month.last_of_month(), How::MonthTooShort { day: first.day() }));
    };
    let last = if counts_first { date.yesterday().ok()? } else { date };
    Some((last, How::Corresponding { date }))
}

fn count_working_days(
    first: Date,
    amount: i32,
    counts_first: bool,
    calendar: &Calendar,
) -> Option<(Date, How)> {
    let mut day = if counts_first { first } else { first.tomorrow().ok()? };
    let mut left = amount;
    let mut skipped = Vec::new();
    loop {
        match calendar.why_not_working(day) {
            None => left -= 1,
            Some(crate::calendar::NotWorking::Holiday(_)) => skipped.push(day),
            Some(crate::calendar::NotWorking::Weekend(_)) => {}
        }
        if left == 0 {
            return Some((day, How::WorkingDays { skipped }));
        }
        day = day.tomorrow().ok()?;
    }
}

fn settle(standing: Standing, last: Date, calendar: &Calendar) -> Option<Settled> {
    if calendar.is_working_day(last) {
        return Some(Settled { date: last, warn_on: None });
    }
    Some(match standing {
        Standing::Statutory => Settled { date: last, warn_on: calendar.working_days_from(last, -WARNING) },
        Standing::Administrative { roll } => Settled { date: rolled(roll, last, calendar)?, warn_on: None },
    })
}

/// Where the office's rule for days not worked takes a date.
pub(super) fn rolled(roll: NonWorkingDay, date: Date, calendar: &Calendar) -> Option<Date> {
    if calendar.is_working_day(date) {
        return Some(date);
    }
    match roll {
        NonWorkingDay::Stands => Some(date),
        NonWorkingDay::NextWorkingDay => calendar.working_day_after(date),
        NonWorkingDay::PreviousWorkingDay => calendar.working_day_before(date),
    }
}
