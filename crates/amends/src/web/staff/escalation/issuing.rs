//! What was chosen is prepared, offered for comment, and issued by whoever may (R9, R37, R41; PSOW Act 2019 s.28).

use amends_core::{
    case::Case,
    command::{Command, CommandKind},
    duty::{Duty, duties},
    instrument::GroundId,
    issued::{InstrumentComment, Preparation, Prepared},
    profile::Profile,
};
use axum::extract::{Path, Query, State};
use serde::Serialize;

use super::{
    super::{
        asking::{Drawn, FormRule, Sort, may, must},
        confirming::{self, Checked, Words},
        grounds,
        matter::{self, Matter, Row, Seen, TermsShown, led_to},
        next_step::{self, Step, may as allowed},
        shown::{Choice, Done, told},
    },
    recommending, routes, steps,
};
use crate::{
    office::{ActError, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        problem::Problem,
        visit::Staff,
    },
};

const COMMENT: FormRule = FormRule {
    words: "prepared-",
    name: "comment",
    fields: &[
        must("body", Sort::One),
        must("comment", Sort::Words),
        must("received_on", Sort::Day),
        may("acts_by_the_dates", Sort::Tick),
    ],
};
const ISSUE: FormRule = FormRule { words: "prepared-", name: "issue", fields: &[] };
const ISSUE_EARLY: FormRule =
    FormRule { words: "prepared-", name: "issue", fields: &[must("before_expiry", Sort::Words)] };

/// Checks what was answered, and prepares it once it was looked at.
pub(super) async fn prepare(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    let number = form.get("recommendation").parse::<u16>().map_err(|_| Problem::BadRequest)?;
    let mut reading = form.read(language);
    reading.text("facts", "escalation-facts-missing");
    reading.optional_date("body_by");
    reading.optional_date("complainant_by");
    let mut errors = reading.errors();
    // The form is shown again with whatever of it cannot be used, all at once.
    let (wanted, typed) = (reference.clone(), form.clone());
    let checked = app
        .work(move |office| {
            let matter = Matter::load(office, &wanted, language)?;
            let body = matter.find(number)?.terms.addressee;
            Ok::<_, ActError>(recommending::read(&typed, body, language).err())
        })
        .await?;
    errors.extend(checked.unwrap_or_default());
    if !errors.is_empty() {
        return steps::wrong(&app, &staff, &reference, number, &form, errors).await;
    }
    let words = Words {
        section: "/escalation",
        title: "prepare-check",
        button: "prepare-do",
        consequences: vec!["prepare-goes-to-both"],
    };
    let typed = form.clone();
    let make = move |office: &Office, case: &Case, sealer: &mut Sealer| {
        let what = preparation(office, case, &typed, number, sealer)?;
        Ok(vec![Command::PrepareInstrument(Box::new(what))])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            let path = format!("/cases/{reference}/escalation/prepared?done=instrument-prepared");
            Ok(see(staff.visit.to(&path)))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => steps::wrong(&app, &staff, &reference, number, &form, led(errors)).await,
    }
}

/// Errors of the rules on the fields of the last question; what it has no field for leads to the form as a whole.
fn led(errors: Vec<FieldError>) -> Vec<FieldError> {
    let led = |error: FieldError| match error.field.as_str() {
        "facts" | "body_by" | "complainant_by" => error,
        _ => FieldError { field: "prepare-main".to_owned(), ..error },
    };
    errors.into_iter().map(led).collect()
}

