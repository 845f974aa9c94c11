//! A form as a browser without script would send it: every field of the page as it is filled, then what is typed over it.

use scraper::{ElementRef, Html, Selector};

/// The fields of one form, in the order of the page.
#[derive(Debug, Clone)]
pub struct Filled {
    /// Where it goes.
    pub action: String,
    fields: Vec<(String, String)>,
}

fn all<'a>(within: &ElementRef<'a>, what: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(what).expect("a selector");
    within.select(&selector).collect()
}

fn named(one: &ElementRef<'_>, attribute: &str) -> String {
    one.attr(attribute).unwrap_or_default().to_owned()
}

impl Filled {
    /// The form of a page that goes to an address with this in it.
    pub fn of(html: &str, action: &str) -> Self {
        let page = Html::parse_document(html);
        let forms = all(&page.root_element(), "main form");
        let form = forms.into_iter().find(|form| named(form, "action").contains(action));
        let form = form.unwrap_or_else(|| panic!("no form goes to {action}: {html}"));
        let mut fields = Vec::new();
        for one in all(&form, "input[name], textarea[name], select[name]") {
            let name = named(&one, "name");
            let value = match (one.value().name(), one.attr("type").unwrap_or("text")) {
                ("input", "checkbox" | "radio") if one.attr("checked").is_none() => continue,
                ("input", "file") => continue,
                ("input", _) => named(&one, "value"),
                ("select", _) => {
                    let chosen = all(&one, "option[selected]").into_iter().next();
                    let first = || all(&one, "option").into_iter().next();
                    chosen.or_else(first).map(|option| named(&option, "value")).unwrap_or_default()
                }
                _ => one.text().collect::<String>().trim_start_matches('\n').to_owned(),
            };
            fields.push((name, value));
        }
        Self { action: named(&form, "action"), fields }
    }

    /// What a field holds.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Types over a field, or ticks it.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes the tick of one box.
    #[must_use]
    pub fn without(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, held)| !(field == name && held == value));
        self
    }

    /// What is sent.
    pub fn sent(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect()
    }
}
