//! From what a template drew to what is sent: plain text, and a quiet HTML page of the same words.
//!
//! Templates know three marks at the start of a line: `## ` a heading, `- ` an item of a list, and nothing: a
//! paragraph. Blank lines part them.

use std::{borrow::Cow, fmt::Write as _};

use amends_core::text::Language;
use minijinja::HtmlEscape;

/// One block of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block<'a> {
    Heading(Cow<'a, str>),
    /// Lines that belong together.
    Paragraph(Vec<Cow<'a, str>>),
    Items(Vec<Cow<'a, str>>),
}

/// A letter as a template drew it, parted into its blocks.
pub(super) struct Parted<'a>(Vec<Block<'a>>);

impl<'a> Parted<'a> {
    /// Parts what a template drew.
    pub(super) fn of(drawn: &'a str) -> Self {
        Self(blocks(drawn))
    }
}

fn blocks(drawn: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut parted = true;
    for line in drawn.lines() {
        let line = single_spaced(line);
        if line.is_empty() {
            parted = true;
            continue;
        }
        if line.starts_with("## ") {
            blocks.push(Block::Heading(after(line, 3)));
            parted = true;
            continue;
        }
        let is_item = line.starts_with("- ");
        match blocks.last_mut() {
            Some(Block::Items(items)) if is_item => items.push(after(line, 2)),
            _ if is_item => blocks.push(Block::Items(vec![after(line, 2)])),
            Some(Block::Paragraph(lines)) if !parted => lines.push(line),
            _ => blocks.push(Block::Paragraph(vec![line])),
        }
        parted = false;
    }
    blocks
}

/// A line with one blank between its words and none around them.
fn single_spaced(line: &str) -> Cow<'_, str> {
    let line = line.trim();
    let plain = |(byte, next): (u8, u8)| byte != b' ' || next != b' ';
    if line.bytes().zip(line.bytes().skip(1)).all(plain)
        && line.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
    {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A line without the mark at its start.
fn after(line: Cow<'_, str>, mark: usize) -> Cow<'_, str> {
    match line {
        Cow::Borrowed(line) => Cow::Borrowed(&line[mark..]),
        Cow::Owned(line) => Cow::Owned(line[mark..].to_owned()),
    }
}

/// The plain text: one blank line between blocks, none between a heading and what stands under it.
pub(super) fn text(parted: &Parted<'_>) -> String {
    let mut out = String::new();
    let mut under_heading = true;
    for block in &parted.0 {
        if !under_heading {
            out.push('\n');
        }
        under_heading = matches!(block, Block::Heading(_));
        match block {
            Block::Heading(heading) => {
                out.push_str(heading);
                out.push('\n');
            }
            Block::Paragraph(lines) => lines.iter().for_each(|line| {
                out.push_str(line);
                out.push('\n');
            }),
            Block::Items(items) => items.iter().for_each(|item| {
                let _ = writeln!(out, "- {item}");
            }),
        }
    }
    out
}

const BODY: &str = "margin:0;padding:24px 16px;background:#ffffff;color:#1b1f24;\
    font:17px/1.5 'Atkinson Hyperlegible Next',Arial,sans-serif";
const SHEET: &str = "max-width:38em;margin:0 auto;border-top:4px solid #14515a;padding-top:16px";
const HEADING: &str = "font-size:19px;line-height:1.35;margin:28px 0 8px;color:#14515a";
const PARAGRAPH: &str = "margin:0 0 14px";
const ITEMS: &str = "margin:0 0 14px;padding-left:22px";
const LINK: &str = "color:#0b5580";

/// What a block begins with inside its element, the element, its style, what parts its lines, and what it ends with.
type Around = (&'static str, &'static str, &'static str, &'static str, &'static str);
/// Headings, paragraphs, lists.
const PARTS: [Around; 3] = [
    ("", "h2", HEADING, "", ""),
    ("", "p", PARAGRAPH, "<br>\n", ""),
    ("\n<li>", "ul", ITEMS, "</li>\n<li>", "</li>\n"),
];

/// The same words as a page: nothing fetched from elsewhere, everything escaped.
pub(super) fn html(parted: &Parted<'_>, subject: &str, language: Language) -> String {
    let mut out = String::with_capacity(4_096);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n</head>\n\
         <body style=\"{BODY}\">\n<div style=\"{SHEET}\">\n",
        language.tag(),
        HtmlEscape(subject)
    );
    for block in &parted.0 {
        let [heading, paragraph, items] = PARTS;
        match block {
            Block::Heading(line) => put(&mut out, heading, std::slice::from_ref(line)),
            Block::Paragraph(lines) => put(&mut out, paragraph, lines),
            Block::Items(lines) => put(&mut out, items, lines),
        }
    }
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

/// Puts lines between what opens and what closes a block.
fn put(out: &mut String, (opens, tag, style, between, closes): Around, lines: &[Cow<'_, str>]) {
    // Writing to a text does not fail.
    let _ = write!(out, "<{tag} style=\"{style}\">{opens}");
    for (place, line) in lines.iter().enumerate() {
        out.push_str(if place > 0 { between } else { "" });
        inline(out, line);
    }
    let _ = writeln!(out, "{closes}</{tag}>");
}

/// Escapes, and makes web and mail addresses that stand alone between blanks into links.
fn inline(out: &mut String, line: &str) {
    for (place, word) in line.split(' ').enumerate() {
        out.push_str(if place > 0 { " " } else { "" });
        let end = word.trim_end_matches(['.', ',', ';', ':', ')']).len();
        let (bare, rest) = word.split_at(end);
        let before = if bare.starts_with("https://") || bare.starts_with("http://") {
            ""
        } else if is_address(bare) {
            "mailto:"
        } else {
            escape(out, word);
            continue;
        };
        out.push_str("<a href=\"");
        escape(out, before);
        escape(out, bare);
        let _ = write!(out, "\" style=\"{LINK}\">");
        escape(out, bare);
        out.push_str("</a>");
        escape(out, rest);
    }
}

/// Most words are plain letters, of which nothing need be escaped.
fn escape(out: &mut String, word: &str) {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b'-' | b'@' | b'+' | b'_'))
    {
        out.push_str(word);
    } else {
        let _ = write!(out, "{}", HtmlEscape(word));
    }
}

fn is_address(word: &str) -> bool {
    let plain = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '_'))
    };
    word.split_once('@').is_some_and(|(local, domain)| plain(local) && plain(domain) && domain.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWN: &str = "Dear Nia\n\n\n## What we need\nThe minute <of> the cabinet.\n- one\n- two\n\n\
        Write to caseinfo+abc@office.example or see https://office.example/p/x.\n";

    #[test]
    fn plain_text_has_no_marks_but_list_dashes() {
        assert_eq!(
            text(&Parted::of(DRAWN)),
            "Dear Nia\n\nWhat we need\nThe minute <of> the cabinet.\n\n- one\n- two\n\n\
             Write to caseinfo+abc@office.example or see https://office.example/p/x.\n"
        );
    }

    #[test]
    fn the_page_escapes_and_links() {
        let page = html(&Parted::of(DRAWN), "A & B", Language::Cy);
        assert!(page.contains("<html lang=\"cy\">") && page.contains("<title>A &amp; B</title>"));
        assert!(page.contains("The minute &lt;of&gt; the cabinet."), "{page}");
        assert!(page.contains("<li>one</li>\n<li>two</li>"));
        assert!(page.contains("mailto:caseinfo+abc@office.example") && page.contains("</a>."), "{page}");
        assert!(!page.contains("<img") && !page.contains("<script"));
    }
}
