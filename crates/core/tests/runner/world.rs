//! The world of a scenario: the case, and everything the rules are handed.

use std::collections::BTreeMap;

use amends_core::{
    actor::{Actor, StaffRole},
    body::{Body, BodyKind, OverTime},
    calendar::Calendar,
    case::{Case, Check, Route},
    command::{Command, CommandKind, Opening},
    decide::{Facts, decide},
    duty::Circumstances,
    event::Event,
    evolve::{evolve, fold},
    id::{
        BodyId, CaseId, CaseReference, EvidenceId, ParticularId, PersonId, PostId, RecommendationNumber,
        StaffId,
    },
    party::{Channel, Complainant},
    permit::{Denial, permit},
    profile::{Lateness, Profile},
    recommendation::FindingNumber,
    refusal::Refusal,
    text::{Bilingual, Salt, Words},
};
use jiff::civil::Date;
use uuid::Uuid;

use super::read::Setting;

/// What came of a step.
#[derive(Debug)]
pub enum Outcome {
    Happened(Vec<Event>),
    Refused(Refusal),
    Denied(Denial),
}

/// The case and what is around it.
#[derive(Clone)]
pub struct World {
    pub profile: Profile,
    pub calendar: Calendar,
    pub bodies: Vec<Body>,
    pub names: Vec<String>,
    pub circumstances: Circumstances,
    pub events: Vec<(Date, Event)>,
    pub case: Option<Case>,
    pub evidence: BTreeMap<String, EvidenceId>,
    pub last_post: Option<PostId>,
    pub today: Date,
    /// Are the events folded anew after every step? Walks do so at their end: a fold is as long as its history.
    pub fold_each_step: bool,
    /// What was asked, and what came of it: the kinds of events, or the refusal.
    pub log: Vec<(CommandKind, Result<Vec<String>, Refusal>)>,
    next: u128,
}

/// Words for a test, sealed under an id of their own.
pub fn words(text: &str) -> Words {
    let digest = Words::commitment(Salt([7; 32]), text);
    let mut id = [0; 16];
    id.copy_from_slice(&digest.0[..16]);
    Words::seal(ParticularId(Uuid::from_bytes(id)), Salt([7; 32]), text)
}

pub fn staff(role: StaffRole) -> Actor {
    Actor::Staff { staff: StaffId(Uuid::from_u128(role as u128 + 1)), role }
}

pub const COMPLAINANT: PersonId = PersonId(Uuid::from_u128(500));

impl World {
    pub fn open(setting: &Setting, first: Option<Date>) -> Result<Self, String> {
        let mut profile = Profile::built_in(&setting.profile).map_err(|error| error.to_string())?;
        if setting.lateness_original {
            profile.lateness = Lateness::Original;
        }
        for (step, on) in &setting.ladder {
            let Some(found) = profile.chase.iter_mut().find(|known| known.id == *step) else {
                return Err(format!("the ladder has no step {step:?}"));
            };
            found.enabled = *on;
        }
        let calendar = Calendar::built_in(profile.calendar).map_err(|error| error.to_string())?;
        let mut world = Self {
            profile,
            calendar,
            bodies: Vec::new(),
            names: Vec::new(),
            circumstances: Circumstances::default(),
            events: Vec::new(),
            case: None,
            evidence: BTreeMap::new(),
            last_post: None,
            today: first.ok_or("nothing happens")?,
            fold_each_step: true,
            log: Vec::new(),
            next: 1000,
        };
        for (name, kind, language) in &setting.bodies {
            world.add_body(name, kind, language)?;
        }
        let complainant = match &setting.complainant {
            Some((name, language, channel)) => Some(complainant(name, language, channel)?),
            None => None,
        };
        world.open_case(setting, complainant)?;
        Ok(world)
    }

    fn open_case(&mut self, setting: &Setting, complainant: Option<Complainant>) -> Result<(), String> {
        let bodies: Vec<_> = self.bodies.iter().map(|body| body.id).collect();
        let opening = Opening {
            reference: CaseReference::new(2026, 1),
            profile: setting.profile.clone(),
            route: if setting.early_resolution { Route::EarlyResolution } else { Route::Investigation },
            title: words("a complaint"),
            own_initiative: setting.own_initiative,
            received_on: self.today,
            handler: StaffId(Uuid::from_u128(StaffRole::Caseworker as u128 + 1)),
            complainant,
            bodies: bodies.clone(),
        };
        self.must(&Command::OpenCase(opening))?;
        if !setting.without_findings {
            for body in bodies {
                let injustice = (!setting.own_initiative).then(|| words("she waited eleven months"));
                let fault = words("no answer was given");
                self.must(&Command::RecordFinding { body, fault, injustice, systemic: false })?;
            }
        }
        if !setting.without_checks {
            let check = Check::GuidanceOnRemedies;
            let version = Some("2025".to_owned());
            self.must(&Command::RecordCheck { check, version, note: words("considered") })?;
        }
        Ok(())
    }

