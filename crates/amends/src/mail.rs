//! Mail out and in: frozen messages, sending with every outcome told apart, reading, and filing by token.
//!
//! Nothing here decides what a message does to a case: [`filing`] says where it belongs and why, [`effect`] what may
//! be asked of the case because of it.

pub mod effect;
pub mod filing;
pub mod message;
pub mod read;
pub mod receive;
pub mod send;
pub mod sniff;
pub mod token;
