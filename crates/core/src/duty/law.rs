//! What is owed after an instrument: a report that must or may follow, publicity, a form, a cost, a period about to end
//! (R37, E16, E40; PSOW Act 2019 ss.24–30; LGA 1974 ss.30–31, 34I).

use jiff::civil::Date;

use super::Duty;
use crate::{
    calendar::Calendar,
    case::Case,
    escalation::routes,
    id::BodyId,
    instrument::InstrumentNumber,
    issued::{
        CostState, DECISION, Issued, Phase, PublicityState, RunningPeriod, Told, confirmation_due, cost,
        form_due, notified_on, phase, publicity, response_due,
    },
    period::DueDate,
    profile::{EscalationStep, Obligation, Profile},
    recommendation::Judgement,
};

pub(super) fn after_instruments(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
) -> Vec<Duty> {
    let mut owed = Vec::new();
    for body in &case.bodies {
        owed.extend(reports(case, profile, calendar, *body, today));
    }
    for issued in &case.issued {
        for body in &issued.bodies {
            let of = Of { case, issued, body: *body, profile, calendar, today };
            owed.extend(of.receipt());
            owed.extend(of.assessment());
            owed.extend(of.ending());
            owed.extend(of.publicity());
            owed.extend(of.form());
            owed.extend(of.cost());
            owed.extend(of.laying());
        }
    }
    owed
}

/// Reports and notices whose ground is open: one that must follow is a duty, one that may is to be considered. Once the
/// office is satisfied with what was done, nothing more is asked for.
fn reports(case: &Case, profile: &Profile, calendar: &Calendar, body: BodyId, today: Date) -> Vec<Duty> {
    let satisfied = |number| {
        case.issued(number).is_some_and(|issued| {
            matches!(phase(case, issued, body, profile, calendar, today), Phase::Satisfied { .. })
        })
    };
    let mut owed: Vec<Duty> = Vec::new();
    for route in routes(case, profile, calendar, body, today) {
        let left_open = route.obligation == Obligation::May && considered(case, body, route.after);
        if !route.is_open() || route.after.is_some_and(satisfied) || left_open {
            continue;
        }
        let same = |duty: &Duty| {
            matches!(duty, Duty::IssueInstrument { instrument, body: one, .. }
                if *instrument == route.instrument && *one == body)
        };
        if !owed.iter().any(same) {
            owed.push(Duty::IssueInstrument {
                body,
                instrument: route.instrument,
                ground: route.ground,
                obligation: route.obligation,
            });
        }
    }
    owed
}

/// Did somebody consider what may follow, and record why it does not? Then it is not asked for again.
fn considered(case: &Case, body: BodyId, after: Option<InstrumentNumber>) -> bool {
    let theirs: Vec<_> = case.made_by(after.unwrap_or(DECISION), body).collect();
    let mut failed = theirs
        .iter()
        .filter(|one| matches!(one.judgement, Some(Judgement::NotMet { .. } | Judgement::Refused { .. })))
        .peekable();
    let all_failed_considered =
        failed.peek().is_some() && failed.all(|one| case.special_report_considered.contains(&one.number));
    let step_taken = case.steps_taken.iter().any(|taken| {
        taken.step == EscalationStep::PublicReport && theirs.iter().any(|one| one.number == taken.number)
    });
    all_failed_considered || step_taken
}

/// One instrument and one of its bodies on a day.
struct Of<'a> {
    case: &'a Case,
    issued: &'a Issued,
    body: BodyId,
    profile: &'a Profile,
    calendar: &'a Calendar,
    today: Date,
}

