//! From the record to a letter's data: which of all the office knows this letter speaks of. Decides nothing.

use amends_core::{
    body::Body,
    case::{Case, Evidence},
    id::BodyId,
    letter::{Letter, LetterKind, Recipient},
    period::DueSpec,
    profile::{ChaseTo, ClockMeaning, Profile},
    recommendation::{Amount, EvidenceItem, Judgement, Need, Recommendation, Scope, State, TreatedReason},
    recurrence::EarlierRef,
    text::{Language, Words},
};
use jiff::civil::Date;

mod instrument;

use super::{
    Reader,
    data::{Action, AmountDue, DueLater, Extension, Handover, LetterData, Matter, Outcome, Received, Sender},
};

/// All that is handed in for one letter.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    /// The case, after the events that made the letter owed.
    pub case: &'a Case,
    /// The letter owed.
    pub letter: &'a Letter,
    /// The office's profile.
    pub profile: &'a Profile,
    /// The bodies of the case, as the register has them.
    pub bodies: &'a [Body],
    /// The name the letter begins with.
    pub to: &'a str,
    /// It is printed and posted.
    pub by_post: bool,
    /// Who in the office writes; the role in the letter's language.
    pub sender: Sender,
    /// The address a reply goes to, with its token.
    pub reply_address: &'a str,
    /// The reader's page, as a whole address.
    pub page: Option<&'a str>,
    /// The body's own reference.
    pub own_reference: Option<&'a str>,
    /// The day.
    pub today: Date,
    /// What the folded case does not keep.
    pub bits: Bits<'a>,
}

/// What is known of the occasion and not kept in the folded case.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bits<'a> {
    /// What more is needed, from the request for it (R35).
    pub needed: Option<&'a Words>,
    /// By when the office means to have looked at what came.
    pub check_by: Option<Date>,
    /// To whom this step of the ladder goes (R31).
    pub chase_to: Option<ChaseTo>,
}

/// The data of one letter.
pub fn gather(given: &Given<'_>) -> LetterData {
    let Given { case, letter, profile, .. } = given;
    let (reader, language) = reader_and_language(given);
    let language = letter.language.unwrap_or(language);
    // What a draft instrument recommends is not in the case yet.
    let drafted = if letter.letter == LetterKind::InstrumentDraft {
        case.prepared_recommendations()
    } else {
        Vec::new()
    };
    let found = |number| case.recommendation(number).or(drafted.iter().find(|one| one.number == number));
    let named: Vec<_> = letter.numbers.iter().filter_map(|number| found(*number)).collect();
    let spoken_of = |one: &&&Recommendation| reader == Reader::Body || one.terms.scope == Scope::Personal;
    let actions = named.iter().filter(spoken_of).map(|one| action(given, one, reader, language)).collect();
    let complainant = case.complainant.as_ref().filter(|_| reader == Reader::Complainant);
    let sent = latest_submission(case, letter);
    let statement_only = letter.letter == LetterKind::FurtherEvidence
        && given.bits.needed.is_none()
        && sent.is_some_and(|evidence| evidence.submission.is_statement_only());
    LetterData {
        kind: letter.letter.code().to_owned(),
        reader,
        language,
        to: given.to.to_owned(),
        by_post: given.by_post,
        adjustments: complainant.and_then(|person| spoken(person.adjustments.as_ref())),
        office: profile.name.get(language).to_owned(),
        bilingual: profile.languages.len() > 1,
        sender: given.sender.clone(),
        reply_address: given.reply_address.to_owned(),
        today: given.today,
        clock_label: profile.clock_label.text.get(language).to_owned(),
        clock_is_for_telling: profile.clock_label.meaning == ClockMeaning::TellUsBy,
        reference: case.reference.to_string(),
        matters: vec![Matter {
            reference: case.reference.to_string(),
            own_reference: given.own_reference.map(str::to_owned),
            page: given.page.map(str::to_owned),
            bodies: given.bodies.iter().map(|body| body.name.get(language).to_owned()).collect(),
            actions,
        }],
        improvements: named.iter().filter(|one| one.terms.scope == Scope::Service).count(),
        answer_by: answer_by(case, letter),
        decided_on: case.decided_on(),
        draft: case.latest_draft().map(|round| round.draft),
        needed: spoken(given.bits.needed),
        note: None,
        statement_only,
        received: match letter.letter {
            LetterKind::WrongEvidence => set_apart(case, letter).map(received_on),
            _ => sent.filter(|_| letter.letter == LetterKind::EvidenceReceipt).map(received),
        },
        handover: handover(given, language).filter(|_| letter.letter == LetterKind::SuccessorNotice),
        check_by: given.bits.check_by,
        instrument: instrument::name(case, letter.letter, profile, language),
        reasons: spoken(instrument::reasons(case, letter)),
        earlier: earlier(case, letter, language),
        to_chief_executive: given.bits.chase_to == Some(ChaseTo::ChiefExecutive),
    }
}

