//! The specimen pages: every component in every state, for tests, for designers and for writing templates by.

use amends_core::text::Language;
use serde_json::{Value, json};

use super::{
    RenderError, Renderer,
    frame::{Demo, FieldError, Frame, Link, Notice, Reader},
};

/// One specimen page as drawn.
#[derive(Debug)]
pub struct Specimen {
    /// Its path: `/cy/specimen`.
    pub path: String,
    /// The language it is in.
    pub language: Language,
    /// The page.
    pub html: String,
}

/// All specimen pages in both languages.
pub fn pages(renderer: &Renderer) -> Result<Vec<Specimen>, RenderError> {
    let mut pages = Vec::new();
    for language in Language::ALL {
        let sample = sample(language);
        let frames = [
            ("specimen", "frame/specimen.html", staff(&sample, language, false)),
            ("specimen-errors", "frame/specimen.html", staff(&sample, language, true)),
            ("specimen-promise", "frame/specimen_promise.html", plain(&sample, language, "specimen-promise")),
            (
                "specimen-opening",
                "frame/specimen_opening.html",
                Frame { notice: None, ..staff(&sample, language, false) },
            ),
            ("specimen-done", "frame/specimen_done.html", plain(&sample, language, "specimen-done")),
        ];
        for (name, template, frame) in frames {
            let html = renderer.page(template, language, json!({ "frame": frame, "sample": sample }))?;
            pages.push(Specimen { path: format!("/{}/{name}", language.tag()), language, html });
        }
    }
    Ok(pages)
}

/// The sample data in one language.
fn sample(language: Language) -> Value {
    match serde_json::from_str(include_str!("specimen.json")) {
        Ok(sample) => in_language(&sample, language),
        Err(error) => {
            tracing::error!(%error, "the specimen's sample data cannot be read");
            Value::Null
        }
    }
}

/// Every `{en, cy}` becomes the words of one language.
fn in_language(value: &Value, language: Language) -> Value {
    match value {
        Value::Object(map) if map.len() == 2 && map.contains_key("en") && map.contains_key("cy") => {
            map.get(language.tag()).cloned().unwrap_or_default()
        }
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.clone(), in_language(value, language))).collect()
        }
        Value::Array(list) => list.iter().map(|value| in_language(value, language)).collect(),
        other => other.clone(),
    }
}

fn text(sample: &Value, pointer: &str) -> String {
    sample.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn plain(sample: &Value, language: Language, name: &str) -> Frame {
    Frame {
        title: text(sample, "/title"),
        office: text(sample, "/office"),
        home: format!("/{}/specimen", language.tag()),
        path: format!("/{}/{name}", language.tag()),
        ..Frame::default()
    }
}

fn staff(sample: &Value, language: Language, wrong: bool) -> Frame {
    let name = if wrong { "specimen-errors" } else { "specimen" };
    let error = |field: &str, pointer| FieldError::new(field, text(sample, pointer));
    let link = |pointer, here| Link::new(text(sample, pointer), "#").here(here);
    let errors = [error("wrong-person", "/error/name"), error("wrong-by-day", "/error/due")];
    Frame {
        navigation: vec![
            link("/heading/work", true),
            link("/field/body", false),
            link("/outcomes/label", false),
        ],
        breadcrumbs: vec![link("/heading/work", false), link("/identity", false)],
        errors: if wrong { errors.into() } else { Vec::new() },
        notice: Some(Notice::done(text(sample, "/promises/told")).with(link("/field/cancel", false))),
        reader: Some(Reader { name: "Gwen Morris".to_owned(), sign_out: "/sign-out".to_owned() }),
        demo: Some(Demo { today: "2026-10-03".to_owned(), change_href: "#".to_owned() }),
        ..plain(sample, language, name)
    }
}
