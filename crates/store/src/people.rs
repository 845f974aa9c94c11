//! The people the office knows: staff and their sessions, bodies and their contacts, links for those outside.

mod bodies;
mod bodies_over_time;
mod links;
mod sessions;
mod staff;

pub use bodies::{
    BodyRecord, Contact, all_bodies, any_body, bodies_with, body, body_by_slug, contacts, contacts_at,
    keep_body, keep_contact, merge_body, remove_contact, standing_body,
};
pub use links::{
    Audience, Link, NewLink, keep_link, keep_links, link, link_by_token, links_of_case, mark_opened,
    mark_used, revoke_link, revoke_links_of_address,
};
pub use sessions::{
    Failures, NewSession, Session, begin_session, count_failure, end_session, end_sessions_of, failures,
    forget_ended_sessions, forgive, session, touch_session,
};
pub use staff::{Staff, all_staff, keep_staff, set_password, staff, staff_by_email, staff_password};
