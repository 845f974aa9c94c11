//! Letters that carry a link and say nothing of a case: a recommendation passed on, a new link. They are made from a
//! template and data like any other (I5).

use amends_core::text::Language;
use jiff::civil::Date;

use super::{
    LetterData, Reader,
    data::{Matter, Sender},
};

/// A letter with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkLetter {
    /// A link officer passes recommendations on to a colleague (R11).
    PassedOn,
    /// A new link, in place of one that has run out.
    NewLink,
}

/// What such a letter says.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// Who reads it.
    pub reader: Reader,
    /// In which language.
    pub language: Language,
    /// It is printed and posted.
    pub by_post: bool,
    /// The office's name.
    pub office: &'a str,
    /// Its telephone number.
    pub phone: &'a str,
    /// The page behind the link.
    pub page: String,
    /// A word from whoever passed it on.
    pub note: Option<&'a str>,
    /// The day.
    pub today: Date,
}

impl LinkLetter {
    /// Both.
    pub const ALL: [Self; 2] = [Self::PassedOn, Self::NewLink];

    /// The template's folder.
    pub fn code(self) -> &'static str {
        match self {
            Self::PassedOn => "passed_on",
            Self::NewLink => "new_link",
        }
    }

    /// Who gets one.
    pub fn readers(self) -> &'static [Reader] {
        match self {
            Self::PassedOn => &[Reader::Body],
            Self::NewLink => &[Reader::Body, Reader::Complainant],
        }
    }

    /// The data of one letter. It names no case and nobody: whoever reads somebody else's mail learns nothing.
    pub fn data(self, told: &Told<'_>) -> LetterData {
        let nothing = String::new;
        let page = Some(told.page.clone());
        let sender = Sender { name: nothing(), role: nothing(), phone: told.phone.to_owned() };
        LetterData {
            kind: self.code().to_owned(),
            reader: told.reader,
            language: told.language,
            to: nothing(),
            by_post: told.by_post,
            adjustments: None,
            office: told.office.to_owned(),
            bilingual: false,
            sender,
            reply_address: nothing(),
            today: told.today,
            clock_label: nothing(),
            clock_is_for_telling: false,
            reference: nothing(),
            matters: vec![Matter {
                reference: nothing(),
                own_reference: None,
                page,
                bodies: Vec::new(),
                actions: Vec::new(),
            }],
            improvements: 0,
            instrument: None,
            reasons: None,
            earlier: Vec::new(),
            handover: None,
            answer_by: None,
            decided_on: None,
            draft: None,
            needed: None,
            note: told.note.map(|note| note.trim().to_owned()),
            statement_only: false,
            received: None,
            check_by: None,
            to_chief_executive: false,
        }
    }
}
