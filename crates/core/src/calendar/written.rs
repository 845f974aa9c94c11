//! Dates as people write them in English and in Welsh, for the explanations of computed dates.

use jiff::civil::{Date, Weekday};

use crate::text::Language;

const MONTHS: [(&str, &str); 12] = [
    ("January", "Ionawr"),
    ("February", "Chwefror"),
    ("March", "Mawrth"),
    ("April", "Ebrill"),
    ("May", "Mai"),
    ("June", "Mehefin"),
    ("July", "Gorffennaf"),
    ("August", "Awst"),
    ("September", "Medi"),
    ("October", "Hydref"),
    ("November", "Tachwedd"),
    ("December", "Rhagfyr"),
];

/// `14 April 2026`, `14 Ebrill 2026`.
pub fn date(date: Date, language: Language) -> String {
    format!("{} {}", date.day(), month_and_year(date, language))
}

/// `Tuesday 14 April 2026`, `dydd Mawrth 14 Ebrill 2026`.
pub fn day_and_date(day: Date, language: Language) -> String {
    format!("{} {}", weekday(day.weekday(), language), date(day, language))
}

/// `April 2026`, `Ebrill 2026`.
pub fn month_and_year(date: Date, language: Language) -> String {
    format!("{} {}", month(date, language), date.year())
}

fn month(date: Date, language: Language) -> &'static str {
    let place = usize::try_from(date.month().saturating_sub(1)).unwrap_or_default();
    let (english, welsh) = MONTHS.get(place).copied().unwrap_or_default();
    match language {
        Language::En => english,
        Language::Cy => welsh,
    }
}

/// `Tuesday`, `dydd Mawrth`.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    let (english, welsh) = match day {
        Weekday::Monday => ("Monday", "dydd Llun"),
        Weekday::Tuesday => ("Tuesday", "dydd Mawrth"),
        Weekday::Wednesday => ("Wednesday", "dydd Mercher"),
        Weekday::Thursday => ("Thursday", "dydd Iau"),
        Weekday::Friday => ("Friday", "dydd Gwener"),
        Weekday::Saturday => ("Saturday", "dydd Sadwrn"),
        Weekday::Sunday => ("Sunday", "dydd Sul"),
    };
    match language {
        Language::En => english,
        Language::Cy => welsh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_in_both_languages() {
        let day = jiff::civil::date(2026, 4, 14);
        assert_eq!(day_and_date(day, Language::En), "Tuesday 14 April 2026");
        assert_eq!(day_and_date(day, Language::Cy), "dydd Mawrth 14 Ebrill 2026");
    }

    #[test]
    fn every_month_has_its_own_name() {
        let names: std::collections::BTreeSet<_> = (1..=12)
            .flat_map(|number| {
                let day = jiff::civil::date(2026, number, 1);
                Language::ALL.map(|language| month(day, language))
            })
            .collect();
        assert_eq!(names.len(), 24);
    }
}
