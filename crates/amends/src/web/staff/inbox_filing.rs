//! Filing a message by hand: on the case, and as evidence for the recommendations a person chose (R25, R29).

use amends_core::{
    actor::Actor,
    command::Command,
    evidence::{FileRef, Submission, Target, Via},
    id::{BodyId, EvidenceId, MailId, RecommendationNumber, StaffId},
};
use amends_store::post::{self, Mail};

use crate::{
    mail::effect,
    office::{ActError, Ask, Office, Sealer},
};

/// Files a message; for the recommendations chosen, what it brings becomes evidence. Done twice, it counts once.
///
/// # Errors
/// Where the case or a recommendation is not there, a rule stands against it, or the memory fails.
pub fn filed(
    office: &Office,
    actor: &Actor,
    by: StaffId,
    id: MailId,
    reference: &str,
    numbers: &[RecommendationNumber],
) -> Result<(), ActError> {
    let mail = office.db().read(|conn| post::mail(conn, id))?;
    let case = office.by_reference(reference)?.case;
    let mut bodies: Vec<BodyId> = Vec::new();
    for number in numbers {
        let one = case.recommendation(*number).ok_or(ActError::NotFound("recommendation"))?;
        if !bodies.contains(&one.terms.addressee) {
            bodies.push(one.terms.addressee);
        }
    }
    let mut sealer = office.sealer();
    let mut commands = Vec::new();
    for body in bodies {
        let targets = numbers
            .iter()
            .filter(|number| case.recommendation(**number).is_some_and(|one| one.terms.addressee == body))
            .map(|number| Target { number: *number, items: Vec::new() })
            .collect();
        commands.push(evidence(office, &mail, body, targets, &mut sealer)?);
    }
    if !commands.is_empty() {
        let ask = Ask::new(actor, case.id).keyed(format!("mail/{id}"));
        office.act(&ask, &commands, &sealer.into_kept())?;
    }
    let (at, case, numbers) = (office.clock().now(), case.id, numbers.to_vec());
    Ok(office.db().write(move |tx| post::file(tx, id, case, &numbers, Some(by), at))?)
}

fn evidence(
    office: &Office,
    mail: &Mail,
    body: BodyId,
    targets: Vec<Target>,
    sealer: &mut Sealer,
) -> Result<Command, ActError> {
    let incoming = office.read_kept(mail)?.ok();
    let mut files = Vec::new();
    for file in incoming.iter().flat_map(effect::files) {
        let stored = office.keep_file(&file.name, &file.bytes)?;
        files.push(FileRef {
            digest: stored.digest,
            name: sealer.words(&stored.name)?,
            media_type: stored.media_type,
            size: stored.size,
        });
    }
    let statement = incoming.map(|one| one.text.said).unwrap_or_default();
    Ok(Command::ReceiveEvidence(Box::new(Submission {
        evidence: EvidenceId(sealer.id()?),
        body,
        targets,
        via: Via::Mail { mail: mail.mail },
        received_on: office.clock().day_of(mail.received_at),
        dated_on: None,
        done_on: None,
        statement: sealer.optional(&statement)?,
        files,
        paid: None,
        language: None,
    })))
}
