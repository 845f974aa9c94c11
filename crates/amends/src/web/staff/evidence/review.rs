//! The review of one recommendation: what came on one side, its own evidence list as a checklist on the other.

use amends_core::{
    case::Evidence,
    command::Command,
    disclosure::LanguageAdvice,
    evidence::{EvidenceWarning, FileRef, ItemFinding, Shown, Via},
    id::{EvidenceId, RecommendationNumber},
    recommendation::{Amount, EvidenceItem, Judgement, Kind, Need, Recommendation},
    text::{Digest, Words},
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::{Deserialize, Serialize};

use super::preview;
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        problem::Problem,
        staff::{
            matter::{self, Matter, Row, Seen, TermsShown, amount_words},
            shown::{Choice, Clock, Done, Tag, told},
        },
        visit::Staff,
    },
};

/// What of the page is looked at: which file's text is shown. All of it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Look {
    /// The digest of the file.
    #[serde(default)]
    pub file: String,
    /// What was done.
    #[serde(default)]
    pub done: String,
}

/// The page.
#[derive(Serialize)]
struct Page {
    terms: TermsShown,
    tag: Tag,
    clock: Option<Clock>,
    dates: Vec<Row>,
    submissions: Vec<Sent>,
    preview: Option<preview::Preview>,
    items: Vec<Item>,
    checked: usize,
    evidences: Vec<Choice>,
    documents: Vec<Choice>,
    had_it: Option<bool>,
    personal: bool,
    statement_only: bool,
    money: bool,
    recommended: Option<String>,
    decisions: Vec<Choice>,
    can_assess: bool,
    can_judge: bool,
    ended: Option<Ended>,
    extension_open: bool,
    reopened: u8,
    freeze: Option<String>,
    language_advice: Option<String>,
}

/// How it ended.
#[derive(Serialize)]
struct Ended {
    word: String,
    reasons: String,
    on: Option<String>,
    more: String,
}

/// One submission.
#[derive(Serialize)]
struct Sent {
    id: String,
    title: String,
    from: String,
    via: String,
    in_time: String,
    facts: Vec<Row>,
    statement: Option<String>,
    warnings: Vec<String>,
    files: Vec<FileShown>,
    current: bool,
}

/// One file.
#[derive(Serialize)]
struct FileShown {
    name: String,
    digest: String,
    short: String,
    size: String,
    media_type: String,
    readable: bool,
}

/// One line of the checklist.
#[derive(Serialize)]
struct Item {
    number: u8,
    what: String,
    need: String,
    shown: &'static str,
    evidence: String,
    comment: String,
}

pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    Query(look): Query<Look>,
) -> Answer {
    let seen = Seen::fresh(Done { done: look.done.clone() });
    draw(&app, &staff, &reference, number, look, seen).await
}

/// The page, fresh or with its form shown again.
///
/// # Errors
/// Where case or recommendation are not there, or the memory fails.
pub async fn draw(
    app: &App,
    staff: &Staff,
    reference: &str,
    number: u16,
    look: Look,
    seen: Seen,
) -> Result<Response, Problem> {
    let template = ("/evidence", "staff/evidence_review.html");
    matter::draw(app, staff, reference, template, seen, move |office, matter, staff| {
        view(office, matter, staff, number, &look)
    })
    .await
}

fn view(
    office: &Office,
    matter: &Matter,
    staff: &Staff,
    number: u16,
    look: &Look,
) -> Result<(String, Page), ActError> {
    let one = matter.find(number)?;
    let submissions: Vec<&Evidence> =
        one.evidence.iter().rev().filter_map(|id| matter.case.submission(*id)).collect();
    let current = one.current_evidence();
    let last = current.last().copied();
    let items: Vec<Item> =
        one.terms.evidence.iter().map(|item| shown_item(matter, one, item, last)).collect();
    let documents = submissions.iter().filter(|found| !found.submission.is_statement_only());
    let open = one.decided && !one.state().is_terminal();
    let page = Page {
        terms: matter.terms(one.number, &one.terms),
        tag: matter.tag(one),
        clock: matter.clock(office, one)?,
        dates: dates(matter, one),
        preview: preview::of(office, matter, &submissions, &look.file),
        checked: items.iter().filter(|item| !item.shown.is_empty()).count(),
        items,
        evidences: submissions.iter().map(|found| choice(matter, found)).collect(),
        documents: documents.map(|found| choice(matter, found)).collect(),
        had_it: one.had_it,
        personal: one.terms.scope == amends_core::recommendation::Scope::Personal,
        statement_only: last
            .and_then(|id| matter.case.submission(id))
            .is_some_and(|found| found.submission.is_statement_only()),
        money: matches!(one.terms.amount, Some(Amount::Exact { .. })),
        recommended: one.terms.amount.as_ref().map(|amount| amount_words(amount, matter.language)),
        decisions: decisions(matter, staff, one),
        can_assess: open && !current.is_empty() && may_assess(matter, staff, one, last),
        can_judge: one.decided,
        ended: one.judgement.as_ref().map(|judgement| ended(office, matter, one, judgement)).transpose()?,
        extension_open: one.open_extension().is_some(),
        reopened: one.reopened,
        freeze: matter.freeze(one).filter(|_| open),
        language_advice: language_advice(matter, one).filter(|_| open),
        submissions: submissions.into_iter().map(|found| sent(matter, one, found)).collect(),
    };
    let title = told(matter.language, "review-title", [("reference", &matter.reference(one.number))]);
    Ok((title, page))
}

