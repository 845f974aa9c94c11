//! Who of several writes which messages.

use std::collections::HashMap;

use amends_core::id::CaseId;

use super::{Going, OwedOfCase, WRITERS};

/// Parts messages into shares of about the same size. Two that are about one case are in the same share, in order.
pub(super) fn shares(some: Vec<(Going, Vec<OwedOfCase>)>) -> Vec<Vec<(Going, Vec<OwedOfCase>)>> {
    // Every message begins in a group of its own; a case that is known already draws the groups together.
    let mut group: Vec<usize> = (0..some.len()).collect();
    let mut first: HashMap<CaseId, usize> = HashMap::new();
    for (place, (_, about)) in some.iter().enumerate() {
        for (case, ..) in about {
            let other = *first.entry(*case).or_insert(place);
            let (one, other) = (head_of(&group, place), head_of(&group, other));
            if let Some(head) = group.get_mut(one.max(other)) {
                *head = one.min(other);
            }
        }
    }
    let mut of_group: HashMap<usize, usize> = HashMap::new();
    let mut shares: Vec<Vec<_>> = (0..WRITERS).map(|_| Vec::new()).collect();
    for (place, message) in some.into_iter().enumerate() {
        let smallest = (0..WRITERS).min_by_key(|share| shares.get(*share).map_or(0, Vec::len)).unwrap_or(0);
        let share = *of_group.entry(head_of(&group, place)).or_insert(smallest);
        if let Some(share) = shares.get_mut(share) {
            share.push(message);
        }
    }
    shares
}

fn head_of(group: &[usize], mut place: usize) -> usize {
    while let Some(head) = group.get(place).filter(|head| **head != place) {
        place = *head;
    }
    place
}

#[cfg(test)]
mod tests {
    use amends_core::{id::BodyId, letter::LetterKind, profile::ChaseTo};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn messages_about_one_case_are_written_by_one_and_in_order() {
        let message = |body: u128, cases: &[u128]| {
            let owed = |case: &u128| (CaseId(Uuid::from_u128(*case)), "first".to_owned(), Vec::new());
            let going = (BodyId(Uuid::from_u128(body)), ChaseTo::Body, LetterKind::Chase);
            (going, cases.iter().map(owed).collect::<Vec<_>>())
        };
        let all = vec![
            message(1, &[1]),
            message(2, &[2, 3]),
            message(3, &[4]),
            message(4, &[3, 1]),
            message(5, &[5]),
            message(6, &[4]),
            message(7, &[2]),
        ];
        let shares = shares(all.clone());
        let mut place = HashMap::new();
        for (share, messages) in shares.iter().enumerate() {
            for (after, (going, about)) in messages.iter().enumerate() {
                for (case, ..) in about {
                    let (known, before) = place.insert(*case, (share, after)).unwrap_or((share, after));
                    assert!(known == share && before <= after, "{case} stands with two, or out of order");
                }
                assert!(messages.iter().take(after).all(|(earlier, _)| earlier < going));
            }
        }
        assert_eq!(shares.iter().map(Vec::len).sum::<usize>(), all.len());
        assert!(shares.iter().all(|share| !share.is_empty()), "both have something to do");
    }
}
