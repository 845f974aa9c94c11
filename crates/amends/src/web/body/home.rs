//! A body's first page: what needs it now, what is coming, what is being checked, what is done; proposals on top.

use amends_core::{
    case::{Route, Stage},
    recommendation::State,
};
use axum::extract::{Query, State as Given};
use serde::{Deserialize, Serialize};

use super::{
    frame,
    matter::{ActionView, Matter},
    speaks_for_body,
};
use crate::web::{
    app::{Answer, App},
    outside::{ContactCard, counted, drawn, notice},
    visit::Outside,
};

/// What was done, where a page was reached by a form.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    /// Which notice.
    pub done: Option<String>,
}

#[derive(Serialize)]
struct Page<'a> {
    body: &'a str,
    reference: &'a str,
    colleague: bool,
    draft: Option<Draft>,
    groups: Vec<Group>,
    last_accepted: Option<String>,
    nothing: bool,
    contact: &'a ContactCard,
}

/// Proposals that are out, or being thought over by the office.
#[derive(Serialize)]
struct Draft {
    /// `answer`, `answered` or `waiting`.
    state: &'static str,
    settlement: bool,
    by: Option<String>,
    actions: Vec<ActionView>,
}

#[derive(Serialize)]
struct Group {
    key: &'static str,
    actions: Vec<ActionView>,
}

/// The page.
pub async fn show(Given(app): Given<App>, outside: Outside, Query(done): Query<Done>) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let draft = draft(&matter, speaks_for_body(&outside));
    let groups = groups(&matter);
    let awaiting: usize = groups
        .iter()
        .filter(|group| ["now", "coming"].contains(&group.key))
        .map(|one| one.actions.len())
        .sum();
    let language = outside.visit.language;
    let title = match &draft {
        Some(draft) if draft.state == "answer" && awaiting == 0 => {
            counted(language, "portal-title-draft", draft.actions.len())
        }
        _ => counted(language, "portal-title", awaiting),
    };
    let last = matter
        .visible()
        .into_iter()
        .filter(|one| one.state().is_satisfied())
        .filter_map(|one| one.ended_on)
        .max();
    let page = Page {
        body: matter.body.name.get(language),
        reference: &matter.case.reference.0,
        colleague: matter.for_colleague(),
        nothing: awaiting == 0 && draft.is_none(),
        draft,
        groups,
        last_accepted: last.map(|day| day.to_string()),
        contact: &matter.contact,
    };
    let mut frame = frame(&app, &outside, &matter, title);
    notice(&mut frame, &outside.visit, &["extension"], done.done.as_deref(), "portal-done-");
    drawn(&app, "body/home.html", &outside.visit, &frame, page)
}

fn draft(matter: &Matter, answers: bool) -> Option<Draft> {
    let undecided: Vec<_> =
        matter.visible().into_iter().filter(|one| !one.decided && one.dropped.is_none()).collect();
    if undecided.is_empty() {
        return None;
    }
    let asked = !matter.proposed().is_empty()
        && matches!(matter.case.stage(), Stage::OutForComment | Stage::ProposalSent);
    let state = match (asked && answers, matter.answered()) {
        (true, false) => "answer",
        (true, true) => "answered",
        (false, _) => "waiting",
    };
    Some(Draft {
        state,
        settlement: matter.case.route == Route::EarlyResolution,
        by: matter.case.asked_to_answer_by(matter.body.id).map(|day| day.to_string()),
        actions: undecided.into_iter().map(|one| matter.action(one)).collect(),
    })
}

/// Decided actions, by what is to happen with them next.
fn groups(matter: &Matter) -> Vec<Group> {
    let mut groups: Vec<Group> = ["now", "coming", "checked", "done"]
        .into_iter()
        .map(|key| Group { key, actions: Vec::new() })
        .collect();
    for one in matter.visible() {
        let action = matter.action(one);
        let key = match one.state() {
            State::Draft | State::Proposed => continue,
            State::FurtherEvidenceRequested => "now",
            State::Due if matches!(action.tag.state, "overdue" | "due_soon") => "now",
            State::Due => "coming",
            State::EvidenceReceived | State::UnderReview => "checked",
            State::Withdrawn
            | State::MetOnTime
            | State::MetLate
            | State::TreatedAsMet
            | State::NotMet
            | State::Refused
            | State::Ceased
            | State::Superseded => "done",
        };
        if let Some(group) = groups.iter_mut().find(|group| group.key == key) {
            group.actions.push(action);
        }
    }
    groups.retain(|group| !group.actions.is_empty());
    groups
}
