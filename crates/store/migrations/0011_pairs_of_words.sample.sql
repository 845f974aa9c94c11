INSERT INTO search_doc (doc, kind, item, case_id, number, class, headline, text) VALUES
  (90002, 'mail', '0197b000000070008000000000000502', NULL, NULL, 'restricted', 'Re: Subject', 'Of the council');
INSERT INTO search_words (rowid, folded) VALUES (90002, 'zzkindmail of the council zzpaired');
