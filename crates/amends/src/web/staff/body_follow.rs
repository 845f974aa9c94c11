//! Open recommendations follow a body's successor: looked at case by case first, then done for those that are ticked (E13).

use amends_core::{
    actor::StaffRole, body::Concern, command::CommandKind, id::CaseReference, permit, text::Language,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::shown::{Choice, body_name, told};
use crate::{
    i18n,
    office::{
        ActError, Office,
        registry::{Followed, Following},
    },
    render::frame::{FieldError, Link},
    web::{
        app::{self, Answer, App, again, see, with_errors},
        form::{Form, refused},
        problem::Problem,
        visit::{Staff, Visit},
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/bodies/{slug}/follow", get(show).post(follow))
}

/// Which successor is looked at; all of it stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
struct Look {
    #[serde(default)]
    successor: String,
    #[serde(default)]
    concern: String,
}

#[derive(Serialize)]
struct Line {
    reference: String,
    href: String,
    title: String,
    numbers: Vec<String>,
    letters: String,
    refusal: Option<String>,
}

#[derive(Serialize)]
struct Page {
    action: String,
    name: String,
    successor: String,
    successors: Vec<Choice>,
    concern: String,
    concerns: Vec<Choice>,
    chosen: String,
    lines: Vec<Line>,
    ready: bool,
    may: bool,
}

fn may(role: StaffRole) -> bool {
    permit::staff(role, CommandKind::FollowSuccessor).is_ok()
}

fn concern_of(text: &str) -> Concern {
    if text == Concern::Property.code() { Concern::Property } else { Concern::Function }
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(slug): Path<String>,
    Query(look): Query<Look>,
) -> Answer {
    draw(&app, &staff, slug, look, Vec::new()).await
}

async fn draw(app: &App, staff: &Staff, slug: String, look: Look, errors: Vec<FieldError>) -> Answer {
    let (visit, actor, may, wanted) = (staff.visit.clone(), staff.actor(), may(staff.role), slug.clone());
    let page = app
        .work(move |office| {
            let (mut page, following) = page(office, &visit, &wanted, &look, may)?;
            if let Some(following) = following.filter(|_| may) {
                let found = office.foresee_following(&actor, &following)?;
                page.ready = found.iter().any(|one| one.outcome.is_ok());
                page.lines = found.into_iter().map(|one| line(one, &visit)).collect();
            }
            Ok::<_, ActError>(page)
        })
        .await?;
    let wrong = !errors.is_empty();
    let title = told(staff.visit.language, "follow-title", [("body", &page.name)]);
    let mut frame = with_errors(staff.frame(app, title), errors);
    frame.breadcrumbs = vec![
        app::link(&staff.visit, "nav-bodies", "/bodies"),
        Link::new(page.name.clone(), staff.visit.to(&format!("/bodies/{slug}/history"))),
    ];
    let html = app.page("staff/body_follow.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(
    office: &Office,
    visit: &Visit,
    slug: &str,
    look: &Look,
    may: bool,
) -> Result<(Page, Option<Following>), ActError> {
    let language = visit.language;
    let record = office.body_by_slug(slug)?;
    let all = office.all_bodies()?;
    let mut ids: Vec<_> = record.body.all_successors().collect();
    ids.dedup();
    let chosen = ids
        .iter()
        .find(|id| id.to_string() == look.successor)
        .or_else(|| ids.first().filter(|_| ids.len() == 1));
    let concern = concern_of(&look.concern);
    let following = chosen.map(|successor| Following {
        body: record.body.id,
        successor: *successor,
        concern,
        note: String::new(),
    });
    let concerns = Concern::ALL
        .into_iter()
        .map(|one| Choice::new(one.code(), i18n::t(language, &format!("follow-concern-{}", one.code()))));
    let page = Page {
        action: visit.to(&format!("/bodies/{slug}/follow")),
        name: record.body.name.get(language).to_owned(),
        successor: chosen.map(|id| body_name(&all, *id, language)).unwrap_or_default(),
        successors: ids
            .iter()
            .map(|id| Choice::new(id.to_string(), body_name(&all, *id, language)))
            .collect(),
        concern: concern.code().to_owned(),
        concerns: concerns.collect(),
        chosen: chosen.map(ToString::to_string).unwrap_or_default(),
        lines: Vec::new(),
        ready: false,
        may,
    };
    Ok((page, following))
}

fn line(one: Followed, visit: &Visit) -> Line {
    let language = visit.language;
    let letters = match &one.outcome {
        Ok(letters) => i18n::tr(language, "follow-letters", &counted(*letters)),
        Err(_) => String::new(),
    };
    Line {
        href: visit.to(&format!("/cases/{}", one.reference)),
        numbers: one.numbers.iter().map(|number| one.reference.recommendation(*number)).collect(),
        reference: one.reference.to_string(),
        title: one.title,
        letters,
        refusal: one.outcome.err().map(|refusal| refused(&refusal, language).text),
    }
}

fn counted(letters: usize) -> i18n::Args<'static> {
    let mut args = i18n::Args::new();
    args.set("count", i64::try_from(letters).unwrap_or(i64::MAX));
    args
}

async fn follow(State(app): State<App>, staff: Staff, Path(slug): Path<String>, form: Form) -> Answer {
    if !may(staff.role) {
        return Err(Problem::Forbidden);
    }
    let look = Look { successor: form.get("successor").to_owned(), concern: form.get("concern").to_owned() };
    let only: Vec<_> = form.all("cases").iter().map(|text| CaseReference(text.clone())).collect();
    if only.is_empty() {
        let errors = vec![missing(staff.visit.language)];
        return draw(&app, &staff, slug, look, errors).await;
    }
    let (visit, actor, wanted, note) =
        (staff.visit.clone(), staff.actor(), slug.clone(), form.get("note").to_owned());
    app.work(move |office| {
        let (_, following) = page(office, &visit, &wanted, &look, true)?;
        let following = following.ok_or(ActError::NotFound("successor"))?;
        office.let_follow(&actor, &Following { note, ..following }, Some(&only))
    })
    .await?;
    Ok(see(staff.visit.to(&format!("/bodies/{slug}/history?done=body-followed"))))
}

fn missing(language: Language) -> FieldError {
    FieldError { field: "cases".to_owned(), text: i18n::t(language, "follow-cases-missing") }
}
