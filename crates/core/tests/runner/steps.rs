//! The phrases of a step. Each is one line here; `{}` stands for what the scenario fills in.

use std::collections::BTreeMap;

use amends_core::{
    actor::{Actor, StaffRole},
    case::{AgreedBy, Check, ConsideredOutcome, ContactPurpose},
    command::Command,
    duty::{self, Duty},
    evidence::Shown,
    id::{BodyId, EvidenceId, ExtensionId, LinkId, PersonId, PostId, RecommendationNumber, StaffId},
    recommendation::{Answer, DropReason, ItemNumber, TreatedReason},
};
use uuid::Uuid;

use super::{
    described::{evidence, money, shown, submission, terms},
    read::Step,
    steps_instruments,
    world::{COMPLAINANT, Outcome, World, complainant, date, number, numbers, staff, words},
};

pub(super) type Told<T> = Result<T, String>;

/// The parts of a text that stand where a pattern has `{}`.
pub fn said<'a>(pattern: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let mut literals = pattern.split("{}");
    let mut rest = text.strip_prefix(literals.next()?)?;
    let mut parts = Vec::new();
    let mut literals = literals.peekable();
    while let Some(literal) = literals.next() {
        let end =
            if literal.is_empty() && literals.peek().is_none() { rest.len() } else { rest.find(literal)? };
        parts.push(rest.get(..end)?.trim());
        rest = rest.get(end + literal.len()..)?;
    }
    rest.is_empty().then_some(parts)
}

/// Does what a step says, through the rules.
pub fn take(world: &mut World, step: &Step) -> Told<Outcome> {
    world.today = step.on;
    let what = step.what.as_str();
    if what == "nothing has come" {
        return Ok(Outcome::Happened(Vec::new()));
    }
    if let Some(around) = what.strip_prefix("office ") {
        outside(world, around, step)?;
        return Ok(Outcome::Happened(Vec::new()));
    }
    if let Some(paid) = what.strip_prefix("machinery ") {
        return machinery(world, paid);
    }
    let (actor, what) = who(world, what)?;
    let mut all = Vec::new();
    for command in asked(world, &actor, what)? {
        match world.ask(&actor, &command)? {
            Outcome::Happened(events) => all.extend(events),
            refused => return Ok(refused),
        }
    }
    Ok(Outcome::Happened(all))
}

/// What lies outside the case.
fn outside(world: &mut World, what: &str, step: &Step) -> Told<()> {
    let around = &mut world.circumstances.clone();
    match what {
        "stops all chases" => around.office_stopped = true,
        "resumes all chases" => around.office_stopped = false,
        _ => {
            let after = |prefix: &str| what.strip_prefix(prefix).map(str::trim);
            if let Some(name) = after("stops chases to") {
                around.bodies_stopped.push(world.body(name)?);
            } else if let Some(name) = after("resumes chases to") {
                let body = world.body(name)?;
                around.bodies_stopped.retain(|one| *one != body);
            } else if let Some(name) = after("has unfiled mail from") {
                around.unfiled_mail_from.push(world.body(name)?);
            } else if let Some(name) = after("has filed the mail from") {
                let body = world.body(name)?;
                around.unfiled_mail_from.retain(|one| *one != body);
            } else if let Some(name) = after("finds that letters come back from") {
                around.undeliverable.push(world.body(name)?);
            } else if let Some(name) = after("mends the address of") {
                let body = world.body(name)?;
                around.undeliverable.retain(|one| *one != body);
            } else if let Some(name) = after("registers") {
                world.add_body(name, "council", "en")?;
            } else {
                return super::steps_bodies::in_the_register(world, what, step.on);
            }
        }
    }
    world.circumstances = around.clone();
    Ok(())
}

