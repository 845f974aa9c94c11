//! What an act would do, shown before anybody confirms it: nothing is recorded and nothing is sent.

use amends_core::{case::Case, command::Command, event::Event};
use amends_store::post::NewPost;

use super::{ActError, Ask, Office};

/// What would follow of an act.
#[derive(Debug, Clone)]
pub struct Foreseen {
    /// The case as it would be.
    pub after: Case,
    /// What would be recorded.
    pub events: Vec<Event>,
    /// The messages that would be sent. The links in them lead nowhere: links are made when they are sent.
    pub posts: Vec<NewPost>,
}

impl Office {
    /// Asks the rules as [`Office::act`] does, and keeps nothing.
    ///
    /// # Errors
    /// As [`ActError`] tells: what would stand against the act stands against looking at it.
    pub fn foresee(&self, ask: &Ask<'_>, commands: &[Command]) -> Result<Foreseen, ActError> {
        let before = self.load(ask.case)?.case;
        let (events, after) = self.decided(ask, Some(&before), commands)?;
        let after = after.unwrap_or(before);
        let posts = self.mailbag(&after, &events)?.posts;
        Ok(Foreseen { after, events, posts })
    }
}
