//! Puts together the style sheets, the script, the typefaces and their licences.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context as _, Result};

use crate::{Built, css, tokens};

/// GOV.UK blocks in every sheet.
const LEAN: [&str; 30] = [
    "govuk-link",
    "govuk-heading-xl",
    "govuk-heading-l",
    "govuk-heading-m",
    "govuk-heading-s",
    "govuk-body",
    "govuk-body-s",
    "govuk-list",
    "govuk-template",
    "govuk-width-container",
    "govuk-main-wrapper",
    "govuk-skip-link",
    "govuk-visually-hidden",
    "govuk-back-link",
    "govuk-error-summary",
    "govuk-error-message",
    "govuk-notification-banner",
    "govuk-label",
    "govuk-hint",
    "govuk-fieldset",
    "govuk-form-group",
    "govuk-input",
    "govuk-textarea",
    "govuk-radios",
    "govuk-checkboxes",
    "govuk-button",
    "govuk-button-group",
    "govuk-inset-text",
    "govuk-details",
    "govuk-tag",
];

/// Blocks only the full sheet has: for staff, bodies and the register.
const FULL: [&str; 33] = [
    "govuk-body-l",
    "govuk-caption-l",
    "govuk-caption-m",
    "govuk-service-navigation",
    "govuk-breadcrumbs",
    "govuk-label-wrapper",
    "govuk-select",
    "govuk-date-input",
    "govuk-file-upload",
    "govuk-character-count",
    "govuk-summary-list",
    "govuk-summary-card",
    "govuk-table",
    "govuk-warning-text",
    "govuk-task-list",
    "govuk-pagination",
    "govuk-panel",
    "govuk-section-break",
    "govuk-grid-row",
    "govuk-grid-column-full",
    "govuk-grid-column-one-half",
    "govuk-grid-column-one-third",
    "govuk-grid-column-two-thirds",
    "govuk-phase-banner",
    "moj-timeline",
    "moj-identity-bar",
    "moj-filter",
    "moj-filter-tags",
    "moj-filter-layout",
    "moj-sub-navigation",
    "moj-multi-file-upload",
    "moj-page-header-actions",
    "moj-button-group",
];

/// Parts of those blocks that we do not use, or draw ourselves.
const WITHOUT: [&str; 17] = [
    "govuk-tag--",
    "govuk-button--start",
    "govuk-button__start",
    "govuk-button--inverse",
    "govuk-back-link--inverse",
    "govuk-link--inverse",
    "govuk-service-navigation--inverse",
    "govuk-service-navigation__toggle",
    "govuk-breadcrumbs--inverse",
    "govuk-template--rebranded",
    "govuk-list--spaced",
    "govuk-input--extra-letter-spacing",
    "govuk-radios__conditional",
    "govuk-checkboxes__conditional",
    "moj-filter__close",
    "moj-multi-file-upload__dropzone",
    "moj-multi-file-upload--enhanced",
];

/// What the lean sheet spares a phone besides.
const SPARED: [&str; 12] = [
    "govuk-radios--small",
    "govuk-radios__divider",
    "govuk-checkboxes--small",
    "govuk-checkboxes__divider",
    "govuk-fieldset__legend--xl",
    "govuk-fieldset__legend--m",
    "govuk-fieldset__legend--s",
    "govuk-label--",
    "govuk-input--width",
    "govuk-input__",
    "govuk-list--number",
    "govuk-button--warning",
];

const NOTICE: &str = "/*! Includes parts of govuk-frontend and @ministryofjustice/frontend, both MIT; \
     typefaces OFL-1.1. See licences.txt. */";

/// One family's two files: the letters of English, and those Welsh adds (ŵ, ŷ).
struct Face {
    package: &'static str,
    sheet: &'static str,
    file: &'static str,
    family: &'static str,
    weight: &'static str,
}

const TEXT: Face = Face {
    package: "@fontsource-variable/atkinson-hyperlegible-next",
    sheet: "wght.css",
    file: "atkinson-hyperlegible-next-{range}-wght-normal",
    family: "Atkinson Hyperlegible Next",
    weight: "200 800",
};
/// The same letters in two fixed weights: 13 KB less than the variable file where two weights are enough.
const LIGHT_LOAD: [Face; 2] = [
    Face {
        package: "@fontsource/atkinson-hyperlegible-next",
        sheet: "400.css",
        file: "atkinson-hyperlegible-next-{range}-400-normal",
        family: "Atkinson Hyperlegible Next",
        weight: "400",
    },
    Face {
        package: "@fontsource/atkinson-hyperlegible-next",
        sheet: "700.css",
        file: "atkinson-hyperlegible-next-{range}-700-normal",
        family: "Atkinson Hyperlegible Next",
        weight: "500 800",
    },
];
const SERIF: Face = Face {
    package: "@fontsource-variable/source-serif-4",
    sheet: "wght.css",
    file: "source-serif-4-{range}-wght-normal",
    family: "Source Serif 4",
    weight: "200 900",
};
const MONO: Face = Face {
    package: "@fontsource/atkinson-hyperlegible-mono",
    sheet: "400.css",
    file: "atkinson-hyperlegible-mono-{range}-400-normal",
    family: "Atkinson Hyperlegible Mono",
    weight: "400",
};

