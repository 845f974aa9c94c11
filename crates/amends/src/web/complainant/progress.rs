//! What is happening with a complaint: what was promised, whether it has happened, and what the office does where it is late.

use std::{collections::BTreeMap, sync::Arc};

use amends_core::{
    case::{Case, Stage},
    duty::next_chase_on,
    id::{BodyId, PersonId},
    issued::{DECISION, Issued},
    party::Standing,
    profile::Profile,
    recommendation::{Amount, Kind, Recommendation, Scope, State},
    text::Language,
};
use axum::extract::{Query, State as Given};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    i18n,
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        outside::{ContactCard, Tag, contact_card, drawn, notice, tag},
        problem::Problem,
        visit::Outside,
    },
};

/// A case, loaded for its complainant: the case, and what their pages need beside it.
pub struct Complaint {
    /// The case.
    pub case: Arc<Case>,
    /// The day.
    pub today: Date,
    /// Whom to reach.
    pub contact: ContactCard,
    /// In which language the page is.
    pub language: Language,
    bodies: BTreeMap<BodyId, String>,
    asked_again_on: BTreeMap<u16, Date>,
    reports: Vec<String>,
}

impl Complaint {
    /// The complaint of whoever came by this link.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where it is another's, such as after somebody else stepped in.
    pub async fn load(app: &App, outside: &Outside) -> Result<Self, Problem> {
        let (person, case, language) = (outside.complainant()?, outside.case, outside.visit.language);
        app.work(move |office| Self::read(office, person, case, language)).await
    }

    fn read(
        office: &Office,
        person: PersonId,
        case: amends_core::id::CaseId,
        language: Language,
    ) -> Result<Self, ActError> {
        let case = office.load(case)?.case;
        if case.complainant.as_ref().is_none_or(|one| one.person != person) {
            return Err(ActError::NotFound("complaint"));
        }
        let profile = office.profile_of(&case)?;
        let bodies = office.bodies(&case.bodies)?;
        let names = bodies.into_iter().map(|body| (body.id, body.name.get(language).to_owned()));
        let asked = case.live().filter_map(|one| {
            next_chase_on(&case, one, profile, office.calendar()).map(|day| (one.number.0, day))
        });
        let asked_again_on = asked.collect();
        let names: BTreeMap<BodyId, String> = names.collect();
        let reports = reports(&case, profile, &names, language);
        let contact = contact_card(office, &case, language)?;
        let today = office.today();
        Ok(Self { bodies: names, asked_again_on, reports, contact, today, language, case })
    }

    /// What was promised to them; service improvements are only counted (R4).
    pub fn promised(&self) -> impl Iterator<Item = &Recommendation> {
        self.case.live().filter(|one| one.decided && one.terms.scope == Scope::Personal)
    }

    /// One of the promises.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for what is none.
    pub fn one(&self, number: u16) -> Result<&Recommendation, Problem> {
        self.promised().find(|one| one.number.0 == number).ok_or(Problem::NotFound)
    }

    /// May they still comment on a draft? Then by when they are asked to.
    pub fn comment_by(&self) -> Option<Date> {
        let asked = self.case.stage() == Stage::OutForComment && self.case.has_complainant_to_ask();
        self.case.latest_draft().filter(|_| asked).and_then(|round| round.complainant)
    }

    /// The name of a body, where the case has several.
    pub fn body_of(&self, one: &Recommendation) -> Option<String> {
        let several = self.case.bodies.len() > 1;
        self.bodies.get(&one.terms.addressee).filter(|_| several).cloned()
    }

    fn names(&self) -> String {
        self.bodies.values().cloned().collect::<Vec<_>>().join(", ")
    }
}

/// What was issued after the decision, a line each: the parties read of it, so the complainant does too.
fn reports(
    case: &Case,
    profile: &Profile,
    bodies: &BTreeMap<BodyId, String>,
    language: Language,
) -> Vec<String> {
    let later = case.issued.iter().filter(|issued| issued.number != DECISION);
    let line = |issued: &Issued| {
        let name = profile.instrument(issued.instrument).map(|rule| rule.name.get(language).to_owned());
        let about: Vec<_> = issued.bodies.iter().filter_map(|id| bodies.get(id)).cloned().collect();
        let values = [
            ("date", i18n::date(language, issued.issued_on)),
            ("name", name.unwrap_or_default()),
            ("bodies", about.join(", ")),
        ];
        i18n::tr(language, "complaint-report-issued", &i18n::args(values))
    };
    later.map(line).collect()
}

/// What a question about a promise is about: the words differ, and so do the answers in Welsh.
pub fn asked_as(one: &Recommendation) -> &'static str {
    match one.terms.kind {
        Kind::Payment | Kind::Reimbursement => "money",
        Kind::Apology => "apology",
        Kind::Explanation => "letter",
        _ => "done",
    }
}

/// The sum promised, where it is a sum.
pub fn sum(one: &Recommendation) -> Option<String> {
    match &one.terms.amount {
        Some(Amount::Exact { pence }) => Some(pence.to_string()),
        Some(Amount::Formula { .. }) | None => None,
    }
}

