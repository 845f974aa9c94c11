//! How long a case is kept: significance, holds, longer keeping, disposal by two people, and review after the decision
//! (R54, R55, E25–E29; practice 2.13).

use jiff::{ToSpan as _, civil::Date};

use super::{Facts, by_senior, find, has_come, judgement, said, to_come};
use crate::{
    actor::{Actor, StaffRole},
    case::Case,
    command::Command,
    event::Event,
    evolve::evolve,
    id::{RecommendationNumber, StaffId},
    recommendation::{Judgement, Scope, Terms},
    refusal::Refusal,
    retention::{
        self, Class, Disposal, DisposalProposal, Hold, HoldAsked, HoldKind, HoldNumber, PostDecisionReview,
        Retained, ReviewOutcome, Standing,
    },
    text::Words,
};

pub(super) fn decide(case: &Case, command: &Command, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    if let Command::MarkSignificant { number, reasons } = command {
        return mark_significant(case, *number, reasons, facts);
    }
    if let Command::PlaceHold(asked) = command {
        return place_hold(case, asked, facts);
    }
    if let Command::LiftHold { hold, reason } = command {
        return lift_hold(case, *hold, reason, facts);
    }
    if let Command::Retain { reason, review_on } = command {
        said(reason, "reason", "R54")?;
        to_come(*review_on, facts.today, "review_on", "R54")?;
        let (by, on) = (who(facts)?, facts.today);
        return Ok(vec![Event::Retained(Retained { reason: reason.clone(), review_on: *review_on, on, by })]);
    }
    if let Command::ProposeDisposal { class, reason } = command {
        return propose(case, *class, reason, facts);
    }
    if let Command::ApproveDisposal { class } = command {
        return approve(case, *class, facts);
    }
    if let Command::RecordDisposal { disposal } = command {
        return record(case, disposal, facts);
    }
    if let Command::RecordPostDecisionReview { outcome, reasons, on, replaced, ended } = command {
        let review = PostDecisionReview { outcome: *outcome, reasons: reasons.clone(), on: *on };
        return after_review(case, review, replaced, ended, facts);
    }
    Ok(Vec::new())
}

/// The member of staff who asks; the machinery decides nothing here.
fn who(facts: &Facts<'_>) -> Result<StaffId, Refusal> {
    facts.actor.staff().ok_or_else(|| Refusal::new("disposal-second-person", "R54"))
}

/// The profile says from which role on service improvements may be called significant (R55).
fn mark_significant(
    case: &Case,
    number: RecommendationNumber,
    reasons: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let one = find(case, number)?;
    let wanted = facts.profile.retention.significant_by;
    let role = match facts.actor {
        Actor::Staff { role, .. } => rank(*role),
        Actor::LinkOfficer { .. } | Actor::Colleague { .. } | Actor::Complainant { .. } | Actor::System => 0,
    };
    if role < rank(wanted) {
        return Err(Refusal::new("significant-needs-role", "R55").with("role", wanted.code()));
    }
    if one.terms.scope != Scope::Service {
        return Err(Refusal::new("not-an-improvement", "R55").field("number").with("number", number));
    }
    said(reasons, "reasons", "R55")?;
    if case.keeping.significant.contains(&number) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::MarkedSignificant { number, reasons: reasons.clone(), on: facts.today }])
}

fn rank(role: StaffRole) -> u8 {
    match role {
        StaffRole::Administrator | StaffRole::Coordinator => 0,
        StaffRole::Caseworker => 1,
        StaffRole::Manager => 2,
        StaffRole::Ombudsman => 3,
    }
}

