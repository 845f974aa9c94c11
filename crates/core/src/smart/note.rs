//! What a rule says: which check, how it came out, in which words, with what to do about it.

use jiff::civil::Date;

use crate::money::Pence;

/// First code point and one past the last, in the field the note is about.
pub type Span = (usize, usize);

/// What a check is about; the first five letters of SMART, then plain words and the public text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// One body does one act, and it is said which.
    Specific,
    /// It can be seen whether it was done.
    Measurable,
    /// The body can do it.
    Achievable,
    /// It answers what went wrong.
    Relevant,
    /// It is known by when.
    TimeBound,
    /// A reader understands it at once.
    Plain,
    /// The public text gives nobody away.
    Public,
}

impl Area {
    /// The word catalogues and styles use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Specific => "specific",
            Self::Measurable => "measurable",
            Self::Achievable => "achievable",
            Self::Relevant => "relevant",
            Self::TimeBound => "time-bound",
            Self::Plain => "plain",
            Self::Public => "public",
        }
    }
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing to mend.
    Good,
    /// Could be better; the writer decides.
    Advice,
    /// Must be mended before it is sent.
    Needed,
}

impl Level {
    /// The word catalogues and styles use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Advice => "advice",
            Self::Needed => "needed",
        }
    }
}

/// The field of the form a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Which finding it answers.
    Answers,
    /// Who will do what.
    Wording,
    /// The sum.
    Amount,
    /// The body responsible.
    Addressee,
    /// The evidence list.
    Evidence,
    /// The date by which the office must be told.
    EvidenceDue,
    /// The public summary.
    PublicSummary,
    /// Its subjects.
    Themes,
}

impl Field {
    /// The name of the field in the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Wording => "wording",
            Self::Amount => "amount",
            Self::Addressee => "addressee",
            Self::Evidence => "evidence",
            Self::EvidenceDue => "evidence_due",
            Self::PublicSummary => "public_summary",
            Self::Themes => "themes",
        }
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])+ $name:ident = $code:literal, $area:ident, $field:ident, $source:literal;)+) => {
        /// Every check there is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckId { $($(#[$doc])+ $name),+ }

        impl CheckId {
            /// Every check, in the order the panel shows them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word in its catalogue keys.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What it is about.
            pub fn area(self) -> Area {
                match self { $(Self::$name => Area::$area),+ }
            }

            /// The field it looks at.
            pub fn field(self) -> Field {
                match self { $(Self::$name => Field::$field),+ }
            }

            /// Where the rule comes from.
            pub fn source(self) -> &'static str {
                match self { $(Self::$name => $source),+ }
            }
        }
    };
}

