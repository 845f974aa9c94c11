//! The one room where time and chance come from. Everywhere else they are handed in.

use std::sync::{Arc, Mutex, PoisonError};

use amends_core::text::Salt;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use uuid::Uuid;

/// The zone in which the office's days begin and end.
const ZONE: &str = "Europe/London";

/// What time it is.
#[derive(Clone)]
pub struct Clock {
    zone: TimeZone,
    set: Option<Arc<Mutex<Timestamp>>>,
}

impl Clock {
    /// The clock of the machine.
    ///
    /// # Errors
    /// Where the machine does not know the office's time zone.
    pub fn of_the_machine() -> Result<Self, jiff::Error> {
        Ok(Self { zone: TimeZone::get(ZONE)?, set: None })
    }

    /// A clock that stands until it is moved, for demonstrations and tests. It starts at nine on the day.
    ///
    /// # Errors
    /// Where the machine does not know the office's time zone, or the day has no nine o'clock.
    pub fn standing_at(day: Date) -> Result<Self, jiff::Error> {
        let zone = TimeZone::get(ZONE)?;
        let at = day.at(9, 0, 0, 0).to_zoned(zone.clone())?.timestamp();
        Ok(Self { zone, set: Some(Arc::new(Mutex::new(at))) })
    }

    /// What time this machine has, whatever the office's clock says: to hold it against the database's.
    #[expect(clippy::disallowed_methods, reason = "this is the one room where the machine's clock is read")]
    pub fn machine_now() -> Timestamp {
        Timestamp::now()
    }

    /// Now. A standing clock goes on by a second each time it is read, so that what happens keeps its order.
    #[expect(clippy::disallowed_methods, reason = "this is the one room where the machine's clock is read")]
    pub fn now(&self) -> Timestamp {
        match &self.set {
            None => Timestamp::now(),
            Some(set) => {
                let mut at = set.lock().unwrap_or_else(PoisonError::into_inner);
                *at = at.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(*at);
                *at
            }
        }
    }

    /// Today, where the office is.
    pub fn today(&self) -> Date {
        match &self.set {
            None => self.day_of(self.now()),
            Some(set) => self.day_of(*set.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// The day a moment belongs to, where the office is.
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The date and time of a moment, where the office is.
    pub fn local(&self, at: Timestamp) -> jiff::civil::DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }

    /// Moves a standing clock to nine on a day. The machine's clock is not moved: the answer is then `false`.
    pub fn move_to(&self, day: Date) -> bool {
        let Some(set) = &self.set else { return false };
        let Ok(at) = day.at(9, 0, 0, 0).to_zoned(self.zone.clone()) else { return false };
        *set.lock().unwrap_or_else(PoisonError::into_inner) = at.timestamp();
        true
    }
}

/// Where chance comes from: ids, salts, tokens.
#[derive(Clone)]
pub struct Chance {
    seeded: Option<Arc<Mutex<u64>>>,
}

impl Chance {
    /// The machine's own source.
    pub fn of_the_machine() -> Self {
        Self { seeded: None }
    }

    /// The same sequence each time, for demonstrations and tests. Never for an office.
    pub fn seeded(seed: u64) -> Self {
        Self { seeded: Some(Arc::new(Mutex::new(seed))) }
    }

    /// Fills a buffer.
    ///
    /// # Errors
    /// Where the machine's source fails.
    pub fn fill(&self, bytes: &mut [u8]) -> Result<(), getrandom::Error> {
        match &self.seeded {
            None => getrandom::fill(bytes),
            Some(state) => {
                let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                for chunk in bytes.chunks_mut(8) {
                    let value = next(&mut state).to_le_bytes();
                    chunk.copy_from_slice(&value[..chunk.len()]);
                }
                Ok(())
            }
        }
    }

    /// Some random bytes.
    ///
    /// # Errors
    /// Where the machine's source fails.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], getrandom::Error> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A salt.
    ///
    /// # Errors
    /// Where the machine's source fails.
    pub fn salt(&self) -> Result<Salt, getrandom::Error> {
        self.bytes().map(Salt)
    }

    /// An id that sorts by the time it was made.
    ///
    /// # Errors
    /// Where the machine's source fails.
    pub fn id(&self, now: Timestamp) -> Result<Uuid, getrandom::Error> {
        let random = self.bytes::<10>()?;
        let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

/// `SplitMix64`: small, well known, and the same on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_standing_clock_keeps_its_day_until_it_is_moved() {
        let clock = Clock::standing_at(date(2026, 10, 5)).unwrap();
        let (one, two) = (clock.now(), clock.now());
        assert!(one < two);
        assert_eq!(clock.today(), date(2026, 10, 5));
        assert!(clock.move_to(date(2026, 11, 2)));
        assert_eq!(clock.today(), date(2026, 11, 2));
    }

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let (one, two) = (Chance::seeded(42), Chance::seeded(42));
        assert_eq!(one.bytes::<13>(), two.bytes::<13>());
        assert_ne!(one.bytes::<13>(), one.bytes::<13>());
    }
}
