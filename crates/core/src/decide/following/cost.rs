//! What the body repays, followed to its payment, and laying (E40; PSOW Act 2019 ss.29(3), 30; LGA 1974 ss.31(2H), 34I(7)).

use jiff::civil::Date;

use super::About;
use crate::{
    decide::{Facts, has_come, said},
    issued::{self, Told},
    money::Pence,
    refusal::Refusal,
    text::Words,
};

fn positive(amount: Pence) -> Result<(), Refusal> {
    if amount.0 > 0 { Ok(()) } else { Err(Refusal::new("amount-not-positive", "E40").field("amount")) }
}

/// Cost is claimed where the law lets the office claim it: where the body should have published and the office did, what
/// that cost.
pub(super) fn claimed(
    about: &About<'_>,
    amount: Pence,
    what: &Words,
    demanded_on: Date,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(what, "what", "E40")?;
    positive(amount)?;
    has_come(demanded_on, facts.today, "demanded_on", "E40")?;
    if about.rule.cost.is_none() {
        return Err(Refusal::new("no-cost-repaid", "E40").field("amount"));
    }
    if demanded_on < about.issued.issued_on {
        return Err(Refusal::new("before-it-was-issued", "E40")
            .field("demanded_on")
            .with("date", about.issued.issued_on));
    }
    let by_office = about
        .issued
        .told(about.body)
        .any(|(_, told)| matches!(told, Told::Published { by_office: Some(_), .. }));
    if about.rule.form_clock.is_some() && !by_office {
        return Err(Refusal::new("office-did-not-publish", about.citation()).field("amount"));
    }
    Ok(())
}

/// A payment on what was claimed; more than is owed is a slip of the pen.
pub(super) fn paid(
    about: &About<'_>,
    amount: Pence,
    paid_on: Date,
    shown_by: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(shown_by, "shown_by", "E40")?;
    positive(amount)?;
    has_come(paid_on, facts.today, "paid_on", "E40")?;
    let Some(cost) = issued::cost(about.issued, about.body) else {
        return Err(Refusal::new("nothing-claimed", "E40").field("amount"));
    };
    if paid_on < cost.demanded_on {
        return Err(Refusal::new("answered-before-asked", "E40")
            .field("paid_on")
            .with("date", cost.demanded_on));
    }
    let left = cost.claimed.0.saturating_sub(cost.paid.0);
    if amount.0 > left {
        return Err(Refusal::new("more-than-claimed", "E40").field("amount").with("amount", Pence(left)));
    }
    Ok(())
}

/// It was laid, where it must be (PSOW Act 2019 s.30).
pub(super) fn laid(
    about: &About<'_>,
    laid_on: Date,
    shown_by: &Words,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    said(shown_by, "shown_by", about.citation())?;
    has_come(laid_on, facts.today, "laid_on", about.citation())?;
    if !super::is_laid(about.rule, about.body, facts) {
        return Err(Refusal::new("not-laid", about.citation()).field("laid_on"));
    }
    if laid_on < about.issued.issued_on {
        let issued_on = about.issued.issued_on;
        return Err(Refusal::new("before-it-was-issued", about.citation())
            .field("laid_on")
            .with("date", issued_on));
    }
    Ok(())
}