    fn must(&mut self, command: &Command) -> Result<(), String> {
        match self.ask(&staff(StaffRole::Caseworker), command)? {
            Outcome::Happened(_) => Ok(()),
            Outcome::Refused(refusal) => Err(format!("the setting is refused: {refusal:?}")),
            Outcome::Denied(denial) => Err(format!("the setting is denied: {denial}")),
        }
    }

    pub fn add_body(&mut self, name: &str, kind: &str, language: &str) -> Result<BodyId, String> {
        let kind = match kind {
            "council" => BodyKind::Council,
            "health board" => BodyKind::HealthBoard,
            "landlord" => BodyKind::Landlord,
            "care provider" => BodyKind::CareProvider,
            "government" => BodyKind::WelshGovernment,
            "other" => BodyKind::Other,
            other => return Err(format!("{other:?} is no kind of body")),
        };
        let id = BodyId(Uuid::from_u128(100 + self.bodies.len() as u128));
        self.bodies.push(Body {
            id,
            name: Bilingual::new(name, name),
            kind,
            language: language.parse().map_err(|()| format!("{language:?} is no language"))?,
            merged_into: None,
            chases_stopped: false,
            undeliverable: false,
            over_time: OverTime::default(),
        });
        self.names.push(name.to_owned());
        Ok(id)
    }

    pub fn fresh(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub fn case(&self) -> Result<&Case, String> {
        self.case.as_ref().ok_or_else(|| "there is no case".to_owned())
    }

    /// A body by its name; the first where no name is given.
    pub fn body(&self, name: &str) -> Result<BodyId, String> {
        let wanted = name.trim();
        let place =
            if wanted.is_empty() { Some(0) } else { self.names.iter().position(|known| known == wanted) };
        place
            .and_then(|place| self.bodies.get(place))
            .map(|body| body.id)
            .ok_or_else(|| format!("there is no body {wanted:?} here"))
    }

    pub fn name_of(&self, body: BodyId) -> &str {
        self.bodies.iter().position(|known| known.id == body).map_or("?", |place| self.names[place].as_str())
    }

    pub fn finding_against(&self, body: BodyId) -> Option<FindingNumber> {
        let case = self.case.as_ref()?;
        case.findings.iter().rev().find(|finding| finding.body == body).map(|finding| finding.finding)
    }

    /// Asks, lets happen what happens, and checks what must always hold.
    pub fn ask(&mut self, actor: &Actor, command: &Command) -> Result<Outcome, String> {
        if let Err(denial) = permit(actor, command, self.case.as_ref()) {
            return Ok(Outcome::Denied(denial));
        }
        let facts = Facts {
            case: CaseId(Uuid::from_u128(1)),
            today: self.today,
            actor,
            profile: &self.profile,
            calendar: &self.calendar,
            bodies: &self.bodies,
            circumstances: &self.circumstances,
        };
        let events = match decide(self.case.as_ref(), command, &facts) {
            Ok(events) => events,
            Err(refusal) => {
                self.log.push((command.kind(), Err(refusal.clone())));
                return Ok(Outcome::Refused(refusal));
            }
        };
        self.log.push((command.kind(), Ok(events.iter().map(kind_of).collect())));
        self.case = events.iter().fold(self.case.take(), evolve);
        self.events.extend(events.iter().map(|event| (self.today, event.clone())));
        self.hold()?;
        Ok(Outcome::Happened(events))
    }

    /// What must hold whatever has happened.
    fn hold(&self) -> Result<(), String> {
        let broken = self.case()?.check();
        if !broken.is_empty() {
            return Err(format!("what must always hold does not: {broken:?}"));
        }
        if self.fold_each_step { self.fold_anew() } else { Ok(()) }
    }

    /// The events folded from the first give the case as it stands.
    pub fn fold_anew(&self) -> Result<(), String> {
        let case = self.case()?;
        let again = fold(self.events.iter().map(|(_, event)| event));
        if again.as_ref() != Some(case) {
            return Err("the events folded anew give another case".to_owned());
        }
        Ok(())
    }
}

/// The name under which the record keeps an event.
fn kind_of(event: &Event) -> String {
    let written = serde_json::to_value(event).unwrap_or_default();
    written.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
}

pub fn complainant(name: &str, language: &str, channel: &str) -> Result<Complainant, String> {
    let channel = match channel {
        "email" => Channel::Email(words("a@example.org")),
        "post" => Channel::Post(words("1 High Street")),
        other => return Err(format!("{other:?} is no way to reach somebody: email or post")),
    };
    Ok(Complainant {
        person: COMPLAINANT,
        name: words(name),
        channel,
        language: language.parse().map_err(|()| format!("{language:?} is no language"))?,
        adjustments: None,
        authority: None,
    })
}

/// `R1`.
pub fn number(text: &str) -> Result<RecommendationNumber, String> {
    text.trim()
        .strip_prefix('R')
        .and_then(|digits| digits.parse().ok())
        .map(RecommendationNumber)
        .ok_or_else(|| format!("{text:?} is no recommendation like R1"))
}

/// `R1, R2`.
pub fn numbers(text: &str) -> Result<Vec<RecommendationNumber>, String> {
    text.split(',').map(number).collect()
}

pub fn date(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| format!("{text:?} is no date like 2026-03-02"))
}
