//! All that may be asked of a case. There is no other way to change one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    case::{AgreedBy, Check, ConsideredOutcome, ContactPurpose, Instrument},
    disclosure::{
        BarLifted, Barred, Classified, Disclosed, MovedIn, MovedOut, Quarantine, RedactedCopy, Translation,
    },
    evidence::{Shown, Submission},
    id::{BodyId, CaseId, CaseReference, EvidenceId, ExtensionId, PostId, RecommendationNumber, StaffId},
    instrument::InstrumentNumber,
    issued::{ContractingBody, InstrumentComment, OnPeriod, Preparation, Relation, Ruled, Told},
    money::Pence,
    party::Complainant,
    profile::EscalationStep,
    recommendation::{Answer, DropReason, ItemNumber, Terms, TreatedReason},
    recurrence::{Conclusion, EarlierRef, ReferenceParagraph},
    retention::{Class, Disposal, HoldAsked, HoldNumber, ReviewOutcome},
    succession::{CeasedOnClosure, Follow, RestsOnFreeze},
    text::Words,
};

mod kind;
mod opening;

pub use kind::CommandKind;
pub use opening::Opening;

/// What somebody asks to be done with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a case is opened once; commands are not kept in numbers")]
pub enum Command {
    /// Open a case.
    OpenCase(Opening),
    /// Give the case to another member of staff.
    AssignHandler {
        /// To whom.
        handler: StaffId,
    },
    /// Add a body to the case (E11).
    AddBody {
        /// Which.
        body: BodyId,
    },
    /// Record what was found (R2).
    RecordFinding {
        /// Whose fault.
        body: BodyId,
        /// What went wrong.
        fault: Words,
        /// What it caused; none where no injustice was found.
        injustice: Option<Words>,
        /// Does it look systemic (R48)?
        systemic: bool,
    },
    /// Record that something mandatory was looked at (R39, R43, R48, R52).
    RecordCheck {
        /// What.
        check: Check,
        /// Which version of the guidance.
        version: Option<String>,
        /// What was concluded.
        note: Words,
    },
    /// Log a contact or advice (R13, R14, R19).
    RecordContact {
        /// Why.
        purpose: ContactPurpose,
        /// With whom and what was said.
        note: Words,
    },
    /// Write a recommendation.
    WriteRecommendation {
        /// What it says.
        terms: Box<Terms>,
    },
    /// Change what a recommendation says.
    ReviseRecommendation {
        /// Which.
        number: RecommendationNumber,
        /// What it says now.
        terms: Box<Terms>,
    },
    /// Withdraw a recommendation before the decision (R12).
    DropRecommendation {
        /// Which.
        number: RecommendationNumber,
        /// Why.
        reason: DropReason,
        /// More about why.
        note: Words,
    },
    /// Early resolution: put the actions to the body (R5).
    ProposeResolution {
        /// By when it should answer.
        answer_by: Date,
    },
    /// Record a body's answer on one recommendation (R10, R12, R18).
    AnswerProposal {
        /// Which body.
        body: BodyId,
        /// Which recommendation.
        number: RecommendationNumber,
        /// What it says.
        answer: Answer,
        /// When the office had it (R15).
        received_on: Date,
        /// With which teams it was checked (R11).
        checked_with: Option<Words>,
    },
    /// Early resolution: record what was agreed (PSOW Act 2019 s.28(6)).
    RecordSettlement {
        /// Was there, or likely, injustice?
        injustice_concluded: bool,
        /// What went wrong, in a line.
        what_went_wrong: Words,
        /// Who agreed.
        agreed_by: Words,
        /// How.
        how: AgreedBy,
        /// When.
        agreed_on: Date,
    },
    /// Early resolution: close the case; the actions stay alive (R6, R7).
    CloseWithAgreedActions,
    /// Early resolution failed: investigate.
    TurnIntoInvestigation {
        /// Why.
        reason: Words,
    },
    /// Send the draft to both parties (R9).
    IssueDraft {
        /// By when bodies are asked to comment.
        bodies_by: Date,
        /// By when the complainant is asked to comment.
        complainant_by: Option<Date>,
    },
    /// Record what the complainant says of a draft.
    RecordComplainantComment {
        /// On which recommendation; none for the whole.
        number: Option<RecommendationNumber>,
        /// What.
        comment: Words,
        /// When the office had it.
        received_on: Date,
    },
    /// Give a body more time to comment.
    ExtendComments {
        /// Which.
        body: BodyId,
        /// Until when.
        until: Date,
        /// Why.
        reason: Words,
    },
    /// Remind a body that has not answered; only the office's machinery asks this, once for each draft (R15).
    RemindToComment {
        /// Which body.
        body: BodyId,
        /// The message.
        post: PostId,
    },
    /// Close the comments on the draft; who said nothing has not agreed.
    CloseComments,
    /// Record how comments on one recommendation were considered (R19).
    ConsiderComments {
        /// Which.
        number: RecommendationNumber,
        /// What came of it.
        outcome: ConsideredOutcome,
        /// Why.
        reasoning: Words,
    },
    /// Send no further draft although the recommendations changed (R20).
    SkipFurtherDraft {
        /// Why.
        reason: Words,
    },
    /// Let the body act before the final decision (R17).
    AuthoriseEarlyAction {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reason: Words,
    },
    /// Consider a public report, because the office stands by what the body does not agree to (R21).
    ConsiderPublicReport {
        /// Why.
        reason: Words,
    },
    /// Issue the final decision (R16, R22, R23).
    IssueFinalDecision {
        /// By which instrument.
        instrument: Instrument,
        /// Its date.
        decided_on: Date,
    },
    /// End the investigation because of action the body agreed to (R8).
    DiscontinueBySettlement {
        /// The date.
        on: Date,
        /// Why further investigation is not needed.
        reason: Words,
    },
    /// The complainant withdraws (E2).
    RecordWithdrawal {
        /// When.
        on: Date,
    },
    /// Decide what becomes of a case whose complainant withdrew or died (E1, E2).
    DecideAfterWithdrawal {
        /// Go on with it?
        carry_on: bool,
        /// Why.
        reason: Words,
    },
    /// The complainant died (E1).
    RecordDeath {
        /// When the office heard.
        on: Date,
    },
    /// Somebody suitable stands in (E1; PSOW Act 2019 s.7).
    SubstituteComplainant {
        /// Who, with what shows they may.
        by: Box<Complainant>,
    },
    /// The complainant cannot be reached (E4).
    RecordUnreachable {
        /// Since when.
        on: Date,
        /// What was tried.
        attempts: Words,
    },
    /// Record when a body received an instrument (I3, E17).
    RecordReceipt {
        /// Which body.
        body: BodyId,
        /// The day.
        received_on: Date,
        /// What shows it.
        shown_by: Words,
        /// What the body says, where it disputes it.
        disputed: Option<Words>,
        /// Which instrument, by its number; the decision where none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instrument: Option<InstrumentNumber>,
    },
    /// The event a date waits for has happened (E39).
    RecordEvent {
        /// Which recommendation.
        number: RecommendationNumber,
        /// When.
        happened_on: Date,
    },
    /// Compute a date anew, because a day was added on which nobody works (E16).
    RecomputeDate {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Which day, and why it is not worked.
        reason: Words,
    },
    /// Evidence has come (R24–R27, R29).
    ReceiveEvidence(Box<Submission>),
    /// A reviewer takes it up (R32).
    StartReview {
        /// Which recommendation.
        number: RecommendationNumber,
    },
    /// The reviewer's finding on one item.
    AssessItem {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Which item.
        item: ItemNumber,
        /// In which submission.
        evidence: EvidenceId,
        /// What was found.
        shown: Shown,
        /// Where, and anything else.
        comment: Option<Words>,
    },
    /// The office is satisfied (R33).
    JudgeMet {
        /// Which recommendation.
        number: RecommendationNumber,
        /// By which evidence.
        satisfied_by: Vec<EvidenceId>,
        /// The sum the evidence shows was paid, where it is money (E5).
        paid: Option<Pence>,
    },
    /// More is needed (R35).
    AskForMore {
        /// Which recommendation.
        number: RecommendationNumber,
        /// What is needed.
        needed: Words,
        /// A new date, where one is agreed.
        evidence_due_on: Option<Date>,
    },
    /// Treat as met, for a good reason (R36).
    TreatAsMet {
        /// Which recommendation.
        number: RecommendationNumber,
        /// The reason.
        reason: TreatedReason,
        /// The account of it.
        note: Words,
    },
    /// Not done, and no good reason (R37).
    JudgeNotMet {
        /// Which recommendation.
        number: RecommendationNumber,
        /// The office's reasons.
        reasons: Words,
    },
    /// The body refuses (R3, E22).
    RecordRefusal {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Its reasons.
        reasons: Words,
    },
    /// Stop pursuing what is unachievable or disproportionate (E23).
    Cease {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reason: Words,
    },
    /// Put another recommendation in its place (E23).
    Supersede {
        /// Which.
        number: RecommendationNumber,
        /// What stands in its place.
        terms: Box<Terms>,
        /// Why.
        reason: Words,
    },
    /// Record that a special report was considered for what was not met (R37).
    RecordSpecialReportConsidered {
        /// Which recommendation.
        number: RecommendationNumber,
        /// What was concluded.
        conclusion: Words,
    },
    /// Reopen what had ended, on new information.
    Reopen {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reason: Words,
        /// The date by which the office must now be told.
        evidence_due_on: Date,
    },
    /// Ask for a later date (R30).
    RequestExtension {
        /// The request's id.
        extension: ExtensionId,
        /// Which recommendation.
        number: RecommendationNumber,
        /// When it was asked.
        asked_on: Date,
        /// Until when.
        until: Date,
        /// Why.
        reason: Words,
        /// What has been done so far.
        done_so_far: Option<Words>,
    },
    /// Decide a request for a later date (R30, I4).
    DecideExtension {
        /// Which request.
        extension: ExtensionId,
        /// The new date; none to refuse.
        granted_until: Option<Date>,
        /// Why.
        reason: Words,
        /// Given in writing?
        in_writing: bool,
    },
    /// The complainant says whether they have had it.
    RecordHadIt {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Have they?
        had_it: bool,
        /// What they say.
        note: Option<Words>,
    },
    /// Stop chasing on this case.
    StopChases {
        /// Why.
        reason: Words,
    },
    /// Chase again.
    ResumeChases,
    /// A chase goes; only the office's machinery asks this, and only for what is owed (R31).
    SendChase {
        /// Which recommendations, and which version of each date.
        numbers: Vec<(RecommendationNumber, u8)>,
        /// Which step of the ladder.
        step: String,
        /// The message.
        post: PostId,
    },
    /// A message came back undelivered: a bounced chase is not a chase.
    RecordUndelivered {
        /// The message.
        post: PostId,
    },
    // Reports and notices.
    /// Record the period agreed for a report by the alternative route (PSOW Act 2019 s.27(2)–(3)).
    RecordPeriod {
        /// Whether the complainant agreed.
        complainant: OnPeriod,
    },
    /// Record a criterion for a public report (R52).
    RecordCriterion {
        /// Its id in the profile.
        criterion: String,
        /// Why it applies.
        reasons: Words,
    },
    /// Give a body notice that a report is coming (lifecycle 7.3).
    GiveReportNotice {
        /// Which body.
        body: BodyId,
        /// Why a report.
        reasons: Words,
    },
    /// Name the health body that contracted with a provider (PSOW Act 2019 ss.23(2)(d)–(e), 25).
    NameContractingBody {
        /// Both.
        named: ContractingBody,
    },
    /// Prepare an instrument that follows another, and send it for comment where it recommends something (R9, R37).
    PrepareInstrument(Box<Preparation>),
    /// Record what a party says of a draft instrument.
    CommentOnInstrument {
        /// Who, and what.
        comment: InstrumentComment,
    },
    /// Issue the instrument that was prepared.
    IssueInstrument {
        /// Why the office's own policy of waiting for the period to end is set aside (R41).
        before_expiry: Option<Words>,
    },
    /// Record what the office is told of an instrument.
    RecordOfInstrument {
        /// Which.
        instrument: InstrumentNumber,
        /// By or about which body.
        body: BodyId,
        /// What.
        told: Told,
    },
    /// Rule on an instrument.
    RuleOnInstrument {
        /// Which.
        instrument: InstrumentNumber,
        /// For which body.
        body: BodyId,
        /// What.
        ruled: Ruled,
    },

