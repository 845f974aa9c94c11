//! What a step describes: evidence, recommendations, dates, sums.

use amends_core::{
    actor::Actor,
    evidence::{FileRef, Shown, Submission, Target, Via},
    id::EvidenceId,
    money::Pence,
    period::{Anchor, DueSpec, Length},
    recommendation::{
        Amount, BeneficiaryGroup, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms,
    },
    recurrence::EarlierRef,
    text::{Digest, Language},
};

use super::{
    steps::said,
    world::{World, date, numbers, words},
};

type Told<T> = Result<T, String>;

/// `E1 for R1, R2; received 2026-04-29; dated …; done …; paid £500; words only; in English; from Ynys Council`,
/// its parts after the first divided by ` | `.
pub fn submission(world: &mut World, actor: &Actor, text: &str) -> Told<Submission> {
    let mut parts = text.split('|').map(str::trim);
    let first = parts.next().unwrap_or_default();
    let wrong = || format!("{text:?} should begin `E1 for R1`");
    let (name, of) = first.split_once(" for ").ok_or_else(wrong)?;
    let id = match world.evidence.get(name) {
        Some(known) => *known,
        None => EvidenceId(world.fresh()),
    };
    world.evidence.insert(name.to_owned(), id);
    let targets: Vec<_> = if of == "nothing" {
        Vec::new()
    } else {
        numbers(of)?.into_iter().map(|number| Target { number, items: Vec::new() }).collect()
    };
    let addressee = targets
        .first()
        .and_then(|target| world.case.as_ref()?.recommendation(target.number))
        .map(|one| one.terms.addressee);
    let file = FileRef {
        digest: Digest::of(name.as_bytes()),
        name: words("letter.pdf"),
        media_type: "application/pdf".to_owned(),
        size: 1000,
    };
    let mut sent = Submission {
        evidence: id,
        body: actor.body().or(addressee).unwrap_or(world.body("")?),
        targets,
        via: if actor.body().is_some() { Via::Portal } else { Via::Hand },
        received_on: world.today,
        dated_on: None,
        done_on: None,
        statement: Some(words("it is done")),
        files: vec![file],
        paid: None,
        language: None,
    };
    for part in parts {
        match part.split_once(' ') {
            _ if part == "words only" => sent.files.clear(),
            _ if part == "nothing at all" => {
                sent.files.clear();
                sent.statement = None;
            }
            Some(("received", day)) => sent.received_on = date(day)?,
            Some(("dated", day)) => sent.dated_on = Some(date(day)?),
            Some(("done", day)) => sent.done_on = Some(date(day)?),
            Some(("paid", sum)) => sent.paid = Some(money(sum)?),
            Some(("from", name)) => sent.body = world.body(name)?,
            Some(("in", "English")) => sent.language = Some(Language::En),
            Some(("in", "Welsh")) => sent.language = Some(Language::Cy),
            _ => return Err(format!("{part:?} says nothing of evidence")),
        }
    }
    Ok(sent)
}

pub fn shown(text: &str) -> Told<Shown> {
    match text {
        "shown" => Ok(Shown::Shown),
        "partly" => Ok(Shown::Partly),
        "not shown" => Ok(Shown::NotShown),
        "not applicable" => Ok(Shown::NotApplicable),
        other => Err(format!("{other:?} is no finding: shown, partly, not shown, not applicable")),
    }
}

pub fn evidence(world: &World, name: &str) -> Told<EvidenceId> {
    world.evidence.get(name.trim()).copied().ok_or_else(|| format!("nothing was sent as {name:?}"))
}

pub fn money(text: &str) -> Told<Pence> {
    text.parse().map_err(|error| format!("{text:?} is no sum: {error}"))
}