/// The machinery pays what is owed: chases as one message for each body and step, and reminders to comment.
fn machinery(world: &mut World, what: &str) -> Told<Outcome> {
    let mut all = Vec::new();
    let commands = match what {
        "pays what is owed" => owed_commands(world)?,
        "hears that the last message came back" => {
            vec![Command::RecordUndelivered { post: world.last_post.ok_or("nothing was sent")? }]
        }
        _ => match said("chases {} of version {} by {}", what).as_deref() {
            Some([who, version, step]) => {
                let version = version.parse().map_err(|_| format!("{version:?} is no version"))?;
                let numbers = numbers(who)?.into_iter().map(|number| (number, version)).collect();
                let post = PostId(world.fresh());
                vec![Command::SendChase { numbers, step: (*step).to_owned(), post }]
            }
            _ => asked(world, &Actor::System, what)?,
        },
    };
    for command in commands {
        if let Command::SendChase { post, .. } | Command::RemindToComment { post, .. } = &command {
            world.last_post = Some(*post);
        }
        match world.ask(&Actor::System, &command)? {
            Outcome::Happened(events) => all.extend(events),
            refused => return Ok(refused),
        }
    }
    Ok(Outcome::Happened(all))
}

/// The commands that pay what is owed today.
pub fn owed_commands(world: &mut World) -> Told<Vec<Command>> {
    let case = world.case()?;
    let owed = duty::duties(case, &world.profile, &world.calendar, world.today, &world.circumstances);
    let mut chases: BTreeMap<(BodyId, String), Vec<(RecommendationNumber, u8)>> = BTreeMap::default();
    let mut commands = Vec::new();
    for duty in owed {
        match duty {
            Duty::Chase { number, body, date_version, step, .. } => {
                chases.entry((body, step)).or_default().push((number, date_version));
            }
            Duty::RemindToComment { body, .. } => {
                commands.push(Command::RemindToComment { body, post: PostId(world.fresh()) });
            }
            _ => {}
        }
    }
    for ((_, step), numbers) in chases {
        commands.push(Command::SendChase { numbers, step, post: PostId(world.fresh()) });
    }
    Ok(commands)
}

fn who<'a>(world: &World, what: &'a str) -> Told<(Actor, &'a str)> {
    for role in StaffRole::ALL {
        if let Some(rest) = what.strip_prefix(role.code()) {
            return Ok((staff(role), rest.trim()));
        }
    }
    let link = LinkId(Uuid::from_u128(900));
    if let Some(rest) = what.strip_prefix("body ") {
        let named = (0..world.names.len()).find(|place| rest.starts_with(world.names[*place].as_str()));
        let (name, rest) = match named {
            Some(place) => (world.names[place].as_str(), &rest[world.names[place].len()..]),
            None => ("", rest),
        };
        let actor = Actor::LinkOfficer { body: world.body(name)?, link: Some(link) };
        return Ok((actor, rest.trim()));
    }
    if let Some((whose, rest)) = what.strip_prefix("colleague for ").and_then(|rest| rest.split_once(": ")) {
        let actor = Actor::Colleague { body: world.body("")?, link, numbers: numbers(whose)? };
        return Ok((actor, rest.trim()));
    }
    if let Some(rest) = what.strip_prefix("complainant ") {
        let person = world.case()?.complainant.as_ref().map_or(COMPLAINANT, |one| one.person);
        return Ok((Actor::Complainant { person, link: Some(link) }, rest.trim()));
    }
    if let Some(rest) = what.strip_prefix("stranger ") {
        return Ok((Actor::Complainant { person: PersonId(Uuid::from_u128(666)), link: None }, rest.trim()));
    }
    Err(format!("nobody is called like the beginning of {what:?}"))
}

/// What is asked: most phrases are one command.
fn asked(world: &mut World, actor: &Actor, what: &str) -> Told<Vec<Command>> {
    let readers = [
        steps_instruments::read,
        super::steps_bodies::asked_apart,
        of_the_draft,
        of_the_body,
        of_people,
        of_compliance,
        of_settlement,
        of_dates,
    ];
    for reader in readers {
        if let Some(commands) = reader(world, actor, what)? {
            return Ok(commands);
        }
    }
    Err(format!("{what:?} is no phrase of a step"))
}

pub type Read = Told<Option<Vec<Command>>>;

pub(super) fn one(command: Command) -> Read {
    Ok(Some(vec![command]))
}

