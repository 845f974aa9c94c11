//! The sentences that tell a computed date, in English and in Welsh.

use jiff::civil::Date;

use super::{
    Count, Length, NonWorkingDay, PeriodError, Standing, Start, Unit,
    arithmetic::{How, Steps},
};
use crate::{
    calendar::{
        Calendar, Division, HolidayKind, NotWorking,
        written::{self, day_and_date},
    },
    text::{Bilingual, Language},
};

/// A sentence made the same way in each language.
pub(super) fn both(make: impl Fn(Language) -> String) -> Bilingual {
    Bilingual::new(make(Language::En), make(Language::Cy))
}

/// `20 working days`, `2 fis`: after a figure Welsh nouns stand in the singular, softened after 2.
pub(super) fn length(length: Length, language: Language) -> String {
    let amount = length.amount.get();
    let one = amount == 1;
    let noun = match (language, length.unit) {
        (Language::En, Unit::CalendarDays) => {
            if one {
                "day"
            } else {
                "days"
            }
        }
        (Language::En, Unit::WorkingDays) => {
            if one {
                "working day"
            } else {
                "working days"
            }
        }
        (Language::En, Unit::Weeks) => {
            if one {
                "week"
            } else {
                "weeks"
            }
        }
        (Language::En, Unit::Months) => {
            if one {
                "month"
            } else {
                "months"
            }
        }
        (Language::En, Unit::Years) => {
            if one {
                "year"
            } else {
                "years"
            }
        }
        (Language::Cy, Unit::CalendarDays) => {
            if amount == 2 {
                "ddiwrnod"
            } else {
                "diwrnod"
            }
        }
        (Language::Cy, Unit::WorkingDays) => {
            if amount == 2 {
                "ddiwrnod gwaith"
            } else {
                "diwrnod gwaith"
            }
        }
        (Language::Cy, Unit::Weeks) => "wythnos",
        (Language::Cy, Unit::Months) => {
            if amount == 2 {
                "fis"
            } else {
                "mis"
            }
        }
        (Language::Cy, Unit::Years) => welsh_years(amount),
    };
    format!("{amount} {noun}")
}

/// `1 flwyddyn`, `2 flynedd`, `3 blynedd`, `5 mlynedd`.
fn welsh_years(amount: u16) -> &'static str {
    match amount {
        1 => "flwyddyn",
        2 => "flynedd",
        5 | 7..=10 | 12 | 15 | 18 | 20 | 50 | 100 => "mlynedd",
        _ => "blynedd",
    }
}

/// One sentence a step.
pub(super) fn steps(count: Count, steps: &Steps, calendar: &Calendar) -> Vec<Bilingual> {
    let mut told = vec![opening(count, steps.from)];
    match &steps.how {
        How::Days => {}
        How::WorkingDays { skipped } => {
            told.push(not_counted(calendar.division));
            told.extend(skipped_holidays(skipped, calendar));
        }
        How::Corresponding { date } => told.push(corresponding(count.start, *date)),
        How::MonthTooShort { day } => told.push(month_too_short(*day, steps.last)),
    }
    told.push(last_day(steps.last));
    told.extend(settled(count.standing, steps, calendar));
    told.extend(beyond_what_is_known(steps, calendar));
    told
}

fn opening(count: Count, from: Date) -> Bilingual {
    both(|language| {
        let (length, day) = (length(count.length, language), day_and_date(from, language));
        match (count.start, language) {
            (Start::Inclusive, Language::En) => {
                format!("{length} beginning with {day}: that day is counted.")
            }
            (Start::Inclusive, Language::Cy) => {
                format!("{length} gan ddechrau â {day}: cyfrifir y diwrnod hwnnw.")
            }
            (Start::Exclusive, Language::En) => {
                format!("{length} after {day}: that day is day zero and is left out.")
            }
            (Start::Exclusive, Language::Cy) => {
                format!("{length} ar ôl {day}: diwrnod sero yw hwnnw, ac ni chaiff ei gyfrif.")
            }
            (Start::AfterPeriod, Language::En) => {
                format!(
                    "{length} beginning with the end of the earlier period: its last day was {day}, and the day after is the first to count."
                )
            }
            (Start::AfterPeriod, Language::Cy) => {
                format!(
                    "{length} gan ddechrau â diwedd y cyfnod blaenorol: ei ddiwrnod olaf oedd {day}, a'r diwrnod wedyn yw'r cyntaf i'w gyfrif."
                )
            }
        }
    })
}

