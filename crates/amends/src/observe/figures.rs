//! Figures about the running office, for Prometheus: on a listener of their own, off unless an address is given. Labels
//! are routes, kinds and states, so that no figure names a case or a person.

use std::{
    io,
    net::SocketAddr,
    sync::OnceLock,
    time::{Duration, Instant},
};

use amends_core::command::Command;
use amends_store::standing;
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use jiff::Timestamp;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::{net::TcpListener, sync::watch};

use crate::office::{ActError, Office};

/// Seconds by which times are sorted.
const SECONDS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0];
/// Changes that share a transaction.
const SIZES: [f64; 7] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0];

static KEPT: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Begins to keep figures, once for the process. Until then counting costs next to nothing and keeps nothing.
///
/// Returns where they can be read; none where something else keeps them already.
pub fn keep() -> Option<&'static PrometheusHandle> {
    let begin = || {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
            .and_then(|one| one.set_buckets_for_metric(Matcher::Suffix("_size".to_owned()), &SIZES));
        let recorder = builder.ok()?.build_recorder();
        let handle = recorder.handle();
        metrics::set_global_recorder(recorder).ok()?;
        describe();
        Some(handle)
    };
    KEPT.get_or_init(begin).as_ref()
}

fn describe() {
    describe_histogram!(
        "amends_request_seconds",
        "Time to the head of the answer, by route, method and status"
    );
    describe_counter!("amends_commands_total", "What was asked of cases, by kind and outcome");
    describe_histogram!("amends_write_batch_size", "Changes that shared a transaction");
    describe_histogram!("amends_write_batch_seconds", "Time until a transaction was on the disk");
    describe_gauge!("amends_log_pages", "Pages that are in the write-ahead log alone");
    describe_counter!("amends_log_failures_total", "How often the log could not be brought into the file");
    describe_gauge!("amends_write_queue", "Changes that waited when the last transaction began");
    describe_counter!("amends_rounds_total", "Rounds of the machinery, by outcome");
    describe_histogram!("amends_round_seconds", "Time a round of the machinery took");
    describe_gauge!("amends_machinery_seconds_since", "Seconds since the machinery was last at work");
    describe_gauge!("amends_lease_held", "1 where this process holds the lease");
    describe_gauge!("amends_outbox_letters", "Letters in the outbox, by state");
    describe_gauge!(
        "amends_outbox_oldest_unsent_seconds",
        "Age of the oldest letter that waits; 0 where none does"
    );
    describe_gauge!("amends_inbox_held", "Messages that wait for a person to say where they belong");
    describe_gauge!("amends_checkpoint_age_seconds", "Seconds since a checkpoint of the record was signed");
    describe_gauge!("amends_database_bytes", "Size of the database with its log");
    describe_gauge!("amends_disk_room_bytes", "Room on the disk of the data folder");
    describe_gauge!("amends_scrape_failed", "1 where the database did not answer just now");
    describe_gauge!("amends_build_info", "Which build this is");
    describe_gauge!("process_resident_memory_bytes", "Memory the process holds");
}

/// A request was answered.
pub fn answered(method: &'static str, route: &str, status: u16, took: Duration) {
    let class = match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", class.to_owned())];
    histogram!("amends_request_seconds", &labels).record(took);
}

/// Something was asked of a case, and this came of it.
pub fn asked<T>(commands: &[Command], outcome: &Result<T, ActError>) {
    let outcome = match outcome {
        Ok(_) => "done",
        Err(ActError::Denied(_)) => "denied",
        Err(ActError::Refused(_)) => "refused",
        Err(ActError::Changed { .. }) => "changed",
        Err(ActError::NotFound(_)) => "not_found",
        Err(ActError::Fault(_)) => "fault",
    };
    for command in commands {
        counter!("amends_commands_total", "command" => command.kind().name(), "outcome" => outcome)
            .increment(1);
    }
}

