//! The instruments of the law: what an investigation ends with, and what follows where recommendations are not carried
//! out. Which of them an office has, and on what grounds, stands in its profile.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$about:meta])+ $name:ident { $($(#[$doc:meta])+ $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])+ $variant),+ }

        impl $name {
            /// Every one, in the order lists show them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word the record, the profiles and the command line use.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;
            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                match text { $($code => Ok(Self::$variant),)+ other => Err(UnknownCode(other.to_owned())) }
            }
        }
    };
}

/// A word that names nothing of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not known here")]
pub struct UnknownCode(pub String);

codes! {
    /// An instrument the office issues. Which are lawful, when and on what ground is for the profile.
    Instrument {
        /// A report by the alternative, non-public route (PSOW Act 2019 s.27).
        ReportWithoutPublicity = "report_without_publicity",
        /// A report (PSOW Act 2019 s.23; LGA 1974 s.30(1)).
        Report = "report",
        /// A statement of reasons (LGA 1974 s.30(1B), s.34H).
        StatementOfReasons = "statement_of_reasons",
        /// A decision letter, where no statute names an instrument.
        DecisionLetter = "decision_letter",
        /// A special report: injustice was not remedied, or a promise was broken (PSOW Act 2019 s.28).
        SpecialReport = "special_report",
        /// A further report after a report that was not complied with (LGA 1974 s.31(2A)).
        FurtherReport = "further_report",
        /// A statement the body must publish after a further report (LGA 1974 s.31(2D)).
        PublishedStatement = "published_statement",
        /// An adverse findings notice about a care provider (LGA 1974 s.34I(3)).
        AdverseFindingsNotice = "adverse_findings_notice",
    }
}

codes! {
    /// A fact a ground or a route rests on: present in the record, or missing from it.
    Fact {
        /// The instrument it follows was issued to the body.
        InstrumentIssued = "instrument_issued",
        /// When the body received it is recorded, with what shows it (I3).
        ReceiptRecorded = "receipt_recorded",
        /// The period for notifying the office, as it was extended, has run out.
        ResponsePeriodOver = "response_period_over",
        /// The body has notified nothing within it.
        NoNotification = "no_notification",
        /// The body has notified what it did or will do.
        NotificationReceived = "notification_received",
        /// The office is not satisfied with the action notified.
        ActionNotSatisfactory = "action_not_satisfactory",
        /// The office is not satisfied with the period notified.
        PeriodNotSatisfactory = "period_not_satisfactory",
        /// The office is satisfied with what was notified.
        ResponseSatisfactory = "response_satisfactory",
        /// The period for carrying it out, or for confirming it, has run out.
        ConfirmationPeriodOver = "confirmation_period_over",
        /// There is no satisfactory confirmation that it was done.
        NoConfirmation = "no_confirmation",
        /// The office is satisfied that the body has decided to do nothing.
        DecidedNoAction = "decided_no_action",
        /// The body agreed to implement every recommendation.
        AgreedByBody = "agreed_by_body",
        /// The period for implementing is agreed, or specified in writing.
        PeriodAgreed = "period_agreed",
        /// The complainant, where there is one, agreed to the period, or no agreement was possible.
        ComplainantAgreedPeriod = "complainant_agreed_period",
        /// The permitted or agreed period has run out for something.
        AgreedPeriodOver = "agreed_period_over",
        /// Something was not done within its period.
        NotImplemented = "not_implemented",
        /// The office concluded that there was, or likely was, injustice.
        InjusticeConcluded = "injustice_concluded",
        /// No injustice was found.
        NoInjustice = "no_injustice",
        /// Particular action was agreed (PSOW Act 2019 s.28(6)).
        ParticularAction = "particular_action",
        /// It was agreed for before the end of a particular period (PSOW Act 2019 s.28(6)).
        ParticularPeriod = "particular_period",
        /// The office considered the public interest, and found that it does not call for a public report.
        PublicInterestNotRequired = "public_interest_not_required",
        /// At least one criterion for a public report is recorded, with reasons.
        CriterionRecorded = "criterion_recorded",
        /// The body was given notice, with reasons, that a report is coming.
        AdvanceNoticeGiven = "advance_notice_given",
        /// The office is satisfied with the action taken or proposed, and a report is not appropriate (LGA 1974 s.30(1B)).
        SatisfiedWithAction = "satisfied_with_action",
        /// A recommendation was judged not met or refused, without good reason.
        JudgedNotMet = "judged_not_met",
    }
}

codes! {
    /// Somebody who gets a copy of an instrument, or may or must not.
    Addressee {
        /// The complainant, where there is one.
        Complainant = "complainant",
        /// The body.
        Body = "body",
        /// Whoever referred the complaint.
        Referrer = "referrer",
        /// A person alleged to have taken or authorised the action, or identified negatively.
        PersonIdentified = "person_identified",
        /// The health board or body that contracted with a family health or independent provider.
        ContractingHealthBody = "contracting_health_body",
        /// The First Minister.
        FirstMinister = "first_minister",
        /// The Welsh Ministers.
        WelshMinisters = "welsh_ministers",
        /// The Scottish Ministers.
        ScottishMinisters = "scottish_ministers",
        /// The regulator of care.
        CareRegulator = "care_regulator",
        /// A local authority with an interest.
        InterestedAuthority = "interested_authority",
        /// The member of parliament through whom the complaint came.
        MemberOfParliament = "member_of_parliament",
        /// The monitoring officer of a council.
        MonitoringOfficer = "monitoring_officer",
        /// Everyone who had a copy of the instrument it follows.
        EveryoneOfTheFirst = "everyone_of_the_first",
        /// Anyone else the office thinks appropriate.
        Others = "others",
        /// The public.
        Public = "public",
    }
}

/// The ground of an instrument, by its id in the profile: `s28(2)(a)`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroundId(pub String);

impl fmt::Display for GroundId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The number of an instrument within its case: 1 for the decision, 2, 3 … for what followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InstrumentNumber(pub u8);

impl fmt::Display for InstrumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back_as_what_it_names() {
        for instrument in Instrument::ALL {
            assert_eq!(instrument.code().parse::<Instrument>(), Ok(*instrument));
            assert_eq!(serde_json::to_value(instrument).unwrap(), instrument.code());
        }
        for fact in Fact::ALL {
            assert_eq!(serde_json::to_value(fact).unwrap(), fact.code());
        }
        for addressee in Addressee::ALL {
            assert_eq!(serde_json::to_value(addressee).unwrap(), addressee.code());
        }
        assert!("decree".parse::<Instrument>().is_err());
    }
}
