//! Where memory comes from, for every program of the house.
//!
//! Decisions, letters and histories are made of very many small pieces, by several threads at once; `docs/performance.md`
//! tells what the allocator of the system took for that. How free memory goes back to the machine is set where the
//! allocator is built, in `.cargo/config.toml`.

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
