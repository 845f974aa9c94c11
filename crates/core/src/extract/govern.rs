//! Which deadline governs which act: its own first, then the last one said before it in the sentence, then
//! the next one after it, then that of the head of its list. "Within a month it will (a) … and (b) …".

use super::{
    clause::Act,
    deadline::{
        Deadline, DeadlineKind,
        read::{DeadlineFound, Meaning},
    },
    kind::Kind,
    tail,
    token::{Gap, TokenKind, Tokens},
};

/// A deadline and where its words stand.
pub(super) type Placed = (Deadline, (usize, usize));

/// The deadline of one act among all those of its sentence.
///
/// `head` is the deadline of the list's head, `named` the one named last before the sentence.
pub(super) fn of(
    tokens: &Tokens<'_>,
    act: &Act,
    kind: Kind,
    deadlines: &[DeadlineFound],
    head: Option<&Placed>,
    named: Option<&Placed>,
) -> Option<Placed> {
    let opening = |found: &DeadlineFound| {
        let lasts = found.set().is_some_and(|deadline| {
            matches!(deadline.kind, DeadlineKind::Duration | DeadlineKind::Recurring | DeadlineKind::Event)
        });
        lasts && opens(tokens, found, act)
    };
    let inside = |found: &&DeadlineFound| {
        let bracket = found.first == act.last && tokens.word(found.first) == "(";
        (found.first >= act.first && found.last <= act.last) || bracket || opening(found)
    };
    // "at its next meeting, within 1 month": a time counts before an event.
    let event = |found: &DeadlineFound| found.set().is_some_and(|set| set.kind == DeadlineKind::Event);
    let own = |events: bool| {
        let mut wanted = deadlines.iter().filter(inside).filter(|found| event(found) == events);
        wanted.find_map(|found| meant(found, kind, named, deadlines))
    };
    let own = own(false).or_else(|| own(true));
    if own.is_some() {
        return own;
    }
    let governing = |found: &DeadlineFound| match found.governing() {
        Some(deadline) => Some((deadline.clone(), (found.first, found.last))),
        None => matches!(found.meaning, Meaning::Same).then(|| same(found, named, deadlines)).flatten(),
    };
    // A semicolon parts acts that each have their own: "apologise; reply within 30 days; and pay £50".
    let parted = |from: usize, to: usize| (from..to).any(|at| tokens.word(at) == ";");
    let shared = |found: &DeadlineFound| {
        let tail = tail::start(tokens, found, act.last, tail::sentence_end(tokens, found)).is_some();
        !tail && tokens.word(found.first.saturating_sub(1)) != "," && {
            let before = found.first.saturating_sub(1);
            // "report on both by 1 December" does not count the acts.
            let counted = matches!(tokens.word(before.saturating_sub(1)), "on" | "of" | "about");
            counted || !matches!(tokens.word(before), "all" | "both" | "each" | "oll" | "(")
        }
    };
    let before = deadlines
        .iter()
        .rev()
        .filter(|found| found.last <= act.first)
        .filter(|found| !(parted(found.last, act.first) && opens_act(tokens, found, deadlines)))
        .find_map(governing);
    let after = || {
        deadlines
            .iter()
            .filter(|found| {
                let tail = || tail::start(tokens, found, act.last, tail::sentence_end(tokens, found));
                ends_act(tokens, found) || tail().is_some()
            })
            .filter(|found| found.first >= act.last && !(shared(found) && parted(act.last, found.first)))
            .find_map(governing)
    };
    before.or_else(after).or_else(|| head.cloned())
}

/// Whether a deadline ends its act, so that it may be that of the acts before too: not "to check **by 1 March**
/// that it is so".
fn ends_act(tokens: &Tokens<'_>, found: &DeadlineFound) -> bool {
    tokens.kind(found.last) != Some(TokenKind::Word)
        || tokens.gap(found.last) >= Gap::Line
        || matches!(tokens.word(found.last), "and" | "a" | "ac" | "to" | "i")
}

/// "**For the next six months** it will send …": whether a deadline stands right before an act and belongs
/// to it.
pub(super) fn opens(tokens: &Tokens<'_>, found: &DeadlineFound, act: &Act) -> bool {
    let near = found.last <= act.first && act.first - found.last <= 5;
    let before = found.first.checked_sub(1).map_or("", |before| tokens.word(before));
    let apart =
        matches!(before, "" | "," | "." | ";" | ":" | "will" | "should" | "must" | "also" | "to" | "(")
            || tokens.gap(found.first) >= Gap::Line;
    near && apart && !(found.last..act.first).any(|at| matches!(tokens.word(at), "and" | "a" | "ac" | ";"))
}

/// Whether a deadline stands within one act of several parted by semicolons, rather than before them all.
fn opens_act(tokens: &Tokens<'_>, found: &DeadlineFound, all: &[DeadlineFound]) -> bool {
    let start = all.first().map_or(found.first, |first| first.first);
    found.first != start || (found.first.saturating_sub(8)..found.first).any(|at| tokens.word(at) == ";")
}

fn meant(found: &DeadlineFound, kind: Kind, named: Option<&Placed>, all: &[DeadlineFound]) -> Option<Placed> {
    let place = (found.first, found.last);
    match &found.meaning {
        Meaning::Set(deadline) => Some((deadline.clone(), place)),
        Meaning::Unsure(deadline) => (kind == Kind::Monitoring).then(|| (deadline.clone(), place)),
        Meaning::Same => same(found, named, all),
        Meaning::Past => None,
    }
}

/// "By the same date": the deadline named last before these words.
fn same(found: &DeadlineFound, named: Option<&Placed>, all: &[DeadlineFound]) -> Option<Placed> {
    let before =
        all.iter().rev().filter(|other| other.last <= found.first).find_map(DeadlineFound::governing);
    before
        .cloned()
        .or_else(|| named.map(|(deadline, _)| deadline.clone()))
        .map(|deadline| (deadline, (found.first, found.last)))
}
