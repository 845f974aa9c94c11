//! An early resolution through its page, without script (R5–R7).

use amends_core::{
    case::{Case, Route, Stage},
    command::{Command, Opening},
    id::CaseId,
};
use axum::http::StatusCode;

use super::{
    fixture::{World, whole},
    staff_round::{base, confirm, errors, now, on, written},
};

/// A case of the same matter that is to be put right without investigation.
fn early(world: &World) -> Case {
    let model = world.case();
    let mut sealer = world.office.sealer();
    let opening = Opening {
        reference: world.office.next_reference(2026).expect("a reference"),
        profile: model.profile.clone(),
        route: Route::EarlyResolution,
        title: sealer.words("Lost application").expect("sealed"),
        own_initiative: true,
        received_on: model.received_on,
        handler: model.handler,
        complainant: None,
        bodies: model.bodies.clone(),
    };
    let id = CaseId(world.office.fresh_id().expect("an id"));
    let case = world.act(id, &[Command::OpenCase(opening)], &sealer.into_kept());
    written(world, case)
}

#[tokio::test]
async fn r06_an_early_resolution_is_proposed_agreed_and_closed_on_one_page() {
    let world = World::new();
    let case = closed_early(&world).await;
    assert_eq!(case.stage(), Stage::ClosedEarlyResolution);
    assert_eq!(case.compliance().code(), "monitoring", "the actions stay alive");
}

/// An early resolution, proposed, agreed, recorded and closed on its page.
pub async fn closed_early(world: &World) -> Case {
    let case = early(world);
    let page = format!("{}/settlement", base(&case));
    let (_, seq) = now(world, &case);
    let day = ["12".to_owned(), "10".to_owned(), "2026".to_owned()];
    let by = on("propose-answer_by", &day);
    let mut fields = vec![("seq", seq.as_str())];
    fields.extend(by.iter().map(|(field, value)| (field.as_str(), *value)));
    confirm(world, &format!("{page}/propose"), &fields).await;
    let (_, seq) = now(world, &case);
    let today = ["5".to_owned(), "10".to_owned(), "2026".to_owned()];
    let received = on("answers-received_on", &today);
    let mut fields = vec![
        ("seq", seq.as_str()),
        ("answers-numbers", "1"),
        ("answers-1-kind", "agree"),
        ("answers-numbers", "2"),
        ("answers-2-kind", "agree"),
    ];
    fields.extend(received.iter().map(|(field, value)| (field.as_str(), *value)));
    let answered = world.post(&format!("{page}/answers"), &fields).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", errors(&answered.html));
    let (_, seq) = now(world, &case);
    let agreed_on = on("record-agreed_on", &today);
    let mut fields = vec![
        ("seq", seq.as_str()),
        ("record-what_went_wrong", "The application was lost."),
        ("record-injustice", "yes"),
        ("record-agreed_by", "The head of housing"),
        ("record-how", "telephone"),
    ];
    fields.extend(agreed_on.iter().map(|(field, value)| (field.as_str(), *value)));
    let recorded = world.post(&format!("{page}/record"), &fields).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", errors(&recorded.html));
    assert!(whole(&world.get(&page).await).contains("Enough to rely on later: yes"));
    let (_, seq) = now(world, &case);
    confirm(world, &format!("{page}/close"), &[("seq", seq.as_str())]).await;
    now(world, &case).0
}
