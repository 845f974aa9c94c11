//! One page of a PDF: characters with their places become lines, and lines come into reading order.

use std::time::Instant;

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A line of a page. Heights are measured downwards from the top of the page, in points.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    base: f64,
    size: f64,
}

impl Line {
    /// Whether the two stand in the same column: their widths overlap.
    fn shares_column(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right
    }
}

/// The text of a page as it is drawn.
#[derive(Debug)]
pub(super) struct Page {
    number: u32,
    until: Instant,
    top: f64,
    lines: Vec<Line>,
}

impl Page {
    /// An empty page that refuses more letters once `until` has passed.
    pub(super) fn new(number: u32, until: Instant) -> Self {
        Self { number, until, top: 0.0, lines: Vec::new() }
    }

    pub(super) fn number(&self) -> u32 {
        self.number
    }

    pub(super) fn is_without_words(&self) -> bool {
        !self.lines.iter().any(|line| line.text.chars().any(char::is_alphanumeric))
    }

    /// The page's lines in reading order, paragraphs a blank line apart.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Line> = None;
        let ordered = self.in_reading_order();
        for line in ordered.iter().filter(|line| !line.text.trim().is_empty()) {
            if let Some(before) = before {
                let step = line.base - before.base;
                // Lines of one paragraph stand about 1.2 sizes apart; 1.7 is a new paragraph.
                if step > line.size.max(before.size) * 1.7 || step < 0.0 {
                    text.push('\n');
                }
            }
            text.push_str(line.text.trim_end());
            text.push('\n');
            before = Some(line);
        }
        text
    }

    /// Programs draw text in reading order with few exceptions (a heading or a box put in later). A line drawn late
    /// goes before the first line of its own column that stands below it; columns stay apart.
    fn in_reading_order(&self) -> Vec<Line> {
        let mut ordered: Vec<Line> = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let below = |other: &Line| other.base > line.base + line.size * 0.5;
            let late = ordered.last().is_some_and(below);
            let place = if late {
                ordered.iter().position(|other| line.shares_column(other) && below(other))
            } else {
                None
            };
            ordered.insert(place.unwrap_or(ordered.len()), line.clone());
        }
        ordered
    }
}

impl OutputDev for Page {
    fn begin_page(
        &mut self,
        _page: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.top = media.ury;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        if Instant::now() > self.until {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        // The drawn size of a letter is the square root of the area that a unit square becomes.
        let size = font_size.abs() * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        let (x, base) = (place.m31, self.top - place.m32);
        let end = x + width * size;
        if let Some(line) = self.lines.last_mut()
            && (base - line.base).abs() < size.max(line.size) * 0.5
            // Kerning may step back a little, and some programs correct the width of a blank afterwards.
            && x > line.left
            // A gap wider than four letters' heights is the gutter between two columns.
            && x < line.right + size * 4.0
        {
            if x > line.right + size * 0.12 && !line.text.ends_with(' ') && !letters.starts_with(' ') {
                line.text.push(' ');
            }
            line.text.push_str(letters);
            line.right = line.right.max(end);
            line.size = line.size.max(size);
            return Ok(());
        }
        if !letters.trim().is_empty() {
            let text = letters.trim_start().to_owned();
            self.lines.push(Line { text, left: x, right: end, base, size });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