fn not_counted(division: Division) -> Bilingual {
    let (english, welsh) = match division {
        Division::EnglandAndWales => ("England and Wales", "yng Nghymru a Lloegr"),
        Division::Scotland => ("Scotland", "yn yr Alban"),
        Division::NorthernIreland => ("Northern Ireland", "yng Ngogledd Iwerddon"),
    };
    Bilingual::new(
        format!(
            "Saturdays, Sundays, bank holidays in {english} and days when the office is closed are not counted."
        ),
        format!(
            "Ni chyfrifir dyddiau Sadwrn, dyddiau Sul, gwyliau banc {welsh} na dyddiau pan fydd y swyddfa ar gau."
        ),
    )
}

fn skipped_holidays(skipped: &[Date], calendar: &Calendar) -> Option<Bilingual> {
    if skipped.is_empty() {
        return None;
    }
    Some(both(|language| {
        let days: Vec<_> = skipped
            .iter()
            .map(|day| format!("{} ({})", written::date(*day, language), why(*day, calendar, language)))
            .collect();
        match language {
            Language::En => format!("Skipped: {}.", days.join("; ")),
            Language::Cy => format!("Hepgorwyd: {}.", days.join("; ")),
        }
    }))
}

/// The name of the holiday or of the weekday on which nobody works.
fn why(day: Date, calendar: &Calendar, language: Language) -> String {
    match calendar.why_not_working(day) {
        None => String::new(),
        Some(NotWorking::Weekend(weekday)) => written::weekday(weekday, language).to_owned(),
        Some(NotWorking::Holiday(holiday)) => {
            let title = holiday.title.get(language);
            match (holiday.kind, language) {
                (HolidayKind::BankHoliday, _) => title.to_owned(),
                (HolidayKind::OfficeClosure, Language::En) => format!("{title}, office closed"),
                (HolidayKind::OfficeClosure, Language::Cy) => format!("{title}, y swyddfa ar gau"),
            }
        }
    }
}

fn corresponding(start: Start, date: Date) -> Bilingual {
    both(|language| {
        let day = written::date(date, language);
        match (start, language) {
            (Start::Exclusive, Language::En) => format!("It ends on the corresponding date, {day}."),
            (Start::Exclusive, Language::Cy) => format!("Daw i ben ar y dyddiad cyfatebol, {day}."),
            (Start::Inclusive | Start::AfterPeriod, Language::En) => {
                format!("It ends on the day before the corresponding date, {day}.")
            }
            (Start::Inclusive | Start::AfterPeriod, Language::Cy) => {
                format!("Daw i ben y diwrnod cyn y dyddiad cyfatebol, {day}.")
            }
        }
    })
}

fn month_too_short(day: i8, last: Date) -> Bilingual {
    // Only the 29th, 30th and 31st can be missing.
    let ordinal = if day == 31 { "31st".to_owned() } else { format!("{day}th") };
    Bilingual::new(
        format!(
            "{} has no {ordinal}, so it ends on the last day of that month.",
            written::month_and_year(last, Language::En)
        ),
        format!(
            "Nid oes diwrnod {day} ym mis {}, felly daw i ben ar ddiwrnod olaf y mis hwnnw.",
            written::month_and_year(last, Language::Cy)
        ),
    )
}

fn last_day(last: Date) -> Bilingual {
    both(|language| match language {
        Language::En => format!("The last day is {}.", day_and_date(last, language)),
        Language::Cy => format!("Y diwrnod olaf yw {}.", day_and_date(last, language)),
    })
}

fn settled(standing: Standing, steps: &Steps, calendar: &Calendar) -> Vec<Bilingual> {
    if calendar.is_working_day(steps.last) {
        return Vec::new();
    }
    match standing {
        Standing::Statutory => {
            let mut told = vec![statutory_stands(steps.last, calendar)];
            told.extend(steps.settled.warn_on.map(warning));
            told
        }
        Standing::Administrative { roll } => vec![rolled(roll, steps.last, steps.settled.date, calendar)],
    }
}

fn statutory_stands(day: Date, calendar: &Calendar) -> Bilingual {
    both(|language| {
        let why = why(day, calendar, language);
        match language {
            Language::En => format!("That is not a working day ({why}), but a statutory date does not move."),
            Language::Cy => {
                format!("Nid yw hwnnw'n ddiwrnod gwaith ({why}), ond nid yw dyddiad statudol yn symud.")
            }
        }
    })
}

fn warning(day: Date) -> Bilingual {
    both(|language| {
        let day = day_and_date(day, language);
        match language {
            Language::En => format!("Warn the body by {day}, five working days before it."),
            Language::Cy => format!("Dylid rhybuddio'r corff erbyn {day}, bum diwrnod gwaith cyn hynny."),
        }
    })
}

