//! What happens next in a case: the sentences for what the rules say is owed, and the one act that carries the case on.

mod instruments;

use amends_core::{
    actor::Actor,
    case::{Case, Check, Stage},
    command::CommandKind,
    duty::Duty,
    id::{BodyId, RecommendationNumber},
    permit,
    profile::Profile,
    recommendation::State,
    recurrence::EarlierRef,
    text::Language,
};
use amends_store::people::BodyRecord;
use jiff::civil::Date;
use serde::Serialize;

use super::shown::{body_name, told};
use crate::{i18n, web::visit::Visit};

/// A step: what, and the page on which it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What is to be done.
    pub text: String,
    /// Where.
    pub href: String,
}

/// What is owed, the office's own acts first, each with its page.
pub fn steps(
    case: &Case,
    profile: &Profile,
    owed: &[Duty],
    base: &str,
    visit: &Visit,
    bodies: &[BodyRecord],
) -> Vec<Step> {
    owed.iter().map(|duty| step(case, profile, duty, base, visit, bodies)).collect()
}

fn step(
    case: &Case,
    profile: &Profile,
    duty: &Duty,
    base: &str,
    visit: &Visit,
    bodies: &[BodyRecord],
) -> Step {
    let language = visit.language;
    let body = |id| body_name(bodies, id, language);
    let date = |on| i18n::date(language, on);
    let reference = |number: RecommendationNumber| case.reference.recommendation(number);
    let about = |key: &str, number, path: String| Step {
        text: told(language, key, [("reference", &reference(number))]),
        href: path,
    };
    let plain = |key: &str, path: String| Step { text: i18n::t(language, key), href: path };
    let of_body = |key: &str, id, path: &str| Step {
        text: told(language, key, [("body", &body(id))]),
        href: format!("{base}/{path}"),
    };
    let at_body = |key: &str, id, below: &str| Step {
        text: told(language, key, [("body", &body(id))]),
        href: format!("{}{below}", body_page(bodies, id, visit)),
    };
    match duty {
        Duty::Chase { number, step, .. } => chase(profile, reference(*number), step, visit),
        Duty::Escalate { number, .. } => {
            about("next-escalate", *number, format!("{base}/escalation/{number}"))
        }
        Duty::ConsiderComments { .. } => plain("next-consider-comments", format!("{base}/draft")),
        Duty::RemindToComment { body: id, by } => Step {
            text: told(language, "next-remind-to-comment", [("body", &body(*id)), ("date", &date(*by))]),
            href: format!("{base}/draft"),
        },
        Duty::RecordSettlement => plain("next-record-settlement", format!("{base}/settlement")),
        Duty::CloseWithAgreedActions => plain("next-close-agreed", format!("{base}/settlement")),
        Duty::IssueFinalDecision => plain("next-issue-decision", format!("{base}/decision")),
        Duty::DecideOnPublicReport => plain("next-public-report", format!("{base}/draft")),
        Duty::ReviewEvidence { number, .. } => {
            about("next-review-evidence", *number, format!("{base}/evidence/{number}"))
        }
        Duty::DecideExtension { number, .. } => {
            about("next-decide-extension", *number, format!("{base}/extensions/{number}"))
        }
        Duty::FollowUp { number, .. } => {
            about("next-follow-up", *number, format!("{base}/evidence/{number}"))
        }
        Duty::CoordinatorTask { body: id, evidence_due_on, numbers, .. } => {
            let numbers: Vec<String> = numbers.iter().map(|number| reference(*number)).collect();
            coordinator_task(&body(*id), *evidence_due_on, &numbers.join(", "), visit)
        }
        Duty::RecordReceipt { body } => of_body("next-record-receipt", *body, "receipt"),
        Duty::MendAddress { body: id } => at_body("next-mend-address", *id, ""),
        Duty::FindChiefExecutive { body: id, owed_on } => Step {
            text: told(
                language,
                "next-find-chief-executive",
                [("body", &body(*id)), ("date", &date(*owed_on))],
            ),
            href: body_page(bodies, *id, visit),
        },
        Duty::ConsiderSpecialReport { number } => {
            about("next-special-report", *number, format!("{base}/receipt"))
        }
        Duty::DecideAfterWithdrawal => plain("next-after-withdrawal", format!("{base}/people")),
        Duty::FollowSuccessor { body: id, .. } => at_body("next-follow-successor", *id, "/follow"),
        other => beyond(case, profile, other, base, language, &body),
    }
}

