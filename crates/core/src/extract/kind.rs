//! Kinds: what sort of remedy an act is, by its verb and the things it speaks of. One table a language, read
//! from the top; the first rule that fits decides.
//!
//! "remind staff of the policy" is a reminder, not a policy; "update its policy" is a policy.

mod english;
mod welsh;

use std::{cell::Cell, collections::HashMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{
    clause::Act,
    evidence,
    token::Tokens,
    verb,
    welsh::mutation,
    words::{Fixed, Phrases},
};

/// What sort of remedy is asked for (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Saying sorry.
    Apology,
    /// Money for distress, time, trouble or loss.
    Payment,
    /// Money back that was spent, paid or charged.
    Reimbursement,
    /// A service given, a step taken for the person.
    ServiceProvision,
    /// An inspection, a survey, a repair.
    InspectionRepair,
    /// Reasons, an account, an update.
    Explanation,
    /// Looking again at a matter or a decision.
    Review,
    /// A policy, procedure or process changed or made.
    PolicyProcedure,
    /// Training of staff.
    Training,
    /// Reminding staff of what they should do.
    StaffReminder,
    /// Passing on what was learnt.
    ShareLearning,
    /// Keeping watch over time.
    Monitoring,
    /// Records corrected, kept or searched for.
    Records,
    /// Stopping something.
    Cease,
    /// Contracts and contractors.
    Contract,
    /// Staff, money and means for a service.
    Resourcing,
    /// Telling the office what was done.
    ReportBack,
}

/// For whom a remedy is (R4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// For the person wronged.
    Personal,
    /// For all who come after.
    Service,
}

/// A rule: fits where the verb is one of `verbs` (any, if empty; `-` is an act without a verb) and one of
/// `things` is spoken of (if not empty).
struct Rule {
    kind: Kind,
    verbs: &'static str,
    things: &'static str,
}

const fn rule(kind: Kind, verbs: &'static str, things: &'static str) -> Rule {
    Rule { kind, verbs, things }
}

/// The rules of a language, asked all at once: each has a bit, that of the first is the lowest.
struct Table {
    rules: &'static [Rule],
    /// The rules that fit whatever the verb, and those that fit whatever is spoken of.
    of_any_verb: u128,
    of_no_thing: u128,
    verbs: HashMap<&'static str, u128, Fixed>,
    things: HashMap<&'static str, u128, Fixed>,
}

const _: () = assert!(english::RULES.len() <= 128 && welsh::RULES.len() <= 128, "a rule has one bit");

static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::new(english::RULES));
static WELSH: LazyLock<Table> = LazyLock::new(|| Table::new(welsh::RULES));

impl Table {
    fn new(rules: &'static [Rule]) -> Self {
        let mut table = Self {
            rules,
            of_any_verb: 0,
            of_no_thing: 0,
            verbs: HashMap::default(),
            things: HashMap::default(),
        };
        for (at, rule) in rules.iter().enumerate() {
            let bit = 1 << at;
            if rule.verbs.is_empty() {
                table.of_any_verb |= bit;
            }
            if rule.things.is_empty() {
                table.of_no_thing |= bit;
            }
            for verb in rule.verbs.split_whitespace() {
                *table.verbs.entry(verb).or_default() |= bit;
            }
            for thing in rule.things.split_whitespace() {
                *table.things.entry(thing).or_default() |= bit;
            }
        }
        table
    }

    /// The rules that a verb fits.
    fn done(&self, verb: &str) -> u128 {
        self.of_any_verb | self.verbs.get(verb).copied().unwrap_or_default()
    }

    /// The rules whose things a word is; a Welsh one under every mutation.
    fn spoken_of(&self, word: &str, welsh: bool) -> u128 {
        let known = |word: &str| self.things.get(word).copied().unwrap_or_default();
        if !welsh {
            return known(word);
        }
        let all = Cell::new(0);
        let gather = |radical: &str| {
            all.set(all.get() | known(radical));
            None::<()>
        };
        let _ = mutation::radical(word, gather);
        all.get()
    }

    /// The first of several rules, with its bit.
    fn first(&self, fitting: u128) -> Option<(u128, &'static Rule)> {
        let at = usize::try_from(fitting.trailing_zeros()).ok()?;
        Some((1_u128.checked_shl(fitting.trailing_zeros())?, self.rules.get(at)?))
    }
}

