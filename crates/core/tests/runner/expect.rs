//! What a scenario may expect after a step, one phrase to a line; a step that expects no refusal must happen.

use amends_core::{
    duty::{self, Duty},
    event::Event,
    id::RecommendationNumber,
    index::index,
    letter::{Letter, Recipient},
    recommendation::{Judgement, Recommendation, TreatedReason},
    recurrence::EarlierRef,
};
use jiff::civil::Date;

use super::{
    expect_instruments, expect_keeping,
    read::Step,
    steps::said,
    world::{Outcome, World, date, number},
};

type Told<T> = Result<T, String>;

/// Checks everything a step expects.
pub fn check(world: &World, step: &Step, outcome: &Outcome) -> Told<()> {
    let stopped = |expected: &String| expected.starts_with("refused") || expected.starts_with("denied");
    match outcome {
        Outcome::Happened(_) => {}
        Outcome::Refused(refusal) if !step.expected.iter().any(stopped) => {
            return Err(format!(
                "refused {} {} (field {:?}, {:?})",
                refusal.source_of_rule, refusal.code, refusal.field, refusal.args
            ));
        }
        Outcome::Denied(denial) if !step.expected.iter().any(stopped) => {
            return Err(format!("denied {denial}"));
        }
        Outcome::Refused(_) | Outcome::Denied(_) => {}
    }
    step.expected.iter().try_for_each(|expected| hold(world, expected, outcome))
}

fn same(what: &str, expected: impl PartialEq<String> + std::fmt::Debug, found: String) -> Told<()> {
    if expected == found { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}")) }
}

fn hold(world: &World, expected: &str, outcome: &Outcome) -> Told<()> {
    let case = world.case()?;
    if let Some(rest) = expected.strip_prefix("refused ") {
        let Outcome::Refused(refusal) = outcome else {
            return Err(format!("expected a refusal, found {outcome:?}"));
        };
        return same("refusal", rest, format!("{} {}", refusal.source_of_rule, refusal.code));
    }
    if let Some(rest) = expected.strip_prefix("denied ") {
        let Outcome::Denied(denial) = outcome else {
            return Err(format!("expected a denial, found {outcome:?}"));
        };
        return same("denial", rest, denial.code().to_owned());
    }
    if let Some(rest) = expected.strip_prefix("stage ") {
        return same("stage", rest, case.stage().code().replace('_', " "));
    }
    if let Some(rest) = expected.strip_prefix("compliance ") {
        return same("compliance", rest, case.compliance().code().replace('_', " "));
    }
    if let Some(rest) = expected.strip_prefix("owed: ") {
        let owed = owed(world)?;
        return rest.split(',').map(str::trim).try_for_each(|wanted| {
            owed.iter()
                .any(|one| one == wanted)
                .then_some(())
                .ok_or(format!("{wanted:?} is not owed: {owed:?}"))
        });
    }
    if let Some(rest) = expected.strip_prefix("not owed: ") {
        let owed = owed(world)?;
        let found = owed.iter().find(|one| one.starts_with(rest));
        return found.map_or(Ok(()), |found| Err(format!("{found:?} is owed")));
    }
    if let Some(rest) = expected.strip_prefix("letters: ") {
        let mut wanted: Vec<_> = rest.split(',').map(|one| one.trim().to_owned()).collect();
        let mut found = letters(world, outcome);
        wanted.sort();
        found.sort();
        return if wanted == found {
            Ok(())
        } else {
            Err(format!("letters: expected {wanted:?}, found {found:?}"))
        };
    }
    if expected == "no letter" {
        let found = letters(world, outcome);
        return if found.is_empty() { Ok(()) } else { Err(format!("letters {found:?}")) };
    }
    if expected == "nothing new" {
        return match outcome {
            Outcome::Happened(events) if events.is_empty() => Ok(()),
            other => Err(format!("expected nothing new, found {other:?}")),
        };
    }
    if let Some(rest) = expected.strip_prefix("warnings: ") {
        return warnings(rest, outcome);
    }
    if let Some(rest) = expected.strip_prefix("silent: ") {
        let silent = case.comments_closed.as_ref().ok_or("comments are open")?;
        let names: Vec<_> = silent.iter().map(|body| world.name_of(*body)).collect();
        return same("silent", rest, if names.is_empty() { "nobody".to_owned() } else { names.join(", ") });
    }
    if let Some([day, rest]) = said("preview {}: {}", expected).as_deref() {
        return preview(world, date(day)?, rest);
    }
    if let Some(rest) = expected.strip_prefix("look again ") {
        let found = index(case, &world.profile, &world.calendar).case.look_again_on;
        return same("look again", rest, found.map_or("never".to_owned(), |day| day.to_string()));
    }
    if let Some(rest) = expected.strip_prefix("special report ") {
        let can = if case.settlement_can_be_relied_on() { "possible" } else { "impossible" };
        return same("special report on the agreement", rest, can.to_owned());
    }
    if let Some(rest) = expected.strip_prefix("last evidence ") {
        let Outcome::Happened(events) = outcome else { return Err("nothing happened".to_owned()) };
        let closed = events.iter().find_map(|event| match event {
            Event::ComplianceClosed { last_evidence_on, .. } => Some(*last_evidence_on),
            _ => None,
        });
        return same(
            "last evidence",
            rest,
            format!("{}", closed.flatten().ok_or("compliance did not close")?),
        );
    }
    expect_instruments::hold(world, expected)
        .or_else(|| super::expect_recurrence::hold(world, expected))
        .or_else(|| super::expect_apart::holds(world, expected))
        .or_else(|| expect_keeping::hold(world, expected))
        .unwrap_or_else(|| of_one(world, expected))
}

