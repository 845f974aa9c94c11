//! How fast lists, counts and the search answer at size:
//! `cargo run --release -p amends-store --example lists_speed -- FOLDER RECOMMENDATIONS TEXTS`.
//!
//! Fills a database in the folder where there is none yet, then asks every question many times, each time about something
//! else, and writes how long the middle one and the slowest of a hundred took.

mod fill;

use std::{
    io::{Write as _, stdout},
    path::PathBuf,
    time::{Duration, Instant},
};

use amends_core::{
    recommendation::State,
    recurrence::{self, EarlierRef, Prior, Sought},
};
use amends_store::{
    Conn, Db, Options, Result, StoreError,
    lists::{
        self, CaseFilter, HandlingFilter, Improvement, ImprovementFilter, PAGE, View, WorkCursor, WorkFilter,
        view_counts, work,
    },
    post,
    search::{self, Class, Kind, Search, Wanted},
};
use fill::{Dice, Size, body, handler, themes, today};

/// So often each question is asked.
const TIMES: usize = 400;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "lists-speed".to_owned()));
    let mut number = |otherwise: u64| args.next().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let size = Size { recommendations: number(20_000), texts: number(0) };
    let now = "2026-11-27T09:00:00Z".parse().map_err(|_| StoreError::damaged("no time"))?;
    let db = Db::open(&folder.join("amends.db"), &Options::default(), now)?;
    fill::fill(&db, size)?;
    say(&format!("{} recommendations, {} other texts", size.recommendations, size.texts));
    let mut dice = Dice(42);
    of_work(&db, &mut dice)?;
    of_others(&db, &mut dice)?;
    if size.texts > 0 {
        of_search(&db, &mut dice)?;
    }
    Ok(())
}

fn say(line: &str) {
    // Nobody to tell is nobody to fail for.
    drop(writeln!(stdout(), "{line}"));
}

/// Asks a question many times and says how long it took.
fn ask<T>(
    db: &Db,
    dice: &mut Dice,
    name: &str,
    mut question: impl FnMut(&Conn<'_>, &mut Dice) -> Result<T>,
) -> Result<()> {
    let mut took: Vec<Duration> = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        db.read(|c| question(c, dice))?;
        took.push(begun.elapsed());
    }
    took.sort();
    let at = |hundredths: usize| {
        took.get(took.len() * hundredths / 100).map_or(0.0, |one| one.as_secs_f64() * 1e3)
    };
    say(&format!("| {name} | {:.2} | {:.2} |", at(50), at(99)));
    Ok(())
}

fn of_work(db: &Db, dice: &mut Dice) -> Result<()> {
    let office = WorkFilter::on(today());
    let of =
        |dice: &mut Dice| WorkFilter { handler: Some(handler(dice.roll(60))), ..WorkFilter::on(today()) };
    for view in View::ALL {
        ask(db, dice, &format!("work-list, {}, a handler's", view.code()), |c, dice| {
            work(c, view, &of(dice), None)
        })?;
        ask(db, dice, &format!("work-list, {}, everybody's", view.code()), |c, _| {
            work(c, view, &office, None)
        })?;
    }
    // A place far down the list, as somebody has who turns many pages.
    let mut far: Option<WorkCursor> = None;
    for _ in 0..40 {
        let page = db.read(|c| work(c, View::All, &office, far))?;
        far = page.next.or(far);
    }
    ask(db, dice, "work-list, all, everybody's, page 41", |c, _| work(c, View::All, &office, far))?;
    ask(db, dice, "work-list, all, a body's", |c, dice| {
        work(c, View::All, &WorkFilter { body: Some(body(dice.roll(400))), ..office.clone() }, None)
    })?;
    ask(db, dice, "work-list, all, refused", |c, _| {
        work(c, View::All, &WorkFilter { state: Some(State::Refused), ..office.clone() }, None)
    })?;
    ask(db, dice, "work-list, all, a handler's refused", |c, dice| {
        work(c, View::All, &WorkFilter { state: Some(State::Refused), ..of(dice) }, None)
    })?;
    ask(db, dice, "counts of six tabs, a handler's", |c, dice| view_counts(c, &of(dice)))?;
    ask(db, dice, "counts of six tabs, everybody's", |c, _| view_counts(c, &office))?;
    ask(db, dice, "counts of six tabs, a body's", |c, dice| {
        view_counts(c, &WorkFilter { body: Some(body(dice.roll(400))), ..office.clone() })
    })?;
    ask(db, dice, "counts of six tabs, a handler's to a body", |c, dice| {
        view_counts(c, &WorkFilter { body: Some(body(dice.roll(400))), ..of(dice) })
    })?;
    ask(db, dice, "work-list with two words of a title, with counts", |c, dice| {
        let filter = WorkFilter { text: Some(dice.phrase(2)), ..office.clone() };
        Ok((work(c, View::All, &filter, None)?, view_counts(c, &filter)?))
    })?;
    Ok(())
}

