//! Reads a profile's TOML and checks what TOML cannot: lengths, ids, references, kinds, the ladder's order.

mod law;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::{Spanned, de::DeTable};

use super::{
    ChaseStep, ClockLabel, CriterionRule, DisclosureRule, Edition, EscalationRule, EvidenceItem,
    EvidenceTemplate, ExtensionRule, GroundRule, Guidance, HandlingRule, InstrumentRule, KINDS, Lateness,
    Need, NonCompliance, Outcomes, Profile, ProfileError, RetentionRule, Roles, ThemeRule, overlay,
    source::Source,
};
use crate::{
    calendar::Division,
    period::{Length, NonWorkingDay, PeriodRule, Standing, Start, Term, Trigger},
    text::{Bilingual, Language},
};

/// The usual evidence of every kind, which a profile may replace kind by kind.
const USUAL_EVIDENCE: &str = include_str!("../../data/evidence.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    version: String,
    name: Bilingual,
    languages: Spanned<Vec<Language>>,
    calendar: Division,
    non_working_day: NonWorkingDay,
    clock_label: ClockLabel,
    mail_address: Spanned<String>,
    guidance_on_remedies: Guidance,
    further_drafts_soft_limit: u8,
    requires_injustice_finding: bool,
    afn_requires_expiry: bool,
    public_summary_may_state_timescale: bool,
    spending_freeze: Bilingual,
    public_report: Bilingual,
    non_compliance: NonCompliance,
    lateness: Lateness,
    extension: ExtensionRule,
    comment_period: Clock,
    confirmation: Clock,
    least_time_after_report: Option<Spanned<String>>,
    chase: Vec<Spanned<ChaseStep>>,
    outcomes: Outcomes,
    roles: Roles,
    #[serde(default)]
    evidence: Vec<Evidence>,
    clock: Vec<Clock>,
    retention: Spanned<RetentionRule>,
    escalation: Spanned<EscalationRule>,
    #[serde(default)]
    instrument: Vec<Spanned<InstrumentRule>>,
    #[serde(default)]
    ground: Vec<Spanned<GroundRule>>,
    #[serde(default)]
    criterion: Vec<Spanned<CriterionRule>>,
    #[serde(default)]
    theme: Vec<Spanned<ThemeRule>>,
    #[serde(default)]
    handling: Vec<Spanned<HandlingRule>>,
    #[serde(default)]
    disclosure: Vec<Spanned<DisclosureRule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clock {
    id: Spanned<String>,
    what: Bilingual,
    trigger: TriggerName,
    after: Option<Spanned<String>>,
    within: Option<Spanned<String>>,
    at_least: Option<Spanned<String>>,
    agreed: Option<Bilingual>,
    start: Start,
    statutory: bool,
    citation: String,
    extendable: Option<Bilingual>,
    on_expiry: Bilingual,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum TriggerName {
    Receipt,
    Notice,
    ComplaintMade,
    Publication,
    DateNamed,
    Agreement,
    DraftSent,
    FinalDecision,
    FinalEvidence,
    EndOf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    kind: Spanned<String>,
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: Spanned<String>,
    what: Bilingual,
    any_of: Option<String>,
}

/// A text whose places can be turned into lines.
#[derive(Clone, Copy)]
struct Text<'source>(&'source Source);

impl Text<'_> {
    fn fault<T>(self, at: &Spanned<T>, key: &str, problem: impl Into<String>, mend: &str) -> ProfileError {
        self.0.fault(&at.span(), key, problem, mend)
    }
}

/// The file as it is read, each text laid over those before it.
fn file(source: &Source) -> Result<File, ProfileError> {
    let texts = source.texts();
    let mut table = Spanned::new(0..0, DeTable::new());
    for text in &texts {
        let layer = source.parse(text)?;
        overlay::lay(source, table.get_mut(), layer.into_inner())?;
    }
    table.get_mut().remove("extends");
    File::deserialize(toml::de::Deserializer::from(table)).map_err(|error| source.toml_fault(&error))
}

