//! What many staff pages show the same way: a recommendation's status, its date, a choice of bodies or staff, a notice.

use amends_core::{
    case::Case,
    id::{BodyId, StaffId},
    period::days_between,
    profile::Profile,
    recommendation::{Recommendation, State},
    text::Language,
};
use amends_store::people::{BodyRecord, Staff as Member};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    i18n::{self, Args, Catalogue},
    render::frame::{Frame, Notice},
};

/// A date this many days off is near.
const NEAR_DAYS: i32 = 14;

/// A status as the component `status_tag` takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// The word of the status.
    pub state: &'static str,
    /// Days until or since, where the status tells them.
    pub days: Option<i32>,
}

/// A date as the component `clock` takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// What the date is for: "Tell us by".
    pub label: String,
    /// The date, as `2026-12-04`.
    pub date: String,
    /// How far off: "9 days late".
    pub away: Option<String>,
    /// `none`, `soon` or `late`.
    pub tone: &'static str,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees.
    pub text: String,
    /// More about it; empty where there is no more.
    pub hint: String,
}

impl Choice {
    /// A choice without more about it.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), hint: String::new() }
    }

    /// The choice nobody has made yet.
    pub fn none(language: Language) -> Self {
        Self::new("", i18n::t(language, "staff-choose"))
    }
}

/// What a list knows of a recommendation, enough for its status.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// Is the office waiting for the body?
    pub awaits_body: bool,
    /// The date that counts.
    pub evidence_due_on: Option<Date>,
    /// Days late, once judged met.
    pub days_late: Option<i32>,
}

impl Standing {
    /// Of a recommendation of a loaded case.
    pub fn of(one: &Recommendation) -> Self {
        let days_late = match &one.judgement {
            Some(amends_core::recommendation::Judgement::Met { days_late, .. }) => Some(*days_late),
            _ => None,
        };
        Self {
            state: one.state(),
            awaits_body: one.awaits_body(),
            evidence_due_on: one.evidence_due_on(),
            days_late,
        }
    }

    /// Its status on a day, in the words of the office.
    pub fn tag(self, today: Date) -> Tag {
        let plain = |state| Tag { state, days: None };
        match self.state {
            State::Draft => plain("draft"),
            State::Proposed => plain("proposed"),
            State::Withdrawn | State::Ceased | State::Superseded => plain("withdrawn"),
            State::EvidenceReceived | State::UnderReview => plain("evidence_in"),
            State::FurtherEvidenceRequested => plain("more_needed"),
            State::MetOnTime => plain("met"),
            State::MetLate => Tag { state: "met_late", days: self.days_late },
            State::TreatedAsMet => plain("treated_met"),
            State::NotMet | State::Refused => plain("not_met"),
            State::Due => match self.evidence_due_on.map(|due| days_between(today, due)) {
                Some(left) if left < 0 => Tag { state: "overdue", days: Some(-left) },
                Some(left) if left <= NEAR_DAYS => Tag { state: "due_soon", days: Some(left) },
                _ => plain("agreed"),
            },
        }
    }

    /// Its date, with how far off it is where the office still waits.
    pub fn clock(self, profile: &Profile, today: Date, language: Language) -> Option<Clock> {
        self.clock_named(profile.clock_label.text.get(language), today, language)
    }

    /// The same, with what the date is called.
    pub fn clock_named(self, label: &str, today: Date, language: Language) -> Option<Clock> {
        let due = self.evidence_due_on?;
        let left = days_between(today, due);
        let (away, tone) = match left {
            _ if !self.awaits_body => (None, "none"),
            left if left < 0 => (Some(counted(language, "staff-days-late", -left)), "late"),
            0 => (Some(i18n::t(language, "staff-due-today")), "soon"),
            left if left <= NEAR_DAYS => (Some(counted(language, "staff-days-left", left)), "soon"),
            left => (Some(counted(language, "staff-days-left", left)), "none"),
        };
        Some(Clock { label: label.to_owned(), date: due.to_string(), away, tone })
    }
}

