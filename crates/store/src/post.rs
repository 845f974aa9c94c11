//! Letters out, messages in, and the tokens by which one finds the other.

mod captured;
mod chases;
mod claims;
mod inbox;
mod made;
mod outbox;
mod pages;
mod token;
mod words;

pub use captured::handed_over_before;
pub use chases::{ChaseMade, chases_made};
pub use claims::{BEFORE_ALL, Turn, begin_all, put_back, sendable};
pub use inbox::{
    Mail, MailState, NewMail, Place, Placed, Received, file, hold, mail, mail_by_raw, mail_counts, mail_in,
    mail_of_case, mail_to_file, place, receive, receive_at, set_aside,
};
pub(crate) use inbox::{counted, mail_counts_are_right, mail_in_sql, recount_mail};
pub use made::{MadeFrom, keep_all_made_from, keep_made_from, made_from, made_from_data};
pub use outbox::{
    Attempt, Channel, Claimed, NewPost, Outcome, Post, PostState, attempts, bounced, handed_over, hold_post,
    is_owed, post, posts_of_case, put, put_all, release, settle, settle_each, uncertain,
};
pub use pages::{counts, newest, post_in};
pub(crate) use pages::{in_state_sql, outbox_questions};
pub use token::{ReplyTo, keep_reply_token, keep_reply_tokens, reply_to, revoke_reply_tokens};
pub(crate) use words::erase_words;
