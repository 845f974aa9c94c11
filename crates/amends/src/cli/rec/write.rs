//! `amends rec write`: a recommendation is put into words.

use amends_core::{
    command::Command as Act,
    period::{Anchor, DueSpec, Length, LengthError},
    profile::{Need as ProfileNeed, Profile},
    recommendation::{Amount, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms},
    text::Language,
};

use crate::cli::{
    call::Call,
    case,
    desk::{self, Desk, Who},
    fail::{Exit, Failure, Outcome},
    input,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "KIND")]
    kind: String,
    #[arg(long, value_name = "SCOPE", value_parser = ["personal", "service"])]
    scope: String,
    #[arg(long, value_name = "WORDS")]
    wording: String,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[arg(long, value_name = "N")]
    finding: Option<u16>,
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    #[arg(long, value_name = "LENGTH", conflicts_with = "due")]
    within: Option<String>,
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    #[arg(long = "proof", value_name = "PROOF:WORDS")]
    proofs: Vec<String>,
    #[arg(long)]
    set_off_allowed: bool,
    #[arg(long, value_name = "WORDS")]
    public_summary: Option<String>,
    #[arg(long, value_name = "WORDS")]
    private_notes: Option<String>,
    #[arg(long, value_name = "N")]
    revise: Option<u16>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let kind: Kind = args.kind.parse().map_err(|_| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        let values = [("typed", args.kind.clone().into()), ("known", known.join(", ").into())];
        Failure::new(Exit::Usage, "cli-kind-unknown", values)
    })?;
    let scope: Scope = input::code("--scope", &args.scope)?;
    let amount = args.amount.as_deref().map(|typed| input::amount("--amount", typed)).transpose()?;
    let evidence_due = due(args)?;
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let evidence = match args.proofs.as_slice() {
        [] => items_for(&mut desk, kind, call.manner.language)?,
        typed => items_typed(&mut desk, typed)?,
    };
    let terms = Box::new(Terms {
        kind,
        scope,
        answers: args.finding.map(FindingNumber),
        wording: desk.words(&args.wording)?,
        amount: amount.map(|pence| Amount::Exact { pence }),
        set_off_allowed: args.set_off_allowed,
        addressee: desk::body_of(&desk.office, &case, args.body.as_deref())?,
        beneficiaries: None,
        evidence,
        evidence_due,
        public_summary: desk.some_words(args.public_summary.as_deref())?,
        private_notes: desk.some_words(args.private_notes.as_deref())?,
    });
    let act = match args.revise {
        Some(number) => {
            Act::ReviseRecommendation { number: amends_core::id::RecommendationNumber(number), terms }
        }
        None => Act::WriteRecommendation { terms },
    };
    let after = desk.act(&case, &[act])?;
    case::told(call, &case, &after)
}

fn due(args: &Args) -> Outcome<Option<DueSpec>> {
    match (&args.due, &args.within) {
        (Some(typed), _) => Ok(Some(DueSpec::On { date: input::date("--due", typed)? })),
        (None, Some(typed)) => {
            let length: Length = typed
                .parse()
                .map_err(|error: LengthError| Failure::both(Exit::Usage, "length", error.explain()))?;
            Ok(Some(DueSpec::After { length, anchor: Anchor::FinalDecision }))
        }
        (None, None) => Ok(None),
    }
}

/// What usually proves a recommendation of this kind, as the office's profile has it (R27).
pub(in crate::cli) fn items_for(
    desk: &mut Desk,
    kind: Kind,
    language: Language,
) -> Outcome<Vec<EvidenceItem>> {
    let profile: Profile = desk.office.own_profile()?.clone();
    let Some(template) = profile.evidence.get(kind.code()) else { return Ok(Vec::new()) };
    let mut groups: Vec<&str> = Vec::new();
    let mut items = Vec::new();
    for (place, item) in (1_u8..).zip(&template.items) {
        let need = match &item.need {
            ProfileNeed::Required => Need::Required,
            ProfileNeed::AnyOf(group) => {
                let known = groups.iter().position(|known| known == group).unwrap_or_else(|| {
                    groups.push(group);
                    groups.len() - 1
                });
                Need::AnyOf { group: u8::try_from(known + 1).unwrap_or(u8::MAX) }
            }
        };
        let what = desk.words(item.what.get(language))?;
        items.push(EvidenceItem { item: ItemNumber(place), what, proof: proof_named(&item.id), need });
    }
    Ok(items)
}

/// The proof that an item of the usual evidence is, by the name it has there.
fn proof_named(id: &str) -> Proof {
    match id {
        "letter" => Proof::Letter,
        "remittance" | "statement" | "acknowledgement" => Proof::PaymentRecord,
        "document" => Proof::PolicyText,
        "minute" | "officer" => Proof::Approval,
        "content" | "attendance" => Proof::TrainingRecord,
        "report" | "results" | "calculation" | "decision" => Proof::Report,
        _ => Proof::Other,
    }
}

/// Items as `letter:A copy of the apology`, each of them required.
fn items_typed(desk: &mut Desk, typed: &[String]) -> Outcome<Vec<EvidenceItem>> {
    let mut items = Vec::new();
    for (place, one) in (1_u8..).zip(typed) {
        let known = one.split_once(':').and_then(|(proof, what)| {
            let proof = Proof::ALL.into_iter().find(|known| known.code() == proof)?;
            (!what.trim().is_empty()).then_some((proof, what))
        });
        let Some((proof, what)) = known else {
            let known: Vec<&str> = Proof::ALL.iter().map(|proof| proof.code()).collect();
            let values = [("typed", one.clone().into()), ("known", known.join(", ").into())];
            return Err(Failure::new(Exit::Usage, "cli-proof-unreadable", values));
        };
        items.push(EvidenceItem {
            item: ItemNumber(place),
            what: desk.words(what)?,
            proof,
            need: Need::Required,
        });
    }
    Ok(items)
}
