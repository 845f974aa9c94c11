//! What stands above every page of a case: which case, whose, where it is, what the complainant needs, and its sections.

use amends_core::{
    case::{Case, Route},
    party::{Channel, Complainant, Standing},
    text::Language,
};
use amends_store::people::Staff as Member;
use serde::Serialize;

use super::shown::{complainant_of, staff_name, told};
use crate::{
    i18n,
    office::{ActError, Office, directory::Directory},
    render::frame::{Frame, Link},
    web::{
        app::{self, App},
        visit::Staff,
    },
};

/// Something about the complainant that everybody who writes to them must know.
#[derive(Debug, Clone, Serialize)]
pub struct Need {
    /// The icon beside it.
    pub icon: &'static str,
    /// In words.
    pub text: String,
}

/// The top of every page of a case.
#[derive(Debug, Clone, Serialize)]
pub struct CaseFrame {
    /// Its reference.
    pub reference: String,
    /// Reference and title.
    pub identity: String,
    /// Bodies, complainant, handler, stage.
    pub facts: Vec<String>,
    /// Language, adjustments, how to reach the complainant, what has become of their part.
    pub needs: Vec<Need>,
    /// Its pages.
    pub sections: Vec<Link>,
    /// How many entries it has: goes into every form as `seq`.
    pub seq: u32,
    /// The path of its pages, such as `/en/cases/24-0193`.
    pub base: String,
}

/// The pages of a case, by the last part of their path and the key of their name.
const SECTIONS: [(&str, &str); 16] = [
    ("", "section-overview"),
    ("/findings", "section-findings"),
    ("/earlier", "section-earlier"),
    ("/recommendations", "section-recommendations"),
    ("/draft", "section-draft"),
    ("/settlement", "section-settlement"),
    ("/decision", "section-decision"),
    ("/instruments", "section-reports"),
    ("/evidence", "section-evidence"),
    ("/escalation", "section-escalation"),
    ("/handling", "section-handling"),
    ("/disclosure", "section-disclosure"),
    ("/people", "section-people"),
    ("/letters", "section-letters"),
    ("/timeline", "section-timeline"),
    ("/keeping", "section-keeping"),
];

impl CaseFrame {
    /// The top of the page `section` ("", "/draft") of a case.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn of(office: &Office, case: &Case, language: Language, section: &str) -> Result<Self, ActError> {
        let (directory, staff) =
            office.see(|sight| Ok::<_, ActError>((sight.directory()?, sight.staff()?)))?;
        Ok(Self::naming(&directory, &staff, case, language, section))
    }

    /// The same, with the register and the staff at hand.
    pub fn naming(
        directory: &Directory,
        staff: &[Member],
        case: &Case,
        language: Language,
        section: &str,
    ) -> Self {
        let mut facts: Vec<String> = case.bodies.iter().map(|id| directory.name(*id, language)).collect();
        facts.push(told(language, "case-complainant", [("who", &complainant_of(case, language))]));
        facts.push(told(language, "case-handler", [("who", &staff_name(staff, case.handler, language))]));
        facts.push(i18n::t(language, &format!("stage-{}", case.stage().code())));
        let base = format!("/{}/cases/{}", language.tag(), case.reference);
        Self {
            identity: format!("{} – {}", case.reference, case.title.as_str()),
            reference: case.reference.to_string(),
            facts,
            needs: needs(case, language),
            sections: sections(case, &base, section, language),
            seq: case.seq,
            base,
        }
    }

    /// The frame of a page of the case, with the way here.
    pub fn frame(&self, app: &App, staff: &Staff, title: impl Into<String>) -> Frame {
        let mut frame = staff.frame(app, title);
        frame.breadcrumbs = vec![
            app::link(&staff.visit, "nav-cases", "/cases"),
            Link::new(self.reference.clone(), self.base.clone()),
        ];
        frame
    }
}

fn sections(case: &Case, base: &str, here: &str, language: Language) -> Vec<Link> {
    let early = case.route == Route::EarlyResolution;
    let shown = SECTIONS.iter().filter(|(path, _)| match *path {
        "/draft" | "/decision" => !early,
        "/settlement" => early,
        "/instruments" => !early || !case.issued.is_empty(),
        "/escalation" => case.is_decided(),
        "/disclosure" => !case.evidence.is_empty() || case.is_decided(),
        _ => true,
    });
    let links = shown.map(|(path, key)| {
        let text = i18n::t(language, key);
        let count = match *path {
            "/recommendations" => case.live().count(),
            "/evidence" => case.counted_evidence().count(),
            "/letters" => case.letters.len(),
            _ => 0,
        };
        let text = if count > 0 { format!("{text} ({count})") } else { text };
        Link::new(text, format!("{base}{path}")).here(*path == here)
    });
    links.collect()
}

fn needs(case: &Case, language: Language) -> Vec<Need> {
    let Some(person) = &case.complainant else { return Vec::new() };
    let mut needs = vec![Need {
        icon: "document",
        text: i18n::t(language, &format!("case-writes-in-{}", person.language.tag())),
    }];
    needs.extend(adjustments(person, language));
    let (icon, key) = match person.channel {
        Channel::Email(_) => ("envelope", "case-by-email"),
        Channel::Post(_) => ("envelope", "case-by-post"),
    };
    needs.push(Need { icon, text: i18n::t(language, key) });
    if person.authority.is_some() {
        needs.push(Need { icon: "person", text: i18n::t(language, "case-stands-in") });
    }
    let standing = match case.standing {
        Standing::Active => None,
        Standing::Withdrawn { on } => Some(("case-withdrew", on)),
        Standing::Died { on } => Some(("case-died", on)),
        Standing::Unreachable { on } => Some(("case-unreachable", on)),
    };
    if let Some((key, on)) = standing {
        let text = told(language, key, [("date", &i18n::date_short(language, on))]);
        needs.push(Need { icon: "triangle", text });
    }
    needs
}

fn adjustments(person: &Complainant, language: Language) -> Option<Need> {
    let words = person.adjustments.as_ref().filter(|words| !words.is_blank())?;
    Some(Need { icon: "info", text: told(language, "case-adjustments", [("what", words.as_str())]) })
}
