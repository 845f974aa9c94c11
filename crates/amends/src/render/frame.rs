//! What every page tells its frame: title, navigation, errors or a notice, who is signed in.

use serde::Serialize;

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Link {
    /// The words, in the page's language.
    pub text: String,
    /// Where it goes.
    pub href: String,
    /// Whether the reader is there now.
    pub current: bool,
}

impl Link {
    /// A link to another page.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), current: false }
    }

    /// The same link, marked as the place the reader is in.
    #[must_use]
    pub fn here(mut self, here: bool) -> Self {
        self.current = here;
        self
    }
}

/// One thing wrong with what was typed, as the error summary and the field both say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The field's id, without `#`; for dates the id of the part to mend.
    pub field: String,
    /// What is wrong and how to mend it, in the page's language.
    pub text: String,
}

impl FieldError {
    /// What is wrong with the field of this id.
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: field.into(), text: text.into() }
    }
}

/// What the last act did, or what the reader should know before the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Notice {
    /// Whether it tells of something done (it is then read out at once).
    pub success: bool,
    /// The words, in the page's language.
    pub text: String,
    /// What can be done about it: "Undo".
    pub link: Option<Link>,
}

impl Notice {
    /// Tells of something done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { success: true, text: text.into(), link: None }
    }

    /// Says what matters before the next act.
    pub fn important(text: impl Into<String>) -> Self {
        Self { success: false, text: text.into(), link: None }
    }

    /// The same notice with something that can be done about it.
    #[must_use]
    pub fn with(mut self, link: Link) -> Self {
        self.link = Some(link);
        self
    }
}

/// The strip that marks a demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Demo {
    /// The day it is in the demonstration, `YYYY-MM-DD`.
    pub today: String,
    /// Where role and day are changed.
    pub change_href: String,
}

/// The signed-in reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Reader {
    /// The name shown.
    pub name: String,
    /// Where the sign-out form posts to.
    pub sign_out: String,
}

/// Everything the frame shows. Templates read it as `frame`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Frame {
    /// The page's heading, and the first part of its title: the finding or the task.
    pub title: String,
    /// The office's name, in the page's language.
    pub office: String,
    /// Where the office's name leads.
    pub home: String,
    /// The page's own path, from which the other language's is made.
    pub path: String,
    /// The other language's path where it is not the same with another prefix.
    pub other_language_path: Option<String>,
    /// Main navigation.
    pub navigation: Vec<Link>,
    /// The way here, outermost first.
    pub breadcrumbs: Vec<Link>,
    /// A way back, for journeys without breadcrumbs.
    pub back: Option<String>,
    /// What is wrong; with any, no notice is shown and the title says so.
    pub errors: Vec<FieldError>,
    /// What happened, or what matters.
    pub notice: Option<Notice>,
    /// Who is signed in.
    pub reader: Option<Reader>,
    /// Set in demonstrations.
    pub demo: Option<Demo>,
    /// `light` or `dark` where the reader chose one.
    pub theme: Option<String>,
    /// `compact` or `comfortable` where the reader chose one.
    pub density: Option<String>,
}