/// The kind of an act and the token that decided it.
pub(super) fn of(tokens: &Tokens<'_>, act: &Act, welsh: bool) -> (Kind, usize) {
    let table: &Table = if welsh { &WELSH } else { &ENGLISH };
    let verb = act.verb.or_else(|| participle(tokens, act, welsh));
    // "set up a meeting" establishes; "set out its reasons" explains.
    let verb =
        if verb == Some("set") && tokens.word(act.verb_at + 1) != "out" { Some("establish") } else { verb };
    // "write to the resident to explain": what the letter is for tells the kind.
    let verb = match verb {
        Some("write" | "contact") if !welsh => purpose(tokens, act).or(verb),
        other => other,
    };
    let end = object_end(tokens, act);
    // What leads up to an active verb is no object; what stands before a participle is ("an apology sent").
    let done = !welsh
        && verb::find(tokens.word(act.verb_at)).is_some_and(|found| found.form == verb::Form::Participle);
    let from = if act.verb.is_some() && !done { act.verb_at.max(act.first) } else { act.first };
    let spoken = |at: usize| table.spoken_of(tokens.word(at), welsh);
    let things = (from..end).fold(table.of_no_thing, |all, at| all | spoken(at));
    let fitting = table.done(verb.unwrap_or("-")) & things;
    let Some((place, rule)) = table.first(fitting) else { return (Kind::ServiceProvision, act.verb_at) };
    let named = || (from..end).find(|&at| spoken(at) & place != 0);
    let decided = if rule.verbs.is_empty() && !rule.things.is_empty() { named() } else { None };
    (rule.kind, decided.unwrap_or(act.verb_at))
}

/// The verb after "to" in "write to Mr A **to explain**".
fn purpose(tokens: &Tokens<'_>, act: &Act) -> Option<&'static str> {
    (act.verb_at + 2..act.last).find_map(|at| {
        let found = verb::find(tokens.word(at + 1))?;
        (tokens.word(at) == "to" && found.form == verb::Form::Base && !found.noun).then_some(found.base)
    })
}

/// Where the object of an act ends: "carry out the repairs **in line with** its policy" is not about the
/// policy.
fn object_end(tokens: &Tokens<'_>, act: &Act) -> usize {
    static ASIDES: Phrases = Phrases::new(&[
        "in line with",
        "in accordance with",
        "in keeping with",
        "under",
        "because",
        "so that",
        "to prevent",
        "to ensure",
        "as required by",
        "while",
        "whilst",
        "until",
    ]);
    // "that, to prevent deaths, consideration is given": an aim put in between ends nothing.
    let put_in = |at: usize| tokens.word(at) == "to" && tokens.word(at - 1) == ",";
    (act.verb_at + 1..act.last)
        .find(|&at| ASIDES.read(tokens, at).is_some() && !put_in(at))
        .unwrap_or(act.last)
}

/// "These fees should also be paid": the verb of a clause that is passive.
fn participle(tokens: &Tokens<'_>, act: &Act, welsh: bool) -> Option<&'static str> {
    if welsh {
        return None;
    }
    let be = (act.first..act.last).find(|&at| tokens.word(at) == "be")?;
    let noun = (act.first..be).find_map(|at| verb::find(tokens.word(at)).filter(|found| found.noun));
    let done = (be + 1..act.last)
        .find_map(|at| verb::find(tokens.word(at)).filter(|found| found.form == verb::Form::Participle));
    // "A review is to be done": the noun says what, "done" nothing.
    let said = done
        .map(|found| found.base)
        .filter(|base| !matches!(*base, "do" | "make" | "take" | "undertake" | "complete" | "carry"));
    said.or(noun.map(|found| found.base)).or(done.map(|found| found.base))
}

/// For whom an act is: by its kind, and where a kind serves both, by whether it speaks of the person.
pub(super) fn scope(tokens: &Tokens<'_>, act: &Act, kind: Kind, person_before: bool) -> Scope {
    match kind {
        Kind::Apology
        | Kind::Payment
        | Kind::Reimbursement
        | Kind::ServiceProvision
        | Kind::InspectionRepair
        | Kind::Explanation => Scope::Personal,
        Kind::PolicyProcedure
        | Kind::Training
        | Kind::StaffReminder
        | Kind::ShareLearning
        | Kind::Contract
        | Kind::Resourcing
        | Kind::ReportBack => Scope::Service,
        Kind::Records if matches!(act.verb, Some("search" | "look" | "go" | "find" | "chwilio")) => {
            Scope::Personal
        }
        Kind::Monitoring
            if matches!(act.verb, Some("establish" | "set" | "introduce" | "implement" | "sefydlu")) =>
        {
            Scope::Service
        }
        Kind::Monitoring if evidence::goes_to_office(tokens, act.first, act.last).is_some() => Scope::Service,
        Kind::Review | Kind::Records | Kind::Monitoring | Kind::Cease => {
            if person_before || (act.first..act.last).any(|at| is_person(tokens, at)) {
                Scope::Personal
            } else {
                Scope::Service
            }
        }
    }
}

/// Whether a word names or points at the person wronged.
pub(super) fn is_person(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.word(at),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "his"
            | "her"
            | "him"
            | "complainant"
            | "resident"
            | "tenant"
            | "offer"
            | "ei"
            | "hi"
            | "ef"
    )
}
