//! A body over time: what it was called, how it ended, who got what of it, when its spending was frozen (E13–E15, E24).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Body;
use crate::{id::BodyId, text::Bilingual};

/// What became of a body. Nothing here is ever taken away: a later fact stands beside the earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverTime {
    /// Since when it exists, where that is known.
    pub since: Option<Date>,
    /// How and when it ended.
    pub ended: Option<Ended>,
    /// The names it had before, the oldest first (E14).
    pub names: Vec<FormerName>,
    /// Who stands in its place, and for what (E13, E15).
    pub successors: Vec<Successor>,
    /// Notices that froze its spending, the oldest first (R43, E24).
    pub freezes: Vec<Freeze>,
}

/// How a body ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowEnded {
    /// Merged into another.
    Merged,
    /// Split among several.
    Split,
    /// Abolished.
    Abolished,
    /// A provider that was sold.
    Sold,
    /// A provider whose registration ended.
    Deregistered,
    /// A provider that closed.
    Closed,
}

impl HowEnded {
    /// Every way, in the order lists show them.
    pub const ALL: [Self; 6] =
        [Self::Merged, Self::Split, Self::Abolished, Self::Sold, Self::Deregistered, Self::Closed];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Abolished => "abolished",
            Self::Sold => "sold",
            Self::Deregistered => "deregistered",
            Self::Closed => "closed",
        }
    }
}

/// The end of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub how: HowEnded,
    /// The first day on which it was no more.
    pub on: Date,
    /// What shows it: the order, the regulator's notice.
    pub shown_by: String,
}

/// A name a body had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: Bilingual,
    /// The day on which another came in its place.
    pub until: Date,
    /// What shows the change.
    pub shown_by: String,
}

/// What a successor got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gets {
    /// Functions and property.
    Everything,
    /// Functions, or some of them.
    Functions,
    /// Property, or some of it.
    Property,
}

impl Gets {
    /// Every one, in the order lists show them.
    pub const ALL: [Self; 3] = [Self::Everything, Self::Functions, Self::Property];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::Functions => "functions",
            Self::Property => "property",
        }
    }

    /// Does who got this answer for a matter of this sort?
    pub fn covers(self, concern: Concern) -> bool {
        match (self, concern) {
            (Self::Everything, _)
            | (Self::Functions, Concern::Function)
            | (Self::Property, Concern::Property) => true,
            (Self::Functions, Concern::Property) | (Self::Property, Concern::Function) => false,
        }
    }
}

/// What a recommendation is about: how a function was carried out, or property alone. What is about property alone goes
/// to whoever got the property (E13; Local Government Reorganisation orders of 1986 and 1991).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// A function.
    Function,
    /// Property alone.
    Property,
}

impl Concern {
    /// Both, in the order lists show them.
    pub const ALL: [Self; 2] = [Self::Function, Self::Property];

    /// The word the record uses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Property => "property",
        }
    }
}

/// Who stands in the place of a body, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Successor {
    /// Who.
    pub body: BodyId,
    /// What it got.
    pub gets: Gets,
    /// Which functions or property, in words; empty where it is all.
    pub which: String,
    /// From which day.
    pub from: Date,
    /// The order, contract or notice by which it got it.
    pub instrument: String,
}

/// A notice that froze a body's spending. It waives nothing (R43, E24; Local Government Finance Act 1988 s.114).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freeze {
    /// The first day.
    pub from: Date,
    /// The last day; none while nobody knows.
    pub until: Option<Date>,
    /// What shows it.
    pub notice: String,
}

impl Freeze {
    /// Does it hold on this day?
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Body {
    /// The notice that freezes its spending on this day (R43).
    pub fn freeze_on(&self, day: Date) -> Option<&Freeze> {
        self.over_time.freezes.iter().rev().find(|freeze| freeze.holds_on(day))
    }

    /// What it was called on this day: letters of the time keep that name (E14).
    pub fn name_on(&self, day: Date) -> &Bilingual {
        let then = self.over_time.names.iter().filter(|former| day < former.until);
        then.min_by_key(|former| former.until).map_or(&self.name, |former| &former.name)
    }

    /// Every name it has or had, the present one first: an old name still finds it (E14).
    pub fn every_name(&self) -> impl Iterator<Item = &Bilingual> {
        std::iter::once(&self.name).chain(self.over_time.names.iter().map(|former| &former.name))
    }

    /// Is it no more on this day?
    pub fn is_gone_on(&self, day: Date) -> bool {
        self.over_time.ended.as_ref().is_some_and(|ended| ended.on <= day)
    }

    /// Who stands in its place on this day for matters of this sort (E13).
    pub fn successors_for(&self, concern: Concern, day: Date) -> impl Iterator<Item = &Successor> {
        let of_this = move |one: &&Successor| one.gets.covers(concern) && one.from <= day;
        self.over_time.successors.iter().filter(of_this)
    }

    /// Has this other body stood in its place, for whatever part?
    pub fn is_succeeded_by(&self, other: BodyId) -> bool {
        self.merged_into == Some(other) || self.over_time.successors.iter().any(|one| one.body == other)
    }

    /// Every body that was ever named as standing in its place.
    pub fn all_successors(&self) -> impl Iterator<Item = BodyId> {
        self.merged_into.into_iter().chain(self.over_time.successors.iter().map(|one| one.body))
    }
}
