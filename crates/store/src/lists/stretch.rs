//! Which rows of the work-list stand on a page: stretches of one index, each in the order of the list, put together.
//!
//! A view is what is asked of somebody ([`Work`]) on a day. In the index of the whole office, of a handler or of a body,
//! rows stand by `attention` and then by date. So each view is one to three stretches of that index, of each of which no
//! more is read than a page has.

use amends_core::recommendation::State;
use jiff::{ToSpan, civil::Date};
use uuid::Uuid;

use super::{
    clause::Clause,
    work::{View, WorkCursor, WorkFilter},
};
use crate::{
    db::Conn,
    rows::{
        NO_DATE,
        counts::{Whose, Work},
    },
    search::{Narrow, Reach},
    value::Value,
};

/// A stretch of the index: rows with this attention, between two days, with one thing asked in them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stretch {
    /// Which rows: 0 nothing is asked, 1 the office waits for the body, 2 somebody is to do something; none for all.
    attention: Option<u8>,
    /// Only rows in which this is asked.
    part: Option<Work>,
    /// From this day on.
    from: Option<Date>,
    /// To this day, itself included.
    to: Option<Date>,
    /// Rows where the office only waits count to the day before this one alone.
    waiting_before: Option<Date>,
}

/// The stretches a view is made of.
pub(super) fn of_view(view: View, filter: &WorkFilter, words: Option<&Narrow>) -> Vec<Stretch> {
    let (today, in_14) = (filter.today, filter.today.saturating_add(14.days()));
    let part = |part: Work| vec![Stretch { attention: Some(2), part: Some(part), ..Stretch::default() }];
    if !is_along_attention(filter, words) {
        // The rows come along another index; what the view asks is looked at row by row.
        let all = Stretch::default();
        return vec![match view {
            View::NeedsMe => Stretch { waiting_before: Some(today), ..all },
            View::DueIn14 => Stretch { part: Some(Work::AWAITS), from: Some(today), to: Some(in_14), ..all },
            View::Evidence => Stretch { part: Some(Work::EVIDENCE), ..all },
            View::Extensions => Stretch { part: Some(Work::EXTENSION), ..all },
            View::Delivery => Stretch { part: Some(Work::DELIVERY), ..all },
            View::All => all,
        }];
    }
    match view {
        View::NeedsMe => vec![
            Stretch { attention: Some(2), ..Stretch::default() },
            Stretch { attention: Some(1), to: today.yesterday().ok(), ..Stretch::default() },
        ],
        View::DueIn14 => [1, 2].map(|attention| awaits(attention, today, Some(in_14))).to_vec(),
        View::Evidence => part(Work::EVIDENCE),
        View::Extensions => part(Work::EXTENSION),
        View::Delivery => part(Work::DELIVERY),
        View::All => [0, 1, 2].map(|one| Stretch { attention: Some(one), ..Stretch::default() }).to_vec(),
    }
}

fn awaits(attention: u8, from: Date, to: Option<Date>) -> Stretch {
    // Where the office only waits, that is all that is asked.
    let part = (attention == 2).then_some(Work::AWAITS);
    Stretch { attention: Some(attention), part, from: Some(from), to, waiting_before: None }
}

/// The stretches in which the office waits for a body, from today on.
pub(super) fn upcoming(filter: &WorkFilter, words: Option<&Narrow>) -> Vec<Stretch> {
    if is_along_attention(filter, words) {
        return [1, 2].map(|attention| awaits(attention, filter.today, None)).to_vec();
    }
    vec![Stretch { part: Some(Work::AWAITS), from: Some(filter.today), ..Stretch::default() }]
}

/// Rows are found along the index of attention, but where words that few cases hold or a state alone narrow them more.
fn is_along_attention(filter: &WorkFilter, words: Option<&Narrow>) -> bool {
    let state_alone = filter.state.is_some() && filter.handler.is_none() && filter.body.is_none();
    words.is_none_or(|words| words.reach == Reach::Many) && !state_alone
}

/// The conditions of a filter on `recommendation_row r`, but for the words.
fn narrowed(clause: &mut Clause, filter: &WorkFilter) -> Vec<String> {
    let mut conditions = Vec::new();
    let columns = [
        ("r.handler", filter.handler.map(Value::from)),
        ("r.body_id", filter.body.map(Value::from)),
        ("r.state", filter.state.map(State::code).map(Value::from)),
    ];
    for (column, value) in columns {
        if let Some(value) = value {
            conditions.push(format!("{column} = {}", clause.value(value)));
        }
    }
    conditions
}

