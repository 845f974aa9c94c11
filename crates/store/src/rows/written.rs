//! The rows of a case as their tables hold them: worked out before the transaction that writes them begins.

use std::collections::BTreeMap;

use amends_core::{
    id::CaseId,
    index::{CaseRow, HandlingRow, KeepingRow, RecommendationRow, Rows},
    recommendation::{Scope, State},
    retention::Class,
};
use jiff::civil::Date;

use super::{
    NO_DATE,
    counts::{Counted, Shift, Work},
    handling,
    table::{Columns, Settling, Table, Told},
    word,
};
use crate::{
    db::{Insert, Tx},
    error::Result,
    value::{FromValue as _, Value, json},
};

const CASE_ROW: Table = Table {
    name: "case_row",
    keys: 0,
    columns: &[
        "reference",
        "profile",
        "route",
        "stage",
        "compliance",
        "handler",
        "received_on",
        "decided_on",
        "closed_on",
        "look_again_on",
    ],
};

const CASE_BODY: Table = Table { name: "case_body", keys: 1, columns: &["place", "body_id", "received_on"] };

pub(super) const RECOMMENDATION_ROW: Table = Table {
    name: "recommendation_row",
    keys: 1,
    columns: &[
        "number",
        "body_id",
        "kind",
        "scope",
        "state",
        "awaits_body",
        "evidence_due_on",
        "original_due_on",
        "extension_open",
        "extended",
        "last_evidence_on",
        "days_late",
        "ended_on",
        "last_chase_step",
        "undelivered",
        "sort_on",
        "themes",
        "taken_over_from",
        "handler",
        "work",
        "attention",
        "improved_on",
    ],
};
/// Where some of its columns are.
const NUMBER: usize = 0;
const BODY: usize = 1;
const STATE: usize = 4;
const DUE_ON: usize = 6;
const THEMES: usize = 16;
const HANDLER: usize = 18;
const WORK: usize = 19;
const IMPROVED_ON: usize = 21;

const HANDLING_ROW: Table = Table {
    name: "handling_row",
    keys: 1,
    columns: &["seq", "body_id", "on_day", "is_note", "word", "number", "because", "particular"],
};

const CASE_KEEPING: Table = Table {
    name: "case_keeping",
    keys: 0,
    columns: &["dispose_on", "class", "held", "held_until", "approved"],
};

const CASE_FILE: Table = Table { name: "case_file", keys: 1, columns: &["digest"] };

/// The rows of a case as their tables hold them.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    case: CaseId,
    case_row: [Columns; 1],
    bodies: Vec<Columns>,
    recommendations: Vec<Columns>,
    handling: Vec<Columns>,
    keeping: [Columns; 1],
    files: Vec<Columns>,
}

impl Written {
    /// What the tables are to say of these rows.
    pub(crate) fn of(rows: &Rows) -> Result<Self> {
        let case = &rows.case;
        let bodies = (0u32..).zip(&case.bodies);
        Ok(Self {
            case: case.case,
            case_row: [of_case(case)?],
            bodies: bodies
                .map(|(place, body)| vec![place.into(), (*body).into(), case.received_on.into()])
                .collect(),
            recommendations: rows
                .recommendations
                .iter()
                .map(|one| of_recommendation(case, one))
                .collect::<Result<_>>()?,
            handling: rows.handling.iter().map(of_handling).collect::<Result<_>>()?,
            keeping: [of_keeping(&rows.keeping)?],
            files: rows.keeping.files.iter().map(|digest| vec![(*digest).into()]).collect(),
        })
    }

    /// Of which case.
    pub(crate) fn case(&self) -> CaseId {
        self.case
    }
}

fn of_case(case: &CaseRow) -> Result<Columns> {
    Ok(vec![
        (&case.reference.0).into(),
        (&case.profile).into(),
        word(&case.route)?,
        word(&case.stage)?,
        word(&case.compliance)?,
        case.handler.into(),
        case.received_on.into(),
        case.decided_on.into(),
        case.closed_on.into(),
        case.look_again_on.into(),
    ])
}

/// When a service improvement was decided; nothing for what is none, or was withdrawn before the decision.
fn improved_on(case: &CaseRow, one: &RecommendationRow) -> Option<Date> {
    case.decided_on.filter(|_| one.scope == Scope::Service && one.state != State::Withdrawn)
}

fn of_recommendation(case: &CaseRow, one: &RecommendationRow) -> Result<Columns> {
    let work = Work::of(one);
    Ok(vec![
        one.number.into(),
        one.body.into(),
        word(&one.kind)?,
        word(&one.scope)?,
        word(&one.state)?,
        one.awaits_body.into(),
        one.evidence_due_on.into(),
        one.original_due_on.into(),
        one.extension_open.into(),
        one.extended.into(),
        one.last_evidence_on.into(),
        one.days_late.into(),
        one.ended_on.into(),
        one.last_chase_step.clone().into(),
        one.undelivered.into(),
        one.evidence_due_on.map_or_else(|| NO_DATE.into(), Value::from),
        json(&one.themes)?,
        one.taken_over_from.into(),
        case.handler.into(),
        work.sum().into(),
        work.attention().into(),
        improved_on(case, one).into(),
    ])
}

fn of_handling(row: &HandlingRow) -> Result<Columns> {
    let (is_note, word) = handling::entry(&row.what)?;
    Ok(vec![
        row.seq.into(),
        row.body.into(),
        row.on.into(),
        is_note,
        word,
        row.number.into(),
        row.because.into(),
        row.words.into(),
    ])
}

