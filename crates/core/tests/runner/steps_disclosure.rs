//! The phrases of a step about who may see what came in evidence. The file of `E1` is called `E1` too.

use amends_core::{
    actor::Actor,
    command::Command,
    disclosure::{
        BarLifted, Barred, Classified, Disclosed, FileClass, MovedIn, MovedOut, Quarantine, RedactedCopy,
        Translation, TranslationStep, Wrong,
    },
    evidence::FileRef,
    id::CaseReference,
    text::Digest,
};

use super::{
    described::{evidence, submission},
    steps::{Read, one, said},
    world::{World, words},
};

pub fn file(name: &str) -> Digest {
    Digest::of(name.trim().as_bytes())
}

fn file_ref(name: &str) -> FileRef {
    let media_type = "application/pdf".to_owned();
    FileRef { digest: file(name), name: words("copy.pdf"), media_type, size: 900 }
}

fn class(text: &str) -> Result<FileClass, String> {
    let found = FileClass::ALL.into_iter().find(|class| class.code().replace('_', " ") == text.trim());
    found.ok_or_else(|| format!("{text:?} is no class of files"))
}

pub fn asked(world: &mut World, actor: &Actor, what: &str) -> Read {
    if let Some([name, wrong]) = said("sets {} apart: wrong {}", what).as_deref() {
        let wrong = Wrong::ALL.into_iter().find(|one| one.code() == *wrong);
        return one(Command::QuarantineEvidence(Quarantine {
            evidence: evidence(world, name)?,
            wrong: wrong.ok_or_else(|| format!("{what:?}: wrong what?"))?,
            reason: words("the letter names somebody else"),
        }));
    }
    if let Some([rest, from]) = said("takes over {} from case {}", what).as_deref() {
        let submission = Box::new(submission(world, actor, rest)?);
        return one(Command::AcceptMovedEvidence(MovedIn {
            from: CaseReference((*from).to_owned()),
            submission,
        }));
    }
    if let Some([name, to]) = said("notes that {} went to case {}", what).as_deref() {
        let (evidence, to) = (evidence(world, name)?, CaseReference((*to).to_owned()));
        return one(Command::NoteEvidenceMoved(MovedOut { evidence, to }));
    }
    if let Some([name, as_what]) = said("classifies {} as {}", what).as_deref() {
        let (file, class, reason) = (file(name), class(as_what)?, words("it is about her alone"));
        return one(Command::ClassifyFile(Classified { file, class, reason }));
    }
    if let Some([name, of, as_what]) = said("adds {}, {} without names, as {}", what).as_deref() {
        let (file, copy, class) = (file(of), file_ref(name), class(as_what)?);
        let note = words("names of officers");
        return one(Command::AddRedactedCopy(RedactedCopy { file, copy, class, note }));
    }
    if let Some([name]) = said("bars {}", what).as_deref() {
        let (by, notice) = (words("the Welsh Ministers"), words("notice of 3 May"));
        return one(Command::BarDocument(Barred { file: file(name), by, notice }));
    }
    if let Some([name]) = said("lifts the bar on {}", what).as_deref() {
        return one(Command::LiftBar(BarLifted { file: file(name), reason: words("withdrawn by letter") }));
    }
    if let Some([names, ground]) = said("discloses {} on {}", what).as_deref() {
        let files = if *names == "a risk" { Vec::new() } else { names.split(',').map(file).collect() };
        return one(Command::Disclose(Disclosed {
            ground: ground.replace(' ', "_"),
            to: words("the duty social worker"),
            what: words("a child is at risk tonight"),
            files,
        }));
    }
    if let Some([name]) = said("orders a translation of {}", what).as_deref() {
        let step = TranslationStep::Ordered;
        return one(Command::RecordTranslation(Translation { evidence: evidence(world, name)?, step }));
    }
    if let Some([name, file]) = said("has {} translated as {}", what).as_deref() {
        let step = TranslationStep::Done { file: file_ref(file) };
        return one(Command::RecordTranslation(Translation { evidence: evidence(world, name)?, step }));
    }
    if let Some([name]) = said("needs no translation of {}", what).as_deref() {
        let step = TranslationStep::NotNeeded { reason: words("she reads English and says so") };
        return one(Command::RecordTranslation(Translation { evidence: evidence(world, name)?, step }));
    }
    Ok(None)
}
