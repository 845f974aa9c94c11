//! Staff: who may sign in, in which role.

use amends_core::{actor::StaffRole, id::StaffId, text::Language};

use super::sessions::end_sessions_of;
use crate::{
    changed::Changed,
    db::{Conn, Row, Tx},
    error::{Result, StoreError},
    stamps::{self, Stamp},
    value::Word,
};

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Their id.
    pub id: StaffId,
    /// Their e-mail address, in small letters; no two have the same.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: StaffRole,
    /// The language of their pages.
    pub language: Language,
    /// May not sign in.
    pub disabled: bool,
}

const STAFF: &str = "id, email, name, role, language, disabled";

fn read(row: &Row<'_>) -> Result<Staff> {
    let Word(role) = row.get(3)?;
    Ok(Staff {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        role,
        language: row.get(4)?,
        disabled: row.get(5)?,
    })
}

/// Keeps a member of staff, new or changed. Whoever is disabled, or gets another role, is signed out everywhere
/// in the same transaction. Fails with [`StoreError::Taken`] where another has the address.
pub fn keep_staff(tx: &Tx<'_>, staff: &Staff, changed: Changed) -> Result<()> {
    let before = self::staff(tx, staff.id).ok();
    let sql = "INSERT INTO staff (id, email, name, role, language, disabled, changed_by, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, role = excluded.role,
      language = excluded.language, disabled = excluded.disabled, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at";
    let values = [
        staff.id.into(),
        staff.email.to_lowercase().into(),
        (&staff.name).into(),
        staff.role.code().into(),
        staff.language.into(),
        staff.disabled.into(),
        changed.by.into(),
        changed.at.into(),
    ];
    tx.execute(sql, &values)?;
    stamps::raise(tx, Stamp::Staff)?;
    if before.is_some_and(|before| staff.disabled || before.role != staff.role) {
        end_sessions_of(tx, staff.id, changed.at)?;
    }
    Ok(())
}

/// Sets the hash of a password, in PHC form; none takes it away. Signs them out everywhere.
pub fn set_password(tx: &Tx<'_>, id: StaffId, hash: Option<&str>, changed: Changed) -> Result<()> {
    let sql = "UPDATE staff SET password = $2, changed_by = $3, changed_at = $4 WHERE id = $1";
    let values = [id.into(), hash.map(str::to_owned).into(), changed.by.into(), changed.at.into()];
    if tx.execute(sql, &values)? == 0 {
        return Err(StoreError::not_found("member of staff", id));
    }
    end_sessions_of(tx, id, changed.at)
}

/// The hash of a password, if one is set.
pub fn staff_password(c: &Conn<'_>, id: StaffId) -> Result<Option<String>> {
    let found = c.one("SELECT password FROM staff WHERE id = $1", &[id.into()], |row| row.get(0))?;
    found.ok_or_else(|| StoreError::not_found("member of staff", id))
}

/// One member of staff.
pub fn staff(c: &Conn<'_>, id: StaffId) -> Result<Staff> {
    let sql = format!("SELECT {STAFF} FROM staff WHERE id = $1");
    c.one(&sql, &[id.into()], read)?.ok_or_else(|| StoreError::not_found("member of staff", id))
}

/// The member of staff with this address, in capitals or not.
pub fn staff_by_email(c: &Conn<'_>, email: &str) -> Result<Option<Staff>> {
    let sql = format!("SELECT {STAFF} FROM staff WHERE email = $1");
    c.one(&sql, &[email.trim().to_lowercase().into()], read)
}

/// All staff, by name.
pub fn all_staff(c: &Conn<'_>) -> Result<Vec<Staff>> {
    c.all(&format!("SELECT {STAFF} FROM staff ORDER BY name, id"), &[], read)
}