/// What earlier improvements, notes of handling and the law's further steps ask for.
fn beyond(
    case: &Case,
    profile: &Profile,
    duty: &Duty,
    base: &str,
    language: Language,
    body: &dyn Fn(BodyId) -> String,
) -> Step {
    let of_body = |key: &str, id, path: &str| Step {
        text: told(language, key, [("body", &body(id))]),
        href: format!("{base}/{path}"),
    };
    match duty {
        Duty::DecideOnClosure { body: id, numbers } => {
            closure(&body(*id), numbers.first().copied(), base, language)
        }
        Duty::DecideUnderFreeze { number, .. } => Step {
            text: told(
                language,
                "next-decide-under-freeze",
                [("reference", &case.reference.recommendation(*number))],
            ),
            href: format!("{base}/extensions/{number}"),
        },
        Duty::Translate { ordered_on, .. } => translation(*ordered_on, base, language),
        Duty::ReferToEarlier { earlier } => referring(earlier, base, language),
        Duty::ReflectRecurrence { body } => of_body("next-reflect-recurrence", *body, "recommendations/new"),
        Duty::ConsiderRecurrence { body } => of_body("next-consider-recurrence", *body, "findings#checks"),
        Duty::RecordHandling { number, because, .. } => Step {
            text: told(
                language,
                "next-record-handling",
                [("reference", &case.reference.recommendation(*number))],
            ),
            href: format!("{base}/handling?because={because}"),
        },
        other => instruments::step(case, profile, other, base, language, body),
    }
}

/// The evidence of one body that is due on one date.
fn coordinator_task(body: &str, evidence_due_on: Date, references: &str, visit: &Visit) -> Step {
    let date = i18n::date_with_weekday(visit.language, evidence_due_on);
    let values = [("body", body), ("date", &date), ("references", references)];
    Step {
        text: told(visit.language, "next-coordinator-task", values),
        href: visit.to(&format!("/chases?on={evidence_due_on}")),
    }
}

fn body_page(bodies: &[BodyRecord], id: BodyId, visit: &Visit) -> String {
    let slug = bodies.iter().find(|one| one.body.id == id).map_or("", |one| one.slug.as_str());
    visit.to(&format!("/bodies/{slug}"))
}

/// The decision must refer to what had no time to embed (R50).
fn referring(earlier: &[EarlierRef], base: &str, language: Language) -> Step {
    let all = earlier.iter().map(EarlierRef::whole).collect::<Vec<_>>().join(", ");
    let text = told(language, "next-refer-to-earlier", [("references", &all)]);
    Step { text, href: format!("{base}/earlier") }
}

fn chase(profile: &Profile, reference: String, step: &str, visit: &Visit) -> Step {
    let language = visit.language;
    let name = profile.chase.iter().find(|one| one.id == step).map(|one| one.name.get(language));
    let values = [("reference", reference), ("step", name.unwrap_or(step).to_owned())];
    Step { text: i18n::tr(language, "next-chase", &i18n::args(values)), href: visit.to("/chases") }
}

/// A manager's page for what is open with a provider that is no more.
fn closure(body: &str, number: Option<RecommendationNumber>, base: &str, language: Language) -> Step {
    let href = number.map_or_else(|| base.to_owned(), |number| format!("{base}/closure/{number}"));
    Step { text: told(language, "next-decide-on-closure", [("body", body)]), href }
}

fn translation(ordered_on: Option<jiff::civil::Date>, base: &str, language: Language) -> Step {
    let text = match ordered_on {
        Some(on) => told(language, "next-translation-ordered", [("date", &i18n::date(language, on))]),
        None => i18n::t(language, "next-translate"),
    };
    Step { text, href: format!("{base}/disclosure") }
}

/// The one act that carries the case on from where it is, for somebody who may do it.
pub fn primary(case: &Case, actor: &Actor, base: &str, language: Language) -> Option<Step> {
    let nothing_written = case.live().next().is_none();
    let (key, path, kind) = match case.stage() {
        Stage::Assessing | Stage::Investigating if nothing_written => {
            ("primary-write", "/recommendations/new", CommandKind::WriteRecommendation)
        }
        Stage::Assessing => ("primary-propose", "/settlement", CommandKind::ProposeResolution),
        Stage::ProposalSent | Stage::Negotiating => {
            ("primary-settle", "/settlement", CommandKind::RecordSettlement)
        }
        Stage::Agreed => ("primary-close-agreed", "/settlement", CommandKind::CloseWithAgreedActions),
        Stage::Investigating if !case.has_check(Check::GuidanceOnRemedies) => {
            ("primary-checks", "/findings", CommandKind::RecordCheck)
        }
        Stage::Investigating | Stage::DraftReady => ("primary-draft", "/draft", CommandKind::IssueDraft),
        Stage::OutForComment | Stage::ConsideringComments => {
            ("primary-comments", "/draft", CommandKind::ConsiderComments)
        }
        Stage::ConsiderPublicReport => ("primary-report", "/draft", CommandKind::ConsiderPublicReport),
        Stage::FinalReady => ("primary-decide", "/decision", CommandKind::IssueFinalDecision),
        Stage::ClosedEarlyResolution
        | Stage::FinalIssued
        | Stage::DiscontinuedBySettlement
        | Stage::Discontinued => {
            case.live().find(|one| matches!(one.state(), State::EvidenceReceived | State::UnderReview))?;
            ("primary-review", "/evidence", CommandKind::StartReview)
        }
    };
    may(actor, kind).then(|| Step { text: i18n::t(language, key), href: format!("{base}{path}") })
}

/// May this member of staff ask for commands of this kind at all?
pub fn may(actor: &Actor, kind: CommandKind) -> bool {
    matches!(actor, Actor::Staff { role, .. } if permit::staff(*role, kind).is_ok())
}
