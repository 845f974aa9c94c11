//! Real files of every kind, and every kind of bad file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::time::Duration;

use super::{DocumentError, DocumentWarning, Format, Found, Limits, read_within, text_of};

fn limits() -> Limits {
    Limits::default()
}

fn read(name: &str, bytes: &[u8]) -> super::DocumentText {
    text_of(name, bytes, &limits()).unwrap()
}

fn refused(name: &str, bytes: &[u8]) -> DocumentError {
    text_of(name, bytes, &limits()).unwrap_err()
}

// Plain text

#[test]
fn utf8_is_read_as_it_stands_line_ends_and_all() {
    let source = "Dylai’r Cyngor ymddiheuro i Mrs Ŵyn\r\no fewn 1 mis.\r\n";
    let document = read("decision.txt", source.as_bytes());
    assert_eq!(document.text, source);
    assert_eq!(document.format, Format::Text);
    assert!(document.warnings.is_empty());
    let marked = [b"\xEF\xBB\xBF", source.as_bytes()].concat();
    assert_eq!(read("decision.txt", &marked).text, source);
}

#[test]
fn windows_1252_is_recognised_and_said() {
    let document = read("decision.txt", b"The Council\x92s offer of \xA3250 \x96 in full");
    assert_eq!(document.text, "The Council’s offer of £250 – in full");
    assert_eq!(document.warnings, [DocumentWarning::ReadAsWindows1252]);
}

#[test]
fn utf16_is_recognised_with_and_without_its_mark() {
    let source = "Pay Mrs A £250 within 20 working days. Tŷ’r Cyngor.";
    let little: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = source.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[b"\xFF\xFE", &*little].concat(), [b"\xFE\xFF", &*big].concat(), little, big] {
        assert_eq!(read("decision.txt", &bytes).text, source);
    }
}

#[test]
fn a_wrong_byte_is_named_by_its_place() {
    // UTF-8 elsewhere in the file shows that the lone byte is damage and no Windows-1252.
    let damaged = b"T\xC5\xB7 Cyngor\nsecond line \xA3250\n";
    assert_eq!(refused("a.txt", damaged), DocumentError::WrongEncoding { byte: 23, line: 2 });
    assert_eq!(refused("a.txt", b"one\ntwo\nthr\x00ee"), DocumentError::WrongEncoding { byte: 11, line: 3 });
    assert_eq!(refused("a.txt", b"fine \x81 not"), DocumentError::WrongEncoding { byte: 5, line: 1 });
    let lone_surrogate = b"\xFF\xFEA\x00\n\x00\x00\xD8B\x00";
    assert_eq!(refused("a.txt", lone_surrogate), DocumentError::WrongEncoding { byte: 6, line: 2 });
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    assert_eq!(refused("a.txt", b""), DocumentError::Empty);
    assert_eq!(refused("a.pdf", b""), DocumentError::Empty);
    assert_eq!(refused("a.txt", b" \r\n\t \n"), DocumentError::Empty);
}

// Size

/// A source that says how much was asked of it.
struct Endless<'a> {
    given: &'a mut u64,
}

impl std::io::Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        *self.given += buffer.len() as u64;
        Ok(buffer.len())
    }
}

#[test]
fn a_file_of_200_mb_is_refused_before_a_byte_is_read() {
    let mut given = 0;
    let size = 200 * 1024 * 1024;
    let refusal = read_within(Endless { given: &mut given }, Some(size), &limits()).unwrap_err();
    assert_eq!(refusal, DocumentError::TooLarge { size: Some(size), limit: limits().file_bytes });
    assert_eq!(given, 0);
}

#[test]
fn a_file_that_hides_its_size_is_refused_as_it_passes_the_limit() {
    let mut given = 0;
    let small = Limits { file_bytes: 100_000, ..limits() };
    let refusal = read_within(Endless { given: &mut given }, None, &small).unwrap_err();
    assert_eq!(refusal, DocumentError::TooLarge { size: None, limit: 100_000 });
    assert!(given < 400_000, "{given} bytes were read");
    assert_eq!(read_within(Cursor::new(b"words"), Some(5), &small), Ok(b"words".to_vec()));
    assert!(matches!(text_of("a.txt", &vec![b'a'; 100_001], &small), Err(DocumentError::TooLarge { .. })));
}

