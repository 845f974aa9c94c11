//! What becomes of a body: renamed, merged, split, ended, succeeded, frozen; and what is open follows its successor.

use amends_core::{
    body::{Concern, Gets, HowEnded, change::Change},
    id::{BodyId, CaseReference},
    text::Bilingual,
};
use jiff::civil::Date;
use serde_json::json;

use super::record_json;
use crate::{
    cli::{
        call::Call,
        desk::{self, Desk, Who},
        fail::{Failure, Outcome},
        input,
    },
    office::registry::{Followed, Following},
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct RenameArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "NAME")]
    name_en: String,
    #[arg(long, value_name = "NAME")]
    name_cy: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MergeArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    into: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SplitArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long = "functions-to", value_name = "BODY", required = true)]
    functions_to: Vec<String>,
    #[arg(long = "property-to", value_name = "BODY")]
    property_to: Vec<String>,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct EndArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "HOW", value_parser = ["abolished", "sold", "deregistered", "closed"])]
    how: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SuccessorArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    successor: String,
    #[arg(long, value_name = "WHAT", default_value = "everything", value_parser = ["everything", "functions", "property"])]
    gets: String,
    #[arg(long, value_name = "WORDS", default_value = "")]
    which: String,
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[arg(long, value_name = "WORDS")]
    shown_by: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FreezeArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "DATE", required_unless_present = "until")]
    from: Option<String>,
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    #[arg(long, value_name = "WORDS", default_value = "")]
    notice: String,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct FollowArgs {
    #[arg(value_name = "BODY")]
    body: String,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "BODY")]
    successor: String,
    #[arg(long, value_name = "WHAT", default_value = "function", value_parser = ["function", "property"])]
    concern: String,
    #[arg(long, value_name = "CASE")]
    cases: Vec<String>,
    #[arg(long, value_name = "WORDS", default_value = "")]
    note: String,
}

pub(super) fn rename(call: &mut Call, args: &RenameArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    changed(call, &args.who, &args.body, |desk| {
        Ok(vec![Change::Renamed {
            name: Bilingual::new(&args.name_en, &args.name_cy),
            on: day(desk, on),
            shown_by: args.shown_by.clone(),
        }])
    })
}

pub(super) fn merge(call: &mut Call, args: &MergeArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    changed(call, &args.who, &args.body, |desk| {
        let into = id_of(desk, &args.into)?;
        Ok(vec![Change::Merged { into, on: day(desk, on), shown_by: args.shown_by.clone() }])
    })
}

pub(super) fn split(call: &mut Call, args: &SplitArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    changed(call, &args.who, &args.body, |desk| {
        let on = day(desk, on);
        let mut changes = vec![Change::Ended { how: HowEnded::Split, on, shown_by: args.shown_by.clone() }];
        for (gets, to) in [(Gets::Functions, &args.functions_to), (Gets::Property, &args.property_to)] {
            for typed in to {
                changes.push(Change::Succeeded {
                    by: id_of(desk, typed)?,
                    gets,
                    which: String::new(),
                    from: on,
                    instrument: args.shown_by.clone(),
                });
            }
        }
        Ok(changes)
    })
}

pub(super) fn end(call: &mut Call, args: &EndArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    let how: HowEnded = input::code("--how", &args.how)?;
    changed(call, &args.who, &args.body, |desk| {
        Ok(vec![Change::Ended { how, on: day(desk, on), shown_by: args.shown_by.clone() }])
    })
}

pub(super) fn successor(call: &mut Call, args: &SuccessorArgs) -> Outcome {
    let on = input::some_date("--on", args.on.as_deref())?;
    let gets: Gets = input::code("--gets", &args.gets)?;
    changed(call, &args.who, &args.body, |desk| {
        Ok(vec![Change::Succeeded {
            by: id_of(desk, &args.successor)?,
            gets,
            which: args.which.clone(),
            from: day(desk, on),
            instrument: args.shown_by.clone(),
        }])
    })
}

