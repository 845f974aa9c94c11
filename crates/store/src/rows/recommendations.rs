//! Writing the rows of recommendations: those that differ, and what lists need beside what the core says of them.

use amends_core::{
    id::CaseId,
    index::{CaseRow, RecommendationRow, Rows},
    recommendation::{Scope, State},
};
use jiff::civil::Date;

use super::{NO_DATE, counts::Work, word};
use crate::{
    db::Tx,
    error::Result,
    value::{Value, json},
};

const UPSERT: &str = "INSERT INTO recommendation_row
  (case_id, number, body_id, kind, scope, state, awaits_body, evidence_due_on, original_due_on, extension_open,
  extended, last_evidence_on, days_late, ended_on, last_chase_step, undelivered, sort_on, themes,
  taken_over_from, handler, work, attention, improved_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
  ON CONFLICT (case_id, number) DO UPDATE SET body_id = excluded.body_id, kind = excluded.kind,
  scope = excluded.scope, state = excluded.state, awaits_body = excluded.awaits_body,
  evidence_due_on = excluded.evidence_due_on, original_due_on = excluded.original_due_on,
  extension_open = excluded.extension_open, extended = excluded.extended,
  last_evidence_on = excluded.last_evidence_on, days_late = excluded.days_late, ended_on = excluded.ended_on,
  last_chase_step = excluded.last_chase_step, undelivered = excluded.undelivered, sort_on = excluded.sort_on,
  themes = excluded.themes, taken_over_from = excluded.taken_over_from, handler = excluded.handler,
  work = excluded.work, attention = excluded.attention, improved_on = excluded.improved_on";

/// When a service improvement was decided; nothing for what is none, or was withdrawn before the decision.
fn improved_on(case: &CaseRow, one: &RecommendationRow) -> Option<Date> {
    case.decided_on.filter(|_| one.scope == Scope::Service && one.state != State::Withdrawn)
}

/// Writes what differs from before; takes away what is no more.
pub(super) fn write(tx: &Tx<'_>, before: Option<&Rows>, rows: &Rows) -> Result<()> {
    let of_before = |one: &RecommendationRow| {
        let before = before?;
        let row = before.recommendations.iter().find(|known| known.number == one.number)?;
        Some((&before.case, row))
    };
    for one in &rows.recommendations {
        let known = of_before(one);
        let same = |(case, row): (&CaseRow, &RecommendationRow)| {
            row == one && (case.handler, case.decided_on) == (rows.case.handler, rows.case.decided_on)
        };
        if !known.is_some_and(same) {
            upsert(tx, &rows.case, one)?;
        }
        let themes = |case: &CaseRow, row: &RecommendationRow| (row.themes.clone(), improved_on(case, row));
        if known.is_none_or(|(case, row)| themes(case, row) != themes(&rows.case, one)) {
            write_themes(tx, &rows.case, one)?;
        }
    }
    let gone = before.into_iter().flat_map(|before| &before.recommendations);
    for one in gone.filter(|known| rows.recommendations.iter().all(|one| one.number != known.number)) {
        let key = [one.case.into(), one.number.into()];
        tx.execute("DELETE FROM recommendation_row WHERE case_id = $1 AND number = $2", &key)?;
        forget_themes(tx, one.case, one)?;
    }
    Ok(())
}

fn forget_themes(tx: &Tx<'_>, case: CaseId, one: &RecommendationRow) -> Result<()> {
    let sql = "DELETE FROM recommendation_theme WHERE case_id = $1 AND number = $2";
    tx.execute(sql, &[case.into(), one.number.into()]).map(|_| ())
}

fn write_themes(tx: &Tx<'_>, case: &CaseRow, one: &RecommendationRow) -> Result<()> {
    forget_themes(tx, case.case, one)?;
    let sql = "INSERT INTO recommendation_theme (theme, case_id, number, improved_on) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING";
    for theme in &one.themes {
        let on = improved_on(case, one);
        tx.execute(sql, &[theme.into(), one.case.into(), one.number.into(), on.into()])?;
    }
    Ok(())
}

fn upsert(tx: &Tx<'_>, case: &CaseRow, one: &RecommendationRow) -> Result<()> {
    let work = Work::of(one);
    let values = [
        one.case.into(),
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
    ];
    tx.execute(UPSERT, &values).map(|_| ())
}