/// What is expected of one recommendation.
fn of_one(world: &World, expected: &str) -> Told<()> {
    let (of, rest) = expected.split_once(' ').unwrap_or((expected, ""));
    let number = number(of).map_err(|_| format!("{expected:?} is nothing that can be expected"))?;
    let case = world.case()?;
    let one = case.recommendation(number).ok_or_else(|| format!("there is no {of}"))?;
    let row = index(case, &world.profile, &world.calendar);
    let row = row.recommendations.into_iter().find(|row| row.number == number).ok_or("no row")?;
    if let Some(day) = rest.strip_prefix("evidence due ") {
        let found = one.evidence_due_on().map_or("none".to_owned(), |due| due.to_string());
        return same("evidence due", day, found);
    }
    if let Some(days) = rest.strip_prefix("dates ") {
        let found: Vec<_> =
            one.dates.iter().map(|version| version.evidence_due_on.date.to_string()).collect();
        return same("dates", days, found.join(", "));
    }
    if let Some(days) = rest.strip_prefix("overdue ") {
        return same(
            "days overdue",
            days,
            one.days_overdue(world.today).map_or("not".to_owned(), |n| n.to_string()),
        );
    }
    if let Some(times) = rest.strip_prefix("chased ") {
        let sent = one.chases.iter().filter(|chase| !chase.undelivered).count();
        return same("times chased", times, format!("{sent} times"));
    }
    if let Some([kinds]) = said("was {} in draft 1", rest).as_deref() {
        let terms = one.in_drafts.iter().find(|(draft, _)| *draft == 1).ok_or("it was in no draft")?;
        let amount = terms.1.amount.as_ref().map(|amount| amount.ceiling().to_string());
        return same("in draft 1", *kinds, amount.unwrap_or_default());
    }
    let found = || format!("found {one:?}");
    let holds = match rest {
        "asked late" => one.extensions.last().is_some_and(|request| request.late),
        "asked in time" => one.extensions.last().is_some_and(|request| !request.late),
        "answered in time" => case.answered_in_time(one) == Some(true),
        "answered late" => case.answered_in_time(one) == Some(false),
        "agreed" => one.is_agreed(),
        "not agreed" => !one.is_agreed(),
        "checked with others" => one.position().is_some_and(|position| position.checked_with.is_some()),
        "was agreed before" => {
            matches!(one.judgement, Some(Judgement::Refused { after_agreement: true, .. }))
        }
        "was never agreed" => {
            matches!(one.judgement, Some(Judgement::Refused { after_agreement: false, .. }))
        }
        "declined by the complainant" => {
            let reason = |judgement: &Judgement| {
                matches!(
                    judgement,
                    Judgement::TreatedAsMet { reason: TreatedReason::ComplainantDeclined { .. }, .. }
                )
            };
            one.judgement.as_ref().is_some_and(reason)
        }
        "extension open" => row.extension_open,
        "extended" => row.extended,
        "not extended" => !row.extended,
        "grantor kept" => one
            .extensions
            .last()
            .and_then(|request| request.decision.as_ref())
            .is_some_and(|decision| decision.decided_by.is_some() && decision.until_then.is_some()),
        "not had" => one.had_it == Some(false),
        "counts" => one.decided,
        "does not count yet" => !one.decided,
        _ => return state(one, rest),
    };
    if holds { Ok(()) } else { Err(format!("{expected:?} does not hold: {}", found())) }
}

/// `met late 16 days`, `due`, `met on time`.
fn state(one: &Recommendation, expected: &str) -> Told<()> {
    let mut found = one.state().code().replace('_', " ");
    if let Some(Judgement::Met { days_late, .. }) = &one.judgement
        && expected.contains("day")
    {
        found = format!("{found} {days_late} days");
    }
    if let Some(Judgement::Superseded { by }) = &one.judgement {
        found = format!("{found} by R{by}");
    }
    same("state", expected, found)
}

fn listed(numbers: &[RecommendationNumber]) -> String {
    numbers.iter().map(|number| format!("R{number}")).collect::<Vec<_>>().join(" ")
}

