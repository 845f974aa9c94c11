//! The extractor against hand-labelled passages: `cargo xtask corpus DIR [--misses] [--half even|odd]`.
//!
//! A span is found where intersection over union is at least one half, one to one. Deadlines, amounts,
//! kinds and the rest are judged on the spans found; a deadline is exact where type, anchor, amount, unit
//! and date agree.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use amends_core::extract::{Deadline, DeadlineKind, Extraction, Options, extract};
use anyhow::{Context as _, Result};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What to evaluate, and how much to say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Print every miss.
    pub misses: bool,
    /// Only every second text: those at even (0) or odd (1) places in order of name.
    pub half: Option<usize>,
}

impl Wanted {
    /// Reads the words after the directory.
    pub fn from_words(words: &[String]) -> Self {
        let half = words.iter().position(|word| word == "--half").and_then(|at| words.get(at + 1));
        Self {
            misses: words.iter().any(|word| word == "--misses"),
            half: half.and_then(|half| match half.as_str() {
                "even" => Some(0),
                "odd" => Some(1),
                _ => None,
            }),
        }
    }
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    excerpt: String,
    document_date: Option<String>,
}

#[derive(Deserialize)]
struct Label {
    text_id: String,
    start: usize,
    end: usize,
    span: String,
    kind: String,
    scope: String,
    deadline_phrase: String,
    dl_type: String,
    dl_anchor: String,
    dl_amount: String,
    dl_unit: String,
    dl_date: String,
    amount_pence: String,
    evidence_required: String,
}

/// Right out of so many.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    right: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    fn value(self) -> f64 {
        ratio(self.right, self.of)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if whole == 0 { 1.0 } else { count(part) / count(whole) }
}

#[derive(Default)]
struct Figures {
    labels: usize,
    extractions: usize,
    matched: usize,
    deadlines: Share,
    with_deadline: Share,
    phrases: Share,
    amounts: Share,
    with_amount: Share,
    kinds: Share,
    scopes: Share,
    evidence: Share,
    misses: String,
}

impl Figures {
    fn precision(&self) -> f64 {
        ratio(self.matched, self.extractions)
    }

    fn recall(&self) -> f64 {
        ratio(self.matched, self.labels)
    }

    fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

/// A set of passages and what is asked of it.
struct Target {
    name: &'static str,
    folder: &'static str,
    spans: f64,
    deadlines: f64,
    amounts: f64,
    kinds: f64,
}

const TARGETS: [Target; 2] = [
    Target { name: "open", folder: "", spans: 0.85, deadlines: 0.90, amounts: 0.95, kinds: 0.80 },
    Target { name: "reworded", folder: "reworded", spans: 0.90, deadlines: 0.95, amounts: 0.95, kinds: 0.80 },
];

/// Evaluates both sets under a directory; the report, and whether every target is met.
///
/// # Errors
/// A file that cannot be read, or is not in the form the corpus's own description gives.
pub fn run(dir: &Path, wanted: Wanted) -> Result<(String, bool)> {
    let mut report = String::new();
    let mut met = true;
    for target in &TARGETS {
        let folder = dir.join(target.folder);
        if !folder.join("labels.csv").exists() {
            writeln!(report, "{}: no labels.csv in {}", target.name, folder.display())?;
            met = false;
            continue;
        }
        let figures = evaluate(&folder, wanted)?;
        met &= print(&mut report, target, &figures)?;
        if wanted.misses {
            report.push_str(&figures.misses);
        }
    }
    Ok((report, met))
}

fn print(report: &mut String, target: &Target, figures: &Figures) -> Result<bool> {
    writeln!(
        report,
        "{}: {} labels, {} extractions, {} matched",
        target.name, figures.labels, figures.extractions, figures.matched
    )?;
    writeln!(report, "  span precision {:.3}  recall {:.3}", figures.precision(), figures.recall())?;
    let mut met = true;
    let asked = [
        ("span F1", figures.f1(), target.spans),
        ("deadlines exact", figures.deadlines.value(), target.deadlines),
        ("amounts exact", figures.amounts.value(), target.amounts),
        ("kinds", figures.kinds.value(), target.kinds),
    ];
    for (name, value, wanted) in asked {
        let enough = value >= wanted;
        met &= enough;
        writeln!(report, "  {name} {value:.3} (target {wanted:.2}){}", if enough { "" } else { "  MISSED" })?;
    }
    let others = [
        ("deadlines exact, where there is one", figures.with_deadline),
        ("deadline phrases", figures.phrases),
        ("amounts exact, where there is one", figures.with_amount),
        ("scope", figures.scopes),
        ("evidence", figures.evidence),
    ];
    for (name, share) in others {
        writeln!(report, "  {name} {:.3} ({} of {})", share.value(), share.right, share.of)?;
    }
    Ok(met)
}

fn evaluate(folder: &Path, wanted: Wanted) -> Result<Figures> {
    let labels = labels(&folder.join("labels.csv"))?;
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("texts"))
        .with_context(|| format!("reading {}", folder.join("texts").display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut figures = Figures::default();
    for (place, file) in files.iter().enumerate() {
        if wanted.half.is_some_and(|half| place % 2 != half) {
            continue;
        }
        let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        let passage: Passage =
            serde_json::from_str(&text).with_context(|| format!("reading {}", file.display()))?;
        let own = labels.get(&passage.id).map(Vec::as_slice).unwrap_or_default();
        judge(&passage, own, &mut figures)?;
    }
    Ok(figures)
}

fn labels(file: &Path) -> Result<BTreeMap<String, Vec<Label>>> {
    let mut reader = csv::Reader::from_path(file).with_context(|| format!("reading {}", file.display()))?;
    let mut all: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for row in reader.deserialize() {
        let label: Label = row.with_context(|| format!("reading {}", file.display()))?;
        all.entry(label.text_id.clone()).or_default().push(label);
    }
    Ok(all)
}

fn judge(passage: &Passage, labels: &[Label], figures: &mut Figures) -> Result<()> {
    let decided = passage.document_date.as_deref().and_then(date);
    let options = Options { decided, ..Options::default() };
    let found = extract(&passage.excerpt, &options);
    let pairs = pairs(labels, &found);
    figures.labels += labels.len();
    figures.extractions += found.len();
    figures.matched += pairs.len();
    for (label, extraction) in pairs.iter().map(|&(label, found_at)| (&labels[label], &found[found_at])) {
        compare(&passage.id, label, extraction, figures)?;
    }
    for (at, label) in labels.iter().enumerate().filter(|(at, _)| !pairs.iter().any(|pair| pair.0 == *at)) {
        writeln!(figures.misses, "{} not found: #{} {:?}", passage.id, at + 1, label.span)?;
    }
    for (_, extraction) in found.iter().enumerate().filter(|(at, _)| !pairs.iter().any(|pair| pair.1 == *at))
    {
        writeln!(figures.misses, "{} too much: {:?} {:?}", passage.id, extraction.kind, extraction.text)?;
    }
    Ok(())
}

/// Labels and extractions that overlap by half or more, best first, one to one.
fn pairs(labels: &[Label], found: &[Extraction]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        for (found_at, extraction) in found.iter().enumerate() {
            let both = label.end.min(extraction.end).saturating_sub(label.start.max(extraction.start));
            let either = label.end.max(extraction.end) - label.start.min(extraction.start);
            let overlap = ratio(both, either);
            if overlap >= 0.5 {
                all.push((overlap, at, found_at));
            }
        }
    }
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (_, at, found_at) in all {
        if !chosen.iter().any(|pair| pair.0 == at || pair.1 == found_at) {
            chosen.push((at, found_at));
        }
    }
    chosen.sort_unstable();
    chosen
}

fn compare(id: &str, label: &Label, extraction: &Extraction, figures: &mut Figures) -> Result<()> {
    let mut check = |share: &mut Share, what: &str, wanted: &str, got: &str, right: bool| {
        share.add(right);
        if right {
            return Ok(());
        }
        writeln!(figures.misses, "{id} {what}: wanted {wanted:?}, got {got:?} in {:?}", extraction.text)
    };
    let (wanted, got) = (normal(label), normal_of(extraction.deadline.as_ref()));
    let right = same_deadline(label, extraction.deadline.as_ref());
    check(&mut figures.deadlines, "deadline", &wanted, &got, right)?;
    if label.dl_type != "none" {
        figures.with_deadline.add(right);
        let phrase = extraction.deadline.as_ref().map_or("", |deadline| deadline.phrase.as_str());
        figures.phrases.add(phrase == label.deadline_phrase);
    }
    let amount = extraction.amount_pence.map(|pence| pence.to_string()).unwrap_or_default();
    let right = amount == label.amount_pence;
    check(&mut figures.amounts, "amount", &label.amount_pence, &amount, right)?;
    if !label.amount_pence.is_empty() {
        figures.with_amount.add(right);
    }
    let kind = name(extraction.kind)?;
    check(&mut figures.kinds, "kind", &label.kind, &kind, kind == label.kind)?;
    let scope = name(extraction.scope)?;
    check(&mut figures.scopes, "scope", &label.scope, &scope, scope == label.scope)?;
    let evidence = if extraction.evidence_required { "yes" } else { "no" };
    check(
        &mut figures.evidence,
        "evidence",
        &label.evidence_required,
        evidence,
        evidence == label.evidence_required,
    )?;
    Ok(())
}

fn normal(label: &Label) -> String {
    [&label.dl_type, &label.dl_anchor, &label.dl_amount, &label.dl_unit, &label.dl_date]
        .map(String::as_str)
        .join(" ")
}

fn normal_of(deadline: Option<&Deadline>) -> String {
    let Some(deadline) = deadline else { return "none".to_owned() };
    let kind = name(deadline.kind).unwrap_or_default();
    let anchor = deadline.anchor.as_ref().map_or("", |anchor| anchor.name());
    let amount = deadline.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let unit = deadline.unit.and_then(|unit| name(unit).ok()).unwrap_or_default();
    let date = deadline.date.map(|date| date.to_string()).unwrap_or_default();
    format!("{kind} {anchor} {amount} {unit} {date} ({})", deadline.phrase)
}

fn same_deadline(label: &Label, deadline: Option<&Deadline>) -> bool {
    let Some(deadline) = deadline else { return label.dl_type == "none" };
    let kind = name(deadline.kind).unwrap_or_default();
    let anchor = deadline.anchor.as_ref().map_or("", |anchor| anchor.name());
    let amount = deadline.amount.map(|amount| amount.to_string()).unwrap_or_default();
    let unit = deadline.unit.and_then(|unit| name(unit).ok()).unwrap_or_default();
    let date = deadline.date.map(|date| date.to_string()).unwrap_or_default();
    // A label without a year has month and day alone; the name of an event is free.
    let same_date = date == label.dl_date || (label.dl_date.len() == 5 && date.ends_with(&label.dl_date));
    let same_anchor = anchor == label.dl_anchor || deadline.kind == DeadlineKind::Event;
    kind == label.dl_type && same_anchor && amount == label.dl_amount && unit == label.dl_unit && same_date
}

/// The name a value has in the corpus.
fn name(value: impl Serialize) -> Result<String> {
    let json = serde_json::to_value(value)?;
    Ok(json.as_str().unwrap_or_default().to_owned())
}

/// `2025-10-23` or `23/10/2025`.
fn date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
