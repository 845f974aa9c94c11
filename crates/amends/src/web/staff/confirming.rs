//! The page before an act that goes out or cannot be undone: who gets what, which dates follow, and one button.

use amends_core::{
    case::Case, command::Command, duty::next_chase_on, event::Event, letter::Recipient,
    recommendation::DateVersion, text::Language,
};
use amends_store::post::{Channel, NewPost};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::{
    acting::{self, Acted},
    case_frame::CaseFrame,
    matter::Matter,
};
use crate::{
    i18n,
    office::{ActError, Ask, Foreseen, Office, Sealer},
    render::frame::FieldError,
    web::{
        app::App,
        form::{Form, refused},
        problem::Problem,
        visit::Staff,
    },
};

/// The button of a check page that does the act, and the one that goes back to the form as it was filled in.
const CONFIRMED: &str = "confirmed";
const BACK: &str = "back";

/// The words of a check page.
#[derive(Debug, Clone)]
pub struct Words {
    /// The section of the case it belongs to.
    pub section: &'static str,
    /// The key of its heading.
    pub title: &'static str,
    /// The key of its button.
    pub button: &'static str,
    /// The keys of what follows and cannot be undone.
    pub consequences: Vec<&'static str>,
}

/// What came of a form whose act is checked first.
pub enum Checked {
    /// The act is done.
    Done,
    /// A rule stands against it, or the reader went back: the form is shown again as it was filled in.
    Wrong(Vec<FieldError>),
    /// A page to answer with: the check page, or that of a change meanwhile.
    Page(Response),
}

/// A letter as the check page shows it.
#[derive(Debug, Serialize)]
struct LetterShown {
    to: String,
    address: String,
    how: String,
    language: &'static str,
    language_name: String,
    subject: String,
    text: String,
}

/// A date that the act sets.
#[derive(Debug, Serialize)]
struct DateShown {
    reference: String,
    date: String,
    explanation: Vec<String>,
    first_chase: Option<String>,
}

#[derive(Serialize)]
struct Page {
    case: CaseFrame,
    letters: Vec<LetterShown>,
    dates: Vec<DateShown>,
    waits: Vec<String>,
    consequences: Vec<String>,
    fields: Vec<(String, String)>,
    action: String,
    button: String,
}

/// Shows what an act would do and asks once more; does it when the form says that this page was read.
///
/// # Errors
/// Where the case is not there, the reader may not, or the memory fails.
pub async fn check<F>(
    app: &App,
    staff: &Staff,
    reference: &str,
    form: &Form,
    words: Words,
    make: F,
) -> Result<Checked, Problem>
where
    F: FnOnce(&Office, &Case, &mut Sealer) -> Result<Vec<Command>, ActError> + Send + 'static,
{
    if form.has(BACK) {
        return Ok(Checked::Wrong(Vec::new()));
    }
    if form.has(CONFIRMED) {
        return Ok(match acting::act(app, staff, reference, form, make).await? {
            Acted::Done(_) => Checked::Done,
            Acted::Wrong(errors) => Checked::Wrong(errors),
            Acted::Meanwhile(page) => Checked::Page(page),
        });
    }
    let (language, actor, wanted) = (staff.visit.language, staff.actor(), reference.to_owned());
    let public_url = app.config.site.public_url.clone();
    let section = words.section;
    let foreseen = app
        .work(move |office| {
            let matter = Matter::load(office, &wanted, language)?;
            let mut sealer = office.sealer();
            let ask = Ask::new(&actor, matter.case.id);
            let would =
                make(office, &matter.case, &mut sealer).and_then(|commands| office.foresee(&ask, &commands));
            match would {
                Ok(foreseen) => {
                    let head = CaseFrame::of(office, &matter.case, language, section)?;
                    Ok(Ok(shown(office, &matter, head, &foreseen, &public_url)?))
                }
                Err(ActError::Refused(refusal)) => Ok(Err(refused(&refusal, language))),
                Err(error) => Err(error),
            }
        })
        .await?;
    match foreseen {
        Err(error) => Ok(Checked::Wrong(vec![error])),
        Ok(page) => Ok(Checked::Page(draw(app, staff, form, words, page)?)),
    }
}