/// What is owed today, in the words of scenarios.
pub fn owed(world: &World) -> Told<Vec<String>> {
    let case = world.case()?;
    let owed = duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances);
    let again = duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances);
    if owed != again {
        return Err("what is owed differs when asked twice".to_owned());
    }
    Ok(owed.iter().map(|duty| duty_words(world, duty)).collect())
}

fn duty_words(world: &World, duty: &Duty) -> String {
    match duty {
        Duty::Chase { number, body, step, .. } => {
            format!("chase {step} R{number} to {}", world.name_of(*body))
        }
        Duty::Escalate { number, .. } => format!("escalate R{number}"),
        Duty::ConsiderComments { .. } => "consider comments".to_owned(),
        Duty::RemindToComment { body, .. } => format!("remind {}", world.name_of(*body)),
        Duty::RecordSettlement => "record agreement".to_owned(),
        Duty::CloseWithAgreedActions => "close".to_owned(),
        Duty::IssueFinalDecision => "issue decision".to_owned(),
        Duty::DecideOnPublicReport => "decide on public report".to_owned(),
        Duty::ReviewEvidence { number, .. } => format!("review R{number}"),
        Duty::DecideExtension { number, .. } => format!("decide extension R{number}"),
        Duty::FollowUp { number, .. } => format!("follow up R{number}"),
        Duty::CoordinatorTask { body, evidence_due_on, numbers, master } => {
            let master = if *master { " master" } else { "" };
            format!("task {} {evidence_due_on} {}{master}", world.name_of(*body), listed(numbers))
        }
        Duty::RecordReceipt { body } => format!("record receipt {}", world.name_of(*body)),
        Duty::MendAddress { body } => format!("mend address {}", world.name_of(*body)),
        Duty::FindChiefExecutive { body, .. } => format!("find chief executive {}", world.name_of(*body)),
        Duty::ConsiderSpecialReport { number } => format!("consider special report R{number}"),
        Duty::DecideAfterWithdrawal => "decide after withdrawal".to_owned(),
        // Earlier improvements.
        Duty::ReferToEarlier { earlier } => {
            let all: Vec<_> = earlier.iter().map(EarlierRef::whole).collect();
            format!("refer to {}", all.join(" "))
        }
        Duty::ReflectRecurrence { body } => format!("reflect recurrence {}", world.name_of(*body)),
        Duty::ConsiderRecurrence { body } => format!("consider recurrence {}", world.name_of(*body)),
        // Escalation and handling.
        Duty::RecordHandling { number, because, .. } => format!("note handling R{number} of event {because}"),
        Duty::FollowSuccessor { body, numbers } => {
            format!("follow successor of {} {}", world.name_of(*body), listed(numbers))
        }
        Duty::DecideOnClosure { body, numbers } => {
            format!("decide on closure of {} {}", world.name_of(*body), listed(numbers))
        }
        Duty::DecideUnderFreeze { number, .. } => format!("decide under freeze R{number}"),
        Duty::Translate { numbers, ordered_on, .. } => {
            let ordered = if ordered_on.is_some() { " (ordered)" } else { "" };
            format!("translate {}{ordered}", listed(numbers))
        }
        other => expect_instruments::duty_words(world, other).unwrap_or_default(),
    }
}

fn letters(world: &World, outcome: &Outcome) -> Vec<String> {
    let Outcome::Happened(events) = outcome else { return Vec::new() };
    let name = |letter: &Letter| {
        let to = match letter.recipient {
            Recipient::Body { body } => world.name_of(body),
            Recipient::Complainant => "complainant",
        };
        format!("{} to {to}", letter.letter.code().replace('_', " "))
    };
    events
        .iter()
        .filter_map(|event| match event {
            Event::LetterOwed(letter) => Some(name(letter)),
            _ => None,
        })
        .collect()
}

fn warnings(expected: &str, outcome: &Outcome) -> Told<()> {
    let Outcome::Happened(events) = outcome else { return Err(format!("nothing happened: {outcome:?}")) };
    let found = events.iter().find_map(|event| match event {
        Event::EvidenceReceived { warnings, .. } => Some(warnings),
        _ => None,
    });
    let found = found.ok_or("no evidence came")?;
    let mut words: Vec<_> = found
        .iter()
        .map(|warning| {
            serde_json::to_value(warning).map(|value| value.as_str().unwrap_or("?").replace('_', " "))
        })
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())?;
    words.sort();
    same("warnings", expected, if words.is_empty() { "none".to_owned() } else { words.join(", ") })
}

fn preview(world: &World, on: Date, expected: &str) -> Told<()> {
    let case = world.case()?;
    let would = duty::preview(case, &world.profile, &world.calendar, world.today, on, &world.circumstances);
    let found: Vec<_> = would.iter().map(|one| format!("{} R{}", one.step, one.number)).collect();
    same("preview", expected, if found.is_empty() { "nothing".to_owned() } else { found.join(", ") })
}
