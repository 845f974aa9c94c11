//! Mail that a person must look at: why it is held, where it may belong, filing it by hand, setting it aside (R29, E8).

use amends_core::{
    case::Case,
    id::{CaseReference, MailId, RecommendationNumber},
    text::Language,
};
use amends_store::{
    lists, people,
    post::{self, Mail, MailState},
};
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    inbox_filing::filed,
    shown::{self, Choice, Done},
};
use crate::{
    i18n::{self, Catalogue},
    mail::{effect, receive::Incoming},
    office::{ActError, Office},
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
    Router::new().route("/inbox", get(list)).route("/inbox/{mail}", get(show).post(file))
}

/// So many messages stand on a page.
const PAGE: usize = 50;

#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    done: String,
}

#[derive(Serialize)]
struct Line {
    href: String,
    subject: String,
    sender: String,
    body: String,
    received_at: String,
    reason: String,
}

#[derive(Serialize)]
struct Tab {
    text: String,
    href: String,
    current: bool,
    count: Option<u64>,
}

#[derive(Serialize)]
struct ListPage {
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    next_page: Option<String>,
}

async fn list(State(app): State<App>, staff: Staff, Query(wanted): Query<Wanted>) -> Answer {
    let (visit, aside) = (staff.visit.clone(), wanted.state == "set_aside");
    let after = place(&wanted.after);
    let page = app.work(move |office| list_page(office, &visit, aside, after)).await?;
    let mut frame = staff.frame(&app, i18n::t(staff.visit.language, "nav-inbox"));
    Done { done: wanted.done }.on(&mut frame, staff.visit.language);
    Ok(app.page("staff/inbox.html", &staff.visit, &frame, page)?.into_response())
}

/// The last message of the page before, as it stands in the address: `2026-04-15T12:00:00Z_0197…`.
type Place = (Timestamp, MailId);

fn place(after: &str) -> Option<Place> {
    let (at, mail) = after.split_once('_')?;
    Some((at.parse().ok()?, mail.parse().ok()?))
}

fn list_page(
    office: &Office,
    visit: &Visit,
    aside: bool,
    after: Option<Place>,
) -> Result<ListPage, ActError> {
    let most = u32::try_from(PAGE + 1).unwrap_or(u32::MAX);
    let (mut mails, counts) = office.db().read(|conn| {
        let mails = match aside {
            true => post::mail_in(conn, MailState::SetAside, after, most)?,
            false => post::mail_to_file(conn, after, most)?,
        };
        Ok::<_, amends_store::error::StoreError>((mails, post::mail_counts(conn)?))
    })?;
    let more = mails.len() > PAGE;
    mails.truncate(PAGE);
    let count = |states: &[MailState]| states.iter().filter_map(|state| counts.get(state)).sum();
    let tab = |key: &str, state: &str, current: bool, states: &[MailState]| Tab {
        text: i18n::t(visit.language, key),
        href: visit.to(&format!("/inbox?state={state}")),
        current,
        count: Some(count(states)),
    };
    let tabs = vec![
        tab("inbox-to-file", "held", !aside, &[MailState::New, MailState::Held]),
        tab("inbox-set-aside", "set_aside", aside, &[MailState::SetAside]),
    ];
    let next = mails.last().filter(|_| more).map(|last| {
        let state = if aside { "set_aside" } else { "held" };
        visit.to(&format!("/inbox?state={state}&after={}_{}", last.received_at, last.mail))
    });
    let mut lines = Vec::new();
    for mail in mails {
        lines.push(Line {
            href: visit.to(&format!("/inbox/{}", mail.mail)),
            body: bodies_of(office, &mail.sender, visit.language)?.join(", "),
            received_at: moment(office, &mail),
            reason: reason(mail.reason.as_deref(), visit.language),
            subject: mail.subject,
            sender: mail.sender,
        });
    }
    Ok(ListPage { tabs, lines, next_page: next })
}

