//! A case as one body may see it: what was proposed to it or agreed with it, and nothing else of the case.

use std::sync::Arc;

use amends_core::{
    body::Body,
    calendar::Calendar,
    case::{Case, Stage},
    event::Event,
    id::RecommendationNumber,
    period::DueSpec,
    profile::Profile,
    recommendation::{Amount, DateReason, ItemNumber, Need, Recommendation, State, Terms},
    text::Language,
};
use amends_store::ledger::Recorded;
use jiff::civil::Date;
use serde::Serialize;

use super::redact::Redact;
use crate::{
    office::ActError,
    web::{
        app::App,
        outside::{ContactCard, Tag, contact_card, tag, told},
        problem::Problem,
        visit::{AsWhom, Outside},
    },
};

/// A case, loaded for somebody at a body.
pub struct Matter {
    /// The case.
    pub case: Arc<Case>,
    /// The body they speak for.
    pub body: Body,
    /// The profile of the case.
    pub profile: Profile,
    /// The office's calendar.
    pub calendar: Calendar,
    /// The day.
    pub today: Date,
    /// Whom to reach.
    pub contact: ContactCard,
    /// In which language the page is.
    pub language: Language,
    history: Vec<Recorded>,
    only: Option<Vec<RecommendationNumber>>,
}

impl Matter {
    /// The case of the link somebody came by, as far as it is theirs.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the body is not in the case any more.
    pub async fn load(app: &App, outside: &Outside) -> Result<Self, Problem> {
        let (outside, language) = (outside.clone(), outside.visit.language);
        let at = outside.body()?;
        app.work(move |office| {
            let loaded = office.told(outside.case)?;
            let mut bodies = office.bodies(&[at])?;
            bodies.retain(|one| one.id == at);
            let body = bodies.pop().ok_or(ActError::NotFound("body"))?;
            if !loaded.case.bodies.contains(&at) {
                return Err(ActError::NotFound("body"));
            }
            let only = match outside.as_whom {
                AsWhom::Colleague(_, numbers) => Some(numbers),
                AsWhom::LinkOfficer(_) | AsWhom::Complainant(_) => None,
            };
            Ok(Self {
                contact: contact_card(office, &loaded.case, language)?,
                profile: office.profile_of(&loaded.case)?.clone(),
                calendar: office.calendar().clone(),
                today: office.today(),
                case: loaded.case,
                history: loaded.history,
                body,
                language,
                only,
            })
        })
        .await
    }

    /// Is it a colleague, to whom only some actions were passed?
    pub fn for_colleague(&self) -> bool {
        self.only.is_some()
    }

    /// The same matter as a colleague with these numbers would see it.
    #[must_use]
    pub fn seen_by_colleague(mut self, numbers: &[RecommendationNumber]) -> Self {
        self.only = Some(numbers.to_vec());
        self
    }