fn of_the_draft(world: &mut World, _: &Actor, what: &str) -> Read {
    let reason = || words("a reason");
    if let Some([number_text, clauses]) = said("writes {} {}", what).as_deref() {
        let wanted = number(number_text)?;
        let next = world.case()?.recommendations.len() + 1;
        if usize::from(wanted.0) != next {
            return Err(format!("the next recommendation is R{next}"));
        }
        return one(Command::WriteRecommendation { terms: Box::new(terms(world, clauses)?) });
    }
    if let Some([of, clauses]) = said("revises {} to {}", what).as_deref() {
        return one(Command::ReviseRecommendation {
            number: number(of)?,
            terms: Box::new(terms(world, clauses)?),
        });
    }
    if let Some([of, why]) = said("drops {} because {}", what).as_deref() {
        let reason = match *why {
            "already done" => DropReason::AlreadyDone,
            "of the comments" => DropReason::AfterComments,
            "replaced" => DropReason::Replaced,
            "a mistake" => DropReason::Mistake,
            other => return Err(format!("{other:?} is no reason to drop")),
        };
        return one(Command::DropRecommendation {
            number: number(of)?,
            reason,
            note: words("more about why"),
        });
    }
    if let Some([of]) = said("drops {} without a word", what).as_deref() {
        let reason = DropReason::AlreadyDone;
        return one(Command::DropRecommendation { number: number(of)?, reason, note: words(" ") });
    }
    if let Some([bodies, them]) = said("issues draft, bodies by {}, complainant by {}", what).as_deref() {
        let complainant_by = Some(date(them)?);
        return one(Command::IssueDraft { bodies_by: date(bodies)?, complainant_by });
    }
    if let Some([bodies]) = said("issues draft, bodies by {}", what).as_deref() {
        return one(Command::IssueDraft { bodies_by: date(bodies)?, complainant_by: None });
    }
    if let Some([name, until]) = said("gives {} until {} to comment", what).as_deref() {
        return one(Command::ExtendComments {
            body: world.body(name)?,
            until: date(until)?,
            reason: reason(),
        });
    }
    if let Some([of, outcome]) = said("considers comments on {}: {}", what).as_deref() {
        let outcome = match *outcome {
            "stands" => ConsideredOutcome::Stands,
            "changed" => ConsideredOutcome::Changed,
            "withdrawn" => ConsideredOutcome::Withdrawn,
            other => return Err(format!("{other:?} is no outcome: stands, changed, withdrawn")),
        };
        let mut all = Vec::new();
        for number in numbers(of)? {
            all.push(Command::ConsiderComments {
                number,
                outcome,
                reasoning: words("weighed against the file"),
            });
        }
        return Ok(Some(all));
    }
    if let Some([of]) = said("authorises early action on {}", what).as_deref() {
        return one(Command::AuthoriseEarlyAction { number: number(of)?, reason: reason() });
    }
    match what {
        "closes comments" => one(Command::CloseComments),
        "skips a further draft" => one(Command::SkipFurtherDraft { reason: reason() }),
        "skips a further draft without a reason" => one(Command::SkipFurtherDraft { reason: words("") }),
        "considers a public report" => one(Command::ConsiderPublicReport { reason: reason() }),
        _ => steps_instruments::decision(world, what),
    }
}

fn of_settlement(world: &mut World, actor: &Actor, what: &str) -> Read {
    if let Some([by]) = said("proposes, answer by {}", what).as_deref() {
        return one(Command::ProposeResolution { answer_by: date(by)? });
    }
    if let Some(rest) = what.strip_prefix("records agreement") {
        let injustice_concluded = match rest.trim() {
            "" => true,
            "without injustice" => false,
            other => return Err(format!("{other:?} says nothing of an agreement")),
        };
        return one(Command::RecordSettlement {
            injustice_concluded,
            what_went_wrong: words("no answer was given"),
            agreed_by: words("the complaints officer"),
            how: AgreedBy::Telephone,
            agreed_on: world.today,
        });
    }
    match what {
        "closes with agreed actions" => one(Command::CloseWithAgreedActions),
        "turns it into an investigation" => {
            one(Command::TurnIntoInvestigation { reason: words("the body does not agree") })
        }
        _ => super::steps_keeping::of_keeping(world, actor, what),
    }
}

