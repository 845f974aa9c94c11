//! What an act or a coming day would do, shown before it happens: nothing is recorded and nothing is sent.

use std::{collections::BTreeMap, sync::Arc};

use amends_core::{
    case::Case,
    command::Command,
    duty::Previewed,
    event::Event,
    id::{BodyId, CaseId, CaseReference, PostId, RecommendationNumber},
    letter::{Letter, LetterKind, Recipient},
    period::days_between,
    profile::{ChaseStep, ChaseTo},
    text::Language,
};
use amends_store::post::NewPost;
use jiff::civil::Date;

use super::{ActError, Ask, Fault, Office, chasing::Going, letters::Mailbag};
use crate::letters::{Bits, digest};

/// A message of chases that would go to one body on a coming day.
#[derive(Debug, Clone)]
pub struct ForeseenChase {
    /// To which body.
    pub body: BodyId,
    /// To whom there.
    pub to: ChaseTo,
    /// About which recommendations, by which step of the ladder.
    pub about: Vec<(CaseReference, RecommendationNumber, String)>,
    /// To which address; empty where the body has none.
    pub address: String,
    /// In which language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The words. Links in them lead nowhere: they are made when the message is sent.
    pub text: String,
}

/// The messages of a coming day.
#[derive(Debug, Clone)]
pub struct ForeseenChases {
    /// How many would go.
    pub messages: usize,
    /// Those that were asked for, in the order of their bodies.
    pub shown: Vec<ForeseenChase>,
}

/// What would be chased at one body and address: the cases, each with what is chased of it.
type Grouped = BTreeMap<Going, BTreeMap<CaseId, Vec<Previewed>>>;

/// What would follow of an act.
#[derive(Debug, Clone)]
pub struct Foreseen {
    /// The case as it would be.
    pub after: Arc<Case>,
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
        let around = self.surroundings()?;
        let (mut events, after) = self.decided(&around, ask, Some(Arc::clone(&before)), commands)?;
        let after = after.unwrap_or(before);
        let posts = self.mailbag(&around, &after, &mut events)?.posts;
        Ok(Foreseen { after, events, posts })
    }

    /// The messages of chases that would go on a coming day, if nothing came until then: one for each body and address. Up
    /// to `most` of them after the first `skipped` are written, so that a day on which very much goes can be looked at too.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn foresee_chases(&self, on: Date, skipped: usize, most: usize) -> Result<ForeseenChases, ActError> {
        let mut grouped = Grouped::new();
        for (going, case, one) in self.each_chase(on, |case, profile, one| {
            let step = profile.chase.iter().find(|step| step.id == one.step);
            let to = step.map_or(ChaseTo::Body, |step| step.to);
            let letter = step.map_or(LetterKind::Chase, ChaseStep::letter);
            ((one.body, to, letter), case.id, one)
        })? {
            grouped.entry(going).or_default().entry(case).or_default().push(one);
        }
        let messages = grouped.len();
        let wanted = grouped.into_iter().skip(skipped).take(most);
        let shown = wanted.map(|(going, chased)| self.foresee_chase(going, &chased, on));
        Ok(ForeseenChases { messages, shown: shown.collect::<Result<_, _>>()? })
    }

    fn foresee_chase(
        &self,
        (body, to, letter): Going,
        chased: &BTreeMap<CaseId, Vec<Previewed>>,
        on: Date,
    ) -> Result<ForeseenChase, ActError> {
        let around = self.surroundings()?;
        let mut bag = Mailbag::default();
        let mut drawn = Vec::new();
        let mut about = Vec::new();
        let ids: Vec<CaseId> = chased.keys().copied().collect();
        for case in &self.cases(&ids)? {
            let Some(chased) = chased.get(&case.id) else { continue };
            about.extend(chased.iter().map(|one| (case.reference.clone(), one.number, one.step.clone())));
            let whole = Letter {
                letter,
                recipient: Recipient::Body { body },
                numbers: chased.iter().map(|one| one.number).collect(),
                key: String::new(),
                language: None,
                template_version: None,
                data: None,
            };
            let mut one =
                self.draw(&around, &mut bag, case, &whole, Bits { chase_to: Some(to), ..Bits::default() })?;
            one.data.today = on;
            for action in one.data.matters.iter_mut().flat_map(|matter| &mut matter.actions) {
                let due = action.evidence_due_on.filter(|due| *due < on);
                action.days_overdue = due.map(|due| days_between(due, on));
            }
            drawn.push(one);
        }
        let mut drawn = drawn.into_iter();
        let missing = || Fault::Broken("a chase without a case".to_owned());
        let mut first = drawn.next().ok_or_else(missing)?;
        let all = std::iter::once(first.data.clone()).chain(drawn.map(|one| one.data)).collect();
        first.data = digest(all).ok_or_else(missing)?;
        self.put_as(&mut bag, first, Vec::new(), PostId(self.fresh_id()?))?;
        let post = bag.posts.pop().ok_or_else(missing)?;
        let (address, language) = (post.address, post.language);
        Ok(ForeseenChase { body, to, about, address, language, subject: post.subject, text: post.text })
    }
}