pub(super) fn read(source: &Source) -> Result<Profile, ProfileError> {
    let text = Text(source);
    let file = file(source)?;
    let roll = file.non_working_day;
    let comment_period = clock(text, file.comment_period, roll)?;
    let confirmation = clock(text, file.confirmation, roll)?;
    let least = file.least_time_after_report.as_ref();
    let clocks = clocks(text, file.clock, roll, [&comment_period.id, &confirmation.id])?;
    let law = law::Law {
        instrument: file.instrument,
        ground: file.ground,
        criterion: file.criterion,
        theme: file.theme,
        handling: file.handling,
        disclosure: file.disclosure,
    };
    let law = law::check(text, law, &clocks)?;
    Ok(Profile {
        languages: languages(text, file.languages)?,
        mail_address: mail_address(text, file.mail_address)?,
        least_time_after_report: least
            .map(|typed| length(text, "least_time_after_report", typed))
            .transpose()?,
        chase: ladder(text, file.chase)?,
        evidence: evidence(text, file.evidence)?,
        clocks,
        instruments: law.instruments,
        grounds: law.grounds,
        criteria: law.criteria,
        themes: law.themes,
        handling: law.handling,
        disclosure: law.disclosure,
        retention: law::retention(text, file.retention)?,
        escalation: law::escalation(text, file.escalation)?,
        id: file.id,
        edition: Edition(format!("{}+{}", file.version, source.mark())),
        version: file.version,
        name: file.name,
        calendar: file.calendar,
        non_working_day: roll,
        clock_label: file.clock_label,
        guidance_on_remedies: file.guidance_on_remedies,
        further_drafts_soft_limit: file.further_drafts_soft_limit,
        requires_injustice_finding: file.requires_injustice_finding,
        afn_requires_expiry: file.afn_requires_expiry,
        public_summary_may_state_timescale: file.public_summary_may_state_timescale,
        spending_freeze: file.spending_freeze,
        public_report: file.public_report,
        non_compliance: file.non_compliance,
        lateness: file.lateness,
        extension: file.extension,
        comment_period,
        confirmation,
        outcomes: file.outcomes,
        roles: file.roles,
    })
}

fn languages(text: Text<'_>, languages: Spanned<Vec<Language>>) -> Result<Vec<Language>, ProfileError> {
    if languages.get_ref().is_empty() {
        return Err(text.fault(&languages, "languages", "no language is named", "Name en, cy or both."));
    }
    Ok(languages.into_inner())
}

fn mail_address(text: Text<'_>, address: Spanned<String>) -> Result<String, ProfileError> {
    match address.get_ref().split_once('@') {
        Some((name, domain)) if !name.is_empty() && domain.contains('.') => Ok(address.into_inner()),
        _ => Err(text.fault(
            &address,
            "mail_address",
            format!("{:?} is not a mail address", address.get_ref()),
            "Write it like casework@ombudsman.example.",
        )),
    }
}

fn length(text: Text<'_>, key: &str, typed: &Spanned<String>) -> Result<Length, ProfileError> {
    typed.get_ref().parse().map_err(|error: crate::period::LengthError| {
        text.fault(typed, key, "this is not a length", &error.explain().en)
    })
}

fn clock(text: Text<'_>, row: Clock, roll: NonWorkingDay) -> Result<PeriodRule, ProfileError> {
    let term = match (&row.within, &row.at_least, row.agreed) {
        (Some(typed), None, None) => Term::Within(length(text, "within", typed)?),
        (None, Some(typed), None) => Term::AtLeast(length(text, "at_least", typed)?),
        (None, None, Some(instrument)) => Term::Agreed { instrument },
        _ => {
            return Err(text.fault(
                &row.id,
                "within",
                format!("{} must have exactly one of `within`, `at_least` and `agreed`", row.id.get_ref()),
                "Keep one of them.",
            ));
        }
    };
    let trigger = trigger(text, &row.id, &row.trigger, row.after)?;
    if (row.start == Start::AfterPeriod) != matches!(trigger, Trigger::EndOf(_)) {
        return Err(text.fault(
            &row.id,
            "start",
            "start after_period and trigger end_of belong together",
            "Write both or neither.",
        ));
    }
    let standing = if row.statutory { Standing::Statutory } else { Standing::Administrative { roll } };
    Ok(PeriodRule {
        id: row.id.into_inner(),
        what: row.what,
        trigger,
        term,
        start: row.start,
        standing,
        citation: row.citation,
        extendable: row.extendable,
        on_expiry: row.on_expiry,
    })
}

fn trigger(
    text: Text<'_>,
    id: &Spanned<String>,
    name: &TriggerName,
    after: Option<Spanned<String>>,
) -> Result<Trigger, ProfileError> {
    let trigger = match name {
        TriggerName::EndOf => {
            let problem = "a clock that starts at the end of another must name it";
            let after = after.ok_or_else(|| text.fault(id, "after", problem, "Add after = \"…\"."))?;
            return Ok(Trigger::EndOf(after.into_inner()));
        }
        TriggerName::Receipt => Trigger::Receipt,
        TriggerName::Notice => Trigger::Notice,
        TriggerName::ComplaintMade => Trigger::ComplaintMade,
        TriggerName::Publication => Trigger::Publication,
        TriggerName::DateNamed => Trigger::DateNamed,
        TriggerName::Agreement => Trigger::Agreement,
        TriggerName::DraftSent => Trigger::DraftSent,
        TriggerName::FinalDecision => Trigger::FinalDecision,
        TriggerName::FinalEvidence => Trigger::FinalEvidence,
    };
    match after {
        None => Ok(trigger),
        Some(after) => {
            let problem = "only a clock with trigger end_of follows another";
            Err(text.fault(&after, "after", problem, "Remove it."))
        }
    }
}