/// A sentence with a number of days in it.
pub fn counted(language: Language, key: &str, days: i32) -> String {
    let mut args = Args::new();
    args.set("days", i64::from(days));
    i18n::tr(language, key, &args)
}

/// A sentence with texts in it.
pub fn told<const N: usize>(language: Language, key: &str, values: [(&'static str, &str); N]) -> String {
    let mut args = Args::new();
    for (name, value) in values {
        args.set(name, value.to_owned());
    }
    i18n::tr(language, key, &args)
}

/// The few bodies to choose from, such as those of a case: those that stand, by name in the reader's language.
pub fn body_choices(all: &[BodyRecord], few: &[BodyId], language: Language) -> Vec<Choice> {
    let mut choices: Vec<Choice> = all
        .iter()
        .map(|record| &record.body)
        .filter(|body| body.merged_into.is_none())
        .filter(|body| few.contains(&body.id))
        .map(|body| Choice::new(body.id.to_string(), body.name.get(language)))
        .collect();
    choices.sort_by_key(|choice| choice.text.to_lowercase());
    choices
}

/// The name of a body, or words for one that the register does not have.
pub fn body_name(all: &[BodyRecord], id: BodyId, language: Language) -> String {
    all.iter().find(|record| record.body.id == id).map_or_else(
        || i18n::t(language, "staff-body-unknown"),
        |record| record.body.name.get(language).to_owned(),
    )
}

/// The staff who may handle a case.
pub fn staff_choices(all: &[Member]) -> Vec<Choice> {
    all.iter()
        .filter(|member| !member.disabled && amends_core::permit::may_read_cases(member.role))
        .map(|member| Choice::new(member.id.to_string(), &member.name))
        .collect()
}

/// The name of a member of staff.
pub fn staff_name(all: &[Member], id: StaffId, language: Language) -> String {
    all.iter()
        .find(|member| member.id == id)
        .map_or_else(|| i18n::t(language, "staff-member-unknown"), |member| member.name.clone())
}

/// The initials of a name: what a page shows of a complainant where the whole name is not needed.
pub fn initials(name: &str) -> String {
    let letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    letters.flat_map(char::to_uppercase).map(|letter| format!("{letter}.")).collect()
}

/// The complainant's initials, or that there is none.
pub fn complainant_of(case: &Case, language: Language) -> String {
    case.complainant
        .as_ref()
        .map_or_else(|| i18n::t(language, "staff-own-initiative"), |person| initials(person.name.as_str()))
}

/// What was done, by the word in the address: `?done=case-opened`.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Done {
    /// The word; only one the catalogue has a sentence for is shown.
    #[serde(default)]
    pub done: String,
}

impl Done {
    /// Puts the sentence of what was done on the page.
    pub fn on(&self, frame: &mut Frame, language: Language) {
        let key = format!("done-{}", self.done);
        if !self.done.is_empty() && Catalogue::get().has(language, &key) {
            frame.notice = Some(Notice::done(i18n::t(language, &key)));
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_status_follows_from_state_date_and_day() {
        let waits = |state| Standing {
            state,
            awaits_body: true,
            evidence_due_on: Some(date(2026, 10, 9)),
            days_late: None,
        };
        assert_eq!(waits(State::Due).tag(date(2026, 10, 12)), Tag { state: "overdue", days: Some(3) });
        assert_eq!(waits(State::Due).tag(date(2026, 10, 9)), Tag { state: "due_soon", days: Some(0) });
        assert_eq!(waits(State::Due).tag(date(2026, 9, 1)), Tag { state: "agreed", days: None });
        let more = waits(State::FurtherEvidenceRequested).tag(date(2026, 10, 12));
        assert_eq!(more, Tag { state: "more_needed", days: None });
    }

    #[test]
    fn initials_give_no_name_away() {
        assert_eq!(initials("Mrs Ŵena Bevan-Jones"), "M.Ŵ.B.");
        assert_eq!(initials(" "), "");
    }
}
