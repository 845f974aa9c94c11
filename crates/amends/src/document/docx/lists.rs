//! How a Word document numbers its lists: `numbering.xml` and the list places that `styles.xml` gives.

use std::collections::HashMap;

use super::super::numbering::{Count, sign};
use super::{DocumentError, Happening, attribute, each_event};

/// Where a paragraph says it stands in a list.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberAt {
    /// The list (`numId`).
    pub(super) list: Option<u32>,
    /// The level within it, from 0 (`ilvl`).
    pub(super) level: Option<usize>,
    /// Whether words of the paragraph have come.
    pub(super) begun: bool,
}

/// One level of a list.
#[derive(Debug, Clone)]
struct Level {
    count: Count,
    /// The label's pattern, `%1` standing for the number of the first level.
    pattern: String,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Self { count: Count::Decimal, pattern: String::new(), start: 1 }
    }
}

/// A label as it is printed in front of an item.
pub(super) struct Label {
    pub(super) count: Count,
    pub(super) text: String,
}

#[derive(Debug, Default, Clone)]
struct Style {
    list: Option<u32>,
    level: Option<usize>,
    based_on: Option<String>,
}

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// `numId` → `abstractNumId`.
    drawn_from: HashMap<u32, u32>,
    levels: HashMap<u32, Vec<Level>>,
    styles: HashMap<String, Style>,
}

impl Lists {
    /// Reads `word/numbering.xml`.
    pub(super) fn read_numbering(&mut self, xml: &str) -> Result<(), DocumentError> {
        let (mut plan, mut list, mut level) = (None, None, None::<usize>);
        each_event("word/numbering.xml", xml, |happening| {
            let Happening::Start(element) = happening else { return };
            let value = |name: &str| attribute(&element, name);
            let number = |name: &str| value(name).and_then(|text| text.parse::<u32>().ok());
            match element.local_name().as_ref() {
                "abstractNum" => (plan, list, level) = (number("abstractNumId"), None, None),
                "num" => (plan, list, level) = (None, number("numId"), None),
                "abstractNumId" => {
                    if let (Some(list), Some(plan)) = (list, number("val")) {
                        self.drawn_from.insert(list, plan);
                    }
                }
                "lvl" => level = number("ilvl").and_then(|level| usize::try_from(level).ok()),
                "numFmt" => self.change(plan, level, |level| level.count = count(value("val").as_deref())),
                "lvlText" => {
                    self.change(plan, level, |level| level.pattern = value("val").unwrap_or_default());
                }
                "start" => self.change(plan, level, |level| level.start = number("val").unwrap_or(1)),
                _ => {}
            }
        })
    }

    fn change(&mut self, plan: Option<u32>, level: Option<usize>, change: impl FnOnce(&mut Level)) {
        // Word has nine levels.
        if let (Some(plan), Some(nth @ 0..9)) = (plan, level) {
            let levels = self.levels.entry(plan).or_default();
            if levels.len() <= nth {
                levels.resize_with(nth + 1, Level::default);
            }
            if let Some(level) = levels.get_mut(nth) {
                change(level);
            }
        }
    }

    /// Reads which paragraph styles number their paragraphs from `word/styles.xml`.
    pub(super) fn read_styles(&mut self, xml: &str) -> Result<(), DocumentError> {
        let mut current = None::<String>;
        each_event("word/styles.xml", xml, |happening| {
            let Happening::Start(element) = happening else { return };
            let name = element.local_name();
            if name.as_ref() == "style" {
                current = attribute(&element, "styleId");
                return;
            }
            let Some(id) = &current else { return };
            let value = attribute(&element, "val");
            let number = value.as_deref().and_then(|text| text.parse::<u32>().ok());
            match name.as_ref() {
                "numId" => self.styles.entry(id.clone()).or_default().list = number,
                "ilvl" => {
                    self.styles.entry(id.clone()).or_default().level =
                        number.and_then(|level| usize::try_from(level).ok());
                }
                "basedOn" => self.styles.entry(id.clone()).or_default().based_on = value,
                _ => {}
            }
        })
    }

    /// The list and level of a paragraph, by its own word or its style's.
    pub(super) fn place(&self, said: &NumberAt, style: Option<&str>) -> Option<(u32, usize)> {
        let mut list = said.list;
        let mut level = said.level;
        let mut next = style;
        // A style may stand on another; a circle of styles ends here too.
        for _ in 0..10 {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            list = list.or(style.list);
            level = level.or(style.level);
            next = style.based_on.as_deref();
        }
        list.filter(|list| *list != 0).map(|list| (list, level.unwrap_or(0)))
    }

    /// Lists drawn from one plan go on counting together.
    pub(super) fn counted_with(&self, list: u32) -> u32 {
        self.drawn_from.get(&list).copied().unwrap_or(list)
    }

    /// Counts one item and gives its label; none where the level says that nothing is shown.
    pub(super) fn label(&self, list: u32, level: usize, counters: &mut Vec<u32>) -> Option<Label> {
        let levels = self.levels.get(&self.counted_with(list)).map(Vec::as_slice).unwrap_or_default();
        let Some(this) = levels.get(level) else {
            return Some(Label { count: Count::Bullet, text: sign(Count::Bullet, 1) });
        };
        for start in levels.iter().take(level + 1).skip(counters.len()).map(|level| level.start) {
            // Shown as its start value once this item is counted.
            counters.push(start.saturating_sub(1));
        }
        counters.truncate(level + 1);
        for (nth, counter) in counters.iter_mut().enumerate() {
            let start = levels.get(nth).map_or(1, |level| level.start);
            if nth == level || (nth < level && *counter < start) {
                *counter = counter.saturating_add(1);
            }
        }
        if this.count == Count::Bullet {
            return Some(Label { count: Count::Bullet, text: sign(Count::Bullet, 1) });
        }
        let mut text = this.pattern.clone();
        for (nth, counter) in counters.iter().enumerate() {
            let count = levels.get(nth).map_or(Count::Decimal, |level| level.count);
            text = text.replace(&format!("%{}", nth + 1), &sign(count, *counter));
        }
        (!text.trim().is_empty()).then_some(Label { count: this.count, text: text.trim().to_owned() })
    }
}

fn count(format: Option<&str>) -> Count {
    match format {
        Some("bullet") => Count::Bullet,
        Some("lowerLetter") => Count::LowerLetter,
        Some("upperLetter") => Count::UpperLetter,
        Some("lowerRoman") => Count::LowerRoman,
        Some("upperRoman") => Count::UpperRoman,
        _ => Count::Decimal,
    }
}