fn moment(office: &Office, mail: &Mail) -> String {
    office.clock().local(mail.received_at).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The bodies at which the sender is a contact.
fn bodies_of(office: &Office, sender: &str, language: Language) -> Result<Vec<String>, ActError> {
    let (contacts, all) = (office.db().read(|conn| people::contacts_at(conn, sender))?, office.directory()?);
    Ok(contacts.iter().map(|one| all.name(one.body, language)).collect())
}

/// Why a message is where it is, in words.
fn reason(code: Option<&str>, language: Language) -> String {
    let code = code.unwrap_or("held-nothing-matches");
    let keys = [code.to_owned(), format!("held-{code}"), format!("aside-{code}")];
    let known = keys.iter().find(|key| Catalogue::get().has(language, key));
    i18n::t(language, known.map_or("inbox-reason-other", String::as_str))
}

#[derive(Serialize)]
struct Attached {
    name: String,
    media_type: String,
    size: String,
}

#[derive(Serialize)]
struct Page {
    action: String,
    sender: String,
    bodies: String,
    received_at: String,
    why: String,
    text: String,
    attachments: Vec<Attached>,
    warnings: Vec<String>,
    guesses: Vec<Link>,
    case: String,
    case_title: String,
    recommendations: Vec<Choice>,
    chosen: Vec<String>,
    filed: bool,
}

#[derive(Debug, Default, Deserialize)]
struct Look {
    #[serde(default)]
    case: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(mail): Path<MailId>,
    Query(look): Query<Look>,
) -> Answer {
    let case = look.case.trim().to_owned();
    let form = Form::default().with("case", case.clone());
    let language = staff.visit.language;
    let known = case.is_empty() || app.work(move |office| exists(office, &case)).await?;
    let errors = if known {
        Vec::new()
    } else {
        vec![FieldError::new("case", i18n::t(language, "inbox-no-such-case"))]
    };
    draw(&app, &staff, mail, form, errors).await
}

fn exists(office: &Office, reference: &str) -> Result<bool, ActError> {
    let reference = CaseReference(reference.to_owned());
    Ok(office.db().read(|conn| lists::case_by_reference(conn, &reference))?.is_some())
}

async fn draw(
    app: &App,
    staff: &Staff,
    mail: MailId,
    form: Form,
    errors: Vec<FieldError>,
) -> Result<Response, Problem> {
    let visit = staff.visit.clone();
    let (page, subject) = app.work(move |office| page(office, &visit, mail, &form)).await?;
    let wrong = !errors.is_empty();
    let mut frame = with_errors(staff.frame(app, subject), errors);
    frame.breadcrumbs = vec![app::link(&staff.visit, "nav-inbox", "/inbox")];
    let html = app.page("staff/mail.html", &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

fn page(office: &Office, visit: &Visit, id: MailId, form: &Form) -> Result<(Page, String), ActError> {
    let language = visit.language;
    let mail = office.db().read(|conn| post::mail(conn, id))?;
    let incoming = office.read_kept(&mail)?.ok();
    let case = match form.get("case") {
        reference if !reference.is_empty() && exists(office, reference)? => {
            Some(office.by_reference(reference)?.case)
        }
        _ => None,
    };
    let attached = |incoming: &Incoming| -> Vec<Attached> {
        effect::files(incoming)
            .map(|file| Attached {
                name: file.name.clone(),
                media_type: file.media_type.to_owned(),
                size: shown::told(language, "inbox-size", [("kilobytes", &kilobytes(file.bytes.len()))]),
            })
            .collect()
    };
    let warned = |incoming: &Incoming| -> Vec<String> {
        incoming.warnings.iter().map(|warning| i18n::t(language, warning.key())).collect()
    };
    let action = visit.to(&format!("/inbox/{id}"));
    let page = Page {
        sender: mail.sender.clone(),
        bodies: bodies_of(office, &mail.sender, language)?.join(", "),
        received_at: moment(office, &mail),
        why: reason(mail.reason.as_deref(), language),
        text: incoming.as_ref().map(|one| one.text.said.clone()).unwrap_or_default(),
        attachments: incoming.as_ref().map(attached).unwrap_or_default(),
        warnings: incoming.as_ref().map(warned).unwrap_or_default(),
        guesses: guesses(office, &mail, incoming.as_ref(), &action)?,
        case: form.get("case").to_owned(),
        case_title: case.as_ref().map(|case| case.title.as_str().to_owned()).unwrap_or_default(),
        recommendations: case.as_deref().map(open).unwrap_or_default(),
        chosen: form.all("number").to_vec(),
        filed: mail.state == MailState::Filed,
        action,
    };
    Ok((page, mail.subject))
}

fn kilobytes(bytes: usize) -> String {
    bytes.div_ceil(1024).to_string()
}

/// What evidence may be for: decided, and not ended.
fn open(case: &Case) -> Vec<Choice> {
    case.live()
        .filter(|one| one.decided && !one.state().is_terminal())
        .map(|one| Choice {
            hint: one.terms.wording.as_str().to_owned(),
            ..Choice::new(one.number.to_string(), case.reference.recommendation(one.number))
        })
        .collect()
}

/// Cases that the message names, and the latest of the sender's body: guesses, for a person to judge.
fn guesses(
    office: &Office,
    mail: &Mail,
    incoming: Option<&Incoming>,
    action: &str,
) -> Result<Vec<Link>, ActError> {
    let text = incoming.map(|one| one.text.said.as_str()).unwrap_or_default();
    let mut found: Vec<CaseReference> = named(&format!("{} {text}", mail.subject));
    let contacts = office.db().read(|conn| people::contacts_at(conn, &mail.sender))?;
    for contact in contacts {
        let filter = lists::CaseFilter { body: Some(contact.body), ..lists::CaseFilter::default() };
        let (items, _) = office.db().read(|conn| lists::cases(conn, &filter, None))?;
        found.extend(items.into_iter().take(5).map(|item| item.row.reference));
    }
    let mut links: Vec<Link> = Vec::new();
    for reference in found {
        let text = reference.to_string();
        if links.iter().all(|link| link.text != text) && exists(office, &text)? {
            links.push(Link::new(text, format!("{action}?case={reference}")));
        }
    }
    Ok(links)
}

/// What looks like a reference of a case: `26-0193`, also within `26-0193-2`.
fn named(text: &str) -> Vec<CaseReference> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '-')
        .filter_map(|word| {
            let (year, rest) = word.split_once('-')?;
            let number = rest.split('-').next()?;
            let fits = year.len() == 2 && number.len() >= 4 && number.bytes().all(|one| one.is_ascii_digit());
            fits.then(|| CaseReference(format!("{year}-{number}")))
        })
        .collect()
}

async fn file(State(app): State<App>, staff: Staff, Path(mail): Path<MailId>, form: Form) -> Answer {
    let (language, by) = (staff.visit.language, staff.staff);
    if form.get("act") == "aside" {
        app.work(move |office| {
            let at = office.clock().now();
            office.db().write(move |tx| post::set_aside(tx, mail, "by-hand", Some(by), at))
        })
        .await?;
        return Ok(see(staff.visit.to("/inbox?done=mail-set-aside")));
    }
    let reference = form.get("case").trim().to_owned();
    let wanted = reference.clone();
    if reference.is_empty() || !app.work(move |office| exists(office, &wanted)).await? {
        let error = FieldError::new("case", i18n::t(language, "inbox-no-such-case"));
        return draw(&app, &staff, mail, form, vec![error]).await;
    }
    let numbers: Vec<RecommendationNumber> =
        form.all("number").iter().filter_map(|one| one.parse().ok().map(RecommendationNumber)).collect();
    let actor = staff.actor();
    let filed = app
        .work(move |office| match filed(office, &actor, by, mail, &reference, &numbers) {
            Ok(()) => Ok(None),
            Err(ActError::Refused(refusal)) => Ok(Some(refused(&refusal, language))),
            Err(error) => Err(error),
        })
        .await?;
    match filed {
        None => Ok(see(staff.visit.to("/inbox?done=mail-filed"))),
        Some(error) => draw(&app, &staff, mail, form, vec![error]).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r29_a_reference_in_a_message_is_a_guess() {
        let found = named("RE: 26-0193-2 and (24-0007), not 2026-04-13 nor 1-2");
        assert_eq!(found, [CaseReference("26-0193".to_owned()), CaseReference("24-0007".to_owned())]);
    }
}
