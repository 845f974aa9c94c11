//! A case as its pages need it: loaded once, shown under its frame, with what was typed and what is wrong with it.

use std::{collections::BTreeMap, sync::Arc};

use amends_core::{
    case::Case,
    command::Command,
    id::{BodyId, RecommendationNumber},
    period::DueSpec,
    permit::permit,
    recommendation::{Amount, DateReason, Recommendation, Terms},
    text::Language,
};
use amends_store::people::BodyRecord;
use axum::response::IntoResponse as _;
use jiff::civil::Date;
use serde::Serialize;

use super::{
    case_frame::CaseFrame,
    shown::{Clock, Done, Standing, Tag, body_name, told},
};
use crate::{
    i18n,
    office::{ActError, Office},
    render::frame::{FieldError, Frame},
    web::{
        app::{Answer, App, again, with_errors},
        form::Form,
        visit::Staff,
    },
};

/// A case with the names of the bodies in it.
pub struct Matter {
    /// The case.
    pub case: Arc<Case>,
    /// The register of bodies.
    pub bodies: Arc<Vec<BodyRecord>>,
    /// The day.
    pub today: Date,
    /// The reader's language.
    pub language: Language,
}

impl Matter {
    /// The case people mean by a reference.
    ///
    /// # Errors
    /// Where there is none, or the memory fails.
    pub fn load(office: &Office, reference: &str, language: Language) -> Result<Self, ActError> {
        let loaded = office.by_reference(reference)?;
        Ok(Self { case: loaded.case, bodies: office.all_bodies()?, today: office.today(), language })
    }

    /// The name of a body.
    pub fn body(&self, id: BodyId) -> String {
        body_name(&self.bodies, id, self.language)
    }

    /// The reference of a recommendation: `24-0193-2`.
    pub fn reference(&self, number: RecommendationNumber) -> String {
        self.case.reference.recommendation(number)
    }

    /// A sentence of the catalogue.
    pub fn t(&self, key: &str) -> String {
        i18n::t(self.language, key)
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> String {
        i18n::date(self.language, date)
    }

    /// A recommendation by its number in an address.
    ///
    /// # Errors
    /// [`ActError::NotFound`] where the case has none of that number.
    pub fn find(&self, number: u16) -> Result<&Recommendation, ActError> {
        self.case.recommendation(RecommendationNumber(number)).ok_or(ActError::NotFound("recommendation"))
    }

    /// The notice that freezes the spending of a recommendation's body today, in words (R43).
    pub fn freeze(&self, one: &Recommendation) -> Option<String> {
        let record = self.bodies.iter().find(|record| record.body.id == one.terms.addressee)?;
        let freeze = record.body.freeze_on(self.today)?;
        Some(super::bodies::frozen(freeze, self.language))
    }

    /// May this member of staff ask this of the case?
    pub fn may(&self, staff: &Staff, command: &Command) -> bool {
        permit(&staff.actor(), command, Some(&self.case)).is_ok()
    }

    /// Terms in words.
    pub fn terms(&self, number: RecommendationNumber, terms: &Terms) -> TermsShown {
        TermsShown {
            number: number.0,
            reference: self.reference(number),
            wording: terms.wording.as_str().to_owned(),
            body: self.body(terms.addressee),
            amount: terms.amount.as_ref().map(|amount| amount_words(amount, self.language)),
            due: terms.evidence_due.as_ref().map(|due| due_words(due, self.language)),
            evidence: terms.evidence.iter().map(|item| item.what.as_str().to_owned()).collect(),
        }
    }

    /// A recommendation's status on this day.
    pub fn tag(&self, one: &Recommendation) -> Tag {
        Standing::of(one).tag(self.today)
    }

    /// A recommendation's date, with how far off it is.
    ///
    /// # Errors
    /// Where the case names a profile the office does not have.
    pub fn clock(&self, office: &Office, one: &Recommendation) -> Result<Option<Clock>, ActError> {
        let profile = office.profile_of(&self.case)?;
        Ok(Standing::of(one).clock(profile, self.today, self.language))
    }
}

/// Terms in words, for cards and comparisons.
#[derive(Debug, Clone, Serialize)]
pub struct TermsShown {
    /// The number in the case.
    pub number: u16,
    /// `24-0193-2`.
    pub reference: String,
    /// What it says.
    pub wording: String,
    /// Who must do it.
    pub body: String,
    /// The sum, where there is one.
    pub amount: Option<String>,
    /// By when, as written.
    pub due: Option<String>,
    /// What will prove it.
    pub evidence: Vec<String>,
}

/// By when, as written: a date, or a time after something.
pub fn due_words(due: &DueSpec, language: Language) -> String {
    match due {
        DueSpec::On { date } => i18n::date(language, *date),
        DueSpec::After { length, anchor } => {
            let (length, anchor) = (length.say(language), anchor.say());
            told(language, "matter-due-after", [("length", &length), ("anchor", anchor.get(language))])
        }
        DueSpec::OnEvent { length, event, backstop } => {
            let (length, backstop) = (length.say(language), i18n::date(language, *backstop));
            let values = [("length", length.as_str()), ("event", event), ("backstop", &backstop)];
            told(language, "matter-due-on-event", values)
        }
    }
}

/// A sum, or how it is worked out and its ceiling.
pub fn amount_words(amount: &Amount, language: Language) -> String {
    match amount {
        Amount::Exact { pence } => i18n::money(*pence),
        Amount::Formula { wording, at_most } => {
            let at_most = i18n::money(*at_most);
            told(language, "matter-amount-formula", [("formula", wording.as_str()), ("ceiling", &at_most)])
        }
    }
}

/// The key of the words that say why a date stands.
pub fn because(reason: &DateReason) -> &'static str {
    match reason {
        DateReason::Decision => "date-because-decision",
        DateReason::Extension { .. } => "date-because-extension",
        DateReason::FurtherEvidence => "date-because-further-evidence",
        DateReason::MoreTime => "date-because-more-time",
        DateReason::EventHappened => "date-because-event",
        DateReason::Reopened => "date-because-reopened",
        DateReason::Correction { .. } => "date-because-correction",
    }
}

