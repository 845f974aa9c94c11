//! Which deadline governs which act: its own first, then the last one said before it in the sentence, then the
//! next one after it, then that of the head of its list. "Within a month it will (a) … and (b) …".

use super::{
    clause::Act,
    deadline::{
        Deadline,
        read::{DeadlineFound, Meaning},
    },
    kind::Kind,
};

/// A deadline and where its words stand.
pub(super) type Placed = (Deadline, (usize, usize));

/// The deadline of one act among all those of its sentence.
///
/// `head` is the deadline of the list's head, `named` the one named last before the sentence.
pub(super) fn of(
    act: &Act,
    kind: Kind,
    deadlines: &[DeadlineFound],
    head: Option<&Placed>,
    named: Option<&Placed>,
) -> Option<Placed> {
    let inside = |found: &&DeadlineFound| found.first >= act.first && found.last <= act.last;
    let own = deadlines.iter().filter(inside).find_map(|found| meant(found, kind, named, deadlines));
    if own.is_some() {
        return own;
    }
    let governing = |found: &DeadlineFound| match found.governing() {
        Some(deadline) => Some((deadline.clone(), (found.first, found.last))),
        None => matches!(found.meaning, Meaning::Same).then(|| same(found, named, deadlines)).flatten(),
    };
    let before = deadlines.iter().rev().filter(|found| found.last <= act.first).find_map(governing);
    let after = || deadlines.iter().filter(|found| found.first >= act.last).find_map(governing);
    before.or_else(after).or_else(|| head.cloned())
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
