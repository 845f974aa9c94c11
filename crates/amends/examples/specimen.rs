//! Writes the specimen pages of the look, with their assets, into a folder: `cargo run --example specimen DIR`.

use std::{env, fs, path::PathBuf};

use amends::render::{Renderer, assets::ASSETS, specimen};
use anyhow::{Context as _, Result};

fn main() -> Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).context("name the folder to write to")?);
    fs::create_dir_all(folder.join("assets"))?;
    for asset in ASSETS {
        fs::write(folder.join("assets").join(asset.file), asset.bytes)?;
    }
    for page in specimen::pages(&Renderer::new(None))? {
        let place = folder.join(page.path.trim_start_matches('/'));
        fs::create_dir_all(&place)?;
        fs::write(place.join("index.html"), page.html)?;
    }
    Ok(())
}