impl Of<'_> {
    fn received(&self) -> bool {
        self.case.receipt_of(self.issued.number, self.body).is_some()
    }

    /// Receipt is to be recorded wherever a period runs from it (I3). For the decision that is asked for already where a
    /// recommendation waits for it.
    fn receipt(&self) -> Option<Duty> {
        let rule = self.profile.instrument(self.issued.instrument)?;
        let runs = rule.response.is_some() || rule.form_clock.is_some() || !rule.publicity.is_empty();
        let asked_already = self.issued.number == DECISION
            && self.case.made_by(DECISION, self.body).any(|one| one.dates.is_empty());
        let owed = runs && !self.received() && !asked_already;
        owed.then_some(Duty::RecordInstrumentReceipt { body: self.body, instrument: self.issued.number })
    }

    fn assessment(&self) -> Option<Duty> {
        match phase(self.case, self.issued, self.body, self.profile, self.calendar, self.today) {
            Phase::Responded { on } => {
                Some(Duty::AssessResponse { body: self.body, instrument: self.issued.number, since: on })
            }
            Phase::NoResponseNeeded
            | Phase::NotReceived
            | Phase::AwaitingResponse { .. }
            | Phase::Confirming { .. }
            | Phase::Satisfied { .. }
            | Phase::Default { .. } => None,
        }
    }

    /// A statutory period that ends on a day not worked is warned of five working days before; nothing else runs out
    /// unseen, for its end is on the case (E16).
    fn ending(&self) -> Vec<Duty> {
        let (case, issued, body) = (self.case, self.issued, self.body);
        let waiting = notified_on(issued, body, self.profile).is_none();
        let first = response_due(case, issued, body, self.profile, self.calendar).filter(|_| waiting);
        let confirming = matches!(
            phase(case, issued, body, self.profile, self.calendar, self.today),
            Phase::Confirming { .. }
        );
        let second = confirmation_due(case, issued, body, self.profile, self.calendar).filter(|_| confirming);
        let unformed = crate::issued::form_agreed(issued, body).is_none();
        let third = form_due(case, issued, body, self.profile, self.calendar).filter(|_| unformed);
        [
            (RunningPeriod::Response, first),
            (RunningPeriod::Confirmation, second),
            (RunningPeriod::Form, third),
        ]
        .into_iter()
        .filter_map(|(period, due)| self.warned(period, due?))
        .collect()
    }

    fn warned(&self, period: RunningPeriod, due: DueDate) -> Option<Duty> {
        let warn_on = due.warn_on?;
        (warn_on <= self.today && self.today <= due.date).then_some(Duty::PeriodEnding {
            body: self.body,
            instrument: self.issued.number,
            period,
            ends_on: due.date,
        })
    }

    fn publicity(&self) -> Vec<Duty> {
        let steps = publicity(self.case, self.issued, self.body, self.profile, self.calendar, self.today);
        steps
            .into_iter()
            .filter(|step| step.state == PublicityState::Overdue)
            .filter_map(|step| {
                Some(Duty::PublicityOverdue {
                    body: self.body,
                    instrument: self.issued.number,
                    due_on: step.due.as_ref()?.date,
                    step: step.step,
                })
            })
            .collect()
    }

    /// No form was agreed in time: the office itself must publish (LGA 1974 ss.31(2G), 34I(6)).
    fn form(&self) -> Option<Duty> {
        let due = form_due(self.case, self.issued, self.body, self.profile, self.calendar)?;
        let published = self.issued.told(self.body).any(|(_, told)| matches!(told, Told::Published { .. }));
        let agreed = crate::issued::form_agreed(self.issued, self.body).is_some();
        let owed = due.date < self.today && !agreed && !published;
        owed.then_some(Duty::PublishInstead {
            body: self.body,
            instrument: self.issued.number,
            since: due.date,
        })
    }

    fn cost(&self) -> Option<Duty> {
        let cost = cost(self.issued, self.body)?;
        (cost.state != CostState::Paid).then_some(Duty::CostUnpaid {
            body: self.body,
            instrument: self.issued.number,
            since: cost.demanded_on,
        })
    }

    /// A report about some bodies is laid (PSOW Act 2019 s.30).
    fn laying(&self) -> Option<Duty> {
        let laid = self.issued.told(self.body).any(|(_, told)| matches!(told, Told::Laid { .. }));
        (self.issued.to_be_laid && !laid)
            .then_some(Duty::Lay { body: self.body, instrument: self.issued.number })
    }
}
