//! Asking for a later date, with a reason; the office decides (R30).

use amends_core::{
    command::Command, id::ExtensionId, recommendation::Recommendation, succession::RestsOnFreeze,
};
use axum::extract::{Path, State};
use serde::Serialize;

use super::{
    frame_behind,
    matter::{ActionView, Matter},
    speaks_for_body,
};
use crate::{
    office::{Ask, Office},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        outside::{drawn, outcome, same_case},
        problem::Problem,
        visit::Outside,
    },
};

/// Dates that are suggested: so many working days after the date that stands.
const SUGGESTED: [i32; 2] = [10, 20];

#[derive(Serialize)]
struct Page<'a> {
    action: ActionView,
    suggested: Vec<String>,
    late: bool,
    reason: &'a str,
    done_so_far: &'a str,
    day: &'a str,
    month: &'a str,
    year: &'a str,
    reference: &'a str,
    key: &'a str,
    frozen: bool,
    rests: bool,
}

fn open<'a>(matter: &'a Matter, outside: &Outside, number: u16) -> Result<&'a Recommendation, Problem> {
    let one = matter.one(number)?;
    if !speaks_for_body(outside) {
        return Err(Problem::Forbidden);
    }
    if one.decided && !one.state().is_terminal() { Ok(one) } else { Err(Problem::NotFound) }
}

/// The page.
pub async fn show(State(app): State<App>, outside: Outside, Path(number): Path<u16>) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let one = open(&matter, &outside, number)?;
    let key = app.work(|office: &Office| office.fresh_id()).await?;
    draw(&app, &outside, &matter, one, &Form::default().with("key", key.to_string()), Vec::new())
}

/// Asks.
pub async fn ask(State(app): State<App>, outside: Outside, Path(number): Path<u16>, form: Form) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    same_case(&form, &matter.case)?;
    let one = open(&matter, &outside, number)?;
    let mut reading = form.read(outside.visit.language);
    let reason = reading.text("reason", "portal-extension-reason-missing");
    let until = reading.date("until", "portal-extension-until-missing");
    let done_so_far = reading.optional("done_so_far");
    let extension = reading.parsed::<ExtensionId>("key", "portal-form-old");
    let errors = reading.errors();
    let (Some(until), Some(extension), true) = (until, extension, errors.is_empty()) else {
        return draw(&app, &outside, &matter, one, &form, errors);
    };
    let done = outside.visit.to(&format!("/portal/actions/{number}?done=extension"));
    if one.extensions.iter().any(|request| request.extension == extension) {
        return Ok(see(done));
    }
    let (actor, case, number) = (outside.actor(), matter.case.id, one.number);
    let (asked_on, link, rests) = (matter.today, outside.link, form.has("freeze"));
    let result = app.work(move |office| {
        let mut sealer = office.sealer();
        let mut commands = vec![Command::RequestExtension {
            extension,
            number,
            asked_on,
            until,
            reason: sealer.words(&reason)?,
            done_so_far: sealer.optional(&done_so_far)?,
        }];
        if rests {
            let account = sealer.words(&reason)?;
            commands.push(Command::RestOnFreeze(RestsOnFreeze { extension, number, account }));
        }
        office.act(&Ask::new(&actor, case), &commands, &sealer.into_kept())?;
        office.link_used(link)
    });
    match outcome(result.await, outside.visit.language)? {
        Ok(()) => Ok(see(done)),
        Err(error) => draw(&app, &outside, &matter, one, &form, vec![error]),
    }
}

fn draw(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    one: &Recommendation,
    form: &Form,
    errors: Vec<FieldError>,
) -> Answer {
    let back = format!("/portal/actions/{}", one.number);
    let mut frame = frame_behind(app, outside, matter, "portal-extension-title", &back);
    frame.errors = errors;
    let from = one.evidence_due_on().map(|due| due.max(matter.today));
    let suggested = from.into_iter().flat_map(|from| {
        SUGGESTED.into_iter().filter_map(move |days| matter.calendar.working_days_from(from, days))
    });
    let page = Page {
        action: matter.action(one),
        suggested: suggested.map(|day| day.to_string()).collect(),
        late: one.evidence_due_on().is_some_and(|due| due < matter.today),
        reason: form.get("reason"),
        done_so_far: form.get("done_so_far"),
        day: form.get("until-day"),
        month: form.get("until-month"),
        year: form.get("until-year"),
        reference: &matter.case.reference.0,
        key: form.get("key"),
        frozen: matter.body.freeze_on(matter.today).is_some(),
        rests: form.has("freeze"),
    };
    drawn(app, "body/extension.html", &outside.visit, &frame, page)
}
