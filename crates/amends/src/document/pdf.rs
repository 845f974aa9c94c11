//! A PDF with text into lines: reading order, blank lines between paragraphs, words broken at line ends joined.
//!
//! PDF files in the wild break every library that reads them, so the work is done in a thread of its own, within a
//! time limit, and a panic there is a damaged file here.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Instant;

use super::{DocumentError, DocumentText, DocumentWarning, Format, Limits, sniff};
use page::Page;

mod hyphen;
mod page;

/// The name of the threads that read PDFs.
const THREAD: &str = "pdf";

/// Deeply nested page trees are read by recursion.
const STACK_BYTES: usize = 32 * 1024 * 1024;

/// A panic of the library is answered as a damaged file, so its words are kept off the terminal; all others are said
/// as before.
fn keep_library_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let as_before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(THREAD) {
                as_before(panic);
            }
        }));
    });
}

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<DocumentText, DocumentError> {
    check_unpacked_size(bytes, limits)?;
    keep_library_panics_quiet();
    let took_too_long = DocumentError::TookTooLong { seconds: limits.pdf_time.as_secs() };
    let (answer, answered) = sync_channel(1);
    let owned = bytes.to_vec();
    let until = Instant::now() + limits.pdf_time;
    // The collector gives up by itself when the time has passed, so that a slow thread does not live on.
    std::thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK_BYTES)
        .spawn(move || {
            let pages = catch_unwind(AssertUnwindSafe(|| pages_of(&owned, until)))
                .unwrap_or_else(|_| Err(damaged("the reader stopped")));
            // Nobody listens any more once the time has passed.
            let _ = answer.send(pages);
        })
        .map_err(|fault| DocumentError::Unreadable { reason: fault.to_string() })?;
    match answered.recv_timeout(limits.pdf_time) {
        // The collector may have given up first, and says so in its own way.
        Ok(_) if Instant::now() > until => Err(took_too_long),
        Ok(pages) => document(&pages?),
        Err(RecvTimeoutError::Timeout) => Err(took_too_long),
        Err(RecvTimeoutError::Disconnected) => Err(damaged("the reader stopped")),
    }
}

fn damaged(detail: &str) -> DocumentError {
    DocumentError::Damaged { format: Format::Pdf, detail: detail.to_owned() }
}

/// The pages of the file, in order.
fn pages_of(bytes: &[u8], until: Instant) -> Result<Vec<Page>, DocumentError> {
    let document = pdf_extract::Document::load_mem(bytes).map_err(|fault| load_fault(bytes, &fault))?;
    // A file that only restricts printing opens without a password, and the library has opened it by then.
    if document.trailer.get(b"Encrypt").is_ok() && !document.was_encrypted() {
        return Err(DocumentError::PdfEncrypted);
    }
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    if numbers.is_empty() {
        return Err(damaged("/Pages"));
    }
    let mut pages = Vec::with_capacity(numbers.len());
    for number in numbers {
        let mut page = Page::new(number, until);
        // A page that cannot be read spoils the document: a decision with a hole in it is worse than none.
        match catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&document, &mut page, number))) {
            Ok(Ok(())) => pages.push(page),
            Ok(Err(fault)) => return Err(damaged(&format!("page {number}: {fault}"))),
            Err(_) => return Err(damaged(&format!("page {number}"))),
        }
        if Instant::now() > until {
            break;
        }
    }
    Ok(pages)
}

/// A file that needs a password fails to load in more than one way; that it is encrypted is said in the open.
fn load_fault(bytes: &[u8], fault: &pdf_extract::Error) -> DocumentError {
    if matches!(fault, pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_))
        || sniff::find(bytes, b"/Encrypt").is_some()
    {
        DocumentError::PdfEncrypted
    } else {
        damaged(&fault.to_string())
    }
}

fn document(pages: &[Page]) -> Result<DocumentText, DocumentError> {
    let without_text: Vec<u32> =
        pages.iter().filter(|page| page.is_without_words()).map(Page::number).collect();
    if without_text.len() == pages.len() {
        return Err(DocumentError::PdfWithoutText { pages: pages.len() as u64 });
    }
    let raw: Vec<String> = pages.iter().map(Page::text).filter(|text| !text.is_empty()).collect();
    let (text, joined) = hyphen::join_broken_words(&raw.join("\n"));
    let unknown = text.chars().filter(|c| *c == '\u{FFFD}' || is_private(*c)).count() as u64;
    let mut warnings = Vec::new();
    if !without_text.is_empty() {
        warnings.push(DocumentWarning::PagesWithoutText { pages: without_text });
    }
    if unknown > 0 {
        warnings.push(DocumentWarning::CharactersUnknown { count: unknown });
    }
    if joined > 0 {
        warnings.push(DocumentWarning::HyphensJoined { count: joined });
    }
    Ok(DocumentText { text, format: Format::Pdf, warnings })
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Refuses a file whose packed streams unpack to more than the limit, before the library unpacks any. Pictures are
/// not unpacked for their text and do not count, unless one alone passes the limit.
fn check_unpacked_size(bytes: &[u8], limits: &Limits) -> Result<(), DocumentError> {
    let too_large = DocumentError::UnpacksTooLarge { format: Format::Pdf, limit: limits.unpacked_bytes };
    let mut total = 0_u64;
    let mut from = 0;
    while let Some(step) = bytes.get(from..).and_then(|rest| sniff::find(rest, b"stream")) {
        let keyword = from + step;
        from = keyword + b"stream".len();
        let Some(data) = bytes.get(from..).map(skip_line_end) else { break };
        // `endstream` has the same letters; what follows it is no packed data.
        if bytes.get(..keyword).is_some_and(|before| before.ends_with(b"end")) || data.first() != Some(&0x78)
        {
            continue;
        }
        let unpacked = unpacked_bytes(data, limits.unpacked_bytes);
        if unpacked > limits.unpacked_bytes {
            return Err(too_large);
        }
        let dictionary = bytes.get(keyword.saturating_sub(600)..keyword).unwrap_or_default();
        let dictionary = dictionary.rsplit(|byte| *byte == b'\n').take(30).collect::<Vec<_>>().concat();
        if sniff::find(&dictionary, b"/Image").is_none() {
            total += unpacked;
        }
        if total > limits.unpacked_bytes {
            return Err(too_large);
        }
    }
    Ok(())
}

fn skip_line_end(data: &[u8]) -> &[u8] {
    data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data)
}

/// How many bytes a packed stream unpacks to, counted no further than just past the limit.
fn unpacked_bytes(data: &[u8], limit: u64) -> u64 {
    let mut counted = 0_u64;
    let mut reader = flate2::read::ZlibDecoder::new(data).take(limit.saturating_add(1));
    let mut buffer = vec![0_u8; 64 * 1024];
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        counted += read as u64;
    }
    counted
}
