//! One line of a timeline: what it names.

use super::TimelineEntry;
use crate::{
    id::{BodyId, RecommendationNumber},
    text::Words,
};

impl TimelineEntry {
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    pub(super) fn named(mut self, body: BodyId) -> Self {
        self.body = Some(body);
        self
    }

    pub(super) fn number(mut self, number: RecommendationNumber) -> Self {
        self.numbers = vec![number];
        self
    }

    /// The words, if this reader may read them.
    pub(super) fn says(mut self, words: &Words, may_read: bool) -> Self {
        self.words = may_read.then(|| words.clone());
        self
    }
}
