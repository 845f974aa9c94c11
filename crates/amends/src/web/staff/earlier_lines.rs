//! Earlier service improvements as pages show them: what, why it is shown, and since when. No score and no rank.

use amends_core::{
    profile::Profile,
    recurrence::{Because, Found, Since},
    text::Language,
};
use jiff::civil::Date;
use serde::Serialize;

use super::shown::{Standing, Tag, told};
use crate::{i18n, reports};

/// An earlier service improvement.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Its reference: `24-0193-2`.
    pub reference: String,
    /// Its page.
    pub href: String,
    /// What it says.
    pub wording: String,
    /// Where it stands.
    pub tag: Tag,
    /// Since when it has had to take hold.
    pub since: String,
    /// Why it is shown, a sentence each.
    pub because: Vec<String>,
}

/// A line for one that was found.
pub fn line(found: &Found<'_>, profile: &Profile, today: Date, language: Language) -> Line {
    let prior = found.prior;
    let standing = Standing {
        state: prior.state,
        awaits_body: false,
        evidence_due_on: prior.evidence_due_on,
        days_late: prior.days_late,
    };
    let because = found.because.iter().map(|why| match why {
        Because::Theme(id) => {
            told(language, "recurrence-because-theme", [("theme", &reports::theme(profile, id, language))])
        }
        Because::Words(words) => {
            let pairs: Vec<String> = words
                .iter()
                .map(|(here, there)| {
                    if here.to_lowercase() == there.to_lowercase() {
                        here.clone()
                    } else {
                        format!("{here} = {there}")
                    }
                })
                .collect();
            told(language, "recurrence-because-words", [("words", &pairs.join(", "))])
        }
    });
    Line {
        reference: prior.earlier.whole(),
        href: href(&prior.earlier.reference.0, prior.earlier.number.0, language),
        wording: prior.wording.clone(),
        tag: standing.tag(today),
        since: since(found.since, language),
        because: because.collect(),
    }
}

/// The page of an earlier recommendation.
pub fn href(reference: &str, number: u16, language: Language) -> String {
    format!("/{}/cases/{reference}#recommendation-{number}", language.tag())
}

/// Since when, in words: how long that is is for the reader to judge.
pub fn since(since: Since, language: Language) -> String {
    match since {
        Since::Open => i18n::t(language, "recurrence-open"),
        Since::Met { on, days } => {
            let mut args = i18n::Args::new();
            args.set("date", i18n::date(language, on));
            args.set("months", i64::from(days / 30));
            i18n::tr(language, "recurrence-met", &args)
        }
        Since::Ended { on } => told(language, "recurrence-ended", [("date", &i18n::date(language, on))]),
    }
}

#[cfg(test)]
mod tests {
    use amends_core::{
        id::{BodyId, CaseReference, RecommendationNumber},
        recommendation::{Kind, State},
        recurrence::{EarlierRef, Prior},
    };
    use jiff::civil::date;

    use super::*;

    #[test]
    fn r48_an_earlier_improvement_that_was_met_late_says_by_how_many_days() {
        let prior = Prior {
            earlier: EarlierRef { reference: CaseReference::new(2024, 193), number: RecommendationNumber(2) },
            body: BodyId(uuid::Uuid::from_u128(1)),
            kind: Kind::Training,
            wording: "The council will train its staff.".to_owned(),
            themes: Vec::new(),
            state: State::MetLate,
            evidence_due_on: Some(date(2024, 6, 3)),
            days_late: Some(12),
            decided_on: Some(date(2024, 5, 1)),
            ended_on: Some(date(2024, 6, 15)),
        };
        let since = Since::Met { on: date(2024, 6, 15), days: 200 };
        let found = Found { prior: &prior, because: Vec::new(), since };
        let profile = amends_core::profile::Profile::built_in("psow").expect("the profile");
        let line = line(&found, &profile, date(2025, 1, 1), Language::En);
        assert_eq!(line.tag, Tag { state: "met_late", days: Some(12) });
    }
}
