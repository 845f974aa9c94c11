//! What a letter's template may say: every name it can use, as plain values that are stored with the letter (I5).

use amends_core::text::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Reader;

/// All that a letter is written from. Stored as JSON beside the template's text, it gives the same letter again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a plain question a template asks")]
pub struct LetterData {
    /// The kind's code: the template's folder.
    pub kind: String,
    /// Who reads it.
    pub reader: Reader,
    /// In which language.
    pub language: Language,
    /// The name it begins with; empty where it has been erased or is not known.
    pub to: String,
    /// Printed and posted: no word of replying to an e-mail.
    pub by_post: bool,
    /// How the reader wishes to be written to, where an adjustment was agreed.
    pub adjustments: Option<String>,
    /// The office's name.
    pub office: String,
    /// Does the office write in both languages? Then every letter says so (PSOW Act 2019 s.72; R38).
    pub bilingual: bool,
    /// Who in the office writes.
    pub sender: Sender,
    /// The address a reply goes to.
    pub reply_address: String,
    /// The day it is written.
    pub today: Date,
    /// What the date on a recommendation is called: "Tell us by" (R24).
    pub clock_label: String,
    /// Is the date for telling the office (true) or for doing the act (false)?
    pub clock_is_for_telling: bool,
    /// The reference of the first matter: `24-0193`.
    pub reference: String,
    /// The cases it is about: one, or several in a digest of chases.
    pub matters: Vec<Matter>,
    /// How many improvements to the service are among what it is about; for the complainant's one line.
    pub improvements: usize,
    /// By when an answer or comment is asked for.
    pub answer_by: Option<Date>,
    /// The date of the decision or agreement.
    pub decided_on: Option<Date>,
    /// Which draft it is; 1 for the first.
    pub draft: Option<u8>,
    /// What else is needed, in the reviewer's words (R35).
    pub needed: Option<String>,
    /// A word from whoever passed a recommendation on to the reader (R11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Nothing but a statement came (R26).
    pub statement_only: bool,
    /// What came, in a receipt.
    pub received: Option<Received>,
    /// By when the office means to have looked at what came.
    pub check_by: Option<Date>,
    /// What the office calls the instrument the letter is about.
    #[serde(default)]
    pub instrument: Option<String>,
    /// Why, or the facts it sets out, in the office's words.
    #[serde(default)]
    pub reasons: Option<String>,
    /// Paragraphs by which the decision refers to earlier recommendations, in the letter's language (R50).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// Goes to the body's chief executive instead of its link officers (R31).
    pub to_chief_executive: bool,
    /// Which body stands in the place of which (E13).
    #[serde(default)]
    pub handover: Option<Handover>,
}

/// One body stands in the place of another (E13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// The body that was asked first.
    pub from: String,
    /// The body that is to do it now.
    pub to: String,
    /// By which order, contract or notice.
    pub instrument: String,
    /// Since when.
    pub since: Date,
}

/// A case, as one letter speaks of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// The office's reference: `24-0193`.
    pub reference: String,
    /// The body's own reference.
    pub own_reference: Option<String>,
    /// The body's page or the complainant's page, as a whole address.
    pub page: Option<String>,
    /// The bodies' names, in the letter's language; for the complainant.
    pub bodies: Vec<String>,
    /// The recommendations: those addressed to the body, or those made for the complainant.
    pub actions: Vec<Action>,
}

/// Who in the office writes, and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Name.
    pub name: String,
    /// What they do, in the letter's language.
    pub role: String,
    /// Telephone number.
    pub phone: String,
}

/// One recommendation, as a letter speaks of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its number in the case.
    pub number: u16,
    /// Its reference: `24-0193-2`.
    pub reference: String,
    /// The body it is addressed to, in the letter's language; empty where that is plain.
    pub body: String,
    /// What is to be done.
    pub wording: String,
    /// The sum.
    pub amount: Option<AmountDue>,
    /// May the sum be set off against a debt (E6)?
    pub set_off_allowed: bool,
    /// What must be shown.
    pub required: Vec<String>,
    /// Groups of which one item is enough.
    pub any_of: Vec<Vec<String>>,
    /// The date by which the office must be told (R24).
    pub evidence_due_on: Option<Date>,
    /// The first date, where it has changed (I4).
    pub first_due_on: Option<Date>,
    /// How the date was reached, a sentence each.
    pub explanation: Vec<String>,
    /// How the date will be reached, where it is not fixed yet.
    pub due_later: Option<DueLater>,
    /// Days since the date.
    pub days_overdue: Option<i32>,
    /// May the body act before the final decision (R17)?
    pub early_action: bool,
    /// The number of what it stands in place of.
    pub replaces: Option<u16>,
    /// The latest request for a later date, once decided.
    pub extension: Option<Extension>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// References of earlier recommendations it takes up, because the fault recurs (R51).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes_up: Vec<String>,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum AmountDue {
    /// This sum: `£500`.
    Exact {
        /// The sum.
        sum: String,
    },
    /// Worked out by the body, up to a ceiling.
    Formula {
        /// How it is worked out.
        wording: String,
        /// The most it can come to.
        at_most: String,
    },
}

/// A date that is still to be fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum DueLater {
    /// A length after a day to come.
    After {
        /// `20 working days`.
        length: String,
        /// `final_decision`, `receipt` or `report_date`.
        anchor: String,
    },
    /// A length after an event.
    OnEvent {
        /// `20 working days`.
        length: String,
        /// The event, in the decision's words.
        event: String,
        /// The latest date.
        backstop: Date,
    },
}

/// A decided request for a later date (R30, I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// When it was asked.
    pub asked_on: Date,
    /// The date asked for.
    pub until: Date,
    /// The new date; none where it was refused.
    pub granted_until: Option<Date>,
    /// Why.
    pub reason: String,
    /// Asked after the date had passed (E18)?
    pub late: bool,
    /// The date that stood when it was asked.
    pub stood: Option<Date>,
}

/// How a recommendation ended (R33, R36, R46).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The neutral name: `met_on_time`.
    pub is: String,
    /// Ended as the decision wanted, or for a good reason.
    pub satisfied: bool,
    /// The office's own word for it.
    pub word: String,
    /// Why, in the office's or the body's words.
    pub reasons: Option<String>,
    /// Why it is treated as met: `circumstances_changed`, `complainant_declined`, `offer_open`, `set_off`.
    pub treated: Option<String>,
    /// Until when an offer stays open (E4).
    pub open_until: Option<Date>,
}

/// What came, in a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The day the office had it: this decides lateness (R24).
    pub on: Date,
    /// The names of the files.
    pub files: Vec<String>,
}
