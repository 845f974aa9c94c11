INSERT INTO search_doc (doc, kind, item, case_id, number, class, headline, text) VALUES
  (90001, 'mail', '0197b000000070008000000000000501', NULL, NULL, 'restricted', 'Re: Subject', 'Evidence attached');
INSERT INTO search_words (rowid, folded) VALUES (90001, 'zzkindmail evidence attached');
