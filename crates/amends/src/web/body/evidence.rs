//! Sending evidence for one action: files kept as they come, what each shows, when it was done; checked, then sent.

use amends_core::{
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::EvidenceId,
    money::Pence,
    recommendation::{ItemNumber, Recommendation},
    text::Language,
};
use axum::extract::{Path, Query, State};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    frame_behind,
    matter::{ActionView, Matter},
    upload::{Seal, size},
};
use crate::{
    i18n,
    office::{Ask, Office, StoredFile},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::{Form, Reading},
        outside::{drawn, outcome, same_case},
        problem::Problem,
        visit::Outside,
    },
};

/// For which item the page was opened.
#[derive(Debug, Default, Deserialize)]
pub struct ForItem {
    #[serde(default)]
    item: String,
}

#[derive(Serialize)]
struct FileView {
    name: String,
    size: String,
    sealed: String,
    short: String,
    item: String,
    shows: String,
}

#[derive(Serialize)]
struct Page<'a> {
    check: bool,
    action: ActionView,
    files: Vec<FileView>,
    item: &'a str,
    statement: &'a str,
    day: &'a str,
    month: &'a str,
    year: &'a str,
    done_on: Option<String>,
    paid: &'a str,
    letter: bool,
    language: &'a str,
    reference: &'a str,
    key: &'a str,
    limit: String,
    decided: bool,
}

/// What was sent, before it is sealed.
struct Sent {
    files: Vec<StoredFile>,
    items: Vec<ItemNumber>,
    statement: String,
    done_on: Option<Date>,
    paid: Option<Pence>,
    language: Option<Language>,
}

/// The page, empty.
pub async fn show(
    State(app): State<App>,
    outside: Outside,
    Path(number): Path<u16>,
    Query(item): Query<ForItem>,
) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    let one = open(&matter, number)?;
    let key = app.work(|office: &Office| office.fresh_id()).await?;
    let form = Form::default().with("key", key.to_string()).with("item", item.item);
    draw(&app, &outside, &matter, one, &form, &Kept::default(), false, Vec::new())
}

/// Something can be sent while the action is open, or before the decision where early action was agreed (R17).
fn open(matter: &Matter, number: u16) -> Result<&Recommendation, Problem> {
    let one = matter.one(number)?;
    let may_start = one.decided || one.early_action_authorised;
    if may_start && !one.state().is_terminal() { Ok(one) } else { Err(Problem::NotFound) }
}

/// The files of a form: those kept from earlier steps, and those that came with this one.
#[derive(Default)]
struct Kept {
    files: Vec<(StoredFile, String)>,
    unknown: bool,
}

impl Kept {
    fn of(form: &Form, seal: &Seal) -> Self {
        let mut kept = Self::default();
        let removed = form.get("remove");
        for value in form.all("file") {
            match seal.read(value) {
                Some(file) => kept.add(file, seal),
                None => kept.unknown = true,
            }
        }
        for file in form.files("files") {
            kept.add(file.clone(), seal);
        }
        kept.files.retain(|(file, _)| short(file) != removed);
        kept
    }

    fn add(&mut self, file: StoredFile, seal: &Seal) {
        if !self.files.iter().any(|(known, _)| known.digest == file.digest) {
            let sealed = seal.write(&file);
            self.files.push((file, sealed));
        }
    }
}

/// The beginning of a digest, by which a form's fields name a file.
fn short(file: &StoredFile) -> String {
    file.digest.to_string().chars().take(16).collect()
}

/// A step on: files uploaded or removed, all checked, or sent.
pub async fn send(State(app): State<App>, outside: Outside, Path(number): Path<u16>, form: Form) -> Answer {
    let matter = Matter::load(&app, &outside).await?;
    same_case(&form, &matter.case)?;
    let one = open(&matter, number)?;
    let key = app.work(|office: &Office| office.upload_key()).await?;
    let kept = Kept::of(&form, &Seal::new(key, outside.link));
    let mut reading = form.read(outside.visit.language);
    if kept.unknown {
        reading.error("files", "portal-file-unknown");
    }
    let step = if form.has("remove") { "edit" } else { form.get("step") };
    if !matches!(step, "check" | "send") {
        let errors = reading.errors();
        return draw(&app, &outside, &matter, one, &form, &kept, false, errors);
    }
    let sent = read(&matter, one, &form, &kept, &mut reading);
    let evidence = reading.parsed::<EvidenceId>("key", "portal-form-old");
    let errors = reading.errors();
    let (Some(evidence), true) = (evidence, errors.is_empty()) else {
        return draw(&app, &outside, &matter, one, &form, &kept, false, errors);
    };
    if step == "check" {
        return draw(&app, &outside, &matter, one, &form, &kept, true, Vec::new());
    }
    match receive(&app, &outside, &matter, one, evidence, sent).await? {
        Ok(()) => Ok(see(outside.visit.to(&format!("/portal/actions/{number}/receipt/{evidence}")))),
        Err(error) => draw(&app, &outside, &matter, one, &form, &kept, false, vec![error]),
    }
}

