//! Who may see what came in evidence: set apart, classified, redacted, barred, translated, disclosed (E8–E10, E33, E34).

mod acts;

use amends_core::{
    case::{Case, Evidence},
    command::CommandKind,
    disclosure::{FileClass, TranslationStep, Wrong},
    evidence::FileRef,
    permit,
};
use axum::{
    Router,
    extract::{Path, Query, State},
    routing::{get, post},
};
use serde::Serialize;

use super::{
    matter::{self, Matter, Seen},
    shown::{Choice, Done, told},
};
use crate::{
    office::{ActError, Office},
    web::{
        app::{Answer, App},
        visit::Staff,
    },
};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases/{reference}/disclosure", get(show))
        .route("/cases/{reference}/disclosure/{act}", post(acts::act))
}

#[derive(Serialize)]
struct Page {
    submissions: Vec<Sent>,
    made: Vec<Shown>,
    disclosed: Vec<Logged>,
    files: Vec<Choice>,
    grounds: Vec<Choice>,
    wrongs: Vec<Choice>,
    classes: Vec<Choice>,
    steps: Vec<Choice>,
    may_set_apart: bool,
    may_classify: bool,
    may_bar: bool,
    may_disclose: bool,
    shares: bool,
}

/// A submission.
#[derive(Serialize)]
struct Sent {
    id: String,
    title: String,
    numbers: String,
    apart: Option<String>,
    moved_to: Option<String>,
    moved_from: Option<String>,
    translation: String,
    translation_open: bool,
    files: Vec<Shown>,
}

/// A file and who may see it.
#[derive(Serialize)]
struct Shown {
    digest: String,
    name: String,
    class: String,
    class_code: &'static str,
    barred: bool,
    apart: bool,
    copy_of: Option<String>,
    copies: usize,
}

/// An entry of the log of disclosures.
#[derive(Serialize)]
struct Logged {
    ground: String,
    citation: String,
    to: String,
    what: String,
    files: usize,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Query(done): Query<Done>,
) -> Answer {
    draw(&app, &staff, &reference, Seen::fresh(done)).await
}

async fn draw(app: &App, staff: &Staff, reference: &str, seen: Seen) -> Answer {
    matter::draw(app, staff, reference, ("/disclosure", "staff/disclosure.html"), seen, view).await
}

fn view(office: &Office, matter: &Matter, staff: &Staff) -> Result<(String, Page), ActError> {
    let case = &matter.case;
    let may = |kind| permit::staff(staff.role, kind).is_ok();
    let made = case.disclosure.copies.iter().map(|copy| {
        let of = case.file(copy.file).map(|file| file.name.as_str().to_owned());
        Shown { copy_of: Some(of.unwrap_or_default()), ..shown(matter, &copy.copy) }
    });
    let translated = case.disclosure.translations.iter().filter_map(|(one, _)| match &one.step {
        TranslationStep::Done { file } => Some(shown(matter, file)),
        TranslationStep::Ordered | TranslationStep::NotNeeded { .. } => None,
    });
    let page = Page {
        submissions: case.evidence.iter().rev().map(|found| sent(matter, found)).collect(),
        made: made.chain(translated).collect(),
        disclosed: disclosed(office, matter)?,
        files: files(case),
        grounds: grounds(office, matter)?,
        wrongs: Wrong::ALL
            .map(|one| Choice::new(one.code(), matter.t(&format!("disclosure-wrong-{}", one.code()))))
            .into(),
        classes: FileClass::ALL.map(|one| Choice::new(one.code(), matter.t(class_key(one)))).into(),
        steps: ["ordered", "done", "not_needed"]
            .map(|step| Choice::new(step, matter.t(&format!("disclosure-translation-{step}"))))
            .into(),
        may_set_apart: may(CommandKind::QuarantineEvidence),
        may_classify: may(CommandKind::ClassifyFile),
        may_bar: may(CommandKind::BarDocument),
        may_disclose: may(CommandKind::Disclose),
        shares: case.is_decided() && case.decided_on().is_some(),
    };
    Ok((matter.t("disclosure-title"), page))
}

