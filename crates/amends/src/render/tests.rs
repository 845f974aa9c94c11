//! Tests of the frame, the components, the tokens and the sheets.

use std::{collections::BTreeMap, io::Write as _};

use flate2::{Compression, write::GzEncoder};
use serde::Deserialize;
use serde_json::json;

use super::{
    assets::{ASSETS, Asset},
    frame::{FieldError, Frame, Notice},
    *,
};
use crate::i18n::SOURCES;

#[path = "../../build/css.rs"]
mod css;

#[test]
fn the_sieve_keeps_what_we_use_and_gives_it_our_tokens_and_logical_sides() {
    let theirs = css::parse(
        "/*! note */.govuk-tag,.govuk-accordion{color:var(--govuk-text-colour,#0b0c0c);margin-left:5px}\
         .govuk-tag--blue{color:#1d70b8}.govuk-header__crown{background:url(/assets/images/crest.svg)}\
         @font-face{font-family:Theirs}@media print{.govuk-tag{color:#000}}\
         @media (min-width:40em){.govuk-tag{font-family:Theirs,arial;font-size:1.1875rem;text-align:left}}",
    );
    let kept = css::Sieve { blocks: &["govuk-tag"], without: &["govuk-tag--"] }.apply(&theirs);
    assert_eq!(
        kept,
        ".govuk-tag{color:var(--ink);margin-inline-start:5px}\
         @media (min-width:40em){.govuk-tag{font-family:var(--font);font-size:var(--type-body);text-align:start}}"
    );
}

#[test]
fn our_own_sheets_lose_only_white_space_and_comments() {
    let short = css::minify(
        "a > b,\n c :is(d) { margin: 0 calc(1rem + 2px); /* why */ }\n@media (min-width: 1em) { a { top: 0; } }",
    );
    assert_eq!(short, "a>b,c :is(d){margin:0 calc(1rem + 2px)}@media (min-width:1em){a{top:0}}");
}

#[derive(Deserialize)]
struct Tokens {
    light: BTreeMap<String, String>,
    dark: BTreeMap<String, String>,
    contrast: Vec<Contrast>,
}