fn clocks(
    text: Text<'_>,
    rows: Vec<Clock>,
    roll: NonWorkingDay,
    others: [&String; 2],
) -> Result<Vec<PeriodRule>, ProfileError> {
    let mut seen: BTreeSet<String> = others.into_iter().cloned().collect();
    let ids: BTreeSet<String> = rows.iter().map(|row| row.id.get_ref().clone()).collect();
    let mut clocks = Vec::new();
    for row in rows {
        if !seen.insert(row.id.get_ref().clone()) {
            let problem = format!("the clock {} stands twice", row.id.get_ref());
            return Err(text.fault(&row.id, "id", problem, "Keep one of the two."));
        }
        if let Some(after) = row.after.as_ref().filter(|after| !ids.contains(after.get_ref())) {
            let problem = format!("there is no clock {} to follow", after.get_ref());
            return Err(text.fault(after, "after", problem, "Name a clock of this profile."));
        }
        clocks.push(clock(text, row, roll)?);
    }
    Ok(clocks)
}

fn ladder(text: Text<'_>, steps: Vec<Spanned<ChaseStep>>) -> Result<Vec<ChaseStep>, ProfileError> {
    let mut ladder: Vec<ChaseStep> = Vec::new();
    for step in steps {
        let days = step.get_ref().working_days_after;
        if days == 0 {
            return Err(text.fault(
                &step,
                "working_days_after",
                "on the date itself nothing is late yet",
                "Use 1 for the first working day after it, or a negative number for a reminder.",
            ));
        }
        if ladder.iter().any(|earlier| earlier.id == step.get_ref().id) {
            let problem = format!("the step {} stands twice", step.get_ref().id);
            return Err(text.fault(&step, "id", problem, "Give each step a name of its own."));
        }
        if ladder.last().is_some_and(|earlier| earlier.working_days_after >= days) {
            return Err(text.fault(
                &step,
                "working_days_after",
                "the steps do not stand in the order of their days",
                "Put them in order, each on a later day than the one before.",
            ));
        }
        ladder.push(step.into_inner());
    }
    Ok(ladder)
}

/// The usual evidence, with this profile's own in place of it where it has some.
fn evidence(text: Text<'_>, own: Vec<Evidence>) -> Result<BTreeMap<String, EvidenceTemplate>, ProfileError> {
    let usual = Source::alone(None, USUAL_EVIDENCE);
    let file: EvidenceFile = toml::from_str(USUAL_EVIDENCE).map_err(|error| usual.toml_fault(&error))?;
    let mut templates = templates(Text(&usual), file.evidence)?;
    templates.extend(self::templates(text, own)?);
    match KINDS.into_iter().find(|kind| !templates.contains_key(*kind)) {
        None => Ok(templates),
        Some(kind) => Err(ProfileError {
            file: None,
            line: None,
            key: "evidence".to_owned(),
            problem: format!("no evidence is named for {kind}"),
            mend: "Add an [[evidence]] table for it.".to_owned(),
        }),
    }
}

fn templates(
    text: Text<'_>,
    rows: Vec<Evidence>,
) -> Result<BTreeMap<String, EvidenceTemplate>, ProfileError> {
    let mut templates = BTreeMap::new();
    for row in rows {
        let kind = row.kind.get_ref().clone();
        if !KINDS.contains(&kind.as_str()) {
            let problem = format!("{kind:?} is no kind of recommendation");
            let mend = format!("Use one of {}.", KINDS.join(", "));
            return Err(text.fault(&row.kind, "kind", problem, &mend));
        }
        if row.items.is_empty() {
            let problem = format!("{kind} has no item: a bare statement never satisfies");
            return Err(text.fault(&row.kind, "items", problem, "Name at least one item."));
        }
        let mut items: Vec<EvidenceItem> = Vec::new();
        for item in row.items {
            if items.iter().any(|earlier| earlier.id == *item.id.get_ref()) {
                return Err(text.fault(&item.id, "id", "the item stands twice", "Keep one of the two."));
            }
            let need = item.any_of.map_or(Need::Required, Need::AnyOf);
            items.push(EvidenceItem { id: item.id.into_inner(), what: item.what, need });
        }
        if templates.insert(kind.clone(), EvidenceTemplate { kind: kind.clone(), items }).is_some() {
            let problem = format!("the evidence for {kind} stands twice");
            return Err(text.fault(&row.kind, "kind", problem, "Keep one of the two."));
        }
    }
    Ok(templates)
}