/// A row of a summary list.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// What it is.
    pub key: String,
    /// What it says.
    pub value: String,
}

impl Row {
    /// A row.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: value.into() }
    }
}

/// What a page is drawn with besides the case: what was typed, what is wrong with it, what was just done.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// What was typed.
    pub form: Form,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// What was done.
    pub done: Done,
}

impl Seen {
    /// A page that is looked at.
    pub fn fresh(done: Done) -> Self {
        Self { done, ..Self::default() }
    }

    /// A form that is shown again.
    pub fn again(form: &Form, errors: Vec<FieldError>) -> Self {
        Self { form: form.clone(), errors, done: Done::default() }
    }
}

#[derive(Serialize)]
struct Page<'a, V> {
    case: &'a CaseFrame,
    view: &'a V,
    typed: BTreeMap<&'a str, &'a str>,
    ticked: BTreeMap<&'a str, Vec<&'a str>>,
}

/// Draws a page of a case. `section` is the part of the case it belongs to; `view` makes its heading and what it shows.
///
/// # Errors
/// Where the case is not there, or the memory fails.
pub async fn draw<V>(
    app: &App,
    staff: &Staff,
    reference: &str,
    (section, template): (&'static str, &str),
    seen: Seen,
    view: impl FnOnce(&Office, &Matter, &Staff) -> Result<(String, V), ActError> + Send + 'static,
) -> Answer
where
    V: Serialize + Send + 'static,
{
    let (language, reader, wanted) = (staff.visit.language, staff.clone(), reference.to_owned());
    let (head, title, shown) = app
        .work(move |office| {
            let matter = Matter::load(office, &wanted, language)?;
            let head = CaseFrame::of(office, &matter.case, language, section)?;
            let (title, shown) = view(office, &matter, &reader)?;
            Ok::<_, ActError>((head, title, shown))
        })
        .await?;
    let wrong = !seen.errors.is_empty();
    let mut frame: Frame = with_errors(head.frame(app, staff, title), seen.errors);
    seen.done.on(&mut frame, language);
    let mut ticked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (field, value) in seen.form.pairs() {
        ticked.entry(field).or_default().push(value);
    }
    let page = Page { case: &head, view: &shown, typed: seen.form.typed(), ticked };
    let html = app.page(template, &staff.visit, &frame, page)?;
    Ok(if wrong { again(html) } else { html.into_response() })
}

/// What the rules name that is no field of these forms: the error leads to the form as a whole.
const NO_FIELDS: [&str; 8] =
    ["number", "checks", "evidence_due", "evidence", "answers", "amount", "extension", "wording"];

/// Errors of the rules, led to the fields of the form they were made from: each field of the page has the form's name
/// before it, as several forms stand on one page, and the form itself is called `…-main`.
pub fn led_to(form: &str, errors: Vec<FieldError>) -> Vec<FieldError> {
    let whole = |error: FieldError| match NO_FIELDS.contains(&error.field.as_str()) {
        true => FieldError { field: "main".to_owned(), ..error },
        false => error,
    };
    super::acting::named(form, errors.into_iter().map(whole).collect())
}
