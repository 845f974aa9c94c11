//! A web page into text: blocks as lines, lists with their bullets or letters, table rows as rows.

use scraper::node::{Element, Node};

use super::lines::Lines;
use super::numbering::{Count, sign};
use super::{DocumentError, DocumentText, DocumentWarning, Format, plain, sniff};

/// Deeper than any page people write; pages pasted from a word processor reach some dozens.
const DEEPEST: usize = 1_000;

/// Elements that need no end tag, or have none.
const MAY_STAY_OPEN: [&str; 24] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<DocumentText, DocumentError> {
    let (source, mut warnings) = decode(bytes)?;
    if nesting(&source) > DEEPEST {
        return Err(DocumentError::NestedTooDeeply { limit: DEEPEST as u64 });
    }
    let page = scraper::Html::parse_document(&source);
    let mut reader = Reader::default();
    // The tree is walked without recursion: a page may nest as deep as its author likes.
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => reader.open(node.value()),
            ego_tree::iter::Edge::Close(node) => reader.close(node.value()),
        }
    }
    if reader.deletions > 0 {
        warnings.push(DocumentWarning::DeletionsLeftOut { count: reader.deletions });
    }
    let text = reader.lines.finish();
    if text.trim().is_empty() {
        return Err(DocumentError::NoWords { format: Format::Html });
    }
    Ok(DocumentText { text, format: Format::Html, warnings })
}

/// How deep the page's elements nest, judged by their tags. The parser's time grows with the square of the depth, so
/// a page made for that must not reach it.
fn nesting(source: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in source.split('<').skip(1) {
        let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name: String =
            tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if name.is_empty() || MAY_STAY_OPEN.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if !tag.split('>').next().is_some_and(|inside| inside.ends_with('/')) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// The characters of the page by its byte order mark, else by the encoding it declares, else as plain text.
fn decode(bytes: &[u8]) -> Result<(String, Vec<DocumentWarning>), DocumentError> {
    let marked = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
    let Some(label) = declared_encoding(bytes).filter(|_| !marked) else { return plain::decode(bytes) };
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())
        .ok_or_else(|| DocumentError::UnknownEncoding { label: label.clone() })?;
    // A page that can be read to declare UTF-16 is not in UTF-16; the standard reads it as UTF-8.
    if [encoding_rs::UTF_8, encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&encoding) {
        return plain::decode(bytes);
    }
    let (text, faulty) = encoding.decode_without_bom_handling(bytes);
    if faulty {
        return Err(DocumentError::Damaged { format: Format::Html, detail: encoding.name().to_owned() });
    }
    Ok((text.into_owned(), Vec::new()))
}

/// The value of the first `charset=` in the page's first 4 KB.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let from = sniff::find(&head, b"charset=")? + b"charset=".len();
    let label: String = head
        .get(from..)?
        .iter()
        .map(|byte| char::from(*byte))
        .skip_while(|c| matches!(c, '"' | '\'' | ' '))
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// A list being read.
#[derive(Debug)]
struct List {
    count: Count,
    next: u32,
}

#[derive(Debug, Default)]
struct Reader {
    lines: Lines,
    lists: Vec<List>,
    /// How many elements deep we are in something that is not read.
    unread: u32,
    typed: u32,
    deletions: u64,
}

impl Reader {
    fn open(&mut self, node: &Node) {
        match node {
            Node::Text(text) if self.unread == 0 && self.typed > 0 => self.lines.as_typed(text),
            Node::Text(text) if self.unread == 0 => self.lines.words(text),
            Node::Element(element) => self.open_element(element),
            Node::Text(_)
            | Node::Document
            | Node::Fragment
            | Node::Doctype(_)
            | Node::Comment(_)
            | Node::ProcessingInstruction(_) => {}
        }
    }

    fn open_element(&mut self, element: &Element) {
        if self.unread > 0 || is_unread(element) {
            self.unread += 1;
            self.deletions += u64::from(self.unread == 1 && element.name() == "del");
            return;
        }
        match element.name() {
            "br" | "hr" => self.lines.end_line(),
            "li" => self.open_item(element),
            "ul" => self.open_list(Count::Bullet, 1),
            "ol" => self.open_list(
                ordered(element.attr("type")),
                element.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1),
            ),
            "td" | "th" => self.lines.begin_cell(),
            "pre" | "textarea" => {
                self.lines.end_paragraph();
                self.typed += 1;
            }
            name if stands_apart(name) => self.end_block(),
            name if is_block(name) => self.lines.end_line(),
            _ => {}
        }
    }

    fn open_list(&mut self, count: Count, next: u32) {
        self.end_block();
        self.lists.push(List { count, next });
    }

    fn open_item(&mut self, element: &Element) {
        let depth = self.lists.len().saturating_sub(1);
        let Some(list) = self.lists.last_mut() else {
            self.lines.bullet(0, "•");
            return;
        };
        if let Some(value) = element.attr("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let mut label = sign(list.count, list.next);
        if list.count != Count::Bullet {
            label.push('.');
        }
        list.next = list.next.saturating_add(1);
        self.lines.bullet(depth, &label);
    }

    fn close(&mut self, node: &Node) {
        let Node::Element(element) = node else { return };
        if self.unread > 0 {
            self.unread -= 1;
            return;
        }
        match element.name() {
            "ul" | "ol" => {
                self.lists.pop();
                self.end_block();
            }
            "td" | "th" => self.lines.end_cell(),
            "pre" | "textarea" => {
                self.typed = self.typed.saturating_sub(1);
                self.lines.end_paragraph();
            }
            name if stands_apart(name) => self.end_block(),
            name if is_block(name) => self.lines.end_line(),
            _ => {}
        }
    }

    /// Paragraphs stand apart, save inside a list, whose items stay together.
    fn end_block(&mut self) {
        if self.lists.is_empty() { self.lines.end_paragraph() } else { self.lines.end_line() }
    }
}

fn is_unread(element: &Element) -> bool {
    matches!(
        element.name(),
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "object"
            | "select"
            | "del"
    ) || element.attr("hidden").is_some()
}

fn stands_apart(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "blockquote" | "dl" | "figure" | "address"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "body"
            | "div"
            | "section"
            | "article"
            | "main"
            | "aside"
            | "header"
            | "footer"
            | "nav"
            | "form"
            | "fieldset"
            | "legend"
            | "li"
            | "tr"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "dt"
            | "dd"
            | "details"
            | "summary"
            | "figcaption"
            | "option"
    )
}

fn ordered(kind: Option<&str>) -> Count {
    match kind {
        Some("a") => Count::LowerLetter,
        Some("A") => Count::UpperLetter,
        Some("i") => Count::LowerRoman,
        Some("I") => Count::UpperRoman,
        _ => Count::Decimal,
    }
}