fn of_the_body(world: &mut World, actor: &Actor, what: &str) -> Read {
    let today = world.today;
    let answer_all = |world: &World, of: &str, answer: Answer, checked: bool| -> Read {
        let mut all = Vec::new();
        for number in numbers(of)? {
            let addressee = world.case()?.recommendation(number).map(|one| one.terms.addressee);
            let body = actor.body().or(addressee).ok_or("no such recommendation")?;
            all.push(Command::AnswerProposal {
                body,
                number,
                answer: answer.clone(),
                received_on: today,
                checked_with: checked.then(|| words("the housing team")),
            });
        }
        Ok(Some(all))
    };
    let reasons = || words("we followed our policy");
    if let Some([of]) = said("agrees {} after asking the housing team", what).as_deref() {
        return answer_all(world, of, Answer::Agree, true);
    }
    if let Some([of, day]) = said("agrees {} received {}", what).as_deref() {
        let mut all = answer_all(world, of, Answer::Agree, false)?;
        for command in all.iter_mut().flatten() {
            if let Command::AnswerProposal { received_on, .. } = command {
                *received_on = date(day)?;
            }
        }
        return Ok(all);
    }
    if let Some([of]) = said("agrees {}", what).as_deref() {
        return answer_all(world, of, Answer::Agree, false);
    }
    if let Some([of]) = said("disagrees with {} without reasons", what).as_deref() {
        return answer_all(world, of, Answer::Disagree { reasons: words("") }, false);
    }
    if let Some([of]) = said("disagrees with {}", what).as_deref() {
        return answer_all(world, of, Answer::Disagree { reasons: reasons() }, false);
    }
    if let Some([of]) = said("has already done {}", what).as_deref() {
        return answer_all(world, of, Answer::AlreadyDone { account: words("in January") }, false);
    }
    if let Some([of]) = said("asks a question about {}", what).as_deref() {
        return answer_all(world, of, Answer::Question { question: words("which team?") }, false);
    }
    if let Some([of, day]) = said("would agree {} with the date {}", what).as_deref() {
        let (wording, evidence_due_on) = (None, Some(date(day)?));
        let answer = Answer::AgreeWithChange { wording, evidence_due_on, reason: reasons() };
        return answer_all(world, of, answer, false);
    }
    if let Some([of]) = said("would agree {} with other words", what).as_deref() {
        let wording = Some(words("The head of service will apologise"));
        let answer = Answer::AgreeWithChange { wording, evidence_due_on: None, reason: reasons() };
        return answer_all(world, of, answer, false);
    }
    if let Some([of, until]) = said("asks {} until {}", what).as_deref() {
        let why = words("the officer is ill");
        let until = until.strip_suffix(" without a reason").map_or((*until, why), |until| (until, words("")));
        return one(Command::RequestExtension {
            extension: ExtensionId(world.fresh()),
            number: number(of)?,
            asked_on: today,
            until: date(until.0)?,
            reason: until.1,
            done_so_far: None,
        });
    }
    if let Some(rest) = what.strip_prefix("sends ").or_else(|| what.strip_prefix("enters ")) {
        return one(Command::ReceiveEvidence(Box::new(submission(world, actor, rest)?)));
    }
    Ok(None)
}

