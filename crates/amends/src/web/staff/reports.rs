//! Reports: decisions with service improvements, and how bodies deal with the office; as pages and as files (R53, R56).

mod of_handling;

use amends_core::{id::BodyId, recommendation::Kind, recurrence::Progress, text::Language};
use amends_store::lists::{self, HandlingFilter, ImprovementCursor, ImprovementFilter};
use axum::{
    Json, Router,
    extract::{Query, State},
    http::header,
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    body_field::{self, BodyField, Typed},
    shown::{Choice, Standing, Tag},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::FieldError,
    reports::{
        handling,
        improvements::{self, Line, Subject},
    },
    web::{
        app::{self, Answer, App, again, with_errors},
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/reports", get(all))
        .route("/reports/service-improvements", get(improvements_page))
        .route("/reports/service-improvements.csv", get(improvements_csv))
        .route("/reports/service-improvements.json", get(improvements_json))
        .merge(of_handling::routes())
}

/// What a report is narrowed to, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    body: String,
    theme: String,
    kind: String,
    progress: String,
    from: String,
    to: String,
    what: String,
    after: String,
}

impl Wanted {
    /// The first and the last day; a day that cannot be read is an error on its field.
    fn days(&self, language: Language) -> (Option<Date>, Option<Date>, Vec<FieldError>) {
        let mut errors = Vec::new();
        let mut day = |field: &str, typed: &str| {
            let read = typed.trim().parse().ok();
            if read.is_none() && !typed.trim().is_empty() {
                let text = i18n::tr(
                    language,
                    "form-date-does-not-exist",
                    &i18n::args([("typed", typed.to_owned())]),
                );
                errors.push(FieldError::new(field, text));
            }
            read
        };
        let (from, to) = (day("from", &self.from), day("to", &self.to));
        (from, to, errors)
    }

    /// The body, which from here on stands in its addresses by its id.
    fn read_body(&mut self, office: &Office, language: Language) -> Result<Typed, ActError> {
        let typed = body_field::read(office.directory()?.as_ref(), "body", &self.body, &[], language);
        if let Some(body) = typed.body {
            self.body = body.to_string();
        }
        Ok(typed)
    }

    /// What the report of service improvements is narrowed to, with the body that was read.
    fn improvements(&self, body: Option<BodyId>, language: Language) -> (ImprovementFilter, Vec<FieldError>) {
        let (from, to, errors) = self.days(language);
        let filter = ImprovementFilter {
            body,
            theme: Some(self.theme.clone()).filter(|theme| !theme.is_empty()),
            kind: self.kind.parse().ok(),
            states: Progress::named(&self.progress).map(Progress::states).unwrap_or_default(),
            from,
            to,
            ..ImprovementFilter::default()
        };
        (filter, errors)
    }

    /// What the report of how bodies deal with the office is narrowed to, with the body that was read.
    fn handling(&self, body: Option<BodyId>, language: Language) -> (HandlingFilter, Vec<FieldError>) {
        let (from, to, errors) = self.days(language);
        (HandlingFilter { body, what: handling::decoded(&self.what), from, to }, errors)
    }

    /// The same report with one thing otherwise.
    fn with(&self, path: &str, change: &[(&str, &str)]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("body", &self.body),
            ("theme", &self.theme),
            ("kind", &self.kind),
            ("progress", &self.progress),
            ("from", &self.from),
            ("to", &self.to),
            ("what", &self.what),
        ];
        for (name, value) in fields {
            let value =
                change.iter().find(|(field, _)| *field == name).map_or(value.as_str(), |(_, new)| new);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if let Some((_, after)) = change.iter().find(|(field, _)| *field == "after") {
            query.append_pair("after", after);
        }
        format!("{path}?{}", query.finish())
    }
}

#[derive(Serialize)]
struct Filters {
    action: String,
    body: BodyField,
    themes: Vec<Choice>,
    theme: String,
    kinds: Vec<Choice>,
    kind: String,
    progresses: Vec<Choice>,
    progress: String,
    from: String,
    to: String,
    csv_href: String,
    json_href: String,
}

fn filters(
    office: &Office,
    visit: &Visit,
    wanted: &Wanted,
    body: BodyField,
    path: &str,
) -> Result<Filters, ActError> {
    let language = visit.language;
    let any = |key: &str| Choice::new("", i18n::t(language, key));
    let with = |first: Choice, rest: Vec<Choice>| std::iter::once(first).chain(rest).collect::<Vec<_>>();
    let profile = office.own_profile()?;
    let themes = profile.themes.iter().map(|rule| Choice::new(&rule.id, rule.what.get(language))).collect();
    let kinds = Kind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), i18n::t(language, &format!("kind-{}", kind.code()))))
        .collect();
    let progresses =
        Progress::ALL.into_iter().map(|one| Choice::new(one.code(), progress_word(one, language))).collect();
    let href = |format: &str| wanted.with(&visit.to(&format!("{path}.{format}")), &[]);
    Ok(Filters {
        action: visit.to(path),
        body,
        themes: with(any("recurrence-any-theme"), themes),
        theme: wanted.theme.clone(),
        kinds: with(any("report-any-kind"), kinds),
        kind: wanted.kind.clone(),
        progresses: with(any("worklist-any"), progresses),
        progress: wanted.progress.clone(),
        from: wanted.from.clone(),
        to: wanted.to.clone(),
        csv_href: href("csv"),
        json_href: href("json"),
    })
}

fn progress_word(one: Progress, language: Language) -> String {
    i18n::t(language, &format!("progress-{}", one.code().replace('_', "-")))
}

#[derive(Serialize)]
struct AllPage {
    improvements_href: String,
    handling_href: String,
}

