//! Days on which the office is closed: what one more of them would move is shown before anything moves (E16).

use std::collections::BTreeSet;

use amends_core::{
    actor::Actor,
    calendar::Calendar,
    case::Case,
    command::Command,
    id::{CaseId, RecommendationNumber, StaffId},
    period::{Anchor, Count, DueSpec, OpenDate, what_if},
    recommendation::{DateReason, Recommendation},
    text::Bilingual,
};
use amends_store::{
    changed::Changed,
    closures::{Closure, closures, keep_closure},
    lists::{View, WorkFilter, work},
};
use jiff::civil::Date;

use super::{ActError, Ask, Fault, Office};

/// A date that would move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// The case.
    pub case: CaseId,
    /// Which recommendation.
    pub number: RecommendationNumber,
    /// Its reference: `24-0193-2`.
    pub reference: String,
    /// The date that stands.
    pub from: Date,
    /// The date that would stand.
    pub to: Date,
}

/// A calendar that is read until the office stops. Changes are rare, a few in a year, and each leaves the calendar before
/// it in memory, some kilobytes, because others may be reading it.
pub(super) fn kept_for_good(calendar: Calendar) -> &'static Calendar {
    Box::leak(Box::new(calendar))
}

impl Office {
    /// The days on which the office is closed.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn closures(&self) -> Result<Vec<Closure>, ActError> {
        Ok(self.db().read(closures)?)
    }

    /// The open dates that would move if the office were closed on a day. Dates that were written out or agreed stand.
    ///
    /// # Errors
    /// Where the memory fails or a date lies beyond the calendar.
    pub fn if_closed_on(&self, day: Date, why: &Bilingual) -> Result<Vec<Moving>, ActError> {
        let new = self.calendar().with_closure(day, why.clone());
        let mut moving = Vec::new();
        for id in self.with_open_dates()? {
            let case = self.load(id)?.case;
            let roll = self.profile_of(&case)?.non_working_day;
            for one in case.live().filter(|one| one.decided && !one.state().is_terminal()) {
                let Some(open) = open_date(&case, one, roll) else { continue };
                let outlook = what_if(std::slice::from_ref(&open), self.calendar(), &new)
                    .map_err(|error| Fault::Broken(error.to_string()))?;
                moving.extend(outlook.moves.into_iter().map(|moved| Moving {
                    case: id,
                    number: one.number,
                    reference: moved.label,
                    from: moved.from,
                    to: moved.to.date,
                }));
            }
        }
        Ok(moving)
    }

    /// Closes the office on a day; the dates that this moves are moved, each with the reason in its record.
    ///
    /// # Errors
    /// Where the memory fails; the day is in the calendar then, and a date that could not be moved stands.
    pub fn close_on(
        &self,
        day: Date,
        why: &Bilingual,
        reason: &str,
        (actor, by): (&Actor, StaffId),
    ) -> Result<Vec<Moving>, ActError> {
        let moving = self.if_closed_on(day, why)?;
        let closure = Closure { day, why: why.clone() };
        let changed = Changed { by: Some(by), at: self.clock().now() };
        self.db().write(move |tx| keep_closure(tx, &closure, changed))?;
        // What is at hand is read again, and the calendar with it.
        self.all_bodies()?;
        for one in &moving {
            let mut sealer = self.sealer();
            let command = Command::RecomputeDate { number: one.number, reason: sealer.words(reason)? };
            self.act(&Ask::new(actor, one.case), &[command], &sealer.into_kept())?;
        }
        Ok(moving)
    }

    /// The cases that have a date still running.
    fn with_open_dates(&self) -> Result<BTreeSet<CaseId>, ActError> {
        let filter = WorkFilter::on(self.today());
        let mut cases = BTreeSet::new();
        let mut after = None;
        loop {
            let page = self.db().read(|conn| work(conn, View::All, &filter, after))?;
            let open = page.items.iter().map(|item| &item.row);
            cases.extend(
                open.filter(|row| row.evidence_due_on.is_some() && !row.state.is_terminal())
                    .map(|row| row.case),
            );
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(cases),
            }
        }
    }
}

/// A date the office computed from the decision or its receipt, as it was counted.
fn open_date(
    case: &Case,
    one: &Recommendation,
    roll: amends_core::period::NonWorkingDay,
) -> Option<OpenDate> {
    let current = one.current_date()?;
    let computed = match current.because {
        DateReason::Decision | DateReason::EventHappened | DateReason::Correction { .. } => true,
        DateReason::Extension { .. }
        | DateReason::FurtherEvidence
        | DateReason::MoreTime
        | DateReason::Reopened => false,
    };
    let Some(DueSpec::After { length, anchor }) = one.terms.evidence_due.as_ref().filter(|_| computed) else {
        return None;
    };
    let from = match anchor {
        Anchor::FinalDecision | Anchor::ReportDate => case.decided_on(),
        Anchor::Receipt => {
            let receipt = case.receipts.iter().rev().find(|receipt| receipt.body == one.terms.addressee);
            receipt.map(|receipt| receipt.received_on)
        }
    }?;
    Some(OpenDate {
        label: case.reference.recommendation(one.number),
        from,
        count: Count::administrative(*length, roll),
        current: current.evidence_due_on.date,
    })
}
