//! No page of a list and no search reads a table that grows from end to end, on a server that knows how much there is.

use amends_store::{ledger::append_all, lists::plans::every_question};

use super::ground::*;
use crate::many::any;

/// Tables that stay small; the server reads them as it likes.
const SMALL: [&str; 3] = ["body", "mail_count", "work_count"];

/// The table a line of a plan reads from end to end.
fn read_whole(line: &str) -> Option<&str> {
    let table = line.split_once("Seq Scan on ")?.1.split_whitespace().next()?;
    (!SMALL.contains(&table)).then_some(table)
}

/// So many cases are there; the server, which would read so few rows as they come, is told not to where an index can do.
const CASES: u128 = 400;

#[test]
fn no_page_reads_a_table_from_end_to_end_on_a_server() {
    let office = office();
    office.bodies();
    for first in (1..=CASES).step_by(25) {
        let some: Vec<_> = (first..first + 25).map(any).collect();
        office.db.write(move |tx| append_all(tx, &some).map(drop)).unwrap();
    }
    office.tamper(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$",
    );
    office.tamper("ANALYZE");
    let db = office.another_node(2);
    let questions = db.read(|c| every_question(c, day(4, 15), CARYS, YNYS)).unwrap();
    assert!(questions.len() > 100, "only {} questions", questions.len());
    let mut wrong = Vec::new();
    for one in questions.iter().filter(|one| one.bounded || one.name.contains("with words")) {
        let plan = db.read(|c| c.plan(&one.sql, &one.values)).unwrap();
        if plan.iter().any(|line| read_whole(line).is_some()) {
            wrong.push(format!("{}\n  {}", one.name, plan.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), questions.len(), wrong.join("\n"));
}

#[test]
fn a_table_that_is_read_from_end_to_end_on_a_server_is_noticed() {
    assert_eq!(read_whole("  ->  Seq Scan on ledger l  (cost=0.00..1.00 rows=1 width=1)"), Some("ledger"));
    assert_eq!(read_whole("Parallel Seq Scan on post  (cost=0.00..1.00 rows=1 width=1)"), Some("post"));
    assert_eq!(read_whole("Index Scan using ledger_pkey on ledger"), None);
    assert_eq!(read_whole("Seq Scan on body b  (cost=0.00..1.00 rows=1 width=1)"), None);
}