async fn all(State(app): State<App>, staff: Staff) -> Answer {
    let page = AllPage {
        improvements_href: staff.visit.to("/reports/service-improvements"),
        handling_href: staff.visit.to("/reports/handling"),
    };
    let frame = staff.frame(&app, i18n::t(staff.visit.language, "nav-reports"));
    Ok(app.page("staff/reports.html", &staff.visit, &frame, page)?.into_response())
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    line: Line,
    href: String,
    tag: Tag,
    kind_word: String,
}

#[derive(Serialize)]
struct Number {
    count: u64,
    href: String,
    label: String,
}

#[derive(Serialize)]
struct SubjectRow {
    name: String,
    numbers: Vec<Number>,
}

#[derive(Serialize)]
struct ImprovementsPage {
    filters: Filters,
    columns: Vec<String>,
    subjects: Vec<SubjectRow>,
    rows: Vec<Row>,
    next_page: Option<String>,
    as_at: String,
}

const IMPROVEMENTS: &str = "/reports/service-improvements";

async fn improvements_page(State(app): State<App>, staff: Staff, Query(mut wanted): Query<Wanted>) -> Answer {
    let visit = staff.visit.clone();
    let (page, errors) = app
        .work(move |office| {
            let (language, today) = (visit.language, office.today());
            let body = wanted.read_body(office, language)?;
            let (filter, mut errors) = wanted.improvements(body.narrowed(), language);
            errors.extend(body.error);
            let (bodies, profile) = (office.directory()?, office.own_profile()?);
            let counts = office.db().read(|conn| lists::improvement_counts(conn, &filter))?;
            let after = cursor(&wanted.after);
            let (items, next) = office.db().read(|conn| lists::improvements(conn, &filter, after))?;
            let rows = items.into_iter().map(|item| {
                let standing = Standing {
                    state: item.row.state,
                    awaits_body: item.row.awaits_body,
                    evidence_due_on: item.row.evidence_due_on,
                    days_late: item.row.days_late,
                };
                let (reference, number, kind) = (item.reference.clone(), item.row.number.0, item.row.kind);
                Row {
                    href: super::earlier_lines::href(&reference.0, number, language),
                    tag: standing.tag(today),
                    kind_word: i18n::t(language, &format!("kind-{}", kind.code())),
                    line: improvements::line(item, &bodies, profile, today, language),
                }
            });
            let page = ImprovementsPage {
                rows: rows.collect(),
                columns: Progress::ALL.map(|one| progress_word(one, language)).into(),
                subjects: improvements::subjects(&counts, profile, language)
                    .into_iter()
                    .map(|one| subject_row(one, &visit, &wanted))
                    .collect(),
                next_page: next.map(|next| {
                    let after = format!("{}.{}.{}", next.decided_on, next.case, next.number);
                    wanted.with(&visit.to(IMPROVEMENTS), &[("after", &after)])
                }),
                filters: filters(office, &visit, &wanted, body.field, IMPROVEMENTS)?,
                as_at: today.to_string(),
            };
            Ok::<_, ActError>((page, errors))
        })
        .await?;
    drawn(&app, &staff, "report-improvements", "staff/report_improvements.html", page, errors)
}

/// Each number of a subject leads to the list that makes it.
fn subject_row(subject: Subject, visit: &Visit, wanted: &Wanted) -> SubjectRow {
    let numbers = subject.counts.iter().map(|(code, count)| {
        let progress =
            Progress::named(code).map(|one| progress_word(one, visit.language)).unwrap_or_default();
        Number {
            count: *count,
            href: if subject.theme.is_empty() {
                String::new()
            } else {
                let change = [("theme", subject.theme.as_str()), ("progress", *code)];
                wanted.with(&visit.to(IMPROVEMENTS), &change)
            },
            label: format!("{}, {progress}", subject.name),
        }
    });
    SubjectRow { numbers: numbers.collect(), name: subject.name }
}

fn cursor(text: &str) -> Option<ImprovementCursor> {
    let mut parts = text.split('.');
    let (decided_on, case, number) = (parts.next()?, parts.next()?, parts.next()?);
    Some(ImprovementCursor {
        decided_on: decided_on.parse().ok()?,
        case: case.parse().ok()?,
        number: amends_core::id::RecommendationNumber(number.parse().ok()?),
    })
}

fn drawn(
    app: &App,
    staff: &Staff,
    title: &str,
    template: &str,
    page: impl Serialize,
    errors: Vec<FieldError>,
) -> Answer {
    let wrong = !errors.is_empty();
    let mut frame = with_errors(staff.frame(app, i18n::t(staff.visit.language, title)), errors);
    frame.breadcrumbs = vec![app::link(&staff.visit, "nav-reports", "/reports")];
    let html = app.page(template, &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn csv(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ];
    (headers, text).into_response()
}

async fn improvement_lines(
    app: &App,
    staff: &Staff,
    mut wanted: Wanted,
) -> Result<Vec<Line>, crate::web::problem::Problem> {
    let language = staff.visit.language;
    app.work(move |office| {
        let body = wanted.read_body(office, language)?;
        let (filter, _) = wanted.improvements(body.narrowed(), language);
        improvements::lines(office, &filter, language)
    })
    .await
}

async fn improvements_csv(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let lines = improvement_lines(&app, &staff, wanted).await?;
    Ok(csv("service-improvements", improvements::to_csv(&lines)))
}

async fn improvements_json(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let lines = improvement_lines(&app, &staff, wanted).await?;
    let as_at = app.office.today();
    Ok(Json(serde_json::json!({ "as_at": as_at, "rows": lines })).into_response())
}
