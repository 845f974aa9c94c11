//! The contract of the store: every story, on a database of its own in a folder of its own.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod disposal;
#[cfg(test)]
mod editions;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod improvements;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod over_time;
#[cfg(test)]
mod people;
#[cfg(test)]
mod post;
#[cfg(test)]
mod safety;
