//! The other steps: each chosen by a person with reasons, and a new case linked to this one (practice 2.4).

use amends_core::{
    case::{Case, Route},
    command::{Command, Opening},
    escalation,
    id::RecommendationNumber,
    profile::{EscalationStep, Profile},
};
use axum::extract::{Path, State};

use super::{
    super::{
        asking::{Drawn, FormRule, Sort, may, must},
        confirming::{self, Checked, Words},
        matter::{Matter, Seen},
        shown::Choice,
    },
    routes, steps,
};
use crate::{
    office::{ActError, Office, Sealer, linked::Beside},
    web::{
        app::{Answer, App, see},
        form::{Form, refused},
        visit::Staff,
    },
};

const TAKE: FormRule = FormRule {
    words: "escalation-",
    name: "take",
    fields: &[must("step", Sort::One), must("reason", Sort::Words), may("evidence_due_on", Sort::Day)],
};
const NEW_CASE: FormRule = FormRule {
    words: "escalation-",
    name: "new-case",
    fields: &[must("title", Sort::Line), must("reason", Sort::Words)],
};

/// The form of the steps of the office's menu; a new case has a form of its own.
pub(super) fn take_form(
    matter: &Matter,
    profile: &Profile,
    number: RecommendationNumber,
    base: &str,
) -> Drawn {
    let menu = escalation::menu(&matter.case, profile, number);
    let choice = |item: &escalation::MenuItem| {
        let text = matter.t(&format!("escalation-step-{}", item.step.code()));
        let by = routes::role(profile, item.taken_by, matter);
        Choice::new(item.step.code(), format!("{text} ({by})"))
    };
    let steps = menu.iter().filter(|item| item.step != EscalationStep::NewCase);
    let steps: Vec<_> = std::iter::once(Choice::none(matter.language)).chain(steps.map(choice)).collect();
    TAKE.drawn("take", &format!("{base}/take"), "", matter.language, |_| steps.clone())
}

pub(super) fn new_case_form(matter: &Matter, base: &str) -> Drawn {
    NEW_CASE.drawn("new-case", &format!("{base}/new-case"), "", matter.language, |_| Vec::new())
}

pub(super) async fn take(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    if let Err(errors) = TAKE.read("take", &form, language) {
        return steps::draw(&app, &staff, &reference, number, 4, Seen::again(&form, errors)).await;
    }
    let words = Words {
        section: "/escalation",
        title: "escalation-take-check",
        button: "escalation-take-do",
        consequences: Vec::new(),
    };
    let typed = form.clone();
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| {
        let unread = || ActError::NotFound("form");
        let given = TAKE.read("take", &typed, language).map_err(|_| unread())?;
        Ok(vec![Command::TakeEscalationStep {
            number: RecommendationNumber(number),
            step: given.word("step").ok_or_else(unread)?,
            reason: sealer.words(&given.text("reason"))?,
            evidence_due_on: given.day("evidence_due_on"),
        }])
    };
    match confirming::check(&app, &staff, &reference, &form, words, make).await? {
        Checked::Done => {
            Ok(see(staff.visit.to(&format!("/cases/{reference}/escalation?done=escalation-taken"))))
        }
        Checked::Page(page) => Ok(page),
        Checked::Wrong(errors) => {
            let seen = Seen::again(&form, TAKE.led("take", errors));
            steps::draw(&app, &staff, &reference, number, 4, seen).await
        }
    }
}

/// Opens a case about the failure to provide what was agreed, and links both to each other.
pub(super) async fn new_case(
    State(app): State<App>,
    staff: Staff,
    Path((reference, number)): Path<(String, u16)>,
    form: Form,
) -> Answer {
    let language = staff.visit.language;
    let given = match NEW_CASE.read("new-case", &form, language) {
        Ok(given) => (given.text("title"), given.text("reason")),
        Err(errors) => {
            return steps::draw(&app, &staff, &reference, number, 4, Seen::again(&form, errors)).await;
        }
    };
    let (actor, wanted) = (staff.actor(), reference.clone());
    let opened = app
        .work(move |office| {
            let case = office.by_reference(&wanted)?.case;
            let number = RecommendationNumber(number);
            match opened(office, &actor, &case, number, &given) {
                Ok(reference) => Ok(Ok(reference)),
                Err(ActError::Refused(refusal)) => Ok(Err(refused(&refusal, language))),
                Err(error) => Err(error),
            }
        })
        .await?;
    match opened {
        Ok(opened) => Ok(see(staff.visit.to(&format!("/cases/{opened}?done=escalation-new-case")))),
        Err(error) => {
            let seen = Seen::again(&form, NEW_CASE.led("new-case", vec![error]));
            steps::draw(&app, &staff, &reference, number, 4, seen).await
        }
    }
}

/// Opens it; the step is recorded in the old case together with the link, or nothing is.
fn opened(
    office: &Office,
    actor: &amends_core::actor::Actor,
    old: &Case,
    number: RecommendationNumber,
    (title, reason): &(String, String),
) -> Result<String, ActError> {
    let mut of_new = office.sealer();
    let complainant = match &old.complainant {
        None => None,
        Some(person) => Some(super::super::new_case::complains_again(person, &mut of_new)?),
    };
    let opening = Opening {
        reference: office.next_reference(office.today().year())?,
        profile: office.own_profile()?.id.clone(),
        route: Route::Investigation,
        title: of_new.words(title)?,
        own_initiative: complainant.is_none(),
        received_on: office.today(),
        handler: old.handler,
        complainant,
        bodies: old
            .recommendation(number)
            .map_or_else(|| old.bodies.clone(), |one| vec![one.terms.addressee]),
    };
    let mut of_old = office.sealer();
    let taken = Command::TakeEscalationStep {
        number,
        step: EscalationStep::NewCase,
        reason: of_old.words(reason)?,
        evidence_due_on: None,
    };
    let of_old = of_old.into_kept();
    let beside = Beside { commands: &[taken], kept: &of_old };
    let new = office.open_about(actor, &opening, &of_new.into_kept(), old.id, reason, beside)?;
    Ok(new.reference.to_string())
}
