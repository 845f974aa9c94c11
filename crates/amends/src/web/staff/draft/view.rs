//! What the page of a draft round shows: for each recommendation what each party says, and what is still to be done.

use amends_core::{
    case::{Case, ConsideredOutcome, Stage},
    command::Command,
    period::days_between,
    recommendation::{Answer, Position, Recommendation},
};
use serde::Serialize;

use crate::{
    compare::{self, Part},
    office::{ActError, Office},
    web::{
        staff::{
            matter::{Matter, TermsShown},
            shown::{Choice, counted, told},
        },
        visit::Staff,
    },
};

/// The whole page.
#[derive(Serialize)]
pub(super) struct Round {
    stage: &'static str,
    draft: Option<u8>,
    issued_on: Option<String>,
    parties: Vec<Party>,
    cards: Vec<Card>,
    whole_comments: Vec<Comment>,
    can_send: bool,
    can_close: bool,
    can_skip: bool,
    changed: Vec<String>,
    skipped: Option<String>,
    public_report: Option<String>,
    can_consider_report: bool,
    next_draft: u8,
    bodies: Vec<Choice>,
    out: bool,
    decided: bool,
    nothing_in: bool,
    compare: Vec<(String, String)>,
    silent: Vec<String>,
}

/// How far one party is.
#[derive(Serialize)]
struct Party {
    name: String,
    by: Option<String>,
    answered: usize,
    of: usize,
    done: bool,
    silence: Option<String>,
}

/// One recommendation of the round.
#[derive(Serialize)]
struct Card {
    terms: TermsShown,
    answer: Option<AnswerShown>,
    comments: Vec<Comment>,
    considered: Vec<Considered>,
    waits: bool,
    early: bool,
    can_early: bool,
    withdrawn: bool,
    dropped: bool,
}

/// What a body says of one recommendation.
#[derive(Serialize)]
struct AnswerShown {
    word: String,
    kind: &'static str,
    said: String,
    received_on: String,
    in_time: Option<bool>,
    checked_with: Option<String>,
    diff: Vec<Part>,
    suggested: Option<String>,
    suggested_date: Option<String>,
}

/// What the complainant says.
#[derive(Serialize)]
struct Comment {
    text: String,
    received_on: String,
}

/// How comments were considered.
#[derive(Serialize)]
struct Considered {
    draft: u8,
    outcome: String,
    reasoning: String,
    on: String,
}

/// The round, as the page shows it.
pub(super) fn round(_: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Round), ActError> {
    let case = &matter.case;
    let stage = case.stage();
    let latest = case.latest_draft();
    let draft = latest.map(|round| round.draft);
    let out = stage == Stage::OutForComment;
    let changed: Vec<String> =
        case.changed_since_draft.iter().map(|number| matter.reference(*number)).collect();
    let parties = parties(matter);
    let whole =
        case.complainant_comments.iter().filter(|one| Some(one.draft) == draft && one.number.is_none());
    let reason =
        |words: &Option<amends_core::text::Words>| words.as_ref().map(|words| words.as_str().to_owned());
    let may_send = matter.may(staff, &Command::IssueDraft { bodies_by: matter.today, complainant_by: None });
    let disagreed = stage == Stage::ConsideringComments && !case.live().all(Recommendation::is_agreed);
    let view = Round {
        stage: stage.code(),
        draft,
        issued_on: latest.map(|round| round.issued_on.to_string()),
        nothing_in: out && parties.iter().all(|party| party.answered == 0),
        parties,
        cards: case.recommendations.iter().map(|one| card(matter, one)).collect(),
        whole_comments: whole.map(comment).collect(),
        can_send: may_send && !case.is_decided() && !out,
        can_close: out,
        can_skip: !changed.is_empty() && case.further_draft_skipped.is_none() && !case.is_decided(),
        changed,
        skipped: reason(&case.further_draft_skipped),
        public_report: reason(&case.public_report_considered),
        can_consider_report: disagreed && senior(staff),
        next_draft: draft.map_or(1, |draft| draft.saturating_add(1)),
        bodies: in_draft(matter),
        out,
        decided: case.is_decided(),
        compare: versions(matter),
        silent: case.comments_closed.iter().flatten().map(|body| matter.body(*body)).collect(),
    };
    let title = match draft {
        None => matter.t("draft-title-none"),
        Some(draft) => {
            let key = if out { "draft-title-out" } else { "draft-title" };
            told(matter.language, key, [("draft", &draft.to_string())])
        }
    };
    Ok((title, view))
}

fn senior(staff: &Staff) -> bool {
    use amends_core::actor::StaffRole;
    matches!(staff.role, StaffRole::Manager | StaffRole::Ombudsman)
}

fn in_draft(matter: &Matter) -> Vec<Choice> {
    let round = matter.case.latest_draft();
    let bodies = round.iter().flat_map(|round| &round.bodies);
    bodies.map(|(body, _)| Choice::new(body.to_string(), matter.body(*body))).collect()
}

/// The pairs of versions that can be compared, as `from`, `to`.
fn versions(matter: &Matter) -> Vec<(String, String)> {
    let drafts: Vec<String> = matter.case.drafts.iter().map(|round| round.draft.to_string()).collect();
    let mut pairs: Vec<(String, String)> =
        drafts.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    if let Some(last) = drafts.last() {
        pairs.push((last.clone(), "now".to_owned()));
    }
    pairs
}

