//! What is told of a document that was read: why it could not be, what made each find, and what to look at.

use amends_core::{
    extract::{self, Extraction, Warning},
    text::Language,
};

use crate::{
    document::{DocumentError, DocumentWarning, Said},
    i18n::{self, Args},
    render::frame::FieldError,
};

fn said(values: Vec<(&'static str, Said)>) -> Args<'static> {
    let mut args = Args::new();
    for (name, value) in values {
        match value {
            Said::Number(number) => args.set(name, i64::try_from(number).unwrap_or(i64::MAX)),
            Said::Text(text) => args.set(name, text),
        }
    }
    args
}

/// Why a document could not be read, and what to do.
pub(super) fn unreadable(error: &DocumentError, language: Language) -> FieldError {
    let what = i18n::tr(language, error.key(), &said(error.args()));
    let mend = i18n::tr(language, error.mend_key(), &said(error.args()));
    FieldError::new("document", format!("{what} {mend}"))
}

/// What a document left out or made doubtful.
pub(super) fn warned(warning: &DocumentWarning, language: Language) -> String {
    i18n::tr(language, warning.key(), &said(warning.args()))
}

/// The words of the text that made each part of an extraction.
pub(super) fn whys(one: &Extraction, language: Language) -> Vec<String> {
    one.why
        .iter()
        .map(|why| {
            let field = match why.what {
                extract::Field::Recommendation => "recommendation",
                extract::Field::Kind => "kind",
                extract::Field::Addressee => "addressee",
                extract::Field::Deadline => "deadline",
                extract::Field::Amount => "amount",
                extract::Field::Evidence => "evidence",
            };
            format!("{}: “{}”", i18n::t(language, &format!("import-why-{field}")), why.words.trim())
        })
        .collect()
}

/// What a person should look at before confirming.
pub(super) fn doubts(one: &Extraction, language: Language) -> Vec<String> {
    let date = |on: jiff::civil::Date| i18n::date(language, on);
    let sum = |pence: i64| i18n::money(amends_core::money::Pence(pence));
    let doubt = |warning: &Warning| {
        let (key, values) = match warning {
            Warning::StatedDateDiffers { stated, computed } => {
                ("import-doubt-date-differs", vec![("stated", date(*stated)), ("computed", date(*computed))])
            }
            Warning::YearAssumed { date: on } => ("import-doubt-year", vec![("date", date(*on))]),
            Warning::WeekdayDiffers { date: on } => ("import-doubt-weekday", vec![("date", date(*on))]),
            Warning::BeforeDecision { date: on } => ("import-doubt-before", vec![("date", date(*on))]),
            Warning::NoSuchDate => ("import-doubt-no-date", Vec::new()),
            Warning::PartsDoNotAddUp { total, parts } => {
                ("import-doubt-parts", vec![("total", sum(*total)), ("parts", sum(*parts))])
            }
            Warning::SumFromBefore => ("import-doubt-sum-before", Vec::new()),
        };
        i18n::tr(language, key, &i18n::args(values))
    };
    one.warnings.iter().map(doubt).collect()
}