#[derive(Deserialize)]
struct Contrast {
    of: Vec<String>,
    on: Vec<String>,
    least: f64,
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value =
            f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a hexadecimal colour")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn ratio(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_of_colours_keeps_its_contrast_in_light_and_dark() {
    let tokens: Tokens = toml::from_str(include_str!("../../static/tokens.toml")).expect("tokens");
    let mut weak = Vec::new();
    for (name, colours) in [("light", &tokens.light), ("dark", &tokens.dark)] {
        for rule in &tokens.contrast {
            for (of, on) in rule.of.iter().flat_map(|of| rule.on.iter().map(move |on| (of, on))) {
                let found = ratio(&colours[of], &colours[on]);
                if found < rule.least {
                    weak.push(format!("{name}: {of} on {on} is {found:.2}, not {}", rule.least));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
    assert_eq!(tokens.light.keys().collect::<Vec<_>>(), tokens.dark.keys().collect::<Vec<_>>());
}

fn sheet(name: &str) -> &'static str {
    std::str::from_utf8(Asset::named(name).expect("the sheet").bytes).expect("text")
}

#[test]
fn no_sheet_carries_what_only_gov_uk_may_use() {
    for name in ["full.css", "lean.css"] {
        let css = sheet(name).to_lowercase();
        for forbidden in
            ["gds transport", "crown", "crest", "govuk-logo", "/assets/images", "/assets/fonts", "url(data"]
        {
            assert!(!css.contains(forbidden), "{name} has {forbidden}");
        }
        for colour in ["#1d70b8", "#0b0c0c", "#ffdd00", "#fd0", "#00703c", "#0f7a52", "#1a65a6", "--govuk-"] {
            assert!(!css.contains(colour), "{name} has GOV.UK's {colour}");
        }
    }
    for asset in ASSETS {
        let bytes = String::from_utf8_lossy(asset.bytes).to_lowercase();
        assert!(!asset.name.contains("crown") && !asset.name.contains("crest"));
        assert!(asset.name == "licences.txt" || !bytes.contains("gds transport"), "{}", asset.name);
    }
}

#[test]
fn every_custom_property_a_sheet_uses_is_declared_in_it() {
    for name in ["full.css", "lean.css"] {
        let css = sheet(name);
        for used in css.split("var(--").skip(1) {
            let property = used.split([')', ',']).next().unwrap_or_default();
            assert!(css.contains(&format!("--{property}:")), "{name} uses --{property} undeclared");
        }
        assert_eq!(css.matches('{').count(), css.matches('}').count(), "{name} has unequal braces");
    }
}

#[test]
fn sheets_load_only_fonts_that_are_served_and_licensed() {
    for name in ["full.css", "lean.css"] {
        for address in sheet(name).split("url(/assets/").skip(1) {
            let file = address.split(')').next().unwrap_or_default();
            assert!(Asset::served_as(file).is_some_and(|asset| asset.mime == "font/woff2"), "{file}");
        }
    }
    let licences = Asset::named("licences.txt").map(|asset| String::from_utf8_lossy(asset.bytes));
    assert!(licences.is_some_and(|text| text.matches("SIL OPEN FONT LICENSE Version 1.1").count() >= 3));
}

/// The ranges of a face's `unicode-range` in a sheet.
fn ranges(css: &str) -> Vec<(u32, u32)> {
    css.split("unicode-range:")
        .skip(1)
        .flat_map(|rest| rest.split('}').next().unwrap_or_default().split(','))
        .map(|range| {
            let range = range.trim().trim_start_matches("U+");
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            let number = |text| u32::from_str_radix(text, 16).expect("a code point");
            (number(from), number(to))
        })
        .collect()
}

#[test]
fn r38_the_typeface_has_every_letter_of_both_catalogues() {
    let ranges = ranges(sheet("lean.css"));
    for (name, text) in SOURCES {
        for letter in text.chars().chain("ŵŷŴŶẁẃẅỳâêîôûïöü".chars()).filter(|letter| !letter.is_control())
        {
            let point = u32::from(letter);
            assert!(ranges.iter().any(|(from, to)| (*from..=*to).contains(&point)), "{name}: {letter:?}");
        }
    }
}

fn packed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("packed").len()
}

#[test]
fn a_complainants_page_weighs_at_most_sixty_kilobytes_in_welsh_too() {
    let css = sheet("lean.css");
    let fonts: usize = css
        .split("url(/assets/")
        .skip(1)
        .filter_map(|address| Asset::served_as(address.split(')').next()?))
        .map(|font| font.bytes.len())
        .sum();
    let pages = specimen::pages(&Renderer::new(None)).expect("drawn");
    let page = pages.iter().find(|page| page.path == "/cy/specimen-promise").expect("the Welsh page");
    let texts: usize = ["enhance.js", "mark.svg"]
        .iter()
        .filter_map(|name| Asset::named(name))
        .map(|asset| packed(asset.bytes))
        .sum();
    let all = fonts + texts + packed(css.as_bytes()) + packed(page.html.as_bytes());
    assert!(all <= 60_000, "{all} bytes");
}

#[test]
fn every_template_can_be_read() {
    let renderer = Renderer::new(None);
    for (name, _) in TEMPLATES {
        assert!(renderer.check(name).is_ok(), "{:?}", renderer.check(name));
    }
}

#[test]
fn r38_every_component_is_drawn_in_both_languages() {
    let pages = specimen::pages(&Renderer::new(None)).expect("drawn");
    assert_eq!(pages.len(), 10);
    for page in &pages {
        assert!(page.html.contains(&format!("<html lang=\"{}\"", page.language.tag())), "{}", page.path);
        assert!(!page.html.contains('⟦'), "{} shows a key", page.path);
        assert_eq!(page.html.matches("<h1").count(), 1, "{}", page.path);
        let other = format!("hreflang=\"{}\"", page.language.other().tag());
        assert!(page.html.contains(&other), "{} has no way to the other language", page.path);
        assert!(
            !page.html.contains("<script>") && !page.html.contains(" style="),
            "{} breaks the CSP",
            page.path
        );
    }
}

fn drawn(frame: &Frame, language: Language) -> String {
    Renderer::new(None).page("frame/staff.html", language, json!({ "frame": frame })).expect("drawn")
}

#[test]
fn errors_stand_first_say_so_in_the_title_and_leave_no_room_for_a_notice() {
    let frame = Frame {
        title: "Send the draft".to_owned(),
        office: "Office".to_owned(),
        path: "/worklist".to_owned(),
        errors: vec![FieldError {
            field: "wording".to_owned(),
            text: "Say what the body should do".to_owned(),
        }],
        notice: Some(Notice::important("Saved")),
        ..Frame::default()
    };
    let page = drawn(&frame, Language::En);
    assert!(page.contains("<title>Error: Send the draft – Amends – Office</title>"), "{page}");
    assert!(page.contains("<a href=\"#wording\">Say what the body should do</a>"));
    assert!(!page.contains("govuk-notification-banner"));
    assert!(drawn(&frame, Language::Cy).contains("<title>Gwall: Send the draft"));
    let calm = Frame { errors: Vec::new(), ..frame };
    assert!(drawn(&calm, Language::En).contains("govuk-notification-banner"));
}

#[test]
fn what_people_typed_is_never_markup() {
    let frame = Frame { title: "<script>alert(1)</script>".to_owned(), ..Frame::default() };
    let page = drawn(&frame, Language::En);
    assert!(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)"), "{page}");
}

#[test]
fn a_value_the_page_forgot_is_a_fault_not_a_gap() {
    let refused = Renderer::new(None).page("frame/staff.html", Language::En, json!({ "frame": {} }));
    assert!(refused.is_err_and(|error| error.detail.contains("undefined")));
}

#[test]
fn an_office_replaces_a_template_by_one_of_the_same_name() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("letters")).expect("made");
    std::fs::write(folder.path().join("letters/chase.txt"), "Annwyl {{ name }} & co").expect("written");
    let renderer = Renderer::new(Some(folder.path().to_owned()));
    let letter = renderer.page("letters/chase.txt", Language::Cy, json!({ "name": "O'Brien <clerk>" }));
    assert_eq!(letter.expect("drawn"), "Annwyl O'Brien <clerk> & co");
    assert!(renderer.page("../secret.txt", Language::Cy, ()).is_err());
}
