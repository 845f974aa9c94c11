//! When a message that was put off is tried again: soon at first, then ever more rarely, and in the end by a person.

use std::time::Duration;

/// Minutes after the first, second … attempt; the last holds for all that follow.
const MINUTES: [u64; 8] = [1, 5, 15, 30, 60, 120, 240, 360];

/// After so many attempts, about three days, a person is asked.
pub const GIVE_UP_AFTER: u32 = 17;

/// How long to wait after attempt number `attempt` (1 for the first); nothing when a person should look instead.
///
/// `jitter` is a random number handed in: it shifts the wait by up to a tenth either way, so that a server that comes
/// back is not met by all messages at once.
pub fn next_attempt(attempt: u32, jitter: u8) -> Option<Duration> {
    if attempt >= GIVE_UP_AFTER {
        return None;
    }
    let place = usize::try_from(attempt.saturating_sub(1)).unwrap_or(usize::MAX).min(MINUTES.len() - 1);
    let seconds = MINUTES[place] * 60;
    let shift = seconds / 10 * 2 * u64::from(jitter) / 255;
    Some(Duration::from_secs(seconds - seconds / 10 + shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_with_a_person_after_about_three_days() {
        let waits: Vec<_> = (1..GIVE_UP_AFTER).map(|attempt| next_attempt(attempt, 127).unwrap()).collect();
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        let whole: Duration = waits.iter().sum();
        assert!(whole > Duration::from_hours(48) && whole < Duration::from_hours(96), "{whole:?}");
        assert_eq!(next_attempt(GIVE_UP_AFTER, 0), None);
        assert_eq!(next_attempt(u32::MAX, 0), None);
    }

    #[test]
    fn jitter_moves_a_wait_by_a_tenth_at_most() {
        let hour = Duration::from_hours(1);
        assert_eq!(next_attempt(5, 0), Some(hour * 9 / 10));
        assert_eq!(next_attempt(5, 255), Some(hour * 11 / 10));
    }
}
