//! What the office is told: `amends instrument receipt`, `notified`, `referred`, `form`, `published`, `lay`, `paid`.

use amends_core::{
    command::Command as Act,
    id::EvidenceId,
    instrument::InstrumentNumber,
    issued::{BY_DIRECTION, Told},
};

use super::{About, tell_of, with};
use crate::cli::{call::Call, desk::Who, fail::Outcome, input};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReceiptArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    received: String,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
    #[arg(long, value_name = "WORDS")]
    disputed: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NotifiedArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "WORDS", required_unless_present = "within_date")]
    action: Option<String>,
    #[arg(long = "within", value_name = "DATE")]
    within_date: Option<String>,
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReferredArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    considered: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FormArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    agreed: Option<String>,
    #[arg(long, value_name = "WORDS")]
    with: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PublishedArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "STEP", default_value = BY_DIRECTION)]
    step: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[arg(long, value_name = "DATE")]
    names: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
    #[arg(long, value_name = "EVIDENCE")]
    evidence: Option<String>,
    #[arg(long, value_name = "WORDS")]
    by_office: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LayArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PaidArgs {
    #[command(flatten)]
    about: About,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "AMOUNT")]
    amount: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

pub(super) fn receipt(call: &mut Call, args: &ReceiptArgs) -> Outcome {
    let received_on = input::date("--received", &args.received)?;
    let instrument = Some(InstrumentNumber(args.about.instrument_number));
    with(call, &args.who, &args.about, |desk, _, body| {
        let shown_by = desk.words(&args.shown_by)?;
        let disputed = desk.some_words(args.disputed.as_deref())?;
        Ok(Act::RecordReceipt { body, received_on, shown_by, disputed, instrument })
    })
}

pub(super) fn notified(call: &mut Call, args: &NotifiedArgs) -> Outcome {
    let within = input::some_date("--within", args.within_date.as_deref())?;
    let received = input::some_date("--received", args.received.as_deref())?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        let received_on = received.unwrap_or_else(|| desk.office.today());
        let action = desk.some_words(args.action.as_deref())?;
        Ok(Told::Notified { received_on, action, within })
    })
}

pub(super) fn referred(call: &mut Call, args: &ReferredArgs) -> Outcome {
    let considered = input::some_date("--considered", args.considered.as_deref())?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        let considered_on = considered.unwrap_or_else(|| desk.office.today());
        Ok(Told::ConsideredByAuthority { considered_on, shown_by: desk.words(&args.shown_by)? })
    })
}

pub(super) fn form(call: &mut Call, args: &FormArgs) -> Outcome {
    let agreed = input::some_date("--agreed", args.agreed.as_deref())?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        let agreed_on = agreed.unwrap_or_else(|| desk.office.today());
        Ok(Told::FormAgreed { agreed_on, with: desk.words(&args.with)? })
    })
}

pub(super) fn published(call: &mut Call, args: &PublishedArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    let until = input::some_date("--until", args.until.as_deref())?;
    let names = input::some_date("--names", args.names.as_deref())?;
    let evidence = args.evidence.as_deref().map(|typed| input::id("--evidence", typed)).transpose()?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        Ok(Told::Published {
            step: args.step.clone(),
            published_on: on.unwrap_or_else(|| desk.office.today()),
            until,
            names,
            shown_by: desk.words(&args.shown_by)?,
            evidence: evidence.map(EvidenceId),
            by_office: desk.some_words(args.by_office.as_deref())?,
        })
    })
}

pub(super) fn lay(call: &mut Call, args: &LayArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        let laid_on = on.unwrap_or_else(|| desk.office.today());
        Ok(Told::Laid { laid_on, shown_by: desk.words(&args.shown_by)? })
    })
}

pub(super) fn paid(call: &mut Call, args: &PaidArgs) -> Outcome {
    let amount = input::amount("--amount", &args.amount)?;
    let on = input::some_date("--on", args.on.as_deref())?;
    tell_of(call, &args.who, &args.about, |desk, _| {
        let paid_on = on.unwrap_or_else(|| desk.office.today());
        Ok(Told::CostPaid { amount, paid_on, shown_by: desk.words(&args.shown_by)? })
    })
}
