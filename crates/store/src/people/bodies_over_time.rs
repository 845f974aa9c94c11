//! What became of bodies: names, ends, successors, notices that froze their spending. Facts are added, never taken away.

use std::collections::HashMap;

use amends_core::{
    body::{Ended, FormerName, Freeze, OverTime, Successor},
    id::BodyId,
    text::Bilingual,
};

use super::BodyRecord;
use crate::{
    changed::Changed,
    db::{Conn, Row, Tx},
    error::Result,
    value::{Value, Word},
};

/// Reads what became of these bodies into their records.
pub(super) fn attach(c: &Conn<'_>, mut records: Vec<BodyRecord>) -> Result<Vec<BodyRecord>> {
    if records.is_empty() {
        return Ok(records);
    }
    let one = if let [only] = records.as_slice() { Some(only.body.id) } else { None };
    let mut all = read_all(c, one)?;
    for record in &mut records {
        record.body.over_time = all.remove(&record.body.id).unwrap_or_default();
    }
    Ok(records)
}

/// What became of one body, or of all.
fn read_all(c: &Conn<'_>, one: Option<BodyId>) -> Result<HashMap<BodyId, OverTime>> {
    let condition = if one.is_some() { "WHERE body_id = $1" } else { "" };
    let values: Vec<Value> = one.into_iter().map(Value::from).collect();
    let mut all: HashMap<BodyId, OverTime> = HashMap::new();
    let sql =
        format!("SELECT body_id, since_day, ended_how, ended_on, ended_shown_by FROM body_life {condition}");
    for (body, since, ended) in c.all(&sql, &values, read_life)? {
        let life = all.entry(body).or_default();
        (life.since, life.ended) = (since, ended);
    }
    let sql = format!(
        "SELECT body_id, name_en, name_cy, until_day, shown_by FROM body_name {condition} ORDER BY until_day"
    );
    for (body, name) in c.all(&sql, &values, read_name)? {
        all.entry(body).or_default().names.push(name);
    }
    let sql = format!(
        "SELECT body_id, successor_id, gets, which_part, from_day, instrument FROM body_successor {condition}
         ORDER BY from_day, successor_id, gets"
    );
    for (body, successor) in c.all(&sql, &values, read_successor)? {
        all.entry(body).or_default().successors.push(successor);
    }
    let sql =
        format!("SELECT body_id, from_day, until_day, notice FROM body_freeze {condition} ORDER BY from_day");
    let freeze = |row: &Row<'_>| {
        Ok((row.get(0)?, Freeze { from: row.get(1)?, until: row.get(2)?, notice: row.get(3)? }))
    };
    for (body, freeze) in c.all(&sql, &values, freeze)? {
        all.entry(body).or_default().freezes.push(freeze);
    }
    Ok(all)
}

fn read_life(row: &Row<'_>) -> Result<(BodyId, Option<jiff::civil::Date>, Option<Ended>)> {
    let (how, on): (Option<Word<_>>, Option<_>) = (row.get(2)?, row.get(3)?);
    let shown_by: Option<String> = row.get(4)?;
    let ended = how.zip(on).map(|(Word(how), on)| Ended { how, on, shown_by: shown_by.unwrap_or_default() });
    Ok((row.get(0)?, row.get(1)?, ended))
}

fn read_name(row: &Row<'_>) -> Result<(BodyId, FormerName)> {
    let name = Bilingual { en: row.get(1)?, cy: row.get(2)? };
    Ok((row.get(0)?, FormerName { name, until: row.get(3)?, shown_by: row.get(4)? }))
}

fn read_successor(row: &Row<'_>) -> Result<(BodyId, Successor)> {
    let Word(gets) = row.get(2)?;
    let successor =
        Successor { body: row.get(1)?, gets, which: row.get(3)?, from: row.get(4)?, instrument: row.get(5)? };
    Ok((row.get(0)?, successor))
}

/// Keeps what became of a body. What is there already stays as it is, with who entered it.
pub(super) fn keep(tx: &Tx<'_>, id: BodyId, life: &OverTime, changed: Changed) -> Result<()> {
    let (by, at): (Value, Value) = (changed.by.into(), changed.at.into());
    if life.since.is_some() || life.ended.is_some() {
        let sql = "INSERT INTO body_life (body_id, since_day, ended_how, ended_on, ended_shown_by, changed_by, changed_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (body_id) DO UPDATE SET since_day = excluded.since_day, ended_how = excluded.ended_how,
          ended_on = excluded.ended_on, ended_shown_by = excluded.ended_shown_by, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at
          WHERE body_life.ended_on IS NULL OR body_life.since_day IS NULL";
        let ended = life.ended.as_ref();
        let values = [
            id.into(),
            life.since.into(),
            ended.map(|ended| ended.how.code()).into(),
            ended.map(|ended| ended.on).into(),
            ended.map(|ended| ended.shown_by.clone()).into(),
            by.clone(),
            at.clone(),
        ];
        tx.execute(sql, &values)?;
    }
    for former in &life.names {
        let sql =
            "INSERT INTO body_name (body_id, until_day, name_en, name_cy, shown_by, changed_by, changed_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (body_id, until_day) DO NOTHING";
        let (en, cy) = ((&former.name.en).into(), (&former.name.cy).into());
        let shown_by = (&former.shown_by).into();
        tx.execute(sql, &[id.into(), former.until.into(), en, cy, shown_by, by.clone(), at.clone()])?;
    }
    for one in &life.successors {
        let sql = "INSERT INTO body_successor
          (body_id, successor_id, gets, which_part, from_day, instrument, changed_by, changed_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (body_id, successor_id, gets) DO NOTHING";
        let (which, instrument) = ((&one.which).into(), (&one.instrument).into());
        let gets = one.gets.code().into();
        let from = one.from.into();
        tx.execute(
            sql,
            &[id.into(), one.body.into(), gets, which, from, instrument, by.clone(), at.clone()],
        )?;
    }
    for freeze in &life.freezes {
        let sql = "INSERT INTO body_freeze (body_id, from_day, until_day, notice, changed_by, changed_at)
          VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (body_id, from_day) DO UPDATE SET until_day = excluded.until_day,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at
          WHERE body_freeze.until_day IS DISTINCT FROM excluded.until_day";
        let (from, until) = (freeze.from.into(), freeze.until.into());
        tx.execute(sql, &[id.into(), from, until, (&freeze.notice).into(), by.clone(), at.clone()])?;
    }
    Ok(())
}