#[derive(Serialize)]
struct Promise {
    number: u16,
    wording: String,
    body: Option<String>,
    tag: Tag,
    line: &'static str,
    /// The sentence under it: `waiting`, `late`, `checking`, `more`, `done`, `closed`, `not`.
    says: &'static str,
    due: Option<String>,
    asked_times: usize,
    asked_last: Option<String>,
    asked_next: Option<String>,
    extended: bool,
    had_it: Option<bool>,
    may_say: bool,
    asked_as: &'static str,
    sum: Option<String>,
}

#[derive(Serialize)]
struct Page<'a> {
    /// Where the case is, in words for the complainant.
    stage: &'static str,
    reference: &'a str,
    bodies: String,
    promises: Vec<Promise>,
    reports: &'a [String],
    improvements: usize,
    improvements_done: usize,
    comment_by: Option<String>,
    commented: bool,
    nothing_to_do: bool,
    adjustments: Option<&'a str>,
    files: Vec<File<'a>>,
    contact: &'a ContactCard,
}

/// A file the office opened to the complainant.
#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    digest: String,
}

/// What was done, where the page was reached by a form.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// The page.
pub async fn show(Given(app): Given<App>, outside: Outside, Query(done): Query<Done>) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    let case = &complaint.case;
    let improvements: Vec<_> =
        case.live().filter(|one| one.decided && one.terms.scope == Scope::Service).collect();
    let draft = case.latest_draft().map(|round| round.draft);
    let comment_by = complaint.comment_by();
    let commented = case.complainant_comments.iter().any(|comment| Some(comment.draft) == draft);
    let page = Page {
        stage: stage(case),
        reference: &case.reference.0,
        bodies: complaint.names(),
        promises: complaint.promised().map(|one| promise(&complaint, one)).collect(),
        reports: &complaint.reports,
        improvements_done: improvements.iter().filter(|one| one.state().is_satisfied()).count(),
        improvements: improvements.len(),
        nothing_to_do: comment_by.is_none() || commented,
        comment_by: comment_by.map(|day| day.to_string()),
        commented,
        adjustments: case
            .complainant
            .as_ref()
            .and_then(|one| one.adjustments.as_ref())
            .map(amends_core::text::Words::as_str),
        files: case
            .files_open_to(amends_core::disclosure::Outside::Complainant)
            .into_iter()
            .map(|file| File { name: file.name.as_str(), digest: file.digest.to_string() })
            .collect(),
        contact: &complaint.contact,
    };
    let mut frame = app.frame(&outside.visit, i18n::t(complaint.language, "complaint-title"));
    frame.home = outside.visit.to("/my-complaint");
    let known = ["comment", "had-it", "had-it-not", "not-sure"];
    notice(&mut frame, &outside.visit, &known, done.done.as_deref(), "complaint-done-");
    drawn(&app, "complainant/progress.html", &outside.visit, &frame, page)
}

fn stage(case: &Case) -> &'static str {
    if matches!(case.standing, Standing::Withdrawn { .. }) && !case.is_decided() {
        return "withdrawn";
    }
    match case.stage() {
        Stage::Assessing | Stage::Investigating | Stage::DraftReady => "looking",
        Stage::ProposalSent | Stage::Negotiating | Stage::Agreed => "agreeing",
        Stage::OutForComment => "draft",
        Stage::ConsideringComments | Stage::FinalReady | Stage::ConsiderPublicReport => "considering",
        Stage::Discontinued => "ended",
        Stage::FinalIssued | Stage::ClosedEarlyResolution | Stage::DiscontinuedBySettlement => "promised",
    }
}

fn promise(complaint: &Complaint, one: &Recommendation) -> Promise {
    let today = complaint.today;
    let late = one.days_overdue(today).is_some();
    let (line, says) = match one.state() {
        State::Due | State::FurtherEvidenceRequested if late => ("now", "late"),
        State::FurtherEvidenceRequested => ("now", "more"),
        State::Draft | State::Proposed | State::Due => ("to_come", "waiting"),
        State::EvidenceReceived | State::UnderReview => ("now", "checking"),
        State::MetOnTime | State::MetLate => ("done", "done"),
        State::TreatedAsMet => ("done", "closed"),
        State::Withdrawn | State::NotMet | State::Refused | State::Ceased | State::Superseded => {
            ("stopped", "not")
        }
    };
    let tag = match (one.state(), late) {
        // For the complainant late is late, also where something came that was not enough.
        (State::FurtherEvidenceRequested, true) => Tag { state: "overdue", days: one.days_overdue(today) },
        _ => tag(one, today),
    };
    let chases: Vec<_> = one.chases.iter().filter(|chase| !chase.undelivered).collect();
    Promise {
        number: one.number.0,
        wording: one.terms.wording.as_str().to_owned(),
        body: complaint.body_of(one),
        tag,
        line,
        says,
        due: one.evidence_due_on().map(|day| day.to_string()),
        asked_times: chases.len(),
        asked_last: chases.last().map(|chase| chase.on.to_string()),
        asked_next: complaint.asked_again_on.get(&one.number.0).map(|day| (*day).max(today).to_string()),
        extended: one.dates.len() > 1,
        had_it: one.had_it,
        may_say: line != "stopped",
        asked_as: asked_as(one),
        sum: sum(one),
    }
}
