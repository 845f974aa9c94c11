//! How long a case is kept: its schedule in words, what holds it, keeping it longer, and destroying it by two people.

use std::collections::BTreeMap;

use amends_core::{
    case::Case,
    command::Command,
    id::{CaseReference, EvidenceId},
    permit,
    recommendation::Scope,
    retention::{Class, HoldAsked, HoldKind, HoldNumber, Line, ReviewOutcome, Said, Standing},
    text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{
    acting::{self, Acted},
    case_frame::CaseFrame,
    matter::Seen,
    shown::{Choice, Done, staff_name},
};
use crate::{
    i18n::{self, Args},
    office::{ActError, Office},
    web::{
        app::{Answer, App, again, see, with_errors},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/keeping", get(show).post(act)).merge(super::destroying::routes())
}

/// One class of the schedule, as pages show it.
#[derive(Debug, Clone, Serialize)]
pub struct LineShown {
    /// The word of the class.
    pub class: &'static str,
    /// What goes.
    pub what: String,
    /// The day on which it may go.
    pub on: String,
    /// Where it stands, in a word.
    pub standing: String,
    /// Days since its day came, where it is due.
    pub overdue: i32,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// The certificate, where it went.
    pub certificate: Option<String>,
    /// Its day has come and nothing holds it.
    pub is_due: bool,
    /// Who proposed to destroy it.
    pub proposed_by: Option<String>,
    /// The reader may approve it: somebody else proposed it.
    pub may_approve: bool,
    /// The reader may propose it.
    pub may_propose: bool,
}

#[derive(Serialize)]
struct HoldShown {
    number: u16,
    kind: String,
    reason: String,
    since: String,
    until: Option<String>,
    stands: bool,
    newer_case: Option<String>,
    papers: Vec<String>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each opens or closes a form of its own")]
struct Page {
    case: CaseFrame,
    lines: Vec<LineShown>,
    holds: Vec<HoldShown>,
    kinds: Vec<Choice>,
    papers: Vec<Choice>,
    improvements: Vec<Choice>,
    pursued: Vec<Choice>,
    outcomes: Vec<Choice>,
    may_lift: bool,
    may_retain: bool,
    may_mark: bool,
    may_review: bool,
    typed: BTreeMap<String, String>,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, reference, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, reference: String, seen: Seen) -> Answer {
    let (language, reader) = (staff.visit.language, staff.clone());
    let page = app.work(move |office| page(office, &office.by_reference(&reference)?.case, &reader)).await?;
    let wrong = !seen.errors.is_empty();
    let mut frame = page.case.frame(app, staff, i18n::t(language, "section-keeping"));
    seen.done.on(&mut frame, language);
    let frame = with_errors(frame, seen.errors);
    let typed = seen.form.typed().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let page = Page { typed: typed.collect(), ..page };
    let html = app.page("staff/keeping.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(office: &Office, case: &Case, staff: &Staff) -> Result<Page, ActError> {
    let language = staff.visit.language;
    let may = |kind| permit::staff(staff.role, kind).is_ok();
    let choice = |value: &str, key: String| Choice::new(value, i18n::t(language, &key));
    let numbered = |wanted: &dyn Fn(&amends_core::recommendation::Recommendation) -> bool| -> Vec<Choice> {
        let chosen = case.live().filter(|one| wanted(one));
        chosen
            .map(|one| {
                let text = format!("{}: {}", one.number, one.terms.wording.as_str());
                Choice::new(one.number.to_string(), text)
            })
            .collect()
    };
    let significant = &case.keeping.significant;
    use amends_core::command::CommandKind;
    Ok(Page {
        lines: lines(office, case, staff)?,
        holds: case.keeping.holds.iter().map(|hold| hold_shown(office, case, hold, language)).collect(),
        kinds: std::iter::once(Choice::none(language))
            .chain(HoldKind::ALL.map(|kind| choice(kind.code(), format!("retention-for-{}", kind.code()))))
            .collect(),
        papers: papers(case, language),
        improvements: std::iter::once(Choice::none(language))
            .chain(numbered(&|one| one.terms.scope == Scope::Service && !significant.contains(&one.number)))
            .collect(),
        pursued: numbered(&|one| one.decided && !one.state().is_terminal()),
        outcomes: ReviewOutcome::ALL
            .map(|outcome| choice(outcome.code(), format!("keeping-review-{}", outcome.code())))
            .to_vec(),
        may_lift: may(CommandKind::LiftHold),
        may_retain: may(CommandKind::Retain),
        may_mark: may(CommandKind::MarkSignificant),
        may_review: may(CommandKind::RecordPostDecisionReview) && case.decided_on().is_some(),
        typed: BTreeMap::new(),
        case: CaseFrame::of(office, case, language, "/keeping")?,
    })
}

fn papers(case: &Case, language: Language) -> Vec<Choice> {
    let shown = case.evidence.iter().map(|one| &one.submission).map(|one| {
        let numbers: Vec<_> = one.targets.iter().map(|target| target.number.to_string()).collect();
        let mut args = Args::new();
        args.set("date", i18n::date(language, one.received_on));
        args.set("numbers", numbers.join(", "));
        Choice::new(one.evidence.to_string(), i18n::tr(language, "keeping-paper", &args))
    });
    shown.collect()
}

fn hold_shown(
    office: &Office,
    case: &Case,
    hold: &amends_core::retention::Hold,
    language: Language,
) -> HoldShown {
    let all = papers(case, language);
    let named = |id: &EvidenceId| {
        let text = all.iter().find(|one| one.value == id.to_string()).map(|one| one.text.clone());
        let text = text.unwrap_or_default();
        if hold.asked.not_to_disclose.contains(id) {
            let mut args = Args::new();
            args.set("paper", text);
            i18n::tr(language, "keeping-not-to-disclose", &args)
        } else {
            text
        }
    };
    HoldShown {
        number: hold.hold.0,
        kind: i18n::t(language, &format!("retention-for-{}", hold.asked.held_for.code())),
        reason: hold.asked.reason.as_str().to_owned(),
        since: hold.placed_on.to_string(),
        until: hold.lifted_on.or(hold.asked.until).map(|until| until.to_string()),
        stands: hold.stands_on(office.today()),
        newer_case: hold.asked.newer_case.as_ref().map(ToString::to_string),
        papers: hold.asked.papers.iter().map(named).collect(),
    }
}

/// The schedule of a case in words.
///
/// # Errors
/// Where the memory fails.
pub fn lines(office: &Office, case: &Case, staff: &Staff) -> Result<Vec<LineShown>, ActError> {
    let (language, today, people) = (staff.visit.language, office.today(), office.staff()?);
    let shown = |line: Line| {
        let proposal = case.keeping.proposal(line.class).map(|one| one.proposal.by);
        let is_due = line.standing == Standing::Due;
        let approver = permit::staff(staff.role, amends_core::command::CommandKind::ApproveDisposal).is_ok();
        let (word, certificate) = match line.standing {
            Standing::ToCome => ("to_come", None),
            Standing::Held => ("held", None),
            Standing::Due => ("due", None),
            Standing::Gone { certificate, .. } => ("gone", Some(certificate)),
        };
        LineShown {
            class: line.class.code(),
            what: i18n::t(language, &format!("retention-class-{}", line.class.code())),
            on: line.on.to_string(),
            standing: i18n::t(language, &format!("retention-standing-{word}")),
            overdue: if is_due { amends_core::period::days_between(line.on, today) } else { 0 },
            reasons: line.reasons.iter().map(|said| reason(language, said)).collect(),
            certificate,
            is_due,
            proposed_by: proposal.map(|by| staff_name(&people, by, language)),
            may_approve: is_due && approver && proposal.is_some_and(|by| by != staff.staff),
            may_propose: is_due && proposal.is_none(),
        }
    };
    Ok(office.schedule_of(case)?.into_iter().map(shown).collect())
}

/// A reason of the schedule as a sentence.
pub fn reason(language: Language, said: &Said) -> String {
    let mut args = Args::new();
    for (name, value) in &said.args {
        match (value.parse::<Date>(), value.parse::<i64>()) {
            (Ok(date), _) => args.set(*name, i18n::date(language, date)),
            (_, Ok(number)) if *name == "count" => args.set(*name, number),
            _ => args.set(*name, value.clone()),
        }
    }
    i18n::tr(language, said.key, &args)
}

async fn act(State(app): State<App>, staff: Staff, Path(reference): Path<String>, form: Form) -> Answer {
    let language = staff.visit.language;
    let name = form.get("form").to_owned();
    let mut reading = form.read(language);
    let text = |field: &str| form.get(&format!("{name}-{field}")).trim().to_owned();
    let words = reading.text(&format!("{name}-reason"), "keeping-reason-missing");
    let papers = |field: &str| -> Vec<EvidenceId> {
        form.all(&format!("{name}-{field}")).iter().filter_map(|id| id.parse().ok()).collect()
    };
    let until = reading.optional_date(&format!("{name}-until"));
    let made: Option<Made> = match name.as_str() {
        "hold" => {
            let (newer, papers, hidden) = (text("newer_case"), papers("papers"), papers("not_to_disclose"));
            reading.choice::<HoldKind>("hold-held_for", "keeping-kind-missing").map(|held_for| -> Made {
                let alone = held_for == HoldKind::NewerComplaint;
                Box::new(move |reason| {
                    Command::PlaceHold(HoldAsked {
                        held_for,
                        reason,
                        until,
                        newer_case: (alone && !newer.is_empty()).then(|| CaseReference(newer.clone())),
                        papers: if alone { papers.clone() } else { Vec::new() },
                        not_to_disclose: if alone { hidden.clone() } else { Vec::new() },
                    })
                })
            })
        }
        "lift" => reading.parsed("lift-hold", "keeping-hold-missing").map(|number: u16| -> Made {
            Box::new(move |reason| Command::LiftHold { hold: HoldNumber(number), reason })
        }),
        "retain" => match until {
            Some(review_on) => Some(Box::new(move |reason| Command::Retain { reason, review_on })),
            None => {
                reading.error("retain-until-day", "keeping-review-on-missing");
                None
            }
        },
        "propose" => Class::of_code(form.get("propose-class"))
            .map(|class| -> Made { Box::new(move |reason| Command::ProposeDisposal { class, reason }) }),
        "significant" => {
            let number = reading.parsed::<u16>("significant-number", "keeping-number-missing");
            number.map(|number| -> Made {
                let number = amends_core::id::RecommendationNumber(number);
                Box::new(move |reasons| Command::MarkSignificant { number, reasons })
            })
        }
        "review" => review(&mut reading, &form, until),
        _ => return Err(Problem::BadRequest),
    };
    let errors = reading.errors();
    let Some(made) = made.filter(|_| errors.is_empty()) else {
        return draw(&app, &staff, reference, Seen::again(&form, errors)).await;
    };
    let acted = acting::act(&app, &staff, &reference, &form, move |_, _, sealer| {
        Ok(vec![made(sealer.words(&words)?)])
    });
    match acted.await? {
        Acted::Done(_) => Ok(see(staff.visit.to(&format!("/cases/{reference}/keeping?done=keeping-{name}")))),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            let errors = acting::named(&name, errors);
            draw(&app, &staff, reference, Seen::again(&form, errors)).await
        }
    }
}

/// A command that waits for its words.
type Made = Box<dyn FnOnce(amends_core::text::Words) -> Command + Send>;

fn review(reading: &mut crate::web::form::Reading<'_>, form: &Form, on: Option<Date>) -> Option<Made> {
    let outcome = reading.choice::<ReviewOutcome>("review-outcome", "keeping-outcome-missing");
    if on.is_none() {
        reading.error("review-until-day", "keeping-reviewed-on-missing");
    }
    let ended = form
        .all("review-ended")
        .iter()
        .filter_map(|number| number.parse().ok().map(amends_core::id::RecommendationNumber))
        .collect::<Vec<_>>();
    let (outcome, on) = (outcome?, on?);
    Some(Box::new(move |reasons| {
        let (replaced, ended) = (Vec::new(), ended.clone());
        Command::RecordPostDecisionReview { outcome, reasons, on, replaced, ended }
    }))
}
