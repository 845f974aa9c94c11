//! One act made into a recommendation: its kind, its deadline, its money, its evidence.

use super::{Reader, draft::Draft};
use crate::extract::{
    Deadline, DeadlineKind, Warning, amount,
    clause::Act,
    cue::{Cue, Lead},
    deadline::read::DeadlineFound,
    distractor, evidence,
    govern::{self, Placed},
    kind::{self, Kind, Scope},
};

impl Reader<'_, '_> {
    pub(super) fn add(
        &mut self,
        act: &Act,
        cue: Option<&Cue>,
        deadlines: &[DeadlineFound],
        head: Option<&Placed>,
        lead: bool,
    ) {
        let welsh = cue.is_some_and(|cue| matches!(cue.lead, Lead::WelshVerbs | Lead::WelshNouns));
        let questions = cue.is_some_and(|cue| cue.lead == Lead::Questions);
        let (kind, kind_at) = self.kind_of(act, welsh, questions, deadlines);
        if self.points_at_recommendations(act) {
            self.since_act = 0;
            return;
        }
        if kind == Kind::Payment && distractor::is_fine(self.tokens, act.first, act.last) {
            return;
        }
        if lead && kind == Kind::Apology && self.merges_apology(act) {
            return;
        }
        let deadline = govern::of(self.tokens, act, kind, deadlines, head, self.named.as_ref());
        let person = kind == Kind::Monitoring
            && self
                .drafts
                .get(self.passage..)
                .is_some_and(|drafts| drafts.iter().any(|draft| draft.scope == Scope::Personal));
        let scope = if questions { Scope::Service } else { kind::scope(self.tokens, act, kind, person) };
        let mut draft = Draft::new(act, kind, kind_at, scope);
        draft.subject = cue.and_then(|cue| cue.subject).or(self.body);
        draft.cue = cue.map(|cue| cue.words);
        draft.warnings = deadlines
            .iter()
            .filter(|found| deadline.as_ref().is_some_and(|(_, place)| *place == (found.first, found.last)))
            .flat_map(|found| found.warnings.clone())
            .collect();
        if let Some(placed) = &deadline
            && !matches!(placed.0.kind, DeadlineKind::Duration | DeadlineKind::Recurring)
        {
            self.named = Some(placed.clone());
        }
        draft.deadline = deadline;
        if matches!(kind, Kind::Payment | Kind::Reimbursement) {
            draft.amounts = amount::read(self.tokens, act.first, act.last);
            if draft.amounts.total.is_none() && kind == Kind::Reimbursement {
                self.sum_before(act, &mut draft);
            }
        }
        if !questions {
            draft.evidence = evidence::items(self.tokens, act.first, act.last);
        }
        self.drafts.push(draft);
        self.since_act = 0;
    }

    pub(super) fn kind_of(
        &self,
        act: &Act,
        welsh: bool,
        questions: bool,
        deadlines: &[DeadlineFound],
    ) -> (Kind, usize) {
        if questions {
            let weighed = (act.first..act.last).find(|&at| self.tokens.word(at) == "whether");
            return weighed.map_or((Kind::Explanation, act.first), |at| (Kind::Review, at));
        }
        let (kind, at) = kind::of(self.tokens, act, welsh);
        let lasting = deadlines.iter().any(|found| {
            let before = govern::opens(self.tokens, found, act);
            let within = (found.first >= act.first || before) && found.last <= act.last;
            let lasts = |deadline: &Deadline| {
                matches!(deadline.kind, DeadlineKind::Duration | DeadlineKind::Recurring)
            };
            within && found.set().is_some_and(lasts)
        });
        let watches = matches!(
            kind,
            Kind::ServiceProvision
                | Kind::Review
                | Kind::Explanation
                | Kind::ReportBack
                | Kind::InspectionRepair
        );
        if lasting && watches {
            return (Kind::Monitoring, at);
        }
        let reports = !matches!(kind, Kind::Apology | Kind::Payment | Kind::Reimbursement | Kind::Monitoring);
        match evidence::goes_to_office(self.tokens, act.first, act.last) {
            Some(office) if reports && self.reports(act) => (Kind::ReportBack, office),
            _ => (kind, at),
        }
    }

    /// Whether the act's own verb is one of telling: "send the plan to us", not "review … and the report we
    /// sent".
    pub(super) fn reports(&self, act: &Act) -> bool {
        if act.verb.is_none() {
            return (act.first..act.last).any(|at| {
                matches!(self.tokens.word(at), "report" | "evidence" | "proof" | "adroddiad" | "tystiolaeth")
            });
        }
        act.verb.is_some_and(|verb| {
            matches!(
                verb,
                "send"
                    | "provide"
                    | "submit"
                    | "report"
                    | "confirm"
                    | "write"
                    | "tell"
                    | "inform"
                    | "copy"
                    | "supply"
                    | "give"
                    | "forward"
                    | "notify"
                    | "update"
                    | "share"
                    | "reply"
                    | "respond"
                    | "show"
                    | "evidence"
                    | "anfon"
                    | "darparu"
                    | "cyflwyno"
                    | "adrodd"
                    | "hysbysu"
                    | "rhoi"
                    | "ymateb"
                    | "cadarnhau"
                    | "dangos"
            )
        })
    }

    /// "Unless it can show it reimbursed **these fees** then these should be paid": the sum named before.
    pub(super) fn sum_before(&self, act: &Act, draft: &mut Draft) {
        let points = (act.first..act.last).any(|at| {
            matches!(self.tokens.word(at), "these" | "those")
                && (at..at + 3).any(|at| {
                    matches!(self.tokens.word(at), "fees" | "costs" | "expenses" | "charges" | "sums")
                })
        });
        if !points {
            return;
        }
        let from = act.first.saturating_sub(60);
        let found = (from..act.first).rev().find_map(|at| Some((at, amount::sum(self.tokens, at)?)));
        if let Some((at, (pence, end))) = found {
            draft.amounts.total = Some(pence);
            draft.amounts.words = Some((at, end));
            draft.warnings.push(Warning::SumFromBefore);
        }
    }
}
