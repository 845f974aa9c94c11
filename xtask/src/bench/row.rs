//! A row of the table: one workload, what it did, and what the machine could do at most in the same run.

use serde::Serialize;

/// What is promised of a workload.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Promise {
    /// At least so many a second.
    Rate(f64),
    /// At least this part of the machine's limit.
    Part(f64),
    /// The 99th percentile takes at most so many milliseconds.
    Within(f64),
    /// At most so many mebibytes at the peak.
    Memory(f64),
    /// Neither more nor less than this many: letters of a second sweep, say.
    Exactly(f64),
}

/// One workload measured. Every key is in the JSON; what has no meaning there is null.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// Which workload.
    pub(crate) workload: String,
    /// On which engine.
    pub(crate) engine: String,
    /// At which size.
    pub(crate) size: String,
    /// How many a second.
    pub(crate) rate: Option<f64>,
    /// How many the machine's limit allows, measured beside it.
    pub(crate) limit_rate: Option<f64>,
    /// The one by the other.
    pub(crate) ratio: Option<f64>,
    /// Half of them took at most so many milliseconds.
    pub(crate) p50_ms: Option<f64>,
    /// Ninety-nine of a hundred took at most so many milliseconds.
    pub(crate) p99_ms: Option<f64>,
    /// The most memory the process held, in mebibytes.
    pub(crate) peak_rss_mb: Option<f64>,
    /// What is promised, in words.
    pub(crate) target: Option<String>,
    /// Whether it is kept; null where nothing is promised or nothing could be measured.
    pub(crate) met: Option<bool>,
    #[serde(skip)]
    pub(crate) unit: &'static str,
    #[serde(skip)]
    pub(crate) note: String,
}

/// What a measurement found.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    /// How many a second.
    pub(crate) rate: Option<f64>,
    /// The median in milliseconds.
    pub(crate) p50_ms: Option<f64>,
    /// The 99th percentile in milliseconds.
    pub(crate) p99_ms: Option<f64>,
    /// The most memory, in mebibytes.
    pub(crate) peak_rss_mb: Option<f64>,
}

impl Row {
    /// A workload nothing is known of yet.
    pub(crate) fn of(workload: &str, unit: &'static str) -> Self {
        Self {
            workload: workload.to_owned(),
            engine: String::new(),
            size: String::new(),
            rate: None,
            limit_rate: None,
            ratio: None,
            p50_ms: None,
            p99_ms: None,
            peak_rss_mb: None,
            target: None,
            met: None,
            unit,
            note: String::new(),
        }
    }

    /// What was measured.
    pub(crate) fn found(mut self, found: Found) -> Self {
        self.rate = found.rate;
        self.p50_ms = found.p50_ms;
        self.p99_ms = found.p99_ms;
        self.peak_rss_mb = found.peak_rss_mb;
        self
    }

    /// What the machine could do at most.
    pub(crate) fn beside(mut self, limit_rate: Option<f64>) -> Self {
        self.limit_rate = limit_rate;
        self.ratio =
            self.rate.zip(limit_rate).filter(|(_, limit)| *limit > 0.0).map(|(rate, limit)| rate / limit);
        self
    }

    /// How it was measured, or why it was not.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// What is promised. Each of `all` must hold; each is a choice of which one must hold.
    pub(crate) fn promised(mut self, words: &str, all: &[&[Promise]]) -> Self {
        self.target = Some(words.to_owned());
        let kept: Option<Vec<bool>> = all
            .iter()
            .map(|choice| {
                let held: Vec<Option<bool>> = choice.iter().map(|promise| self.holds(*promise)).collect();
                if held.contains(&Some(true)) {
                    Some(true)
                } else {
                    held.into_iter().collect::<Option<Vec<_>>>().map(|_| false)
                }
            })
            .collect();
        self.met = kept.map(|all| all.into_iter().all(|kept| kept));
        self
    }

    fn holds(&self, promise: Promise) -> Option<bool> {
        match promise {
            Promise::Rate(least) => self.rate.map(|rate| rate >= least),
            Promise::Part(least) => self.ratio.map(|ratio| ratio >= least),
            Promise::Within(most) => self.p99_ms.map(|took| took <= most),
            Promise::Memory(most) => self.peak_rss_mb.map(|peak| peak <= most),
            Promise::Exactly(wanted) => self.rate.map(|rate| (rate - wanted).abs() < f64::EPSILON),
        }
    }
}

/// A number as people read it: three figures that count, thousands apart.
pub(crate) fn number(value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    if value >= 100.0 {
        let whole = format!("{value:.0}");
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        return grouped;
    }
    if value >= 10.0 { format!("{value:.1}") } else { format!("{value:.2}") }
}

/// The rows as a table of Markdown.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut text =
        "| workload | engine | size | rate | limit | ratio | p50 ms | p99 ms | peak MiB | target | met |\n\
                    | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n"
            .to_owned();
    for row in rows {
        let with_unit = |value: Option<f64>| match value {
            Some(_) => format!("{} {}", number(value), row.unit),
            None => "–".to_owned(),
        };
        let met = match row.met {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "–",
        };
        let cells = [
            row.workload.clone(),
            row.engine.clone(),
            row.size.clone(),
            with_unit(row.rate),
            with_unit(row.limit_rate),
            number(row.ratio),
            number(row.p50_ms),
            number(row.p99_ms),
            number(row.peak_rss_mb),
            row.target.clone().unwrap_or_else(|| "–".to_owned()),
            met.to_owned(),
        ];
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    for row in rows.iter().filter(|row| !row.note.is_empty()) {
        text.push_str(&format!("\n* {}: {}", row.workload, row.note));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_kept_by_one_of_each_choice() {
        let found = Found { rate: Some(1500.0), p99_ms: Some(20.0), ..Found::default() };
        let row = Row::of("pages", "a second").found(found).beside(Some(2500.0));
        let either: &[Promise] = &[Promise::Part(0.5), Promise::Rate(2000.0)];
        assert_eq!(row.clone().promised("", &[either, &[Promise::Within(25.0)]]).met, Some(true));
        assert_eq!(row.clone().promised("", &[either, &[Promise::Within(15.0)]]).met, Some(false));
        assert_eq!(row.clone().promised("", &[&[Promise::Memory(256.0)]]).met, None, "nothing was measured");
        assert_eq!(row.promised("", &[&[Promise::Part(0.7), Promise::Rate(2000.0)]]).met, Some(false));
    }

    #[test]
    fn numbers_are_short_and_all_keys_are_in_the_json() {
        assert_eq!(number(Some(1_234_567.4)), "1,234,567");
        assert_eq!(number(Some(12.34)), "12.3");
        assert_eq!(number(Some(0.456)), "0.46");
        let keys = [
            "workload",
            "engine",
            "size",
            "rate",
            "limit_rate",
            "ratio",
            "p50_ms",
            "p99_ms",
            "peak_rss_mb",
            "target",
            "met",
        ];
        let json = serde_json::to_value(Row::of("a", "b")).unwrap();
        let object = json.as_object().unwrap();
        assert!(object.len() == keys.len() && keys.iter().all(|key| object.contains_key(*key)));
    }
}
