//! One action: what was agreed, by when we must be told, what proves it, what was sent; and what to do if it cannot be done.

use axum::extract::{Path, Query, State};
use serde::Serialize;

use super::{
    frame_behind,
    home::Done,
    matter::{ActionView, Matter},
    speaks_for_body,
};
use crate::web::{
    app::{Answer, App},
    outside::{ContactCard, drawn, notice},
    visit::Outside,
};

#[derive(Serialize)]
struct Page<'a> {
    action: ActionView,
    colleague: bool,
    may_ask: bool,
    contact: &'a ContactCard,
}

/// Its page.
pub async fn show(
    State(app): State<App>,
    outside: Outside,
    Path(number): Path<u16>,
    Query(done): Query<Done>,
) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let one = matter.one(number)?;
    let action = matter.action(one);
    let may_ask = action.open && speaks_for_body(&outside);
    let mut frame = frame_behind(&app, &outside, &matter, "portal-action-title", "/portal");
    frame.title.clone_from(&action.wording);
    notice(&mut frame, &outside.visit, &["extension"], done.done.as_deref(), "portal-done-");
    let page = Page { action, colleague: matter.for_colleague(), may_ask, contact: &matter.contact };
    drawn(&app, "body/action.html", &outside.visit, &frame, page)
}

/// What to do where an action cannot be done: the caseworker decides, so they must be spoken to (R36).
pub async fn cannot(State(app): State<App>, outside: Outside, Path(number): Path<u16>) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let action = matter.action(matter.one(number)?);
    let back = format!("/portal/actions/{number}");
    let frame = frame_behind(&app, &outside, &matter, "portal-cannot-title", &back);
    let may_ask = action.open && speaks_for_body(&outside);
    let page = Page { action, colleague: matter.for_colleague(), may_ask, contact: &matter.contact };
    drawn(&app, "body/cannot.html", &outside.visit, &frame, page)
}