fn class_key(class: FileClass) -> &'static str {
    match class {
        FileClass::Restricted => "disclosure-class-restricted",
        FileClass::ForComplainant => "disclosure-class-for-complainant",
        FileClass::ForPublication => "disclosure-class-for-publication",
    }
}

fn sent(matter: &Matter, found: &Evidence) -> Sent {
    let (case, submission) = (&matter.case, &found.submission);
    let id = submission.evidence;
    let held = &case.disclosure;
    let numbers: Vec<_> = submission.targets.iter().map(|target| matter.reference(target.number)).collect();
    let values = [
        ("date", matter.date(submission.received_on)),
        ("body", matter.body(submission.body)),
        ("references", numbers.join(", ")),
    ];
    let translation = match case.translation_of(id) {
        None => String::new(),
        Some((step, on)) => {
            let key = match step {
                TranslationStep::Ordered => "disclosure-translation-was-ordered",
                TranslationStep::Done { .. } => "disclosure-translation-is-there",
                TranslationStep::NotNeeded { .. } => "disclosure-translation-is-not-needed",
            };
            told(matter.language, key, [("date", &matter.date(on))])
        }
    };
    let ended = matches!(
        case.translation_of(id),
        Some((TranslationStep::Done { .. } | TranslationStep::NotNeeded { .. }, _))
    );
    let apart = held.quarantined.iter().find(|one| one.evidence == id);
    Sent {
        id: id.to_string(),
        title: crate::i18n::tr(matter.language, "disclosure-sent", &crate::i18n::args(values)),
        numbers: submission
            .targets
            .iter()
            .map(|target| target.number.to_string())
            .collect::<Vec<_>>()
            .join(", "),
        apart: apart.map(|one| {
            let key = format!("disclosure-apart-{}", one.wrong.code());
            told(matter.language, &key, [("reason", one.reason.as_str())])
        }),
        moved_to: held.moved_out.iter().find(|one| one.evidence == id).map(|one| one.to.to_string()),
        moved_from: held.moved_in.iter().find(|(one, _)| *one == id).map(|(_, from)| from.to_string()),
        translation,
        translation_open: apart.is_none() && !ended,
        files: submission.files.iter().map(|file| shown(matter, file)).collect(),
    }
}

fn shown(matter: &Matter, file: &FileRef) -> Shown {
    let case = &matter.case;
    let apart = case.disclosure.quarantined.iter().filter_map(|one| case.submission(one.evidence));
    let class = case.class_of(file.digest);
    Shown {
        digest: file.digest.to_string(),
        name: file.name.as_str().to_owned(),
        class: matter.t(class_key(class)),
        class_code: class.code(),
        barred: case.is_barred(file.digest),
        apart: apart.flat_map(|found| &found.submission.files).any(|one| one.digest == file.digest),
        copy_of: None,
        copies: case.disclosure.copies.iter().filter(|copy| copy.file == file.digest).count(),
    }
}

fn files(case: &Case) -> Vec<Choice> {
    let all = case.counted_evidence().flat_map(|found| &found.submission.files);
    all.map(|file| Choice::new(file.digest.to_string(), file.name.as_str())).collect()
}

fn grounds(office: &Office, matter: &Matter) -> Result<Vec<Choice>, ActError> {
    let profile = office.profile(&matter.case.profile)?;
    let ground = |rule: &amends_core::profile::DisclosureRule| {
        Choice::new(&rule.id, format!("{} ({})", rule.what.get(matter.language), rule.citation))
    };
    Ok(profile.disclosure.iter().map(ground).collect())
}

fn disclosed(office: &Office, matter: &Matter) -> Result<Vec<Logged>, ActError> {
    let profile = office.profile(&matter.case.profile)?;
    let entries = matter.case.disclosure.disclosed.iter().map(|one| {
        let rule = profile.disclosure.iter().find(|rule| rule.id == one.ground);
        Logged {
            ground: rule.map_or_else(|| one.ground.clone(), |rule| rule.what.get(matter.language).to_owned()),
            citation: rule.map(|rule| rule.citation.clone()).unwrap_or_default(),
            to: one.to.as_str().to_owned(),
            what: one.what.as_str().to_owned(),
            files: one.files.len(),
        }
    });
    Ok(entries.collect())
}
