//! `amends instrument list`, `show`, `publicity`: where each instrument stands with each of its bodies.

use amends_core::{
    calendar::Calendar,
    case::Case,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{
        self, Entry, Holder, Issued, Phase, PublicityState, PublicityStep, confirmation_due, cost, form_due,
        phase, response_due,
    },
    profile::Profile,
    text::Language,
};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::About;
use crate::{
    cli::{
        call::Call,
        case,
        desk::{self},
        fail::Outcome,
        out::Style,
    },
    office::Office,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ListArgs {
    #[arg(value_name = "CASE")]
    case: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShowArgs {
    #[command(flatten)]
    about: About,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PublicityArgs {
    #[command(flatten)]
    about: About,
}

/// What an instrument is looked at in.
struct Seen<'a> {
    case: &'a Case,
    issued: &'a Issued,
    profile: &'a Profile,
    calendar: &'a Calendar,
    today: Date,
}

impl Seen<'_> {
    fn name(&self, language: Language) -> String {
        let rule = self.profile.instrument(self.issued.instrument);
        rule.map_or(self.issued.instrument.code(), |rule| rule.name.get(language)).to_owned()
    }

    fn phase(&self, body: BodyId) -> Phase {
        phase(self.case, self.issued, body, self.profile, self.calendar, self.today)
    }

    fn publicity(&self, body: BodyId) -> Vec<PublicityStep> {
        issued::publicity(self.case, self.issued, body, self.profile, self.calendar, self.today)
    }

    fn of_body(&self, body: BodyId) -> Value {
        let (case, issued, profile, calendar) = (self.case, self.issued, self.profile, self.calendar);
        let entries: Vec<_> = issued
            .entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Told { body: of, on, told } if *of == body => Some(json!({ "on": on, "told": told })),
                Entry::Ruled { body: of, on, ruled } if *of == body => {
                    Some(json!({ "on": on, "ruled": ruled }))
                }
                Entry::Told { .. } | Entry::Ruled { .. } => None,
            })
            .collect();
        json!({
            "body": body,
            "receipt": case.receipt_of(issued.number, body),
            "phase": self.phase(body),
            "response_due": response_due(case, issued, body, profile, calendar).map(|due| due.date),
            "confirmation_due": confirmation_due(case, issued, body, profile, calendar).map(|due| due.date),
            "form_due": form_due(case, issued, body, profile, calendar).map(|due| due.date),
            "publicity": self.publicity(body),
            "cost": cost(issued, body),
            "entries": entries,
        })
    }

    fn json(&self) -> Value {
        let issued = self.issued;
        let bodies: Vec<_> = issued.bodies.iter().map(|body| self.of_body(*body)).collect();
        let mut json = json!(issued);
        json["name"] = json!(self.profile.instrument(issued.instrument).map(|rule| &rule.name));
        json["bodies"] = json!(bodies);
        case::unseal(&mut json);
        json
    }
}

fn seen<'a>(office: &'a Office, case: &'a Case, issued: &'a Issued) -> Outcome<Seen<'a>> {
    let profile = office.profile_of(case)?;
    Ok(Seen { case, issued, profile, calendar: office.calendar(), today: office.today() })
}

pub(super) fn list(call: &mut Call, args: &ListArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.case)?.case;
    let all = case.issued.iter().map(|issued| seen(&office, &case, issued)).collect::<Outcome<Vec<_>>>()?;
    if call.manner.json {
        return call.out.json(&all.iter().map(Seen::json).collect::<Vec<_>>());
    }
    let heads =
        ["cli-head-number", "cli-head-instrument", "cli-head-issued", "cli-head-after", "cli-head-phase"]
            .map(|key| call.out.t(key));
    let language = call.manner.language;
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let phases: Vec<_> =
                one.issued.bodies.iter().map(|body| in_words(call, &one.phase(*body))).collect();
            vec![
                one.issued.number.to_string(),
                one.name(language),
                one.issued.issued_on.to_string(),
                one.issued.after.map(|after| after.to_string()).unwrap_or_default(),
                phases.join(" · "),
            ]
        })
        .collect();
    call.out.table(&heads, &rows)
}

pub(super) fn show(call: &mut Call, args: &ShowArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.about.case)?.case;
    super::issued(&case, args.about.instrument_number)?;
    told(call, &office, &case, InstrumentNumber(args.about.instrument_number))
}

