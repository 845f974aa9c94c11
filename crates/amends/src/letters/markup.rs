//! From what a template drew to what is sent: plain text, and a quiet HTML page of the same words.
//!
//! Templates know three marks at the start of a line: `## ` a heading, `- ` an item of a list, and nothing: a
//! paragraph. Blank lines part them.

use std::fmt::Write as _;

use amends_core::text::Language;
use minijinja::HtmlEscape;

/// One block of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Heading(String),
    /// Lines that belong together.
    Paragraph(Vec<String>),
    Items(Vec<String>),
}

fn blocks(drawn: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut parted = true;
    for line in drawn.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            parted = true;
            continue;
        }
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.to_owned()));
            parted = true;
            continue;
        }
        match (line.strip_prefix("- "), blocks.last_mut()) {
            (Some(item), Some(Block::Items(items))) => items.push(item.to_owned()),
            (Some(item), _) => blocks.push(Block::Items(vec![item.to_owned()])),
            (None, Some(Block::Paragraph(lines))) if !parted => lines.push(line),
            (None, _) => blocks.push(Block::Paragraph(vec![line])),
        }
        parted = false;
    }
    blocks
}

/// The plain text: one blank line between blocks, none between a heading and what stands under it.
pub(super) fn text(drawn: &str) -> String {
    let mut out = String::new();
    let mut under_heading = true;
    for block in blocks(drawn) {
        if !under_heading {
            out.push('\n');
        }
        under_heading = matches!(block, Block::Heading(_));
        match block {
            Block::Heading(heading) => {
                out.push_str(&heading);
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

/// The same words as a page: nothing fetched from elsewhere, everything escaped.
pub(super) fn html(drawn: &str, subject: &str, language: Language) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n</head>\n\
         <body style=\"{BODY}\">\n<div style=\"{SHEET}\">\n",
        language.tag(),
        HtmlEscape(subject)
    );
    for block in blocks(drawn) {
        let _ = match block {
            Block::Heading(heading) => writeln!(out, "<h2 style=\"{HEADING}\">{}</h2>", inline(&heading)),
            Block::Paragraph(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| inline(line)).collect();
                writeln!(out, "<p style=\"{PARAGRAPH}\">{}</p>", lines.join("<br>\n"))
            }
            Block::Items(items) => {
                let items: Vec<_> = items.iter().map(|item| inline(item)).collect();
                writeln!(out, "<ul style=\"{ITEMS}\">\n<li>{}</li>\n</ul>", items.join("</li>\n<li>"))
            }
        };
    }
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

/// Escapes, and makes web and mail addresses that stand alone between blanks into links.
fn inline(line: &str) -> String {
    let words: Vec<_> = line
        .split(' ')
        .map(|word| {
            let end = word.trim_end_matches(['.', ',', ';', ':', ')']).len();
            let (bare, rest) = word.split_at(end);
            let target = if bare.starts_with("https://") || bare.starts_with("http://") {
                bare.to_owned()
            } else if is_address(bare) {
                format!("mailto:{bare}")
            } else {
                return HtmlEscape(word).to_string();
            };
            let (target, bare) = (HtmlEscape(&target), HtmlEscape(bare));
            format!("<a href=\"{target}\" style=\"{LINK}\">{bare}</a>{}", HtmlEscape(rest))
        })
        .collect();
    words.join(" ")
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
            text(DRAWN),
            "Dear Nia\n\nWhat we need\nThe minute <of> the cabinet.\n\n- one\n- two\n\n\
             Write to caseinfo+abc@office.example or see https://office.example/p/x.\n"
        );
    }

    #[test]
    fn the_page_escapes_and_links() {
        let page = html(DRAWN, "A & B", Language::Cy);
        assert!(page.contains("<html lang=\"cy\">") && page.contains("<title>A &amp; B</title>"));
        assert!(page.contains("The minute &lt;of&gt; the cabinet."), "{page}");
        assert!(page.contains("<li>one</li>\n<li>two</li>"));
        assert!(page.contains("mailto:caseinfo+abc@office.example") && page.contains("</a>."), "{page}");
        assert!(!page.contains("<img") && !page.contains("<script"));
    }
}