fn place_hold(case: &Case, asked: &HoldAsked, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let rule = rule_of(asked.held_for);
    said(&asked.reason, "reason", rule)?;
    if let Some(until) = asked.until {
        to_come(until, facts.today, "until", rule)?;
    }
    match asked.held_for {
        HoldKind::Litigation | HoldKind::InformationAppeal => whole_case(asked, rule)?,
        HoldKind::InformationRequest => {
            whole_case(asked, rule)?;
            within_the_most(asked, facts)?;
        }
        HoldKind::NewerComplaint => for_newer_complaint(case, asked, facts)?,
    }
    let hold = Hold { hold: next_hold(case), asked: asked.clone(), placed_on: facts.today, lifted_on: None };
    Ok(vec![Event::HoldPlaced(hold)])
}

fn rule_of(kind: HoldKind) -> &'static str {
    match kind {
        HoldKind::Litigation => "E25",
        HoldKind::InformationRequest | HoldKind::InformationAppeal => "E29",
        HoldKind::NewerComplaint => "R54",
    }
}

fn next_hold(case: &Case) -> HoldNumber {
    let last = case.keeping.holds.iter().map(|hold| hold.hold.0).max().unwrap_or(0);
    HoldNumber(last.saturating_add(1))
}

/// Only for a newer complaint are some papers held alone.
fn whole_case(asked: &HoldAsked, rule: &str) -> Result<(), Refusal> {
    if !asked.papers.is_empty() || !asked.not_to_disclose.is_empty() {
        return Err(Refusal::new("hold-of-papers-alone", rule).field("papers"));
    }
    Ok(())
}

/// A request for information keeps papers for at most some months longer (E29).
fn within_the_most(asked: &HoldAsked, facts: &Facts<'_>) -> Result<(), Refusal> {
    let Some(until) = asked.until else { return Err(Refusal::new("hold-needs-end", "E29").field("until")) };
    let months = i64::from(facts.profile.retention.information_request_months);
    let most = facts.today.checked_add(months.months()).unwrap_or(Date::MAX);
    if until > most {
        return Err(Refusal::new("hold-too-long", "E29").field("until").with("date", most));
    }
    Ok(())
}

/// Only a manager designates papers as relevant to a newer complaint; only the relevant papers are kept, and what is
/// another person's among them is marked (practice 2.13).
fn for_newer_complaint(case: &Case, asked: &HoldAsked, facts: &Facts<'_>) -> Result<(), Refusal> {
    if !by_senior(facts) {
        return Err(Refusal::new("hold-needs-manager", "R54"));
    }
    match &asked.newer_case {
        Some(newer) if *newer != case.reference && !newer.0.trim().is_empty() => {}
        Some(_) | None => return Err(Refusal::new("hold-needs-case", "R54").field("newer_case")),
    }
    if asked.papers.is_empty() {
        return Err(Refusal::new("hold-needs-papers", "R54").field("papers"));
    }
    if asked.papers.iter().any(|paper| case.submission(*paper).is_none()) {
        return Err(Refusal::new("no-such-evidence", "R54").field("papers"));
    }
    if asked.not_to_disclose.iter().any(|paper| !asked.papers.contains(paper)) {
        return Err(Refusal::new("hold-not-a-paper", "R54").field("not_to_disclose"));
    }
    Ok(())
}

fn lift_hold(
    case: &Case,
    number: HoldNumber,
    reason: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let Some(hold) = case.keeping.holds.iter().find(|hold| hold.hold == number) else {
        return Err(Refusal::new("no-such-hold", "R54").field("hold").with("hold", number));
    };
    let rule = rule_of(hold.asked.held_for);
    said(reason, "reason", rule)?;
    if hold.lifted_on.is_some() {
        return Err(Refusal::new("hold-lifted-already", rule).field("hold").with("hold", number));
    }
    Ok(vec![Event::HoldLifted { hold: number, reason: reason.clone(), on: facts.today }])
}

/// May this class go today: has its day come, and does nothing hold it?
fn may_go(case: &Case, class: Class, facts: &Facts<'_>) -> Result<(), Refusal> {
    let schedule = retention::schedule(case, facts.profile, facts.today);
    let Some(line) = schedule.lines.into_iter().find(|line| line.class == class) else {
        return Err(Refusal::new("disposal-not-due", "R54").field("class").with("date", ""));
    };
    let stopped = match line.standing {
        Standing::Due => return Ok(()),
        Standing::Held => Refusal::new("disposal-held", "E28"),
        Standing::ToCome | Standing::Gone { .. } => {
            Refusal::new("disposal-not-due", "R54").with("date", line.on)
        }
    };
    Err(stopped.field("class"))
}