/// How the office's rule treats a date on which nobody works.
pub(super) fn rolled(roll: NonWorkingDay, last: Date, date: Date, calendar: &Calendar) -> Bilingual {
    both(|language| {
        let (why, day) = (why(last, calendar, language), day_and_date(date, language));
        match (roll, language) {
            (NonWorkingDay::Stands, Language::En) => {
                format!("That is not a working day ({why}); by the office's rule the date stands.")
            }
            (NonWorkingDay::Stands, Language::Cy) => {
                format!(
                    "Nid yw hwnnw'n ddiwrnod gwaith ({why}); yn ôl rheol y swyddfa, mae'r dyddiad yn sefyll."
                )
            }
            (NonWorkingDay::NextWorkingDay, Language::En) => {
                format!(
                    "That is not a working day ({why}), so the date moves to the next working day, {day}."
                )
            }
            (NonWorkingDay::NextWorkingDay, Language::Cy) => {
                format!(
                    "Nid yw hwnnw'n ddiwrnod gwaith ({why}), felly mae'r dyddiad yn symud i'r diwrnod gwaith nesaf, {day}."
                )
            }
            (NonWorkingDay::PreviousWorkingDay, Language::En) => {
                format!(
                    "That is not a working day ({why}), so the date moves to the working day before, {day}."
                )
            }
            (NonWorkingDay::PreviousWorkingDay, Language::Cy) => {
                format!(
                    "Nid yw hwnnw'n ddiwrnod gwaith ({why}), felly mae'r dyddiad yn symud i'r diwrnod gwaith blaenorol, {day}."
                )
            }
        }
    })
}

/// That a date the office wrote out falls on a day not worked: it stands, for it is what the decision says.
pub(super) fn written_date_stands(day: Date, calendar: &Calendar) -> Bilingual {
    both(|language| {
        let why = why(day, calendar, language);
        match language {
            Language::En => format!("That is not a working day ({why}); the date stands as it was written."),
            Language::Cy => {
                format!(
                    "Nid yw hwnnw'n ddiwrnod gwaith ({why}); mae'r dyddiad yn sefyll fel y'i hysgrifennwyd."
                )
            }
        }
    })
}

fn beyond_what_is_known(steps: &Steps, calendar: &Calendar) -> Option<Bilingual> {
    let latest = steps.last.max(steps.settled.date);
    let earliest = steps.from.min(steps.last);
    if latest > calendar.known_until {
        return Some(both(|language| {
            let day = written::date(calendar.known_until, language);
            match language {
                Language::En => format!(
                    "Bank holidays are not known beyond {day}: check this date again when later ones are published."
                ),
                Language::Cy => format!(
                    "Nid yw gwyliau banc yn hysbys y tu hwnt i {day}: gwiriwch y dyddiad hwn eto pan gyhoeddir rhai diweddarach."
                ),
            }
        }));
    }
    (earliest < calendar.known_from).then(|| {
        both(|language| {
            let day = written::date(calendar.known_from, language);
            match language {
                Language::En => format!("Bank holidays before {day} are not known: check this date by hand."),
                Language::Cy => {
                    format!("Nid yw gwyliau banc cyn {day} yn hysbys: gwiriwch y dyddiad hwn â llaw.")
                }
            }
        })
    })
}

pub(super) fn error(error: &PeriodError) -> Bilingual {
    match error {
        PeriodError::TooFar { from } => both(|language| {
            let day = written::date(*from, language);
            match language {
                Language::En => {
                    format!(
                        "A period counted from {day} would end after the year 9999. Check the day and the length."
                    )
                }
                Language::Cy => format!(
                    "Byddai cyfnod a gyfrifir o {day} yn dod i ben ar ôl y flwyddyn 9999. Gwiriwch y diwrnod a'r hyd."
                ),
            }
        }),
        PeriodError::Agreed { rule, citation, instrument } => Bilingual::new(
            format!(
                "The length of {rule} ({citation}) is agreed case by case. Enter the agreed date, and record the {}.",
                instrument.en
            ),
            format!(
                "Cytunir ar hyd {rule} ({citation}) fesul achos. Rhowch y dyddiad y cytunwyd arno, a chofnodwch hyn: {}.",
                instrument.cy
            ),
        ),
        PeriodError::ReceiptNeeded { rule } => Bilingual::new(
            format!(
                "{rule} runs from the day of receipt. Record when it was received, and the evidence of it."
            ),
            format!(
                "Mae {rule} yn rhedeg o ddiwrnod y derbyn. Cofnodwch pryd y'i derbyniwyd, a'r dystiolaeth o hynny."
            ),
        ),
        PeriodError::AnchorMissing { anchor } => {
            let day = anchor.say();
            Bilingual::new(
                format!("The date is counted from the {}. Record that day first.", day.en),
                format!("Cyfrifir y dyddiad o hyn: {}. Cofnodwch y diwrnod hwnnw yn gyntaf.", day.cy),
            )
        }
    }
}
