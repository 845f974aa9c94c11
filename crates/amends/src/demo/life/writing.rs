//! What is written in a case: the words of its recommendations, their evidence lists and dates, and what came by mail.

use amends_core::{
    evidence::Via,
    id::{BodyId, MailId, RecommendationNumber},
    money::Pence,
    period::{Anchor, DueSpec, Length, Unit},
    recommendation::{Amount, EvidenceItem, FindingNumber, ItemNumber, Need, Scope, Terms},
    text::Language,
};

use amends_store::post::NewMail;

use super::Life;
use crate::{
    demo::{bodies::address, wordings::Sample, world::World},
    office::{
        ActError, Fault, Sealer,
        bulk::{Bulk, FiledMail},
    },
};

/// How much of the evidence comes by mail in a world of many cases, in a hundred.
const MAILED: u32 = 40;

impl Life {
    /// How many recommendations the case will have.
    pub fn recommendations(&self) -> usize {
        self.samples.len()
    }

    /// With at most so many recommendations.
    pub fn at_most(&mut self, most: usize) {
        self.samples.truncate(most);
    }

    /// From now on its steps are told: none leads to another.
    #[must_use]
    pub fn as_told(self) -> Self {
        Self { told: true, ..self }
    }

    /// With recommendations for the complainant alone, all due together.
    pub fn personal_alone(&mut self) {
        self.samples.retain(|sample| sample.scope == Scope::Personal);
    }

    /// The words in the language of the case; with where and when it was, in a world of many cases.
    pub(super) fn with_detail(&self, world: &World<'_>, (en, cy): (&str, &str)) -> Result<String, ActError> {
        let words = match self.language {
            Language::En => en,
            Language::Cy => cy,
        };
        Ok(match &world.details {
            Some(details) => format!("{words} {}", details.draw(&world.dice, self.language)?),
            None => words.to_owned(),
        })
    }

    /// By which way evidence comes. In a world of many cases some comes by mail: the message is kept as it came, and filed.
    pub(super) fn via(
        &self,
        world: &World<'_>,
        bulk: &mut Bulk<'_>,
        (body, number): (BodyId, RecommendationNumber),
        said: &str,
    ) -> Result<Via, ActError> {
        if world.details.is_none() || !world.dice.percent(MAILED)? || !bulk.writes_letters() {
            return Ok(Via::Portal);
        }
        let Some(record) = world.record(body) else { return Ok(Via::Portal) };
        let office = world.office;
        let (mail, at, sender) = (MailId(office.fresh_id()?), office.clock().now(), address(record));
        let message_id = format!("{}@{}.example", mail.0.simple(), record.slug);
        let subject = format!("Re: {}", self.reference.recommendation(number));
        let raw = format!(
            "From: <{sender}>\r\nTo: <{}>\r\nSubject: {subject}\r\nMessage-ID: <{message_id}>\r\nDate: {}\r\n\
             MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{said}\r\n",
            office.own_profile()?.mail_address,
            at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        );
        let stored = office.blobs().put(office.fresh_id()?, raw.as_bytes()).map_err(Fault::from)?;
        let message_id = Some(message_id);
        let new = NewMail { mail, raw: stored.digest, received_at: at, message_id, sender, subject };
        bulk.came_by_mail(FiledMail { new, stored, case: self.case, numbers: vec![number] });
        Ok(Via::Mail { mail })
    }

    pub(super) fn body_of(&self, place: usize) -> BodyId {
        match self.second_body {
            Some(second) if place % 2 == 1 => second,
            _ => self.body,
        }
    }

    pub(super) fn terms(
        &self,
        world: &World<'_>,
        sealer: &mut Sealer,
        sample: &Sample,
        place: usize,
    ) -> Result<Terms, ActError> {
        let addressee = self.body_of(place);
        let pounds = sample.pounds.map(|pounds| if pounds == 500 { self.pounds } else { pounds });
        let wording = self
            .with_detail(world, sample.wording)?
            .replace("{body}", &world.name(addressee, self.language))
            .replace("{pounds}", &pounds.unwrap_or_default().to_string());
        let mut evidence = Vec::new();
        for (place, (proof, en, cy)) in sample.evidence.iter().enumerate() {
            let item = ItemNumber(u8::try_from(place + 1).unwrap_or(u8::MAX));
            evidence.push(EvidenceItem {
                item,
                what: self.say(sealer, (en, cy))?,
                proof: *proof,
                need: Need::Required,
            });
        }
        let (amount, unit) = match sample.scope {
            Scope::Personal => (20, Unit::WorkingDays),
            Scope::Service => (3, Unit::Months),
        };
        Ok(Terms {
            kind: sample.kind,
            scope: sample.scope,
            answers: Some(FindingNumber(u16::try_from(place + 1).unwrap_or(u16::MAX))),
            wording: sealer.words(&wording)?,
            amount: pounds.map(|pounds| Amount::Exact { pence: Pence(pounds * 100) }),
            set_off_allowed: false,
            addressee,
            beneficiaries: None,
            evidence,
            evidence_due: Length::new(amount, unit)
                .map(|length| DueSpec::After { length, anchor: Anchor::FinalDecision }),
            public_summary: sample.public.map(|words| self.say(sealer, words)).transpose()?,
            themes: sample.themes.iter().map(|theme| (*theme).to_owned()).collect(),
            takes_up: Vec::new(),
            private_notes: None,
        })
    }
}
