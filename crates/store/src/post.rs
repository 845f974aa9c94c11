//! Letters out, messages in, and the tokens by which one finds the other.

mod captured;
mod chases;
mod claims;
mod inbox;
mod made;
mod outbox;
mod token;

pub use captured::handed_over_before;
pub use chases::{ChaseMade, chases_made};
pub use claims::put_back;
pub use inbox::{
    Mail, MailState, NewMail, Received, file, hold, mail, mail_in, mail_of_case, receive, set_aside,
};
pub use made::{MadeFrom, keep_made_from, made_from};
pub use outbox::{
    Attempt, Channel, Claimed, NewPost, Outcome, Post, PostState, attempts, begin_attempt, bounced, claim,
    counts, freeze, handed_over, hold_post, is_owed, newest, post, post_in, posts_of_case, put, release,
    settle, uncertain,
};
pub use token::{ReplyTo, keep_reply_token, reply_to, revoke_reply_tokens};
