//! The memory of the office: SQL and files stand here and nowhere else.