/// Records a freeze, or its last day where only that is given.
pub(super) fn freeze(call: &mut Call, args: &FreezeArgs) -> Outcome {
    let from = input::some_date("--from", args.from.as_deref())?;
    let until = input::some_date("--until", args.until.as_deref())?;
    changed(call, &args.who, &args.body, |_| {
        let frozen = from.map(|from| Change::Frozen { from, until, notice: args.notice.clone() });
        Ok(frozen.or_else(|| until.map(|until| Change::Thawed { until })).into_iter().collect())
    })
}

/// Shows what would follow case by case, and does it with `--yes`.
pub(super) fn follow(call: &mut Call, args: &FollowArgs) -> Outcome {
    let concern: Concern = input::code("--concern", &args.concern)?;
    let desk = call.desk(&args.who)?;
    let wanted = Following {
        body: id_of(&desk, &args.body)?,
        successor: id_of(&desk, &args.successor)?,
        concern,
        note: args.note.clone(),
    };
    let only: Vec<_> = args.cases.iter().map(|typed| CaseReference(typed.trim().to_owned())).collect();
    let only = (!only.is_empty()).then_some(only.as_slice());
    let done = call.yes;
    let mut all = if done {
        desk.office.let_follow(desk.actor(), &wanted, only)?
    } else {
        desk.office.foresee_following(desk.actor(), &wanted)?
    };
    all.retain(|one| only.is_none_or(|only| only.contains(&one.reference)));
    if call.manner.json {
        let rows: Vec<_> = all.iter().map(followed_json).collect();
        return call.out.json(&json!({ "done": done, "cases": rows }));
    }
    let heads = ["cli-head-case", "cli-head-open", "cli-head-follows"].map(|key| call.out.t(key));
    let mut rows = Vec::new();
    for one in &all {
        let numbers: Vec<_> = one.numbers.iter().map(ToString::to_string).collect();
        let outcome = match &one.outcome {
            Ok(letters) => {
                let letters = i64::try_from(*letters).unwrap_or(i64::MAX);
                call.out.tr("cli-follow-letters", vec![("count", letters.into())])
            }
            Err(refusal) => crate::web::form::refused(refusal, call.manner.language).text,
        };
        rows.push(vec![one.reference.to_string(), numbers.join(", "), outcome]);
    }
    call.out.table(&heads, &rows)?;
    let key = if done { "cli-follow-done" } else { "cli-follow-foreseen" };
    let text = call.out.t(key);
    call.out.line(&text)
}

fn followed_json(one: &Followed) -> serde_json::Value {
    json!({
        "case": one.reference,
        "numbers": one.numbers,
        "letters": one.outcome.as_ref().ok(),
        "refused": one.outcome.as_ref().err().map(|refusal| &refusal.code),
    })
}

fn day(desk: &Desk, on: Option<Date>) -> Date {
    on.unwrap_or_else(|| desk.office.today())
}

fn id_of(desk: &Desk, typed: &str) -> Outcome<BodyId> {
    Ok(desk::body(&desk.office, typed)?.body.id)
}

/// Makes the changes one after another, and shows the body.
fn changed(
    call: &mut Call,
    who: &Who,
    typed: &str,
    make: impl FnOnce(&Desk) -> Outcome<Vec<Change>>,
) -> Outcome {
    let desk = call.desk(who)?;
    let mut record = desk::body(&desk.office, typed)?;
    for change in make(&desk)? {
        let by = (desk.staff.id, desk.staff.role);
        record = desk.office.change_body(record.body.id, &change, by).map_err(Failure::from)?;
    }
    if call.manner.json {
        return call.out.json(&record_json(&record, &[]));
    }
    let name = record.body.name.get(call.manner.language).to_owned();
    let text = call.out.tr("cli-body-changed", vec![("body", name.into())]);
    call.out.line(&text)
}
