//! How each status looks: one icon and one tone; the words are in `status.ftl`.

use amends_core::text::Language;

use crate::{
    i18n::{Args, tr},
    render::icons,
};

/// Who reads the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The office and the bodies.
    Staff,
    /// Complainants and the register.
    Public,
}

impl Audience {
    /// `staff` or `public`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "staff" => Some(Self::Staff),
            "public" => Some(Self::Public),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Public => "public",
        }
    }
}

/// The look of one status.
#[derive(Debug)]
pub struct Look {
    /// The name of the status: `evidence_in`.
    pub state: &'static str,
    /// The ending of `am-tag--…`; empty where there is no colour.
    pub tone: &'static str,
    /// The icon, by name.
    pub icon: &'static str,
    /// What the words for staff need to be told: `days` or `date`.
    pub needs: Option<&'static str>,
}

/// The whole vocabulary, in the order of a recommendation's life.
pub const STATUSES: [Look; 13] = [
    look("draft", "", "pencil", None),
    look("proposed", "waiting", "envelope", None),
    look("agreed", "waiting", "envelope", None),
    look("due_soon", "soon", "clock", Some("days")),
    look("overdue", "late", "triangle", Some("days")),
    look("evidence_in", "waiting", "magnifier", None),
    look("more_needed", "soon", "clock", None),
    look("met", "met", "tick", None),
    look("met_late", "met", "tick", Some("days")),
    look("treated_met", "", "tick", None),
    look("not_met", "not", "cross", None),
    look("withdrawn", "", "bar", None),
    look("extended", "extended", "arrow", Some("date")),
];

const fn look(
    state: &'static str,
    tone: &'static str,
    icon: &'static str,
    needs: Option<&'static str>,
) -> Look {
    Look { state, tone, icon, needs }
}

/// The look of a status, by its name.
pub fn named(state: &str) -> Option<&'static Look> {
    STATUSES.iter().find(|look| look.state == state)
}

impl Look {
    /// The words for one audience. `args` hold `days` or `date` where [`Look::needs`] says so.
    pub fn words(&self, language: Language, audience: Audience, args: &Args<'_>) -> String {
        tr(language, &format!("status-{}-{}", audience.word(), self.state), args)
    }

    /// Icon, word and colour as one tag. Plain tags have no background: for what is done, in lists of tasks.
    pub fn tag(&self, words: &str, plain: bool) -> String {
        let tone = if self.tone.is_empty() { String::new() } else { format!(" am-tag--{}", self.tone) };
        let plain = if plain { " am-tag--plain" } else { "" };
        let icon = icons::svg(self.icon).unwrap_or_default();
        let words = minijinja::HtmlEscape(words);
        format!("<strong class=\"govuk-tag am-tag{tone}{plain}\">{icon}<span>{words}</span></strong>")
    }
}