    /// What was sent to this body, in order; never what the office is still writing, nor another body's.
    pub fn visible(&self) -> Vec<&Recommendation> {
        let theirs = |one: &&Recommendation| {
            one.terms.addressee == self.body.id
                && (one.decided || !one.in_drafts.is_empty())
                && self.only.as_ref().is_none_or(|only| only.contains(&one.number))
        };
        self.case.recommendations.iter().filter(theirs).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for one that is not theirs to see.
    pub fn one(&self, number: u16) -> Result<&Recommendation, Problem> {
        self.visible().into_iter().find(|one| one.number.0 == number).ok_or(Problem::NotFound)
    }

    /// What is proposed now, where answers are asked for: the live ones of the latest draft, or of the proposal.
    pub fn proposed(&self) -> Vec<&Recommendation> {
        let open = match self.case.stage() {
            Stage::OutForComment
            | Stage::ConsideringComments
            | Stage::ConsiderPublicReport
            | Stage::ProposalSent
            | Stage::Negotiating => true,
            Stage::Assessing
            | Stage::Agreed
            | Stage::ClosedEarlyResolution
            | Stage::Investigating
            | Stage::DraftReady
            | Stage::FinalReady
            | Stage::FinalIssued
            | Stage::DiscontinuedBySettlement
            | Stage::Discontinued => false,
        };
        let all = self.visible().into_iter();
        all.filter(|one| open && !one.decided && one.dropped.is_none()).collect()
    }

    /// The number of the draft that is out; 0 for a proposal without investigation.
    pub fn draft(&self) -> u8 {
        self.case.latest_draft().map_or(0, |round| round.draft)
    }

    /// Has this body answered on all that is proposed in the draft that is out?
    pub fn answered(&self) -> bool {
        let draft = self.draft();
        let on_this = |one: &&Recommendation| one.position().is_some_and(|position| position.draft == draft);
        self.proposed().iter().all(on_this)
    }

    /// One action, as its page shows it.
    pub fn action(&self, one: &Recommendation) -> ActionView {
        let redact = Redact::of(&self.case, self.for_colleague(), self.language);
        let terms = terms(one);
        let (amount, formula) = match &terms.amount {
            Some(Amount::Exact { pence }) => (Some(pence.to_string()), None),
            Some(Amount::Formula { wording, at_most }) => {
                (Some(at_most.to_string()), Some(redact.text(wording.as_str())))
            }
            None => (None, None),
        };
        let due = one.evidence_due_on();
        let explanation = one.current_date().filter(|_| one.decided).map(|version| {
            version
                .evidence_due_on
                .explanation
                .iter()
                .map(|line| line.get(self.language).to_owned())
                .collect()
        });
        ActionView {
            number: one.number.0,
            reference: self.case.reference.recommendation(one.number),
            wording: redact.text(terms.wording.as_str()),
            amount,
            formula,
            set_off: terms.set_off_allowed,
            label: self.profile.clock_label.text.get(self.language).to_owned(),
            due: due.filter(|_| one.decided).map(|day| day.to_string()),
            due_later: (due.is_none() || !one.decided).then(|| self.due_later(terms)).flatten(),
            original_due: one
                .original_due_on()
                .filter(|first| Some(*first) != due)
                .map(|day| day.to_string()),
            explanation: explanation.unwrap_or_default(),
            tag: tag(one, self.today),
            line: line(one),
            extended_to: extended_to(one),
            items: self.items(one, &redact),
            more_needed: self.more_needed(one).map(|words| redact.text(&words)),
            may_start: one.decided || one.early_action_authorised,
            decided: one.decided,
            open: one.decided && !one.state().is_terminal(),
            extension: self.extension(one),
            sent: self.sent(one),
            href: format!("/{}/portal/actions/{}", self.language.tag(), one.number),
        }
    }

    fn due_later(&self, terms: &Terms) -> Option<String> {
        let say = |key, values| told(self.language, key, values);
        Some(match terms.evidence_due.as_ref()? {
            DueSpec::On { date } => crate::i18n::date(self.language, *date),
            DueSpec::After { length, anchor } => {
                let anchor = anchor.say().get(self.language).to_owned();
                say("portal-due-after", [("length", length.say(self.language)), ("anchor", anchor)])
            }
            DueSpec::OnEvent { length, event, backstop } => {
                let event = format!("{event} ({})", crate::i18n::date(self.language, *backstop));
                say("portal-due-event", [("length", length.say(self.language)), ("event", event)])
            }
        })
    }

    fn items(&self, one: &Recommendation, redact: &Redact) -> Vec<ItemView> {
        let sent: Vec<ItemNumber> = one
            .current_evidence()
            .iter()
            .filter_map(|id| self.case.submission(*id))
            .filter(|found| !found.submission.is_statement_only())
            .flat_map(|found| &found.submission.targets)
            .filter(|target| target.number == one.number)
            .flat_map(|target| target.items.clone())
            .collect();
        let view = |item: &amends_core::recommendation::EvidenceItem| ItemView {
            number: item.item.0,
            what: redact.text(item.what.as_str()),
            any_of: match item.need {
                Need::Required => None,
                Need::AnyOf { group } => Some(group),
            },
            sent: sent.contains(&item.item),
            letter: item.proof == amends_core::recommendation::Proof::Letter,
        };
        terms(one).evidence.iter().map(view).collect()
    }

    /// What the reviewer last said is needed (R35): it was written for the body.
    fn more_needed(&self, one: &Recommendation) -> Option<String> {
        one.more_asked_on?;
        self.history.iter().rev().find_map(|recorded| match &recorded.event {
            Event::FurtherEvidenceRequested { number, needed, .. } if *number == one.number => {
                Some(needed.as_ref().map(|words| words.as_str().to_owned()).unwrap_or_default())
            }
            _ => None,
        })
    }

    fn extension(&self, one: &Recommendation) -> Option<ExtensionView> {
        let last = one.extensions.last().filter(|_| !self.for_colleague())?;
        let decision = last.decision.as_ref();
        Some(ExtensionView {
            state: match decision.map(|decision| decision.granted_until) {
                None => "open",
                Some(Some(_)) => "granted",
                Some(None) => "refused",
            },
            asked_on: last.asked_on.to_string(),
            until: last.until.to_string(),
            granted_until: decision.and_then(|one| one.granted_until).map(|day| day.to_string()),
            reason: decision.map(|one| one.reason.as_str().to_owned()).unwrap_or_default(),
        })
    }

    fn sent(&self, one: &Recommendation) -> Vec<SentView> {
        let found = one.evidence.iter().filter_map(|id| self.case.submission(*id));
        found
            .map(|found| SentView {
                href: format!(
                    "/{}/portal/actions/{}/receipt/{}",
                    self.language.tag(),
                    one.number,
                    found.submission.evidence
                ),
                on: found.submission.received_on.to_string(),
                files: found.submission.files.len(),
            })
            .collect()
    }
}

/// What a recommendation says, as the body last read it.
pub fn terms(one: &Recommendation) -> &Terms {
    match one.in_drafts.last() {
        Some((_, sent)) if !one.decided => sent,
        Some(_) | None => &one.terms,
    }
}

fn extended_to(one: &Recommendation) -> Option<String> {
    let current = one.current_date().filter(|_| !one.state().is_terminal())?;
    let extended = matches!(current.because, DateReason::Extension { .. });
    extended.then(|| current.evidence_due_on.date.to_string())
}

fn line(one: &Recommendation) -> &'static str {
    match one.state() {
        State::MetOnTime | State::MetLate | State::TreatedAsMet => "done",
        State::Withdrawn | State::NotMet | State::Refused | State::Ceased | State::Superseded => "stopped",
        State::Due | State::FurtherEvidenceRequested => "now",
        State::Draft | State::Proposed | State::EvidenceReceived | State::UnderReview => "to_come",
    }
}

