//! The phrases of a step about reports, notices and escalation.

use amends_core::{
    actor::Actor,
    case::Check,
    command::Command,
    id::{BodyId, CaseId, CaseReference},
    instrument::{GroundId, Instrument, InstrumentNumber},
    issued::{
        ContractingBody, InstrumentComment, Lift, OnPeriod, Preparation, Relation, Ruled, RunningPeriod, Told,
    },
    profile::EscalationStep,
};
use uuid::Uuid;

use super::{
    described::{evidence, money, terms},
    steps::said,
    world::{World, date, number, words},
};

type Read = Result<Option<Vec<Command>>, String>;

fn one(command: Command) -> Read {
    Ok(Some(vec![command]))
}

/// What an office under the law of Wales records before it ends an investigation by the alternative route, where a
/// scenario is about something else: that the public interest was considered, and that no agreement on the period was
/// reached with the complainant.
pub fn before_alternative_report(world: &World) -> Result<Vec<Command>, String> {
    let case = world.case()?;
    let mut all = Vec::new();
    if !case.has_check(Check::PublicInterest) {
        let note = words("the public interest does not call for a report");
        all.push(Command::RecordCheck { check: Check::PublicInterest, version: None, note });
    }
    if case.period_agreed.is_none() && case.latest_draft().is_some() && !case.is_decided() {
        let complainant = OnPeriod::NotPossible { reason: words("she did not say") };
        all.push(Command::RecordPeriod { complainant });
    }
    Ok(all)
}

/// The decision, by the instrument that is named or the office's usual one.
pub fn decision(world: &mut World, what: &str) -> Read {
    if what == "discontinues by agreed action" {
        return one(Command::DiscontinueBySettlement {
            on: world.today,
            reason: words("nothing more to find"),
        });
    }
    let Some(rest) = what.strip_prefix("issues decision") else { return Ok(None) };
    let (rest, decided_on) = match rest.split_once(" dated ") {
        Some((rest, day)) => (rest, date(day)?),
        None => (rest, world.today),
    };
    let instrument = match rest.trim() {
        "" if world.profile.rule("W-27").is_some() => Instrument::ReportWithoutPublicity,
        "" => Instrument::DecisionLetter,
        "as report" => Instrument::Report,
        "as alternative report" => Instrument::ReportWithoutPublicity,
        "as statement of reasons" => Instrument::StatementOfReasons,
        other => return Err(format!("{other:?} is no instrument")),
    };
    let usual = rest.trim().is_empty() && instrument == Instrument::ReportWithoutPublicity;
    let mut all = if usual { before_alternative_report(world)? } else { Vec::new() };
    all.push(Command::IssueFinalDecision { instrument, decided_on });
    Ok(Some(all))
}

/// The phrases, one after another.
pub fn read(world: &mut World, actor: &Actor, what: &str) -> Read {
    for reader in [before, preparing, told, published, ruled, escalated] {
        if let Some(commands) = reader(world, actor, what)? {
            return Ok(Some(commands));
        }
    }
    Ok(None)
}

fn before(world: &mut World, _: &Actor, what: &str) -> Read {
    if let Some([criterion]) = said("records criterion {}", what).as_deref() {
        let criterion = criterion.strip_suffix(" without reasons");
        let (criterion, reasons) = match criterion {
            Some(criterion) => (criterion.to_owned(), words("")),
            None => (what["records criterion ".len()..].to_owned(), words("it stands in the file")),
        };
        return one(Command::RecordCriterion { criterion, reasons });
    }
    if let Some([name]) = said("gives {} notice of a report", what).as_deref() {
        let (body, reasons) = (world.body(name)?, words("the public should know"));
        return one(Command::GiveReportNotice { body, reasons });
    }
    if let Some([provider, health_body]) = said("records that {} is contracted by {}", what).as_deref() {
        let named =
            ContractingBody { provider: world.body(provider)?, health_body: world.body(health_body)? };
        return one(Command::NameContractingBody { named });
    }
    match what {
        "records that the complainant agrees to the period" => {
            one(Command::RecordPeriod { complainant: OnPeriod::Agreed { shown_by: words("her e-mail") } })
        }
        "records that no agreement on the period is possible" => one(Command::RecordPeriod {
            complainant: OnPeriod::NotPossible { reason: words("she wants it done in a week") },
        }),
        "records that no agreement on the period is possible without a reason" => {
            one(Command::RecordPeriod { complainant: OnPeriod::NotPossible { reason: words("") } })
        }
        _ => Ok(None),
    }
}

