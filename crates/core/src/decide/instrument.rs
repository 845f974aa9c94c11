//! What follows where a body does not comply: prepared on a ground whose facts are all present, offered for comment where it
//! recommends something, and issued by the role its rule wants (R9, R37, R41; PSOW Act 2019 s.28; LGA 1974 ss.31, 34I).

use super::{
    Facts, decision, following, has_come, owed, reaches, route, said, sending, to_come, to_complainant,
    writing,
};
use crate::{
    actor::StaffRole,
    case::Case,
    command::Command,
    escalation::{RouteSeen, routes},
    event::Event,
    id::{BodyId, RecommendationNumber},
    issued::{InstrumentComment, Issued, Preparation, Prepared},
    letter::{LetterKind, Recipient},
    profile::{InstrumentRule, Profile},
    refusal::Refusal,
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::PrepareInstrument(what) => prepare(case, what, facts),
        Command::CommentOnInstrument { comment } => comment_on(case, comment, facts),
        Command::IssueInstrument { before_expiry } => issue(case, before_expiry.as_ref(), facts),
        other => Err(Refusal::new("nothing-prepared", "R37").with("command", other.kind().name())),
    }
}

fn prepare(case: &Case, what: &Preparation, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if !case.bodies.contains(&what.body) {
        return Err(Refusal::new("body-not-in-case", "E11").field("body"));
    }
    let rule = following(what, facts.profile)?;
    said(&what.facts, "facts", "PSOW Act 2019 s.28(8)")?;
    rests_on(case, what, facts)?;
    recommends(case, what, rule, facts)?;
    let asked = asked_to_comment(case, what, rule, facts)?;
    let prepared = Prepared { what: what.clone(), on: facts.today, comments: Vec::new() };
    let mut events = vec![Event::InstrumentPrepared(Box::new(prepared))];
    if asked {
        let numbers: Vec<_> = numbers(case, what.recommendations.len());
        let body = Recipient::Body { body: what.body };
        events.push(owed(case, LetterKind::InstrumentDraft, body, numbers.clone()));
        events.extend(to_complainant(case, LetterKind::InstrumentDraft, &numbers));
    }
    Ok(events)
}

/// The rule of an instrument that follows another under this office's law.
fn following<'a>(what: &Preparation, profile: &'a Profile) -> Result<&'a InstrumentRule, Refusal> {
    match profile.instrument(what.instrument) {
        Some(rule) if !rule.ends_investigation => Ok(rule),
        Some(_) | None => {
            Err(Refusal::new("instrument-not-lawful", "PSOW Act 2019 s.28").field("instrument"))
        }
    }
}

/// Every ground named is one of this instrument, and every fact of it is in the record.
fn rests_on(case: &Case, what: &Preparation, facts: &Facts<'_>) -> Result<Vec<RouteSeen>, Refusal> {
    if what.grounds.is_empty() {
        return Err(Refusal::new("ground-missing", "PSOW Act 2019 s.28").field("grounds"));
    }
    let known = routes(case, facts.profile, facts.calendar, what.body, facts.today);
    let mut rested = Vec::new();
    for ground in &what.grounds {
        let found = known.iter().find(|route| {
            route.ground == *ground && route.instrument == what.instrument && route.after == what.after
        });
        let Some(found) = found else {
            let rule = facts.profile.ground(ground).map_or("R37", |rule| rule.citation.as_str());
            return Err(Refusal::new("ground-not-open", with_rule(rule))
                .field("grounds")
                .with("ground", ground));
        };
        if let Some(number) = found.followed_by {
            let refusal = Refusal::new("issued-already", with_rule(&found.citation)).field("grounds");
            return Err(refusal.with("instrument", number));
        }
        if let Some(fact) = found.missing() {
            return Err(route::missing(fact.fact, &found.citation).field("grounds"));
        }
        rested.push(found.clone());
    }
    Ok(rested)
}

fn with_rule(citation: &str) -> &str {
    if citation.chars().any(|letter| letter.is_ascii_digit()) { citation } else { "R37" }
}

/// What it recommends is as complete as any recommendation; an instrument that recommends nothing has none.
fn recommends(
    case: &Case,
    what: &Preparation,
    rule: &InstrumentRule,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    match (rule.recommends, what.recommendations.is_empty()) {
        (true, true) => {
            return Err(Refusal::new("nothing-recommended", "PSOW Act 2019 s.28(8)").field("recommendations"));
        }
        (false, false) => {
            let rule = with_rule(&rule.citation);
            return Err(Refusal::new("recommends-nothing", rule).field("recommendations"));
        }
        (true, false) | (false, true) => {}
    }
    for (number, terms) in numbers(case, what.recommendations.len()).into_iter().zip(&what.recommendations) {
        writing::well_formed(case, terms, facts)?;
        sending::complete(case, number, terms, facts)?;
        if terms.addressee != what.body {
            let refusal = Refusal::new("addressed-to-another", "E11").field("recommendations");
            return Err(refusal.with("number", number));
        }
    }
    Ok(())
}

/// The numbers its recommendations will have.
fn numbers(case: &Case, many: usize) -> Vec<RecommendationNumber> {
    let first = writing::next_number(case).0;
    (first..).take(many).map(RecommendationNumber).collect()
}

