//! The office: the `amends` binary.

fn main() {}
