//! Builds what the binary embeds: style sheets, script, typefaces, templates and catalogues.
//!
//! Third-party styles and typefaces come from npm by the committed lock file; with `AMENDS_ASSETS_DIR` set to
//! a `node_modules` folder npm is not run at all.

#[path = "build/css.rs"]
mod css;
#[path = "build/sheet.rs"]
mod sheet;
#[path = "build/tokens.rs"]
mod tokens;

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

/// One file the server hands out under a name that carries its own digest.
pub struct Built {
    /// The name templates ask for: `staff.css`.
    pub name: String,
    /// The name it is served under: `staff.1f0c….css`.
    pub file: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Built {
    /// Names a file after its content.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let digest = Sha256::digest(&bytes);
        let mut hash = String::new();
        for byte in digest.iter().take(6) {
            let _ = write!(hash, "{byte:02x}");
        }
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Self { name: name.to_owned(), file: format!("{stem}.{hash}.{extension}"), bytes }
    }

    /// The path pages link to.
    pub fn url(&self) -> String {
        format!("/assets/{}", self.file)
    }
}

fn main() -> Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").context("cargo names the crate's folder")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").context("cargo names the output folder")?);
    for path in [
        "build.rs",
        "build",
        "package.json",
        "package-lock.json",
        "static",
        "templates",
        "letters",
        "locales",
    ] {
        println!("cargo:rerun-if-changed={}", here.join(path).display());
    }
    println!("cargo:rerun-if-env-changed=AMENDS_ASSETS_DIR");

    let packages = packages(&here, &out)?;
    let assets = sheet::build(&packages, &here.join("static"))?;
    write_assets(&assets, &out)?;
    embed_texts(&here.join("templates"), &["html", "txt"], &out.join("templates.rs"))?;
    embed_texts(&here.join("letters"), &["txt", "json"], &out.join("letters.rs"))?;
    embed_texts(&here.join("locales"), &["ftl"], &out.join("locales.rs"))
}

/// The folder with the npm packages: the one named, or one filled by `npm ci`.
fn packages(here: &Path, out: &Path) -> Result<PathBuf> {
    if let Some(folder) = env::var_os("AMENDS_ASSETS_DIR") {
        let folder = PathBuf::from(folder);
        if !folder.join("govuk-frontend/package.json").is_file() {
            bail!(
                "AMENDS_ASSETS_DIR is {}, but there is no govuk-frontend in it. \
                 Name the node_modules folder that `npm ci` filled from crates/amends/package-lock.json.",
                folder.display()
            );
        }
        return Ok(folder);
    }
    let work = out.join("npm");
    fs::create_dir_all(&work)?;
    let lock = fs::read(here.join("package-lock.json"))?;
    let stamp = work.join("installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(work.join("node_modules"));
    }
    fs::copy(here.join("package.json"), work.join("package.json"))?;
    fs::write(work.join("package-lock.json"), &lock)?;
    let done = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev", "--legacy-peer-deps"])
        .current_dir(&work)
        .output()
        .context(
            "npm could not be started. Install Node.js 20 or later with npm, \
             or set AMENDS_ASSETS_DIR to a filled node_modules folder.",
        )?;
    if !done.status.success() {
        bail!(
            "npm ci failed ({}). Check the network or set AMENDS_ASSETS_DIR.\n{}",
            done.status,
            String::from_utf8_lossy(&done.stderr)
        );
    }
    fs::write(stamp, lock)?;
    Ok(work.join("node_modules"))
}

/// Writes the asset files and the table that `src/render/assets.rs` includes.
fn write_assets(assets: &[Built], out: &Path) -> Result<()> {
    let folder = out.join("assets");
    fs::create_dir_all(&folder)?;
    let mut table = String::from("&[\n");
    for asset in assets {
        let path = folder.join(&asset.name);
        fs::write(&path, &asset.bytes)?;
        let (mime, path) = (mime(&asset.name)?, path.to_string_lossy());
        writeln!(
            table,
            "    Asset {{ name: {:?}, file: {:?}, mime: {mime:?}, bytes: include_bytes!({path:?}) }},",
            asset.name, asset.file
        )?;
    }
    table.push_str("]\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

fn mime(name: &str) -> Result<&'static str> {
    Ok(match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => bail!("no media type is known for the asset {name}"),
    })
}

/// Writes a table of `(path below the folder, text)`, so that the binary carries every file of it.
fn embed_texts(folder: &Path, extensions: &[&str], to: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, extensions, &mut files)?;
    files.sort();
    let mut table = String::from("&[\n");
    for path in files {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let path = path.to_string_lossy();
        writeln!(table, "    ({name:?}, include_str!({path:?})),")?;
    }
    table.push_str("]\n");
    fs::write(to, table)?;
    Ok(())
}

fn collect(folder: &Path, extensions: &[&str], into: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, extensions, into)?;
        } else if path.extension().is_some_and(|found| extensions.iter().any(|one| found == *one)) {
            into.push(path);
        }
    }
    Ok(())
}
