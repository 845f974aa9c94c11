//! What may be changed of a body in the register, and what it is after that. Each change names the day and what shows it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Body, Ended, FormerName, Freeze, Gets, HowEnded, Successor};
use crate::{id::BodyId, refusal::Refusal, text::Bilingual};

/// A change in the register of bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// It has another name from a day on (E14).
    Renamed {
        /// The new name.
        name: Bilingual,
        /// From which day.
        on: Date,
        /// What shows it.
        shown_by: String,
    },
    /// It merged into another, which answers for everything (E13).
    Merged {
        /// Into which.
        into: BodyId,
        /// From which day.
        on: Date,
        /// The order or contract.
        shown_by: String,
    },
    /// It is no more: split, abolished, sold, deregistered, closed (E13, E15).
    Ended {
        /// How.
        how: HowEnded,
        /// From which day.
        on: Date,
        /// What shows it.
        shown_by: String,
    },
    /// Another body got something of it (E13).
    Succeeded {
        /// Which.
        by: BodyId,
        /// What.
        gets: Gets,
        /// Which functions or property, in words.
        which: String,
        /// From which day.
        from: Date,
        /// By which order, contract or notice.
        instrument: String,
    },
    /// A notice freezes its spending (R43, E24).
    Frozen {
        /// The first day.
        from: Date,
        /// The last day, where it is known.
        until: Option<Date>,
        /// What shows it.
        notice: String,
    },
    /// The freeze ended, or its last day is known now.
    Thawed {
        /// The last day.
        until: Date,
    },
}

/// The body after a change.
///
/// # Errors
/// A [`Refusal`] names the field and the mend.
pub fn change(body: &Body, change: &Change, today: Date) -> Result<Body, Refusal> {
    let mut after = body.clone();
    match change {
        Change::Renamed { name, on, shown_by } => rename(&mut after, name, *on, shown_by, today)?,
        Change::Merged { into, on, shown_by } => {
            end(&mut after, HowEnded::Merged, *on, shown_by, today)?;
            succeed(&mut after, whole(*into, *on, shown_by))?;
            after.merged_into = Some(*into);
        }
        Change::Ended { how: HowEnded::Merged, .. } => {
            return Err(Refusal::new("body-successor-missing", "E13").field("into"));
        }
        Change::Ended { how, on, shown_by } => end(&mut after, *how, *on, shown_by, today)?,
        Change::Succeeded { by, gets, which, from, instrument } => succeed(
            &mut after,
            Successor {
                body: *by,
                gets: *gets,
                which: which.trim().to_owned(),
                from: *from,
                instrument: instrument.trim().to_owned(),
            },
        )?,
        Change::Frozen { from, until, notice } => freeze(&mut after, *from, *until, notice)?,
        Change::Thawed { until } => thaw(&mut after, *until)?,
    }
    Ok(after)
}

fn whole(body: BodyId, from: Date, shown_by: &str) -> Successor {
    let instrument = shown_by.trim().to_owned();
    Successor { body, gets: Gets::Everything, which: String::new(), from, instrument }
}

fn shown(text: &str, field: &str, rule: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::new("body-proof-missing", rule).field(field)) } else { Ok(()) }
}

fn not_to_come(on: Date, today: Date, field: &str, rule: &str) -> Result<(), Refusal> {
    if on > today { Err(Refusal::new("date-in-future", rule).field(field).with("date", on)) } else { Ok(()) }
}