// Web pages

#[test]
fn a_web_page_keeps_its_paragraphs_lists_and_rows() {
    let page = "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>\
        <h1>Final   decision</h1><p>The Council should,\n within <b>20</b>&nbsp;working days:</p>\
        <ol type=a><li><p>apologise to Mrs&nbsp;A;</p></li><li>pay her &pound;250:<ul><li>distress</li>\
        <li>time</li></ul></li></ol><script>alert(1)</script>\
        <table><tr><th>What</th><th>When</th></tr><tr><td><p>Apology</p></td><td>1 May</td></tr></table>\
        <p>End.<br>Signed<del>struck out</del></p></body></html>";
    let document = read("decision.html", page.as_bytes());
    assert_eq!(
        document.text,
        "Final decision\n\nThe Council should, within 20 working days:\n\na. apologise to Mrs A;\n\
         b. pay her £250:\n  • distress\n  • time\n\nWhat\tWhen\nApology\t1 May\n\nEnd.\nSigned\n"
    );
    assert_eq!(document.format, Format::Html);
    assert_eq!(document.warnings, [DocumentWarning::DeletionsLeftOut { count: 1 }]);
}

#[test]
fn a_web_page_is_read_in_the_encoding_it_declares() {
    let page = b"<html><head><meta charset=\"iso-8859-1\"></head><body><p>\xA3250</p></body></html>";
    assert_eq!(read("a.htm", page).text, "£250\n");
    let unknown = b"<html><meta charset='klingon'><p>x</p></html>";
    assert_eq!(refused("a.htm", unknown), DocumentError::UnknownEncoding { label: "klingon".to_owned() });
    assert_eq!(
        refused("a.htm", b"<html><body> </body></html>"),
        DocumentError::NoWords { format: Format::Html }
    );
}

#[test]
fn a_page_nested_without_end_is_refused_and_a_long_one_is_read() {
    let deep = format!("<html><body>{}deep", "<div>".repeat(200_000));
    assert_eq!(refused("a.html", deep.as_bytes()), DocumentError::NestedTooDeeply { limit: 1_000 });
    let long = format!("<html><body>{}", "<div><p>one<br>two<li>x</div>".repeat(2_000));
    assert_eq!(read("a.html", long.as_bytes()).text.matches("one").count(), 2_000);
}

#[test]
fn the_content_tells_the_format_and_a_wrong_ending_is_said() {
    let document = read("decision.docx", b"Only plain words.");
    assert_eq!(document.format, Format::Text);
    let ending = "docx".to_owned();
    assert_eq!(document.warnings, [DocumentWarning::NameSaysOtherwise { ending, format: Format::Text }]);
}

// Word

const NUMBERING: &str = r#"<?xml version="1.0"?><w:numbering xmlns:w="w">
  <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Bulleted"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Tight"><w:basedOn w:val="Bulleted"/></w:style></w:styles>"#;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &body),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
    ])
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

#[test]
fn a_word_document_keeps_its_letters_bullets_and_rows() {
    let body = [
        paragraph("The Council &amp; the Board agreed to pay &#163;250:"),
        item(1, 0, "apologise;"),
        item(1, 1, "in writing"),
        item(1, 1, "in Welsh"),
        item(1, 0, "train staff."),
        "<w:p><w:pPr><w:pStyle w:val=\"Tight\"/></w:pPr><w:r><w:t>by style</w:t></w:r></w:p>".to_owned(),
        format!(
            "<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            paragraph("Apology"),
            paragraph("letter"),
            paragraph("1 May")
        ),
        paragraph("End."),
    ];
    let document = read("decision.docx", &word(&body.concat()));
    assert_eq!(
        document.text,
        "The Council & the Board agreed to pay £250:\n\na) apologise;\ni. in writing\nii. in Welsh\n\
         b) train staff.\n• by style\nApology letter\t1 May\n\nEnd.\n"
    );
    assert_eq!(document.format, Format::Docx);
    assert!(document.warnings.is_empty());
}

