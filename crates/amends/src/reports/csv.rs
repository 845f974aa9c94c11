//! Comma-separated files (RFC 4180): every cell that needs it in quotes, and none that a spreadsheet would run.

/// A whole file: the names of the columns, then the rows.
pub fn file(columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = line(columns.iter().map(|name| (*name).to_owned()));
    for row in rows {
        text.push_str(&line(row));
    }
    text
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell. One that begins as a formula does is kept from being one by an apostrophe.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell.parse::<f64>().is_err());
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_never_run() {
        let rows =
            [vec!["Train staff, and \"write\" it\ndown".to_owned(), "=1+1".to_owned(), "-3".to_owned()]];
        let expected = "a,b,c\r\n\"Train staff, and \"\"write\"\" it\ndown\",'=1+1,-3\r\n";
        assert_eq!(file(&["a", "b", "c"], rows), expected);
        assert_eq!(quoted("-x"), "'-x");
    }
}