/// What the reviewer should know of the language of a letter to the complainant; it stops nothing (E33).
fn language_advice(matter: &Matter, one: &Recommendation) -> Option<String> {
    let to_them = matches!(one.terms.kind, Kind::Apology | Kind::Explanation);
    let last = one.current_evidence().last().filter(|_| to_them)?;
    let advice = matter.case.language_advice(&matter.case.submission(*last)?.submission)?;
    Some(matter.t(match advice {
        LanguageAdvice::Other => "review-letter-in-other-language",
        LanguageAdvice::NotSaid => "review-letter-language-not-said",
    }))
}

fn may_assess(matter: &Matter, staff: &Staff, one: &Recommendation, last: Option<EvidenceId>) -> bool {
    let (Some(item), Some(evidence)) = (one.terms.evidence.first(), last) else { return false };
    let command = Command::AssessItem {
        number: one.number,
        item: item.item,
        evidence,
        shown: Shown::NotShown,
        comment: None,
    };
    matter.may(staff, &command)
}

/// What this reader may decide of a recommendation in this state.
fn decisions(matter: &Matter, staff: &Staff, one: &Recommendation) -> Vec<Choice> {
    let number: RecommendationNumber = one.number;
    let blank = || Words { particular: blank_id(), digest: Digest([0; 32]), text: None };
    let ended = one.state().is_terminal();
    let all: [(&str, Command); 8] = [
        ("met", Command::JudgeMet { number, satisfied_by: Vec::new(), paid: None }),
        ("more", Command::AskForMore { number, needed: blank(), evidence_due_on: None }),
        (
            "treat",
            Command::TreatAsMet {
                number,
                reason: amends_core::recommendation::TreatedReason::CircumstancesChanged,
                note: blank(),
            },
        ),
        ("not_met", Command::JudgeNotMet { number, reasons: blank() }),
        ("refused", Command::RecordRefusal { number, reasons: blank() }),
        ("cease", Command::Cease { number, reason: blank() }),
        ("supersede", Command::Supersede { number, terms: Box::new(one.terms.clone()), reason: blank() }),
        ("reopen", Command::Reopen { number, reason: blank(), evidence_due_on: matter.today }),
    ];
    let offered =
        all.iter().filter(|(word, command)| (*word == "reopen") == ended && matter.may(staff, command));
    offered
        .map(|(word, _)| {
            let key = format!("review-decide-{word}");
            Choice { hint: matter.t(&format!("{key}-hint")), ..Choice::new(*word, matter.t(&key)) }
        })
        .collect()
}

fn blank_id() -> amends_core::id::ParticularId {
    amends_core::id::ParticularId(uuid::Uuid::nil())
}

fn dates(matter: &Matter, one: &Recommendation) -> Vec<Row> {
    let versions = one.dates.iter();
    versions
        .map(|version| {
            Row::new(matter.date(version.evidence_due_on.date), matter.t(matter::because(&version.because)))
        })
        .collect()
}

fn shown_item(matter: &Matter, one: &Recommendation, item: &EvidenceItem, last: Option<EvidenceId>) -> Item {
    let finding: Option<&ItemFinding> = one.findings.iter().rev().find(|found| found.item == item.item);
    let need = match item.need {
        Need::Required => matter.t("review-need-required"),
        Need::AnyOf { group } => {
            told(matter.language, "review-need-any", [("group", group.to_string().as_str())])
        }
    };
    let evidence = finding.map(|found| found.evidence).or(last);
    Item {
        number: item.item.0,
        what: item.what.as_str().to_owned(),
        need,
        shown: finding.map_or("", |found| shown_word(found.shown)),
        evidence: evidence.map(|id| id.to_string()).unwrap_or_default(),
        comment: finding
            .and_then(|found| found.comment.as_ref())
            .map(|words| words.as_str().to_owned())
            .unwrap_or_default(),
    }
}