#[test]
fn tracked_deletions_are_left_out_and_insertions_stay() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Pay </w:t></w:r><w:del><w:r><w:delText>£100</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>£250</w:t></w:r></w:ins><w:r><w:footnoteReference/></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t> now.</w:t></w:r></w:p>";
    let document = read("decision.docx", &word(body));
    assert_eq!(document.text, "Pay £250 now.\n");
    assert_eq!(
        document.warnings,
        [DocumentWarning::DeletionsLeftOut { count: 1 }, DocumentWarning::NotesLeftOut { count: 1 }]
    );
}

#[test]
fn a_zip_bomb_is_refused_at_the_limit() {
    let bomb = word(&paragraph(&"bomb ".repeat(2_000_000)));
    assert!(bomb.len() < 200_000, "the bomb is small: {}", bomb.len());
    let small = Limits { unpacked_bytes: 1_000_000, ..limits() };
    let refusal = text_of("a.docx", &bomb, &small).unwrap_err();
    assert_eq!(refusal, DocumentError::UnpacksTooLarge { format: Format::Docx, limit: 1_000_000 });
}

#[test]
fn damaged_word_documents_name_the_part() {
    let whole = word(&paragraph("words"));
    let cut = &whole[..whole.len() - 40];
    assert!(matches!(refused("a.docx", cut), DocumentError::Damaged { format: Format::Docx, .. }));
    let DocumentError::Damaged { detail, .. } = refused("a.docx", &word("<w:p><w:r></w:p>")) else {
        panic!("a mismatched tag is damage");
    };
    assert!(detail.starts_with("word/document.xml, byte "), "{detail}");
    let DocumentError::Damaged { detail, .. } = refused("a.docx", &word(&paragraph("&lol9;"))) else {
        panic!("an entity of its own is damage");
    };
    assert!(detail.ends_with("&lol9;"), "{detail}");
    assert_eq!(refused("a.docx", &word("<w:p/>")), DocumentError::NoWords { format: Format::Docx });
}

#[test]
fn other_files_are_told_apart_by_their_content() {
    let ole = |word: &str| {
        let name: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 504], &name].concat()
    };
    assert_eq!(refused("a.docx", &ole("EncryptedPackage")), DocumentError::DocxEncrypted);
    assert_eq!(refused("a.doc", &ole("WordDocument")), DocumentError::OldDoc);
    let found = |bytes: &[u8]| match refused("a", bytes) {
        DocumentError::Unsupported { found } => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(&ole("Workbook")), Found::OtherOffice);
    assert_eq!(found(b"{\\rtf1 x}"), Found::Rtf);
    assert_eq!(found(b"\x89PNG\r\n\x1a\n"), Found::Picture);
    assert_eq!(found(&archive(&[("xl/workbook.xml", "<x/>")])), Found::OtherOffice);
    assert_eq!(found(&archive(&[("notes.txt", "x")])), Found::Archive);
}

// PDF