/// One letter for all that is chased at one body on one day (R31): the matters of all, in order of their references.
/// Nothing where there is none, or where they are not chases for one reader in one language.
pub fn digest(letters: Vec<LetterData>) -> Option<LetterData> {
    let mut letters = letters.into_iter();
    let mut whole = letters.next()?;
    let chases = [LetterKind::Chase.code(), LetterKind::Reminder.code()];
    if !chases.contains(&whole.kind.as_str()) {
        return None;
    }
    for letter in letters {
        let same = letter.kind == whole.kind
            && letter.language == whole.language
            && letter.to == whole.to
            && letter.to_chief_executive == whole.to_chief_executive;
        if !same {
            return None;
        }
        whole.matters.extend(letter.matters);
        whole.improvements += letter.improvements;
    }
    whole.matters.sort_by(|one, other| one.reference.cmp(&other.reference));
    whole.reference = whole.matters.first()?.reference.clone();
    Some(whole)
}

fn reader_and_language(given: &Given<'_>) -> (Reader, Language) {
    let first = given.profile.languages.first().copied().unwrap_or_default();
    match given.letter.recipient {
        Recipient::Body { body } => {
            let language = given.bodies.iter().find(|one| one.id == body).map(|one| one.language);
            (Reader::Body, language.unwrap_or(first))
        }
        Recipient::Complainant => {
            let language = given.case.complainant.as_ref().map(|person| person.language);
            (Reader::Complainant, language.unwrap_or(first))
        }
    }
}

/// The words of a text, unless there are none or they have been erased.
fn spoken(words: Option<&Words>) -> Option<String> {
    words.filter(|words| !words.is_blank()).map(|words| words.as_str().to_owned())
}

fn latest_submission<'a>(case: &'a Case, letter: &Letter) -> Option<&'a Evidence> {
    let Recipient::Body { body } = letter.recipient else { return None };
    case.evidence.iter().rev().find(|one| {
        let aims = |target: &amends_core::evidence::Target| letter.numbers.contains(&target.number);
        one.submission.body == body && one.submission.targets.iter().any(aims)
    })
}

fn received(evidence: &Evidence) -> Received {
    let files = evidence.submission.files.iter().map(|file| file.name.as_str().to_owned()).collect();
    Received { on: evidence.submission.received_on, files }
}

/// What was set apart last for this body (E8). Names of its files are not repeated: they may name somebody else.
fn set_apart<'a>(case: &'a Case, letter: &Letter) -> Option<&'a Evidence> {
    let Recipient::Body { body } = letter.recipient else { return None };
    let apart = case.disclosure.quarantined.iter().rev().filter_map(|one| case.submission(one.evidence));
    apart.into_iter().find(|one| one.submission.body == body)
}

fn received_on(evidence: &Evidence) -> Received {
    Received { on: evidence.submission.received_on, files: Vec::new() }
}

