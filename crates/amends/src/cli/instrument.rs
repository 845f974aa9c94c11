//! `amends instrument`: reports, statements and notices of a case, from receipt to the last penny of their cost.

mod copies;
mod rule;
mod show;
mod tell;

use amends_core::{
    case::Case,
    command::Command as Act,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{Issued, Ruled, Told},
};

use super::{
    call::Call,
    case,
    desk::{self, Desk, Who},
    fail::{Exit, Failure, Outcome},
};

pub(super) use show::told as shown_after;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List(show::ListArgs),
    Show(show::ShowArgs),
    Receipt(tell::ReceiptArgs),
    Notified(tell::NotifiedArgs),
    Referred(tell::ReferredArgs),
    Longer(rule::LongerArgs),
    Assess(rule::AssessArgs),
    NoAction(rule::NoActionArgs),
    Confirm(rule::ConfirmArgs),
    Publicity(show::PublicityArgs),
    Lift(rule::LiftArgs),
    Form(tell::FormArgs),
    Published(tell::PublishedArgs),
    Lay(tell::LayArgs),
    Claim(rule::ClaimArgs),
    Paid(tell::PaidArgs),
    Recipients(copies::RecipientsArgs),
    CheckVersion(copies::CheckArgs),
}

/// Which instrument, and one of its bodies.
#[derive(Debug, clap::Args)]
pub(super) struct About {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "N")]
    instrument_number: u8,
    #[arg(long, value_name = "BODY")]
    body: Option<String>,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::List(args) => show::list(call, args),
        Command::Show(args) => show::show(call, args),
        Command::Receipt(args) => tell::receipt(call, args),
        Command::Notified(args) => tell::notified(call, args),
        Command::Referred(args) => tell::referred(call, args),
        Command::Longer(args) => rule::longer(call, args),
        Command::Assess(args) => rule::assess(call, args),
        Command::NoAction(args) => rule::no_action(call, args),
        Command::Confirm(args) => rule::confirm(call, args),
        Command::Publicity(args) => show::publicity(call, args),
        Command::Lift(args) => rule::lift(call, args),
        Command::Form(args) => tell::form(call, args),
        Command::Published(args) => tell::published(call, args),
        Command::Lay(args) => tell::lay(call, args),
        Command::Claim(args) => rule::claim(call, args),
        Command::Paid(args) => tell::paid(call, args),
        Command::Recipients(args) => copies::recipients(call, args),
        Command::CheckVersion(args) => copies::check(call, args),
    }
}

/// An instrument of a case.
fn issued(case: &Case, number: u8) -> Outcome<&Issued> {
    case.issued(InstrumentNumber(number)).ok_or_else(|| {
        let values = [("reference", case.reference.to_string().into()), ("number", i64::from(number).into())];
        Failure::new(Exit::Failed, "cli-instrument-unknown", values)
    })
}

/// The body meant: the one named, or the only one the instrument is about.
fn body_of(desk: &Desk, case: &Case, about: &About) -> Outcome<BodyId> {
    match (&about.body, issued(case, about.instrument_number)?.bodies.as_slice()) {
        (None, [only]) => Ok(*only),
        (typed, _) => desk::body_of(&desk.office, case, typed.as_deref()),
    }
}

/// One act about an instrument; what comes of it is shown as `amends instrument show` shows it.
fn with(
    call: &mut Call,
    who: &Who,
    about: &About,
    act: impl FnOnce(&mut Desk, &Case, BodyId) -> Outcome<Act>,
) -> Outcome {
    let mut desk = call.desk(who)?;
    let before = desk::case(&desk.office, &about.case)?.case;
    let body = body_of(&desk, &before, about)?;
    let act = act(&mut desk, &before, body)?;
    let after = desk.act(&before, &[act])?;
    case::letters_gone(call, &before, &after);
    show::told(call, &desk.office, &after, InstrumentNumber(about.instrument_number))
}

/// What the office is told of an instrument.
fn tell_of(
    call: &mut Call,
    who: &Who,
    about: &About,
    told: impl FnOnce(&mut Desk, &Case) -> Outcome<Told>,
) -> Outcome {
    let instrument = InstrumentNumber(about.instrument_number);
    with(call, who, about, |desk, case, body| {
        let told = told(desk, case)?;
        Ok(Act::RecordOfInstrument { instrument, body, told })
    })
}

/// What the office rules on an instrument.
fn rule_on(
    call: &mut Call,
    who: &Who,
    about: &About,
    ruled: impl FnOnce(&mut Desk, &Case) -> Outcome<Ruled>,
) -> Outcome {
    let instrument = InstrumentNumber(about.instrument_number);
    with(call, who, about, |desk, case, body| {
        let ruled = ruled(desk, case)?;
        Ok(Act::RuleOnInstrument { instrument, body, ruled })
    })
}
