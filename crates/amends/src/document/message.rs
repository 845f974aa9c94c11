//! What a document's errors and warnings say, in the reader's language.

use amends_core::text::Language;
use fluent_bundle::FluentValue;

use super::{DocumentError, DocumentWarning, Said};
use crate::i18n;

impl DocumentError {
    /// What happened and why.
    pub fn said(&self, language: Language) -> String {
        say(language, self.key(), self.args())
    }

    /// What to do about it.
    pub fn mend(&self, language: Language) -> String {
        say(language, self.mend_key(), self.args())
    }
}

impl DocumentWarning {
    /// What a reader should know.
    pub fn said(&self, language: Language) -> String {
        say(language, self.key(), self.args())
    }
}

fn say(language: Language, key: &str, args: Vec<(&'static str, Said)>) -> String {
    i18n::tr(language, key, &i18n::args(args))
}

impl From<Said> for FluentValue<'_> {
    fn from(said: Said) -> Self {
        match said {
            Said::Number(number) => number.into(),
            Said::Text(text) => text.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use amends_core::text::Language;

    use super::super::{DocumentError, DocumentWarning, Format, Found};

    fn errors() -> Vec<DocumentError> {
        use DocumentError as E;
        let formats = [Format::Text, Format::Html, Format::Docx, Format::Pdf];
        let found = [
            Found::Rtf,
            Found::OpenDocument,
            Found::OtherOffice,
            Found::Archive,
            Found::Picture,
            Found::Message,
        ];
        let text = "x".to_owned();
        let mut errors = vec![
            E::Empty,
            E::TooLarge { size: None, limit: 50 << 20 },
            E::TooLarge { size: Some(200 << 20), limit: 50 << 20 },
            E::Unreadable { reason: text.clone() },
            E::PdfWithoutText { pages: 1 },
            E::PdfWithoutText { pages: 12 },
            E::PdfEncrypted,
            E::DocxEncrypted,
            E::OldDoc,
            E::WrongEncoding { byte: 1_234_567, line: 2 },
            E::UnknownEncoding { label: text.clone() },
            E::TookTooLong { seconds: 20 },
            E::NestedTooDeeply { limit: 1_000 },
        ];
        errors.extend(found.map(|found| E::Unsupported { found }));
        for format in formats {
            errors.push(E::Damaged { format, detail: text.clone() });
            errors.push(E::UnpacksTooLarge { format, limit: 1 });
            errors.push(E::NoWords { format });
        }
        errors
    }

    fn warnings() -> Vec<DocumentWarning> {
        use DocumentWarning as W;
        vec![
            W::NameSaysOtherwise { ending: "doc".to_owned(), format: Format::Pdf },
            W::ReadAsWindows1252,
            W::DeletionsLeftOut { count: 2 },
            W::NotesLeftOut { count: 1 },
            W::PagesWithoutText { pages: vec![2, 3] },
            W::CharactersUnknown { count: 3 },
            W::HyphensJoined { count: 6 },
        ]
    }

    /// Fluent shows a missing key or argument by its name; a sentence has neither braces nor keys in it.
    fn is_sentence(said: &str) -> bool {
        said.ends_with('.') && !said.contains(['{', '$']) && !said.contains("document-")
    }

    #[test]
    fn r38_every_error_and_warning_of_a_document_is_a_sentence_in_both_languages() {
        for language in [Language::En, Language::Cy] {
            let errors = errors().into_iter().flat_map(|error| [error.said(language), error.mend(language)]);
            for said in errors.chain(warnings().into_iter().map(|warning| warning.said(language))) {
                assert!(is_sentence(&said), "{said}");
            }
        }
    }

    #[test]
    fn a_file_too_large_is_told_with_its_size_and_what_to_do() {
        let error = DocumentError::TooLarge { size: Some(200 << 20), limit: 50 << 20 };
        assert_eq!(error.said(Language::En), "The file is too large: it is 200 MB and the limit is 50 MB.");
        assert_eq!(
            DocumentError::WrongEncoding { byte: 1_234_567, line: 3 }.said(Language::Cy),
            "Nid testun darllenadwy sydd yn y ffeil: mae’r nod ar feit 1,234,567, ar linell 3, yn anghywir ym mhob \
             amgodiad a ddarllenir yma (UTF-8, UTF-16 a Windows-1252)."
        );
    }
}
