//! How many working days lie between two days.

use jiff::civil::Date;

use super::Calendar;

impl Calendar {
    /// Working days after `from`, up to and with `to`; negative where `to` is earlier.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let mut count = 0;
        let mut day = from;
        while day < to {
            let Ok(next) = day.tomorrow() else { return count };
            day = next;
            count += i64::from(self.is_working_day(day));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::Division;

    #[test]
    fn easter_is_left_out() {
        let calendar = Calendar::built_in(Division::EnglandAndWales).unwrap();
        assert_eq!(calendar.working_days_between(date(2026, 4, 2), date(2026, 4, 7)), 1);
        assert_eq!(calendar.working_days_between(date(2026, 4, 7), date(2026, 4, 2)), -1);
        assert_eq!(calendar.working_days_between(date(2026, 4, 7), date(2026, 4, 7)), 0);
    }
}