fn draw(app: &App, staff: &Staff, form: &Form, words: Words, page: Page) -> Result<Response, Problem> {
    let language = staff.visit.language;
    let title = i18n::t(language, words.title);
    let frame = page.case.frame(app, staff, title);
    let fields = form
        .pairs()
        .filter(|(field, _)| ![CONFIRMED, BACK].contains(field))
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .collect();
    let page = Page {
        fields,
        action: staff.visit.path_and_query.clone(),
        button: i18n::t(language, words.button),
        consequences: words.consequences.iter().map(|key| i18n::t(language, key)).collect(),
        ..page
    };
    Ok(app.page("staff/check.html", &staff.visit, &frame, page)?.into_response())
}

fn shown(
    office: &Office,
    matter: &Matter,
    head: CaseFrame,
    foreseen: &Foreseen,
    public_url: &str,
) -> Result<Page, ActError> {
    let profile = office.profile_of(&foreseen.after)?;
    let mut recipients = foreseen.events.iter().filter_map(|event| match event {
        Event::LetterOwed(letter) => Some(letter.recipient),
        _ => None,
    });
    let letters =
        foreseen.posts.iter().map(|post| letter(matter, post, recipients.next(), public_url)).collect();
    let mut dates = Vec::new();
    let mut waits = Vec::new();
    for event in &foreseen.events {
        if let Event::EvidenceDateSet { number, date } = event
            && let Some(one) = foreseen.after.recommendation(*number)
        {
            let chase = next_chase_on(&foreseen.after, one, profile, office.calendar());
            let chase = chase.filter(|_| one.current_date() == Some(date));
            dates.push(DateShown {
                reference: matter.reference(*number),
                date: date.evidence_due_on.date.to_string(),
                explanation: explained(date, matter.language),
                first_chase: chase.map(|on| on.to_string()),
            });
        }
    }
    if foreseen.after.is_decided() && !matter.case.is_decided() {
        let without = foreseen.after.live().filter(|one| one.dates.is_empty());
        waits = without.map(|one| matter.reference(one.number)).collect();
    }
    Ok(Page {
        case: head,
        letters,
        dates,
        waits,
        consequences: Vec::new(),
        fields: Vec::new(),
        action: String::new(),
        button: String::new(),
    })
}

/// How a date was reached, in the reader's language.
pub fn explained(date: &DateVersion, language: Language) -> Vec<String> {
    date.evidence_due_on.explanation.iter().map(|line| line.get(language).to_owned()).collect()
}

fn letter(matter: &Matter, post: &NewPost, to: Option<Recipient>, public_url: &str) -> LetterShown {
    let to = match to {
        Some(Recipient::Body { body }) => matter.body(body),
        Some(Recipient::Complainant) => {
            let person = matter.case.complainant.as_ref();
            person.map(|person| person.name.as_str().to_owned()).unwrap_or_default()
        }
        None => String::new(),
    };
    let how = match post.channel {
        Channel::Email => "check-by-email",
        Channel::Print => "check-by-post",
    };
    LetterShown {
        to,
        address: post.address.clone(),
        how: matter.t(how),
        language: post.language.tag(),
        language_name: matter.t(&format!("check-language-{}", post.language.tag())),
        subject: post.subject.clone(),
        text: without_secrets(&post.text, public_url),
    }
}

/// The text of a letter with the secret part of its links left out: it is made anew when the letter is sent.
pub fn without_secrets(text: &str, public_url: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(public_url) {
        let after = &rest[at + public_url.len()..];
        let kept = ["/p/", "/c/"].into_iter().find(|prefix| after.starts_with(prefix)).map_or(0, str::len);
        shown.push_str(&rest[..at + public_url.len() + kept]);
        let after = &after[kept..];
        let end = after.find(|sign: char| !(sign.is_alphanumeric() || "-_".contains(sign)));
        if kept > 0 {
            shown.push('…');
            rest = &after[end.unwrap_or(after.len())..];
        } else {
            rest = after;
        }
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_shows_no_secret() {
        let text = "See https://o.example/p/abc-D_9. Or https://o.example/contact";
        assert_eq!(
            without_secrets(text, "https://o.example"),
            "See https://o.example/p/…. Or https://o.example/contact"
        );
    }
}