/// The keys of the rows that stand on a page, from these stretches: `sort_on`, `case_id` and `number`.
pub(super) fn page(
    c: &Conn<'_>,
    clause: &mut Clause,
    stretches: &[Stretch],
    filter: &WorkFilter,
    words: Option<&Narrow>,
    after: Option<WorkCursor>,
    most: usize,
) -> String {
    let mut narrowed = narrowed(clause, filter);
    narrowed.extend(words.map(|words| words.holds(c, "r.case_id", &mut |value| clause.value(value))));
    let one = |stretch: &Stretch, clause: &mut Clause| {
        let mut conditions = narrowed.clone();
        conditions.extend(stretch.conditions(clause));
        conditions.push(stretch.begins(clause, after));
        format!(
            "SELECT r.sort_on, r.case_id, r.number FROM recommendation_row r WHERE {}
             ORDER BY r.sort_on, r.case_id, r.number LIMIT {most}",
            conditions.join(" AND ")
        )
    };
    if let [stretch] = stretches {
        return one(stretch, clause);
    }
    let parts: Vec<String> =
        stretches.iter().map(|stretch| format!("SELECT * FROM ({}) part", one(stretch, clause))).collect();
    format!("{} ORDER BY sort_on, case_id, number LIMIT {most}", parts.join(" UNION ALL "))
}

impl Stretch {
    fn conditions(&self, clause: &mut Clause) -> Vec<String> {
        let mut conditions = Vec::new();
        if let Some(attention) = self.attention {
            conditions.push(format!("r.attention = {attention}"));
        }
        if let Some(part) = self.part {
            conditions.push(format!("r.work IN ({})", Work::with(part)));
        }
        if let Some(to) = self.to {
            conditions.push(format!("r.sort_on <= {}", clause.value(to)));
        }
        if let Some(before) = self.waiting_before {
            let name = clause.value(before);
            conditions.push(format!("(r.attention = 2 OR (r.attention = 1 AND r.sort_on < {name}))"));
        }
        conditions
    }

    /// After the last of the page before, or from the first that can be in the stretch. The text is the same for every
    /// page, and so is the way the rows are found.
    fn begins(&self, clause: &mut Clause, after: Option<WorkCursor>) -> String {
        let first = (self.from.map(|on| on.to_string()).unwrap_or_default(), Uuid::nil(), 0);
        let after = after.map(|after| {
            let on = after.evidence_due_on.map_or_else(|| NO_DATE.to_owned(), |on| on.to_string());
            (on, after.case.0, after.number.0)
        });
        let (on, case, number) = after.map_or(first.clone(), |after| after.max(first));
        let case = clause.value(Value::Bytes(case.as_bytes().to_vec()));
        let (on, number) = (clause.value(on), clause.value(number));
        format!("(r.sort_on, r.case_id, r.number) > ({on}, {case}, {number})")
    }
}

/// What is counted under a filter, as a table `k` with the columns `work`, `due_on` and `n`.
pub(super) fn counted(
    c: &Conn<'_>,
    clause: &mut Clause,
    filter: &WorkFilter,
    words: Option<&Narrow>,
) -> String {
    let whose = match (filter.handler, filter.body) {
        (None, None) => Some(Whose::Office),
        (Some(staff), None) => Some(Whose::Handler(staff)),
        (None, Some(body)) => Some(Whose::Body(body)),
        (Some(_), Some(_)) => None,
    };
    let Some(whose) = whose.filter(|_| words.is_none()) else {
        let mut narrowed = narrowed(clause, filter);
        narrowed.extend(words.map(|words| words.counts(c, "r.case_id", &mut |value| clause.value(value))));
        return format!(
            "(SELECT r.work, CASE WHEN r.work >= 8 THEN r.evidence_due_on ELSE '' END AS due_on, 1 AS n
             FROM recommendation_row r WHERE {}) k",
            narrowed.join(" AND ")
        );
    };
    let (whose, id) = whose.key();
    let (whose, id) = (clause.value(whose), clause.value(id));
    let state = filter.state.map(|state| format!(" AND state = {}", clause.value(state.code())));
    format!(
        "(SELECT work, due_on, n FROM work_count WHERE whose = {whose} AND id = {id}{}) k",
        state.unwrap_or_default()
    )
}

/// The condition under which what [`counted`] counts is in a view on a day.
pub(super) fn holds_for_counts(clause: &mut Clause, view: View, today: Date) -> String {
    let with = |part: Work| format!("k.work IN ({})", Work::with(part));
    match view {
        View::NeedsMe => {
            format!("(k.work NOT IN (0, 8) OR (k.work = 8 AND k.due_on < {}))", clause.value(today))
        }
        View::DueIn14 => {
            let (from, to) = (clause.value(today), clause.value(today.saturating_add(14.days())));
            format!("(k.work >= 8 AND k.due_on >= {from} AND k.due_on <= {to})")
        }
        View::Evidence => with(Work::EVIDENCE),
        View::Extensions => with(Work::EXTENSION),
        View::Delivery => with(Work::DELIVERY),
        View::All => "TRUE".to_owned(),
    }
}