/// A PDF of one page per content stream, with its cross-reference table.
fn pdf(pages: &[String], trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|nth| format!("{} 0 R", 4 + nth * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (nth, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            5 + nth * 2
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", nth + 1).unwrap();
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(file, "trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n").unwrap();
    file
}

/// Lines at their places: left, height from the bottom, words.
fn drawn(lines: &[(u32, u32, &str)]) -> String {
    let mut content = "BT /F1 12 Tf\n".to_owned();
    for (left, height, words) in lines {
        writeln!(content, "1 0 0 1 {left} {height} Tm ({words}) Tj").unwrap();
    }
    content + "ET"
}

#[test]
fn a_pdf_is_read_in_reading_order_with_broken_words_joined() {
    let page = drawn(&[
        (72, 740, "The Council should carry out a reassess-"),
        (72, 726, "ment within 20 working days."),
        (72, 690, "It should pay \\243250."),
        (72, 780, "Final decision"),
    ]);
    let document = read("decision.pdf", &pdf(&[page], ""));
    assert_eq!(
        document.text,
        "Final decision\n\nThe Council should carry out a reassessment\nwithin 20 working days.\n\n\
         It should pay £250.\n"
    );
    assert_eq!(document.format, Format::Pdf);
    assert_eq!(document.warnings, [DocumentWarning::HyphensJoined { count: 1 }]);
}

#[test]
fn two_columns_of_a_pdf_are_read_one_after_the_other() {
    let page = drawn(&[
        (72, 740, "left one"),
        (72, 726, "left two"),
        (320, 740, "right one"),
        (320, 726, "right two"),
    ]);
    let text = read("a.pdf", &pdf(&[page], "")).text;
    assert_eq!(text, "left one\nleft two\n\nright one\nright two\n");
}

#[test]
fn a_scanned_pdf_says_how_many_pages_have_no_text() {
    let blank = "0 0 m 100 100 l S".to_owned();
    let scan = pdf(&[blank.clone(), blank.clone(), blank.clone()], "");
    assert_eq!(refused("scan.pdf", &scan), DocumentError::PdfWithoutText { pages: 3 });
    let mixed = read("a.pdf", &pdf(&[drawn(&[(72, 700, "words")]), blank], ""));
    assert_eq!(mixed.warnings, [DocumentWarning::PagesWithoutText { pages: vec![2] }]);
}

#[test]
fn a_pdf_with_a_password_is_said_to_have_one() {
    let zeros = "0".repeat(64);
    let lock = format!(
        "/ID [<{zeros}> <{zeros}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >>"
    );
    let locked = pdf(&[drawn(&[(72, 700, "words")])], &lock);
    assert_eq!(refused("a.pdf", &locked), DocumentError::PdfEncrypted);
}

#[test]
fn a_damaged_pdf_is_an_error_and_no_crash() {
    let whole = pdf(&[drawn(&[(72, 700, "words")])], "");
    for bytes in [&b"%PDF-1.7\n"[..], b"%PDF-1.4\nxref\ntrailer<<>>\n%%EOF", &whole[..200]] {
        assert!(matches!(refused("a.pdf", bytes), DocumentError::Damaged { format: Format::Pdf, .. }));
    }
    let text = String::from_utf8(whole).unwrap();
    // The page loses its size, on which the library gives up in its own way.
    let odd = text.replace("/MediaBox [0 0 595 842]", "/MediaBax [0 0 595 842]");
    assert!(matches!(refused("a.pdf", odd.as_bytes()), DocumentError::Damaged { .. }));
}

#[test]
fn a_pdf_that_unpacks_without_end_is_refused_before_it_is_unpacked() {
    let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    deflate.write_all(&vec![b' '; 3_000_000]).unwrap();
    let packed = deflate.finish().unwrap();
    let head = format!("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length {} >>\nstream\n", packed.len());
    let bomb = [head.as_bytes(), &packed, b"\nendstream\nendobj\n%%EOF"].concat();
    let small = Limits { unpacked_bytes: 1_000_000, ..limits() };
    let refusal = text_of("a.pdf", &bomb, &small).unwrap_err();
    assert_eq!(refusal, DocumentError::UnpacksTooLarge { format: Format::Pdf, limit: 1_000_000 });
}

#[test]
fn a_pdf_that_takes_too_long_is_given_up() {
    let none = Limits { pdf_time: Duration::ZERO, ..limits() };
    let file = pdf(&[drawn(&[(72, 700, "words")])], "");
    assert_eq!(text_of("a.pdf", &file, &none), Err(DocumentError::TookTooLong { seconds: 0 }));
}
