//! The cases that the guided paths lead to: their steps are told beforehand, on days counted back from today.

use amends_core::{case::Route, id::RecommendationNumber, text::Language};

use super::{bodies::YNYS, life::Step};

/// One case, told beforehand.
pub struct Story {
    /// By which name the paths know it.
    pub key: &'static str,
    /// How it is dealt with.
    pub route: Route,
    /// The body's place in the table.
    pub body: usize,
    /// The complainant's language.
    pub language: Language,
    /// The complainant's first and family name.
    pub person: (&'static str, &'static str),
    /// Which wordings, by their place in the table.
    pub samples: &'static [usize],
    /// Does the body object to the last recommendation?
    pub objects: bool,
    /// The steps: so many working days before today.
    pub steps: &'static [(u32, Step)],
}

const ONE: RecommendationNumber = RecommendationNumber(1);

/// The steps up to a decision that is issued so many working days before today.
macro_rules! decided {
    ($before:literal $(, $step:expr)* $(,)?) => {
        &[
            ($before + 75, Step::Open), ($before + 55, Step::Write), ($before + 40, Step::Send),
            ($before + 30, Step::Answer), ($before + 28, Step::Comment), ($before + 6, Step::Settle),
            ($before, Step::Decide) $(, $step)*
        ]
    };
}

/// Every story.
pub const STORIES: &[Story] = &[
    Story {
        key: "to-draft",
        route: Route::Investigation,
        body: 1,
        language: Language::En,
        person: ("Bethan", "Nowak"),
        samples: &[0, 3, 9],
        objects: false,
        steps: &[(14, Step::Open), (2, Step::Write)],
    },
    Story {
        key: "to-answer",
        route: Route::Investigation,
        body: YNYS,
        language: Language::En,
        person: ("Gareth", "Tudor"),
        samples: &[0, 1, 7],
        objects: false,
        steps: &[(45, Step::Open), (12, Step::Write), (5, Step::Send)],
    },
    Story {
        key: "comments-in",
        route: Route::Investigation,
        body: 2,
        language: Language::En,
        person: ("Carys", "Ibrahim"),
        samples: &[0, 1, 8],
        objects: true,
        steps: &[
            (60, Step::Open),
            (25, Step::Write),
            (14, Step::Send),
            (3, Step::Answer),
            (2, Step::Comment),
        ],
    },
    Story {
        key: "final-ready",
        route: Route::Investigation,
        body: 23,
        language: Language::En,
        person: ("Joan", "Cadwgan"),
        samples: &[0, 5, 7],
        objects: false,
        steps: &[
            (70, Step::Open),
            (40, Step::Write),
            (25, Step::Send),
            (16, Step::Answer),
            (15, Step::Comment),
            (3, Step::Settle),
        ],
    },
    Story {
        key: "to-review",
        route: Route::Investigation,
        body: YNYS,
        language: Language::En,
        person: ("Rhys", "Watkin"),
        samples: &[6],
        objects: false,
        steps: decided!(60, (2, Step::Send1(ONE, false))),
    },
    Story {
        key: "later-date",
        route: Route::Investigation,
        body: 3,
        language: Language::En,
        person: ("Megan", "Evans"),
        samples: &[3],
        objects: false,
        steps: decided!(15, (1, Step::AskLater(ONE))),
    },
    Story {
        key: "overdue",
        route: Route::Investigation,
        body: YNYS,
        language: Language::En,
        person: ("Alun", "Khan"),
        samples: &[2],
        objects: false,
        steps: decided!(25),
    },
    Story {
        key: "to-send",
        route: Route::Investigation,
        body: YNYS,
        language: Language::En,
        person: ("Elin", "Morgan"),
        samples: &[0],
        objects: false,
        steps: decided!(17),
    },
    Story {
        key: "to-close",
        route: Route::EarlyResolution,
        body: 30,
        language: Language::En,
        person: ("Ifan", "Jenkins"),
        samples: &[0, 4],
        objects: false,
        steps: &[(25, Step::Open), (20, Step::Write), (15, Step::Send), (6, Step::Answer), (1, Step::Settle)],
    },
    Story {
        key: "never-came",
        route: Route::Investigation,
        body: 4,
        language: Language::En,
        person: ("Hana", "Gwilym"),
        samples: &[5],
        objects: false,
        steps: decided!(75),
    },
    Story {
        key: "not-met",
        route: Route::Investigation,
        body: 6,
        language: Language::En,
        person: ("Priya", "Rees"),
        samples: &[1],
        objects: false,
        steps: decided!(80, (3, Step::GiveUp(ONE))),
    },
    Story {
        key: "mr-k",
        route: Route::Investigation,
        body: 10,
        language: Language::Cy,
        person: ("Kamal", "Llewelyn"),
        samples: &[0, 1, 6],
        objects: false,
        steps: decided!(30, (17, Step::Send1(ONE, true)), (14, Step::Review(ONE, true))),
    },
];
