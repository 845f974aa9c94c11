//! Who may ask what: one table, asked by pages, commands, mail and machinery alike. The reason is part of the answer.

use serde::{Deserialize, Serialize};

use crate::{
    actor::{Actor, StaffRole},
    case::Case,
    command::{Command, CommandKind},
    id::RecommendationNumber,
    recommendation::Recommendation,
};

/// Why somebody may not ask. The sentence for the reader stands in the catalogues under `denial-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Denial {
    /// Their role does not do this.
    #[error("role")]
    Role,
    /// The case is not theirs.
    #[error("not-your-case")]
    NotYourCase,
    /// The recommendation is not theirs.
    #[error("not-your-recommendation")]
    NotYourRecommendation,
    /// Only the office's machinery does this.
    #[error("machinery-only")]
    MachineryOnly,
}

impl Denial {
    /// Every denial, so that both catalogues can be checked.
    pub const ALL: [Self; 4] =
        [Self::Role, Self::NotYourCase, Self::NotYourRecommendation, Self::MachineryOnly];

    /// The word its sentence is kept under.
    pub fn code(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::NotYourCase => "not-your-case",
            Self::NotYourRecommendation => "not-your-recommendation",
            Self::MachineryOnly => "machinery-only",
        }
    }
}

/// Where in the office a command belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Desk {
    /// Casework: caseworkers, managers, the ombudsman.
    Casework,
    /// Casework and the coordinators who keep it true (R44).
    Follow,
    /// A manager or the ombudsman.
    Senior,
    /// The machinery.
    Machinery,
}

/// Where each command belongs. No arm stands for "the rest": a new command must be placed.
macro_rules! desks {
    ($($desk:ident: $($kind:ident)+;)+) => {
        fn desk(kind: CommandKind) -> Desk {
            match kind { $($(CommandKind::$kind)|+ => Desk::$desk),+ }
        }
    };
}

desks! {
    Follow:
        OpenCase AddBody RecordContact AssignHandler AnswerProposal RecordComplainantComment RecordUnreachable
        RecordReceipt RecordEvent ReceiveEvidence StartReview AssessItem RequestExtension RecordHadIt
        RecordUndelivered CommentOnInstrument RecordOfInstrument RecordHandling QuarantineEvidence
        AcceptMovedEvidence NoteEvidenceMoved RecordTranslation RestOnFreeze PlaceHold ProposeDisposal;
    Casework:
        RecordFinding RecordCheck WriteRecommendation ReviseRecommendation DropRecommendation ProposeResolution
        RecordSettlement CloseWithAgreedActions TurnIntoInvestigation IssueDraft ExtendComments CloseComments
        ConsiderComments SkipFurtherDraft AuthoriseEarlyAction IssueFinalDecision DiscontinueBySettlement
        RecordWithdrawal RecordDeath SubstituteComplainant JudgeMet AskForMore TreatAsMet RecordRefusal
        DecideExtension StopChases ResumeChases RecordPeriod NameContractingBody LinkCase JudgeEarlier
        ReferToEarlier ClassifyFile AddRedactedCopy Disclose MarkSignificant Retain;
    Senior:
        ConsiderPublicReport DecideAfterWithdrawal JudgeNotMet RecomputeDate Cease Supersede
        RecordSpecialReportConsidered Reopen RecordCriterion GiveReportNotice PrepareInstrument IssueInstrument
        RuleOnInstrument TakeEscalationStep BarDocument LiftBar FollowSuccessor CeaseOnClosure LiftHold
        ApproveDisposal RecordPostDecisionReview;
    Machinery:
        SendChase RemindToComment RecordDisposal;
}

/// What a body's link officer may ask by page or mail.
fn of_body(kind: CommandKind) -> bool {
    matches!(
        kind,
        CommandKind::AnswerProposal
            | CommandKind::ReceiveEvidence
            | CommandKind::RequestExtension
            | CommandKind::RestOnFreeze
    )
}

/// What a complainant may ask by page or mail.
fn of_complainant(kind: CommandKind) -> bool {
    matches!(kind, CommandKind::RecordComplainantComment | CommandKind::RecordHadIt)
}

