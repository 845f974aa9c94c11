//! A recommendation as it is gathered, and its final form with places and reasons.

use super::super::{
    Extraction, Field, Warning, Why, addressee,
    amount::Amounts,
    clause::Act,
    govern::Placed,
    kind::{Kind, Scope},
    token::Tokens,
};

/// A recommendation being gathered; places are tokens.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub first: usize,
    pub last: usize,
    pub kind: Kind,
    pub kind_at: usize,
    pub scope: Scope,
    pub subject: Option<(usize, usize)>,
    pub cue: Option<(usize, usize)>,
    pub deadline: Option<Placed>,
    pub amounts: Amounts,
    pub evidence: Vec<(usize, usize)>,
    pub warnings: Vec<Warning>,
    /// Whether it is a duty to respond.
    pub duty: bool,
}

impl Draft {
    pub(super) fn new(act: &Act, kind: Kind, kind_at: usize, scope: Scope) -> Self {
        Self {
            first: act.first,
            last: act.last,
            kind,
            kind_at,
            scope,
            subject: None,
            cue: None,
            deadline: None,
            amounts: Amounts::default(),
            evidence: Vec::new(),
            warnings: Vec::new(),
            duty: false,
        }
    }

    /// The finished extraction.
    pub(super) fn finish(self, tokens: &Tokens<'_>) -> Extraction {
        let (start, end) = tokens.place(self.first, self.last);
        let mut why = Vec::new();
        let mut because = |what, place: Option<(usize, usize)>| {
            let Some((first, last)) = place.filter(|(first, last)| last > first) else { return };
            let (start, end) = tokens.place(first, last);
            why.push(Why { what, words: tokens.slice(first, last).to_owned(), start, end });
        };
        because(Field::Recommendation, self.cue);
        because(Field::Kind, Some((self.kind_at, self.kind_at + 1)));
        because(Field::Addressee, self.subject);
        because(Field::Deadline, self.deadline.as_ref().map(|(_, place)| *place));
        because(Field::Amount, self.amounts.words);
        self.evidence.iter().for_each(|place| because(Field::Evidence, Some(*place)));
        let mut warnings = self.warnings;
        warnings.extend(self.amounts.warnings);
        Extraction {
            start,
            end,
            text: tokens.slice(self.first, self.last).to_owned(),
            kind: self.kind,
            scope: self.scope,
            addressee: self.subject.and_then(|subject| addressee::name(tokens, subject)),
            deadline: self.deadline.map(|(deadline, _)| deadline),
            amount_pence: self.amounts.total,
            amount_components_pence: self.amounts.parts,
            evidence_required: !self.evidence.is_empty(),
            evidence_items: self
                .evidence
                .iter()
                .map(|&(first, last)| tokens.slice(first, last).to_owned())
                .collect(),
            why,
            warnings,
        }
    }
}
