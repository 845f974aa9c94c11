//! What happens next in a case: the sentences for what the rules say is owed, and the one act that carries the case on.

use amends_core::{
    actor::Actor,
    case::{Case, Check, Stage},
    command::CommandKind,
    duty::Duty,
    id::RecommendationNumber,
    permit,
    profile::Profile,
    recommendation::State,
    text::Language,
};
use amends_store::people::BodyRecord;
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
    let slug = |id| bodies.iter().find(|one| one.body.id == id).map_or("", |one| one.slug.as_str());
    match duty {
        Duty::Chase { number, step, .. } => {
            let name = profile.chase.iter().find(|one| one.id == *step).map(|one| one.name.get(language));
            let values = [("reference", reference(*number)), ("step", name.unwrap_or(step).to_owned())];
            let text = i18n::tr(language, "next-chase", &i18n::args(values));
            Step { text, href: visit.to("/chases") }
        }
        Duty::Escalate { number, .. } => about("next-escalate", *number, format!("{base}/evidence/{number}")),
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
            let values = [
                ("body", body(*id)),
                ("date", i18n::date_with_weekday(language, *evidence_due_on)),
                ("references", numbers.join(", ")),
            ];
            Step {
                text: i18n::tr(language, "next-coordinator-task", &i18n::args(values)),
                href: visit.to(&format!("/chases?on={evidence_due_on}")),
            }
        }
        Duty::RecordReceipt { body: id } => Step {
            text: told(language, "next-record-receipt", [("body", &body(*id))]),
            href: format!("{base}/receipt"),
        },
        Duty::MendAddress { body: id } => Step {
            text: told(language, "next-mend-address", [("body", &body(*id))]),
            href: visit.to(&format!("/bodies/{}", slug(*id))),
        },
        Duty::ConsiderSpecialReport { number } => {
            about("next-special-report", *number, format!("{base}/receipt"))
        }
        Duty::DecideAfterWithdrawal => plain("next-after-withdrawal", format!("{base}/people")),
    }
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
