//! `amends case show`: a case with its recommendations and its history; and what an act changed.

use amends_core::{case::Case, event::Event, id::RecommendationNumber, recommendation::Recommendation};
use serde_json::{Value, json};

use crate::cli::{call::Call, desk, fail::Outcome, out::Style};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(long)]
    history: bool,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let office = call.office()?;
    let loaded = office.told(desk::case(&office, &args.case)?.case.id)?;
    let bodies = office.bodies(&loaded.case.bodies)?;
    if call.manner.json {
        let mut json = case_json(&loaded.case);
        json["bodies"] = json!(bodies);
        let entry = |one: &amends_store::ledger::Recorded| {
            json!({
                "seq": one.seq, "effective_on": one.effective_on, "recorded_at": one.recorded_at.to_string(),
                "actor": one.actor, "kind": one.event.kind(), "event": shown_event(&one.event),
            })
        };
        json["history"] = loaded.history.iter().map(entry).collect();
        return call.out.json(&json);
    }
    let case = &loaded.case;
    let head = format!("{}  {}", case.reference, case.title.as_str());
    let head = call.out.styled(Style::Strong, &head);
    call.out.line(&head)?;
    let names: Vec<&str> = bodies.iter().map(|body| body.name.get(call.manner.language)).collect();
    call.out.line(&format!("  {}", names.join(" · ")))?;
    let stage = call.out.t(&format!("cli-stage-{}", case.stage().code()));
    let compliance = call.out.t(&format!("cli-compliance-{}", case.compliance().code()));
    call.out.line(&format!("  {stage} · {compliance}"))?;
    table(call, case)?;
    if args.history {
        for one in &loaded.history {
            call.out.line(&format!("  {:>3}  {}  {}", one.seq, one.effective_on, one.event.kind()))?;
        }
    }
    Ok(())
}

