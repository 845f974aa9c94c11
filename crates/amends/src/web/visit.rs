//! Who visits: in which language, at which path, and as whom.

use amends_core::{
    actor::{Actor, StaffRole},
    id::{BodyId, CaseId, LinkId, PersonId, RecommendationNumber, StaffId},
    text::Language,
};
use amends_store::people::Staff as Member;
use axum::{
    extract::FromRequestParts,
    http::{
        HeaderMap, Uri,
        header::{ACCEPT_LANGUAGE, COOKIE},
        request::Parts,
    },
};

use crate::{
    office::{Office, sight::Sight},
    render::frame::{Frame, Reader},
    web::{app::App, problem::Problem},
};

/// The cookie of a staff sign-in, and that of a link opened by somebody outside.
pub const STAFF_COOKIE: &str = "amends-session";
/// The cookie of a link opened by somebody outside the office.
pub const LINK_COOKIE: &str = "amends-link";

/// Language and path of a request.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of the path, or the one the browser prefers.
    pub language: Language,
    /// Path and query, as asked for.
    pub path_and_query: String,
}

impl Visit {
    /// What address and headers tell.
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let path_and_query = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
        let first = uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        let accept = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language = first.parse().unwrap_or_else(|()| super::app::preferred(accept));
        Self { language, path_and_query }
    }

    /// A path in the visit's language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.language.tag())
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let original = parts.extensions.get::<axum::extract::OriginalUri>().map(|uri| uri.0.clone());
        Ok(Self::of(original.as_ref().unwrap_or(&parts.uri), &parts.headers))
    }
}

/// One cookie of a request.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (found, value) = pair.trim().split_once('=')?;
        (found == name || found == format!("__Host-{name}")).then(|| value.to_owned())
    })
}

/// A member of staff who is signed in.
#[derive(Debug, Clone)]
pub struct Staff {
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub staff: StaffId,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: StaffRole,
}

impl Staff {
    /// As the rules know them.
    pub fn actor(&self) -> Actor {
        Actor::Staff { staff: self.staff, role: self.role }
    }

    /// The frame of a staff page: navigation, name, sign-out.
    pub fn frame(&self, app: &App, title: impl Into<String>) -> Frame {
        let mut frame = app.frame(&self.visit, title);
        let here = |path: &str| self.visit.path_and_query.starts_with(&self.visit.to(path));
        let pages = [
            ("nav-worklist", "/worklist"),
            ("nav-cases", "/cases"),
            ("nav-search", "/search"),
            ("nav-inbox", "/inbox"),
            ("nav-chases", "/chases"),
            ("nav-bodies", "/bodies"),
            ("nav-reports", "/reports"),
            ("nav-retention", "/admin/retention"),
        ];
        // The calendar is for those who close the office for a day.
        let calendar = [("nav-calendar", "/calendar")];
        let more = if amends_core::permit::may_steer_the_office(self.role) { &calendar[..] } else { &[] };
        frame.navigation = pages
            .iter()
            .chain(more)
            .map(|(key, path)| super::app::link(&self.visit, key, path).here(here(path)))
            .collect();
        frame.home = self.visit.to("/worklist");
        frame.reader = Some(Reader { name: self.name.clone(), sign_out: self.visit.to("/sign-out") });
        frame
    }
}

/// Somebody who comes with the cookie of a sign-in that nobody has looked up yet.
#[derive(Debug, Clone)]
pub struct Coming {
    visit: Visit,
    token: String,
    /// Do they ask for a page of those who keep the system, which others than readers of cases may see?
    is_admin: bool,
}

impl Coming {
    /// Lets them in, if their sign-in counts, and looks at the moment at which it does.
    ///
    /// # Errors
    /// [`Problem::SignIn`] and [`Problem::Forbidden`] for those who may not come in; else as the look.
    pub fn see<T>(
        &self,
        office: &Office,
        look: impl FnOnce(&Sight<'_>, &Staff) -> Result<T, Problem>,
    ) -> Result<(Staff, T), Problem> {
        office.see_as(&self.token, |sight, who| {
            let staff = self.let_in(who)?;
            let seen = look(sight, &staff)?;
            Ok((staff, seen))
        })
    }

    fn let_in(&self, who: Option<Member>) -> Result<Staff, Problem> {
        let who = who.ok_or_else(|| Problem::SignIn(self.visit.path_and_query.clone()))?;
        if !amends_core::permit::may_read_cases(who.role) && !self.is_admin {
            return Err(Problem::Forbidden);
        }
        Ok(Staff { visit: self.visit.clone(), staff: who.id, name: who.name, role: who.role })
    }
}

impl FromRequestParts<App> for Coming {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let sign_in = || Problem::SignIn(visit.path_and_query.clone());
        let token = cookie(&parts.headers, STAFF_COOKIE).ok_or_else(sign_in)?;
        Ok(Self { visit, token, is_admin: parts.uri.path().contains("/admin") })
    }
}

impl FromRequestParts<App> for Staff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let coming = Coming::from_request_parts(parts, app).await?;
        app.work(move |office| coming.let_in(office.signed_in(&coming.token)?)).await
    }
}

/// Somebody outside the office, who came by a link.
#[derive(Debug, Clone)]
pub struct Outside {
    /// The visit.
    pub visit: Visit,
    /// The link they came by.
    pub link: LinkId,
    /// The case it is for.
    pub case: CaseId,
    /// As whom.
    pub as_whom: AsWhom,
}

/// As whom somebody outside comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsWhom {
    /// The body's link officer.
    LinkOfficer(BodyId),
    /// A colleague at the body, for these recommendations only.
    Colleague(BodyId, Vec<RecommendationNumber>),
    /// The complainant, or who acts for them.
    Complainant(PersonId),
}

impl Outside {
    /// As the rules know them.
    pub fn actor(&self) -> Actor {
        match &self.as_whom {
            AsWhom::LinkOfficer(body) => Actor::LinkOfficer { body: *body, link: Some(self.link) },
            AsWhom::Colleague(body, numbers) => {
                Actor::Colleague { body: *body, link: self.link, numbers: numbers.clone() }
            }
            AsWhom::Complainant(person) => Actor::Complainant { person: *person, link: Some(self.link) },
        }
    }

    /// The body they speak for, or a page that is not theirs.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a complainant.
    pub fn body(&self) -> Result<BodyId, Problem> {
        match &self.as_whom {
            AsWhom::LinkOfficer(body) | AsWhom::Colleague(body, _) => Ok(*body),
            AsWhom::Complainant(_) => Err(Problem::NotFound),
        }
    }

    /// The complainant they are, or a page that is not theirs.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a body.
    pub fn complainant(&self) -> Result<PersonId, Problem> {
        match &self.as_whom {
            AsWhom::Complainant(person) => Ok(*person),
            AsWhom::LinkOfficer(_) | AsWhom::Colleague(..) => Err(Problem::NotFound),
        }
    }
}

impl FromRequestParts<App> for Outside {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let token = cookie(&parts.headers, LINK_COOKIE).ok_or(Problem::LinkGone)?;
        let opened = app.work(move |office| office.link_in_use(&token)).await?;
        let (link, case, as_whom) = opened.ok_or(Problem::LinkGone)?;
        Ok(Self { visit, link, case, as_whom })
    }
}
