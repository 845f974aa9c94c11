//! Who may see what: share packs, readers' timelines, the language of a letter (E8, E13, E31, E33).

use amends_core::{
    disclosure::LanguageAdvice,
    id::BodyId,
    public::{public_view, share_pack},
    timeline::Viewer,
};

use super::timeline;
use crate::runner;

#[test]
fn e31_a_share_pack_is_what_the_public_may_read_and_the_files_opened_to_it() {
    let world = runner::play("e10_barred.txt").unwrap();
    let case = world.case.as_ref().unwrap();
    let pack = share_pack(case, &world.profile).unwrap();
    assert_eq!(Some(&pack.case), public_view(case, &world.profile).as_ref());
    assert_eq!(pack.files.len(), 1, "the redacted copy; the original, the translation and the rest stay");
    let written = serde_json::to_string(&pack).unwrap();
    for private in ["Mrs A", "a@example.org", "letter.pdf", "copy.pdf", "it is done", "for the office alone"]
    {
        assert!(!written.contains(private), "{private} is in the share pack: {written}");
    }
    let undecided = runner::play("r24_no_date_no_draft.txt").unwrap();
    assert_eq!(share_pack(undecided.case.as_ref().unwrap(), &undecided.profile), None);
}

#[test]
fn e8_the_complainant_does_not_read_of_papers_that_were_not_about_them() {
    let world = runner::play("e08_wrong_evidence.txt").unwrap();
    let came = |viewer| {
        let entries = timeline(&world, viewer).unwrap();
        entries.iter().filter(|entry| entry.key == "timeline-evidence-received").count()
    };
    assert_eq!((came(Viewer::Staff), came(Viewer::Complainant)), (2, 1));
    let read = |viewer| {
        let entries = timeline(&world, viewer).unwrap();
        entries.into_iter().find(|entry| entry.key == "timeline-evidence-quarantined")
    };
    assert!(read(Viewer::Complainant).is_none());
    let ynys = world.body("Ynys Council").unwrap();
    assert!(
        read(Viewer::Body(ynys)).unwrap().words.is_none(),
        "the sender reads that, and not whose they were"
    );
    assert!(read(Viewer::Staff).unwrap().words.is_some());
}

#[test]
fn e13_the_successor_reads_the_history_of_what_follows_it() {
    let world = runner::play("e13_merged_body.txt").unwrap();
    let keys = |body: BodyId| -> Vec<&str> {
        timeline(&world, Viewer::Body(body)).unwrap().into_iter().map(|entry| entry.key).collect()
    };
    let (old, new) = (world.body("Old Council").unwrap(), world.body("New Council").unwrap());
    assert!(keys(new).contains(&"timeline-date-set") && keys(new).contains(&"timeline-successor-followed"));
    assert!(keys(old).contains(&"timeline-successor-followed") && keys(old).contains(&"timeline-met"));
    assert!(!keys(new).contains(&"timeline-met"), "what ended with the old council stays with it");
    let pack = share_pack(world.case.as_ref().unwrap(), &world.profile).unwrap();
    let of = |number: u16| pack.case.recommendations.iter().find(|one| one.number.0 == number).unwrap();
    assert_eq!((of(1).body, of(1).made_to), (old, None));
    assert_eq!((of(2).body, of(2).made_to), (new, Some(old)));
}

#[test]
fn e33_the_reviewer_is_told_of_the_language_and_nothing_is_stopped() {
    let world = runner::play("e33_english_only_evidence.txt").unwrap();
    let case = world.case.as_ref().unwrap();
    let mut sent = case.evidence.first().unwrap().submission.clone();
    assert_eq!(case.language_advice(&sent), Some(LanguageAdvice::Other));
    sent.language = None;
    assert_eq!(case.language_advice(&sent), Some(LanguageAdvice::NotSaid));
    sent.language = Some(amends_core::text::Language::Cy);
    assert_eq!(case.language_advice(&sent), None);
}
