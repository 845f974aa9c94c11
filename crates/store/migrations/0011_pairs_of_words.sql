-- Pairs of adjoining words, of which one is frequent, stand in the index of words beside them. Texts that were kept before have none; they
-- are found by their words until they were read anew. What an older program writes has none either.

--@sqlite
ALTER TABLE search_doc ADD COLUMN paired INTEGER NOT NULL DEFAULT 0 CHECK (paired IN (0, 1));
CREATE INDEX search_doc_unpaired ON search_doc (doc) WHERE paired = 0;
--@end
--@postgres
CREATE INDEX search_doc_unpaired ON search_doc (doc) WHERE NOT (words @@ to_tsquery('simple', 'zzpaired'));
--@end
INSERT INTO search_todo (kind, id, asked) SELECT 'case', case_id, 1 FROM case_row WHERE TRUE
  ON CONFLICT (kind, id) DO UPDATE SET asked = search_todo.asked + 1;
INSERT INTO search_todo (kind, id, asked) SELECT 'mail', id, 1 FROM mail WHERE TRUE
  ON CONFLICT (kind, id) DO UPDATE SET asked = search_todo.asked + 1;
