//! Chases: what is owed is asked of the rules, one message goes to each body and day, and all of it is one transaction (R31).

use std::{collections::BTreeMap, sync::Arc};

use amends_core::{
    actor::Actor,
    case::Case,
    command::Command,
    duty::{self, Duty},
    event::Event,
    id::{BodyId, CaseId, PostId, RecommendationNumber},
    letter::{Letter, LetterKind, Recipient},
    profile::{ChaseStep, ChaseTo},
};
use amends_store::{ledger::Commit, people, settings::CHASES_STOPPED};
use jiff::civil::Date;

use super::{
    ActError, Ask, Fault, Office, Surroundings,
    act::learn_letters,
    letters::{Mailbag, made_of},
};
use crate::letters::{Bits, digest};

/// One message that went to the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// To which body.
    pub body: BodyId,
    /// The message.
    pub post: PostId,
    /// About which recommendations.
    pub about: Vec<(CaseId, RecommendationNumber)>,
}

/// A case, the step that is owed, and the recommendations with the version of their date.
pub(super) type OwedOfCase = (CaseId, String, Vec<(RecommendationNumber, u8)>);

/// What goes to whom: at which body, to whom there, a reminder or a chase. All of it is one message.
pub(super) type Going = (BodyId, ChaseTo, LetterKind);

/// What is owed to one body, at one address: for each case, the step and the recommendations with the version of their date.
pub(super) type Owed = BTreeMap<Going, Vec<OwedOfCase>>;

/// A message of chases, made and not yet recorded.
pub(super) struct PreparedChase {
    pub(super) commits: Vec<Commit>,
    pub(super) bag: Mailbag,
    pub(super) afters: Vec<(Arc<Case>, Option<Date>)>,
    pub(super) sent: Sent,
}