/// Every asset of the site.
pub fn build(packages: &Path, own: &Path) -> Result<Vec<Built>> {
    let mut assets = Vec::new();
    let text = face(&TEXT, packages, &mut assets)?;
    let mut light = String::new();
    for one in &LIGHT_LOAD {
        light.push_str(&face(one, packages, &mut assets)?);
    }
    let others = face(&SERIF, packages, &mut assets)? + &face(&MONO, packages, &mut assets)?;

    let theirs = css::parse(&read(&packages.join("govuk-frontend/dist/govuk/govuk-frontend.min.css"))?);
    let moj = css::parse(&read(&packages.join("@ministryofjustice/frontend/moj/moj-frontend.min.css"))?);
    let tokens = css::minify(&tokens::css(&own.join("tokens.toml"))?);
    let amends = css::minify(&read(&own.join("amends.css"))?);
    let staff = css::minify(&read(&own.join("staff.css"))?);
    let print = css::minify(&read(&own.join("print.css"))?);

    let spared: Vec<&str> = WITHOUT.into_iter().chain(SPARED).collect();
    let lean = css::Sieve { blocks: &LEAN, without: &spared }.apply(&theirs);
    let all: Vec<&str> = LEAN.into_iter().chain(FULL).collect();
    let sieve = css::Sieve { blocks: &all, without: &WITHOUT };
    let full = sieve.apply(&theirs) + &sieve.apply(&moj);

    assets.push(Built::new("lean.css", [NOTICE, &light, &tokens, &lean, &amends, &print].concat()));
    assets.push(Built::new(
        "full.css",
        [NOTICE, &text, &others, &tokens, &full, &amends, &staff, &print].concat(),
    ));
    assets.push(Built::new("enhance.js", read(&own.join("enhance.js"))?));
    assets.push(Built::new("mark.svg", read(&own.join("mark.svg"))?));
    assets.push(Built::new("licences.txt", licences(packages)?));
    Ok(assets)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Adds a face's two files and gives the rules that load them.
fn face(face: &Face, packages: &Path, assets: &mut Vec<Built>) -> Result<String> {
    let folder = packages.join(face.package);
    let sheet = read(&folder.join(face.sheet))?;
    let mut rules = String::new();
    for range in ["latin", "latin-ext"] {
        let name = face.file.replace("{range}", range);
        let bytes = fs::read(folder.join("files").join(format!("{name}.woff2")))
            .with_context(|| format!("reading the typeface {name}"))?;
        let built = Built::new(&format!("{name}.woff2"), bytes);
        write!(
            rules,
            "@font-face{{font-family:\"{}\";font-style:normal;font-weight:{};font-display:swap;\
             src:url({}) format(\"woff2\");unicode-range:{}}}",
            face.family,
            face.weight,
            built.url(),
            unicode_range(&sheet, &name)?
        )?;
        assets.push(built);
    }
    Ok(rules)
}

/// The characters a file of the family is for, as its own sheet says.
fn unicode_range<'a>(sheet: &'a str, name: &str) -> Result<&'a str> {
    sheet
        .split("@font-face")
        .find(|rule| rule.contains(&format!("/{name}.woff2")))
        .and_then(|rule| rule.split_once("unicode-range:"))
        .and_then(|(_, rest)| rest.split_once(';'))
        .map(|(range, _)| range.trim())
        .with_context(|| format!("the sheet of {name} names no unicode-range"))
}

/// The licence texts that must travel with what we embed.
fn licences(packages: &Path) -> Result<String> {
    let parts = [
        ("Atkinson Hyperlegible Next", "@fontsource-variable/atkinson-hyperlegible-next/LICENSE"),
        ("Atkinson Hyperlegible Mono", "@fontsource/atkinson-hyperlegible-mono/LICENSE"),
        ("Source Serif 4", "@fontsource-variable/source-serif-4/LICENSE"),
    ];
    let mut text = String::from(
        "Amends embeds parts of the following works.\n\n\
         govuk-frontend: MIT, Copyright (c) 2017 Crown Copyright (Government Digital Service).\n\
         @ministryofjustice/frontend: MIT, Copyright (c) 2018 Crown Copyright (Ministry of Justice).\n\n",
    );
    text.push_str(MIT);
    for (name, path) in parts {
        writeln!(text, "\n\n==== {name} ====\n\n{}", read(&packages.join(path))?.trim())?;
    }
    Ok(text)
}

const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of
the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.
";