/// `apology, to NAME, within 20 working days`, each part after a comma.
pub fn terms(world: &World, clauses: &str) -> Told<Terms> {
    let mut parts = clauses.split(',').map(str::trim);
    let kind: Kind = parts.next().unwrap_or_default().parse().map_err(|error| format!("{error}"))?;
    let personal = matches!(
        kind,
        Kind::Apology | Kind::Payment | Kind::Reimbursement | Kind::ServiceProvision | Kind::Explanation
    );
    let addressee = world.body("")?;
    let mut terms = Terms {
        kind,
        scope: if personal { Scope::Personal } else { Scope::Service },
        answers: None,
        wording: words(&format!("The body will do this: {kind}")),
        amount: None,
        set_off_allowed: false,
        addressee,
        beneficiaries: None,
        evidence: items(kind),
        evidence_due: None,
        public_summary: None,
        themes: Vec::new(),
        takes_up: Vec::new(),
        private_notes: Some(words("for the office alone")),
    };
    let mut finding = None;
    for part in parts {
        match part.split_once(' ') {
            _ if part == "set-off allowed" => terms.set_off_allowed = true,
            _ if part == "no evidence list" => terms.evidence.clear(),
            _ if part == "approval listed as an alternative" => {
                for item in &mut terms.evidence {
                    item.need = Need::AnyOf { group: 1 };
                }
            }
            _ if part == "no approval listed" => terms.evidence.retain(|item| item.proof != Proof::Approval),
            _ if part == "no finding" => finding = Some(None),
            _ if part == "for the person" => terms.scope = Scope::Personal,
            _ if part == "for the service" => terms.scope = Scope::Service,
            _ if part.starts_with("for ") && part.ends_with(" others") => {
                let count = said("for {} others", part).and_then(|found| found.first()?.parse().ok());
                terms.beneficiaries = Some(BeneficiaryGroup { who: words("tenants of the block"), count });
            }
            Some(("to", name)) => terms.addressee = world.body(name)?,
            Some(("of", sum)) => terms.amount = Some(Amount::Exact { pence: money(sum)? }),
            Some(("saying", text)) => terms.wording = words(text),
            Some(("public", text)) => terms.public_summary = Some(words(text)),
            Some(("about", theme)) => terms.themes.push(theme.to_owned()),
            _ if part.starts_with("takes up ") => {
                terms.takes_up = earlier(part.trim_start_matches("takes up "))?
            }
            Some(("finding", which)) => {
                finding = Some(Some(FindingNumber(
                    which.parse().map_err(|_| format!("{which:?}: which finding?"))?,
                )));
            }
            Some(("by", day)) => terms.evidence_due = Some(DueSpec::On { date: date(day)? }),
            _ if part.starts_with("at most ") => {
                let at_most = money(part.trim_start_matches("at most "))?;
                terms.amount = Some(Amount::Formula { wording: words("£10 a week"), at_most });
            }
            Some(("within", length)) => terms.evidence_due = Some(within(length)?),
            _ => return Err(format!("{part:?} says nothing of a recommendation")),
        }
    }
    terms.answers = finding.unwrap_or_else(|| world.finding_against(terms.addressee));
    Ok(terms)
}

/// `24-0193-2` or `24-0193-2 and 24-0201-1`.
pub fn earlier(text: &str) -> Told<Vec<EarlierRef>> {
    let one = |text: &str| {
        EarlierRef::read(text).ok_or_else(|| format!("{text:?} is no recommendation like 24-0193-2"))
    };
    text.split(" and ").map(one).collect()
}

/// `20 working days`, `1 month of receipt`, `2 weeks of the committee meeting at latest 2026-09-30`.
fn within(text: &str) -> Told<DueSpec> {
    let length = |text: &str| -> Told<Length> {
        text.trim().parse().map_err(|_| format!("{text:?} is no length like `20 working days`"))
    };
    if let Some([long, event, backstop]) = said("{} of {} at latest {}", text).as_deref() {
        return Ok(DueSpec::OnEvent {
            length: length(long)?,
            event: (*event).to_owned(),
            backstop: date(backstop)?,
        });
    }
    match text.split_once(" of ") {
        Some((long, "receipt")) => Ok(DueSpec::After { length: length(long)?, anchor: Anchor::Receipt }),
        Some((_, other)) => Err(format!("{other:?} is no day to count from")),
        None => Ok(DueSpec::After { length: length(text)?, anchor: Anchor::FinalDecision }),
    }
}

pub fn items(kind: Kind) -> Vec<EvidenceItem> {
    let proofs = match kind {
        Kind::Apology | Kind::Explanation => vec![Proof::Letter],
        Kind::Payment | Kind::Reimbursement => vec![Proof::PaymentRecord],
        Kind::PolicyProcedure => vec![Proof::PolicyText, Proof::Approval],
        Kind::Training => vec![Proof::TrainingRecord],
        _ => vec![Proof::Report],
    };
    let mut list = Vec::new();
    for (place, proof) in (1..).zip(proofs) {
        let what = words(proof.code());
        list.push(EvidenceItem { item: ItemNumber(place), what, proof, need: Need::Required });
    }
    list
}
