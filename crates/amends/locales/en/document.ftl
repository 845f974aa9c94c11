# Decision documents into text: why a file gave none, and what to know about one that did.

document-error-empty = The file is empty: there are no words in it.
document-error-empty-mend = Open the file to check that it is the right one, then choose it again.
document-error-too-large = { $size ->
        [0] The file is too large: it passes the limit of { $limit } MB.
       *[other] The file is too large: it is { $size } MB and the limit is { $limit } MB.
    }
document-error-too-large-mend = Save the decision on its own, without appendices and pictures, and choose that file. You can also paste its text.
document-error-unreadable = The file could not be read: { $reason }.
document-error-unreadable-mend = Check that the file still exists and that you may open it, then try again.
document-error-pdf-without-text = { $pages ->
        [one] This PDF has one page and no text in it: the page is a picture, as a scanner makes it.
       *[other] This PDF has { $pages } pages and no text in them: each page is a picture, as a scanner makes it.
    }
document-error-pdf-without-text-mend = Use the document the PDF was made from, or have the scan turned into text (“OCR”), or paste the text.
document-error-pdf-encrypted = This PDF is protected: it opens only with a password.
document-error-pdf-encrypted-mend = Open it with its password, save or print it to a new PDF without one, and choose that file.
document-error-docx-encrypted = This Word document is protected: it opens only with a password.
document-error-docx-encrypted-mend = Open it in Word, remove the password under File, Info, Protect Document, save it and choose it again.
document-error-old-doc = This is a Word document in the format used before 2007 (.doc), which cannot be read here.
document-error-old-doc-mend = Open it in Word, save it as “Word Document (.docx)” and choose the new file.
document-error-unsupported = { $found ->
        [rtf] This is a Rich Text (RTF) file, which cannot be read here.
        [opendocument] This is an OpenDocument file, which cannot be read here.
        [other-office] This is a workbook, a presentation or another Office file, not a decision document.
        [archive] This is a zip archive, not a document.
        [picture] This is a picture, and there is no text in it.
       *[message] This is an e-mail message, not a document.
    }
document-error-unsupported-mend = Save the decision as a Word document (.docx), a PDF with text, a web page or plain text, and choose that file. You can also paste its text.
document-error-wrong-encoding = The file is not readable text: the character at byte { $byte }, on line { $line }, is wrong in every encoding that is read here (UTF-8, UTF-16 and Windows-1252).
document-error-wrong-encoding-mend = Open it in the program that made it, save it as plain text in UTF-8 and choose it again.
document-error-unknown-encoding = The web page says it is written in the encoding “{ $label }”, which is not known.
document-error-unknown-encoding-mend = Open the page in a browser, save it again in UTF-8 or copy its text and paste it.
document-error-damaged = { $format ->
        [pdf] The file begins as a PDF but is damaged or incomplete ({ $detail }).
        [docx] The file begins as a Word document but is damaged or incomplete ({ $detail }).
        [html] The web page is damaged: its characters are not in the encoding it names ({ $detail }).
       *[text] The file is damaged or incomplete ({ $detail }).
    }
document-error-damaged-mend = Ask for the file again, or open it in the program that made it, save a fresh copy and choose that.
document-error-unpacks-too-large = { $format ->
        [pdf] This PDF unpacks to more than { $limit } MB, which no decision does.
       *[docx] This Word document unpacks to more than { $limit } MB, which no decision does.
    }
document-error-unpacks-too-large-mend = Do not use this file. Ask whoever sent it for the text, and tell whoever looks after your computers.
document-error-took-too-long = { $seconds ->
        [one] Reading this PDF took longer than one second and was given up.
       *[other] Reading this PDF took longer than { $seconds } seconds and was given up.
    }
document-error-took-too-long-mend = Use the document the PDF was made from, or save the decision’s pages as a smaller PDF, or paste the text.
document-error-nested-too-deeply = The parts of this web page stand within one another more than { $limit } deep, which no decision does.
document-error-nested-too-deeply-mend = Open the page in a browser, copy the decision’s text and paste it.
document-error-no-words = { $format ->
        [docx] This Word document has no words in it. A decision may be in it as a picture.
       *[html] This web page has no words in it.
    }
document-error-no-words-mend = Open the file to check that it is the right one, then choose another or paste the text.

document-warning-name-says-otherwise = { $format ->
        [pdf] The name ends in “.{ $ending }”, but the file is a PDF and was read as one.
        [docx] The name ends in “.{ $ending }”, but the file is a Word document and was read as one.
        [html] The name ends in “.{ $ending }”, but the file is a web page and was read as one.
       *[text] The name ends in “.{ $ending }”, but the file is plain text and was read as such.
    }
document-warning-read-as-windows-1252 = The text is not in UTF-8 and was read as Windows-1252. Check pound signs, dashes and letters with accents.
document-warning-deletions-left-out = { $count ->
        [one] One deletion is marked in the document. The deleted words were left out.
       *[other] { $count } deletions are marked in the document. The deleted words were left out.
    }
document-warning-notes-left-out = { $count ->
        [one] One footnote or endnote was left out.
       *[other] { $count } footnotes or endnotes were left out.
    }
document-warning-pages-without-text = { $count ->
        [one] Page { $pages } has no text: it may be a picture. Check that no recommendation is on it.
       *[other] Pages { $pages } have no text: they may be pictures. Check that no recommendation is on them.
    }
document-warning-characters-unknown = { $count ->
        [one] The PDF does not say what one of its characters means. Check the text against the PDF.
       *[other] The PDF does not say what { $count } of its characters mean. Check the text against the PDF.
    }
document-warning-hyphens-joined = { $count ->
        [one] One word that was broken at the end of a line was joined.
       *[other] { $count } words that were broken at the end of a line were joined.
    }
