//! The table in `docs/performance.md`: what was measured last, at each size and on each engine, with the command for it.

use anyhow::{Context as _, Result};

use super::Wanted;
use crate::house::House;

const PATH: &str = "docs/performance.md";

/// The section of the goals: the table of the largest office measured whole on its own file.
const GOALS: &str = "The goals";

/// Lays the table of this run into the document, in place of the one of the same size and engine.
///
/// # Errors
/// Where the document cannot be read or written.
pub(super) fn write(house: &House, wanted: &Wanted, table: &str) -> Result<()> {
    let (name, command) = named(wanted);
    lay(house, &name, &command, table)
}

/// Lays the table of how workloads grow into the document.
///
/// # Errors
/// Where the document cannot be read or written.
pub(super) fn write_growth(house: &House, wanted: &Wanted, table: &str) -> Result<()> {
    // Where they lay is nothing to a reader.
    let names = wanted.files.iter().filter_map(|file| file.file_name());
    let files = names.map(|name| format!(" {}", name.display()));
    let command =
        format!("cargo xtask bench --growth --engine {}{}", wanted.engine, files.collect::<String>());
    lay(house, &format!("Growth on {}", wanted.engine), &command, table)
}

fn lay(house: &House, name: &str, command: &str, table: &str) -> Result<()> {
    let path = house.path(PATH);
    let text = std::fs::read_to_string(&path).context(PATH)?;
    let when = super::child::run(std::process::Command::new("date").arg("+%F %H:%M"))?.out;
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("?").to_owned();
    let body = format!("`{command}`, {}, load average {load} at its end.\n\n{table}\n", when.trim());
    Ok(std::fs::write(path, laid(&text, name, &body))?)
}

fn named(wanted: &Wanted) -> (String, String) {
    let quick = if wanted.quick { " --quick" } else { "" };
    let only: String = wanted.only.iter().map(|one| format!(" --only \"{one}\"")).collect();
    let command =
        format!("cargo xtask bench{quick} --size {} --engine {}{only} --write", wanted.size, wanted.engine);
    let is_whole = wanted.only.is_empty() && !wanted.quick;
    if is_whole && wanted.size == "L" && wanted.engine == "sqlite" {
        return (GOALS.to_owned(), command);
    }
    let part = if wanted.only.is_empty() { String::new() } else { format!(": {}", wanted.only.join(", ")) };
    let quick = quick.replace(" --", ", ");
    (format!("Size {} on {}{quick}{part}", wanted.size, wanted.engine), command)
}

/// The text with a section of this name: in place of the one there is, else at its end.
fn laid(text: &str, name: &str, body: &str) -> String {
    let heading = format!("## {name}\n");
    let section = format!("{heading}\n{}\n", body.trim_end());
    match text.find(&heading) {
        None => format!("{}\n\n{section}", text.trim_end()),
        Some(at) => {
            let rest = &text[at + heading.len()..];
            let after = rest.find("\n## ").map_or("", |end| &rest[end + 1..]);
            let gap = if after.is_empty() { "" } else { "\n" };
            format!("{}{section}{gap}{after}", &text[..at])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_of_the_large_office_is_that_of_the_goals() {
        let name = |words: &[&str]| named(&Wanted::of(words).unwrap()).0;
        assert_eq!(name(&["--size", "L", "--write"]), GOALS);
        assert_eq!(name(&["--size", "S", "--quick"]), "Size S on sqlite, quick");
        assert_eq!(name(&["--size", "L", "--engine", "postgres"]), "Size L on postgres");
        assert_eq!(name(&["--size", "L", "--only", "case page"]), "Size L on sqlite: case page");
    }

    #[test]
    fn a_section_takes_the_place_of_the_one_of_its_name_and_leaves_the_others() {
        let text = "# Performance\n\n## Before\n\nx\n";
        let once = laid(text, "The table", "one");
        assert_eq!(once, "# Performance\n\n## Before\n\nx\n\n## The table\n\none\n");
        let more = format!("{once}\n## After\n\ny\n");
        assert_eq!(
            laid(&more, "The table", "two"),
            "# Performance\n\n## Before\n\nx\n\n## The table\n\ntwo\n\n## After\n\ny\n"
        );
    }
}