fn preparation(
    office: &Office,
    case: &Case,
    form: &Form,
    number: u16,
    sealer: &mut Sealer,
) -> Result<Preparation, ActError> {
    let one = case.recommendation(amends_core::id::RecommendationNumber(number));
    let body = one.ok_or(ActError::NotFound("recommendation"))?.terms.addressee;
    let profile = office.profile_of(case)?;
    let rule = steps::chosen(form, profile).ok_or(ActError::NotFound("ground"))?;
    let grounds: Vec<_> = form.all("ground").iter().cloned().map(GroundId).collect();
    let known = amends_core::escalation::routes(case, profile, office.calendar(), body, office.today());
    let after = known.iter().find(|route| grounds.contains(&route.ground)).and_then(|route| route.after);
    let reading = |field: &str| form.read(amends_core::text::Language::En).optional_date(field);
    let typed = if rule.recommends {
        recommending::read(form, body, amends_core::text::Language::En)
            .map_err(|_| ActError::NotFound("form"))?
    } else {
        Vec::new()
    };
    Ok(Preparation {
        instrument: rule.instrument,
        after,
        body,
        grounds,
        facts: sealer.words(form.get("facts").trim())?,
        recommendations: recommending::sealed(&typed, sealer)?,
        body_by: reading("body_by").filter(|_| rule.recommends),
        complainant_by: reading("complainant_by").filter(|_| rule.recommends),
    })
}

#[derive(Serialize)]
struct Page {
    rows: Vec<Row>,
    facts: String,
    recommended: Vec<TermsShown>,
    comments: Vec<Row>,
    comment: Option<Drawn>,
    issue: Option<Drawn>,
    waits_until: Option<String>,
    by: String,
}

pub(super) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, &reference, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/escalation", "staff/prepared.html"), seen, view).await
}

/// The day until which the office's own policy waits, where what is prepared would come before it (R41).
fn waits_until(
    office: &Office,
    case: &Case,
    profile: &Profile,
    prepared: &Prepared,
) -> Option<jiff::civil::Date> {
    let what = &prepared.what;
    let known = amends_core::escalation::routes(case, profile, office.calendar(), what.body, office.today());
    let theirs = known.iter().filter(|route| what.grounds.contains(&route.ground));
    theirs.filter_map(|route| route.waits_until).max()
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let (case, language) = (&matter.case, matter.language);
    let profile = office.profile_of(case)?;
    let prepared = case.prepared.as_ref().ok_or(ActError::NotFound("prepared"))?;
    let what = &prepared.what;
    let rule = profile.instrument(what.instrument).ok_or(ActError::NotFound("instrument"))?;
    let base = format!("/{}/cases/{}/escalation/prepared", language.tag(), case.reference);
    let until = waits_until(office, case, profile, prepared);
    let mut rows = vec![
        Row::new(matter.t("prepared-body"), matter.body(what.body)),
        Row::new(matter.t("prepared-on"), matter.date(prepared.on)),
    ];
    for ground in what.grounds.iter().filter_map(|id| profile.ground(id)) {
        let text = format!("{} ({})", ground.what.get(language), ground.citation);
        rows.push(Row::new(matter.t("instrument-ground"), text));
    }
    let asked = [(what.body_by, "prepared-body-by"), (what.complainant_by, "prepared-complainant-by")];
    for (by, key) in asked {
        rows.extend(by.map(|by| Row::new(matter.t(key), matter.date(by))));
    }
    let parties = || {
        let mut parties =
            vec![Choice::none(language), Choice::new(what.body.to_string(), matter.body(what.body))];
        if case.has_complainant_to_ask() {
            parties.push(Choice::new(COMPLAINANT, matter.t("who-complainant")));
        }
        parties
    };
    let may = |kind| allowed(&staff.actor(), kind);
    let recommended = case.prepared_recommendations();
    let page = Page {
        rows,
        facts: what.facts.as_str().to_owned(),
        recommended: recommended.iter().map(|one| matter.terms(one.number, &one.terms)).collect(),
        comments: prepared
            .comments
            .iter()
            .map(|one| {
                let who = one.body.map_or_else(|| matter.t("who-complainant"), |body| matter.body(body));
                let text = format!("{} ({})", one.comment.as_str(), matter.date(one.received_on));
                Row::new(who, text)
            })
            .collect(),
        comment: may(CommandKind::CommentOnInstrument)
            .then(|| COMMENT.drawn("comment", &format!("{base}/comment"), "", language, |_| parties())),
        issue: may(CommandKind::IssueInstrument).then(|| {
            let form = if until.is_some() { ISSUE_EARLY } else { ISSUE };
            form.drawn("issue", &format!("{base}/issue"), "", language, |_| Vec::new())
        }),
        waits_until: until.map(|on| on.to_string()),
        by: routes::role(profile, rule.decided_by, matter),
    };
    let name = grounds::instrument_name(profile, what.instrument, language);
    Ok((told(language, "prepared-title", [("name", &name)]), page))
}

