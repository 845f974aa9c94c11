//! What the forms of the disclosure page ask, read field by field and put to the rules.

use amends_core::{
    case::Case,
    command::Command,
    disclosure::{
        BarLifted, Barred, Classified, Disclosed, FileClass, Quarantine, RedactedCopy, Translation,
        TranslationStep, Wrong,
    },
    evidence::FileRef,
    id::{EvidenceId, RecommendationNumber},
    text::Digest,
};
use axum::extract::{Path, State};

use super::draw;
use crate::{
    office::{ActError, Office, Sealer, StoredFile},
    render::frame::FieldError,
    web::{
        app::{Answer, App, see},
        form::{Form, Reading},
        outside::outcome,
        problem::Problem,
        staff::{
            acting::{self, Acted},
            matter::{Seen, led_to},
        },
        visit::Staff,
    },
};

/// What a form asks, read and not yet sealed.
enum Asked {
    SetApart { evidence: EvidenceId, wrong: Wrong, reason: String },
    Move { evidence: EvidenceId, to: String, numbers: Vec<RecommendationNumber> },
    Classify { file: Digest, class: FileClass, reason: String },
    Redact { file: Digest, copy: StoredFile, class: FileClass, note: String },
    Bar { file: Digest, by: String, notice: String },
    Lift { file: Digest, reason: String },
    Translate { evidence: EvidenceId, step: Step },
    Disclose { ground: String, to: String, what: String, files: Vec<Digest> },
}

/// A step of a translation.
enum Step {
    Ordered,
    Done(StoredFile),
    NotNeeded(String),
}

/// Reads a form; its fields begin with the name of the act and what it is about.
fn read(act: &str, form: &Form, staff: &Staff) -> Result<(Option<Asked>, Vec<FieldError>, String), Problem> {
    let mut reading = form.read(staff.visit.language);
    let about = form.get("about");
    let prefix = if act == "disclose" { act.to_owned() } else { format!("{act}-{about}") };
    let evidence = about.parse::<EvidenceId>().ok();
    let file = about.parse::<Digest>().ok();
    let read = Fields { form, prefix: &prefix };
    let asked = match (act, evidence, file) {
        ("set-apart", Some(evidence), _) => read.set_apart(&mut reading, evidence),
        ("move", Some(evidence), _) => read.moved(&mut reading, evidence),
        ("translate", Some(evidence), _) => read.translate(&mut reading, evidence),
        ("classify", _, Some(file)) => read.classify(&mut reading, file),
        ("redact", _, Some(file)) => read.redact(&mut reading, file),
        ("bar", _, Some(file)) => {
            let by = reading.text(&read.name("by"), "disclosure-by-missing");
            let notice = reading.text(&read.name("notice"), "disclosure-notice-missing");
            Some(Asked::Bar { file, by, notice })
        }
        ("lift", _, Some(file)) => {
            let reason = reading.text(&read.name("reason"), "disclosure-lift-missing");
            Some(Asked::Lift { file, reason })
        }
        ("disclose", ..) => read.disclose(&mut reading),
        _ => return Err(Problem::NotFound),
    };
    Ok((asked, reading.errors(), prefix))
}

/// The fields of one form.
struct Fields<'a> {
    form: &'a Form,
    prefix: &'a str,
}

impl Fields<'_> {
    fn name(&self, part: &str) -> String {
        format!("{}-{part}", self.prefix)
    }

    fn set_apart(&self, reading: &mut Reading<'_>, evidence: EvidenceId) -> Option<Asked> {
        let wrong = reading.choice(&self.name("wrong"), "disclosure-wrong-missing");
        let reason = reading.text(&self.name("reason"), "disclosure-apart-reason-missing");
        wrong.map(|wrong| Asked::SetApart { evidence, wrong, reason })
    }

    fn moved(&self, reading: &mut Reading<'_>, evidence: EvidenceId) -> Option<Asked> {
        let to = reading.text(&self.name("case"), "disclosure-case-missing");
        let typed = reading.text(&self.name("number"), "disclosure-numbers-missing");
        let numbers: Option<Vec<_>> =
            typed.split(',').map(|one| one.trim().parse().ok().map(RecommendationNumber)).collect();
        if numbers.is_none() && !typed.is_empty() {
            reading.error(&self.name("number"), "disclosure-numbers-missing");
        }
        numbers.map(|numbers| Asked::Move { evidence, to, numbers })
    }

    fn translate(&self, reading: &mut Reading<'_>, evidence: EvidenceId) -> Option<Asked> {
        let step = match self.form.get(&self.name("step")) {
            "ordered" => Step::Ordered,
            "done" => match self.form.files(&self.name("file")).first() {
                Some(file) => Step::Done((*file).clone()),
                None => {
                    reading.error(&self.name("file"), "disclosure-file-missing");
                    return None;
                }
            },
            "not_needed" => {
                Step::NotNeeded(reading.text(&self.name("reason"), "disclosure-not-needed-missing"))
            }
            _ => {
                reading.error(&self.name("step"), "disclosure-step-missing");
                return None;
            }
        };
        Some(Asked::Translate { evidence, step })
    }

    fn classify(&self, reading: &mut Reading<'_>, file: Digest) -> Option<Asked> {
        let class = reading.choice(&self.name("class"), "disclosure-class-missing");
        let reason = reading.text(&self.name("reason"), "disclosure-reason-missing");
        class.map(|class| Asked::Classify { file, class, reason })
    }

    fn redact(&self, reading: &mut Reading<'_>, file: Digest) -> Option<Asked> {
        let class = reading.choice(&self.name("class"), "disclosure-class-missing");
        let note = reading.text(&self.name("note"), "disclosure-note-missing");
        let copy = self.form.files(&self.name("copy")).first().map(|file| (*file).clone());
        if copy.is_none() {
            reading.error(&self.name("copy"), "disclosure-file-missing");
        }
        class.zip(copy).map(|(class, copy)| Asked::Redact { file, copy, class, note })
    }

    fn disclose(&self, reading: &mut Reading<'_>) -> Option<Asked> {
        let ground = reading.text(&self.name("ground"), "disclosure-ground-missing");
        let to = reading.text(&self.name("to"), "disclosure-to-missing");
        let what = reading.text(&self.name("what"), "disclosure-what-missing");
        let files = self.form.all(&self.name("files")).iter().filter_map(|text| text.parse().ok()).collect();
        Some(Asked::Disclose { ground, to, what, files })
    }
}

