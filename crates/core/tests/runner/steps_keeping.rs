//! The phrases of a step about keeping, holds, disposal and review after the decision.

use amends_core::{
    actor::Actor,
    command::Command,
    id::{CaseReference, EvidenceId, StaffId},
    retention::{
        self, Class, Counts, Disposal, HoldAsked, HoldKind, HoldNumber, RecordState, ReviewOutcome, mark,
    },
    text::Digest,
};
use uuid::Uuid;

use super::{
    described::{evidence, terms},
    steps::{Read, said},
    world::{World, date, number, words},
};

type Told<T> = Result<T, String>;

pub fn of_keeping(world: &mut World, _: &Actor, what: &str) -> Read {
    if let Some([of]) = said("marks {} as significant", what).as_deref() {
        let reasons = words("many people are concerned");
        return one(Command::MarkSignificant { number: number(of)?, reasons });
    }
    if let Some(rest) = what.strip_prefix("holds ") {
        return one(Command::PlaceHold(asked(world, rest)?));
    }
    if let Some([hold]) = said("lifts hold {}", what).as_deref() {
        let hold = HoldNumber(hold.parse().map_err(|_| format!("{hold:?} is no hold"))?);
        return one(Command::LiftHold { hold, reason: words("it is over") });
    }
    if let Some([day]) = said("keeps it until {}", what).as_deref() {
        let reason = words("the body still learns from it");
        return one(Command::Retain { reason, review_on: date(day)? });
    }
    if let Some([of]) = said("proposes to dispose of {}", what).as_deref() {
        let reason = words("its time has come");
        return one(Command::ProposeDisposal { class: class(of)?, reason });
    }
    if let Some([of]) = said("approves disposing of {}", what).as_deref() {
        return one(Command::ApproveDisposal { class: class(of)? });
    }
    if let Some([of]) = said("destroys {}", what).as_deref() {
        let disposal = Box::new(disposal(world, class(of)?)?);
        return one(Command::RecordDisposal { disposal });
    }
    if let Some(rest) = what.strip_prefix("reviews the decision: ") {
        return one(review(world, rest)?);
    }
    Ok(None)
}

fn one(command: Command) -> Read {
    Ok(Some(vec![command]))
}

pub fn class(text: &str) -> Told<Class> {
    let code = match text.trim() {
        "documents" => "documents",
        "significant evidence" => "significant_evidence",
        "names" => "anonymise",
        "the rest" => "delete",
        other => return Err(format!("{other:?} is nothing that goes")),
    };
    Class::of_code(code).ok_or_else(|| format!("{code} is no class"))
}

/// `it for litigation until 2027-01-01`, `E1, E2 for newer complaint 27-0012 with E2 not to disclose`.
fn asked(world: &World, text: &str) -> Told<HoldAsked> {
    let (what, rest) = text.split_once(" for ").ok_or("a hold is `it for …`")?;
    let (rest, not_to_disclose) = match said("{} with {} not to disclose", rest).as_deref() {
        Some([rest, papers]) => ((*rest).to_owned(), evidences(world, papers)?),
        _ => (rest.to_owned(), Vec::new()),
    };
    let (rest, until) = match rest.split_once(" until ") {
        Some((rest, day)) => (rest.to_owned(), Some(date(day)?)),
        None => (rest, None),
    };
    let newer_case =
        rest.strip_prefix("newer complaint ").map(|reference| CaseReference(reference.to_owned()));
    let held_for = match rest.as_str() {
        "litigation" => HoldKind::Litigation,
        "request" => HoldKind::InformationRequest,
        "appeal" => HoldKind::InformationAppeal,
        other if other.starts_with("newer complaint") => HoldKind::NewerComplaint,
        other => return Err(format!("nothing is held for {other:?}")),
    };
    let papers = if what == "it" { Vec::new() } else { evidences(world, what)? };
    Ok(HoldAsked { held_for, reason: words("a reason to hold"), until, newer_case, papers, not_to_disclose })
}

fn evidences(world: &World, names: &str) -> Told<Vec<EvidenceId>> {
    names.split(',').map(|name| evidence(world, name)).collect()
}

/// What the machinery records when it destroys: everything the rules select, with a mark of each.
pub fn disposal(world: &World, class: Class) -> Told<Disposal> {
    let case = world.case()?;
    let classes = retention::goes_with(case, &world.profile, class, world.today);
    let history = world.events.iter().map(|(_, event)| event);
    let went =
        retention::selection(case, history, &classes, world.today).map_err(|error| error.to_string())?;
    let salt = Digest::of(world.events.len().to_string().as_bytes());
    let things = went.texts.values().chain(&went.files);
    let proposed = case.keeping.proposal(class);
    let nobody = StaffId(Uuid::nil());
    Ok(Disposal {
        class,
        on: world.today,
        certificate: format!("D-{}-{}", world.today.year(), world.events.len()),
        counts: Counts {
            texts: u32::try_from(went.texts.len()).map_err(|error| error.to_string())?,
            files: u32::try_from(went.files.len()).map_err(|error| error.to_string())?,
            ..Counts::default()
        },
        salt,
        marks: things.map(|thing| mark(salt, *thing)).collect(),
        papers: went.papers.clone(),
        papers_kept: went.papers_kept.clone(),
        proposed_by: proposed.map_or(nobody, |one| one.proposal.by),
        approved_by: proposed.and_then(|one| one.approved_by).unwrap_or(nobody),
        record_before: RecordState { entries: world.events.len() as u64, root: Digest([0; 32]) },
        again: false,
        classes,
    })
}

/// `stands`, `changed`, `changed, R1 replaced by apology, within 1 month`, `changed, R2 ended`.
fn review(world: &World, text: &str) -> Told<Command> {
    let (outcome, changes) = text.split_once(", ").unwrap_or((text, ""));
    let outcome = ReviewOutcome::ALL
        .into_iter()
        .find(|known| known.code() == outcome.trim())
        .ok_or_else(|| format!("{outcome:?} is no outcome of a review"))?;
    let (mut replaced, mut ended) = (Vec::new(), Vec::new());
    if let Some([of, clauses]) = said("{} replaced by {}", changes).as_deref() {
        replaced.push((number(of)?, Box::new(terms(world, clauses)?)));
    } else if let Some([of]) = said("{} ended", changes).as_deref() {
        ended.push(number(of)?);
    } else if !changes.is_empty() {
        return Err(format!("{changes:?} is no change of a review"));
    }
    let reasons = words("new papers came to light");
    Ok(Command::RecordPostDecisionReview { outcome, reasons, on: world.today, replaced, ended })
}