/// Comment is offered to both where something is recommended (R9); is it?
fn asked_to_comment(
    case: &Case,
    what: &Preparation,
    rule: &InstrumentRule,
    facts: &Facts<'_>,
) -> Result<bool, Refusal> {
    if !rule.recommends {
        return Ok(false);
    }
    let Some(body_by) = what.body_by else {
        return Err(Refusal::new("comment-date-missing", "R9").field("body_by"));
    };
    to_come(body_by, facts.today, "body_by", "R9")?;
    match (what.complainant_by, case.has_complainant_to_ask()) {
        (None, true) => Err(Refusal::new("complainant-date-missing", "R9").field("complainant_by")),
        (Some(_), false) => Err(Refusal::new("no-complainant", "E35").field("complainant_by")),
        (Some(by), true) => to_come(by, facts.today, "complainant_by", "R9").map(|()| true),
        (None, false) => Ok(true),
    }
}

fn comment_on(case: &Case, comment: &InstrumentComment, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(prepared) = &case.prepared else { return Err(Refusal::new("nothing-prepared", "R9")) };
    said(&comment.comment, "comment", "R9")?;
    has_come(comment.received_on, facts.today, "received_on", "R9")?;
    if comment.received_on < prepared.on {
        return Err(Refusal::new("answered-before-asked", "R15")
            .field("received_on")
            .with("date", prepared.on));
    }
    match comment.body {
        Some(body) if body != prepared.what.body => {
            Err(Refusal::new("body-not-in-draft", "E11").field("body"))
        }
        None if !case.has_complainant_to_ask() => Err(Refusal::new("no-complainant", "E35").field("body")),
        Some(_) | None => Ok(vec![Event::InstrumentCommented(comment.clone())]),
    }
}

/// Once the parties have commented, or their time is over, and while the grounds still hold.
fn issue(case: &Case, before_expiry: Option<&Words>, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(prepared) = &case.prepared else {
        return Err(Refusal::new("nothing-prepared", "R37"));
    };
    let what = &prepared.what;
    let rule = following(what, facts.profile)?;
    route::enough_role(rule, facts)?;
    comments_over(case, prepared, facts)?;
    let rested = rests_on(case, what, facts)?;
    let set_aside = policy_set_aside(&rested, before_expiry, facts)?;
    acts_soon_enough(case, prepared, rule, facts)?;
    let issued = Issued {
        number: case.next_instrument(),
        instrument: what.instrument,
        issued_on: facts.today,
        after: what.after,
        grounds: what.grounds.clone(),
        bodies: vec![what.body],
        facts: Some(what.facts.clone()),
        numbers: numbers(case, what.recommendations.len()),
        before_expiry: set_aside,
        to_be_laid: following::is_laid(rule, what.body, facts),
        entries: Vec::new(),
    };
    let mut events = Vec::new();
    for (number, terms) in issued.numbers.iter().zip(&what.recommendations) {
        events.push(Event::RecommendationWritten { number: *number, terms: Box::new(terms.clone()) });
    }
    let numbers = issued.numbers.clone();
    events.push(Event::InstrumentIssued(Box::new(issued)));
    for (number, terms) in numbers.iter().zip(&what.recommendations) {
        events.extend(decision::first_date(*number, terms, facts.today, facts)?);
    }
    events.push(owed(
        case,
        LetterKind::InstrumentIssued,
        Recipient::Body { body: what.body },
        numbers.clone(),
    ));
    events.extend(to_complainant(case, LetterKind::InstrumentIssued, &numbers));
    Ok(events)
}

fn comments_over(case: &Case, prepared: &Prepared, facts: &Facts<'_>) -> Result<(), Refusal> {
    let said = |body: Option<BodyId>| prepared.comments.iter().any(|one| one.body == body);
    let open = |by: Option<jiff::civil::Date>, body: Option<BodyId>| {
        by.filter(|by| *by >= facts.today && !said(body))
    };
    let waiting = open(prepared.what.body_by, Some(prepared.what.body))
        .or(open(prepared.what.complainant_by.filter(|_| case.has_complainant_to_ask()), None));
    match waiting {
        None => Ok(()),
        Some(by) => Err(Refusal::new("time-to-comment-left", "R9").with("date", by)),
    }
}

/// A ground may arise by statute before the period ends, and the office's own policy wait for its end. The ombudsman may
/// set that policy aside, and says why; the ground is recorded (R41).
fn policy_set_aside(
    rested: &[RouteSeen],
    before_expiry: Option<&Words>,
    facts: &Facts<'_>,
) -> Result<Option<Words>, Refusal> {
    let Some(until) = rested.iter().filter_map(|route| route.waits_until).max() else { return Ok(None) };
    match before_expiry.filter(|words| !words.is_blank()) {
        Some(words) if reaches(facts, StaffRole::Ombudsman) => Ok(Some(words.clone())),
        Some(_) => Err(Refusal::new("role-too-low", "R41")
            .field("before_expiry")
            .with("role", StaffRole::Ombudsman.code())),
        None => Err(Refusal::new("period-still-runs", "R41").field("before_expiry").with("date", until)),
    }
}

/// The least time after a report, unless the body has said that it acts by the dates (R58).
fn acts_soon_enough(
    case: &Case,
    prepared: &Prepared,
    rule: &InstrumentRule,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let willing = prepared.comments.iter().any(|one| one.body.is_some() && one.acts_by_the_dates);
    if !route::gives_least_time(rule) || willing {
        return Ok(());
    }
    case.prepared_recommendations().iter().try_for_each(|one| route::not_sooner(one, facts))
}