fn shown_word(shown: Shown) -> &'static str {
    match shown {
        Shown::Shown => "shown",
        Shown::Partly => "partly",
        Shown::NotShown => "not_shown",
        Shown::NotApplicable => "not_applicable",
    }
}

fn name_of(matter: &Matter, found: &Evidence) -> String {
    told(matter.language, "review-sent-on", [("date", &matter.date(found.submission.received_on))])
}

fn choice(matter: &Matter, found: &Evidence) -> Choice {
    let files: Vec<_> = found.submission.files.iter().map(|file| file.name.as_str()).collect();
    let names = if files.is_empty() { matter.t("review-no-files") } else { files.join(", ") };
    Choice::new(found.submission.evidence.to_string(), format!("{}: {names}", name_of(matter, found)))
}

fn sent(matter: &Matter, one: &Recommendation, found: &Evidence) -> Sent {
    let submission = &found.submission;
    let measured = one.dates.iter().map(|version| version.evidence_due_on.date).rfind(|_| true);
    let in_time = match measured {
        None => matter.t("review-no-clock"),
        Some(due) if submission.received_on <= due => {
            told(matter.language, "review-in-time", [("date", &matter.date(due))])
        }
        Some(due) => told(matter.language, "review-too-late", [("date", &matter.date(due))]),
    };
    let via = match submission.via {
        Via::Portal => "review-via-portal",
        Via::Mail { .. } => "review-via-mail",
        Via::Hand => "review-via-hand",
    };
    let mut facts = Vec::new();
    if let Some(on) = submission.done_on {
        facts.push(Row::new(matter.t("review-done-on"), matter.date(on)));
    }
    if let Some(on) = submission.dated_on {
        facts.push(Row::new(matter.t("review-dated-on"), matter.date(on)));
    }
    if let Some(paid) = submission.paid {
        facts.push(Row::new(matter.t("review-paid"), crate::i18n::money(paid)));
    }
    Sent {
        id: submission.evidence.to_string(),
        title: name_of(matter, found),
        from: matter.body(submission.body),
        via: matter.t(via),
        in_time,
        facts,
        statement: submission.statement.as_ref().map(|words| words.as_str().to_owned()),
        warnings: found.warnings.iter().map(|warning| matter.t(warning_key(*warning))).collect(),
        files: submission.files.iter().map(file_shown).collect(),
        current: one.current_evidence().contains(&submission.evidence),
    }
}

fn warning_key(warning: EvidenceWarning) -> &'static str {
    match warning {
        EvidenceWarning::StatementOnly => "review-warning-statement-only",
        EvidenceWarning::BeforeDecision => "review-warning-before-decision",
        EvidenceWarning::PaidLess => "review-warning-paid-less",
        EvidenceWarning::PaidMore => "review-warning-paid-more",
        EvidenceWarning::Late => "review-warning-late",
        EvidenceWarning::OtherLanguage => "review-warning-other-language",
    }
}

fn file_shown(file: &FileRef) -> FileShown {
    let digest = file.digest.to_string();
    FileShown {
        name: file.name.as_str().to_owned(),
        short: digest.chars().take(12).collect(),
        digest,
        size: preview::size_words(file.size),
        media_type: file.media_type.clone(),
        readable: preview::is_readable(file),
    }
}

fn ended(
    office: &Office,
    matter: &Matter,
    one: &Recommendation,
    judgement: &Judgement,
) -> Result<Ended, ActError> {
    let profile = office.profile_of(&matter.case)?;
    let word = one.state().outcome().and_then(|outcome| profile.outcomes.word(outcome));
    let (reasons, more) = match judgement {
        Judgement::Met { evidence_complete_on, days_late, .. } => {
            let date = matter.date(*evidence_complete_on);
            let more = if *days_late > 0 {
                super::super::shown::counted(matter.language, "review-days-late", *days_late)
            } else {
                String::new()
            };
            (told(matter.language, "review-complete-on", [("date", &date)]), more)
        }
        Judgement::TreatedAsMet { note, .. } => (note.as_str().to_owned(), String::new()),
        Judgement::NotMet { reasons } => (reasons.as_str().to_owned(), String::new()),
        Judgement::Refused { reasons, after_agreement } => {
            let more = if *after_agreement { matter.t("review-after-agreement") } else { String::new() };
            (reasons.as_str().to_owned(), more)
        }
        Judgement::Ceased { reason } => (reason.as_str().to_owned(), String::new()),
        Judgement::Superseded { by } => (
            told(matter.language, "review-superseded-by", [("reference", &matter.reference(*by))]),
            String::new(),
        ),
    };
    Ok(Ended {
        word: word.map_or_else(|| matter.t("review-ended"), |word| word.get(matter.language).to_owned()),
        reasons,
        on: one.ended_on.map(|on| on.to_string()),
        more,
    })
}
