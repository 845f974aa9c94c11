//! What is to be done next about reports and notices.

use amends_core::{
    case::Case,
    duty::Duty,
    id::BodyId,
    instrument::{Instrument, InstrumentNumber},
    profile::{Obligation, Profile},
    text::Language,
};

use super::Step;
use crate::i18n;

/// The step of a duty about an instrument.
pub(super) fn step(
    case: &Case,
    profile: &Profile,
    duty: &Duty,
    base: &str,
    language: Language,
    body_name: &dyn Fn(BodyId) -> String,
) -> Step {
    let called = |instrument: Instrument| {
        let rule = profile.instrument(instrument);
        rule.map_or(instrument.code().to_owned(), |rule| rule.name.get(language).to_owned())
    };
    let name = |number: &InstrumentNumber| {
        case.issued(*number).map_or_else(String::new, |issued| called(issued.instrument))
    };
    let told = |key: &str, path: &str, values: &[(&'static str, String)]| Step {
        text: i18n::tr(language, key, &i18n::args(values.iter().cloned())),
        href: format!("{base}/{path}"),
    };
    let of = |key: &str, number: &InstrumentNumber, more: (&'static str, String)| {
        told(key, &format!("instruments/{number}"), &[("name", name(number)), more])
    };
    let about =
        |key: &str, body: &BodyId, number: &InstrumentNumber| of(key, number, ("body", body_name(*body)));
    match duty {
        Duty::IssueInstrument { body, instrument, ground, obligation } => {
            let key = match obligation {
                Obligation::Must => "next-issue-instrument-must",
                Obligation::May => "next-issue-instrument-may",
            };
            let values =
                [("body", body_name(*body)), ("name", called(*instrument)), ("ground", ground.to_string())];
            told(key, "escalation", &values)
        }
        Duty::RecordInstrumentReceipt { body, instrument } => {
            about("next-instrument-receipt", body, instrument)
        }
        Duty::AssessResponse { body, instrument, .. } => about("next-assess-response", body, instrument),
        Duty::PeriodEnding { instrument, ends_on, .. } => {
            let ends = i18n::date_with_weekday(language, *ends_on);
            of("next-period-ending", instrument, ("date", ends))
        }
        Duty::PublicityOverdue { instrument, due_on, .. } => {
            let due = i18n::date(language, *due_on);
            of("next-publicity-overdue", instrument, ("date", due))
        }
        Duty::PublishInstead { body, instrument, .. } => about("next-publish-instead", body, instrument),
        Duty::CostUnpaid { body, instrument, .. } => about("next-cost-unpaid", body, instrument),
        Duty::Lay { body, instrument } => about("next-lay", body, instrument),
        _ => Step { text: String::new(), href: base.to_owned() },
    }
}
