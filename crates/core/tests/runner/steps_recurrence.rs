//! The phrases about earlier service improvements and about how a body deals with the office.

use amends_core::{
    command::Command,
    profile::HandlingSign,
    recurrence::{Conclusion, ReferenceParagraph},
};

use super::{
    described::earlier,
    steps::said,
    world::{World, number, words},
};

type Told<T> = Result<T, String>;

/// What a phrase asks; nothing where it is no phrase of these.
pub fn asked(world: &World, what: &str) -> Told<Option<Vec<Command>>> {
    let (what, body) = what.split_once(" at ").unwrap_or((what, ""));
    let body = world.body(body)?;
    if let Some([of, conclusion]) = said("judges that {}: {}", what).as_deref() {
        let (conclusion, why) = match conclusion.strip_suffix(" without reasons") {
            Some(conclusion) => (conclusion, ""),
            None => (*conclusion, "the new procedure began in June"),
        };
        let conclusion = match conclusion {
            "not yet embedded" => Conclusion::NotYetEmbedded,
            "the fault recurs" => Conclusion::Recurs,
            "another matter" => Conclusion::DoesNotRecur,
            other => return Err(format!("{other:?} is no conclusion")),
        };
        let earlier = if *of == "nothing" { Vec::new() } else { earlier(of)? };
        return Ok(Some(vec![Command::JudgeEarlier { body, earlier, conclusion, reasons: words(why) }]));
    }
    if let Some(of) = what.strip_prefix("refers to ") {
        let (of, cy) = match of.strip_suffix(" in English alone") {
            Some(of) => (of, ""),
            None => (of, "Cyfeiriwn at yr hyn a argymhellwyd"),
        };
        let (en, cy) = (words("We refer to what was recommended"), words(cy));
        return Ok(Some(vec![Command::ReferToEarlier(ReferenceParagraph {
            body,
            earlier: earlier(of)?,
            en,
            cy,
        })]));
    }
    match what.strip_prefix("notes ") {
        Some(rest) => Ok(Some(vec![noted(world, body, rest)?])),
        None => Ok(None),
    }
}

/// `delay_responding for the chase of R1`, `not_signposted`, `not_signposted without a comment`.
fn noted(world: &World, body: amends_core::id::BodyId, text: &str) -> Told<Command> {
    let (text, note) = match text.strip_suffix(" without a comment") {
        Some(text) => (text, words("")),
        None => (text, words("three letters before an answer")),
    };
    let (code, because) = match said("{} for the {} of {}", text).as_deref() {
        Some([code, sign, of]) => {
            let (wanted, number) = (sign.replace(' ', "_"), number(of)?);
            if !HandlingSign::ALL.iter().any(|known| known.code() == wanted) {
                return Err(format!("{sign:?} is no sign"));
            }
            let mut signs = world.case()?.handling_signs.iter().rev();
            let found = signs.find(|one| one.sign.code() == wanted && one.number == number);
            // Where there is none, the note says it rests on an event that is none.
            ((*code).to_owned(), Some(found.map_or(9999, |sign| sign.seq)))
        }
        _ => (text.to_owned(), None),
    };
    Ok(Command::RecordHandling { body, code, note, because })
}