/// An instrument as it stands, with each of its bodies.
pub(in crate::cli) fn told(
    call: &mut Call,
    office: &Office,
    case: &Case,
    number: InstrumentNumber,
) -> Outcome {
    let seen = seen(office, case, super::issued(case, number.0)?)?;
    if call.manner.json {
        return call.out.json(&seen.json());
    }
    let name = seen.name(call.manner.language);
    let values = vec![
        ("reference", case.reference.to_string().into()),
        ("number", number.to_string().into()),
        ("name", name.into()),
        ("date", seen.issued.issued_on.to_string().into()),
    ];
    let head = call.out.tr("cli-instrument-head", values);
    let head = call.out.styled(Style::Strong, &head);
    call.out.line(&head)?;
    let all = office.bodies(&seen.issued.bodies)?;
    for body in &seen.issued.bodies {
        let called = all.iter().find(|one| one.id == *body).map(|one| one.name.get(call.manner.language));
        let phase = in_words(call, &seen.phase(*body));
        call.out.line(&format!("  {}: {phase}", called.unwrap_or_default()))?;
        for step in seen.publicity(*body) {
            let line = step_in_words(call, &step);
            call.out.line(&format!("    {line}"))?;
        }
        if let Some(cost) = cost(seen.issued, *body) {
            let values = vec![
                ("claimed", cost.claimed.to_string().into()),
                ("paid", cost.paid.to_string().into()),
                ("date", cost.demanded_on.to_string().into()),
            ];
            let line = call.out.tr("cli-instrument-cost", values);
            call.out.line(&format!("    {line}"))?;
        }
    }
    Ok(())
}

pub(super) fn publicity(call: &mut Call, args: &PublicityArgs) -> Outcome {
    let office = call.office()?;
    let case = desk::case(&office, &args.about.case)?.case;
    let issued = super::issued(&case, args.about.instrument_number)?;
    let body = match (&args.about.body, issued.bodies.as_slice()) {
        (None, [only]) => *only,
        (typed, _) => desk::body_of(&office, &case, typed.as_deref())?,
    };
    let steps = seen(&office, &case, issued)?.publicity(body);
    if call.manner.json {
        return call.out.json(&steps);
    }
    let heads = ["cli-head-step", "cli-head-what", "cli-head-duty-of", "cli-head-due", "cli-head-state"]
        .map(|key| call.out.t(key));
    let language = call.manner.language;
    let mut rows = Vec::new();
    for step in &steps {
        let holder = match step.holder {
            Holder::Office => call.out.t("cli-the-office"),
            Holder::Body { body } => office
                .bodies(&[body])?
                .first()
                .map(|body| body.name.get(language).to_owned())
                .unwrap_or_default(),
        };
        rows.push(vec![
            step.step.clone(),
            step.what.as_ref().map(|what| what.get(language).to_owned()).unwrap_or_default(),
            holder,
            step.due.as_ref().map(|due| due.date.to_string()).unwrap_or_default(),
            state_in_words(call, &step.state),
        ]);
    }
    call.out.table(&heads, &rows)
}

fn in_words(call: &Call, phase: &Phase) -> String {
    let (key, on) = match phase {
        Phase::NoResponseNeeded => ("cli-phase-no-response-needed", None),
        Phase::NotReceived => ("cli-phase-not-received", None),
        Phase::AwaitingResponse { by } => ("cli-phase-awaiting-response", Some(by.date)),
        Phase::Responded { on } => ("cli-phase-responded", Some(*on)),
        Phase::Confirming { by: Some(by) } => ("cli-phase-confirming", Some(by.date)),
        Phase::Confirming { by: None } => ("cli-phase-confirming-undated", None),
        Phase::Satisfied { on } => ("cli-phase-satisfied", Some(*on)),
        Phase::Default { grounds } => {
            let grounds: Vec<_> = grounds.iter().map(ToString::to_string).collect();
            return call.out.tr("cli-phase-default", vec![("grounds", grounds.join(", ").into())]);
        }
    };
    match on {
        Some(on) => call.out.tr(key, vec![("date", on.to_string().into())]),
        None => call.out.t(key),
    }
}

fn step_in_words(call: &Call, step: &PublicityStep) -> String {
    let what = step.what.as_ref().map(|what| what.get(call.manner.language).to_owned());
    let due = step.due.as_ref().map(|due| due.date.to_string()).unwrap_or_default();
    let state = state_in_words(call, &step.state);
    format!("{}  {}  {due}  {state}", step.step, what.unwrap_or_default())
}

fn state_in_words(call: &Call, state: &PublicityState) -> String {
    let key = match state {
        PublicityState::WaitsForReceipt => "cli-publicity-waits-for-receipt",
        PublicityState::WaitsForNotice => "cli-publicity-waits-for-notice",
        PublicityState::WaitsForForm => "cli-publicity-waits-for-form",
        PublicityState::Due => "cli-publicity-due",
        PublicityState::Overdue => "cli-publicity-overdue",
        PublicityState::Lifted { .. } => "cli-publicity-lifted",
        PublicityState::Done { on, by_office } => {
            let key = if *by_office { "cli-publicity-done-by-office" } else { "cli-publicity-done" };
            return call.out.tr(key, vec![("date", on.to_string().into())]);
        }
    };
    call.out.t(key)
}
