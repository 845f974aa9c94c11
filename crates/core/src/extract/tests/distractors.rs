//! What is no recommendation stays out: findings, history, sayings, wishes, rules told in general, fines.

use super::*;

#[test]
fn what_binds_nobody_stays_out() {
    for text in [
        "The Council should have apologised to Mr A.",
        "The landlord must have known of the damp.",
        "The landlord said it would replace the windows.",
        "Mr A says the Council should pay him £5,000.",
        "He wants the Council to apologise and pay him £900.",
        "The Council's policy says it will reply within 20 working days.",
        "Under its procedure the Council should visit within 5 days.",
        "Councils must take reasonable steps to investigate.",
        "A landlord should keep records of repairs.",
        "In March 2024 the Council agreed to repair the gate, but it did not.",
        "The Council had agreed to pay £50.",
        "The penalty must be paid by 14 July 2026.",
        "The delay should be seen in its context.",
        "It should be noted that the Council was short of staff.",
        "I do not recommend that the Council pays anything.",
        "The Council has agreed to implement these recommendations.",
        "In my opinion action should be taken to prevent future deaths.",
        "I considered whether the Council should pay more.",
        "The Council apologised and paid Mr A £100.",
        "I asked the Council to send me its file.",
        "The Council will want to reflect on this.",
        "The landlord agreed to pay £100 in its stage 2 response.",
        "The Trust's own investigation recommended that staff should be trained.",
        "The Tribunal ordered the Council to pay for a place at the school.",
        "This is not a matter where the Council should pay compensation.",
        "The Commissioner reminds the Council that it should reply within 20 working days.",
        "I will require a response from the Chief Executive of the Trust.",
        "We may suggest a remedy if there has been fault.",
        "£250 was paid to Mr A within 3 weeks.",
        "An apology was sent by 3 May 2026.",
        "The hospital to which he was taken replied within 3 weeks.",
        "The landlord offered to pay £40.",
        "I invite you to comment on this draft by 3 May 2026.",
    ] {
        assert_eq!(acts(text), [], "{text}");
    }
}

#[test]
fn a_decision_full_of_story_yields_its_remedies_alone() {
    let text = "What happened\n1. In April the Council told Ms F it would visit. It did not. The Council offered her £100, which \
                she refused.\n2. The Council's policy says officers should visit within 10 working days.\n\nMy findings\n3. The \
                Council should have visited.\n\nAgreed action\n4. Within one month of my final decision, the Council will:\n\
                a) apologise to Ms F. We publish guidance on remedies. The Council should consider this guidance;\nb) pay her \
                £250.\n\nFinal decision\n5. I have completed my investigation. The Council has agreed to carry out the above \
                recommendations.";
    let kinds: Vec<Kind> = acts(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Kind::Apology, Kind::Payment]);
}

#[test]
fn an_empty_text_has_nothing_in_it() {
    assert_eq!(acts(""), []);
    assert_eq!(acts(" \n\n\u{feff}"), []);
}
