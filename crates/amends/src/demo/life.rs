//! The life of one invented case, step by step, each step a command the real rules decide.

mod compliance;
mod deciding;
mod writing;

use amends_core::{
    actor::Actor,
    case::{AgreedBy, Case, Check, ConsideredOutcome, Route},
    command::{Command, Opening},
    id::{BodyId, CaseId, CaseReference, PersonId, RecommendationNumber},
    party::{Channel, Complainant},
    recommendation::{Answer, Scope},
    text::Language,
};
use jiff::civil::Date;

use super::{
    stories::Story,
    wordings::{FAMILY, FIRST, SAMPLES, Sample},
    world::{Person, World},
};
use crate::office::{ActError, Ask, Fault, Sealer, bulk::Bulk};

/// What happens next in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The complaint comes in.
    Open,
    /// Findings, checks and recommendations are written.
    Write,
    /// The draft, or the early-resolution proposal, goes out.
    Send,
    /// The body answers.
    Answer,
    /// The complainant comments.
    Comment,
    /// Comments close and are considered, or the agreement is recorded.
    Settle,
    /// The decision issues, or the case closes with agreed actions.
    Decide,
    /// The body asks for a later date.
    AskLater(RecommendationNumber),
    /// The office decides that.
    DecideLater(RecommendationNumber),
    /// The body sends evidence; `true` is enough.
    Send1(RecommendationNumber, bool),
    /// The office looks at it.
    Review(RecommendationNumber, bool),
    /// The manager decides on what never came.
    GiveUp(RecommendationNumber),
}

/// One case's plan.
pub struct Life {
    case: CaseId,
    reference: CaseReference,
    route: Route,
    body: BodyId,
    second_body: Option<BodyId>,
    language: Language,
    own_initiative: bool,
    worker: Person,
    samples: Vec<&'static Sample>,
    pounds: i64,
    person: Option<(&'static str, &'static str)>,
    told: bool,
    objects: bool,
}

/// What a step leads to.
type Next = Vec<(Date, Step)>;

impl Life {
    /// Draws a case.
    ///
    /// # Errors
    /// Where the machine gives no chance.
    pub fn begin(world: &World<'_>, case: CaseId, reference: CaseReference) -> Result<Self, ActError> {
        let dice = &world.dice;
        let own_initiative = dice.percent(2)?;
        let early = !own_initiative && dice.percent(45)?;
        let body = world.some_body()?;
        let second_body = (!early && dice.percent(4)?).then(|| world.some_body()).transpose()?;
        let (personal, service): (Vec<_>, Vec<_>) =
            SAMPLES.iter().partition(|sample| sample.scope == Scope::Personal);
        let mut samples: Vec<&'static Sample> = Vec::new();
        let (wanted, improvements) = if early {
            (dice.between(1, 3)?, dice.below(2)?)
        } else {
            (dice.between(1, 3)?, dice.between(1, 3)?)
        };
        for _ in 0..if own_initiative { 0 } else { wanted } {
            samples.extend(dice.one(&personal)?);
        }
        for _ in 0..improvements.max(u32::from(own_initiative) * 2) {
            samples.extend(dice.one(&service)?);
        }
        samples.dedup_by_key(|sample| sample.kind);
        let worker = dice.one(&world.caseworkers)?.cloned();
        Ok(Self {
            case,
            reference,
            person: None,
            told: false,
            objects: false,
            route: if early { Route::EarlyResolution } else { Route::Investigation },
            body,
            second_body: second_body.filter(|second| *second != body),
            language: if dice.percent(22)? { Language::Cy } else { Language::En },
            own_initiative,
            worker: worker.ok_or_else(|| Fault::Broken("no caseworkers".to_owned()))?,
            samples,
            pounds: i64::from(dice.between(1, 10)?) * 50,
        })
    }

    /// A case whose steps are told beforehand.
    ///
    /// # Errors
    /// Where the world lacks the body or the caseworker it names.
    pub fn told(
        world: &World<'_>,
        case: CaseId,
        reference: CaseReference,
        story: &Story,
    ) -> Result<Self, ActError> {
        let missing = |what: &str| Fault::Broken(format!("a story names {what} that is not there"));
        Ok(Self {
            case,
            reference,
            route: story.route,
            body: world
                .bodies
                .get(story.body)
                .map(|record| record.body.id)
                .ok_or_else(|| missing("a body"))?,
            second_body: None,
            language: story.language,
            own_initiative: false,
            worker: world.caseworkers.first().cloned().ok_or_else(|| missing("a caseworker"))?,
            samples: story.samples.iter().filter_map(|place| SAMPLES.get(*place)).collect(),
            pounds: 500,
            person: Some(story.person),
            told: true,
            objects: story.objects,
        })
    }

