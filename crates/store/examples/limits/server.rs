//! The limits of a PostgreSQL server: prepared statements and commits through the driver alone, a connection for each
//! client.

use amends_store::value::Value as Stored;
use anyhow::Result;
use bytes::{BufMut as _, BytesMut};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{
    Client, NoTls,
    types::{FromSql, IsNull, ToSql, Type, to_sql_checked},
};

use super::{Act, Asked, question::Question, together};

/// What a client has: a runtime on its own thread, and a connection driven by it.
fn connected(at: &str) -> Result<(Runtime, Client)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (client, connection) = runtime.block_on(tokio_postgres::connect(at, NoTls))?;
    // It ends with the client.
    drop(runtime.spawn(connection));
    Ok((runtime, client))
}

/// A value as the server takes it.
#[derive(Debug)]
struct Bound<'a>(&'a Stored);

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self.0 {
            Stored::Null => return Ok(IsNull::Yes),
            Stored::Int(number) if *kind == Type::INT4 => out.put_i32(i32::try_from(*number)?),
            Stored::Int(number) => out.put_i64(*number),
            Stored::Text(text) => out.put_slice(text.as_bytes()),
            Stored::Bytes(bytes) => out.put_slice(bytes),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The bytes of a column, whatever it is.
struct Raw;

impl<'a> FromSql<'a> for Raw {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        std::hint::black_box(raw.to_vec());
        Ok(Self)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A client that asks these questions, each prepared once.
pub(crate) fn asking(asked: &Asked, questions: &[Question]) -> Result<Act> {
    let (runtime, client) = connected(&asked.at)?;
    let mut prepared = Vec::new();
    for one in questions {
        prepared.push((runtime.block_on(client.prepare(&one.sql))?, one.values.clone()));
    }
    Ok(Box::new(move || {
        for (statement, values) in &prepared {
            let bound: Vec<Bound<'_>> = values.iter().map(Bound).collect();
            let bound: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|one| one as _).collect();
            for row in runtime.block_on(client.query(statement, &bound))? {
                for column in 0..row.len() {
                    row.try_get::<_, Option<Raw>>(column)?;
                }
            }
        }
        Ok(())
    }))
}

/// Commits of one row each, every client its own.
pub(crate) fn commit(asked: &Asked) -> Result<Value> {
    let (runtime, client) = connected(&asked.at)?;
    runtime.block_on(client.batch_execute(
        "CREATE TABLE IF NOT EXISTS limits_entry (leaf BIGSERIAL PRIMARY KEY, body BYTEA NOT NULL);
         TRUNCATE limits_entry",
    ))?;
    let found = together(asked, || {
        let (runtime, client) = connected(&asked.at)?;
        let insert = runtime.block_on(client.prepare("INSERT INTO limits_entry (body) VALUES ($1)"))?;
        let body = vec![7_u8; asked.bytes];
        Ok(Box::new(move || {
            runtime.block_on(client.execute(&insert, &[&body]))?;
            Ok(())
        }))
    });
    runtime.block_on(client.batch_execute("DROP TABLE limits_entry"))?;
    found
}