fn rename(body: &mut Body, name: &Bilingual, on: Date, shown_by: &str, today: Date) -> Result<(), Refusal> {
    let name = Bilingual::new(name.en.trim(), name.cy.trim());
    if name.en.is_empty() || name.cy.is_empty() {
        let field = if name.en.is_empty() { "name_en" } else { "name_cy" };
        return Err(Refusal::new("body-name-missing", "E14").field(field));
    }
    if name == body.name {
        return Err(Refusal::new("body-name-same", "E14").field("name_en"));
    }
    not_to_come(on, today, "on", "E14")?;
    shown(shown_by, "shown_by", "E14")?;
    if let Some(last) = body.over_time.names.last().filter(|last| on <= last.until) {
        return Err(Refusal::new("not-later", "E14").field("on").with("date", last.until));
    }
    let former = std::mem::replace(&mut body.name, name);
    body.over_time.names.push(FormerName { name: former, until: on, shown_by: shown_by.trim().to_owned() });
    Ok(())
}

fn end(body: &mut Body, how: HowEnded, on: Date, shown_by: &str, today: Date) -> Result<(), Refusal> {
    if let Some(ended) = &body.over_time.ended {
        return Err(Refusal::new("body-ended-already", "E13").field("on").with("date", ended.on));
    }
    not_to_come(on, today, "on", "E13")?;
    shown(shown_by, "shown_by", "E13")?;
    body.over_time.ended = Some(Ended { how, on, shown_by: shown_by.trim().to_owned() });
    Ok(())
}

fn succeed(body: &mut Body, successor: Successor) -> Result<(), Refusal> {
    if successor.body == body.id {
        return Err(Refusal::new("body-succeeds-itself", "E13").field("into"));
    }
    shown(&successor.instrument, "instrument", "E13")?;
    let known = &body.over_time.successors;
    if known.iter().any(|one| one.body == successor.body && one.gets == successor.gets) {
        return Err(Refusal::new("body-successor-there", "E13").field("into"));
    }
    body.over_time.successors.push(successor);
    Ok(())
}

fn freeze(body: &mut Body, from: Date, until: Option<Date>, notice: &str) -> Result<(), Refusal> {
    if until.is_some_and(|until| until < from) {
        return Err(Refusal::new("freeze-ends-before-it-begins", "R43").field("until").with("date", from));
    }
    shown(notice, "notice", "R43")?;
    let meets = |known: &Freeze| {
        known.until.is_none_or(|last| from <= last) && until.is_none_or(|last| known.from <= last)
    };
    if let Some(known) = body.over_time.freezes.iter().find(|known| meets(known)) {
        return Err(Refusal::new("freeze-there-already", "R43").field("from").with("date", known.from));
    }
    body.over_time.freezes.push(Freeze { from, until, notice: notice.trim().to_owned() });
    body.over_time.freezes.sort_by_key(|freeze| freeze.from);
    Ok(())
}