/// `prepares special report after 1 on s28(2)(a) about Ynys Council, body by 2026-05-01, complainant by 2026-05-01,
/// recommending apology, within 1 month | payment, of £100, within 1 month`. What is not said is left out.
fn preparing(world: &mut World, _: &Actor, what: &str) -> Read {
    if let Some(rest) = what.strip_prefix("prepares ") {
        let (rest, recommending) = match rest.split_once(", recommending ") {
            Some((rest, all)) => (rest, all.split(" | ").collect()),
            None => (rest, Vec::new()),
        };
        let mut parts = rest.split(", ");
        let first = parts.next().unwrap_or_default();
        let (first, name) = first.split_once(" about ").unwrap_or((first, ""));
        let (first, grounds) = first.split_once(" on ").ok_or("it rests on no ground")?;
        let (name_of_it, after) = match first.split_once(" after ") {
            Some((it, "the agreement")) => (it, None),
            Some((it, number)) => (it, Some(instrument_number(number)?)),
            None => return Err("it follows nothing".to_owned()),
        };
        let (mut body_by, mut complainant_by) = (None, None);
        for part in parts {
            match part.split_once(" by ") {
                Some(("body", day)) => body_by = Some(date(day)?),
                Some(("complainant", day)) => complainant_by = Some(date(day)?),
                _ => return Err(format!("{part:?} says nothing of a draft")),
            }
        }
        let recommendations =
            recommending.into_iter().map(|clauses| terms(world, clauses)).collect::<Result<Vec<_>, _>>()?;
        let instrument: Instrument =
            name_of_it.trim().replace(' ', "_").parse().map_err(|error| format!("{error}"))?;
        return one(Command::PrepareInstrument(Box::new(Preparation {
            instrument,
            after,
            body: world.body(name)?,
            grounds: grounds.split(" and ").map(|id| GroundId(id.trim().to_owned())).collect(),
            facts: words("what was promised, what was asked and what came"),
            recommendations,
            body_by,
            complainant_by,
        })));
    }
    let comment = |body: Option<BodyId>, acts_by_the_dates| InstrumentComment {
        body,
        comment: words("we have read it"),
        acts_by_the_dates,
        received_on: world.today,
    };
    match what {
        "enters the body's comment on the instrument" => {
            one(Command::CommentOnInstrument { comment: comment(Some(world.body("")?), false) })
        }
        "enters that the body will act by the dates" => {
            one(Command::CommentOnInstrument { comment: comment(Some(world.body("")?), true) })
        }
        "enters the complainant's comment on the instrument" => {
            one(Command::CommentOnInstrument { comment: comment(None, false) })
        }
        "issues the instrument" => one(Command::IssueInstrument { before_expiry: None }),
        "issues the instrument before the period ends" => {
            one(Command::IssueInstrument { before_expiry: Some(words("the provider is closing down")) })
        }
        _ => Ok(None),
    }
}

fn instrument_number(text: &str) -> Result<InstrumentNumber, String> {
    text.trim().parse().map(InstrumentNumber).map_err(|_| format!("{text:?} is no number of an instrument"))
}

/// `of 2: …` and `of 2 for Ynys Council: …`: which instrument, and which body.
fn about<'a>(
    world: &World,
    what: &'a str,
    verb: &str,
) -> Result<Option<(InstrumentNumber, BodyId, &'a str)>, String> {
    let Some(rest) = what.strip_prefix(verb).and_then(|rest| rest.strip_prefix(" of ")) else {
        return Ok(None);
    };
    let Some((which, rest)) = rest.split_once(": ") else { return Ok(None) };
    let (number, name) = which.split_once(" for ").unwrap_or((which, ""));
    Ok(Some((instrument_number(number)?, world.body(name)?, rest)))
}

