//! Two versions of the recommendations beside each other: first the list of what changed, then each with its marks.

use amends_core::period::days_between;
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::get,
};
use serde::{Deserialize, Serialize};

use super::{
    matter::{self, Matter, Seen, TermsShown, amount_words, due_words},
    shown::told,
};
use crate::{
    compare::{self, Change, Fate, Part, Tally, Version},
    office::ActError,
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new().route("/cases/{reference}/draft/compare", get(show))
}

/// Which versions; all of it stands in the address.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// The page.
#[derive(Serialize)]
struct Page {
    from: String,
    to: String,
    tally: Tally,
    nothing: bool,
    cards: Vec<Card>,
    others: Vec<Other>,
}

/// A pair of versions that can be compared too.
#[derive(Serialize)]
struct Other {
    text: String,
    href: String,
}

/// One recommendation.
#[derive(Serialize)]
struct Card {
    terms: TermsShown,
    fate: &'static str,
    diff: Vec<Part>,
    typed: Vec<Typed>,
}

/// A change that is not one of wording: from what, to what.
#[derive(Serialize)]
struct Typed {
    what: String,
    from: String,
    to: String,
    more: String,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let look = ("/draft", "staff/compare.html");
    matter::draw(&app, &staff, &reference, look, Seen::default(), move |_, matter, _| view(matter, &wanted))
        .await
}

fn view(matter: &Matter, wanted: &Wanted) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let last = case.latest_draft().map(|round| round.draft).ok_or(ActError::NotFound("draft"))?;
    let from = wanted.from.parse().unwrap_or(Version::Draft(last));
    let to = wanted.to.parse().unwrap_or(Version::Now);
    let known = |version: Version| match version {
        Version::Now => true,
        Version::Draft(draft) => case.drafts.iter().any(|round| round.draft == draft),
    };
    if !(known(from) && known(to)) {
        return Err(ActError::NotFound("draft"));
    }
    let compared = compare::versions(case, from, to);
    let tally = compare::tally(&compared);
    let (from_name, to_name) = (name(matter, from), name(matter, to));
    let title = told(matter.language, "compare-title", [("from", &from_name), ("to", &to_name)]);
    let page = Page {
        from: from_name,
        to: to_name,
        tally,
        nothing: tally == Tally { same: tally.same, ..Tally::default() },
        cards: compared.iter().map(|one| card(matter, one)).collect(),
        others: others(matter, from, to),
    };
    Ok((title, page))
}

fn name(matter: &Matter, version: Version) -> String {
    match version {
        Version::Now => matter.t("compare-now"),
        Version::Draft(draft) => told(matter.language, "compare-draft", [("draft", &draft.to_string())]),
    }
}

fn others(matter: &Matter, from: Version, to: Version) -> Vec<Other> {
    let mut all: Vec<Version> = matter.case.drafts.iter().map(|round| Version::Draft(round.draft)).collect();
    all.push(Version::Now);
    let word = |version: Version| match version {
        Version::Now => "now".to_owned(),
        Version::Draft(draft) => draft.to_string(),
    };
    let mut links = Vec::new();
    for (place, one) in all.iter().enumerate() {
        for other in all.iter().skip(place + 1).filter(|other| (*one, **other) != (from, to)) {
            let names = [("from", name(matter, *one)), ("to", name(matter, *other))];
            let names = names.each_ref().map(|(key, text)| (*key, text.as_str()));
            let text = told(matter.language, "compare-title", names);
            links.push(Other { text, href: format!("?from={}&to={}", word(*one), word(*other)) });
        }
    }
    links
}

fn card(matter: &Matter, one: &compare::Compared) -> Card {
    let mut card = Card {
        terms: matter.terms(one.number, &one.terms),
        fate: "same",
        diff: Vec::new(),
        typed: Vec::new(),
    };
    match &one.fate {
        Fate::Added => card.fate = "added",
        Fate::Withdrawn => card.fate = "withdrawn",
        Fate::Stays(changes) => {
            for change in changes {
                card.fate = "changed";
                match change {
                    Change::Wording(parts) => card.diff.clone_from(parts),
                    other => card.typed.push(typed(matter, other)),
                }
            }
        }
    }
    card
}

fn typed(matter: &Matter, change: &Change) -> Typed {
    let language = matter.language;
    let none = || matter.t("compare-none");
    let of =
        |key: &str, from: String, to: String| Typed { what: matter.t(key), from, to, more: String::new() };
    match change {
        Change::Wording(_) => of("compare-wording", String::new(), String::new()),
        Change::Amount(from, to) => {
            let say = |amount: &Option<_>| {
                amount.as_ref().map_or_else(none, |amount| amount_words(amount, language))
            };
            of("compare-amount", say(from), say(to))
        }
        Change::Date(from, to) => {
            let say = |due: &Option<_>| due.as_ref().map_or_else(none, |due| due_words(due, language));
            Typed {
                more: moved(matter, from.as_ref(), to.as_ref()),
                ..of("compare-date", say(from), say(to))
            }
        }
        Change::Evidence { gone, new } => {
            let say = |items: &[String]| if items.is_empty() { none() } else { items.join("; ") };
            of("compare-evidence", say(gone), say(new))
        }
        Change::Addressee(from, to) => of("compare-addressee", matter.body(*from), matter.body(*to)),
        Change::Kind(from, to) => {
            let say = |kind: &amends_core::recommendation::Kind| matter.t(&format!("kind-{}", kind.code()));
            of("compare-kind", say(from), say(to))
        }
        Change::Scope(from, to) => {
            let say =
                |scope: &amends_core::recommendation::Scope| matter.t(&format!("scope-{}", scope.code()));
            of("compare-scope", say(from), say(to))
        }
        Change::SetOff(now) => {
            let say =
                |allowed: bool| matter.t(if allowed { "compare-set-off" } else { "compare-no-set-off" });
            of("compare-set-off-changed", say(!now), say(*now))
        }
    }
}

/// How far a written date moved.
fn moved(
    matter: &Matter,
    from: Option<&amends_core::period::DueSpec>,
    to: Option<&amends_core::period::DueSpec>,
) -> String {
    use amends_core::period::DueSpec::On;
    match (from, to) {
        (Some(On { date: from }), Some(On { date: to })) => match days_between(*from, *to) {
            days if days > 0 => super::shown::counted(matter.language, "compare-later", days),
            days => super::shown::counted(matter.language, "compare-earlier", -days),
        },
        _ => String::new(),
    }
}
