//! What filing a message looks up: letters by their token, contacts, cases.

use std::sync::Arc;

use amends_core::{
    case::Case,
    id::{BodyId, CaseId, CaseReference, RecommendationNumber},
    letter::Recipient,
};
use amends_store::{
    lists::{self, View, WorkFilter},
    people, post,
};

use super::super::Office;
use crate::mail::{
    filing::{About, Known, Sent},
    message::read_message_id,
    token::Token,
};

/// So many guesses are made from a sender alone.
const GUESSES: usize = 5;

/// What filing looks up. A look-up that fails finds nothing, and the message is held: nothing is filed on a guess.
pub(super) struct Lookup<'a>(pub(super) &'a Office);

impl Lookup<'_> {
    fn case(&self, id: CaseId) -> Option<Arc<Case>> {
        self.0
            .load(id)
            .inspect_err(
                |error| tracing::error!(%id, error = error.without_words(), "a case could not be looked up"),
            )
            .ok()
            .map(|loaded| loaded.case)
    }

    fn about(&self, case: &Case, numbers: Vec<RecommendationNumber>) -> About {
        About { case: case.id, reference: case.reference.clone(), numbers }
    }

    fn contacts(&self, body: BodyId) -> Vec<String> {
        self.0.contacts(body).map(|all| all.into_iter().map(|one| one.address).collect()).unwrap_or_default()
    }
}

impl Known for Lookup<'_> {
    fn by_token(&self, token: &Token) -> Option<Sent> {
        let rows = self.0.db().read(|conn| post::reply_to(conn, token.as_str())).ok()?;
        let first = rows.first()?;
        let recipient = match first.body {
            Some(body) => Recipient::Body { body },
            None => Recipient::Complainant,
        };
        let about = rows.iter().filter_map(|row| {
            let case = self.case(row.case)?;
            Some(self.about(&case, row.numbers.clone()))
        });
        Some(Sent { recipient, about: about.collect() })
    }

    fn by_message_id(&self, id: &str) -> Option<Sent> {
        let (_, token) = read_message_id(id)?;
        self.by_token(&token)
    }

    fn is_contact(&self, body: BodyId, address: &str) -> bool {
        self.contacts(body).iter().any(|known| known.eq_ignore_ascii_case(address))
    }

    fn is_domain_of(&self, body: BodyId, domain: &str) -> bool {
        self.contacts(body).iter().any(|known| {
            let own = known.rsplit_once('@').map_or("", |(_, own)| own);
            !own.is_empty()
                && (domain.eq_ignore_ascii_case(own) || domain.to_lowercase().ends_with(&format!(".{own}")))
        })
    }

    fn is_complainant(&self, case: CaseId, address: &str) -> bool {
        let case = self.case(case);
        let person = case.as_ref().and_then(|case| case.complainant.as_ref());
        person.is_some_and(|person| match &person.channel {
            amends_core::party::Channel::Email(known) => known.as_str().eq_ignore_ascii_case(address),
            amends_core::party::Channel::Post(_) => false,
        })
    }

    fn by_reference(&self, reference: &CaseReference) -> Option<About> {
        let case = self.0.by_reference(&reference.0).ok()?.case;
        let open = case.live().filter(|one| !one.state().is_terminal()).map(|one| one.number).collect();
        Some(self.about(&case, open))
    }

    fn of_sender(&self, address: &str) -> Vec<About> {
        let bodies = self.0.db().read(|conn| people::contacts_at(conn, address)).unwrap_or_default();
        let mut found: Vec<About> = Vec::new();
        for contact in bodies {
            let filter = WorkFilter { body: Some(contact.body), ..WorkFilter::on(self.0.today()) };
            let Ok(page) = self.0.db().read(|conn| lists::work(conn, View::All, &filter, None)) else {
                continue;
            };
            for item in page.items {
                if found.len() < GUESSES && !found.iter().any(|about| about.case == item.row.case) {
                    found.extend(
                        self.case(item.row.case).map(|case| self.about(&case, vec![item.row.number])),
                    );
                }
            }
        }
        found
    }
}
