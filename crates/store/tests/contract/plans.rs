//! No question of a list, a count or the search reads a table that grows from end to end.

use amends_core::event::Event;
use amends_store::{
    ledger::append_all,
    lists::plans::{Question, every_question},
    value::Value,
};
use rusqlite::{Connection, StatementStatus, types::Null};

use super::ground::*;
use crate::many::any;

/// What a plan may read from end to end: the page that was found, and tables that stay small.
const SMALL: [&str; 6] = ["page", "part", "k", "body", "mail_count", "listed"];

/// A line of a plan that reads a table from end to end; an index of words is asked, not read.
fn reads_a_whole_table(line: &str) -> bool {
    let Some(what) = line.trim().strip_prefix("SCAN ") else { return false };
    let what = what.split_whitespace().next().unwrap_or_default();
    // By its words, or for the text with one number.
    let how = line.split_once("VIRTUAL TABLE INDEX ").and_then(|(_, how)| how.split_once(':'));
    let is_asked = how.is_some_and(|(_, by)| by.starts_with('M') || by.starts_with('='));
    // An index of what is still to be done is as short as that.
    let is_todo = line.ends_with("search_doc_unpaired");
    let is_small = is_todo || SMALL.contains(&what) || what.starts_with('(');
    !is_small && (what != "search_words" || !is_asked)
}

#[test]
fn no_list_reads_a_table_from_end_to_end() {
    let office = office();
    office.bodies();
    for n in 1..=40 {
        office.open_case(n);
        office.commit(next(n, 2, Event::ChasesResumed)).unwrap();
    }
    let questions = office.db.read(|c| every_question(c, day(4, 15), CARYS, YNYS)).unwrap();
    assert!(questions.len() > 100, "only {} questions", questions.len());
    let mut wrong = Vec::new();
    for one in &questions {
        let plan = office.db.read(|c| c.plan(&one.sql, &one.values)).unwrap();
        if plan.iter().any(|line| reads_a_whole_table(line)) {
            wrong.push(format!("{}\n  {}", one.name, plan.join("\n  ")));
        }
        // It can be asked, too.
        office.db.read(|c| c.all(&one.sql, &one.values, |_| Ok(()))).unwrap();
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), questions.len(), wrong.join("\n"));
}

#[test]
fn a_table_that_is_read_from_end_to_end_is_noticed() {
    for line in ["SCAN r", "SCAN recommendation_row", "  SCAN c USING INDEX case_row_received"] {
        assert!(reads_a_whole_table(line), "{line}");
    }
    for line in [
        "SEARCH r USING INDEX recommendation_row_body (body_id=?)",
        "SCAN page",
        "SCAN search_words VIRTUAL TABLE INDEX 192:M1<",
        "SCAN search_words VIRTUAL TABLE INDEX 0:=",
        "CO-ROUTINE page",
    ] {
        assert!(!reads_a_whole_table(line), "{line}");
    }
    let office = office();
    let plan =
        office.db.read(|c| c.plan("SELECT number FROM recommendation_row WHERE kind = 'x'", &[])).unwrap();
    assert!(plan.iter().any(|line| reads_a_whole_table(line)), "{plan:?}");
}

/// How many steps the engine takes over a question.
fn steps(db: &Connection, one: &Question) -> i32 {
    let mut statement = db.prepare(&one.sql).unwrap();
    for (place, value) in one.values.iter().enumerate() {
        let index = statement.parameter_index(&format!("${}", place + 1)).unwrap().unwrap();
        match value {
            Value::Null => statement.raw_bind_parameter(index, Null),
            Value::Int(number) => statement.raw_bind_parameter(index, number),
            Value::Text(text) => statement.raw_bind_parameter(index, text),
            Value::Bytes(bytes) => statement.raw_bind_parameter(index, bytes),
        }
        .unwrap();
    }
    let mut found = statement.raw_query();
    while found.next().unwrap().is_some() {}
    drop(found);
    statement.get_status(StatementStatus::VmStep)
}

#[test]
fn a_page_costs_the_same_however_much_there_is() {
    let office = office();
    office.bodies();
    let questions: Vec<Question> = office
        .db
        .read(|c| every_question(c, day(4, 15), CARYS, YNYS))
        .unwrap()
        .into_iter()
        .filter(|one| one.bounded)
        .collect();
    let measured = |from: u128, to: u128| -> Vec<i32> {
        office.db.write(move |tx| append_all(tx, &(from..=to).map(any).collect::<Vec<_>>())).unwrap();
        let raw = Connection::open(office.file().unwrap()).unwrap();
        questions.iter().map(|one| steps(&raw, one)).collect()
    };
    let few = measured(1, 400);
    let many = measured(401, 1_200);
    let mut wrong = Vec::new();
    for ((one, few), many) in questions.iter().zip(few).zip(many) {
        // Three times as much is there; a few steps more are the depth of an index and the spread of dates.
        if many > few + few / 2 + 400 {
            wrong.push(format!("{}: {few} steps, then {many}\n  {}", one.name, one.sql));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), questions.len(), wrong.join("\n"));
}