/// One action, as a body's pages show it.
#[expect(clippy::struct_excessive_bools, reason = "each is one fact that a template asks for by its name")]
#[derive(Debug, Clone, Serialize)]
pub struct ActionView {
    /// Its number in the case.
    pub number: u16,
    /// Its reference: `24-0193-2`.
    pub reference: String,
    /// What is to be done.
    pub wording: String,
    /// The sum, or the most it can come to.
    pub amount: Option<String>,
    /// How the sum is worked out, where it is not exact.
    pub formula: Option<String>,
    /// May it be set off against a debt (E6)?
    pub set_off: bool,
    /// What the date is called (R24).
    pub label: String,
    /// The date.
    pub due: Option<String>,
    /// How the date will be reached, in words.
    pub due_later: Option<String>,
    /// The first date, where it has changed.
    pub original_due: Option<String>,
    /// How the date was reached, a sentence each.
    pub explanation: Vec<String>,
    /// Its status.
    pub tag: Tag,
    /// Its place on the plumb line.
    pub line: &'static str,
    /// The later date that was granted.
    pub extended_to: Option<String>,
    /// What would prove it.
    pub items: Vec<ItemView>,
    /// What more is needed; empty words where nothing but a statement came.
    pub more_needed: Option<String>,
    /// May the body act already (R17)?
    pub may_start: bool,
    /// Is it decided or agreed?
    pub decided: bool,
    /// Can something still be sent for it?
    pub open: bool,
    /// The latest request for a later date.
    pub extension: Option<ExtensionView>,
    /// What was sent.
    pub sent: Vec<SentView>,
    /// Its page.
    pub href: String,
}

/// One thing that would prove an action.
#[derive(Debug, Clone, Serialize)]
pub struct ItemView {
    /// Its number.
    pub number: u8,
    /// What must be shown.
    pub what: String,
    /// One of this group is enough.
    pub any_of: Option<u8>,
    /// Was something sent for it?
    pub sent: bool,
    /// Is it a letter?
    pub letter: bool,
}

/// A request for a later date.
#[derive(Debug, Clone, Serialize)]
pub struct ExtensionView {
    /// `open`, `granted` or `refused`.
    pub state: &'static str,
    /// When it was asked.
    pub asked_on: String,
    /// Until when.
    pub until: String,
    /// The date given.
    pub granted_until: Option<String>,
    /// The office's reason, as the letter gave it.
    pub reason: String,
}

/// Something that was sent.
#[derive(Debug, Clone, Serialize)]
pub struct SentView {
    /// Its receipt.
    pub href: String,
    /// When the office had it.
    pub on: String,
    /// How many files.
    pub files: usize,
}
