//! The options of a choice, and those of a long one drawn beforehand, such as the members of staff.

use std::fmt::Write as _;

use minijinja::{HtmlEscape, Value};
use serde::Serialize;

/// Writes one option.
pub(super) fn option(out: &mut String, value: &str, text: &str, selected: bool) {
    let selected = if selected { " selected" } else { "" };
    let _ = write!(out, "<option value=\"{}\"{selected}>{}</option>", HtmlEscape(value), HtmlEscape(text));
}

/// Options as the component `select` takes them in the place of a list: they are in the page as they are here.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct DrawnOptions(Value);

/// Options that are drawn once and given out many times, each time with another one chosen or without some of them.
#[derive(Debug, Default)]
pub struct Options {
    /// The value and the text of each, and where it ends in `html`.
    each: Vec<(String, String, usize)>,
    html: String,
}

impl Options {
    /// Draws them, none of them chosen; each is a value and a text.
    pub fn draw(all: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut options = Self::default();
        for (value, text) in all {
            option(&mut options.html, &value, &text, false);
            options.each.push((value, text, options.html.len()));
        }
        options
    }

    /// All of them but those whose value is left out, after some options of a value and a text each; with the one chosen
    /// that has the value `chosen`.
    pub fn after(
        &self,
        first: &[(&str, &str)],
        chosen: &str,
        left_out: impl Fn(&str) -> bool,
    ) -> DrawnOptions {
        let mut out = String::with_capacity(self.html.len() + 200);
        for (value, text) in first {
            option(&mut out, value, text, *value == chosen);
        }
        // What stands as it is, from here on, is not written yet.
        let (mut from, mut start) = (0, 0);
        for (value, text, end) in &self.each {
            let (is_chosen, is_out) = (value == chosen, left_out(value));
            if is_chosen || is_out {
                out.push_str(self.html.get(from..start).unwrap_or_default());
                from = *end;
            }
            if is_chosen && !is_out {
                option(&mut out, value, text, true);
            }
            start = *end;
        }
        out.push_str(self.html.get(from..).unwrap_or_default());
        DrawnOptions(Value::from_safe_string(out))
    }
}

#[cfg(test)]
mod tests {
    use minijinja::{Environment, context, value::Serde};

    use super::*;

    #[derive(Serialize)]
    struct Choice {
        value: &'static str,
        text: &'static str,
    }

    #[test]
    fn options_drawn_beforehand_are_what_the_component_draws_of_a_list() {
        let all = [("b1", "Afan & Taf"), ("b2", "Board <of> \"B\""), ("b3", "Cyngor Môn"), ("b4", "Dinas")];
        let options = Options::draw(all.map(|(value, text)| (value.to_owned(), text.to_owned())));
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
        super::super::functions::add(&mut environment, amends_core::text::Language::En);
        let drawn = |options: Value, chosen: &str| {
            environment
                .render_str("{{ options|choices(chosen) }}", context! { options, chosen })
                .expect("drawn")
        };
        for chosen in ["", "b1", "b2", "b4", "nobody's"] {
            for left_out in [&[][..], &["b1"], &["b2", "b3"], &["b4"], &["b1", "b2", "b3", "b4"]] {
                let first = std::iter::once(("", "Any"));
                let list = first.chain(all.into_iter().filter(|(value, _)| !left_out.contains(value)));
                let list: Vec<_> = list.map(|(value, text)| Choice { value, text }).collect();
                let beforehand = options.after(&[("", "Any")], chosen, |value| left_out.contains(&value));
                let beforehand = Value::from(Serde(&beforehand));
                assert_eq!(drawn(beforehand, chosen), drawn(Value::from(Serde(&list)), chosen), "{chosen}");
            }
        }
    }
}