/// A file that was uploaded, as the record names it.
fn file_ref(sealer: &mut Sealer, file: StoredFile) -> Result<FileRef, ActError> {
    Ok(FileRef {
        digest: file.digest,
        name: sealer.words(&file.name)?,
        media_type: file.media_type,
        size: file.size,
    })
}

fn command(asked: Asked, sealer: &mut Sealer) -> Result<Vec<Command>, ActError> {
    Ok(vec![match asked {
        Asked::SetApart { evidence, wrong, reason } => {
            Command::QuarantineEvidence(Quarantine { evidence, wrong, reason: sealer.words(&reason)? })
        }
        Asked::Move { .. } => return Ok(Vec::new()),
        Asked::Classify { file, class, reason } => {
            Command::ClassifyFile(Classified { file, class, reason: sealer.words(&reason)? })
        }
        Asked::Redact { file, copy, class, note } => Command::AddRedactedCopy(RedactedCopy {
            file,
            copy: file_ref(sealer, copy)?,
            class,
            note: sealer.words(&note)?,
        }),
        Asked::Bar { file, by, notice } => {
            let (by, notice) = (sealer.words(&by)?, sealer.words(&notice)?);
            Command::BarDocument(Barred { file, by, notice })
        }
        Asked::Lift { file, reason } => Command::LiftBar(BarLifted { file, reason: sealer.words(&reason)? }),
        Asked::Translate { evidence, step } => {
            let step = match step {
                Step::Ordered => TranslationStep::Ordered,
                Step::Done(file) => TranslationStep::Done { file: file_ref(sealer, file)? },
                Step::NotNeeded(reason) => TranslationStep::NotNeeded { reason: sealer.words(&reason)? },
            };
            Command::RecordTranslation(Translation { evidence, step })
        }
        Asked::Disclose { ground, to, what, files } => {
            Command::Disclose(Disclosed { ground, to: sealer.words(&to)?, what: sealer.words(&what)?, files })
        }
    }])
}

pub(super) async fn act(
    State(app): State<App>,
    staff: Staff,
    Path((reference, act)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (asked, errors, prefix) = read(&act, &form, &staff)?;
    let Some(asked) = asked.filter(|_| errors.is_empty()) else {
        return draw(&app, &staff, &reference, Seen::again(&form, errors)).await;
    };
    let done = see(staff.visit.to(&format!("/cases/{reference}/disclosure?done=disclosure-{act}")));
    if let Asked::Move { evidence, to, numbers } = asked {
        let (actor, from) = (staff.actor(), reference.clone());
        let moved = app
            .work(move |office| {
                let from = office.by_reference(&from)?.case.id;
                office.move_evidence(&actor, from, evidence, &to, &numbers)
            })
            .await;
        return match outcome(moved, staff.visit.language) {
            Ok(Ok(())) => Ok(done),
            Ok(Err(error)) => {
                draw(&app, &staff, &reference, Seen::again(&form, led_to(&prefix, vec![error]))).await
            }
            Err(Problem::NotFound) => {
                let mut reading = form.read(staff.visit.language);
                reading.error(&format!("{prefix}-case"), "disclosure-case-missing");
                draw(&app, &staff, &reference, Seen::again(&form, reading.errors())).await
            }
            Err(problem) => Err(problem),
        };
    }
    let make = move |_: &Office, _: &Case, sealer: &mut Sealer| command(asked, sealer);
    match acting::act(&app, &staff, &reference, &form, make).await? {
        Acted::Done(_) => Ok(done),
        Acted::Meanwhile(page) => Ok(page),
        Acted::Wrong(errors) => {
            draw(&app, &staff, &reference, Seen::again(&form, led_to(&prefix, errors))).await
        }
    }
}