    /// Takes a step; what it leads to, and when. Where the steps are told, it leads to nothing.
    ///
    /// # Errors
    /// Where a rule refuses it, or the memory fails.
    pub fn take(&mut self, world: &World<'_>, bulk: &mut Bulk<'_>, step: Step) -> Result<Next, ActError> {
        let next = self.step(world, bulk, step)?;
        Ok(if self.told { Vec::new() } else { next })
    }

    fn step(&mut self, world: &World<'_>, bulk: &mut Bulk<'_>, step: Step) -> Result<Next, ActError> {
        match step {
            Step::Open => self.open(world, bulk),
            Step::Write => self.write(world, bulk),
            Step::Send => self.send(world, bulk),
            Step::Answer => self.answer(world, bulk),
            Step::Comment => self.comment(world, bulk),
            Step::Settle => self.settle(world, bulk),
            Step::Decide => self.decide(world, bulk),
            Step::AskLater(number) => self.ask_later(world, bulk, number),
            Step::DecideLater(number) => self.decide_later(world, bulk, number),
            Step::Send1(number, enough) => self.evidence(world, bulk, number, enough),
            Step::Review(number, enough) => self.review(world, bulk, number, enough),
            Step::GiveUp(number) => self.give_up(world, bulk, number),
        }
    }

    fn act(
        &self,
        bulk: &mut Bulk<'_>,
        actor: &Actor,
        sealer: Sealer,
        commands: &[Command],
    ) -> Result<(), ActError> {
        bulk.act(&Ask::new(actor, self.case), commands, &sealer.into_kept())?;
        Ok(())
    }

    fn officer(&self, body: BodyId) -> Actor {
        Actor::LinkOfficer { body, link: None }
    }

    fn say(&self, sealer: &mut Sealer, (en, cy): (&str, &str)) -> Result<amends_core::text::Words, ActError> {
        Ok(sealer.words(match self.language {
            Language::En => en,
            Language::Cy => cy,
        })?)
    }

    fn open(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let (office, dice) = (world.office, &world.dice);
        let today = office.today();
        let mut sealer = office.sealer();
        let title = self.samples.first().map_or(("Complaint", "Cwyn"), |sample| sample.fault);
        let title = self.with_detail(world, title)?;
        let complainant =
            if self.own_initiative { None } else { Some(self.complainant(world, &mut sealer)?) };
        let opening = Opening {
            reference: self.reference.clone(),
            profile: office.config().profile.name.clone(),
            route: self.route,
            title: sealer.words(&title)?,
            own_initiative: self.own_initiative,
            received_on: today,
            handler: self.worker.staff,
            complainant,
            bodies: std::iter::once(self.body).chain(self.second_body).collect(),
        };
        self.act(bulk, &self.worker.actor(), sealer, &[Command::OpenCase(opening)])?;
        Ok(vec![(world.after(today, dice.between(5, 30)?), Step::Write)])
    }

    fn complainant(&self, world: &World<'_>, sealer: &mut Sealer) -> Result<Complainant, ActError> {
        let dice = &world.dice;
        let first = dice.one(&FIRST)?.copied().unwrap_or_default();
        let family = dice.one(&FAMILY)?.copied().unwrap_or_default();
        let (first, family) = self.person.unwrap_or((first, family));
        let channel = if self.person.is_none() && dice.percent(15)? {
            let address = format!("{} Stryd Fawr, Trefwen", dice.between(1, 90)?);
            Channel::Post(sealer.words(&address)?)
        } else {
            let address = format!(
                "{}.{}@people.example",
                first.to_lowercase().replace('â', "a"),
                family.to_lowercase()
            );
            Channel::Email(sealer.words(&address)?)
        };
        let adjustments = match dice.below(100)? {
            0..5 => Some(("Large print, 18 point", "Print bras, 18 pwynt")),
            5..8 => Some(("Telephone rather than write", "Ffonio yn hytrach nag ysgrifennu")),
            _ => None,
        };
        Ok(Complainant {
            person: PersonId(world.office.fresh_id()?),
            name: sealer.words(&format!("{first} {family}"))?,
            channel,
            language: self.language,
            adjustments: adjustments.map(|words| self.say(sealer, words)).transpose()?,
            authority: None,
        })
    }