const COMPLAINANT: &str = "complainant";

pub(super) async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, name)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    let rule = match name.as_str() {
        "comment" => COMMENT,
        "issue" if form.has("issue-before_expiry") => ISSUE_EARLY,
        "issue" => ISSUE,
        _ => return Err(Problem::NotFound),
    };
    if let Err(errors) = rule.read(rule.name, &form, language) {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    }
    let issuing = rule.name == "issue";
    let words = Words {
        section: "/escalation",
        title: if issuing { "prepared-issue-check" } else { "prepared-comment-check" },
        button: if issuing { "prepared-issue-do" } else { "prepared-comment-do" },
        consequences: if issuing { vec!["prepared-issue-irreversible"] } else { Vec::new() },
    };
    let typed = form.clone();
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        let unread = || ActError::NotFound("form");
        let given = rule.read(rule.name, &typed, language).map_err(|_| unread())?;
        if issuing {
            let before_expiry = sealer.optional(&given.text("before_expiry"))?;
            return Ok(vec![Command::IssueInstrument { before_expiry }]);
        }
        let body = match given.text("body").as_str() {
            COMPLAINANT => None,
            other => Some(other.parse().map_err(|_| unread())?),
        };
        let comment = InstrumentComment {
            body,
            comment: sealer.words(&given.text("comment"))?,
            acts_by_the_dates: given.ticked("acts_by_the_dates"),
            received_on: given.day("received_on").ok_or_else(unread)?,
        };
        Ok(vec![Command::CommentOnInstrument { comment }])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            let path = if issuing { "issued" } else { "prepared?done=prepared-comment" };
            Ok(see(staff.visit.to(&format!("/cases/{reference}/escalation/{path}"))))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            let errors = if issuing { led_to("issue", errors) } else { rule.led("comment", errors) };
            draw(&app, &staff, &reference, Seen::again(&form, errors)).await
        }
    }
}

/// What happens next, with its dates.
#[derive(Serialize)]
struct Issued {
    name: String,
    number: u8,
    dates: Vec<Row>,
    steps: Vec<Step>,
}

pub(super) async fn issued(State(app): State<App>, staff: Staff, Path(reference): Path<String>) -> Answer {
    let place = ("/escalation", "staff/instrument_issued.html");
    let visit = staff.visit.clone();
    let view = move |office: &Office, matter: &Matter, _: &Staff| {
        let case = &matter.case;
        let profile = office.profile_of(case)?;
        let issued = case.issued.last().ok_or(ActError::NotFound("instrument"))?;
        let owed = duties(case, profile, office.calendar(), matter.today, &office.circumstances()?);
        let theirs = |duty: &Duty| match duty {
            Duty::RecordInstrumentReceipt { instrument, .. }
            | Duty::AssessResponse { instrument, .. }
            | Duty::PeriodEnding { instrument, .. }
            | Duty::PublicityOverdue { instrument, .. }
            | Duty::PublishInstead { instrument, .. }
            | Duty::Lay { instrument, .. } => *instrument == issued.number,
            _ => false,
        };
        let owed: Vec<_> = owed.into_iter().filter(theirs).collect();
        let base = format!("/{}/cases/{}", matter.language.tag(), case.reference);
        let dates =
            issued.numbers.iter().filter_map(|number| case.recommendation(*number)).filter_map(|one| {
                one.evidence_due_on().map(|on| {
                    let key =
                        told(matter.language, "issued-due", [("reference", &matter.reference(one.number))]);
                    Row::new(key, matter.date(on))
                })
            });
        let name = grounds::instrument_name(profile, issued.instrument, matter.language);
        let page = Issued {
            number: issued.number.0,
            dates: dates.collect(),
            steps: next_step::steps(case, profile, &owed, &base, &visit, &matter.bodies),
            name,
        };
        Ok((told(matter.language, "issued-title", [("name", &page.name)]), page))
    };
    matter::draw(&app, &staff, &reference, place, Seen::default(), view).await
}
