//! A Word document into text: paragraphs, numbered and bulleted lists, table rows; tracked deletions left out.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::lines::Lines;
use super::numbering::Count;
use super::{DocumentError, DocumentText, DocumentWarning, Format, Limits};
use lists::{Lists, NumberAt};

mod lists;

const BODY: &str = "word/document.xml";

/// Reads a Word document.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<DocumentText, DocumentError> {
    let mut parts = Parts {
        archive: ZipArchive::new(Cursor::new(bytes)).map_err(|fault| damaged(&fault.to_string()))?,
        bytes_left: limits.unpacked_bytes,
        limit: limits.unpacked_bytes,
    };
    let body = parts.part(BODY)?.ok_or_else(|| damaged(BODY))?;
    let mut lists = Lists::default();
    if let Some(numbering) = parts.part("word/numbering.xml")? {
        lists.read_numbering(&numbering)?;
    }
    if let Some(styles) = parts.part("word/styles.xml")? {
        lists.read_styles(&styles)?;
    }
    let mut reader = Reader { lists, ..Reader::default() };
    each_event(BODY, &body, |event| reader.take(event))?;
    reader.finish()
}

/// The archive's parts, unpacked within a limit that counts what really comes out and not what is declared.
struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    bytes_left: u64,
    limit: u64,
}

impl Parts<'_> {
    fn part(&mut self, name: &str) -> Result<Option<String>, DocumentError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::InvalidPassword) => return Err(DocumentError::DocxEncrypted),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(DocumentError::DocxEncrypted);
            }
            Err(fault) => return Err(damaged(&format!("{name}: {fault}"))),
        };
        let mut bytes = Vec::new();
        file.take(self.bytes_left.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|fault| damaged(&format!("{name}: {fault}")))?;
        self.bytes_left = self
            .bytes_left
            .checked_sub(bytes.len() as u64)
            .ok_or(DocumentError::UnpacksTooLarge { format: Format::Docx, limit: self.limit })?;
        let (text, _, faulty) = encoding_rs::UTF_8.decode(&bytes);
        if faulty {
            return Err(damaged(&format!("{name}: UTF-8")));
        }
        Ok(Some(text.into_owned()))
    }
}

fn damaged(detail: &str) -> DocumentError {
    DocumentError::Damaged { format: Format::Docx, detail: detail.to_owned() }
}