    // Earlier improvements.
    /// Judge whether earlier service improvements had time to embed, and whether the fault recurs (R49–R51).
    JudgeEarlier {
        /// At which body.
        body: BodyId,
        /// Which ones.
        earlier: Vec<EarlierRef>,
        /// What is concluded.
        conclusion: Conclusion,
        /// Why (R49).
        reasons: Words,
    },
    /// Refer to earlier service improvements in the decision (R50).
    ReferToEarlier(ReferenceParagraph),

    // Escalation and handling.
    /// Take a step where a body does not comply (practice 2.4).
    TakeEscalationStep {
        /// For which recommendation.
        number: RecommendationNumber,
        /// Which.
        step: EscalationStep,
        /// Why, and what came of it.
        reason: Words,
        /// The new date, where the step is more time.
        evidence_due_on: Option<Date>,
    },
    /// Record that another case belongs to this one.
    LinkCase {
        /// The other.
        case: CaseId,
        /// Its reference.
        reference: CaseReference,
        /// How they belong together.
        relation: Relation,
        /// Why.
        reason: Words,
    },
    /// Note how a body dealt with the office (R56).
    RecordHandling {
        /// Which body.
        body: BodyId,
        /// The code, of the profile's list.
        code: String,
        /// The comment.
        note: Words,
        /// The number of the event in the case that it rests on.
        #[serde(default)]
        because: Option<u32>,
    },
    // Keeping and disposal.
    /// Keep the evidence of a service improvement longer, because it is significant (R55).
    MarkSignificant {
        /// Which recommendation.
        number: RecommendationNumber,
        /// Why.
        reasons: Words,
    },
    /// Stop disposal, of the case or of some papers (E25, E29).
    PlaceHold(HoldAsked),
    /// Stop it no longer for this reason.
    LiftHold {
        /// Which hold.
        hold: HoldNumber,
        /// Why.
        reason: Words,
    },
    /// Keep the case longer, and look again on a day.
    Retain {
        /// Why.
        reason: Words,
        /// When to look again.
        review_on: Date,
    },
    /// Propose that something goes whose day has come (R54).
    ProposeDisposal {
        /// What.
        class: Class,
        /// Why.
        reason: Words,
    },
    /// Approve what somebody else proposed; it goes at once (R54).
    ApproveDisposal {
        /// What.
        class: Class,
    },
    /// It was destroyed; only the office's machinery asks this, in the transaction that destroys it.
    RecordDisposal {
        /// What.
        disposal: Box<Disposal>,
    },
    /// Record a review of the decision, and what it changes (E26).
    RecordPostDecisionReview {
        /// What it concluded.
        outcome: ReviewOutcome,
        /// Why.
        reasons: Words,
        /// When.
        on: Date,
        /// Recommendations that others take the place of, with what those say.
        #[serde(default)]
        replaced: Vec<(RecommendationNumber, Box<Terms>)>,
        /// Recommendations that are no longer pursued.
        #[serde(default)]
        ended: Vec<RecommendationNumber>,
    },
    // Disclosure.
    /// Set a submission apart: it is for another case, body or complainant (E8).
    QuarantineEvidence(Quarantine),
    /// Take what was set apart in another case of the same body (E8).
    AcceptMovedEvidence(MovedIn),
    /// Record where what was set apart went (E8).
    NoteEvidenceMoved(MovedOut),
    /// Say who may see a file (E9).
    ClassifyFile(Classified),
    /// Add a copy with what may not be seen taken out (E9).
    AddRedactedCopy(RedactedCopy),
    /// Record a notice that bars a document (E10).
    BarDocument(Barred),
    /// Record that the notice was withdrawn (E10).
    LiftBar(BarLifted),
    /// Disclose, on a ground of the law, and log it (E34).
    Disclose(Disclosed),
    /// A step of a translation (E33).
    RecordTranslation(Translation),

    // Bodies over time.
    /// Let open recommendations follow a body's successor (E13).
    FollowSuccessor(Follow),
    /// Stop pursuing what a closed provider can no longer do (E15).
    CeaseOnClosure(CeasedOnClosure),
    /// Say that a request for a later date rests on a spending freeze (E24).
    RestOnFreeze(RestsOnFreeze),
}