    fn write(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let mut sealer = world.office.sealer();
        let mut commands = Vec::new();
        for (place, sample) in self.samples.iter().enumerate() {
            let body = self.body_of(place);
            let injustice =
                self.say(&mut sealer, ("It caused worry and delay.", "Achosodd bryder ac oedi."))?;
            commands.push(Command::RecordFinding {
                body,
                fault: self.say(&mut sealer, sample.fault)?,
                injustice: Some(injustice),
                systemic: false,
            });
        }
        for (place, sample) in self.samples.iter().enumerate() {
            let terms = self.terms(world, &mut sealer, sample, place)?;
            commands.push(Command::WriteRecommendation { terms: Box::new(terms) });
        }
        commands.push(Command::RecordCheck {
            check: Check::GuidanceOnRemedies,
            version: Some("1".to_owned()),
            note: self.say(&mut sealer, ("Considered.", "Ystyriwyd."))?,
        });
        commands.push(Command::RecordCheck {
            check: Check::SpendingFreeze,
            version: None,
            note: self.say(&mut sealer, ("No effect on these.", "Dim effaith ar y rhain."))?,
        });
        self.act(bulk, &self.worker.actor(), sealer, &commands)?;
        let today = world.office.today();
        Ok(vec![(world.after(today, world.dice.between(1, 10)?), Step::Send)])
    }

    fn send(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let today = world.office.today();
        let by = world.after(today, 15);
        let command = match self.route {
            Route::EarlyResolution => Command::ProposeResolution { answer_by: by },
            Route::Investigation => {
                Command::IssueDraft { bodies_by: by, complainant_by: (!self.own_initiative).then_some(by) }
            }
        };
        self.act(bulk, &self.worker.actor(), world.office.sealer(), &[command])?;
        let mut next = vec![(world.after(today, world.dice.between(3, 13)?), Step::Answer)];
        if self.route == Route::Investigation && !self.own_initiative && world.dice.percent(60)? {
            next.push((world.after(today, world.dice.between(2, 12)?), Step::Comment));
        }
        Ok(next)
    }

    fn answer(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let today = world.office.today();
        let Some(case) = bulk.case(self.case).cloned() else { return Ok(Vec::new()) };
        let objected = case.live().last().map(|one| one.number).filter(|_| self.objects);
        for body in std::iter::once(self.body).chain(self.second_body) {
            let mut sealer = world.office.sealer();
            let mut commands = Vec::new();
            for one in case.live().filter(|one| one.terms.addressee == body) {
                let checked_with = self.say(&mut sealer, ("The service manager", "Rheolwr y gwasanaeth"))?;
                commands.push(Command::AnswerProposal {
                    body,
                    number: one.number,
                    answer: if Some(one.number) == objected {
                        self.objection(&mut sealer)?
                    } else {
                        Answer::Agree
                    },
                    received_on: today,
                    checked_with: Some(checked_with),
                });
            }
            if !commands.is_empty() {
                self.act(bulk, &self.officer(body), sealer, &commands)?;
            }
        }
        Ok(vec![(world.after(today, world.dice.between(14, 18)?), Step::Settle)])
    }

    fn objection(&self, sealer: &mut Sealer) -> Result<Answer, ActError> {
        let reasons = (
            "We audited these referrals in June and can send that report instead.",
            "Archwiliwyd yr atgyfeiriadau hyn gennym ym mis Mehefin a gallwn anfon yr adroddiad hwnnw yn lle.",
        );
        Ok(Answer::Disagree { reasons: self.say(sealer, reasons)? })
    }

    fn comment(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let mut sealer = world.office.sealer();
        let comment = self.say(
            &mut sealer,
            ("Thank you. This is what I hoped for.", "Diolch. Dyma'r hyn roeddwn yn gobeithio amdano."),
        )?;
        let person = bulk.case(self.case).and_then(|case| case.complainant.as_ref()).map(|one| one.person);
        let Some(person) = person else { return Ok(Vec::new()) };
        let command =
            Command::RecordComplainantComment { number: None, comment, received_on: world.office.today() };
        self.act(bulk, &Actor::Complainant { person, link: None }, sealer, &[command])?;
        Ok(Vec::new())
    }

    fn settle(&self, world: &World<'_>, bulk: &mut Bulk<'_>) -> Result<Next, ActError> {
        let today = world.office.today();
        let mut sealer = world.office.sealer();
        let mut commands = Vec::new();
        match self.route {
            Route::Investigation => {
                commands.push(Command::CloseComments);
                for one in bulk.case(self.case).into_iter().flat_map(Case::live) {
                    let reasoning = ("The parties agree.", "Mae'r partïon yn cytuno.");
                    commands.push(Command::ConsiderComments {
                        number: one.number,
                        outcome: ConsideredOutcome::Stands,
                        reasoning: self.say(&mut sealer, reasoning)?,
                    });
                }
            }
            Route::EarlyResolution => commands.push(Command::RecordSettlement {
                injustice_concluded: true,
                what_went_wrong: self.say(&mut sealer, ("It took too long.", "Cymerodd ormod o amser."))?,
                agreed_by: self.say(&mut sealer, ("The link officer", "Y swyddog cyswllt"))?,
                how: AgreedBy::Email,
                agreed_on: today,
            }),
        }
        self.act(bulk, &self.worker.actor(), sealer, &commands)?;
        Ok(vec![(world.after(today, world.dice.between(1, 6)?), Step::Decide)])
    }
}
