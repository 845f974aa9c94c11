//! Tables of orders: a name ("2 Compensation order"), what must be done in one or more sentences, a due
//! date. All of it is one order, however many verbs it has.

use super::{
    super::{
        amount,
        clause::Act,
        cue::{Cue, Lead},
        deadline::read::DeadlineFound,
        evidence,
        kind::Kind,
        segment::Segment,
        verb,
    },
    Reader,
};

/// An order of a table that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order {
    /// Its kind, where its name tells it.
    kind: Option<Kind>,
}

impl Reader<'_, '_> {
    /// The order a heading opens, and its kind where the name tells it: "Apology order", "Repairs order".
    pub(super) fn order_named(&self, heading: &Segment) -> Option<Order> {
        let named = (heading.first..heading.last).any(|at| self.tokens.word(at) == "order");
        let kind = (heading.first..heading.last).find_map(|at| match self.tokens.word(at) {
            "apology" => Some(Kind::Apology),
            "compensation" | "payment" => Some(Kind::Payment),
            "inspection" | "repair" | "repairs" | "works" | "survey" => Some(Kind::InspectionRepair),
            "training" => Some(Kind::Training),
            "policy" | "procedure" => Some(Kind::PolicyProcedure),
            "review" => Some(Kind::Review),
            _ => None,
        });
        named.then_some(Order { kind })
    }

    /// A bound sentence within an order: the first opens it, the others say more of it.
    pub(super) fn within_order(&mut self, segment: &Segment, cue: &Cue, deadlines: &[DeadlineFound]) -> bool {
        let Some(Order { kind }) = self.order else { return false };
        let tokens = self.tokens;
        let proof = evidence::items(tokens, segment.first, segment.last);
        let passage = self.passage;
        if self.drafts.len() == passage {
            let act = Act {
                first: cue.clause,
                last: segment.last,
                verb: tokens_verb(self, cue),
                verb_at: cue.acts,
            };
            self.add(&act, Some(cue), deadlines, None, false);
            if let (Some(kind), Some(draft)) = (kind, self.drafts.last_mut()) {
                draft.kind = kind;
                draft.evidence = proof;
                if kind == Kind::Payment {
                    draft.amounts = amount::read(tokens, draft.first, draft.last);
                }
            }
            return true;
        }
        let pays_more = (segment.first..segment.last).any(|at| tokens.word(at) == "£")
            && matches!(tokens.word(segment.first), "if" | "where" | "unless");
        if pays_more {
            return false;
        }
        let paid_directly = cue.lead == Lead::Whole && cue.leans;
        for draft in self.drafts.iter_mut().skip(passage) {
            draft.evidence.extend(proof.clone());
        }
        if let Some(last) = self.drafts.last_mut().filter(|_| !paid_directly && proof.is_empty()) {
            last.last = segment.last;
        }
        self.since_act = 0;
        true
    }

    /// "No later than 20 November 2026" alone ends an order: what stands before it in the passage is one.
    pub(super) fn merge_order(&mut self, passage: usize) {
        let open: Vec<usize> =
            (passage..self.drafts.len()).filter(|&at| self.drafts[at].deadline.is_none()).collect();
        let (Some(&first), Some(&last)) = (open.first(), open.last()) else { return };
        let sums = open.iter().filter(|&&at| self.drafts[at].amounts.total.is_some()).count();
        if first == last || sums > 1 || open.len() != last - first + 1 {
            return;
        }
        let end = self.drafts[last].last;
        let evidence = open.iter().flat_map(|&at| self.drafts[at].evidence.clone()).collect();
        let paid = open
            .iter()
            .find_map(|&at| self.drafts[at].amounts.total.is_some().then(|| self.drafts[at].amounts.clone()));
        self.drafts.truncate(first + 1);
        if let Some(draft) = self.drafts.last_mut() {
            draft.last = end;
            draft.evidence = evidence;
            if let Some(amounts) = paid {
                draft.kind = Kind::Payment;
                draft.amounts = amounts;
            }
        }
    }

    /// "If it has not paid the £380 it offered, it is to **do so**": one act, and the condition says which.
    pub(super) fn join_do_so(&self, acts: &mut Vec<Act>, segment: &Segment) {
        let tokens = self.tokens;
        let Some(first) = acts.first() else { return };
        if tokens.reads_any(first.verb_at, &["do so", "do this"]).is_none()
            || first.verb_at <= segment.first + 3
        {
            return;
        }
        let meant = (segment.first..first.first).find_map(|at| {
            let found = verb::find(tokens.word(at))?;
            matches!(found.form, verb::Form::Base | verb::Form::Participle).then_some((at, found.base))
        });
        let Some((verb_at, base)) = meant.filter(|(_, base)| *base != "have") else { return };
        *acts = vec![Act { first: segment.start(), last: segment.last, verb: Some(base), verb_at }];
    }

    /// "has agreed to implement these recommendations", "to make these payments": nothing new is asked.
    pub(super) fn points_at_recommendations(&self, act: &Act) -> bool {
        let doing = matches!(
            act.verb,
            Some(
                "implement"
                    | "make"
                    | "take"
                    | "do"
                    | "complete"
                    | "carry"
                    | "accept"
                    | "comply"
                    | "follow"
                    | "undertake"
                    | "act"
                    | "gweithredu"
                    | "cwblhau"
                    | "derbyn"
            )
        );
        let tokens = self.tokens;
        let after = tokens
            .reads_any(act.verb_at + 1, &["out", "with", "on", "all of", "all", "both"])
            .unwrap_or(act.verb_at + 1);
        let pointed = matches!(tokens.word(after), "this" | "these" | "those" | "so" | "hyn")
            || (matches!(tokens.word(after), "my" | "our" | "the" | "fy" | "ein" | "yr")
                && (after..after + 4).any(|at| {
                    matches!(
                        tokens.word(at),
                        "recommendations" | "proposals" | "above" | "argymhellion" | "hargymhellion"
                    )
                }));
        doing && pointed
    }
}

fn tokens_verb(reader: &Reader<'_, '_>, cue: &Cue) -> Option<&'static str> {
    (cue.acts..cue.acts + 3).find_map(|at| verb::find(reader.tokens.word(at)).map(|found| found.base))
}