fn told(world: &mut World, _: &Actor, what: &str) -> Read {
    if let Some([which, name, day]) = said("records receipt of {} by {} on {}", what).as_deref() {
        return one(Command::RecordReceipt {
            body: world.body(name)?,
            received_on: date(day)?,
            shown_by: words("signed delivery"),
            disputed: None,
            instrument: Some(instrument_number(which)?),
        });
    }
    let Some((instrument, body, rest)) = about(world, what, "records")? else { return Ok(None) };
    let today = world.today;
    let action = || Some(words("we will write to her"));
    let told = if let Some([day]) = said("notification of action and period until {}", rest).as_deref() {
        Told::Notified { received_on: today, action: action(), within: Some(date(day)?) }
    } else if let Some([amount]) = said("payment of {}", rest).as_deref() {
        Told::CostPaid { amount: money(amount)?, paid_on: today, shown_by: words("the bank statement") }
    } else if let Some([day]) = said("the form agreed on {}", rest).as_deref() {
        Told::FormAgreed { agreed_on: date(day)?, with: words("the head of legal services") }
    } else {
        match rest {
            "notification of action" => Told::Notified { received_on: today, action: action(), within: None },
            "an empty notification" => {
                Told::Notified { received_on: today, action: Some(words(" ")), within: None }
            }
            "that the authority itself considered it" => Told::ConsideredByAuthority {
                considered_on: today,
                shown_by: words("minutes of full council"),
            },
            "that it was laid" => Told::Laid { laid_on: today, shown_by: words("the order paper") },
            _ => return Ok(None),
        }
    };
    one(Command::RecordOfInstrument { instrument, body, told })
}

/// `records of 1: W-24n published on 2026-05-01, until 2026-05-22, names 2026-05-02, by the office`.
fn published(world: &mut World, _: &Actor, what: &str) -> Read {
    let Some((instrument, body, rest)) = about(world, what, "records")? else { return Ok(None) };
    let mut parts = rest.split(", ");
    let Some([step, day]) =
        parts.next().and_then(|first| said("{} published on {}", first)).as_deref().copied_pair()
    else {
        return Ok(None);
    };
    let (mut until, mut names, mut by_office) = (None, None, None);
    for part in parts {
        match part.split_once(' ') {
            Some(("until", day)) => until = Some(date(day)?),
            Some(("names", day)) => names = Some(date(day)?),
            Some(("by", "the office")) => by_office = Some(words("the body did not publish it")),
            _ => return Err(format!("{part:?} says nothing of a publication")),
        }
    }
    let told = Told::Published {
        step: step.to_owned(),
        published_on: date(day)?,
        until,
        names,
        shown_by: words("the page of the newspaper"),
        evidence: None,
        by_office,
    };
    one(Command::RecordOfInstrument { instrument, body, told })
}

/// Two texts of a pattern with two places.
trait Pair<'a> {
    fn copied_pair(self) -> Option<[&'a str; 2]>;
}

impl<'a> Pair<'a> for Option<&[&'a str]> {
    fn copied_pair(self) -> Option<[&'a str; 2]> {
        match self {
            Some([one, two]) => Some([*one, *two]),
            _ => None,
        }
    }
}

