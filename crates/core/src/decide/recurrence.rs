//! Earlier service improvements: judged by a person, referred to or taken up; their number decides nothing (R47–R52).

use super::{Facts, said};
use crate::{
    case::{Case, Check, CheckDone},
    event::Event,
    id::BodyId,
    recommendation::Terms,
    recurrence::{Conclusion, EarlierJudged, EarlierRef, ReferenceParagraph},
    refusal::Refusal,
    text::Words,
};

/// Earlier service improvements were looked at and judged. That is the look that a systemic fault calls for (R48).
pub(super) fn judge(
    case: &Case,
    body: BodyId,
    earlier: &[EarlierRef],
    conclusion: Conclusion,
    reasons: &Words,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    undecided(case)?;
    of_another_case(case, body, earlier)?;
    said(reasons, "reasons", "R49")?;
    let judged = EarlierJudged {
        body,
        earlier: earlier.to_vec(),
        conclusion,
        reasons: reasons.clone(),
        on: facts.today,
    };
    let mut events = vec![Event::EarlierImprovementsJudged(judged)];
    if !case.has_check(Check::EarlierImprovements) {
        events.push(Event::CheckRecorded(CheckDone {
            check: Check::EarlierImprovements,
            version: None,
            note: reasons.clone(),
            on: facts.today,
        }));
    }
    Ok(events)
}

/// The decision refers to what was asked before, in both languages: each letter takes its own (R50, R38).
pub(super) fn refer(case: &Case, paragraph: &ReferenceParagraph) -> Result<Vec<Event>, Refusal> {
    undecided(case)?;
    of_another_case(case, paragraph.body, &paragraph.earlier)?;
    let judged = |one: &&EarlierRef| case.concluded(one) != Some(Conclusion::NotYetEmbedded);
    if let Some(one) = paragraph.earlier.iter().find(judged) {
        return Err(Refusal::new("earlier-not-judged", "R50").field("earlier").with("earlier", one.whole()));
    }
    for (words, field) in [(&paragraph.en, "en"), (&paragraph.cy, "cy")] {
        if words.is_blank() {
            return Err(Refusal::new("reference-missing", "R50").field(field));
        }
    }
    if case.references.contains(paragraph) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::EarlierImprovementsReferredTo(paragraph.clone())])
}

/// Where earlier improvements have not had time to embed, nothing is sent that does not refer to them (R50).
pub(super) fn referred_to(case: &Case) -> Result<(), Refusal> {
    let missing: Vec<String> = case.earlier_not_referred_to().iter().map(EarlierRef::whole).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::new("earlier-not-referred-to", "R50").field("earlier").with("earlier", missing.join(", ")))
}

/// Subjects are those of the profile; what is taken up was judged to recur (R51, R53).
pub(super) fn well_formed(case: &Case, terms: &Terms, facts: &Facts<'_>) -> Result<(), Refusal> {
    let known = |theme: &String| facts.profile.themes.iter().any(|rule| rule.id == *theme);
    if let Some(theme) = terms.themes.iter().find(|theme| !known(theme)) {
        return Err(Refusal::new("theme-unknown", "R53").field("themes").with("theme", theme));
    }
    let recurs = |one: &&EarlierRef| case.concluded(one) != Some(Conclusion::Recurs);
    if let Some(one) = terms.takes_up.iter().find(recurs) {
        return Err(Refusal::new("earlier-does-not-recur", "R51")
            .field("takes_up")
            .with("earlier", one.whole()));
    }
    Ok(())
}

/// After the decision nothing of it is rewritten.
fn undecided(case: &Case) -> Result<(), Refusal> {
    if case.is_decided() { Err(Refusal::new("decided-already", "R50")) } else { Ok(()) }
}

fn of_another_case(case: &Case, body: BodyId, earlier: &[EarlierRef]) -> Result<(), Refusal> {
    if !case.bodies.contains(&body) {
        return Err(Refusal::new("body-not-in-case", "R48").field("body"));
    }
    if earlier.is_empty() {
        return Err(Refusal::new("earlier-missing", "R48").field("earlier"));
    }
    match earlier.iter().find(|one| one.reference == case.reference) {
        None => Ok(()),
        Some(one) => {
            Err(Refusal::new("earlier-of-this-case", "R48").field("earlier").with("earlier", one.whole()))
        }
    }
}