fn thaw(body: &mut Body, until: Date) -> Result<(), Refusal> {
    let Some(last) = body.over_time.freezes.last_mut() else {
        return Err(Refusal::new("not-frozen", "R43").field("until"));
    };
    if until < last.from {
        let refusal = Refusal::new("freeze-ends-before-it-begins", "R43");
        return Err(refusal.field("until").with("date", last.from));
    }
    last.until = Some(until);
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{
        body::{BodyKind, Concern, OverTime},
        text::Language,
    };

    const OLD: BodyId = BodyId(Uuid::from_u128(1));
    const NEW: BodyId = BodyId(Uuid::from_u128(2));
    const TODAY: Date = date(2026, 5, 1);

    fn council() -> Body {
        Body {
            id: OLD,
            name: Bilingual::new("Old Council", "Hen Gyngor"),
            kind: BodyKind::Council,
            language: Language::En,
            merged_into: None,
            chases_stopped: false,
            undeliverable: false,
            over_time: OverTime::default(),
        }
    }

    fn code(changed: Result<Body, Refusal>) -> String {
        changed.map_or_else(|refusal| refusal.code, |body| format!("{body:?}"))
    }

    #[test]
    fn e14_a_renamed_body_has_the_name_of_the_day_and_is_found_by_both() {
        let (on, name) = (date(2026, 4, 1), Bilingual::new("New Council", "Cyngor Newydd"));
        let renamed = Change::Renamed { name: name.clone(), on, shown_by: "council minute 12".to_owned() };
        let after = change(&council(), &renamed, TODAY).unwrap();
        assert_eq!(after.name_on(date(2026, 3, 31)), &council().name);
        assert_eq!(after.name_on(on), &name);
        assert_eq!(
            after.every_name().map(|name| name.en.as_str()).collect::<Vec<_>>(),
            ["New Council", "Old Council"]
        );
        assert_eq!(code(change(&after, &renamed, TODAY)), "body-name-same");
        let back = Change::Renamed { name: council().name, on, shown_by: "minute 13".to_owned() };
        assert_eq!(code(change(&after, &back, TODAY)), "not-later");
        let half = Bilingual::new("New Council", " ");
        let half = Change::Renamed { name: half, on, shown_by: "minute".to_owned() };
        let refusal = change(&council(), &half, TODAY).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("body-name-missing", Some("name_cy")));
    }

    #[test]
    fn e13_who_got_the_property_answers_for_property_and_nobody_ends_twice() {
        let split = Change::Ended { how: HowEnded::Split, on: TODAY, shown_by: "SI 2026/1".to_owned() };
        let body = change(&council(), &split, TODAY).unwrap();
        let got = |by, gets, from| Change::Succeeded {
            by,
            gets,
            which: String::new(),
            from,
            instrument: "SI 2026/1".to_owned(),
        };
        let third = BodyId(Uuid::from_u128(3));
        let body = change(&body, &got(NEW, Gets::Functions, TODAY), TODAY).unwrap();
        let body = change(&body, &got(third, Gets::Property, date(2026, 6, 1)), TODAY).unwrap();
        let of = |concern, day| body.successors_for(concern, day).map(|one| one.body).collect::<Vec<_>>();
        assert_eq!(of(Concern::Function, TODAY), [NEW]);
        assert_eq!(of(Concern::Property, TODAY), [], "not before the day it got it");
        assert_eq!(of(Concern::Property, date(2026, 6, 1)), [third]);
        assert!(body.is_gone_on(TODAY) && !body.is_gone_on(date(2026, 4, 30)));
        assert_eq!(code(change(&body, &split, TODAY)), "body-ended-already");
        assert_eq!(code(change(&body, &got(NEW, Gets::Functions, TODAY), TODAY)), "body-successor-there");
        assert_eq!(code(change(&body, &got(OLD, Gets::Property, TODAY), TODAY)), "body-succeeds-itself");
        let merged = Change::Merged { into: NEW, on: TODAY, shown_by: " ".to_owned() };
        assert_eq!(code(change(&council(), &merged, TODAY)), "body-proof-missing");
    }

    #[test]
    fn e24_a_freeze_has_its_days_and_its_notice() {
        let frozen = |from, until| Change::Frozen { from, until, notice: "s.114 notice".to_owned() };
        let (first, last) = (date(2026, 3, 3), date(2026, 9, 30));
        let body = change(&council(), &frozen(first, None), TODAY).unwrap();
        assert!(body.freeze_on(first).is_some() && body.freeze_on(date(2026, 3, 2)).is_none());
        assert_eq!(code(change(&body, &frozen(TODAY, None), TODAY)), "freeze-there-already");
        let body = change(&body, &Change::Thawed { until: last }, TODAY).unwrap();
        assert!(body.freeze_on(last).is_some() && body.freeze_on(date(2026, 10, 1)).is_none());
        let again = change(&body, &frozen(date(2026, 12, 1), None), TODAY).unwrap();
        assert_eq!(again.over_time.freezes.len(), 2, "the earlier notice stays");
        assert_eq!(
            code(change(&council(), &frozen(last, Some(first)), TODAY)),
            "freeze-ends-before-it-begins"
        );
        assert_eq!(code(change(&council(), &Change::Thawed { until: last }, TODAY)), "not-frozen");
    }
}