/// A round of the machinery ended.
pub fn round_ended(went_well: bool, took: Duration) {
    let outcome = if went_well { "done" } else { "failed" };
    counter!("amends_rounds_total", "outcome" => outcome).increment(1);
    histogram!("amends_round_seconds").record(took);
}

/// Whether this process holds a lease: the right to do what only one may do at a time.
pub fn lease(name: &'static str, held: bool) {
    gauge!("amends_lease_held", "lease" => name).set(f64::from(u8::from(held)));
}

/// What is asked for only when somebody looks.
fn look(office: &Office) {
    let now = office.clock().now();
    let age = |at: Timestamp| now.duration_since(at).as_secs_f64().max(0.0);
    let found = office.db().read(standing::standing);
    gauge!("amends_scrape_failed").set(f64::from(u8::from(found.is_err())));
    if let Ok(found) = found {
        for (state, count) in found.letters {
            gauge!("amends_outbox_letters", "state" => state.code()).set(f64::from(count));
        }
        gauge!("amends_outbox_oldest_unsent_seconds").set(found.oldest_unsent.map_or(0.0, age));
        gauge!("amends_inbox_held").set(large(found.mail_held));
        if let Some(at) = found.last_checkpoint {
            gauge!("amends_checkpoint_age_seconds").set(age(at));
        }
    }
    if let Some(since) = office.pulse().since() {
        gauge!("amends_machinery_seconds_since").set(since.as_secs_f64());
    }
    gauge!("amends_database_bytes").set(large(standing::size(office.db())));
    if let Ok(room) = standing::room(&office.config().storage.data_dir) {
        gauge!("amends_disk_room_bytes").set(large(room));
    }
    if let Some(resident) = resident() {
        gauge!("process_resident_memory_bytes").set(large(resident));
    }
    let commit = option_env!("AMENDS_COMMIT").unwrap_or("unknown");
    gauge!("amends_build_info", "version" => env!("CARGO_PKG_VERSION"), "commit" => commit).set(1.0);
}

/// Counts of bytes and messages, which are far from where a float leaves whole numbers out.
#[expect(clippy::cast_precision_loss, reason = "a figure for a chart; 2⁵³ bytes are nine petabytes")]
fn large(number: u64) -> f64 {
    number as f64
}

/// The memory the process holds, in bytes, where the system tells.
fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib.saturating_mul(1024))
}

/// The page of figures.
pub fn routes(office: Office) -> Router {
    Router::new().route("/metrics", get(page)).with_state(office)
}

async fn page(State(office): State<Office>) -> Response {
    let Some(kept) = keep() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "figures are kept elsewhere\n").into_response();
    };
    let drawn = tokio::task::spawn_blocking(move || {
        look(&office);
        kept.run_upkeep();
        kept.render()
    });
    match drawn.await {
        Ok(text) => {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Serves the figures at an address until told to stop.
///
/// # Errors
/// Where the address cannot be listened on.
pub async fn listen(office: Office, address: SocketAddr, stopping: watch::Receiver<bool>) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    keep();
    tokio::spawn(upkeep(stopping.clone()));
    tokio::spawn(async move {
        let served = axum::serve(listener, routes(office)).with_graceful_shutdown(told(stopping)).await;
        if let Err(error) = served {
            tracing::error!(%error, "figures can no longer be fetched");
        }
    });
    Ok(())
}

async fn told(mut stopping: watch::Receiver<bool>) {
    // Where whoever would tell is gone, it is time to stop too.
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// Times are folded into their sorts now and then, also where nobody fetches them: else they would pile up.
async fn upkeep(stopping: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(told(stopping));
    loop {
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(5)) => if let Some(kept) = keep() { kept.run_upkeep() },
            () = &mut stop => return,
        }
    }
}

/// Measures a part of the machinery's work.
pub(crate) struct Round(Instant);

impl Round {
    /// It begins now.
    pub(crate) fn begin() -> Self {
        Self(Instant::now())
    }

    /// It ended.
    pub(crate) fn end(self, went_well: bool) {
        round_ended(went_well, self.0.elapsed());
    }
}