fn of_others(db: &Db, dice: &mut Dice) -> Result<()> {
    ask(db, dice, "cases, all", |c, _| lists::cases(c, &CaseFilter::default(), None))?;
    ask(db, dice, "cases of a body", |c, dice| {
        lists::cases(c, &CaseFilter { body: Some(body(dice.roll(400))), ..CaseFilter::default() }, None)
    })?;
    ask(db, dice, "cases with two words", |c, dice| {
        lists::cases(c, &CaseFilter { text: Some(dice.phrase(2)), ..CaseFilter::default() }, None)
    })?;
    ask(db, dice, "service improvements, all", |c, _| {
        lists::improvements(c, &ImprovementFilter::default(), None)
    })?;
    ask(db, dice, "service improvements on a subject", |c, dice| {
        let theme = dice.pick(themes());
        lists::improvements(c, &ImprovementFilter { theme, ..ImprovementFilter::default() }, None)
    })?;
    ask(db, dice, "drafting: every service improvement to a body", |c, dice| {
        let filter = ImprovementFilter { body: Some(body(dice.roll(400))), ..ImprovementFilter::default() };
        lists::improvements_up_to(c, &filter, None, 2_000)
    })?;
    ask(db, dice, "drafting: what bears on a new recommendation, found and explained", |c, dice| {
        let filter = ImprovementFilter { body: Some(body(dice.roll(400))), ..ImprovementFilter::default() };
        let (all, _) = lists::improvements_up_to(c, &filter, None, 2_000)?;
        let priors: Vec<Prior> = all.into_iter().map(prior).collect();
        let (theme, wording) = (dice.pick(themes()).into_iter().collect::<Vec<_>>(), dice.phrase(20));
        let sought = Sought { themes: &theme, wordings: &[&wording], names: &[] };
        Ok(recurrence::earlier(&sought, &priors, today()).len())
    })?;
    ask(db, dice, "drafting: the last 200 recommendations to a body", |c, dice| {
        lists::earlier_recommendations(c, body(dice.roll(400)), None, None, None, 200)
    })?;
    ask(db, dice, "messages to be filed, with counts", |c, _| {
        Ok((post::mail_to_file(c, None, 51)?, post::mail_counts(c)?))
    })?;
    ask(db, dice, "how bodies deal with the office", |c, _| {
        lists::handling(c, &HandlingFilter::default(), None)
    })?;
    let year = today().year();
    let (from, to) = (jiff::civil::date(year - 1, 4, 1), jiff::civil::date(year, 3, 31));
    ask(db, dice, "report: how bodies did in a year", |c, _| lists::compliance_by_body(c, from, to))?;
    Ok(())
}

fn prior(one: Improvement) -> Prior {
    Prior {
        earlier: EarlierRef { reference: one.reference, number: one.row.number },
        body: one.row.body,
        kind: one.row.kind,
        wording: one.wording,
        themes: one.row.themes,
        state: one.row.state,
        evidence_due_on: one.row.evidence_due_on,
        days_late: one.row.days_late,
        decided_on: Some(one.decided_on),
        ended_on: one.row.ended_on,
    }
}

fn of_search(db: &Db, dice: &mut Dice) -> Result<()> {
    let page = 20.min(PAGE);
    let look = |c: &Conn<'_>, typed: &str, kind: Option<Kind>| -> Result<usize> {
        let Some(wanted) = Wanted::whole(typed) else { return Ok(0) };
        let asked = Search { wanted, kind, classes: Class::for_staff(false) };
        Ok(search::find(c, &asked, None, page)?.0.len())
    };
    for words in [2, 3, 5] {
        ask(db, dice, &format!("search: a phrase of {words} words of a text"), |c, dice| {
            look(c, &format!("\"{}\"", dice.phrase(words)), None)
        })?;
    }
    ask(db, dice, "search: a phrase that is nowhere", |c, dice| {
        look(c, &format!("\"{} {}\"", dice.word(), dice.word()), None)
    })?;
    ask(db, dice, "search: a phrase of two of the most frequent words", |c, dice| {
        look(c, &format!("\"{} {}\"", dice.frequent(), dice.frequent()), None)
    })?;
    ask(db, dice, "search: two words anywhere", |c, dice| {
        look(c, &format!("{} {}", dice.word(), dice.word()), None)
    })?;
    ask(db, dice, "search: a phrase of 3 words in mail alone", |c, dice| {
        look(c, &format!("\"{}\"", dice.phrase(3)), Some(Kind::Mail))
    })?;
    ask(db, dice, "search: the beginning of a word", |c, dice| {
        let word: String = dice.word().chars().take(5).collect();
        look(c, &format!("{word}*"), None)
    })?;
    Ok(())
}
