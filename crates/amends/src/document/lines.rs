//! Lines of text as a marked-up document builds them: blanks folded, bullets in front, cells of a row side by side.

/// A text in the making.
#[derive(Debug, Default)]
pub(super) struct Lines {
    done: String,
    line: String,
    bullet: String,
    blank_wanted: bool,
    blank_line_wanted: bool,
    cells: u32,
}

impl Lines {
    /// Adds running text; any run of blanks becomes one.
    pub(super) fn words(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.blank_wanted = true;
            } else if c != '\u{AD}' {
                // A soft hyphen is a permission to break, not a letter.
                self.letter(c);
            }
        }
    }

    /// Adds text whose blanks and line ends mean something.
    pub(super) fn as_typed(&mut self, text: &str) {
        for (nth, row) in text.split('\n').enumerate() {
            if nth > 0 {
                self.end_line();
            }
            for c in row.trim_end().chars() {
                self.letter_as_typed(c);
            }
        }
    }

    fn letter(&mut self, c: char) {
        if self.blank_wanted && !self.line.is_empty() && !self.line.ends_with('\t') {
            self.line.push(' ');
        }
        self.letter_as_typed(c);
    }

    fn letter_as_typed(&mut self, c: char) {
        self.blank_wanted = false;
        if self.line.is_empty() {
            let bullet = std::mem::take(&mut self.bullet);
            self.line.push_str(&bullet);
        }
        self.line.push(c);
    }

    /// Puts a bullet or number in front of the next words, which begin a line of their own.
    pub(super) fn bullet(&mut self, depth: usize, label: &str) {
        self.end_line();
        self.bullet = "  ".repeat(depth);
        self.bullet.push_str(label);
        self.bullet.push(' ');
    }

    /// Ends the line, or in a table cell only the word.
    pub(super) fn end_line(&mut self) {
        self.blank_wanted = false;
        if self.cells > 0 {
            self.blank_wanted = !self.line.is_empty();
            return;
        }
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if line.is_empty() {
            return;
        }
        if self.blank_line_wanted && !self.done.is_empty() {
            self.done.push('\n');
        }
        self.blank_line_wanted = false;
        self.done.push_str(line);
        self.done.push('\n');
    }

    /// Ends the line; the next one stands apart from it.
    pub(super) fn end_paragraph(&mut self) {
        self.end_line();
        if self.cells == 0 {
            self.blank_line_wanted = true;
        }
    }

    /// Begins a cell of a table row; the row's cells stand on one line, a tab apart.
    pub(super) fn begin_cell(&mut self) {
        if self.cells == 0 && !self.line.is_empty() {
            self.line.push('\t');
        }
        self.blank_wanted = false;
        self.cells += 1;
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        self.cells = self.cells.saturating_sub(1);
        self.blank_wanted = false;
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> String {
        self.cells = 0;
        self.end_line();
        self.done
    }
}