/// Which body stands in the place of which, as what is followed says (E13).
fn handover(given: &Given<'_>, language: Language) -> Option<Handover> {
    let numbers = &given.letter.numbers;
    let mut all = given.case.followed.iter().rev();
    let followed = all.find(|one| one.numbers.iter().any(|number| numbers.contains(number)))?;
    Some(Handover {
        from: name_of(given, followed.body, language),
        to: name_of(given, followed.successor, language),
        instrument: followed.instrument.clone(),
        since: followed.from,
    })
}

fn answer_by(case: &Case, letter: &Letter) -> Option<Date> {
    match letter.letter {
        LetterKind::Proposal => case.proposal.as_ref().map(|proposal| proposal.answer_by),
        LetterKind::Draft | LetterKind::CommentReminder => match letter.recipient {
            Recipient::Complainant => case.latest_draft()?.complainant,
            Recipient::Body { body } => case.asked_to_answer_by(body),
        },
        LetterKind::SettlementClosed
        | LetterKind::FinalDecision
        | LetterKind::Discontinuance
        | LetterKind::EvidenceReceipt
        | LetterKind::FurtherEvidence
        | LetterKind::ExtensionDecision
        | LetterKind::TreatedAsMet
        | LetterKind::Completion
        | LetterKind::ClosedWithFailures
        | LetterKind::Chase
        | LetterKind::Reminder
        | LetterKind::ReportNotice
        | LetterKind::InstrumentIssued
        | LetterKind::StillWaiting
        | LetterKind::WrongEvidence
        | LetterKind::SuccessorNotice => None,
        LetterKind::InstrumentDraft => instrument::answer_by(case, letter),
    }
}

fn action(given: &Given<'_>, one: &Recommendation, reader: Reader, language: Language) -> Action {
    let case = given.case;
    let due = one.evidence_due_on();
    let several = reader == Reader::Complainant && case.bodies.len() > 1;
    let (required, any_of) = wanted(&one.terms.evidence);
    let explanation = one.current_date().map(|version| {
        version.evidence_due_on.explanation.iter().map(|line| line.get(language).to_owned()).collect()
    });
    let replaces = case
        .recommendations
        .iter()
        .find(|other| matches!(other.judgement, Some(Judgement::Superseded { by }) if by == one.number));
    Action {
        number: one.number.0,
        reference: case.reference.recommendation(one.number),
        body: if several { name_of(given, one.terms.addressee, language) } else { String::new() },
        wording: one.terms.wording.as_str().to_owned(),
        amount: one.terms.amount.as_ref().map(amount),
        set_off_allowed: one.terms.set_off_allowed,
        required,
        any_of,
        evidence_due_on: due.or(written_date(one)),
        first_due_on: one.original_due_on().filter(|first| Some(*first) != due),
        explanation: explanation.unwrap_or_default(),
        due_later: due.is_none().then(|| due_later(one, language)).flatten(),
        days_overdue: one.days_overdue(given.today),
        early_action: one.early_action_authorised,
        replaces: replaces.map(|other| other.number.0),
        extension: extension(one),
        outcome: outcome(one, given.profile, language),
        takes_up: one.terms.takes_up.iter().map(EarlierRef::whole).collect(),
    }
}

/// The paragraphs that refer to earlier recommendations: to a body those about its own, to the complainant all (R50).
/// They stand in what proposes and what decides.
fn earlier(case: &Case, letter: &Letter, language: Language) -> Vec<String> {
    if !matches!(letter.letter, LetterKind::Draft | LetterKind::FinalDecision | LetterKind::Discontinuance) {
        return Vec::new();
    }
    let theirs = case.reference_paragraphs().filter(|text| match letter.recipient {
        Recipient::Body { body } => text.body == body,
        Recipient::Complainant => true,
    });
    theirs.filter_map(|text| spoken(Some(text.get(language)))).collect()
}

fn name_of(given: &Given<'_>, body: BodyId, language: Language) -> String {
    let found = given.bodies.iter().find(|one| one.id == body);
    found.map(|body| body.name.get(language).to_owned()).unwrap_or_default()
}