fn of_people(world: &mut World, _: &Actor, what: &str) -> Read {
    let on = world.today;
    if let Some([of]) = said("comments on {}", what).as_deref().filter(|of| *of != ["the whole"]) {
        let comment = words("that is not what I asked for");
        return one(Command::RecordComplainantComment {
            number: Some(number(of)?),
            comment,
            received_on: on,
        });
    }
    if let Some([of]) = said("has had {}", what).as_deref() {
        return one(Command::RecordHadIt { number: number(of)?, had_it: true, note: None });
    }
    if let Some([of]) = said("has not had {}", what).as_deref() {
        return one(Command::RecordHadIt { number: number(of)?, had_it: false, note: None });
    }
    if let Some([name]) = said("lets {} stand in without authority", what).as_deref() {
        return one(Command::SubstituteComplainant { by: Box::new(complainant(name, "en", "email")?) });
    }
    if let Some([name]) = said("lets {} stand in", what).as_deref() {
        let mut by = complainant(name, "en", "email")?;
        by.person = PersonId(Uuid::from_u128(501));
        by.authority = Some(words("grant of probate"));
        return one(Command::SubstituteComplainant { by: Box::new(by) });
    }
    if let Some([name]) = said("adds {}", what).as_deref() {
        return one(Command::AddBody { body: world.body(name)? });
    }
    if let Some([name, how]) = said("finds fault by {} with {}", what).as_deref() {
        let injustice = (!how.contains("no injustice")).then(|| words("she waited"));
        let systemic = how.contains("systemic");
        let fault = words("the file was lost");
        return one(Command::RecordFinding { body: world.body(name)?, fault, injustice, systemic });
    }
    if let Some([name]) = said("attests {}", what).as_deref().filter(|name| !name[0].ends_with("its version"))
    {
        let check = Check::ALL.into_iter().find(|check| check.code().replace('_', " ") == *name);
        let check = check.ok_or_else(|| format!("{name:?} is no check"))?;
        let version = (check == Check::GuidanceOnRemedies).then(|| "2025".to_owned());
        return one(Command::RecordCheck { check, version, note: words("looked at") });
    }
    match what {
        "comments on the whole" => one(Command::RecordComplainantComment {
            number: None,
            comment: words("thank you"),
            received_on: on,
        }),
        "attests guidance on remedies without its version" => one(Command::RecordCheck {
            check: Check::GuidanceOnRemedies,
            version: None,
            note: words("looked at"),
        }),
        "talks to the body before the draft" => one(Command::RecordContact {
            purpose: ContactPurpose::BeforeDraft,
            note: words("which evidence will be needed"),
        }),
        "talks an improvement over" => {
            one(Command::RecordContact { purpose: ContactPurpose::Discussion, note: words("the wording") })
        }
        "takes professional advice" => {
            one(Command::RecordContact { purpose: ContactPurpose::Advice, note: words("a surveyor's view") })
        }
        "records withdrawal" => one(Command::RecordWithdrawal { on }),
        "records death" => one(Command::RecordDeath { on }),
        "records that the complainant cannot be reached" => {
            one(Command::RecordUnreachable { on, attempts: words("three letters") })
        }
        "decides to go on" => {
            one(Command::DecideAfterWithdrawal { carry_on: true, reason: words("for others") })
        }
        "decides to end it" => {
            one(Command::DecideAfterWithdrawal { carry_on: false, reason: words("nothing is left") })
        }
        "gives the case to a colleague" => {
            one(Command::AssignHandler { handler: StaffId(Uuid::from_u128(42)) })
        }
        _ => Ok(None),
    }
}

fn of_compliance(world: &mut World, _: &Actor, what: &str) -> Read {
    if let Some([of]) = said("starts review of {}", what).as_deref() {
        return one(Command::StartReview { number: number(of)? });
    }
    if let Some([of, item, how, name]) = said("finds of {} item {}: {} in {}", what).as_deref() {
        let shown = shown(how)?;
        let item = ItemNumber(item.parse().map_err(|_| format!("{item:?} is no item"))?);
        let evidence = evidence(world, name)?;
        return one(Command::AssessItem { number: number(of)?, item, evidence, shown, comment: None });
    }
    if let Some(rest) = what.strip_prefix("is satisfied with ") {
        return satisfied(world, rest, true);
    }
    if let Some(rest) = what.strip_prefix("judges met ") {
        return satisfied(world, rest, false);
    }
    if let Some([of, until]) = said("asks more for {} by {}", what).as_deref() {
        let (needed, evidence_due_on) = (words("the letter as sent"), Some(date(until)?));
        return one(Command::AskForMore { number: number(of)?, needed, evidence_due_on });
    }
    if let Some([of]) = said("asks more for {}", what).as_deref() {
        let needed = words("the letter as sent");
        return one(Command::AskForMore { number: number(of)?, needed, evidence_due_on: None });
    }
    if let Some([of, why]) = said("treats {} as met: {}", what).as_deref() {
        return treated(world, of, why);
    }
    if let Some([of]) = said("judges {} not met", what).as_deref() {
        return one(Command::JudgeNotMet { number: number(of)?, reasons: words("nothing came") });
    }
    if let Some([of]) = said("records refusal of {}", what).as_deref() {
        return one(Command::RecordRefusal { number: number(of)?, reasons: words("we will not") });
    }
    if let Some([of]) = said("ceases {}", what).as_deref() {
        return one(Command::Cease { number: number(of)?, reason: words("the home has closed") });
    }
    if let Some([of, clauses]) = said("supersedes {} by {}", what).as_deref() {
        let terms = Box::new(terms(world, clauses)?);
        return one(Command::Supersede { number: number(of)?, terms, reason: words("it cannot be done") });
    }
    if let Some([of]) = said("considers a special report on {}", what).as_deref() {
        let conclusion = words("not this time");
        return one(Command::RecordSpecialReportConsidered { number: number(of)?, conclusion });
    }
    if let Some([of, until]) = said("reopens {} until {}", what).as_deref() {
        let reason = words("the letter was never sent");
        return one(Command::Reopen { number: number(of)?, reason, evidence_due_on: date(until)? });
    }
    match what {
        "stops chases" => one(Command::StopChases { reason: words("litigation") }),
        "resumes chases" => one(Command::ResumeChases),
        _ => Ok(None),
    }
}

