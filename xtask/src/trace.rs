//! `cargo xtask trace`: every requirement in `docs/requirements.txt` has a test that begins with its number.
//!
//! A test is a Rust function `r31_chase_goes_once_per_date` with a test attribute, or a scenario: a text file in a
//! folder `tests/scenarios` named `r31_chase.txt`, or one with a heading `# R31 …` (`# R31, R32 …` for several).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::house::{House, say};
use crate::{DONE, FAILED, UNTESTED, USAGE, files_below};

const LIST: &str = "docs/requirements.txt";

/// The number of a requirement, as `R31`, `I4` or `E18`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Number {
    kind: char,
    number: u32,
}

impl Number {
    /// Reads `R31`, `I4` or `E18`, in either case.
    fn read(word: &str) -> Option<Self> {
        let kind = word.chars().next()?.to_ascii_uppercase();
        let number = word.get(1..)?;
        let valid = matches!(kind, 'R' | 'I' | 'E') && !number.is_empty() && !number.starts_with('0');
        if !valid || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self { kind, number: number.parse().ok()? })
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}{}", self.kind, self.number)
    }
}

/// Compares the list with the tests and says what is missing.
pub(crate) fn run(house: &House, words: &[&str]) -> u8 {
    if let Some(other) = words.iter().find(|word| !["--list", "--allow-missing"].contains(word)) {
        say(&format!("`cargo xtask trace` knows --list and --allow-missing, not “{other}”."));
        return USAGE;
    }
    let wanted = match std::fs::read_to_string(house.path(LIST))
        .map_err(|fault| format!("{LIST}: {fault}."))
        .and_then(|text| requirements(&text))
    {
        Ok(wanted) => wanted,
        Err(why) => {
            say(&why);
            return FAILED;
        }
    };
    let tests = tests_in(&house.path("crates"));
    if words.contains(&"--list") {
        for (number, title) in &wanted {
            say(&format!("{:<4} {title}", number.to_string()));
            for test in tests.get(number).into_iter().flatten() {
                say(&format!("       {test}"));
            }
        }
    }
    let missing: Vec<_> = wanted.iter().filter(|(number, _)| !tests.contains_key(number)).collect();
    for (number, title) in &missing {
        say(&format!("no test: {:<4} {title}", number.to_string()));
    }
    say(&format!(
        "{} of {} requirements have a test of their name.",
        wanted.len() - missing.len(),
        wanted.len()
    ));
    if missing.is_empty() || words.contains(&"--allow-missing") { DONE } else { UNTESTED }
}

/// The list: one requirement a line, its number and its title; `#` begins a remark.
fn requirements(text: &str) -> Result<Vec<(Number, String)>, String> {
    let mut list: Vec<(Number, String)> = Vec::new();
    for (nth, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = |why: &str| format!("{LIST}, line {}: {why}: {line}", nth + 1);
        let (word, title) = line.split_once(char::is_whitespace).ok_or_else(|| fault("there is no title"))?;
        let number = Number::read(word).ok_or_else(|| fault("the line does not begin with a number"))?;
        if list.iter().any(|(known, _)| *known == number) {
            return Err(fault("the number stands here twice"));
        }
        list.push((number, title.trim().to_owned()));
    }
    Ok(list)
}

/// The tests below `folder` by the numbers they name.
fn tests_in(folder: &Path) -> BTreeMap<Number, BTreeSet<String>> {
    let mut tests: BTreeMap<Number, BTreeSet<String>> = BTreeMap::new();
    for file in files_below(folder, "rs") {
        let source = std::fs::read_to_string(&file).unwrap_or_default();
        for name in test_functions(&source) {
            for number in leading_numbers(&name) {
                tests.entry(number).or_default().insert(name.clone());
            }
        }
    }
    for file in files_below(folder, "txt") {
        if !file.parent().is_some_and(|parent| parent.ends_with("tests/scenarios")) {
            continue;
        }
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        for number in leading_numbers(&name).into_iter().chain(heading_numbers(&text)) {
            tests.entry(number).or_default().insert(name.clone());
        }
    }
    tests
}

/// The names of the functions that carry a test attribute; one that is ignored is no test.
fn test_functions(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut is_test, mut is_ignored) = (false, false);
    for line in source.lines().map(str::trim) {
        if let Some(attribute) = line.strip_prefix("#[") {
            let path = attribute.split(['(', ']', ' ', '=']).next().unwrap_or_default();
            is_test |= path == "test" || path.ends_with("::test");
            is_ignored |= path == "ignore";
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some((_, rest)) = line.split_once("fn ").filter(|(before, _)| {
            before.split_whitespace().all(|word| matches!(word, "pub" | "async" | "pub(crate)"))
        }) && is_test
            && !is_ignored
        {
            names.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
        (is_test, is_ignored) = (false, false);
    }
    names
}

/// The numbers a name begins with: `r31_r32_chase` has two.
fn leading_numbers(name: &str) -> Vec<Number> {
    let mut parts = name.split(['_', '.']);
    let numbers: Vec<Number> = parts.by_ref().map_while(Number::read).collect();
    numbers
}

/// The numbers that headings of a scenario begin with.
fn heading_numbers(text: &str) -> Vec<Number> {
    text.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .flat_map(|heading| {
            heading
                .split([' ', ',', ':', '#'])
                .filter(|word| !word.is_empty() && *word != "and")
                .map_while(Number::read)
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{heading_numbers, leading_numbers, requirements, test_functions};

    fn shown(numbers: &[super::Number]) -> String {
        numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_functions_with_a_test_attribute_are_tests() {
        let source = "#[test]\n/// words\n#[cfg(unix)]\nfn r1_one() {}\nfn r2_no_test() {}\n\
            #[tokio::test(flavor = \"x\")]\nasync fn e3_three() {}\n#[test]\n#[ignore]\nfn i4_ignored() {}\n\
            #[cfg(test)]\nfn r5_helper() {}\n";
        assert_eq!(test_functions(source), ["r1_one", "e3_three"]);
    }

    #[test]
    fn a_name_begins_with_its_numbers() {
        assert_eq!(shown(&leading_numbers("r31_r32_chase_once")), "R31 R32");
        assert_eq!(shown(&leading_numbers("r31_chase.txt")), "R31");
        assert_eq!(shown(&leading_numbers("read_1_line")), "");
        assert_eq!(shown(&leading_numbers("e_1")), "");
    }

    #[test]
    fn a_heading_begins_with_its_numbers() {
        assert_eq!(
            shown(&heading_numbers("# R31, R32 and E18: a chase\ntext R1\n## I4 asked\n# Other R9\n")),
            "R31 R32 E18 I4"
        );
    }

    #[test]
    fn the_list_refuses_what_it_cannot_read() {
        assert_eq!(requirements("# remark\nR1 One\n\nI2  Two\n").unwrap().len(), 2);
        assert!(requirements("R1 One\nR1 Again\n").unwrap_err().contains("line 2"));
        assert!(requirements("X1 One\n").is_err());
    }
}
