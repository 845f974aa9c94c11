//! What is recorded of an instrument and ruled on it: each a form, looked at once more before it is recorded.

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{Issued, PublicityStep, Ruled, Told},
    profile::{InstrumentRule, ResponsePart},
    text::Language,
};
use axum::extract::{Path, State};

use super::{
    super::{
        asking::{Drawn, FormRule, Given, Sort, may, must},
        confirming::{self, Checked, Words},
        matter::{Matter, Seen},
        next_step::may as allowed,
        shown::Choice,
    },
    one,
};
use crate::{
    office::{ActError, Office, Sealer},
    web::{
        app::{Answer, App, see},
        form::Form,
        visit::Staff,
    },
};

const fn form(name: &'static str, fields: &'static [super::super::asking::FieldRule]) -> FormRule {
    FormRule { words: "instrument-", name, fields }
}

const RECEIPT: FormRule = form(
    "receipt",
    &[must("received_on", Sort::Day), must("shown_by", Sort::Line), may("disputed", Sort::Words)],
);
const NOTIFIED: FormRule =
    form("notified", &[must("received_on", Sort::Day), may("action", Sort::Words), may("within", Sort::Day)]);
const CONSIDERED: FormRule =
    form("considered", &[must("considered_on", Sort::Day), must("shown_by", Sort::Line)]);
const LONGER: FormRule = form(
    "longer",
    &[
        must("period", Sort::One),
        must("until", Sort::Day),
        must("reason", Sort::Words),
        may("in_writing", Sort::Tick),
    ],
);
const ASSESSED: FormRule =
    form("assessed", &[must("with_action", Sort::YesNo), must("reasons", Sort::Words)]);
const ASSESSED_WITH_PERIOD: FormRule = form(
    "assessed",
    &[must("with_action", Sort::YesNo), must("with_period", Sort::YesNo), must("reasons", Sort::Words)],
);
const NO_ACTION: FormRule = form("no-action", &[must("basis", Sort::Words)]);
const CONFIRMATION: FormRule = form(
    "confirmation",
    &[may("evidence", Sort::Some), must("satisfactory", Sort::YesNo), must("reasons", Sort::Words)],
);
const AGREED: FormRule = form("form", &[must("agreed_on", Sort::Day), must("with", Sort::Line)]);
const PUBLISHED: FormRule = form(
    "published",
    &[
        must("step", Sort::One),
        must("published_on", Sort::Day),
        may("until", Sort::Day),
        may("names", Sort::Day),
        must("shown_by", Sort::Line),
        may("evidence", Sort::One),
        may("by_office", Sort::Words),
    ],
);
const LIFTED: FormRule =
    form("lifted", &[must("step", Sort::One), must("how", Sort::One), must("reasons", Sort::Words)]);
const CLAIMED: FormRule =
    form("claimed", &[must("amount", Sort::Sum), must("what", Sort::Line), must("demanded_on", Sort::Day)]);
const PAID: FormRule =
    form("paid", &[must("amount", Sort::Sum), must("paid_on", Sort::Day), must("shown_by", Sort::Line)]);
const LAID: FormRule = form("laid", &[must("laid_on", Sort::Day), must("shown_by", Sort::Line)]);

/// What may be recorded of an instrument, in the order in which it usually comes.
fn offered(rule: &InstrumentRule, issued: &Issued, steps: &[PublicityStep]) -> Vec<FormRule> {
    let wants_period =
        rule.response.as_ref().is_some_and(|response| response.parts.contains(&ResponsePart::Period));
    let answered = rule.response.is_some();
    let all = [
        (RECEIPT, true),
        (NOTIFIED, answered),
        (CONSIDERED, rule.refusal_by_authority.is_some()),
        (LONGER, answered || rule.form_clock.is_some()),
        (if wants_period { ASSESSED_WITH_PERIOD } else { ASSESSED }, answered),
        (NO_ACTION, answered),
        (CONFIRMATION, answered),
        (AGREED, rule.form_clock.is_some()),
        (PUBLISHED, !steps.is_empty()),
        (LIFTED, steps.iter().any(|step| step.may_be_lifted)),
        (CLAIMED, rule.cost.is_some()),
        (PAID, rule.cost.is_some()),
        (LAID, issued.to_be_laid),
    ];
    all.into_iter().filter(|(_, offered)| *offered).map(|(form, _)| form).collect()
}