fn ruled(world: &mut World, _: &Actor, what: &str) -> Read {
    let Some((instrument, body, rest)) = about(world, what, "rules")? else { return Ok(None) };
    let longer = |period, until: &str, in_writing| {
        Ok::<_, String>(Ruled::LongerPeriod {
            period,
            until: date(until)?,
            reason: words("the committee meets in June"),
            in_writing,
        })
    };
    let assessed = |with_action, with_period| Ruled::ResponseAssessed {
        with_action,
        with_period,
        reasons: words("it does not reach what was recommended"),
    };
    let confirmed = |evidence, satisfactory| Ruled::ConfirmationAssessed {
        evidence,
        satisfactory,
        reasons: words("the letter as sent"),
    };
    let lifted = |step: &str, how, reasons: &str| Ruled::PublicityLifted {
        step: step.to_owned(),
        how,
        reasons: words(reasons),
    };
    let weighed = "the public interest was weighed against hers";
    let ruled = if let Some([until]) = said("longer to respond until {} by telephone", rest).as_deref() {
        longer(RunningPeriod::Response, until, false)?
    } else if let Some([until]) = said("longer to respond until {}", rest).as_deref() {
        longer(RunningPeriod::Response, until, true)?
    } else if let Some([until]) = said("longer to confirm until {}", rest).as_deref() {
        longer(RunningPeriod::Confirmation, until, true)?
    } else if let Some([until]) = said("longer to agree the form until {}", rest).as_deref() {
        longer(RunningPeriod::Form, until, true)?
    } else if let Some([name]) = said("confirmed by {}", rest).as_deref() {
        let evidence = if *name == "nothing" { Vec::new() } else { vec![evidence(world, name)?] };
        confirmed(evidence, true)
    } else if let Some([name]) = said("not confirmed by {}", rest).as_deref() {
        confirmed(vec![evidence(world, name)?], false)
    } else if let Some([step]) = said("{} disapplied without reasons", rest).as_deref() {
        lifted(step, Lift::Disapplied, "")
    } else if let Some([step]) = said("{} disapplied", rest).as_deref() {
        lifted(step, Lift::Disapplied, weighed)
    } else if let Some([step]) = said("{} directed", rest).as_deref() {
        lifted(step, Lift::Directed, weighed)
    } else if let Some([amount]) = said("cost of {} claimed", rest).as_deref() {
        Ruled::CostClaimed {
            amount: money(amount)?,
            what: words("two editions of the newspaper"),
            demanded_on: world.today,
        }
    } else {
        match rest {
            "satisfied" => assessed(true, None),
            "satisfied with action and period" => assessed(true, Some(true)),
            "not satisfied with the action" => assessed(false, None),
            "not satisfied with action, satisfied with period" => assessed(false, Some(true)),
            "satisfied with action, not with the period" => assessed(true, Some(false)),
            "no action decided" => Ruled::NoAction { basis: words("the letter of the director") },
            _ => return Ok(None),
        }
    };
    one(Command::RuleOnInstrument { instrument, body, ruled })
}

fn escalated(_: &mut World, _: &Actor, what: &str) -> Read {
    let reason = || words("nothing came, and nobody answers");
    if let Some([step, of, until]) = said("takes step {} on {} until {}", what).as_deref() {
        let (number, step) = (number(of)?, step_named(step)?);
        let evidence_due_on = Some(date(until)?);
        return one(Command::TakeEscalationStep { number, step, reason: reason(), evidence_due_on });
    }
    if let Some([step, of]) = said("takes step {} on {}", what).as_deref() {
        let (number, step) = (number(of)?, step_named(step)?);
        return one(Command::TakeEscalationStep { number, step, reason: reason(), evidence_due_on: None });
    }
    let linked = |number, relation| Command::LinkCase {
        case: CaseId(Uuid::from_u128(u128::from(number))),
        reference: CaseReference::new(2026, number),
        relation,
        reason: words("the agreed remedy was not provided"),
    };
    match what {
        "links the new case" => one(linked(2, Relation::FollowedBy)),
        "links the first case" => one(linked(3, Relation::ArisesFrom)),
        "links the case to itself" => one(linked(1, Relation::FollowedBy)),
        _ => Ok(None),
    }
}

fn step_named(text: &str) -> Result<EscalationStep, String> {
    let wanted = text.replace(' ', "_");
    EscalationStep::ALL
        .into_iter()
        .find(|step| step.code() == wanted)
        .ok_or_else(|| format!("{text:?} is no step of the menu"))
}
