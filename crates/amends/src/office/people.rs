//! Who may come in: staff by password, people outside by link.

use std::sync::Arc;

use amends_core::{
    actor::StaffRole,
    id::{CaseId, LinkId, StaffId},
    text::{Digest, Language},
};
use amends_store::{
    changed::Changed,
    error::StoreError,
    people::{self, Audience, NewSession, Staff},
};
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use jiff::{SignedDuration, ToSpan as _};

use super::{ActError, Fault, Office, sight::Sight};
use crate::{token, web::visit::AsWhom};

/// The least characters of a password; no other rule (NIST and OWASP advise length alone).
pub const PASSWORD_LEAST: usize = 15;

/// So many failures, and an account rests for a while.
const FAILURES_BEFORE_REST: u32 = 5;
/// How long it rests, in minutes.
const REST_MINUTES: i64 = 15;

/// What came of an attempt to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// In, with the token for the cookie.
    In(String),
    /// Address or password is wrong; which is not said.
    Wrong,
    /// Too many failures; try again later.
    Resting,
}

impl Office {
    /// Signs a member of staff in. Takes as long for an address nobody has.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn sign_in(&self, email: &str, password: &str) -> Result<SignIn, ActError> {
        let now = self.clock().now();
        let account = email.trim().to_lowercase();
        let failures = self.db().read(|conn| people::failures(conn, &account))?;
        let rest = SignedDuration::from_mins(REST_MINUTES);
        if failures.is_some_and(|failed| {
            failed.count >= FAILURES_BEFORE_REST && now.duration_since(failed.last_at) < rest
        }) {
            return Ok(SignIn::Resting);
        }
        let found = self.db().read(|conn| match people::staff_by_email(conn, &account)? {
            Some(staff) => Ok::<_, StoreError>(Some((people::staff_password(conn, staff.id)?, staff))),
            None => Ok(None),
        })?;
        let hash = found.as_ref().and_then(|(hash, _)| hash.clone());
        let right = verify(hash.as_deref().unwrap_or(NOBODY), password);
        match found {
            Some((Some(_), staff)) if right && !staff.disabled => self.begin(staff.id).map(SignIn::In),
            _ => {
                self.db().write(move |tx| people::count_failure(tx, &account, now))?;
                Ok(SignIn::Wrong)
            }
        }
    }

    /// Begins a session for somebody who is known to be who they say.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn begin(&self, staff: StaffId) -> Result<String, ActError> {
        let now = self.clock().now();
        let secret = token::secret(self.chance().bytes()?);
        let hours = i64::from(self.config().auth.absolute_hours);
        let session = NewSession {
            token: Digest::of(secret.as_bytes()),
            staff,
            began_at: now,
            ends_at: now.checked_add(hours.hours()).unwrap_or(now),
        };
        let account = self.staff_member(staff)?.map(|staff| staff.email).unwrap_or_default();
        self.db().write(move |tx| {
            people::forgive(tx, &account)?;
            people::begin_session(tx, &session)
        })?;
        Ok(secret)
    }

    /// Whose session this token is, if it counts now; it is noted as used.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn signed_in(&self, secret: &str) -> Result<Option<Staff>, ActError> {
        self.see_as(secret, |_, staff| Ok(staff))
    }

    /// Looks at one moment as whoever has this token, if its session counts then; it is noted as used.
    ///
    /// # Errors
    /// Where the memory fails, or the look does.
    pub fn see_as<T, E: From<ActError> + From<StoreError>>(
        &self,
        secret: &str,
        look: impl FnOnce(&Sight<'_>, Option<Staff>) -> Result<T, E>,
    ) -> Result<T, E> {
        let now = self.clock().now();
        let token = Digest::of(secret.as_bytes());
        let idle = SignedDuration::from_mins(i64::from(self.config().auth.idle_minutes));
        let (seen_at, looked) = self.see(|sight| {
            let session = people::session(sight.conn(), token, now, idle)?;
            let seen_at = session.as_ref().map(|session| session.seen_at);
            let staff = session.map(|session| people::staff(sight.conn(), session.staff)).transpose()?;
            Ok::<_, E>((seen_at, look(sight, staff)))
        })?;
        // Once a minute is often enough: reading a page must not cost a write each time.
        if seen_at.is_some_and(|seen_at| now.duration_since(seen_at) > SignedDuration::from_mins(1)) {
            noted(self.db().write(move |tx| people::touch_session(tx, token, now)))?;
        }
        looked
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn sign_out(&self, secret: &str) -> Result<(), ActError> {
        let (token, now) = (Digest::of(secret.as_bytes()), self.clock().now());
        Ok(self.db().write(move |tx| people::end_session(tx, token, now))?)
    }

    /// Is there anybody who could sign in? Without, the office does not open.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn has_staff(&self) -> Result<bool, ActError> {
        Ok(self.staff()?.iter().any(|staff| !staff.disabled))
    }

    /// One member of staff.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn staff_member(&self, id: StaffId) -> Result<Option<Staff>, ActError> {
        match self.db().read(|conn| people::staff(conn, id)) {
            Ok(staff) => Ok(Some(staff)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// All staff, by name.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn staff(&self) -> Result<Arc<Vec<Staff>>, ActError> {
        self.see(|sight| sight.staff())
    }

    /// Adds a member of staff, with a password where one is given.
    ///
    /// # Errors
    /// Where the address is taken, the password too short, or the memory fails.
    pub fn add_staff(
        &self,
        email: &str,
        name: &str,
        role: StaffRole,
        language: Language,
        password: Option<&str>,
        by: Option<StaffId>,
    ) -> Result<Staff, ActError> {
        let now = self.clock().now();
        let hash = password.map(|password| self.hash(password)).transpose()?;
        let staff = Staff {
            id: StaffId(self.chance().id(now)?),
            email: email.trim().to_lowercase(),
            name: name.trim().to_owned(),
            role,
            language,
            disabled: false,
        };
        let kept = staff.clone();
        self.db().write(move |tx| {
            let changed = Changed { by, at: now };
            people::keep_staff(tx, &kept, changed)?;
            match &hash {
                Some(hash) => people::set_password(tx, kept.id, Some(hash), changed),
                None => Ok(()),
            }
        })?;
        Ok(staff)
    }

    /// Sets a password; every session of theirs ends.
    ///
    /// # Errors
    /// Where it is too short, or the memory fails.
    pub fn set_password(&self, staff: StaffId, password: &str, by: Option<StaffId>) -> Result<(), ActError> {
        let hash = self.hash(password)?;
        let changed = Changed { by, at: self.clock().now() };
        Ok(self.db().write(move |tx| people::set_password(tx, staff, Some(&hash), changed))?)
    }

    fn hash(&self, password: &str) -> Result<String, ActError> {
        if password.chars().count() < PASSWORD_LEAST {
            let refusal =
                amends_core::refusal::Refusal::new("password-too-short", "ASVS 6.2.1").field("password");
            return Err(refusal.with("least", PASSWORD_LEAST).into());
        }
        let salt: [u8; 16] = self.chance().bytes()?;
        let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|error| Fault::Broken(error.to_string()).into())
    }

    /// What a link opens, before it is used: GET shows a button, POST uses it.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn link(&self, secret: &str) -> Result<Option<people::Link>, ActError> {
        let token = Digest::of(secret.as_bytes());
        Ok(self.db().read(|conn| people::link_by_token(conn, token))?)
    }

    /// Notes that somebody opened a link's page.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn link_opened(&self, link: LinkId) -> Result<(), ActError> {
        let now = self.clock().now();
        noted(self.db().write(move |tx| people::mark_opened(tx, link, now)))
    }

    /// Notes that a link was used.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn link_used(&self, link: LinkId) -> Result<(), ActError> {
        let now = self.clock().now();
        noted(self.db().write(move |tx| people::mark_used(tx, link, now)))
    }

    /// As whom the bearer of a link comes, while it counts.
    ///
    /// # Errors
    /// Where the memory fails.
    pub fn link_in_use(&self, secret: &str) -> Result<Option<(LinkId, CaseId, AsWhom)>, ActError> {
        let now = self.clock().now();
        let Some(link) = self.link(secret)?.filter(|link| link.counts(now)) else { return Ok(None) };
        let as_whom = match link.audience {
            Audience::Body(body) => AsWhom::LinkOfficer(body),
            Audience::Colleague { body, .. } => AsWhom::Colleague(body, link.numbers.clone()),
            Audience::Complainant(person) => AsWhom::Complainant(person),
        };
        Ok(Some((link.id, link.case, as_whom)))
    }
}

/// A note of use that could not be kept, on a full disk or a locked database, keeps nobody from reading.
fn noted(outcome: Result<(), StoreError>) -> Result<(), ActError> {
    match outcome {
        Err(error) if error.is_passing() => {
            tracing::warn!(%error, "a note of use was not kept");
            Ok(())
        }
        other => Ok(other?),
    }
}

/// A hash nobody's password has, so that an unknown address takes as long as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$2b2p1Tq7mV5k5c8v0y3m7q9s1u3w5y7A9C1E3G5I7K8";

fn verify(hash: &str, password: &str) -> bool {
    argon2::PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}
