//! Periods and dates (stand-in until the clocks land).
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDate {
    pub date: Date,
    pub explanation: Vec<Bilingual>,
    pub citation: Option<String>,
}
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DueSpec {
    On(Date),
}
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
