//! How far something is: a bar for people, a line now and then for logs.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::out::Out;

/// How far something is, under a message of the catalogue.
pub(super) struct Progress {
    key: &'static str,
    bar: Option<ProgressBar>,
    told: u64,
}

impl Progress {
    pub(super) fn new(key: &'static str, quiet: bool) -> Self {
        let bar = (!quiet && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            match ProgressStyle::with_template("{msg} {bar:40} {percent} %") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Self { key, bar, told: 0 }
    }

    /// So much is done of so much.
    pub(super) fn made(&mut self, out: &Out, done: u64, of: u64) {
        if let Some(bar) = &self.bar {
            if bar.length() != Some(of) {
                bar.set_message(out.t(self.key));
                bar.set_length(of);
            }
            bar.set_position(done);
            return;
        }
        let quarters = done.saturating_mul(4) / of.max(1);
        if done == 0 || quarters > self.told {
            self.told = quarters;
            let percent = (quarters * 25).to_string();
            out.note(&format!("{} {percent} %", out.t(self.key)));
        }
    }

    /// Nothing more comes.
    pub(super) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
