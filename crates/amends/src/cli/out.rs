//! The one place that prints: data to standard output, everything else to standard error.

use std::io::{self, BufWriter, Stdout, Write as _};

use serde::Serialize;

use super::{
    fail::{Failure, Outcome, Values},
    words::Manner,
};
use crate::i18n::{Args, Catalogue};

/// How a piece of text is set off, where there is colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// What the eye should find first.
    Strong,
    /// What may be read past.
    Faint,
    /// All is well.
    Good,
    /// Look at this.
    Warning,
    /// This is wrong.
    Bad,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Strong => "1",
            Self::Faint => "2",
            Self::Good => "32",
            Self::Warning => "33",
            Self::Bad => "31",
        }
    }
}

/// Standard output and standard error, in the manner asked for.
pub(super) struct Out {
    stdout: BufWriter<Stdout>,
    manner: Manner,
}

impl Out {
    pub(super) fn new(manner: Manner) -> Self {
        Self { stdout: BufWriter::new(io::stdout()), manner }
    }

    /// A message in the reader's language.
    pub(super) fn tr(&self, key: &str, values: Values) -> String {
        let args: Args<'_> = values.into_iter().collect();
        Catalogue::get().tr(self.manner.language, key, &args)
    }

    /// A message without arguments.
    pub(super) fn t(&self, key: &str) -> String {
        self.tr(key, Vec::new())
    }

    /// Text with colour around it, where there is colour.
    pub(super) fn styled(&self, style: Style, text: &str) -> String {
        if self.manner.colour { format!("\u{1b}[{}m{text}\u{1b}[0m", style.code()) } else { text.to_owned() }
    }

    /// One line of data.
    pub(super) fn line(&mut self, text: &str) -> Outcome {
        writeln!(self.stdout, "{text}").map_err(|error| Failure::of_output(&error))
    }

    /// Bytes as they are.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Outcome {
        self.stdout.write_all(bytes).map_err(|error| Failure::of_output(&error))
    }

    /// Data as JSON, indented for people who look at it too.
    pub(super) fn json(&mut self, value: &impl Serialize) -> Outcome {
        let text = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::of_output(&io::Error::other(error)))?;
        self.line(&text)
    }

    /// Columns: lined up for people, with tabs for `--plain`.
    pub(super) fn table(&mut self, heads: &[String], rows: &[Vec<String>]) -> Outcome {
        if self.manner.plain {
            return rows.iter().try_for_each(|row| {
                let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect();
                self.line(&cells.join("\t"))
            });
        }
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).chain(heads.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..heads.len()).map(width).collect();
        let head = lined_up(heads, &widths);
        let head = self.styled(Style::Strong, &head);
        self.line(&head)?;
        rows.iter().try_for_each(|row| self.line(&lined_up(row, &widths)))
    }

    /// A word on what is going on, unless `--quiet`.
    pub(super) fn note(&self, text: &str) {
        if !self.manner.quiet {
            to_stderr(text);
        }
    }

    /// Everything that was printed has arrived.
    pub(super) fn finish(&mut self) -> Outcome {
        self.stdout.flush().map_err(|error| Failure::of_output(&error))
    }
}

fn lined_up(cells: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        let gap = width.saturating_sub(cell.chars().count()) + 2;
        line.push_str(cell);
        line.extend(std::iter::repeat_n(' ', gap));
    }
    line.truncate(line.trim_end().len());
    line
}

/// One line on standard error. Nobody can be told where that fails.
pub(super) fn to_stderr(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