fn of_keeping(row: &KeepingRow) -> Result<Columns> {
    let class = |class: Option<Class>| class.map_or(Ok(Value::Null), |class| word(&class));
    Ok(vec![
        row.dispose_on.into(),
        class(row.class)?,
        row.held.into(),
        row.held_until.into(),
        class(row.approved)?,
    ])
}

/// Brings all tables to what is wanted of these cases, each of which is there once, and the numbers with them.
pub(crate) fn write(tx: &Tx<'_>, all: &[&Written]) -> Result<()> {
    fn of<'a>(
        all: &[&'a Written],
        rows: fn(&'a Written) -> &'a [Columns],
    ) -> BTreeMap<CaseId, &'a [Columns]> {
        all.iter().map(|one| (one.case, rows(one))).collect()
    }
    let mut tables = [
        Settling::of(&CASE_ROW, of(all, |one| &one.case_row)),
        Settling::of(&CASE_BODY, of(all, |one| &one.bodies)),
        Settling::of(&RECOMMENDATION_ROW, of(all, |one| &one.recommendations)),
        Settling::of(&HANDLING_ROW, of(all, |one| &one.handling)),
        Settling::of(&CASE_KEEPING, of(all, |one| &one.keeping)),
        Settling::of(&CASE_FILE, of(all, |one| &one.files)),
    ];
    Settling::look(tx, &mut tables)?;
    let nothing: &mut Told<'_> = &mut |_, _, _| Ok(());
    let [case_row, bodies, those, handling, keeping, files] = tables;
    case_row.put_right(tx, nothing)?;
    bodies.put_right(tx, nothing)?;
    recommendations(tx, those)?;
    handling.put_right(tx, nothing)?;
    keeping.put_right(tx, nothing)?;
    files.put_right(tx, nothing)
}

/// Takes away every row of a case, and what it had in the numbers.
pub(crate) fn remove(tx: &Tx<'_>, case: CaseId) -> Result<()> {
    let none: BTreeMap<CaseId, &[Columns]> = [(case, [].as_slice())].into();
    let tables = [&RECOMMENDATION_ROW, &CASE_BODY, &HANDLING_ROW, &CASE_FILE, &CASE_KEEPING, &CASE_ROW];
    let mut tables = tables.map(|table| Settling::of(table, none.clone()));
    Settling::look(tx, &mut tables)?;
    let [those, others @ ..] = tables;
    recommendations(tx, those)?;
    others.into_iter().try_for_each(|table| table.put_right(tx, &mut |_, _, _| Ok(())))?;
    tx.execute("DELETE FROM recommendation_theme WHERE case_id = $1", &[case.into()]).map(|_| ())
}

fn recommendations(tx: &Tx<'_>, settling: Settling<'_>) -> Result<()> {
    let mut shift = Shift::default();
    let mut themes = Themes::default();
    settling.put_right(tx, &mut |case, before, after| {
        if let Some(before) = before {
            shift.less(counted(before)?);
        }
        if let Some(after) = after {
            shift.more(counted(after)?);
        }
        themes.note(case, before, after)
    })?;
    themes.put_right(tx)?;
    shift.settle(tx)
}

/// A row, as far as it is counted.
fn counted(row: &[Value]) -> Result<Counted> {
    let at = |column: usize| row.get(column).cloned().unwrap_or(Value::Null);
    let work = i64::from_value(at(WORK))?;
    let due = if work >= 8 { Option::<String>::from_value(at(DUE_ON))? } else { None };
    Ok(Counted {
        handler: Option::from_value(at(HANDLER))?,
        body: Vec::from_value(at(BODY))?,
        sort: (String::from_value(at(STATE))?, work, due.unwrap_or_default()),
    })
}

/// The themes of recommendations that changed.
#[derive(Default)]
struct Themes {
    gone: Vec<(CaseId, Value)>,
    now: Vec<Value>,
}

static INSERT_THEME: Insert = Insert::of(
    "INSERT INTO recommendation_theme (theme, case_id, number, improved_on) VALUES ($1, $2, $3, $4)",
);

impl Themes {
    fn note(&mut self, case: CaseId, before: Option<&[Value]>, after: Option<&[Value]>) -> Result<()> {
        let what = |row: &[Value]| [THEMES, IMPROVED_ON].map(|column| row.get(column).cloned());
        if before.map(what) == after.map(what) {
            return Ok(());
        }
        let number = before.or(after).and_then(|row| row.get(NUMBER)).cloned().unwrap_or(Value::Null);
        if let Some([Some(themes), Some(improved_on)]) = after.map(what) {
            let crate::value::Json(mut themes) = crate::value::Json::<Vec<String>>::from_value(themes)?;
            themes.sort();
            themes.dedup();
            for theme in themes {
                self.now.extend([theme.into(), case.into(), number.clone(), improved_on.clone()]);
            }
        }
        self.gone.push((case, number));
        Ok(())
    }

    fn put_right(self, tx: &Tx<'_>) -> Result<()> {
        let sql = "DELETE FROM recommendation_theme WHERE case_id = $1 AND number = $2";
        for (case, number) in self.gone {
            tx.put(sql, &[case.into(), number])?;
        }
        INSERT_THEME.put(tx, &self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_that_are_named_stand_where_they_are_looked_for() {
        let named = [
            (NUMBER, "number"),
            (BODY, "body_id"),
            (STATE, "state"),
            (DUE_ON, "evidence_due_on"),
            (THEMES, "themes"),
            (HANDLER, "handler"),
            (WORK, "work"),
            (IMPROVED_ON, "improved_on"),
        ];
        for (column, name) in named {
            assert_eq!(RECOMMENDATION_ROW.columns[column], name);
        }
    }
}
