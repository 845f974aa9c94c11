//! Tables as PostgreSQL makes them, from the one text there is.

/// The text of a step for this engine: what stands between `--@sqlite` and `--@end` is left out, what stands between
/// `--@postgres` and `--@end` is taken as it is, and the words for kinds of column are this engine's.
pub(super) fn for_postgres(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len() + 64);
    let mut section = "";
    for line in sql.lines() {
        match line.trim() {
            "--@sqlite" => section = "sqlite",
            "--@postgres" => section = "postgres",
            "--@end" => section = "",
            _ if section == "sqlite" => {}
            _ if section == "postgres" => {
                out.push_str(line);
                out.push('\n');
            }
            whole => {
                if !whole.starts_with("--") {
                    out.push_str(&words(line));
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// The line with this engine's words. What stands in quotes stays; bytes written `x'…'` become `'\x…'`.
fn words(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 16);
    for (place, piece) in line.split('\'').enumerate() {
        if place % 2 == 1 {
            out.push_str(piece);
            out.push('\'');
            continue;
        }
        let is_last = place == line.matches('\'').count();
        let (piece, bytes) = match piece.strip_suffix('x') {
            Some(rest) if !is_last && !rest.ends_with(|c: char| c.is_ascii_alphanumeric()) => (rest, true),
            _ => (piece, false),
        };
        out.push_str(&kinds(piece));
        if !is_last {
            out.push_str(if bytes { "'\\x" } else { "'" });
        }
    }
    out
}

fn kinds(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len() + 16);
    let mut rest = piece;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic() || c == '_') {
        out.push_str(&rest[..start]);
        let end = rest[start..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .map_or(rest.len(), |length| start + length);
        out.push_str(match &rest[start..end] {
            "INTEGER" => "BIGINT",
            "BLOB" => "BYTEA",
            // One order of letters whatever the database's own: that of their numbers, as in the other engine.
            "TEXT" => "TEXT COLLATE \"C\"",
            "STRICT" => "",
            other => other,
        });
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::for_postgres;

    #[test]
    fn a_table_gets_this_engines_words_and_texts_keep_theirs() {
        let sql = "CREATE TABLE a (\n  id BLOB NOT NULL CHECK (length(id) = 16),\n  n INTEGER,\n  t TEXT DEFAULT 'TEXT x'\n) STRICT;\n\
                   --@sqlite\nCREATE TRIGGER x;\n--@end\n--@postgres\nCREATE INDEX g ON a USING gin (t);\n--@end\n\
                   INSERT INTO a VALUES (x'00ff', 1, x'');";
        let made = for_postgres(sql);
        assert!(made.contains("id BYTEA NOT NULL CHECK (length(id) = 16)"), "{made}");
        assert!(made.contains("t TEXT COLLATE \"C\" DEFAULT 'TEXT x'"), "{made}");
        assert!(made.contains(") ;") && made.contains("USING gin") && !made.contains("TRIGGER"), "{made}");
        assert!(made.contains(r"VALUES ('\x00ff', 1, '\x')"), "{made}");
    }
}
