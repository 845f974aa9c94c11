//! Sentences: the ways of binding a body, and where one act ends and the next begins.

use super::*;

fn kinds(text: &str) -> Vec<Kind> {
    acts(text).into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn r4_every_way_of_binding_is_heard() {
    for text in [
        "The Council should apologise to Mr A.",
        "The Council must apologise to Mr A.",
        "The Council is to apologise to Mr A.",
        "The Council has agreed to apologise to Mr A.",
        "The Council undertook, by 3 June 2026, to apologise to Mr A.",
        "The Council agreed that, within 10 days, it would apologise to Mr A.",
        "The Council agreed (within 10 days) to apologise to Mr A.",
        "I recommend that the Council apologises to Mr A.",
        "I proposed to the Council that it apologise to Mr A.",
        "It was recommended that the Council apologise to Mr A.",
        "We order that the landlord must apologise to Mr A.",
        "The Council was asked to apologise to Mr A.",
        "The Council has 20 working days to apologise to Mr A.",
        "Mr A is to receive an apology by 3 June 2026.",
        "An apology should be sent to Mr A.",
        "Settlement: an apology to Mr A within 2 weeks.",
        "In settlement the Council offered to apologise to Mr A.",
        "The Council would apologise to Mr A within 10 days.",
        "Within 2 weeks: apologise to Mr A.",
        "The Council accepted the Ombudsman's suggestion that it should apologise to Mr A.",
        "Complaint settled: Council to apologise to Mr A.",
        "The Ombudsman asked the Council to apologise to Mr A.",
        "We gained the Council's agreement to apologise to Mr A.",
        "The Ombudsman wrote to the Council and it agreed to apologise to Mr A.",
    ] {
        assert_eq!(kinds(text), [Kind::Apology], "{text}");
    }
}

#[test]
fn r4_acts_of_one_sentence_are_parted() {
    assert_eq!(
        acts("The Council will apologise for its delay, answer the letter and pay Ms B £60."),
        [
            (Kind::Apology, "apologise for its delay".to_owned()),
            (Kind::ServiceProvision, "answer the letter".to_owned()),
            (Kind::Payment, "pay Ms B £60.".to_owned()),
        ]
    );
    assert_eq!(kinds("The Council should apologise and pay Mr C £40."), [Kind::Apology, Kind::Payment]);
}

#[test]
fn things_given_beside_what_is_done_are_acts_of_their_own() {
    assert_eq!(
        kinds(
            "The Board agreed to issue its reply by 12 June 2026, together with an apology and an explanation."
        ),
        [Kind::ServiceProvision, Kind::Apology, Kind::Explanation]
    );
    assert_eq!(kinds("£250 is to be paid to Ms C and an apology sent."), [Kind::Payment, Kind::Apology]);
}

#[test]
fn a_short_act_after_many_words_is_quoted_alone() {
    let text = "The Ombudsman wrote to the Board and it agreed, within 3 weeks, to visit her and reply.";
    assert_eq!(acts(text)[0].1, "visit her");
}

#[test]
fn verbs_with_one_object_are_one_act() {
    assert_eq!(kinds("The Board should review and update its discharge policy."), [Kind::PolicyProcedure]);
    assert_eq!(kinds("The Board should accept her complaint and investigate it."), [Kind::ServiceProvision]);
    assert_eq!(
        kinds("The landlord should arrange a survey to assess the roof and identify its faults.").len(),
        1
    );
}

#[test]
fn r4_kinds_are_told_by_verb_and_thing() {
    for (act, kind) in [
        ("pay her £100", Kind::Payment),
        ("refund her £45", Kind::Reimbursement),
        ("mend and repair the roof", Kind::InspectionRepair),
        ("explain why it was late", Kind::Explanation),
        ("set up a meeting with her", Kind::ServiceProvision),
        ("reconsider its decision", Kind::Review),
        ("amend its complaints procedure", Kind::PolicyProcedure),
        ("train its planning officers", Kind::Training),
        ("remind staff of the policy", Kind::StaffReminder),
        ("share the lessons with its staff", Kind::ShareLearning),
        ("monitor its response times", Kind::Monitoring),
        ("correct its records", Kind::Records),
        ("stop charging for the service", Kind::Cease),
        ("review its contract with the provider", Kind::Contract),
        ("recruit two more officers", Kind::Resourcing),
        ("send us a copy of the plan", Kind::ReportBack),
    ] {
        assert_eq!(kinds(&format!("The Council should {act}.")), [kind], "{act}");
    }
}

#[test]
fn r4_a_remedy_is_for_the_person_or_for_all_who_come_after() {
    let found = read("The Council should apologise to Mr D and update its policy.");
    assert_eq!((found[0].scope, found[1].scope), (Scope::Personal, Scope::Service));
}

#[test]
fn the_body_that_is_to_act_is_named() {
    assert_eq!(
        read("Ash Vale Borough Council should apologise.")[0].addressee.as_deref(),
        Some("Ash Vale Borough Council")
    );
}

#[test]
fn a_condition_belongs_to_what_it_binds() {
    let text =
        "If the landlord cannot finish the works, it must provide the resident with another home meanwhile.";
    assert_eq!(acts(text)[0].1, text);
}

#[test]
fn every_extraction_says_which_words_made_it() {
    let found = read("The Council should pay Mr E £200 within 2 weeks and send us evidence of payment.");
    let whats: Vec<Field> = found[0].why.iter().map(|why| why.what).collect();
    assert_eq!(whats, [Field::Recommendation, Field::Kind, Field::Addressee, Field::Deadline, Field::Amount]);
    assert_eq!(found[0].why[3].words, "within 2 weeks");
}

#[test]
fn the_form_others_read_is_that_of_the_corpus() {
    let found = read("The Council should pay Mr E £200 by 3 June 2026.");
    let json = serde_json::to_value(&found[0]).unwrap();
    assert_eq!(json["kind"], "payment");
    assert_eq!(json["scope"], "personal");
    assert_eq!(json["deadline"]["type"], "absolute");
    assert_eq!(json["deadline"]["date"], "2026-06-03");
    assert_eq!(json["amount_pence"], 20_000);
    assert_eq!(json["evidence_required"], false);
    assert_eq!(serde_json::from_value::<Extraction>(json).unwrap(), found[0]);
}

#[test]
fn r4_summaries_that_tell_what_was_agreed_are_heard() {
    for text in [
        "We sought the Council's agreement, within 2 weeks, to apologise to Mr A.",
        "We gained the Board's agreement to, within 4 weeks, apologise to Mr A.",
        "We obtained the Council's agreement that it would apologise to Mr A.",
        "The Ombudsman's recommendations included apologising to Mr A.",
        "The Ombudsman's recommendations were that the Board apologises to Mr A.",
        "The Council accepted our recommendation to apologise to Mr A.",
        "The Council has agreed to remedy this injustice by apologising to Mr A.",
        "The Council will have apologised to Mr A by 3 June 2026.",
        "The Council will, by the end of June 2026, have apologised to Mr A.",
        "A senior officer is to apologise to Mr A within 10 days.",
        "What the Board agreed to do within 1 month: apologise to Mr A.",
        "Four weeks were allowed for the Council to apologise to Mr A.",
        "The Practice has 3 weeks in which to apologise to Mr A.",
        "The Trust gave an assurance that it would apologise to Mr A.",
        "To put things right the Trust is writing to Mr A with an apology.",
        "The Practice offered, before 1 August 2026, to apologise to Mr A.",
        "Council to apologise to Mr A by 3 June 2026.",
        "She recommended that the Council apologise to Mr A.",
    ] {
        assert_eq!(kinds(text), [Kind::Apology], "{text}");
    }
}

#[test]
fn r4_what_is_given_beside_is_an_act_of_its_own() {
    let pair = [Kind::Apology, Kind::Explanation];
    for text in [
        "The Council should give Mr A an apology, which should also include an explanation of the delay.",
        "The Council will write to Mr A with an apology and an explanation of the delay.",
        "Apology and explanation to Mr A within 4 weeks.",
        "Mr A to be sent an apology and an explanation within 4 weeks.",
        "The recommendations included apologising to Mr A as well as explaining the delay.",
        "Two steps were agreed: the Council apologises to Mr A; it explains the delay to him.",
        "As well as apologising to Mr A, the Council will explain the delay to him.",
    ] {
        assert_eq!(kinds(text), pair, "{text}");
    }
    assert_eq!(
        kinds("The Board will apologise to Mr A, and for all nurses to be reminded of the policy."),
        [Kind::Apology, Kind::StaffReminder]
    );
    assert_eq!(
        kinds("The Council will mend the gate (and tell Mr A when it starts)."),
        [Kind::InspectionRepair]
    );
    assert_eq!(kinds("Booking policies to be reviewed within 3 months."), [Kind::PolicyProcedure]);
}

#[test]
fn r4_a_request_to_consider_is_one_act() {
    for text in [
        "I request that, to prevent future deaths, consideration is given to the lighting of the crossing.",
        "I would ask you to consider whether the sign can be seen.",
        "I would be grateful if you could look at the sign.",
        "In my opinion consideration should be given to better signs.",
        "I request that you conduct a review of the following issues:\n\na. the lighting\nb. the signs",
    ] {
        assert_eq!(kinds(text), [Kind::Review], "{text}");
    }
}