/// The kind of command a form asks.
fn kind(name: &str) -> CommandKind {
    match name {
        "receipt" => CommandKind::RecordReceipt,
        "longer" | "assessed" | "no-action" | "confirmation" | "lifted" | "claimed" => {
            CommandKind::RuleOnInstrument
        }
        _ => CommandKind::RecordOfInstrument,
    }
}

/// The forms for one body that this member of staff may use.
pub(super) fn drawn(
    matter: &Matter,
    staff: &Staff,
    (issued, rule): (&Issued, &InstrumentRule),
    place: usize,
    steps: &[PublicityStep],
) -> Vec<Drawn> {
    let base =
        format!("/{}/cases/{}/instruments/{}", matter.language.tag(), matter.case.reference, issued.number);
    let body = issued.bodies.get(place).copied();
    let about = match body {
        Some(body) if issued.bodies.len() > 1 => matter.body(body),
        Some(_) | None => String::new(),
    };
    let offered = offered(rule, issued, steps).into_iter();
    let theirs = offered.filter(|form| allowed(&staff.actor(), kind(form.name)));
    let drawn = theirs.map(|form| {
        let (id, action) = (id(&form, place), format!("{base}/{}/{place}", form.name));
        form.drawn(&id, &action, &about, matter.language, |field| options(matter, rule, body, steps, field))
    });
    drawn.collect()
}

fn id(form: &FormRule, place: usize) -> String {
    format!("{}-{place}", form.name)
}

fn options(
    matter: &Matter,
    rule: &InstrumentRule,
    body: Option<BodyId>,
    steps: &[PublicityStep],
    field: &str,
) -> Vec<Choice> {
    let none = Choice::none(matter.language);
    let named = |code: &str| Choice::new(code, matter.t(&format!("instrument-choice-{code}")));
    let sent = matter.case.evidence.iter().map(|one| &one.submission).filter(|one| Some(one.body) == body);
    let sent = sent.map(|one| {
        let numbers: Vec<_> = one.targets.iter().map(|target| matter.reference(target.number)).collect();
        let text = format!("{} – {}", matter.date(one.received_on), numbers.join(", "));
        Choice::new(one.evidence.to_string(), text)
    });
    match field {
        "step" => {
            let step = |step: &PublicityStep| {
                let what = step.what.as_ref().map(|what| what.get(matter.language).to_owned());
                Choice::new(&step.step, what.unwrap_or_else(|| matter.t("publicity-as-directed")))
            };
            std::iter::once(none).chain(steps.iter().map(step)).collect()
        }
        "how" => vec![none, named("directed"), named("disapplied")],
        "period" => {
            let confirms = rule.response.as_ref().is_some_and(|one| one.confirmation_clock.is_some());
            let mut all = vec![none];
            all.extend(rule.response.is_some().then(|| named("response")));
            all.extend(confirms.then(|| named("confirmation")));
            all.extend(rule.form_clock.is_some().then(|| named("form")));
            all
        }
        "evidence" => sent.collect(),
        _ => Vec::new(),
    }
}

pub(super) async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number, name, place)): Path<(String, u8, String, usize)>,
    form: Form,
) -> Answer {
    let (number, language) = (InstrumentNumber(number), staff.visit.language);
    let wanted = reference.clone();
    // The fields of a form follow from the rule of the instrument, which stands in the case.
    let rule = app
        .work(move |office| {
            let matter = Matter::load(office, &wanted, language)?;
            let profile = office.profile_of(&matter.case)?;
            let (issued, rule) = one::found(&matter, profile, number)?;
            let body = *issued.bodies.get(place).ok_or(ActError::NotFound("body"))?;
            let steps = amends_core::issued::publicity(
                &matter.case,
                issued,
                body,
                profile,
                office.calendar(),
                matter.today,
            );
            let form = offered(rule, issued, &steps).into_iter().find(|form| form.name == name);
            form.map(|form| (form, body)).ok_or(ActError::NotFound("form"))
        })
        .await?;
    let (rule, body) = rule;
    let fields = id(&rule, place);
    if let Err(errors) = rule.read(&fields, &form, language) {
        return one::draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await;
    }
    let words = Words {
        section: "/instruments",
        title: "instrument-check",
        button: "instrument-record",
        consequences: Vec::new(),
    };
    let (typed, asked) = (form.clone(), fields.clone());
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        command(&rule, &asked, &typed, language, (number, body), sealer).map(|command| vec![command])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            let path = format!("/cases/{reference}/instruments/{number}?done=instrument-recorded");
            Ok(see(staff.visit.to(&path)))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            let errors = rule.led(&fields, errors);
            one::draw(&app, &staff, &reference, number, Seen::again(&form, errors)).await
        }
    }
}