/// May this person ask this of this case now? A case that is not open yet is `None`.
///
/// # Errors
/// The [`Denial`] says why not.
pub fn permit(actor: &Actor, command: &Command, case: Option<&Case>) -> Result<(), Denial> {
    let kind = command.kind();
    match actor {
        Actor::Staff { role, .. } => staff(*role, kind),
        Actor::LinkOfficer { body, .. } => {
            let theirs = case.is_some_and(|case| case.bodies.contains(body));
            if !of_body(kind) {
                Err(Denial::Role)
            } else if !theirs {
                Err(Denial::NotYourCase)
            } else {
                addressed_to(command, case, |number| {
                    case.and_then(|case| case.recommendation(number))
                        .is_some_and(|one| one.terms.addressee == *body)
                })
            }
        }
        Actor::Colleague { body, numbers, .. } => {
            if kind != CommandKind::ReceiveEvidence {
                return Err(Denial::Role);
            }
            if !case.is_some_and(|case| case.bodies.contains(body)) {
                return Err(Denial::NotYourCase);
            }
            addressed_to(command, case, |number| {
                let theirs = |one: &Recommendation| one.terms.addressee == *body;
                numbers.contains(&number)
                    && case.and_then(|case| case.recommendation(number)).is_some_and(theirs)
            })
        }
        Actor::Complainant { person, .. } => {
            let theirs =
                case.and_then(|case| case.complainant.as_ref()).is_some_and(|one| one.person == *person);
            match (of_complainant(kind), theirs) {
                (true, true) => Ok(()),
                (true, false) => Err(Denial::NotYourCase),
                (false, _) => Err(Denial::Role),
            }
        }
        Actor::System if of_machinery(kind) => Ok(()),
        Actor::System => Err(Denial::Role),
    }
}

/// May staff in this role ask for commands of this kind? Pages show a button only then; [`permit`] decides all the same.
///
/// # Errors
/// [`Denial`] says why not.
pub fn staff(role: StaffRole, kind: CommandKind) -> Result<(), Denial> {
    let allowed = match (desk(kind), role) {
        (Desk::Machinery, _) => return Err(Denial::MachineryOnly),
        (_, StaffRole::Administrator) => false,
        (Desk::Follow, _)
        | (_, StaffRole::Manager | StaffRole::Ombudsman)
        | (Desk::Casework, StaffRole::Caseworker) => true,
        (Desk::Casework, StaffRole::Coordinator) | (Desk::Senior, _) => false,
    };
    if allowed { Ok(()) } else { Err(Denial::Role) }
}

fn addressed_to(
    command: &Command,
    case: Option<&Case>,
    theirs: impl Fn(RecommendationNumber) -> bool,
) -> Result<(), Denial> {
    let numbers: Vec<_> = match command {
        Command::AnswerProposal { number, .. } | Command::RequestExtension { number, .. } => vec![*number],
        Command::RestOnFreeze(rests) => vec![rests.number],
        Command::ReceiveEvidence(submission) => {
            submission.targets.iter().map(|target| target.number).collect()
        }
        _ => Vec::new(),
    };
    let known =
        |number: &RecommendationNumber| case.is_some_and(|case| case.recommendation(*number).is_some());
    if numbers.iter().all(|number| known(number) && theirs(*number)) {
        Ok(())
    } else {
        Err(Denial::NotYourRecommendation)
    }
}

/// Everybody who may ask a kind of command at all, in the words the rules are told in; whether of this case and this
/// recommendation is for [`permit`].
pub fn who_may(kind: CommandKind) -> Vec<&'static str> {
    let roles = StaffRole::ALL.into_iter().filter(|role| staff(*role, kind).is_ok()).map(StaffRole::code);
    let others = [
        ("link officer", of_body(kind)),
        ("colleague", kind == CommandKind::ReceiveEvidence),
        ("complainant", of_complainant(kind)),
        ("machinery", of_machinery(kind)),
    ];
    roles.chain(others.into_iter().filter(|(_, may)| *may).map(|(who, _)| who)).collect()
}

/// What the office's machinery may ask: what is owed, and what mail brings.
fn of_machinery(kind: CommandKind) -> bool {
    desk(kind) == Desk::Machinery
        || matches!(kind, CommandKind::RecordUndelivered | CommandKind::ReceiveEvidence)
}

/// May this member of staff look at cases at all? Administrators look after the system, not after cases.
pub fn may_read_cases(role: StaffRole) -> bool {
    role != StaffRole::Administrator
}

/// May this member of staff find, in a search, what was set apart because it came to a case it does not belong to (E8)?
/// Those who answer for the breach may; the papers are another person's, and nobody else needs to come upon them.
pub fn may_find_what_is_apart(role: StaffRole) -> bool {
    matches!(role, StaffRole::Manager | StaffRole::Ombudsman)
}

/// May this member of staff stop or pay the chases of the whole office, or close it for a day (R31, E16)?
pub fn may_steer_the_office(role: StaffRole) -> bool {
    matches!(role, StaffRole::Manager | StaffRole::Ombudsman)
}

/// May this member of staff change what the register says has become of a body: its name, its end, who stands in its
/// place (E13–E15)?
pub fn may_change_bodies(role: StaffRole) -> bool {
    may_administer(role) || may_steer_the_office(role)
}

/// May this member of staff look after bodies, staff and settings?
pub fn may_administer(role: StaffRole) -> bool {
    matches!(role, StaffRole::Administrator | StaffRole::Ombudsman)
}