fn parties(matter: &Matter) -> Vec<Party> {
    let case = &matter.case;
    let Some(round) = case.latest_draft() else { return Vec::new() };
    let mut parties: Vec<Party> = round
        .bodies
        .iter()
        .map(|(body, by)| {
            let theirs: Vec<_> = case.live().filter(|one| one.terms.addressee == *body).collect();
            let answered = theirs.iter().filter(|one| one.position().is_some()).count();
            let done = answered == theirs.len();
            let silence = (!done).then(|| silence(matter, *by, "draft-silence-body"));
            Party {
                name: matter.body(*body),
                by: Some(by.to_string()),
                answered,
                of: theirs.len(),
                done,
                silence,
            }
        })
        .collect();
    if let Some(by) = round.complainant {
        let answered = case.complainant_comments.iter().filter(|one| one.draft == round.draft).count();
        let silence = (answered == 0).then(|| silence(matter, by, "draft-silence-complainant"));
        let name = super::super::shown::complainant_of(case, matter.language);
        let name = told(matter.language, "draft-complainant", [("who", &name)]);
        parties.push(Party { name, by: Some(by.to_string()), answered, of: 0, done: answered > 0, silence });
    }
    parties
}

/// "No reply – 2 days left", and what follows of silence.
fn silence(matter: &Matter, by: jiff::civil::Date, consequence: &str) -> String {
    let left = days_between(matter.today, by);
    let first = match left {
        left if left < 0 => counted(matter.language, "draft-silent-since", -left),
        left => counted(matter.language, "draft-silent-left", left),
    };
    format!("{first} {}", matter.t(consequence))
}

fn card(matter: &Matter, one: &Recommendation) -> Card {
    let case = &matter.case;
    let comments = case.complainant_comments.iter().filter(|comment| comment.number == Some(one.number));
    let considered = case.considerations.iter().filter(|found| found.number == one.number);
    Card {
        terms: matter.terms(one.number, &one.terms),
        answer: one.position().map(|position| answer(matter, one, position)),
        comments: comments.map(comment).collect(),
        considered: considered
            .map(|found| Considered {
                draft: found.draft,
                outcome: matter.t(outcome_key(found.outcome)),
                reasoning: found.reasoning.as_str().to_owned(),
                on: found.on.to_string(),
            })
            .collect(),
        waits: case.unconsidered().contains(&one.number),
        early: one.early_action_authorised,
        can_early: !one.early_action_authorised
            && !one.decided
            && !case.is_decided()
            && !one.in_drafts.is_empty(),
        withdrawn: one.dropped.is_some(),
        dropped: one.dropped.is_some(),
    }
}

fn outcome_key(outcome: ConsideredOutcome) -> &'static str {
    match outcome {
        ConsideredOutcome::Stands => "draft-considered-stands",
        ConsideredOutcome::Changed => "draft-considered-changed",
        ConsideredOutcome::Withdrawn => "draft-considered-withdrawn",
    }
}

fn comment(comment: &amends_core::case::ComplainantComment) -> Comment {
    Comment { text: comment.comment.as_str().to_owned(), received_on: comment.received_on.to_string() }
}

/// The words for a kind of answer.
pub(super) fn answer_key(answer: &Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Agree => ("agree", "draft-answer-agree"),
        Answer::AgreeWithChange { .. } => ("change", "draft-answer-change"),
        Answer::AlreadyDone { .. } => ("already", "draft-answer-already"),
        Answer::Disagree { .. } => ("disagree", "draft-answer-disagree"),
        Answer::Question { .. } => ("question", "draft-answer-question"),
    }
}

fn answer(matter: &Matter, one: &Recommendation, position: &Position) -> AnswerShown {
    let (kind, key) = answer_key(&position.answer);
    let said = match &position.answer {
        Answer::Agree => "",
        Answer::AgreeWithChange { reason, .. } => reason.as_str(),
        Answer::AlreadyDone { account } => account.as_str(),
        Answer::Disagree { reasons } => reasons.as_str(),
        Answer::Question { question } => question.as_str(),
    };
    let (suggested, suggested_date) = suggestion(&position.answer);
    AnswerShown {
        word: matter.t(key),
        kind,
        said: said.to_owned(),
        received_on: position.received_on.to_string(),
        in_time: case_in_time(&matter.case, one),
        checked_with: position.checked_with.as_ref().map(|words| words.as_str().to_owned()),
        diff: suggested.map(|words| compare::words(one.terms.wording.as_str(), words)).unwrap_or_default(),
        suggested: suggested.map(str::to_owned),
        suggested_date: suggested_date.map(|date| date.to_string()),
    }
}

fn case_in_time(case: &Case, one: &Recommendation) -> Option<bool> {
    case.answered_in_time(one)
}

/// The wording and the date a body suggests.
pub(super) fn suggestion(answer: &Answer) -> (Option<&str>, Option<jiff::civil::Date>) {
    match answer {
        Answer::AgreeWithChange { wording, evidence_due_on, .. } => (
            wording.as_ref().filter(|words| !words.is_blank()).map(amends_core::text::Words::as_str),
            *evidence_due_on,
        ),
        Answer::Agree | Answer::AlreadyDone { .. } | Answer::Disagree { .. } | Answer::Question { .. } => {
            (None, None)
        }
    }
}