fn treated(world: &World, of: &str, why: &str) -> Read {
    let reason = if let Some([name]) = said("complainant declined, offer in {}", why).as_deref() {
        TreatedReason::ComplainantDeclined { offer: evidence(world, name)? }
    } else if let Some([until, name]) = said("offer open until {}, attempts in {}", why).as_deref() {
        TreatedReason::OfferOpen { until: date(until)?, attempts: evidence(world, name)? }
    } else {
        match why {
            "circumstances changed" => TreatedReason::CircumstancesChanged,
            "set off" => TreatedReason::SetOff,
            other => return Err(format!("{other:?} is no reason to treat as met")),
        }
    };
    one(Command::TreatAsMet { number: number(of)?, reason, note: words("talked over with the body") })
}

/// `R1`, `R1 by E1, E2`, with `| paid £500`. With `assess` every item is found shown in every piece of evidence named.
fn satisfied(world: &World, text: &str, assess: bool) -> Read {
    let (text, paid) = match text.split_once("| paid ") {
        Some((text, sum)) => (text.trim(), Some(money(sum)?)),
        None => (text, None),
    };
    let (of, by) = text.split_once(" by ").map_or((text, None), |(of, by)| (of, Some(by)));
    let number = number(of)?;
    let case = world.case()?;
    let known = case.recommendation(number).ok_or("no such recommendation")?;
    let with_files =
        |id: &&EvidenceId| case.submission(**id).is_some_and(|found| !found.submission.files.is_empty());
    let satisfied_by = match by {
        Some("nothing") => Vec::new(),
        Some(names) => names.split(',').map(|name| evidence(world, name)).collect::<Result<Vec<_>, _>>()?,
        None => known.evidence.iter().rev().filter(with_files).take(1).copied().collect(),
    };
    let mut all = Vec::new();
    if assess {
        for item in &known.terms.evidence {
            for evidence in &satisfied_by {
                let (item, evidence, shown) = (item.item, *evidence, Shown::Shown);
                all.push(Command::AssessItem { number, item, evidence, shown, comment: None });
            }
        }
    }
    all.push(Command::JudgeMet { number, satisfied_by, paid });
    Ok(Some(all))
}

fn of_dates(world: &mut World, _: &Actor, what: &str) -> Read {
    let extension_of = |world: &World, of: &str| -> Told<ExtensionId> {
        let known = world.case()?.recommendation(number(of)?).ok_or("no such recommendation")?;
        known.extensions.last().map(|request| request.extension).ok_or_else(|| "nothing was asked".to_owned())
    };
    let reason = || words("a good reason");
    if let Some([of, until]) = said("grants {} until {}", what).as_deref() {
        let (until, in_writing) =
            until.strip_suffix(" by telephone").map_or((*until, true), |until| (until, false));
        return one(Command::DecideExtension {
            extension: extension_of(world, of)?,
            granted_until: Some(date(until)?),
            reason: reason(),
            in_writing,
        });
    }
    if let Some([of]) = said("refuses a later date for {}", what).as_deref() {
        let extension = extension_of(world, of)?;
        let in_writing = true;
        return one(Command::DecideExtension {
            extension,
            granted_until: None,
            reason: reason(),
            in_writing,
        });
    }
    if let Some([name, day, rest]) = said("records receipt by {} on {} {}", what).as_deref() {
        return one(Command::RecordReceipt {
            body: world.body(name)?,
            received_on: date(day)?,
            shown_by: words(if *rest == "shown by nothing" { "" } else { "signed delivery" }),
            disputed: (*rest == "disputed").then(|| words("it lay in the post room")),
            instrument: None,
        });
    }
    if let Some([of, day]) = said("records that what {} waits for happened on {}", what).as_deref() {
        return one(Command::RecordEvent { number: number(of)?, happened_on: date(day)? });
    }
    super::steps_recurrence::asked(world, what)
}
