//! What is about to be destroyed, shown to the second person before it goes (R54).

use amends_core::retention::{Class, Counts};
use axum::{
    Router,
    extract::{Path, State},
    response::IntoResponse as _,
    routing::get,
};
use serde::Serialize;

use super::{case_frame::CaseFrame, shown::staff_name};
use crate::{
    i18n,
    office::{ActError, Ask},
    web::{
        app::{Answer, App, again, see, with_errors},
        form::{Form, refused},
        problem::Problem,
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/keeping/destroy/{class}", get(look).post(destroy))
}

/// What is about to be destroyed.
#[derive(Serialize)]
struct Look {
    case: CaseFrame,
    class: &'static str,
    classes: Vec<String>,
    counts: Counts,
    kept: usize,
    proposed_by: Option<String>,
    reason: String,
}

async fn look(
    State(app): State<App>,
    staff: Staff,
    Path((reference, class)): Path<(String, String)>,
) -> Answer {
    let class = Class::of_code(&class).ok_or(Problem::NotFound)?;
    look_again(&app, &staff, reference, class, Vec::new()).await
}

/// What goes, before it goes.
async fn look_again(
    app: &App,
    staff: &Staff,
    reference: String,
    class: Class,
    errors: Vec<crate::render::frame::FieldError>,
) -> Answer {
    let language = staff.visit.language;
    let page = app.work(move |office| {
        let loaded = office.told(office.by_reference(&reference)?.case.id)?;
        let going = office.going(&loaded, class)?;
        let case = &loaded.case;
        let proposal = case.keeping.proposal(class).map(|one| &one.proposal);
        let people = office.staff()?;
        let name = |class: &Class| i18n::t(language, &format!("retention-class-{}", class.code()));
        Ok::<_, ActError>(Look {
            class: class.code(),
            classes: going.classes.iter().map(name).collect(),
            counts: going.counts,
            kept: going.went.papers_kept.len(),
            proposed_by: proposal.map(|one| staff_name(&people, one.by, language)),
            reason: proposal.map(|one| one.reason.as_str().to_owned()).unwrap_or_default(),
            case: CaseFrame::of(office, case, language, "/keeping")?,
        })
    });
    let page = page.await?;
    let wrong = !errors.is_empty();
    let frame = with_errors(page.case.frame(app, staff, i18n::t(language, "keeping-destroy-title")), errors);
    let html = app.page("staff/keeping_destroy.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

async fn destroy(
    State(app): State<App>,
    staff: Staff,
    Path((reference, class)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let class = Class::of_code(&class).ok_or(Problem::NotFound)?;
    let (actor, wanted, language) = (staff.actor(), reference.clone(), staff.visit.language);
    let seq = form.get("seq").parse::<u32>().ok();
    let done = app.work(move |office| {
        let case = office.by_reference(&wanted)?.case;
        let mut ask = Ask::new(&actor, case.id);
        ask.expected_seq = seq;
        match office.approve_disposal(&ask, class) {
            Ok(certificate) => Ok(Ok(certificate)),
            Err(ActError::Refused(refusal)) => Ok(Err(refused(&refusal, language))),
            Err(ActError::Changed { .. }) => Ok(Ok(None)),
            Err(error) => Err(error),
        }
    });
    match done.await? {
        Ok(Some(certificate)) => {
            let number = certificate.disposal.certificate;
            Ok(see(staff.visit.to(&format!("/admin/retention/certificates/{number}?done=keeping-destroyed"))))
        }
        Ok(None) => Ok(see(staff.visit.to(&format!("/cases/{reference}/keeping?done=keeping-changed")))),
        Err(error) => look_again(&app, &staff, reference, class, vec![error]).await,
    }
}
