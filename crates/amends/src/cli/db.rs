//! `amends db`: an office's database brought to another place, and how the one it has stands.

use std::ops::ControlFlow;

use amends_store::{
    Db, Options, Place,
    copy::{self, Copied, Far, Job, Stage},
    nodes, standing,
};
use serde_json::{Value, json};

use super::{
    call::Call,
    fail::{Exit, Failure, Outcome},
    out::{self, Style},
    progress::Progress,
};
use crate::clock::Chance;

/// Rows copied in one transaction.
const PAGE: usize = 2_000;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Copy {
        #[arg(long, value_name = "PLACE")]
        from: String,
        #[arg(long, value_name = "PLACE")]
        to: String,
    },
    Check,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Outcome {
    match command {
        Command::Copy { from, to } => copy(call, from, to),
        Command::Check => check(call),
    }
}

fn copy(call: &mut Call, from: &str, to: &str) -> Outcome {
    let (from, to) = (Place::parse(from)?, Place::parse(to)?);
    if from == to {
        return Err(Failure::new(Exit::Usage, "cli-db-same", [("place", from.to_string().into())]));
    }
    let now = call.clock()?.now();
    let options = options(call)?;
    let job = Job { from: &from, to: &to, options: &options, now, page: PAGE };
    let mut telling = Telling { progress: None, stage: None, told: None };
    let copied = copy::copy(&job, &mut |far| {
        telling.tell(call, far);
        ControlFlow::Continue(())
    });
    telling.end();
    match copied? {
        Some(copied) => tell(call, &to, &copied),
        None => Ok(()),
    }
}

/// How both sides are opened.
fn options(call: &Call) -> Outcome<Options> {
    let node = Chance::of_the_machine()
        .id(call.clock()?.now())
        .map_err(|error| Failure::new(Exit::Failed, "cli-fault", [("detail", error.to_string().into())]))?;
    let accept_unsafe_server = call.config()?.storage.accept_unsafe_server;
    Ok(Options { node, accept_unsafe_server, ..Options::default() })
}

/// How far it is: a bar or a few lines for each stage; for scripts a line of JSON for each percent.
struct Telling {
    progress: Option<Progress>,
    stage: Option<Stage>,
    told: Option<u64>,
}

impl Telling {
    fn tell(&mut self, call: &Call, far: &Far) {
        if self.stage != Some(far.stage) {
            self.end();
            (self.stage, self.told) = (Some(far.stage), None);
            self.progress = (!call.manner.json).then(|| Progress::new(key(far.stage), call.manner.quiet));
        }
        if let Some(progress) = &mut self.progress {
            return progress.made(&call.out, far.done, far.of);
        }
        let percent = far.done.saturating_mul(100) / far.of.max(1);
        if self.told != Some(percent) && !call.manner.quiet {
            self.told = Some(percent);
            let line = json!({
                "stage": word(far.stage), "table": far.table, "done": far.done, "of": far.of,
            });
            out::to_stderr(&line.to_string());
        }
    }

    fn end(&self) {
        if let Some(progress) = &self.progress {
            progress.end();
        }
    }
}

fn key(stage: Stage) -> &'static str {
    match stage {
        Stage::Copying => "cli-db-copying",
        Stage::Comparing => "cli-db-comparing",
        Stage::Auditing => "cli-db-auditing",
    }
}

fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Copying => "copying",
        Stage::Comparing => "comparing",
        Stage::Auditing => "auditing",
    }
}

fn tell(call: &mut Call, to: &Place, copied: &Copied) -> Outcome {
    if call.manner.json {
        let tables: Vec<Value> = copied
            .tables
            .iter()
            .map(|one| {
                let (from, to) = (one.from.to_string(), one.to.to_string());
                json!({ "table": one.table, "rows": one.rows, "from": from, "to": to })
            })
            .collect();
        return call.out.json(&json!({
            "to": to.to_string(), "rows": copied.rows, "resumed": copied.resumed, "entries": copied.entries,
            "root": copied.root.to_string(), "tables": tables,
        }));
    }
    let heads = ["cli-db-table", "cli-db-rows", "cli-db-digest-from", "cli-db-digest-to"];
    let heads = heads.map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = copied
        .tables
        .iter()
        .map(|one| {
            let digest = |digest: amends_core::text::Digest| digest.to_string().chars().take(16).collect();
            vec![one.table.clone(), one.rows.to_string(), digest(one.from), digest(one.to)]
        })
        .collect();
    call.out.table(&heads, &rows)?;
    let values = vec![
        ("place", to.to_string().into()),
        ("rows", copied.tables.iter().map(|one| one.rows).sum::<u64>().into()),
        ("entries", copied.entries.into()),
        ("root", copied.root.to_string().into()),
    ];
    let words = call.out.tr("cli-db-copied", values);
    let mark = call.out.styled(Style::Good, "✔");
    call.out.line(&format!("{mark} {words}"))?;
    call.out.note(&call.out.t(if copied.resumed { "cli-db-resumed" } else { "cli-db-files" }));
    Ok(())
}

fn check(call: &mut Call) -> Outcome {
    let place = call.config()?.storage.database_place()?;
    let options = options(call)?;
    if !Db::is_made(&place, &options)? {
        if call.manner.json {
            return call.out.json(&json!({ "place": place.to_string(), "made": false, "empty": true }));
        }
        let words = call.out.tr("cli-db-not-made", vec![("place", place.to_string().into())]);
        return call.out.line(&words);
    }
    let db = Db::at_for_reading(&place, &options)?;
    let found = db.read(standing::database)?;
    let empty = db.read(copy::is_empty)?;
    let (nodes, leases) = (db.read(nodes::nodes)?, db.read(nodes::leases)?);
    let leads =
        |id| leases.iter().filter(|one| one.holder == id).map(|one| one.name.clone()).collect::<Vec<_>>();
    if call.manner.json {
        let nodes: Vec<Value> = nodes
            .iter()
            .map(|node| {
                json!({
                    "name": node.name, "program": node.program, "began_at": node.began_at,
                    "seen_at": node.seen_at, "leads": leads(node.id),
                })
            })
            .collect();
        return call.out.json(&json!({
            "place": place.to_string(), "made": true, "empty": empty, "version": found.version,
            "bytes": standing::size(&db), "entries": found.entries, "nodes": nodes,
        }));
    }
    let values = vec![
        ("place", place.to_string().into()),
        ("version", found.version.into()),
        ("mib", (standing::size(&db) / (1024 * 1024)).into()),
        ("entries", found.entries.into()),
    ];
    let words = call.out.tr("cli-db-checked", values);
    call.out.line(&words)?;
    if nodes.is_empty() {
        call.out.note(&call.out.t("cli-db-no-nodes"));
        return Ok(());
    }
    let heads = ["cli-db-node", "cli-db-program", "cli-db-seen", "cli-db-leads"].map(|key| call.out.t(key));
    let rows: Vec<Vec<String>> = nodes
        .into_iter()
        .map(|node| vec![node.name, node.program, node.seen_at.to_string(), leads(node.id).join(", ")])
        .collect();
    call.out.table(&heads, &rows)
}
