//! What would be chased on a coming day, if nothing came until then.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Circumstances, Duty, chases};
use crate::{
    calendar::Calendar,
    case::Case,
    event::Event,
    evolve::evolve,
    id::{BodyId, PostId, RecommendationNumber},
    profile::Profile,
    recommendation::Chase,
};

/// One chase that would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Previewed {
    /// To which body.
    pub body: BodyId,
    /// For which recommendation.
    pub number: RecommendationNumber,
    /// For which version of its date.
    pub date_version: u8,
    /// Which step.
    pub step: String,
}

/// The chases that would go on `on`, supposing that each one owed before it goes on its day.
pub fn preview(
    case: &Case,
    profile: &Profile,
    calendar: &Calendar,
    today: Date,
    on: Date,
    circumstances: &Circumstances,
) -> Vec<Previewed> {
    let mut supposed = case.clone();
    let mut day = today;
    while day <= on {
        let owed = chases(&supposed, profile, calendar, day, circumstances);
        if day == on {
            return owed.iter().filter_map(previewed).collect();
        }
        for chase in owed.iter().filter_map(previewed) {
            let Some(after) = evolve(Some(supposed), &sent(&chase, day)) else { return Vec::new() };
            supposed = after;
        }
        let Ok(next) = day.tomorrow() else { return Vec::new() };
        day = next;
    }
    Vec::new()
}

fn previewed(duty: &Duty) -> Option<Previewed> {
    match duty {
        Duty::Chase { number, body, date_version, step, .. } => {
            Some(Previewed { body: *body, number: *number, date_version: *date_version, step: step.clone() })
        }
        _ => None,
    }
}

fn sent(chase: &Previewed, on: Date) -> Event {
    Event::Chased {
        number: chase.number,
        chase: Chase {
            date_version: chase.date_version,
            step: chase.step.clone(),
            on,
            post: PostId(uuid::Uuid::nil()),
            undelivered: false,
        },
    }
}
