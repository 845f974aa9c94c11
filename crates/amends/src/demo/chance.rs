//! Choices of the demonstration: the same for the same seed.

use crate::{clock::Chance, office::ActError};

/// A source of choices.
pub struct Dice(pub Chance);

impl Dice {
    /// A number below `sides`.
    pub fn below(&self, sides: u32) -> Result<u32, ActError> {
        let bytes: [u8; 4] = self.0.bytes()?;
        Ok(u32::from_le_bytes(bytes) % sides.max(1))
    }

    /// A number between two, both possible.
    pub fn between(&self, least: u32, most: u32) -> Result<u32, ActError> {
        Ok(least + self.below(most.saturating_sub(least) + 1)?)
    }

    /// Does something happen that happens so many times in a hundred?
    pub fn percent(&self, of_hundred: u32) -> Result<bool, ActError> {
        Ok(self.below(100)? < of_hundred)
    }

    /// One of several.
    pub fn one<'a, T>(&self, of: &'a [T]) -> Result<Option<&'a T>, ActError> {
        let place = self.below(u32::try_from(of.len()).unwrap_or(u32::MAX))?;
        Ok(of.get(usize::try_from(place).unwrap_or_default()))
    }
}