fn command(
    rule: &FormRule,
    id: &str,
    form: &Form,
    language: Language,
    (instrument, body): (InstrumentNumber, BodyId),
    sealer: &mut Sealer,
) -> Result<Command, ActError> {
    let unread = || ActError::NotFound("form");
    let given = rule.read(id, form, language).map_err(|_| unread())?;
    match kind(rule.name) {
        CommandKind::RecordReceipt => Ok(Command::RecordReceipt {
            body,
            received_on: given.day("received_on").ok_or_else(unread)?,
            shown_by: sealer.words(&given.text("shown_by"))?,
            disputed: sealer.optional(&given.text("disputed"))?,
            instrument: Some(instrument),
        }),
        CommandKind::RuleOnInstrument => {
            let ruled = ruled(rule.name, &given, sealer)?.ok_or_else(unread)?;
            Ok(Command::RuleOnInstrument { instrument, body, ruled })
        }
        _ => {
            let told = told(rule.name, &given, sealer)?.ok_or_else(unread)?;
            Ok(Command::RecordOfInstrument { instrument, body, told })
        }
    }
}

fn told(name: &str, given: &Given<'_>, sealer: &mut Sealer) -> Result<Option<Told>, ActError> {
    let shown_by = sealer.words(&given.text("shown_by"))?;
    let day = |field: &str| given.day(field);
    Ok(match name {
        "notified" => {
            let action = sealer.optional(&given.text("action"))?;
            day("received_on").map(|received_on| Told::Notified {
                received_on,
                action,
                within: day("within"),
            })
        }
        "considered" => {
            day("considered_on").map(|considered_on| Told::ConsideredByAuthority { considered_on, shown_by })
        }
        "form" => {
            let with = sealer.words(&given.text("with"))?;
            day("agreed_on").map(|agreed_on| Told::FormAgreed { agreed_on, with })
        }
        "published" => {
            let by_office = sealer.optional(&given.text("by_office"))?;
            day("published_on").map(|published_on| Told::Published {
                step: given.text("step"),
                published_on,
                until: day("until"),
                names: day("names"),
                shown_by,
                evidence: given.one("evidence"),
                by_office,
            })
        }
        "paid" => given.sum("amount").zip(day("paid_on")).map(|(amount, paid_on)| Told::CostPaid {
            amount,
            paid_on,
            shown_by,
        }),
        "laid" => day("laid_on").map(|laid_on| Told::Laid { laid_on, shown_by }),
        _ => None,
    })
}

fn ruled(name: &str, given: &Given<'_>, sealer: &mut Sealer) -> Result<Option<Ruled>, ActError> {
    let mut words = |field: &str| sealer.words(&given.text(field));
    Ok(match name {
        "longer" => {
            let reason = words("reason")?;
            given.word("period").zip(given.day("until")).map(|(period, until)| Ruled::LongerPeriod {
                period,
                until,
                reason,
                in_writing: given.ticked("in_writing"),
            })
        }
        "assessed" => {
            let (reasons, with_period) = (words("reasons")?, given.yes("with_period"));
            given.yes("with_action").map(|with_action| Ruled::ResponseAssessed {
                with_action,
                with_period,
                reasons,
            })
        }
        "no-action" => Some(Ruled::NoAction { basis: words("basis")? }),
        "confirmation" => {
            let (reasons, evidence) = (words("reasons")?, given.some("evidence"));
            given.yes("satisfactory").map(|satisfactory| Ruled::ConfirmationAssessed {
                evidence,
                satisfactory,
                reasons,
            })
        }
        "lifted" => {
            let (reasons, step) = (words("reasons")?, given.text("step"));
            given.word("how").map(|how| Ruled::PublicityLifted { step, how, reasons })
        }
        "claimed" => {
            let what = words("what")?;
            given
                .sum("amount")
                .zip(given.day("demanded_on"))
                .map(|(amount, demanded_on)| Ruled::CostClaimed { amount, what, demanded_on })
        }
        _ => None,
    })
}
