//! What the complainant thinks of a draft: of the whole, or of one thing in it (R9).

use amends_core::{command::Command, id::RecommendationNumber, recommendation::Recommendation};
use axum::extract::State;
use serde::Serialize;

use super::progress::Complaint;
use crate::{
    i18n,
    office::Ask,
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        outside::{ContactCard, drawn, outcome, same_case},
        visit::Outside,
    },
};

#[derive(Serialize)]
struct Proposed {
    number: u16,
    wording: String,
    body: Option<String>,
    comment: String,
}

#[derive(Serialize)]
struct Page<'a> {
    check: bool,
    by: Option<String>,
    draft: u8,
    whole: &'a str,
    proposed: Vec<Proposed>,
    reference: &'a str,
    key: &'a str,
    contact: &'a ContactCard,
}

/// The draft, with room for comments; where none is out, the first page.
pub async fn show(State(app): State<App>, outside: Outside) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    if complaint.comment_by().is_none() {
        return Ok(see(outside.visit.to("/my-complaint")));
    }
    let key = app.work(|office: &crate::office::Office| office.fresh_id()).await?;
    draw(&app, &outside, &complaint, &Form::default().with("key", key.to_string()), false, Vec::new())
}

/// A step on: a look at what was written, or sending it.
pub async fn comment(State(app): State<App>, outside: Outside, form: Form) -> Answer {
    let complaint = Complaint::load(&app, &outside).await?;
    same_case(&form, &complaint.case)?;
    let language = outside.visit.language;
    let draft = complaint.case.latest_draft().map(|round| round.draft.to_string()).unwrap_or_default();
    if complaint.comment_by().is_none() || form.get("draft") != draft {
        let error = FieldError::new("whole", i18n::t(language, "complaint-draft-changed"));
        return draw(&app, &outside, &complaint, &form, false, vec![error]);
    }
    let comments = typed(&complaint, &form);
    if comments.is_empty() {
        let error = FieldError::new("whole", i18n::t(language, "complaint-comment-missing"));
        return draw(&app, &outside, &complaint, &form, false, vec![error]);
    }
    if form.get("step") != "send" {
        return draw(&app, &outside, &complaint, &form, form.get("step") == "check", Vec::new());
    }
    let (actor, case, link) = (outside.actor(), complaint.case.id, outside.link);
    let (received_on, key) = (complaint.today, format!("comments/{}", form.get("key")));
    let done = app.work(move |office| {
        let mut sealer = office.sealer();
        let mut commands = Vec::new();
        for (number, text) in comments {
            let comment = sealer.words(&text)?;
            commands.push(Command::RecordComplainantComment { number, comment, received_on });
        }
        office.act(&Ask::new(&actor, case).keyed(key), &commands, &sealer.into_kept())?;
        office.link_used(link)
    });
    match outcome(done.await, language)? {
        Ok(()) => Ok(see(outside.visit.to("/my-complaint?done=comment"))),
        Err(error) => draw(&app, &outside, &complaint, &form, false, vec![error]),
    }
}

/// What was proposed in the draft that is out.
fn proposed(complaint: &Complaint) -> impl Iterator<Item = &Recommendation> {
    complaint.case.live().filter(|one| !one.decided && !one.in_drafts.is_empty())
}

fn typed(complaint: &Complaint, form: &Form) -> Vec<(Option<RecommendationNumber>, String)> {
    let of = |field: &str| form.get(field).trim().to_owned();
    let whole = std::iter::once((None, of("whole")));
    let each = proposed(complaint).map(|one| (Some(one.number), of(&format!("comment-{}", one.number))));
    whole.chain(each).filter(|(_, text)| !text.is_empty()).collect()
}

fn draw(
    app: &App,
    outside: &Outside,
    complaint: &Complaint,
    form: &Form,
    check: bool,
    errors: Vec<FieldError>,
) -> Answer {
    let key = if check { "complaint-comment-check-title" } else { "complaint-comment-title" };
    let mut frame = app.frame(&outside.visit, i18n::t(complaint.language, key));
    frame.home = outside.visit.to("/my-complaint");
    frame.back = Some(outside.visit.to("/my-complaint"));
    frame.errors = errors;
    let view = |one: &Recommendation| Proposed {
        number: one.number.0,
        wording: crate::web::body::matter::terms(one).wording.as_str().to_owned(),
        body: complaint.body_of(one),
        comment: form.get(&format!("comment-{}", one.number)).to_owned(),
    };
    let page = Page {
        check,
        by: complaint.comment_by().map(|day| day.to_string()),
        draft: complaint.case.latest_draft().map_or(0, |round| round.draft),
        whole: form.get("whole"),
        proposed: proposed(complaint).map(view).collect(),
        reference: &complaint.case.reference.0,
        key: form.get("key"),
        contact: &complaint.contact,
    };
    drawn(app, "complainant/comment.html", &outside.visit, &frame, page)
}