fn propose(case: &Case, class: Class, reason: &Words, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let by = who(facts)?;
    said(reason, "reason", "R54")?;
    may_go(case, class, facts)?;
    match case.keeping.proposal(class) {
        Some(known) if known.proposal.by == by => Ok(Vec::new()),
        Some(_) => Err(Refusal::new("disposal-proposed-already", "R54").field("class")),
        None => {
            let proposal = DisposalProposal { class, reason: reason.clone(), by, on: facts.today };
            Ok(vec![Event::DisposalProposed(proposal)])
        }
    }
}

/// Two people destroy: who approves is not who proposed.
fn approve(case: &Case, class: Class, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let by = who(facts)?;
    let Some(known) = case.keeping.proposal(class) else {
        return Err(Refusal::new("disposal-not-proposed", "R54").field("class"));
    };
    if known.proposal.by == by {
        return Err(Refusal::new("disposal-second-person", "R54").field("class"));
    }
    may_go(case, class, facts)?;
    if known.approved_by.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![Event::DisposalApproved { class, by, on: facts.today }])
}

/// What two people agreed to goes, if nothing has come to hold it meanwhile. On a copy from an older backup what went
/// goes again, whatever that copy says: its holds were lifted before the disposal.
fn record(case: &Case, disposal: &Disposal, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let known_already = case.keeping.gone.iter().any(|gone| gone.certificate == disposal.certificate);
    if known_already {
        return Ok(Vec::new());
    }
    if !disposal.again {
        let agreed = case.keeping.proposal(disposal.class).is_some_and(|known| {
            known.approved_by == Some(disposal.approved_by) && known.proposal.by == disposal.proposed_by
        });
        let all = retention::goes_with(case, facts.profile, disposal.class, facts.today);
        if !agreed || (disposal.classes != all && !all.is_empty()) {
            return Err(Refusal::new("disposal-not-approved", "R54").field("class"));
        }
        may_go(case, disposal.class, facts)?;
    }
    Ok(vec![Event::Disposed(Box::new(disposal.clone()))])
}

/// A review after the decision is a substantive action: what it changes is changed with it, and the periods of keeping
/// start again (E26).
fn after_review(
    case: &Case,
    review: PostDecisionReview,
    replaced: &[(RecommendationNumber, Box<Terms>)],
    ended: &[RecommendationNumber],
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let Some(decided_on) = case.decided_on() else { return Err(Refusal::new("nothing-to-review", "E26")) };
    said(&review.reasons, "reasons", "E26")?;
    has_come(review.on, facts.today, "on", "E26")?;
    if review.on < decided_on {
        return Err(Refusal::new("review-before-decision", "E26").field("on").with("date", decided_on));
    }
    if review.outcome == ReviewOutcome::Stands && !(replaced.is_empty() && ended.is_empty()) {
        return Err(Refusal::new("review-changes-nothing", "E26").field("outcome"));
    }
    let reasons = review.reasons.clone();
    let mut events = vec![Event::PostDecisionReviewed(review)];
    for (number, terms) in replaced {
        let so_far = events.iter().fold(Some(case.clone()), evolve);
        let so_far = so_far.as_ref().unwrap_or(case);
        events.extend(judgement::supersede(so_far, *number, terms, &reasons, facts)?);
    }
    for number in ended {
        let so_far = events.iter().fold(Some(case.clone()), evolve);
        super::open(so_far.as_ref().unwrap_or(case), *number)?;
        let judgement = Judgement::Ceased { reason: reasons.clone() };
        events.push(Event::Judged { number: *number, judgement, on: facts.today });
    }
    Ok(events)
}