/// The recommendations of a case, a row each.
fn table(call: &mut Call, case: &Case) -> Outcome {
    if case.recommendations.is_empty() {
        return Ok(());
    }
    let heads = ["cli-head-rec", "cli-head-state", "cli-head-due", "cli-head-kind", "cli-head-wording"]
        .map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = case
        .recommendations
        .iter()
        .map(|one| {
            vec![
                case.reference.recommendation(one.number),
                call.out.t(&format!("cli-state-{}", one.state().code())),
                one.evidence_due_on().map(|date| date.to_string()).unwrap_or_default(),
                call.out.t(&format!("cli-kind-{}", one.terms.kind.code())),
                one.terms.wording.as_str().to_owned(),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

/// A case in short, after it was opened or changed.
pub(in crate::cli) fn brief(call: &mut Call, case: &Case) -> Outcome {
    if call.manner.json {
        return call.out.json(&case_json(case));
    }
    let stage = call.out.t(&format!("cli-stage-{}", case.stage().code()));
    call.out.line(&format!("{}  {stage}", case.reference))?;
    table(call, case)
}

/// What an act changed: the letters that went to the outbox, then the case in short.
pub(in crate::cli) fn told(call: &mut Call, before: &Case, after: &Case) -> Outcome {
    if before.seq == after.seq {
        call.out.note(&call.out.t("cli-nothing-changed"));
    }
    letters_gone(call, before, after);
    brief(call, after)
}

/// The letters that went to the outbox with an act.
pub(in crate::cli) fn letters_gone(call: &Call, before: &Case, after: &Case) {
    for letter in after.letters.iter().skip(before.letters.len()) {
        let values = vec![("letter", letter.letter.code().into())];
        let key = match letter.recipient {
            amends_core::letter::Recipient::Complainant => "cli-letter-to-complainant",
            amends_core::letter::Recipient::Body { .. } => "cli-letter-to-body",
        };
        call.out.note(&call.out.tr(key, values));
    }
}

/// A case as scripts read it.
pub(in crate::cli) fn case_json(case: &Case) -> Value {
    json!({
        "id": case.id,
        "reference": case.reference,
        "title": case.title.as_str(),
        "profile": case.profile,
        "route": case.route,
        "stage": case.stage(),
        "compliance": case.compliance(),
        "own_initiative": case.own_initiative,
        "received_on": case.received_on,
        "decided_on": case.decided_on(),
        "closed_on": case.closed_on,
        "handler": case.handler,
        "complainant_language": case.complainant.as_ref().map(|person| person.language),
        "findings": case.findings.len(),
        "drafts": case.drafts.len(),
        "seq": case.seq,
        "recommendations": case.recommendations.iter().map(|one| rec_json(case, one)).collect::<Vec<_>>(),
        "letters": case.letters,
        "quarantined": case.disclosure.quarantined.iter().map(|one| one.evidence).collect::<Vec<_>>(),
        "criteria": case.criteria.iter().map(|one| &one.criterion).collect::<Vec<_>>(),
        "instruments": case.issued.iter().map(|one| one.number).collect::<Vec<_>>(),
        "linked_cases": case.linked_cases.iter().map(link_json).collect::<Vec<_>>(),
        "disclosed": case.disclosure.disclosed.len(),
    })
}

fn link_json(link: &amends_core::issued::LinkedCase) -> Value {
    json!({ "reference": link.reference, "relation": link.relation, "reason": link.reason.as_str(), "on": link.on })
}

/// A recommendation as scripts read it.
pub(in crate::cli) fn rec_json(case: &Case, one: &Recommendation) -> Value {
    let explanation = one.current_date().map(|version| json!(version));
    let items: Vec<Value> = one
        .terms
        .evidence
        .iter()
        .map(|item| json!({ "item": item.item, "what": item.what.as_str(), "proof": item.proof, "need": item.need }))
        .collect();
    let extensions: Vec<Value> = one
        .extensions
        .iter()
        .map(|asked| {
            json!({
                "extension": asked.extension, "asked_on": asked.asked_on, "until": asked.until, "late": asked.late,
                "decided": asked.decision.is_some(),
                "granted_until": asked.decision.as_ref().and_then(|decision| decision.granted_until),
            })
        })
        .collect();
    json!({
        "reference": case.reference.recommendation(one.number),
        "number": one.number,
        "kind": one.terms.kind,
        "scope": one.terms.scope,
        "wording": one.terms.wording.as_str(),
        "amount_pence": one.terms.amount.as_ref().map(amends_core::recommendation::Amount::ceiling),
        "addressee": one.terms.addressee,
        "taken_over_from": one.taken_over_from,
        "state": one.state(),
        "agreed": one.is_agreed(),
        "evidence_due_on": one.evidence_due_on(),
        "original_due_on": one.original_due_on(),
        "date": explanation,
        "items": items,
        "evidence": one.evidence,
        "extensions": extensions,
        "chases": one.chases,
        "ended_on": one.ended_on,
    })
}

/// What came for a recommendation, as scripts read it.
pub(in crate::cli) fn submissions_json(case: &Case, number: RecommendationNumber) -> Value {
    let of = |one: &&amends_core::case::Evidence| {
        one.submission.targets.iter().any(|target| target.number == number)
    };
    let mut json = json!(case.evidence.iter().filter(of).map(|one| &one.submission).collect::<Vec<_>>());
    unseal(&mut json);
    json
}

/// An event with its texts in place of their seals.
fn shown_event(event: &Event) -> Value {
    let mut json = json!(event);
    unseal(&mut json);
    json
}

/// Texts in place of their seals.
pub(in crate::cli) fn unseal(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let sealed = members.contains_key("particular") && members.contains_key("digest");
            if sealed && members.len() <= 3 {
                *value = members.get("text").cloned().unwrap_or(Value::Null);
            } else {
                members.values_mut().for_each(unseal);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(unseal),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
