//! Recommendations follow a body's successor; a closed provider; a request that rests on a spending freeze (E13, E15,
//! E24, R43). Each only by a person's decision: nothing here happens of itself, and no date moves.

use super::{Facts, find, has_come, judgement::no_open_extension, open, opening, owed, said, to_complainant};
use crate::{
    body::{Body, Concern, Successor},
    case::Case,
    event::Event,
    id::{BodyId, RecommendationNumber},
    letter::{LetterKind, Recipient},
    recommendation::Judgement,
    refusal::Refusal,
    succession::{CeasedOnClosure, Follow, Followed, RestsOnFreeze},
};

/// Open recommendations to one body are carried out by another from now on, where the register says that it stands in
/// its place for matters of this sort. Dates, chases and evidence stay as they are.
pub(super) fn follow(case: &Case, follow: &Follow, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.bodies.contains(&follow.body) {
        return Err(Refusal::new("body-not-in-case", "E13").field("body"));
    }
    let (body, successor) = (known(follow.body, facts)?, known(follow.successor, facts)?);
    opening::addressable(follow.successor, facts)?;
    let link = succession(body, successor, follow.concern, facts)?;
    let numbers = followed(case, follow)?;
    let mut events = vec![Event::SuccessorFollowed(Followed {
        body: follow.body,
        successor: follow.successor,
        concern: follow.concern,
        numbers: numbers.clone(),
        instrument: link.instrument.clone(),
        from: link.from,
        on: facts.today,
        note: follow.note.clone().filter(|words| !words.is_blank()),
    })];
    let recipient = Recipient::Body { body: follow.successor };
    events.push(owed(case, LetterKind::SuccessorNotice, recipient, numbers.clone()));
    events.extend(to_complainant(case, LetterKind::SuccessorNotice, &numbers));
    Ok(events)
}

fn known<'a>(body: BodyId, facts: &Facts<'a>) -> Result<&'a Body, Refusal> {
    let found = facts.bodies.iter().find(|one| one.id == body);
    found.ok_or_else(|| Refusal::new("body-unknown", "E13").field("successor"))
}

/// What the register says of how the one stands in the place of the other.
fn succession<'a>(
    body: &'a Body,
    successor: &Body,
    concern: Concern,
    facts: &Facts<'_>,
) -> Result<&'a Successor, Refusal> {
    let named = |refusal: Refusal| {
        let refusal = refusal.with("body", opening::named_in_both(body));
        refusal.with("successor", opening::named_in_both(successor))
    };
    let mut links = body.over_time.successors.iter().filter(|one| one.body == successor.id).peekable();
    if links.peek().is_none() {
        return Err(named(Refusal::new("no-succession-recorded", "E13").field("successor")));
    }
    let Some(link) = links.find(|one| one.gets.covers(concern)) else {
        let elsewhere = match concern {
            Concern::Property => Refusal::new("property-goes-elsewhere", "E13"),
            Concern::Function => Refusal::new("function-goes-elsewhere", "E13"),
        };
        return Err(named(elsewhere.field("concern")));
    };
    if link.from > facts.today {
        let refusal = Refusal::new("succession-to-come", "E13").field("successor").with("date", link.from);
        return Err(named(refusal));
    }
    Ok(link)
}

/// The recommendations meant: those named, each open and made to the body; else every open one.
fn followed(case: &Case, follow: &Follow) -> Result<Vec<RecommendationNumber>, Refusal> {
    let all: Vec<_> = case.open_for(follow.body).map(|one| one.number).collect();
    for number in &follow.numbers {
        find(case, *number)?;
        if !all.contains(number) {
            let refusal = Refusal::new("nothing-open-with-body", "E13").field("number");
            return Err(refusal.with("number", number));
        }
    }
    match (all.is_empty(), follow.numbers.is_empty()) {
        (true, _) => Err(Refusal::new("nothing-open-with-body", "E13").field("number").with("number", "–")),
        (false, true) => Ok(all),
        (false, false) => Ok(follow.numbers.clone()),
    }
}

/// A provider closed and nobody stands in its place: a manager may stop pursuing it, with reasons and a decision on
/// publication. It counts as ceased, never as met (E15).
pub(super) fn cease(case: &Case, ceased: &CeasedOnClosure, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let one = open(case, ceased.number)?;
    no_open_extension(one)?;
    said(&ceased.reason, "reason", "E15")?;
    said(&ceased.publication, "publication", "E15")?;
    if let Some(told_on) = ceased.regulator_told_on {
        has_come(told_on, facts.today, "regulator_told_on", "E15")?;
    }
    let body = known(one.terms.addressee, facts)?;
    if !body.is_gone_on(facts.today) {
        let refusal = Refusal::new("body-still-there", "E15").field("number");
        return Err(refusal.with("body", opening::named_in_both(body)));
    }
    if let Some(successor) = body.all_successors().next() {
        let name = facts.body(successor).map(opening::named_in_both).unwrap_or_default();
        let refusal = Refusal::new("successor-is-there", "E15").field("number").with("successor", name);
        return Err(refusal.with("body", opening::named_in_both(body)));
    }
    let judgement = Judgement::Ceased { reason: ceased.reason.clone() };
    Ok(vec![
        Event::CeasedOnClosure(ceased.clone()),
        Event::Judged { number: ceased.number, judgement, on: facts.today },
    ])
}

/// A request for a later date rests on a notice that freezes spending: a manager decides it. The notice waives nothing
/// (R43, E24).
pub(super) fn rest_on_freeze(
    case: &Case,
    rests: &RestsOnFreeze,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = open(case, rests.number)?;
    let Some(request) = one.open_extension().filter(|request| request.extension == rests.extension) else {
        return Err(Refusal::new("no-such-extension", "R30").field("extension"));
    };
    said(&rests.account, "account", "R43")?;
    let body = known(one.terms.addressee, facts)?;
    if body.freeze_on(facts.today).is_none() {
        let refusal = Refusal::new("no-freeze-in-the-register", "R43").field("freeze");
        return Err(refusal.with("body", opening::named_in_both(body)));
    }
    if request.rests_on_freeze {
        return Ok(Vec::new());
    }
    Ok(vec![Event::RequestRestsOnFreeze(rests.clone())])
}
