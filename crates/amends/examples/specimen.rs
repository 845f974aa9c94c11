//! Writes the specimen pages of the look, with their assets, into a folder: `cargo run --example specimen DIR`.

use std::{env, fs, path::PathBuf};

use amends::render::{
    Renderer,
    assets::ASSETS,
    frame::{Demo, FieldError, Frame, Link, Notice, Reader},
};
use amends_core::text::Language;
use anyhow::{Context as _, Result};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).context("name the folder to write to")?);
    fs::create_dir_all(folder.join("assets"))?;
    for asset in ASSETS {
        fs::write(folder.join("assets").join(asset.file), asset.bytes)?;
    }
    let renderer = Renderer::new(None);
    let sample: Value = serde_json::from_str(include_str!("../tests/specimen.json"))?;
    for language in Language::ALL {
        let sample = in_language(&sample, language);
        let pages = [
            ("specimen", "frame/specimen.html", staff(&sample, language, false)),
            ("specimen-errors", "frame/specimen.html", staff(&sample, language, true)),
            ("promise", "frame/specimen_promise.html", plain(&sample, language, "promise")),
            ("done", "frame/specimen_done.html", plain(&sample, language, "done")),
        ];
        for (name, template, frame) in pages {
            let html = renderer.page(template, language, json!({ "frame": frame, "sample": sample }))?;
            let place = folder.join(language.tag()).join(name);
            fs::create_dir_all(&place)?;
            fs::write(place.join("index.html"), html)?;
        }
    }
    Ok(())
}

/// The sample in one language: every `{en, cy}` becomes that one's words.
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
        office: if language == Language::En { "Office of the Ombudsman" } else { "Swyddfa’r Ombwdsmon" }.to_owned(),
        home: format!("/{}/", language.tag()),
        path: format!("/{}/{name}/", language.tag()),
        ..Frame::default()
    }
}

fn staff(sample: &Value, language: Language, wrong: bool) -> Frame {
    let name = if wrong { "specimen-errors" } else { "specimen" };
    let error = |field: &str, pointer| FieldError { field: field.to_owned(), text: text(sample, pointer) };
    let link = |pointer, here| Link::new(text(sample, pointer), "#").here(here);
    Frame {
        navigation: vec![link("/heading/work", true), link("/field/body", false), link("/outcomes/label", false)],
        breadcrumbs: vec![link("/heading/work", false), link("/identity", false)],
        errors: if wrong {
            vec![error("wrong-person", "/error/name"), error("wrong-by-day", "/error/due")]
        } else {
            Vec::new()
        },
        notice: Some(Notice {
            success: true,
            text: text(sample, "/promises/told"),
            link: Some(link("/field/cancel", false)),
        }),
        reader: Some(Reader { name: "Gwen Morris".to_owned(), sign_out: "/sign-out".to_owned() }),
        demo: Some(Demo { today: "2026-10-03".to_owned(), change_href: "#".to_owned() }),
        ..plain(sample, language, name)
    }
}
