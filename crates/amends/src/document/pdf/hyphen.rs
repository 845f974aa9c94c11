//! Words broken at the end of a line: `reassess-` / `ment` is one word again, `call-` / `back` keeps its hyphen where
//! the document writes it so elsewhere.

/// First parts whose compounds are written with a hyphen.
const KEPT_AFTER: [&str; 10] =
    ["non", "self", "co", "ex", "well", "long", "short", "post", "cross", "follow"];

/// The text with broken words joined on the line they begin on, and how many were.
pub(super) fn join_broken_words(text: &str) -> (String, u64) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut count = 0;
    let mut taken_up = Vec::new();
    for nth in 1..lines.len() {
        let [first, second] = lines.get_mut(nth - 1..=nth).unwrap_or_default() else { continue };
        if !second.starts_with(char::is_lowercase) {
            continue;
        }
        let Some((head, before)) = broken_word(first) else { continue };
        let rest: String = second.chars().take_while(|c| !c.is_whitespace()).collect();
        let after: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
        let hyphen = if keeps_hyphen(text, before, &after, first) { "-" } else { "" };
        *first = format!("{head}{hyphen}{rest}");
        *second = second.get(rest.len()..).unwrap_or_default().trim_start().to_owned();
        if second.is_empty() {
            taken_up.push(nth);
        }
        count += 1;
    }
    let mut joined = String::with_capacity(text.len());
    for (nth, line) in lines.iter().enumerate() {
        // A line that was wholly taken up must not stand as a blank line between paragraphs.
        if !taken_up.contains(&nth) {
            joined.push_str(line);
            joined.push('\n');
        }
    }
    (joined, count)
}

/// The line without its closing hyphen, and the part of the word that stands before it.
fn broken_word(line: &str) -> Option<(&str, &str)> {
    let head = line.strip_suffix(['-', '\u{2010}', '\u{AD}'])?;
    let part = head.rsplit(|c: char| !c.is_alphabetic()).next()?;
    (part.chars().count() > 1).then_some((head, part))
}

fn keeps_hyphen(text: &str, before: &str, after: &str, line: &str) -> bool {
    if line.ends_with('\u{AD}') {
        return false;
    }
    text.contains(&format!("{before}-{after}"))
        || (KEPT_AFTER.contains(&before.to_lowercase().as_str())
            && !text.contains(&format!("{before}{after}")))
}

#[cfg(test)]
mod tests {
    use super::join_broken_words;

    #[test]
    fn a_word_broken_at_the_line_end_is_whole_again() {
        let (text, count) =
            join_broken_words("It should carry out a reassess-\nment of her needs.\nThen stop.\n");
        assert_eq!(text, "It should carry out a reassessment\nof her needs.\nThen stop.\n");
        assert_eq!(count, 1);
        assert_eq!(join_broken_words("a reassess-\nment.\n\nNext.\n").0, "a reassessment.\n\nNext.\n");
    }

    #[test]
    fn a_hyphen_the_document_writes_elsewhere_stays() {
        let (text, _) = join_broken_words("a call-back was late. The call-\nback came.\n");
        assert_eq!(text, "a call-back was late. The call-back\ncame.\n");
    }

    #[test]
    fn a_dash_before_a_capital_or_a_figure_is_left_alone() {
        let source = "the years 2019-\n2021 and North-\nWales\n";
        assert_eq!(join_broken_words(source), (source.to_owned(), 0));
    }
}