/// Hands every event of an XML part to `take`; an empty element counts as a start and an end.
fn each_event<'a>(
    part: &str,
    xml: &'a str,
    mut take: impl FnMut(Happening<'a>),
) -> Result<(), DocumentError> {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        let place = reader.buffer_position();
        let fault = |why: String| damaged(&format!("{part}, byte {place}: {why}"));
        match reader.read_event().map_err(|why| fault(why.to_string()))? {
            Event::Start(element) => take(Happening::Start(element)),
            Event::Empty(element) => {
                let end = Happening::End(element.to_end().local_name().as_ref().to_owned());
                take(Happening::Start(element));
                take(end);
            }
            Event::End(element) => take(Happening::End(element.local_name().as_ref().to_owned())),
            Event::Text(text) => take(Happening::Text(text.xml10_content().into_owned())),
            Event::CData(text) => take(Happening::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => {
                let c = entity(&name).ok_or_else(|| fault(format!("&{};", name.xml10_content())))?;
                take(Happening::Text(c.to_string()));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}

/// What an XML part holds, one after another.
enum Happening<'a> {
    Start(BytesStart<'a>),
    End(String),
    Text(String),
}

/// The five entities of XML and character references; a document that declares its own is not Word's.
fn entity(name: &BytesRef<'_>) -> Option<char> {
    if name.is_char_ref() {
        return name.resolve_char_ref().ok().flatten();
    }
    match name.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// The value of an attribute by its local name (`val` for `w:val`).
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok())
        .map(std::borrow::Cow::into_owned)
}

#[derive(Default)]
struct Reader {
    lists: Lists,
    counters: HashMap<u32, Vec<u32>>,
    lines: Lines,
    /// How many elements deep we are in something that is not read.
    unread: u32,
    in_text: bool,
    in_properties: u32,
    /// The list place of the paragraph being read, and whether its first words have come.
    number: NumberAt,
    style: Option<String>,
    rows: u32,
    hidden_run: bool,
    deletions: u64,
    notes: u64,
}

impl Reader {
    fn take(&mut self, happening: Happening<'_>) {
        match happening {
            Happening::Start(element) => self.start(&element),
            Happening::End(name) => self.end(&name),
            Happening::Text(text) => {
                if self.in_text && self.unread == 0 && !self.hidden_run {
                    self.begin_paragraph();
                    self.lines.words(&text);
                }
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        // `Fallback` repeats for old programs what `Choice` says; field instructions are not text.
        if self.unread > 0
            || matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "pPrChange" | "rPrChange")
        {
            self.unread += 1;
            self.deletions +=
                u64::from(self.unread == 1 && matches!(name, "del" | "moveFrom") && self.in_properties == 0);
            return;
        }
        match name {
            "p" => {
                self.number = NumberAt::default();
                self.style = None;
            }
            "pPr" | "rPr" => self.in_properties += 1,
            "pStyle" => self.style = attribute(element, "val"),
            "numId" => self.number.list = attribute(element, "val").and_then(|id| id.parse().ok()),
            "ilvl" => self.number.level = attribute(element, "val").and_then(|level| level.parse().ok()),
            "r" => self.hidden_run = false,
            "vanish" => {
                self.hidden_run = !matches!(attribute(element, "val").as_deref(), Some("0" | "false"));
            }
            "t" => self.in_text = true,
            "tab" if self.in_properties == 0 => self.lines.words(" "),
            "br" | "cr" => self.lines.end_line(),
            "noBreakHyphen" => self.lines.words("-"),
            "footnoteReference" | "endnoteReference" => self.notes += 1,
            "tc" => self.lines.begin_cell(),
            "tr" => {
                self.rows += 1;
                self.lines.end_line();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unread > 0 {
            self.unread -= 1;
            return;
        }
        match name {
            "p" => {
                let listed = self.place().is_some();
                if listed || self.rows > 0 { self.lines.end_line() } else { self.lines.end_paragraph() }
            }
            "pPr" | "rPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "r" => self.hidden_run = false,
            "t" => self.in_text = false,
            "tc" => self.lines.end_cell(),
            "tr" => {
                self.rows = self.rows.saturating_sub(1);
                self.lines.end_line();
            }
            "tbl" => self.lines.end_paragraph(),
            _ => {}
        }
    }

    /// The list and level of this paragraph, by its own word or its style's; list 0 means none.
    fn place(&self) -> Option<(u32, usize)> {
        self.lists.place(&self.number, self.style.as_deref())
    }

    /// Puts the number in front of a list item as its first words come: an empty item is not counted, as in Word
    /// it would show a number without words.
    fn begin_paragraph(&mut self) {
        if std::mem::replace(&mut self.number.begun, true) {
            return;
        }
        let Some((list, level)) = self.place() else { return };
        let counters = self.counters.entry(self.lists.counted_with(list)).or_default();
        if let Some(label) = self.lists.label(list, level, counters) {
            let depth = if label.count == Count::Bullet { level } else { 0 };
            self.lines.bullet(depth, &label.text);
        }
    }

    fn finish(self) -> Result<DocumentText, DocumentError> {
        let text = self.lines.finish();
        if text.trim().is_empty() {
            return Err(DocumentError::NoWords { format: Format::Docx });
        }
        let mut warnings = Vec::new();
        if self.deletions > 0 {
            warnings.push(DocumentWarning::DeletionsLeftOut { count: self.deletions });
        }
        if self.notes > 0 {
            warnings.push(DocumentWarning::NotesLeftOut { count: self.notes });
        }
        Ok(DocumentText { text, format: Format::Docx, warnings })
    }
}
