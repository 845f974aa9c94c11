//! `amends rec write`: a recommendation is put into words.

use amends_core::{
    command::Command as Act,
    id::BodyId,
    period::{Anchor, DueSpec, Length, LengthError},
    profile::Profile,
    recommendation::{Amount, EvidenceItem, FindingNumber, ItemNumber, Kind, Need, Proof, Scope, Terms},
    text::Language,
};

use crate::{
    cli::{
        call::Call,
        case,
        desk::{self, Desk, Who},
        fail::{Exit, Failure, Outcome},
        input,
    },
    proposal,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
    #[command(flatten)]
    terms: TermsArgs,
    #[arg(long, value_name = "N")]
    revise: Option<u16>,
}

/// What a recommendation says.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct TermsArgs {
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "SCOPE", value_parser = ["personal", "service"])]
    scope: Option<String>,
    #[arg(long, value_name = "WORDS")]
    wording: Option<String>,
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
    #[arg(long = "theme", value_name = "THEME")]
    themes: Vec<String>,
    #[arg(long, value_name = "REC")]
    takes_up: Vec<String>,
}

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    args.terms.understood()?;
    let mut desk = call.desk(&args.who)?;
    let case = desk::case(&desk.office, &args.case)?.case;
    let addressee = desk::body_of(&desk.office, &case, args.body.as_deref())?;
    let terms = Box::new(args.terms.read(&mut desk, addressee, call.manner.language)?);
    let act = match args.revise {
        Some(number) => {
            Act::ReviseRecommendation { number: amends_core::id::RecommendationNumber(number), terms }
        }
        None => Act::WriteRecommendation { terms },
    };
    let after = desk.act(&case, &[act])?;
    case::told(call, &case, &after)
}

impl TermsArgs {
    /// What can be told of slips before anything is looked up.
    pub(in crate::cli) fn understood(&self) -> Outcome {
        self.kind()?;
        self.sum()?;
        due(self)?;
        case::earlier::named(&self.takes_up).map(|_| ())
    }

    /// Was any of the three typed without which there is no recommendation?
    pub(in crate::cli) fn is_typed(&self) -> bool {
        self.kind.is_some() || self.scope.is_some() || self.wording.is_some()
    }

    /// All three must be there.
    fn whole(&self) -> Outcome<(&str, &str, &str)> {
        match (&self.kind, &self.scope, &self.wording) {
            (Some(kind), Some(scope), Some(wording)) => Ok((kind, scope, wording)),
            (kind, scope, wording) => {
                let wanted =
                    [("--kind <KIND>", kind), ("--scope <SCOPE>", scope), ("--wording <WORDS>", wording)];
                let missing: Vec<&str> =
                    wanted.iter().filter(|(_, typed)| typed.is_none()).map(|(name, _)| *name).collect();
                let values = [("arguments", missing.join(" ").into())];
                Err(Failure::new(Exit::Usage, "cli-usage-missing", values))
            }
        }
    }

    fn kind(&self) -> Outcome<Kind> {
        let (typed, ..) = self.whole()?;
        typed.parse().map_err(|_| {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
            let values = [("typed", typed.to_owned().into()), ("known", known.join(", ").into())];
            Failure::new(Exit::Usage, "cli-kind-unknown", values)
        })
    }

    fn sum(&self) -> Outcome<Option<amends_core::money::Pence>> {
        self.amount.as_deref().map(|typed| input::amount("--amount", typed)).transpose()
    }

    /// The terms, with their texts sealed.
    pub(in crate::cli) fn read(
        &self,
        desk: &mut Desk,
        addressee: BodyId,
        language: Language,
    ) -> Outcome<Terms> {
        let kind = self.kind()?;
        let (_, scope, wording) = self.whole()?;
        let scope: Scope = input::code("--scope", scope)?;
        let evidence = match self.proofs.as_slice() {
            [] => items_for(desk, kind, language)?,
            typed => items_typed(desk, typed)?,
        };
        Ok(Terms {
            kind,
            scope,
            answers: self.finding.map(FindingNumber),
            wording: desk.words(wording)?,
            amount: self.sum()?.map(|pence| Amount::Exact { pence }),
            set_off_allowed: self.set_off_allowed,
            addressee,
            beneficiaries: None,
            evidence,
            evidence_due: due(self)?,
            public_summary: desk.some_words(self.public_summary.as_deref())?,
            themes: self.themes.clone(),
            takes_up: case::earlier::named(&self.takes_up)?,
            private_notes: desk.some_words(self.private_notes.as_deref())?,
        })
    }
}

fn due(args: &TermsArgs) -> Outcome<Option<DueSpec>> {
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
    let mut items = Vec::new();
    for (place, usual) in (1_u8..).zip(proposal::usual_evidence(&profile, kind.code(), language)) {
        let what = desk.words(usual.what)?;
        items.push(EvidenceItem { item: ItemNumber(place), what, proof: usual.proof, need: usual.need });
    }
    Ok(items)
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