checks! {
    /// One recommendation asks for one act.
    OneAct = "one-act", Specific, Wording, "R40";
    /// One body, named, is to act.
    OneActor = "one-actor", Specific, Wording, "R40";
    /// The verb is an act that can be seen.
    ConcreteVerb = "concrete-verb", Specific, Wording, "CM8";
    /// There is an evidence list, and it wants more than a statement.
    EvidenceList = "evidence-list", Measurable, Evidence, "R26, R27";
    /// Money is a sum, or a formula with a ceiling.
    Amount = "amount", Measurable, Amount, "R40";
    /// What the wording says of debts is what the form says.
    SetOff = "set-off", Measurable, Wording, "E6";
    /// Training says who and how many.
    TrainingNumbers = "training-numbers", Measurable, Wording, "CM8";
    /// A policy change wants its text and its approval.
    PolicyAndApproval = "policy-and-approval", Measurable, Evidence, "R27";
    /// The body has the power to do it.
    WithinPowers = "within-powers", Achievable, Wording, "R40";
    /// The body's spending is not frozen.
    SpendingFreeze = "spending-freeze", Achievable, Addressee, "R43";
    /// It answers a finding against this body.
    LinkedToFinding = "linked-to-finding", Relevant, Answers, "R2";
    /// Nobody has asked for the same already.
    Duplicate = "duplicate", Relevant, Wording, "R12";
    /// A service improvement has a subject.
    ThemeNamed = "theme-named", Relevant, Themes, "R53";
    /// There is a date.
    HasDate = "has-date", TimeBound, EvidenceDue, "R24";
    /// The date is a working day.
    NonWorkingDay = "non-working-day", TimeBound, EvidenceDue, "R40";
    /// It is said from when a period counts.
    AnchorSaid = "anchor-said", TimeBound, EvidenceDue, "R40";
    /// The wording and the form give the same time.
    PeriodInWordingAgrees = "period-in-wording-agrees", TimeBound, Wording, "R25";
    /// One recommendation has one time.
    OnePeriod = "one-period", TimeBound, Wording, "E38";
    /// A public report leaves at least three months.
    ThreeMonths = "three-months", TimeBound, EvidenceDue, "R58";
    /// No sentence has more than 40 words.
    Length = "length", Plain, Wording, "CM8";
    /// English that is not hard to read.
    ReadingEase = "reading-ease", Plain, Wording, "CM8";
    /// No Latin and no office talk.
    Jargon = "jargon", Plain, Wording, "CM8";
    /// No names in the public text.
    Names = "names", Public, PublicSummary, "CM2";
    /// No references, numbers, postcodes or addresses in the public text.
    References = "references", Public, PublicSummary, "CM2";
    /// No date of birth in the public text.
    BirthDates = "birth-dates", Public, PublicSummary, "CM2";
    /// No timescale in the public text of a service improvement.
    Timescale = "timescale", Public, PublicSummary, "R45";
}

/// A value for a message; the reader's language decides how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words of the text itself, a name, or a word by which the message chooses its sentence.
    Text(String),
    /// How many.
    Count(u32),
    /// A day.
    Day(Date),
    /// Money.
    Money(Pence),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Pence> for Value {
    fn from(sum: Pence) -> Self {
        Self::Money(sum)
    }
}

/// What the writer could do, as a message of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Its key.
    pub key: String,
    /// Its values.
    pub args: Vec<(&'static str, Value)>,
}

/// What one check says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which check.
    pub check: CheckId,
    /// What it is about.
    pub area: Area,
    /// How it came out.
    pub level: Level,
    /// The field it is about.
    pub field: Field,
    /// The words of that field that caused it, in order; empty where what is missing has no words.
    pub words: Vec<Span>,
    /// The key of the message that says what and why.
    pub key: String,
    /// The values of that message.
    pub args: Vec<(&'static str, Value)>,
    /// What to do; none where the check is good.
    pub suggestion: Option<Suggestion>,
    /// Where the rule comes from.
    pub source: &'static str,
}

impl Note {
    fn new(check: CheckId, level: Level) -> Self {
        let key = |part: &str| format!("smart-{}-{part}", check.code());
        Self {
            check,
            area: check.area(),
            level,
            field: check.field(),
            words: Vec::new(),
            key: key(level.code()),
            args: Vec::new(),
            suggestion: (level != Level::Good)
                .then(|| Suggestion { key: key("suggestion"), args: Vec::new() }),
            source: check.source(),
        }
    }

    /// Nothing to mend.
    pub(super) fn good(check: CheckId) -> Self {
        Self::new(check, Level::Good)
    }

    /// Could be better.
    pub(super) fn advice(check: CheckId) -> Self {
        Self::new(check, Level::Advice)
    }

    /// Must be mended before it is sent.
    pub(super) fn needed(check: CheckId) -> Self {
        Self::new(check, Level::Needed)
    }

    /// The words that caused it.
    #[must_use]
    pub(super) fn at(mut self, words: impl IntoIterator<Item = Span>) -> Self {
        self.words.extend(words);
        self.words.sort_unstable();
        self.words.dedup();
        self
    }

    /// It is about another field than the check usually looks at.
    #[must_use]
    pub(super) fn about(mut self, field: Field) -> Self {
        self.field = field;
        self
    }

    /// A value of the message, and of the suggestion where there is one.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        if let Some(suggestion) = &mut self.suggestion {
            suggestion.args.push((name, value.clone()));
        }
        self.args.push((name, value));
        self
    }
}
