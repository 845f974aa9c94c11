//! Who one can be in the demonstration, and where the guided path of each leads. Words stand in the catalogues.

/// What sort of sign-in somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// A member of staff.
    Staff,
    /// The body's link officer, by a link.
    LinkOfficer,
    /// A colleague at the body, by a link that was passed on.
    Colleague,
    /// The complainant, by a link.
    Complainant,
}

/// A stop on a guided path.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// Its name in forms and catalogues.
    pub key: &'static str,
    /// The story whose case it shows; none for a page of its own.
    pub story: Option<&'static str>,
    /// The page, where `{reference}` stands for the case's.
    pub path: &'static str,
}

/// Somebody one can be.
#[derive(Debug, Clone, Copy)]
pub struct Guide {
    /// The word in addresses.
    pub who: &'static str,
    /// How they come in.
    pub door: Door,
    /// Their path; the first stop is where they start.
    pub stops: &'static [Stop],
}

const fn page(key: &'static str, path: &'static str) -> Stop {
    Stop { key, story: None, path }
}

const fn case(story: &'static str, path: &'static str) -> Stop {
    Stop { key: story, story: Some(story), path }
}

/// Everybody, in the order of the opening page.
pub const GUIDES: [Guide; 7] = [
    Guide {
        who: "sian",
        door: Door::Staff,
        stops: &[
            page("worklist", "/worklist"),
            case("to-draft", "/cases/{reference}/draft/send"),
            case("comments-in", "/cases/{reference}/draft"),
            case("final-ready", "/cases/{reference}/decision"),
            case("to-review", "/cases/{reference}/evidence/1"),
            case("later-date", "/cases/{reference}/extensions/1"),
            case("overdue", "/cases/{reference}"),
            case("to-close", "/cases/{reference}/settlement"),
        ],
    },
    Guide {
        who: "gwen",
        door: Door::Staff,
        stops: &[page("worklist", "/worklist"), page("inbox", "/inbox"), page("chases", "/chases")],
    },
    Guide {
        who: "marc",
        door: Door::Staff,
        stops: &[
            case("never-came", "/cases/{reference}/evidence/1"),
            page("bodies", "/bodies"),
            page("chases", "/chases"),
        ],
    },
    Guide {
        who: "non",
        door: Door::Staff,
        stops: &[case("not-met", "/cases/{reference}/escalation"), page("worklist", "/worklist")],
    },
    Guide {
        who: "nia",
        door: Door::LinkOfficer,
        stops: &[
            case("to-send", "/portal"),
            case("to-answer", "/portal/draft"),
            case("overdue", "/portal/actions/1/extension"),
            case("to-review", "/portal/actions/1"),
        ],
    },
    Guide { who: "tomos", door: Door::Colleague, stops: &[case("to-send", "/portal")] },
    Guide { who: "mr-k", door: Door::Complainant, stops: &[case("mr-k", "/my-complaint")] },
];

/// Somebody by their word.
pub fn guide(who: &str) -> Option<&'static Guide> {
    GUIDES.iter().find(|guide| guide.who == who)
}
