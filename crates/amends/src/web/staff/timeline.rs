//! The record of a case: what happened, newest first, as staff, a body or the complainant may read it; and the letters that went.

use amends_core::{case::Case, text::Language, timeline::Viewer};
use amends_store::post::{self, Post, PostState};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::{
    case_frame::CaseFrame,
    history::{self, Happened},
    shown::{body_name, told},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::Link,
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/timeline", get(show))
        .route("/cases/{reference}/letters", get(letters))
}

#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default, rename = "as")]
    viewer: String,
}

#[derive(Serialize)]
struct Day {
    on: String,
    events: Vec<Happened>,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    views: Vec<Link>,
    as_others: bool,
    days: Vec<Day>,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let language = staff.visit.language;
    let page = app
        .work(move |office| {
            let loaded = office.told(office.by_reference(&reference)?.case.id)?;
            let case = &loaded.case;
            let frame = CaseFrame::of(office, case, language, "/timeline")?;
            let viewer = viewer(case, &wanted.viewer);
            let lines = history::happened(office, case, &loaded.history, viewer, language)?;
            Ok::<_, ActError>(Page {
                views: views(office, case, viewer, &frame.base, language)?,
                as_others: viewer != Viewer::Staff,
                days: by_day(lines),
                case: frame,
            })
        })
        .await?;
    let frame = page.case.frame(&app, &staff, i18n::t(language, "section-timeline"));
    Ok(app.page("staff/timeline.html", &staff.visit, &frame, page)?.into_response())
}

/// Whose eyes: the office's own, a body's of the case, or the complainant's.
fn viewer(case: &Case, wanted: &str) -> Viewer {
    if wanted == "complainant" && case.complainant.is_some() {
        return Viewer::Complainant;
    }
    let body = case.bodies.iter().find(|body| body.to_string() == wanted);
    body.map_or(Viewer::Staff, |body| Viewer::Body(*body))
}

fn views(
    office: &Office,
    case: &Case,
    viewer: Viewer,
    base: &str,
    language: Language,
) -> Result<Vec<Link>, ActError> {
    let all = office.all_bodies()?;
    let path = format!("{base}/timeline");
    let mut views =
        vec![Link::new(i18n::t(language, "timeline-as-staff"), &path).here(viewer == Viewer::Staff)];
    views.extend(case.bodies.iter().map(|body| {
        let text = told(language, "timeline-as-body", [("body", &body_name(&all, *body, language))]);
        Link::new(text, format!("{path}?as={body}")).here(viewer == Viewer::Body(*body))
    }));
    if case.complainant.is_some() {
        let text = i18n::t(language, "timeline-as-complainant");
        views.push(Link::new(text, format!("{path}?as=complainant")).here(viewer == Viewer::Complainant));
    }
    Ok(views)
}

/// The newest day first, and within a day the newest line first.
fn by_day(lines: Vec<Happened>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for line in lines.into_iter().rev() {
        let on = line.at.split('T').next().unwrap_or_default().to_owned();
        match days.last_mut() {
            Some(day) if day.on == on => day.events.push(line),
            _ => days.push(Day { on, events: vec![line] }),
        }
    }
    days
}

#[derive(Serialize)]
struct Letter {
    subject: String,
    made_at: String,
    to: String,
    channel: String,
    state: String,
    failed: bool,
    reason: String,
    language: &'static str,
    text: String,
}

#[derive(Serialize)]
struct LettersPage {
    case: CaseFrame,
    letters: Vec<Letter>,
}

async fn letters(State(app): State<App>, staff: Staff, Path(reference): Path<String>) -> Answer {
    let language = staff.visit.language;
    let page = app
        .work(move |office| {
            let case = office.by_reference(&reference)?.case;
            let posts = office.db().read(|conn| post::posts_of_case(conn, case.id))?;
            Ok::<_, ActError>(LettersPage {
                letters: posts.into_iter().rev().map(|one| letter(office, one, language)).collect(),
                case: CaseFrame::of(office, &case, language, "/letters")?,
            })
        })
        .await?;
    let frame = page.case.frame(&app, &staff, i18n::t(language, "section-letters"));
    Ok(app.page("staff/letters.html", &staff.visit, &frame, page)?.into_response())
}

fn letter(office: &Office, post: Post, language: Language) -> Letter {
    let failed = matches!(post.state, PostState::Refused | PostState::Bounced | PostState::Held);
    Letter {
        subject: post.subject,
        made_at: office.clock().local(post.made_at).strftime("%Y-%m-%dT%H:%M").to_string(),
        to: post.address,
        channel: i18n::t(language, &format!("post-by-{}", post.channel.code())),
        state: i18n::t(language, &format!("post-{}", post.state.code())),
        failed,
        reason: post.reason.unwrap_or_default(),
        language: post.language.tag(),
        text: post.text,
    }
}
