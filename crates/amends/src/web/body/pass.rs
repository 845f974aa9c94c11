//! Passing actions to a colleague: who, which, exactly what they will see; and ending it again (R11).

use amends_core::id::{LinkId, RecommendationNumber};
use amends_store::people::Link;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};

use super::{
    frame_behind,
    matter::{ActionView, Matter},
    speaks_for_body,
};
use crate::{
    office::{Office, links::PassOn},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::Form,
        outside::{drawn, notice, same_case},
        problem::Problem,
        visit::Outside,
    },
};

/// Which action the page was opened for, and what was done.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    action: String,
    done: Option<String>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Serialize)]
struct PassedView {
    id: String,
    to: String,
    numbers: String,
    /// `open`, `opened`, `used`, `ended`.
    state: &'static str,
    until: String,
}

#[derive(Serialize)]
struct Page<'a> {
    check: bool,
    email: &'a str,
    message: &'a str,
    chosen: &'a [String],
    choices: Vec<Choice>,
    preview: Vec<ActionView>,
    other_domain: bool,
    passed: Vec<PassedView>,
    reference: &'a str,
    days: u32,
}

/// The page.
pub async fn show(State(app): State<App>, outside: Outside, Query(asked): Query<Asked>) -> Answer {
    let form = Form::default().with("action", asked.action);
    draw(&app, &outside, &form, false, Vec::new(), asked.done.as_deref()).await
}

/// A step on: a look at what the colleague will see, or sending it.
pub async fn pass(State(app): State<App>, outside: Outside, form: Form) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    same_case(&form, &matter.case)?;
    let mut reading = form.read(outside.visit.language);
    let email = reading.text("email", "portal-pass-email-missing").to_lowercase();
    if !email.is_empty() && !is_address(&email) {
        reading.error("email", "portal-pass-email-wrong");
    }
    let numbers = chosen(&matter, &form);
    if numbers.is_empty() {
        reading.error("action", "portal-pass-action-missing");
    }
    let message = reading.text("message", "portal-pass-message-missing");
    let errors = reading.errors();
    if !errors.is_empty() || form.get("step") != "send" {
        let check = errors.is_empty() && form.get("step") == "check";
        return draw(&app, &outside, &form, check, errors, None).await;
    }
    if !speaks_for_body(&outside) {
        return Err(Problem::Forbidden);
    }
    let (link, case, body) = (outside.link, matter.case.id, matter.body.id);
    let language = outside.visit.language;
    app.work(move |office| {
        let (numbers, to, note) = (numbers.as_slice(), email.as_str(), message.as_str());
        office.pass_on(&PassOn { from: link, case, body, numbers, to, note, language })?;
        office.link_used(link)
    })
    .await?;
    Ok(see(outside.visit.to("/portal/pass?done=passed")))
}

/// Ends a link that was passed on.
pub async fn end(State(app): State<App>, outside: Outside, form: Form) -> Answer {
    if !speaks_for_body(&outside) {
        return Err(Problem::Forbidden);
    }
    let link: LinkId = form.get("link").parse().map_err(|_| Problem::NotFound)?;
    let (case, body) = (outside.case, outside.body()?);
    app.work(move |office| office.end_passed_on(link, case, body)).await?;
    Ok(see(outside.visit.to("/portal/pass?done=ended")))
}

fn chosen(matter: &Matter, form: &Form) -> Vec<RecommendationNumber> {
    let numbers = form.all("action").iter().filter_map(|number| number.parse().ok());
    numbers.filter_map(|number| matter.one(number).ok()).map(|one| one.number).collect()
}

/// Something that can be an address of e-mail; whether it is one, only a message can show.
fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let plain =
        !text.chars().any(|sign| sign.is_whitespace() || sign.is_control() || ",;<>\"".contains(sign));
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
    plain && !name.is_empty() && dotted && !domain.contains('@')
}

async fn draw(
    app: &App,
    outside: &Outside,
    form: &Form,
    check: bool,
    errors: Vec<FieldError>,
    done: Option<&str>,
) -> Answer {
    if !speaks_for_body(outside) {
        return Err(Problem::Forbidden);
    }
    let matter = Matter::load(app, outside).await?;
    let (case, body, link) = (matter.case.id, matter.body.id, outside.link);
    let (passed, own) = app
        .work(move |office| {
            let own = office.db().read(|conn| amends_store::people::link(conn, link))?;
            Ok::<_, crate::office::ActError>((office.links_passed_on(case, body)?, own.sent_to))
        })
        .await?;
    let key = if check { "portal-pass-check-title" } else { "portal-pass-title" };
    let mut frame = frame_behind(app, outside, &matter, key, "/portal");
    frame.errors = errors;
    notice(&mut frame, &outside.visit, &["passed", "ended"], done, "portal-done-");
    let choices: Vec<Choice> = matter
        .visible()
        .into_iter()
        .filter(|one| !one.state().is_terminal())
        .map(|one| Choice { value: one.number.to_string(), text: matter.action(one).wording })
        .collect();
    let numbers = chosen(&matter, form);
    let reference = matter.case.reference.0.clone();
    let seen = matter.seen_by_colleague(&numbers);
    let preview = seen.visible().into_iter().filter(|_| check).map(|one| seen.action(one)).collect();
    let email = form.get("email");
    let domain = |address: &str| address.rsplit('@').next().unwrap_or_default().to_lowercase();
    let page = Page {
        check,
        email,
        message: form.get("message"),
        chosen: form.all("action"),
        choices,
        preview,
        other_domain: domain(email) != domain(&own),
        passed: passed.iter().map(|link| passed_view(&app.office, link)).collect(),
        reference: &reference,
        days: app.config.auth.link_days,
    };
    drawn(app, "body/pass.html", &outside.visit, &frame, page)
}

fn passed_view(office: &Office, link: &Link) -> PassedView {
    let state = match (link.counts(office.clock().now()), link.used_at, link.opened_at) {
        (false, _, _) => "ended",
        (true, Some(_), _) => "used",
        (true, None, Some(_)) => "opened",
        (true, None, None) => "open",
    };
    let numbers: Vec<String> = link.numbers.iter().map(ToString::to_string).collect();
    PassedView {
        id: link.id.to_string(),
        to: link.sent_to.clone(),
        numbers: numbers.join(", "),
        state,
        until: office.clock().day_of(link.ends_at).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_is_told_from_what_is_none() {
        assert!(is_address("a.b@ynys.gov.wales"));
        for wrong in ["", "ab", "a@b", "a@b.", "a b@c.uk", "a@b.uk, c@d.uk", "@c.uk", "a@b@c.uk"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
