//! Tests of all the checks together.
