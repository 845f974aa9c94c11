//! Rules of extraction, each with sentences of our own.