fn amount(amount: &Amount) -> AmountDue {
    match amount {
        Amount::Exact { pence } => AmountDue::Exact { sum: pence.to_string() },
        Amount::Formula { wording, at_most } => {
            AmountDue::Formula { wording: wording.as_str().to_owned(), at_most: at_most.to_string() }
        }
    }
}

/// The evidence list: what must be shown, and the groups of which one item is enough (R27).
fn wanted(items: &[EvidenceItem]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut required = Vec::new();
    let mut groups: Vec<(u8, Vec<String>)> = Vec::new();
    for item in items {
        let what = item.what.as_str().to_owned();
        match item.need {
            Need::Required => required.push(what),
            Need::AnyOf { group } => match groups.iter_mut().find(|(known, _)| *known == group) {
                Some((_, of)) => of.push(what),
                None => groups.push((group, vec![what])),
            },
        }
    }
    (required, groups.into_iter().map(|(_, of)| of).collect())
}

/// A date that is written out in the terms, before it has become a date of the record.
fn written_date(one: &Recommendation) -> Option<Date> {
    match one.terms.evidence_due {
        Some(DueSpec::On { date }) => Some(date),
        Some(DueSpec::After { .. } | DueSpec::OnEvent { .. }) | None => None,
    }
}

fn due_later(one: &Recommendation, language: Language) -> Option<DueLater> {
    match one.terms.evidence_due.as_ref()? {
        DueSpec::On { .. } => None,
        DueSpec::After { length, anchor } => Some(DueLater::After {
            length: length.say(language),
            anchor: match anchor {
                amends_core::period::Anchor::FinalDecision => "final_decision",
                amends_core::period::Anchor::Receipt => "receipt",
                amends_core::period::Anchor::ReportDate => "report_date",
            }
            .to_owned(),
        }),
        DueSpec::OnEvent { length, event, backstop } => Some(DueLater::OnEvent {
            length: length.say(language),
            event: event.clone(),
            backstop: *backstop,
        }),
    }
}

fn extension(one: &Recommendation) -> Option<Extension> {
    let (request, decision) = one
        .extensions
        .iter()
        .rev()
        .find_map(|request| request.decision.as_ref().map(|decision| (request, decision)))?;
    let stood = one.dates.iter().rev().find(|version| {
        !matches!(version.because,
            amends_core::recommendation::DateReason::Extension { extension, .. } if extension == request.extension)
    });
    Some(Extension {
        asked_on: request.asked_on,
        until: request.until,
        granted_until: decision.granted_until,
        reason: decision.reason.as_str().to_owned(),
        late: request.late,
        stood: decision.until_then.or(stood.map(|version| version.evidence_due_on.date)),
    })
}

fn outcome(one: &Recommendation, profile: &Profile, language: Language) -> Option<Outcome> {
    let state = one.state();
    let word = match state {
        State::Withdrawn => Some(&profile.outcomes.withdrawn_by_office),
        other => profile.outcomes.word(other.code()),
    };
    let mut outcome = Outcome {
        is: state.code().to_owned(),
        satisfied: state.is_satisfied(),
        word: word.map(|word| word.get(language).to_owned()).unwrap_or_default(),
        reasons: None,
        treated: None,
        open_until: None,
    };
    match one.judgement.as_ref()? {
        Judgement::Met { .. } | Judgement::Superseded { .. } => {}
        Judgement::TreatedAsMet { reason, note } => {
            outcome.reasons = spoken(Some(note));
            let (treated, open_until) = match reason {
                TreatedReason::CircumstancesChanged => ("circumstances_changed", None),
                TreatedReason::ComplainantDeclined { .. } => ("complainant_declined", None),
                TreatedReason::OfferOpen { until, .. } => ("offer_open", Some(*until)),
                TreatedReason::SetOff => ("set_off", None),
            };
            (outcome.treated, outcome.open_until) = (Some(treated.to_owned()), open_until);
        }
        Judgement::NotMet { reasons } | Judgement::Refused { reasons, .. } => {
            outcome.reasons = spoken(Some(reasons));
        }
        Judgement::Ceased { reason } => outcome.reasons = spoken(Some(reason)),
    }
    Some(outcome)
}
