//! The running application: what every handler can reach, and how pages and problems are drawn.

use std::sync::Arc;

use amends_core::text::Language;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    config::Config,
    i18n,
    observe::request::RequestId,
    office::Office,
    render::{
        Renderer,
        frame::{Demo, FieldError, Frame, Link},
    },
    web::{
        kept::{self, Kept},
        problem::Problem,
        staff::StaffOptions,
        visit::Visit,
    },
};

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The one door.
    pub office: Office,
    /// Pages.
    pub renderer: Arc<Renderer>,
    /// The choice of a member of staff, drawn.
    pub staff_options: Arc<StaffOptions>,
    /// What the office has set.
    pub config: Arc<Config>,
    /// Set in a demonstration: roles by a click, a day that can be moved.
    pub demo: bool,
}

/// What a handler answers.
pub type Answer = Result<Response, Problem>;

impl App {
    /// Draws a page whose frame the caller has filled.
    ///
    /// # Errors
    /// Where the template cannot be drawn: a fault of ours.
    pub fn page(
        &self,
        template: &str,
        visit: &Visit,
        frame: &Frame,
        page: impl Serialize,
    ) -> Result<Html<String>, Problem> {
        #[derive(Serialize)]
        struct Context<'a, P> {
            frame: &'a Frame,
            page: P,
        }
        Ok(Html(self.renderer.page(template, visit.language, Context { frame, page })?))
    }

    /// The frame of a page before anybody is known: title, office, language, day of a demonstration.
    pub fn frame(&self, visit: &Visit, title: impl Into<String>) -> Frame {
        Frame {
            title: title.into(),
            office: self.config.site.office_name().get(visit.language).to_owned(),
            home: format!("/{}/", visit.language.tag()),
            path: visit.path_and_query.clone(),
            demo: self.demo.then(|| Demo {
                today: self.office.today().to_string(),
                change_href: format!("/{}/demo", visit.language.tag()),
            }),
            ..Frame::default()
        }
    }

    /// Runs something that reads or writes the memory, away from the threads that serve the network.
    ///
    /// # Errors
    /// As the work itself; a work that breaks off is a fault of ours.
    pub async fn work<T, E>(
        &self,
        work: impl FnOnce(&Office) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Into<Problem> + Send + 'static,
    {
        let (office, request) = (self.office.clone(), tracing::Span::current());
        match tokio::task::spawn_blocking(move || request.in_scope(|| work(&office))).await {
            Ok(done) => done.map_err(Into::into),
            // What a panic says may have somebody's words in it.
            Err(_) => Err(crate::office::Fault::Broken("a request broke off".to_owned()).into()),
        }
    }
}

/// Errors of a form, or none; with them a page is drawn again with status 422.
pub fn again(page: Html<String>) -> Response {
    (axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// See the page at `to`: the answer to every form that was taken.
pub fn see(to: impl AsRef<str>) -> Response {
    axum::response::Redirect::to(to.as_ref()).into_response()
}

/// Draws the page of a problem a handler answered with, in the reader's language, with what had been typed.
pub async fn draw_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let visit = Visit::of(request.uri(), request.headers());
    let id = RequestId::of(&request);
    let (response, kept) = match kept::beside(request).await {
        Ok((request, kept)) => (next.run(request).await, kept),
        Err(problem) => (problem.into_response(), Kept::default()),
    };
    let Some(problem) = response.extensions().get::<Arc<Problem>>().cloned() else {
        return response;
    };
    let drawn = match problem.as_ref() {
        Problem::SignIn(_) if kept.is_empty() => return response,
        Problem::SignIn(path) => super::sign_in::parked(&app, &visit, path, &kept),
        _ => problem_page(&app, &visit, &problem, &kept, &id),
    };
    drawn.unwrap_or_else(|problem| {
        let (status, key) = problem.status();
        tracing::error!(problem = key, "the page of a problem could not be drawn");
        status.into_response()
    })
}

#[derive(Serialize)]
struct ProblemPage<'a> {
    key: &'a str,
    reference: &'a str,
    telephone: &'a str,
    refusal: Option<String>,
    back: &'a str,
    typed: Vec<String>,
}

fn problem_page(app: &App, visit: &Visit, problem: &Problem, kept: &Kept, id: &str) -> Answer {
    let (status, key) = problem.status();
    let reference = match problem {
        Problem::Fault(fault) => {
            tracing::error!(error = %fault.without_words(), "a request failed");
            id
        }
        _ => "",
    };
    let refusal = match problem {
        Problem::Refused(refusal) => Some(super::form::refused(refusal, visit.language).text),
        _ => None,
    };
    let frame = app.frame(visit, i18n::t(visit.language, &format!("problem-{key}-title")));
    let page = ProblemPage {
        key,
        reference,
        telephone: &app.config.site.telephone,
        refusal,
        back: &visit.path_and_query,
        typed: kept.words(),
    };
    Ok((status, app.page("problem.html", visit, &frame, page)?).into_response())
}

/// The link to a page in the reader's language.
pub fn link(visit: &Visit, key: &str, path: &str) -> Link {
    Link::new(i18n::t(visit.language, key), format!("/{}{path}", visit.language.tag()))
}

/// Adds errors to a frame, and says in the title that there are some.
#[must_use]
pub fn with_errors(mut frame: Frame, errors: Vec<FieldError>) -> Frame {
    frame.errors = errors;
    frame
}

/// The reader's language from what the browser says, for addresses without one.
pub fn preferred(accept: &str) -> Language {
    let welsh = accept.split(',').map(str::trim).find_map(|part| {
        let tag = part.split(';').next().unwrap_or_default().to_lowercase();
        match tag.get(..2) {
            Some("cy") => Some(true),
            Some("en") => Some(false),
            _ => None,
        }
    });
    if welsh == Some(true) { Language::Cy } else { Language::En }
}