fn read(matter: &Matter, one: &Recommendation, form: &Form, kept: &Kept, reading: &mut Reading<'_>) -> Sent {
    let items: Vec<ItemNumber> =
        matter.action(one).items.iter().map(|item| ItemNumber(item.number)).collect();
    let mut shown: Vec<ItemNumber> = kept
        .files
        .iter()
        .filter_map(|(file, _)| form.get(&format!("item-{}", short(file))).parse().ok().map(ItemNumber))
        .filter(|item| items.contains(item))
        .collect();
    shown.sort();
    shown.dedup();
    let statement = reading.optional("statement");
    if kept.files.is_empty() && statement.is_empty() {
        reading.error("files", "portal-nothing-sent");
    }
    Sent {
        files: kept.files.iter().map(|(file, _)| file.clone()).collect(),
        items: shown,
        statement,
        done_on: reading.optional_date("done_on"),
        paid: reading.optional_money("paid"),
        language: form.get("language").parse().ok(),
    }
}

async fn receive(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    one: &Recommendation,
    evidence: EvidenceId,
    sent: Sent,
) -> Result<Result<(), FieldError>, Problem> {
    let (case, body, today, link) = (matter.case.id, matter.body.id, matter.today, outside.link);
    let (actor, number) = (outside.actor(), one.number);
    let done = app.work(move |office| {
        let mut sealer = office.sealer();
        let mut files = Vec::new();
        for file in sent.files {
            let name = sealer.words(&file.name)?;
            files.push(FileRef { digest: file.digest, name, media_type: file.media_type, size: file.size });
        }
        let submission = Submission {
            evidence,
            body,
            targets: vec![Target { number, items: sent.items }],
            via: Via::Portal,
            received_on: today,
            dated_on: None,
            done_on: sent.done_on,
            statement: sealer.optional(&sent.statement)?,
            files,
            paid: sent.paid,
            language: sent.language,
        };
        let command = Command::ReceiveEvidence(Box::new(submission));
        office.act(&Ask::new(&actor, case), &[command], &sealer.into_kept())?;
        office.link_used(link)
    });
    outcome(done.await, outside.visit.language)
}

#[expect(clippy::too_many_arguments, reason = "all that one page is drawn from, each a plain value")]
fn draw(
    app: &App,
    outside: &Outside,
    matter: &Matter,
    one: &Recommendation,
    form: &Form,
    kept: &Kept,
    check: bool,
    errors: Vec<FieldError>,
) -> Answer {
    let back = format!("/portal/actions/{}", one.number);
    let title = if check { "portal-evidence-check-title" } else { "portal-evidence-title" };
    let mut frame = frame_behind(app, outside, matter, title, &back);
    frame.errors = errors;
    let action = matter.action(one);
    let only = match action.items.as_slice() {
        [item] => item.number.to_string(),
        _ => form.get("item").to_owned(),
    };
    let files = kept.files.iter().map(|(file, sealed)| {
        let chosen = form.get(&format!("item-{}", short(file)));
        let item = if form.all(&format!("item-{}", short(file))).is_empty() { only.as_str() } else { chosen };
        FileView {
            name: file.name.clone(),
            size: size(file.size),
            sealed: sealed.clone(),
            short: short(file),
            item: item.to_owned(),
            shows: action
                .items
                .iter()
                .find(|known| known.number.to_string() == item)
                .map_or_else(|| i18n::t(matter.language, "portal-shows-nothing"), |known| known.what.clone()),
        }
    });
    let done_on = form.read(matter.language).optional_date("done_on").map(|day| day.to_string());
    let page = Page {
        check,
        files: files.collect(),
        item: form.get("item"),
        statement: form.get("statement"),
        day: form.get("done_on-day"),
        month: form.get("done_on-month"),
        year: form.get("done_on-year"),
        done_on,
        paid: form.get("paid"),
        letter: action.items.iter().any(|item| item.letter),
        language: form.get("language"),
        reference: &matter.case.reference.0,
        key: form.get("key"),
        limit: format!("{} MB", app.config.storage.max_upload_mib),
        decided: one.decided,
        action,
    };
    drawn(app, "body/evidence.html", &outside.visit, &frame, page)
}