impl Office {
    /// What these cases owe today, for each body and address.
    pub(super) fn owed_chases<'a>(
        &self,
        around: &Surroundings,
        cases: impl Iterator<Item = &'a Case>,
    ) -> Result<Owed, ActError> {
        let mut owed: Owed = BTreeMap::new();
        for case in cases {
            self.add_owed_chases(around, case, &mut owed)?;
        }
        Ok(owed)
    }

    /// Adds what a case owes today. Whether it owes something.
    pub(super) fn add_owed_chases(
        &self,
        around: &Surroundings,
        case: &Case,
        owed: &mut Owed,
    ) -> Result<bool, ActError> {
        let mut any = false;
        let (today, profile) = (self.today(), self.profile_of(case)?);
        for duty in duty::chases(case, profile, self.calendar(), today, &around.circumstances) {
            let Duty::Chase { number, body, date_version, step, to, .. } = duty else { continue };
            any = true;
            let letter = profile.chase.iter().find(|one| one.id == step);
            let letter = letter.map_or(LetterKind::Chase, ChaseStep::letter);
            let cases = owed.entry((body, to, letter)).or_default();
            // What is known of this case already stands at the end.
            let mut known = cases.iter_mut().rev().take_while(|(known, ..)| *known == case.id);
            match known.find(|(_, known_step, _)| *known_step == step) {
                Some((_, _, numbers)) => numbers.push((number, date_version)),
                None => cases.push((case.id, step, vec![(number, date_version)])),
            }
        }
        Ok(any)
    }

    /// One message to one body for all that is owed there today.
    pub(super) fn chase_body(
        &self,
        around: &Surroundings,
        (body, to, letter): Going,
        cases: Vec<OwedOfCase>,
        as_it_is: &mut dyn FnMut(CaseId) -> Option<Arc<Case>>,
    ) -> Result<PreparedChase, ActError> {
        let post = PostId(self.fresh_id()?);
        let mut bag = Mailbag::default();
        let mut by_case: BTreeMap<CaseId, Vec<Command>> = BTreeMap::new();
        let mut about = Vec::new();
        for (case, step, numbers) in cases {
            about.extend(numbers.iter().map(|(number, _)| (case, *number)));
            by_case.entry(case).or_default().push(Command::SendChase { numbers, step, post });
        }
        let mut parts = Vec::new();
        let mut drawn = Vec::new();
        let mut owed = Vec::new();
        for (id, commands) in by_case {
            let case = as_it_is(id).ok_or(ActError::NotFound("case"))?;
            let ask = Ask::new(&Actor::System, id);
            let (before, known) = (case.seq, case.letters.len());
            let (events, after) = self.decided(around, &ask, Some(case), &commands)?;
            let Some(after) = after.filter(|_| !events.is_empty()) else { continue };
            let letters = after.letters.iter().skip(known);
            owed.extend(letters.clone().map(|letter| (id, letter.key.clone())));
            let numbers = letters.flat_map(|letter| letter.numbers.clone()).collect();
            let whole = Letter {
                letter,
                recipient: Recipient::Body { body },
                numbers,
                key: String::new(),
                language: None,
                template_version: None,
                data: None,
            };
            let bits = Bits { chase_to: Some(to), ..Bits::default() };
            drawn.push(self.draw(around, &mut bag, &after, &whole, bits)?);
            parts.push((id, before, events, after));
        }
        let mut drawn = drawn.into_iter();
        let Some(mut first) = drawn.next() else {
            return Err(Fault::Broken("a chase without a case".to_owned()).into());
        };
        let rest: Vec<_> = drawn.collect();
        if !rest.is_empty() {
            // One reply address stands for all the cases; a reply that does not name just one is held for a person.
            bag.replies.iter_mut().for_each(|(token, _)| token.clone_from(&first.reply_token));
        }
        let all = std::iter::once(first.data.clone()).chain(rest.into_iter().map(|one| one.data)).collect();
        first.data = digest(all).ok_or_else(|| Fault::Broken("letters that make no digest".to_owned()))?;
        let rendered = self.put_as(&mut bag, first, owed, post)?;
        let (mut commits, mut afters) = (Vec::new(), Vec::new());
        for (id, before, mut events, mut after) in parts {
            for event in &mut events {
                if let Event::LetterOwed(letter) = event {
                    *letter = made_of(letter, &rendered);
                }
            }
            learn_letters(Arc::make_mut(&mut after), &events);
            let ask = Ask::new(&Actor::System, id);
            let (commit, look_again_on) = self.commit_of(&ask, before, events, &after, &[])?;
            commits.push(commit);
            afters.push((after, look_again_on));
        }
        Ok(PreparedChase { commits, bag, afters, sent: Sent { body, post, about } })
    }

    /// Are all chases stopped?
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn chases_stopped(&self) -> Result<bool, ActError> {
        Ok(self.db().read(amends_store::settings::chases_stopped)?)
    }

    /// Stops all chases, or lets them go again.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn stop_all_chases(
        &self,
        stopped: bool,
        by: Option<amends_core::id::StaffId>,
    ) -> Result<(), ActError> {
        let changed = amends_store::changed::Changed { by, at: self.clock().now() };
        Ok(self
            .db()
            .write(move |tx| amends_store::settings::keep_setting(tx, CHASES_STOPPED, &stopped, changed))?)
    }

    /// Stops chases to one body, or lets them go again.
    ///
    /// # Errors
    /// Where the memory fails or nobody knows the body.
    pub fn stop_chases_to(
        &self,
        body: BodyId,
        stopped: bool,
        by: Option<amends_core::id::StaffId>,
    ) -> Result<(), ActError> {
        let changed = amends_store::changed::Changed { by, at: self.clock().now() };
        Ok(self.db().write(move |tx| {
            let mut record = people::body(tx, body)?;
            record.body.chases_stopped = stopped;
            people::keep_body(tx, &record, changed)
        })?)
    }

    /// Notes that letters to a body come back, so that nothing is chased there until somebody finds another address.
    ///
    /// # Errors
    /// Where the memory fails or nobody knows the body.
    pub fn mark_undeliverable(&self, body: BodyId) -> Result<(), ActError> {
        let changed = amends_store::changed::Changed { by: None, at: self.clock().now() };
        Ok(self.db().write(move |tx| {
            let mut record = people::body(tx, body)?;
            record.body.undeliverable = true;
            people::keep_body(tx, &record, changed)
        })?)
    }
}
